"""Starting a session or a whole module again, after a question."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.locale import mark, tr, trn
from coach.tui.screens.dialogs import Choose
from coach.tui.told import told

if TYPE_CHECKING:
    from coach.core.events import Place
    from coach.tui.app import CoachApp

ABOUT = mark(
    "The steps are then open again, as if you had not done them. What you did before stays "
    "in the history, and reviews, bookmarks and notes go on as they are."
)
NOTHING = mark("Nothing has been done here yet, so there is nothing to start again.")


def ask_reset(app: "CoachApp", module_id: str, session_id: str, then: Callable[[], object]) -> None:
    """Ask what to start again: the session at hand or the whole module; call ``then`` when it is done."""
    from coach.services.reset import begun

    services = app.services
    modules = services.library.index(services.folders.cache)
    module = next((one for one in modules if one.id == module_id), None)
    if module is None or not (all_of_it := begun(services.training, module)):
        app.notify(tr(NOTHING))
        return
    choices: dict[str, tuple[str, tuple[Place, ...]]] = {}
    for number, session in enumerate(module.sessions, 1):
        if session.id == session_id and (places := begun(services.training, module, session.id)):
            choices["session"] = (tr("Session {number}, {title}", number=number, title=session.title), places)
    choices["module"] = (tr("All of {title}", title=module.title), all_of_it)

    def answered(choice: str | None) -> None:
        if choice is not None:
            _start_afresh(app, choices[choice][1])
            then()

    options = tuple((name, f"{title}: {_steps(len(places))}") for name, (title, places) in choices.items())
    app.push_screen(Choose(tr("What do you want to start again?"), tr(ABOUT), options), answered)


@told
def _start_afresh(app: "CoachApp", places: "tuple[Place, ...]") -> None:
    from coach.services.reset import start_afresh

    count = start_afresh(app.services.training, places)
    app.notify(trn("{n} step can be done again.", "{n} steps can be done again.", count))


def _steps(count: int) -> str:
    return trn("{n} step", "{n} steps", count)
