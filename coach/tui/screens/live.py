"""The live interview: agenda with time, the question with its anchors, and notes."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from coach.core import conduct
from coach.core.interview import CLOSING, OPENING, Phase
from coach.store.errors import ChangedElsewhere, StoreError
from coach.surface.lit import lit
from coach.tui.actions import bindings
from coach.tui.screens import live_words as words
from coach.tui.screens.base import WIDE, CoachScreen
from coach.tui.screens.declarations import Declarations
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.question import QuestionPanel
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from coach.core.interview import InterviewState
    from coach.services.interview import Desk

RETRY = 1.0
"""Seconds until the disk is tried again after it refused."""
AUTOSAVE = 0.4
"""Seconds of typing that a killed program may lose at most; the promise is one second."""
NOT_ASSESSED = ("Time ran out", "Not asked", "The answer gave no evidence", "another reason …")
SKIPPED = ("Time ran out", "Already answered earlier", "Does not apply to this candidate", "another reason …")
OTHER = "another reason …"


class LiveScreen(CoachScreen[None]):
    """One interview at its desk. Keys work while no note is being written."""

    where = "live"
    CSS_PATH = "live.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("live")]

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self._saving: Timer | None = None
        self._note_place = ""
        """The place whose note stands in the text area."""
        self._overtaken = False
        """Whether another window wrote to this interview and that was not loaded yet."""
        self._failing = False
        """Whether the disk refused the last time; that is said once, and tried again."""
        self._declarations = Declarations(self)
        self._typed = ""
        """What stands in the text area, which is gone before the last of it can be saved."""

    def compose(self) -> ComposeResult:
        yield TopLine(lit(""))
        with Horizontal(classes="desk"):
            yield VerticalScroll(Static(classes="agenda-lines"), classes="agenda", can_focus=False)
            with Vertical(classes="work"):
                yield VerticalScroll(QuestionPanel(), classes="question", can_focus=False)
                yield Static(classes="note-label")
                yield TextArea(classes="note", soft_wrap=True, tab_behavior="focus")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = ()
        self.set_focus(None)
        self._draw()
        self.set_interval(1, self._tick)

    @property
    def state(self) -> "InterviewState":
        """The interview as it stands on disk."""
        return self.desk.state

    @property
    def note(self) -> TextArea:
        """The notes of the place at hand."""
        return self.query_one(TextArea)

    @property
    def at_question(self) -> bool:
        """Whether a question is on the table, and not the opening or the closing."""
        return self.state.place not in (OPENING, CLOSING)

    @property
    def writing(self) -> bool:
        """Whether the keys go into the notes."""
        return self.focused is self.note

    # --- Drawing ---------------------------------------------------------------------------------

    def _draw(self) -> None:
        """Show the place at hand; the note is only replaced when the place changes."""
        self._agenda()
        self.query_one(QuestionPanel).show(self.state)
        if self._note_place != self.state.place:
            self._note_place = self.state.place
            self.note.load_text(self.state.note(self.state.place))
            self.query_one(".question", VerticalScroll).scroll_home(animate=False)
        self._lines()

    def _lines(self) -> None:
        self.query_one(TopLine).show(left=words.title(self.state), right=self._clock())
        self._label()
        self.query_one(KeyLine).lead = self._lead()
        self.refresh_bindings()

    def _lead(self) -> tuple[tuple[str, str], ...]:
        """Name the keys that mean something else from place to place."""
        if self.writing:
            return ()
        if self.state.phase is Phase.PLANNED:
            return (("⏎", "start"),)
        onward = ("⏎", "end" if self.state.place == CLOSING else "next")
        return (("1-5", "rate"), onward) if self.at_question else (onward,)

    def _label(self) -> None:
        unsaved = self._note_place != "" and self.note.text != self.state.note(self._note_place)
        label = words.note_label(
            self.state, unsaved=unsaved, overtaken=self._overtaken, failing=self._failing
        )
        self.query_one(".note-label", Static).update(label, layout=False)

    def _clock(self) -> Content:
        return words.clock(self.state, self.desk.now, wide=self.size.width >= WIDE)

    def _tick(self) -> None:
        self.desk.beat()
        self.query_one(TopLine).show(right=self._clock())
        self._agenda()

    def _agenda(self) -> None:
        """Draw the agenda; it always has the same lines, so nothing has to be laid out anew."""
        lines = self.query_one(".agenda-lines", Static)
        lines.update(words.agenda(self.state, self.desk.now), layout=not lines.size)

    def on_screen_resume(self) -> None:
        if self._note_place:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what makes sense at this moment."""
        planned = self.state.phase is Phase.PLANNED
        match action:
            case "keys":
                return self.writing
            case "proceed":
                return not self.writing
            case "rate" | "not_assessed" | "probe" | "reword" | "skip":
                return self.at_question and not planned
            case "pause":
                return self.state.phase in (Phase.RUNNING, Phase.PAUSED)
            case _:
                return True

    # --- Doing -----------------------------------------------------------------------------------

    def act(self, wish: Callable[..., conduct.Events], *args: Any, **kwargs: Any) -> bool:
        """Do one thing and show it; a refusal is said and changes nothing."""
        try:
            self.desk.act(wish, *args, **kwargs)
        except ChangedElsewhere:
            if not self._overtaken:
                self._overtaken = True
                self.notify(words.OVERTAKEN, severity="error", timeout=8, markup=False)
            return False
        except (conduct.Refused, StoreError) as refusal:
            if not self._failing:
                self._failing = isinstance(refusal, StoreError)
                self.coach.refuse(refusal)
            return False
        self._failing = False
        return True

    def save_note(self) -> bool:
        """Write what was typed since the last time to disk; whether that is where it is now.

        While the disk refuses, it is tried again by itself.
        """
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if not self._note_place or self.note.text == self.state.note(self._note_place):
            return True
        saved = self.act(conduct.edit_note, self._note_place, self.note.text)
        if not saved and not self._overtaken:
            self._saving = self.set_timer(RETRY, self.save_note)
        self._lines()
        return saved

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._typed = self.note.text
        if self._saving is None and self._typed != self.state.note(self._note_place):
            self._saving = self.set_timer(AUTOSAVE, self.save_note)
            self._label()

    def on_descendant_focus(self) -> None:
        self._lines()

    def on_descendant_blur(self) -> None:
        self._lines()

    def do(self, wish: Callable[..., conduct.Events], *args: Any, **kwargs: Any) -> None:
        """Do one thing, after what was typed is on disk, and show what came of it."""
        if self.save_note() and self.act(wish, *args, **kwargs):
            self._draw()

    def action_rate(self, level: int) -> None:
        self.do(conduct.rate, self.state.place, level)

    def action_proceed(self) -> None:
        if self.state.phase is Phase.PLANNED:
            self._declarations.start()
            return
        if not self.save_note():
            return
        if self.state.place == CLOSING:
            self._end()
            return
        if self.at_question and not self.state.entry(self.state.place).skipped:
            self.act(conduct.ask, self.state.place, self.state.entry(self.state.place).reworded)
        self.act(conduct.enter, conduct.next_place(self.state))
        self._draw()

    def action_previous(self) -> None:
        self.do(conduct.enter, conduct.previous_place(self.state))

    def action_scroll(self, by: int) -> None:
        self.query_one(".question", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_notes(self) -> None:
        self.note.focus()
        self.note.move_cursor(self.note.document.end)

    def action_keys(self) -> None:
        self.save_note()
        self.set_focus(None)

    def action_pause(self) -> None:
        self.do(conduct.resume if self.state.phase is Phase.PAUSED else conduct.pause)

    def action_probe(self) -> None:
        question = self.state.guide.question(self.state.place)
        used = self.state.entry(question.id).probes
        options = tuple(
            (str(number), f"{'used: ' if number in used else ''}{probe}")
            for number, probe in enumerate(question.probes)
        )

        def chosen(number: str | None) -> None:
            if number is not None:
                self.do(conduct.probe, question.id, int(number))

        self.app.push_screen(
            Choose("Which probe did you use?", "Choosing a used one takes it back.", options), chosen
        )

    def action_reword(self) -> None:
        place = self.state.place

        def written(wording: str | None) -> None:
            if wording is not None:
                self.do(conduct.ask, place, wording)

        self.app.push_screen(
            Write(
                "In which words did you ask?",
                "Every candidate should get the same question; write down what was different.",
                value=self.state.entry(place).reworded,
            ),
            written,
        )

    def action_not_assessed(self) -> None:
        self._with_reason(
            "Why is there nothing to rate?",
            NOT_ASSESSED,
            partial(self.do, conduct.not_assessed, self.state.place),
        )

    def action_skip(self) -> None:
        self._with_reason(
            "Why is the question left out?", SKIPPED, partial(self.do, conduct.skip, self.state.place)
        )

    def _with_reason(self, title: str, reasons: tuple[str, ...], then: Callable[[str], None]) -> None:
        """Ask for a reason, ready-made or in one's own words, then go on with it."""

        def written(reason: str | None) -> None:
            if reason:
                then(reason)

        def chosen(reason: str | None) -> None:
            if reason == OTHER:
                self.app.push_screen(Write(title, "", needed="A reason is needed."), written)
            elif reason:
                then(reason)

        self.app.push_screen(Choose(title, "", tuple((reason, reason) for reason in reasons)), chosen)

    def _end(self) -> None:
        def chosen(answer: str | None) -> None:
            if answer == "end" and self.act(conduct.end):
                self._to_scorecard(replace=True)

        options = (("end", "End the conversation and go to the scorecard"), ("on", "Go on"))
        text = "The clock stops. Notes and ratings can still be completed afterwards."
        self.app.push_screen(Choose("Is the conversation over?", text, options), chosen)

    def action_scorecard(self) -> None:
        if self.save_note():
            self._to_scorecard(replace=False)

    def _to_scorecard(self, *, replace: bool) -> None:
        from coach.tui.screens.scorecard import ScorecardScreen

        screen = ScorecardScreen(self.desk)
        if replace:
            self.app.switch_screen(screen)
        else:
            self.app.push_screen(screen)

    @told
    def action_reload(self) -> None:
        """Load what others wrote; what one typed oneself and could not save is kept below it."""
        self._merge(self.note.text)
        self._overtaken = False
        self._note_place = ""
        self._draw()

    def _merge(self, typed: str) -> None:
        """Load what others wrote, and write what was typed here and not saved below their note."""
        place, before = self._note_place, self.state.note(self._note_place)
        theirs = self.desk.reload().note(place)
        if typed not in (before, theirs):
            both = typed if theirs == before else words.both(theirs, typed)
            self.desk.act(conduct.edit_note, place, both)

    def action_leave(self) -> None:
        if self.save_note():
            self.act(conduct.pause)
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Save what was typed in the last moment when the program is left."""
        if not self._note_place or self._typed == self.state.note(self._note_place):
            return
        try:
            self._merge(self._typed)
        except (conduct.Refused, StoreError) as error:
            self.coach.last_words.append(f"The last of the notes could not be saved. {error}")
