"""How good a forecast was.

Probabilities are graded by the Brier score: the mean over all deals of (p - o)², where p is the forecast
from 0 to 1 and o is 1 if the deal was won in the period and 0 if not (G. W. Brier, Verification of
forecasts expressed in terms of probability, Monthly Weather Review 78, 1950; here for one event, so from 0,
perfect, to 1). Saying 50 % for everything gives 0.25.

The score of an answer is its skill against the reference, the probabilities that the stages stand for,
measured by that of the author's expert: (reference - own) / (reference - expert), cut off at 0 and 1. The
stages themselves so score 0 and the expert 1. The pass mark is the score of ``pass_brier``.
"""

from collections.abc import Callable
from math import fsum

from coach.core.outcome import Check, Outcome, weigh
from coach.locale import mark, tr, trn

from .rollup import Rollup, right_categories, rollups, won
from .spec import PASS_MARK, Deal, Mode, Response, Result, Spec, money, usual

EVEN = 50
"""The percentage that says nothing."""

LOWEST_PASS = 0.01
"""A pass mark cannot be 0; only a spec with findings would come to one."""

TOLD_APART = 0.1
"""How far the mean forecast may be from the share of deals won before it is called hopeful or cautious."""

FEWEST = 2
"""From so many deals with the same forecast on, it is said how many of them were won."""


def squared(deal: Deal, percent: int) -> float:
    """Give (p - o)² for one deal."""
    outcome = 100 if deal.outcome is Result.WON else 0
    return ((percent - outcome) / 100) ** 2


def brier(spec: Spec, percent: Callable[[Deal], int]) -> float:
    """Give the Brier score, 0 to 1, of what ``percent`` says for each deal."""
    return fsum(squared(deal, percent(deal)) for deal in spec.deals) / len(spec.deals)


def expert(deal: Deal) -> int:
    """Give the author's probability; without one the stage's."""
    return usual(deal) if deal.expert is None else deal.expert


def skill(spec: Spec, score: float) -> float:
    """Turn a Brier score into 0 to 1: 0 is as good as the stages or worse, 1 as good as the expert."""
    reference, best = brier(spec, usual), brier(spec, expert)
    if reference <= best:
        return 1.0 if score <= best else 0.0
    return max(0.0, min(1.0, (reference - score) / (reference - best)))


def grade(spec: Spec, response: Response, language: str) -> Outcome:
    """Grade probabilities by their skill, categories by the share that is right."""
    if spec.mode is Mode.PROBABILITY:
        return _probabilities(spec, response.probabilities)
    return _categories(spec, response.categories, language)


def _probabilities(spec: Spec, given: dict[str, int]) -> Outcome:
    """Grade probabilities; what was not forecast counts as 50. Outcomes are told once it is solved."""
    said = {deal.id: given.get(deal.id, EVEN) for deal in spec.deals}
    checks = [_judged(deal, said[deal.id]) for deal in spec.deals]
    own = brier(spec, lambda deal: said[deal.id])
    missed = [deal for deal, check in zip(spec.deals, checks, strict=True) if not check.passed]
    return Outcome(
        checks=(*checks, *_calibration(spec, said)),
        score=skill(spec, own),
        misconceptions=tuple(dict.fromkeys(deal.misconception for deal in missed if deal.misconception)),
        remark=_remark(spec, said, own),
        pass_mark=max(LOWEST_PASS, skill(spec, max(spec.pass_brier, brier(spec, expert)))),
    )


def _judged(deal: Deal, percent: int) -> Check:
    """Check a deal: on the right side of 50 %, or not further off than the expert was."""
    off = squared(deal, percent)
    passed = off < squared(deal, EVEN) or off <= squared(deal, expert(deal))
    expertly = tr("A good forecast on these facts: {percent} %.", percent=expert(deal))
    return Check(
        id=deal.id,
        label=tr(_became(deal), deal=deal.name, percent=percent),
        passed=passed,
        why=f"{deal.why} {expertly}",
        spoils=True,
    )


def _became(deal: Deal) -> str:
    match deal.outcome:
        case Result.WON:
            return mark("{deal}: you said {percent} %, it was won")
        case Result.LOST:
            return mark("{deal}: you said {percent} %, it was lost")
        case Result.SLIPPED:
            return mark("{deal}: you said {percent} %, it slipped")


def _calibration(spec: Spec, said: dict[str, int]) -> tuple[Check, ...]:
    """Say for each probability that was given to several deals how many of them were won."""
    told = []
    for percent in sorted(set(said.values()), reverse=True):
        deals = [deal for deal in spec.deals if said[deal.id] == percent]
        if len(deals) >= FEWEST:
            count = sum(deal.outcome is Result.WON for deal in deals)
            told.append(_came_in(percent, len(deals), count))
    fair = abs(_lean(spec, said)) <= TOLD_APART
    if not told:
        return ()
    return (
        Check(
            id="calibration", label=tr("Calibration"), passed=fair, why=" ".join(told), weight=0, spoils=True
        ),
    )


def _came_in(percent: int, deals: int, count: int) -> str:
    """Say how many deals with the same probability came in."""
    if not count:
        none = mark("You said {percent} % for {deals} deals; none of them came in.")
        return tr(none, percent=percent, deals=deals)
    return trn(
        "You said {percent} % for {deals} deals; {n} of them came in.",
        "You said {percent} % for {deals} deals; {n} of them came in.",
        count,
        percent=percent,
        deals=deals,
    )


def _lean(spec: Spec, said: dict[str, int]) -> float:
    """Give the mean forecast less the share of deals that were won, from -1 to 1."""
    count = sum(deal.outcome is Result.WON for deal in spec.deals)
    return (fsum(said.values()) / 100 - count) / len(spec.deals)


def _remark(spec: Spec, said: dict[str, int], own: float) -> str:
    """Tell the score beside the reference and the bar, and whether the whole was too hopeful."""
    reference = brier(spec, usual)
    lean = _lean(spec, said)
    told = tr(
        "Brier score {own:.3f} (0 is perfect, 0.25 says nothing); the stages alone come to {reference:.3f}, "
        "and {asked:g} or less is asked.",
        own=own,
        reference=reference,
        asked=spec.pass_brier,
    )
    return f"{told} {_tone(lean, passed=own <= spec.pass_brier)}"


def _tone(lean: float, *, passed: bool) -> str:
    """Say whether the whole was too hopeful."""
    if lean > TOLD_APART:
        return tr("Taken together your forecast is too hopeful.")
    if lean < -TOLD_APART:
        return tr("Taken together your forecast is too cautious.")
    if passed:
        return tr("Taken together your forecast is about right.")
    return tr("Taken together your forecast is about right, deal by deal it is not.")


def _categories(spec: Spec, given: dict[str, str], language: str) -> Outcome:
    """Grade by the share of deals in a category that can be argued for."""
    checks = [_placed(deal, given.get(deal.id, "")) for deal in spec.deals]
    missed = [deal for deal, check in zip(spec.deals, checks, strict=True) if not check.passed]
    right = len(checks) - len(missed)
    return weigh(
        (*checks, _added(spec, given, language, passed=not missed)),
        misconceptions=tuple(dict.fromkeys(deal.misconception for deal in missed if deal.misconception)),
        remark=_counted(right, len(checks)) if missed else "",
        pass_mark=PASS_MARK,
    )


def _counted(right: int, deals: int) -> str:
    return trn(
        "{n} of {deals} deals are in their category.",
        "{n} of {deals} deals are in their category.",
        right,
        deals=deals,
    )


def _placed(deal: Deal, given: str) -> Check:
    """Check a deal's category; a right one may be explained at once, without what became of it."""
    fitting = [category.value for category in (deal.category, *deal.also) if category]
    passed = given in fitting
    own = tr(given) if given else tr("no category")
    label = f"{deal.name}: {own}"
    if not passed:
        wanted = tr(" or ").join(tr(one) for one in fitting)
        label = tr("{deal}: {given}; right is {wanted}", deal=deal.name, given=own, wanted=wanted)
    return Check(id=deal.id, label=label, passed=passed, why=deal.why, spoils=not passed)


def _added(spec: Spec, given: dict[str, str], language: str, *, passed: bool) -> Check:
    """Say what the categories add up to, beside the right ones and what came in."""
    own, right = rollups(spec, given), rollups(spec, right_categories(spec))
    told = [_sum(one, other, language) for one, other in zip(own, right, strict=True)]
    came = money(won(spec), language)
    sums = tr("{sums}. In the end {won} was won.", sums=", ".join(told), won=came)
    label = tr("Roll-ups in {currency}", currency=spec.currency) if spec.currency else tr("Roll-ups")
    return Check(id="rollups", label=label, passed=passed, why=sums, weight=0, spoils=True)


def _sum(own: Rollup, right: Rollup, language: str) -> str:
    """Write a sum, with the right one beside it if it differs."""
    told = f"{tr(own.title)} {money(own.amount, language)}"
    return (
        told if own == right else told + " " + tr("(right: {amount})", amount=money(right.amount, language))
    )
