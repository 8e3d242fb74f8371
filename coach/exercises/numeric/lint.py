"""What can be wrong with a question, its generated values and its sums."""

from collections.abc import Iterator
from itertools import islice, product
from math import prod
from random import Random

from coach.core.arithmetic import ARGUMENTS, ArithmeticFault, names, parse
from coach.core.finding import Finding, Path, Severity
from coach.locale import language, mark, tr, trn

from .number import shown
from .spec import Spec, Sum, Variable
from .values import BRACES, DECIMALS, Values, result, size, value_at, worth

SLACK = 1e-9
"""Added to every tolerance, so that sums of decimals are not wrong by a rounding of the machine."""

MOST_VALUES = 1000
"""Values in a range; more make no better exercise."""

MOST_COMBINATIONS = 500
"""Up to so many combinations of values are all worked out; of more, the extreme ones and a sample."""

CODES = {
    "C051": mark("A common error lies within the tolerance of the answer, so it would be graded as right."),
    "C052": mark("Two common errors have the same value, so only the first one's reason can ever be told."),
    "C053": mark("A sum cannot be read. It has numbers, names, + - * /, brackets, round, min and max."),
    "C054": mark("A sum or a text in braces uses a name that is no generated value."),
    "C055": mark("A generated value is not shown in the prompt, so nobody can reckon with it."),
    "C056": mark("With some of the generated values a sum comes to no number, as it divides by zero, say."),
    "C057": mark(
        "A generated value cannot be drawn: it needs a choice or a range that holds several values."
    ),
    "C058": mark("With some of the generated values the answer has more decimals than anybody types."),
}
"""What the codes of this kind mean."""


def near(tolerance: float, value: float, other: float) -> bool:
    """Whether two numbers are the same within a tolerance, ends included."""
    return abs(value - other) <= tolerance + SLACK


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what cannot be drawn, read or worked out, and common errors that are right or hidden."""
    broken = [*_variables(spec), *_sums(spec), *_texts(spec)]
    yield from broken
    if any(finding.code != "C055" for finding in broken):
        return
    combinations = list(_combinations(spec))
    failing = _failing(spec, combinations)
    yield from failing
    if not failing:
        yield from _endless(spec, combinations)
        yield from _common_errors(spec, combinations)


def _variables(spec: Spec) -> Iterator[Finding]:
    for name, variable in spec.vars.items():
        trouble = _undrawable(name, variable)
        if trouble:
            yield Finding(code="C057", path=("vars", name), text=trouble)
        elif not any(name in _names(inside) for inside in BRACES.findall(spec.prompt)):
            yield Finding(
                code="C055",
                path=("vars", name),
                text=tr(
                    "the value {name!r} is not shown in the prompt, so nobody can reckon with it; write "
                    "{{{name}}} into the prompt or remove the value",
                    name=name,
                ),
            )


def _undrawable(name: str, variable: Variable) -> str:
    """Say why a value cannot be drawn, or nothing."""
    if name == "answer" or name in ARGUMENTS:
        return tr("the value {name!r} has a name that means something else already; rename it", name=name)
    if (variable.choice is None) == (variable.range is None):
        return tr(
            "the value {name!r} needs a choice or a range, and not both; write choice: [10, 20] or range: "
            "[10, 50, 5]",
            name=name,
        )
    if variable.range is not None and not 1 < size(variable) <= MOST_VALUES:
        return trn(
            "the value {name!r} has a range of {n} value but needs 2 to {most}; write range: [lowest, "
            "highest, step] with a step above 0",
            "the value {name!r} has a range of {n} values but needs 2 to {most}; write range: [lowest, "
            "highest, step] with a step above 0",
            size(variable),
            name=name,
            most=MOST_VALUES,
        )
    return ""


def _names(text: str) -> frozenset[str]:
    """Return the names in a sum; none if it cannot be read, as that is told elsewhere."""
    try:
        return names(parse(text))
    except ArithmeticFault:
        return frozenset()


def _sums(spec: Spec) -> Iterator[Finding]:
    """Look at the answer and the values of common errors."""
    known = frozenset(spec.vars)
    yield from _sum(spec.answer, known, ("answer",))
    for index, error in enumerate(spec.common_errors):
        yield from _sum(error.value, known, ("common_errors", index, "value"))


def _texts(spec: Spec) -> Iterator[Finding]:
    """Look at the braces in texts, if there are values to put in their place."""
    if not spec.vars:
        return
    known = frozenset(spec.vars)
    texts: list[tuple[Path, str, frozenset[str]]] = [
        (("prompt",), spec.prompt, known),
        (("why",), spec.why, known | {"answer"}),
    ]
    for index, error in enumerate(spec.common_errors):
        texts.append((("common_errors", index, "why"), error.why, known | {"answer"}))
    for path, text, allowed in texts:
        for inside in BRACES.findall(text):
            yield from _sum(inside, allowed, path)


def _sum(source: Sum, known: frozenset[str], path: Path) -> Iterator[Finding]:
    if not isinstance(source, str):
        return
    try:
        used = names(parse(source))
    except ArithmeticFault as fault:
        text = tr(
            "the sum {sum!r} cannot be read, {fault}; write a number or a sum such as 3 * (a + b)",
            sum=source[:40],
            fault=fault,
        )
        yield Finding(code="C053", path=path, text=text)
        return
    for name in sorted(used - known):
        text = tr(
            "{name!r} is no generated value, so {sum!r} has no number; known are {listed}",
            name=name,
            sum=source[:40],
            listed=", ".join(sorted(known)) or tr("none, as there are no vars"),
        )
        yield Finding(code="C054", path=path, text=text)


def _combinations(spec: Spec) -> Iterator[Values]:
    """Give all combinations of values or, where they are too many, the extreme ones and a fixed sample."""
    sizes = [size(variable) for variable in spec.vars.values()]
    if prod(sizes) <= MOST_COMBINATIONS:
        yield from (_at(spec, places) for places in product(*map(range, sizes)))
        return
    random = Random(0)  # noqa: S311 - a sample that is the same on every check
    sample = [tuple(random.randrange(count) for count in sizes) for _ in range(MOST_COMBINATIONS)]
    corners = product(*((0, count - 1) for count in sizes))
    yield from (_at(spec, places) for places in islice((*corners, *sample), MOST_COMBINATIONS))


def _at(spec: Spec, places: tuple[int, ...]) -> Values:
    pairs = zip(spec.vars.items(), places, strict=True)
    return {name: value_at(variable, place) for (name, variable), place in pairs}


def _failing(spec: Spec, combinations: list[Values]) -> list[Finding]:
    """Tell for each sum the first values with which it comes to no number."""
    sources: list[tuple[Path, Sum]] = [(("answer",), spec.answer)]
    sources += [
        (("common_errors", index, "value"), one.value) for index, one in enumerate(spec.common_errors)
    ]
    found = []
    for path, source in sources:
        for values in combinations:
            try:
                result(source, values)
            except ArithmeticFault as fault:
                text = tr(
                    "{sum!r} has no number{when}, {fault}; change the values or the sum",
                    sum=source,
                    when=_when(values),
                    fault=fault,
                )
                found.append(Finding(code="C056", path=path, text=text))
                break
    return found


def _when(values: Values) -> str:
    """Name the values, if there are any."""
    pairs = [f"{name} = {shown(float(value), language())}" for name, value in values.items()]
    return " " + tr("when {values}", values=", ".join(pairs)) if pairs else ""


def _endless(spec: Spec, combinations: list[Values]) -> Iterator[Finding]:
    """Find an answer that nobody can type exactly, where exactness is asked."""
    if not isinstance(spec.answer, str) or spec.tolerance >= 10**-DECIMALS:
        return
    for values in combinations:
        if (worth(spec.answer, values) * 10**DECIMALS).denominator != 1:
            yield Finding(
                code="C058",
                path=("answer",),
                text=tr(
                    "the answer has more than {decimals} decimals{when}, which nobody types; add a tolerance "
                    "or write round(…, 2)",
                    decimals=DECIMALS,
                    when=_when(values),
                ),
            )
            return


def _common_errors(spec: Spec, combinations: list[Values]) -> Iterator[Finding]:
    """Find common errors that are right, or that another one hides."""
    earlier: set[tuple[float, ...]] = set()
    for index, error in enumerate(spec.common_errors):
        path = ("common_errors", index, "value")
        wrong = [result(error.value, values) for values in combinations]
        for value, values in zip(wrong, combinations, strict=True):
            if near(spec.tolerance, value, result(spec.answer, values)):
                yield Finding(
                    code="C051",
                    path=path,
                    text=tr(
                        "the common error {value:g} counts as right{when}, it is within the tolerance of the "
                        "answer; change the value or narrow the tolerance",
                        value=value,
                        when=_when(values),
                    ),
                )
                break
        if tuple(wrong) in earlier:
            yield Finding(
                code="C052",
                path=path,
                text=tr(
                    "the common error {value:g} stands there twice, so its second why is never told; join "
                    "the two",
                    value=wrong[0],
                ),
                severity=Severity.WARNING,
            )
        earlier.add(tuple(wrong))
