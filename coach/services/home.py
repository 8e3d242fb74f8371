"""What home shows: one thing to do next, progress by module, requisitions and the latest interviews."""

from datetime import datetime
from typing import TYPE_CHECKING

from coach.core.digest import Digest
from coach.core.interview import Phase
from coach.core.record import Record
from coach.services.gate import Gate
from coach.services.paths import PathView
from coach.services.sitting import Plan, plan
from coach.services.standing import Overview, overviews
from coach.services.training import ModuleProgress, NextUp

if TYPE_CHECKING:
    from coach.services import Services

LATEST = 12
"""How many requisitions, and how many interviews, home lists."""


class HomeView(Record):
    """Everything home shows, gathered at once."""

    learner: str
    next_up: NextUp | None
    modules: tuple[ModuleProgress, ...]
    interviews: tuple[Digest, ...]
    """The viewer's own, the one last worked on first."""
    requisitions: tuple[Overview, ...] = ()
    path: PathView | None = None
    sitting: Plan | None = None
    """What the ten minutes that one key starts would hold."""
    reviews_due: int = 0
    next_due_at: datetime | None = None
    """When the next review waits, besides those that are due."""
    pieces: int = 0
    """Written and spoken pieces of others that wait for a mentor."""
    records_due: int = 0
    """Records of candidates that have to go, where the person looks after them."""

    @property
    def unfinished(self) -> Digest | None:
        """The viewer's interview that was begun and is not handed in; of several the one last worked on."""
        over = (Phase.PLANNED, Phase.SUBMITTED)
        return next((one for one in self.interviews if one.phase not in over), None)


def own_interviews(gate: Gate, limit: int) -> tuple[Digest, ...]:
    """List the interviews that are the viewer's to work on, the one last worked on first.

    What was planned for somebody who has left the panel is not theirs to hold any more.
    """
    mine = [one for one in gate.digests.all() if one.member in ("", gate.viewer) and _due(gate, one)]
    return tuple(sorted(mine, key=lambda one: one.last_at, reverse=True)[:limit])


def _due(gate: Gate, one: Digest) -> bool:
    if not one.requisition or one.phase is not Phase.PLANNED:
        return True
    state = gate.requisition(one.requisition)
    member = state.terms.member(gate.viewer) if state else None
    return member is not None and member.interviews


def home_view(services: "Services") -> HomeView:
    """Gather what home shows; a module that cannot be read carries its trouble and stops nothing."""
    summaries = services.paths.in_order(services.library.index(services.folders.cache))
    reviews = services.reviews.overview(summaries)
    return HomeView(
        learner=services.settings.name or services.settings.profile,
        next_up=services.training.next_up(summaries, services.paths.chosen(), services.paths.usual()),
        modules=services.training.progress(summaries),
        interviews=own_interviews(services.gate, LATEST),
        requisitions=overviews(services.requisitions, LATEST),
        path=services.paths.view(summaries),
        sitting=plan(services, summaries),
        reviews_due=reviews.due,
        next_due_at=reviews.next_at,
    )
