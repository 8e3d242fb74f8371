"""What a requisition is opened with, and the terms that follow from it."""

import re
from collections.abc import Iterable
from math import isfinite

from coach.content.library import Library
from coach.core.conduct import Refused
from coach.core.country import Retention
from coach.core.panel import opening
from coach.core.panel.terms import LEAST_COVERAGE, Member, Terms, Visibility
from coach.core.record import Record
from coach.core.retention import period, period_after
from coach.locale import mark, tr

NO_QUORUM = 0
"""The quorum of a draft in which none is agreed yet; nothing is opened so."""
NO_PERIOD = mark("no period agreed")


class Draft(Record):
    """What a requisition is opened with; ``kit`` is one of the library's."""

    title: str
    kit: str
    members: tuple[Member, ...]
    quorum: int
    visibility: Visibility = Visibility.AFTER_OWN
    retention: str = ""
    """A retention profile as ``country/profile``; empty for the usual one of the kit's first country."""
    least_coverage: float = LEAST_COVERAGE
    rule: str = ""


def terms_of(library: Library, draft: Draft) -> Terms:
    """Fill the kit and the retention profile in; raises ``Refused`` and what the library raises."""
    guide = library.guide(draft.kit)
    return Terms(
        title=draft.title.strip(),
        guide=guide,
        fingerprint=guide.fingerprint,
        members=draft.members,
        quorum=draft.quorum,
        visibility=draft.visibility,
        retention=retention(library, draft.kit, draft.retention),
        least_coverage=draft.least_coverage,
        rule=draft.rule.strip(),
    )


def retention(library: Library, kit: str, wanted: str) -> Retention | None:
    """Find a retention profile by ``country/profile``; else the usual one of the kit's first country.

    Raises ``Refused`` for a profile that its country does not have, and what the library raises.
    """
    if not wanted:
        countries = library.kit(kit).value.countries
        return library.country(countries[0]).value.retention[0] if countries else None
    country, _, profile = wanted.partition("/")
    known = library.country(country).value.retention
    found = next((one for one in known if profile in ("", one.id)), None)
    if found is None:
        listed = ", ".join(f"{country}/{one.id}" for one in known)
        raise Refused(
            tr(
                "There is no retention profile {wanted!r}. {country} has: {listed}.",
                wanted=wanted,
                country=country,
                listed=listed,
            )
        )
    return found


def retentions(library: Library, kit: str) -> tuple[tuple[str, str], ...]:
    """List the retention profiles to choose from, with titles, the one that is taken unasked first.

    Those of the kit's countries come before those of others; a kit without one begins with none at all.
    """
    own = library.kit(kit).value.countries
    countries = [*own, *(name for name in library.countries() if name not in own)]
    known = (
        (f"{name}/{one.id}", f"{country.title}: {one.title}, {period(one)}")
        for name in countries
        for country in (library.country(name).value,)
        for one in country.retention
    )
    return (*(() if own else (("", tr(NO_PERIOD)),)), *known)


def period_words(kept: Retention) -> str:
    """Say how long a retention profile keeps records, and from when."""
    return period_after(kept)


def checked(library: Library, draft: Draft) -> Terms:
    """Return the terms of a draft that could be opened so; raises ``Refused`` and what the library raises."""
    terms = terms_of(library, draft)
    opening.open_requisition(terms)
    return terms


def read_quorum(typed: str) -> int:
    """Read a quorum; whether the panel can meet it is seen with the rest. Raises ``Refused``."""
    text = typed.strip()
    if not (text.isascii() and text.isdecimal()):
        raise Refused(tr("{text!r} is no quorum. Type a whole number, such as 2.", text=text))
    return int(text)


def read_codes(typed: Iterable[str]) -> tuple[str, ...]:
    """Read candidates' codes from the words of a line; commas and semicolons end a code as well."""
    return tuple(code for word in typed for code in re.split("[,;]+", word) if code.strip())


def read_coverage(typed: str) -> float:
    """Read the least coverage: whole numbers are percent, fractions up to 1 a share. Raises ``Refused``."""
    text = typed.strip().removesuffix("%").strip().replace(",", ".")
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    fraction = "%" not in typed and "." in text and number <= 1
    share = number if fraction else number / 100
    if not (isfinite(share) and 0 <= share <= 1):
        raise Refused(
            tr(
                "{text!r} is no share of the weight. Type a percentage from 0 to 100, such as 80.",
                text=typed.strip(),
            )
        )
    return share
