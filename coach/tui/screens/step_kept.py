"""What the learner keeps at a step: a bookmark, and a note of their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.widgets import Static

from coach.tui.screens import step_words as words
from coach.tui.screens.base import services_of

if TYPE_CHECKING:
    from coach.core import events as ev
    from coach.services.keep import KeepService


class KeptLine(Static):
    """Bookmark and note of a step, above its text; where there is neither, it takes no room."""

    def __init__(self, step: "ev.Place", heading: str) -> None:
        """``heading`` is what the step is called where one writes its note."""
        super().__init__()
        self._step = step
        self._heading = heading

    @property
    def _keep(self) -> "KeepService":
        return services_of(self).keep

    def show(self, *, asking: bool) -> None:
        """Show what is kept; a note waits while an exercise asks, since it may hold the answer."""
        bookmarked, note = self._keep.bookmarked(self._step), self._keep.note(self._step)
        text = words.kept(bookmarked=bookmarked, note=note, asking=asking)
        self.update(text)
        self.set_class(bool(text), "shown")

    def toggle_bookmark(self) -> None:
        """Set a bookmark, or take it away."""
        self._keep.mark(self._step, on=not self._keep.bookmarked(self._step))

    def write_note(self, then: Callable[[], None]) -> None:
        """Open the note to be written; ``then`` is called once it is closed."""
        from coach.tui.screens.note import NoteScreen

        keep, step = self._keep, self._step
        self.app.push_screen(
            NoteScreen(self._heading, keep.note(step), lambda text: keep.write(step, text)), lambda _: then()
        )
