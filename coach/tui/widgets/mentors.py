"""What mentors gave for an answer."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

if TYPE_CHECKING:
    from coach.services.pieces import Piece
    from coach.services.run import Run


class Mentors(VerticalScroll, can_focus=False):
    """The ratings of mentors beside the learner's own, once an answer stands; nothing if there are none.

    While a step is asked again they take no room; :meth:`open` shows them at any time.
    """

    DEFAULT_CSS = """
    Mentors { display: none; height: auto; max-width: 84; margin-bottom: 1; }
    Mentors.shown { display: block; }
    .filled Mentors { margin: 0 1; max-height: 33%; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.piece: Piece | None = None
        """The learner's latest answer to the step, if a mentor has rated it."""

    def compose(self) -> ComposeResult:
        """Leave room for the ratings."""
        yield Static()

    def look(self, run: "Run", index: int) -> None:
        """Find out what was given for the latest answer to a step; right after an answer it is nothing."""
        from coach.tui.screens.base import services_of

        kind = run.kind(index)
        found = services_of(self).mentor.own(run.place(index)) if kind is not None and kind.rubric else None
        self.piece = found if found is not None and found.given else None

    def show(self, *, shown: bool) -> None:
        """Show what was given, or nothing while an answer is awaited."""
        self.set_class(shown and self.piece is not None, "shown")
        if self.piece is not None:
            from coach.tui.screens.mentor_words import compared

            self.query_one(Static).update(compared(self.piece, self.piece.learner))

    def open(self) -> None:
        """Show what was given on a screen of its own."""
        from coach.tui.screens.mentor_rated import RatedScreen

        if self.piece is not None:
            self.app.push_screen(RatedScreen(self.piece))
