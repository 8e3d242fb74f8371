"""The statistics of a requisition line by line: each line says what it rests on."""

from collections.abc import Iterator

from coach.core.agreement import words
from coach.core.agreement.coefficient import LEAST_CANDIDATES, LEAST_FOR_VERDICT, Interval, Standing
from coach.core.agreement.effective import EffectiveWeight
from coach.core.agreement.severity import Severity
from coach.core.agreement.words import TOO_FEW, number
from coach.core.panel.comparison_words import mean_text, question_named
from coach.core.panel.item_analysis import Item
from coach.core.panel.statistics import CompetencyAgreement, PanelStatistics
from coach.core.record import Record
from coach.core.scoring import coverage_text
from coach.locale import mark, tr, trn


class Section(Record):
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


HOW = mark(
    "A number takes {least} candidates whom the same 2 interviewers rated, and a verdict takes {verdict}. "
    "Intervals are 95 %; they are wide with few candidates, and that is the finding. Severity says how many "
    "levels somebody rates the same candidates above (+) or below (-) the others; it is shown and never used "
    "to adjust a score."
)


def sections(found: PanelStatistics) -> tuple[Section, ...]:
    """Tell the statistics in sections; without any ratings, in one sentence."""
    if not found.report.counts.ratings:
        nothing = tr("There are no ratings yet that are revealed to you, so there is nothing to compute.")
        return (Section(title=tr("What this rests on"), lines=(nothing,)),)
    report = found.report
    correlations = [report.alpha, *([report.kappa] if report.kappa else []), report.single, report.mean]
    return (
        Section(title=tr("What this rests on"), lines=(*_rests_on(found), _how())),
        Section(
            title=tr("Agreement over all questions"), lines=tuple(words.told(one) for one in correlations)
        ),
        Section(title=tr("Agreement by competency"), lines=tuple(map(_competency, found.by_competency))),
        Section(
            title=tr("Severity of interviewers"),
            lines=tuple(_severity(found, one) for one in report.severities),
        ),
        Section(title=tr("Questions"), lines=tuple(_item(found, one) for one in report.items)),
        Section(
            title=tr("What the weights do"),
            lines=tuple(_weight(found, one) for one in found.effective),
        ),
    )


def _how() -> str:
    return tr(HOW, least=LEAST_CANDIDATES, verdict=LEAST_FOR_VERDICT)


def _rests_on(found: PanelStatistics) -> Iterator[str]:
    counts = found.report.counts
    rests = words.candidates(found.revealed)
    if found.erased:
        rests = tr("{candidates}, and the numbers of {erased} erased", candidates=rests, erased=found.erased)
    if found.hidden:
        rests = trn(
            "{rests}; {n} not revealed to you takes no part",
            "{rests}; {n} not revealed to you take no part",
            found.hidden,
            rests=rests,
        )
    yield f"{rests}."
    yield tr(
        "{interviewers}, {questions}, {ratings}, {missing:,} not assessed.",
        interviewers=words.interviewers(counts.interviewers),
        questions=trn("{n:,} question", "{n:,} questions", counts.items),
        ratings=_ratings(counts.ratings),
        missing=counts.not_assessed,
    )


def _ratings(count: int) -> str:
    return trn("{n:,} rating", "{n:,} ratings", count)


def _competency(one: CompetencyAgreement) -> str:
    few = one.alpha.standing is Standing.TOO_FEW
    told = f"{tr(TOO_FEW)} ({words.rests_on(one.alpha)})." if few else words.told(one.alpha)
    if not one.compared:
        return f"{one.title}: {told}"
    apart = trn(
        "{wide:,} of {n:,} comparison far apart.",
        "{wide:,} of {n:,} comparisons far apart.",
        one.compared,
        wide=one.wide,
    )
    return f"{one.title}: {told} {apart}"


def _severity(found: PanelStatistics, one: Severity) -> str:
    name = found.names.get(one.rater, one.rater)
    if one.value is None:
        return f"{name}: {words.severity_told(one)}."
    rests = f"{words.candidates(one.candidates)}, {_ratings(one.ratings)}"
    if len({each.group for each in found.report.severities if each.group is not None}) > 1:
        group = tr("group {group}; compare within a group only", group=one.group)
        rests = f"{rests}, {group}"
    return tr(
        "{name}: {value:+.2f} levels ({interval}; {rests}): {severity}.",
        name=name,
        value=one.value,
        interval=_signed(one.interval),
        rests=rests,
        severity=words.severity_told(one),
    )


def _item(found: PanelStatistics, one: Item) -> str:
    name = question_named(found.guide, one.item)
    judged = _judged(one)
    dropped = tr("It was dropped and counts for nobody.") if one.item in found.dropped else ""
    return (
        f"{name[0].upper()}{name[1:]}: {', '.join(_figures(one))}"
        f"{f': {judged}' if judged else ''}.{f' {dropped}' if dropped else ''}"
    )


def _judged(one: Item) -> str:
    if one.flags:
        return "; ".join(tr(flag.value) for flag in one.flags)
    if one.candidates >= LEAST_FOR_VERDICT:
        return tr("nothing remarkable")
    return "" if one.correlation is None else tr(TOO_FEW)


def _figures(one: Item) -> Iterator[str]:
    yield tr("mean {mean}", mean=mean_text(one.mean))
    if one.deviation is not None:
        yield tr("standard deviation {deviation}", deviation=number(one.deviation))
    yield tr("{share} not assessed", share=coverage_text(one.missing))
    yield tr(
        "correlation with the others {correlation} ({rests})",
        correlation=_with_interval(one.correlation, one.interval),
        rests=f"{words.candidates(one.candidates)}, {_ratings(one.ratings)}",
    )


def _weight(found: PanelStatistics, one: EffectiveWeight) -> str:
    title, meant = found.guide.competency(one.competency).title, coverage_text(one.nominal)
    rests = words.candidates(one.candidates)
    if one.value is None:
        few = one.candidates < LEAST_CANDIDATES
        why = tr(TOO_FEW) if few else tr("none, all have the same score")
        return tr(
            "{title}: meant {meant}, in fact {why} ({rests}).", title=title, meant=meant, why=why, rests=rests
        )
    return tr(
        "{title}: meant {meant}, in fact {share} of what tells the candidates apart ({interval}; {rests}).",
        title=title,
        meant=meant,
        share=_percent(one.value),
        interval=_percents(one.interval),
        rests=rests,
    )


def _with_interval(value: float | None, interval: Interval | None) -> str:
    return tr(TOO_FEW) if value is None else f"{number(value)} ({words.interval_told(interval)})"


def _signed(interval: Interval | None) -> str:
    if interval is None:
        return words.interval_told(None)
    return tr("95 % interval {low:+.2f} to {high:+.2f}", low=interval.low, high=interval.high)


def _percents(interval: Interval | None) -> str:
    if interval is None:
        return words.interval_told(None)
    return tr("95 % interval {low} to {high}", low=_percent(interval.low), high=_percent(interval.high))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %".replace("-0 %", "0 %")
