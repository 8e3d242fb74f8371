"""What can be wrong with a meeting, and the plays by chance that prove it no guess."""

import msgspec
import pytest
from timeline_kit import (
    GOAL_FIRST,
    SPEC,
    card,
    option,
    replaced,
)

from coach.core.finding import Severity
from coach.exercises.timeline import KIND, Placed, Spec, Start
from coach.exercises.timeline.plan import own_plan
from coach.exercises.timeline.spec import (
    Last,
    Within,
)


def test_a_sound_meeting_has_no_findings_and_its_plan_is_a_solution():
    assert list(KIND.findings(SPEC)) == []
    assert list(KIND.proof(SPEC)) == []
    assert own_plan(SPEC) == tuple(
        Placed(card=name, minute=minute) for name, minute in (("goal", 0), ("demo", 2), ("talk", 10))
    )


def with_event(**fields: object) -> Spec:
    sound, price = SPEC.events
    return replaced(events=(msgspec.structs.replace(sound, **fields), price))


PLAN_OF = SPEC.plan


@pytest.mark.parametrize(
    ("spec", "code", "path"),
    [
        (replaced(cards=(*SPEC.cards, card("goal", 1))), "C010", ("cards", 4, "id")),
        (replaced(rules=(GOAL_FIRST, GOAL_FIRST)), "C010", ("rules", 1, "id")),
        (with_event(id="price"), "C010", ("events", 1, "id")),
        (
            replaced(rules=(Last(id="r", why="w", card="gaol"),)),
            "C181",
            ("rules", 0),
        ),
        (replaced(plan=(*PLAN_OF, Start(card="slides"))), "C181", ("plan", 3, "card")),
        (with_event(minute=None, after="gone"), "C181", ("events", 0, "after")),
        (replaced(plan=(*PLAN_OF[:2], Start(card="talk", minute=9))), "C182", ("plan", 1)),
        (replaced(plan=(*PLAN_OF[:2], Start(card="talk", minute=16))), "C182", ("plan", 2)),
        (replaced(plan=(*PLAN_OF, Start(card="talk", minute=15))), "C182", ("plan",)),
        (replaced(plan=PLAN_OF[:2]), "C183", ("cards", 2)),
        (replaced(plan=(PLAN_OF[1], PLAN_OF[0], PLAN_OF[2])), "C184", ("rules", 0)),
        (with_event(options=(option("a"), option("b"))), "C185", ("events", 0, "options")),
        (
            with_event(options=(option("a", right=True), option("b", right=True))),
            "C185",
            ("events", 0, "options"),
        ),
        (with_event(minute=None), "C186", ("events", 0)),
        (with_event(after="demo"), "C186", ("events", 0)),
        (with_event(minute=20), "C186", ("events", 0, "minute")),
        (with_event(options=(option("a", right=True, cost=9), option("b"))), "C187", ("plan",)),
        (
            with_event(options=(option("a", right=True), msgspec.structs.replace(option("b"), text="a "))),
            "C188",
            ("events", 0, "options", 1, "text"),
        ),
    ],
)
def test_the_linter_finds_meetings_that_cannot_be_held(spec, code, path):
    found = [(one.code, one.path, one.severity) for one in KIND.findings(spec)]

    assert (code, path, Severity.ERROR) in found


def test_a_meeting_that_chance_can_plan_is_found_by_playing_it():
    loose = replaced(cards=SPEC.cards[:3], rules=(Within(id="r", why="w", cards=("goal",)),), events=())

    (found,) = KIND.proof(loose)

    assert (found.code, found.severity) == ("C189", Severity.WARNING)
    assert "of 200 meetings planned by chance succeed" in found.text


def test_every_code_is_explained():
    assert set(KIND.codes) == {f"C18{number}" for number in range(1, 10)}
