"""Interview kits of the Greenhouse Harvest API v1 (``GET /v1/job_stages``), as the beginning of content.

Greenhouse keeps questions without competencies, probes and anchors. Nothing is made up in their place: the
files hold what is known, and ``coach check`` names what is missing.
"""

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.text import visible
from coach.export.exchange.incoming import items, records, shown
from coach.export.exchange.markup import to_text
from coach.locale import mark, tr

Number = Annotated[int, msgspec.Meta(ge=0)]
"""An id of Greenhouse; ours are made of it."""


class KitQuestion(Record, forbid_unknown_fields=False):
    """A question of a kit."""

    id: Number
    question: str


class InterviewKit(Record, forbid_unknown_fields=False):
    """What an interviewer is given; ``content`` is HTML."""

    id: Number
    content: str | None = None
    questions: tuple[KitQuestion, ...] = ()


class Interview(Record, forbid_unknown_fields=False):
    """An interview of a stage."""

    name: str
    estimated_minutes: float | None = None
    interview_kit: InterviewKit | None = None


class JobStage(Record, forbid_unknown_fields=False):
    """A stage of a job with its interviews."""

    name: str
    interviews: tuple[Interview, ...]


class Draft(Record):
    """A bank and a kit as far as they are known: plain values in the form of content files."""

    id: str
    bank: dict[str, object]
    kit: dict[str, object]


class Drafts(Record):
    """What was read of a file, and sentences about what did not get in."""

    drafts: tuple[Draft, ...]
    notes: tuple[str, ...]


def read_kits(data: bytes, file: str) -> Drafts:
    """Read one job stage or a list of them; raises :class:`coach.core.conduct.Refused`.

    Kits without questions are left out, and one that several stages share is read once.
    """
    stages = tuple(records(items(data, file), JobStage, file, mark("job stage")))
    drafts = {draft.id: draft for draft in _drafts(stages)}
    if not drafts:
        raise Refused(
            tr(
                "{file} has no interview kit with questions, so there is nothing to begin with and "
                "nothing was written. Export the stages of a job whose kits have questions.",
                file=file,
            )
        )
    empty = [
        interview.name for stage in stages for interview in stage.interviews if not _questions(interview)
    ]
    notes = tuple(
        tr("{name} has no questions and was left out.", name=shown(name)) for name in dict.fromkeys(empty)
    )
    return Drafts(drafts=tuple(drafts.values()), notes=notes)


def _questions(interview: Interview) -> tuple[KitQuestion, ...]:
    found = interview.interview_kit.questions if interview.interview_kit else ()
    return tuple({question.id: question for question in found if to_text(question.question)}.values())


def _drafts(stages: tuple[JobStage, ...]) -> Iterator[Draft]:
    for stage in stages:
        for interview in stage.interviews:
            questions = _questions(interview)
            if interview.interview_kit and questions:
                yield _draft(stage, interview, interview.interview_kit, questions)


def _draft(
    stage: JobStage, interview: Interview, kit: InterviewKit, questions: tuple[KitQuestion, ...]
) -> Draft:
    name = f"greenhouse-{kit.id}"
    ids = {question.id: f"question-{question.id}" for question in questions}
    summary = visible(to_text(kit.content or "")) or f"Questions of the stage {visible(stage.name)}."
    slot = interview.estimated_minutes
    minutes = {"minutes": int(slot) if slot.is_integer() else slot} if slot else {}
    return Draft(
        id=name,
        bank={
            "id": name,
            "title": visible(interview.name),
            "summary": summary,
            "questions": [
                {"id": ids[question.id], "text": visible(to_text(question.question))}
                for question in questions
            ],
        },
        kit={
            "id": name,
            "title": visible(interview.name),
            "bank": name,
            **minutes,
            "questions": [{"id": ids[question.id]} for question in questions],
        },
    )
