"""xAPI statements, read back with the structure that the specification gives.

The structs below are written from the Experience API 1.0.3, part two, section 2.4, as far as it applies
to what learners do: every property that is not there is refused.
"""

import re
from datetime import datetime
from typing import Annotated
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
import pytest
from history_samples import answered, histories, place, recorded
from hypothesis import given

from coach.core import events as ev
from coach.export.facts import AnswerFact, answers
from coach.export.xapi import BASE, VERBS, Title, Titles, as_xapi, base_iri, statements

LanguageMap = dict[Annotated[str, msgspec.Meta(pattern=r"^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$")], str]
ADL_VERBS = {f"http://adlnet.gov/expapi/verbs/{name}" for name in (
    "answered", "asked", "attempted", "attended", "commented", "completed", "exited", "experienced", "failed",
    "imported", "initialized", "interacted", "launched", "mastered", "passed", "preferred", "progressed",
    "registered", "responded", "resumed", "scored", "shared", "suspended", "terminated", "voided",
)}  # fmt: skip


class Part(msgspec.Struct, forbid_unknown_fields=True, rename="camel"):
    """Nothing beyond the specification."""


class Account(Part):
    home_page: str
    name: str


class Actor(Part):
    account: Account
    object_type: str = "Agent"


class Verb(Part):
    id: str
    display: LanguageMap


class Definition(Part):
    name: LanguageMap
    type: str = "http://adlnet.gov/expapi/activities/question"
    description: LanguageMap = {}
    more_info: str = ""
    extensions: dict[str, msgspec.Raw] = {}


class Activity(Part):
    id: str
    definition: Definition
    object_type: str = "Activity"


class Score(Part):
    scaled: Annotated[float, msgspec.Meta(ge=-1, le=1)]
    raw: float
    min: float
    max: float


class Result(Part):
    score: Score | None = None
    success: bool = False
    completion: bool = False
    response: str = ""
    duration: str = "PT0S"
    extensions: dict[str, msgspec.Raw] = {}


class Activities(Part):
    parent: list[Activity] = []
    grouping: list[Activity] = []
    category: list[Activity] = []
    other: list[Activity] = []


class Context(Part):
    context_activities: Activities
    registration: str = ""
    revision: str = ""
    platform: str = ""
    language: str = ""
    extensions: dict[str, object] = {}


class Statement(Part):
    id: str
    actor: Actor
    verb: Verb
    object: Activity
    timestamp: str
    context: Context
    result: Result | None = None


def told(history, titles=None, base=BASE) -> list[Statement]:
    """Read statements back as a learning record store would, refusing what is not in the structure."""
    return msgspec.json.decode(
        as_xapi(statements(history, "me", titles or Titles(), base)), type=list[Statement]
    )


def is_iri(text: str) -> bool:
    parts = urlsplit(text)
    return bool(parts.scheme and parts.netloc) and not re.search(r"\s", text)


@given(histories)
def test_every_statement_keeps_to_the_structure(history):
    for one in told(history):
        activities = [
            one.object,
            *one.context.context_activities.parent,
            *one.context.context_activities.grouping,
        ]
        assert UUID(one.id).version == 5
        assert one.verb.id in ADL_VERBS
        assert is_iri(one.actor.account.home_page)
        assert all(is_iri(activity.id) for activity in activities)
        assert all(map(is_iri, one.context.extensions))
        assert datetime.fromisoformat(one.timestamp).utcoffset().total_seconds() == 0
        score = one.result.score if one.result else None
        assert score is None or score.min <= score.raw <= score.max


@given(histories)
def test_answers_read_back_from_statements_to_the_same_facts(history):
    back = [fact(one) for one in told(history) if one.verb.id.endswith("/answered")]

    assert back == [msgspec.structs.replace(one, number=0) for one in answers(history, "me")]


def fact(one: Statement) -> AnswerFact:
    """Read a fact back from a statement, but for its number in the log."""
    more = {name.rpartition("/")[2]: value for name, value in one.context.extensions.items()}
    more.pop("seed")
    module, step = re.fullmatch(r".*/modules/([^/]+)/steps/([^/]+)", one.object.id).groups()
    return msgspec.convert(
        {
            "certainty": None,
            **more,
            "number": 0,
            "time": one.timestamp,
            "profile": one.actor.account.name,
            "module": module,
            "step": step,
            "session": one.context.context_activities.parent[0].id.rpartition("/")[2],
            "score": one.result.score.raw,
            "max_score": one.result.score.max,
            "right": one.result.success,
        },
        AnswerFact,
        strict=False,
    )


@given(histories)
def test_the_same_history_always_has_the_same_ids_and_each_only_once(history):
    ids = [one.id for one in told(history)]

    assert ids == [one.id for one in told(history)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("event", "verb"),
    [
        (ev.StepShown(place=place()), "experienced"),
        (ev.ReviewShown(place=place(), seed=3), "experienced"),
        (ev.StepRead(place=place()), "completed"),
        (ev.HintTaken(place=place(), number=1), "interacted"),
        (ev.SolutionRevealed(place=place()), "interacted"),
        (answered(place()), "answered"),
    ],
)
def test_each_event_has_its_verb(event, verb):
    (one,) = told(recorded(event))

    assert one.verb.id == f"http://adlnet.gov/expapi/verbs/{verb}"
    assert one.verb.display == {"en": verb, "de": VERBS[verb]}


def test_notes_bookmarks_and_plans_stay_private():
    secret = "my boss does not listen"
    history = recorded(
        ev.NoteKept(place=place(), text=secret),
        ev.Bookmarked(place=place()),
        ev.PathChosen(path="newcomer"),
        ev.DeadlineSet(on=None),
        ev.StepReset(place=place()),
    )

    assert told(history) == []


def test_an_answer_tells_score_success_and_what_was_said():
    (one,) = told(recorded(answered(place(), 0.5, response=b'{"picked":["cat"]}')))

    assert (one.result.score.scaled, one.result.score.raw) == (0.5, 0.5)
    assert (one.result.score.min, one.result.score.max) == (0, 1)
    assert one.result.success is False
    assert one.result.response == '{"picked":["cat"]}'


def test_ids_begin_with_the_address_that_was_given():
    (one,) = told(recorded(answered(place())), base="https://lrs.invalid/coach")

    assert one.object.id == "https://lrs.invalid/coach/modules/small/steps/pick"
    assert one.actor.account.home_page == "https://lrs.invalid/coach"
    assert one.id != told(recorded(answered(place())))[0].id


def test_a_step_has_the_content_s_title_or_else_the_one_it_had_then():
    history = recorded(answered(place(), title="Then"), ev.StepRead(place=place("read-me")))
    now = Titles(steps={("small", "pick"): Title(text="Jetzt", language="de")})

    assert [one.object.definition.name for one in told(history, now)] == [{"de": "Jetzt"}, {"en": "read-me"}]
    assert told(history)[0].object.definition.name == {"en": "Then"}


def test_one_activity_is_told_the_same_way_in_every_statement():
    history = recorded(
        ev.StepShown(place=place()), answered(place(), title="Old"), answered(place(), title="New")
    )

    assert len({msgspec.json.encode(one.object) for one in told(history)}) == 1


@pytest.mark.parametrize("text", ["https://lrs.invalid/a/", "http://localhost:8080", "https://x.invalid/ä"])
def test_an_address_can_begin_ids(text):
    assert base_iri(text) == text.rstrip("/")


@pytest.mark.parametrize(
    "text",
    ["", "coach", "urn:coach:me", "/tmp", "https://", "https://a b", "https://a/?q=1", "https://a/#x",
     "https://me:secret@a", "ftp://a", "https://[a", "https://a/\n"],
)  # fmt: skip
def test_what_is_no_address_cannot_begin_ids(text):
    assert base_iri(text) is None
