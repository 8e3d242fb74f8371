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
from coach.core.retention import SINCE
from coach.export.documents.parts import APART, UNKNOWN_DAY
from coach.export.documents.scorecard import completed_scorecard, moment
from coach.export.documents.tabular import figures, table, words_column

TITLE = "What is kept about you"
NOTHING = "–"
PURPOSE = (
    "To decide about this opening, on the same questions and the same scale for every candidate, and to be "
    "able to show later how it was decided."
)
SOURCE = (
    "What is noted is what you said, as each interviewer wrote it down. Ratings, recommendations and "
    "decisions come from the members of the panel. Name and contact, where they are kept, were entered by "
    "the lead or HR and stand apart from all the rest."
)
ARITHMETIC = (
    "Scores are worked out from the ratings by weighted means; the kit says the weights. No language model "
    "and no other automatic judgement takes part, and no decision is made without a person."
)
RIGHTS = (
    "You may ask for mistakes to be put right, for erasure, for restriction, and you may object; and you may "
    "complain to a data protection authority. Which of these apply depends on the law where the job is."
)
COUNTED = {
    Counted.REJECTION: "You received the rejection",
    Counted.APPLICATION: "The application was received",
    Counted.DECISION: "The decision",
    Counted.CONTACT: "The last contact with you",
}


def access_bundle(export: AccessExport) -> Bundle:
    """Lay out everything that is kept; all numbers come from the export as they are."""
    return Bundle(
        title=TITLE,
        subtitle=f"{export.title} – {export.role}",
        language="en",
        footer=_footer(export),
        documents=(_overview(export), *map(completed_scorecard, export.scorecards)),
    )


def _overview(export: AccessExport) -> Document:
    return Document(
        title=TITLE,
        subtitle=f"{export.title} – {export.role}",
        language="en",
        footer=_footer(export),
        entry="Overview",
        blocks=(
            _who(export),
            *_period(export),
            *_source(),
            *_recipients(export),
            *_scorecards(export),
            *_debrief(export),
            *_decisions(export),
            Together(blocks=(Heading(text="Your rights"), _said(RIGHTS))),
        ),
    )


def _footer(export: AccessExport) -> tuple[str, ...]:
    return (
        f"Record {export.requisition}/{export.candidate}{APART}As of {moment(export.made_at.astimezone())}",
        f"Delete by: {export.delete_by or UNKNOWN_DAY}{APART}Confidential: for the person it is about",
    )


def _who(export: AccessExport) -> Facts:
    return Facts(
        facts=(
            Fact(term="Code in all records", value=export.candidate),
            Fact(term="Name", value=export.name or "not kept"),
            Fact(term="Contact", value=export.contact or "not kept"),
            Fact(term="Record since", value=moment(export.opened_at.astimezone())),
        )
    )


def _period(export: AccessExport) -> tuple[AnyBlock, ...]:
    days = tuple(Fact(term=COUNTED[what], value=on.isoformat()) for what, on in sorted(export.dates.items()))
    hold = (
        (Fact(term="Nothing is erased before", value=f"a hold ends: {export.hold}"),) if export.hold else ()
    )
    return (
        Heading(text="Why, and until when"),
        _said(PURPOSE),
        Facts(facts=(Fact(term="Kept until", value=_said_to_you(export.delete_by)), *days, *hold), columns=1),
        *((_said(export.retention),) if export.retention else ()),
    )


def _said_to_you(text: str) -> str:
    """Say what a period counts from to the candidate."""
    told = {
        SINCE[Counted.REJECTION]: "you received the rejection",
        SINCE[Counted.CONTACT]: "the last contact",
    }
    for words, to_you in told.items():
        text = text.replace(words, to_you)
    return text


def _source() -> tuple[AnyBlock, ...]:
    return (
        Heading(text="Where it comes from, and how it is judged"),
        Listing(items=(plain(SOURCE), plain(ARITHMETIC))),
    )


def _recipients(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text="Who has seen it")
    if not export.looks:
        return (Together(blocks=(heading, _said("Nobody besides each interviewer their own scorecard."))),)
    rows = [
        (
            moment(look.at.astimezone()),
            look.by,
            f"{look.what}: {', '.join(look.interviews)}" if look.interviews else look.what,
            look.reason or NOTHING,
        )
        for look in export.looks
    ]
    columns = (
        words_column("When", 2.6),
        words_column("Who"),
        words_column("What", 4),
        words_column("Why early"),
    )
    return (
        heading,
        _said("Besides each interviewer their own scorecard. “Why early” is the reason of who looked early."),
        table(columns, rows),
    )


def _scorecards(export: AccessExport) -> tuple[AnyBlock, ...]:
    absent = f"Nothing is here of {', '.join(export.absent)}." if export.absent else ""
    if not export.scorecards:
        return (Together(blocks=(Heading(text="Scorecards"), _said(f"There are none. {absent}".strip()))),)
    rows = [
        (one.interviewer, one.state, one.score_text, one.coverage_text, one.overall or NOTHING)
        for one in export.scorecards
    ]
    columns = (
        words_column("Interviewer"),
        words_column("State", 2),
        figures("Score", 2),
        figures("Coverage", 2),
        words_column("Recommendation", 2),
    )
    return (
        Heading(text="Scorecards"),
        _said(f"They follow in full, with every note and rating. {absent}".strip()),
        table(columns, rows),
    )


def _debrief(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text="When the panel talked")
    if export.debriefed_at is None:
        return (Together(blocks=(heading, _said("The panel has not talked about you yet."))),)
    who = ", ".join(export.attending)
    talked = _said(f"{moment(export.debriefed_at.astimezone())}, with {who}.")
    if not (export.rescores or export.composites):
        return (Together(blocks=(heading, talked, _said("Nobody judged anything anew."))),)
    return (heading, talked, *_rejudged(export), *_heard(export))


def _rejudged(export: AccessExport) -> tuple[AnyBlock, ...]:
    columns = (
        words_column("Who judged anew"),
        words_column("Competency"),
        figures("Before"),
        figures("After"),
        words_column("Reason", 5),
    )
    rows = [
        (one.by, one.competency, mean_text(one.before), str(one.after), one.reason) for one in export.rescores
    ]
    return (table(columns, rows),) if rows else ()


def _heard(export: AccessExport) -> tuple[AnyBlock, ...]:
    columns = (
        words_column("Who"),
        words_column("Recommends after hearing all", 2.5),
        words_column("Reason", 5),
    )
    rows = [(one.by, one.level, one.reason) for one in export.composites]
    return (table(columns, rows),) if rows else ()


def _decisions(export: AccessExport) -> tuple[AnyBlock, ...]:
    heading = Heading(text="The decision")
    if not export.decisions:
        return (Together(blocks=(heading, _said("Nothing is decided yet."))),)
    columns = (
        words_column("When", 2.6),
        words_column("Decided", 2),
        words_column("By"),
        words_column("Place by score", 2),
        words_column("Reason", 5),
    )
    rows = [
        (
            moment(one.at.astimezone()),
            one.outcome,
            one.by,
            _place(one),
            reasons_text(one.reason, one.departure),
        )
        for one in export.decisions
    ]
    several = (_said("The last one holds; it replaced those before it."),) if len(rows) > 1 else ()
    return (heading, *several, table(columns, rows))


def _place(decision: Decision) -> str:
    return NOTHING if decision.rank is None else f"{decision.rank} of {decision.among}"


def _said(text: str) -> Paragraph:
    return Paragraph(runs=plain(text))
