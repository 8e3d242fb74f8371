"""What a candidate is given who asks what is kept about them: an overview, then every scorecard in full."""

from coach.core.country import Counted
from coach.core.document import (
    AnyBlock,
    Bundle,
    Document,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Together,
    plain,
)
from coach.core.panel.access import AccessExport
from coach.core.panel.comparison_words import mean_text
from coach.core.panel.debrief_words import reasons_text
from coach.core.panel.dossier import Decision
from coach.core.panel.looks import reason_text, seen_text
from coach.core.retention import AFTER
from coach.export.documents.parts import UNKNOWN_DAY
from coach.export.documents.scorecard import completed_scorecard, moment
from coach.export.documents.tabular import figures, table, words_column
from coach.locale import day, mark, spoken, tr

TITLE = mark("What is kept about you")
NOTHING = "–"
PURPOSE = mark(
    "To decide about this opening, on the same questions and the same scale for every "
    "candidate, and to be able to show later how it was decided."
)
SOURCE = mark(
    "What is noted is what you said, as each interviewer wrote it down. Ratings, "
    "recommendations and decisions come from the members of the panel. Name and contact, "
    "where they are kept, were entered by the lead or HR and stand apart from all the rest."
)
ARITHMETIC = mark(
    "Scores are worked out from the ratings by weighted means; the kit says the weights. No "
    "language model and no other automatic judgement takes part, and no decision is made "
    "without a person."
)
RIGHTS = mark(
    "You may ask for mistakes to be put right, for erasure, for restriction, and you may "
    "object; and you may complain to a data protection authority. Which of these apply "
    "depends on the law where the job is."
)
COUNTED = {
    Counted.REJECTION: mark("You received the rejection"),
    Counted.APPLICATION: mark("The application was received"),
    Counted.DECISION: mark("The decision"),
    Counted.CONTACT: mark("The last contact with you"),
}
TO_YOU = {
    Counted.REJECTION: mark("{period} after you received the rejection"),
    Counted.CONTACT: mark("{period} after the last contact"),
}
"""What a period counts from, to the candidate; the others are said to everybody alike."""


def access_bundle(export: AccessExport) -> Bundle:
    """Lay out everything that is kept, in the candidate's language; all numbers come from the export."""
    with spoken(export.language):
        return _bundle(export)


def _bundle(export: AccessExport) -> Bundle:
    return Bundle(
        title=tr(TITLE),
        subtitle=f"{export.title} – {export.role}",
        language=export.language,
        footer=_footer(export),
        documents=(_overview(export), *map(completed_scorecard, export.scorecards)),
    )


def _overview(export: AccessExport) -> Document:
    return Document(
        title=tr(TITLE),
        subtitle=f"{export.title} – {export.role}",
        language=export.language,
        footer=_footer(export),
        entry=tr("Overview"),
        blocks=(
            _who(export),
            *_period(export),
            *_source(),
            *_recipients(export),
            *_scorecards(export),
            *_debrief(export),
            *_decisions(export),
            Together(blocks=(Heading(text=tr("Your rights")), _said(tr(RIGHTS)))),
        ),
    )


def _footer(export: AccessExport) -> tuple[str, ...]:
    return (
        tr(
            "Record {requisition}/{candidate}   ·   As of {moment}",
            requisition=export.requisition,
            candidate=export.candidate,
            moment=moment(export.made_at.astimezone()),
        ),
        tr(
            "Delete by: {day}   ·   Confidential: for the person it is about",
            day=export.delete_by or UNKNOWN_DAY,
        ),
    )


def _who(export: AccessExport) -> Facts:
    return Facts(
        facts=(
            Fact(term=tr("Code in all records"), value=export.candidate),
            Fact(term=tr("Name"), value=export.name or tr("not kept")),
            Fact(term=tr("Contact"), value=export.contact or tr("not kept")),
            Fact(term=tr("Record since"), value=moment(export.opened_at.astimezone())),
        )
    )


def _period(export: AccessExport) -> tuple[AnyBlock, ...]:
    days = tuple(Fact(term=tr(COUNTED[what]), value=day(on)) for what, on in sorted(export.dates.items()))
    hold = (
        (Fact(term=tr("Nothing is erased before"), value=tr("a hold ends: {hold}", hold=export.hold)),)
        if export.hold
        else ()
    )
    return (
        Heading(text=tr("Why, and until when")),
        _said(tr(PURPOSE)),
        Facts(
            facts=(Fact(term=tr("Kept until"), value=_said_to_you(export.delete_by)), *days, *hold), columns=1
        ),
        *((_said(export.retention),) if export.retention else ()),
    )


def _said_to_you(text: str) -> str:
    """Say what a period counts from to the candidate."""
    for counted, to_you in TO_YOU.items():
        text = text.replace(_without_period(AFTER[counted]), _without_period(to_you))
    return text


def _without_period(message: str) -> str:
    return tr(message).replace("{period}", "").strip()


def _source() -> tuple[AnyBlock, ...]:
    return (
        Heading(text=tr("Where it comes from, and how it is judged")),
        Listing(items=(plain(tr(SOURCE)), plain(tr(ARITHMETIC)))),
    )


def _recipients(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text=tr("Who has seen it"))
    if not export.looks:
        return (
            Together(blocks=(heading, _said(tr("Nobody besides each interviewer their own scorecard.")))),
        )
    rows = [
        (
            moment(look.at.astimezone()),
            look.by,
            f"{seen_text(look)}: {', '.join(look.interviews)}" if look.interviews else seen_text(look),
            reason_text(look) or NOTHING,
        )
        for look in export.looks
    ]
    columns = (
        words_column(tr("When"), 2.6),
        words_column(tr("Who")),
        words_column(tr("What"), 4),
        words_column(tr("Why early")),
    )
    return (
        heading,
        _said(
            tr("Besides each interviewer their own scorecard. “Why early” is the reason of who looked early.")
        ),
        table(columns, rows),
    )


def _scorecards(export: AccessExport) -> tuple[AnyBlock, ...]:
    absent = tr("Nothing is here of {absent}.", absent=", ".join(export.absent)) if export.absent else ""
    none, follow = tr("There are none."), tr("They follow in full, with every note and rating.")
    if not export.scorecards:
        return (
            Together(
                blocks=(
                    Heading(text=tr("Scorecards")),
                    _said(f"{none} {absent}".strip()),
                )
            ),
        )
    rows = [
        (
            one.interviewer,
            tr(one.state),
            one.score_text,
            one.coverage_text,
            tr(one.overall) if one.overall else NOTHING,
        )
        for one in export.scorecards
    ]
    columns = (
        words_column(tr("Interviewer")),
        words_column(tr("State"), 2),
        figures(tr("Score"), 2),
        figures(tr("Coverage"), 2),
        words_column(tr("Recommendation"), 2),
    )
    return (
        Heading(text=tr("Scorecards")),
        _said(f"{follow} {absent}".strip()),
        table(columns, rows),
    )


def _debrief(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text=tr("When the panel talked"))
    if export.debriefed_at is None:
        return (Together(blocks=(heading, _said(tr("The panel has not talked about you yet.")))),)
    who = ", ".join(export.attending)
    talked = _said(tr("{moment}, with {who}.", moment=moment(export.debriefed_at.astimezone()), who=who))
    if not (export.rescores or export.composites):
        return (Together(blocks=(heading, talked, _said(tr("Nobody judged anything anew.")))),)
    return (heading, talked, *_rejudged(export), *_heard(export))


def _rejudged(export: AccessExport) -> tuple[AnyBlock, ...]:
    columns = (
        words_column(tr("Who judged anew")),
        words_column(tr("Competency")),
        figures(tr("Before")),
        figures(tr("After")),
        words_column(tr("Reason"), 5),
    )
    rows = [
        (one.by, one.competency, mean_text(one.before), str(one.after), one.reason) for one in export.rescores
    ]
    return (table(columns, rows),) if rows else ()


def _heard(export: AccessExport) -> tuple[AnyBlock, ...]:
    columns = (
        words_column(tr("Who")),
        words_column(tr("Recommends after hearing all"), 2.5),
        words_column(tr("Reason"), 5),
    )
    rows = [(one.by, tr(one.level), one.reason) for one in export.composites]
    return (table(columns, rows),) if rows else ()


def _decisions(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text=tr("The decision"))
    if not export.decisions:
        return (Together(blocks=(heading, _said(tr("Nothing is decided yet.")))),)
    columns = (
        words_column(tr("When"), 2.6),
        words_column(tr("Decided"), 2),
        words_column(tr("By")),
        words_column(tr("Place by score"), 2),
        words_column(tr("Reason"), 5),
    )
    rows = [
        (
            moment(one.at.astimezone()),
            tr(one.outcome),
            one.by,
            _place(one),
            reasons_text(one.reason, one.departure),
        )
        for one in export.decisions
    ]
    several = (_said(tr("The last one holds; it replaced those before it.")),) if len(rows) > 1 else ()
    return (heading, *several, table(columns, rows))


def _place(decision: Decision) -> str:
    return (
        NOTHING
        if decision.rank is None
        else tr("{rank} of {among}", rank=decision.rank, among=decision.among)
    )


def _said(text: str) -> Paragraph:
    return Paragraph(runs=plain(text))
