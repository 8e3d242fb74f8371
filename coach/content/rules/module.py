"""Rules for a module as a whole: header and sessions that fit each other."""

from collections.abc import Callable, Iterator
from math import sqrt

from coach.content.document import Document
from coach.content.files import misnamed
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import ModuleScope
from coach.content.rules.shared import minutes, old_sources, unknown_competency
from coach.exercises import kind_of
from coach.exercises.base import Offered
from coach.locale import mark, tr

Rule = Callable[[ModuleScope], Iterator[Problem]]
CLOSE = 0.01
"""Planned minutes may differ by less than a second: decimals are not exact."""

ENOUGH = 8
"""With fewer choices in a module, length and place say nothing."""

MOST_LONGEST = 0.35
"""In at most this share of a module's choices the right option may be the longest."""

UNLIKELY = 2.5
"""So many standard deviations above what chance gives, a place is no longer chance (about 1 in 160)."""


def names_match(scope: ModuleScope) -> Iterator[Problem]:
    """The id in a file is the name of the file or folder."""
    if scope.header and scope.header.module and scope.header.module.id != scope.folder:
        yield misnamed(scope.header.document, scope.folder)
    for name, read in scope.sessions.items():
        if read.session and read.session.id != name:
            yield misnamed(read.document, name)


def announced_sessions_exist(scope: ModuleScope) -> Iterator[Problem]:
    """Every session in the header has its file."""
    if not scope.header or not scope.header.module:
        return
    for index, header in enumerate(scope.header.module.sessions):
        if header.id not in scope.sessions:
            text = tr(
                "there is no file {file} beside this header, so the session cannot be opened; write it, or "
                "correct the id: {cure}",
                file=quoted(header.id + ".yaml"),
                cure=did_you_mean(header.id, scope.sessions),
            )
            yield scope.header.document.problem("C201", ("sessions", index, "id"), text)


def sessions_are_announced(scope: ModuleScope) -> Iterator[Problem]:
    """Every session's file is in the header."""
    if not scope.header or not scope.header.module:
        return
    announced = {header.id for header in scope.header.module.sessions}
    for name, read in scope.sessions.items():
        if name not in announced:
            text = tr(
                "module.yaml does not list the session {name}, so nobody will see it; add it there",
                name=quoted(name),
            )
            yield read.document.problem("C202", (), text, warning=True)


def minutes_add_up(scope: ModuleScope) -> Iterator[Problem]:
    """The parts of a session take as long as its header says."""
    if not scope.header or not scope.header.module:
        return
    for index, header in enumerate(scope.header.module.sessions):
        read = scope.sessions.get(header.id)
        if read is None or read.session is None or any(problem.fatal for problem in read.problems):
            continue  # minutes of parts that could not be read are unknown
        planned = read.session.minutes
        if abs(planned - header.minutes) > CLOSE:
            text = tr(
                "the header plans {planned} but the parts of {session} add up to {sum}, so trainees "
                "could not plan their time; correct one of them",
                planned=minutes(header.minutes),
                session=quoted(header.id),
                sum=minutes(planned),
            )
            yield scope.header.document.problem("C203", ("sessions", index, "minutes"), text)


def ids_are_unique(scope: ModuleScope) -> Iterator[Problem]:
    """No step or lesson id is used in two sessions; within one file that is told when it is read."""
    steps: dict[str, str] = {}
    lessons: dict[str, str] = {}
    for name, read in scope.sessions.items():
        for placed in read.steps:
            first = steps.setdefault(placed.value.id, name)
            if first != name:
                yield _taken(read.document, mark("step"), placed.value.id, first, (*placed.path, "id"))
        for lesson in read.lessons:
            first = lessons.setdefault(lesson.value.id, name)
            if first != name:
                yield _taken(read.document, mark("lesson"), lesson.value.id, first, (*lesson.path, "id"))


def _taken(document: Document, what: str, name: str, first: str, path: tuple[str | int, ...]) -> Problem:
    text = tr(
        "the {what} id {name} is used in the session {first} too, so progress could not be told "
        "apart; rename one",
        what=tr(what),
        name=quoted(name),
        first=quoted(first),
    )
    return document.problem("C010", path, text)


def competencies_exist(scope: ModuleScope) -> Iterator[Problem]:
    """The header names competencies that exist."""
    if scope.header and scope.header.module:
        for index, name in enumerate(scope.header.module.competencies):
            path = ("competencies", index)
            yield from unknown_competency(scope.header.document, path, name, scope.around)


def sources_are_fresh(scope: ModuleScope) -> Iterator[Problem]:
    """The module's sources were looked up within a year."""
    if scope.header and scope.header.module:
        sources = scope.header.module.sources
        yield from old_sources(scope.header.document, ("sources",), sources, scope.around)


def right_is_not_longest(scope: ModuleScope) -> Iterator[Problem]:
    """Over a module, the right option is not mostly the longest one."""
    offers = _offers(scope)
    longest = sum(_is_longest(offered) for offered in offers)
    if scope.header and len(offers) >= ENOUGH and longest > MOST_LONGEST * len(offers):
        text = tr(
            "in {longest} of {offers} choices the right option is the longest, so people learn to "
            "pick by length (at most {most}%); shorten right ones, or give wrong ones the "
            "same care",
            longest=longest,
            offers=len(offers),
            most=round(100 * MOST_LONGEST),
        )
        yield scope.header.document.problem("C213", (), text, warning=True)


def right_place_is_even(scope: ModuleScope) -> Iterator[Problem]:
    """Over a module, the right option stands at every place about equally often."""
    offers = [offered for offered in _offers(scope) if not offered.shuffled]
    if not scope.header or len(offers) < ENOUGH:
        return
    for place in range(max(len(offered.texts) for offered in offers)):
        chances = [1 / len(offered.texts) for offered in offers if place < len(offered.texts)]
        found = sum(offered.right == place for offered in offers)
        expected, spread = sum(chances), sqrt(sum(chance * (1 - chance) for chance in chances))
        if found > expected + UNLIKELY * spread:
            text = tr(
                "in {found} of {offers} choices the right option stands at place {place} (about "
                "{expected:.0f} would be even), so people learn to pick by place; move some, or add "
                "shuffle: true",
                found=found,
                offers=len(offers),
                place=place + 1,
                expected=expected,
            )
            yield scope.header.document.problem("C214", (), text, warning=True)


def _offers(scope: ModuleScope) -> list[Offered]:
    """Give what can be guessed in the module's exercises."""
    steps = [placed.value for read in scope.sessions.values() for placed in read.steps]
    kinds = [(kind_of(step), step) for step in steps]
    offers = [kind.offered(step) for kind, step in kinds if kind and kind.offered]
    return [offered for offered in offers if offered is not None]


def _is_longest(offered: Offered) -> bool:
    """Whether every other option is shorter than the right one."""
    right = len(offered.texts[offered.right])
    return all(len(text) < right for index, text in enumerate(offered.texts) if index != offered.right)


RULES: tuple[Rule, ...] = (
    names_match,
    announced_sessions_exist,
    sessions_are_announced,
    minutes_add_up,
    ids_are_unique,
    competencies_exist,
    sources_are_fresh,
    right_is_not_longest,
    right_place_is_even,
)
