"""What is agreed about a requisition before anybody is interviewed."""

from enum import StrEnum
from typing import Annotated

import msgspec

from coach.core.bank import Guide
from coach.core.country import Retention
from coach.core.record import Id, Record, Text
from coach.locale import mark

LEAST_COVERAGE = 0.8
"""The share of the weight that must be rated for a place in the ranking, unless the terms say otherwise."""


class Role(StrEnum):
    """What somebody does on a panel."""

    LEAD = mark("lead")
    INTERVIEWER = mark("interviewer")
    OBSERVER = mark("observer")
    HR = mark("hr")


class Visibility(StrEnum):
    """When an interviewer may see the scorecards of the others, never before the own is in."""

    NEVER = "never"
    AFTER_OWN = "after-own"
    """The own is in, and as many as the quorum."""
    AFTER_ALL = "after-all"
    """All interviewers' are in."""


class Member(Record):
    """Somebody on the panel; ``id`` is the profile that they use the program with.

    ``focus`` are the competencies they look at first. ``holds`` is false for a lead who leads without
    interviewing; observers and HR never interview.
    """

    id: Id
    name: Text
    role: Role = Role.INTERVIEWER
    focus: tuple[Id, ...] = ()
    holds: bool = True

    @property
    def interviews(self) -> bool:
        """Whether they hold interviews and hand scorecards in."""
        return self.holds and self.role in (Role.LEAD, Role.INTERVIEWER)


class Terms(Record):
    """The terms of a requisition: they hold for every candidate alike.

    ``quorum`` is how many scorecards of a candidate must be in for debrief and decision. What is
    missing is left out of a score and never zero; below ``least_coverage`` a candidate is not ranked.
    """

    title: Text
    guide: Guide
    fingerprint: str
    members: tuple[Member, ...]
    quorum: Annotated[int, msgspec.Meta(ge=1)]
    visibility: Visibility = Visibility.AFTER_OWN
    retention: Retention | None = None
    least_coverage: Annotated[float, msgspec.Meta(ge=0, le=1)] = LEAST_COVERAGE
    rule: str = ""
    """How the decision is made, in words."""

    def member(self, profile: str) -> Member | None:
        """Return the member of this profile, or ``None`` if they are not on the panel."""
        return next((member for member in self.members if member.id == profile), None)

    @property
    def interviewers(self) -> tuple[Member, ...]:
        """Those who hold interviews."""
        return tuple(member for member in self.members if member.interviews)
