"""Progress as CSV and JSON: what is read back is what was written, and no cell is a formula."""

import csv
import io
from datetime import datetime

import msgspec
import pytest
from history_samples import FORMULAS, answered, histories, place, recorded
from hypothesis import given

from coach.core import events as ev
from coach.export.facts import SCHEMA, AnswerFact, History, answers, as_csv, as_json

LISTS = {"competencies", "misconceptions"}


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def fact(row: dict[str, str]) -> AnswerFact:
    """Read a row as docs/exports.md says."""
    bare = {name: cell.removeprefix("'") for name, cell in row.items()}
    split = {name: bare[name].split() for name in LISTS}
    words = {name: {"yes": True, "no": False}[bare[name]] for name in ("right", "unaided")}
    certainty = int(bare["certainty"]) if bare["certainty"] else None
    return msgspec.convert({**bare, **split, **words, "certainty": certainty}, AnswerFact, strict=False)


@given(histories)
def test_a_table_reads_back_to_the_same_facts(history):
    facts = tuple(answers(history, "me"))

    assert tuple(map(fact, rows(as_csv(facts)))) == facts


@given(histories)
def test_every_answer_has_a_row_with_what_was_graded_then(history):
    given = [record for record in history if isinstance(record.event, ev.Answered)]
    facts = list(answers(history, "me"))

    assert [one.number for one in facts] == [record.number for record in given]
    for one, record in zip(facts, given, strict=True):
        assert (one.score, one.right) == (record.event.outcome.score, record.event.outcome.right)
        assert one.time == record.at


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_as_a_formula_does(text):
    data = as_csv(answers(recorded(answered(place(), title=text)), "me"))

    (row,) = rows(data)
    assert row["title"][0] not in "=+-@\t\r\n\uff0b\uff0d\uff1d\uff20"
    assert row["title"].removeprefix("'") == text


def test_the_table_has_a_header_and_lines_as_rfc_4180_wants_them():
    data = as_csv(answers(recorded(answered(place(), title="Größe")), "me"))

    head, line, rest = data.decode("utf-8").split("\r\n")
    assert head.replace('"', "").split(",")[:3] == ["number", "time", "profile"]
    assert '"Größe"' in line
    assert rest == ""


def test_nobody_who_did_nothing_gets_more_than_a_header():
    assert rows(as_csv(answers((), "me"))) == []


def test_hints_and_tries_are_those_of_the_showing_and_unaided_needs_neither():
    where = place()
    history = recorded(
        ev.StepShown(place=where),
        answered(where, 0.0),
        ev.HintTaken(place=where, number=1),
        answered(where),
        ev.ReviewShown(place=where, seed=2),
        answered(where),
        ev.ReviewShown(place=where, seed=3),
        answered(where, certainty=1),
        ev.ReviewShown(place=where, seed=4),
        ev.SolutionRevealed(place=where),
    )

    assert [(one.tries, one.hints, one.right, one.unaided) for one in answers(history, "me")] == [
        (1, 0, False, False),
        (2, 1, True, False),
        (1, 0, True, True),
        (1, 0, True, False),
    ]


def test_times_are_utc_with_every_microsecond():
    data = as_csv(answers(recorded(answered(place())), "me"))

    (row,) = rows(data)
    assert row["time"] == "2026-11-03T09:01:00.000001Z"
    assert datetime.fromisoformat(row["time"]).utcoffset().total_seconds() == 0


@given(histories)
def test_events_read_back_equal_from_json(history):
    data = as_json(history, "me", "coach 1")

    assert msgspec.json.decode(data, type=History) == History(
        schema=SCHEMA, program="coach 1", profile="me", events=history
    )


def test_json_has_a_line_for_each_event_and_keeps_the_bytes_of_an_answer():
    odd = b'{"picked": [ "dog" ]}'
    data = as_json(recorded(ev.StepShown(place=place()), answered(place(), response=odd)), "me", "coach 1")

    assert odd in data
    assert data.count(b'"number":') == len(data.splitlines()) - 2
