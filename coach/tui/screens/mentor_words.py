"""What the screens say about pieces: lines of a list, the piece itself, and ratings side by side."""

from textual.content import Content

from coach.core.prose import unmarked
from coach.core.rating import anchor
from coach.core.rubric import Criterion
from coach.services.pieces import Given, Piece
from coach.surface.lit import line, lit
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
NO_EFFECT = "A mentor's rating is there to learn from; score, mastery and reviews stay as they are."
NAME_WIDTH = 16
TITLE_WIDTH = 60
"""Columns of a title at most, so that the name beside it is not far away."""


def row(piece: Piece, width: int) -> Content:
    """Lay a piece out for a list: its title and whose it is, then where it is from and who rated it."""
    room = min(TITLE_WIDTH, width - NAME_WIDTH - 2)
    head = line("  ", fit(piece.title, room), fit(piece.name, NAME_WIDTH))
    rated = f" · rated by {', '.join(one.name for one in piece.given)}" if piece.given else ""
    return Content("\n").join([head, lit(f"    {piece.module} · {_day(piece)}{rated}", MUTED)])


def title(piece: Piece) -> Content:
    """Say whose piece it is."""
    return line(("Mentor", "bold"), f" › {piece.name} › {piece.title}")


def answer(piece: Piece, heading: str) -> Content:
    """Show what was answered, under a heading with its day."""
    return Content("\n").join([line((heading, HEADING), (f"   {_day(piece)}", MUTED)), lit(piece.said)])


def laid_out(piece: Piece) -> Content:
    """Show what was asked, what was answered, and what the program looked at."""
    parts = [
        lit("What was asked", HEADING),
        lit(piece.brief),
        Content(""),
        answer(piece, f"What {piece.name} wrote or said"),
        Content(""),
        line(
            ("What the program looked at", HEADING),
            (f"   {piece.outcome.score:.0%} of it is right".replace("%", " %"), MUTED),
        ),
    ]
    judged = [check for check in piece.outcome.checks if check.weight]
    parts += [
        line(("✓ right  ", "$text-success") if check.passed else ("✗ wrong  ", "$text-error"), check.label)
        for check in judged
    ]
    if piece.asked != piece.brief:
        parts += [Content(""), lit("The whole task, as it was put", HEADING), lit(piece.asked)]
    return Content("\n").join(parts)


def standing(piece: Piece, rated: int, *, saved: bool) -> Content:
    """Say on the right of the top line how far the rating has come, and whether it is saved."""
    if not rated:
        return lit("not rated")
    return lit(f"{rated} of {len(piece.rubric)} rated · {'saved' if saved else 'not saved'}")


def note(text: str) -> Content:
    """Show the note to the learner, or how to write one."""
    return line(("Your note  ", HEADING), text) if text else lit("n writes a note to the learner.", MUTED)


def compared(piece: Piece, person: str) -> Content:
    """Put all ratings side by side, by criterion with the anchors of what was given, then the notes."""
    voices = piece.voices(person)
    of = " of your answer" if person == piece.learner else ""
    lines = [lit(f"Ratings{of} side by side", HEADING)]
    for criterion in piece.rubric:
        levels = {name: ratings[criterion.id] for name, ratings in voices if criterion.id in ratings}
        if levels:
            lines += _criterion(criterion, levels)
    lines += [_said(one, person) for one in piece.given if one.note]
    return Content("\n").join([*lines, lit(NO_EFFECT, MUTED)])


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
    name = "You" if given.mentor == person else given.name
    return line((f"{name}, {given.at.astimezone():%d %b}  ", "bold"), given.note)


def _day(piece: Piece) -> str:
    return f"{piece.at.astimezone():%d %b %Y}"
