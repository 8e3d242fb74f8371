"""Bookmarks and own notes of all modules, to be found again."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, tr, trn
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Choose
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.keep import Kept

NOTHING = mark("Nothing yet. In a lesson, m sets a bookmark on a step and o opens a note of your own.")
MARK, UNMARKED = "◆ ", "  "
"""What stands before the title of a step with a bookmark, and of one without."""
LONGEST_SHOWN = 400
"""Characters of a note that the list shows."""
SURE = (("yes", mark("Take them away")), ("no", mark("Keep them")))


class KeptScreen(CoachScreen[None]):
    """Enter opens the step; what belongs to a step that is gone can still be read here."""

    where = "kept"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("kept")]

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[Kept, ...] = ()

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Bookmarks and notes"), "bold")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")),)

    def on_screen_resume(self) -> None:
        self._draw()

    @told
    def _draw(self) -> None:
        services = self.services
        self._kept = services.keep.all(services.library.index(services.folders.cache))
        drawn = [Option(_row(kept), id=str(number)) for number, kept in enumerate(self._kept)]
        rows = self.query_one(Rows)
        rows.fill(drawn or [Option(lit("  " + tr(NOTHING), "$text-muted"), disabled=True)])
        rows.focus()
        marks = sum(kept.bookmarked for kept in self._kept)
        notes = sum(bool(kept.note) for kept in self._kept)
        bookmarks = trn("{n} bookmark", "{n} bookmarks", marks)
        self.query_one(TopLine).show(right=lit(f"{bookmarks}, " + trn("{n} note", "{n} notes", notes)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to take away only where there is something."""
        return action != "drop" or bool(self._kept)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        kept = self._kept[int(event.option.id or 0)]
        if kept.gone:
            self.notify(tr("This step is no longer in the content, so it cannot be opened."), markup=False)
            return
        self.coach.open_session(kept.place.module, kept.place.session, step=kept.place.step)

    def action_drop(self) -> None:
        highlighted = self.query_one(Rows).highlighted_option
        if highlighted is None or highlighted.id is None:
            return
        kept = self._kept[int(highlighted.id)]
        if not kept.note:
            self._drop(kept)
            return
        question = tr("Take bookmark and note away?") if kept.bookmarked else tr("Take the note away?")
        self.app.push_screen(
            Choose(question, kept.note[:LONGEST_SHOWN], tuple((one, tr(text)) for one, text in SURE)),
            lambda answer: self._drop(kept) if answer == "yes" else None,
        )

    @told
    def _drop(self, kept: "Kept") -> None:
        self.services.keep.drop(kept)
        self._draw()

    def action_back(self) -> None:
        self.dismiss(None)


def _row(kept: "Kept") -> Content:
    mark = MARK if kept.bookmarked else UNMARKED
    where = f"{kept.where}   (" + tr("no longer in the content") + ")" if kept.gone else kept.where
    lines = [line("  ", (mark, "$text-primary"), (kept.title, "bold")), lit(f"    {where}", "$text-muted")]
    if kept.note:
        shown = kept.note if len(kept.note) <= LONGEST_SHOWN else f"{kept.note[: LONGEST_SHOWN - 1]}…"
        lines += [lit(f"    {part}") for part in shown.split("\n")]
    return Content("\n").join(lines)
