"""Question banks and kits from their files."""

from dataclasses import dataclass

import msgspec

from coach.content.convert import convert, entries
from coach.content.document import Document
from coach.content.listing import Placed, Seen
from coach.content.problem import Problem
from coach.core.bank import HIGHEST, LOWEST, Kit, Question, QuestionBank
from coach.core.finding import Path
from coach.locale import mark, tr

MUST_BE_ANCHORED = (LOWEST, (LOWEST + HIGHEST) // 2, HIGHEST)


@dataclass(frozen=True, slots=True)
class BankFile:
    """A bank as read: only its usable questions, each with its place in the file."""

    document: Document
    bank: QuestionBank | None
    questions: tuple[Placed[Question], ...]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""
        return self.bank.id if self.bank else ""


@dataclass(frozen=True, slots=True)
class KitFile:
    """A kit as read; without a ``kit`` it cannot be used."""

    document: Document
    kit: Kit | None
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""
        return self.kit.id if self.kit else ""


def read_bank(document: Document) -> BankFile:
    """Read a bank question by question; what cannot be used is left out and told."""
    problems = list(document.problems)
    if not document.usable:
        return BankFile(document, None, (), tuple(problems))
    shell, found = convert(document, (), QuestionBank, without=("questions",))
    problems += found
    seen = Seen(document, mark("question"))
    kept: list[Placed[Question]] = []
    for path in entries(document, ("questions",)):
        question, found = convert(document, path, Question)
        if question is not None:
            found = [*found, *_unanchored(document, path, question), *seen.again(path, question.id)]
        problems += found
        if question is not None and not found:
            kept.append(Placed(path, question))
    bank = shell and msgspec.structs.replace(shell, questions=tuple(placed.value for placed in kept))
    return BankFile(document, bank, tuple(kept), tuple(problems))


def _unanchored(document: Document, path: Path, question: Question) -> list[Problem]:
    missing = [str(level) for level in MUST_BE_ANCHORED if level not in question.anchors]
    if not missing:
        return []
    text = tr(
        "there is no anchor for {missing}, so interviewers would rate by feeling; describe what "
        "a candidate at that level says or does",
        missing=tr(" and ").join(missing),
    )
    return [document.problem("C301", (*path, "anchors"), text, key=True)]


def read_kit(document: Document) -> KitFile:
    """Read a kit; that its bank has the questions is checked where banks are known."""
    problems = list(document.problems)
    if not document.usable:
        return KitFile(document, None, tuple(problems))
    kit, found = convert(document, (), Kit)
    problems += found
    if kit is not None:
        questions, competencies = Seen(document, mark("question")), Seen(document, mark("competency"))
        for index, entry in enumerate(kit.questions):
            problems += questions.again(("questions", index), entry.id)
        for index, weighted in enumerate(kit.competencies):
            problems += competencies.again(("competencies", index), weighted.id)
    return KitFile(document, kit, tuple(problems))
