"""What the conversation is judged by, shown before it begins and whenever it is asked for."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from coach.core.dialogue.script import Objective
from coach.locale import tr
from coach.surface.lit import line, lit

from .. import words
from ..spec import Spec


class Goal(Horizontal):
    """An objective with its cap, or with the points that were reached."""

    DEFAULT_CSS = """
    Goal { height: auto; }
    Goal .points { width: 11; text-align: right; padding-right: 2; text-style: bold; }
    Goal .words { width: 1fr; }
    """

    def __init__(self, objective: Objective) -> None:
        super().__init__()
        self._objective = objective
        self._points = Static(classes="points")

    def compose(self) -> ComposeResult:
        yield self._points
        one = self._objective
        yield Static(line((f"{one.title}\n", "bold"), (one.why, "$text-muted")), classes="words")

    def on_mount(self) -> None:
        self.show(0)

    def show(self, points: int) -> None:
        """Write the points of the cap."""
        self._points.update(lit(tr("{points} of {cap}", points=points, cap=self._objective.cap)))


class Goals(Vertical):
    """Persona, objectives with points and caps, and the rules."""

    DEFAULT_CSS = """
    Goals { height: auto; max-width: 84; padding: 0 1; }
    Goals .who { margin-bottom: 1; }
    Goals .rules { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, spec: Spec) -> None:
        super().__init__()
        self._spec = spec

    def compose(self) -> ComposeResult:
        who = line(tr("You talk to") + " ", (words.who(self._spec), "bold"), f". {self._spec.persona.about}")
        yield Static(who, classes="who")
        for objective in self._spec.objectives:
            yield Goal(objective)
        yield Static(lit(words.rules(self._spec)), classes="rules")

    def show(self, points: tuple[int, ...]) -> None:
        """Write the points reached so far."""
        for goal, reached in zip(self.query(Goal), points, strict=True):
            goal.show(reached)
