"""Rules for what interview questions must leave alone: topics that a country's profile protects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from coach.content.problem import Problem, quoted
from coach.content.rules.interview_questions import Said, language_of, spoken
from coach.content.rules.scopes import BankScope, KitScope
from coach.core.bank import Kit
from coach.core.country import Country, ProtectedTopic
from coach.core.finding import Path
from coach.core.topics import touched
from coach.locale import mark, tr

FORBIDDEN = mark("{words} touches {topic}, which must not be asked about in {where}; {way_out}")
RISKY = mark("{words} touches {topic}, which is a risk to ask about in {where}; {way_out}")


@dataclass(frozen=True, slots=True)
class Protection:
    """A topic as the first of some countries has it, and the names of all of them that have it."""

    topic: ProtectedTopic
    countries: tuple[str, ...]


def banks_leave_topics_alone(scope: BankScope) -> Iterator[Problem]:
    """No question or probe touches what any profile protects; a kit may be for that country."""
    protections = _protections(scope.around.countries.values())
    language = language_of(scope.read.bank)
    for placed in scope.read.questions:
        for path, text in _touching(spoken(placed.path, placed.value), protections, language):
            yield scope.read.document.problem("C311", path, text, warning=True)


def kits_leave_topics_alone(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Nothing that is said with a kit touches what its own countries protect."""
    known = scope.around.countries
    protections = _protections(known.get(name) for name in kit.countries)
    said: list[Said] = [
        (("opening", "text"), kit.opening.text),
        (("closing", "text"), kit.closing.text),
    ]
    for path, text in _touching(said, protections, kit.language):
        yield scope.read.document.problem("C310", path, text)
    questions = {question.id: question for question in scope.bank.questions} if scope.bank else {}
    for index, entry in enumerate(kit.questions):
        if entry.id in questions:
            place: Path = ("questions", index, "id")
            asked = [(place, said) for _, said in spoken(place, questions[entry.id])]
            for path, text in _touching(asked, protections, language_of(scope.bank)):
                yield scope.read.document.problem("C310", path, text)


def _protections(countries: Iterable[Country | None]) -> Mapping[str, Protection]:
    """Put the topics of several countries together, by id."""
    found: dict[str, Protection] = {}
    for country in filter(None, countries):
        for topic in country.topics:
            before = found.get(topic.id, Protection(topic, ()))
            found[topic.id] = Protection(before.topic, (*before.countries, country.title))
    return found


def _touching(
    said: Iterable[Said], protections: Mapping[str, Protection], language: str
) -> Iterator[tuple[Path, str]]:
    """Tell of everything said that touches a topic, of each topic once a place."""
    topics = [protection.topic for protection in protections.values()]
    for path, text in said:
        first = {touch.topic.id: touch for touch in reversed(touched(text, topics, language))}
        for name, touch in first.items():
            topic, countries = protections[name].topic, protections[name].countries
            yield path, _sentence(touch.words, topic, countries)


def _sentence(words: str, topic: ProtectedTopic, countries: tuple[str, ...]) -> str:
    *others, last = countries
    where = tr("{others} and {last}", others=", ".join(others), last=last) if others else last
    way_out = tr("instead: {other}", other=topic.alternative) if topic.alternative else tr("leave it out")
    sentence = FORBIDDEN if topic.level == "prohibited" else RISKY
    return tr(
        sentence,
        words=quoted(words),
        topic=quoted(topic.title),
        where=where,
        way_out=way_out,
    )
