"""Notes in four parts, and notes that touch what the law protects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from coach.core.country import ProtectedTopic
from coach.core.notes import (
    PARTS,
    TEMPLATE,
    below,
    caution,
    has_evidence,
    lacks_result,
    topics_in,
    written,
)

FAMILY = ProtectedTopic(id="family", title="Family", card="c", words={"en": ("children",)})
AGE = ProtectedTopic(id="age", title="Age", card="c", words={"en": ("how old",)})


@given(texts)
def test_the_template_is_put_below_a_line_and_takes_nothing_of_it_away(line):
    line = line.replace("\n", " ").replace("\r", " ")
    whole = line + below(line)
    assert whole.startswith(line)
    assert whole.endswith(TEMPLATE)
    assert ("\n" in whole.removesuffix(TEMPLATE)) is bool(line.strip())


@pytest.mark.parametrize(
    ("note", "lacks"),
    [
        ("", False),
        ("Rang forty of them. A good answer.", False),
        ("A customer of theirs left.", False),
        ("S  fintech\nA  two lists", True),
        ("S  fintech\nR  ", True),
        ("S: fintech\nR:", True),
        ("S  fintech\nR  11 % answered", False),
        ("A  rang\nR\n", True),
        ("R  \nR  won it", False),
        (TEMPLATE, True),
    ],
)
def test_a_result_is_missed_only_in_a_story_told_in_parts(note, lacks):
    assert lacks_result(note) is lacks


@pytest.mark.parametrize(
    ("note", "evidence"),
    [("", False), (" \n", False), (TEMPLATE, False), ("S\nT", False), ("S  x", True), ("T-shirt", True)],
)
def test_letters_alone_are_no_evidence(note, evidence):
    assert has_evidence(note) is evidence


@given(st.lists(st.text(alphabet="abc ", max_size=9), min_size=4, max_size=4))
def test_answers_become_lines_in_the_order_of_the_parts_without_the_empty_ones(said):
    lines = written(said).splitlines()
    told = [letter for letter, text in zip(PARTS, said, strict=True) if text.strip()]
    assert [line[0] for line in lines] == told
    assert all(has_evidence(line) for line in lines)


def test_each_topic_is_named_once_with_what_to_do():
    note = "Has two children, said how old they are, and the children go to school."
    found = topics_in(note, (AGE, FAMILY), "en")
    assert [topic.id for topic in found] == ["family", "age"], "in the order of the note"
    assert caution(found) == (
        "The note touches “Family” and “Age”: do not follow them up and leave them out."
    )
    assert caution(found[:1]) == "The note touches “Family”: do not follow it up and leave it out."


def test_a_note_about_the_work_touches_nothing():
    assert topics_in("Won a mature market in eleven months.", (AGE, FAMILY), "en") == ()
    assert caution(()) == ""
