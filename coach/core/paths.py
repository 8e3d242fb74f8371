"""Learning paths: parts of the curriculum in an order that suits a certain kind of person."""

from typing import Annotated

import msgspec

from coach.core.record import Id, Record, Text

Part = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?(?!\n)$")]
"""A module, or one of its sessions as ``module/session``, by their ids."""


class LearningPath(Record):
    """What to do in which order; ``deadline`` asks for a date that all of it leads up to."""

    id: Id
    title: Text
    audience: Text
    steps: Annotated[tuple[Part, ...], msgspec.Meta(min_length=1)]
    deadline: bool = False


def module_of(part: str) -> str:
    """Return the module that a part is, or lies in."""
    return part.partition("/")[0]


def session_of(part: str) -> str:
    """Return the session that a part is; empty for a whole module."""
    return part.partition("/")[2]
