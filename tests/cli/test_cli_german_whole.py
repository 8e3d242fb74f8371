"""A lesson, a conversation, a task in the practice CRM and an interview in German, line by line."""

from pathlib import Path

import pytest

from coach.content.library import Library
from coach.core.exercise import Context
from coach.exercises import kind_of
from coach.locale import spoken

ROOT = Path(__file__).parents[2]
GERMAN = {"COACH_LANG": "de"}
CONTEXT = Context(seed=0, language="de")
MODULE, SESSION = "executive-communication", "know-your-purpose"


@pytest.fixture(scope="module")
def library():
    return Library([ROOT], "de")


def step_of(library, module, session, name):
    return next(one for one in library.session(module, session).value.steps() if one.id == name)


def numbers_of(step):
    """Give the numbers that lead through a conversation as its solution does."""
    kind = kind_of(step)
    wanted, lines = kind.solution(step, CONTEXT).choices, []
    texts = {option.id: option.text for node in step.nodes.values() for option in node.options}
    turn = kind.turn(step, None, None, CONTEXT)
    for choice in wanted:
        shown = " ".join(turn.say.split())
        here = shown.index(texts[choice])
        lines.append(shown[:here].split()[-1])
        turn = kind.turn(step, turn.response, lines[-1], CONTEXT)
    assert turn.over
    return lines


def together(text):
    """Give a text on one line, however it was wrapped."""
    return " ".join(text.split())


def test_a_conversation_is_held_to_its_good_end(program, library):
    step = step_of(library, MODULE, SESSION, "what-do-you-want-from-her")
    with spoken("de"):
        script = " ".join(numbers_of(step))
    played = program.run("play", f"{MODULE}/{step.id}", "--script", script, "--seed", "0", env=GERMAN)
    assert played.code == 0, played.err
    assert "Richtig" in played.out
    assert "Trust" not in played.out


FERNHILL = """
neu Account Name="Fernhill Mushrooms" Branche=Landwirtschaft Rechnungsort=Clonmel;
neu Kontakt Vorname=Sinéad Nachname=Mulvey Accountname="Fernhill Mushrooms"
    E-Mail=sinead.mulvey@fernhill-mushrooms.example "Nicht anrufen"=ja;
neu Kontakt Vorname=Tor Nachname=Bakke Accountname=Skerry E-Mail=tor.bakke@skerry.example
    BerichtetAn=Gallagher;
fertig
"""


def test_a_task_in_the_practice_crm_is_done_with_german_words(program):
    played = program.run("play", "crm-practice/set-up-an-account", "--script", together(FERNHILL), env=GERMAN)
    assert played.code == 0, played.out + played.err
    assert "100 von 100 Punkten" in played.out


def answer_to(step):
    """Give the line that answers an exercise rightly; a reading is left with enter."""
    kind = kind_of(step)
    if kind is None:
        return ""
    if kind.name == "choice":
        return " ".join(str(number) for number, one in enumerate(step.options, 1) if one.correct)
    return kind.say(step, kind.solution(step, CONTEXT), CONTEXT)


def test_the_first_lesson_is_done_and_kept(program, library):
    first, second, *_ = library.session(MODULE, SESSION).value.lessons
    with spoken("de"):
        answers = [(kind_of(step) is not None, answer_to(step)) for step in first.steps]
    lines = [line for graded, answer in answers for line in ([answer, ""] if graded else [answer])]
    where = f"{MODULE}/{SESSION}"
    done = program.run("train", "run", where, "--plain", lines=[*lines, ".beenden"], env=GERMAN)
    assert done.code == 0, done.err
    assert done.out.count("Richtig.") == sum(graded for graded, _ in answers)
    assert second.title in done.out
    assert "Alles ist gespeichert." in done.out


def test_an_interview_is_held_in_german_and_filed_in_english(program, library):
    german, english = library.guide("ae-first-round"), Library([ROOT]).guide("ae-first-round")
    lines = ["nein", "ja", "", ""]
    for number, _ in enumerate(german.questions):
        lines += [f"Belegt mit Zahlen, Fall {number}.", ".4", ""]
    lines += ["", "ja", "3 Klare Methode.", "ja"]
    who = ("--candidate", "C-9", "--interviewer", "Dana")
    held = program.run("interview", "run", "ae-first-round", "--plain", *who, lines=lines, env=GERMAN)
    assert held.code == 0, held.out + held.err
    for question in german.questions:
        assert together(question.text)[:30] in together(held.out)
    assert english.fingerprint == german.fingerprint

    for guide, language in ((english, "en"), (german, "de")):
        said = ("--lang", language)
        paper = program.run(*said, "print", "scorecard", "c-9-dana", "--format", "txt", "--output", "-")
        file = program.run(*said, "interview", "export", "c-9-dana", "--format", "json", "--output", "-")
        for found in (paper.out, file.out):
            assert together(guide.questions[0].text)[:40] in together(found)
            assert "Klare Methode." in found


def test_a_kit_is_printed_in_two_languages_side_by_side(program, library):
    both = program.run("print", "kit", "ae-first-round", "--format", "txt", "--output", "-", env=GERMAN)
    assert both.code == 0, both.err
    laid = " ".join(both.out.split())
    assert "Deutsch" in laid
    assert "Englisch" in laid
    one, other = library.guide("ae-first-round"), Library([ROOT]).guide("ae-first-round")
    for guide in (one, other):
        words = guide.questions[0].text.split()[:3]
        assert all(word in laid for word in words)
