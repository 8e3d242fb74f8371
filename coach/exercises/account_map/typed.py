"""The map in a line of text: how it is asked, read and said."""

import re
import unicodedata

from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked

from .spec import (
    MEANINGS,
    Aspect,
    Marks,
    Person,
    Response,
    Role,
    Spec,
    aspects,
    gaps,
    in_order,
    in_rows,
    values,
    word,
)

LONGEST = 2000
"""Characters in a line that are looked at; ten people with full names need less."""

LACKING = "lacks"
"""The word before the numbers of what the map lacks."""


def ask(spec: Spec, context: Context) -> str:
    """Give the dossier, the people with their numbers, the words that can be said, and how to answer."""
    notes = [f"  {note.source}: {note.text}" for note in spec.dossier]
    people = [
        f"  {number}  {'  ' * depth}{person.name}, {person.title}"
        for number, (person, depth) in enumerate(in_rows(spec, context), 1)
    ]
    roles = [f"  {role.value}: {MEANINGS[role]}" for role in Role if role in spec.roles]
    others = [f"  {aspect.value}: {', '.join(values(spec, aspect))}" for aspect in aspects(spec)[1:]]
    lacks = [f"  {number}  {gap.text}" for number, gap in enumerate(gaps(spec, context), 1)]
    parts = [unmarked(spec.prompt), "\n".join(["Dossier", *notes]), "\n".join(["People", *people])]
    parts.append("\n".join(["Roles", *roles, *others]))
    if lacks:
        parts.append("\n".join(["Does the map lack this?", *lacks]))
    return "\n\n".join([*parts, _how(spec)])


def _how(spec: Spec) -> str:
    example = f"1 {' '.join(values(spec, aspect)[-1] for aspect in aspects(spec))}"
    short = f"2 {' '.join(values(spec, aspect)[0][0] for aspect in aspects(spec))}"
    lacks = f" At the end say what is missing: {LACKING} 1, or {LACKING} nothing." if spec.gaps else ""
    words = ", ".join(aspect.value for aspect in aspects(spec)[:-1])
    return (
        f"Type for each person the number or the name, then {words} and {aspects(spec)[-1].value}, with a "
        f"semicolon between people, such as {example}; {short}. Beginnings of words will do.{lacks}"
    )


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read an entry for every person, and what the map lacks where that is asked."""
    if len(line) > LONGEST:
        raise Unreadable(f"That is longer than any answer here. {_how(spec)}")
    entries = [entry.split() for entry in re.split(r"[;\n]", _folded(line)) if entry.split()]
    if not entries:
        raise Unreadable(f"Nobody has a place yet. {_how(spec)}")
    people: dict[str, Marks] = {}
    lacking: tuple[str, ...] | None = None
    for first, *rest in entries:
        if first == LACKING and spec.gaps:
            lacking = _lacking(spec, rest, context)
            continue
        person = _person(spec, first, context)
        if person.id in people:
            raise Unreadable(f"{person.name} is there twice. Type each person once.")
        people[person.id] = _marks(spec, person, rest)
    missing = [person.name for person, _ in in_rows(spec, context) if person.id not in people]
    if missing:
        raise Unreadable(f"Everybody needs a place; still missing: {', '.join(missing)}. {_how(spec)}")
    if spec.gaps and lacking is None:
        raise Unreadable(f"Say also what is missing: {LACKING} 1, or {LACKING} nothing. {_how(spec)}")
    ordered = {person.id: people[person.id] for person in spec.people}
    return Response(people=ordered, gaps=lacking or ())


def _folded(text: str) -> str:
    """Write a text in small letters without accents, and the roles of two words as one."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"[,:=]", " ", plain)
    return re.sub(r"\b(decision|economic|technical)\s+(maker|buyer)\b", r"\1-\2", plain)


def _names(person: Person) -> list[str]:
    return [*re.findall(r"[^\W_]+", _folded(person.name)), person.id]


def _person(spec: Spec, word_: str, context: Context) -> Person:
    """Find who is meant by a number or by the beginning of a name."""
    rows = [person for person, _ in in_rows(spec, context)]
    numbers = {str(number): person for number, person in enumerate(rows, 1)}
    if word_ in numbers:
        return numbers[word_]
    meant = [person for person in rows if any(name.startswith(word_) for name in _names(person))]
    if len(meant) > 1:
        both = " and ".join(person.name for person in meant[:2])
        raise Unreadable(f"“{word_}” may mean {both}. Type more of the name, or the number.")
    if not meant:
        raise Unreadable(f"There is nobody called “{word_}” here. {_how(spec)}")
    return meant[0]


def _marks(spec: Spec, person: Person, words: list[str]) -> Marks:
    """Read the values about a person, in any order; other parts of the name may stand between."""
    found: dict[Aspect, str] = {}
    for said in words:
        meant = [
            (aspect, value)
            for aspect in aspects(spec)
            for value in values(spec, aspect)
            if value.startswith(said)
        ]
        if not meant and any(name.startswith(said) for name in _names(person)):
            continue
        if len(meant) != 1:
            raise Unreadable(f"“{said}” cannot be said about {person.name}. {_allowed(spec)}")
        aspect, value = meant[0]
        if aspect in found:
            raise Unreadable(f"{person.name} has {aspect.value} twice. Type it once.")
        found[aspect] = value
    missing = [aspect.value for aspect in aspects(spec) if aspect not in found]
    if missing:
        raise Unreadable(f"{person.name} still needs: {', '.join(missing)}. {_allowed(spec)}")
    return Marks(**{aspect.value: value for aspect, value in found.items()})


def _allowed(spec: Spec) -> str:
    lists = [f"{aspect.value} {', '.join(values(spec, aspect))}" for aspect in aspects(spec)]
    return f"Type one of each: {'; '.join(lists)}."


def _lacking(spec: Spec, words: list[str], context: Context) -> tuple[str, ...]:
    """Read the numbers of what the map lacks, or a word for nothing."""
    if words in (["nothing"], ["none"], ["-"]):
        return ()
    numbers = {str(number): gap.id for number, gap in enumerate(gaps(spec, context), 1)}
    if not words or not set(words) <= set(numbers):
        raise Unreadable(
            f"What is missing has numbers from 1 to {len(numbers)}. Type {LACKING} 1, or {LACKING} nothing."
        )
    return in_order(spec, {numbers[said] for said in words})


def say(spec: Spec, response: Response, context: Context) -> str:
    """Say what was put about each person, and what the map was said to lack."""
    parts = []
    for person, _ in in_rows(spec, context):
        marks = response.people.get(person.id, Marks())
        put = [word(marks.of(aspect)) for aspect in aspects(spec) if marks.of(aspect)]
        if put:
            parts.append(f"{person.name}: {', '.join(put)}")
    lacking = [gap.text for gap in spec.gaps if gap.id in response.gaps]
    if spec.gaps:
        parts.append(f"The map lacks: {', '.join(lacking) or 'nothing'}")
    return "; ".join(parts)
