"""A field for a few words."""

from textual.app import ComposeResult
from textual.widgets import Static

from coach.surface.prose import Prose
from coach.surface.typed import TypedWidget

from . import LONGEST, Response, Spec, read


class RecallWidget(TypedWidget[Spec, Response]):
    """The question and the field."""

    DEFAULT_CSS = """
    RecallWidget Field { max-width: 60; }
    """
    longest = LONGEST

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield self.field
        yield Static(classes="trouble")

    def read_line(self, line: str) -> Response:
        return read(self.spec, line, self.context)

    def written(self, response: Response) -> str:
        return response.text


WIDGET = RecallWidget
