"""What home shows: one thing to do next, progress by module, and the latest interviews."""

from datetime import datetime
from typing import TYPE_CHECKING

from coach.core.digest import Digest
from coach.core.record import Record
from coach.services.paths import PathView
from coach.services.sitting import Plan, plan
from coach.services.training import ModuleProgress, NextUp

if TYPE_CHECKING:
    from coach.services import Services

LATEST = 12
"""How many interviews home lists."""


class HomeView(Record):
    """Everything home shows, gathered at once."""

    learner: str
    next_up: NextUp | None
    modules: tuple[ModuleProgress, ...]
    interviews: tuple[Digest, ...]
    path: PathView | None = None
    sitting: Plan | None = None
    """What the ten minutes that one key starts would hold."""
    reviews_due: int = 0
    next_due_at: datetime | None = None
    """When the next review waits, besides those that are due."""
    pieces: int = 0
    """Written and spoken pieces of others that wait for a mentor."""


def home_view(services: "Services") -> HomeView:
    """Gather what home shows; a module that cannot be read carries its trouble and stops nothing."""
    summaries = services.library.index(services.folders.cache)
    reviews = services.reviews.overview(summaries)
    return HomeView(
        learner=services.settings.name or services.settings.profile,
        next_up=services.training.next_up(summaries, services.paths.chosen(), services.paths.usual()),
        modules=services.training.progress(summaries),
        interviews=services.interviews.summaries(LATEST),
        path=services.paths.view(summaries),
        sitting=plan(services, summaries),
        reviews_due=reviews.due,
        next_due_at=reviews.next_at,
    )
