"""Documents as one web page that needs nothing else: no script, no font, no picture from elsewhere."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from coach.export.sheet import Sheet, page_words, tick_words
from coach.export.tree import Book

if TYPE_CHECKING:
    from jinja2 import Template


def web_page(book: Book, sheet: Sheet) -> str:
    """Fill the page's template in; every text is escaped."""
    tree: dict[str, Any] = msgspec.to_builtins(book)
    return _template().render(book=tree, sheet=sheet, ticks=tick_words(book.language))


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("coach.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css"] = css_string
    environment.globals.update(fail=fail, page_words=page_words)
    return environment.get_template("document.html.j2")


def css_string(text: str) -> str:
    """Write a text as a CSS string in which every character but letters and digits is a code point.

    So it holds nothing that HTML or CSS could read as an end, and may stand in a style sheet as it is.
    """
    body = "".join(char if char.isascii() and char.isalnum() else f"\\{ord(char):06x}" for char in text)
    return f'"{body}"'


def fail(block: str) -> None:
    """Refuse a block that the template does not know; raises ``ValueError``."""
    raise ValueError(f"The web page has no way to show the block {block!r}.")
