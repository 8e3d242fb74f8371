"""Mark the lines of a text that are weak, or strong, or whatever the prompt asks for."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, Column, Table, plain
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding, Severity
from coach.core.outcome import Check, Outcome, Span
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text
from coach.core.twice import ids_twice, placed_ids
from coach.exercises.base import Kind, folder_name
from coach.locale import mark, tr, trn, trp

NAME = folder_name(__name__)


class Line(Record):
    """A line or sentence of the text; ``mark`` says whether it should be marked, ``why`` the reason.

    ``misconception`` is the wrong idea of those who treat the line wrongly.
    """

    id: Id
    text: Text
    why: Text
    mark: bool = False
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A short text line by line; the prompt says what to mark in it."""

    prompt: Text
    lines: Annotated[tuple[Line, ...], msgspec.Meta(min_length=3, max_length=14)]


class Response(Record):
    """The ids of the lines that were marked, in the order of the text."""

    marked: tuple[str, ...]


def joined(spec: Spec) -> str:
    """Give the whole text, which the spans of an outcome refer to."""
    return "\n".join(line.text for line in spec.lines)


def spans(spec: Spec) -> tuple[Span, ...]:
    """Give the place of every line in the whole text."""
    places = []
    start = 0
    for line in spec.lines:
        places.append(Span(start=start, end=start + len(line.text)))
        start += len(line.text) + 1
    return tuple(places)


def ask(spec: Spec, context: Context) -> str:
    """Number the lines and say how to answer."""
    lines = [f"  {number}  {line.text}" for number, line in enumerate(spec.lines, 1)]
    return "\n".join(
        [unmarked(spec.prompt), "", *lines, "", tr("Type the numbers of the lines to mark, such as 2 3.")]
    )


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read line numbers, separated by spaces or commas; at least one."""
    words = set(line.replace(",", " ").split())
    known = {str(number): one.id for number, one in enumerate(spec.lines, 1)}
    if not words:
        raise Unreadable(
            tr("No line is marked yet. Type at least one number from 1 to {count}.", count=len(known))
        )
    if not words <= set(known):
        raise Unreadable(
            tr(
                "There is no such line. Type numbers from 1 to {count}, with spaces between them.",
                count=len(known),
            )
        )
    return Response(marked=tuple(name for number, name in known.items() if number in words))


def say(spec: Spec, response: Response, context: Context) -> str:
    """Name the marked lines by number and text."""
    numbered = enumerate(spec.lines, 1)
    return "; ".join(f"{number} {line.text}" for number, line in numbered if line.id in response.marked)


def solution(spec: Spec, context: Context) -> Response:
    """Mark exactly the lines that should be."""
    return Response(marked=tuple(line.id for line in spec.lines if line.mark))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade every line, and take the share of lines marked wrongly from that of lines found.

    The score is found / to be found, less wrongly marked / to be left alone, and never below 0. So
    each line treated rightly counts, while marking everything, like marking at random, earns
    nothing (Youden's index: W. J. Youden, Cancer 3, 1950). A mark may be explained at once; what was
    not marked would give the solution away.
    """
    marked = set(response.marked)
    lines = zip(enumerate(spec.lines, 1), spans(spec), strict=True)
    checks = tuple(_check(number, line, span, marked=line.id in marked) for (number, line), span in lines)
    wanted = [line for line in spec.lines if line.mark]
    sound = len(spec.lines) - len(wanted)
    found = sum(line.id in marked for line in wanted)
    extra = sum(line.id in marked for line in spec.lines) - found
    cost = extra / sound if sound else 0.0
    wrong_ideas = [
        line.misconception for line in spec.lines if line.misconception and line.mark != (line.id in marked)
    ]
    return Outcome(
        checks=checks,
        score=max(0.0, found / max(len(wanted), 1) - cost),
        misconceptions=tuple(dict.fromkeys(wrong_ideas)),
        remark=_remark(found, len(wanted), extra),
    )


def _check(number: int, line: Line, span: Span, *, marked: bool) -> Check:
    return Check(
        id=line.id,
        label=f"{number}. {line.text}",
        passed=marked == line.mark,
        why=line.why,
        evidence=span,
        spoils=not marked,
    )


def _remark(found: int, wanted: int, extra: int) -> str:
    """Sum up what was found and what was marked too much, if anything went wrong."""
    if found == wanted and not extra:
        return ""
    told = trn("{found} of {n} lines found.", "{found} of {n} lines found.", wanted, found=found)
    if not extra:
        return told
    too_many = trn(
        "{n} marked that should be left alone, which costs.",
        "{n} marked that should be left alone, which costs.",
        extra,
    )
    return f"{told} {too_many}"


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the text line by line, each with a field for a cross."""
    columns = (Column(title=trp("column", "Mark"), share=1), Column(title=trp("column", "Line"), share=8))
    rows = tuple((plain(""), plain(line.text)) for line in spec.lines)
    return (*prose(spec.prompt), Table(columns=columns, rows=rows))


def findings(spec: Spec) -> Iterator[Finding]:
    """Find texts in which nothing or everything is to be marked, ids used twice, and broken lines."""
    wanted = sum(line.mark for line in spec.lines)
    if not wanted:
        yield Finding(
            code="C091",
            path=("lines",),
            text=tr("no line is to be marked, so nobody can answer; write mark: true at those that are"),
        )
    if wanted == len(spec.lines):
        yield Finding(
            code="C092",
            path=("lines",),
            text=tr("every line is to be marked, so there is nothing to tell apart; add lines that are not"),
            severity=Severity.WARNING,
        )
    yield from ids_twice(placed_ids(("lines",), spec.lines), mark("line id"))


KIND = Kind(
    name=NAME,
    summary=mark("Mark the lines of a text that the prompt asks for."),
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
        "C091": mark("No line of a text is to be marked, so that no answer could be right."),
        "C092": mark("Every line of a text is to be marked, so that there is nothing to tell apart."),
    },
)
