"""What comes with the program: every exercise can be solved, said and printed."""

from collections import Counter
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.reader import read_file
from coach.content.syllabus import read_syllabus
from coach.content.translating import everything, standing, translatable
from coach.core.exercise import Context
from coach.exercises import kind_of
from coach.locale import LANGUAGES, spoken

ROOT = Path(__file__).parents[2]
LIBRARY = Library([ROOT])
LIBRARIES = {language: Library([ROOT], language) for language in LANGUAGES}
SESSIONS = [
    (module, header.id) for module in LIBRARY.modules() for header in LIBRARY.module(module).value.sessions
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("module", "session"), SESSIONS, ids=["/".join(one) for one in SESSIONS])
def test_every_exercise_is_passed_with_its_solution_and_makes_a_sheet(module, session, language):
    loaded = LIBRARIES[language].session(module, session)
    assert loaded.problems == ()
    for step in loaded.value.steps():
        kind = kind_of(step)
        for seed in (0, 7) if kind else ():
            context = Context(seed=seed, language=language)
            with spoken(language):
                solution = kind.solution(step, context)
                assert kind.grade(step, solution, context).score == 1, step.id
                assert kind.say(step, solution, context).strip()
                assert kind.ask(step, context).strip()
                assert kind.printed(step, context)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_everything_is_translated(language):
    found = {file.path: standing(file, language) for file in translatable(everything(LIBRARY))}
    assert len(found) > len(SESSIONS)
    undone = {path.name: len(one.missing) for path, one in found.items() if one.done < len(one.texts)}
    assert undone == {}
    assert not [path for path, one in found.items() if one.stale or one.faults]


@pytest.mark.parametrize(("module", "session"), SESSIONS, ids=["/".join(one) for one in SESSIONS])
def test_a_translation_has_the_same_steps_with_the_same_keys(module, session):
    steps = {
        language: list(one.session(module, session).value.steps()) for language, one in LIBRARIES.items()
    }
    frames = {
        language: [(step.id, step.rev, step.minutes) for step in found] for language, found in steps.items()
    }
    assert len(set(map(tuple, frames.values()))) == 1


SIMULATIONS = {
    "dialogue", "crm", "writing", "filter", "forecast", "account_map", "star", "pitch", "timeline"
}  # fmt: skip


def kinds_of(module, session):
    return [kind.name for step in LIBRARY.session(module, session).value.steps() if (kind := kind_of(step))]


@pytest.mark.parametrize(("module", "session"), SESSIONS, ids=["/".join(one) for one in SESSIONS])
def test_every_session_fills_its_four_hours_with_reading_doing_and_practice(module, session):
    found = LIBRARY.session(module, session).value
    kinds = kinds_of(module, session)

    assert found.minutes == pytest.approx(240)
    assert len(found.lessons) >= 5
    assert len(kinds) >= 12
    assert len(set(kinds)) >= 4
    assert SIMULATIONS & set(kinds)
    assert found.practice


def test_the_shipped_content_has_the_simulations_that_people_were_promised():
    kinds = Counter(kind for module, session in SESSIONS for kind in kinds_of(module, session))

    assert kinds["dialogue"] >= 20
    assert kinds["crm"] >= 20
    assert kinds["writing"] >= 16
    for name in SIMULATIONS:
        assert kinds[name] >= 2, name


def test_every_topic_of_the_syllabus_is_covered_and_the_ten_questions_are_asked():
    syllabus = read_syllabus(read_file(ROOT / "curricula" / "syllabus.yaml"))
    taught = {
        topic for one in SESSIONS for step in LIBRARY.session(*one).value.steps() for topic in step.topics
    }
    asked = {
        topic
        for bank in LIBRARY.banks()
        for question in LIBRARY.bank(bank).value.questions
        for topic in question.topics
    }

    assert {placed.value.id for placed in syllabus.entries} == taught | asked
    ten = {f"IQ-{number:02}" for number in range(1, 11)}
    executive = {
        topic for question in LIBRARY.bank("account-executive").value.questions for topic in question.topics
    }
    assert ten <= executive
    assert ten <= taught


def test_banks_and_kits_are_as_large_as_promised():
    least = {
        "account-executive": 40,
        "account-manager": 24,
        "key-account-manager": 24,
        "financial-services": 8,
    }
    for bank, questions in least.items():
        assert len(LIBRARY.bank(bank).value.questions) >= questions, bank
    assert len(LIBRARY.kits()) >= 7
    assert sum(len(LIBRARY.samples(bank).value.samples) for bank in LIBRARY.sampled()) >= 32
