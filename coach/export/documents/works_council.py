"""The pack for a works council: everything about how candidates are asked and rated, and nobody's data.

What it says of the law is orientation for Germany, dated and with its source, and no advice.
"""

from collections.abc import Iterator
from datetime import date

from coach.core.bank import Guide, Kit, Question
from coach.core.document import (
    AnyBlock,
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    Together,
    plain,
)
from coach.core.panel.comparison_words import HOW
from coach.core.prose import inline
from coach.core.record import Record
from coach.export.documents.parts import anchors, do_not_ask, footer, minutes, script
from coach.locale import day, figure, mark, tr, trn

CHECKED_ON = date(2026, 11, 22)

LAW = {
    mark("BetrVG §94(2)"): (
        mark(
            "general principles of evaluation need the works council's consent; rating all "
            "candidates by one written standard is one"
        )
    ),
    mark("BetrVG §95(1)"): (
        mark(
            "guidelines on the selection of people need its consent; a rule for how scores lead to a "
            "decision may be one. §95(2a) says so too where artificial intelligence draws them up: "
            "here there is none"
        )
    ),
    mark("BetrVG §87(1) no. 6"): (
        mark(
            "technical means that can watch how employees behave or perform; the record shows how "
            "interviewers rated, and when"
        )
    ),
    mark("BAG 28.6.2005, 1 ABR 26/04"): (
        mark("where the decision rests on interviews, the works council is told their relevant content")
    ),
}
"""Where to look, and in short what for."""

COMPUTED = (
    mark("There is no model and no automatic decision: sums, weights and means that can be checked by hand."),
    mark(
        "Nobody is rejected by the program. It shows a place by score; people decide, with a "
        "reason on record."
    ),
)

SEEN = (
    (
        mark(
            "An interviewer sees nothing of the others before their own scorecard is in: no rating, "
            "note, average or count, and not whether others are done."
        )
    ),
    mark("The lead may look earlier with a reason; that goes on record."),
    (
        mark(
            "Observers and HR hold no interviews and see what is revealed. Names of candidates are "
            "known to the lead and to HR alone; everybody else works with codes."
        )
    ),
    mark("Whoever sees a scorecard of others is put on record with the time, in the candidate's file."),
    (
        mark(
            "A scorecard that was handed in is locked and sealed; a correction needs a reason, and "
            "the original stays."
        )
    ),
)

EMPLOYEES = mark(
    "Of interviewers there are kept: ratings, notes and recommendations with their times, "
    "how far the interview kept to the kit, which scorecards of others were read, and, from "
    "shared candidates, how severe their ratings are beside those of the others. Severity is "
    "shown and never used to adjust a score."
)

ABOUT = mark(
    "This pack is for those who have a say in how people are selected. It holds the whole "
    "kit, how a score comes about, who sees what, and how long records are kept. Nothing in "
    "it is about a candidate."
)


class Agreed(Record):
    """What was agreed or is set about records and sight, as pairs of a label and its words.

    ``record`` is the requisition's id, empty for a kit that no requisition has yet.
    """

    facts: tuple[tuple[str, str], ...]
    record: str = ""


def works_council_pack(guide: Guide, kit: Kit | None, agreed: Agreed) -> Document:
    """Lay the pack out; ``kit`` holds reasons and the job analysis, ``None`` if its file moved on since."""
    return Document(
        title=tr("Interviews: how candidates are asked and rated"),
        subtitle=f"{guide.title} – {guide.role}",
        language=guide.language,
        footer=(footer(guide, agreed.record)[0], tr("No data of candidates")),
        entry=tr("works council"),
        blocks=(
            Paragraph(runs=plain(tr(ABOUT))),
            _law(),
            *_kit(guide, kit),
            *_competencies(guide, kit),
            *_listed(tr("How a score comes about"), (*map(tr, COMPUTED), *map(tr, HOW))),
            *_listed(tr("Who sees what, and when"), tuple(map(tr, SEEN))),
            *_agreed(agreed),
            Heading(text=tr("What is kept about interviewers")),
            Paragraph(runs=plain(tr(EMPLOYEES))),
            Heading(text=tr("Opening, consent and closing")),
            script(guide.opening.text),
            script(guide.consent),
            script(guide.closing.text),
            Heading(text=tr("Conflict of interest"), level=3),
            script(guide.conflict),
            *do_not_ask(guide),
            Heading(text=tr("Questions")),
            *(_question(guide, number, one) for number, one in enumerate(guide.questions, 1)),
        ),
    )


def _law() -> Together:
    items = tuple(
        (Run(text=f"{tr(where)}: ", strong=True), Run(text=f"{tr(what)}.")) for where, what in LAW.items()
    )
    note = plain(
        tr(
            "Orientation as of {day}, not legal advice; the texts of the law decide.",
            day=day(CHECKED_ON),
        )
    )
    return Together(
        blocks=(Callout(title=tr("Where co-determination may come in (Germany)"), items=(*items, note)),)
    )


def _kit(guide: Guide, kit: Kit | None) -> Iterator[AnyBlock]:
    analysis = kit.job_analysis if kit else None
    yield Heading(text=tr("The kit"))
    yield Facts(
        facts=(
            Fact(term=tr("Kit"), value=tr("{kit}, version {rev}", kit=guide.kit, rev=guide.rev)),
            Fact(term=tr("Status"), value=tr(kit.status.value) if kit else tr("as used in the requisition")),
            Fact(term=tr("Length"), value=minutes(guide.minutes)),
            Fact(
                term=tr("Job analysis"),
                value=trn(
                    "{method}, {day}, {n} expert",
                    "{method}, {day}, {n} experts",
                    analysis.experts,
                    method=analysis.method,
                    day=day(analysis.date),
                )
                if analysis
                else tr("none on record"),
            ),
        )
    )
    yield Paragraph(
        runs=plain(
            tr("Every candidate is asked the same questions in the same order and rated by the same levels.")
        ),
    )


def _competencies(guide: Guide, kit: Kit | None) -> Iterator[AnyBlock]:
    yield Heading(text=tr("Competencies and weights"))
    yield Table(
        columns=(
            Column(title=tr("Competency"), share=3),
            Column(title=tr("Weight"), align="right", share=1.1),
            Column(title=tr("What is meant"), share=7),
        ),
        rows=tuple(
            (plain(one.title), plain(figure(one.weight, "g")), inline(one.definition))
            for one in guide.competencies
        ),
    )
    equal = len({one.weight for one in guide.competencies}) == 1
    reason = tr("The weights are equal, which is the rule.") if equal else _weight_reason(kit)
    yield Paragraph(runs=plain(reason))


def _weight_reason(kit: Kit | None) -> str:
    if kit is None:
        return tr(
            "The weights differ. The kit's file, which holds the reason, has changed since this version."
        )
    return tr("Why the weights differ: {reason}", reason=kit.weight_reason or tr("no reason is on record."))


def _listed(title: str, sentences: tuple[str, ...]) -> tuple[AnyBlock, ...]:
    return (Heading(text=title), Listing(items=tuple(plain(sentence) for sentence in sentences)))


def _agreed(agreed: Agreed) -> tuple[AnyBlock, ...]:
    facts = tuple(Fact(term=term, value=value) for term, value in agreed.facts)
    return (Facts(facts=facts, columns=1),) if facts else ()


def _question(guide: Guide, number: int, question: Question) -> Together:
    probes: tuple[Inline, ...] = tuple(inline(probe) for probe in question.probes)
    title = guide.competency(question.competency).title
    return Together(
        blocks=(
            Heading(text=f"{number}  {title}", level=3),
            Quote(paragraphs=(inline(question.text),)),
            Paragraph(runs=plain(f"{minutes(question.minutes)}, {tr(question.kind.value)}"), tone="small"),
            *((Listing(items=probes, marker="letter"),) if probes else ()),
            anchors(question),
        )
    )
