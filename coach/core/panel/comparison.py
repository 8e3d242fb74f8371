"""The arithmetic of a comparison: candidates of one requisition beside each other, by what was rated.

Everything here is mechanical: the decision stays with people, who see how little some differences mean.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from coach.core.agreement.effective import EffectiveWeight, effective_weights
from coach.core.agreement.ratings import PAIR, Ratings, Scale
from coach.core.agreement.reliability import Band, band, reliability, runs
from coach.core.agreement.spread import Spread, spread
from coach.core.agreement.stability import DRAWS, Chance, Stability, times_first
from coach.core.bank import HIGHEST, LOWEST, Guide
from coach.core.conduct import Refused
from coach.core.panel.means import mean_of
from coach.core.panel.terms import LEAST_COVERAGE
from coach.core.record import Record
from coach.core.scoring import Score, Weighing, coverage_text
from coach.locale import tr

SCALE = Scale(low=LOWEST, high=HIGHEST)
MOST_QUESTIONS = 1000
"""More than a competency has, so that a mean of their ratings is found again in its decimal form."""
SHOWN = 8
"""Characters of a fingerprint that tell two guides apart by eye."""

Sheet = Mapping[str, int | None]
"""One member's ratings by question."""

Rated = Mapping[str, Mapping[str, Fraction]]
"""Means by competency and member."""


class CompetencyRated(Record):
    """One candidate in one competency: each member's mean over its questions, and their mean.

    ``value`` is ``None`` where nobody rated it.
    """

    competency: str
    value: float | None
    by_member: Mapping[str, float]

    @property
    def spread(self) -> Spread | None:
        """How far the members are apart, worked out when it is asked for; ``None`` with fewer than two."""
        exact = [Fraction(mean).limit_denominator(MOST_QUESTIONS) for mean in self.by_member.values()]
        return spread(exact, SCALE)


class Place(Record):
    """A candidate in the comparison; ``score`` is 0 to 100, ``coverage`` 0 to 1.

    ``rank`` counts from 1 and ties share one; without a rank ``unranked`` says why. ``members`` counts those
    who rated anything.
    """

    candidate: str
    members: int
    score: float | None
    coverage: float
    rank: int | None
    unranked: str
    competencies: tuple[CompetencyRated, ...]


class Comparison(Record):
    """Candidates by rank, those without one last.

    ``band`` is ``None`` with too few candidates to tell. ``groups`` are runs of neighbours in the ranking
    none of whom can be told from any other of the run; somebody may be in two. ``stability`` is ``None``
    unless one candidate is first alone with others behind.
    """

    places: tuple[Place, ...]
    band: Band | None
    groups: tuple[tuple[str, ...], ...]
    stability: Stability | None
    effective: tuple[EffectiveWeight, ...]

    @property
    def ranked(self) -> tuple[Place, ...]:
        """Those with a rank."""
        return tuple(place for place in self.places if place.rank is not None)

    def distinguishable(self, one: str, other: str) -> bool | None:
        """Whether two candidates' scores can be told apart; ``None`` where that cannot be said."""
        scores = {place.candidate: place.score for place in self.ranked}
        first, second = scores.get(one), scores.get(other)
        if self.band is None or first is None or second is None:
            return None
        return not self.band.close(first, second)


def compare(  # noqa: PLR0913 - what a comparison rests on, each said by name
    guide: Guide,
    ratings: Ratings,
    *,
    fingerprints: Mapping[str, str],
    chance: Chance,
    dropped: Collection[str] = (),
    least_coverage: float = LEAST_COVERAGE,
) -> Comparison:
    """Compare candidates by ``ratings[candidate][member][question]``.

    ``fingerprints`` names every scorecard for people and gives the guide that it was held by; raises
    :class:`coach.core.conduct.Refused` if one is another. ``dropped`` questions count for nobody.
    """
    mind_fingerprints(guide, fingerprints)
    counting = counted(guide, dropped)
    rated = {candidate: by_competency(counting, sheets) for candidate, sheets in ratings.items()}
    means = {candidate: _panel_means(found) for candidate, found in rated.items()}
    weighing = Weighing(counting)
    places = [
        _place(candidate, weighing.score(means[candidate]), found, means[candidate], least_coverage)
        for candidate, found in rated.items()
    ]
    scores = {
        place.candidate: place.score for place in places if place.score is not None and not place.unranked
    }
    order = sorted(scores, key=lambda candidate: -scores[candidate])
    within = band(scores.values(), reliability(_by_member(weighing, rated, ratings, order)))
    weights = {one.id: one.weight for one in counting.competencies}
    return Comparison(
        places=_by_rank(places, scores),
        band=within,
        groups=runs(scores, within) if within else (),
        stability=_stability(
            order, scores, means, [name for name, weight in weights.items() if weight], chance
        ),
        effective=effective_weights(weights, [_floats(means[candidate]) for candidate in order]),
    )


def mind_fingerprints(guide: Guide, fingerprints: Mapping[str, str]) -> None:
    """Refuse to put scorecards side by side that were not held by the same guide."""
    own = guide.fingerprint
    others = {name: found for name, found in fingerprints.items() if found != own}
    if not others:
        return
    name, found = next(iter(others.items()))
    if len(others) > 1:
        name = tr("{name} and {more} more", name=name, more=len(others) - 1)
    raise Refused(
        tr(
            "{name} cannot be compared: held with another version of the kit ({found}, not {own}), so "
            "questions or weights differ. Compare only scorecards of one version.",
            name=name,
            found=found[:SHOWN],
            own=own[:SHOWN],
        )
    )


def counted(guide: Guide, dropped: Collection[str]) -> Guide:
    """Leave dropped questions out, and competencies that have lost all of theirs by it."""
    kept = tuple(question for question in guide.questions if question.id not in dropped)
    lost = {question.competency for question in guide.questions} - {question.competency for question in kept}
    competencies = tuple(one for one in guide.competencies if one.id not in lost)
    return replace(guide, questions=kept, competencies=competencies)


def by_competency(guide: Guide, sheets: Mapping[str, Sheet]) -> dict[str, dict[str, Fraction]]:
    """Give each member's mean over the questions they rated, by competency; who rated none is left out."""
    found: dict[str, dict[str, Fraction]] = {competency.id: {} for competency in guide.competencies}
    asked: dict[str, list[str]] = {competency: [] for competency in found}
    for question in guide.questions:
        asked[question.competency].append(question.id)
    for competency, means in found.items():
        for member, sheet in sheets.items():
            given = [rating for one in asked[competency] if (rating := sheet.get(one)) is not None]
            if given:
                means[member] = Fraction(sum(given), len(given))
    return found


def panel_score(guide: Guide, rated: Rated) -> Score:
    """Combine members' means as :func:`coach.core.scoring.score` combines ratings.

    A competency counts with the mean over the members who rated it; the score of a single member is theirs.
    """
    return Weighing(guide).score(_panel_means(rated))


def disagreements(
    guide: Guide, sheets: Mapping[str, Sheet], dropped: Collection[str] = ()
) -> tuple[CompetencyRated, ...]:
    """Give one candidate's competencies that at least two members rated, the largest disagreement first.

    By the range, then the mean deviation; the guide's order decides between equals.
    """
    told = rated_on(counted(guide, dropped), sheets)
    return tuple(sorted((one for one in told if one.spread), key=_agreement))


def rated_on(guide: Guide, sheets: Mapping[str, Sheet]) -> tuple[CompetencyRated, ...]:
    """Give what members rated one candidate, for every competency of the guide in its order."""
    rated = by_competency(guide, sheets)
    means = _panel_means(rated)
    return tuple(_told(name, found, means.get(name)) for name, found in rated.items())


def _agreement(one: CompetencyRated) -> tuple[float, float]:
    return (-one.spread.range, -one.spread.ad) if one.spread else (0.0, 0.0)


def _told(competency: str, by_member: Mapping[str, Fraction], mean: Fraction | None) -> CompetencyRated:
    """Say what members rated."""
    return CompetencyRated(
        competency=competency,
        value=None if mean is None else float(mean),
        by_member=_floats(by_member),
    )


def _floats(values: Mapping[str, Fraction]) -> dict[str, float]:
    return {name: float(value) for name, value in values.items()}


def _panel_means(rated: Rated) -> dict[str, Fraction]:
    return {name: mean_of(found.values()) for name, found in rated.items() if found}


def _place(candidate: str, result: Score, rated: Rated, means: Mapping[str, Fraction], least: float) -> Place:
    return Place(
        candidate=candidate,
        members=len({member for found in rated.values() for member in found}),
        score=result.value,
        coverage=result.coverage,
        rank=None,
        unranked=_why_unranked(result, least),
        competencies=tuple(_told(name, found, means.get(name)) for name, found in rated.items()),
    )


def _why_unranked(result: Score, least: float) -> str:
    if result.value is None:
        return tr("nothing is rated")
    if result.coverage >= least:
        return ""
    return tr(
        "{share} of the weight is rated, and a place needs {least}",
        share=coverage_text(result.coverage),
        least=coverage_text(least),
    )


def _by_rank(places: Iterable[Place], scores: Mapping[str, float]) -> tuple[Place, ...]:
    """Give ranks, equal scores sharing one, and put the candidates in their order."""
    first: dict[float, int] = {}
    for rank, own in enumerate(sorted(scores.values(), reverse=True), 1):
        first.setdefault(own, rank)
    ranks = {name: first[own] for name, own in scores.items()}
    placed = [replace(place, rank=ranks.get(place.candidate)) for place in places]
    return tuple(sorted(placed, key=lambda place: (place.rank is None, place.rank)))


def _by_member(
    weighing: Weighing, rated: Mapping[str, Rated], ratings: Ratings, candidates: Iterable[str]
) -> dict[str, dict[str, float]]:
    """Give each member's own score of each candidate, who rated nothing left out."""
    own = {
        candidate: {
            member: weighing.score(
                {name: found[member] for name, found in rated[candidate].items() if member in found}
            ).value
            for member in ratings[candidate]
        }
        for candidate in candidates
    }
    return {
        candidate: {member: value for member, value in found.items() if value is not None}
        for candidate, found in own.items()
    }


def _stability(
    order: Sequence[str],
    scores: Mapping[str, float],
    means: Mapping[str, Mapping[str, Fraction]],
    competencies: Sequence[str],
    chance: Chance,
) -> Stability | None:
    if len(order) < PAIR or scores[order[0]] == scores[order[1]]:
        return None
    first, *others = (means[candidate] for candidate in order)
    rivals = [
        one for one in others if one.keys() != first.keys() or any(one[name] > first[name] for name in one)
    ]
    return Stability(first=order[0], kept=times_first(first, rivals, competencies, chance), draws=DRAWS)
