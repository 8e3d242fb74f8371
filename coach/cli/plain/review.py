"""A review line by line: the same dialogue as a session, with another end."""

from typing import TYPE_CHECKING

from coach.cli.plain.session import StepsDialogue
from coach.core.review import Rating

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.services.keep import KeepService
    from coach.services.review_run import ReviewRun

RATED = {
    Rating.GOOD: "right at the first try",
    Rating.HARD: "right with help, at the second try or as a guess",
    Rating.AGAIN: "not yet",
}


class ReviewDialogue(StepsDialogue):
    """The cards of a review, one after the other."""

    def __init__(self, run: "ReviewRun", talk: "Dialogue", keep: "KeepService") -> None:
        super().__init__(run, talk, keep)
        self._review = run

    def _greet(self) -> None:
        count = len(self._review.steps)
        self._talk.say(f"Review: {count} card{'' if count == 1 else 's'}")

    def _sum_up(self) -> None:
        """Say how each card went and when it comes again."""
        run, talk = self._review, self._talk
        results = run.results()
        talk.say(f"The end of the review: {len(results)} of {len(run.steps)} answered")
        for result in results:
            again = f"again on {result.again:%a %d %b %Y}" if result.again else "set apart"
            talk.listed("-", f"{result.title}: {RATED[result.rating]}, {again}")
        if run.left:
            talk.say(f"{run.left} more due. coach review goes on with them.")

    def _leave(self) -> None:
        open_ = sum(not self._run.standing(index).finished for index in range(len(self._run.steps)))
        left = open_ + self._review.left
        self._talk.say(f"Everything is saved. Still due: {left}." if left else "Everything is saved.")
