"""The base of kinds that are answered by typing one line."""

from abc import abstractmethod
from typing import ClassVar, Generic, Self, TypeVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from coach.core.curriculum import Step
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.record import Record
from coach.locale import mark
from coach.surface.exercise import ExerciseWidget

S = TypeVar("S", bound=Step)
R = TypeVar("R", bound=Record)


class Field(Input):
    """A field that names its enter key in the line of keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("answer"), tooltip=mark("Hand the answer in."), id="typed.answer")
    ]


class TypedWidget(ExerciseWidget[S, R], Generic[S, R]):
    """A question, one :attr:`field`, and a place for what is wrong with an answer.

    A kind composes them, says how a line is read (:meth:`read_line`) and how a response stands in
    the field (:meth:`written`).
    """

    longest: ClassVar[int]
    """How many characters the field takes."""

    def __init__(self, spec: S, context: Context) -> None:
        super().__init__(spec, context)
        self.field = Field(max_length=self.longest, select_on_focus=False)
        self._answered = ""

    @abstractmethod
    def read_line(self, line: str) -> R:
        """Read what was typed; raises :class:`coach.core.exercise.Unreadable`."""

    @abstractmethod
    def written(self, response: R) -> str:
        """Write a response as it should stand in the field."""

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Give the keys to the field."""
        self.field.focus(scroll_visible)
        return self

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Hand over what can be read, and say what is wrong with what cannot."""
        message.stop()
        try:
            response = self.read_line(message.value)
        except Unreadable as trouble:
            self.complain(str(trouble))
        else:
            self.hand_over(response)

    def show_outcome(self, response: R, outcome: Outcome, *, solved: bool) -> None:
        """Leave the answer in the field, closed for typing."""
        self.field.value = self.written(response)
        if self.open:
            self._answered = self.field.value
        self.field.disabled = True
        super().show_outcome(response, outcome, solved=solved)

    def reopen(self) -> None:
        """Give the field back with the last own answer in it, which typing replaces."""
        super().reopen()
        self.field.value = self._answered
        self.field.disabled = False
        self.focus()
        self.field.select_all()
