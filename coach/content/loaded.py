"""What loading gives, and the two ways in which it can fail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coach.content.problem import Problem, quoted
from coach.locale import mark, tr

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
        first = min(self.problems, key=lambda problem: not problem.fatal, default=tr("nothing can be read"))
        more = len(self.problems) - 1
        return (
            tr("{first} (and {more} more; coach check shows all)", first=first, more=more)
            if more > 0
            else str(first)
        )


LISTED_BY = {
    "module": mark("coach train list shows all modules."),
    "session": mark("coach train list shows all sessions."),
    "exercise": mark("coach search finds exercises by their words."),
    "kit": mark("coach interview kits shows all kits."),
    "country": mark("coach countries list shows all countries."),
    "interview or kit": mark("coach interview list shows all interviews, coach interview kits all kits."),
}
"""How to see what there is of a kind."""

NO_SUCH = {
    "module": mark("There is no module {asked}."),
    "session": mark("There is no session {asked}."),
    "step": mark("There is no step {asked}."),
    "exercise": mark("There is no exercise {asked}."),
    "question": mark("There is no question {asked}."),
    "bank": mark("There is no bank {asked}."),
    "kit": mark("There is no kit {asked}."),
    "country": mark("There is no country {asked}."),
    "samples": mark("There is no samples {asked}."),
    "piece": mark("There is no piece {asked}."),
    "learning path": mark("There is no learning path {asked}."),
    "interview or kit": mark("There is no interview or kit {asked}."),
    "kit or bank with sample answers": mark("There is no kit or bank with sample answers {asked}."),
    "sample answer to the questions of": mark("There is no sample answer to the questions of {asked}."),
}
"""How to say that there is none of a kind."""

NO_SUCH_THING = mark("There is no {kind} {asked}.")


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
        sentence = tr(NO_SUCH.get(self.kind, NO_SUCH_THING), kind=self.kind, asked=quoted(self.asked))
        if self.nearest:
            return sentence + " " + tr("Did you mean {names}?", names=_listed(self.nearest))
        if self.known:
            return sentence + " " + tr("Choose {names}.", names=_listed(self.known))
        return f"{sentence} {tr(LISTED_BY[self.kind])}" if self.kind in LISTED_BY else sentence


def _listed(names: Sequence[str]) -> str:
    *others, last = (quoted(name) for name in names)
    return tr("{others} or {last}", others=", ".join(others), last=last) if others else last
