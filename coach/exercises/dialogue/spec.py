"""What authors write for a conversation, and what trainees give: their choices."""

from typing import Annotated

import msgspec

from coach.core.dialogue.script import Script
from coach.core.record import Record
from coach.exercises.base import folder_name

NAME = folder_name(__name__.removesuffix(".spec"))


class Spec(Script, kw_only=True, tag_field="type", tag=NAME):
    """A conversation with a persona; see :mod:`coach.core.dialogue.script` for everything in it."""


class Response(Record):
    """The options that were chosen, in order, by their ids.

    ``rewound`` says that a choice was taken back or that it is another run: then it is practice.
    """

    choices: Annotated[tuple[str, ...], msgspec.Meta(max_length=400)] = ()
    rewound: bool = False
