"""What trainees type in German: numbers in the way of the language, and its words beside the English ones."""

from pathlib import Path
from typing import Any

import pytest
from msgspec import convert
from yaml import safe_load

from coach import exercises
from coach.core.exercise import Context, Unreadable
from coach.exercises.numeric import KIND as NUMERIC
from coach.exercises.numeric import Spec as Question
from coach.locale import spoken

FOLDER = Path(exercises.__path__[0])
CONTEXT = Context()
QUESTION = Question(id="sum", title="A sum", prompt="How much?", answer=12000, why="So much.")


@pytest.fixture(autouse=True)
def _german():
    with spoken("de"):
        yield


def example(kind: str, place: int) -> Any:
    """Read an exercise of a kind's own examples."""
    written = safe_load((FOLDER / kind / "examples.yaml").read_text("utf-8"))[place]["step"]
    return convert(written, exercises.load(kind).spec, strict=False)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("12.000", 12000),
        ("12,000", 12000),
        ("1.250,5", 1250.5),
        ("-0,125", -0.125),
    ],
)
def test_numbers_have_a_decimal_comma_and_grouping_points(line, value):
    assert NUMERIC.read(QUESTION, line, CONTEXT).value == value


def test_in_german_content_a_comma_is_always_decimal():
    assert NUMERIC.read(QUESTION, "12,125", Context(language="de")).value == 12.125


def test_numbers_are_shown_in_german():
    assert NUMERIC.ask(QUESTION, CONTEXT).endswith("etwa 1.250,5.")


@pytest.mark.parametrize(
    ("line", "flag"), [("moved=ja", "yes"), ("moved=n", "no"), ("moved=yes", "yes"), ("Not moved=nein", "no")]
)
def test_yes_and_no_are_read_in_both_languages_and_stored_in_one(line, flag):
    kind, spec = exercises.load("filter"), example("filter", 1)

    assert kind.read(spec, line, CONTEXT).filters[0].values == (flag,)


def test_a_filter_is_taken_away_excluded_and_handed_in_with_german_words():
    kind, spec = exercises.load("filter"), example("filter", 1)
    first = kind.turn(spec, None, "moved=ja; nicht region=Ireland", CONTEXT)
    assert [one.exclude for one in first.response.filters] == [True, False]
    assert kind.say(spec, first.response, CONTEXT) == "nicht region=Ireland; moved=ja"
    second = kind.turn(spec, first.response, "moved=egal", CONTEXT)
    assert [one.field for one in second.response.filters] == ["region"]

    assert kind.turn(spec, second.response, "fertig", CONTEXT).over


def test_what_is_said_of_filters_can_be_typed_again():
    kind, spec = exercises.load("filter"), example("filter", 1)
    response = kind.solution(spec, CONTEXT)

    assert kind.read(spec, kind.say(spec, response, CONTEXT), CONTEXT) == response


@pytest.mark.parametrize(
    "line",
    [
        "Geschlossen, Zusage, am wahrscheinlichsten, Pipeline, Ausgelassen",
        "1=gesch 2=zus 3=amwahrscheinlichsten 4=pipe 5=aus",
        "closed, commit, most likely, pipeline, omitted",
    ],
)
def test_forecast_categories_are_read_in_both_languages_and_stored_in_one(line):
    kind, spec = exercises.load("forecast"), example("forecast", 1)

    found = kind.read(spec, line, CONTEXT).categories
    assert list(found.values()) == ["Closed", "Commit", "Most Likely", "Pipeline", "Omitted"]


@pytest.mark.parametrize(
    "line",
    [
        "hanna Entscheiderin hoch; milan Champion mittel; rita Anwender/in gering",
        "hanna entscheider h; milan c m; rita an g",
        "hanna decision-maker high; milan champion medium; rita user low",
    ],
)
def test_roles_and_influence_are_read_in_both_languages_and_stored_in_one(line):
    kind, spec = exercises.load("account_map"), example("account_map", 1)

    assert kind.read(spec, line, CONTEXT) == kind.solution(spec, CONTEXT)


def test_the_short_example_of_a_map_has_no_ambiguous_beginnings():
    kind, spec = exercises.load("account_map"), example("account_map", 0)
    with pytest.raises(Unreadable, match="2 c g dag"):
        kind.read(spec, "", CONTEXT)
    people = "; ".join(f"{number} c g dag" for number in range(1, 7))

    assert {one.attitude for one in kind.read(spec, f"{people}; fehlt nichts", CONTEXT).people.values()} == {
        "against"
    }


def test_a_talk_understands_german_words():
    kind, spec = exercises.load("dialogue"), example("dialogue", 0)
    first = kind.turn(spec, None, "3", CONTEXT)

    assert kind.turn(spec, first.response, "Ziele", CONTEXT).response == first.response
    assert kind.turn(spec, first.response, "goals", CONTEXT).response == first.response
    assert kind.turn(spec, first.response, "zurück", CONTEXT).response.choices == ()
