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
from coach.locale import figure, language, mark, tr, trp

FOOTER = mark("Statistics of agreement support a judgement; they do not make one")


def agreement_document(file: str, report: AgreementReport) -> Document:
    """Lay the statistics of a file of ratings out; every number stands with what it rests on."""
    return Document(
        title=tr("How far the interviewers agree"),
        subtitle=file,
        language=language(),
        footer=(tr(FOOTER),),
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
        (tr("Scale"), str(report.scale)),
        (tr("Candidates"), figure(counts.candidates, ",")),
        (tr("Interviewers"), figure(counts.interviewers, ",")),
        (tr("Items"), figure(counts.items, ",")),
        (tr("Ratings"), figure(counts.ratings, ",")),
        (tr("Not assessed"), figure(counts.not_assessed, ",")),
    )
    return (
        Heading(text=tr("What was read")),
        Facts(facts=tuple(Fact(term=term, value=value) for term, value in facts)),
    )


def _overall(report: AgreementReport) -> tuple[AnyBlock, ...]:
    told = [report.alpha, *([report.kappa] if report.kappa else []), report.single, report.mean]
    about = tr(
        "{single} is the reliability of one interviewer's mean over the items, {mean} that of the "
        "mean of all interviewers.",
        single=tr(report.single.name),
        mean=tr(report.mean.name),
    )
    return (
        Heading(text=tr("Agreement overall")),
        Listing(items=tuple(plain(_sentence(words.told(one))) for one in told)),
        Paragraph(runs=plain(about), tone="small"),
    )


def _by_item(report: AgreementReport) -> tuple[AnyBlock, ...]:
    rows = (
        (
            one.item,
            figure(one.compared, ","),
            number(one.alpha.value),
            reach(one.alpha.interval),
            number(one.ad),
            figure(one.wide, ","),
        )
        for one in report.by_item
    )
    note = tr(
        "Compared: candidates with two ratings or more. MD: mean deviation in levels, averaged "
        "over them. Apart: candidates whose ratings lie far apart."
    )
    return (
        Heading(text=tr("Agreement by item")),
        table(
            (
                words_column(tr("Item")),
                figures(tr("Compared"), 2),
                figures(tr("Alpha")),
                figures(tr("Interval"), 3),
                figures(tr("MD")),
                figures(tr("Apart")),
            ),
            rows,
        ),
        Paragraph(runs=plain(note), tone="small"),
    )


def _widest(report: AgreementReport) -> tuple[AnyBlock, ...]:
    heading = Heading(text=tr("Where ratings lie furthest apart"))
    apart = [one for one in report.widest if one.spread.range]
    if not apart:
        said = tr("No candidate has two different ratings on one item.")
        return (heading, Paragraph(runs=plain(said)))
    rows = (
        (
            one.candidate,
            one.item,
            str(one.spread.raters),
            number(one.spread.r_wg),
            number(one.spread.ad),
            figure(one.spread.range, "g"),
            tr("far apart") if one.spread.wide else trp("spread", "close"),
        )
        for one in apart
    )
    note = tr("At most {most} are listed, the widest first. N: interviewers.", most=MOST_SPREADS)
    return (
        heading,
        table(
            (
                words_column(tr("Candidate")),
                words_column(tr("Item")),
                figures("N", 1),
                figures("r_wg"),
                figures(tr("MD")),
                figures(tr("Range")),
                words_column(tr("Judged"), 2),
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
            tr("{rater} (group {group})", rater=one.rater, group=one.group)
            if several and one.group
            else one.rater,
            _signed(one.value),
            "–"
            if one.interval is None
            else tr("{low} to {high}", low=_signed(one.interval.low), high=_signed(one.interval.high)),
            figure(one.candidates, ","),
            figure(one.ratings, ","),
            words.severity_told(one),
        )
        for one in report.severities
    )
    note = tr(
        "How many levels above (+) or below (-) the others somebody rates the same candidates. "
        "Shown, and nowhere used to adjust a rating."
    )
    if several:
        apart = tr("Groups share no candidates; compare within a group only.")
        note = f"{note} {apart}"
    return (
        Heading(text=tr("Severity of interviewers")),
        table(
            (
                words_column(tr("Interviewer")),
                figures(tr("Severity")),
                figures(tr("Interval"), 3),
                figures(tr("Candidates"), 2),
                figures(tr("Ratings")),
                words_column(tr("What it says"), 5),
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
            figure(one.candidates, ","),
            "; ".join(tr(flag.value) for flag in one.flags) or "–",
        )
        for one in report.items
    )
    note = tr(
        "SD: standard deviation. Blank: share not assessed. r: correlation of the candidates' "
        "means on the item with those on all others. N: candidates."
    )
    return (
        Heading(text=tr("Items")),
        table(
            (
                words_column(tr("Item")),
                figures(tr("Mean")),
                figures(tr("SD")),
                figures(tr("Blank")),
                figures("r"),
                figures(tr("Interval"), 3),
                figures("N", 1),
                words_column(tr("Remarkable"), 5),
            ),
            rows,
        ),
        Paragraph(runs=plain(note), tone="small"),
    )


def _panels(report: AgreementReport) -> tuple[AnyBlock, ...]:
    source = (
        tr(
            "From the published {value:g} for separate interviews, since these ratings give none:",
            value=SEPARATE,
        )
        if report.published
        else tr(
            "From {name} {number} ({rests_on}):",
            name=tr(report.single.name),
            number=number(report.single.value),
            rests_on=words.rests_on(report.single),
        )
    )
    rows = (
        (
            str(one.interviewers),
            number(one.reliability),
            "–"
            if one.low is None or one.high is None
            else tr("{low} to {high}", low=number(one.low), high=number(one.high)),
        )
        for one in report.panels
    )
    return (
        Heading(text=tr("How many interviewers it takes")),
        Paragraph(runs=plain(source)),
        table(
            (figures(tr("Interviewers")), figures(tr("Reliability of their mean")), figures(tr("Interval"))),
            rows,
        ),
    )


def _meaning(report: AgreementReport) -> tuple[AnyBlock, ...]:
    said = [_sentence(words.verdict(report.alpha)), words.band_told(report.band)]
    off = [one for one in report.severities if words.differs(one)]
    if off:
        said.append(
            tr(
                "Interviewers who rate otherwise than the others: {names}.",
                names=named(one.rater for one in off),
            )
        )
    remarkable = [one.item for one in report.items if one.flags]
    if remarkable:
        said.append(tr("Items to look at: {names}.", names=named(remarkable)))
    wide = sum(one.wide for one in report.by_item)
    if wide:
        said.append(tr("Ratings to talk about, since they lie far apart: {wide:,}.", wide=wide))
    return (Heading(text=tr("What it means")), Listing(items=tuple(plain(one) for one in said)))


def _computed() -> Together:
    said = tr(
        "Intervals are 95 %. Those of alpha and kappa come from leaving one candidate out after "
        "the other (jackknife), in large tables one group of candidates. A value needs 2 "
        "interviewers and 5 candidates, a verdict 10 candidates. Blank ratings are left out and "
        "never count as nought."
    )
    return Together(
        blocks=(
            Heading(text=tr("How this was computed"), level=3),
            Paragraph(runs=plain(said), tone="small"),
        )
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith(".") else ".")


def _signed(value: float | None) -> str:
    return "–" if value is None else figure(value, "+.2f")
