"""``coach countries``: what not to ask in a country, what to ask instead, and how long records are kept."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json
from coach.locale import mark, tr, trn

if TYPE_CHECKING:
    from coach.core.country import Country, Retention
    from coach.services import Services

LEVELS = {"prohibited": mark("Must not be asked."), "risky": mark("A risk to ask.")}
COUNTED = {
    "rejection-received": mark("{period} from the day on which the candidate received the rejection"),
    "application-received": mark("{period} from the day on which the application came in"),
    "decision": mark("{period} from the decision"),
    "last-contact": mark("{period} from the last contact with the candidate"),
}


@click.group(
    help=tr(
        "See what not to ask in a country, and how long records are kept.\n\n"
        "Orientation, not legal advice: profiles are dated content with sources, which you can "
        "replace by your own."
    )
)
def countries() -> None:
    """See what not to ask in a country, and how long records are kept."""


@countries.command(
    "list",
    help=tr(
        "List the countries' profiles, one a line.\n\n"
        "A profile that cannot be used is named on stderr; the others are listed all the same."
    ),
)
@json_option
@click.pass_obj
def list_countries(services: "Services", as_json: bool) -> None:
    """List the countries' profiles, one a line."""
    from coach.cli.plain.dialogue import tell
    from coach.content.library import ContentError

    usable: list[Country] = []
    for name in services.library.countries():
        try:
            usable.append(services.library.country(name).value)
        except ContentError as error:
            tell(tr("{name} cannot be used: {brief}", name=name, brief=error.brief), err=True)
    if as_json:
        print_json(usable)
        return
    for country in usable:
        count = len(country.topics)
        topics = trn("{n} topic", "{n} topics", count) if count else tr("retention only")
        kept = _period(country.retention[0])
        tell(
            tr(
                "{id} · {title} · as of {as_of} · {topics} · kept {kept}",
                id=country.id,
                title=country.title,
                as_of=country.as_of,
                topics=topics,
                kept=kept,
            )
        )
    if not services.library.countries():
        click.echo(tr("There are no profiles of countries yet. coach new country NAME starts one."), err=True)


@countries.command(
    help=tr(
        "Show what not to ask in COUNTRY, what to ask instead, how long records are kept, and the sources."
    )
)
@click.argument("country")
@json_option
@click.pass_obj
def show(services: "Services", country: str, as_json: bool) -> None:
    """Show what not to ask in COUNTRY, what to ask instead, how long records are kept, and the sources."""
    from coach.cli.plain.dialogue import WIDTH, tell
    from coach.export.columns import wrap

    found = services.library.country(country).value
    if as_json:
        print_json(found)
        return
    for indent, text in _page(found):
        for part in [text] if text.startswith("http") else wrap(text, WIDTH - indent):
            tell(f"{' ' * indent}{part}".rstrip())


def _page(country: "Country") -> Iterator[tuple[int, str]]:
    """Give the lines of a profile, each with its indentation."""
    yield 0, tr("{title}, as of {as_of}", title=country.title, as_of=country.as_of)
    yield 0, country.note
    yield 0, ""
    yield 0, tr("Do not ask about")
    for topic in country.topics:
        yield 2, topic.card
        instead = tr("Instead: {alternative}", alternative=topic.alternative or tr("nothing."))
        yield 4, f"{tr(LEVELS[topic.level])} {instead}"
    if not country.topics:
        yield 2, tr("This profile does not say.")
    yield 0, ""
    yield 0, tr("How long records are kept")
    for period in country.retention:
        yield 2, f"{period.id}: {tr(COUNTED[period.counted_from], period=_period(period))}"
        yield 4, period.reason
    yield 0, ""
    yield 0, tr("Sources")
    for source in country.sources:
        yield 2, tr("{title}, looked up on {as_of}", title=source.title, as_of=source.as_of)
        if source.url:
            yield 4, source.url


def _period(retention: "Retention") -> str:
    if retention.months:
        return trn("{n} month", "{n} months", retention.months)
    return trn("{n} day", "{n} days", retention.days)
