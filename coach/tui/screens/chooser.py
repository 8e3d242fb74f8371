"""Who is learning: one of the people on this machine, or somebody new."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.surface.spelling import long_day
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Write
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows, fit
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.profiles import Profile

ABOUT = mark("Each person has progress, reviews, bookmarks and notes of their own. Interviews are shared.")
NEW = mark("A short name in small letters, such as mira or dana-roth.")
NEEDED = mark("Write a short name, or leave with esc.")
ROOMY = 60
"""Columns from which there is room for the day somebody was here last."""


class ChooserScreen(CoachScreen[str | None]):
    """Answers with a profile's id, or ``None`` when left; ``here`` is who learns now, if anybody."""

    where = "chooser"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("chooser")]

    def __init__(self, people: "tuple[Profile, ...]", *, here: str = "") -> None:
        super().__init__()
        self._people = people
        self._here = here

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Who is learning?"), "bold")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("choose")),)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        people = [Option(self._person(person, width), id=person.id) for person in self._people]
        rows.fill([Option(lit(tr(ABOUT) + "\n", "$text-muted"), disabled=True), *people])
        rows.focus()

    def _person(self, person: "Profile", width: int) -> Content:
        here = "  " + tr("learns now") if person.id == self._here else ""
        name = f"{person.name} ({person.id})" if person.name else person.id
        if width < ROOMY:
            return line("  ", fit(name, width - 16), here)
        last = long_day(person.last_at.astimezone()) if person.last_at else tr("nothing done yet")
        return line("  ", fit(name, width - 34), (last, "$text-muted"), here)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_new(self) -> None:
        self.app.push_screen(Write(tr("Somebody new"), tr(NEW), needed=tr(NEEDED)), self._named)

    def _named(self, name: str | None) -> None:
        from coach.services.profiles import ProfileError, checked

        if name is None:
            return
        try:
            self.dismiss(checked(name))
        except ProfileError as error:
            self.coach.refuse(error)

    def action_back(self) -> None:
        self.dismiss(None)
