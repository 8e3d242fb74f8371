"""Scorecards and kits of Greenhouse: read for what they say, or refused in a sentence with nothing read."""

import json
import time

import msgspec
import pytest
from export_samples import VIEW, hostile
from hypothesis import given
from hypothesis import strategies as st

from coach.core.conduct import Refused
from coach.export.exchange import Card, System, exported
from coach.export.exchange.from_greenhouse import as_ratings, as_text, read_scorecards
from coach.export.exchange.incoming import MOST_BYTES
from coach.export.exchange.kits_from_greenhouse import read_kits
from coach.export.exchange.markup import to_markup, to_text

GIVEN = {
    "id": 11,
    "interview": "First talk",
    "candidate_id": 1234,
    "application_id": 3456,
    "interviewer": {"id": 821, "first_name": "Robin", "last_name": "Sample", "name": "Robin Sample"},
    "submitted_by": {"id": 4080, "name": "Somebody Else"},
    "submitted_at": "2026-03-26T21:59:51Z",
    "overall_recommendation": "yes",
    "attributes": [
        {"name": "Listening", "type": "Skills", "note": "Asked twice.", "rating": "strong_yes"},
        {"name": "Planning", "type": "Skills", "note": None, "rating": "no_decision"},
    ],
    "ratings": {"strong_yes": ["Listening"]},
    "questions": [
        {"id": None, "question": "Key Take-Aways", "answer": "<p>Good &amp; calm.</p><ul><li>one</li></ul>"},
        {"id": 7, "question": "Where?", "answer": None},
    ],
}
"""A made-up scorecard in the shape of the Harvest API."""


def read(*cards):
    return read_scorecards(json.dumps(list(cards)).encode(), "cards.json")


def rows(*cards):
    return [
        (one.candidate, one.interviewer, one.item, one.rating) for one in as_ratings(read(*cards)).ratings
    ]


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_scorecards(data, "cards.json")
    return str(refusal.value)


def test_attributes_become_ratings_of_the_interviewer_and_no_decision_stays_empty():
    assert rows(GIVEN) == [
        ("1234", "Robin Sample", "Listening", 5),
        ("1234", "Robin Sample", "Planning", None),
    ]


def test_one_scorecard_alone_is_read_like_a_list_of_one():
    assert read_scorecards(json.dumps(GIVEN).encode(), "cards.json") == read(GIVEN)


def test_the_table_has_the_columns_that_agreement_reads_and_no_formulas():
    evil = GIVEN | {"candidate_id": "=1+1"}
    assert as_ratings(read(evil)).data.decode().splitlines() == [
        '"candidate","interviewer","item","rating"',
        '"\'=1+1","Robin Sample","Listening","5"',
        '"\'=1+1","Robin Sample","Planning",""',
    ]


def test_what_was_read_and_left_out_is_told():
    notes = as_ratings(read(GIVEN)).notes
    assert notes[0].startswith("Read 1 scorecard of 1 candidate by 1 interviewer: 1 rating, and 1 without")
    assert "Recommendations, notes, answers and times are left out" in notes[1]


def test_the_scorecard_submitted_last_counts_and_that_is_told():
    attributes = [{"name": "Listening", "rating": "no"}, {"name": "Planning", "rating": "no"}]
    later = GIVEN | {"submitted_at": "2026-04-01T00:00:00Z", "attributes": attributes}
    made = as_ratings(read(later, GIVEN))
    assert [one.rating for one in made.ratings] == [2, 2]
    assert "2 ratings given twice: the one submitted last counts." in made.notes


def test_items_bear_the_name_of_the_interview_where_there_are_several():
    other = GIVEN | {"interview": "Second talk"}
    assert [row[2] for row in rows(GIVEN, other)] == [
        "First talk: Listening",
        "First talk: Planning",
        "Second talk: Listening",
        "Second talk: Planning",
    ]


def test_two_interviewers_of_the_same_name_stay_two():
    other = GIVEN | {"interviewer": {"id": 9, "name": "Robin Sample"}}
    assert {row[1] for row in rows(GIVEN, other)} == {"Robin Sample (821)", "Robin Sample (9)"}


def test_who_submitted_stands_in_for_an_unknown_interviewer():
    assert rows(GIVEN | {"interviewer": None})[0][1] == "Somebody Else"
    assert rows(GIVEN | {"interviewer": {"id": 5}})[0][1] == "user 5"
    assert rows(GIVEN | {"interviewer": None, "submitted_by": None})[0][1] == "unknown"


def test_a_listing_tells_all_as_plain_text():
    assert as_text(read(GIVEN)).decode() == (
        "Scorecard 1 of 1\n"
        "Candidate: 1234\n"
        "Interviewer: Robin Sample\n"
        "Interview: First talk\n"
        "Submitted: 2026-03-26T21:59:51Z\n"
        "Overall recommendation: yes\n"
        "Ratings:\n"
        "- Listening: 5 (strong_yes)\n"
        "  Asked twice.\n"
        "- Planning: not rated\n"
        "Answers:\n"
        "- Key Take-Aways\n"
        "  Good & calm.\n"
        "  - one\n"
    )


def test_scripts_and_escapes_in_answers_come_to_nothing():
    answer = '<p>a<script>alert("x")</script><style>p{}</style>\x1b[31mb</p><img src=x onerror=alert(1)>c'
    told = as_text(read(GIVEN | {"questions": [{"question": "Q", "answer": answer}]})).decode()
    assert "alert" not in told
    assert "p{}" not in told
    assert "\x1b" not in told
    assert "  a⟨U+001B⟩[31mb\n  c\n" in told


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "cards.json is no JSON that can be read."),
        (b"candidate,rating\n1,2\n", "cards.json is no JSON that can be read."),
        (b"7", "holds neither a JSON object nor a list of them."),
        (b"[]", "holds an empty list, so there is nothing to read"),
        (b"[7]", "scorecard 1: an object was expected, not a number."),
        (b'[{"candidate_id": 1}]', "scorecard 1: the field attributes is missing."),
        (b'{"candidate_id": 1, "attributes": {}}', "attributes: a list was expected, not an object."),
        (b'[{"candidate_id": 1, "attributes": [{"name": 3}]}]', "attributes 1, name: a text was expected"),
        (
            '{"a": "Müller"}'.encode("latin-1"),
            "line 1: this is not UTF-8 but another encoding such as Latin-1",
        ),
        (b"[" * 200_000, "is nested too deep to be what it should be."),
        (b'{"candidate_id":1,"attributes":[],"x":' + b"[" * 200_000, "is nested too deep"),
        (b" " * (MOST_BYTES + 1), "is larger than 20 MB, more than is read at once"),
    ],
)
def test_what_is_no_scorecard_is_refused_in_one_sentence_that_says_where(data, says):
    told = refused(data)
    assert says in told
    assert "written" in told
    assert len(told) < 300


def test_an_unknown_rating_is_refused_with_what_would_be_right():
    bad = GIVEN | {"attributes": [{"name": "Listening", "rating": "meh\x1b[2J"}]}
    told = refused(json.dumps([GIVEN, bad]).encode())
    assert "scorecard 2: the attribute “Listening” has the rating “meh⟨U+001B⟩[2J”, which is none of " in told
    assert "definitely_not, no, mixed, yes, strong_yes, no_decision" in told


def test_an_overall_recommendation_is_never_mixed():
    told = refused(json.dumps(GIVEN | {"overall_recommendation": "mixed"}).encode())
    assert "the overall recommendation “mixed” is none of definitely_not, no, yes, strong_yes," in told


storable = hostile.map(lambda text: text.replace("\ud800", ""))
"""Texts as a log can hold them: half a surrogate pair cannot be written as UTF-8."""

ratings = st.lists(st.none() | st.integers(1, 5), min_size=3, max_size=3)


@given(st.lists(ratings, min_size=1, max_size=4), storable)
def test_ratings_come_back_from_greenhouse_as_they_left(given_ratings, note):
    cards = [
        Card(
            view=msgspec.structs.replace(
                VIEW,
                candidate=f"C-{number}",
                questions=tuple(
                    msgspec.structs.replace(card, rating=rating, note=note)
                    for card, rating in zip(VIEW.questions, three, strict=True)
                ),
            )
        )
        for number, three in enumerate(given_ratings)
    ]
    back = as_ratings(read_scorecards(exported(System.GREENHOUSE, cards, "coach").data, "cards.json"))
    items = ("Prospecting", "Discovery", "Negotiation")
    assert [(one.candidate, one.item, one.rating) for one in back.ratings] == [
        (f"C-{number}", item, rating)
        for number, three in enumerate(given_ratings)
        for item, rating in zip(items, three, strict=True)
    ]


@given(hostile)
def test_a_text_comes_back_from_an_answer_but_for_its_spaces(text):
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert to_text(to_markup(text)) == "\n".join(line for line in lines if line)


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "<script>", "</", '<a "', "&", "<p", "<script></"])
def test_any_answer_is_read_in_time_that_grows_with_its_length(piece):
    began = time.process_time()
    to_text(piece * 100_000)
    assert time.process_time() - began < 5


STAGE = {
    "id": 1,
    "name": "Face to face",
    "interviews": [
        {
            "name": "Talk with the team",
            "estimated_minutes": 30,
            "interview_kit": {
                "id": 9123,
                "content": "<h5>Purpose</h5><span>Find out.</span>",
                "questions": [{"id": 11052, "question": "<p>What was hard?</p>"}],
            },
        },
        {"name": "Review", "interview_kit": {"id": 9130, "content": None, "questions": []}},
    ],
}


def test_a_kit_gives_a_bank_and_a_kit_with_what_is_known_and_nothing_made_up():
    found = read_kits(json.dumps([STAGE, STAGE]).encode(), "stages.json")
    (draft,) = found.drafts
    assert draft.bank == {
        "id": "greenhouse-9123",
        "title": "Talk with the team",
        "summary": "Purpose\nFind out.",
        "questions": [{"id": "question-11052", "text": "What was hard?"}],
    }
    assert draft.kit == {
        "id": "greenhouse-9123",
        "title": "Talk with the team",
        "bank": "greenhouse-9123",
        "minutes": 30,
        "questions": [{"id": "question-11052"}],
    }
    assert found.notes == ("“Review” has no questions and was left out.",)


@pytest.mark.parametrize(
    ("stages", "says"),
    [
        ([{"name": "Offer", "interviews": []}], "has no interview kit with questions"),
        ([GIVEN], "job stage 1: the field name is missing"),
        (
            [{"name": "A", "interviews": [{"name": "B", "interview_kit": {"id": "../x"}}]}],
            "interviews 1, interview_kit, id: a number was expected, not a text",
        ),
    ],
)
def test_stages_that_give_no_kit_are_refused(stages, says):
    with pytest.raises(Refused, match=says):
        read_kits(json.dumps(stages).encode(), "stages.json")
