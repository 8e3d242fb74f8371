"""Documents as PDF, laid out by Typst.

The template gets the document as data, never as source, so nothing that people wrote can become
markup. It can read no file but its own folder's.
"""

import re
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from unicodedata import category

import msgspec

from coach.core.document import Document, Paragraph, plain
from coach.core.record import Record
from coach.export.sheet import ExportFailed, Rendered, Sheet, page_words
from coach.export.tree import Book, retold
from coach.locale import mark, tr

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).with_name("templates")

Standard = Literal["ua-1", "a-2a"]

ACCESSIBLE: tuple[Standard, ...] = ("ua-1", "a-2a")
"""PDF/UA-1 (ISO 14289-1) for readers with assistive technology, PDF/A-2a (ISO 19005-2) for keeping."""

TIMESTAMP = 946_684_800
"""The year 2000 began; a fixed time of making, so that the same document gives the same bytes."""


LONG = re.compile(r"\S{24,}")
"""A run that may be too long for a line, or for a column of a table."""

CHUNK = 8
SOFT_BREAK, JOINER = "\u200b", "\u200d"
UNPARTED = ("Mn", "Mc", "Me", "Cf", "Sk")
"""Categories of characters that belong to the one before: marks, joiners, modifiers."""


ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
"""How Typst's messages write a character that has no picture."""


class Attempt(Record):
    """One way to lay a document out, and what to say when it had to be this way."""

    system_fonts: bool
    standards: tuple[Standard, ...]
    note: str = ""


ATTEMPTS = (
    Attempt(system_fonts=False, standards=ACCESSIBLE),
    Attempt(
        system_fonts=True,
        standards=ACCESSIBLE,
        note=mark("This PDF uses fonts of this computer for characters that the built-in fonts do not have."),
    ),
    Attempt(
        system_fonts=True,
        standards=(),
        note=mark(
            "This PDF does not claim to be accessible (PDF/UA), because {why}. Please use the HTML "
            "file where that matters."
        ),
    ),
)
"""Tried in order: pages that look alike everywhere come first."""


def pdf(book: Book, sheet: Sheet) -> Rendered:
    """Lay documents out as tagged PDF/UA-1 and PDF/A-2a, or as near to that as the fonts allow.

    Where no font of this computer has a character, an empty box stands for it, the PDF claims no standard,
    and a note says so. Raises :class:`coach.export.sheet.ExportFailed` if even that fails.
    """
    import typst

    inputs = {
        "book": _encoded(retold(book, breakable)),
        "sheet": msgspec.json.encode(sheet).decode(),
        "words": msgspec.json.encode(_page_words(book)).decode(),
    }
    why = ""
    for attempt in ATTEMPTS[:-1]:
        try:
            if book.bound:
                _compile(attempt, inputs | {"book": _encoded(_signs(inputs["book"]))})
            data, warnings = _compile(attempt, inputs)
        except typst.TypstError as error:
            why = _plain_reason(error)
            continue
        if not warnings:
            return Rendered(data=data, notes=(tr(attempt.note),) if attempt.note else ())
        why = warnings[0].rstrip(".")
    last = ATTEMPTS[-1]
    try:
        data, warnings = _compile(last, inputs)
    except typst.TypstError as error:
        raise ExportFailed(
            tr(
                "The PDF could not be made: {reason}. The HTML file holds the same.",
                reason=_plain_reason(error),
            )
        ) from error
    return Rendered(data=data, notes=(tr(last.note, why=why), *warnings))


def _page_words(book: Book) -> dict[str, tuple[str, str]]:
    """Give the words around page numbers in every language that the book speaks."""
    languages = {book.language, *(document.language for document in book.documents)}
    return {language: page_words(language) for language in sorted(languages)}


def _encoded(book: Book) -> str:
    return msgspec.json.encode(book).decode()


def _signs(text: str) -> Book:
    """Give a page with every sign of a long book once, so that a missing one is found before all is laid out.

    Marks and joiners are left out, since they mean something only together with others.
    """
    signs = "".join(sorted({sign for sign in text if not sign.isascii() and category(sign) not in UNPARTED}))
    page = Document(title="", subtitle="", language="en", footer=(), blocks=(Paragraph(runs=plain(signs)),))
    return Book(title="Signs", subtitle="", language="en", footer=(), documents=(page,), bound=False)


def breakable(text: str) -> str:
    """Let a run without spaces break after every 8 characters, so that none leaves the paper.

    Tabs, which have no width on paper, become four spaces.
    """
    return LONG.sub(lambda found: _parted(found.group()), text.replace("\t", "    "))


def _parted(run: str) -> str:
    parts: list[str] = []
    since = 0
    for index, char in enumerate(run):
        joined = category(char) in UNPARTED or run[index - 1 : index] == JOINER
        if since >= CHUNK and not joined:
            parts.append(SOFT_BREAK)
            since = 0
        parts.append(char)
        since += 1
    return "".join(parts)


def _plain_reason(error: "typst.TypstError") -> str:
    """Turn Typst's message about a glyph into words for people; other messages stay."""
    message = str(error.message)
    if "could not be displayed" not in message:
        return message.partition(": ")[2] or message
    return tr("no font here can show {missing}", missing=_missing(message))


def _missing(message: str) -> str:
    """Name what could not be shown, as Typst quotes it, with its code points for those who cannot see it."""
    quoted = message.partition('"')[2].partition('"`')[0]
    shown = ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), quoted)
    return f"“{shown}” ({' '.join(f'U+{ord(char):04X}' for char in shown)})"


def _compile(attempt: Attempt, inputs: dict[str, str]) -> tuple[bytes, list[str]]:
    compiler, lock = _compiler(attempt.system_fonts)
    with lock:
        data, warnings = compiler.compile_with_warnings(
            format="pdf",
            sys_inputs=inputs,
            pdf_standards=list(attempt.standards),
            timestamp=TIMESTAMP,
        )
    if not isinstance(data, bytes):
        raise ExportFailed(tr("The PDF could not be made: Typst gave none. The HTML file holds the same."))
    return data, [str(warning.message) for warning in warnings]


@lru_cache(maxsize=2)
def _compiler(system_fonts: bool) -> "tuple[typst.Compiler, threading.Lock]":  # noqa: FBT001
    """Make a compiler once, as looking for fonts takes longer than a page; it serves one at a time."""
    import typst

    compiler = typst.Compiler(
        input=TEMPLATES / "document.typ", root=TEMPLATES, ignore_system_fonts=not system_fonts
    )
    return compiler, threading.Lock()
