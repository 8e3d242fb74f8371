"""A field for a few words."""

from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from coach.core.outcome import Outcome
from coach.exercises.base import Context, Unreadable
from coach.surface.exercise import ExerciseWidget
from coach.surface.prose import Prose

from . import LONGEST, NAME, Response, Spec, read


class TermField(Input):
    """A field that names its enter key in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "answer", id=f"{NAME}.answer")]


class RecallWidget(ExerciseWidget[Spec, Response]):
    """The question and the field."""

    DEFAULT_CSS = """
    RecallWidget TermField { max-width: 60; }
    """

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.field = TermField(max_length=LONGEST, select_on_focus=False)
        self.answered = ""

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield self.field
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
        self.field.value = response.text
        if self.open:
            self.answered = response.text
        self.field.disabled = True
        super().show_outcome(response, outcome, solved=solved)

    def reopen(self) -> None:
        super().reopen()
        self.field.value = self.answered
        self.field.disabled = False
        self.focus()


WIDGET = RecallWidget
