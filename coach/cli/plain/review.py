"""A review line by line: the same dialogue as a session, with another end."""

from typing import TYPE_CHECKING

from coach.cli.plain.session import StepsDialogue
from coach.core.review import Rating
from coach.locale import mark, tr, trn

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.services.keep import KeepService
    from coach.services.review_run import ReviewRun

RATED = {
    Rating.GOOD: mark("right at the first try"),
    Rating.HARD: mark("right with help, at the second try or as a guess"),
    Rating.AGAIN: mark("not yet"),
}


class ReviewDialogue(StepsDialogue):
    """The cards of a review, one after the other."""

    def __init__(self, run: "ReviewRun", talk: "Dialogue", keep: "KeepService") -> None:
        super().__init__(run, talk, keep)
        self._review = run

    def _greet(self) -> None:
        count = len(self._review.steps)
        self._talk.say(trn("Review: {n} card", "Review: {n} cards", count))

    def _sum_up(self) -> None:
        """Say how each card went and when it comes again."""
        run, talk = self._review, self._talk
        results = run.results()
        talk.say(
            tr(
                "The end of the review: {answered} of {total} answered",
                answered=len(results),
                total=len(run.steps),
            )
        )
        for result in results:
            again = tr("set apart")
            if result.again:
                again = tr("again on {day:%a %d %b %Y}", day=result.again)
            talk.listed("-", f"{result.title}: {tr(RATED[result.rating])}, {again}")
        if run.left:
            talk.say(tr("{left} more due. coach review goes on with them.", left=run.left))

    def _leave(self) -> None:
        open_ = sum(not self._run.standing(index).finished for index in range(len(self._run.steps)))
        left = open_ + self._review.left
        self._talk.say(
            tr("Everything is saved. Still due: {left}.", left=left) if left else tr("Everything is saved.")
        )
