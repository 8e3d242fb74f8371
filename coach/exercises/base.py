"""The contract of an exercise kind.

A kind is a folder with three files. ``__init__.py`` defines its spec (what authors write), its
response (what trainees give) and ``KIND``; ``widget.py`` defines ``WIDGET``, its place on the
screen; ``examples.yaml`` holds examples that are documentation and test at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coach.core.curriculum import Step
from coach.core.document import AnyBlock
from coach.core.exercise import Context
from coach.core.finding import Finding
from coach.core.outcome import Outcome
from coach.core.record import Record

S = TypeVar("S", bound=Step)
R = TypeVar("R", bound=Record)


def folder_name(module: str) -> str:
    """Return the kind's name from its module's ``__name__``: the last part, the folder."""
    return module.rpartition(".")[2]


def no_findings(spec: Step) -> Iterator[Finding]:  # noqa: ARG001 - the contract's shape
    """Find nothing: for kinds whose spec cannot be wrong beyond its types."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Kind(Generic[S, R]):
    """One kind of exercise. All functions are pure; with the same seed they give the same result.

    Each takes the spec first: ``ask`` gives the plain-text form with how to answer, ``read`` turns a
    typed line into a response or raises :class:`coach.core.exercise.Unreadable`, ``say`` is its inverse,
    ``solution`` is a response that scores 1, ``grade`` never raises for a response that ``read`` or
    the widget can give, ``printed`` is the exercise on paper, ``findings`` is the kind's own linter.
    """

    name: str
    summary: str
    spec: type[S]
    response: type[R]
    ask: Callable[[S, Context], str]
    read: Callable[[S, str, Context], R]
    say: Callable[[S, R, Context], str]
    solution: Callable[[S, Context], R]
    grade: Callable[[S, R, Context], Outcome]
    printed: Callable[[S, Context], tuple[AnyBlock, ...]]
    findings: Callable[[S], Iterator[Finding]] = no_findings
    codes: dict[str, str] = field(default_factory=dict)
    """What the kind's own finding codes mean, for ``coach explain``."""
