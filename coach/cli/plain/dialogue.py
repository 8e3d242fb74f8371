"""A dialogue in lines: text out, wrapped and without colour; a line in; commands begin with a dot."""

import os
import re
import sys
from io import TextIOWrapper
from typing import TextIO

import click

from coach.cli.plain.typed import leaves, sign
from coach.core.document import Listing, Paragraph, Quote, flat
from coach.core.prose import inline, prose
from coach.core.record import Record
from coach.core.text import visible
from coach.export.columns import list_mark, wrap
from coach.locale import tr, trn

WIDTH = 78
"""Columns of text; a terminal of 80 has them on every system."""

PROMPT = "> "
HELP = "?"
"""The command that lists the commands."""

COMMAND = re.compile(r"\.([^.\s]+)(?:\s+(.*))?")
HALF = re.compile("[\ud800-\udfff]")
"""A byte that the encoding of stdin does not know, as ``surrogateescape`` passes it on."""

HANGING = re.compile(r" +(?:(?:[0-9]{1,2}[.)]?|[A-Za-z][.)]|[^\w\s]{1,2}|\w{1,2}(?=  )) +)?")
"""What stands before the words of a line such as ``  1  first option``; a short word is none."""


class Ended(Exception):  # noqa: N818 - reads as what happened
    """The person leaves, or there are no more lines to read."""


class Command(Record):
    """A line such as ``.w Which customer?``: the word after the dot, and what follows it."""

    name: str
    rest: str = ""


def command_in(line: str) -> Command | None:
    """Read a command: one dot with a word at once after it. Everything else is text."""
    found = COMMAND.fullmatch(line.strip())
    return Command(name=found[1].lower(), rest=(found[2] or "").strip()) if found else None


def as_text(line: str) -> str:
    """Give the text that a line means: of two dots in front, the first only says that it is no command.

    Three dots are an ellipsis and stay.
    """
    return line[1:] if line.startswith("..") and not line.startswith("...") else line


def tell(text: str, *, err: bool = False) -> None:
    """Write a line as it is, with whatever a terminal would obey made visible."""
    click.echo(visible(text), err=err)


def on_terminal() -> bool:
    """Whether a person sits at both ends; a closed stream counts as none."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def can_draw() -> bool:
    """Whether the program can be opened here; where a terminal cannot draw, this is said on stderr."""
    from coach.cli.program import cannot_draw

    if not on_terminal():
        return False
    if trouble := cannot_draw(os.environ):
        tell(tr("{trouble}, so this goes line by line.", trouble=trouble), err=True)
        return False
    return True


class Dialogue:
    """Speaks on stdout and listens on stdin.

    Without a terminal at the other end each line that was read is repeated after its prompt, so that
    what comes out reads as the dialogue it was.
    """

    def __init__(self) -> None:
        self._lines: TextIO | None = sys.stdin
        if isinstance(self._lines, TextIOWrapper):
            self._lines.reconfigure(errors="surrogateescape")
        self._repeats = self._lines is not None and not self._lines.isatty()

    def say(self, text: str = "", indent: str = "") -> None:
        """Write plain text, every line of it wrapped; lines that begin with a list mark hang under it."""
        for typed in visible(text).split("\n"):
            found = HANGING.match(typed)
            lead = indent + (found[0] if found else "")
            rest = typed[found.end() :] if found else typed
            for number, part in enumerate(wrap(rest, WIDTH - len(lead))):
                click.echo((f"{' ' * len(lead) if number else lead}{part}").rstrip())

    def listed(self, sign: str, text: str) -> None:
        """Write an item of a list, its further lines hanging under the first."""
        parts = [part for typed in visible(text).split("\n") for part in wrap(typed, WIDTH - len(sign) - 4)]
        for number, part in enumerate(parts):
            click.echo(f"  {' ' * len(sign) if number else sign}  {part}".rstrip())

    def prose(self, text: str) -> None:
        """Write an author's text in its paragraphs, lists and quotes, a blank line after each."""
        for block in prose(text):
            match block:
                case Paragraph(runs=runs):
                    self.say(flat(runs))
                case Listing(items=items, marker=marker):
                    for number, runs in enumerate(items):
                        self.listed(list_mark(marker, number), flat(runs))
                case Quote(paragraphs=paragraphs):
                    for runs in paragraphs:
                        self.say(flat(runs), indent="    ")
                case _:
                    raise TypeError(f"prose never holds a {type(block).__name__}")
            self.say()

    def ask(self, commands: str = "") -> str:
        """Read one line; raises :class:`Ended` at the end of input, on ``.q`` or ``.quit``, and on ctrl+c.

        ``commands`` is said to ``.?``; without it that is a line like any other.
        """
        while True:
            line = self._read()
            command = command_in(line)
            if command is not None and not command.rest:
                if commands and HELP in (command.name, sign(command.name, {"help": HELP})):
                    self.say(commands)
                    continue
                if leaves(command.name):
                    raise Ended
            if not HALF.search(line):
                return line
            self.say(
                tr("That line is not in the encoding of this terminal, so it was not taken. Type it again.")
            )

    def _read(self) -> str:
        click.echo(PROMPT, nl=False)
        try:
            line = self._lines.readline() if self._lines is not None else ""
        except KeyboardInterrupt:
            line = ""
        if not line:
            click.echo()
            raise Ended
        line = line.rstrip("\r\n")
        if self._repeats:
            click.echo(visible(line))
        return line


def strong(text: str) -> str:
    """Give one line of an author's text, such as an anchor, without its marks of emphasis."""
    return flat(inline(text))


def minutes(value: float) -> str:
    """Write minutes without decimals that say nothing."""
    return trn("{value:g} minute", "{value:g} minutes", 1 if value == 1 else 2, value=value)
