"""Rules for how interview questions and anchors are worded.

They rest on the practice of structured interviews: open questions about the work, one at a time, rated
on described behaviour (OPM, Structured Interviews: A Practical Guide, 2008).
"""

from collections.abc import Iterator

from coach.content.problem import Problem, quoted
from coach.content.rules import interview_questions_forms as forms
from coach.content.rules.scopes import BankScope
from coach.core.bank import Question, QuestionBank, QuestionKind
from coach.core.finding import Path
from coach.locale import tr

Said = tuple[Path, str]
"""Something an interviewer says, and where it stands."""


def language_of(bank: QuestionBank | None) -> str:
    """Return the language of a bank; where its head cannot be read, English, as for every bank."""
    return bank.language if bank else "en"


def spoken(path: Path, question: Question) -> Iterator[Said]:
    """Give the text of a question at ``path`` and its probes, each with its place."""
    yield (*path, "text"), question.text
    for index, probe in enumerate(question.probes):
        yield (*path, "probes", index), probe


def questions_do_not_lead(scope: BankScope) -> Iterator[Problem]:
    """Neither questions nor probes hand the answer over."""
    language = language_of(scope.read.bank)
    for placed in scope.read.questions:
        for path, said in spoken(placed.path, placed.value):
            if asked := forms.leads(said, language):
                text = tr(
                    "{asked} tells which answer is wanted, and most people will give it; ask openly, such as "
                    "with how or what",
                    asked=quoted(asked),
                )
                yield scope.read.document.problem("C312", path, text, warning=True)


def questions_come_one_at_a_time(scope: BankScope) -> Iterator[Problem]:
    """A question asks one thing; what comes after it is a probe."""
    language = language_of(scope.read.bank)
    for placed in scope.read.questions:
        if forms.is_double(placed.value.text, language):
            text = tr(
                "these are two questions in one: candidates answer one of them, and not all the same "
                "one; keep the first and make the second a probe, or put it on a line of its own"
            )
            yield scope.read.document.problem("C313", (*placed.path, "text"), text, warning=True)


def questions_are_open(scope: BankScope) -> Iterator[Problem]:
    """A question cannot be answered by yes or no; in a work sample that may be the task."""
    language = language_of(scope.read.bank)
    for placed in scope.read.questions:
        question = placed.value
        if question.kind is not QuestionKind.WORK_SAMPLE and forms.is_closed(question.text, language):
            text = tr(
                "yes or no would do for an answer, and neither can be rated on anchors; ask what the "
                "candidate did or would do"
            )
            yield scope.read.document.problem("C314", (*placed.path, "text"), text, warning=True)


def questions_are_no_riddles(scope: BankScope) -> Iterator[Problem]:
    """Neither questions nor probes are brainteasers."""
    language = language_of(scope.read.bank)
    for placed in scope.read.questions:
        for path, said in spoken(placed.path, placed.value):
            if riddle := forms.teases(said, language):
                text = tr(
                    "{riddle} is a riddle: it is not part of the work and says little about it; ask about a "
                    "task of the job",
                    riddle=quoted(riddle),
                )
                yield scope.read.document.problem("C315", path, text, warning=True)


def anchors_differ(scope: BankScope) -> Iterator[Problem]:
    """Neighbouring anchors describe different behaviour."""
    for placed in scope.read.questions:
        if levels := forms.indistinct(placed.value):
            low, high = levels
            text = tr(
                "anchors {low} and {high} say the same but for words of degree, so two interviewers "
                "would choose differently; say what somebody at {high} does that somebody at {low} does "
                "not",
                low=low,
                high=high,
            )
            yield scope.read.document.problem("C316", (*placed.path, "anchors", high), text, warning=True)


RULES = (
    questions_do_not_lead,
    questions_come_one_at_a_time,
    questions_are_open,
    questions_are_no_riddles,
    anchors_differ,
)
