"""How expressions are written: which signs there are, and how they bind."""

import re
from typing import NamedTuple

from coach.locale import mark


class Grammar(NamedTuple):
    """How expressions are written. ``ranks`` are the signs that bind, loosest first.

    ``calls`` are the names that are functions, ``None`` if any name can be one. ``what`` and ``follow`` are
    words for messages: what is read, and what may stand after something complete.
    """

    what: str
    longest: int
    deepest: int
    token: re.Pattern[str]
    ranks: tuple[frozenset[str], ...]
    negation: int | None
    """Before which rank ``not`` may stand; ``None`` if nowhere."""
    calls: frozenset[str] | None
    members: bool
    begin: str
    follow: str


COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "~"})

CONDITION = Grammar(
    what=mark("condition"),
    longest=500,
    deepest=20,
    token=re.compile(
        r"(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<text>'[^'\n]*'|\"[^\"\n]*\")|(?P<name>[A-Za-z_][A-Za-z0-9_-]*)"
        r"|(?P<sign>==|!=|<>|<=|>=|&&|\|\||[-+*/(),.<>=~!])",
        re.ASCII,
    ),
    ranks=(frozenset({"or"}), frozenset({"and"}), COMPARISONS, frozenset("+-"), frozenset("*/")),
    negation=2,
    calls=None,
    members=True,
    begin=mark("a value"),
    follow=mark("a sign such as and, == or +"),
)
"""How conditions, assertions and validation rules are written.

Names may hold hyphens, so a minus needs spaces around it.
"""
