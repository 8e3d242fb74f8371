"""What a requisition is opened with, and the terms that follow from it."""

from coach.content.library import Library
from coach.core.conduct import Refused
from coach.core.country import Retention
from coach.core.panel.terms import LEAST_COVERAGE, Member, Terms, Visibility
from coach.core.record import Record


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
        raise Refused(f"There is no retention profile {wanted!r}. {country} has: {listed}.")
    return found


def retentions(library: Library, kit: str) -> tuple[tuple[str, str], ...]:
    """List the retention profiles to choose from, with titles; those of the kit's countries come first."""
    own = library.kit(kit).value.countries
    countries = [*own, *(name for name in library.countries() if name not in own)]
    return tuple(
        (f"{name}/{one.id}", f"{country.title}: {one.title}")
        for name in countries
        for country in (library.country(name).value,)
        for one in country.retention
    )
