"""Protected topics are noticed in what people write, quickly and without warning of everyday talk."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.content.library import Library
from coach.core.country import ProtectedTopic
from coach.core.phrases import Phrases
from coach.core.topics import touched
from coach.core.writing.pattern import PatternFault, parse
from coach.core.writing.text import Part, Sentence, Writing
from coach.core.writing.tokens import tokens

ROOT = Path(__file__).parents[2]


def topic(name, *words):
    return ProtectedTopic(id=name, title=name.title(), card=name, words={"en": words})


FAMILY = topic("family", "(have|has) ... children", "(is|are) (you|she|he) married", "pregnan*")
AGE = topic("age", "how old (are|is)", "(is|was) # years old")


@pytest.fixture(scope="module")
def shipped():
    """Every topic that comes with the program."""
    return tuple(
        ProtectedTopic(
            id=name,
            title=name,
            card=name,
            words={language: wording.words for language, wording in words.languages.items()},
        )
        for name, words in Library([ROOT]).topics().items()
    )


def test_a_touch_names_its_topic_its_place_and_the_words_as_written():
    text = "Fine. How OLD are you, and do you have any small children?"
    first, second = touched(text, (FAMILY, AGE), "en")
    assert (first.topic, first.words) == (AGE, "How OLD are")
    assert (second.topic, second.words) == (FAMILY, "have any small children")
    assert text[second.start : second.end] == second.words


def test_no_pattern_reaches_from_one_sentence_into_the_next():
    assert touched("These are the goals we have. Children play outside.", (FAMILY,), "en") == ()
    assert touched("What we have\nchildren", (FAMILY,), "en") == ()


def test_words_that_overlap_for_one_topic_are_told_once_the_longest_of_one_place():
    both = topic("family", "have children", "have children at home", "children at")
    (touch,) = touched("Do you have children at home?", (both,), "en")
    assert touch.words == "have children at home"


def test_in_a_language_without_words_nothing_is_noticed():
    assert touched("Do you have children?", (FAMILY,), "fr") == ()
    assert touched("", (FAMILY,), "en") == ()


def test_a_pattern_that_cannot_be_read_is_told():
    with pytest.raises(PatternFault, match="brackets"):
        touched("Hello", (topic("odd", "(one two|three)"),), "en")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Are you planning to have children?", "family"),
        ("en", "What was your maiden name?", "family"),
        ("en", "She is pregnant.", "family"),
        ("en", "How many children do you have?", "family"),
        ("en", "How old are you?", "age"),
        ("en", "Were you ever treated for depression?", "health"),
        ("en", "Where are you originally from?", "origin"),
        ("en", "That is an interesting accent.", "origin"),
        ("en", "Which religious holidays do you observe?", "religion"),
        ("en", "Who did you vote for in the last election?", "union-party"),
        ("en", "Seems gay.", "sexual-identity"),
        ("en", "What are you currently earning?", "pay-history"),
        ("en", "Were you ever arrested?", "convictions"),
        ("en", "Do you have student loans?", "finances"),
        ("en", "Were you honourably discharged?", "military"),
        ("de", "Haben Sie Kinder?", "family"),
        ("de", "SIND SIE VERHEIRATET?", "family"),
        ("de", "Wie alt sind Sie?", "age"),
        ("de", "Waren Sie im letzten Jahr oft krank?", "health"),
        ("de", "Welche Nationalität haben Sie?", "origin"),
        ("de", "Sind Sie Muslim?", "religion"),
        ("de", "Sind Sie in der Gewerkschaft?", "union-party"),
        ("de", "Wie hoch ist Ihr derzeitiges Gehalt?", "pay-history"),
        ("de", "Waren Sie schon einmal im Gefängnis?", "convictions"),
        ("de", "Haben Sie Schulden?", "finances"),
    ],
)
def test_what_must_not_be_asked_is_noticed(shipped, language, text, name):
    assert [touch.topic.id for touch in touched(text, shipped, language)] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A mature market; the customer's age of account and the health of the pipeline."),
        ("en", "The Kinderartikel retailer in Munich has a family of products."),
        ("en", "Asked the parent company, who has the pain and what it costs."),
        ("en", "Young market, old contract: he engaged the buyer early and got a straight answer."),
        ("en", "Both parties signed. The carrier's drivers were on strike, so it was late."),
        ("en", "The customer filed for bankruptcy; the debts were three months overdue."),
        ("en", "How much did you earn for the company with that?"),
        ("en", "What pay do you expect for this post?"),
        ("de", "Der Händler für Kinderartikel ist ein Familienunternehmen in dritter Generation."),
        ("de", "Ein reifer Markt; die Gesundheit der Pipeline prüfte er jeden Montag."),
        ("de", "Beide Parteien unterschrieben, der Preis war attraktiv."),
        ("de", "Woher kommen Ihre besten Anfragen?"),
    ],
)
def test_everyday_talk_about_sales_is_left_alone(shipped, language, text):
    assert touched(text, shipped, language) == ()


def test_the_texts_that_trainees_read_are_hardly_ever_taken_for_a_touch(shipped):
    """Tens of thousands of words about selling, in which private matters hardly come up."""
    found = texts = 0
    library = Library([ROOT])
    for bank in map(library.bank, library.banks()):
        for question in bank.value.questions:
            said = (question.text, *question.probes, *question.anchors.values(), *question.red_flags)
            texts += len(said)
            found += sum(bool(touched(text, shipped, bank.value.language)) for text in said)
    assert texts > 200
    assert found == 0


def test_a_note_of_500_characters_takes_less_than_a_millisecond(shipped):
    note = (
        "She called the head of purchasing three times in a week and asked for thirty minutes. Named the "
        "figures: forty approached, eleven answered, four met; how old the data were she did not know. "
    ) * 3
    touched(note, shipped, "en")
    best = min(_timed(note, shipped) for _ in range(30))
    assert len(note) > 500
    assert best < 0.001


def test_the_time_grows_with_the_length_of_the_text(shipped):
    note = "Do you have children, and how old are they? It went well, and she has a plan. "
    short, long = (min(_timed(note * times, shipped) for _ in range(3)) for times in (50, 500))
    assert long < 30 * short


def _timed(text, topics):
    start = time.process_time()
    touched(text, topics, "en")
    return time.process_time() - start


PIECES = ["do", "you", "have", "children", "old", "5", "never", "pre", "%"]
SOURCES = st.lists(
    st.sampled_from(["you", "(have|do)", "child*", "*ren", "*il*", "#", "_", "old?", "never?", "..."]),
    min_size=1,
    max_size=4,
).map(" ".join)


def _readable(source):
    try:
        parse(source)
    except PatternFault:
        return False
    return True


@given(
    sources=st.lists(SOURCES.filter(_readable), max_size=6),
    text=st.lists(st.sampled_from([*PIECES, "\n", ". "]), max_size=20).map(" ".join),
)
def test_many_patterns_at_once_find_what_each_finds_by_itself(sources, text):
    alone = {
        (number, hit.start, hit.end)
        for number, source in enumerate(sources)
        for hit in Phrases([source]).find(text)
    }
    assert {tuple(hit) for hit in Phrases(sources).find(text)} == alone


@given(source=SOURCES.filter(_readable), words=st.lists(st.sampled_from(PIECES), max_size=12))
def test_sorting_patterns_by_a_word_they_need_loses_none(source, words):
    text = " ".join(words)
    row = tuple(tokens(text))
    whole = Sentence(Part.BODY, 0, len(text), 0, 0, len(row))
    straight = list(parse(source).find(Writing(text, "en", (whole,), row), (whole,)))
    assert [(hit.start, hit.end) for hit in Phrases([source]).find(text)] == [
        (row[first].start, row[last - 1].end) for first, last in straight
    ]
