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

TOO_FEW = "too few to tell"

RELY, TENTATIVE = 0.8, 0.667
"""Krippendorff's own marks for alpha."""

ICC_MARKS = ((0.9, "excellent"), (0.75, "good"), (0.5, "moderate"))
"""Koo and Li (2016)."""

KAPPA_MARKS = ((0.75, "excellent"), (0.4, "fair to good"))
"""Fleiss (1981)."""


def number(value: float | None) -> str:
    """Write a coefficient with two decimals, or a dash where there is none; a rounded nought has no sign."""
    if value is None:
        return "–"
    text = f"{value:.2f}"
    return "0.00" if text == "-0.00" else text


def reach(interval: Interval | None) -> str:
    """Write an interval, or a dash where there is none."""
    return "–" if interval is None else f"{number(interval.low)} to {number(interval.high)}"


def plural(count: int, what: str) -> str:
    """Count things: ``1 candidate``, ``2,500 candidates``."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def rests_on(one: Coefficient) -> str:
    """Say how much a coefficient was computed from."""
    return f"{plural(one.candidates, 'candidate')}, {plural(one.raters, 'interviewer')}"


def told(one: Coefficient) -> str:
    """Tell a coefficient with its interval, what it rests on, and what it means."""
    if one.value is None:
        return f"{one.name}: {why_none(one)}"
    interval = "no interval can be given" if one.interval is None else f"95 % interval {reach(one.interval)}"
    return f"{one.name} {number(one.value)} ({interval}; {rests_on(one)}): {verdict(one)}."


def why_none(one: Coefficient) -> str:
    """Say why there is no value."""
    match one.standing:
        case Standing.NO_VARIATION:
            return f"no variation; all ratings are the same ({rests_on(one)}), so agreement cannot be told."
        case Standing.INCOMPLETE:
            return f"not computed, since {one.standing.value} ({rests_on(one)})."
        case _:
            needed = f"at least 2 interviewers who rated the same {LEAST_CANDIDATES} candidates"
            return f"{TOO_FEW}; it takes {needed} ({rests_on(one)})."


def verdict(one: Coefficient) -> str:
    """Judge a coefficient in plain words; with too few candidates there is no verdict."""
    if one.value is None or one.standing is not Standing.JUDGED:
        return f"{TOO_FEW}, a verdict needs {LEAST_FOR_VERDICT} candidates"
    if one.name.startswith("ICC"):
        said = _marked(one.value, ICC_MARKS, "poor")
        grade, least = f"{said[0]} reliability", said[1]
    elif "kappa" in one.name:
        said = _marked(one.value, KAPPA_MARKS, "poor")
        grade, least = f"{said[0]} agreement", said[1]
    else:
        grade, least = _alpha(one.value)
    if least is not None and one.interval is not None and one.interval.low < least:
        return f"{grade}, but the interval reaches below that"
    return grade


def _alpha(value: float) -> tuple[str, float | None]:
    if value >= RELY:
        return "the interviewers agree well enough to rely on", RELY
    if value >= TENTATIVE:
        return "agreement for tentative conclusions only", TENTATIVE
    return "the interviewers agree too little to rely on single ratings", None


def _marked(value: float, marks: tuple[tuple[float, str], ...], worst: str) -> tuple[str, float | None]:
    return next(((said, least) for least, said in marks if value >= least), (worst, None))


def severity_told(one: Severity) -> str:
    """Tell how severe somebody is; there are no words for a difference that chance explains."""
    if one.value is None:
        return "nobody else rated the same candidates"
    if one.candidates < LEAST_CANDIDATES or one.interval is None:
        return TOO_FEW
    if not differs(one):
        return "no more than chance explains"
    return "more lenient than the others" if one.value > 0 else "more severe than the others"


def differs(one: Severity) -> bool:
    """Whether somebody's severity is beyond chance, by enough candidates and an interval without nought."""
    if one.interval is None or one.candidates < LEAST_CANDIDATES:
        return False
    return not one.interval.low <= 0 <= one.interval.high


def band_told(band: Band | None) -> str:
    """Tell from which difference on candidates can be told apart, and what that rests on."""
    if band is None:
        return f"Differences in score: {TOO_FEW}; it takes at least 3 candidates with a place."
    rests = f"standard deviation {band.deviation:.1f} between {plural(band.candidates, 'candidate')}"
    return (
        f"Candidates whose scores differ by less than {band.points:.1f} points are not distinguishable "
        f"({rests}; {reliability_told(band.reliability)})."
    )


def reliability_told(rel: Reliability) -> str:
    """Tell the reliability of a panel's mean and where it comes from."""
    if rel.single is not None:
        sort = {SEPARATE: "separate interviews", TOGETHER: "a panel in one interview"}.get(rel.single, "one")
        raters = plural(rel.raters, "interviewer")
        published = f"published {number(rel.single)} for {sort}"
        return f"reliability {number(rel.value)}, the {published}, stepped up to {raters}"
    measured = f"reliability {number(rel.value)}, measured on {plural(rel.candidates, 'candidate')}"
    if rel.low is None or rel.high is None:
        return measured
    return f"{measured}, 95 % interval {number(rel.low)} to {number(rel.high)}"
