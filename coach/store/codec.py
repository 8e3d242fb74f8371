"""Events as JSON, and back; the same for every store."""

from datetime import UTC, datetime
from functools import cache
from typing import get_args
from unicodedata import category

import msgspec

from coach.core.events import AnyEvent
from coach.core.record import Record
from coach.locale import tr
from coach.store.errors import Damaged, NotStorable, WrittenByNewer

LONGEST_NAME = 200
UNNAMEABLE = ("Cc", "Cs", "Zl", "Zp")
"""Unicode categories that a name cannot hold: controls, surrogates, separators of lines."""


class Erased(Record, tag_field="type", tag="erased"):
    """The store's own entry: everything before it in its stream was erased."""

    reason: str
    v: int = 1


class _Label(msgspec.Struct, frozen=True):
    """What any version of any event says about itself."""

    type: str = ""
    v: int = 1


@cache
def _reader() -> msgspec.json.Decoder[AnyEvent | Erased]:
    return msgspec.json.Decoder(AnyEvent | Erased)


@cache
def _labels() -> msgspec.json.Decoder[_Label]:
    return msgspec.json.Decoder(_Label)


@cache
def _versions() -> dict[str, int]:
    """Every type of event that this program can read, with the newest version of it."""
    versions = {}
    for each in (*get_args(AnyEvent), Erased):
        defaults = {field.name: field.default for field in msgspec.structs.fields(each)}
        versions[str(each.__struct_config__.tag)] = int(defaults["v"])
    return versions


def encode(event: AnyEvent | Erased) -> bytes:
    """Write the event as JSON, and make sure that it reads back equal.

    Making a struct checks no types, so a rating of 9 or a broken raw response is found only here;
    raises ``NotStorable`` for it.
    """
    name = type(event).__name__
    try:
        body = msgspec.json.encode(event)
        again = _reader().decode(body)
    except (msgspec.MsgspecError, UnicodeError, TypeError, OverflowError) as error:
        raise NotStorable(
            tr("A {name} cannot be stored: {error}. Nothing was saved.", name=name, error=error)
        ) from error
    if again != event:
        raise NotStorable(
            tr("A {name} would not read back as it is: {event!r}. Nothing was saved.", name=name, event=event)
        )
    return body


def decode(body: bytes, stream: str, number: int) -> AnyEvent | Erased:
    """Read an event; raises ``WrittenByNewer`` or ``Damaged``, both naming its place."""
    try:
        label = _labels().decode(body)
        if label.v > _versions().get(label.type, 0):
            kind = label.type or tr("without a type")
            raise WrittenByNewer(stream, number, tr("{kind}, version {version}", kind=kind, version=label.v))
        return _reader().decode(body)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise Damaged(
            tr(
                "Event {number} of {stream} cannot be read ({error}). Nothing was changed; run coach "
                "data verify, and restore a backup if it finds faults.",
                number=number,
                stream=stream,
                error=error,
            )
        ) from error


def is_erasure(body: bytes) -> bool:
    """Whether the body is a note that everything before it was erased."""
    try:
        return _labels().decode(body).type == Erased.__struct_config__.tag
    except (msgspec.MsgspecError, UnicodeError):
        return False


def stamp(at: datetime) -> str:
    """Write an aware time as it is stored and hashed: UTC, ISO 8601, microseconds always there."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone; the log takes aware times only")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str, stream: str, number: int) -> datetime:
    """Read a time that :func:`stamp` wrote; raises ``Damaged`` for anything else."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError as error:
        raise Damaged(
            tr(
                "The time of event {number} of {stream} cannot be read. Nothing was changed; run coach "
                "data verify, and restore a backup if it finds faults.",
                number=number,
                stream=stream,
            )
        ) from error


def check_name(name: str) -> str:
    """Give the name of a stream or an actor back; ``NotStorable`` if it would not survive everywhere.

    Controls, halves of surrogate pairs and line ends are refused; joiners, which some scripts need, are not.
    """
    if not 0 < len(name) <= LONGEST_NAME or any(category(char) in UNNAMEABLE for char in name):
        raise NotStorable(
            tr(
                "{name!r} cannot be a name in the log: names have 1 to {longest_name} characters, none "
                "of them a control or a line end. Nothing was saved.",
                name=name,
                longest_name=LONGEST_NAME,
            )
        )
    return name
