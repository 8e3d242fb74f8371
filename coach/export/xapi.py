"""Progress as xAPI statements, for learning record stores.

The structure follows the Experience API 1.0.3 (Advanced Distributed Learning, 2016) and 2.0 (IEEE
9274.1.1-2023), which agree on all that is used here. What a learning record store has to set itself
(``stored``, ``authority``) is left out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, TypeAlias
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from msgspec.structs import replace

from coach.core import events as ev
from coach.core.record import Record
from coach.core.training import Key
from coach.export.facts import MOST, AnswerFact, answers, listed

BASE = "https://coach.invalid"
"""Where ids begin if nobody says otherwise: a host that can never exist (RFC 2606)."""

ADL = "http://adlnet.gov/expapi"
VERBS = {
    "answered": "beantwortete",
    "completed": "beendete",
    "experienced": "erlebte",
    "interacted": "interagierte",
}
"""The verbs of ADL's vocabulary that are used, with their words in German."""

Iri = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]
Language: TypeAlias = str
Extensions: TypeAlias = Mapping[Iri, str | int | bool | tuple[str, ...]]
Told = ev.StepShown | ev.ReviewShown | ev.StepRead | ev.HintTaken | ev.SolutionRevealed | ev.Answered
"""Events that become statements; bookmarks, notes, paths, dates and resets are nobody else's business."""


class Account(Record, rename="camel"):
    """Who, by a code on a system; no name and no address leave the machine."""

    home_page: Iri
    name: str


class Agent(Record, rename="camel"):
    """The learner."""

    account: Account
    object_type: str = "Agent"


class Verb(Record):
    """What was done, with its word for people."""

    id: Iri
    display: Mapping[Language, str]


class Definition(Record, omit_defaults=True):
    """What an activity is called, and of which of ADL's types it is, if that is known."""

    name: Mapping[Language, str]
    type: Iri | None = None


class Activity(Record, rename="camel"):
    """Something to do: a module, a session, a step."""

    id: Iri
    definition: Definition
    object_type: str = "Activity"


class Score(Record):
    """A score; ``scaled`` is the share of what could be had."""

    scaled: Annotated[float, msgspec.Meta(ge=-1, le=1)]
    raw: float
    min: float = 0
    max: float = MOST


class Result(Record, omit_defaults=True):
    """How it went; ``response`` is the answer as JSON in a string."""

    score: Score | None = None
    success: bool | None = None
    completion: bool | None = None
    response: str | None = None


class ContextActivities(Record):
    """What the step belongs to: its session, and above it the module."""

    parent: tuple[Activity, ...]
    grouping: tuple[Activity, ...]


class StatementContext(Record, rename="camel"):
    """Under which circumstances."""

    platform: str
    language: Language
    context_activities: ContextActivities
    extensions: Extensions


class Statement(Record, omit_defaults=True):
    """Somebody did something, at a time (UTC)."""

    id: UUID
    actor: Agent
    verb: Verb
    object: Activity
    context: StatementContext
    timestamp: datetime
    result: Result | None = None


class Title(Record):
    """What a module or a step is called, and in which language."""

    text: str
    language: Language = "en"


class Titles(Record):
    """What the content calls its modules by id, and sessions and steps by the module's id and theirs."""

    modules: Mapping[str, Title] = {}
    sessions: Mapping[Key, Title] = {}
    steps: Mapping[Key, Title] = {}


def base_iri(text: str) -> str | None:
    """Give a base for ids without the slash at its end, or ``None`` for what cannot be one.

    It has to be an absolute http(s) address without query, fragment or password, since accounts in
    xAPI are named by such an address.
    """
    try:
        parts = urlsplit(text)
        plain = parts.hostname and not (parts.query or parts.fragment or parts.username)
    except ValueError:
        return None
    iri = text.rstrip("/")
    pattern = Iri.__metadata__[0].pattern  # type: ignore[attr-defined]
    return iri if plain and re.fullmatch(pattern, iri) and not re.search("[?#]", iri) else None


def statements(
    recorded: Sequence[ev.Recorded], profile: str, titles: Titles, base: str = BASE
) -> tuple[Statement, ...]:
    """Tell a training stream in statements; the same stream always gives the same ids.

    A step that ``titles`` does not know has the title that it had when it was answered, or its id.
    """
    facts = {fact.number: fact for fact in answers(recorded, profile)}
    old = {(fact.module, fact.step): Title(text=fact.title) for fact in facts.values() if fact.title}
    known = replace(titles, steps={**old, **titles.steps})
    teller = _Teller(profile, known, {(fact.module, fact.step) for fact in facts.values()}, base)
    return tuple(
        teller.statement(record, record.event, facts.get(record.number))
        for record in recorded
        if isinstance(record.event, Told)
    )


def as_xapi(told: Iterable[Statement]) -> bytes:
    """Write statements as a JSON list, as a learning record store takes them."""
    return listed(told) + b"\n"


class _Teller:
    """Makes statements of one person's events."""

    def __init__(self, profile: str, titles: Titles, exercises: set[Key], base: str) -> None:
        self._actor = Agent(account=Account(home_page=base, name=profile))
        self._titles = titles
        self._exercises = exercises
        self._base = base

    def statement(self, record: ev.Recorded, event: Told, fact: AnswerFact | None) -> Statement:
        """Tell one event; ``fact`` is there for an answer."""
        verb, result, more = _told(event, fact)
        when = record.at.isoformat()
        place = event.place
        return Statement(
            id=uuid5(uuid5(NAMESPACE_URL, self._base), f"{record.stream} {record.number} {when}"),
            actor=self._actor,
            verb=Verb(id=f"{ADL}/verbs/{verb}", display={"en": verb, "de": VERBS[verb]}),
            object=self._step(place),
            context=self._context(place, {"rev": place.rev, "lesson": place.lesson, **more}),
            timestamp=record.at,
            result=result,
        )

    def _context(self, place: ev.Place, extensions: Extensions) -> StatementContext:
        session = self._titles.sessions.get((place.module, place.session), Title(text=place.session))
        module = self._titles.modules.get(place.module, Title(text=place.module))
        return StatementContext(
            platform="Coach",
            language=self._step_title(place).language,
            context_activities=ContextActivities(
                parent=(self._part(place, ("sessions", place.session), session),),
                grouping=(self._part(place, (), module),),
            ),
            extensions={f"{self._base}/extensions/{name}": value for name, value in extensions.items()},
        )

    def _step(self, place: ev.Place) -> Activity:
        kind = f"{ADL}/activities/question" if place.key in self._exercises else None
        return self._part(place, ("steps", place.step), self._step_title(place), kind)

    def _step_title(self, place: ev.Place) -> Title:
        return self._titles.steps.get(place.key, Title(text=place.step))

    def _part(
        self, place: ev.Place, parts: tuple[str, ...], title: Title, kind: str | None = None
    ) -> Activity:
        path = "/".join(quote(part, safe="") for part in ("modules", place.module, *parts))
        name = {title.language: title.text}
        return Activity(id=f"{self._base}/{path}", definition=Definition(name=name, type=kind))


def _told(event: Told, fact: AnswerFact | None) -> tuple[str, Result | None, Extensions]:
    """Choose the verb, and give the result and what else is to be told."""
    match event:
        case ev.Answered(response=response, seed=seed):
            assert fact is not None, "every answer has its fact"
            return "answered", _result(fact, bytes(response).decode()), {"seed": seed, **_more(fact)}
        case ev.StepRead():
            return "completed", Result(completion=True), {}
        case ev.HintTaken(number=number):
            return "interacted", None, {"hint": number}
        case ev.SolutionRevealed():
            return "interacted", None, {"solution": True}
        case ev.ReviewShown(seed=seed):
            return "experienced", None, {"review": True, "seed": seed}
        case _:
            return "experienced", None, {}


def _result(fact: AnswerFact, response: str) -> Result:
    score = Score(scaled=fact.score, raw=fact.score)
    return Result(score=score, success=fact.right, response=response)


def _more(fact: AnswerFact) -> Extensions:
    """Give what xAPI has no place of its own for."""
    told: dict[str, str | int | bool | tuple[str, ...]] = {
        "kind": fact.kind,
        "title": fact.title,
        "tries": fact.tries,
        "hints": fact.hints,
        "unaided": fact.unaided,
        "competencies": fact.competencies,
        "misconceptions": fact.misconceptions,
    }
    return told if fact.certainty is None else told | {"certainty": fact.certainty}
