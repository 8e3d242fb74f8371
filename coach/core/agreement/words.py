"""What the numbers mean, in sentences: never a number without what it rests on."""

from coach.core.agreement.coefficient import (
    LEAST_CANDIDATES,
    LEAST_FOR_VERDICT,
    Coefficient,
    Interval,
    Standing,
)
from coach.core.agreement.reliability import SEPARATE, TOGETHER, Band, Reliability
from coach.core.agreement.severity import Severity
from coach.locale import figure, mark, tr, trn

TOO_FEW = mark("too few to tell")
RELY, TENTATIVE = 0.8, 0.667
"""Krippendorff's own marks for alpha."""

ICC_MARKS = (
    (0.9, mark("excellent reliability")),
    (0.75, mark("good reliability")),
    (0.5, mark("moderate reliability")),
)
"""Koo and Li (2016)."""

KAPPA_MARKS = ((0.75, mark("excellent agreement")), (0.4, mark("fair to good agreement")))
"""Fleiss (1981)."""

POOR_ICC, POOR_KAPPA = mark("poor reliability"), mark("poor agreement")
NAMES = (
    mark("Krippendorff's alpha (nominal)"),
    mark("Krippendorff's alpha (ordinal)"),
    mark("Krippendorff's alpha (interval)"),
    mark("weighted kappa (linear)"),
    mark("weighted kappa (quadratic)"),
)
"""What coefficients are called besides intraclass correlations, for the catalogue."""


def number(value: float | None) -> str:
    """Write a coefficient with two decimals, or a dash where there is none; a rounded nought has no sign."""
    if value is None:
        return "–"
    return figure(0.0 if f"{value:.2f}" == "-0.00" else value, ".2f")


def reach(interval: Interval | None) -> str:
    """Write an interval, or a dash where there is none."""
    if interval is None:
        return "–"
    return tr("{low} to {high}", low=number(interval.low), high=number(interval.high))


def interval_told(interval: Interval | None) -> str:
    """Write an interval with what it is, or say that there is none."""
    if interval is None:
        return tr("no interval can be given")
    return tr("95 % interval {reach}", reach=reach(interval))


def candidates(count: int) -> str:
    """Count candidates: ``1 candidate``, ``2,500 candidates``."""
    return trn("{n:,} candidate", "{n:,} candidates", count)


def interviewers(count: int) -> str:
    """Count interviewers."""
    return trn("{n:,} interviewer", "{n:,} interviewers", count)


def rests_on(one: Coefficient) -> str:
    """Say how much a coefficient was computed from."""
    return f"{candidates(one.candidates)}, {interviewers(one.raters)}"


def told(one: Coefficient) -> str:
    """Tell a coefficient with its interval, what it rests on, and what it means."""
    if one.value is None:
        return f"{tr(one.name)}: {why_none(one)}"
    interval = interval_told(one.interval)
    return f"{tr(one.name)} {number(one.value)} ({interval}; {rests_on(one)}): {verdict(one)}."


def why_none(one: Coefficient) -> str:
    """Say why there is no value."""
    match one.standing:
        case Standing.NO_VARIATION:
            return tr(
                "no variation; all ratings are the same ({rests}), so agreement cannot be told.",
                rests=rests_on(one),
            )
        case Standing.INCOMPLETE:
            return tr(
                "not computed, since not every interviewer rated every candidate ({rests}).",
                rests=rests_on(one),
            )
        case _:
            return tr(
                "too few to tell; it takes at least 2 interviewers who rated the same {least} candidates "
                "({rests}).",
                least=LEAST_CANDIDATES,
                rests=rests_on(one),
            )


def verdict(one: Coefficient) -> str:
    """Judge a coefficient in plain words; with too few candidates there is no verdict."""
    if one.value is None or one.standing is not Standing.JUDGED:
        return tr("too few to tell, a verdict needs {least} candidates", least=LEAST_FOR_VERDICT)
    if one.name.startswith("ICC"):
        grade, least = _marked(one.value, ICC_MARKS, POOR_ICC)
    elif "kappa" in one.name:
        grade, least = _marked(one.value, KAPPA_MARKS, POOR_KAPPA)
    else:
        grade, least = _alpha(one.value)
    if least is not None and one.interval is not None and one.interval.low < least:
        return tr("{grade}, but the interval reaches below that", grade=grade)
    return grade


def _alpha(value: float) -> tuple[str, float | None]:
    if value >= RELY:
        return tr("the interviewers agree well enough to rely on"), RELY
    if value >= TENTATIVE:
        return tr("agreement for tentative conclusions only"), TENTATIVE
    return tr("the interviewers agree too little to rely on single ratings"), None


def _marked(value: float, marks: tuple[tuple[float, str], ...], worst: str) -> tuple[str, float | None]:
    return next(((tr(said), least) for least, said in marks if value >= least), (tr(worst), None))


def severity_told(one: Severity) -> str:
    """Tell how severe somebody is; there are no words for a difference that chance explains."""
    if one.value is None:
        return tr("nobody else rated the same candidates")
    if one.candidates < LEAST_CANDIDATES or one.interval is None:
        return tr(TOO_FEW)
    if not differs(one):
        return tr("no more than chance explains")
    return tr("more lenient than the others") if one.value > 0 else tr("more severe than the others")


def differs(one: Severity) -> bool:
    """Whether somebody's severity is beyond chance, by enough candidates and an interval without nought."""
    if one.interval is None or one.candidates < LEAST_CANDIDATES:
        return False
    return not one.interval.low <= 0 <= one.interval.high


def band_told(band: Band | None) -> str:
    """Tell from which difference on candidates can be told apart, and what that rests on."""
    if band is None:
        return tr("Differences in score: too few to tell; it takes at least 3 candidates with a place.")
    return tr(
        "Candidates whose scores differ by less than {points:.1f} points are not distinguishable "
        "({rests}; {reliability}).",
        points=band.points,
        rests=trn(
            "standard deviation {deviation:.1f} between {n:,} candidate",
            "standard deviation {deviation:.1f} between {n:,} candidates",
            band.candidates,
            deviation=band.deviation,
        ),
        reliability=reliability_told(band.reliability),
    )


def reliability_told(rel: Reliability) -> str:
    """Tell the reliability of a panel's mean and where it comes from."""
    if rel.single is not None:
        return _published(rel, rel.single)
    measured = trn(
        "reliability {value}, measured on {n:,} candidate",
        "reliability {value}, measured on {n:,} candidates",
        rel.candidates,
        value=number(rel.value),
    )
    if rel.low is None or rel.high is None:
        return measured
    interval = tr("{low} to {high}", low=number(rel.low), high=number(rel.high))
    return f"{measured}, {tr('95 % interval {reach}', reach=interval)}"


def _published(rel: Reliability, single: float) -> str:
    sort = {SEPARATE: tr("separate interviews"), TOGETHER: tr("a panel in one interview")}.get(single, "one")
    return trn(
        "reliability {value}, the published {single} for {sort}, stepped up to {n:,} interviewer",
        "reliability {value}, the published {single} for {sort}, stepped up to {n:,} interviewers",
        rel.raters,
        value=number(rel.value),
        single=number(single),
        sort=sort,
    )
