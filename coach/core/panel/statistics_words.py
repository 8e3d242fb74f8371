"""The statistics of a requisition line by line: each line says what it rests on."""

from collections.abc import Iterator

from coach.core.agreement import words
from coach.core.agreement.coefficient import LEAST_CANDIDATES, LEAST_FOR_VERDICT, Interval, Standing
from coach.core.agreement.effective import EffectiveWeight
from coach.core.agreement.severity import Severity
from coach.core.agreement.words import TOO_FEW, number, plural, reach
from coach.core.panel.comparison_words import mean_text, question_named
from coach.core.panel.item_analysis import Item
from coach.core.panel.statistics import CompetencyAgreement, PanelStatistics
from coach.core.record import Record
from coach.core.scoring import coverage_text


class Section(Record):
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


HOW = (
    f"A number takes {LEAST_CANDIDATES} candidates whom the same 2 interviewers rated, and a verdict takes "
    f"{LEAST_FOR_VERDICT}. Intervals are 95 %; they are wide with few candidates, and that is the finding. "
    "Severity says how many levels somebody rates the same candidates above (+) or below (-) the others; it "
    "is shown and never used to adjust a score."
)


def sections(found: PanelStatistics) -> tuple[Section, ...]:
    """Tell the statistics in sections; without any ratings, in one sentence."""
    if not found.report.counts.ratings:
        nothing = "There are no ratings yet that are revealed to you, so there is nothing to compute."
        return (Section(title="What this rests on", lines=(nothing,)),)
    report = found.report
    correlations = [report.alpha, *([report.kappa] if report.kappa else []), report.single, report.mean]
    return (
        Section(title="What this rests on", lines=(*_rests_on(found), HOW)),
        Section(title="Agreement over all questions", lines=tuple(words.told(one) for one in correlations)),
        Section(title="Agreement by competency", lines=tuple(map(_competency, found.by_competency))),
        Section(
            title="Severity of interviewers",
            lines=tuple(_severity(found, one) for one in report.severities),
        ),
        Section(title="Questions", lines=tuple(_item(found, one) for one in report.items)),
        Section(
            title="What the weights do",
            lines=tuple(_weight(found, one) for one in found.effective),
        ),
    )


def _rests_on(found: PanelStatistics) -> Iterator[str]:
    counts = found.report.counts
    erased = f", and the numbers of {found.erased} erased" if found.erased else ""
    takes = "takes" if found.hidden == 1 else "take"
    hidden = f"; {found.hidden} not revealed to you {takes} no part" if found.hidden else ""
    yield f"{plural(found.revealed, 'candidate')}{erased}{hidden}."
    yield (
        f"{plural(counts.interviewers, 'interviewer')}, {plural(counts.items, 'question')}, "
        f"{plural(counts.ratings, 'rating')}, {counts.not_assessed:,} not assessed."
    )


def _competency(one: CompetencyAgreement) -> str:
    few = one.alpha.standing is Standing.TOO_FEW
    told = f"{TOO_FEW} ({words.rests_on(one.alpha)})." if few else words.told(one.alpha)
    apart = f" {one.wide:,} of {plural(one.compared, 'comparison')} far apart." if one.compared else ""
    return f"{one.title}: {told}{apart}"


def _severity(found: PanelStatistics, one: Severity) -> str:
    name = found.names.get(one.rater, one.rater)
    if one.value is None:
        return f"{name}: {words.severity_told(one)}."
    rests = f"{plural(one.candidates, 'candidate')}, {plural(one.ratings, 'rating')}"
    groups = {each.group for each in found.report.severities if each.group is not None}
    group = f", group {one.group}; compare within a group only" if len(groups) > 1 else ""
    return (
        f"{name}: {one.value:+.2f} levels ({_interval(one.interval, signed=True)}; {rests}{group}): "
        f"{words.severity_told(one)}."
    )


def _item(found: PanelStatistics, one: Item) -> str:
    name = question_named(found.guide, one.item)
    dropped = " It was dropped and counts for nobody." if one.item in found.dropped else ""
    rests = f"{plural(one.candidates, 'candidate')}, {plural(one.ratings, 'rating')}"
    flags = "; ".join(flag.value for flag in one.flags)
    few = one.candidates < LEAST_FOR_VERDICT
    judged = flags or ("" if few and one.correlation is None else TOO_FEW if few else "nothing remarkable")
    spread = "" if one.deviation is None else f", standard deviation {number(one.deviation)}"
    return (
        f"{name[0].upper()}{name[1:]}: mean {mean_text(one.mean)}{spread}, {coverage_text(one.missing)} not "
        f"assessed, correlation with the others {_with_interval(one.correlation, one.interval)} ({rests})"
        f"{f': {judged}' if judged else ''}.{dropped}"
    )


def _weight(found: PanelStatistics, one: EffectiveWeight) -> str:
    title = found.guide.competency(one.competency).title
    rests = plural(one.candidates, "candidate")
    if one.value is None:
        why = TOO_FEW if one.candidates < LEAST_CANDIDATES else "none, all have the same score"
        return f"{title}: meant {coverage_text(one.nominal)}, in fact {why} ({rests})."
    return (
        f"{title}: meant {coverage_text(one.nominal)}, in fact {_percent(one.value)} of what tells the "
        f"candidates apart ({_percents(one.interval)}; {rests})."
    )


def _with_interval(value: float | None, interval: Interval | None) -> str:
    return TOO_FEW if value is None else f"{number(value)} ({_interval(interval)})"


def _interval(interval: Interval | None, *, signed: bool = False) -> str:
    if interval is None:
        return "no interval can be given"
    if signed:
        return f"95 % interval {interval.low:+.2f} to {interval.high:+.2f}"
    return f"95 % interval {reach(interval)}"


def _percents(interval: Interval | None) -> str:
    if interval is None:
        return "no interval can be given"
    return f"95 % interval {_percent(interval.low)} to {_percent(interval.high)}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %".replace("-0 %", "0 %")
