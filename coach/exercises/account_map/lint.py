"""What can be wrong with a map: keys that nobody can give, and people that nobody can find."""

import re
from collections.abc import Iterator

from coach.core.finding import Finding, Path, Severity
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.locale import mark, tr

from .spec import Aspect, Person, Spec, aspects, key, values

SHORTEST = 3
"""Letters that a part of a name needs to be looked for in the dossier."""

CODES = {
    "C151": mark("Somebody's role is not among the roles that can be chosen, so nobody could give it."),
    "C152": mark("Somebody reports to a person who is not on the map, to themselves, or in a circle."),
    "C153": mark("Attitude is written for some people and not for others, so it cannot be asked."),
    "C154": mark("A misconception is named for a value that is right."),
    "C155": mark("Everybody has the same value in an aspect, so that there is nothing to tell apart."),
    "C156": mark("Everything offered as a gap is missing, or nothing is."),
    "C157": mark("Two people have the same name, or two gaps the same text, and cannot be told apart."),
    "C158": mark("No note of the dossier names a person, so that they could only be guessed."),
}


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what keeps a map from being a fair task."""
    yield from ids_twice(placed_ids(("dossier",), spec.dossier))
    yield from ids_twice(placed_ids(("people",), spec.people))
    yield from ids_twice(placed_ids(("gaps",), spec.gaps))
    yield from _same_texts("people", [person.name for person in spec.people])
    yield from _same_texts("gaps", [gap.text for gap in spec.gaps])
    for index, person in enumerate(spec.people):
        yield from _keys(spec, person, ("people", index))
        yield from _boss(spec, person, ("people", index))
        yield from _named(spec, person, ("people", index))
    for aspect in aspects(spec):
        yield from _same(spec, aspect)
    yield from _gaps(spec)


def _same_texts(where: str, texts: list[str]) -> Iterator[Finding]:
    for path, text in repeated(((where, index), text) for index, text in enumerate(texts)):
        told = tr("{text!r} stands there twice, so nobody can tell which is meant; reword one", text=text)
        yield Finding(code="C157", path=path, text=told)


def _keys(spec: Spec, person: Person, path: Path) -> Iterator[Finding]:
    """Find values that cannot be given, and misconceptions about values that are right."""
    for role in dict.fromkeys(key(person, Aspect.ROLE)):
        if role not in values(spec, Aspect.ROLE):
            yield Finding(
                code="C151",
                path=(*path, "role"),
                text=tr(
                    "{role!r} is not among the roles of this map, so nobody can choose it; add it to roles "
                    "or write one of {roles}",
                    role=role,
                    roles=", ".join(values(spec, Aspect.ROLE)),
                ),
            )
    if Aspect.ATTITUDE in aspects(spec) and person.attitude is None:
        yield Finding(
            code="C153",
            path=path,
            text=tr(
                "{person} has no attitude but others do, so no answer would be right; write it for everybody "
                "or for nobody",
                person=person.name,
            ),
        )
    for aspect in Aspect:
        for value in getattr(person.misconceptions, aspect.value):
            if value in key(person, aspect):
                yield Finding(
                    code="C154",
                    path=(*path, "misconceptions", aspect.value, str(value)),
                    text=tr(
                        "{value!r} is right for {person}, so no wrong idea is behind it; remove it here",
                        value=str(value),
                        person=person.name,
                    ),
                )


def _boss(spec: Spec, person: Person, path: Path) -> Iterator[Finding]:
    """Follow whom somebody reports to, up to the top."""
    bosses = {one.id: one.reports_to for one in spec.people}
    over = person.reports_to
    if over is not None and over not in bosses:
        told = tr(
            "there is no {boss!r} on the map to report to; write one of {people}",
            boss=over,
            people=", ".join(bosses),
        )
        yield Finding(code="C152", path=(*path, "reports_to"), text=told)
        return
    seen: set[str] = set()
    while over is not None and over not in seen:
        if over == person.id:
            told = tr(
                "{person} reports to themselves in the end, so no line can be drawn; mend the circle",
                person=person.name,
            )
            yield Finding(code="C152", path=(*path, "reports_to"), text=told)
        seen.add(over)
        over = bosses.get(over)


def _named(spec: Spec, person: Person, path: Path) -> Iterator[Finding]:
    """Find people of whom the dossier says nothing."""
    told = set(re.findall(r"[^\W_]+", " ".join(f"{note.source} {note.text}" for note in spec.dossier)))
    parts = [part for part in re.findall(r"[^\W_]+", person.name) if len(part) >= SHORTEST]
    if not told.intersection(parts or [person.name]):
        yield Finding(
            code="C158",
            path=(*path, "name"),
            text=tr(
                "no note names {person}, so their place could only be guessed; add a note", person=person.name
            ),
            severity=Severity.WARNING,
        )


def _same(spec: Spec, aspect: Aspect) -> Iterator[Finding]:
    """Find an aspect that is the same for all."""
    first, *others = (key(person, aspect)[0] for person in spec.people)
    if set(others) == {first}:
        yield Finding(
            code="C155",
            path=("people",),
            text=tr(
                "everybody has the same {aspect}, {value}, so there is nothing to find out; vary it",
                aspect=aspect.value,
                value=first,
            ),
            severity=Severity.WARNING,
        )


def _gaps(spec: Spec) -> Iterator[Finding]:
    """Find gaps that need no thought because all of them are alike."""
    if len({gap.missing for gap in spec.gaps}) == 1:
        every = mark("all of them are missing, so there is nothing to tell apart; add one that is otherwise")
        none = mark("none of them is missing, so there is nothing to tell apart; add one that is otherwise")
        yield Finding(
            code="C156",
            path=("gaps",),
            text=tr(every if spec.gaps[0].missing else none),
            severity=Severity.WARNING,
        )
