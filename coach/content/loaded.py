"""What loading gives, and the two ways in which it can fail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach.content.problem import Problem, quoted

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """A usable value, and what was wrong on the way: parts with errors are left out of the value."""

    value: T
    problems: tuple[Problem, ...] = ()


class ContentError(Exception):
    """Content that cannot be used at all; its text lists the problems, one a line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def brief(self) -> str:
        """The first problem in one line, and how many more there are; errors come before warnings."""
        first = min(self.problems, key=lambda problem: not problem.fatal, default="nothing can be read")
        more = len(self.problems) - 1
        return f"{first} (and {more} more; coach check shows all)" if more > 0 else str(first)


LISTED_BY = {
    "module": "coach train list shows all modules.",
    "session": "coach train list shows all sessions.",
    "exercise": "coach search finds exercises by their words.",
    "kit": "coach interview kits shows all kits.",
    "country": "coach countries list shows all countries.",
    "interview or kit": "coach interview list shows all interviews, coach interview kits all kits.",
}
"""How to see what there is of a kind."""


class NotFound(LookupError):  # noqa: N818 - reads as what happened
    """Nothing has the id that was asked for.

    ``nearest`` are the ids that may have been meant, ``known`` a few that can be told where none is near.
    """

    def __init__(
        self, kind: str, asked: str, nearest: tuple[str, ...] = (), known: Sequence[str] = ()
    ) -> None:
        self.kind, self.asked, self.nearest, self.known = kind, asked, nearest, tuple(known)
        super().__init__(kind, asked, nearest)

    def __str__(self) -> str:
        sentence = f"There is no {self.kind} {quoted(self.asked)}."
        if self.nearest:
            return f"{sentence} Did you mean {_listed(self.nearest, 'or')}?"
        if self.known:
            return f"{sentence} Choose {_listed(self.known, 'or')}."
        return f"{sentence} {LISTED_BY[self.kind]}" if self.kind in LISTED_BY else sentence


def _listed(names: Sequence[str], word: str) -> str:
    *others, last = (quoted(name) for name in names)
    return f"{', '.join(others)} {word} {last}" if others else last
