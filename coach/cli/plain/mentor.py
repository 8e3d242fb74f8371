"""A piece and its ratings as lines of text."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Dialogue
from coach.core.prose import unmarked
from coach.core.rating import LEVELS, anchor

if TYPE_CHECKING:
    from coach.core.rubric import Criterion
    from coach.services.pieces import Piece

NO_EFFECT = "A mentor's rating is there to learn from; score, mastery and reviews stay as they are."


def told(piece: "Piece", person: str) -> None:
    """Write a piece with the anchors to rate it by, and what others gave as far as it is open to a person."""
    talk = Dialogue()
    talk.say(f"{piece.id}: {piece.title} ({piece.module}), {piece.name}, {piece.at.astimezone():%d %b %Y}")
    talk.say()
    talk.say("What was asked:")
    talk.say(piece.brief, indent="  ")
    talk.say()
    talk.say(f"What {piece.name} wrote or said:")
    talk.say(piece.said, indent="  ")
    talk.say()
    talk.say(f"What the program looked at: {round(100 * piece.outcome.score)} % of it is right.")
    for check in piece.outcome.checks:
        if check.weight:
            talk.listed("-", f"{'right' if check.passed else 'wrong'}: {check.label}")
    talk.say()
    if piece.asked != piece.brief:
        talk.say("The whole task, as it was put:")
        talk.say(piece.asked, indent="  ")
        talk.say()
    talk.say("What to rate it by:")
    for criterion in piece.rubric:
        talk.say(f"{criterion.title} ({criterion.id})")
        for level in LEVELS:
            _level(talk, criterion, level)
    if piece.open_to(person):
        talk.say()
        compared(piece, person)


def compared(piece: "Piece", person: str) -> None:
    """Write all ratings side by side, by criterion with the anchors of what was given, then the notes."""
    talk = Dialogue()
    voices = piece.voices(person)
    for criterion in piece.rubric:
        levels = {name: ratings[criterion.id] for name, ratings in voices if criterion.id in ratings}
        if not levels:
            continue
        said = ", ".join(f"{name} {level}" for name, level in levels.items())
        talk.say(f"{criterion.title}: {said}")
        for level in sorted(set(levels.values()), reverse=True):
            _level(talk, criterion, level)
    for one in piece.given:
        if one.note:
            talk.say(f"{'You' if one.mentor == person else one.name}: {one.note}")
    talk.say(NO_EFFECT if piece.given else "No mentor has rated it yet.")


def _level(talk: Dialogue, criterion: "Criterion", level: int) -> None:
    talk.listed(str(level), unmarked(anchor(criterion, level)))
