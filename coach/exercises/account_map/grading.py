"""Every mark beside the key, one check each."""

from collections.abc import Iterator

from coach.core.exercise import Context
from coach.core.outcome import Check, Outcome, weigh
from coach.locale import mark, tr

from .naming import named, raised, word
from .spec import Aspect, Gap, Marks, Person, Response, Spec, aspects, gaps, in_rows, key

PASS_MARK = 0.8
"""A map is a judgement from hints: one reading in five may differ."""

SEVERAL = {
    Aspect.ROLE: mark("{count} of {total} roles"),
    Aspect.INFLUENCE: mark("{count} of {total} influences"),
    Aspect.ATTITUDE: mark("{count} of {total} attitudes"),
}
"""How many values of an aspect were right."""


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Grade each aspect of each person by the key and what the author accepts, and each gap; all weigh alike.

    A person is explained at once if everything about them is right, and the rest once it is solved.
    """
    checks: list[Check] = []
    ideas: list[str] = []
    for person, _ in in_rows(spec, context):
        marks = response.people.get(person.id, Marks())
        checks.extend(_about(spec, person, marks))
        ideas.extend(_ideas(spec, person, marks))
    for gap in gaps(spec, context):
        ticked = gap.id in response.gaps
        checks.append(_lacking(gap, ticked=ticked))
        if gap.misconception and ticked != gap.missing:
            ideas.append(gap.misconception)
    return weigh(
        tuple(checks),
        misconceptions=tuple(dict.fromkeys(ideas)),
        remark=_remark(spec, response),
        pass_mark=PASS_MARK,
    )


def right(person: Person, marks: Marks, aspect: Aspect) -> bool:
    """Whether what was said about an aspect is the key or accepted beside it."""
    return bool(marks.of(aspect)) and marks.of(aspect) in key(person, aspect)


def _about(spec: Spec, person: Person, marks: Marks) -> Iterator[Check]:
    """Check every aspect of a person; the author's reason stands with the first, which is the role."""
    passed = {aspect: right(person, marks, aspect) for aspect in aspects(spec)}
    for aspect, fits in passed.items():
        verdict = _verdict(marks.of(aspect), key(person, aspect), fits=fits)
        yield Check(
            id=f"{person.id}.{aspect.value}",
            label=f"{person.name}, {named(aspect)}",
            passed=fits,
            why=f"{verdict} {person.why}" if aspect is Aspect.ROLE else verdict,
            spoils=not all(passed.values()),
        )


def _verdict(given: str, wanted: tuple[str, ...], *, fits: bool) -> str:
    """Say in a sentence what was put and what fits; the first of ``wanted`` is the author's own."""
    if fits:
        others = [word(value) for value in dict.fromkeys(wanted) if value != given]
        own = f"{raised(word(given))}."
        also = tr("Also right: {others}.", others=tr(" or ").join(others))
        return f"{own} {also}" if others else own
    fitting = raised(tr(" or ").join(word(value) for value in dict.fromkeys(wanted)))
    if not given:
        return tr("{fitting}; nothing was put.", fitting=fitting)
    return tr("{fitting}; you put {given}.", fitting=fitting, given=word(given))


def _ideas(spec: Spec, person: Person, marks: Marks) -> Iterator[str]:
    """Give the wrong ideas behind what was said about a person."""
    for aspect in aspects(spec):
        named: dict[str, str] = getattr(person.misconceptions, aspect.value)
        given = marks.of(aspect)
        if given in named and not right(person, marks, aspect):
            yield named[given]


def _lacking(gap: Gap, *, ticked: bool) -> Check:
    return Check(
        id=gap.id,
        label=gap.text,
        passed=ticked == gap.missing,
        why=gap.why,
        spoils=not ticked,
    )


def _remark(spec: Spec, response: Response) -> str:
    """Count what is right aspect by aspect, if anything is not."""
    total = len(spec.people)
    counts = {
        aspect: sum(right(person, response.people.get(person.id, Marks()), aspect) for person in spec.people)
        for aspect in aspects(spec)
    }
    found = sum((gap.id in response.gaps) == gap.missing for gap in spec.gaps)
    if set(counts.values()) == {total} and found == len(spec.gaps):
        return ""
    told = [tr(SEVERAL[aspect], count=count, total=total) for aspect, count in counts.items()]
    if spec.gaps:
        asked = len(spec.gaps)
        told.append(tr("{count} of {total} answers about what is missing", count=found, total=asked))
    return tr("Right: {parts}.", parts=", ".join(told))
