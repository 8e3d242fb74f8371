"""One's own story on the screen, and the model beside it."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coach.locale import tr
from coach.surface.lit import line, lit

from ..spec import PARTS, Response, part_title

BESIDE = 90
"""Columns from which on two stories stand side by side."""


class Comparison(Vertical):
    """One's own story, and the model beside it once it may be seen."""

    DEFAULT_CSS = """
    Comparison { height: auto; max-width: 120; }
    Comparison.beside { layout: horizontal; }
    Comparison .story { height: auto; margin-bottom: 1; max-width: 84; }
    Comparison.beside .story { width: 1fr; margin-right: 3; }
    Comparison .title { text-style: bold; color: $text-primary; margin-bottom: 1; }
    """

    def __init__(self, own: Response | None, model: Response | None, why: str) -> None:
        super().__init__()
        self._own = own
        self._model = model
        self._why = why

    def compose(self) -> ComposeResult:
        """Put one beside the other."""
        if self._own is not None:
            yield _column(tr("Your story"), _told(self._own))
        if self._model is not None:
            why = line((tr("Why:"), "bold"), " ", self._why)
            yield _column(tr("A model answer"), [*_told(self._model), why])

    def on_resize(self, event: events.Resize) -> None:
        """Lay them out by the room there is."""
        self.set_class(event.size.width >= BESIDE, "beside")


def _column(title: str, paragraphs: list[Content]) -> Vertical:
    return Vertical(
        Static(lit(title), classes="title"),
        Static(Content("\n\n").join(paragraphs)),
        classes="story",
    )


def _told(story: Response) -> list[Content]:
    """Show a story with the name of each part before it."""
    return [line((f"{part_title(part)}: ", "bold"), story.part(part).strip()) for part in PARTS]
