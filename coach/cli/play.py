"""``coach play``: an exercise played without being recorded."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coach.cli.output import force_option
from coach.core.record import Record
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.services import Services
    from coach.services.play import Played, Stage


class Wanted(Record):
    """What is to be played, and where it is kept."""

    scenario: str | None
    script: str | None
    last: bool
    replay: Path | None
    proof: bool
    seed: int
    save: Path | None
    force: bool


A_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    help=tr(
        "Play an exercise without recording anything.\n\n"
        "Without an option it is asked line by line. --script plays an answer written in one line, "
        "--last the one you gave last, --replay one that --save has kept, so that a mentor sees the "
        "same talk. All checks are told, with their reasons. --proof is for authors: how much of it "
        "can be reached, and how players without judgement do."
    )
)
@click.argument("scenario", metavar="MODULE/STEP", required=False)
@click.option("--script", metavar="ANSWER", help=tr("The whole answer in one line, such as '1 2 1 3'."))
@click.option("--last", is_flag=True, help=tr("What you answered last."))
@click.option("--replay", type=A_FILE, metavar="FILE", help=tr("What a file holds."))
@click.option("--proof", is_flag=True, help=tr("What machines find when they play it."))
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help=tr("Other values."))
@click.option("--save", type=A_FILE, metavar="FILE", help=tr("Keep the play in a file."))
@force_option
@click.pass_obj
def play(services: "Services", /, **options: Any) -> None:
    """Play an exercise without recording anything."""
    wanted = Wanted(**options)
    if sum((wanted.script is not None, wanted.last, wanted.replay is not None, wanted.proof)) > 1:
        raise click.UsageError(tr("Choose one of --script, --last, --replay and --proof."))
    if (wanted.scenario is None) == (wanted.replay is None):
        raise click.UsageError(tr("Name an exercise as MODULE/STEP, or a file with --replay."))
    from coach.cli.plain.dialogue import Dialogue

    talk = Dialogue()
    if wanted.proof:
        for line in services.plays.proof(wanted.scenario or ""):
            talk.say(line)
        return
    played = _replayed(services, wanted.replay) if wanted.replay else _played(services, wanted, talk)
    if played is None:
        return
    _tell(talk, played)
    if wanted.save is not None:
        from coach.services.printing import write_file

        write_file(wanted.save, played.file(), replace=wanted.force)
        click.echo(wanted.save, err=True)


def _replayed(services: "Services", file: Path) -> "Played":
    """Play what a file holds."""
    try:
        with file.open("rb") as stream:
            data = stream.read(services.plays.most_bytes + 1)
    except OSError as error:
        raise click.UsageError(
            tr("{file} cannot be read: {trouble}.", file=file, trouble=error.strerror)
        ) from error
    return services.plays.replay(data)


def _played(services: "Services", wanted: Wanted, talk: "Dialogue") -> "Played | None":
    """Find or ask for an answer; ``None`` if the person left before the end."""
    scenario = wanted.scenario or ""
    if wanted.last:
        return services.plays.last(scenario)
    if wanted.script is not None:
        return services.plays.by_script(scenario, wanted.script, wanted.seed)
    return _asked(services, services.plays.stage(scenario), wanted.seed, talk)


def _asked(services: "Services", stage: "Stage", seed: int, talk: "Dialogue") -> "Played | None":
    """Ask line by line."""
    from coach.cli.plain.dialogue import Ended

    talk.say(tr("Nothing of this is recorded. .q leaves."))
    talk.say()
    try:
        response = _in_turns(talk, stage, seed) if stage.kind.turn else _at_once(talk, stage, seed)
    except Ended:
        return None
    return services.plays.play(stage, response, seed)


def _at_once(talk: "Dialogue", stage: "Stage", seed: int) -> Record:
    """Ask for an answer in one line until it can be read."""
    from coach.core.exercise import Unreadable

    talk.say(stage.kind.ask(stage.step, stage.context(seed)))
    while True:
        try:
            response: Record = stage.kind.read(stage.step, talk.ask(), stage.context(seed))
        except Unreadable as trouble:
            talk.say(str(trouble))
        else:
            return response


def _in_turns(talk: "Dialogue", stage: "Stage", seed: int) -> Record:
    """Ask turn by turn until the answer is whole."""
    from coach.core.exercise import Unreadable

    assert stage.kind.turn is not None
    turn = stage.kind.turn(stage.step, None, None, stage.context(seed))
    talk.say(turn.say)
    while not turn.over:
        try:
            turn = stage.kind.turn(stage.step, turn.response, talk.ask(), stage.context(seed))
        except Unreadable as trouble:
            talk.say(str(trouble))
        else:
            talk.say(turn.say)
    response: Record = turn.response
    return response


def _tell(talk: "Dialogue", played: "Played") -> None:
    """Tell the answer and its grading."""
    from coach.cli.plain.session_words import verdict

    stage = played.stage
    rev, seed = stage.step.rev, played.seed
    talk.say(tr("{scenario}, revision {rev}, seed {seed}", scenario=stage.scenario, rev=rev, seed=seed))
    talk.say(played.said)
    talk.say()
    verdict(talk, played.outcome, solved=True)
    score, pass_mark = round(100 * played.outcome.score), round(100 * played.outcome.pass_mark)
    talk.say(tr("Score {score} of 100; {pass_mark} is a pass.", score=score, pass_mark=pass_mark))
