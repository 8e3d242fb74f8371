"""A step of a lesson: read, answer, understand, go on."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.outcome import Outcome
from coach.core.training import Standing
from coach.locale import mark
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit
from coach.tui.actions import bindings
from coach.tui.screens import step_words as words
from coach.tui.screens.base import WIDE, CoachScreen
from coach.tui.screens.step_kept import KeptLine
from coach.tui.screens.step_parts import parts
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.mentors import Mentors
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.run import Run


class StepScreen(CoachScreen[None]):
    """One step at a time of a session; the end of the session is the step after the last."""

    where = "step"
    CSS_PATH = "step.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("step")]

    def __init__(self, run: "Run", index: int | None) -> None:
        """``index`` is the step to begin with; ``None`` shows the end of the session."""
        super().__init__()
        self.run_ = run
        self.index = len(run.steps) if index is None else index
        self.closed = False
        """Whether the exercise shows an outcome and waits for what comes next."""
        self.exercise: ExerciseWidget[Any, Any] | None = None
        """The exercise on the screen, if the step is one."""
        self.mentors: Mentors | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(lit(""))
        yield VerticalScroll(classes="body")
        yield KeyLine()

    async def on_mount(self) -> None:
        self._record()
        self.watch(self.query_one(".body", VerticalScroll), "scroll_y", self._scrolled, init=False)
        await self._draw()

    def _scrolled(self) -> None:
        """Say of the enter key what it does now: at the end of a text it goes on."""
        for keys in self.query(KeyLine):
            keys.lead = self._lead()

    def on_resize(self) -> None:
        self.call_after_refresh(self._refresh_lines)

    @property
    def at_end(self) -> bool:
        """Whether the session's end is shown."""
        return self.index >= len(self.run_.steps)

    @told
    def _record(self) -> None:
        """Make the step on the screen the one where the learner stands."""
        if not self.at_end:
            self.run_.show(self.index)

    async def _draw(self) -> None:
        """Draw the step at ``index`` as it stands."""
        self._forget()
        body = self.query_one(".body", VerticalScroll)
        async with self.batch():
            await body.remove_children()
            if self.at_end:
                await body.mount(*self._ending())
            else:
                await body.mount(*self._parts())
            body.set_class(self.exercise is not None and self.exercise.fills, "filled")
        body.scroll_home(animate=False)
        body.can_focus = self.exercise is None
        if self.exercise is not None:
            self.exercise.focus()
        else:
            self.set_focus(body)
        self._restore()
        self.call_after_refresh(self._refresh_lines)

    def _forget(self) -> None:
        """Let go of the step before."""
        self.closed, self.exercise, self.mentors = False, None, None

    def _parts(self) -> tuple[Widget, ...]:
        widgets, self.exercise, self.mentors = parts(self.run_, self.index)
        return widgets

    def _restore(self) -> None:
        """Bring back hints and, for a finished exercise, its answer and outcome."""
        if self.at_end:
            return
        for hint in self.run_.hints(self.index):
            self._add_hint(hint)
        if self.exercise is None:
            return
        progress, response = self.run_.progress(self.index), self.run_.response(self.index)
        if self.exercise.wants_earlier:
            self.exercise.remember(self.run_.earlier(self.index))
        self.query_one(Mentors).look(self.run_, self.index)
        if progress is None or not progress.standing.finished:
            draft = self.run_.draft(self.index)
            if draft is not None:
                self.exercise.resume(draft)
            return
        if progress.standing is Standing.REVEALED:
            self._reveal()
        elif response is not None and progress.outcome is not None:
            self._close(response, progress.outcome)

    def _refresh_lines(self) -> None:
        wide = self.size.width >= WIDE
        self.query_one(TopLine).show(
            left=words.place(self.run_, self.index, wide=wide),
            right=words.progress(self.run_, self.index, wide=wide),
        )
        self.query_one(KeyLine).lead = self._lead()
        self._show_kept()
        self.refresh_bindings()

    def _lead(self) -> tuple[tuple[str, str], ...]:
        if self.exercise is not None and not self.closed:
            return ()
        return (("⏎", mark("more") if self._more_below() else words.enter_means(self.run_, self.index)),)

    def _more_below(self) -> bool:
        """Whether a text goes on below the screen."""
        body = self.query_one(".body", VerticalScroll)
        return self.exercise is None and body.max_scroll_y - body.scroll_offset.y > 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what makes sense at this moment."""
        asking = self.exercise is not None and not self.closed
        standing = Standing.NEW if self.at_end else self.run_.standing(self.index)
        offered = {
            "proceed": not asking,
            "hint": not standing.finished and words.hints_left(self.run_, self.index) > 0,
            "reveal": self.exercise is not None and standing is Standing.TRIED,
            "again": self.exercise is not None and standing.finished,
            "next": not self.at_end and not (self.closed and standing.finished),
            "previous": self.index > 0,
            "bookmark": not self.at_end,
            "note": not self.at_end,
            "mentors": self.mentors is not None and self.mentors.piece is not None,
        }
        return offered.get(action, True)

    @told
    def on_exercise_widget_answered(self, message: ExerciseWidget.Answered) -> None:
        message.stop()
        outcome = self.run_.answer(self.index, message.response)
        kind = self.run_.kind(self.index)
        if kind is not None and kind.mends and not outcome.right:
            self.run_.keep_draft(self.index, message.response)
        self.query_one(Mentors).look(self.run_, self.index)
        self._close(message.response, outcome)

    @told
    def on_exercise_widget_drafted(self, message: ExerciseWidget.Drafted) -> None:
        message.stop()
        self.run_.keep_draft(self.index, message.response)

    def _close(self, response: Any, outcome: Any) -> None:
        """Show the outcome under the answer."""
        if self.exercise is None:
            return
        self.closed = True
        standing = self.run_.standing(self.index)
        self.exercise.show_outcome(response, outcome, solved=standing.finished)
        verdict = self.query_one(".verdict", Static)
        verdict.update(self._verdict(standing, outcome))
        verdict.set_class(True, "shown")  # noqa: FBT003 - Textual's own signature
        self.query_one(Mentors).show(shown=True)
        body = self.query_one(".body", VerticalScroll)
        body.can_focus = not self.exercise.fills
        self.set_focus(body if body.can_focus else None)
        self.call_after_refresh(body.scroll_end, animate=False)
        self._refresh_lines()

    def _ending(self) -> list[Static]:
        return words.ending(self.run_)

    def _verdict(self, standing: Standing, outcome: Outcome) -> Content:
        return words.verdict(standing, outcome)

    def _reveal(self) -> None:
        response, outcome = self.run_.reveal(self.index)
        self._close(response, outcome)

    @told
    async def action_proceed(self) -> None:
        """Another try after a wrong answer; otherwise finish a reading and go to the next step."""
        if self.at_end:
            self.dismiss(None)
            return
        if self._more_below():
            self.query_one(".body", VerticalScroll).scroll_page_down(animate=False)
            self.call_after_refresh(self._refresh_lines)
            return
        if self.exercise is not None and not self.run_.standing(self.index).finished:
            self._retry()
            return
        if self.exercise is None:
            self.run_.finish(self.index)
        await self.go_to(self.index + 1)

    def _retry(self) -> None:
        exercise = self.exercise
        if exercise is None:
            return
        exercise.reopen()
        exercise.focus()
        self._asking_again()

    def on_exercise_widget_reopened(self, message: ExerciseWidget.Reopened) -> None:
        message.stop()
        self._asking_again()

    def _asking_again(self) -> None:
        """Take away what was said about the last answer; tab must not lead out of the exercise."""
        self.closed = False
        self.query_one(".body", VerticalScroll).can_focus = False
        self.query_one(".verdict", Static).set_class(False, "shown")  # noqa: FBT003
        self.query_one(Mentors).show(shown=False)
        self._refresh_lines()

    @told
    def action_hint(self) -> None:
        hint = self.run_.hint(self.index)
        if hint is not None:
            self._add_hint(hint)
            self._refresh_lines()

    def _add_hint(self, hint: str) -> None:
        box = self.query_one(".hints", Vertical)
        line = Static(words.hint(len(box.children) + 1, hint), classes="hint")
        box.mount(line)
        self.call_after_refresh(line.scroll_visible, animate=False)

    @told
    def action_reveal(self) -> None:
        self._reveal()

    @told
    async def action_again(self) -> None:
        self.run_.reset(self.index)
        await self._draw()

    @told
    async def action_next(self) -> None:
        await self.go_to(self.index + 1)

    @told
    async def action_previous(self) -> None:
        await self.go_to(self.index - 1)

    async def go_to(self, index: int) -> None:
        """Show another step; behind the last stands the end of the session."""
        wanted = max(0, min(len(self.run_.steps), index))
        if wanted < len(self.run_.steps):
            self.run_.show(wanted)
        self.index = wanted
        await self._draw()

    def _show_kept(self) -> None:
        """Show bookmark and note; between two steps there is no line for them."""
        for kept in self.query(KeptLine):
            kept.show(asking=self.exercise is not None and not self.closed)

    @told
    def action_bookmark(self) -> None:
        self.query_one(KeptLine).toggle_bookmark()
        self._show_kept()

    @told
    def action_note(self) -> None:
        self.query_one(KeptLine).write_note(self._show_kept)

    def action_mentors(self) -> None:
        self.query_one(Mentors).open()

    def action_leave(self) -> None:
        self.dismiss(None)
