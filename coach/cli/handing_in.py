"""``coach interview submit`` and ``amend``: a scorecard handed in, and corrected afterwards."""

from typing import TYPE_CHECKING

import click

from coach.locale import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.conduct import Events
    from coach.core.interview import InterviewState
    from coach.services import Services
    from coach.services.interview import Desk

LEVELS = ("strong-no", "no", "yes", "strong-yes")
SUBMITTED = mark("Submitted. Score {score}, coverage {coverage}.")
AMENDED = mark("Amended. Score {score}, coverage {coverage}.")


@click.command(
    help=tr(
        "Submit a complete scorecard; from then on it is locked and can only be amended.\n\n"
        "The digits that are printed seal it: with them it can be shown later that it is what was "
        "handed in."
    )
)
@click.argument("which", metavar="INTERVIEW")
@click.pass_obj
def submit(services: "Services", which: str) -> None:
    """Submit a complete scorecard; from then on it is locked and can only be amended."""
    from coach.core import conduct
    from coach.services.handing_in import sealed_words
    from coach.services.interview import fresh_salt

    salt, desk = fresh_salt(), services.interviews.visit(which)
    _tell_score(desk, SUBMITTED, lambda state: conduct.submit(state, salt))
    click.echo(sealed_words(desk.state))


@click.command(
    help=tr(
        "Correct a submitted scorecard; the original stays in the record.\n\n"
        "Either --question N with --rating or --not-assessed, or --overall."
    )
)
@click.argument("which", metavar="INTERVIEW")
@click.option(
    "--question", type=click.IntRange(min=1), metavar="N", help=tr("The question's number in the interview.")
)
@click.option("--rating", type=click.IntRange(1, 5), metavar="1-5", help=tr("Its new rating."))
@click.option("--not-assessed", is_flag=True, help=tr("It has no rating after all."))
@click.option("--overall", type=click.Choice(LEVELS), help=tr("The new overall recommendation."))
@click.option(
    "--reason", required=True, metavar="TEXT", help=tr("Why; it stands beside the original for good.")
)
@click.pass_obj
def amend(  # noqa: PLR0913 - one for each option
    services: "Services",
    /,
    which: str,
    *,
    question: int | None,
    rating: int | None,
    not_assessed: bool,
    overall: str | None,
    reason: str,
) -> None:
    """Correct a submitted scorecard; the original stays in the record."""
    from coach.core import conduct
    from coach.core.interview import Overall

    rated = (rating is not None) + not_assessed
    if (question is None) == (overall is None) or rated != (question is not None):
        raise click.UsageError(
            tr("Say what to amend: --question N with either --rating or --not-assessed, or --overall alone.")
        )
    desk = services.interviews.visit(which)
    if overall is not None:
        level = Overall(overall.replace("-", " "))
        _tell_score(desk, AMENDED, lambda state: conduct.amend_overall(state, level, reason))
        return
    assert question is not None
    questions = desk.state.guide.questions
    if question > len(questions):
        raise click.UsageError(
            tr(
                "The interview has {total} questions; there is no question {number}.",
                total=len(questions),
                number=question,
            )
        )
    target = questions[question - 1].id
    _tell_score(desk, AMENDED, lambda state: conduct.amend_rating(state, target, rating, reason))


def _tell_score(desk: "Desk", done: str, wish: "Callable[[InterviewState], Events]") -> None:
    """Do one thing and write what the score is now."""
    from coach.core.scoring import coverage_text, score_text

    score = desk.act(wish).score
    click.echo(tr(done, score=score_text(score.value), coverage=coverage_text(score.coverage)))
