"""The base of every value in the domain, and the small types they share."""

from enum import StrEnum
from typing import Annotated, Any, dataclass_transform

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(?!\n)$", max_length=64)]
"""An author's name for a thing: lower-case words joined by hyphens. Never derived from a text."""

TRANSLATED = "translated"
"""Under this key the ``extra`` of a field's type says how its text goes into another language."""


class Translated(StrEnum):
    """How a text goes into another language; what is not marked is the same in all.

    ``text`` is translated. ``term`` too, alike everywhere in a step, since it stands in several places that
    must agree. ``code`` is kept or adapted, such as a condition that quotes words. ``words`` are a list as
    long as the language needs, ``pairs`` a table of the same sort. ``name`` and ``names`` are files that have
    a sister in the other language. ``language`` is the language itself.
    """

    TEXT = "text"
    TERM = "term"
    CODE = "code"
    WORDS = "words"
    PAIRS = "pairs"
    NAME = "name"
    NAMES = "names"
    LANGUAGE = "language"


def translated(how: Translated) -> msgspec.Meta:
    """Mark a field's type as a text that goes into other languages in this way."""
    return msgspec.Meta(extra={TRANSLATED: how.value})


Fixed = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that must say something and is the same in every language, such as a name."""

Text = Annotated[Fixed, translated(Translated.TEXT)]
"""A text that must say something."""

Prose = Annotated[str, translated(Translated.TEXT)]
"""A text that may be empty."""

Minutes = Annotated[float, msgspec.Meta(ge=0, le=10_000)]
"""A planned duration in minutes."""

Revision = Annotated[int, msgspec.Meta(ge=1)]
"""Raised by the author when the meaning changed and people should answer afresh."""

Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")]
"""A two-letter language code (ISO 639-1)."""

OwnLanguage = Annotated[Language, translated(Translated.LANGUAGE)]
"""The language of what it stands in; a translation has its own."""


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class RecordMeta(msgspec.StructMeta):
    """Gives every record the same habits, and tells type checkers about them."""

    def __new__(
        mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any
    ) -> "RecordMeta":
        """Make a struct class that is frozen, takes keywords only and refuses unknown fields."""
        habits = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True}
        return super().__new__(mcls, name, bases, namespace, **(habits | config))


class Record(msgspec.Struct, metaclass=RecordMeta):
    """A frozen value whose fields are given by name; unknown fields are refused when it is read."""
