"""Documents as files: a web page, a PDF, Markdown or plain text.

Everything that a format needs is imported when it is asked for.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import assert_never

from coach.core.document import Bundle, Document
from coach.export.sheet import ExportFailed, Format, Paper, Print, Rendered, sheet
from coach.export.tree import book
from coach.locale import mark

__all__ = ["FORMATS", "ExportFailed", "Format", "Paper", "Print", "Rendered", "render"]

FORMATS: Mapping[Format, str] = MappingProxyType(
    {
        Format.HTML: mark("one web page, to read on a screen or to print"),
        Format.PDF: mark("pages to print or to keep, accessible (PDF/UA)"),
        Format.MD: mark("Markdown, for wikis and repositories"),
        Format.TXT: mark("plain text, 80 columns wide"),
    }
)
"""What each format is good for; the key is also the file's suffix."""


def render(
    document: Document | Bundle,
    format: Format,  # noqa: A002
    paper: Paper = Paper.A4,
    print: Print = Print.NORMAL,  # noqa: A002
) -> Rendered:
    """Render a document, or a bundle as one file; the same always gives the same bytes.

    Text comes out as typed, and never as markup; what cannot be seen is shown as in
    :func:`coach.core.text.visible`. ``paper`` and ``print`` matter to the formats that have pages.
    Raises :class:`ExportFailed` where the typesetter gives no PDF.
    """
    content = book(document)
    match format:
        case Format.HTML:
            from coach.export.html import web_page

            return Rendered(data=web_page(content, sheet(paper, print)).encode())
        case Format.PDF:
            from coach.export.pdf import pdf

            return pdf(content, sheet(paper, print))
        case Format.MD:
            from coach.export.markdown import markdown

            return Rendered(data=markdown(content).encode())
        case Format.TXT:
            from coach.export.text import plain_text

            return Rendered(data=plain_text(content).encode())
    assert_never(format)
