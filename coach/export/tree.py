"""A document made ready for every format: all text visible, no level of heading left out."""

from collections.abc import Callable
from typing import Any

import msgspec

from coach.core.document import AnyBlock, Document, Heading, Together
from coach.core.text import visible


def readable(document: Document) -> Document:
    """Give the same document with text that can be seen and headings that go down step by step.

    Screen readers climb through headings one level at a time, and PDF/UA refuses a level left out.
    """
    seen = retold(document, visible)
    blocks, _ = _stepwise(seen.blocks, 1)
    return msgspec.structs.replace(seen, blocks=blocks)


def retold(document: Document, change: Callable[[str], str]) -> Document:
    """Give the same document with every text changed; ``change`` must leave plain words as they are."""
    return msgspec.convert(_retold(msgspec.to_builtins(document), change), Document)


def _retold(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case list() | tuple():
            return [_retold(part, change) for part in value]
        case dict():
            return {key: _retold(part, change) for key, part in value.items()}
        case _:
            return value


def _stepwise(blocks: tuple[AnyBlock, ...], above: int) -> tuple[tuple[AnyBlock, ...], int]:
    """Give the blocks with their headings at most one deeper than the one before, and the last level."""
    stepped: list[AnyBlock] = []
    for block in blocks:
        match block:
            case Heading():
                above = min(block.level, above + 1)
                stepped.append(msgspec.structs.replace(block, level=above))
            case Together():
                inner, above = _stepwise(block.blocks, above)
                stepped.append(msgspec.structs.replace(block, blocks=inner))
            case _:
                stepped.append(block)
    return tuple(stepped), above
