"""Write a short text for a reader; it is checked by rules that are shown before."""

from coach.core import rating
from coach.core.document import AnyBlock
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.core.writing.rules import Rulebook
from coach.exercises.base import Kind, Part, Turn
from coach.locale import mark

from .asking import asked, from_line, in_one_line, next_turn, on_paper
from .grading import graded
from .lint import CODES, findings, proof
from .spec import NAME, Response, Spec


def ask(spec: Spec, context: Context) -> str:
    """Put the task and say how to write the text in one line."""
    return asked(spec)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read a text given in one line: `` / `` is the end of a line, `` // `` an empty line."""
    return from_line(line)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Give the text in one line."""
    return in_one_line(response)


def turn(spec: Spec, done: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Take the text line by line; a full stop alone hands it in."""
    return next_turn(spec, done, line)


def solution(spec: Spec, context: Context) -> Response:
    """Give the good model."""
    return Response(text=spec.models.good.text)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the weighted share of kept rules."""
    return graded(spec, response.text)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the task, what it is checked for, and lines to write on."""
    return on_paper(spec)


KIND = Kind(
    name=NAME,
    summary=mark("Write a short text for a reader; rules shown before say what it is checked for."),
    spec=Spec,
    response=Response,
    ask=ask,
    read=read,
    say=say,
    solution=solution,
    grade=grade,
    printed=printed,
    findings=findings,
    codes=CODES,
    proof=proof,
    turn=turn,
    mends=True,
    parts={"rulebooks": Part(folder="rulebooks", kind=Rulebook, own=True)},
    rubric=rating.rubric_of,
)
