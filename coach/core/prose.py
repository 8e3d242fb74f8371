"""Prose as authors write it, read into blocks.

A small, safe part of Markdown (CommonMark): paragraphs, lists, quotes, ``**strong**`` and
``*emphasis*``. Everything else, HTML and links included, stays the text it is.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from coach.core.document import AnyBlock, Inline, Listing, Paragraph, Quote, Run, flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

RULES = ["list", "blockquote", "emphasis", "escape", "newline"]
LINE_BREAKS = ("softbreak", "hardbreak")


@lru_cache(maxsize=1)
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(RULES)


def prose(text: str) -> tuple[AnyBlock, ...]:
    """Read an author's text into paragraphs, lists and quotes."""
    tokens = iter(_parser().parse(text))
    return tuple(_blocks(tokens))


def inline(text: str) -> Inline:
    """Read one line of an author's text, such as an anchor, with its emphasis."""
    return _runs(_parser().parseInline(text)[0].children or [])


def unmarked(text: str) -> str:
    """Give an author's text without its marks: paragraphs apart by a blank line, list items by a dash."""
    return "\n\n".join(_plain(block) for block in prose(text))


def _plain(block: AnyBlock) -> str:
    match block:
        case Paragraph(runs=runs):
            return flat(runs)
        case Quote(paragraphs=paragraphs):
            return "\n".join(f"    {flat(runs)}" for runs in paragraphs)
        case Listing(items=items, marker=marker):
            signs = ("-" if marker == "bullet" else f"{number}." for number in range(1, len(items) + 1))
            return "\n".join(f"  {sign} {flat(runs)}" for sign, runs in zip(signs, items, strict=True))
        case _:
            raise TypeError(f"prose never holds a {type(block).__name__}")


def _blocks(tokens: "Iterator[Token]") -> "Iterator[AnyBlock]":
    for token in tokens:
        match token.type:
            case "inline":
                yield Paragraph(runs=_runs(token.children or []))
            case "bullet_list_open":
                yield Listing(items=tuple(_until(tokens, "bullet_list_close")))
            case "ordered_list_open":
                yield Listing(items=tuple(_until(tokens, "ordered_list_close")), marker="number")
            case "blockquote_open":
                yield Quote(paragraphs=tuple(_until(tokens, "blockquote_close")))
            case _:
                continue


def _until(tokens: "Iterator[Token]", close: str) -> "Iterator[Inline]":
    """Collect the texts up to the closing token; lists within lists are laid flat."""
    depth = 1
    opening = close.replace("_close", "_open")
    for token in tokens:
        if token.type == "inline":
            yield _runs(token.children or [])
        depth += (token.type == opening) - (token.type == close)
        if depth == 0:
            return


def _runs(children: "list[Token]") -> Inline:
    runs: list[Run] = []
    strong = emphasis = 0
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "em_open" | "em_close":
                emphasis += child.nesting
            case _:
                text = " " if child.type in LINE_BREAKS else child.content
                if text:
                    runs.append(Run(text=text, strong=strong > 0, emphasis=emphasis > 0))
    return tuple(runs)
