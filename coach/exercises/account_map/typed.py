"""The map in a line of text: how it is asked, read and said."""

import re
import unicodedata

from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked
from coach.locale import mark, tr, trp

from .naming import named, typed, word
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
)

LONGEST = 2000
"""Characters in a line that are looked at; ten people with full names need less."""


def ask(spec: Spec, context: Context) -> str:
    """Give the dossier, the people with their numbers, the words that can be said, and how to answer."""
    notes = [f"  {note.source}: {note.text}" for note in spec.dossier]
    people = [
        f"  {number}  {'  ' * depth}{person.name}, {person.title}"
        for number, (person, depth) in enumerate(in_rows(spec, context), 1)
    ]
    roles = [f"  {typed(role.value)}: {tr(MEANINGS[role])}" for role in Role if role in spec.roles]
    others = [
        f"  {named(aspect)}: {', '.join(map(typed, values(spec, aspect)))}" for aspect in aspects(spec)[1:]
    ]
    lacks = [f"  {number}  {gap.text}" for number, gap in enumerate(gaps(spec, context), 1)]
    parts = [unmarked(spec.prompt), "\n".join([tr("Dossier"), *notes])]
    parts.append("\n".join([tr("People"), *people]))
    parts.append("\n".join([tr("Roles"), *roles, *others]))
    if lacks:
        parts.append("\n".join([tr("Does the map lack this?"), *lacks]))
    return "\n\n".join([*parts, _how(spec)])


def _how(spec: Spec) -> str:
    asked = aspects(spec)
    told = tr(
        "Type for each person the number or the name, then {words} and {last}, with a semicolon between "
        "people, such as 1 {example}; 2 {short}. Beginnings of words will do.",
        words=", ".join(named(aspect) for aspect in asked[:-1]),
        last=named(asked[-1]),
        example=" ".join(typed(values(spec, aspect)[-1]) for aspect in asked),
        short=" ".join(_beginning(spec, values(spec, aspect)[0]) for aspect in asked),
    )
    if not spec.gaps:
        return told
    return told + " " + tr("At the end say what is missing: lacks 1, or lacks nothing.")


def _spelt(value: str) -> str:
    """Write a value so that what was typed can be compared with it."""
    return _folded(typed(value)).replace("/", "")


def _beginning(spec: Spec, value: str) -> str:
    """Give the shortest beginning of a value that stands for no other."""
    name = _spelt(value)
    others = [_spelt(one) for aspect in aspects(spec) for one in values(spec, aspect) if one != value]
    lengths = range(1, len(name))
    unlike = (end for end in lengths if not any(other.startswith(name[:end]) for other in others))
    return name[: next(unlike, len(name))]


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read an entry for every person, and what the map lacks where that is asked."""
    if len(line) > LONGEST:
        raise Unreadable(tr("That is longer than any answer here. {how}", how=_how(spec)))
    entries = [entry.split() for entry in re.split(r"[;\n]", _folded(line)) if entry.split()]
    if not entries:
        raise Unreadable(tr("Nobody has a place yet. {how}", how=_how(spec)))
    people: dict[str, Marks] = {}
    lacking: tuple[str, ...] | None = None
    for first, *rest in entries:
        if first in ("lacks", trp("typed", "lacks")) and spec.gaps:
            lacking = _lacking(spec, rest, context)
            continue
        person = _person(spec, first, context)
        if person.id in people:
            raise Unreadable(tr("{person} is there twice. Type each person once.", person=person.name))
        people[person.id] = _marks(spec, person, rest)
    missing = [person.name for person, _ in in_rows(spec, context) if person.id not in people]
    if missing:
        names = ", ".join(missing)
        text = tr("Everybody needs a place; still missing: {names}. {how}", names=names, how=_how(spec))
        raise Unreadable(text)
    if spec.gaps and lacking is None:
        text = tr("Say also what is missing: lacks 1, or lacks nothing. {how}", how=_how(spec))
        raise Unreadable(text)
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
        one, other = (person.name for person in meant[:2])
        told = mark("“{word}” may mean {one} and {other}. Type more of the name, or the number.")
        raise Unreadable(tr(told, word=word_, one=one, other=other))
    if not meant:
        raise Unreadable(tr("There is nobody called “{word}” here. {how}", word=word_, how=_how(spec)))
    return meant[0]


def _marks(spec: Spec, person: Person, words: list[str]) -> Marks:
    """Read the values about a person, in any order; other parts of the name may stand between."""
    found: dict[Aspect, str] = {}
    for said in words:
        meant = _meant(spec, said)
        if not meant and any(name.startswith(said) for name in _names(person)):
            continue
        if len(meant) != 1:
            told = mark("“{said}” cannot be said about {person}. {allowed}")
            raise Unreadable(tr(told, said=said, person=person.name, allowed=_allowed(spec)))
        aspect, value = meant[0]
        if aspect in found:
            told = mark("{person} has {aspect} twice. Type it once.")
            raise Unreadable(tr(told, person=person.name, aspect=named(aspect)))
        found[aspect] = value
    missing = [named(aspect) for aspect in aspects(spec) if aspect not in found]
    if missing:
        names, allowed = ", ".join(missing), _allowed(spec)
        told = mark("{person} still needs: {names}. {allowed}")
        raise Unreadable(tr(told, person=person.name, names=names, allowed=allowed))
    return Marks(**{aspect.value: value for aspect, value in found.items()})


def _meant(spec: Spec, said: str) -> list[tuple[Aspect, str]]:
    """Find the values that begin so: in the language that is spoken, or else as they are stored."""
    offered = [(aspect, value) for aspect in aspects(spec) for value in values(spec, aspect)]
    own = [(aspect, value) for aspect, value in offered if _spelt(value).startswith(said.replace("/", ""))]
    return own or [(aspect, value) for aspect, value in offered if value.startswith(said)]


def _allowed(spec: Spec) -> str:
    lists = [f"{named(aspect)} {', '.join(map(typed, values(spec, aspect)))}" for aspect in aspects(spec)]
    return tr("Type one of each: {lists}.", lists="; ".join(lists))


def _lacking(spec: Spec, words: list[str], context: Context) -> tuple[str, ...]:
    """Read the numbers of what the map lacks, or a word for nothing."""
    if words in (["nothing"], ["none"], ["-"], [trp("typed", "nothing")]):
        return ()
    numbers = {str(number): gap.id for number, gap in enumerate(gaps(spec, context), 1)}
    if not words or not set(words) <= set(numbers):
        raise Unreadable(
            tr(
                "What is missing has numbers from 1 to {last}. Type lacks 1, or lacks nothing.",
                last=len(numbers),
            )
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
        parts.append(tr("The map lacks: {gaps}", gaps=", ".join(lacking) or tr("nothing")))
    return "; ".join(parts)
