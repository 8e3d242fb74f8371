"""What rules look at: content that was read, with what is needed to judge it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from coach.content.banks import BankFile, KitFile
from coach.content.countries import CountryFile
from coach.content.curricula import ModuleFile, SessionFile
from coach.content.document import Document
from coach.content.listing import ListFile
from coach.content.samples import SampleFile
from coach.core.bank import QuestionBank
from coach.core.country import Country, TopicWords
from coach.core.curriculum import Competency, SyllabusTopic
from coach.core.finding import Path as FieldPath
from coach.core.paths import LearningPath

OLD = timedelta(days=366)
"""After a year a claim of fact should be looked up again; a leap year is still a year."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every rule may need to know: the day, and what ids exist."""

    today: date
    competencies: Mapping[str, Competency]
    banks: tuple[str, ...] = ()
    countries: Mapping[str, Country | None] = field(default_factory=dict)
    """Profiles by id; ``None`` for one that cannot be used."""
    topics: Mapping[str, TopicWords] = field(default_factory=dict)
    proofs: bool = True
    """Whether exercises are played by machine, which takes most of the time of a check."""


@dataclass(frozen=True, slots=True)
class ModuleScope:
    """A module's folder. ``header`` is missing where a session is checked by itself.

    ``sessions`` go by file name without its suffix; ``folder`` is the name only.
    """

    folder: str
    header: ModuleFile | None
    sessions: Mapping[str, SessionFile]
    around: Surroundings


@dataclass(frozen=True, slots=True)
class BankScope:
    """A question bank; ``name`` is its file's name without the suffix."""

    name: str
    read: BankFile
    around: Surroundings


@dataclass(frozen=True, slots=True)
class KitScope:
    """A kit with the bank it names, if that can be used; ``name`` is as for banks."""

    name: str
    read: KitFile
    bank: QuestionBank | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class CountryScope:
    """A country's profile; ``name`` is as for banks."""

    name: str
    read: CountryFile
    around: Surroundings


@dataclass(frozen=True, slots=True)
class SampleScope:
    """Sample answers with their bank, if that can be used; ``name`` is as for banks."""

    name: str
    read: SampleFile
    bank: QuestionBank | None
    around: Surroundings


@dataclass(frozen=True, slots=True)
class SyllabusScope:
    """A syllabus, with the topics that content of its root names, each with its place.

    ``elsewhere`` are topics of content in that root that was not read in this check.
    """

    read: ListFile[SyllabusTopic]
    named: Sequence[tuple[Document, FieldPath, str]]
    elsewhere: frozenset[str]


@dataclass(frozen=True, slots=True)
class PathScope:
    """Learning paths, and the ``modules`` there are.

    ``sessions`` gives the ids that a module announces, ``None`` for a module that cannot be read.
    """

    read: ListFile[LearningPath]
    modules: tuple[str, ...]
    sessions: Callable[[str], tuple[str, ...] | None]
