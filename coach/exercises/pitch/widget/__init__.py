"""Speaking against a clock on the screen, then ticking and rating what was heard."""

import time
from math import ceil
from typing import TYPE_CHECKING, ClassVar, Self

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from coach.core.exercise import Context, Unreadable
from coach.core.outcome import MODEL, Outcome
from coach.locale import tr
from coach.surface.clock import ClockFace
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.rubric import RubricForm
from coach.surface.tick import TickList
from coach.surface.typed import Field

from ..spec import LONGEST, Response, Spec
from ..stages import AFTER, BEFORE, OFFERED, TITLES, Stage, body, goes_on, instruction, reached, remaining
from ..words import RATERS, aim, read_seconds
from .keys import KEYS

if TYPE_CHECKING:
    from textual.timer import Timer

clock = time.monotonic
"""Where the seconds come from; tests put another clock here."""

LOOK = 0.2
"""Seconds between two looks at the clock."""
REST = 0.4
"""Seconds of typing that may be lost at most; the promise is half a second."""
NOTE_LENGTH = 400


class PitchWidget(ExerciseWidget[Spec, Response]):
    """One stage after the other; what does not belong to it is hidden."""

    DEFAULT_CSS = """
    PitchWidget .aim { margin-bottom: 1; max-width: 84; color: $text-muted; }
    PitchWidget .title { text-style: bold; color: $text-primary; margin-bottom: 1; max-width: 84; }
    PitchWidget .text { max-width: 84; }
    PitchWidget Field.time { width: 16; }
    PitchWidget Field.note { max-width: 90; }
    PitchWidget .how { color: $text-muted; margin-top: 1; max-width: 84; }
    PitchWidget .model { max-width: 84; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = KEYS
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.response = Response()
        """What was given so far."""
        self.stage = Stage.READY
        self.ticks = TickList({point.id: point.text for point in spec.points})
        self.form = RubricForm(spec.rubric, {})
        self.time_field = Field(max_length=5, classes="time")
        self.note_field = Field(max_length=NOTE_LENGTH, classes="note", select_on_focus=False)
        self._fields: dict[Stage, Widget] = {
            Stage.TYPING: self.time_field,
            Stage.POINTS: self.ticks,
            Stage.RUBRIC: self.form,
            Stage.NOTE: self.note_field,
        }
        self._answered = Response()
        self._started = 0.0
        self._ticking: Timer | None = None
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(aim(self.spec)), classes="aim")
        yield Static(classes="title")
        yield Static(classes="text")
        yield ClockFace()
        yield self.time_field
        yield self.ticks
        yield self.form
        yield self.note_field
        yield Static(classes="how")
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._ticking = self.set_interval(LOOK, self._look, pause=True)
        self._draw()

    @property
    def inside(self) -> Widget:
        """What takes the keys at this stage."""
        return self._fields.get(self.stage, self)

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Give the keys to what takes them at this stage."""
        if self.inside is self:
            return super().focus(scroll_visible)
        self.inside.focus(scroll_visible)
        return self

    def on_focus(self) -> None:
        if self.open and self.inside is not self:
            self.inside.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what belongs to the stage, and going on only from what is answered."""
        offered = self.stage in OFFERED.get(action, tuple(Stage))
        return self.open and offered and (action != "on" or goes_on(self.stage, self.response))

    # --- The clock -------------------------------------------------------------------------------

    def action_start(self) -> None:
        self._started = clock()
        self._show(Stage.SPEAKING)

    def action_stop(self) -> None:
        """Stop the clock."""
        self._spoke(min(max(1, round(self._spoken)), LONGEST))

    def _spoke(self, seconds: int) -> None:
        """Take the time; what was ticked and rated before belonged to another try."""
        self._decide(Response(seconds=seconds, rated_by=self.response.rated_by, note=self.response.note))
        self.ticks.put(())
        self.form.put({})
        self._show(Stage.RATER)

    def action_type(self) -> None:
        self.time_field.value = str(self.response.seconds or "")
        self._show(Stage.TYPING)

    @property
    def _spoken(self) -> float:
        return clock() - self._started

    def _look(self) -> None:
        """Show the time; a second is left until it has passed."""
        left = ceil(self.spec.seconds - self._spoken)
        self.query_one(ClockFace).show(left, remaining(self.spec, left))

    # --- What was heard --------------------------------------------------------------------------

    def action_rater(self, number: int) -> None:
        self._decide(replace(self.response, rated_by=RATERS[str(number)]))
        self._show(Stage.POINTS)

    def on_tick_list_ticked(self, message: TickList.Ticked) -> None:
        message.stop()
        self._decide(replace(self.response, points=message.ticked))

    def on_rubric_form_rated(self, message: RubricForm.Rated) -> None:
        message.stop()
        self.complain("")
        self._decide(replace(self.response, ratings=message.ratings))

    # --- From stage to stage ---------------------------------------------------------------------

    def action_on(self) -> None:
        """Go on to the next question; every criterion must be rated before."""
        if self.stage is Stage.RUBRIC and not self.form.complete:
            self.form.show_unrated()
            self.complain(tr("A rating is missing. Press a number from 1 to 5 for each criterion."))
            return
        if self.response.points is None and self.stage is Stage.POINTS:
            self._decide(replace(self.response, points=()))
        self._show(AFTER[self.stage])

    def action_back(self) -> None:
        self._show(BEFORE[self.stage])

    def action_answer(self) -> None:
        self._keep_note()
        self.hand_over(self.response)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        if message.input is self.note_field:
            self.action_answer()
            return
        try:
            seconds = read_seconds(message.value)
        except Unreadable as trouble:
            self.complain(str(trouble))
        else:
            if seconds == self.response.seconds:
                self._show(Stage.RATER)
            else:
                self._spoke(seconds)

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        if message.input is self.note_field and self._resting is None:
            self._resting = self.set_timer(REST, self._keep_note)

    def _keep_note(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if self.open and self.note_field.value != self.response.note:
            self._decide(replace(self.response, note=self.note_field.value))

    def _decide(self, response: Response) -> None:
        """Take a decision, and have it saved at once."""
        self.response = response
        self.keep(response)

    # --- From outside ----------------------------------------------------------------------------

    def resume(self, response: Response) -> None:
        self._put(response)
        self._show(reached(self.spec, response))

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Show the note, the model if it may be seen, and what was heard."""
        if self.open:
            self._answered = response
        self.query(".after").remove()
        note, model = self._answered.note.strip(), self.spec.model
        if note:
            self.mount(Static(line((tr("Note:"), "bold"), " ", note), classes="after"))
        if solved:
            words = line(
                (tr("A model pitch"), "bold $text-primary"),
                f"\n\n{model.text}\n\n",
                (tr("Why:"), "bold"),
                f" {model.why}",
            )
            self.mount(Static(words, classes="after model"))
        checks = tuple(check for check in outcome.checks if check.id != MODEL)
        super().show_outcome(response, replace(outcome, checks=checks), solved=solved)
        self._draw()

    def reopen(self) -> None:
        """Open it at the beginning; what was given stands until somebody speaks again."""
        super().reopen()
        self.query(".after").remove()
        self._put(self._answered)
        self._show(Stage.READY)

    def _put(self, response: Response) -> None:
        self.response = response
        self.ticks.put(response.points or ())
        self.form.put(response.ratings)
        self.note_field.value = response.note

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.complain("")
        self._draw()
        self.screen.set_focus(self.inside)
        self.refresh_bindings()
        self.call_after_refresh(self.query_one(".how").scroll_visible, animate=False)

    def _draw(self) -> None:
        """Show what belongs to the stage; what is hidden takes no keys either."""
        face = self.query_one(ClockFace)
        for stage, widget in {**self._fields, Stage.SPEAKING: face}.items():
            widget.display = self.open and self.stage is stage
            widget.disabled = not widget.display
        text = body(self.spec, self.stage, self.response)
        title, how = tr(TITLES[self.stage]), instruction(self.stage)
        for name, words in (("title", title), ("text", text), ("how", how)):
            shown = self.query_one(f".{name}", Static)
            shown.update(lit(words))
            shown.display = self.open and bool(words)
        self._run_clock()

    def _run_clock(self) -> None:
        """Look at the clock while somebody speaks."""
        if self._ticking is None:
            return
        if self.open and self.stage is Stage.SPEAKING:
            self._look()
            self._ticking.resume()
        else:
            self._ticking.pause()


WIDGET = PitchWidget
