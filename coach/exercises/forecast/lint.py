"""What can be wrong with a forecast: deals that nobody could judge, and bars that anybody passes."""

from collections import Counter
from collections.abc import Iterator

from coach.core.finding import Finding, Severity
from coach.core.twice import ids_twice, placed_ids, repeated

from .grading import brier, expert
from .spec import LOST_STAGE, PASS_MARK, STAGES, WON_STAGE, Category, Deal, Mode, Result, Spec, usual

CODES = {
    "C141": "A deal's stage has no usual probability, and none is given as reference.",
    "C142": "A deal lacks the expert's probability or the category, whichever the exercise asks for.",
    "C143": "The expert's own probabilities would not pass.",
    "C144": "The stages' usual probabilities, or the same number for every deal, would pass.",
    "C145": "One category for every deal would pass.",
    "C146": "A deal's stage contradicts its outcome or its category.",
    "C147": "Two deals have the same name and cannot be told apart.",
}


def findings(spec: Spec) -> Iterator[Finding]:
    """Find what keeps a forecast from being a fair task."""
    yield from _twice(spec)
    lacking = [finding for index, deal in enumerate(spec.deals) for finding in _lacking(spec, index, deal)]
    yield from lacking
    for index, deal in enumerate(spec.deals):
        yield from _contradictory(index, deal)
    if not lacking:
        yield from _too_hard(spec) if spec.mode is Mode.PROBABILITY else ()
        yield from _too_easy(spec) if spec.mode is Mode.PROBABILITY else _one_for_all(spec)


def _twice(spec: Spec) -> Iterator[Finding]:
    yield from ids_twice(placed_ids(("deals",), spec.deals), "deal id")
    names = ((("deals", index, "name"), deal.name) for index, deal in enumerate(spec.deals))
    for path, name in repeated(names):
        text = f"the deal {name!r} stands there twice, so nobody can tell which is meant; rename one"
        yield Finding(code="C147", path=path, text=text)


def _lacking(spec: Spec, index: int, deal: Deal) -> Iterator[Finding]:
    """Find what a deal needs for being graded."""
    if spec.mode is Mode.CATEGORY:
        if deal.category is None:
            text = f"{deal.name!r} has no category, so no answer could be right; write category:"
            yield Finding(code="C142", path=("deals", index), text=text)
        return
    if deal.expert is None:
        text = f"{deal.name!r} has no expert probability to compare with; write expert: with a percentage"
        yield Finding(code="C142", path=("deals", index), text=text)
    if deal.reference is None and deal.stage not in STAGES:
        text = (
            f"nobody knows the usual probability of the stage {deal.stage!r}; write reference: with a "
            f"percentage, or one of the stages {', '.join(STAGES)}"
        )
        yield Finding(code="C141", path=("deals", index, "stage"), text=text)


def _contradictory(index: int, deal: Deal) -> Iterator[Finding]:
    """Find a closed stage with another outcome, or a category that does not go with the stage."""
    says = {WON_STAGE: (Result.WON, Category.CLOSED), LOST_STAGE: (Result.LOST, Category.OMITTED)}
    outcome, category = says.get(deal.stage, (deal.outcome, deal.category))
    if outcome is not deal.outcome:
        text = f"the stage is {deal.stage!r} but the outcome {deal.outcome.value!r}; mend one of them"
        yield Finding(code="C146", path=("deals", index, "outcome"), text=text)
    open_and_closed = deal.stage != WON_STAGE and deal.category is Category.CLOSED
    if (deal.category is not None and category is not deal.category) or open_and_closed:
        text = f"the category {deal.category!s} does not go with the stage {deal.stage!r}; mend one of them"
        yield Finding(code="C146", path=("deals", index, "category"), text=text)


def _too_hard(spec: Spec) -> Iterator[Finding]:
    best = brier(spec, expert)
    if best > spec.pass_brier:
        text = (
            f"the expert's Brier score is {best:.3f} and would not pass {spec.pass_brier:g}; "
            "raise pass_brier or look at the expert's probabilities again"
        )
        yield Finding(code="C143", path=("pass_brier",), text=text)


def _too_easy(spec: Spec) -> Iterator[Finding]:
    """Find a bar that copying the stages, or one number for all, passes.

    The best single number is the share of deals won, r; its Brier score is r (1 - r).
    """
    share = sum(deal.outcome is Result.WON for deal in spec.deals) / len(spec.deals)
    easy = {
        "the stages' usual probabilities": brier(spec, usual),
        "the same number for every deal": share * (1 - share),
    }
    for what, score in easy.items():
        if score <= spec.pass_brier:
            text = (
                f"{what} would come to a Brier score of {score:.3f} and pass {spec.pass_brier:g} without "
                "a look at the facts; lower pass_brier or add deals that end otherwise"
            )
            yield Finding(code="C144", path=("pass_brier",), text=text)


def _one_for_all(spec: Spec) -> Iterator[Finding]:
    counts = Counter(
        category
        for deal in spec.deals
        for category in {*deal.also, *([deal.category] if deal.category else [])}
    )
    for category, count in counts.items():
        if count / len(spec.deals) >= PASS_MARK:
            text = f"{category.value} for every deal would pass; add deals that belong elsewhere"
            yield Finding(code="C145", path=("deals",), text=text, severity=Severity.WARNING)
