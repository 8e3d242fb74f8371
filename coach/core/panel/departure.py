"""When a decision departs from the mechanical rank, so that it needs a reason of its own.

The rank does not decide; people do. It is compared with what they decide by these rules, in which a
difference counts unless the two scores are known to be not distinguishable:

1. Somebody without a place departs, except on the reserve: no score bears the decision.
2. Going forward (offer, next round) departs while somebody with a better place does not stand as well and
   was not rejected; a rejection had to be defended when it was made.
3. Not standing as well as somebody with a worse place departs.
4. Rejecting whoever is first departs, unless somebody who cannot be told apart from them goes forward.

After the finding that mechanical combination predicts performance better than people's overall
impression (Kuncel, Klieger, Connelly and Ones 2013).
"""

from collections.abc import Iterable, Mapping

from coach.core.panel.comparison import Comparison, Place
from coach.core.panel.debriefing import OUTCOMES
from coach.locale import tr, trn

OFFER, NEXT_ROUND, RESERVE, REJECT = OUTCOMES
FORWARD = (OFFER, NEXT_ROUND)
LEVELS = {outcome: len(OUTCOMES) - place for place, outcome in enumerate(OUTCOMES)}
"""The better the outcome, the higher; an outcome that is not there counts as 0."""

MOST_NAMED = 3


def departures(
    comparison: Comparison, candidate: str, outcome: str, decided: Mapping[str, str]
) -> tuple[str, ...]:
    """Say in sentences how a decision departs from the rank; nothing if it does not.

    ``decided`` are the outcomes that hold for the other candidates. A candidate whom the comparison does
    not know counts as one without a place.
    """
    places = {place.candidate: place for place in comparison.places}
    own = places.get(candidate)
    if own is None or own.rank is None:
        return () if outcome == RESERVE else (_without_place(candidate, own),)
    others = [one for one in comparison.ranked if one.candidate != candidate]
    apart = [one for one in others if comparison.distinguishable(candidate, one.candidate) is not False]
    stands = {one.candidate: LEVELS.get(decided.get(one.candidate, ""), 0) for one in others}
    level = LEVELS.get(outcome, 0)
    passed = [
        one
        for one in apart
        if _rank(one) < own.rank and stands[one.candidate] < level and decided.get(one.candidate) != REJECT
    ]
    favoured = [one for one in apart if _rank(one) > own.rank and stands[one.candidate] > level]
    alike_taken = any(decided.get(one.candidate) in FORWARD for one in others if one not in apart)
    lost = outcome == REJECT and own.rank == 1 and not favoured and not alike_taken
    return (
        *((_passed(candidate, passed),) if passed and outcome in FORWARD else ()),
        *((_favoured(candidate, favoured, decided),) if favoured else ()),
        *(
            (tr("{candidate} has the first place and would be rejected.", candidate=candidate),)
            if lost
            else ()
        ),
    )


def _rank(place: Place) -> int:
    assert place.rank is not None
    return place.rank


def _without_place(candidate: str, place: Place | None) -> str:
    if place is None or not place.unranked:
        return tr("{candidate} has no place by score, so no score bears this decision.", candidate=candidate)
    return tr(
        "{candidate} has no place by score, so no score bears this decision: {why}.",
        candidate=candidate,
        why=place.unranked,
    )


def _passed(candidate: str, passed: Iterable[Place]) -> str:
    ahead = list(passed)
    named = _named(tr("{candidate} (place {rank})", candidate=one.candidate, rank=one.rank) for one in ahead)
    return trn(
        "{candidate} would go ahead of {named}, who scored higher and was not rejected.",
        "{candidate} would go ahead of {named}, who scored higher and were not rejected.",
        len(ahead),
        candidate=candidate,
        named=named,
    )


def _favoured(candidate: str, favoured: Iterable[Place], decided: Mapping[str, str]) -> str:
    named = _named(
        tr(
            "{candidate} (place {rank}, {outcome})",
            candidate=one.candidate,
            rank=one.rank,
            outcome=tr(decided[one.candidate]),
        )
        for one in favoured
    )
    return tr("{candidate} would stand behind {named}, who scored lower.", candidate=candidate, named=named)


def _named(parts: Iterable[str]) -> str:
    """Name the first few and count the rest."""
    known = list(parts)
    more = len(known) - MOST_NAMED
    if more > 0:
        return tr("{names} and {more} more", names=", ".join(known[:MOST_NAMED]), more=more)
    return tr(" and ").join(filter(None, (", ".join(known[:-1]), known[-1])))
