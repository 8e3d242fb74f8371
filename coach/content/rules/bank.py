"""Rules for question banks."""

from collections.abc import Callable, Iterator

from coach.content.files import misnamed
from coach.content.problem import Problem
from coach.content.rules import interview_questions
from coach.content.rules.interview_questions_topics import banks_leave_topics_alone
from coach.content.rules.scopes import BankScope
from coach.content.rules.shared import old_sources, unknown_competency
from coach.locale import tr

Rule = Callable[[BankScope], Iterator[Problem]]
FEWEST_PROBES = 2


def name_matches(scope: BankScope) -> Iterator[Problem]:
    """The bank's id is the name of its file."""
    if scope.read.bank and scope.read.bank.id != scope.name:
        yield misnamed(scope.read.document, scope.name)


def competencies_exist(scope: BankScope) -> Iterator[Problem]:
    """Questions ask for competencies that exist."""
    for placed in scope.read.questions:
        if placed.value.competency not in scope.around.competencies:
            path = (*placed.path, "competency")
            yield from unknown_competency(scope.read.document, path, placed.value.competency, scope.around)


def probes_are_enough(scope: BankScope) -> Iterator[Problem]:
    """A question comes with ways to ask on."""
    for placed in scope.read.questions:
        count = len(placed.value.probes)
        if count < FEWEST_PROBES:
            text = tr(
                "the question has {count} of the {needed} probes it needs, so each interviewer "
                "would ask on in another way; add probes that ask for the situation, the action or the "
                "result",
                count=count,
                needed=FEWEST_PROBES,
            )
            path = (*placed.path, "probes")
            yield scope.read.document.problem("C302", path, text, warning=True, key=True)


def sources_are_fresh(scope: BankScope) -> Iterator[Problem]:
    """The bank's sources were looked up within a year."""
    if scope.read.bank:
        yield from old_sources(scope.read.document, ("sources",), scope.read.bank.sources, scope.around)


RULES: tuple[Rule, ...] = (
    name_matches,
    competencies_exist,
    probes_are_enough,
    *interview_questions.RULES,
    banks_leave_topics_alone,
    sources_are_fresh,
)
