"""``coach interview``: planned, held, listed, submitted and amended."""

from typing import TYPE_CHECKING

import click

from coach.cli.exchange import export_scorecards, import_
from coach.cli.listing import json_option, print_json
from coach.cli.output import peek_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.conduct import Events
    from coach.core.digest import Digest
    from coach.core.interview import InterviewState
    from coach.services import Services
    from coach.services.interview import Desk

LEVELS = ("strong-no", "no", "yes", "strong-yes")
MOST = 200


@click.group()
def interview() -> None:
    """Hold structured interviews, and look after their scorecards."""


interview.add_command(export_scorecards)
interview.add_command(import_)


@interview.command("list")
@json_option
@click.option("--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help="So many at most.")
@click.pass_obj
def list_interviews(services: "Services", as_json: bool, limit: int) -> None:
    """List interviews, the one last worked on first."""
    from coach.cli.plain.dialogue import tell

    summaries = services.interviews.summaries(limit)
    if as_json:
        print_json(summaries)
        return
    for summary in summaries:
        tell(_row(summary))
    if not summaries:
        click.echo("There are no interviews yet. coach interview new KIT plans one.", err=True)


@interview.command("kits")
@click.pass_obj
def list_kits(services: "Services") -> None:
    """List the kits that interviews can be held with.

    A kit that cannot be used is named on stderr; the others are listed all the same.
    """
    from coach.cli.plain.dialogue import minutes, tell
    from coach.content.library import ContentError

    kits = services.library.kits()
    for kit in kits:
        try:
            guide = services.library.guide(kit)
        except ContentError as error:
            tell(f"{kit} cannot be used: {error.brief}", err=True)
            continue
        questions = f"{len(guide.questions)} question{'' if len(guide.questions) == 1 else 's'}"
        tell(f"{kit} · {guide.title} · {guide.role} · {questions} in {minutes(guide.minutes)}")
    if not kits:
        click.echo("There are no kits yet. coach new kit NAME starts one.", err=True)


@interview.command()
@click.argument("kit")
@click.option("--candidate", required=True, metavar="CODE", help="A code such as C-014, not a name.")
@click.option("--interviewer", required=True, metavar="NAME")
@click.option("--again", is_flag=True, help="Plan another one although there is a draft of the same.")
@click.pass_obj
def new(services: "Services", kit: str, candidate: str, interviewer: str, again: bool) -> None:
    """Plan an interview with KIT and print its id.

    Code and name have at most 64 characters. Where they have no Latin letters or digits, the id has
    a short code in their place, always the same for the same name.
    """
    draft = None if again else services.interviews.unfinished(kit, candidate, interviewer)
    if draft is not None:
        raise click.ClickException(
            f"{_unfinished(draft)} Resume it with coach interview run {draft}, or plan another with --again."
        )
    click.echo(services.interviews.plan(kit, candidate, interviewer).state.id)


@interview.command()
@click.argument("what", metavar="INTERVIEW|KIT")
@click.option("--candidate", metavar="CODE", help="Plans a new interview: the candidate's code.")
@click.option("--interviewer", metavar="NAME", help="Plans a new interview: who holds it.")
@click.option("--again", is_flag=True, help="Plan another one although there is a draft of the same.")
@click.option(
    "--plain", is_flag=True, help="Hold it line by line on stdin and stdout, for a pipe or a screen reader."
)
@click.pass_obj
def run(  # noqa: PLR0913 - one for each option
    services: "Services",
    /,
    what: str,
    *,
    candidate: str | None,
    interviewer: str | None,
    again: bool,
    plain: bool,
) -> None:
    """Hold an interview.

    Without the two options INTERVIEW is resumed where it stands. With them one is planned from KIT,
    also where an interview has the same id as the kit. A draft with the same kit, candidate and
    interviewer is resumed instead, unless you say --again. The program opens there; with --plain or
    without a terminal it is a dialogue in lines, in which .? lists the commands. End of input leaves
    with everything saved and the clock paused.
    """
    from coach.cli.plain.dialogue import Dialogue, can_draw
    from coach.cli.program import open_program

    desk = _desk(services, what, candidate, interviewer, again=again)
    if not plain and can_draw():
        open_program(services, greet=False, start=lambda app: app.open_interview(desk.state.id))
        return
    from coach.cli.plain.interview import InterviewDialogue

    InterviewDialogue(desk, Dialogue()).hold()


@interview.command()
@click.argument("which", metavar="INTERVIEW")
@peek_option
@click.pass_obj
def show(services: "Services", which: str, peek: str | None) -> None:
    """Write the scorecard of an interview as text."""
    from coach.export import Format, render

    document = services.reports.scorecard(which, peek=peek)
    click.echo(render(document, Format.TXT).data.decode(), nl=False)


@interview.command()
@click.argument("which", metavar="INTERVIEW")
@click.pass_obj
def submit(services: "Services", which: str) -> None:
    """Submit a complete scorecard; from then on it is locked and can only be amended.

    The digits that are printed seal it: with them it can be shown later that it is what was handed in.
    """
    from coach.core import conduct
    from coach.services.handing_in import sealed_words
    from coach.services.interview import fresh_salt

    salt, desk = fresh_salt(), services.interviews.visit(which)
    _tell_score(desk, "Submitted", lambda state: conduct.submit(state, salt))
    click.echo(sealed_words(desk.state))


@interview.command()
@click.argument("which", metavar="INTERVIEW")
@click.option(
    "--question", type=click.IntRange(min=1), metavar="N", help="The question's number in the interview."
)
@click.option("--rating", type=click.IntRange(1, 5), metavar="1-5", help="Its new rating.")
@click.option("--not-assessed", is_flag=True, help="It has no rating after all.")
@click.option("--overall", type=click.Choice(LEVELS), help="The new overall recommendation.")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stands beside the original for good.")
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
    """Correct a submitted scorecard; the original stays in the record.

    Either --question N with --rating or --not-assessed, or --overall.
    """
    from coach.core import conduct
    from coach.core.interview import Overall

    rated = (rating is not None) + not_assessed
    if (question is None) == (overall is None) or rated != (question is not None):
        raise click.UsageError(
            "Say what to amend: --question N with either --rating or --not-assessed, or --overall alone."
        )
    desk = services.interviews.visit(which)
    if overall is not None:
        level = Overall(overall.replace("-", " "))
        _tell_score(desk, "Amended", lambda state: conduct.amend_overall(state, level, reason))
        return
    assert question is not None
    questions = desk.state.guide.questions
    if question > len(questions):
        raise click.UsageError(
            f"The interview has {len(questions)} questions; there is no question {question}."
        )
    target = questions[question - 1].id
    _tell_score(desk, "Amended", lambda state: conduct.amend_rating(state, target, rating, reason))


def _desk(
    services: "Services", what: str, candidate: str | None, interviewer: str | None, *, again: bool
) -> "Desk":
    """Plan an interview if both options say for whom, or sit down at the one that has this id."""
    if candidate is not None and interviewer is not None:
        draft = None if again else services.interviews.unfinished(what, candidate, interviewer)
        if draft is None:
            return services.interviews.plan(what, candidate, interviewer)
        click.echo(f"{_unfinished(draft)} It is resumed; --again plans another.", err=True)
        return services.interviews.open(draft)
    if candidate is not None or interviewer is not None or again:
        raise click.UsageError(
            "A new interview needs both --candidate and --interviewer; to resume one, name it alone."
        )
    return _resumed(services, what)


def _unfinished(draft: str) -> str:
    return f"Interview {draft} with this kit, candidate and interviewer is not submitted yet."


def _resumed(services: "Services", what: str) -> "Desk":
    """Sit down at the interview that has this id."""
    from coach.content.library import NotFound
    from coach.content.nearest import nearest
    from coach.services.interview import UnknownInterview

    try:
        return services.interviews.open(what)
    except UnknownInterview as unknown:
        kits = services.library.kits()
        if what in kits:
            raise click.UsageError(
                f"{what} is a kit: to plan an interview with it, add --candidate CODE and --interviewer NAME."
            ) from unknown
        near = (*unknown.nearest, *nearest(what, kits))
        raise NotFound("interview or kit", what, near) from unknown


def _tell_score(desk: "Desk", done: str, wish: "Callable[[InterviewState], Events]") -> None:
    """Do one thing and write what the score is now."""
    from coach.core.scoring import coverage_text, score_text

    score = desk.act(wish).score
    click.echo(f"{done}. Score {score_text(score.value)}, coverage {coverage_text(score.coverage)}.")


def _row(summary: "Digest") -> str:
    from coach.core.scoring import coverage_text, score_text

    parts = [
        summary.id,
        summary.title,
        f"candidate {summary.candidate}",
        summary.interviewer,
        str(summary.phase),
        f"{summary.settled} of {summary.questions} questions done",
    ]
    if summary.score is not None:
        parts.append(f"score {score_text(summary.score)}, coverage {coverage_text(summary.coverage)}")
    if summary.overall is not None:
        parts.append(f"overall {summary.overall}")
    parts.append(f"{summary.last_at.astimezone():%Y-%m-%d %H:%M}")
    return " · ".join(parts)
