"""What loading gives, and the two ways in which it can fail."""

from collections.abc import Iterable
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


class NotFound(LookupError):  # noqa: N818 - reads as what happened
    """Nothing has the id that was asked for; ``nearest`` are the ids that may have been meant."""

    def __init__(self, kind: str, asked: str, nearest: tuple[str, ...] = ()) -> None:
        self.kind, self.asked, self.nearest = kind, asked, nearest
        super().__init__(kind, asked, nearest)

    def __str__(self) -> str:
        sentence = f"There is no {self.kind} {quoted(self.asked)}."
        if not self.nearest:
            return sentence
        *others, last = (quoted(name) for name in self.nearest)
        meant = f"{', '.join(others)} or {last}" if others else last
        return f"{sentence} Did you mean {meant}?"
