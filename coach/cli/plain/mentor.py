"""A piece and its ratings as lines of text."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Dialogue
from coach.core.prose import unmarked
from coach.core.rating import LEVELS, anchor
from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.core.rubric import Criterion
    from coach.services.pieces import Piece

NO_EFFECT = mark("A mentor's rating is there to learn from; score, mastery and reviews stay as they are.")


def told(piece: "Piece", person: str) -> None:
    """Write a piece with the anchors to rate it by, and what others gave as far as it is open to a person."""
    talk = Dialogue()
    when = tr("{day:%d %b %Y}", day=piece.at.astimezone())
    talk.say(f"{piece.id}: {piece.title} ({piece.module}), {piece.name}, {when}")
    talk.say()
    talk.say(tr("What was asked:"))
    talk.say(piece.brief, indent="  ")
    talk.say()
    talk.say(tr("What {name} wrote or said:", name=piece.name))
    talk.say(piece.said, indent="  ")
    talk.say()
    percent = round(100 * piece.outcome.score)
    talk.say(tr("What the program looked at: {percent} % of it is right.", percent=percent))
    for check in piece.outcome.checks:
        if check.weight:
            said = mark("right: {label}") if check.passed else mark("wrong: {label}")
            talk.listed("-", tr(said, label=check.label))
    talk.say()
    if piece.asked != piece.brief:
        talk.say(tr("The whole task, as it was put:"))
        talk.say(piece.asked, indent="  ")
        talk.say()
    talk.say(tr("What to rate it by:"))
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
            talk.say(f"{tr('You') if one.mentor == person else one.name}: {one.note}")
    talk.say(tr(NO_EFFECT) if piece.given else tr("No mentor has rated it yet."))


def _level(talk: Dialogue, criterion: "Criterion", level: int) -> None:
    talk.listed(str(level), unmarked(anchor(criterion, level)))
