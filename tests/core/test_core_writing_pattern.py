"""The language for words: what it matches, what it refuses, and that no pattern can make it slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.writing import lexicon
from coach.core.writing.notice import rows
from coach.core.writing.pattern import LONGEST, PatternFault, parse
from coach.core.writing.text import read

NO_PATTERNS = {"subject_marks", "greetings", "closings", "abbreviations", "final_abbreviations", "months"}
SIGNS = st.sampled_from([*"abc*#_()|?. ", "... ", "(a|b) ", "*a ", "ä", "'", "-", "%"])


def found(source: str, text: str, *, exact: bool = False) -> list[str]:
    writing = read(text, "en")
    spans = [writing.span(*row) for row in rows(writing, [parse(source, exact=exact)], writing.sentences)]
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("source", "text", "matches"),
    [
        ("touch base", "Let us Touch base, or touch\nbase.", ["Touch base", "touch\nbase"]),
        ("touch base", "We touch. Base jumping.", []),
        ("leverag*", "We leverage it; leveraging, lever.", ["leverage", "leveraging"]),
        ("*wise", "Likewise and wise.", ["Likewise", "wise"]),
        ("*ever*", "Several never.", ["Several", "never"]),
        ("(reach|get) out", "Reach out, get out, go out.", ["Reach out", "get out"]),
        ("very? soon", "Soon, very soon.", ["Soon", "very soon"]),
        ("# days", "In 8 days, in 1.5 days, in some days.", ["8 days", "1.5 days"]),
        ("(#|two) months", "Two months or 12 months.", ["Two months", "12 months"]),
        ("a _ offer", "A good offer, a very good offer.", ["A good offer"]),
        (
            "just ... ask",
            "I just wanted to ask, just ask. Just a b c d ask.",
            ["just wanted to ask", "just ask"],
        ),
        ("18%", "It fell by 18 %, not by 18.", ["18 %"]),
        ("don't", "I don’t, you don't.", ["don’t", "don't"]),
        ("grösse", "Die Größe zählt.", ["Größe"]),
    ],
)
def test_a_pattern_finds_its_words_and_no_others(source, text, matches):
    assert found(source, text) == matches


def test_capital_letters_matter_only_where_they_are_to():
    assert found("sie", "Sie und sie", exact=False) == ["Sie", "sie"]
    assert found("Sie", "Sie und sie", exact=True) == ["Sie"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (" ", "holds no word"),
        ("very? soon?", "may be missing as a whole, so it says nothing"),
        ("(reach out", "has brackets that do not close; write single words in them, such as (reach|get)"),
        (
            "(reach out|get) x",
            "has brackets that do not close; write single words in them, such as (reach|get)",
        ),
        ("a (b|c.d)", "has 'c.d' in brackets, which is not one word; write a pattern of its own"),
        ("syn*gy", "has 'syn*gy'; a star stands at the beginning or the end of a word"),
        ("*", "has '*'; a star stands at the beginning or the end of a word"),
        ("z.B.", "has 'z.B.', which is no word; use letters, digits, * # _ ( | ) ? and ..."),
        ("18%? off", "has '18%?', which is more than one word; put spaces where words part"),
        ("... " * 9 + "a", f"is longer than {LONGEST} words"),
    ],
)
def test_what_is_no_pattern_is_refused_with_the_reason(source, message):
    with pytest.raises(PatternFault) as fault:
        parse(source)

    assert str(fault.value) == message


@given(st.lists(SIGNS, max_size=12).map("".join), st.text(max_size=60))
def test_whatever_an_author_writes_is_read_or_refused_and_stays_within_its_length(source, text):
    try:
        pattern = parse(source)
    except PatternFault:
        return
    writing = read(text, "en")
    for first, last in pattern.find(writing, writing.sentences):
        assert 0 < last - first <= len(pattern.elements)


def test_the_work_at_each_place_is_bounded_by_the_pattern_and_not_by_the_text():
    looks = 0

    class Counting(str):
        __slots__ = ()

        def endswith(self, *args):
            nonlocal looks
            looks += 1
            return super().endswith(*args)

    pattern = parse("*a? " * (LONGEST - 1) + "*b")
    writing = read("a " * 400, "en")
    writing = type(writing)(
        writing.text,
        writing.language,
        writing.sentences,
        tuple(token._replace(folded=Counting(token.folded)) for token in writing.tokens),
    )

    assert not list(pattern.find(writing, writing.sentences))
    assert 400 < looks <= 400 * LONGEST * LONGEST


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_ready_list_can_be_read(language):
    words = lexicon.lexicon(language)
    lists = [name for name in words.__dataclass_fields__ if isinstance(getattr(words, name), tuple)]

    for name in set(lists) - NO_PATTERNS:
        assert [parse(one) for one in getattr(words, name)]
