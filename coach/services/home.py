"""What home shows: one thing to do next, progress by module, and the latest interviews."""

from typing import TYPE_CHECKING

from coach.core.record import Record
from coach.services.interview import InterviewSummary
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
    interviews: tuple[InterviewSummary, ...]


def home_view(services: "Services") -> HomeView:
    """Gather what home shows; a module that cannot be read carries its trouble and stops nothing."""
    summaries = services.library.index(services.folders.cache)
    return HomeView(
        learner=services.settings.name or services.settings.profile,
        next_up=services.training.next_up(summaries),
        modules=services.training.progress(summaries),
        interviews=services.interviews.summaries(LATEST),
    )
