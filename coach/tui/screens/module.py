"""A module: its sessions and lessons, and how far one has come with each."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.content.library import ContentError
from coach.core.training import Standing
from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows, fit
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.session_run import SessionRun


class ModuleScreen(CoachScreen[None]):
    """Sessions with their lessons; opening a lesson goes to its first unfinished step."""

    where = "module"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("module")]

    def __init__(self, module_id: str) -> None:
        super().__init__()
        self._module_id = module_id

    def compose(self) -> ComposeResult:
        yield TopLine(lit(self._module_id))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")),)

    def on_screen_resume(self) -> None:
        self._draw()

    def _draw(self) -> None:
        library, training = self.services.library, self.services.training
        module = library.module(self._module_id).value
        drawn = [Option(lit(f"{module.summary}\n", "$text-muted"), disabled=True)]
        for number, header in enumerate(module.sessions, 1):
            try:
                drawn += _session(training.open(module.id, header.id), number)
            except ContentError as error:
                drawn += _unreadable(header.title, number, error)
        rows = self.query_one(Rows)
        rows.fill(drawn)
        rows.focus()
        self.query_one(TopLine).show(left=line((module.title, "bold")), right=lit(_audience(module.audience)))

    @told
    def action_reset(self) -> None:
        from coach.tui.screens.reset import ask_reset

        highlighted = self.query_one(Rows).highlighted_option
        session = (highlighted.id or "").partition("/")[0] if highlighted is not None else ""
        ask_reset(self.coach, self._module_id, session, self._draw)

    def action_back(self) -> None:
        self.dismiss(None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        session, _, lesson = (event.option.id or "").partition("/")
        if lesson:
            self.coach.open_session(self._module_id, session, lesson)


def _audience(audience: str) -> str:
    return audience if len(audience) < len("for people in and around the trade, and others") else ""


def _session(run: "SessionRun", number: int) -> list[Option]:
    """Lay out one session: a heading, then a line for every lesson."""
    heading = line(
        (_head(number, run.session.title), "bold $text-primary"),
        (f"   {_hours(run.session.minutes)}", "$text-muted"),
    )
    rows = [Option(heading, disabled=True)]
    first = 0
    for lesson in run.session.flow:
        standings = [run.standing(first + offset) for offset in range(len(lesson.steps))]
        first += len(lesson.steps)
        row = _lesson(lesson.title, lesson.minutes, standings)
        rows.append(Option(row, id=f"{run.session.id}/{lesson.id}"))
    rows.extend(Option(lit(f"  {problem}", "$text-warning"), disabled=True) for problem in run.problems)
    rows.append(Option(Content(""), disabled=True))
    return rows


TITLE = 46
"""Columns for a lesson's title, so that minutes and standings line up."""


def _lesson(title: str, minutes: float, standings: list[Standing]) -> Content:
    done = sum(standing.finished for standing in standings)
    whole, begun = done == len(standings), any(standing is not Standing.NEW for standing in standings)
    if whole:
        sign, word = "✓", tr("done")
    elif begun:
        sign, word = "◐", tr("{done} of {total}", done=done, total=len(standings))
    else:
        sign, word = "·", ""
    style = "$text-success" if whole else "$text-muted"
    timed = (f"{minutes:>4.0f} " + tr("min"), "$text-muted")
    return line((f"  {sign} ", style), fit(title, TITLE), timed, (f"   {word}", style))


def _unreadable(title: str, number: int, error: ContentError) -> list[Option]:
    """Lay out a session that cannot be read: its title, and why."""
    heading = line((_head(number, title), "bold $text-primary"))
    return [Option(heading, disabled=True), Option(lit(f"  {error}\n", "$text-warning"), disabled=True)]


def _head(number: int, title: str) -> str:
    return tr("Session {number}", number=number) + f"  {title}"


def _hours(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)
