"""Counting syllables, as exactly as the documentation says, and the three formulas that rest on it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.writing import syllables as counter
from coach.core.writing.readability import Formula, readability
from coach.core.writing.syllables import syllables
from coach.core.writing.text import read

DATA = Path(__file__).parent.parent / "data"
NAMES = {"en": "English", "de": "German"}


def labelled(language: str) -> list[tuple[str, int]]:
    lines = (DATA / f"syllables-{language}.tsv").read_text("utf-8").splitlines()
    return [(word, int(count)) for word, count in (line.split("\t") for line in lines)]


@pytest.mark.parametrize("language", NAMES)
def test_the_list_is_long_and_holds_words_of_every_length(language):
    words = labelled(language)

    assert len(words) > 300
    assert len(dict(words)) == len(words)
    assert {count for _, count in words} == {1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("language", NAMES)
def test_on_words_that_the_rules_were_not_fitted_on_they_count_as_exactly_as_stated(language):
    held_out = labelled(language)[2::3]
    counts = [(count, syllables(word, language)) for word, count in held_out]
    exact = sum(count == found for count, found in counts)
    there_are, found_in_all = map(sum, zip(*counts, strict=True))

    stated = (
        f"- {NAMES[language]}: {exact} of {len(counts)} words exactly; "
        f"{found_in_all} syllables in all, where there are {there_are}."
    )
    assert stated in (counter.__doc__ or "")
    assert exact / len(counts) > 0.95


@given(st.text(max_size=30), st.sampled_from(["en", "de"]))
def test_every_word_has_a_syllable_whatever_it_is_made_of(word, language):
    assert 1 <= syllables(word, language) <= max(1, 2 * len(word))


@pytest.mark.parametrize(
    ("formula", "text", "value"),
    [
        # 20 words, 2 sentences, 22 syllables: 206.835 - 1.015 * 10 - 84.6 * 1.1
        (
            Formula.FLESCH,
            "The van was hot and all of the food in it was bad. A little alarm had told him so.",
            206.835 - 1.015 * 10 - 84.6 * 1.1,
        ),
        # 20 words, 4 sentences, 23 syllables
        (
            Formula.AMSTAD,
            "Der Hof war sehr warm. Die Ware war nun weg. Wir haben nun den Plan. Er kostet uns sehr viel.",
            180 - 5 - 58.5 * 1.15,
        ),
    ],
)
def test_the_formulas_come_to_what_a_pencil_does(formula, text, value):
    writing = read(text, formula.language)

    assert writing.words(writing.body) == 20
    assert readability(formula, writing, writing.body) == pytest.approx(value)


def test_the_first_wiener_formula_weighs_long_words_and_long_sentences():
    text = "Der Wagen war warm. " * 4 + "Temperaturen steigen heute langsam."
    writing = read(text, "de")
    # 20 words in 5 sentences; 1 of 20 has three syllables and more, 3 have more than six letters,
    # 12 have one syllable
    expected = 0.1935 * 5 + 0.1672 * 4 + 0.1297 * 15 - 0.0327 * 60 - 0.875

    assert readability(Formula.WSTF1, writing, writing.body) == pytest.approx(expected)


def test_a_text_of_a_few_words_is_not_measured():
    writing = read("Short texts say nothing.", "en")

    assert readability(Formula.FLESCH, writing, writing.body) is None
