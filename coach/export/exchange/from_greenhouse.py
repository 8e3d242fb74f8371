"""Scorecards of the Greenhouse Harvest API v1, read as material to compare with."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.table import guarded, table
from coach.core.text import visible
from coach.export.exchange.incoming import AGAIN, items, records, shown
from coach.export.exchange.markup import to_text
from coach.export.exchange.scales import FROM_GREENHOUSE, GREENHOUSE_OVERALL, NO_DECISION
from coach.locale import mark, tr, trn

NOTHING = "–"
COLUMNS = ("candidate", "interviewer", "item", "rating")
"""The columns that ``coach agreement`` reads; an empty rating is none."""

OVERALL = (*GREENHOUSE_OVERALL.values(), NO_DECISION)


class Person(Record, forbid_unknown_fields=False):
    """A user of Greenhouse."""

    id: int | str | None = None
    name: str | None = None


class Attribute(Record, forbid_unknown_fields=False):
    """A rating with its note."""

    name: str
    rating: str | None = None
    note: str | None = None


class Answer(Record, forbid_unknown_fields=False):
    """A question and its answer, which may be HTML."""

    question: str
    answer: str | None = None


class Scorecard(Record, forbid_unknown_fields=False):
    """As much of a scorecard as is read; whatever else stands in it is passed over."""

    candidate_id: int | str
    attributes: tuple[Attribute, ...]
    questions: tuple[Answer, ...] = ()
    interview: str | None = None
    interviewer: Person | None = None
    submitted_by: Person | None = None
    submitted_at: str | None = None
    overall_recommendation: str | None = None


class Rating(Record):
    """One rating as ``coach agreement`` takes it; ``None`` where there was no decision."""

    candidate: str
    interviewer: str
    item: str
    rating: int | None


class Ratings(Record):
    """What was read of a file, and sentences about what did not get in."""

    ratings: tuple[Rating, ...]
    notes: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The ratings as CSV (RFC 4180, UTF-8, with a header), every text guarded against formulas."""
        rows = (
            (guarded(one.candidate), guarded(one.interviewer), guarded(one.item), str(one.rating or ""))
            for one in self.ratings
        )
        return table([COLUMNS, *rows]).encode()


def read_scorecards(data: bytes, file: str) -> tuple[Scorecard, ...]:
    """Read one scorecard or a list of them; raises :class:`coach.core.conduct.Refused`."""
    found = tuple(records(items(data, file), Scorecard, file, mark("scorecard")))
    for number, card in enumerate(found, 1):
        _mind(card, tr("{file}, scorecard {number}", file=file, number=number))
    return found


def _mind(card: Scorecard, where: str) -> None:
    """Refuse words that are none of Greenhouse's; guessing at a rating would falsify it."""
    for one in card.attributes:
        if one.rating not in (None, NO_DECISION, *FROM_GREENHOUSE):
            known = ", ".join((*FROM_GREENHOUSE, NO_DECISION))
            raise Refused(
                tr(
                    "{where}: the attribute {name} has the rating {rating}, which is none of {known}. "
                    "{again}",
                    where=where,
                    name=shown(one.name),
                    rating=shown(one.rating),
                    known=known,
                    again=tr(AGAIN),
                )
            )
    if card.overall_recommendation not in (None, *OVERALL):
        raise Refused(
            tr(
                "{where}: the overall recommendation {given} is none of {known}. {again}",
                where=where,
                given=shown(card.overall_recommendation),
                known=", ".join(OVERALL),
                again=tr(AGAIN),
            )
        )


def as_ratings(cards: Sequence[Scorecard]) -> Ratings:
    """Make a rating of each attribute: definitely_not is 1, strong_yes is 5, no_decision is none.

    Where the file holds several sorts of interview, an item is named after its interview too. What was
    rated again for the same interview, candidate, interviewer and attribute counts as submitted last.
    """
    several = len({card.interview for card in cards}) > 1
    rated = sorted(zip(cards, _people(cards), strict=True), key=lambda pair: pair[0].submitted_at or "")
    found: dict[tuple[str, str, str], Rating] = {}
    for card, interviewer in rated:
        for one in card.attributes:
            item = f"{card.interview}: {one.name}" if several and card.interview else one.name
            rating = FROM_GREENHOUSE.get(one.rating or NO_DECISION)
            key = (str(card.candidate_id), interviewer, item)
            found[key] = Rating(candidate=key[0], interviewer=interviewer, item=item, rating=rating)
    again = sum(len(card.attributes) for card in cards) - len(found)
    return Ratings(ratings=tuple(found.values()), notes=_notes(tuple(found.values()), len(cards), again))


def _people(cards: Sequence[Scorecard]) -> list[str]:
    """Name the interviewer of each scorecard; of several with one name each has their id behind it."""
    people = [card.interviewer or card.submitted_by or Person() for card in cards]
    bearers = Counter(name for name, _ in {(one.name, one.id) for one in people})
    return [_person(one, alone=bearers[one.name] == 1) for one in people]


def _person(person: Person, *, alone: bool) -> str:
    if not person.name:
        return "unknown" if person.id is None else f"user {person.id}"
    return person.name if alone or person.id is None else f"{person.name} ({person.id})"


def _notes(ratings: Sequence[Rating], cards: int, again: int) -> tuple[str, ...]:
    blank = sum(one.rating is None for one in ratings)
    people = len({one.interviewer for one in ratings})
    candidates = len({one.candidate for one in ratings})
    read = tr(
        "Read {cards} of {candidates} by {people}: {ratings}, and {blank} without a decision, which stay "
        "empty.",
        cards=trn("{n} scorecard", "{n} scorecards", cards),
        candidates=trn("{n} candidate", "{n} candidates", candidates),
        people=trn("{n} interviewer", "{n} interviewers", people),
        ratings=trn("{n} rating", "{n} ratings", len(ratings) - blank),
        blank=blank,
    )
    left_out = tr(
        "Recommendations, notes, answers and times are left out; coach agreement has no use for them."
    )
    twice = trn(
        "{n} rating given twice: the one submitted last counts.",
        "{n} ratings given twice: the one submitted last counts.",
        again,
    )
    return (read, left_out, twice) if again else (read, left_out)


def as_text(cards: Sequence[Scorecard]) -> bytes:
    """List scorecards for reading, one after the other, HTML brought into plain text."""
    told = (
        "\n".join(
            _told(card, interviewer, tr("Scorecard {number} of {cards}", number=number, cards=len(cards)))
        )
        for number, (card, interviewer) in enumerate(zip(cards, _people(cards), strict=True), 1)
    )
    return visible("\n\n".join(told) + "\n").encode()


def _told(card: Scorecard, interviewer: str, title: str) -> Iterator[str]:
    yield title
    yield tr("Candidate: {candidate}", candidate=card.candidate_id)
    yield tr("Interviewer: {interviewer}", interviewer=interviewer)
    yield tr("Interview: {interview}", interview=card.interview or NOTHING)
    yield tr("Submitted: {time}", time=card.submitted_at or NOTHING)
    yield tr("Overall recommendation: {overall}", overall=card.overall_recommendation or NO_DECISION)
    yield tr("Ratings:") if card.attributes else tr("Ratings: none")
    for one in card.attributes:
        rating = FROM_GREENHOUSE.get(one.rating or NO_DECISION)
        told = tr("not rated") if rating is None else f"{rating} ({one.rating})"
        yield f"- {one.name}: {told}"
        yield from _indented(one.note or "")
    answers = [(one.question, to_text(one.answer or "")) for one in card.questions]
    if any(answer for _, answer in answers):
        yield tr("Answers:")
    for question, answer in answers:
        if answer:
            yield f"- {question}"
            yield from _indented(answer)


def _indented(text: str) -> Iterator[str]:
    return (f"  {line}" for line in text.splitlines() if line.strip())
