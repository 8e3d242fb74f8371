"""Rules for a single step of a session."""

from collections.abc import Callable, Iterator

from coach.content.document import Document
from coach.content.listing import Placed
from coach.content.problem import Problem
from coach.content.rules.scopes import Surroundings
from coach.content.rules.shared import old_sources, unknown_competency, unsupported_markup
from coach.core.curriculum import Practice, Reading, Step
from coach.core.finding import Severity
from coach.exercises import kind_of
from coach.locale import tr, trn

Rule = Callable[[Document, Placed[Step], Surroundings], Iterator[Problem]]

FEWEST_WORDS, MOST_WORDS = 120, 350
"""A reading holds one idea with an example: enough to say both, short enough to be read."""


def reading_has_length(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:  # noqa: ARG001
    """A reading is neither a note nor a chapter."""
    step = placed.value
    if not isinstance(step, Reading):
        return
    count = len(step.text.split())
    path = (*placed.path, "text")
    if count < FEWEST_WORDS:
        text = trn(
            "the reading has {n} word, too few for an idea with its example ({fewest} or more); "
            "add a concrete example",
            "the reading has {n} words, too few for an idea with its example ({fewest} or more); "
            "add a concrete example",
            count,
            fewest=FEWEST_WORDS,
        )
        yield document.problem("C205", path, text, warning=True)
    if count > MOST_WORDS:
        text = tr(
            "the reading has {count} words, more than people take in at once (up to {most}); "
            "keep one idea and make a second reading",
            count=count,
            most=MOST_WORDS,
        )
        yield document.problem("C205", path, text, warning=True)


def exercise_has_aim(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:  # noqa: ARG001
    """An exercise says what it trains."""
    step = placed.value
    if not isinstance(step, Reading | Practice) and not step.competencies and not step.topics:
        text = tr(
            "this exercise names neither a competency nor a topic, so its result would count for "
            "nothing; add competencies: or topics:"
        )
        yield document.problem("C207", placed.path, text, warning=True)


def competencies_exist(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:
    """A step names competencies that exist."""
    for index, name in enumerate(placed.value.competencies):
        yield from unknown_competency(document, (*placed.path, "competencies", index), name, around)


def sources_are_fresh(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:
    """A step's sources were looked up within a year."""
    yield from old_sources(document, (*placed.path, "sources"), placed.value.sources, around)


def prose_is_shown(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:  # noqa: ARG001
    """Prose uses only the markup that is shown."""
    step = placed.value
    if isinstance(step, Reading | Practice):
        yield from unsupported_markup(document, (*placed.path, "text"), step.text)
        return
    prompt = getattr(step, "prompt", None)
    if isinstance(prompt, str):
        yield from unsupported_markup(document, (*placed.path, "prompt"), prompt)


def exercise_is_proved(document: Document, placed: Placed[Step], around: Surroundings) -> Iterator[Problem]:
    """An exercise that can be played by machine does what its author says."""
    kind = kind_of(placed.value) if around.proofs else None
    for finding in kind.proof(placed.value) if kind else ():
        warning = finding.severity is Severity.WARNING
        yield document.problem(finding.code, placed.path + finding.path, finding.text, warning=warning)


RULES: tuple[Rule, ...] = (
    reading_has_length,
    exercise_has_aim,
    competencies_exist,
    sources_are_fresh,
    prose_is_shown,
    exercise_is_proved,
)
