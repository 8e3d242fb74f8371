"""Take pictures of the screens, on made-up people, for the documentation and for looking at them."""

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Static

from coach.locale import LANGUAGES, SOURCE, speak, tr
from coach.services import Services
from coach.services.demo import fill
from coach.store.paths import Folders
from coach.tui.app import CoachApp
from coach.tui.screens.step import StepScreen

MODULE = "executive-communication"
DOCUMENTED = frozenset(
    {
        "home",
        "step-choice-answered",
        "live",
        "scorecard",
        "review",
        "progress",
        "requisition",
        "compare",
        "debrief",
    }
)
"""The pictures that the documentation shows; the others are for looking at while building."""

BUSY = frozenset({"reading …", "computing …"})
"""What a screen says at its top while it is not complete."""

MOST_WAITS = 50

Take = Callable[["Camera"], Awaitable[None]]


class Camera:
    """A program on made-up people, and where its pictures go."""

    def __init__(self, pilot: Pilot[None], app: CoachApp, target: Callable[[str], Path | None]) -> None:
        """``target`` gives the file for a picture's name, or ``None`` if it is not wanted."""
        self.pilot = pilot
        self.app = app
        self._target = target

    async def settle(self) -> None:
        """Wait until nothing moves and everything that was read is there."""
        for _ in range(MOST_WAITS):
            await self.app.workers.wait_for_complete()
            await self.pilot.pause(0.2)
            states = self.app.screen.query("TopLine .right").results(Static)
            if not any(str(one.visual) in map(tr, BUSY) for one in states):
                return

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def shoot(self, name: str) -> None:
        """Write the screen as an SVG."""
        await self.settle()
        target = self._target(name)
        if target is not None:
            target.write_text(self.app.export_screenshot(title="Coach"), encoding="utf-8")

    def interview(self, ending: str) -> str:
        """Give the id of the made-up interview whose candidate's code ends so."""
        found = self.app.services.interviews.summaries()
        return next(one.id for one in found if one.candidate.endswith(ending))


async def home(camera: Camera) -> None:
    """Home, its help, and a module."""
    await camera.shoot("home")
    await camera.press("question_mark")
    await camera.shoot("help")
    await camera.press("escape")
    camera.app.open_module(MODULE)
    await camera.shoot("module")
    await camera.press("escape")


async def lesson(camera: Camera) -> None:
    """A reading, then each kind of exercise as it is met and after a first try."""
    run = camera.app.services.training.open(MODULE, "1")
    camera.app.open_session(MODULE, "1")
    await camera.settle()
    kinds: dict[str, int] = {"reading": 0}
    for index in range(len(run.steps)):
        kind = run.kind(index)
        if kind is not None:
            kinds.setdefault(kind.name, index)
    for name, index in kinds.items():
        await show_step(camera, index)
        await camera.shoot(f"step-{name}")
        if name == "choice":
            await camera.press("h", "1", "enter")
            await camera.shoot("step-choice-answered")
    await camera.press("escape")


async def show_step(camera: Camera, index: int) -> None:
    """Go to a step of the session that is open."""
    screen = camera.app.screen
    assert isinstance(screen, StepScreen)
    await screen.go_to(index)
    await camera.settle()


async def interview(camera: Camera) -> None:
    """Planning, the live interview and the scorecard."""
    await camera.press("i")
    await camera.shoot("planning")
    await camera.press("escape")
    camera.app.open_interview(camera.interview("014"))
    await camera.shoot("live")
    await camera.press("n")
    await camera.shoot("live-notes")
    await camera.press("escape", "p")
    await camera.shoot("live-probe")
    await camera.press("escape", "c")
    await camera.shoot("scorecard-draft")
    await camera.press("escape", "q")
    camera.app.open_interview(camera.interview("012"))
    await camera.shoot("scorecard")
    await camera.press("escape")


async def hiring(camera: Camera) -> None:
    """What a panel does: the requisition, the comparison, the debrief of who is first."""
    overview = next(one for one in camera.app.services.requisitions.all())
    camera.app.open_requisition(overview.id)
    await camera.shoot("requisition")
    await camera.press("y")
    await camera.shoot("records")
    await camera.press("escape", "m")
    await camera.shoot("compare")
    await camera.press("s")
    await camera.shoot("statistics")
    await camera.press("escape", "enter")
    await camera.shoot("debrief")
    await camera.press("escape", "escape", "escape")


async def lasting(camera: Camera) -> None:
    """What makes learning last: reviews, progress, ten minutes, search, bookmarks, paths."""
    for key, name in (("r", "review"), ("g", "progress"), ("b", "kept"), ("l", "path"), ("t", "sitting")):
        await camera.press(key)
        await camera.shoot(name)
        if name == "progress":
            await camera.press("enter")
            await camera.shoot("progress-explained")
            await camera.press("escape")
        await camera.press("escape")
    await camera.press("slash", *"purpose")
    await camera.shoot("search")
    await camera.press("escape")


TAKES: tuple[Take, ...] = (home, lasting, lesson, interview, hiring)


async def take_all(target: Callable[[str], Path | None], size: tuple[int, int], theme: str) -> None:
    """Take every picture at one size and in one theme."""
    with TemporaryDirectory(prefix="coach-pictures-") as made:
        root = Path(made)
        services = Services(Folders(data=root / "data", config=root / "config", cache=root / "cache"), {})
        fill(services)
        app = CoachApp(services)
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            camera = Camera(pilot, app, target)
            for take in TAKES:
                await take(camera)
        services.close()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=Path(__file__).parents[1] / "docs" / "pictures")
    parser.add_argument("--size", default="100x30", help="columns x rows (default 100x30)")
    parser.add_argument("--theme", default="coach-dark", help="coach-dark or coach-light")
    parser.add_argument("--lang", default=SOURCE, choices=LANGUAGES, help="what the program speaks")
    parser.add_argument("--suffix", default="", help="goes behind every file's name")
    parser.add_argument("--all", action="store_true", help="also those that the documentation does not show")
    options = parser.parse_args()
    speak(options.lang)
    columns, rows = (int(part) for part in options.size.split("x"))
    options.into.mkdir(parents=True, exist_ok=True)

    def target(name: str) -> Path | None:
        wanted = options.all or name in DOCUMENTED
        return options.into / f"{name}{options.suffix}.svg" if wanted else None

    asyncio.run(take_all(target, (columns, rows), options.theme))


if __name__ == "__main__":
    main()
