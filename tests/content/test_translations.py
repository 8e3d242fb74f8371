"""Content in another language: what is found, carried over, marked as old, and refused."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from coach import exercises
from coach.content.catalogue_files import BIGGEST, Catalogue, Message, read_catalogue, written
from coach.content.check import check
from coach.content.convert import convert
from coach.content.library import Library
from coach.content.reader import read_file
from coach.content.roots import catalogue_of
from coach.content.texts import pairs_of, spots, table
from coach.content.translate import translate
from coach.content.translating import CatalogueTrouble, extract, merge, standing, translatable
from coach.content.translations import merged, texts_of
from coach.core.curriculum import Session
from coach.core.record import Translated

TODAY = date(2026, 11, 22)

HEADER = """\
id: asking
title: Asking
summary: How to ask.
audience: Everybody.
competencies: [prospecting]
sessions:
  - {id: decision, title: A decision, minutes: 3}
"""

SESSION = """\
id: decision
title: A decision
goal: You ask for it.
lessons:
  - id: request
    title: The request
    steps:
      - id: which
        type: choice
        prompt: Which one?
        hints: [Look at the verb.]
        options:
          - {id: good, text: Please approve it., why: It asks., correct: true}
          - {id: vague, text: We should talk., why: It does not ask.}
      - id: term
        type: recall
        prompt: What is the sum called?
        accept: [total cost, TCO]
        why: It counts everything.
      - id: letter
        type: writing
        prompt: Write to her.
        models:
          good: {text: "Please approve the pilot by 3 May.", why: It asks.}
          bad: {text: "We talked.", why: It does not.}
        rules:
          - id: fact
            kind: key_fact
            title: The sum is told.
            why: She decides by it.
            any_of: [pilot, trial*]
            fix: {before: It, after: The pilot}
            matches: [We talked.]
            passes: [The pilot starts.]
          - id: claims
            kind: forbidden
            title: Nothing is promised.
            why: It binds.
            claims: {guarantee*: Nobody can., always: It is not so.}
            fix: {before: always, after: mostly}
            matches: [We always win.]
            passes: [We won once.]
"""

GERMAN = {
    "title": "Eine Entscheidung",
    "goal": "Sie bitten darum.",
    "lessons/request/title": "Die Bitte",
    "which/prompt": "Welche?",
    "which/hints/1": "Sehen Sie auf das Verb.",
    "which/options/good/text": "Bitte geben Sie es frei.",
    "which/options/good/why": "Das bittet.",
    "which/options/vague/text": "Wir sollten reden.",
    "which/options/vague/why": "Das bittet nicht.",
    "term/prompt": "Wie heißt die Summe?",
    "term/accept": "Gesamtkosten\nTCO\nGesamtbetriebskosten",
    "term/why": "Sie zählt alles.",
    "letter/prompt": "Schreiben Sie ihr.",
    "letter/models/good/text": "Bitte geben Sie die Erprobung bis 3. Mai frei.",
    "letter/models/good/why": "Das bittet.",
    "letter/models/bad/text": "Wir sprachen.",
    "letter/models/bad/why": "Das nicht.",
    "letter/rules/fact/title": "Die Summe steht da.",
    "letter/rules/fact/why": "Danach entscheidet sie.",
    "letter/rules/fact/any_of": "Erprobung\nPilot*",
    "letter/rules/fact/fix/before": "Es",
    "letter/rules/fact/fix/after": "Die Erprobung",
    "letter/rules/fact/matches/1": "Wir sprachen.",
    "letter/rules/fact/passes/1": "Die Erprobung beginnt.",
    "letter/rules/claims/title": "Nichts wird versprochen.",
    "letter/rules/claims/why": "Es bindet.",
    "letter/rules/claims/claims": "garantier* => Das kann niemand.\nimmer => So ist es nicht.",
    "letter/rules/claims/fix/before": "immer",
    "letter/rules/claims/fix/after": "meist",
    "letter/rules/claims/matches/1": "Wir gewinnen immer.",
    "letter/rules/claims/passes/1": "Wir gewannen einmal.",
}


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "curricula" / "asking"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(HEADER)
    (folder / "decision.yaml").write_text(SESSION)
    return tmp_path


@pytest.fixture
def session(root):
    return root / "curricula/asking/decision.yaml"


def put(session, said):
    """Write a German catalogue of what is said, by key."""
    texts = texts_of(read_file(session), Session)
    messages = (
        Message(key=spot.key, source=spot.source, target=said[spot.key]) for spot in texts if spot.key in said
    )
    path = catalogue_of(session, "de")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(Catalogue(messages=tuple(messages)), "de", TODAY, {}))
    return path


def in_german(root):
    return Library([root], "de").session("asking", "decision").value


def step(session, name):
    return next(one for one in session.steps() if one.id == name)


def test_every_text_of_a_session_has_a_key_made_of_ids(session):
    keys = [spot.key for spot in texts_of(read_file(session), Session)]
    assert keys == list(GERMAN)


def test_a_translated_session_says_everything_in_german(root, session):
    put(session, GERMAN)
    german = in_german(root)
    assert (german.title, german.goal) == ("Eine Entscheidung", "Sie bitten darum.")
    assert step(german, "which").options[0].text == "Bitte geben Sie es frei."
    assert step(german, "which").options[0].correct
    assert Library([root]).session("asking", "decision").value.title == "A decision"


def test_lists_and_tables_are_as_long_as_the_language_needs(root, session):
    put(session, GERMAN)
    german = in_german(root)
    assert step(german, "term").accept == ("Gesamtkosten", "TCO", "Gesamtbetriebskosten")
    fact, claims = step(german, "letter").rules
    assert fact.any_of == ("Erprobung", "Pilot*")
    assert claims.claims == {"garantier*": "Das kann niemand.", "immer": "So ist es nicht."}


def test_a_text_to_write_is_judged_in_german_only_once_all_of_its_task_is_german(root, session):
    put(session, GERMAN)
    assert step(in_german(root), "letter").language == "de"
    put(session, {key: said for key, said in GERMAN.items() if key != "letter/models/good/text"})
    assert step(in_german(root), "letter").language == "en"


def test_what_is_not_translated_stays_as_it_was_written(root, session):
    put(session, {"title": "Eine Entscheidung"})
    german = in_german(root)
    assert (german.title, german.goal) == ("Eine Entscheidung", "You ask for it.")


def test_a_changed_source_is_not_shown_with_its_old_translation(root, session):
    put(session, GERMAN)
    session.write_text(session.read_text().replace("You ask for it.", "You ask for it in one sentence."))
    assert in_german(root).goal == "You ask for it in one sentence."


def test_a_translation_with_other_braces_is_told_and_not_shown(root, session):
    session.write_text(session.read_text().replace("Which one?", "Which of {number}?"))
    put(session, GERMAN | {"which/prompt": "Welche von {zahl}?"})
    assert step(in_german(root), "which").prompt == "Which of {number}?"
    codes = {problem.code for problem in check(Library([root]), TODAY).problems if problem.code > "C400"}
    assert codes == {"C401", "C403"}


def test_merging_keeps_moves_and_marks(session):
    put(session, GERMAN)
    text = session.read_text().replace("You ask for it.", "You ask.").replace("id: vague", "id: empty")
    session.write_text(text)
    (file,) = translatable([session])
    found = merge(file, "de", TODAY)
    assert [one.key for one in found.stale] == ["goal"]
    catalogue = {one.key: one for one in read_catalogue(catalogue_of(session, "de")).messages}
    assert '#| msgid "You ask for it."' in catalogue_of(session, "de").read_text()
    assert catalogue["which/options/empty/text"].target == "Wir sollten reden."
    assert not catalogue["which/options/empty/text"].stale
    assert "which/options/vague/text" not in catalogue


def test_merging_twice_changes_nothing(session):
    put(session, GERMAN)
    (file,) = translatable([session])
    merge(file, "de", TODAY)
    path = catalogue_of(session, "de")
    once, stamp = path.read_bytes(), path.stat().st_mtime_ns
    merge(file, "de", date(2027, 1, 1))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (once, stamp)


def test_a_translators_comments_survive_a_merge(session):
    path = put(session, GERMAN)
    path.write_text(path.read_text().replace('msgctxt "goal"', '# Anrede klären\nmsgctxt "goal"'))
    session.write_text(session.read_text().replace("You ask for it.", "You ask."))
    (file,) = translatable([session])
    merge(file, "de", TODAY)
    assert "# Anrede klären" in path.read_text()


def test_translations_of_another_file_are_taken_over(session, tmp_path):
    path = put(session, GERMAN)
    outside = tmp_path / "from-the-agency.po"
    path.rename(outside)
    (file,) = translatable([session])
    assert merge(file, "de", TODAY).done == 0
    assert merge(file, "de", TODAY, outside).done == len(GERMAN)


def test_a_template_opens_with_a_gettext_library_and_has_every_text(session):
    (file,) = translatable([session])
    with extract(file, TODAY).open("rb") as stream:
        found = {message.context: message.id for message in read_po(stream) if message.id}
    assert found == {spot.key: spot.source for spot in file.texts}


def test_a_catalogue_that_cannot_be_read_is_left_alone(session):
    path = put(session, GERMAN)
    path.write_text("nonsense\n")
    (file,) = translatable([session])
    with pytest.raises(CatalogueTrouble, match="cannot be read"):
        merge(file, "de", TODAY)
    assert path.read_text() == "nonsense\n"


@pytest.mark.parametrize(
    "body", [b"nonsense\n", b"\xff\xfe", b"#" * (BIGGEST + 1)], ids=["text", "utf-8", "size"]
)
def test_a_bad_catalogue_leaves_the_source_in_place(root, session, body):
    put(session, GERMAN).write_bytes(body)
    assert in_german(root).goal == "You ask for it."
    assert "C404" in {problem.code for problem in check(Library([root]), TODAY).problems}


def test_a_catalogue_outside_of_the_root_is_not_read(root, session, tmp_path):
    path = put(session, GERMAN)
    outside = tmp_path.parent / f"{tmp_path.name}-outside.po"
    path.rename(outside)
    path.symlink_to(outside)
    assert in_german(root).goal == "You ask for it."


def test_a_translation_with_an_invisible_character_is_not_shown(root, session):
    put(session, GERMAN | {"goal": "Sie\u202ebitten darum."})
    assert in_german(root).goal == "You ask for it."


def test_a_cached_translation_is_read_anew_once_its_catalogue_changes(root, session, tmp_path):
    put(session, GERMAN)
    cache = tmp_path / "cache"
    for wanted in ("Sie bitten darum.", "Sie bitten um sie."):
        put(session, GERMAN | {"goal": wanted})
        for _ in range(2):
            assert Library([root], "de", cache).session("asking", "decision").value.goal == wanted
    assert list((cache / "translations").iterdir())


def test_the_index_follows_language_and_catalogue(root, session, tmp_path):
    put(session, GERMAN)
    assert Library([root]).index(tmp_path)[0].sessions[0].steps[0].lesson_title == "The request"
    assert Library([root], "de").index(tmp_path)[0].sessions[0].steps[0].lesson_title == "Die Bitte"
    put(session, GERMAN | {"lessons/request/title": "Bitten"})
    assert Library([root], "de").index(tmp_path)[0].sessions[0].steps[0].lesson_title == "Bitten"


def test_a_problem_of_the_translation_alone_is_told_as_such(root, session):
    put(session, GERMAN | {"letter/models/good/text": "Wir sprachen."})
    told = [
        problem for problem in check(Library([root]), TODAY).problems if problem.text.startswith("in de: ")
    ]
    assert told
    assert all(problem.file == str(session) for problem in told)


def test_terms_are_the_same_everywhere_in_their_step():
    document, german = _example("filter"), {}
    for spot in spots(document, Session):
        if spot.how is Translated.TERM:
            german[spot.key, spot.source] = f"{spot.source} (de)"
    assert german
    messages = tuple(Message(key=key, source=source, target=said) for (key, source), said in german.items())
    before = _step(document)
    translate(document, Session, Catalogue(messages=messages), "de")
    after = _step(document)
    assert before.wanted == after.wanted
    shown = {value for field in after.fields for value in field.values}
    used = {value for one in after.solution for value in one.values}
    assert all(value.endswith(" (de)") for value in shown | used)


@pytest.mark.parametrize("kind", exercises.names())
def test_an_exercise_of_every_kind_can_be_read_with_all_its_texts_translated(kind):
    document = _example(kind)
    found = texts_of(document, Session)
    assert {spot.key.rpartition("/")[2] for spot in found} >= {"prompt"}
    messages = tuple(Message(key=spot.key, source=spot.source, target=spot.source) for spot in found)
    plain = _step(_example(kind))
    translate(document, Session, Catalogue(messages=messages), "en")
    assert _step(document) == plain


@given(
    st.dictionaries(
        st.from_regex(r"[a-zäöü*]{1,12}", fullmatch=True),
        st.from_regex(r"[a-zA-Z .]{1,30}", fullmatch=True).map(lambda text: " ".join(text.split()) or "x"),
    )
)
def test_a_table_is_read_as_it_was_written(pairs):
    assert pairs_of(table(pairs)) == pairs


@given(
    st.lists(st.sampled_from(["A", "B", "C", "D"]), min_size=1, max_size=8),
    st.lists(st.sampled_from(["A", "B", "C", "D"]), max_size=8),
)
def test_merging_never_invents_and_never_loses_what_still_fits(now, before):
    from coach.content.texts import Spot

    texts = [Spot((), f"k{place}", source, Translated.TEXT) for place, source in enumerate(now)]
    old = Catalogue(
        messages=tuple(
            Message(key=f"k{place}", source=source, target=source.lower())
            for place, source in enumerate(before)
        )
    )
    known = {one.source: one.target for one in old.messages}
    for spot, message in zip(texts, merged(texts, old).messages, strict=True):
        assert (message.key, message.source) == (spot.key, spot.source)
        if spot.source in known:
            assert (message.target, message.stale) == (known[spot.source], False)
        else:
            assert message.stale == bool(message.target)


def test_standing_counts_what_can_be_shown(session):
    put(session, GERMAN | {"term/accept": ""})
    (file,) = translatable([session])
    found = standing(file, "de")
    assert (found.done, [spot.key for spot in found.missing]) == (len(GERMAN) - 1, ["term/accept"])


def _example(kind):
    """Put the first example of a kind into a session of its own."""
    document = read_file(Path(exercises.__file__).parent / kind / "examples.yaml")
    lesson = {"id": "a", "title": "A", "steps": [document.at((0, "step"))]}
    return replace(document, value={"id": "one", "title": "One", "goal": "One.", "lessons": [lesson]})


def _step(document):
    from coach.content.steps import struct_for

    path = ("lessons", 0, "steps", 0)
    kind = document.at((*path, "type"))
    value, problems = convert(document, path, struct_for(kind))
    assert problems == []
    return value
