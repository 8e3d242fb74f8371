"""An interviewer who has not handed in tries everything to learn of the others, and learns nothing.

Everything is asked twice: where the others did nothing yet, and where they handed in, peeked, debriefed,
decided and wrote down telling words. The answers are the same to the letter, so that not even a count
or a standing gets through.
"""

import shutil
from datetime import UTC, datetime, timedelta

import pytest
from attack_kit import ABOUT_PANELS, ATTEMPTS, LEFT_OUT, PAGES, commands
from cli_kit import write_content
from click.testing import CliRunner
from tui.screen_kit import opened, press, settle, shown

from coach.cli.root import root
from coach.content.library import Library, default_roots
from coach.core import conduct
from coach.core.interview import Overall
from coach.core.panel.terms import Member, Role, Visibility
from coach.services import Services
from coach.services.drafting import Draft
from coach.store.paths import Folders

REQ, CODE = "ka-berlin", "C-001"
SECRET = "SECRET"
PLACES = {"req": REQ, "code": CODE, "other": f"{REQ}.c-001.omar", "mine": f"{REQ}.c-001.dana"}
NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
PANEL = (
    Member(id="lena", name="Lena Lead", role=Role.LEAD, holds=False),
    Member(id="dana", name="Dana Roth"),
    Member(id="omar", name="Omar Sample"),
    Member(id="ines", name="Ines Sample"),
)


class Clock:
    """Moves a second at every look, or stands still."""

    def __init__(self, *, step: int) -> None:
        self.at = NOON - timedelta(hours=2 if step else 0)
        self.step = timedelta(seconds=step)

    def __call__(self) -> datetime:
        self.at += self.step
        return self.at


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    return write_content(tmp_path_factory.mktemp("content"))


@pytest.fixture(scope="module")
def worlds(tmp_path_factory, content):
    """Two data folders: in ``quiet`` interviews are planned, in ``busy`` everything else has happened."""
    home = tmp_path_factory.mktemp("worlds")
    lena = services_in(home / "quiet", content, "lena", Clock(step=1))
    lay_out(lena)
    begun(lena.for_profile("dana"), PLACES["mine"])
    lena.close()
    shutil.copytree(home / "quiet", home / "busy")
    lena = services_in(home / "busy", content, "lena", Clock(step=1))
    happen(lena)
    lena.close()
    return home


@pytest.fixture(scope="module")
def later(tmp_path_factory, content):
    """Two more: the first candidate is done with, the others handed in about the second in ``busy`` alone.

    The decision on the first is taken in both, where the second has the first place or is not known.
    """
    home = tmp_path_factory.mktemp("later")
    for world in ("quiet", "busy"):
        lena = services_in(home / world, content, "lena", Clock(step=1))
        lay_out(lena)
        for who, rating in (("dana", 3), ("omar", 3), ("ines", 2)):
            hand_in(lena.for_profile(who), f"{REQ}.c-001.{who}", rating)
        if world == "busy":
            for who in ("omar", "ines"):
                hand_in(lena.for_profile(who), f"{REQ}.c-002.{who}", 5, SECRET)
        lena.clock.at = NOON
        lena.debriefs.open(REQ, CODE)
        lena.debriefs.decide(REQ, CODE, "reserve", "The panel wants to wait.")
        lena.close()
    return home


def lay_out(lena):
    draft = Draft(title="Key account", kit="tiny", members=PANEL, quorum=2, visibility=Visibility.AFTER_OWN)
    state = lena.requisitions.open(draft, REQ, (CODE, "C-002"))
    lena.requisitions.lay_out(state)


def hand_in(services, interview, rating, told=""):
    """Hold an interview and submit it, with this rating everywhere."""
    desk = begun(services, interview, details=f"{told} conflict" if told else "")
    for question in desk.state.guide.questions:
        desk.act(conduct.ask, question.id, f"{told} other words" if told else "")
        desk.act(conduct.edit_note, question.id, f"{told} note")
        desk.act(conduct.rate, question.id, rating)
    desk.act(conduct.end)
    desk.act(conduct.choose_overall, Overall.STRONG_NO, f"{told} reason")
    desk.act(conduct.submit, "00" * 16)
    return desk


def services_in(home, content, profile, clock):
    folders = Folders.from_environment({"COACH_HOME": str(home)})
    made = Services(folders, {}, content=content, clock=clock, profile=profile)
    made.__dict__["library"] = Library(default_roots(content, {}, folders.data))
    return made


def begun(services, interview, details=""):
    """Begin an interview without handing it in."""
    desk = services.interviews.visit(interview)
    desk.act(conduct.declare_conflict, conflict=bool(details), details=details)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    return desk


def happen(lena):
    """Let the others say and do everything that could be noticed."""
    for who, rating in (("omar", 1), ("ines", 5)):
        desk = hand_in(lena.for_profile(who), f"{REQ}.c-001.{who}", rating, SECRET)
        desk.act(conduct.amend_rating, desk.state.guide.questions[0].id, None, f"{SECRET} amendment")
    draft = begun(lena.for_profile("omar"), f"{REQ}.c-002.omar")
    draft.act(conduct.edit_note, "opening", f"{SECRET} draft")
    lena.interviews.state(f"{REQ}.c-002.omar", peek=f"{SECRET} peek")
    lena.requisitions.keep_identity(lena.requisitions.state(REQ), CODE, f"{SECRET} name", "x@example.org")
    lena.debriefs.open(REQ, CODE)
    omar = lena.for_profile("omar").debriefs
    omar.rescore(REQ, CODE, "discovery", 5, f"{SECRET} rescore")
    omar.composite(REQ, CODE, Overall.NO, f"{SECRET} composite")
    lena.debriefs.decide(REQ, CODE, "offer", f"{SECRET} decision", f"{SECRET} departure")
    lena.privacy.hold(REQ, CODE, f"{SECRET} hold")


class Attacker:
    """Dana at a command line on a copy of one of the worlds, at noon."""

    def __init__(self, monkeypatch, tmp_path, content) -> None:
        self._monkeypatch, self._content = monkeypatch, content
        self._home = tmp_path / "home"
        plain, clock = Services.__init__, Clock(step=0)

        def at_noon(made, *args, **options):
            plain(made, *args, **{"clock": clock, **options})

        monkeypatch.setattr(Services, "__init__", at_noon)

    def asks(self, world, *words):
        """Give everything that a command says and writes: code, stdout, stderr, and files."""
        shutil.rmtree(self._home, ignore_errors=True)
        shutil.copytree(world, self._home)
        folder = self._home / "folder"
        folder.mkdir()
        self._monkeypatch.chdir(folder)
        self._monkeypatch.setenv("COACH_HOME", str(self._home))
        asked = ["--content", str(self._content), "--profile", "dana", *words]
        done = CliRunner().invoke(root, asked, input="", catch_exceptions=True)
        assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exc_info)
        files = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        return done.exit_code, done.stdout_bytes, done.stderr, files


@pytest.fixture
def dana(monkeypatch, tmp_path, content):
    return Attacker(monkeypatch, tmp_path, content)


def test_every_command_of_the_program_is_tried_or_left_out_with_a_reason():
    """A command that is new belongs into the table of attempts."""
    assert set(ATTEMPTS) | set(LEFT_OUT) == set(commands())


@pytest.mark.parametrize("command", ATTEMPTS)
def test_no_command_tells_anything_of_the_others_before_the_own_is_in(dana, worlds, command):
    for attempt in ATTEMPTS[command]:
        learns_nothing(dana, worlds, command, attempt)


@pytest.mark.parametrize("command", [name for name in ATTEMPTS if name.startswith(ABOUT_PANELS)])
def test_what_is_open_about_one_candidate_tells_nothing_about_another(dana, later, command):
    for attempt in ATTEMPTS[command]:
        if not set(PAGES) & set(attempt):
            learns_nothing(dana, later, command, attempt)


def learns_nothing(attacker, worlds, command, attempt):
    words = (*command.split(), *(word.format_map(PLACES) for word in attempt))
    busy = attacker.asks(worlds / "busy", *words)
    assert SECRET.encode() not in repr(busy).encode(), words
    assert busy == attacker.asks(worlds / "quiet", *words), f"coach {' '.join(words)} tells what others did"


@pytest.mark.parametrize(
    "words", [("panel", "status", REQ), ("compare", REQ), ("interview", "show", PLACES["other"])]
)
def test_the_attack_would_notice_what_is_open(dana, worlds, words):
    """The lead, who does not interview, sees by the same commands that something happened."""
    quiet, busy = (dana.asks(worlds / world, "--profile", "lena", *words) for world in ("quiet", "busy"))
    assert busy != quiet


async def test_no_screen_tells_anything_of_the_others_before_the_own_is_in(content, worlds, tmp_path):
    seen = {}
    for world in ("quiet", "busy"):
        shutil.copytree(worlds / world, tmp_path / world)
        services = services_in(tmp_path / world, content, "dana", Clock(step=0))
        seen[world] = await screens(services)
        services.close()
    assert SECRET not in "".join(seen["busy"].values())
    assert seen["busy"] == seen["quiet"]
    assert "hidden until yours is in" in seen["busy"]["requisition"]


async def screens(services):
    """Give the text of all screens about interviews and requisitions, and what they say in passing."""
    found = {}
    async with opened(services, (120, 36), greet=False) as (app, pilot):
        found["home"] = shown(app)
        app.open_requisition(REQ)
        await settle(pilot)
        found["requisition"] = shown(app)
        for key in ("b", "m", "o", "a", "l", "c", "p", "d", "v", "s", "w", "y", "h", "question_mark"):
            await press(pilot, key)
            found[f"requisition {key}"] = shown(app) + told(app)
            await back_to(app, pilot, "RequisitionScreen")
        await press(pilot, "escape")
        for key in ("slash", "y", "g", "m", "c"):
            await press(pilot, key)
            found[f"home {key}"] = shown(app) + told(app)
            await back_to(app, pilot, "HomeScreen")
        await press(pilot, "ctrl+p", "text:C-001")
        found["palette"] = shown(app)
        await back_to(app, pilot, "HomeScreen")
        app.open_interview(PLACES["mine"])
        await settle(pilot)
        await press(pilot, "c")
        found["own scorecard"] = shown(app)
    return found


def told(app):
    return "\n".join(notification.message for notification in app._notifications)


async def back_to(app, pilot, screen):
    """Leave whatever is in front of a screen."""
    for _ in range(4):
        if type(app.screen).__name__ == screen:
            return
        await press(pilot, "escape")
    raise AssertionError(f"{type(app.screen).__name__} cannot be left with esc")
