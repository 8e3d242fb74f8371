"""The certificate of a module: who mastered what, by which rule, and what the rule rests on."""

from datetime import date

from coach.core.document import Column, Document, Fact, Facts, Heading, Paragraph, Quote, Run, Table, plain
from coach.core.mastery import ModuleMastery
from coach.core.progress import conditions, day_text
from coach.locale import language, tr


def certificate(module: ModuleMastery, name: str, issued: date) -> Document:
    """Lay the certificate out; the module must meet its rule, or ``ValueError`` is raised."""
    if not module.met:
        raise ValueError(f"{module.module} does not meet its rule")
    return Document(
        title=tr("Certificate of mastery"),
        subtitle=module.title,
        language=language(),
        footer=(
            tr(
                "Module {module}, revision {rev}   ·   issued on {day}",
                module=module.module,
                rev=module.rev,
                day=day_text(issued),
            ),
        ),
        blocks=(
            _who(module, name),
            *((Paragraph(runs=plain(module.summary)),) if module.summary else ()),
            Facts(
                facts=(
                    Fact(term=tr("First right answer"), value=day_text(module.days[0])),
                    Fact(term=tr("Latest right answer"), value=day_text(module.days[-1])),
                    Fact(term=tr("Issued on"), value=day_text(issued)),
                ),
                columns=3,
            ),
            Heading(text=tr("The rule that was met")),
            _rule(module),
            Heading(text=tr("What was worked through")),
            _sessions(module),
            _basis(),
            Facts(facts=(Fact(term=tr("Signature")), Fact(term=tr("Place and date")))),
        ),
    )


def _who(module: ModuleMastery, name: str) -> Quote:
    before, _, after = tr("has mastered the module {title}.").partition("{title}")
    whole = (
        Run(text=before),
        Run(text=module.title, strong=True),
        Run(text=after),
    )
    return Quote(paragraphs=((Run(text=name, strong=True),), whole))


def _rule(module: ModuleMastery) -> Table:
    return Table(
        columns=(
            Column(title=tr("The rule asks that"), share=3),
            Column(title=tr("As it stood on the day of issue"), share=2),
        ),
        rows=tuple((plain(one.rule), plain(one.stand)) for one in conditions(module)),
    )


def _sessions(module: ModuleMastery) -> Table:
    return Table(
        columns=(Column(title=tr("Session"), share=4), Column(title=tr("Steps finished"), align="right")),
        rows=tuple(
            (plain(one.title), plain(tr("{done} of {total}", done=one.done, total=one.total)))
            for one in module.sessions
        ),
    )


def _basis() -> Paragraph:
    return Paragraph(
        runs=plain(
            tr(
                "“Without help” is right at the first try, with no hint, and not said to be a guess. The "
                "numbers are computed from the answers as they were recorded; the work was not "
                "supervised."
            )
        ),
        tone="small",
    )
