"""Ten minutes of learning: reviews, then something new, on the screen of a lesson."""

from typing import TYPE_CHECKING

from coach.tui.screens.review_words import verdict
from coach.tui.screens.step import StepScreen

if TYPE_CHECKING:
    from textual.content import Content

    from coach.core.outcome import Outcome
    from coach.core.training import Standing
    from coach.services.sitting import Sitting


class SittingScreen(StepScreen):
    """The steps of a sitting; of a review it is told when it comes again."""

    def __init__(self, sitting: "Sitting") -> None:
        super().__init__(sitting, 0)
        self._sitting = sitting

    def _verdict(self, standing: "Standing", outcome: "Outcome") -> "Content":
        card = self._sitting.card(self.index)
        return super()._verdict(standing, outcome) if card is None else verdict(*card, standing, outcome)
