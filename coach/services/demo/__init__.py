"""Made-up people for ``coach demo``, so that no screen is empty.

Everything is made by the same services and rules as real work, with a clock set some days back. Names
and codes carry the word *demo*, and the notes say that nobody said this.
"""

from typing import TYPE_CHECKING

from coach.locale import tr
from coach.services.demo.answers import ANSWERS
from coach.services.demo.interviews import KIT, interview
from coach.services.demo.panel import panel
from coach.services.demo.training import train

if TYPE_CHECKING:
    from coach.services import Services

__all__ = ["ANSWERS", "KIT", "NAME", "fill"]

NAME = "Mira (demo)"


def fill(services: "Services") -> None:
    """Fill an empty data folder: days of training, a requisition with a panel, and three interviews.

    To be called before anything else is asked of ``services``. Raises ``ValueError`` where a database
    exists, so that made-up people never come among real ones.
    """
    if services.folders.database.exists():
        raise ValueError(
            tr("{path} exists; made-up people only go into an empty folder", path=services.folders.database)
        )
    _name_learner(services)
    now = services.clock()
    train(services, now)
    panel(services, now)
    interview(services, now)


def _name_learner(services: "Services") -> None:
    from coach.services.settings import FILE
    from coach.store.paths import private_folder

    path = private_folder(services.folders.config) / FILE
    path.write_text(f'name = "{NAME}"\n', encoding="utf-8")
