"""Documents as files: a web page, a PDF, Markdown or plain text.

Everything that a format needs is imported when it is asked for.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from coach.core.document import Document
from coach.export.sheet import ExportFailed, Format, Paper, Rendered
from coach.export.tree import readable

__all__ = ["FORMATS", "ExportFailed", "Format", "Paper", "Rendered", "render"]

FORMATS: Mapping[Format, str] = MappingProxyType(
    {
        Format.HTML: "one web page, to read on a screen or to print",
        Format.PDF: "pages to print or to keep, accessible (PDF/UA)",
        Format.MD: "Markdown, for wikis and repositories",
        Format.TXT: "plain text, 80 columns wide",
    }
)
"""What each format is good for; the key is also the file's suffix."""


def render(document: Document, format: Format, paper: Paper = Paper.A4) -> Rendered:  # noqa: A002
    """Render a document; the same document always gives the same bytes.

    Text comes out as typed, and never as markup; what cannot be seen is shown as in
    :func:`coach.core.text.visible`. ``paper`` matters to the formats that have pages. Raises
    :class:`ExportFailed` where the typesetter gives no PDF.
    """
    tree = readable(document)
    match format:
        case Format.HTML:
            from coach.export.html import web_page

            return Rendered(data=web_page(tree, paper).encode())
        case Format.PDF:
            from coach.export.pdf import pdf

            return pdf(tree, paper)
        case Format.MD:
            from coach.export.markdown import markdown

            return Rendered(data=markdown(tree).encode())
        case Format.TXT:
            from coach.export.text import plain_text

            return Rendered(data=plain_text(tree).encode())
    assert_never(format)
