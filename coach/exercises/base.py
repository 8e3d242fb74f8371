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
from coach.core.rubric import Criterion

S = TypeVar("S", bound=Step)
R = TypeVar("R", bound=Record)


def folder_name(module: str) -> str:
    """Return the kind's name from its module's ``__name__``: the last part, the folder."""
    return module.rpartition(".")[2]


def no_findings(spec: Step) -> Iterator[Finding]:  # noqa: ARG001 - the contract's shape
    """Find nothing: for kinds whose spec cannot be wrong beyond its types."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Turn(Generic[R]):
    """What is said at one turn of an exercise of many turns, and everything that was done so far.

    ``response`` can be saved and gone on with; once ``over``, it can be graded.
    """

    say: str
    response: R
    over: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What several exercises may share: in YAML a name stands for the file ``shared/FOLDER/NAME.yaml``.

    ``kind`` is the struct that such a file holds. Where the field is a list, it is a list of names. With
    ``own`` each language has files of its own, so that a translation names another one.
    """

    folder: str
    kind: type[Record]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Offered:
    """Options of which one is right: their texts as written, and the place of the right one, from 0.

    ``shuffled`` says that they are shown in another order, so that the place tells nothing.
    """

    texts: tuple[str, ...]
    right: int
    shuffled: bool


@dataclass(frozen=True, slots=True)
class Kind(Generic[S, R]):
    """One kind of exercise. All functions are pure; with the same seed they give the same result.

    Each takes the spec first: ``ask`` gives the plain-text form with how to answer, ``read`` turns a
    typed line into a response or raises :class:`coach.core.exercise.Unreadable`, ``say`` is its inverse,
    ``solution`` is a response that scores 1, ``grade`` never raises for a response that ``read`` or
    the widget can give, ``printed`` is the exercise on paper, ``findings`` is the kind's own linter.

    Exercises of many turns also have ``turn``: given what was done so far (``None`` at the beginning) and
    a typed line (``None`` to be asked), it says what follows, or raises ``Unreadable``; ``read`` then
    takes all turns in one line.
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
    proof: Callable[[S], Iterator[Finding]] = no_findings
    """Checks that play the exercise and take time; only ``coach check`` makes them."""
    report: Callable[[S], tuple[str, ...]] | None = None
    """What playing showed, line by line, for authors."""
    turn: Callable[[S, R | None, str | None, Context], Turn[R]] | None = None
    scenario: bool = False
    """Whether it is a whole situation, which comes back by a rule of its own and not as a fact to recall."""
    mends: bool = False
    """Whether a failed answer is kept and mended, as a text is, and not begun anew, as a talk is."""
    parts: dict[str, Part] = field(default_factory=dict)
    """Fields of the spec whose value can be the name of a shared file."""
    offered: Callable[[S], Offered | None] | None = None
    """What could be guessed by length or place, for the checker; ``None`` where nothing is."""
    rubric: Callable[[S], tuple[Criterion, ...]] | None = None
    """By what a mentor can rate an answer; ``None`` for kinds whose answers need no mentor."""
