"""A field for a number, with its unit beside it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from coach.surface.lit import lit
from coach.surface.prose import Prose
from coach.surface.typed import TypedWidget

from . import LONGEST, how, read
from .number import shown, written_in
from .spec import Response, Spec
from .values import posed


class NumericWidget(TypedWidget[Spec, Response]):
    """The question, how to write the number, and the field."""

    DEFAULT_CSS = """
    NumericWidget .how { color: $text-muted; }
    NumericWidget .line { height: auto; }
    NumericWidget Field { width: 28; }
    NumericWidget .unit { width: 1fr; padding: 1; }
    """
    longest = LONGEST

    def compose(self) -> ComposeResult:
        yield Prose(posed(self.spec, self.context).prompt)
        yield Static(lit(how(self.spec, self.context)), classes="how")
        with Horizontal(classes="line"):
            yield self.field
            yield Static(lit(self.spec.unit), classes="unit")
        yield Static(classes="trouble")

    def read_line(self, line: str) -> Response:
        return read(self.spec, line, self.context)

    def written(self, response: Response) -> str:
        return shown(response.value, written_in(self.context.language))


WIDGET = NumericWidget
