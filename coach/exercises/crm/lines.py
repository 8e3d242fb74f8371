"""Lines of the command language taken apart into words, choices and parts that are divided by ``;``."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from coach.core.exercise import Unreadable
from coach.locale import tr

from .german import VERBS

TOKEN = re.compile(
    r"""\s*(?:(?P<name>[^\W\d][\w-]*)=|"(?P<label>[^"]+)"=)?"""
    r"""(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s";]*))"""
)
LONGEST = 4_000
"""Characters of a line; longer ones are no commands."""


class Command(NamedTuple):
    """A command: its first word in small letters and in English, the words after it, what was given.

    What was given was written as ``name=value``; a label of several words stands in quotes as well.
    """

    verb: str
    words: tuple[str, ...]
    given: tuple[tuple[str, str], ...]


def commands(line: str) -> tuple[Command, ...]:
    """Read a line of one or several commands, divided by ``;``; raises :class:`Unreadable`.

    An umlaut is the same whether it comes as one sign or as a letter with a mark, as some systems type it.
    """
    if len(line) > LONGEST:
        raise Unreadable(
            tr("A line can have {longest} characters. Type one command at a time.", longest=LONGEST)
        )
    return tuple(_command(part) for part in _parts(unicodedata.normalize("NFC", line)) if part.strip())


def _parts(line: str) -> Iterator[str]:
    """Divide a line at every ``;`` outside of quotes."""
    inside, begin = False, 0
    for place, character in enumerate(line):
        if character == '"':
            inside = not inside
        elif character == ";" and not inside:
            yield line[begin:place]
            begin = place + 1
    if inside:
        raise Unreadable(tr('A quote was opened and not closed. Type " at the end of the text as well.'))
    yield line[begin:]


def _command(part: str) -> Command:
    words: list[str] = []
    given: list[tuple[str, str]] = []
    place, part = 0, part.strip()
    while place < len(part):
        found = TOKEN.match(part, place)
        if not found or found.end() == place:
            raise Unreadable(
                tr("The sign {sign!r} cannot stand there. Type help for how commands look.", sign=part[place])
            )
        value = found["quoted"] if found["quoted"] is not None else found["bare"]
        if name := found["name"] or found["label"]:
            given.append((name, value))
        elif value or found["quoted"] is not None:
            words.append(value)
        place = found.end()
    if not words:
        raise Unreadable(tr("A command begins with a word such as list or set. Type help for all of them."))
    verb = words[0].casefold()
    return Command(VERBS.get(verb, verb), tuple(words[1:]), tuple(given))
