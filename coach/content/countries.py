"""Countries' profiles and the words of protected topics, from their files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from coach.content.convert import convert, entries
from coach.content.document import Document
from coach.content.listing import Placed, Seen
from coach.content.loaded import ContentError, Loaded
from coach.content.problem import Problem, quoted
from coach.core.country import Country, ProtectedTopic, TopicRule, TopicWords, Wording
from coach.core.country import Profile as Written
from coach.core.finding import Path
from coach.core.record import Record
from coach.core.writing.pattern import PatternFault, parse
from coach.locale import mark, tr


class TopicList(Record):
    """The file ``shared/topics.yaml`` beside the banks."""

    topics: tuple[TopicWords, ...]


@dataclass(frozen=True, slots=True)
class TopicFile:
    """Topics as read: only those whose patterns can all be read, each with its place in the file."""

    document: Document
    topics: tuple[Placed[TopicWords], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class CountryFile:
    """A country's profile as read; without a ``country`` it cannot be used."""

    document: Document
    country: Country | None
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""
        return self.country.id if self.country else ""


def read_topics(document: Document) -> TopicFile:
    """Read topics one by one; what cannot be used is left out and told."""
    problems = list(document.problems)
    if not document.usable:
        return TopicFile(document, (), tuple(problems))
    _, found = convert(document, (), TopicList, without=("topics",))
    problems += found
    seen = Seen(document, mark("topic"))
    kept: list[Placed[TopicWords]] = []
    for path in entries(document, ("topics",)):
        topic, found = convert(document, path, TopicWords)
        if topic is not None:
            found = [*found, *_unreadable(document, path, topic), *seen.again(path, topic.id)]
        problems += found
        if topic is not None and not found:
            kept.append(Placed(path, topic))
    return TopicFile(document, tuple(kept), tuple(problems))


def _unreadable(document: Document, path: Path, topic: TopicWords) -> list[Problem]:
    """Tell of patterns that are none."""
    problems = []
    for language, wording in topic.languages.items():
        for index, source in enumerate(wording.words):
            try:
                parse(source)
            except PatternFault as fault:
                text = tr(
                    "the words {source} cannot be read: the pattern {fault}; while it stands here the topic "
                    "{topic} is noticed nowhere",
                    source=quoted(source),
                    fault=fault,
                    topic=quoted(topic.id),
                )
                place = (*path, "languages", language, "words", index)
                problems.append(document.problem("C320", place, text))
    return problems


def read_country(document: Document, words: Mapping[str, TopicWords]) -> CountryFile:
    """Read a profile and give its topics the words by which they are noticed.

    A topic without words is kept, as its line on the card helps by itself; the checker tells of it.
    """
    problems = list(document.problems)
    if not document.usable:
        return CountryFile(document, None, tuple(problems))
    written, found = convert(document, (), Written)
    problems += found
    if written is None:
        return CountryFile(document, None, tuple(problems))
    seen = Seen(document, mark("topic"))
    for index, topic in enumerate(written.topics):
        problems += seen.again(("topics", index), topic.id)
    undated = list(_undated(document, written))
    country = None if undated else _filled(written, words)
    return CountryFile(document, country, (*problems, *undated))


def _undated(document: Document, written: Written) -> Iterator[Problem]:
    """Tell of retention profiles from which no date follows, or that cannot be told apart."""
    seen = Seen(document, mark("retention profile"))
    for index, period in enumerate(written.retention):
        yield from seen.again(("retention", index), period.id)
        if bool(period.months) == bool(period.days):
            yield _no_period(document, index, both=bool(period.months))


def _no_period(document: Document, index: int, *, both: bool) -> Problem:
    if both:
        text = tr(
            "this retention profile has both months and days, so no delete-by date follows from it; "
            "write one of the two, such as months: 6"
        )
    else:
        text = tr(
            "this retention profile has neither months nor days, so no delete-by date follows from it; "
            "write one of the two, such as months: 6"
        )
    return document.problem("C321", ("retention", index), text)


def profiles(names: Iterable[str], load: Callable[[str], Loaded[Country]]) -> dict[str, Country | None]:
    """Load profiles by id, ``None`` for one that cannot be used."""
    found: dict[str, Country | None] = {}
    for name in names:
        try:
            found[name] = load(name).value
        except ContentError:
            found[name] = None
    return found


def _filled(written: Written, words: Mapping[str, TopicWords]) -> Country:
    return Country(
        id=written.id,
        title=written.title,
        as_of=written.as_of,
        note=written.note,
        topics=tuple(_with_words(rule, words) for rule in written.topics),
        retention=written.retention,
        sources=written.sources,
    )


def _with_words(rule: TopicRule, words: Mapping[str, TopicWords]) -> ProtectedTopic:
    languages: Mapping[str, Wording] = words[rule.id].languages if rule.id in words else {}
    patterns = {language: wording.words for language, wording in languages.items()}
    return ProtectedTopic(**msgspec.structs.asdict(rule), words=patterns)
