"""Reading JSON files of strangers: bounded, checked, and refused in one sentence that says where."""

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.text import visible
from coach.locale import mark, tr

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
    "array": mark("a list"),
    "bool": mark("true or false"),
    "float": mark("a number"),
    "int": mark("a number"),
    "null": mark("nothing"),
    "object": mark("an object"),
    "str": mark("a text"),
}
AGAIN = mark("Nothing was written; export it again as JSON and take the file as it came.")


def shown(value: object) -> str:
    """Show a stranger's word in quotes, shortened and safe to look at."""
    text = visible(str(value)).replace("\n", " ")
    return tr("“{word}”", word=text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…")


def items(data: bytes, file: str) -> list[object]:
    """Read a JSON list, or one object as a list of it; raises :class:`coach.core.conduct.Refused`."""
    found = _decoded(_text(data, file), file)
    if isinstance(found, dict):
        return [found]
    if isinstance(found, list):
        if not found:
            raise Refused(
                tr(
                    "{file} holds an empty list, so there is nothing to read and nothing was written.",
                    file=file,
                )
            )
        return found
    raise Refused(
        tr("{file} holds neither a JSON object nor a list of them. {again}", file=file, again=tr(AGAIN))
    )


def records(found: list[object], kind: type[T], file: str, called: str) -> Iterator[T]:
    """Give each item as a record; raises :class:`coach.core.conduct.Refused` at the first that is none.

    ``called`` is what people call such a thing; items are counted from 1.
    """
    for number, item in enumerate(found, 1):
        try:
            yield msgspec.convert(item, kind)
        except msgspec.ValidationError as error:
            raise Refused(f"{file}, {tr(called)} {number}: {_said(str(error))}. {tr(AGAIN)}") from None


def _text(data: bytes, file: str) -> str:
    if len(data) > MOST_BYTES:
        raise Refused(
            tr(
                "{file} is larger than {most} MB, more than is read at once, so nothing was "
                "written. Export it in several pages and take one after the other.",
                file=file,
                most=MOST_BYTES // MEGABYTE,
            )
        )
    try:
        return data.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused(
            tr(
                "{file}, line {line}: this is not UTF-8 but another encoding such as Latin-1, so letters "
                "such as ü would come out wrong. Nothing was written; save the file as UTF-8.",
                file=file,
                line=line,
            )
        ) from None


def _decoded(text: str, file: str) -> object:
    try:
        found: object = msgspec.json.decode(text)
    except RecursionError:
        raise Refused(
            tr(
                "{file} is nested too deep to be what it should be. Nothing was written; check the file.",
                file=file,
            )
        ) from None
    except msgspec.DecodeError:
        raise Refused(tr("{file} is no JSON that can be read. {again}", file=file, again=tr(AGAIN))) from None
    return found


def _said(error: str) -> str:
    """Put what msgspec says into words: where in the item, counted from 1, and what is wrong there."""
    found = AT.match(error)
    assert found is not None
    what, path = found["what"], found["path"] or ""
    if missing := MISSING.fullmatch(what):
        what = tr("the field {field} is missing", field=missing["name"])
    elif types := TYPES.fullmatch(what):
        due = tr(" or ").join(_word(word) for word in types["due"].split(" | ") if word != "null")
        what = tr("{due} was expected, not {found}", due=due, found=_word(types["found"]))
    where = re.sub(r"\[(\d+)\]", lambda place: f" {int(place[1]) + 1}", path.lstrip(".")).replace(".", ", ")
    return f"{where}: {what}" if where else what


def _word(kind: str) -> str:
    return tr(WORDS[kind]) if kind in WORDS else kind
