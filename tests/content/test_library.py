import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from coach.content.check import check
from coach.content.index import CACHE as BY_LANGUAGE
from coach.content.index import ModuleIndex
from coach.content.library import ContentError, Library, NotFound, default_roots

CACHE = BY_LANGUAGE.format(language="en")

SAMPLES = Path(__file__).parent.parent / "data" / "content"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def library(root):
    return Library([root])


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_library_lists_what_there_is_without_opening_anything(root, library):
    for path in root.rglob("*.yaml"):
        path.write_bytes(b"\xff not yaml")
    assert library.modules() == ("asking",)
    assert library.banks() == ("sales",)
    assert library.kits() == ("first-round",)


def test_content_is_loaded_by_id_and_sessions_by_number_too(library):
    assert library.module("asking").value.title == "Asking"
    assert library.module("asking").problems == ()
    session = library.session("asking", "1")
    assert session.value.id == "decision"
    assert library.session("asking", "decision") is session
    assert len(library.bank("sales").value.questions) == 9
    assert library.kit("first-round").value.bank == "sales"
    assert "prospecting" in library.competencies()


def test_a_guide_holds_the_kits_questions_and_competencies(library):
    guide = library.guide("first-round")
    assert [question.id for question in guide.questions][:2] == ["about-prospecting", "about-listening"]
    assert guide.competency("listening").title == "Listening"


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda lib: lib.module("askin"), "There is no module 'askin'. Did you mean 'asking'?"),
        (lambda lib: lib.module("zzz"), "There is no module 'zzz'. coach train list shows all modules."),
        (lambda lib: lib.bank("sale"), "There is no bank 'sale'. Did you mean 'sales'?"),
        (lambda lib: lib.kit("first-rund"), "There is no kit 'first-rund'. Did you mean 'first-round'?"),
        (lambda lib: lib.session("asking", "2"), "There is no session '2'. Choose 'decision'."),
        (lambda lib: lib.session("asking", "0"), "There is no session '0'. Choose 'decision'."),
        (lambda lib: lib.session("asking", "²"), "There is no session '²'. Choose 'decision'."),
        (lambda lib: lib.session("asking", "9" * 5000), "There is no session '999"),
        (lambda lib: lib.module("../asking"), "There is no module '../asking'."),
        (lambda lib: lib.module("asking\n"), "There is no module 'asking\\n'."),
        (lambda lib: lib.module("\x1b[31m"), "There is no module '\\x1b[31m'."),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest_ones(library, ask, sentence):
    with pytest.raises(NotFound) as caught:
        ask(library)
    assert str(caught.value).startswith(sentence)


def test_one_bad_step_leaves_the_others_usable(root, library):
    edit(root / "curricula/asking/decision.yaml", "            correct: true\n", "")
    session = library.session("asking", "1")
    assert [step.id for step in session.value.steps()] == ["task"]
    assert [problem.code for problem in session.problems] == ["C031"]


def test_what_cannot_be_used_at_all_is_an_error_that_names_the_place(root, library):
    (root / "curricula/asking/module.yaml").write_text("id: [x", "utf-8")
    with pytest.raises(ContentError) as caught:
        library.module("asking")
    assert "module.yaml:1:5 C005 " in str(caught.value)
    assert caught.value.problems


def test_an_announced_session_without_a_file_is_an_error_that_names_the_file(root, library):
    (root / "curricula/asking/decision.yaml").unlink()
    with pytest.raises(ContentError, match=r"decision\.yaml:1:1 C001 the file cannot be read"):
        library.session("asking", "1")


@pytest.mark.parametrize(
    ("path", "old", "ask"),
    [
        ("curricula/asking/module.yaml", "id: asking", lambda lib: lib.module("asking")),
        ("curricula/asking/decision.yaml", "id: decision", lambda lib: lib.session("asking", "1")),
        ("question_banks/sales.yaml", "id: sales", lambda lib: lib.bank("sales")),
        ("question_banks/kits/first-round.yaml", "id: first-round", lambda lib: lib.kit("first-round")),
    ],
)
def test_an_id_that_is_not_the_files_name_is_an_error(root, library, path, old, ask):
    edit(root / path, old, "id: another")
    with pytest.raises(ContentError, match="C017 the id here is 'another'"):
        ask(library)


def test_a_guide_tells_what_its_kit_lacks(root):
    kit = root / "question_banks/kits/first-round.yaml"
    edit(kit, "id: about-listening", "id: about-nothing")
    with pytest.raises(ContentError, match="C304 the bank 'sales' has no usable question 'about-nothing'"):
        Library([root]).guide("first-round")
    edit(kit, "bank: sales", "bank: sale")
    with pytest.raises(ContentError, match=r"C303 there is no bank 'sale', .* did you mean 'sales'"):
        Library([root]).guide("first-round")


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("question_banks/kits/first-round.yaml", "id: about-listening", "id: about-nothing"),
        ("question_banks/kits/first-round.yaml", "bank: sales", "bank: sale"),
        ("question_banks/kits/first-round.yaml", "- id: listening", "- id: hearing"),
        ("question_banks/sales.yaml", "questions:", "question:"),
    ],
)
def test_whoever_opens_a_kit_is_told_of_its_faults_in_the_places_that_the_checker_names(root, path, old, new):
    edit(root / path, old, new)
    with pytest.raises(ContentError) as opening:
        Library([root]).guide("first-round")
    checked = {problem for problem in check([root], date(2026, 11, 21)).problems if problem.fatal}
    told = {problem for problem in opening.value.problems if problem.fatal}
    assert told
    assert told <= checked


def test_what_keeps_a_module_from_being_read_is_brief_enough_for_one_line(root):
    header = root / "curricula/asking/module.yaml"
    edit(header, "title: Asking\n", "titel: Asking\ncolour: red\n")
    with pytest.raises(ContentError) as opening:
        Library([root]).module("asking")
    brief, count = opening.value.brief, len(opening.value.problems)
    assert brief.startswith(f"{opening.value.problems[0]} (and {count - 1} more; coach check shows all)")
    assert "\n" not in brief
    (summary,) = Library([root]).index(root / "cache")
    assert summary.trouble == brief


def test_earlier_roots_win_and_later_ones_fill_in(root, tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(root / "curricula", mine / "curricula")
    edit(mine / "curricula/asking/module.yaml", "title: Asking\n", "title: My asking\n")
    library = Library([tmp_path / "nowhere", mine, root])
    assert library.module("asking").value.title == "My asking"
    assert library.banks() == ("sales",)
    assert library.where("module", "asking") == mine / "curricula/asking/module.yaml"


def test_a_broken_list_of_competencies_leaves_the_others_usable(root, tmp_path):
    mine = tmp_path / "mine" / "curricula"
    mine.mkdir(parents=True)
    (mine / "competencies.yaml").write_text("competencies: [", "utf-8")
    library = Library([mine.parent, root])
    assert "prospecting" in library.competencies()


def test_links_out_of_a_root_are_not_followed(root, tmp_path):
    secret = tmp_path / "secret"
    shutil.copytree(root / "curricula/asking", secret)
    (root / "curricula/leak").symlink_to(secret, target_is_directory=True)
    (root / "question_banks/leak.yaml").symlink_to(secret / "module.yaml")
    (root / "curricula/asking/decision.yaml").unlink()
    (root / "curricula/asking/decision.yaml").symlink_to(secret / "decision.yaml")
    library = Library([root])
    assert library.modules() == ("asking",)
    assert library.banks() == ("sales",)
    with pytest.raises(ContentError, match=r"C001 a link leads out of .*, and what is outside is not read"):
        library.session("asking", "1")


def test_a_whole_folder_that_is_a_link_out_of_the_root_is_not_listed(root, tmp_path):
    (root / "question_banks").rename(tmp_path / "elsewhere")
    (root / "question_banks").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert Library([root]).banks() == ()


def test_links_within_a_root_are_followed(root):
    (root / "curricula/alias").symlink_to(root / "curricula/asking", target_is_directory=True)
    assert Library([root]).modules() == ("alias", "asking")


def test_roots_are_the_option_the_environment_the_users_and_the_shipped_ones(tmp_path):
    environ = {"COACH_CONTENT": os.pathsep.join([str(tmp_path / "a"), "", str(tmp_path / "b")])}
    roots = default_roots(tmp_path / "x", environ, tmp_path / "data")
    assert roots[:4] == (tmp_path / "x", tmp_path / "a", tmp_path / "b", tmp_path / "data" / "content")
    assert len(roots) == 5
    assert (roots[4] / "curricula").is_dir()
    assert default_roots(None, {}, tmp_path) == (tmp_path / "content", roots[4])


def test_the_index_lists_sessions_and_steps_in_order(library, tmp_path):
    (summary,) = library.index(tmp_path / "cache")
    assert (summary.id, summary.title, summary.minutes) == ("asking", "Asking", 60)
    (session,) = summary.sessions
    assert (session.id, session.title, session.minutes) == ("decision", "Asking for a decision", 60)
    steps = [(step.id, step.lesson, step.rev) for step in session.steps]
    assert steps == [("first-sentence", "request", 1), ("task", "practice", 1)]


def test_a_current_cache_saves_reading_and_a_changed_file_is_read_anew(root, library, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    before = library.index(cache)
    session = root / "curricula/asking/decision.yaml"
    stat = session.stat()
    edit(session, "id: task", "id: tusk")
    os.utime(session, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert library.index(cache) == before, "size and time are the same, so the file is not opened"
    os.utime(session, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert library.index(cache)[0].sessions[0].steps[1].id == "tusk"


def test_a_session_file_that_appears_or_goes_is_noticed(root, library, tmp_path):
    session = root / "curricula/asking/decision.yaml"
    text = session.read_bytes()
    assert len(library.index(tmp_path)[0].sessions[0].steps) == 2
    session.unlink()
    assert library.index(tmp_path)[0].sessions[0].steps == ()
    session.write_bytes(text)
    assert len(library.index(tmp_path)[0].sessions[0].steps) == 2


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"made_by":"0","entries":{}}', b"\xff", b"[" * 10_000]
)
def test_a_damaged_cache_is_rebuilt_without_a_word(library, tmp_path, damage):
    good = library.index(tmp_path)
    whole = (tmp_path / CACHE).read_bytes()
    (tmp_path / CACHE).write_bytes(damage)
    assert library.index(tmp_path) == good
    assert (tmp_path / CACHE).read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [CACHE]


def test_a_cache_that_cannot_be_written_does_no_harm(library, tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    assert library.index(tmp_path / "file")[0].id == "asking"
    (tmp_path / CACHE).mkdir()
    assert library.index(tmp_path)[0].id == "asking"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", CACHE, "root"]


def test_a_module_that_cannot_be_read_is_listed_with_its_trouble(root, library, tmp_path):
    (root / "curricula/asking/module.yaml").write_text("id: [", "utf-8")
    (summary,) = library.index(tmp_path)
    assert (summary.id, summary.title, summary.sessions) == ("asking", "asking", ())
    assert "C005" in summary.trouble


def test_a_hundred_modules_are_indexed_from_the_cache_in_moments(root, tmp_path):
    for number in range(100):
        shutil.copytree(root / "curricula/asking", root / f"curricula/asking-{number}")
        edit(root / f"curricula/asking-{number}/module.yaml", "id: asking", f"id: asking-{number}")
    library = Library([root])
    cold = library.index(tmp_path)
    started = time.process_time()
    warm = ModuleIndex(tmp_path).summaries(library)
    assert time.process_time() - started < 0.5
    assert warm == cold
    assert len(warm) == 101
