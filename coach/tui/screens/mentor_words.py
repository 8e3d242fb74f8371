"""What the screens say about pieces: lines of a list, the piece itself, and ratings side by side."""

from textual.content import Content

from coach.core.prose import unmarked
from coach.core.rating import anchor
from coach.core.rubric import Criterion
from coach.locale import mark, tr
from coach.services.pieces import Given, Piece
from coach.surface.lit import line, lit
from coach.surface.spelling import long_day, short_day
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
NO_EFFECT = mark("A mentor's rating is there to learn from; score, mastery and reviews stay as they are.")
NAME_WIDTH = 16
TITLE_WIDTH = 60
"""Columns of a title at most, so that the name beside it is not far away."""


def row(piece: Piece, width: int) -> Content:
    """Lay a piece out for a list: its title and whose it is, then where it is from and who rated it."""
    room = min(TITLE_WIDTH, width - NAME_WIDTH - 2)
    head = line("  ", fit(piece.title, room), fit(piece.name, NAME_WIDTH))
    parts = [piece.module, _day(piece)]
    if piece.given:
        parts.append(tr("rated by {names}", names=", ".join(one.name for one in piece.given)))
    return Content("\n").join([head, lit(f"    {' · '.join(parts)}", MUTED)])


def title(piece: Piece) -> Content:
    """Say whose piece it is."""
    return line((tr("Mentor"), "bold"), f" › {piece.name} › {piece.title}")


def answer(piece: Piece, heading: str) -> Content:
    """Show what was answered, under a heading with its day."""
    return Content("\n").join([line((heading, HEADING), (f"   {_day(piece)}", MUTED)), lit(piece.said)])


def laid_out(piece: Piece) -> Content:
    """Show what was asked, what was answered, and what the program looked at."""
    share = f"{piece.outcome.score:.0%}".replace("%", " %")
    parts = [
        lit(tr("What was asked"), HEADING),
        lit(piece.brief),
        Content(""),
        answer(piece, tr("What {name} wrote or said", name=piece.name)),
        Content(""),
        line(
            (tr("What the program looked at"), HEADING),
            ("   " + tr("{share} of it is right", share=share), MUTED),
        ),
    ]
    judged = [check for check in piece.outcome.checks if check.weight]
    parts += [
        line(
            (tr("✓ right") + "  ", "$text-success")
            if check.passed
            else (tr("✗ wrong") + "  ", "$text-error"),
            check.label,
        )
        for check in judged
    ]
    if piece.asked != piece.brief:
        parts += [Content(""), lit(tr("The whole task, as it was put"), HEADING), lit(piece.asked)]
    return Content("\n").join(parts)


def standing(piece: Piece, rated: int, *, saved: bool) -> Content:
    """Say on the right of the top line how far the rating has come, and whether it is saved."""
    if not rated:
        return lit(tr("not rated"))
    how_far = tr("{rated} of {total} rated", rated=rated, total=len(piece.rubric))
    return lit(f"{how_far} · " + (tr("saved") if saved else tr("not saved")))


def note(text: str) -> Content:
    """Show the note to the learner, or how to write one."""
    return (
        line((tr("Your note") + "  ", HEADING), text)
        if text
        else lit(tr("n writes a note to the learner."), MUTED)
    )


def compared(piece: Piece, person: str) -> Content:
    """Put all ratings side by side, by criterion with the anchors of what was given, then the notes."""
    voices = piece.voices(person)
    own = person == piece.learner
    head = tr("Ratings of your answer side by side") if own else tr("Ratings side by side")
    lines = [lit(head, HEADING)]
    for criterion in piece.rubric:
        levels = {name: ratings[criterion.id] for name, ratings in voices if criterion.id in ratings}
        if levels:
            lines += _criterion(criterion, levels)
    lines += [_said(one, person) for one in piece.given if one.note]
    return Content("\n").join([*lines, lit(tr(NO_EFFECT), MUTED)])


def _criterion(criterion: Criterion, levels: dict[str, int]) -> list[Content]:
    said = " · ".join(f"{name}: {level}" for name, level in levels.items())
    return [
        line((criterion.title, "bold"), f"   {said}"),
        *(
            line((f"  {level}  ", MUTED), (unmarked(anchor(criterion, level)), MUTED))
            for level in sorted(set(levels.values()), reverse=True)
        ),
    ]


def _said(given: Given, person: str) -> Content:
    name = tr("You") if given.mentor == person else given.name
    return line((f"{name}, {short_day(given.at.astimezone())}  ", "bold"), given.note)


def _day(piece: Piece) -> str:
    return long_day(piece.at.astimezone())
