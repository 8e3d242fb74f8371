"""What authors are told about account maps."""

import msgspec
import pytest
from account_map_kit import SPEC, TWO_ASPECTS

from coach.core.finding import Severity
from coach.exercises.account_map import KIND, Spec
from coach.exercises.account_map.spec import (
    Accept,
    Influence,
    Misconceptions,
    Role,
)


def test_a_sound_map_has_no_findings():
    assert list(KIND.findings(SPEC)) == []
    assert list(KIND.findings(TWO_ASPECTS)) == []


def with_bob(**more) -> Spec:
    ann, bob, cleo = SPEC.people
    return msgspec.structs.replace(SPEC, people=(ann, msgspec.structs.replace(bob, **more), cleo))


ALIKE = tuple(msgspec.structs.replace(one, influence=Influence.LOW) for one in SPEC.people)


@pytest.mark.parametrize(
    ("spec", "code", "path", "severity"),
    [
        (with_bob(id="ann"), "C010", ("people", 1, "id"), Severity.ERROR),
        (
            msgspec.structs.replace(SPEC, roles=(Role.DECISION_MAKER, Role.CHAMPION, Role.BLOCKER)),
            "C151",
            ("people", 1, "role"),
            Severity.ERROR,
        ),
        (with_bob(reports_to="dora"), "C152", ("people", 1, "reports_to"), Severity.ERROR),
        (with_bob(reports_to="cleo"), "C152", ("people", 1, "reports_to"), Severity.ERROR),
        (with_bob(reports_to="bob"), "C152", ("people", 1, "reports_to"), Severity.ERROR),
        (with_bob(attitude=None, accept=Accept()), "C153", ("people", 1), Severity.ERROR),
        (
            with_bob(misconceptions=Misconceptions(role={Role.BLOCKER: "x"})),
            "C154",
            ("people", 1, "misconceptions", "role", "blocker"),
            Severity.ERROR,
        ),
        (msgspec.structs.replace(SPEC, people=ALIKE), "C155", ("people",), Severity.WARNING),
        (msgspec.structs.replace(SPEC, gaps=SPEC.gaps[:1]), "C156", ("gaps",), Severity.WARNING),
        (with_bob(name="ann  hill"), "C157", ("people", 1), Severity.ERROR),
        (with_bob(name="Dora Dune"), "C158", ("people", 1, "name"), Severity.WARNING),
    ],
)
def test_the_linter_finds_what_nobody_could_answer(spec, code, path, severity):
    assert (code, path, severity) in [(one.code, one.path, one.severity) for one in KIND.findings(spec)]


def test_every_code_is_explained():
    assert set(KIND.codes) == {f"C15{number}" for number in range(1, 9)}
