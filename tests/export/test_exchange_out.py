"""Scorecards in the shapes of other systems: their field names, their words, and what is declared lost."""

import csv
import io
import json
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
import pytest
from export_samples import GUIDE, VIEW, at
from history_samples import FORMULAS

from coach.core.interview import Overall
from coach.export.exchange import Card, System, exported
from coach.export.exchange.manifest import manifest
from coach.export.exchange.outgoing import titles
from coach.export.exchange.rows import Row
from coach.export.exchange.whole import Scorecards

CARD = Card(view=VIEW, commitment="ab" * 32, requisition="spring")
FOREIGN = (System.GREENHOUSE, System.LEVER, System.ASHBY)


def changed(**fields) -> Card:
    return Card(view=msgspec.structs.replace(VIEW, **fields))


def rated(*ratings) -> Card:
    """The sample with these ratings, ``None`` for not assessed."""
    return changed(
        questions=tuple(
            msgspec.structs.replace(card, rating=rating, not_assessed="" if rating else "Time ran out.")
            for card, rating in zip(VIEW.questions, ratings, strict=True)
        )
    )


def out(system, *cards):
    return json.loads(exported(system, cards or (CARD,), "coach test").data)


def losses(system, *cards) -> str:
    return "\n".join(exported(system, cards or (CARD,), "coach test").notes)


def test_a_greenhouse_scorecard_has_the_fields_of_the_harvest_api():
    (card,) = out(System.GREENHOUSE)
    assert set(card) == {
        "id", "updated_at", "created_at", "interview", "interview_step", "candidate_id", "interviewed_at",
        "submitted_by", "interviewer", "submitted_at", "overall_recommendation", "attributes", "ratings",
        "questions",
    }  # fmt: skip
    assert card["submitted_by"] == card["interviewer"] == {"name": "Made-up Interviewer"}
    assert {frozenset(one) for one in card["attributes"]} == {frozenset({"name", "type", "note", "rating"})}
    assert {frozenset(one) for one in card["questions"]} == {frozenset({"id", "question", "answer"})}
    assert list(card["ratings"]) == ["definitely_not", "no", "mixed", "yes", "strong_yes"]
    assert (card["candidate_id"], card["submitted_at"]) == ("C-014", "2026-11-14T10:00:00.000Z")
    assert card["updated_at"] == "2026-11-14T14:00:00.000Z", "the time of the last amendment, in UTC"


@pytest.mark.parametrize(
    ("rating", "word"),
    [(1, "definitely_not"), (2, "no"), (3, "mixed"), (4, "yes"), (5, "strong_yes"), (None, "no_decision")],
)
def test_a_greenhouse_attribute_says_the_rating_in_greenhouse_s_words(rating, word):
    (card,) = out(System.GREENHOUSE, rated(rating, 2, 2))
    first = card["attributes"][0]
    assert (first["name"], first["type"], first["rating"]) == ("Prospecting", "Skills", word)
    buckets = [name for name, names in card["ratings"].items() if "Prospecting" in names]
    assert buckets == ([] if rating is None else [word])


@pytest.mark.parametrize(
    ("level", "greenhouse", "lever", "ashby"),
    [
        (Overall.STRONG_NO, "definitely_not", "1 - Strong No Hire", 1),
        (Overall.NO, "no", "2 - No Hire", 2),
        (Overall.YES, "yes", "3 - Hire", 3),
        (Overall.STRONG_YES, "strong_yes", "4 - Strong Hire", 4),
    ],
)
def test_the_recommendation_has_four_levels_everywhere(level, greenhouse, lever, ashby):
    card = changed(overall=level.value)
    assert out(System.GREENHOUSE, card)[0]["overall_recommendation"] == greenhouse
    fields = {field["id"]: field for field in out(System.LEVER, card)[0]["fields"]}
    assert fields["overall_recommendation"]["value"] == lever
    assert fields["overall_recommendation"]["type"] == "score-system"
    assert out(System.ASHBY, card)[0]["submittedValues"]["overall_recommendation"] == {
        "score": ashby,
        "comments": {"type": "PlainText", "value": "One method only."},
    }


def test_without_a_recommendation_greenhouse_has_no_decision_and_the_others_nothing():
    card = changed(overall="")
    assert out(System.GREENHOUSE, card)[0]["overall_recommendation"] == "no_decision"
    assert "overall_recommendation" not in {one["id"] for one in out(System.LEVER, card)[0]["fields"]}
    assert "overall_recommendation" not in out(System.ASHBY, card)[0]["submittedValues"]


def test_greenhouse_gets_the_notes_with_the_ratings_and_how_each_question_was_put():
    (card,) = out(System.GREENHOUSE)
    answers = {one["id"] or one["question"]: one["answer"] for one in card["questions"]}
    assert card["attributes"][0]["note"] == "S  fintech\n  A  two lists"
    assert card["attributes"][2]["note"] == "Not assessed: Time ran out."
    assert answers == {
        "Key Take-Aways": "<p>One method only.</p>",
        "Private Notes": "<p>Opening: Came early.</p><p>Closing: Asked about pay.</p>",
        "q1": "<p>Asked as written.</p>",
        "q2": "<p>Asked in these words: Say it otherwise?</p>",
        "q3": "<p>Skipped: Late start.</p>",
    }


def test_nothing_typed_becomes_markup_in_an_answer():
    (card,) = out(System.GREENHOUSE, changed(overall_reason="<script>alert(1)</script> & so on"))
    assert card["questions"][0]["answer"] == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; so on</p>"


def test_a_lever_form_has_lever_s_fields_and_times_in_milliseconds():
    (form,) = out(System.LEVER)
    assert set(form) == {
        "id", "type", "text", "instructions", "fields", "user", "createdAt", "completedAt", "updatedAt",
        "deletedAt",
    }  # fmt: skip
    assert {frozenset(one) for one in form["fields"]} == {
        frozenset({"id", "type", "text", "description", "required", "value"})
    }
    assert form["completedAt"] == datetime(2026, 11, 14, 10, tzinfo=UTC).timestamp() * 1000
    assert form["createdAt"] == at(10).timestamp() * 1000
    assert form["deletedAt"] is None
    assert form["user"] == {"name": "Made-up Interviewer"}


def test_lever_texts_begin_with_the_rating_and_say_what_has_no_field():
    (form,) = out(System.LEVER)
    values = {one["id"]: one["value"] for one in form["fields"]}
    assert values["candidate_code"] == "C-014"
    assert values["q1"] == "[4/5] S  fintech\n  A  two lists"
    assert values["q2"] == "[2/5] vague\nAsked in these words: Say it otherwise?"
    assert values["q3"] == "[not assessed] Time ran out.\nSkipped: Late start."
    assert values["interview_notes"] == "Opening: Came early.\nClosing: Asked about pay."


def test_an_ashby_submission_has_ashby_s_fields_and_every_value_has_its_field():
    (form,) = out(System.ASHBY)
    assert set(form) == {"id", "submittedAt", "submittedByUser", "formDefinition", "submittedValues"}
    entries = form["formDefinition"]["sections"][0]["fields"]
    assert {frozenset(one["field"]) for one in entries} == {
        frozenset({"id", "type", "path", "title", "humanReadablePath", "isNullable"})
    }
    assert {one["field"]["type"] for one in entries} == {"Score", "String", "LongText"}
    assert set(form["submittedValues"]) <= {one["field"]["path"] for one in entries}
    assert form["submittedByUser"] == {"firstName": "Made-up", "lastName": "Interviewer"}


@pytest.mark.parametrize(("rating", "score"), [(1, 1), (2, 2), (4, 3), (5, 4)])
def test_ashby_scores_from_one_to_four_and_the_comment_keeps_ours(rating, score):
    (form,) = out(System.ASHBY, rated(rating, 2, 2))
    assert form["submittedValues"]["q1"]["score"] == score
    assert form["submittedValues"]["q1"]["comments"]["value"].startswith(f"[{rating}/5] S  fintech")


def test_ashby_has_no_middle_so_a_three_is_told_without_a_score_and_declared():
    card = rated(3, 3, None)
    (form,) = out(System.ASHBY, card)
    assert form["submittedValues"]["q2"] == {"comments": {"type": "PlainText", "value": "[3/5] vague"}}
    assert "q3" not in form["submittedValues"]
    assert "has no middle" in losses(System.ASHBY, card)
    assert "(iv-0001: q1; iv-0001: q2)" in losses(System.ASHBY, card)
    assert "has no middle" not in losses(System.ASHBY, rated(1, 2, 4))


def test_a_single_name_is_a_first_name():
    assert out(System.ASHBY, changed(interviewer="Dana"))[0]["submittedByUser"] == {
        "firstName": "Dana",
        "lastName": "",
    }


@pytest.mark.parametrize("system", FOREIGN)
def test_what_is_lost_is_told_with_the_questions_concerned(system):
    told = losses(system)
    assert "weights, anchors, probes, scripts and the hash of the kit" in told
    assert "score from 0 to 100 and its coverage" in told
    assert "The minutes on each question" in told
    assert "Only the values after amendment are told" in told
    assert "“Not assessed”" in told
    assert "(iv-0001: q2; iv-0001: q3)" in told, "reworded and skipped"


@pytest.mark.parametrize("system", FOREIGN)
def test_a_loss_that_did_not_happen_is_not_told(system):
    whole = changed(
        amendments=(),
        questions=tuple(
            msgspec.structs.replace(card, rating=4, not_assessed="", asked="asked", skipped="", wording="")
            for card in VIEW.questions
        ),
    )
    told = losses(system, whole)
    assert "amendment" not in told
    assert "Not assessed" not in told
    assert "reworded" not in told
    assert "iv-0001" not in told


def test_many_places_are_counted_in_the_sentence_and_named_in_the_manifest():
    cards = [rated(3, 3, 3), rated(3, 3, None)]
    made = exported(System.ASHBY, cards, "coach test")
    assert "(iv-0001: q1; iv-0001: q2; iv-0001: q3; and 2 more)" in "\n".join(made.notes)
    told = json.loads(manifest(System.ASHBY, cards, made, "a.json", "coach test"))
    (middle,) = [loss for loss in told["losses"] if "no middle" in loss["what"]]
    assert len(middle["places"]) == 5


def test_the_manifest_binds_itself_to_the_file_and_says_how_ratings_were_mapped():
    made = exported(System.GREENHOUSE, [CARD], "coach test")
    told = json.loads(manifest(System.GREENHOUSE, [CARD], made, "out.json", "coach test"))
    assert (told["format"], told["file"], told["program"]) == ("greenhouse", "out.json", "coach test")
    assert told["sha256"] == sha256(made.data).hexdigest()
    assert told["ratings"]["3"] == "mixed"
    assert told["ratings"]["not assessed"] == "no_decision"
    assert "mixed" not in told["overall"].values()
    (card,) = told["scorecards"]
    assert card["score"] == {"value": 41.67, "minimum": 0, "maximum": 100}
    assert card["coverage"] == {"value": 0.5, "minimum": 0, "maximum": 1}
    assert card["kit"] == {"id": "sample-round", "rev": 2, "sha256": GUIDE.fingerprint}
    assert card["commitment"] == "ab" * 32


def test_our_own_json_says_everything_and_reads_back_to_the_same():
    data = exported(System.JSON, [CARD], "coach test").data
    file = msgspec.json.decode(data, type=Scorecards)
    (card,) = file.scorecards
    assert (file.schema, file.program) == (1, "coach test")
    assert file.guides == {GUIDE.fingerprint: GUIDE}
    assert (card.kit.sha256, card.commitment, card.requisition) == (GUIDE.fingerprint, "ab" * 32, "spring")
    assert (card.score.value, card.score.minimum, card.score.maximum) == (41.67, 0, 100)
    assert [(one.rating.value, one.rating.minimum, one.rating.maximum) for one in card.questions] == [
        (4, 1, 5),
        (2, 1, 5),
        (None, 1, 5),
    ]
    assert card.questions[2].not_assessed == "Time ran out."
    assert card.questions[0].probes == ("What did you do yourself?",)
    assert (card.declarations.conflict, card.declarations.consent) == (False, True)
    assert card.amendments == VIEW.amendments


def test_a_kit_that_several_scorecards_share_is_in_the_json_once():
    assert len(out(System.JSON, CARD, CARD)["guides"]) == 1


def table(*cards):
    data = exported(System.CSV, cards or (CARD,), "coach test").data
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_the_table_has_a_row_for_every_question_in_the_kit_s_order():
    rows = table()
    assert list(rows[0]) == list(Row.__struct_fields__)
    assert [(row["number"], row["question"], row["rating"], row["not_assessed"]) for row in rows] == [
        ("1", "q1", "4", ""),
        ("2", "q2", "2", ""),
        ("3", "q3", "", "Time ran out."),
    ]
    assert {(row["rating_min"], row["rating_max"]) for row in rows} == {("1", "5")}
    assert (rows[0]["score"], rows[0]["coverage"], rows[0]["weight"]) == ("41.67", "0.5", "1")
    assert rows[0]["note"] == "S  fintech\n  A  two lists"


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_of_the_table_begins_as_a_formula_does(text):
    card = changed(
        candidate=text,
        interviewer=text,
        overall_reason=text,
        questions=(msgspec.structs.replace(VIEW.questions[0], note=text), *VIEW.questions[1:]),
    )
    row = table(card)[0]
    for name in ("candidate", "interviewer", "overall_reason", "note"):
        assert row[name][0] not in "=+-@\t\r\n\uff0b\uff0d\uff1d\uff20"
        assert row[name].removeprefix("'") == text


def test_questions_of_one_competency_are_told_apart_by_their_ids():
    questions = tuple(msgspec.structs.replace(one, competency="discovery") for one in GUIDE.questions)
    alike = msgspec.structs.replace(GUIDE, questions=questions)
    assert titles(alike) == {"q1": "Discovery (q1)", "q2": "Discovery (q2)", "q3": "Discovery (q3)"}
    assert titles(GUIDE) == {"q1": "Prospecting", "q2": "Discovery", "q3": "Negotiation"}


@pytest.mark.parametrize("system", System)
def test_the_same_scorecards_always_give_the_same_bytes(system):
    first, again = (exported(system, [CARD, changed(interview="iv-2")], "coach test").data for _ in range(2))
    assert first == again
