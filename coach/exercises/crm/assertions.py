"""Judging an org by an assertion, with a sentence on what was found and what was expected.

Assertions are written as in :mod:`coach.core.expression`, with these functions::

    count(Account, Name ~ 'Acme') == 1
    any(OpportunityContactRole, Role == 'Decision Maker' and IsPrimary)
    all(Opportunity, IsClosed or CloseDate >= today)
    one(Lead, LastName ~ 'Roth').IsConverted
    sum(Opportunity, Amount, StageName == 'Prospecting') > 0
    the(Opportunity, Name ~ 'pilot').CloseDate == date('2026-12-18')

In brackets stand an object, as in the API, and a condition on its fields; a dot leads on to what a reference
names (``Account.Name``). ``~`` is true where the words on the right stand in the text on the left, whatever
their spelling (:mod:`.alike`). To ``today``, which is the org's day, days can be added.
"""

from typing import NamedTuple

from coach.core.crm.state import Org
from coach.core.expression import Binary, Call, ExpressionFault, Member, Node, Unary, evaluate, truth
from coach.locale import tr

from .facts import Facts, NotOne
from .fitting import UnknownName
from .meaning import World, understand
from .told import Teller

__all__ = ["ExpressionFault", "UnknownName", "Verdict", "World", "judge", "understand"]


class Verdict(NamedTuple):
    """Whether an assertion holds; if not, ``found`` says what was found and what was expected."""

    holds: bool
    found: str = ""


HOLDS = Verdict(holds=True)


def judge(node: Node, org: Org, *, wanted: bool = True) -> Verdict:
    """Judge an org by an assertion that :func:`understand` has read.

    Without ``wanted`` it is expected that the assertion does not hold. Only a division by zero can still
    go wrong; then it does not hold.
    """
    facts = Facts(org)
    try:
        return _judge(node, facts, Teller(facts), wanted=wanted)
    except ExpressionFault as fault:
        return Verdict(holds=False, found=tr("This cannot be worked out: {fault}.", fault=fault))


def _judge(node: Node, facts: Facts, tell: Teller, *, wanted: bool) -> Verdict:
    """Judge the parts one by one, so that it can be said which one is to blame."""
    if isinstance(node, Unary) and node.sign == "not":
        return _judge(node.of, facts, tell, wanted=not wanted)
    if isinstance(node, Binary) and node.sign in ("and", "or"):
        parts = (node.left, node.right)
        verdicts = (_judge(part, facts, tell, wanted=wanted) for part in parts)
        if (node.sign == "and") == wanted:
            return next((verdict for verdict in verdicts if not verdict.holds), HOLDS)
        failed = []
        for verdict in verdicts:
            if verdict.holds:
                return HOLDS
            failed.append(verdict.found)
        return Verdict(holds=False, found=tr(" Or else: ").join(failed))
    return _judge_one(node, facts, tell, wanted=wanted)


def _judge_one(node: Node, facts: Facts, tell: Teller, *, wanted: bool) -> Verdict:
    try:
        if truth(evaluate(node, facts), node) == wanted:
            return HOLDS
    except NotOne as fault:
        return Verdict(holds=False, found=tell.not_one(fault.call, fault.found))
    match node:
        case Call():
            return Verdict(holds=False, found=tell.call(node, wanted=wanted))
        case Binary():
            return Verdict(holds=False, found=tell.comparison(node, wanted=wanted))
        case Member():
            return Verdict(holds=False, found=tell.member(node, wanted=wanted))
        case _:
            return Verdict(holds=False, found=tr("This never holds, whatever is in the org."))
