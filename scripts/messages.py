"""The program's message catalogues: what the code says, collected, merged and compiled.

``coach.po`` is what translators edit; ``coach.json`` is made from it and read by the program. Both are kept
with the code, so that a clone speaks every language at once.
"""

import ast
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "coach"
LOCALE = PACKAGE / "locale"
SAYING = {"tr": 1, "mark": 1, "trn": 2, "trp": 2}
"""The functions of :mod:`coach.locale`, and how many of their first arguments are texts."""

Key: TypeAlias = tuple[str | None, str | tuple[str, ...]]
"""A message with its context; one with a plural is a pair."""

BEHIND = "\x04"
"""As in :mod:`coach.locale`."""

NAMES = re.compile(r"(?<!\{)\{(\w+)")


def extracted(language: str) -> Catalog:
    """Collect every message in the code, each with the files that it stands in."""
    places: dict[Key, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for key in said_in(path):
            places.setdefault(key, set()).add(str(path.relative_to(ROOT)))
    found = Catalog(locale=language, project="coach", header_comment="#", fuzzy=False)
    for (context, message), files in sorted(
        places.items(), key=lambda item: (str(item[0][1]), str(item[0][0]))
    ):
        found.add(message, context=context, locations=[(file, 0) for file in sorted(files)])
    return found


def said_in(path: Path) -> Iterator[Key]:
    """Give the messages of one file.

    The tree is walked here since Babel's own extractor does not look into f-strings before Python 3.12.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING):
            continue
        name = node.func.id
        texts = [str(one.value) for one in node.args[: SAYING[name]] if isinstance(one, ast.Constant)]
        if len(texts) < SAYING[name]:
            continue
        if name == "trp":
            yield texts[0], texts[1]
        else:
            yield None, (texts[0], texts[1]) if name == "trn" else texts[0]


def catalogue_file(language: str) -> Path:
    """Say where the catalogue of a language is."""
    return LOCALE / language / "coach.po"


def languages() -> list[str]:
    """List the languages that have a catalogue."""
    return sorted(path.parent.name for path in LOCALE.glob("*/coach.po"))


def updated(language: str) -> Catalog:
    """Take what is translated into a fresh catalogue of everything that the code says now."""
    with catalogue_file(language).open("rb") as stream:
        old = read_po(stream, locale=language)
    fresh = extracted(language)
    for message in fresh:
        known = old.get(message.id, message.context) if message.id else None
        if known is not None and known.string and not known.fuzzy:
            message.string = known.string
    return fresh


def texts(catalogue: Catalog) -> bytes:
    """Give the bytes of a catalogue, without the day, so that equal messages give equal files."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=100, include_lineno=False)
    lines = stream.getvalue().decode().splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Report-Msgid', '"Generated-By')
    return "".join(line for line in lines if not line.startswith(dated)).encode()


def compiled(catalogue: Catalog) -> bytes:
    """Give the bytes of the compiled catalogue, as :mod:`coach.locale` reads it."""
    messages: dict[str, str] = {}
    plurals: dict[str, list[str]] = {}
    for message in catalogue:
        if not message.id or not _done(message):
            continue
        before = f"{message.context}{BEHIND}" if message.context else ""
        if isinstance(message.id, str):
            messages[before + message.id] = str(message.string)
        else:
            plurals[before + message.id[0]] = list(message.string or ())
    whole = {"plural": catalogue.plural_expr, "messages": messages, "plurals": plurals}
    return json.dumps(whole, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"


def _done(message: Message) -> bool:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return bool(strings) and all(strings) and not message.fuzzy


def faults(catalogue: Catalog) -> list[str]:
    """Tell what is missing, or fills in other names than the code gives."""
    found = []
    for message in catalogue:
        if not message.id:
            continue
        said = message.id if isinstance(message.id, str) else message.id[-1]
        if not _done(message):
            found.append(f"not translated: {said}")
            continue
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        known = {name for text in sources for name in NAMES.findall(text)}
        for text in strings:
            names = set(NAMES.findall(text))
            if names - known or (len(sources) == 1 and known - names):
                found.append(f"other names in braces: {said}")
    return found


def main() -> int:
    """Update or check every language; return the exit code."""
    check = "--check" in sys.argv[1:]
    trouble = False
    for language in languages():
        fresh = updated(language)
        file = catalogue_file(language)
        for path, body in ((file, texts(fresh)), (LOCALE / language / "coach.json", compiled(fresh))):
            if path.exists() and path.read_bytes() == body:
                continue
            if check:
                print(f"{path.relative_to(ROOT)} is out of date; run scripts/messages")
                trouble = True
            else:
                path.write_bytes(body)
        told = faults(fresh)
        for fault in told:
            print(f"{language}: {fault}")
        trouble = trouble or bool(told)
        print(f"{language}: {len(fresh)} messages, {len(told)} faults")
    return int(trouble)


if __name__ == "__main__":
    sys.exit(main())
