"""Rules for countries' profiles, and for the words by which protected topics are noticed."""

from collections.abc import Callable, Iterator

from coach.content.countries import TopicFile
from coach.content.files import misnamed
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import OLD, CountryScope
from coach.content.rules.shared import old_sources
from coach.core.country import Country, ProtectedTopic, Wording
from coach.core.finding import Path
from coach.core.topics import touched
from coach.locale import day, tr

Rule = Callable[[CountryScope, Country], Iterator[Problem]]


def name_matches(scope: CountryScope, country: Country) -> Iterator[Problem]:
    """The profile's id is the name of its file."""
    if country.id != scope.name:
        yield misnamed(scope.read.document, scope.name)


def profile_is_fresh(scope: CountryScope, country: Country) -> Iterator[Problem]:
    """The profile was gone through within a year, as law changes."""
    if scope.around.today - country.as_of > OLD:
        text = tr(
            "this profile is as of {as_of}, more than a year ago, and law changes; go through "
            "topics, periods and sources again and correct as_of",
            as_of=day(country.as_of),
        )
        yield scope.read.document.problem("C318", ("as_of",), text, warning=True)


def topics_have_words(scope: CountryScope, country: Country) -> Iterator[Problem]:
    """Every topic has words, or it would be noticed in no question and no note."""
    for index, topic in enumerate(country.topics):
        if not topic.words:
            text = tr(
                "no shared/topics.yaml has words for the topic {topic}, so nobody would be warned of it; "
                "{cure}",
                topic=quoted(topic.id),
                cure=did_you_mean(topic.id, scope.around.topics),
            )
            yield scope.read.document.problem("C322", ("topics", index, "id"), text)


def sources_are_fresh(scope: CountryScope, country: Country) -> Iterator[Problem]:
    """The profile's sources were looked up within a year."""
    yield from old_sources(scope.read.document, ("sources",), country.sources, scope.around)


RULES: tuple[Rule, ...] = (name_matches, profile_is_fresh, topics_have_words, sources_are_fresh)


def examples_hold(read: TopicFile) -> Iterator[Problem]:
    """The words of a topic notice the texts that touch it, and leave everyday talk alone."""
    for placed in read.topics:
        for language, wording in placed.value.languages.items():
            topic = ProtectedTopic(
                id=placed.value.id,
                title=placed.value.id,
                card=placed.value.id,
                words={language: wording.words},
            )
            place = (*placed.path, "languages", language)
            for path, text in _disproved(topic, place, language, wording):
                yield read.document.problem("C319", path, text)


def _disproved(
    topic: ProtectedTopic, place: Path, language: str, wording: Wording
) -> Iterator[tuple[Path, str]]:
    for index, text in enumerate(wording.touches):
        if not touched(text, (topic,), language):
            words = tr(
                "{text} should touch {topic}, but no pattern under words: finds it; add one, or correct the "
                "example",
                text=quoted(text),
                topic=quoted(topic.id),
            )
            yield (*place, "touches", index), words
    for index, text in enumerate(wording.leaves):
        if found := touched(text, (topic,), language):
            words = tr(
                "{text} should be left alone, but {words} in it is taken for {topic}; make the pattern "
                "narrower, or correct the example",
                text=quoted(text),
                words=quoted(found[0].words),
                topic=quoted(topic.id),
            )
            yield (*place, "leaves", index), words
