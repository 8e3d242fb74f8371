"""What can be wrong with a forecast: deals that nobody could judge, and bars that anybody passes."""

from collections import Counter
from collections.abc import Iterator

from coach.core.finding import Finding, Severity
from coach.core.twice import ids_twice, placed_ids, repeated
from coach.locale import mark, tr

from .grading import brier, expert
from .spec import LOST_STAGE, PASS_MARK, STAGES, WON_STAGE, Category, Deal, Mode, Result, Spec, usual

CODES = {
    "C141": mark("A deal's stage has no usual probability, and none is given as reference."),
    "C142": mark("A deal lacks the expert's probability or the category, whichever the exercise asks for."),
    "C143": mark("The expert's own probabilities would not pass."),
    "C144": mark("The stages' usual probabilities, or the same number for every deal, would pass."),
    "C145": mark("One category for every deal would pass."),
    "C146": mark("A deal's stage contradicts its outcome or its category."),
    "C147": mark("Two deals have the same name and cannot be told apart."),
}


EASY_STAGES = mark(
    "the stages' usual probabilities would come to a Brier score of {score:.3f} and pass {pass_brier:g} "
    "without a look at the facts; lower pass_brier or add deals that end otherwise"
)
EASY_NUMBER = mark(
    "the same number for every deal would come to a Brier score of {score:.3f} and pass {pass_brier:g} "
    "without a look at the facts; lower pass_brier or add deals that end otherwise"
)


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
    yield from ids_twice(placed_ids(("deals",), spec.deals), tr("deal id"))
    names = ((("deals", index, "name"), deal.name) for index, deal in enumerate(spec.deals))
    for path, name in repeated(names):
        text = tr(
            "the deal {name!r} stands there twice, so nobody can tell which is meant; rename one", name=name
        )
        yield Finding(code="C147", path=path, text=text)


def _lacking(spec: Spec, index: int, deal: Deal) -> Iterator[Finding]:
    """Find what a deal needs for being graded."""
    if spec.mode is Mode.CATEGORY:
        if deal.category is None:
            text = tr(
                "{deal!r} has no category, so no answer could be right; write category:", deal=deal.name
            )
            yield Finding(code="C142", path=("deals", index), text=text)
        return
    if deal.expert is None:
        text = tr(
            "{deal!r} has no expert probability to compare with; write expert: with a percentage",
            deal=deal.name,
        )
        yield Finding(code="C142", path=("deals", index), text=text)
    if deal.reference is None and deal.stage not in STAGES:
        text = tr(
            "nobody knows the usual probability of the stage {stage!r}; write reference: with a percentage, "
            "or one of the stages {stages}",
            stage=deal.stage,
            stages=", ".join(STAGES),
        )
        yield Finding(code="C141", path=("deals", index, "stage"), text=text)


def _contradictory(index: int, deal: Deal) -> Iterator[Finding]:
    """Find a closed stage with another outcome, or a category that does not go with the stage."""
    says = {WON_STAGE: (Result.WON, Category.CLOSED), LOST_STAGE: (Result.LOST, Category.OMITTED)}
    outcome, category = says.get(deal.stage, (deal.outcome, deal.category))
    if outcome is not deal.outcome:
        text = tr(
            "the stage is {stage!r} but the outcome {outcome!r}; mend one of them",
            stage=deal.stage,
            outcome=deal.outcome.value,
        )
        yield Finding(code="C146", path=("deals", index, "outcome"), text=text)
    open_and_closed = deal.stage != WON_STAGE and deal.category is Category.CLOSED
    if (deal.category is not None and category is not deal.category) or open_and_closed:
        text = tr(
            "the category {category!s} does not go with the stage {stage!r}; mend one of them",
            category=deal.category,
            stage=deal.stage,
        )
        yield Finding(code="C146", path=("deals", index, "category"), text=text)


def _too_hard(spec: Spec) -> Iterator[Finding]:
    best = brier(spec, expert)
    if best > spec.pass_brier:
        text = tr(
            "the expert's Brier score is {best:.3f} and would not pass {pass_brier:g}; raise pass_brier or "
            "look at the expert's probabilities again",
            best=best,
            pass_brier=spec.pass_brier,
        )
        yield Finding(code="C143", path=("pass_brier",), text=text)


def _too_easy(spec: Spec) -> Iterator[Finding]:
    """Find a bar that copying the stages, or one number for all, passes.

    The best single number is the share of deals won, r; its Brier score is r (1 - r).
    """
    share = sum(deal.outcome is Result.WON for deal in spec.deals) / len(spec.deals)
    easy = {EASY_STAGES: brier(spec, usual), EASY_NUMBER: share * (1 - share)}
    for message, score in easy.items():
        if score <= spec.pass_brier:
            text = tr(message, score=score, pass_brier=spec.pass_brier)
            yield Finding(code="C144", path=("pass_brier",), text=text)


def _one_for_all(spec: Spec) -> Iterator[Finding]:
    counts = Counter(
        category
        for deal in spec.deals
        for category in {*deal.also, *([deal.category] if deal.category else [])}
    )
    for category, count in counts.items():
        if count / len(spec.deals) >= PASS_MARK:
            text = tr(
                "{category} for every deal would pass; add deals that belong elsewhere",
                category=category.value,
            )
            yield Finding(code="C145", path=("deals",), text=text, severity=Severity.WARNING)
