"""Documents made ready for every format: all text visible, no level of heading left out."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from coach.core.document import AnyBlock, Bundle, Document, Heading, Together
from coach.core.record import Language, Record
from coach.core.text import visible

R = TypeVar("R", bound=Record)


class Book(Record):
    """What every format renders: one document, or several behind a table of contents (``bound``)."""

    title: str
    subtitle: str
    language: Language
    footer: tuple[str, ...]
    documents: tuple[Document, ...]
    bound: bool


def book(content: Document | Bundle) -> Book:
    """Give the same with text that can be seen and headings that go down step by step.

    Screen readers climb through headings one level at a time, and PDF/UA refuses a level left out. In a
    bundle the title of a document says which of the documents it is.
    """
    bound = isinstance(content, Bundle)
    documents = content.documents if isinstance(content, Bundle) else (content,)
    whole = Book(
        title=content.title,
        subtitle=content.subtitle,
        language=content.language,
        footer=content.footer,
        documents=tuple(_told_apart(one) for one in documents) if bound else documents,
        bound=bound,
    )
    seen = retold(whole, visible)
    return msgspec.structs.replace(seen, documents=tuple(_climbable(one) for one in seen.documents))


def _told_apart(document: Document) -> Document:
    title = f"{document.title}: {document.entry}" if document.entry else document.title
    return msgspec.structs.replace(document, title=title)


def _climbable(document: Document) -> Document:
    blocks, _ = _stepwise(document.blocks, 1)
    return msgspec.structs.replace(document, blocks=blocks)


def retold(record: R, change: Callable[[str], str]) -> R:
    """Give the same with every text changed; ``change`` must leave plain words as they are."""
    return msgspec.convert(_retold(msgspec.to_builtins(record), change), type(record))


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
