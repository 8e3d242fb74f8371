"""A field for a number, with its unit beside it."""

from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from coach.core.outcome import Outcome
from coach.exercises.base import Context, Unreadable
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit
from coach.surface.prose import Prose

from . import LONGEST, NAME, Response, Spec, how, read
from .number import shown


class NumberField(Input):
    """A field that names its enter key in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "answer", id=f"{NAME}.answer")]


class NumericWidget(ExerciseWidget[Spec, Response]):
    """The question, how to write the number, and the field."""

    DEFAULT_CSS = """
    NumericWidget .how { color: $text-muted; }
    NumericWidget .line { height: auto; }
    NumericWidget NumberField { width: 28; }
    NumericWidget .unit { width: 1fr; padding: 1; }
    """

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.field = NumberField(max_length=LONGEST, select_on_focus=False)
        self.answered = ""

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(how(self.spec, self.context)), classes="how")
        with Horizontal(classes="line"):
            yield self.field
            yield Static(lit(self.spec.unit), classes="unit")
        yield Static(classes="trouble")

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        self.field.focus(scroll_visible)
        return self

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        try:
            response = read(self.spec, message.value, self.context)
        except Unreadable as trouble:
            self.complain(str(trouble))
        else:
            self.hand_over(response)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Show also how the number was understood."""
        self.field.value = shown(response.value, self.context.language)
        if self.open:
            self.answered = self.field.value
        self.field.disabled = True
        super().show_outcome(response, outcome, solved=solved)

    def reopen(self) -> None:
        super().reopen()
        self.field.value = self.answered
        self.field.disabled = False
        self.focus()


WIDGET = NumericWidget
