import copy
from datetime import datetime
from typing import Annotated

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.content import parts
from coach.content.banks import read_bank, read_kit
from coach.content.convert import convert
from coach.content.curricula import read_competencies, read_module, read_session
from coach.content.reader import read
from coach.core.bank import Question
from coach.core.curriculum import Source
from coach.core.record import Record

QUESTION = {
    "id": "found-opportunity",
    "competency": "prospecting",
    "kind": "behavioural",
    "topics": ["IQ-04"],
    "text": "Tell me about an opportunity.",
    "minutes": 6,
    "probes": ["Your own part?", "The end?"],
    "anchors": {1: "None.", 3: "One.", 5: "One with its result."},
    "red_flags": ["Blames others."],
}

NOTHING_SHARED = parts.Shelf()
SESSION = """
id: asking
title: Asking
goal: People can ask.
lessons:
  - id: first
    title: First
    steps:
      - {id: good, type: reading, minutes: 3, text: Ask for it.}
      - {id: Bad Id, type: reading, minuts: 3, txt: Ask for it.}
      - {id: which, type: chioce, prompt: Which?}
      - {id: none, type: choice, prompt: Which?, options: [
          {id: a, text: A, why: No., corect: true}, {id: a, text: 5, why: No.}]}
      - {id: nobody, type: choice, prompt: Which?, options: [
          {id: a, text: A, why: No.}, {id: b, text: B, why: No.}]}
      - only a sentence
      - {id: good, type: reading, text: Twice.}
      - {id: untyped, text: No type.}
      - {id: doubled, type: reading, text: One., text: Two.}
  - {id: second, steps: [{id: orphan, type: reading, text: ""}]}
  - {id: practice, title: Taken, steps: []}
practice:
  - {id: task, type: practice, text: Ask somebody.}
  - {id: misplaced, type: reading, text: Read this.}
"""


def document(text):
    return read(text.encode(), "a.yaml")


def told(found):
    return [str(problem) for problem in found]


def test_bad_steps_are_left_out_and_everything_wrong_with_each_is_told():
    found = read_session(document(SESSION), NOTHING_SHARED)
    assert found.session is not None
    assert [step.id for step in found.session.steps()] == ["good", "task"]
    assert [lesson.id for lesson in found.session.lessons] == ["first"]
    lines = sorted(told(found.problems), key=lambda line: [int(part) for part in line.split(":")[1:2]])
    expected = [
        ("10:14 C023", "'id' is 'Bad Id' but must be lower-case words joined by hyphens"),
        ("10:37 C020", "there is no key 'minuts' here, so it would do nothing; did you mean 'minutes'?"),
        ("10:48 C020", "did you mean 'text'?"),
        ("10:9 C021", "the key 'text' is missing"),
        ("11:27 C024", "did you mean 'choice'?"),
        ("13:38 C020", "did you mean 'correct'?"),
        ("13:67 C022", "'text' must be text but is the number 5; put it in quotes"),
        ("14:61 C031", "no option is marked correct"),
        ("16:9 C022", "a step must be a group of keys but is the text 'only a sentence'"),
        ("17:14 C010", "the step id 'good' is used a second time (first on line 9)"),
        ("18:9 C021", "the step has no type"),
        ("19:50 C006", "the key 'text' stands here a second time"),
        ("20:5 C021", "the key 'title' is missing"),
        ("20:60 C023", "'text' has 0 characters but needs at least 1"),
        ("21:10 C010", "(it is reserved)"),
        ("24:27 C024", "only steps of type practice"),
    ]
    for place, words in expected:
        matching = [line for line in lines if line.startswith(f"a.yaml:{place} ") and words in line]
        assert matching, f"{place} {words} is not among\n" + "\n".join(lines)
    assert len(lines) == len(expected), "\n".join(lines)


def test_a_session_without_its_own_keys_cannot_be_used_but_its_steps_are_told_too():
    text = "id: a\nlessons:\n  - {id: l, title: L, steps: [{id: s, type: x}]}\n"
    found = read_session(document(text), NOTHING_SHARED)
    assert found.session is None
    assert [line.split()[1] for line in told(found.problems)] == ["C021", "C021", "C024"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("just words", "the file must be a group of keys but is the text 'just words'"),
        ("[1]", "the file must be a group of keys but is a list"),
        ("id: a\ntitle: A\ngoal: G\nlessons: {}\n", "'lessons' must be a list but is a group of keys"),
        ("id: a\ntitle: A\ngoal: G\nlessons: [{id: l, title: L, steps: 5}]\n", "'steps' must be a list"),
        ("id: a\ntitle: A\ngoal: G\nlessons:\n", "'lessons' must be a list but is empty"),
        ("id: a\ntitle:\ngoal: G\nlessons: []\n", "'title' must be text but is empty"),
        ("id: a\ntitle: 5\ngoal: G\nlessons: [3]\n", "this entry of 'lessons' must be a group of keys"),
        ("id: a\ntitle: T\ngoal: G\nlessons: []\n5: x\n", "there is no key '5' here"),
    ],
)
def test_wrong_shapes_are_told_in_an_authors_words(text, words):
    assert words in "\n".join(told(read_session(document(text), NOTHING_SHARED).problems))


def test_a_module_tells_all_its_mistakes_at_once():
    text = """
id: asking
title: Asking
summary: S
audience: A
competencies: prospecting
language: english
mastery: {min_score: 2, distinct_days: 1.5}
sessions:
  - {id: one, title: One, minutes: true}
sources: [{title: T, as_of: 20261121}, {title: T, as_of: "2026-02-30"}]
"""
    lines = told(read_module(document(text)).problems)
    for words in (
        "6:15 C022 'competencies' must be a list but is the text 'prospecting'",
        "7:11 C023 'language' is 'english' but must be a language code",
        "8:22 C023 'min_score' is 2 but must be at most 1",
        "8:40 C022 'distinct_days' must be a whole number but is the number 1.5; round it",
        "10:36 C022 'minutes' must be a number but is the word true without quotes",
        "11:29 C022 'as_of' must be a date but is the number 20261121",
        "11:58 C022 'as_of' must be a date but is the text '2026-02-30'",
    ):
        assert any(words in line for line in lines), "\n".join(lines)
    assert len(lines) == 7


def test_a_module_that_lists_a_session_twice_is_told():
    text = (
        "id: m\ntitle: M\nsummary: S\naudience: A\ncompetencies: []\n"
        "sessions: [{id: a, title: A, minutes: 1}, {id: a, title: B, minutes: 1}]\n"
    )
    assert "the session id 'a' is used a second time" in told(read_module(document(text)).problems)[0]


def test_a_bank_keeps_its_good_questions():
    text = """
id: bank
title: Bank
summary: S
questions:
  - {id: a, competency: c, kind: knowledge, text: T, minutes: 5, probes: [], anchors: {1: x, 3: y, 5: z}}
  - {id: b, competency: c, kind: behaviour, text: T, minutes: 90, probes: [], anchors: {1: x, 9: y}}
  - {id: a, competency: c, kind: knowledge, text: T, minutes: 5, probes: [], anchors: {1: x, 3: y, 5: z}}
  - {id: d, competency: c, kind: knowledge, text: T, minutes: 5, probes: [], anchors: {1: x, 2: y}}
"""
    found = read_bank(document(text))
    assert found.bank is not None
    assert [question.id for question in found.bank.questions] == ["a"]
    lines = "\n".join(told(found.problems))
    assert "'kind' cannot be the text 'behaviour'; did you mean 'behavioural'?" in lines
    assert "'minutes' is 90 but must be at most 60" in lines
    assert "C023 as a key, this entry of 'anchors' is 9 but must be at most 5" in lines
    assert "the question id 'a' is used a second time" in lines
    assert "there is no anchor for 3 and 5" in lines
    assert len(found.problems) == 5


def test_a_kit_that_asks_a_question_twice_is_told():
    text = """
id: kit
title: Kit
role: R
bank: b
minutes: 30
competencies: [{id: c}, {id: c}]
opening: {minutes: 1, text: Hello.}
questions: [{id: q}, {id: q}]
closing: {minutes: 1, text: Goodbye.}
consent: C
conflict: C
"""
    found = read_kit(document(text))
    assert [line.split()[1] for line in told(found.problems)] == ["C010", "C010"]


def test_competencies_are_read_one_by_one():
    text = """
competencies:
  - {id: a, title: A, definition: D}
  - {id: b, title: B}
  - {id: a, title: A, definition: D}
"""
    found = read_competencies(document(text))
    assert [placed.value.id for placed in found.entries] == ["a"]
    assert [line.split()[1] for line in told(found.problems)] == ["C021", "C010"]


class Judged(msgspec.Struct):
    """A struct with a rule of its own, as a later exercise kind may have."""

    low: int
    high: int

    def __post_init__(self):
        if self.low > self.high:
            raise ValueError("low must not exceed high")


def test_what_only_the_struct_itself_can_judge_is_told_at_its_place():
    made, found = convert(document("a: {low: 2, high: 1}"), ("a",), Judged)
    assert made is None
    assert told(found) == [
        "a.yaml:1:4 C022 this does not fit: low must not exceed high; correct it as the format asks"
    ]


class Small(Record, tag_field="kind", tag="small"):
    """One member of a tagged union."""

    size: int


class Big(Record, tag_field="kind", tag="big"):
    """The other member."""

    size: int
    open: bool = False


class Shelf(Record):
    """Shapes that today's content does not use and a later exercise kind may."""

    box: Small | Big
    label: str | None = None
    mark: int | str = 0
    note: Annotated[str, msgspec.Meta(description="A note.", max_length=3)] = ""
    when: datetime | None = None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{box: {kind: big, size: x, open: 1}}", ["'size' must be a whole", "'open' must be true or false"]),
        ("{box: {kind: bigg, size: 1}}", ["'kind' cannot be the text 'bigg'; did you mean 'big'?"]),
        ("{box: {kind: [], size: 1}}", ["'kind' cannot be a list; known here: small, big"]),
        ("{box: {size: 1}}", ["'kind' cannot be empty; known here: small, big"]),
        ("{box: 5}", ["'box' must be a group of keys"]),
        ("{box: {kind: small, size: 1}, label: 5}", ["'label' must be text but is the number 5"]),
        ("{box: {kind: small, size: 1}, mark: []}", ["'mark' must be"]),
        ("{box: {kind: small, size: 1}, note: long}", ["'note' has 4 characters but at most 3"]),
        ("{box: {kind: small, size: 1}, when: soon}", ["this does not fit: invalid RFC3339"]),
        ("{box: {kind: small, size: 1}, label: ~, mark: a, note: abc}", []),
    ],
)
def test_unions_and_bounds_are_told_by_the_member_that_is_meant(text, expected):
    _, found = convert(document(text), (), Shelf)
    lines = told(found)
    assert len(lines) == len(expected), lines
    for words in expected:
        assert any(words in line for line in lines), lines


scalars = st.one_of(st.none(), st.booleans(), st.integers(-3, 100), st.floats(0, 9), st.text(max_size=5))
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.integers(0, 6) | st.text(max_size=3), inner)
    ),
    max_leaves=6,
)


def paths(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from paths(value[key], (*path, key))
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


def changed(value, path, new):
    if not path:
        return new
    value = copy.deepcopy(value)
    place = value
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = new
    return value


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_an_item_is_either_made_or_its_mistakes_are_told_but_never_neither(data):
    raw = QUESTION
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(list(paths(raw))))
        raw = changed(raw, path, data.draw(anything))
    text = msgspec.json.encode(raw).decode()
    read_back = read(text.encode(), "a.yaml")
    made, found = convert(read_back, (), Question)
    assert (made is None) == bool(found or any(problem.fatal for problem in read_back.problems))


def test_an_items_mistakes_do_not_repeat_what_the_reader_told():
    source = document("title: T\nas_of: *then\n")
    made, found = convert(source, (), Source)
    assert made is None
    assert found == []
    assert [problem.code for problem in source.problems] == ["C008"]
