"""What can be asked: question banks, kits, and the guide an interviewer holds in an interview."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Annotated

import msgspec

from coach.core.country import Country, ProtectedTopic
from coach.core.curriculum import Competency, Source, Topic
from coach.core.record import Id, Language, Minutes, OwnLanguage, Prose, Record, Revision, Text
from coach.locale import mark

LOWEST, HIGHEST = 1, 5
"""The ends of the rating scale; both are anchored, and so is the middle."""

Rating = Annotated[int, msgspec.Meta(ge=LOWEST, le=HIGHEST)]
"""A rating on the anchored scale. "Not assessed" is never a number."""

Weight = Annotated[float, msgspec.Meta(ge=0, le=100)]
"""How much a competency counts; 0 leaves it out of the score."""


class QuestionKind(StrEnum):
    """How a question gets at evidence."""

    BEHAVIOURAL = mark("behavioural")
    SITUATIONAL = mark("situational")
    KNOWLEDGE = mark("knowledge")
    WORK_SAMPLE = mark("work-sample")


class Question(Record):
    """One question with everything an interviewer needs to ask it and to rate the answer alike.

    ``anchors`` describe observable behaviour at levels 1, 3 and 5 (required) and 2 and 4.
    """

    id: Id
    competency: Id
    kind: QuestionKind
    text: Text
    minutes: Annotated[float, msgspec.Meta(gt=0, le=60)]
    probes: tuple[Text, ...]
    anchors: dict[Rating, Text]
    rev: Revision = 1
    topics: tuple[Topic, ...] = ()
    red_flags: tuple[Text, ...] = ()


class QuestionBank(Record):
    """Questions for one role."""

    id: Id
    title: Text
    summary: Text
    questions: tuple[Question, ...]
    language: OwnLanguage = "en"
    rev: Revision = 1
    sources: tuple[Source, ...] = ()


class Script(Record):
    """What the interviewer says at the opening or the closing, in so many words."""

    minutes: Minutes
    text: Text


class WeightedCompetency(Record):
    """A competency in a kit. Equal weights are the rule; other weights need the kit's reason."""

    id: Id
    weight: Weight = 1.0


class JobAnalysis(Record):
    """What the choice of competencies rests on (OPM: questions come from a job analysis)."""

    method: Text
    date: date
    experts: Annotated[int, msgspec.Meta(ge=1)]


class KitStatus(StrEnum):
    """How far a kit has come."""

    DRAFT = mark("draft")
    PILOTED = mark("piloted")
    ACTIVE = mark("active")
    RETIRED = mark("retired")


class KitQuestion(Record):
    """A question of a bank in its place in the kit; ``minutes`` overrides the bank's."""

    id: Id
    minutes: Annotated[float, msgspec.Meta(gt=0, le=60)] | None = None


class Kit(Record):
    """The same questions in the same order for every candidate of a role."""

    id: Id
    title: Text
    role: Text
    bank: Id
    minutes: Annotated[float, msgspec.Meta(gt=0, le=480)]
    """The whole slot, opening and closing included."""
    competencies: tuple[WeightedCompetency, ...]
    opening: Script
    questions: Annotated[tuple[KitQuestion, ...], msgspec.Meta(min_length=1)]
    closing: Script
    consent: Text
    conflict: Text
    rev: Revision = 1
    status: KitStatus = KitStatus.DRAFT
    language: OwnLanguage = "en"
    weight_reason: Prose = ""
    job_analysis: JobAnalysis | None = None
    do_not_ask: tuple[Text, ...] = ()
    countries: tuple[Id, ...] = ()
    """The countries whose law the interviews come under; their profiles make the do-not-ask card."""


class GuideCompetency(Record):
    """A competency as the guide shows and weighs it."""

    id: Id
    title: Text
    definition: Text
    weight: Weight


class Guide(Record):
    """A kit with its questions filled in: all that an interview, its screen and its paper need.

    It is stored with the interview, so that a record can be read and printed as it was held even
    when the content has moved on.
    """

    kit: Id
    rev: Revision
    title: str
    role: str
    language: Language
    minutes: float
    competencies: tuple[GuideCompetency, ...]
    opening: Script
    questions: tuple[Question, ...]
    closing: Script
    consent: str
    conflict: str
    do_not_ask: tuple[str, ...] = ()
    topics: tuple[ProtectedTopic, ...] = ()
    """What no question or note may touch, from the profiles of the kit's countries."""
    original: str = ""
    """For a translation the fingerprint of what it is a translation of: it is the same interview."""

    def question(self, question_id: str) -> Question:
        """Return the question with this id; raises ``KeyError`` if the guide has none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def competency(self, competency_id: str) -> GuideCompetency:
        """Return the competency with this id; raises ``KeyError`` if the guide has none."""
        for competency in self.competencies:
            if competency.id == competency_id:
                return competency
        raise KeyError(competency_id)

    @property
    def fingerprint(self) -> str:
        """SHA-256 in hexadecimal: equal means same interview, in whatever language it was held."""
        return self.original or self.own_fingerprint

    @property
    def own_fingerprint(self) -> str:
        """SHA-256 over the canonical JSON of the guide in its own language."""
        canonical = msgspec.to_builtins(self, str_keys=True)
        del canonical["original"]
        if not self.topics:
            del canonical["topics"]  # guides were fingerprinted before there were topics
        return sha256(msgspec.json.encode(canonical, order="deterministic")).hexdigest()


def same_frame(one: Guide, other: Guide) -> bool:
    """Whether two guides ask the same questions in the same order with the same minutes and weights."""
    return _frame(one) == _frame(other)


def _frame(guide: Guide) -> tuple[object, ...]:
    questions = tuple((one.id, one.minutes, one.competency, tuple(one.anchors)) for one in guide.questions)
    weights = tuple((one.id, one.weight) for one in guide.competencies)
    return guide.kit, guide.rev, guide.minutes, questions, weights


def guide_for(
    kit: Kit, bank: QuestionBank, competencies: Mapping[str, Competency], countries: Mapping[str, Country]
) -> Guide:
    """Fill a kit's questions, competencies and protected topics in.

    Raises ``KeyError`` with the id that the bank, the competencies or the countries do not have.
    """
    questions = {question.id: question for question in bank.questions}
    placed = [
        msgspec.structs.replace(questions[entry.id], minutes=entry.minutes or questions[entry.id].minutes)
        for entry in kit.questions
    ]
    weighed = [
        GuideCompetency(
            id=entry.id,
            title=competencies[entry.id].title,
            definition=competencies[entry.id].definition,
            weight=entry.weight,
        )
        for entry in kit.competencies
    ]
    return Guide(
        kit=kit.id,
        rev=kit.rev,
        title=kit.title,
        role=kit.role,
        language=kit.language,
        minutes=kit.minutes,
        competencies=tuple(weighed),
        opening=kit.opening,
        questions=tuple(placed),
        closing=kit.closing,
        consent=kit.consent,
        conflict=kit.conflict,
        do_not_ask=kit.do_not_ask,
        topics=_topics(countries[name] for name in kit.countries),
    )


def _topics(countries: Iterable[Country]) -> tuple[ProtectedTopic, ...]:
    """Put topics of several countries together; of those with the same id the strictest, then the first."""
    found: dict[str, ProtectedTopic] = {}
    for country in countries:
        for topic in country.topics:
            before = found.get(topic.id)
            if before is None or (before.level, topic.level) == ("risky", "prohibited"):
                found[topic.id] = topic
    return tuple(found.values())
