"""What became of the task: every check with its reason, and what was done."""

from textual.containers import VerticalScroll
from textual.widgets import Static

from coach.core.outcome import Outcome
from coach.locale import tr
from coach.surface.exercise import Feedback
from coach.surface.lit import line


class CrmOutcome(VerticalScroll, can_focus=True):
    """The judgement; it scrolls with the arrows."""

    DEFAULT_CSS = """
    CrmOutcome { height: 1fr; scrollbar-size-vertical: 1; }
    CrmOutcome .done { margin-top: 1; max-width: 90; }
    """

    def fill(self, outcome: Outcome, done: str, *, solved: bool) -> None:
        """Show an outcome, and in words what led to it."""
        self.remove_children()
        steps = "\n".join(done.split("; "))
        self.mount(
            Feedback(outcome, solved=solved),
            Static(line((tr("What was done") + "\n", "bold"), steps), classes="done"),
        )
        self.scroll_home(animate=False)
