"""Each rule on a text that breaks it and one that keeps it, and what all of them promise about places."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.writing.judge import judge
from coach.core.writing.judgement import Judgement
from coach.core.writing.notice import dates, requests
from coach.core.writing.rules import AnyRule, Style
from coach.core.writing.text import read

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(list("  .!?\n,„“Ää1aeIT[]")), max_size=200
)


def rule(kind: str, **fields: Any) -> AnyRule:
    common = {"id": "r", "title": "T", "why": "W", "fix": {"before": "b", "after": "a"}}
    return msgspec.convert({"kind": kind} | common | fields, AnyRule)


def judged(text: str, kind: str, language: str = "en", **fields: Any) -> Judgement:
    return judge(rule(kind, **fields), read(text, language))


def quotes(text: str, judgement: Judgement) -> list[str]:
    return [text[hit.span.start : hit.span.end] for hit in judgement.hits if hit.span]


BROKEN = [
    ("existence", {"any_of": ["just"]}, "I just ask, just once.", ["just", "just"]),
    ("existence", {"any_of": ["ROI"], "exact": True}, "The ROI of the roi.", ["ROI"]),
    ("existence", {"list": "hedges", "except_for": ["perhaps"]}, "Perhaps I just ask.", ["just"]),
    ("existence", {"any_of": ["x"], "scope": "subject"}, "Subject: x\n\nx.", ["x"]),
    ("substitution", {"swap": {"utilis*": "use"}}, "We utilise it.", ["utilise"]),
    ("forbidden", {"claims": {"never fail*": "Nobody knows."}}, "They never fail.", ["never fail"]),
    ("first_sentence", {"needs": ["request"]}, "It went well. Please sign.", ["It went well."]),
    ("first_sentence", {"any_of": ["Cork"]}, "It went well in Sligo.", ["It went well in Sligo."]),
    ("sentence_length", {"max": 3}, "One two three. One two three four.", ["One two three four."]),
    ("passive", {}, "It was decided in May, and we act.", ["was decided"]),
    ("passive", {"at_most": 1}, "It isn’t made here. It is then sent.", ["isn’t made", "is then sent"]),
    ("balance", {}, "We like our product; you may ask.", ["We", "our"]),
    ("repetition", {}, "It is is good.", ["is is"]),
    ("repetition", {"starts": 2}, "I sell. I ring. I write.", ["I"]),
    ("placeholder", {}, "[Name], call XXX on <date>, {{day}}.", ["[Name]", "XXX", "<date>", "{{day}}"]),
    ("single_ask", {}, "Could you sign? May I ring you?", ["Could you sign?", "May I ring you?"]),
    ("exclamation", {}, "Great!! Really!", ["!!", "!"]),
    ("capitals", {"allow": ["HACCP"]}, "The HACCP plan is GREAT, says the CFO.", ["GREAT"]),
    ("subject", {"max_words": 2}, "Subject: one two three\n\nHello there.", ["one two three"]),
    ("subject", {"any_of": ["decision"]}, "Subject: update\n\nHello there.", ["update"]),
    ("persona", {"style": "driver"}, "It is a long story.", ["It is a long story."]),
    ("persona", {"style": "amiable", "people": ["Asante"]}, "Asante must answer asap.", ["asap"]),
    ("occurrence", {"unit": "word", "max": 2, "each": "paragraph"}, "One.\n\nA b c.", ["A b c."]),
]  # fmt: skip

ABSENT = [
    ("key_fact", {"any_of": ["18%"]}, "It fell by 19 %.", "It is not there."),
    ("named_date", {}, "Please answer soon, in May or in 2027.", "No day is named."),
    ("number_present", {"min": 2}, "By 12 March at 10:30 it saves 8 loads.", "Only 1 given; it takes 2."),
    ("number_present", {}, "One day it saves many.", "No number is given; it takes 1."),
    ("single_ask", {}, "It went well.", "Nothing is asked for."),
    ("subject", {}, "Hello there.", "There is no subject line. Begin with “Subject: …”."),
    ("occurrence", {"unit": "word", "min": 3}, "Hi Aoife,\n\none two.", "2 words; at least 3."),
    ("occurrence", {"unit": "sentence", "max": 1}, "One. Two.", "2 sentences; at most 1."),
    ("occurrence", {"unit": "paragraph", "max": 1}, "One.\n\nTwo.", "2 paragraphs; at most 1."),
    ("occurrence", {"unit": "character", "max": 3, "scope": "text"}, "Four", "4 characters; at most 3."),
    ("sentence_length", {"max": 9, "average": 2}, "One two. One two three.",
     "2.5 words a sentence on average; at most 2."),
    ("first_sentence", {"needs": ["number"]}, "", "There is no sentence yet."),
    ("persona", {"style": "analytical"}, "Your log.", "It takes two numbers at least."),
    ("persona", {"style": "expressive"}, "It costs 8 euros.", "It has neither a picture nor a benefit."),
    ("persona", {"style": "amiable"}, "It costs 8 euros.", "No other person has a place in it."),
    ("metric", {"formula": "flesch", "min": 200}, "I am. " * 10, "Flesch Reading Ease 120.2; at least 200."),
]  # fmt: skip

KEPT = [
    ("existence", {"any_of": ["just"], "at_most": 1}, "I just ask."),
    ("first_sentence", {"needs": ["request", "date", "number"]}, "Could you release 8 euros by Friday?"),
    ("first_sentence", {"needs": ["date"], "within": 2}, "It went well. Please sign by Friday."),
    ("key_fact", {"any_of": ["18%", "eighteen ..."]}, "It fell by 18 %."),
    ("named_date", {}, "On 2026-03-12 or 12/03."),
    ("number_present", {"min": 2}, "It saves two loads of 14."),
    ("passive", {}, "We are interested, you were right, and they had decided indeed."),
    ("balance", {}, "Your drivers see it."),
    ("balance", {}, "It is cold."),
    ("repetition", {}, "He said that. That is all, very, very good."),
    ("placeholder", {}, "See note [1], 3 < 4 and mail@polarline.example."),
    ("single_ask", {}, "Could you sign? It costs 8 euros. Please find the plan attached."),
    ("single_ask", {}, "Could you sign? On 22 May we test the seals. Nothing starts without your signature."),
    ("capitals", {}, "The CFO and the ERP."),
    ("metric", {"formula": "flesch", "min": 200}, "Too short to measure."),
    ("persona", {"style": "driver"}, "You save 30,000 euros."),
    ("persona", {"style": "analytical"}, "It saves 8 of 14 loads, according to your log."),
    ("persona", {}, "Nobody is known to read this."),
    ("occurrence", {"unit": "word", "min": 1, "max": 3}, "One two three."),
]

GERMAN_BROKEN = [
    ("passive", {}, "Die Ware wurde gestern geliefert, weil sie gebraucht wird.", ["wurde gestern geliefert",
                                                                                 "gebraucht wird"]),
    ("passive", {}, "Das ist verschoben worden.", ["verschoben worden"]),
    ("balance", {}, "Wir mögen unser Haus, und sie auch.", ["Wir", "unser"]),
    ("single_ask", {}, "Können Sie? Passt Ihnen Montag?", ["Können Sie?", "Passt Ihnen Montag?"]),
    ("existence", {"list": "hedges"}, "Ich würde mich sehr freuen.", ["Ich würde mich sehr freuen"]),
    ("existence", {"any_of": ["*ung"]}, "Die Prüfung der Übung.", ["Prüfung", "Übung"]),
]  # fmt: skip

GERMAN_KEPT = [
    ("passive", {}, "Wir werden Ihnen berichten und gern helfen. Er wird Leiter."),
    ("balance", {}, "Sie sparen, und Ihre Fahrer auch; wir helfen."),
    ("named_date", {}, "Wir beginnen am 3.6. in Cork."),
    ("named_date", {}, "Bis zum 12. März."),
    ("number_present", {}, "Zwölf Ladungen kamen an."),
    ("first_sentence", {"needs": ["request"]}, "Sehr geehrte Frau Vogt,\n\nbitte geben Sie das frei."),
]


@pytest.mark.parametrize(("kind", "fields", "text", "expected"), BROKEN)
def test_a_broken_rule_quotes_every_place(kind, fields, text, expected):
    judgement = judged(text, kind, **fields)

    assert not judgement.kept
    assert quotes(text, judgement) == expected


@pytest.mark.parametrize(("kind", "fields", "text", "says"), ABSENT)
def test_what_is_not_there_or_too_much_is_said(kind, fields, text, says):
    judgement = judged(text, kind, **fields)

    assert not judgement.kept
    assert judgement.hits[0].says == says


@pytest.mark.parametrize(("kind", "fields", "text"), KEPT)
def test_a_kept_rule_has_nothing_to_mend(kind, fields, text):
    assert judged(text, kind, **fields).kept


@pytest.mark.parametrize(("kind", "fields", "text", "expected"), GERMAN_BROKEN)
def test_german_is_judged_by_its_own_words(kind, fields, text, expected):
    judgement = judged(text, kind, "de", **fields)

    assert not judgement.kept
    assert quotes(text, judgement) == expected


@pytest.mark.parametrize(("kind", "fields", "text"), GERMAN_KEPT)
def test_german_that_keeps_a_rule_is_let_alone(kind, fields, text):
    assert judged(text, kind, "de", **fields).kept


def test_a_better_word_and_the_reason_against_a_claim_are_told_at_the_place():
    swapped = judged("We utilise it.", "substitution", swap={"utilis*": "use"})
    claimed = judged("They never fail.", "forbidden", claims={"never fail*": "Nobody can promise that."})

    assert [hit.says for hit in swapped.hits] == ["Write “use”."]
    assert [hit.says for hit in claimed.hits] == ["Nobody can promise that."]


def test_a_kept_rule_shows_where_it_is_kept_if_that_is_one_place():
    text = "Could you sign by Friday? It saves 8 loads."

    shown = {
        kind: text[place.start : place.end]
        for kind, fields in [("named_date", {}), ("number_present", {}), ("single_ask", {}),
                             ("key_fact", {"any_of": ["# loads"]})]
        if (place := judged(text, kind, **fields).evidence)
    }  # fmt: skip
    assert shown == {
        "named_date": "Friday",
        "number_present": "8",
        "single_ask": "Could you sign by Friday?",
        "key_fact": "8 loads",
    }


def test_the_reader_of_the_exercise_decides_where_a_rule_names_no_style():
    writing = read("It is a long story.", "en")

    assert judge(rule("persona"), writing).kept
    assert not judge(rule("persona"), writing, Style.DRIVER).kept
    assert judge(rule("persona", style="amiable", people=["story"]), writing, Style.DRIVER).kept


@given(TEXTS, st.sampled_from(["en", "de"]), st.sampled_from([*BROKEN, *ABSENT]))
def test_every_rule_judges_every_text_and_its_places_lie_inside(text, language, case):
    kind, fields = case[:2]
    judgement = judged(text, kind, language, **fields)

    assert judgement.kept == (not judgement.hits)
    for hit in judgement.hits:
        assert hit.span or hit.says
        if hit.span:
            assert 0 <= hit.span.start < hit.span.end <= len(text)
    if judgement.shown:
        assert 0 <= judgement.shown.start < judgement.shown.end <= len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For decision by Thursday: the roll-out at Sligo."),
        ("en", "Decision needed by Friday."),
        ("en", "Kindly approve it."),
        ("en", "Would Mr Asante have ten minutes on Monday?"),
        ("en", "I would like to ask you for 20 minutes on Tuesday."),
        ("en", "I need half an hour of yours on 20 January."),
        ("en", "By 19 March I need one decision from you."),
        ("de", "Ich brauche bis Donnerstag Ihre Entscheidung."),
        ("de", "Wären Sie bereit, den Test zu leiten?"),
    ],
)
def test_honest_ways_to_ask_count_as_requests(language, text):
    writing = read(text, language)
    assert requests(writing, writing.sentences)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for your answer of Monday."),
        ("en", "If it is a no, please tell me so."),
        ("en", "With your approval the work starts."),
        ("en", "The EUR 40,000 is Ms Tierney's to decide, and the paper says so."),
        ("de", "Bei Fragen rufen Sie mich an."),
    ],
)
def test_thanks_and_ways_to_answer_are_no_requests(language, text):
    writing = read(text, language)
    assert not requests(writing, writing.sentences)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "by end of day"),
        ("en", "by close of business"),
        ("de", "bis Monatsende"),
        ("de", "am Donnerstagmittag"),
        ("de", "Mitte März"),
    ],
)
def test_days_are_named_in_many_ways(language, text):
    writing = read(text, language)
    assert dates(writing, writing.sentences)
