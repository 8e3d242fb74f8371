"""Speak against a clock, then say what was heard."""

from collections.abc import Iterator

from coach.core import rating
from coach.core.document import (
    AnyBlock,
    Choice,
    Choices,
    Column,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
    WritingLines,
    plain,
)
from coach.core.exercise import Context
from coach.core.finding import Finding, Severity
from coach.core.outcome import Check, Outcome, model_check, weigh
from coach.core.prose import prose
from coach.core.twice import ids_twice, placed_ids
from coach.core.writing.tokens import tokens
from coach.exercises.base import Kind, Turn

from .spec import LONGEST, NAME, Model, Point, Response, Spec, bounds
from .words import asked, kept, next_turn, rated_heading, read_line, said, time_told

__all__ = ["KIND", "LONGEST", "Model", "Point", "Response", "Spec"]

PASS_MARK = 0.8
"""With three points or more, one may be missed; the time may not."""

TIME_WEIGHT = 2
"""The time counts like two points."""

SLOW, FAST = 110, 180
"""Words a minute: who reads slower or faster than this is not talking to somebody. A rule of thumb."""


def ask(spec: Spec, context: Context) -> str:
    """Put situation, aim, points and rubric, and say how to answer in one line."""
    return asked(spec)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read seconds, points, ratings and who rated, and perhaps a note, with `` / `` between them."""
    return read_line(spec, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Tell the time, what was heard, the ratings and the note."""
    return said(spec, response)


def turn(spec: Spec, before: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Take the time, who rates, the points, the ratings and a note."""
    return next_turn(spec, before, line)


def solution(spec: Spec, context: Context) -> Response:
    """Give the time aimed at and all points; ratings belong to what somebody really said."""
    return Response(seconds=spec.seconds, points=tuple(point.id for point in spec.points))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade the time, which counts like two points, and each point; ratings and note do not count."""
    heard = response.points or ()
    points = (
        Check(id=point.id, label=point.text, passed=point.id in heard, why=point.why) for point in spec.points
    )
    model = model_check("A model pitch", f"{spec.model.text}\nWhy: {spec.model.why}")
    return weigh(
        (_time(spec, response), *points, model),
        remark=rating.compared(rated_heading(response), spec.rubric, response.ratings),
        pass_mark=PASS_MARK,
    )


def _time(spec: Spec, response: Response) -> Check:
    shortest, longest = bounds(spec)
    seconds = response.seconds or 0
    if seconds > longest:
        why = "Who speaks longer than agreed takes the time for the answer away."
    elif seconds < shortest:
        why = "So little time leaves something out, or was spoken too fast to follow."
    else:
        why = "There is room for an answer."
    return Check(
        id="time",
        label=f"{kept(spec)} spoken",
        passed=shortest <= seconds <= longest,
        why=f"Spoken: {time_told(seconds)}. {why}",
        weight=TIME_WEIGHT,
    )


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print a sheet to prepare on, and one for whoever listens: time, points and rubric to tick."""
    columns = (Column(title="Heard", share=1), Column(title="Point", share=8))
    listener = "For whoever listens. Take the time, tick what you heard in whatever words, then rate."
    return (
        *prose(spec.prompt),
        Facts(
            facts=(
                Fact(term="To", value=spec.audience),
                Fact(term="Time", value=time_told(spec.seconds)),
                Fact(term="In time", value=kept(spec)),
            ),
            columns=1,
        ),
        WritingLines(count=6, label="Keywords, no sentences"),
        Heading(text="What was heard"),
        Paragraph(runs=plain(listener), tone="small"),
        Facts(facts=(Fact(term="Seconds spoken"), Fact(term="Heard by")), columns=2),
        Table(columns=columns, rows=tuple((plain(""), plain(point.text)) for point in spec.points)),
        Choices(label="Rated by", choices=(Choice(label="the speaker"), Choice(label="a colleague"))),
        *rating.on_paper(spec.rubric),
        WritingLines(count=3, label="Note"),
    )


def findings(spec: Spec) -> Iterator[Finding]:
    """Find times that exclude each other, a model that does not fit, a poor rubric, and ids used twice."""
    shortest, longest = bounds(spec)
    if not shortest <= spec.seconds <= longest:
        yield Finding(
            code="C171",
            path=("seconds",),
            text=f"the time to aim at, {time_told(spec.seconds)}, would not count as kept: that is "
            f"{kept(spec)}; change shortest or longest",
        )
    else:
        yield from _fit(spec, shortest, longest)
    yield from rating.findings(spec.rubric, "C173")
    yield from ids_twice(placed_ids(("points",), spec.points), "point id")


def _fit(spec: Spec, shortest: int, longest: int) -> Iterator[Finding]:
    """Find a model that cannot be spoken within the time at any usual speed."""
    count = sum(token.counts for token in tokens(spec.model.text))
    fewest, most = -(-shortest * SLOW // 60), longest * FAST // 60
    if not fewest <= count <= most:
        yield Finding(
            code="C172",
            path=("model", "text"),
            text=f"the model has {count} words, which nobody speaks in {kept(spec)}; "
            f"write {fewest} to {most} words or change the time",
            severity=Severity.WARNING,
        )


KIND = Kind(
    name=NAME,
    summary="Speak against a clock, then say what was heard.",
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes={
        "C171": "The time to aim at in a pitch lies outside the times that count as kept.",
        "C172": "The model of a pitch has too many or too few words to be spoken within the time.",
        "C173": "A criterion of a pitch's rubric lacks an anchor for 1, 3 or 5, so people rate by feeling.",
    },
    turn=turn,
    scenario=True,
    rubric=rating.rubric_of,
)
