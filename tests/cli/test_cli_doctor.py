"""The doctor names what is wrong and what to do, and leaves everything as it is."""

import sqlite3

import pytest
from cli_kit import TRAINED

from coach.services.installation import Terminal, Verdict, folder, screen

UTF8 = "utf-8"


def lines(answer, about):
    """The lines about something, in words."""
    found = [line.split(maxsplit=1) for line in answer.out.splitlines()]
    return [(verdict, text) for verdict, text in found if text.startswith(about)]


def tree(folder):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def trained(program):
    assert program.train(*TRAINED).code == 0
    return program


def test_a_sound_installation_has_nothing_to_complain_of(trained):
    visit = trained.run("doctor")

    assert visit.code == 0, visit.out
    assert {line.split()[0] for line in visit.out.splitlines()} == {"ok"}, visit.out
    assert visit.err.endswith("0 to look at, 0 not working. Nothing was changed.\n")
    (told,) = lines(visit, "history of me")
    assert told == ("ok", "history of me: all of its 5 steps are in the content")
    for about in ("program", "libraries", "letters", "data folder", "preferences", "content", "PDF"):
        assert lines(visit, about), about


def test_nothing_is_changed_or_made(trained):
    before = tree(trained.home)
    trained.run("doctor")

    assert tree(trained.home) == before


def test_nothing_is_made_on_a_new_machine_either(program):
    visit = program.run("doctor")

    assert visit.code == 0
    assert not (program.home / "coach").exists()
    assert "there is none at" in lines(visit, "database")[0][1]


def test_steps_that_the_content_no_longer_has_are_named_by_their_titles(trained):
    session = trained.content / "curricula" / "small" / "first.yaml"
    text = session.read_text(encoding="utf-8")
    session.write_text(text.replace("id: pick\n", "id: pick-one\n"), encoding="utf-8")

    visit = trained.run("doctor")
    (told,) = lines(visit, "history of me")
    assert told[0] == "warn"
    assert "1 of 5 steps are no longer in the content, or cannot be read: Pick one (small/pick)." in told[1]
    assert "What was done there is kept." in told[1]
    assert visit.code == 0


def test_content_with_errors_fails_with_the_command_that_tells_more(trained):
    session = trained.content / "curricula" / "small" / "second.yaml"
    session.write_text("id: second\ntitle: [", encoding="utf-8")

    visit = trained.run("doctor")
    assert visit.code == 1
    assert any(
        verdict == "fail" and "errors" in text and f"run coach check {trained.content}." in text
        for verdict, text in lines(visit, "content")
    )


def test_a_damaged_database_fails(trained):
    database = trained.home / "coach" / "data" / "coach.db"
    with sqlite3.connect(database) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE bodies SET body = replace(body, 'pick', 'peck')")
    connection.close()

    visit = trained.run("doctor")
    assert visit.code == 1
    assert any(
        verdict == "fail" and text.endswith("Run coach data verify; coach data restore brings a backup.")
        for verdict, text in lines(visit, "database")
    )


def test_a_file_that_is_no_database_fails_with_a_sentence(program):
    database = program.home / "coach" / "data" / "coach.db"
    database.parent.mkdir(parents=True, mode=0o700)
    database.write_bytes(b"not a database at all" * 100)

    visit = program.run("doctor")
    assert visit.code == 1
    assert lines(visit, "database")[0][0] == "fail"
    assert "is not a database of Coach" in lines(visit, "database")[0][1]


def test_folders_and_files_that_others_can_read_are_named_with_the_remedy(trained):
    data = trained.home / "coach" / "data"
    data.chmod(0o755)
    (data / "coach.db").chmod(0o644)

    visit = trained.run("doctor")
    assert ("warn", f"data folder: others can look into {data} (mode 0755). Run chmod 700 {data}.") in lines(
        visit, "data folder"
    )
    assert lines(visit, "database")[0] == (
        "warn",
        f"database: others can open {data}/coach.db (mode 0644). Run chmod 600 {data}/coach.db.",
    )


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ("theme = [", "fail", "cannot be read"),
        ("colour = 1", "fail", "The settings are:"),
        ('[keys]\n"home.dance" = "d"', "warn", "actions that do not exist: home.dance. coach keys lists"),
    ],
)
def test_preferences_that_cannot_be_used_are_told(program, text, verdict, said):
    config = program.home / "coach" / "config"
    config.mkdir(parents=True, mode=0o700)
    (config / "config.toml").write_text(text, encoding="utf-8")

    visit = program.run("doctor")
    ((found, sentence),) = lines(visit, "preferences")
    assert found == verdict
    assert said in sentence
    assert visit.code == (1 if verdict == "fail" else 0)


def test_a_folder_named_for_content_that_has_none_is_told(program):
    for file in program.content.rglob("*.yaml"):
        file.unlink()
    for name in ("curricula/small", "curricula", "question_banks/kits", "question_banks"):
        (program.content / name).rmdir()

    told = lines(program.run("doctor"), f"content: {program.content}")
    assert told[0][0] == "warn"
    assert "Mend COACH_CONTENT or --content" in told[0][1]


@pytest.mark.parametrize(
    ("size", "environ", "words"),
    [
        ((120, 36), {"TERM": "xterm-256color"}, ["ok 120 by 36 characters", "ok 256"]),
        ((80, 24), {"TERM": "xterm", "COLORTERM": "truecolor"}, ["ok 80 by 24 characters", "ok all"]),
        ((79, 24), {"TERM": "xterm-256color"}, ["warn 79 by 24 characters", "ok 256"]),
        ((80, 24), {"TERM": "linux"}, ["ok 80 by 24 characters", "warn TERM is linux, which has few"]),
        (
            (80, 24),
            {"TERM": "vt", "NO_COLOR": "1"},
            ["ok 80 by 24 characters", "ok none, as NO_COLOR wishes"],
        ),
        ((80, 24), {"TERM": "dumb"}, ["warn TERM is dumb, so nothing can be drawn"]),
        ((80, 24), {}, ["warn TERM is not set, so nothing can be drawn"]),
    ],
)
def test_a_terminal_is_judged_by_size_and_colours(size, environ, words):
    told = screen(Terminal(size=size, encoding=UTF8), environ)

    assert [f"{line.verdict} {line.text}" for line in told] == [*words, "ok UTF-8"]


@pytest.mark.parametrize(
    ("size", "better"), [((79, 24), "80 by 24"), ((39, 24), "40 by 15"), ((80, 10), "40 by 15")]
)
def test_a_small_terminal_is_told_what_would_do(size, better):
    line = next(iter(screen(Terminal(size=size, encoding=UTF8), {"TERM": "xterm"})))

    assert line.advice == f"Make the window larger; {better} is better."


@pytest.mark.parametrize(
    ("encoding", "verdict"), [("UTF-8", "ok"), ("utf8", "ok"), ("ANSI_X3.4-1968", "warn")]
)
def test_letters_need_utf_8(encoding, verdict):
    line = list(screen(Terminal(size=None, encoding=encoding), {}))[-1]

    assert line.verdict == verdict


def test_a_file_where_a_folder_should_be_fails(tmp_path):
    (tmp_path / "data").write_text("", encoding="utf-8")

    line = folder("data folder", tmp_path / "data" / "coach")
    assert line.verdict is Verdict.FAIL
    assert line.text == f"{tmp_path}/data is a file"
