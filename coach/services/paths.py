"""Learning paths as a use case: which one a person follows, and how far they have come."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from coach.content.index import ModuleSummary, SessionSummary
from coach.content.library import Library, NotFound
from coach.content.nearest import nearest
from coach.core import events as ev
from coach.core.paths import LearningPath, module_of, session_of
from coach.core.record import Record

if TYPE_CHECKING:
    from coach.services.journal import Journal

Listed: TypeAlias = tuple[ModuleSummary, int, SessionSummary]
"""A session with its module and its number there, from 1."""


class PathView(Record):
    """The path that a person follows; ``done`` of its ``total`` sessions are finished."""

    id: str
    title: str
    done: int
    total: int
    deadline: date | None = None
    days: int | None = None
    """Days from today to the deadline; negative once it is over."""


class PathService:
    """The learning paths of a library, and the one that the learner follows."""

    def __init__(self, library: Library, journal: "Journal", clock: Callable[[], datetime]) -> None:
        self._library = library
        self._journal = journal
        self._clock = clock

    def all(self) -> tuple[LearningPath, ...]:
        """List all paths in the order of their files."""
        return tuple(self._library.paths().value.values())

    def problems(self) -> tuple[str, ...]:
        """Say what is wrong in the files of paths; what has errors is not listed."""
        return tuple(str(problem) for problem in self._library.paths().problems)

    def chosen(self) -> LearningPath | None:
        """Return the path that is followed; one that the library no longer has counts as none."""
        return self._library.paths().value.get(self._journal.state.path)

    def usual(self) -> LearningPath | None:
        """Return the first path there is; in its order things are proposed to people who follow none."""
        return next(iter(self._library.paths().value.values()), None)

    def in_order(self, modules: Iterable[ModuleSummary]) -> tuple[ModuleSummary, ...]:
        """Put modules in the order of the path that is followed, or the usual one; others by their titles."""
        path = self.chosen() or self.usual()
        places = [module_of(part) for part in path.steps] if path else []
        return tuple(
            sorted(
                modules,
                key=lambda one: (
                    places.index(one.id) if one.id in places else len(places),
                    one.title.casefold(),
                ),
            )
        )

    def choose(self, name: str) -> LearningPath:
        """Follow a path from now on; raises ``NotFound`` for an unknown one."""
        paths = self._library.paths().value
        if name not in paths:
            raise NotFound("learning path", name, nearest(name, paths) or tuple(paths)[:3])
        self._journal.record(ev.PathChosen(path=name))
        return paths[name]

    def leave(self) -> None:
        """Follow no path; a deadline stays until it is taken away by itself."""
        self._journal.record(ev.PathChosen(path=""))

    def view(self, modules: Iterable[ModuleSummary]) -> PathView | None:
        """Return how far the learner has come on the path they follow, if any."""
        path = self.chosen()
        if path is None:
            return None
        state = self._journal.state
        sessions = along(path, modules)
        finished = [
            bool(session.steps)
            and all(state.standing(module.id, step.id, step.rev).finished for step in session.steps)
            for module, _, session in sessions
        ]
        return PathView(
            id=path.id,
            title=path.title,
            done=sum(finished),
            total=len(finished),
            deadline=state.deadline,
            days=(state.deadline - self._clock().astimezone().date()).days if state.deadline else None,
        )


def along(path: LearningPath, modules: Iterable[ModuleSummary]) -> list[Listed]:
    """List a path's sessions in its order, each once; parts that do not exist are passed over."""
    by_id = {module.id: module for module in modules}
    found: dict[tuple[str, str], Listed] = {}
    for part in path.steps:
        module = by_id.get(module_of(part))
        for number, session in enumerate(module.sessions if module else (), 1):
            if module and session_of(part) in ("", session.id):
                found.setdefault((module.id, session.id), (module, number, session))
    return list(found.values())
