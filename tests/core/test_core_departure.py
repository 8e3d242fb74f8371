"""When a decision departs from the place by score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.agreement.reliability import Band, Reliability
from coach.core.panel.comparison import Comparison, Place
from coach.core.panel.debriefing import OUTCOMES
from coach.core.panel.departure import departures

OFFER, NEXT, RESERVE, REJECT = OUTCOMES


def compared(points=10.0, unranked=(), **scores):
    """Candidates by score who can be told apart from ``points`` on; ``None`` for too few to tell."""
    ranks = {name: 1 + sum(other > own for other in scores.values()) for name, own in scores.items()}
    placed = [
        Place(
            candidate=name,
            members=2,
            score=score,
            coverage=1.0,
            rank=ranks[name],
            unranked="",
            competencies=(),
        )
        for name, score in scores.items()
    ]
    without = [
        Place(
            candidate=name,
            members=1,
            score=90.0,
            coverage=0.5,
            rank=None,
            unranked="50 % is rated",
            competencies=(),
        )
        for name in unranked
    ]
    reliable = Reliability(value=0.7, raters=2, measured=False)
    band = None if points is None else Band(points=points, deviation=10, candidates=3, reliability=reliable)
    return Comparison(places=(*placed, *without), band=band, groups=(), stability=None, effective=())


THREE = {"a": 90.0, "b": 70.0, "c": 50.0}


@pytest.mark.parametrize("outcome", [OFFER, NEXT, RESERVE])
def test_whoever_is_first_can_be_taken_or_kept_without_a_departure(outcome):
    assert departures(compared(**THREE), "a", outcome, {}) == ()


@pytest.mark.parametrize("outcome", [OFFER, NEXT])
def test_going_ahead_of_somebody_better_who_is_not_decided_against_departs(outcome):
    (why,) = departures(compared(**THREE), "c", outcome, {"a": REJECT})
    assert why == "c would go ahead of b (place 2), who scored higher and was not rejected."


@pytest.mark.parametrize(
    ("better", "departs"), [(OFFER, False), (NEXT, True), (RESERVE, True), (REJECT, False)]
)
def test_an_offer_departs_unless_the_better_one_stands_as_well_or_was_rejected(better, departs):
    assert bool(departures(compared(**THREE), "b", OFFER, {"a": better})) is departs


def test_falling_behind_somebody_worse_departs_and_names_them():
    (why,) = departures(compared(**THREE), "a", REJECT, {"b": OFFER, "c": RESERVE})
    assert why == "a would stand behind b (place 2, offer) and c (place 3, reserve), who scored lower."


def test_rejecting_the_first_departs_and_rejecting_the_others_does_not():
    assert departures(compared(**THREE), "a", REJECT, {}) == ("a has the first place and would be rejected.",)
    assert departures(compared(**THREE), "b", REJECT, {}) == ()


def test_between_candidates_who_cannot_be_told_apart_nothing_departs():
    alike = compared(points=30.0, **THREE)
    assert departures(alike, "b", OFFER, {}) == ()
    assert departures(alike, "a", REJECT, {"b": OFFER}) == ()
    assert departures(alike, "a", REJECT, {}) != (), "nobody who is as good was taken"
    assert departures(alike, "c", OFFER, {}) != (), "a can be told apart from c"


def test_with_too_few_to_tell_the_place_counts():
    assert departures(compared(points=None, a=60.0, b=40.0), "b", OFFER, {}) != ()


@pytest.mark.parametrize(
    ("outcome", "departs"), [(OFFER, True), (NEXT, True), (RESERVE, False), (REJECT, True)]
)
def test_without_a_place_no_score_bears_a_decision(outcome, departs):
    found = departures(compared(unranked=("d",), **THREE), "d", outcome, {})
    assert bool(found) is departs
    assert not departs or "50 % is rated" in found[0]


def test_who_is_unknown_to_the_comparison_has_no_place():
    assert departures(compared(**THREE), "z", OFFER, {}) == (
        "z has no place by score, so no score bears this decision.",
    )


def test_of_many_only_some_are_named():
    many = {f"c{number}": 100.0 - 15 * number for number in range(6)}
    (why,) = departures(compared(**many), "c5", OFFER, {})
    assert "c0 (place 1), c1 (place 2), c2 (place 3) and 2 more" in why


@given(st.lists(st.sampled_from(OUTCOMES[:3]), min_size=1, max_size=6), st.floats(0, 40))
def test_deciding_in_the_order_of_the_places_never_departs(outcomes, points):
    in_order = sorted(outcomes, key=OUTCOMES.index)
    scores = {f"c{number}": 100.0 - 12 * number for number in range(len(in_order))}
    decided: dict[str, str] = {}
    for candidate, outcome in zip(scores, in_order, strict=True):
        assert departures(compared(points=points, **scores), candidate, outcome, decided) == ()
        decided[candidate] = outcome
