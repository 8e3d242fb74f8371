"""What a panel should be like at any moment, told a second time and as simply as possible."""

from dataclasses import dataclass, field
from fractions import Fraction

import msgspec
from msgspec.structs import replace
from panel_kit import DANA, HR, LEAD, OMAR
from strategies import guide, question

from coach.core.bank import Guide, GuideCompetency
from coach.core.panel.terms import Member, Role, Visibility

REQ = "ae-berlin"
ADA = Member(id="ada", name="Ada Away (made up)")
OTTO = Member(id="otto", name="Otto Observer (made up)", role=Role.OBSERVER)
MEMBERS = (LEAD, DANA, OMAR, ADA, HR, OTTO)
INTERVIEWERS = (LEAD, DANA, OMAR, ADA)
VIEWERS = tuple(member.id for member in MEMBERS)

WEIGHTS = {"twice": 2.0, "once": 1.0, "nought": 0.0}
QUESTIONS = {"t1": "twice", "t2": "twice", "o1": "once", "n1": "nought"}
_GUIDE = replace(
    guide(),
    competencies=tuple(
        GuideCompetency(id=name, title=name.title(), definition="Made up.", weight=weight)
        for name, weight in WEIGHTS.items()
    ),
    questions=tuple(question(name, competency) for name, competency in QUESTIONS.items()),
)
GUIDE = msgspec.json.decode(msgspec.json.encode(_GUIDE), type=Guide)
"""As it is read from content, where every number of minutes is a float."""


@dataclass
class Card:
    """One interview as it should be; ``handed_in`` are the ratings of that moment, ``None`` before."""

    candidate: str
    member: str
    begun: bool = False
    ended: bool = False
    notes: dict[str, str] = field(default_factory=dict)
    ratings: dict[str, int | None] = field(default_factory=dict)
    """Only what is settled: ``None`` is not assessed."""
    overall: bool = False
    handed_in: dict[str, int | None] | None = None
    amendments: int = 0
    known: dict[str, int | None] | None = None
    """The ratings as the lead's machine has them, of a scorecard that is in there."""

    @property
    def id(self) -> str:
        return f"{REQ}.{self.candidate.lower()}.{self.member}"

    @property
    def away(self) -> bool:
        return self.member == ADA.id

    @property
    def complete(self) -> bool:
        evidence = all(self.notes.get(name) for name, rating in self.ratings.items() if rating)
        return self.begun and self.ended and self.overall and evidence and set(self.ratings) == set(QUESTIONS)

    @property
    def submitted(self) -> bool:
        """Whether it is in on the lead's machine, which is what the panel goes by."""
        return self.known is not None


@dataclass
class Model:
    """The requisition as it should be."""

    visibility: Visibility
    quorum: int
    cards: dict[tuple[str, str], Card] = field(default_factory=dict)
    candidates: list[str] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    dropped: set[str] = field(default_factory=set)
    attending: dict[str, set[str]] = field(default_factory=dict)
    decided: dict[str, str] = field(default_factory=dict)
    roles: dict[str, Member] = field(default_factory=lambda: {one.id: one for one in MEMBERS})

    def of(self, candidate: str) -> list[Card]:
        return [card for card in self.cards.values() if card.candidate == candidate]

    def total_open(self, viewer: str, candidate: str) -> bool:
        """Whether the total of a candidate may be known to somebody."""
        member = self.roles.get(viewer)
        if member is None:
            return False
        submitted = {card.member for card in self.of(candidate) if card.submitted}
        if member.interviews and viewer not in submitted:
            return False
        if self.visibility is Visibility.AFTER_ALL:
            return {one.id for one in self.roles.values() if one.interviews} <= submitted
        return len(submitted) >= self.quorum

    def open(self, viewer: str, candidate: str) -> bool:
        """Whether the scorecards of a candidate lie open to somebody."""
        if self.visibility is Visibility.NEVER and viewer != LEAD.id:
            return False
        return self.total_open(viewer, candidate)

    def sees(self, viewer: str, card: Card) -> bool:
        return card.member == viewer or (card.submitted and self.open(viewer, card.candidate))

    def score(self, sheets: list[dict[str, int | None]], *, dropped: bool = True) -> float | None:
        """Work a score out anew: the weighted mean of competencies over the means of those who rated."""
        counting = {name: of for name, of in QUESTIONS.items() if not (dropped and name in self.dropped)}
        earned = weight = Fraction(0)
        for competency, counts in WEIGHTS.items():
            means = []
            for sheet in sheets:
                given = [sheet[one] for one, of in counting.items() if of == competency and sheet.get(one)]
                means += [Fraction(sum(given), len(given))] if given else []
            if means and counts:
                weight += Fraction(counts)
                earned += Fraction(counts) * (sum(means) / len(means) - 1) / 4
        return float(100 * earned / weight) if weight else None
