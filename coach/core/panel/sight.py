"""Who may see whose scorecard. Until one's own is in, nothing of the others': not even whether it is in."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from coach.core.panel.terms import Member, Role, Terms, Visibility


class Sight(StrEnum):
    """How somebody sees a scorecard."""

    OWN = "own"
    """It is theirs."""
    OPEN = "open"
    """It is revealed to them."""
    PEEK = "peek"
    """They lead and may look before it is revealed to them, which goes on record."""
    CLOSED = "closed"
    """They see nothing of it: no rating, note, average or count, and not whether it is in."""


class Card(Protocol):
    """As much of a scorecard as independence depends on."""

    @property
    def member(self) -> str:
        """The profile whose scorecard it is."""

    @property
    def submitted(self) -> bool:
        """Whether it is in."""


def sight(terms: Terms, viewer: str, card: Card, others: Iterable[Card]) -> Sight:
    """Tell how ``viewer`` (a profile) sees one candidate's scorecard.

    ``others`` are all scorecards of that candidate in the requisition; it may include ``card``.
    """
    if card.member == viewer:
        return Sight.OWN
    member = terms.member(viewer)
    if member is None:
        return Sight.CLOSED
    if card.submitted and revealed(terms, member, others):
        return Sight.OPEN
    return Sight.PEEK if member.role is Role.LEAD else Sight.CLOSED


def revealed(terms: Terms, member: Member, cards: Iterable[Card]) -> bool:
    """Whether the submitted scorecards of a candidate lie open to a member.

    With visibility ``never`` they lie open to the lead alone.
    """
    if terms.visibility is Visibility.NEVER and member.role is not Role.LEAD:
        return False
    return total_revealed(terms, member, cards)


def total_revealed(terms: Terms, member: Member, cards: Iterable[Card]) -> bool:
    """Whether a candidate's total over the panel lies open to a member.

    The own must be in, for those who interview; then as many as the terms ask for. With visibility
    ``never`` the total is all that members besides the lead see.
    """
    submitted = {card.member for card in cards if card.submitted}
    if member.interviews and member.id not in submitted:
        return False
    due = {one.id for one in terms.interviewers}
    if terms.visibility is Visibility.AFTER_ALL:
        return due <= submitted
    return len(due & submitted) >= terms.quorum
