"""The simple HTML of answers, to and from plain text.

What comes in is never shown as HTML; reading it takes time in proportion to its length, whatever it is.
"""

import re
from html import escape, unescape

TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]*)?/?>|<![^<>]*>")
MUTE = ("script", "style")
"""What stands between these tags is no text."""

BLOCKS = ("p", "div", "ul", "ol", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote")


def to_markup(text: str) -> str:
    """Write plain text as HTML: a paragraph for each line that is not blank, everything escaped."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


def to_text(markup: str) -> str:
    """Read HTML as plain text: blocks begin new lines, list items a dash; styles and links fall away."""
    lines = (" ".join(line.split()) for line in "".join(_parts(markup)).split("\n"))
    return "\n".join(line for line in lines if line)


def _parts(markup: str) -> list[str]:
    parts: list[str] = []
    at, mute = 0, ""
    for tag in TAG.finditer(markup):
        if not mute:
            parts.append(unescape(markup[at : tag.start()]))
        at = tag.end()
        name, closes = (tag["name"] or "").lower(), bool(tag["close"])
        if mute:
            mute = "" if closes and name == mute else mute
        elif name in MUTE and not closes:
            mute = name
        elif name in BLOCKS:
            parts.append("\n- " if name == "li" and not closes else "\n")
    if not mute:
        parts.append(unescape(markup[at:]))
    return parts
