"""The one door through which text of content, people and the database reaches the screen."""

from textual.content import Content

from coach.core.document import Inline
from coach.core.text import visible


def lit(text: str, style: str = "") -> Content:
    """Show a text as it is: never as markup, and control characters as visible signs.

    ``style`` is ours, such as ``"bold $accent"``; the text can never add to it.
    """
    return Content.styled(visible(text), style)


def lit_runs(runs: Inline, style: str = "") -> Content:
    """Show an author's text with its emphasis; the words themselves are shown as :func:`lit` does."""
    parts = [lit(run.text, _style(style, strong=run.strong, emphasis=run.emphasis)) for run in runs]
    return Content("").join(parts) if parts else Content("")


def line(*parts: str | Content | tuple[str, str]) -> Content:
    """Join texts and (text, style) pairs into one line, each shown as :func:`lit` does."""
    return Content("").join([_part(part) for part in parts])


def _part(part: str | Content | tuple[str, str]) -> Content:
    match part:
        case Content():
            return part
        case (text, style):
            return lit(text, style)
        case _:
            return lit(part)


def _style(base: str, *, strong: bool, emphasis: bool) -> str:
    return " ".join(word for word in (base, strong and "bold", emphasis and "italic") if word)
