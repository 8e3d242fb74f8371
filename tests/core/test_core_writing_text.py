"""Reading a message: its parts, its sentences and words, in two languages and whatever the line ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.core.writing.text import Part, Writing, read

EMAIL = """Subject: Decision by 12 March

Dear Ms Tierney,

Could you approve the pilot by Friday? It costs 20,000 euros.

- Eight loads were saved
- It pays back in 8 months.

Best regards,
Ben Achterberg
"""

BRIEF = """Betreff: Freigabe bis 12. März

Sehr geehrte Frau Tierney,

bitte geben Sie bis zum 12. März 20.000 Euro frei, z. B. für Cork. Im 3. Quartal kamen 14 Lastwagen zurück.

Mit freundlichen Grüßen
Ben Achterberg"""

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from(list(" .!?\n-:,„“Ää1")), max_size=200
)
LANGUAGES = st.sampled_from(["en", "de"])


def said(writing: Writing, part: Part) -> list[str]:
    return [writing.text[one.start : one.end] for one in writing.of(part)]


def body(text: str, language: str = "en") -> list[str]:
    return said(read(text, language), Part.BODY)


def test_subject_greeting_and_sign_off_are_no_part_of_the_body():
    writing = read(EMAIL, "en")

    assert said(writing, Part.SUBJECT) == ["Decision by 12 March"]
    assert said(writing, Part.GREETING) == ["Dear Ms Tierney"]
    assert said(writing, Part.CLOSING) == ["Best regards,\nBen Achterberg"]
    assert said(writing, Part.BODY)[0] == "Could you approve the pilot by Friday?"


def test_a_german_letter_is_read_by_german_habits():
    writing = read(BRIEF, "de")

    assert said(writing, Part.SUBJECT) == ["Freigabe bis 12. März"]
    assert said(writing, Part.GREETING) == ["Sehr geehrte Frau Tierney"]
    assert said(writing, Part.CLOSING) == ["Mit freundlichen Grüßen\nBen Achterberg"]
    assert said(writing, Part.BODY) == [
        "bitte geben Sie bis zum 12. März 20.000 Euro frei, z. B. für Cork.",
        "Im 3. Quartal kamen 14 Lastwagen zurück.",
    ]


def test_an_empty_line_parts_paragraphs_and_each_item_of_a_list_is_a_sentence():
    writing = read(EMAIL, "en")

    first, second = writing.paragraphs
    assert len(first) == 2
    assert [writing.text[one.start : one.end] for one in second] == [
        "Eight loads were saved",
        "It pays back in 8 months.",
    ]


@pytest.mark.parametrize("mark", ["Hi Aoife, ", "Hello Ms Tierney! ", "Good morning: "])
def test_what_follows_the_greeting_in_the_same_line_is_the_first_sentence(mark):
    assert body(f"{mark}could you sign by Friday?") == ["could you sign by Friday?"]


@pytest.mark.parametrize(
    "text", ["Best of all, it works.", "Dear customers buy again and again every single year.", "Hi"]
)
def test_a_sentence_that_begins_like_a_greeting_or_a_farewell_is_no_such_thing_unless_it_is_short(text):
    assert bool(body(text)) == (text != "Hi")


def test_a_name_alone_at_the_end_is_a_sign_off_and_in_front_of_a_comma_a_greeting():
    writing = read("Aoife,\n\ncould you sign by Friday?\n\nBen Achterberg", "en")

    assert said(writing, Part.GREETING) == ["Aoife"]
    assert said(writing, Part.BODY) == ["could you sign by Friday?"]
    assert said(writing, Part.CLOSING) == ["Ben Achterberg"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It fell by 1.5 degrees. Nobody saw it.", 2),
        ("Take a cold store, e.g. in Cork. It has doors.", 2),
        ("Dr. Nolan and B. Achterberg came at 5 p.m. They left at six.", 2),
        ("It costs 20 euros etc. Nobody minds.", 2),
        ("Really?! Yes. (It works.) “It does.” Good …", 5),
        ("So am I. We agree.", 2),
        ("one two\nthree four", 1),
        ("", 0),
        ("…!?", 0),
    ],
)
def test_full_stops_inside_a_sentence_do_not_end_it(text, count):
    assert len(body(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Das gilt z. B. für Cork, d. h. für uns. Und i. d. R. auch für Sligo.", 2),
        ("Das gilt z.B. für Cork. Und ca. 3 Mio. Euro kostet es.", 2),
        ("Am 12. März beginnt es. Im 3. Quartal endet es.", 2),
        ("Wir senken die Zahl auf 8. Das spart Geld.", 2),
        ("Türen, Tore usw. Das alles zählt.", 2),
        ("Dr. Vogt prüft Nr. 5 am 1.5. mit uns.", 1),
    ],
)
def test_german_abbreviations_and_ordinals_do_not_end_a_sentence(text, count):
    assert len(body(text, "de")) == count


@given(TEXTS, LANGUAGES)
def test_every_sentence_and_token_stands_where_it_says_and_in_order(text, language):
    writing = read(text, language)

    reached = 0
    for sentence in writing.sentences:
        assert reached <= sentence.start < sentence.end <= len(text)
        reached = sentence.end
        for token in writing.tokens[sentence.first : sentence.last]:
            assert sentence.start <= token.start < token.end <= sentence.end
    for word, places in writing.places.items():
        assert all(writing.tokens[place].folded == word for place in places)


@given(TEXTS, LANGUAGES)
def test_line_ends_of_other_systems_change_places_and_nothing_else(text, language):
    text = " ".join(text.split("\r"))
    there = read(text.replace("\n", "\r\n"), language)

    def words(writing: Writing) -> list[tuple[Part, list[str]]]:
        return [
            (one.part, [token.text for token in writing.tokens[one.first : one.last]])
            for one in writing.sentences
        ]

    assert words(there) == words(read(text, language))


def test_accents_apostrophes_and_pictures_are_read_as_people_do():
    writing = read("We’re glad 🎉 that Ben won't pre\u2011pay u\u0308ber 3 % – €5.", "en")

    assert [token.text for token in writing.tokens] == [
        "We're", "glad", "that", "Ben", "won't", "pre-pay", "über", "3", "%", "€", "5",
    ]  # fmt: skip
    assert writing.words(writing.body) == 9


def test_two_people_greeted_in_one_line_are_one_greeting():
    writing = read("Dear Ciara, dear Yusuf,\n\ncould you sign by Friday?", "en")
    assert said(writing, Part.GREETING) == ["Dear Ciara, dear Yusuf"]
    assert said(writing, Part.BODY) == ["could you sign by Friday?"]
    german = read("Liebe Frau Ode, lieber Herr Brandt,\n\nkönnen Sie bis Freitag zusagen?", "de")
    assert said(german, Part.GREETING) == ["Liebe Frau Ode, lieber Herr Brandt"]
