"""What can be wrong with a piece of writing as a task: rules, examples and models."""

from collections.abc import Iterator

from coach.core.finding import Finding, Path, Severity
from coach.core.twice import CHECKS, RATINGS, ids_twice, placed_ids
from coach.core.writing import rules as r
from coach.core.writing.judge import judge
from coach.core.writing.pattern import PatternFault, parse
from coach.core.writing.text import read
from coach.locale import mark, tr

from .grading import graded, quoted
from .spec import Spec, all_rules

LONGEST_MODEL = 250
"""Words of a model; a longer one cannot be compared at a glance."""

NOTHING = "Hello."
"""A text that says nothing; it must not pass."""

CODES = {
    "C120": mark("A measure of readability or a rulebook is made for another language than the exercise's."),
    "C121": mark("A rule holds nothing to look for, so every text keeps it."),
    "C122": mark("A rule has no examples of its own: a text that breaks it and one that keeps it."),
    "C123": mark("A pattern of words cannot be read."),
    "C124": mark("Bounds contradict each other, so no text can keep the rule."),
    "C125": mark("A model is too long to be compared at a glance."),
    "C126": mark("A rule is left out that no rulebook of the exercise holds."),
    "C127": mark("A rule goes wrong with one of its own examples."),
    "C128": mark("The good model breaks a rule that it should be a model for."),
    "C129": mark("The weak model, or a text that says nothing, would pass."),
}
"""What the codes of this kind mean."""

Placed = tuple[Path, r.AnyRule]
"""A rule, and where the author finds it from the step."""


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what is wrong without applying the rules."""
    placed = list(_placed(spec))
    yield from _languages(spec)
    yield from _ids(spec, placed)
    for path, rule in placed:
        yield from _empty(path, rule)
        yield from _bounds(path, rule)
        yield from _patterns(path, rule)
        if not (rule.matches and rule.passes):
            yield _found(
                "C122",
                path,
                tr(
                    "rule {rule!r} lacks matches or passes, so nobody knows that it works; write a text that "
                    "breaks it and one that keeps it",
                    rule=rule.id,
                ),
            )
    yield from _models(spec)


def _placed(spec: Spec) -> Iterator[Placed]:
    """Give every rule with its place; those of a rulebook stand where the rulebook is named."""
    for index, book in enumerate(spec.rulebooks):
        yield from ((("rulebooks", index), rule) for rule in book.rules)
    for index, rule in enumerate(spec.rules):
        yield ("rules", index), rule


def _found(code: str, path: Path, text: str, *, warning: bool = False) -> Finding:
    severity = Severity.WARNING if warning else Severity.ERROR
    return Finding(code=code, path=path, text=text, severity=severity)


def _languages(spec: Spec) -> Iterator[Finding]:
    for index, book in enumerate(spec.rulebooks):
        if book.language != spec.language:
            text = tr(
                "rulebook {book!r} is for language {language!r} but the text is to be in {wanted!r}; "
                "take another one, or correct the language",
                book=book.id,
                language=book.language,
                wanted=spec.language,
            )
            yield _found("C120", ("rulebooks", index), text)
    for path, rule in _placed(spec):
        if isinstance(rule, r.Metric) and rule.formula.language != spec.language:
            text = tr(
                "{formula} is made for {made!r} but the text is written in {language!r}; take {better}",
                formula=rule.formula.called,
                made=rule.formula.language,
                language=spec.language,
                better="flesch" if spec.language == "en" else "wstf1",
            )
            yield _found("C120", path, text)


def _ids(spec: Spec, placed: list[Placed]) -> Iterator[Finding]:
    """Find ids used twice, and rules left out that are not there."""
    shared = {rule.id for path, rule in placed if path[0] == "rulebooks"}
    applied = [
        (path, rule.id) for path, rule in placed if path[0] == "rules" or rule.id not in spec.leave_out
    ]
    yield from ids_twice(applied, mark("rule id"), lost=CHECKS)
    for index, name in enumerate(spec.leave_out):
        if name not in shared:
            text = tr(
                "no rulebook of this exercise has a rule {name!r}; correct the name or remove it", name=name
            )
            yield _found("C126", ("leave_out", index), text)
    yield from ids_twice(placed_ids(("rubric",), spec.rubric), mark("criterion id"), lost=RATINGS)


def _empty(path: Path, rule: r.AnyRule) -> Iterator[Finding]:
    wanted = ""
    match rule:
        case r.Existence(list=None, any_of=()):
            wanted = tr("a list such as hedges, or words in any_of")
        case r.Occurrence(min=None, max=None) | r.Metric(min=None, max=None):
            wanted = tr("min, max or both")
        case r.FirstSentence(needs=(), any_of=()):
            wanted = tr("needs such as [request, date], or words in any_of")
        case _:
            return
    yield _found(
        "C121",
        path,
        tr(
            "rule {rule!r} looks for nothing, so every text keeps it; add {wanted}",
            rule=rule.id,
            wanted=wanted,
        ),
    )


def _bounds(path: Path, rule: r.AnyRule) -> Iterator[Finding]:
    low: float | None = None
    high: float | None = None
    match rule:
        case r.Occurrence() | r.Metric():
            low, high = rule.min, rule.max
        case r.Subject():
            low, high = rule.min_words, rule.max_words
        case r.SentenceLength():
            low, high = rule.average, rule.max
        case _:
            return
    if low is not None and high is not None and low > high:
        text = tr(
            "rule {rule!r} asks for at least {low:g} and at most {high:g}; swap or correct them",
            rule=rule.id,
            low=low,
            high=high,
        )
        if isinstance(rule, r.SentenceLength):
            text = tr(
                "rule {rule!r} allows {low:g} words on average but at most {high:g}; lower the average",
                rule=rule.id,
                low=low,
                high=high,
            )
        yield _found("C124", path, text)


def _patterns(path: Path, rule: r.AnyRule) -> Iterator[Finding]:
    for source in patterns(rule):
        try:
            parse(source)
        except PatternFault as fault:
            yield _found(
                "C123",
                path,
                tr(
                    "the words {source!r} of rule {rule!r} cannot be read: it {fault}",
                    source=source[:60],
                    rule=rule.id,
                    fault=fault,
                ),
            )


def patterns(rule: r.AnyRule) -> tuple[str, ...]:
    """Give the patterns that an author wrote in a rule."""
    match rule:
        case r.Existence():
            return (*rule.any_of, *rule.except_for)
        case r.FirstSentence() | r.KeyFact() | r.Subject():
            return rule.any_of
        case r.Substitution():
            return tuple(rule.swap)
        case r.Forbidden():
            return tuple(rule.claims)
        case r.Persona():
            return rule.people
        case _:
            return ()


def _models(spec: Spec) -> Iterator[Finding]:
    for name, model in (("good", spec.models.good), ("bad", spec.models.bad)):
        writing = read(model.text, spec.language)
        words = writing.words(writing.sentences)
        if words > LONGEST_MODEL:
            text = tr(
                "the model has {count} words, which nobody compares at a glance; shorten it to "
                "{most} at most",
                count=words,
                most=LONGEST_MODEL,
            )
            yield _found("C125", ("models", name, "text"), text, warning=True)


def proof(spec: Spec) -> Iterator[Finding]:
    """Try every rule on its own examples, and the whole on the models and on a text that says nothing."""
    for path, rule in _placed(spec):
        for wanted, samples in ((False, rule.matches), (True, rule.passes)):
            yield from _tried(spec, path, rule, samples, kept=wanted)
    good = graded(spec, spec.models.good.text)
    broken = [check.label for check in good.checks if check.weight and not check.passed]
    if broken:
        text = tr("the good model breaks {broken}; rewrite it, or loosen the rule", broken="; ".join(broken))
        yield _found("C128", ("models", "good", "text"), text)
    weak = graded(spec, spec.models.bad.text)
    if weak.right:
        text = tr(
            "the weak model would pass, so the rules do not tell the two apart; add the rule that it breaks"
        )
        yield _found("C129", ("models", "bad", "text"), text)
    if graded(spec, NOTHING).right:
        text = tr("a text of one word would pass; add a rule that asks for something, with level: must")
        yield _found("C129", ("rules",), text)


def _tried(
    spec: Spec, path: Path, rule: r.AnyRule, samples: tuple[str, ...], *, kept: bool
) -> Iterator[Finding]:
    if isinstance(rule, r.Persona) and rule not in all_rules(spec):
        return
    for sample in samples:
        if judge(rule, read(sample, spec.language), spec.persona).kept is not kept:
            text = (
                mark("rule {rule!r} has {sample!r} in passes, but that breaks it; correct either")
                if kept
                else mark("rule {rule!r} has {sample!r} in matches, but that keeps it; correct either")
            )
            yield _found("C127", path, tr(text, rule=rule.id, sample=quoted(sample)))
