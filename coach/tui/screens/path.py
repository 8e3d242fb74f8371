"""Choosing a learning path, and the day it should lead up to."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from coach.locale import day, mark, tr
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.told import told

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

NONE = ""
ABOUT = mark("Home then proposes its first unfinished session. What you have done counts in any path.")
EXAMPLE = date(2027, 1, 14)


def ask_path(app: "CoachApp", then: Callable[[], object]) -> None:
    """Ask for a learning path and, if the path wants one, for a date; call ``then`` once it is chosen."""
    paths = app.services.paths
    chosen = paths.chosen()
    for problem in paths.problems()[:1]:
        app.notify(tr("Left out: {problem}", problem=problem), severity="warning", timeout=8, markup=False)
    known = {path.id: path for path in paths.all()}
    now = "   (" + tr("followed now") + ")"
    options = [
        (path.id, f"{path.title}{now if path == chosen else ''}\n{path.audience.strip()}")
        for path in known.values()
    ]
    options.append((NONE, tr("No path: all modules as they come")))

    def answered(name: str | None) -> None:
        if name is None:
            return
        if name in known and known[name].deadline:
            _ask_date(app, name, then)
        else:
            _follow(app, name, then)

    app.push_screen(Choose(tr("Which learning path?"), tr(ABOUT), tuple(options)), answered)


@told
def _follow(app: "CoachApp", path: str, then: Callable[[], object]) -> None:
    if path == NONE:
        app.services.paths.leave()
    else:
        app.services.paths.choose(path)
    then()


def _ask_date(app: "CoachApp", path: str, then: Callable[[], object], typed: str = "") -> None:
    """Ask until there is a date, or nothing; leaving with escape chooses nothing at all."""
    deadline = app.services.reviews.deadline

    def answered(text: str | None) -> None:
        if text is not None:
            _follow_until(app, path, text, then)

    value = typed or (day(deadline) if deadline else "")
    text = tr(
        "The day of your interview, such as {day}, or nothing if there is no day yet.", day=day(EXAMPLE)
    )
    app.push_screen(Write(tr("By when?"), text, value=value), answered)


@told
def _follow_until(app: "CoachApp", path: str, text: str, then: Callable[[], object]) -> None:
    """Follow a path up to the date that was typed, or ask again if it is none."""
    from coach.services.review import NoDeadline

    reviews = app.services.reviews
    try:
        by = reviews.read_deadline(text)
    except NoDeadline as error:
        app.refuse(error)
        _ask_date(app, path, then, text)
        return
    if by != reviews.deadline:
        reviews.set_deadline(by)
    _follow(app, path, then)
