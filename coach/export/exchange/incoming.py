"""Reading JSON files of strangers: bounded, checked, and refused in one sentence that says where."""

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.text import visible

T = TypeVar("T", bound=Record)

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
"""Greenhouse gives at most 500 scorecards to a page, which is far less."""

LONGEST_SHOWN = 40
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
AT = re.compile(r"^(?P<what>.*?)(?: - at `\$(?P<path>.*)`)?$", re.DOTALL)
MISSING = re.compile(r"Object missing required field `(?P<name>.*)`")
TYPES = re.compile(r"Expected `(?P<due>.*)`, got `(?P<found>.*)`")
WORDS = {
    "array": "a list",
    "bool": "true or false",
    "float": "a number",
    "int": "a number",
    "null": "nothing",
    "object": "an object",
    "str": "a text",
}
AGAIN = "Nothing was written; export it again as JSON and take the file as it came."


def shown(value: object) -> str:
    """Show a stranger's word in quotes, shortened and safe to look at."""
    text = visible(str(value)).replace("\n", " ")
    return f"“{text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + '…'}”"


def items(data: bytes, file: str) -> list[object]:
    """Read a JSON list, or one object as a list of it; raises :class:`coach.core.conduct.Refused`."""
    found = _decoded(_text(data, file), file)
    if isinstance(found, dict):
        return [found]
    if isinstance(found, list):
        if not found:
            raise Refused(f"{file} holds an empty list, so there is nothing to read and nothing was written.")
        return found
    raise Refused(f"{file} holds neither a JSON object nor a list of them. {AGAIN}")


def records(found: list[object], kind: type[T], file: str, called: str) -> Iterator[T]:
    """Give each item as a record; raises :class:`coach.core.conduct.Refused` at the first that is none.

    ``called`` is what people call such a thing; items are counted from 1.
    """
    for number, item in enumerate(found, 1):
        try:
            yield msgspec.convert(item, kind)
        except msgspec.ValidationError as error:
            raise Refused(f"{file}, {called} {number}: {_said(str(error))}. {AGAIN}") from None


def _text(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refused(
            f"{file} is larger than {MOST_BYTES // MEGABYTE} MB, more than is read at once, so nothing was "
            "written. Export it in several pages and take one after the other."
        )
    try:
        return data.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused(
            f"{file}, line {line}: this is not UTF-8 but another encoding such as Latin-1, so letters such "
            "as ü would come out wrong. Nothing was written; save the file as UTF-8."
        ) from None


def _decoded(text: str, file: str) -> object:
    try:
        found: object = msgspec.json.decode(text)
    except RecursionError:
        raise Refused(
            f"{file} is nested too deep to be what it should be. Nothing was written; check the file."
        ) from None
    except msgspec.DecodeError:
        raise Refused(f"{file} is no JSON that can be read. {AGAIN}") from None
    return found


def _said(error: str) -> str:
    """Put what msgspec says into words: where in the item, counted from 1, and what is wrong there."""
    found = AT.match(error)
    assert found is not None
    what, path = found["what"], found["path"] or ""
    if missing := MISSING.fullmatch(what):
        what = f"the field {missing['name']} is missing"
    elif types := TYPES.fullmatch(what):
        due = " or ".join(WORDS.get(word, word) for word in types["due"].split(" | ") if word != "null")
        what = f"{due} was expected, not {WORDS.get(types['found'], types['found'])}"
    where = re.sub(r"\[(\d+)\]", lambda place: f" {int(place[1]) + 1}", path.lstrip(".")).replace(".", ", ")
    return f"{where}: {what}" if where else what
