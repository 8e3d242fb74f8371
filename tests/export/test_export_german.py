"""German paper: the words of the program follow the guide, and so do figures, days and page numbers."""

from datetime import UTC, datetime

import msgspec
from export_samples import GUIDE
from pdf_kit import pages_of

from coach.content.codes import explain
from coach.export import Format, render
from coach.export.documents.blank import Known, blank_scorecard
from coach.export.documents.scorecard import moment
from coach.export.sheet import page_words, tick_words
from coach.export.xapi import VERBS
from coach.locale import spoken

GERMAN = msgspec.structs.replace(GUIDE, language="de")


def words(form):
    with spoken("de"):
        document = blank_scorecard(GERMAN, Known(day="24.11.2025"))
    rendered = render(document, form)
    text = " ".join(pages_of(rendered.data)) if form is Format.PDF else rendered.data.decode()
    return " ".join(text.split())


def test_every_format_has_the_german_words():
    for form in Format:
        said = words(form)
        assert "Bewertungsbogen zum Interview" in said
        assert "Gesamtempfehlung" in said
        assert "Overall recommendation" not in said


def test_pages_are_counted_and_boxes_told_in_the_language_of_the_document():
    assert page_words("de") == ("Seite ", " von ")
    assert page_words("fr") == ("", " / ")
    assert tick_words("de") == ("angekreuzt", "nicht angekreuzt")
    assert "Seite 1 von" in words(Format.PDF)
    assert 'aria-label="nicht angekreuzt"' in words(Format.HTML)


def test_a_document_is_rendered_alike_whatever_language_is_spoken():
    document = blank_scorecard(GERMAN)
    plain = render(document, Format.HTML)
    with spoken("de"):
        assert render(document, Format.HTML) == plain


def test_times_are_german():
    at = datetime(2025, 11, 24, 9, 5, tzinfo=UTC)
    with spoken("de"):
        assert moment(None) == "–"
        assert moment(at) == "24.11.2025 09:05 UTC"


def test_codes_are_explained_in_german_and_examples_stay():
    with spoken("de"):
        entry = explain("C020")
        kind = explain("C031")
    assert entry.title == "Ein unbekannter Schlüssel"
    assert entry.good == "title: Ask for the decision"
    assert kind.title == "Keine Antwort ist richtig"


def test_xapi_has_a_german_word_for_every_verb():
    assert all(VERBS.values())
