"""Sets of sample answers from their files."""

from dataclasses import dataclass

from msgspec.structs import replace

from coach.content.convert import convert, entries
from coach.content.document import Document
from coach.content.listing import Placed, Seen
from coach.content.problem import Problem
from coach.core.sample import Sample, SampleSet
from coach.locale import mark


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A set as read: only its usable samples, each with its place in the file."""

    document: Document
    samples: SampleSet | None
    placed: tuple[Placed[Sample], ...]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The bank whose questions are answered; empty if the file cannot be used."""
        return self.samples.bank if self.samples else ""


def read_samples(document: Document) -> SampleFile:
    """Read a set sample by sample; what cannot be used is left out and told."""
    problems = list(document.problems)
    if not document.usable:
        return SampleFile(document, None, (), tuple(problems))
    shell, found = convert(document, (), SampleSet, without=("samples",))
    problems += found
    seen = Seen(document, mark("sample"))
    kept: list[Placed[Sample]] = []
    for path in entries(document, ("samples",)):
        sample, found = convert(document, path, Sample)
        if sample is not None:
            found = [*found, *seen.again(path, sample.id)]
        problems += found
        if sample is not None and not found:
            kept.append(Placed(path, sample))
    whole = shell and replace(shell, samples=tuple(placed.value for placed in kept))
    return SampleFile(document, whole, tuple(kept), tuple(problems))
