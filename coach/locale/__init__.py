"""What the program says, in the language of whoever reads it.

Sentences stand in the code in English, inside :func:`tr` and its kin, with names in braces for what is
filled in; other languages are message catalogues of gettext beside this file, compiled to JSON. What
people and content say is never looked up here. A text that is kept in a constant is marked with
:func:`mark` and goes through :func:`tr` where it is shown, since the language may differ from one document
to the next.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from string import Formatter
from typing import Any, NamedTuple

SOURCE = "en"
"""The language that the code is written in."""

LANGUAGES = (SOURCE, "de")
"""The languages that the program speaks."""

DOMAIN = "coach"
BEHIND = "\x04"
"""Stands between context and message, as in gettext's own catalogues."""

SWAPPED = str.maketrans(",.", ".,")
"""German writes a decimal comma and groups by points."""

_speaking: ContextVar[str] = ContextVar("speaking")
_usual = [SOURCE]


def language() -> str:
    """Return the language spoken here, as two letters."""
    return _speaking.get(_usual[0])


def other_language() -> str:
    """Return the first language that is not spoken here."""
    return next(one for one in LANGUAGES if one != language())


def speak(wanted: str) -> None:
    """Speak this language from now on, where no other is asked for; raises ``KeyError`` for one unknown."""
    if wanted not in LANGUAGES:
        raise KeyError(wanted)
    _usual[0] = wanted


@contextmanager
def spoken(wanted: str) -> Iterator[None]:
    """Speak another language for a while, such as for a document; one that is unknown is English."""
    token = _speaking.set(wanted if wanted in LANGUAGES else SOURCE)
    try:
        yield
    finally:
        _speaking.reset(token)


def mark(message: str) -> str:
    """Mark a text for the catalogue where it stands; it is translated with :func:`tr` where it is shown."""
    return message


def tr(message: str, /, **values: object) -> str:
    """Say a message; ``values`` fill the names in its braces, numbers in the way of the language."""
    if message and (spoken_here := language()) != SOURCE:
        message = _catalogue(spoken_here).messages.get(message, message)
    return _filled(message, values) if values else message


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Say a message about ``n`` things, which its braces may name: ``trn("{n} day", "{n} days", 3)``."""
    if (spoken_here := language()) == SOURCE:
        message = one if n == 1 else many
    else:
        found = _catalogue(spoken_here)
        message = found.plurals.get(one, (one, many))[found.plural(n)]
    return _filled(message, {"n": n, **values})


def trp(context: str, message: str, /, **values: object) -> str:
    """Say a message whose English stands for several things; ``context`` says for which."""
    if (spoken_here := language()) != SOURCE:
        message = _catalogue(spoken_here).messages.get(f"{context}{BEHIND}{message}", message)
    return _filled(message, values) if values else message


def figure(value: float, spec: str = "") -> str:
    """Write a number with a format such as ``.1f`` in the way of the language."""
    written = format(value, spec)
    return written.translate(SWAPPED).replace("%", "\N{NO-BREAK SPACE}%") if language() == "de" else written


def day(when: date) -> str:
    """Write a day in figures: ``2025-11-24``, or ``24.11.2025`` in German."""
    return f"{when:%d.%m.%Y}" if language() == "de" else f"{when:%Y-%m-%d}"


def read_day(typed: str) -> date:
    """Read a day written in either way of :func:`day`; raises ``ValueError`` for anything else."""
    figures = typed.strip().split(".")
    if len(figures) == len(("day", "month", "year")):
        return date(int(figures[2]), int(figures[1]), int(figures[0]))
    return date.fromisoformat(typed.strip())


class _Filling(Formatter):
    """Fills braces in, with numbers that have a format in the way of the language."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Write one value."""
        if isinstance(value, float | int) and not isinstance(value, bool) and format_spec:
            return figure(value, format_spec)
        return str(format(value, format_spec))


_filling = _Filling()


def _filled(message: str, values: dict[str, object]) -> str:
    return _filling.vformat(message, (), values) if language() == "de" else message.format_map(values)


class _Catalogue(NamedTuple):
    """Messages by their text, those of a context behind it and :data:`BEHIND`; plurals by their singular."""

    plural: Callable[[int], int]
    messages: Mapping[str, str]
    plurals: Mapping[str, Sequence[str]]


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(spoken_here: str) -> _Catalogue:
    """Read a compiled catalogue: in a hundredth of a second less than gettext takes to read its own form."""
    from gettext import c2py

    from msgspec.json import decode

    with open(f"{__path__[0]}/{spoken_here}/{DOMAIN}.json", "rb") as stream:  # noqa: PTH123 - the core may not
        found = decode(stream.read())
    return _Catalogue(c2py(found["plural"]), found["messages"], found["plurals"])
