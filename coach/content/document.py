"""A YAML file as read: plain values, and the place of every one of them."""

from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from coach.content.problem import Problem
from coach.core.finding import Path, Severity

Scalar: TypeAlias = bool | int | float | str | None
Value: TypeAlias = "Scalar | list[Value] | dict[Scalar, Value]"


class Mark(Protocol):
    """A place in a file as libyaml counts: from 0."""

    @property
    def line(self) -> int:
        """Lines before this one."""

    @property
    def column(self) -> int:
        """Characters before this one on its line."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a file stand; the tables are keyed by ``id()`` of the container."""

    keys: dict[int, dict[Scalar, Mark | None]] = field(default_factory=dict)
    values: dict[int, dict[Scalar, Mark | None]] = field(default_factory=dict)
    items: dict[int, list[Mark | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """One file. ``usable`` is false when it could not be read to its end; its value is then ``None``.

    ``spoiled`` holds the ``id()`` of containers with something refused in them, such as a key given
    twice: what they mean is uncertain, so no item is made of them.
    """

    file: str
    value: Value
    places: Places
    problems: tuple[Problem, ...]
    spoiled: frozenset[int] = frozenset()
    usable: bool = True

    def at(self, path: Path) -> Value:
        """Return the value at the path; raises ``LookupError`` or ``TypeError`` if there is none."""
        value = self.value
        for step in path:
            value = value[step]  # type: ignore[index]
        return value

    def locate(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of what the path leads to, or of the last part of it that exists.

        With ``key`` it is the place of the key rather than of its value.
        """
        place: Mark | None = None
        value = self.value
        for depth, step in enumerate(path):
            last = depth == len(path) - 1
            mark: Mark | None = None
            if isinstance(value, dict) and step in value:
                table = self.places.keys if key and last else self.places.values
                mark = table[id(value)][step]
                value = value[step]
            elif isinstance(value, list) and isinstance(step, int) and step < len(value):
                mark = self.places.items[id(value)][step]
                value = value[step]
            if mark is None:
                break
            place = mark
        return (place.line + 1, place.column + 1) if place else (1, 1)

    def problem(
        self, code: str, path: Path, text: str, *, warning: bool = False, key: bool = False
    ) -> Problem:
        """Make a problem at the path's place."""
        line, column = self.locate(path, key=key)
        severity = Severity.WARNING if warning else Severity.ERROR
        return Problem(file=self.file, line=line, column=column, code=code, text=text, severity=severity)

    def is_spoiled(self, value: Value, without: tuple[str, ...] = ()) -> bool:
        """Whether something was refused in the value or anything under it but the keys in ``without``."""
        if not self.spoiled or not isinstance(value, dict | list):
            return False
        if id(value) in self.spoiled:
            return True
        parts = value if isinstance(value, list) else [value[key] for key in value if key not in without]
        return any(self.is_spoiled(part) for part in parts)
