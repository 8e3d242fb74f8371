"""Whom a search has found beside whom it should have found.

With the found people F and the wanted people W, precision is |F ∩ W| / |F|, recall is |F ∩ W| / |W|, and
F1 is their harmonic mean, 2 |F ∩ W| / (|F| + |W|) (C. J. van Rijsbergen, Information Retrieval, 1979,
chapter 7, as E = 1 - F1). Who finds nobody has an F1 of 0.
"""

from collections.abc import Iterator

from coach.core.outcome import Check, Outcome
from coach.core.record import Record
from coach.locale import mark, tr

from .sets import field_in_words, in_words
from .spec import (
    Field,
    FieldKind,
    Filter,
    Mistake,
    Person,
    Response,
    Spec,
    found,
    heading,
    held,
    kept_by,
    passes,
    shown,
)

MANY = 6
"""So many names are told at most where a sentence lists people."""


class Match(Record):
    """A search measured: each number runs from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Searched(Record):
    """The found and the wanted people sorted into right, missed and wrong, in the author's order."""

    right: tuple[Person, ...]
    missed: tuple[Person, ...]
    wrong: tuple[Person, ...]

    @property
    def match(self) -> Match:
        """Measure the search."""
        hits, caught = len(self.right), len(self.right) + len(self.wrong)
        wanted = hits + len(self.missed)
        return Match(
            precision=hits / caught if caught else 0.0,
            recall=hits / wanted if wanted else 0.0,
            f1=2 * hits / (caught + wanted) if caught + wanted else 0.0,
        )


def searched(spec: Spec, filters: tuple[Filter, ...]) -> Searched:
    """Run a search and sort the people."""
    caught = {person.id for person in found(spec, filters)}
    wanted = set(spec.wanted)
    return Searched(
        right=tuple(person for person in spec.people if person.id in caught & wanted),
        missed=tuple(person for person in spec.people if person.id in wanted - caught),
        wrong=tuple(person for person in spec.people if person.id in caught - wanted),
    )


def grade(spec: Spec, response: Response) -> Outcome:
    """Grade by F1. Whom the search has caught may be told at once, whom it has missed once it is solved.

    For each field a check says whether its filters keep somebody wanted out, or let somebody through
    whom the author's own filters on that field would have kept out. So all of them pass if, and
    only if, exactly the wanted people were found.
    """
    result = searched(spec, response.filters)
    mistakes = [one for one in spec.mistakes if result.match.f1 < 1 and made(one, response)]
    checks = (
        *(_mistaken(spec, one) for one in mistakes),
        *_about_people(spec, response, result),
        *(_about_field(spec, response, result, field) for field in spec.fields),
    )
    ideas = [one.misconception for one in mistakes if one.misconception]
    return Outcome(
        checks=checks,
        score=result.match.f1,
        misconceptions=tuple(dict.fromkeys(ideas)),
        remark=_remark(result),
        pass_mark=spec.pass_mark,
    )


def made(mistake: Mistake, response: Response) -> bool:
    """Whether the filters show a mistake."""
    own = [one for one in response.filters if one.field == mistake.field]
    if mistake.unused:
        return not own
    meant = set(mistake.values)
    return any(one.exclude == mistake.exclude and (not meant or bool(meant & set(one.values))) for one in own)


def _mistaken(spec: Spec, mistake: Mistake) -> Check:
    titles = {field.id: field.title for field in spec.fields}
    number = spec.mistakes.index(mistake)
    label = tr("The filter on {field}", field=titles.get(mistake.field, mistake.field))
    return Check(id=f"mistake-{number}", label=label, passed=False, why=mistake.why, weight=0)


def _about_people(spec: Spec, response: Response, result: Searched) -> Iterator[Check]:
    """Tell who was caught wrongly, missed, or found; the others who were found in one line."""
    for person in result.wrong:
        yield _person(person, mark("{person}: not wanted"), person.why or _unfit(spec, person))
    for person in result.missed:
        why = f"{_kept_out(spec, response, person)} {person.why}".rstrip()
        yield _person(person, mark("{person}: missed"), why, spoils=True)
    for person in result.right:
        if person.why:
            yield _person(person, mark("{person}: found"), person.why, passed=True)
    silent = [person for person in result.right if not person.why]
    if silent:
        names = ", ".join(person.name for person in silent)
        label = tr("{count} rightly found", count=len(silent))
        yield Check(id="found", label=label, passed=True, why=f"{names}.", weight=len(silent))


def _person(person: Person, label: str, why: str, *, passed: bool = False, spoils: bool = False) -> Check:
    told = tr(label, person=heading(person))
    return Check(id=f"person-{person.id}", label=told, passed=passed, why=why, spoils=spoils)


def _unfit(spec: Spec, person: Person) -> str:
    """Say in which fields somebody differs from what is looked for."""
    fields = {field.id: field for field in spec.fields}
    known = [one for one in spec.solution if one.field in fields]
    against = [one for one in known if not passes(fields[one.field], person, one)]
    told = [f"{fields[one.field].title}: {_stands(fields[one.field], person)}" for one in against]
    return tr("Look again at {fields}.", fields="; ".join(told))


def _stands(field: Field, person: Person) -> str:
    """Say what somebody has in a field; a text is searched for in the headline as well."""
    headline = (person.headline,) if field.kind is FieldKind.TEXT and person.headline else ()
    values = [shown(field, value) for value in held(field, person)]
    return ", ".join((*headline, *values)) or tr("nothing there")


def _kept_out(spec: Spec, response: Response, person: Person) -> str:
    """Say which filters kept somebody out."""
    fields = {field.id: field for field in spec.fields}
    own = [one for one in response.filters if one.field in fields]
    against = [
        f"{fields[one.field].title}: {in_words(fields[one.field], one)}"
        for one in own
        if not passes(fields[one.field], person, one)
    ]
    return tr("Kept out by {filters}.", filters="; ".join(against))


def _about_field(spec: Spec, response: Response, result: Searched, field: Field) -> Check:
    mine, authors = kept_by(spec, field, response.filters), kept_by(spec, field, spec.solution)
    out = [person for person in result.missed if person.id not in mine]
    through = [person for person in result.wrong if person.id not in authors]
    told = []
    if out:
        told.append(tr("Keeps out, though wanted: {names}.", names=_names(out)))
    if through:
        told.append(tr("Lets through, though not wanted: {names}.", names=_names(through)))
    best, own = (field_in_words(Response(filters=some), field) for some in (spec.solution, response.filters))
    passed = not told
    if passed and own and not best:
        told.append(tr("Yours, {own}, does no harm here.", own=own))
    return Check(
        id=f"field-{field.id}",
        label=f"{field.title}: {best}" if best else tr("{field}: no filter is needed", field=field.title),
        passed=passed,
        why=" ".join([*told, field.why]),
        weight=0,
        spoils=True,
    )


def _names(people: list[Person]) -> str:
    rest = len(people) - MANY
    names = ", ".join(person.name for person in people[:MANY])
    return tr("{names} and {count} more", names=names, count=rest) if rest > 0 else names


def _remark(result: Searched) -> str:
    match, caught = result.match, len(result.right) + len(result.wrong)
    wanted = len(result.right) + len(result.missed)
    if not caught:
        return tr("These filters leave nobody in the list. Take one away, or add values to it.")
    hits = len(result.right)
    return tr(
        "Wanted among those found: {hits} of {caught} (precision {precision}). "
        "Found among those wanted: {hits} of {wanted} (recall {recall}). "
        "Both together (F1): {f1}.",
        hits=hits,
        caught=caught,
        precision=_percent(match.precision),
        wanted=wanted,
        recall=_percent(match.recall),
        f1=_percent(match.f1),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
