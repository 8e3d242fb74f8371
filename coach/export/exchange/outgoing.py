"""What all shapes of scorecards on their way out share: the cards, the losses, and small conversions."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from coach.core.bank import Guide
from coach.core.record import Record
from coach.core.scorecard import QuestionCard, ScorecardView
from coach.locale import tr

MOST_NAMED = 3
"""So many places are named in a sentence; the manifest names all."""


class Card(Record):
    """A submitted scorecard on its way out: what is shown of it, and what only its record knows."""

    view: ScorecardView
    commitment: str = ""
    """The hash that sealed it when it was handed in; empty in records from before there were seals."""
    requisition: str = ""


class Loss(Record):
    """Something that the shape cannot hold, and what became of it.

    ``places`` are the ids of the scorecards concerned, with the question after a colon where it is about
    one; empty means that it concerns everything.
    """

    what: str
    places: tuple[str, ...] = ()


class Exported(Record):
    """A file for another system, and what was lost on the way into it."""

    data: bytes
    losses: tuple[Loss, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The losses as sentences, with the first places of each."""
        return tuple(loss.what + _where(loss.places) for loss in self.losses)


def _where(places: tuple[str, ...]) -> str:
    if not places:
        return ""
    more = len(places) - MOST_NAMED
    named = "; ".join(places[:MOST_NAMED])
    if more > 0:
        named = tr("{named}; and {more} more", named=named, more=more)
    return f" ({named})"


def for_questions(
    what: str, cards: Sequence[Card], concerned: Callable[[QuestionCard], object]
) -> tuple[Loss, ...]:
    """Declare a loss that concerns some questions, or nothing where it concerns none."""
    places = tuple(
        f"{card.view.interview}: {question.question}"
        for card in cards
        for question in card.view.questions
        if concerned(question)
    )
    return (Loss(what=what, places=places),) if places else ()


def for_scorecards(
    what: str, cards: Sequence[Card], concerned: Callable[[ScorecardView], object]
) -> tuple[Loss, ...]:
    """Declare a loss that concerns some scorecards, or nothing where it concerns none."""
    places = tuple(card.view.interview for card in cards if concerned(card.view))
    return (Loss(what=what, places=places),) if places else ()


def usual_losses(cards: Sequence[Card], system: str) -> tuple[Loss, ...]:
    """Declare what none of the other systems has a place for; ``system`` is its name."""
    return (
        Loss(
            what=tr(
                "{system} has no place for weights, anchors, probes, scripts and the hash of the kit; "
                "they are left out.",
                system=system,
            )
        ),
        Loss(
            what=tr(
                "{system} has no place for the score from 0 to 100 and its coverage; they are left out.",
                system=system,
            )
        ),
        Loss(
            what=tr(
                "The minutes on each question, and the lines on conflict of interest and on consent, are "
                "left out."
            )
        ),
        *for_scorecards(
            tr(
                "Only the values after amendment are told; what stood before, and why it changed, is "
                "left out."
            ),
            cards,
            lambda view: view.amendments,
        ),
    )


def titles(guide: Guide) -> dict[str, str]:
    """Name each question of a guide, by id, after its competency; where that is not unique, with its id.

    The names depend on the guide alone, so the same question has the same name on every scorecard.
    """
    named = {question.id: guide.competency(question.competency).title for question in guide.questions}
    often = Counter(named.values())
    return {name: title if often[title] == 1 else f"{title} ({name})" for name, title in named.items()}


def asked(card: QuestionCard) -> str:
    """Say how a question was put, in the words of the scorecard on paper."""
    match card.asked:
        case "asked":
            return "Asked as written."
        case "reworded":
            return f"Asked in these words: {card.wording}"
        case "skipped":
            return f"Skipped: {card.skipped}"
        case "open":
            return "Not reached."


def around(view: ScorecardView) -> str:
    """Put the notes on opening and closing together, each with its name; empty if there are none."""
    notes = (("Opening", view.opening_note), ("Closing", view.closing_note))
    return "\n".join(f"{name}: {note}" for name, note in notes if note)


def changed(view: ScorecardView) -> datetime | None:
    """Tell when a scorecard was last changed: by its last amendment, or when it was submitted."""
    return view.amendments[-1].at if view.amendments else view.submitted


def instant(at: datetime | None) -> str:
    """Write a time in UTC to the millisecond, as ``2026-11-14T09:00:00.000Z``; empty for none."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else ""


def milliseconds(at: datetime | None) -> int | None:
    """Count the milliseconds since 1970 (UTC)."""
    return round(at.timestamp() * 1000) if at else None


def listed(records: Iterable[Record]) -> bytes:
    """Write records as one JSON list, indented, with a line end after it."""
    return msgspec.json.format(msgspec.json.encode(list(records)), indent=2) + b"\n"
