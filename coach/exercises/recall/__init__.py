"""Type a term from memory; other names for it count, and small slips in spelling are forgiven."""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.core.curriculum import Step
from coach.core.document import AnyBlock, WritingLines
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Finding, Severity
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.core.record import Id, Record, Text, Translated, translated
from coach.core.spelling import slips_between
from coach.exercises.base import Kind, folder_name
from coach.locale import mark, tr

from .spelling import folded

NAME = folder_name(__name__)

LONGEST = 200
"""The longest answer in characters; a term needs less."""


class Near(Record):
    """A known wrong answer; ``why`` tells it from the right one without naming that."""

    text: Text
    why: Text
    misconception: Id | None = None


class Spec(Step, kw_only=True, tag_field="type", tag=NAME):
    """A question for a term; the first text in ``accept`` is shown as the model."""

    prompt: Text
    accept: Annotated[tuple[Text, ...], msgspec.Meta(min_length=1), translated(Translated.WORDS)]
    why: Text
    near: tuple[Near, ...] = ()


class Response(Record):
    """What was typed, as it was typed."""

    text: str


class Match(Record):
    """The author's text that an answer comes closest to, by ``slips`` in spelling."""

    slips: int
    text: str
    near: Near | None = None
    """The known wrong answer, if the text is one."""


def ask(spec: Spec, context: Context) -> str:
    """Put the question and say how to answer."""
    return "\n\n".join([unmarked(spec.prompt), tr("Type the answer in a few words.")])


def read(spec: Spec, line: str, context: Context) -> Response:
    """Take the line as it is; it has to hold a word and be short."""
    text = line.strip()
    if len(text) > LONGEST:
        raise Unreadable(
            tr("That is too long. Type a few words, at most {longest} characters.", longest=LONGEST)
        )
    if not folded(text):
        raise Unreadable(tr("There is no answer yet. Type a word or a few."))
    return Response(text=text)


def say(spec: Spec, response: Response, context: Context) -> str:
    """Give back what was typed."""
    return response.text


def solution(spec: Spec, context: Context) -> Response:
    """Give the model answer."""
    return Response(text=spec.accept[0])


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by the author's text that the answer comes closest to, if any is close enough."""
    match = _closest(spec, folded(response.text))
    right = match is not None and match.near is None
    answer = Check(id="answer", label=spec.accept[0], passed=right, why=spec.why, spoils=True)
    if match is None:
        return weigh((answer,))
    if match.near is None:
        slipped = tr("Accepted; the usual spelling is {text}.", text=match.text) if match.slips else ""
        return weigh((answer,), remark=slipped)
    told = Check(id="near", label=match.text, passed=False, why=match.near.why, weight=0)
    wrong_idea = match.near.misconception
    return weigh((answer, told), misconceptions=(wrong_idea,) if wrong_idea else ())


def _closest(spec: Spec, said: str) -> Match | None:
    """Find the text that misses the answer by the fewest slips; where equal, accepted ones come first."""
    texts: list[tuple[str, Near | None]] = [(text, None) for text in spec.accept]
    texts += [(near.text, near) for near in spec.near]
    matches = [
        Match(slips=slips, text=text, near=near)
        for text, near in texts
        if (slips := slips_between(said, folded(text))) is not None
    ]
    return min(matches, key=lambda match: match.slips, default=None)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the question with a line to write on."""
    return (*prose(spec.prompt), WritingLines(count=1))


def findings(spec: Spec) -> Iterator[Finding]:
    """Find texts that say nothing, say the same, or are right and wrong at once."""
    accepted: set[str] = set()
    for index, text in enumerate(spec.accept):
        said = folded(text)
        if not said:
            yield Finding(
                code="C063",
                path=("accept", index),
                text=tr(
                    "{text!r} holds no letter or number, so nobody can answer it; write a word", text=text
                ),
            )
        elif said in accepted:
            yield Finding(
                code="C061",
                path=("accept", index),
                text=tr(
                    "{text!r} is accepted already, since case, signs and articles do not count; remove it",
                    text=text,
                ),
                severity=Severity.WARNING,
            )
        accepted.add(said)
    for index, near in enumerate(spec.near):
        if folded(near.text) in accepted:
            yield Finding(
                code="C062",
                path=("near", index, "text"),
                text=tr(
                    "{text!r} is an accepted answer, so its why is never told; remove one of the two",
                    text=near.text,
                ),
            )


KIND = Kind(
    name=NAME,
    summary=mark("Type a term from memory."),
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
        "C061": mark(
            "Two accepted texts are one and the same once case, punctuation and articles are left out."
        ),
        "C062": mark("A known wrong answer is also an accepted one, so it would be graded as right."),
        "C063": mark("An accepted text is made of punctuation only, so no typed answer can match it."),
    },
)
