"""The certificate of a module: who mastered what, by which rule, and what the rule rests on."""

from datetime import date

from coach.core.document import Column, Document, Fact, Facts, Heading, Paragraph, Quote, Run, Table, plain
from coach.core.mastery import ModuleMastery
from coach.core.progress import conditions, day_text


def certificate(module: ModuleMastery, name: str, issued: date) -> Document:
    """Lay the certificate out; the module must meet its rule, or ``ValueError`` is raised."""
    if not module.met:
        raise ValueError(f"{module.module} does not meet its rule")
    return Document(
        title="Certificate of mastery",
        subtitle=module.title,
        language="en",
        footer=(f"Module {module.module}, revision {module.rev}   ·   issued on {day_text(issued)}",),
        blocks=(
            _who(module, name),
            *((Paragraph(runs=plain(module.summary)),) if module.summary else ()),
            Facts(
                facts=(
                    Fact(term="First right answer", value=day_text(module.days[0])),
                    Fact(term="Latest right answer", value=day_text(module.days[-1])),
                    Fact(term="Issued on", value=day_text(issued)),
                ),
                columns=3,
            ),
            Heading(text="The rule that was met"),
            _rule(module),
            Heading(text="What was worked through"),
            _sessions(module),
            _basis(),
            Facts(facts=(Fact(term="Signature"), Fact(term="Place and date"))),
        ),
    )


def _who(module: ModuleMastery, name: str) -> Quote:
    whole = (
        Run(text="has mastered the module "),
        Run(text=module.title, strong=True),
        Run(text="."),
    )
    return Quote(paragraphs=((Run(text=name, strong=True),), whole))


def _rule(module: ModuleMastery) -> Table:
    return Table(
        columns=(
            Column(title="The rule asks that", share=3),
            Column(title="As it stood on the day of issue", share=2),
        ),
        rows=tuple((plain(one.rule), plain(one.stand)) for one in conditions(module)),
    )


def _sessions(module: ModuleMastery) -> Table:
    return Table(
        columns=(Column(title="Session", share=4), Column(title="Steps finished", align="right")),
        rows=tuple((plain(one.title), plain(f"{one.done} of {one.total}")) for one in module.sessions),
    )


def _basis() -> Paragraph:
    return Paragraph(
        runs=plain(
            "“Without help” is right at the first try, with no hint, and not said to be a guess. The numbers "
            "are computed from the answers as they were recorded; the work was not supervised."
        ),
        tone="small",
    )
