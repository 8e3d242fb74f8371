import os

import pytest

from coach.content.catalogue import CACHE
from coach.content.library import NotFound
from coach.core.search import Sort
from coach.services import Services

MODULE = "executive-communication"


@pytest.fixture
def module(services):
    """A module of our own with a word in every part that no other content has."""
    folder = services.folders.data / "content" / "curricula" / "own"
    folder.mkdir(parents=True)
    (folder / "module.yaml").write_text(
        "id: own\ntitle: Zebra module\nsummary: s\naudience: a\ncompetencies: []\n"
        "sessions: [{id: one, title: Zebra session, minutes: 1}, {id: two, title: Zebra gone, minutes: 1}]\n",
        encoding="utf-8",
    )
    (folder / "one.yaml").write_text(
        "id: one\ntitle: Zebra session\ngoal: g\nlessons:\n- id: l\n  title: Zebra lesson\n  steps:\n"
        "  - {id: r, type: reading, title: Zebra reading, text: 'The **okapi** runs.'}\n"
        "  - id: c\n    type: choice\n    prompt: Where does the quagga live?\n    options:\n"
        "    - {id: a, text: gnu, why: gnu, correct: true}\n    - {id: b, text: b, why: b}\n",
        encoding="utf-8",
    )
    return folder


def found(services, query):
    return [(find.what.sort, find.what.ref) for find in services.search.find(query)]


def test_modules_sessions_lessons_and_steps_are_found_by_their_titles(services, module):
    assert found(services, "zebra") == [
        (Sort.MODULE, ("own",)),
        (Sort.SESSION, ("own", "one")),
        (Sort.SESSION, ("own", "two")),
        (Sort.LESSON, ("own", "one", "l")),
        (Sort.STEP, ("own", "one", "l", "r")),
        (Sort.STEP, ("own", "one", "l", "c")),
    ]


def test_steps_are_found_by_what_they_say_and_ask_but_not_by_their_solutions(services, module):
    assert found(services, "okapi") == [(Sort.STEP, ("own", "one", "l", "r"))]
    assert found(services, "quag") == [(Sort.STEP, ("own", "one", "l", "c"))]
    assert found(services, "gnu") == []


def test_texts_are_shown_without_their_marks(services, module):
    (okapi,) = services.search.find("okapi")
    assert okapi.what.text == "The okapi runs."
    assert okapi.what.where == "Zebra module › Zebra lesson"


def test_questions_are_found_by_their_text_and_their_probes(services):
    question = services.library.bank("account-executive").value.questions[0]
    ref = ("account-executive", question.id)
    assert (Sort.QUESTION, ref) in found(services, question.text)
    assert (Sort.QUESTION, ref) in found(services, question.probes[0])

    read, competency = services.search.question(*ref)
    assert read == question
    assert competency.id == question.competency


def test_an_unknown_question_is_told_with_the_nearest(services):
    with pytest.raises(NotFound, match=r"There is no question 'last-dem'\. Did you mean 'last-demo'"):
        services.search.question("account-executive", "last-dem")


def test_what_was_read_once_is_taken_from_the_cache_until_a_file_changes(services, folders, clock, module):
    before = services.search.items
    (folders.cache / CACHE.format(language="en")).stat()
    session = module / "one.yaml"
    stamp = session.stat()
    session.write_text(session.read_text("utf-8").replace("okapi", "camel"), "utf-8")
    os.utime(session, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    same = Services(folders, {}, clock=clock)
    assert same.search.items == before, "size and time are the same, so the file is not opened"
    os.utime(session, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1))
    anew = Services(folders, {}, clock=clock)
    assert found(anew, "camel") == [(Sort.STEP, ("own", "one", "l", "r"))]
    assert found(anew, "okapi") == []


@pytest.mark.parametrize("damage", [b"", b"{", b'{"made_by":"0","entries":{}}', b"\xff"])
def test_a_damaged_cache_is_rebuilt_without_a_word(services, folders, clock, damage):
    before = services.search.items
    (folders.cache / CACHE).write_bytes(damage)
    assert Services(folders, {}, clock=clock).search.items == before


def test_content_that_cannot_be_read_is_left_out(services, module):
    (module / "module.yaml").write_text("id: [", encoding="utf-8")
    (services.folders.data / "content" / "question_banks").mkdir()
    (services.folders.data / "content" / "question_banks" / "bad.yaml").write_text("a: [", encoding="utf-8")
    assert found(services, "zebra") == []
    assert (Sort.MODULE, (MODULE,)) in found(services, "executive communication")
