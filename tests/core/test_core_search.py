import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.search import Sort, excerpt, findable, fold, search


def step(title, text="", name="step"):
    return findable(Sort.STEP, ("module", "session", "lesson", name), title, "Module › Lesson", text)


def titles(found):
    return [find.what.title for find in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Café-Owner's", " cafe owner s"),
        ("STRASSE", " strasse"),
        ("Straße", " strasse"),
        ("\uff26ull \uff37idth", " full width"),
        (".NET, C# & 3.5 %", " net c 3 5"),
        ("naïve Zoë Łódź", " naive zoe łodz"),
        ("", ""),
        (" \n\t", ""),
        ("山田", " 山田"),
    ],
)
def test_case_accents_and_signs_do_not_count(text, words):
    assert fold(text) == words


@given(st.text())
def test_folding_twice_changes_nothing_and_case_never_matters(text):
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


def test_the_title_comes_before_the_text_and_the_beginning_of_a_word_before_its_middle():
    items = [
        step("Nothing here", "An upsell is mentioned."),
        step("The upsell"),
        step("About selling"),
        step("Nothing at all", "People sell."),
        step("Other"),
    ]
    assert titles(search(items, "sell")) == [
        "About selling",
        "The upsell",
        "Nothing at all",
        "Nothing here",
    ]


def test_every_word_must_be_found_in_any_order():
    items = [step("Ask early", "The price comes last."), step("Ask late")]
    assert titles(search(items, "price ask")) == ["Ask early"]
    assert search(items, "price ask never") == []


def test_what_is_larger_comes_first_among_equals_and_the_order_of_the_content_counts_after_that():
    question = findable(Sort.QUESTION, ("bank", "q"), "Purpose", "Bank", "")
    module = findable(Sort.MODULE, ("module",), "Purpose", "", "")
    first, second = step("Purpose", name="a"), step("Purpose", name="b")
    found = search([question, first, second, module], "purp")
    assert [find.what for find in found] == [module, first, second, question]


@pytest.mark.parametrize("query", ["", "  ", "...", "\u0301"])
def test_a_query_without_words_finds_nothing(query):
    assert search([step("Anything")], query) == []


def test_no_more_are_found_than_wanted():
    assert len(search([step("Word", name=str(n)) for n in range(99)], "word", most=7)) == 7


@given(st.text(min_size=1), st.text(), st.data())
def test_whatever_a_text_holds_can_be_found_by_it(title, text, data):
    words = f"{fold(title)}{fold(text)}".split()
    item = step(title, text)
    if words:
        found = search([item], data.draw(st.sampled_from(words)))
        assert [find.what for find in found] == [item]


def test_an_excerpt_shows_the_words_around_the_find():
    item = step("Title", "one two three four five six seven eight Zürich ten eleven twelve")
    shown = excerpt(item, "zurich", 30)
    assert "Zürich" in shown
    assert shown.startswith("… ")
    assert len(shown) <= 30


@given(st.text(), st.text(), st.integers(2, 80))
def test_an_excerpt_never_exceeds_its_width(text, query, width):
    assert len(excerpt(step("Title", text), query, width)) <= width
