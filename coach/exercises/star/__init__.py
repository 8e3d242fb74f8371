"""Tell a story for an interview: situation, task, action, result."""

from collections.abc import Iterator
from math import ceil

from coach.core import rating
from coach.core.document import AnyBlock, Callout, Heading, Paragraph, Together, WritingLines, plain
from coach.core.exercise import Context
from coach.core.finding import Finding
from coach.core.outcome import Outcome
from coach.core.prose import prose
from coach.exercises.base import Kind, Turn
from coach.locale import mark, tr

from . import grade as judge
from .measure import fault
from .spec import (
    NAME,
    PARTS,
    Length,
    Lengths,
    Looks,
    Model,
    Response,
    Spec,
    length_of,
    model_story,
    part_name,
    tip_of,
)
from .words import asked, heading, next_turn, read_line, said

__all__ = ["KIND", "Length", "Lengths", "Looks", "Model", "Response", "Spec"]

WORDS_A_LINE = 10
"""How many words a person writes on a line of paper."""


def ask(spec: Spec, context: Context) -> str:
    """Put the question, say what is looked at, and how to answer in one line."""
    return asked(spec)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read four parts with `` / `` between them, then ``!`` and a rating for each criterion."""
    return read_line(spec, line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Tell the story part by part, then the ratings."""
    return said(spec, response)


def turn(spec: Spec, before: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Take the parts one after the other, then a rating for each criterion."""
    return next_turn(spec, before, line)


def solution(spec: Spec, context: Context) -> Response:
    """Give the model; a rating by oneself belongs to one's own story alone."""
    return model_story(spec)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade what a program can see in the story; the trainee's own ratings do not count."""
    return judge.grade(spec, response)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print lines for each part, what is looked at, and the rubric to rate by."""
    looks = tuple(plain(label) for label in judge.looked_at(spec))
    listed = (Callout(title=tr("Looked at as well"), items=looks),) if looks else ()
    rate = tr("Rate the story yourself, and let a colleague rate it without seeing your ratings.")
    first, *others = rating.on_paper(spec.rubric)
    return (
        *prose(spec.prompt),
        Heading(text=tr("Your story")),
        *(_lines(spec, part) for part in PARTS),
        *listed,
        Together(blocks=(Heading(text=tr("Rating")), Paragraph(runs=plain(rate), tone="small"), first)),
        *others,
    )


def _lines(spec: Spec, part: str) -> Together:
    """Print a part's heading, its tip, and as many lines as its words need."""
    length = length_of(spec, part)
    return Together(
        blocks=(
            Heading(text=heading(spec, part), level=3),
            Paragraph(runs=plain(tip_of(spec, part)), tone="small"),
            WritingLines(count=min(max(2, ceil(length.max / WORDS_A_LINE)), 18)),
        )
    )


def findings(spec: Spec) -> Iterator[Finding]:
    """Find bounds that exclude each other, a rubric that cannot be rated by, and a model that fails."""
    crossed = [part for part in PARTS if length_of(spec, part).min > length_of(spec, part).max]
    for part in crossed:
        length = length_of(spec, part)
        yield Finding(
            code="C162",
            path=("lengths", part, "min"),
            text=tr(
                "the {part} should have at least {min} and at most {max} words, which no text can; "
                "lower min or raise max",
                part=part_name(part),
                min=length.min,
                max=length.max,
            ),
        )
    yield from rating.findings(spec.rubric, "C163")
    unreadable = list(_patterns(spec))
    yield from unreadable
    if not crossed and not unreadable:
        yield from _model(spec)


def _patterns(spec: Spec) -> Iterator[Finding]:
    for field, patterns in (("outcome", spec.checks.outcome), ("avoid", spec.checks.avoid)):
        for index, pattern in enumerate(patterns):
            if trouble := fault(pattern):
                yield Finding(
                    code="C164",
                    path=("checks", field, index),
                    text=tr(
                        "the pattern {pattern!r} cannot be looked for, it {trouble}",
                        pattern=pattern,
                        trouble=trouble,
                    ),
                )


def _model(spec: Spec) -> Iterator[Finding]:
    for check in judge.grade(spec, model_story(spec)).checks:
        if not check.passed:
            part = check.id if check.id in PARTS else ""
            yield Finding(
                code="C161",
                path=("model", part) if part else ("model",),
                text=tr(
                    "the model misses what trainees are asked for, “{label}”: {why} Change the model or what "
                    "is checked",
                    label=check.label,
                    why=check.why,
                ),
            )


KIND = Kind(
    name=NAME,
    summary=mark("Tell a story as situation, task, action and result."),
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
        "C161": mark("The model of a story misses something that trainees are asked for."),
        "C162": mark("A part of a story has bounds that exclude each other, so no text can keep them."),
        "C163": mark(
            "A criterion of a story's rubric lacks an anchor for 1, 3 or 5, so people rate by feeling."
        ),
        "C164": mark("Words to look for in a story are no pattern: write words, with a star for any ending."),
    },
    turn=turn,
    mends=True,
    scenario=True,
    rubric=rating.rubric_of,
)
