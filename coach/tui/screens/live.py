"""The live interview: agenda with time, the question with its anchors, and notes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from coach.core import conduct
from coach.core.interview import CLOSING, OPENING, Phase
from coach.locale import tr
from coach.store.errors import ChangedElsewhere, StoreError
from coach.surface.rubric import AnchorLine
from coach.tui.actions import bindings
from coach.tui.screens import live_words as words
from coach.tui.screens.base import STANDARD, WIDE, CoachScreen
from coach.tui.screens.declarations import Declarations
from coach.tui.screens.live_asking import Asking
from coach.tui.screens.live_notes import CautionLine, NoteKeeper
from coach.tui.screens.live_onward import Onward
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.question import QuestionPanel
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.interview import InterviewState
    from coach.services.interview import Desk

TALKING = (Phase.RUNNING, Phase.PAUSED)
AT_QUESTIONS = frozenset(("rate", "not_assessed", "probe", "reword", "skip", "star", "anchors"))
"""Actions that go with a question, and not with the opening or the closing."""


class LiveScreen(CoachScreen[None]):
    """One interview at its desk. Keys work while no note is being written."""

    where = "live"
    CSS_PATH = "live.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("live")]

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self.desk = desk
        self.overtaken = False
        """Whether another window wrote to this interview and that was not loaded yet."""
        self._failing = False
        """Whether the disk refused the last time; that is said once, and tried again."""
        self._keeper = NoteKeeper(self)
        self._declarations = Declarations(self)
        self._asking = Asking(self)
        self._onward = Onward(self)
        self._turned: set[str] = set()
        """The questions whose anchors are shown the other way than they are at first."""

    def compose(self) -> ComposeResult:
        yield TopLine(words.title(self.state))
        with Horizontal(classes="desk"):
            yield VerticalScroll(Static(classes="agenda-lines"), classes="agenda", can_focus=False)
            with Vertical(classes="work"):
                yield VerticalScroll(QuestionPanel(), classes="question", can_focus=False)
                yield Static(classes="note-label")
                yield TextArea(classes="note", soft_wrap=True, tab_behavior="focus")
                yield CautionLine()
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
        self._question()
        if self._keeper.show():
            self.query_one(".question", VerticalScroll).scroll_home(animate=False)
        self._lines()

    def _question(self) -> None:
        folded = words.folded_first(self.state) is not (self.state.place in self._turned)
        self.query_one(QuestionPanel).show(self.state, folded=folded, going=self._onward.waiting)

    def _lines(self) -> None:
        self.query_one(TopLine).show(right=self._clock())
        self._label()
        self.query_one(CautionLine).tell(self._keeper.caution())
        self.query_one(KeyLine).lead = words.lead(self.state, writing=self.writing)
        self.refresh_bindings()

    def _label(self) -> None:
        label = words.note_label(
            self.state, unsaved=self._keeper.unsaved, overtaken=self.overtaken, failing=self._failing
        )
        self.query_one(".note-label", Static).update(label, layout=False)

    def _clock(self) -> Content:
        width = self.size.width
        return words.clock(self.state, self.desk.now, wide=width >= WIDE, narrow=width < STANDARD)

    def _tick(self) -> None:
        self.desk.beat()
        self.query_one(TopLine).show(right=self._clock())
        self._agenda()

    def _agenda(self) -> None:
        """Draw the agenda; it always has the same lines, so nothing has to be laid out anew."""
        lines = self.query_one(".agenda-lines", Static)
        lines.update(words.agenda(self.state, self.desk.now), layout=not lines.size)

    def on_screen_resume(self) -> None:
        if self.state.phase is Phase.SUBMITTED:
            self.call_later(self.dismiss, None)  # what is locked is read on its scorecard, and not written on
        elif self._keeper.place:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what makes sense at this moment."""
        match action:
            case "keys":
                return self.writing
            case "proceed":
                return not self.writing
            case "pause":
                return self.state.phase in TALKING
            case _:
                return action not in AT_QUESTIONS or (
                    self.at_question and self.state.phase is not Phase.PLANNED
                )

    # --- Doing -----------------------------------------------------------------------------------

    def act(self, wish: Callable[..., conduct.Events], *args: Any, **kwargs: Any) -> bool:
        """Do one thing and show it; a refusal is said and changes nothing."""
        try:
            self.desk.act(wish, *args, **kwargs)
        except ChangedElsewhere:
            if not self.overtaken:
                self.overtaken = True
                self.notify(tr(words.OVERTAKEN), severity="error", timeout=8, markup=False)
            return False
        except (conduct.Refused, StoreError) as refusal:
            if not self._failing:
                self._failing = isinstance(refusal, StoreError)
                self.coach.refuse(refusal)
            return False
        self._failing = False
        return True

    def do(self, wish: Callable[..., conduct.Events], *args: Any, **kwargs: Any) -> None:
        """Do one thing, after what was typed is on disk, and show what came of it."""
        if self.save_note() and self.act(wish, *args, **kwargs):
            self._draw()

    def save_note(self) -> bool:
        """Write what was typed since the last time to disk; whether that is where it is now."""
        unsaved = self._keeper.unsaved
        saved = self._keeper.save()
        if unsaved:
            self._lines()
        return saved

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._keeper.typed():
            self._label()

    def on_descendant_focus(self) -> None:
        self._lines()

    def on_descendant_blur(self) -> None:
        self._lines()

    def on_key(self, _: events.Key) -> None:
        """Stay here, whatever the key does then."""
        if self._onward.stay():
            self._question()

    def on_anchor_line_clicked(self, message: AnchorLine.Clicked) -> None:
        if self.check_action("rate", ()):
            self.action_rate(message.level)

    def action_rate(self, level: int) -> None:
        self.do(conduct.rate, self.state.place, level)
        self._go_on_if_wished()

    def _go_on_if_wished(self) -> None:
        self._onward.consider()
        if self._onward.waiting:
            self._question()

    def action_proceed(self) -> None:
        if self.state.phase is Phase.PLANNED:
            self._declarations.start()
            return
        if not self.save_note():
            return
        if self.state.place == CLOSING:
            self._asking.end()
            return
        entry = self.state.entry(self.state.place)
        if self.at_question and self.state.phase in TALKING and not entry.skipped:
            self.act(conduct.ask, self.state.place, entry.reworded)
        self.act(conduct.enter, conduct.next_place(self.state))
        self._draw()

    def action_previous(self) -> None:
        self.do(conduct.enter, conduct.previous_place(self.state))

    def action_scroll(self, by: int) -> None:
        self.query_one(".question", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_notes(self) -> None:
        self.note.focus()
        self.note.move_cursor(self.note.document.end)

    def action_star(self) -> None:
        if not self.writing:
            self.action_notes()
        self._keeper.put_parts()

    def action_keys(self) -> None:
        self.save_note()
        self.set_focus(None)
        self._go_on_if_wished()

    def action_anchors(self) -> None:
        self._turned ^= {self.state.place}
        self._question()

    def action_card(self) -> None:
        from coach.tui.screens.live_card import CardScreen

        self.app.push_screen(CardScreen(self.state.guide))

    def action_pause(self) -> None:
        self.do(conduct.resume if self.state.phase is Phase.PAUSED else conduct.pause)

    def action_probe(self) -> None:
        self._asking.probe()

    def action_reword(self) -> None:
        self._asking.reword()

    def action_not_assessed(self) -> None:
        self._asking.not_assessed()

    def action_skip(self) -> None:
        self._asking.skip()

    def action_scorecard(self) -> None:
        from coach.tui.screens.scorecard import ScorecardScreen

        if self.save_note():
            self.app.push_screen(ScorecardScreen(self.desk))

    @told
    def action_reload(self) -> None:
        """Load what others wrote; what one typed oneself and could not save is kept below it."""
        self._keeper.reload()
        self.overtaken = False
        self._draw()

    def action_leave(self) -> None:
        if self.save_note():
            self.act(conduct.pause)
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Save what was typed in the last moment when the program is left."""
        if trouble := self._keeper.keep_last():
            self.coach.last_words.append(trouble)
