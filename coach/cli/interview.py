"""``coach interview``: planned, held, listed, submitted and amended."""

from typing import TYPE_CHECKING

import click

from coach.cli.exchange import export_scorecards, import_
from coach.cli.handing_in import amend, submit
from coach.cli.listing import json_option, print_json
from coach.cli.output import peek_option
from coach.locale import tr, trn

if TYPE_CHECKING:
    from coach.core.digest import Digest
    from coach.services import Services
    from coach.services.interview import Desk

MOST = 200


@click.group(help=tr("Hold structured interviews, and look after their scorecards."))
def interview() -> None:
    """Hold structured interviews, and look after their scorecards."""


for command in (amend, export_scorecards, import_, submit):
    interview.add_command(command)


@interview.command("list", help=tr("List interviews, the one last worked on first."))
@json_option
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help=tr("So many at most.")
)
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
        click.echo(tr("There are no interviews yet. coach interview new KIT plans one."), err=True)


@interview.command(
    "kits",
    help=tr(
        "List the kits that interviews can be held with.\n\n"
        "A kit that cannot be used is named on stderr; the others are listed all the same."
    ),
)
@click.pass_obj
def list_kits(services: "Services") -> None:
    """List the kits that interviews can be held with."""
    from coach.cli.plain.dialogue import minutes, tell
    from coach.content.library import ContentError

    kits = services.library.kits()
    for kit in kits:
        try:
            guide = services.library.guide(kit)
        except ContentError as error:
            tell(tr("{kit} cannot be used: {brief}", kit=kit, brief=error.brief), err=True)
            continue
        questions = trn("{n} question", "{n} questions", len(guide.questions))
        length = tr("{questions} in {minutes}", questions=questions, minutes=minutes(guide.minutes))
        tell(f"{kit} · {guide.title} · {guide.role} · {length}")
    if not kits:
        click.echo(tr("There are no kits yet. coach new kit NAME starts one."), err=True)


@interview.command(
    help=tr(
        "Plan an interview with KIT and print its id.\n\n"
        "Code and name have at most 64 characters. Where they have no Latin letters or digits, the "
        "id has a short code in their place, always the same for the same name."
    )
)
@click.argument("kit")
@click.option("--candidate", required=True, metavar="CODE", help=tr("A code such as C-014, not a name."))
@click.option("--interviewer", required=True, metavar="NAME")
@click.option("--again", is_flag=True, help=tr("Plan another one although there is a draft of the same."))
@click.pass_obj
def new(services: "Services", kit: str, candidate: str, interviewer: str, again: bool) -> None:
    """Plan an interview with KIT and print its id."""
    draft = None if again else services.interviews.unfinished(kit, candidate, interviewer)
    if draft is not None:
        raise click.ClickException(
            tr(
                "Interview {draft} with this kit, candidate and interviewer is not submitted yet. Resume it "
                "with coach interview run {draft}, or plan another with --again.",
                draft=draft,
            )
        )
    click.echo(services.interviews.plan(kit, candidate, interviewer).state.id)


@interview.command(
    help=tr(
        "Hold an interview.\n\n"
        "Without the two options INTERVIEW is resumed where it stands. With them one is planned from "
        "KIT, also where an interview has the same id as the kit. A draft with the same kit, "
        "candidate and interviewer is resumed instead, unless you say --again. The program opens "
        "there; with --plain or without a terminal it is a dialogue in lines, in which .? lists the "
        "commands. End of input leaves with everything saved and the clock paused."
    )
)
@click.argument("what", metavar="INTERVIEW|KIT")
@click.option("--candidate", metavar="CODE", help=tr("Plans a new interview: the candidate's code."))
@click.option("--interviewer", metavar="NAME", help=tr("Plans a new interview: who holds it."))
@click.option("--again", is_flag=True, help=tr("Plan another one although there is a draft of the same."))
@click.option(
    "--plain",
    is_flag=True,
    help=tr("Hold it line by line on stdin and stdout, for a pipe or a screen reader."),
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
    """Hold an interview."""
    from coach.cli.plain.dialogue import Dialogue, can_draw
    from coach.cli.program import open_program

    desk = _desk(services, what, candidate, interviewer, again=again)
    if not plain and can_draw():
        open_program(services, greet=False, start=lambda app: app.open_interview(desk.state.id))
        return
    from coach.cli.plain.interview import InterviewDialogue

    InterviewDialogue(desk, Dialogue()).hold()


@interview.command(help=tr("Write the scorecard of an interview as text."))
@click.argument("which", metavar="INTERVIEW")
@peek_option
@click.pass_obj
def show(services: "Services", which: str, peek: str | None) -> None:
    """Write the scorecard of an interview as text."""
    from coach.export import Format, render

    document = services.reports.scorecard(which, peek=peek)
    click.echo(render(document, Format.TXT).data.decode(), nl=False)


def _desk(
    services: "Services", what: str, candidate: str | None, interviewer: str | None, *, again: bool
) -> "Desk":
    """Plan an interview if both options say for whom, or sit down at the one that has this id."""
    if candidate is not None and interviewer is not None:
        draft = None if again else services.interviews.unfinished(what, candidate, interviewer)
        if draft is None:
            return services.interviews.plan(what, candidate, interviewer)
        told = tr(
            "Interview {draft} with this kit, candidate and interviewer is not submitted yet. It is resumed; "
            "--again plans another.",
            draft=draft,
        )
        click.echo(told, err=True)
        return services.interviews.open(draft)
    if candidate is not None or interviewer is not None or again:
        raise click.UsageError(
            tr("A new interview needs both --candidate and --interviewer; to resume one, name it alone.")
        )
    return _resumed(services, what)


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
                tr(
                    "{what} is a kit: to plan an interview with it, add --candidate CODE and --interviewer "
                    "NAME.",
                    what=what,
                )
            ) from unknown
        near = (*unknown.nearest, *nearest(what, kits))
        raise NotFound("interview or kit", what, near) from unknown


def _row(summary: "Digest") -> str:
    from coach.core.scoring import coverage_text, score_text

    parts = [
        summary.id,
        summary.title,
        tr("candidate {code}", code=summary.candidate),
        summary.interviewer,
        tr(summary.phase),
        tr("{done} of {total} questions done", done=summary.settled, total=summary.questions),
    ]
    if summary.score is not None:
        score, coverage = score_text(summary.score), coverage_text(summary.coverage)
        parts.append(tr("score {score}, coverage {coverage}", score=score, coverage=coverage))
    if summary.overall is not None:
        parts.append(tr("overall {level}", level=tr(summary.overall)))
    parts.append(tr("{when:%Y-%m-%d %H:%M}", when=summary.last_at.astimezone()))
    return " · ".join(parts)
