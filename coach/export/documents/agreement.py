"""The report on a table of ratings: how far its interviewers agree."""

from coach.core.agreement import words
from coach.core.agreement.reliability import SEPARATE
from coach.core.agreement.report import MOST_SPREADS, AgreementReport
from coach.core.agreement.words import number, reach
from coach.core.document import (
    AnyBlock,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Together,
    plain,
)
from coach.export.documents.tabular import figures, named, table, words_column

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
        table(
            (
                words_column("Item"),
                figures("Compared", 2),
                figures("Alpha"),
                figures("Interval", 3),
                figures("MD"),
                figures("Apart"),
            ),
            rows,
        ),
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
        table(
            (
                words_column("Candidate"),
                words_column("Item"),
                figures("N", 1),
                figures("r_wg"),
                figures("MD"),
                figures("Range"),
                words_column("Judged", 2),
            ),
            rows,
        ),
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
        table(
            (
                words_column("Interviewer"),
                figures("Severity"),
                figures("Interval", 3),
                figures("Candidates", 2),
                figures("Ratings"),
                words_column("What it says", 5),
            ),
            rows,
        ),
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
        table(
            (
                words_column("Item"),
                figures("Mean"),
                figures("SD"),
                figures("Blank"),
                figures("r"),
                figures("Interval", 3),
                figures("N", 1),
                words_column("Remarkable", 5),
            ),
            rows,
        ),
        Paragraph(runs=plain(note), tone="small"),
    )


def _panels(report: AgreementReport) -> tuple[AnyBlock, ...]:
    source = (
        f"From the published {SEPARATE:g} for separate interviews, since these ratings give none:"
        if report.published
        else f"From {report.single.name} {number(report.single.value)} ({words.rests_on(report.single)}):"
    )
    rows = (
        (
            str(one.interviewers),
            number(one.reliability),
            "–" if one.low is None or one.high is None else f"{number(one.low)} to {number(one.high)}",
        )
        for one in report.panels
    )
    return (
        Heading(text="How many interviewers it takes"),
        Paragraph(runs=plain(source)),
        table((figures("Interviewers"), figures("Reliability of their mean"), figures("Interval")), rows),
    )


def _meaning(report: AgreementReport) -> tuple[AnyBlock, ...]:
    said = [_sentence(words.verdict(report.alpha)), words.band_told(report.band)]
    off = [one for one in report.severities if words.differs(one)]
    if off:
        said.append(f"Interviewers who rate otherwise than the others: {named(one.rater for one in off)}.")
    remarkable = [one.item for one in report.items if one.flags]
    if remarkable:
        said.append(f"Items to look at: {named(remarkable)}.")
    wide = sum(one.wide for one in report.by_item)
    if wide:
        said.append(f"Ratings to talk about, since they lie far apart: {wide:,}.")
    return (Heading(text="What it means"), Listing(items=tuple(plain(one) for one in said)))


def _computed() -> Together:
    said = (
        "Intervals are 95 %. Those of alpha and kappa come from leaving one candidate out after the other "
        "(jackknife), in large tables one group of candidates. A value needs 2 interviewers and 5 "
        "candidates, a verdict 10 candidates. Blank ratings are left out and never count as nought."
    )
    return Together(
        blocks=(
            Heading(text="How this was computed", level=3),
            Paragraph(runs=plain(said), tone="small"),
        )
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith(".") else ".")


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.2f}"
