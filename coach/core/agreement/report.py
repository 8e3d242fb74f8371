"""Everything that can be said about a table of ratings, in one value."""

from collections.abc import Mapping, Sequence

from coach.core.agreement.alpha import alpha
from coach.core.agreement.coefficient import Coefficient
from coach.core.agreement.icc import Form, complete_rows, icc
from coach.core.agreement.kappa import kappa
from coach.core.agreement.ratings import Ratings, Scale, Unit, all_units, by_item, mean_by_rater, table
from coach.core.agreement.reliability import SEPARATE, Band, band, of_panel, reliability
from coach.core.agreement.severity import Severity, severities
from coach.core.agreement.spread import Spread, spread
from coach.core.panel.item_analysis import Item, analyse
from coach.core.record import Record

MOST_SPREADS = 20
"""So many of the widest disagreements are listed."""

PANELS = range(1, 6)
"""The sizes of panel for which the reliability is told."""


class Counts(Record):
    """What was read; ``not_assessed`` ratings are blank."""

    candidates: int
    interviewers: int
    items: int
    ratings: int
    not_assessed: int


class ItemAgreement(Record):
    """Agreement on one item; ``ad`` is the mean of the mean deviations over ``compared`` candidates.

    For ``wide`` of them the ratings lie far apart.
    """

    item: str
    alpha: Coefficient
    compared: int
    ad: float | None
    wide: int


class Apart(Record):
    """How far the ratings of one candidate on one item lie apart."""

    candidate: str
    item: str
    spread: Spread


class PanelSize(Record):
    """The reliability of the mean of so many interviewers (Spearman and Brown).

    ``low`` and ``high`` are the ends of the 95 % interval where it was measured and not published.
    """

    interviewers: int
    reliability: float
    low: float | None
    high: float | None


class AgreementReport(Record):
    """The statistics of a table of ratings.

    ``single`` and ``mean`` are the intraclass correlations of one interviewer and of the mean of all, from
    each interviewer's mean over the items; ``kappa`` needs exactly two interviewers. ``panels`` are stepped
    up from ``single``, or, if ``published``, from the published figure for separate interviews. ``band`` is
    in points of 100.
    """

    scale: Scale
    counts: Counts
    alpha: Coefficient
    kappa: Coefficient | None
    single: Coefficient
    mean: Coefficient
    panels: tuple[PanelSize, ...]
    published: bool
    band: Band | None
    by_item: tuple[ItemAgreement, ...]
    widest: tuple[Apart, ...]
    severities: tuple[Severity, ...]
    items: tuple[Item, ...]


def report(ratings: Ratings, scale: Scale) -> AgreementReport:
    """Compute everything."""
    turned = table(ratings)
    units = all_units(turned)
    parted = by_item(turned)
    items = analyse(ratings, scale)
    means = mean_by_rater(ratings)
    single, mean = _correlations(means)
    spreads = _spreads(turned, scale)
    apart = [(candidate, item, one) for item, found in spreads.items() for candidate, one in found.items()]
    apart.sort(key=lambda each: (-each[2].range, -each[2].ad))
    return AgreementReport(
        scale=scale,
        counts=_counts(ratings, items),
        alpha=alpha(units),
        kappa=kappa(units, scale),
        single=single,
        mean=mean,
        panels=_panels(single),
        published=single.value is None,
        band=_band(means, scale),
        by_item=tuple(
            _item(item, alpha(found), list(spreads[item].values())) for item, found in parted.items()
        ),
        widest=tuple(
            Apart(candidate=candidate, item=item, spread=one) for candidate, item, one in apart[:MOST_SPREADS]
        ),
        severities=severities(units),
        items=items,
    )


def _counts(ratings: Ratings, items: Sequence[Item]) -> Counts:
    given = [rating for sheets in ratings.values() for sheet in sheets.values() for rating in sheet.values()]
    missing = given.count(None)
    return Counts(
        candidates=len(ratings),
        interviewers=len({rater for sheets in ratings.values() for rater in sheets}),
        items=len(items),
        ratings=len(given) - missing,
        not_assessed=missing,
    )


def _correlations(means: Mapping[str, Mapping[str, float]]) -> tuple[Coefficient, Coefficient]:
    """Choose the correlations by the design: the same interviewers for all, or others for each."""
    rated = {candidate: found for candidate, found in means.items() if found}
    crossed = complete_rows(rated, same_raters=True) is not None
    nested = complete_rows(rated, same_raters=False) is not None
    if nested and not crossed:
        return icc(rated, Form.ONE_WAY), icc(rated, Form.ONE_WAY_MEAN)
    return icc(rated, Form.AGREEMENT), icc(rated, Form.AGREEMENT_MEAN)


def _panels(single: Coefficient) -> tuple[PanelSize, ...]:
    one = SEPARATE if single.value is None else single.value
    ends = single.interval
    return tuple(
        PanelSize(
            interviewers=size,
            reliability=of_panel(one, size),
            low=of_panel(ends.low, size) if ends else None,
            high=of_panel(ends.high, size) if ends else None,
        )
        for size in PANELS
    )


def _band(means: Mapping[str, Mapping[str, float]], scale: Scale) -> Band | None:
    """Give the band for the candidates' means, told as 0 to 100 between the lowest and the highest rating."""
    length = scale.high - scale.low
    scores = {
        candidate: {rater: 100 * (value - scale.low) / length for rater, value in found.items()}
        for candidate, found in means.items()
        if found
    }
    return band([sum(found.values()) / len(found) for found in scores.values()], reliability(scores))


def _spreads(turned: Mapping[str, Mapping[str, Unit]], scale: Scale) -> dict[str, dict[str, Spread]]:
    """Measure every spread, by item and candidate; the same ratings are measured once."""
    known: dict[tuple[int, ...], Spread | None] = {}
    spreads: dict[str, dict[str, Spread]] = {}
    for candidate, units in turned.items():
        for item, unit in units.items():
            found = spreads.setdefault(item, {})
            if unit.ratings not in known:
                known[unit.ratings] = spread(unit.ratings, scale)
            one = known[unit.ratings]
            if one is not None:
                found[candidate] = one
    return spreads


def _item(item: str, found: Coefficient, spreads: Sequence[Spread]) -> ItemAgreement:
    return ItemAgreement(
        item=item,
        alpha=found,
        compared=len(spreads),
        ad=sum(one.ad for one in spreads) / len(spreads) if spreads else None,
        wide=sum(one.wide for one in spreads),
    )
