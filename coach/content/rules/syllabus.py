"""Rules for a syllabus: content covers all of it, and names nothing else."""

from collections.abc import Callable, Iterator

from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import SyllabusScope
from coach.locale import tr

Rule = Callable[[SyllabusScope], Iterator[Problem]]


def topics_are_known(scope: SyllabusScope) -> Iterator[Problem]:
    """Every topic that a step or question names stands in the syllabus."""
    known = [placed.value.id for placed in scope.read.entries]
    for document, path, topic in scope.named:
        if topic not in known:
            text = tr(
                "the syllabus has no topic {topic}, so this counts towards nothing; {guess}",
                topic=quoted(topic),
                guess=did_you_mean(topic, known),
            )
            yield document.problem("C216", path, text, warning=True)


def topics_are_covered(scope: SyllabusScope) -> Iterator[Problem]:
    """Every topic of the syllabus is named by a step or a question."""
    covered = {topic for _, _, topic in scope.named} | scope.elsewhere
    for placed in scope.read.entries:
        if placed.value.id not in covered:
            text = tr(
                "no step and no question has the topic {topic} ({title}), so nobody learns or is asked it; "
                "write one, or add the id to the topics of those that cover it",
                topic=placed.value.id,
                title=placed.value.title,
            )
            yield scope.read.document.problem("C215", (*placed.path, "id"), text, warning=True)


RULES: tuple[Rule, ...] = (topics_are_known, topics_are_covered)
