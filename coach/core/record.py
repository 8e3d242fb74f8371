"""The base of every value in the domain, and the small types they share."""

from typing import Annotated, Any, dataclass_transform

import msgspec

Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(?!\n)$", max_length=64)]
"""An author's name for a thing: lower-case words joined by hyphens. Never derived from a text."""

Text = Annotated[str, msgspec.Meta(min_length=1)]
"""A text that must say something."""

Minutes = Annotated[float, msgspec.Meta(ge=0, le=10_000)]
"""A planned duration in minutes."""

Revision = Annotated[int, msgspec.Meta(ge=1)]
"""Raised by the author when the meaning changed and people should answer afresh."""

Language = Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")]
"""A two-letter language code (ISO 639-1)."""


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
