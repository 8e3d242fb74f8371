"""What can happen to one candidate of a requisition: stream ``dossier/<requisition>/<candidate>``.

Who the candidate is stands in ``identity/<requisition>/<candidate>``, so that erasing that one stream
leaves a code without a person.
"""

from datetime import date

from coach.core.bank import Rating
from coach.core.country import Counted
from coach.core.events.base import Event


class DossierOpened(Event, tag="dossier-opened"):
    """A candidate of a requisition; always the first event of the stream."""

    requisition: str
    candidate: str
    v: int = 1


class DebriefOpened(Event, tag="debrief-opened"):
    """The panel talks about the candidate; ``members`` are those who take part."""

    members: tuple[str, ...]
    v: int = 1


class Rescored(Event, tag="rescored"):
    """A member judges their own interview differently after the talk, and why.

    ``before`` is the mean of what they rated for the competency. The scorecard stays as it was.
    """

    member: str
    competency: str
    before: float | None
    after: Rating
    reason: str
    v: int = 1


class CompositeGiven(Event, tag="composite-given"):
    """A member's recommendation after hearing all, kept apart from that of their own interview."""

    member: str
    level: str
    reason: str
    v: int = 1


class Decided(Event, tag="decided"):
    """The decision; ``rank`` of ``among`` is the candidate's mechanical place at that moment.

    ``departure`` is the reason where the decision departs from the rank. A later decision replaces an
    earlier one, and both stay on record.
    """

    outcome: str
    reason: str
    by: str
    rank: int | None = None
    among: int = 0
    departure: str = ""
    v: int = 1


class DatesRecorded(Event, tag="dates-recorded"):
    """The day from which a retention period counts, such as the receipt of the rejection."""

    what: Counted
    on: date
    v: int = 1


class HoldPlaced(Event, tag="hold-placed"):
    """Nothing about the candidate may be erased until the hold is lifted; it wins over every date."""

    reason: str
    v: int = 1


class HoldLifted(Event, tag="hold-lifted"):
    """The hold is over, and why."""

    reason: str
    v: int = 1


class CommitmentTold(Event, tag="commitment-told"):
    """A member said, when handing in elsewhere, by which commitment the scorecard is sealed.

    ``reason`` says why this one counts instead of one that was told before, such as a slip of the pen.
    """

    member: str
    commitment: str
    reason: str = ""
    v: int = 1


class Viewed(Event, tag="viewed"):
    """The event's actor saw something of others: which scorecards, in what, and whether before their own.

    ``peek`` is a lead's look before independence ended.
    """

    what: str
    interviews: tuple[str, ...]
    peek: bool = False
    reason: str = ""
    v: int = 1


DossierEvent = (
    DossierOpened
    | DebriefOpened
    | Rescored
    | CompositeGiven
    | Decided
    | DatesRecorded
    | HoldPlaced
    | HoldLifted
    | CommitmentTold
    | Viewed
)


class IdentityKept(Event, tag="identity-kept"):
    """Who a candidate is: the only place with a name."""

    name: str
    contact: str = ""
    v: int = 1
