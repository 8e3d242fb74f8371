"""Grading a text by rules, handing it in line by line, and what the checker finds in a task of this kind."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.parts import read_part
from coach.content.reader import read_file
from coach.core.document import Callout, WritingLines, flat
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.writing.judge import judge
from coach.core.writing.rules import AnyRule, Rulebook, Style
from coach.core.writing.text import read as read_text
from coach.exercises.writing import KIND, Response, Spec
from coach.exercises.writing.lint import CODES
from coach.exercises.writing.spec import LONGEST

CONTEXT = Context()
BOOKS = Path(__file__).parents[2] / "curricula" / "shared" / "rulebooks"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from(list(" .!?\n,Ä1")), max_size=200)


def rule(kind: str, name: str = "", **fields: Any) -> dict[str, Any]:
    common = {"id": name or kind.replace("_", "-"), "title": f"Rule {name or kind}.", "why": f"Why {kind}."}
    fix = {"before": "bad words", "after": "good words"}
    return {"kind": kind, "fix": fix, "matches": ["x"], "passes": ["y"]} | common | fields


REQUEST = rule("single_ask", level="must", weight=2, matches=["It is."], passes=["Could you sign?"])
CALM = rule("exclamation", matches=["Oh!"], passes=["Oh."])
JUST = rule("existence", any_of=["just"], matches=["I just ask."], passes=["I ask."])
NOTE = rule("number_present", level="note", matches=["It is."], passes=["It is 8."])


def spec_of(*rules: dict[str, Any], good: str = "Could you sign?", bad: str = "Oh!", **fields: Any) -> Spec:
    models = {"good": {"text": good, "why": "Short."}, "bad": {"text": bad, "why": "Loud."}}
    raw = {"type": "writing", "id": "mail", "prompt": "Write to **Aoife**.", "models": models, "rules": rules}
    return msgspec.convert(raw | fields, Spec)


SPEC = spec_of(REQUEST, CALM, JUST, NOTE)


def graded(text: str, spec: Spec = SPEC) -> Outcome:
    return KIND.grade(spec, Response(text=text), CONTEXT)


def test_the_score_is_the_weighted_share_of_kept_rules_and_notes_do_not_count():
    assert graded("Could you sign?").score == 1
    assert graded("Could you just sign?").score == pytest.approx(3 / 4)
    assert [check.weight for check in graded("x").checks] == [2, 1, 1, 0]


def test_a_missed_must_keeps_the_score_below_the_pass_mark_however_good_the_rest():
    loose = spec_of(REQUEST, CALM, JUST, pass_mark=0.4)

    outcome = graded("It went well.", loose)

    assert outcome.score == pytest.approx(0.39)
    assert not outcome.right
    assert outcome.remark == "2 of 3 rules kept. Without this it cannot pass: Rule single_ask."


def test_enough_kept_rules_are_right_without_all_of_them():
    assert graded("Could you just sign?", spec_of(REQUEST, CALM, JUST, pass_mark=0.75)).right


def test_a_missed_rule_quotes_the_place_says_why_and_shows_an_example():
    check = graded("Could you just sign, just once?").checks[2]

    assert not check.passed
    assert check.why == "“just”. “just”. Why existence. Instead of “bad words” write “good words”."
    assert check.evidence is not None
    assert "Could you just sign, just once?"[check.evidence.start : check.evidence.end] == "just"


def test_many_and_long_places_are_quoted_in_short():
    many = graded("Just just, just and just: could you just sign?").checks[2]
    long = graded(" ".join(["word"] * 30) + "? May I?").checks[0]

    assert many.why.startswith("“Just”. “just”. “just”. And 2 more. ")
    assert long.why.startswith("“word word word word word word … word word word word word?”: It asks. ")


@given(TEXTS, st.sampled_from([SPEC, spec_of(REQUEST, CALM, language="de", persona="driver")]))
def test_any_text_is_graded_and_the_evidence_lies_in_it(text, spec):
    outcome = graded(text, spec)

    assert 0 <= outcome.score <= 1
    for check in outcome.checks:
        if check.evidence:
            assert text[check.evidence.start : check.evidence.end].strip()


def test_a_rule_for_a_style_is_left_out_where_the_reader_has_none():
    persona = rule("persona", matches=["It is."], passes=["It is 8."])

    assert len(graded("It is.", spec_of(persona)).checks) == 0
    assert not graded("It is.", spec_of(persona, persona="driver")).checks[0].passed


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Hi Aoife, // could you sign? / Ben", "Hi Aoife,\n\ncould you sign?\nBen"),
        ("and/or, 1/2, https://x.example", "and/or, 1/2, https://x.example"),
        ("Größe 🎉 „so“", "Größe 🎉 „so“"),
    ],
)
def test_a_text_in_one_line_has_signs_for_its_line_ends(line, text):
    response = KIND.read(SPEC, line, CONTEXT)

    assert response.text == text
    assert KIND.say(SPEC, response, CONTEXT) == line


@pytest.mark.parametrize("line", ["", " / ", "?!", "- -"])
def test_a_text_without_a_word_is_refused(line):
    with pytest.raises(Unreadable, match="Nothing is written yet"):
        KIND.read(SPEC, line, CONTEXT)


def test_a_text_that_nobody_would_read_is_refused():
    with pytest.raises(Unreadable, match=f"at most {LONGEST} characters; you have {LONGEST + 1}"):
        KIND.read(SPEC, "a" * (LONGEST + 1), CONTEXT)


def say(*lines: str) -> tuple[str, str, bool]:
    assert KIND.turn is not None
    turn = KIND.turn(SPEC, None, None, CONTEXT)
    for line in lines:
        turn = KIND.turn(SPEC, turn.response, line, CONTEXT)
    return turn.say, turn.response.text, turn.over


def test_line_by_line_a_full_stop_hands_in_and_an_empty_line_parts_paragraphs():
    told, text, over = say("Hi Aoife,", "", "could you sign?", ".")

    assert text == "Hi Aoife,\n\ncould you sign?"
    assert over
    assert told.startswith("Handed in, 3 words, 1 sentence.")


def test_the_models_are_told_once_the_text_is_handed_in_and_not_before():
    before, _, _ = say("Could you sign this?")
    after, _, _ = say("Could you sign this?", ".")

    assert "Short." not in before
    assert "Short." not in KIND.ask(SPEC, CONTEXT)
    assert "a good text:\n\nCould you sign?\n\nWhy it is good: Short." in after
    assert "weak one:\n\nOh!\n\nWhy it is weak: Loud." in after


def test_line_by_line_the_last_line_can_be_taken_back_and_all_of_it_read_out():
    assert say("One.", "Two.", "-")[1] == "One."
    assert say("-")[1] == ""
    assert say("One.", "=")[0] == "So far, 1 word, 1 sentence:\n\nOne."
    assert say("=")[0] == "Nothing is written yet."
    with pytest.raises(Unreadable, match="Nothing is written yet"):
        say(".")


def test_line_by_line_a_text_that_is_too_long_grows_no_more():
    with pytest.raises(Unreadable, match=f"at most {LONGEST} characters in all"):
        say("a" * LONGEST, "b")


def test_the_rules_are_told_before_writing_with_what_hangs_on_them():
    asked = KIND.ask(spec_of(REQUEST, JUST, NOTE, facts=["It costs 8 euros"]), CONTEXT)

    assert "  - It costs 8 euros" in asked
    assert (
        "  1. Rule single_ask. (must)\n  2. Rule existence.\n  3. Rule number_present. (does not count)"
        in asked
    )


def test_on_paper_there_are_the_rules_and_lines_to_write_on():
    blocks = KIND.printed(SPEC, CONTEXT)

    callout = next(block for block in blocks if isinstance(block, Callout))
    assert flat(callout.items[0]) == "Rule single_ask. (must)"
    assert isinstance(blocks[-1], WritingLines)


def test_a_mentor_rates_by_the_rubric_of_the_task():
    anchors = {1: "none", 3: "some", 5: "all"}
    criterion = {"id": "case", "title": "Makes the case", "anchors": anchors}
    assert KIND.rubric is not None

    assert [one.id for one in KIND.rubric(spec_of(CALM, rubric=[criterion]))] == ["case"]


BOOK = {"id": "book", "title": "Book", "language": "en", "rules": [REQUEST, JUST]}


def test_shared_rules_come_first_and_can_be_left_out():
    spec = spec_of(CALM, rulebooks=[BOOK], leave_out=["existence"])

    assert [check.id for check in graded("x", spec).checks] == ["single-ask", "exclamation"]
    assert not list(KIND.findings(spec))


GERMAN_BOOK = BOOK | {"language": "de"}
LONG = "Could you sign? " + "word " * 250

BAD = [
    ("C010", spec_of(REQUEST, CALM, CALM), "rule id 'exclamation' is used twice"),
    (
        "C010",
        spec_of(REQUEST, JUST, rulebooks=[BOOK | {"rules": [JUST]}]),
        "rule id 'existence' is used twice",
    ),
    ("C120", spec_of(REQUEST, rulebooks=[GERMAN_BOOK], leave_out=["single-ask"]), "is for language 'de'"),
    ("C120", spec_of(REQUEST, rule("metric", formula="wstf1", max=9)), "take flesch"),
    ("C121", spec_of(REQUEST, rule("existence")), "add a list such as hedges"),
    ("C121", spec_of(REQUEST, rule("occurrence", unit="word")), "add min, max or both"),
    ("C121", spec_of(REQUEST, rule("metric", formula="flesch")), "add min, max or both"),
    ("C121", spec_of(REQUEST, rule("first_sentence")), "add needs such as [request, date]"),
    ("C122", spec_of(REQUEST, CALM | {"passes": []}), "rule 'exclamation' lacks matches or passes"),
    ("C123", spec_of(REQUEST, rule("key_fact", any_of=["(a"])), "the words '(a' of rule 'key-fact'"),
    ("C123", spec_of(REQUEST, rule("substitution", swap={"a*b": "c"})), "a star stands at the beginning"),
    ("C123", spec_of(REQUEST, rule("forbidden", claims={"?": "c"})), "cannot be read"),
    ("C123", spec_of(REQUEST, rule("persona", people=["*"])), "cannot be read"),
    ("C124", spec_of(REQUEST, rule("occurrence", unit="word", min=9, max=8)), "at least 9 and at most 8"),
    ("C124", spec_of(REQUEST, rule("metric", formula="flesch", min=9, max=8)), "at least 9 and at most 8"),
    ("C124", spec_of(REQUEST, rule("subject", min_words=9)), "at least 9 and at most 8"),
    ("C124", spec_of(REQUEST, rule("sentence_length", max=9, average=10)), "lower the average"),
    ("C125", spec_of(REQUEST, good=LONG), "the model has 253 words"),
    ("C126", spec_of(REQUEST, rulebooks=[BOOK], leave_out=["single-ask", "gone"]), "has a rule 'gone'"),
]
PLAYED_BAD = [
    ("C127", spec_of(REQUEST, CALM | {"matches": ["Oh."]}), "has 'Oh.' in matches, but that keeps it"),
    ("C127", spec_of(REQUEST, CALM | {"passes": ["Oh!"]}), "has 'Oh!' in passes, but that breaks it"),
    ("C128", spec_of(REQUEST, CALM, good="Could you sign!"), "the good model breaks Rule exclamation."),
    ("C129", spec_of(REQUEST, CALM, bad="May I ring you?"), "the weak model would pass"),
    ("C129", spec_of(CALM), "a text of one word would pass"),
]


def test_a_sound_task_has_no_findings():
    assert not list(KIND.findings(SPEC))
    assert not list(KIND.proof(SPEC))


@pytest.mark.parametrize(("code", "spec", "text"), BAD)
def test_what_is_wrong_with_a_task_is_found_when_it_is_read(code, spec, text):
    found = list(KIND.findings(spec))

    assert [finding.code for finding in found] == [code]
    assert text in found[0].text


@pytest.mark.parametrize(("code", "spec", "text"), PLAYED_BAD)
def test_what_goes_wrong_with_examples_and_models_is_found_by_trying(code, spec, text):
    assert not list(KIND.findings(spec))
    found = list(KIND.proof(spec))

    assert [finding.code for finding in found] == [code]
    assert text in found[0].text


def test_every_code_of_the_kind_has_a_bad_sample():
    assert {code for code, _, _ in (*BAD, *PLAYED_BAD)} == {*CODES, "C010"}


def test_an_unknown_kind_of_rule_or_measure_is_no_rule():
    for raw in (rule("readablity"), rule("metric", formula="fog", max=9)):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(raw, AnyRule)


@pytest.mark.parametrize("name", ["executive-en", "geschaeftlich-de"])
def test_the_shared_rulebooks_hold_for_their_own_examples(name):
    part = read_part(read_file(BOOKS / f"{name}.yaml"), Rulebook)
    assert not part.problems
    assert isinstance(part.value, Rulebook)
    assert part.value.id == name
    assert len(part.value.rules) >= 14

    for one in part.value.rules:
        assert len(one.matches) >= 2
        assert len(one.passes) >= 2
        wrong = [
            sample
            for kept, samples in ((False, one.matches), (True, one.passes))
            for sample in samples
            if judge(one, read_text(sample, part.value.language), Style.DRIVER).kept is not kept
        ]
        assert not wrong, one.id
