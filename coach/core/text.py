"""Text from people, made safe to look at."""

import re

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls of C0 and C1, without tab and newline
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\ud800-\udfff"  # halves of surrogate pairs, which no encoding can write
    "\ufffe\uffff"  # not characters at all
    "]"
)


def visible(text: str) -> str:
    """Replace what cannot be seen or would disturb its surroundings by its code point: ``⟨U+001B⟩``.

    Meant are controls (a terminal would obey them), bidirectional controls (they make text read
    otherwise than it is stored; Unicode Technical Report 36), separators, lone surrogates and
    noncharacters. Tab and newline stay; the line end CR LF becomes a newline. The stand-in is made
    of characters that common fonts have, which the control pictures (U+2400 and on) are not.
    """
    return UNSEEN.sub(_code_point, text.replace("\r\n", "\n"))


def _code_point(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match.group()):04X}⟩"
