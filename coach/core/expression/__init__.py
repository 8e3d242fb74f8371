"""What authors write as conditions and sums, read into a tree without running any code.

A grammar says which signs there are and how they bind; :data:`CONDITION` is the one for conditions:
numbers, texts in quotes, ``true false null``, names with dots, calls, ``+ - * /``, comparisons
(``== != < <= > >= ~``; ``=`` and ``<>`` are taken for the first two), ``not``, ``and``, ``or`` (also as
``! && ||``) and brackets. What names and calls mean is up to a :class:`Scope`; ``and`` and ``or`` look at
the right side only if they need it.

Others use what this package names; its parts, each standing on those before, are:

- :mod:`~coach.core.expression.fault`: what is raised for an expression that is wrong.
- :mod:`~coach.core.expression.tree`: what an expression is once it was read.
- :mod:`~coach.core.expression.grammar`: how expressions are written.
- :mod:`~coach.core.expression.tokens` and :mod:`~coach.core.expression.reading`: from a text to its tree.
- :mod:`~coach.core.expression.evaluation`: from the tree to what it comes to.
"""

from coach.core.expression.evaluation import Scope, Value, evaluate, number, truth
from coach.core.expression.fault import ExpressionFault
from coach.core.expression.grammar import COMPARISONS, CONDITION, Grammar
from coach.core.expression.reading import parse
from coach.core.expression.tree import Binary, Call, Literal, Member, Name, Node, Unary, walk

__all__ = [
    "COMPARISONS",
    "CONDITION",
    "Binary",
    "Call",
    "ExpressionFault",
    "Grammar",
    "Literal",
    "Member",
    "Name",
    "Node",
    "Scope",
    "Unary",
    "Value",
    "evaluate",
    "number",
    "parse",
    "truth",
    "walk",
]
