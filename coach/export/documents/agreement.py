"""The reports on other people's tables: agreement of interviewers, and adverse impact."""

from collections.abc import Iterable, Sequence

from coach.core.agreement import words
from coach.core.agreement.report import MOST_SPREADS, AgreementReport
from coach.core.agreement.words import number, reach
from coach.core.document import (
    AnyBlock,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Table,
    Together,
    plain,
)
from coach.core.impact import FOUR_FIFTHS, LEAST_CELL, Finding, Impact

FOOTER = "Statistics of agreement support a judgement; they do not make one"


def agreement_document(file: str, report: AgreementReport) -> Document:
    """Lay the statistics of a file of ratings out; every number stands with what it rests on."""
    return Document(
        title="How far the interviewers agree",
        subtitle=file,
        language="en",
        footer=(FOOTER,),
        blocks=(
            *_read(report),
            *_overall(report),
            *_by_item(report),
            *_widest(report),
            *_interviewers(report),
            *_items(report),
            *_panels(report),
            *_meaning(report),
            _computed(),
        ),
    )


def _read(report: AgreementReport) -> tuple[AnyBlock, ...]:
    counts = report.counts
    facts = (
        ("Scale", str(report.scale)),
        ("Candidates", f"{counts.candidates:,}"),
        ("Interviewers", f"{counts.interviewers:,}"),
        ("Items", f"{counts.items:,}"),
        ("Ratings", f"{counts.ratings:,}"),
        ("Not assessed", f"{counts.not_assessed:,}"),
    )
    return (
        Heading(text="What was read"),
        Facts(facts=tuple(Fact(term=term, value=value) for term, value in facts)),
    )


def _overall(report: AgreementReport) -> tuple[AnyBlock, ...]:
    told = [report.alpha, *([report.kappa] if report.kappa else []), report.single, report.mean]
    about = (
        f"{report.single.name} is the reliability of one interviewer's mean over the items, "
        f"{report.mean.name} that of the mean of all interviewers."
    )
    return (
        Heading(text="Agreement overall"),
        Listing(items=tuple(plain(_sentence(words.told(one))) for one in told)),
        Paragraph(runs=plain(about), tone="small"),
    )


def _by_item(report: AgreementReport) -> tuple[AnyBlock, ...]:
    rows = (
        (
            one.item,
            f"{one.compared:,}",
            number(one.alpha.value),
            reach(one.alpha.interval),
            number(one.ad),
            f"{one.wide:,}",
        )
        for one in report.by_item
    )
    note = (
        "Compared: candidates with two ratings or more. MD: mean deviation in levels, averaged over them. "
        "Apart: candidates whose ratings lie far apart."
    )
    return (
        Heading(text="Agreement by item"),
        _table("Item Compared> Alpha> Interval> MD> Apart>", rows),
        Paragraph(runs=plain(note), tone="small"),
    )


def _widest(report: AgreementReport) -> tuple[AnyBlock, ...]:
    heading = Heading(text="Where ratings lie furthest apart")
    apart = [one for one in report.widest if one.spread.range]
    if not apart:
        said = "No candidate has two different ratings on one item."
        return (heading, Paragraph(runs=plain(said)))
    rows = (
        (
            one.candidate,
            one.item,
            str(one.spread.raters),
            number(one.spread.r_wg),
            number(one.spread.ad),
            f"{one.spread.range:g}",
            "far apart" if one.spread.wide else "close",
        )
        for one in apart
    )
    note = f"At most {MOST_SPREADS} are listed, the widest first. N: interviewers."
    return (
        heading,
        _table("Candidate Item N> r_wg> MD> Range> Judged", rows),
        Paragraph(runs=plain(note), tone="small"),
    )


def _interviewers(report: AgreementReport) -> tuple[AnyBlock, ...]:
    groups = {one.group for one in report.severities if one.group is not None}
    several = len(groups) > 1
    rows = (
        (
            f"{one.rater} (group {one.group})" if several and one.group else one.rater,
            _signed(one.value),
            "–" if one.interval is None else f"{_signed(one.interval.low)} to {_signed(one.interval.high)}",
            f"{one.candidates:,}",
            f"{one.ratings:,}",
            words.severity_told(one),
        )
        for one in report.severities
    )
    note = (
        "How many levels above (+) or below (-) the others somebody rates the same candidates. Shown, and "
        "nowhere used to adjust a rating."
    )
    if several:
        note += " Groups share no candidates; compare within a group only."
    return (
        Heading(text="Severity of interviewers"),
        _table("Interviewer Severity> Interval> Candidates> Ratings> What|it|says", rows),
        Paragraph(runs=plain(note), tone="small"),
    )


def _items(report: AgreementReport) -> tuple[AnyBlock, ...]:
    rows = (
        (
            one.item,
            number(one.mean),
            number(one.deviation),
            f"{100 * one.missing:.0f} %",
            number(one.correlation),
            reach(one.interval),
            f"{one.candidates:,}",
            "; ".join(flag.value for flag in one.flags) or "–",
        )
        for one in report.items
    )
    note = (
        "SD: standard deviation. Blank: share not assessed. r: correlation of the candidates' means on the "
        "item with those on all others. N: candidates."
    )
    return (
        Heading(text="Items"),
        _table("Item Mean> SD> Blank> r> Interval> N> Remarkable", rows),
        Paragraph(runs=plain(note), tone="small"),
    )


def _panels(report: AgreementReport) -> tuple[AnyBlock, ...]:
    source = (
        "From the published figure for separate interviews, since these ratings give none:"
        if report.published
        else f"From {report.single.name} {number(report.single.value)} ({words.rests_on(report.single)}):"
    )
    told = ", ".join(f"{one.interviewers}: {number(one.reliability)}" for one in report.panels)
    return (
        Heading(text="Reliability of the mean by number of interviewers"),
        Paragraph(runs=plain(f"{source} {told}.")),
    )


def _meaning(report: AgreementReport) -> tuple[AnyBlock, ...]:
    said = [_sentence(words.verdict(report.alpha)), words.band_told(report.band)]
    off = [one for one in report.severities if words.differs(one)]
    if off:
        said.append(f"Interviewers who rate otherwise than the others: {_list(one.rater for one in off)}.")
    remarkable = [one.item for one in report.items if one.flags]
    if remarkable:
        said.append(f"Items to look at: {_list(remarkable)}.")
    wide = sum(one.wide for one in report.by_item)
    if wide:
        said.append(f"Ratings to talk about, since they lie far apart: {wide:,}.")
    return (Heading(text="What it means"), Listing(items=tuple(plain(one) for one in said)))


def _computed() -> Together:
    said = (
        "Intervals are 95 %. Those of alpha and kappa come from drawing candidates again (bootstrap), in "
        "large tables from leaving groups of candidates out (jackknife). A value needs 2 interviewers and 5 "
        "candidates, a verdict 10 candidates. Blank ratings are left out and never count as nought."
    )
    return Together(
        blocks=(
            Heading(text="How this was computed", level=3),
            Paragraph(runs=plain(said), tone="small"),
        )
    )


def impact_document(file: str, impacts: Sequence[Impact]) -> Document:
    """Lay out how groups were selected."""
    rows = (
        (
            one.group,
            _figure(one.applied),
            _figure(one.selected),
            _percent(one.rate),
            number(one.ratio),
            number(one.flipped),
            "–" if one.p is None else f"{one.p:.4f}",
            one.finding.value,
        )
        for one in impacts
    )
    note = (
        f"Ratio: the group's rate over the highest; the mark of 29 CFR 1607.4(D) is {float(FOUR_FIFTHS):g}. "
        "Flip: the ratio if one person more of the group had been selected, and one fewer of the highest. "
        f"p: Fisher's exact test, two-sided. Groups with fewer than {LEAST_CELL} people selected or not "
        "selected are not shown in figures."
    )
    return Document(
        title="Adverse impact",
        subtitle=file,
        language="en",
        footer=("Keep data on groups apart from ratings and candidates",),
        blocks=(
            _table("Group Applied> Selected> Rate> Ratio> Flip> p> Finding", rows),
            Paragraph(runs=plain(note), tone="small"),
            Heading(text="What it means"),
            Paragraph(runs=plain(_impact_meaning(impacts))),
        ),
    )


def _impact_meaning(impacts: Sequence[Impact]) -> str:
    marked = [one.group for one in impacts if one.finding in (Finding.IMPACT, Finding.HIDDEN)]
    if marked:
        return f"Look into how these were selected: {_list(marked)}. Numbers alone do not say why."
    if any(one.finding is Finding.NO_SIGN for one in impacts):
        return "No group is under four fifths by more than chance explains. That does not prove fairness."
    return "Too few people to tell."


def _table(columns: str, rows: Iterable[Sequence[str]]) -> Table:
    """Make a table; a column's name ending in > stands right, and | is a space in it."""
    titles = columns.split()
    return Table(
        columns=tuple(
            Column(
                title=title.rstrip(">").replace("|", " "),
                align="right" if title.endswith(">") else "left",
            )
            for title in titles
        ),
        rows=tuple(tuple(plain(cell) for cell in row) for row in rows),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith(".") else ".")


def _list(names: Iterable[str]) -> str:
    """Name things with commas between them, and how many more there are than fit."""
    every = list(names)
    shown, more = every[:10], len(every) - 10
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}"


def _figure(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def _percent(rate: float | None) -> str:
    return "–" if rate is None else f"{100 * rate:.0f} %"
