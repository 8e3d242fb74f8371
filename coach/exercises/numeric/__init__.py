"""Work out a number; a known wrong way is recognised by where it leads."""

from coach.core.document import AnyBlock, Fact, Facts
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Check, Outcome, weigh
from coach.core.prose import prose, unmarked
from coach.exercises.base import Kind
from coach.locale import mark, tr

from .lint import CODES, findings, near
from .number import LARGEST, shown, take_apart, typed, written_in
from .spec import NAME, CommonError, Response, Spec, Variable
from .values import Posed, PosedError, posed

__all__ = ["KIND", "CommonError", "Response", "Spec", "Variable"]

LONGEST = 80
"""The longest line in characters that is looked at; no number here needs more."""

STEM = 3
"""From so many letters on, two words that differ only by an ending are taken for the same."""

SAME_UNIT = (
    {"%", "percent", "prozent"},
    {"€", "eur", "euro", "euros"},
    {"$", "us$", "usd", "dollar", "dollars"},
    {"£", "gbp", "pound", "pounds"},
    {"chf", "fr", "franc", "francs", "franken"},
)
"""Words and signs for the same unit, in lower case."""


def ask(spec: Spec, context: Context) -> str:
    """Put the question and say how to write the number."""
    return "\n".join([unmarked(posed(spec, context).prompt), "", how(spec, context)])


def how(spec: Spec, context: Context) -> str:
    """Say what to type, in the language's own way of writing numbers."""
    example = shown(1250.5, written_in(context.language))
    if spec.unit:
        return tr("Type a number in {unit}, such as {example}.", unit=spec.unit, example=example)
    return tr("Type a number, such as {example}.", example=example)


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read one number, with or without its unit and with thousands set apart or not."""
    text = line.strip()
    if len(text) > LONGEST:
        raise Unreadable(tr("That is more than a number. {how}", how=how(spec, context)))
    written = take_apart(text.removesuffix(spec.unit))
    value = typed(written.number, context.language) if written.number else None
    if value is None:
        raise Unreadable(tr("That is not one number. {how}", how=how(spec, context)))
    strange = [word for word in _words(" ".join(written.words)) if not _fits(word, spec.unit)]
    if strange:
        text = tr("Only one number is needed, with all its digits. {how}", how=how(spec, context))
        raise Unreadable(text)
    if value > LARGEST:
        text = tr("That number is larger than any that is meant here. {how}", how=how(spec, context))
        raise Unreadable(text)
    return Response(value=-value if written.negative and value else value)


def _words(text: str) -> list[str]:
    """Split a unit, or what was typed in its place, into its words in lower case."""
    return text.casefold().replace("per cent", "percent").replace("/", " ").split()


def _fits(word: str, unit: str) -> bool:
    """Whether a word beside the number means its unit; without a unit, any known one will do."""
    names = _words(unit)
    same = [group for group in SAME_UNIT if word in group and (not names or group.intersection(names))]
    return bool(same) or any(word == name or _inflected(word, name) for name in names)


def _inflected(word: str, name: str) -> bool:
    """Whether two words differ by an ending only, as "day" and "days" do."""
    return min(len(word), len(name)) >= STEM and (word.startswith(name) or name.startswith(word))


def say(spec: Spec, response: Response, context: Context) -> str:
    """Write the number with its unit, as the language does."""
    return f"{shown(response.value, written_in(context.language))} {spec.unit}".rstrip()


def solution(spec: Spec, context: Context) -> Response:
    """Give the answer itself."""
    return Response(value=posed(spec, context).answer)


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade by distance from the answer; a common error adds its reason and its misconception."""
    question = posed(spec, context)
    right = near(spec.tolerance, response.value, question.answer)
    answer = Check(
        id="answer",
        label=say(spec, Response(value=question.answer), context),
        passed=right,
        why=question.why,
        spoils=True,
    )
    error = None if right else _error(spec, question, response.value)
    if error is None:
        return weigh((answer,))
    told = Check(id="error", label=say(spec, response, context), passed=False, why=error.why, weight=0)
    return weigh((answer, told), misconceptions=(error.misconception,) if error.misconception else ())


def _error(spec: Spec, question: Posed, value: float) -> PosedError | None:
    """Find the common error that is nearest to the value, if one is near enough."""
    found = [error for error in question.errors if near(spec.tolerance, value, error.value)]
    return min(found, key=lambda error: abs(error.value - value), default=None)


def printed(spec: Spec, context: Context) -> tuple[AnyBlock, ...]:
    """Print the question with a line for the answer."""
    term = tr("Answer in {unit}", unit=spec.unit) if spec.unit else tr("Answer")
    return (*prose(posed(spec, context).prompt), Facts(facts=(Fact(term=term),), columns=1))


KIND = Kind(
    name=NAME,
    summary=mark("Work out a number."),
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
)
