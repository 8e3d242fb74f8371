"""Reading what a person would see, and pressing keys as they would."""

from contextlib import asynccontextmanager

from coach.locale import tr
from coach.tui.app import CoachApp

BUSY = "reading …"
"""Home says so until it has gathered what it shows."""

MOST_ROUNDS = 60
"""Something may go on moving or reading on purpose; then a second has to do."""

SIZES = [(80, 24), (120, 36), (40, 15)]


def shown(app):
    """The screen as lines of characters."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


def said(app):
    """What the program told in passing, all of it."""
    return "\n".join(notification.message for notification in app._notifications)


@asynccontextmanager
async def opened(services, size=(80, 24), **options):
    app = CoachApp(services, **options)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot):
    """Wait for workers and repaints, until the screen stays as it is."""
    before = ""
    for _ in range(MOST_ROUNDS):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        now = shown(pilot.app)
        if now == before and tr(BUSY) not in now:
            return
        before = now


async def press(pilot, *keys):
    """Press keys; ``text:…`` types characters."""
    for key in keys:
        if key.startswith("text:"):
            for character in key.removeprefix("text:"):
                await pilot.press("space" if character == " " else character)
        else:
            await pilot.press(key)
        await settle(pilot)


async def eventually(pilot, check, seconds=10):
    """Wait until something is so, as long as a slow machine may need; say whether it came to be."""
    for _ in range(int(seconds / 0.05)):
        if check():
            return True
        await pilot.pause(0.05)
    return False
