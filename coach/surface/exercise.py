"""The base of every kind's widget: it asks, hands the answer over, and shows what became of it."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.core.curriculum import Step
from coach.core.exercise import Context
from coach.core.outcome import Check, Outcome
from coach.core.record import Record
from coach.locale import tr
from coach.surface.lit import line, lit

S = TypeVar("S", bound=Step)
R = TypeVar("R", bound=Record)


class ExerciseWidget(Vertical, Generic[S, R]):
    """An exercise on the screen.

    A kind's widget composes its question, takes keys through its own ``BINDINGS`` while it is
    :attr:`open`, calls :meth:`hand_over` with a response, and marks what was right or wrong in
    :meth:`show_outcome`. The screen around it saves, grades and decides what comes next.
    """

    DEFAULT_CSS = """
    ExerciseWidget { height: auto; }
    ExerciseWidget .trouble { color: $text-warning; margin-top: 1; display: none; }
    ExerciseWidget .trouble.shown { display: block; }
    """

    class Answered(Message):
        """The trainee hands an answer over."""

        def __init__(self, response: Record) -> None:
            super().__init__()
            self.response = response

    class Drafted(Message):
        """The trainee did something that should not be lost, before the answer is complete."""

        def __init__(self, response: Record) -> None:
            super().__init__()
            self.response = response

    class Reopened(Message):
        """The trainee goes on by themselves after the outcome was shown, such as from an earlier turn."""

    fills: ClassVar[bool] = False
    """Whether the exercise takes the whole space between the top line and the line of keys, and scrolls
    inside itself; otherwise it is as high as it must be and the screen scrolls."""

    wants_earlier: ClassVar[bool] = False
    """Whether :meth:`remember` is called with the answers given before."""

    def __init__(self, spec: S, context: Context) -> None:
        super().__init__()
        self.spec = spec
        self.context = context
        self.open = True

    def hand_over(self, response: R) -> None:
        """Hand an answer to the screen; it is saved and graded there."""
        self.complain("")
        self.post_message(self.Answered(response))

    def keep(self, response: R) -> None:
        """Have an unfinished answer saved at once; :meth:`resume` gets it back after an interruption."""
        self.post_message(self.Drafted(response))

    def resume(self, response: R) -> None:
        """Go on from an unfinished answer that was kept; called once, after the widget is on the screen."""

    def remember(self, earlier: tuple[tuple[R, Outcome], ...]) -> None:
        """Take the answers given to this step before, oldest first, each with its outcome."""

    def complain(self, sentence: str) -> None:
        """Say what is wrong with an answer that cannot be taken; an empty sentence takes it back."""
        trouble = self.query(".trouble")
        if sentence and not trouble:
            self.mount(Static(lit(sentence), classes="trouble shown"))
        for line_ in trouble.results(Static):
            line_.update(lit(sentence))
            line_.set_class(bool(sentence), "shown")
        if sentence:
            self.call_after_refresh(self._bring_trouble_into_sight)

    def _bring_trouble_into_sight(self) -> None:
        for line_ in self.query(".trouble").results(Static):
            line_.scroll_visible(animate=False)

    def show_outcome(self, response: R, outcome: Outcome, *, solved: bool) -> None:  # noqa: ARG002
        """Close the exercise and explain the outcome; ``solved`` lets the solution be seen.

        Called again with the solution's own response when it is revealed.
        """
        self.open = False
        self.query(Feedback).remove()
        self.mount(Feedback(outcome, solved=solved))
        self.refresh_bindings()

    def reopen(self) -> None:
        """Open the exercise for another try, the last answer still standing."""
        self.open = True
        self.query(Feedback).remove()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer the kind's keys only while an answer is awaited."""
        return self.open


class Feedback(Vertical):
    """An outcome line by line: what was right, what was not, and why."""

    DEFAULT_CSS = """
    Feedback { height: auto; margin-top: 1; max-width: 90; }
    Feedback .remark { margin-bottom: 1; }
    """

    def __init__(self, outcome: Outcome, *, solved: bool) -> None:
        super().__init__()
        self._outcome = outcome
        self._solved = solved

    def compose(self) -> ComposeResult:
        """Show the remark, then every check that may be told now."""
        if self._outcome.remark:
            yield Static(lit(self._outcome.remark), classes="remark")
        for check in self._outcome.told(solved=self._solved):
            yield CheckLine(check)


class CheckLine(Horizontal):
    """One check: a mark in sign and word, what was checked, and why."""

    DEFAULT_CSS = """
    CheckLine { height: auto; }
    CheckLine .mark { width: 10; }
    CheckLine .words { width: 1fr; }
    """

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check

    def compose(self) -> ComposeResult:
        """Put the mark in a column of its own, so that the words line up."""
        yield Static(mark(passed=self._check.passed), classes="mark")
        label = (f"{self._check.label}\n", "bold") if self._check.label else ""
        yield Static(line(label, (self._check.why, "$text-muted")), classes="words")


def mark(*, passed: bool) -> Content:
    """Say right or wrong with a sign and a word, so that no meaning hangs on colour."""
    return lit(tr("✓ right"), "$text-success") if passed else lit(tr("✗ wrong"), "$text-error")
