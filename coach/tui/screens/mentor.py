"""Pieces of others: those that wait for a mentor, then those that were rated."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, tr, trn
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.mentor_words import HEADING, row
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.pieces import Piece

NOTHING = mark(
    "Nothing waits. What others in this data folder write or say in writing, star and "
    "pitch exercises is listed here."
)


class MentorScreen(CoachScreen[None]):
    """Enter opens a piece to read and to rate."""

    where = "mentor"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("mentor")]

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Mentor"), "bold")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")),)

    def on_screen_resume(self) -> None:
        self._gather()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @told
    def _gather(self) -> None:
        """Read what there is, and show it."""
        self._pieces = self.services.mentor.pieces()
        waiting = sum(not piece.given for piece in self._pieces)
        self.query_one(TopLine).show(right=lit(trn("{n} waits", "{n} wait", waiting)))
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        waiting = [piece for piece in self._pieces if not piece.given]
        rated = [piece for piece in self._pieces if piece.given]
        between = [Option("", disabled=True)] if waiting and rated else []
        drawn = [*_group(tr("Waiting"), waiting, width), *between, *_group(tr("Rated"), rated, width)]
        rows.fill(drawn or [Option(lit(f"  {tr(NOTHING)}", "$text-muted"), disabled=True)])
        rows.focus()

    @told
    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from coach.tui.screens.mentor_piece import PieceScreen

        self.app.push_screen(PieceScreen(self.services.mentor.piece(event.option.id or "")))

    def action_back(self) -> None:
        self.dismiss(None)


def _group(title: str, pieces: "list[Piece]", width: int) -> list[Option]:
    """List pieces under a title; nothing where there are none."""
    if not pieces:
        return []
    head = Option(lit(title, HEADING), disabled=True)
    return [head, *(Option(row(piece, width), id=piece.id) for piece in pieces)]
