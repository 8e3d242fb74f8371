"""Going on by itself, for those who set ``auto_advance``: after a moment that any key cancels."""

from typing import TYPE_CHECKING

from coach.core.interview import Phase
from coach.core.notes import has_evidence

if TYPE_CHECKING:
    from textual.timer import Timer

    from coach.tui.screens.live import LiveScreen

MOMENT = 2.0
"""Seconds between the rating and the next question: long enough to see what was rated, and to stay."""


class Onward:
    """Moves to the next place once a question is rated and has evidence.

    Whatever one does in the moment before means to stay: the key does what it always does, and nothing
    moves by itself.
    """

    def __init__(self, screen: "LiveScreen") -> None:
        self._screen = screen
        self._timer: Timer | None = None

    @property
    def waiting(self) -> bool:
        """Whether the moment runs."""
        return self._timer is not None

    def consider(self) -> None:
        """Let the moment begin, if it is wished for and there is nothing left to do at this question."""
        screen = self._screen
        state = screen.state
        wished = screen.services.settings.auto_advance
        talking = state.phase is Phase.RUNNING and not screen.writing
        if not (wished and talking and screen.at_question):
            return
        if state.entry(state.place).rating is not None and has_evidence(state.note(state.place)):
            self.stay()
            self._timer = screen.set_timer(MOMENT, self._go)

    def stay(self) -> bool:
        """Stay here; whether one was about to go."""
        if self._timer is None:
            return False
        self._timer.stop()
        self._timer = None
        return True

    def _go(self) -> None:
        self._timer = None
        if self._screen.is_current:
            self._screen.action_proceed()
