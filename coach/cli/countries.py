"""``coach countries``: what not to ask in a country, what to ask instead, and how long records are kept."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from coach.cli.listing import json_option, print_json

if TYPE_CHECKING:
    from coach.core.country import Country, Retention
    from coach.services import Services

LEVELS = {"prohibited": "Must not be asked.", "risky": "A risk to ask."}
COUNTED = {
    "rejection-received": "the day on which the candidate received the rejection",
    "application-received": "the day on which the application came in",
    "decision": "the decision",
    "last-contact": "the last contact with the candidate",
}


@click.group()
def countries() -> None:
    """See what not to ask in a country, and how long records are kept.

    Orientation, not legal advice: profiles are dated content with sources, which you can replace by
    your own.
    """


@countries.command("list")
@json_option
@click.pass_obj
def list_countries(services: "Services", as_json: bool) -> None:
    """List the countries' profiles, one a line.

    A profile that cannot be used is named on stderr; the others are listed all the same.
    """
    from coach.cli.plain.dialogue import tell
    from coach.content.library import ContentError

    usable: list[Country] = []
    for name in services.library.countries():
        try:
            usable.append(services.library.country(name).value)
        except ContentError as error:
            tell(f"{name} cannot be used: {error.brief}", err=True)
    if as_json:
        print_json(usable)
        return
    for country in usable:
        topics = f"{len(country.topics)} topics" if country.topics else "retention only"
        kept = _period(country.retention[0])
        tell(f"{country.id} · {country.title} · as of {country.as_of} · {topics} · kept {kept}")
    if not services.library.countries():
        click.echo("There are no profiles of countries yet. coach new country NAME starts one.", err=True)


@countries.command()
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
    yield 0, f"{country.title}, as of {country.as_of}"
    yield 0, country.note
    yield 0, ""
    yield 0, "Do not ask about"
    for topic in country.topics:
        yield 2, topic.card
        yield 4, f"{LEVELS[topic.level]} Instead: {topic.alternative or 'nothing.'}"
    if not country.topics:
        yield 2, "This profile does not say."
    yield 0, ""
    yield 0, "How long records are kept"
    for period in country.retention:
        yield 2, f"{period.id}: {_period(period)} from {COUNTED[period.counted_from]}"
        yield 4, period.reason
    yield 0, ""
    yield 0, "Sources"
    for source in country.sources:
        yield 2, f"{source.title}, looked up on {source.as_of}"
        if source.url:
            yield 4, source.url


def _period(retention: "Retention") -> str:
    number, unit = (retention.months, "month") if retention.months else (retention.days, "day")
    return f"{number} {unit}{'' if number == 1 else 's'}"
