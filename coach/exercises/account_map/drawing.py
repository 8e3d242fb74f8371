"""The map drawn in characters: influence upwards, attitude to the right, a box for each pair of them."""

from textwrap import wrap

from coach.core.exercise import Context
from coach.locale import tr

from .naming import level, short, word
from .spec import Aspect, Attitude, Influence, Map, Marks, Person, Spec, aspects, in_rows

LABEL = 7
"""Columns for the names of the rows."""

NARROWEST = 14
"""The fewest columns in a box in which a name can be read; with less room the map becomes a list."""

WIDEST = 26
"""More columns in a box would only pull the map apart."""


TOP, MIDDLE, BOTTOM = ("┌", "┬", "┐"), ("├", "┼", "┤"), ("└", "┴", "┘")
"""The left end, the crossings and the right end of the lines between boxes."""


def drawn(spec: Spec, people: Map, context: Context, width: int) -> str:
    """Draw the map in so many columns, and name below it who has no place yet."""
    columns = _columns(spec)
    room = min(WIDEST, (width - LABEL - 1) // len(columns) - 1)
    lines = _boxes(spec, people, context, room - 2) if room >= NARROWEST else _listed(spec, people, context)
    absent = [person.name for person, _ in in_rows(spec, context) if _place(spec, people, person) is None]
    if absent:
        told = tr("No place yet: {names}.", names=", ".join(absent))
        lines += ["", *wrap(told, max(width, NARROWEST))]
    return "\n".join(lines)


def _columns(spec: Spec) -> tuple[str, ...]:
    """Name the columns; where attitude is not asked there is only one, without a name."""
    return tuple(Attitude) if Aspect.ATTITUDE in aspects(spec) else ("",)


def _place(spec: Spec, people: Map, person: Person) -> tuple[str, str] | None:
    """Give somebody's row and column; ``None`` for those who cannot be placed yet."""
    marks, columns = people.get(person.id, Marks()), _columns(spec)
    column = marks.attitude if len(columns) > 1 else columns[0]
    if marks.influence not in tuple(Influence) or column not in columns:
        return None
    return marks.influence, column


def _within(spec: Spec, people: Map, context: Context, place: tuple[str, str]) -> list[str]:
    """Name those at a place, each with the role as a short word."""
    found = [person for person, _ in in_rows(spec, context) if _place(spec, people, person) == place]
    return [f"{person.name}, {short(people[person.id].role)}" for person in found]


def _boxes(spec: Spec, people: Map, context: Context, room: int) -> list[str]:
    """Draw a box for each place; ``room`` is how many characters a line within it has."""
    columns = _columns(spec)
    bar = "─" * (room + 2)
    heads = " ".join(f" {word(column).center(room)} " for column in columns)
    titles = [f"{'':{LABEL}} {heads}".rstrip()] if len(columns) > 1 else []
    lines = [*titles, _rule(TOP, bar, len(columns))]
    for influence in reversed(Influence):
        boxes = [_filled(_within(spec, people, context, (influence, column)), room) for column in columns]
        for number in range(max(1, *map(len, boxes))):
            cells = [box[number] if number < len(box) else "" for box in boxes]
            inside = "│".join(f" {cell:{room}} " for cell in cells)
            lines.append(f"{word(influence) if number == 0 else '':{LABEL}}│{inside}│")
        lines.append(_rule(MIDDLE if influence is not Influence.LOW else BOTTOM, bar, len(columns)))
    return lines


def _rule(signs: tuple[str, str, str], bar: str, columns: int) -> str:
    left, middle, end = signs
    return f"{'':{LABEL}}{left}{middle.join([bar] * columns)}{end}"


def _filled(entries: list[str], room: int) -> list[str]:
    """Break entries into lines of a box; what goes on in the next line is indented."""
    return [line for entry in entries for line in wrap(entry, room, subsequent_indent="  ")]


def _listed(spec: Spec, people: Map, context: Context) -> list[str]:
    """Write the map as a list, high influence first, for where boxes have no room."""
    lines = []
    for influence in reversed(Influence):
        lines.append(level(influence))
        for column in _columns(spec):
            found = _within(spec, people, context, (influence, column))
            entries = found or ([tr("nobody")] if len(_columns(spec)) == 1 else [])
            lines.extend(f"  {word(column)}: {entry}" if column else f"  {entry}" for entry in entries)
    return lines
