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
from coach.locale import mark, tr, trp

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
    model = model_check(
        tr("A model pitch"), "\n".join([spec.model.text, tr("Why: {why}", why=spec.model.why)])
    )
    return weigh(
        (_time(spec, response), *points, model),
        remark=rating.compared(rated_heading(response), spec.rubric, response.ratings),
        pass_mark=PASS_MARK,
    )


def _time(spec: Spec, response: Response) -> Check:
    shortest, longest = bounds(spec)
    seconds = response.seconds or 0
    if seconds > longest:
        why = tr("Who speaks longer than agreed takes the time for the answer away.")
    elif seconds < shortest:
        why = tr("So little time leaves something out, or was spoken too fast to follow.")
    else:
        why = tr("There is room for an answer.")
    return Check(
        id="time",
        label=tr("{time} spoken", time=kept(spec)),
        passed=shortest <= seconds <= longest,
        why=" ".join([tr("Spoken: {time}.", time=time_told(seconds)), why]),
        weight=TIME_WEIGHT,
    )


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print a sheet to prepare on, and one for whoever listens: time, points and rubric to tick."""
    columns = (Column(title=trp("column", "Heard"), share=1), Column(title=trp("column", "Point"), share=8))
    listener = tr("For whoever listens. Take the time, tick what you heard in whatever words, then rate.")
    return (
        *prose(spec.prompt),
        Facts(
            facts=(
                Fact(term=trp("pitch", "To"), value=spec.audience),
                Fact(term=trp("pitch", "Time"), value=time_told(spec.seconds)),
                Fact(term=trp("pitch", "In time"), value=kept(spec)),
            ),
            columns=1,
        ),
        WritingLines(count=6, label=tr("Keywords, no sentences")),
        Heading(text=tr("What was heard")),
        Paragraph(runs=plain(listener), tone="small"),
        Facts(facts=(Fact(term=tr("Seconds spoken")), Fact(term=trp("pitch", "Heard by"))), columns=2),
        Table(columns=columns, rows=tuple((plain(""), plain(point.text)) for point in spec.points)),
        Choices(
            label=trp("pitch", "Rated by"),
            choices=(Choice(label=trp("pitch", "the speaker")), Choice(label=trp("pitch", "a colleague"))),
        ),
        *rating.on_paper(spec.rubric),
        WritingLines(count=3, label=tr("Note")),
    )


def findings(spec: Spec) -> Iterator[Finding]:
    """Find times that exclude each other, a model that does not fit, a poor rubric, and ids used twice."""
    shortest, longest = bounds(spec)
    if not shortest <= spec.seconds <= longest:
        yield Finding(
            code="C171",
            path=("seconds",),
            text=tr(
                "the time to aim at, {time}, would not count as kept: that is {kept}; change "
                "shortest or longest",
                time=time_told(spec.seconds),
                kept=kept(spec),
            ),
        )
    else:
        yield from _fit(spec, shortest, longest)
    yield from rating.findings(spec.rubric, "C173")
    yield from ids_twice(placed_ids(("points",), spec.points), mark("point id"))


def _fit(spec: Spec, shortest: int, longest: int) -> Iterator[Finding]:
    """Find a model that cannot be spoken within the time at any usual speed."""
    count = sum(token.counts for token in tokens(spec.model.text))
    fewest, most = -(-shortest * SLOW // 60), longest * FAST // 60
    if not fewest <= count <= most:
        yield Finding(
            code="C172",
            path=("model", "text"),
            text=tr(
                "the model has {count} words, which nobody speaks in {kept}; write {fewest} to {most} "
                "words or change the time",
                count=count,
                kept=kept(spec),
                fewest=fewest,
                most=most,
            ),
            severity=Severity.WARNING,
        )


KIND = Kind(
    name=NAME,
    summary=mark("Speak against a clock, then say what was heard."),
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
        "C171": mark("The time to aim at in a pitch lies outside the times that count as kept."),
        "C172": mark("The model of a pitch has too many or too few words to be spoken within the time."),
        "C173": mark(
            "A criterion of a pitch's rubric lacks an anchor for 1, 3 or 5, so people rate by feeling."
        ),
    },
    turn=turn,
    scenario=True,
    rubric=rating.rubric_of,
)
