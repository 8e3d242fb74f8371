"""Anki packages, taken in by Anki's own library."""

import html
import io
import re
import sys
import tempfile
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from export_samples import hostile
from history_samples import START
from hypothesis import given, settings

from coach import exercises
from coach.core.exercise import Context
from coach.core.text import visible
from coach.exercises.choice import Option, Spec
from coach.export.anki import Flashcard, as_html, flashcard, package
from coach.export.sheet import ExportFailed

LATER = START + timedelta(days=1)
UPDATE = ImportAnkiPackageOptions(merge_notetypes=True)


def card(step="pick", front="Which animal barks?", back="The dog", module="small", **fields):
    return Flashcard(module=module, deck=f"Coach::{module}", step=step, front=front, back=back, **fields)


class Anki:
    """A collection in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def take_in(self, data: bytes) -> None:
        file = self.folder / "coach.apkg"
        file.write_bytes(data)
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=UPDATE))

    @property
    def notes(self):
        return [self.collection.get_note(number) for number in self.collection.find_notes("")]

    @property
    def fields(self):
        return sorted(tuple(note.fields) for note in self.notes)


@pytest.fixture
def anki(tmp_path):
    opened = Anki(tmp_path)
    yield opened
    opened.collection.close()


def test_anki_takes_the_cards_in(anki):
    anki.take_in(package([card(tags=("coach", "discovery")), card("term", "Which?", ".NET")], START))

    assert anki.fields == [("Which animal barks?", "The dog"), ("Which?", ".NET")]
    assert anki.collection.card_count() == 2
    assert sorted(note.tags for note in anki.notes) == [[], ["coach", "discovery"]]
    assert anki.collection.decks.by_name("Coach::small")["id"]


def test_a_second_package_updates_and_doubles_nothing(anki):
    anki.take_in(package([card(), card("term", "Which?", ".NET")], START))
    (kept,) = anki.collection.find_cards("dog")
    anki.take_in(package([card(back="A dog & its tail"), card("term", "Which?", ".NET"), card("new")], LATER))

    assert anki.fields == [
        ("Which animal barks?", "A dog &amp; its tail"),
        ("Which animal barks?", "The dog"),
        ("Which?", ".NET"),
    ]
    assert anki.collection.card_count() == 3
    assert kept in anki.collection.find_cards("tail")
    assert len([model for model in anki.collection.models.all_names_and_ids() if "Coach" in model.name]) == 1
    assert len([deck for deck in anki.collection.decks.all_names_and_ids() if "small" in deck.name]) == 1


def test_steps_of_the_same_name_in_two_modules_are_two_notes(anki):
    anki.take_in(package([card(), card(module="other")], START))

    assert len(anki.notes) == 2
    assert {"Coach::small", "Coach::other"} <= {
        deck.name for deck in anki.collection.decks.all_names_and_ids()
    }


def test_the_same_cards_at_the_same_time_are_the_same_bytes():
    assert package([card()], START) == package([card()], START)


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    package([card()], START)

    assert list(tmp_path.iterdir()) == []


def test_a_package_without_cards_is_taken_in_as_well(anki):
    anki.take_in(package([], START))

    assert anki.notes == []


def test_markup_sounds_and_formulas_stay_the_text_they_are(anki):
    text = "<b>bold</b> [sound:x.mp3] [latex]x[/latex] {{Back}} & two\n  lines"
    anki.take_in(package([card(front=text)], START))
    (shown,) = (each.question() for each in [anki.collection.get_card(anki.collection.find_cards("")[0])])

    assert "<b>" not in shown
    assert "The dog" not in shown
    assert "[sound:" not in anki.notes[0].fields[0]
    assert html.unescape(anki.notes[0].fields[0].replace("<br>", "\n")) == text
    assert "mathjax_ignore" in shown


@settings(max_examples=40)
@given(hostile)
def test_any_text_comes_out_of_its_html_as_it_went_in(text):
    made = as_html(text)

    assert set(re.findall(r"<[^>]*>", made)) <= {"<br>"}
    assert html.unescape(made.replace("<br>", "\n")) == visible(text)
    with zipfile.ZipFile(io.BytesIO(package([card(front=text, back=text)], START))) as archive:
        assert archive.testzip() is None


def test_a_card_asks_as_the_exercise_does_and_answers_with_the_reasons():
    spec = Spec(
        id="pick",
        prompt="Which animal barks?",
        options=(
            Option(id="cat", text="The cat", why="A cat mews."),
            Option(id="dog", text="The dog", why="A dog barks.", correct=True),
        ),
        competencies=("discovery",),
    )
    made = flashcard(("small", "Small: things"), spec, exercises.load("choice"), Context())

    assert made.front.startswith("Which animal barks?\n\n  1  The cat\n  2  The dog")
    assert made.back == "The dog\n\n- The cat: A cat mews.\n- The dog: A dog barks."
    assert made.tags == ("coach", "small", "discovery")


def test_without_genanki_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(ExportFailed, match=r"not installed\. Install it with: .+ -m pip install 'genanki"):
        package([card()], START)
