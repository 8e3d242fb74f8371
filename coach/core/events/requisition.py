"""What can happen to a requisition: stream ``requisition/<id>``. Candidates go by their codes."""

from coach.core.bank import Rating
from coach.core.events.base import Event
from coach.core.panel.terms import Member, Terms
from coach.core.record import Record


class RequisitionOpened(Event, tag="requisition-opened"):
    """The terms are agreed; from now on interviews can be laid out."""

    terms: Terms
    v: int = 1


class PanelChanged(Event, tag="panel-changed"):
    """Others sit on the panel from now on, or with other roles; the reason is kept."""

    members: tuple[Member, ...]
    quorum: int
    reason: str
    v: int = 1


class CandidateAdded(Event, tag="candidate-added"):
    """A candidate by code; who that is stands in the stream of identities alone."""

    candidate: str
    v: int = 1


class QuestionDropped(Event, tag="question-dropped"):
    """A question counts no more, for all candidates of the requisition alike, and why."""

    question: str
    reason: str
    v: int = 1


class Remains(Record):
    """What statistics keep of one scorecard of an erased candidate: numbers alone, by question."""

    member: str
    ratings: dict[str, Rating | None]
    overall: str = ""


class CandidateErased(Event, tag="candidate-erased"):
    """Everything said about a candidate was taken away; numbers without a person remain."""

    candidate: str
    reason: str
    remains: tuple[Remains, ...] = ()
    v: int = 1


RequisitionEvent = RequisitionOpened | PanelChanged | CandidateAdded | QuestionDropped | CandidateErased
