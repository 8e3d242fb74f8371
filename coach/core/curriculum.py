"""What can be learnt: competencies, and modules made of sessions, lessons and steps."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import msgspec

from coach.core.record import Fixed, Id, Minutes, OwnLanguage, Prose, Record, Revision, Text
from coach.locale import tr

Topic = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}-[0-9]{2}$")]
"""The id of a line in the syllabus, such as ``EC-01``."""


class SyllabusTopic(Record):
    """A line of the syllabus: something that content is to teach, practise or ask."""

    id: Topic
    title: Fixed


class Source(Record):
    """Where a claim of fact comes from, and when it was last looked up."""

    title: Fixed
    as_of: date
    url: str = ""


class Competency(Record):
    """Something a person can be seen to do; shared by training and interviews."""

    id: Id
    title: Text
    definition: Text


class Step(Record):
    """One thing to do in a lesson; each exercise kind adds its own fields.

    ``rev`` is raised when a changed step should be answered afresh; typo fixes leave it alone.
    """

    id: Id
    title: Prose = ""
    rev: Revision = 1
    minutes: Minutes = 1
    topics: tuple[Topic, ...] = ()
    competencies: tuple[Id, ...] = ()
    hints: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()


class Reading(Step, kw_only=True, tag_field="type", tag="reading"):
    """One idea with an example, read on the screen; prose as in :mod:`coach.core.prose`."""

    text: Text


class Practice(Step, kw_only=True, tag_field="type", tag="practice"):
    """Work off the screen, such as a role-play; the trainee says when it is done."""

    text: Text


class Lesson(Record):
    """A few steps about one thing, done in one sitting."""

    id: Id
    title: Text
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> float:
        """Planned minutes, the sum over the steps."""
        return sum(step.minutes for step in self.steps)


class Session(Record):
    """Part of a module: lessons in the program, then practice off screen and a closing task."""

    id: Id
    title: Text
    goal: Text
    lessons: tuple[Lesson, ...]
    practice: tuple[Practice, ...] = ()

    @property
    def flow(self) -> tuple[Lesson, ...]:
        """The lessons in order; practice off screen follows as a last lesson of its own."""
        if not self.practice:
            return self.lessons
        last = Lesson(id="practice", title=tr("Practice off screen"), steps=self.practice)
        return (*self.lessons, last)

    @property
    def minutes(self) -> float:
        """Planned minutes over lessons and practice."""
        return sum(lesson.minutes for lesson in self.flow)

    def steps(self) -> Iterator[Step]:
        """Every step in the order in which it is met."""
        for lesson in self.flow:
            yield from lesson.steps


class SessionHeader(Record):
    """A session as its module announces it; the file ``<id>.yaml`` beside it holds the rest."""

    id: Id
    title: Text
    minutes: Minutes
    """What the session is planned to take; the checker compares it with the sum of its parts."""


class MasteryRule(Record):
    """When a module counts as mastered."""

    min_score: Annotated[float, msgspec.Meta(gt=0, le=1)] = 0.85
    distinct_days: Annotated[int, msgspec.Meta(ge=1, le=30)] = 2


class Module(Record):
    """The small header of a course, read without opening its sessions."""

    id: Id
    title: Text
    summary: Text
    audience: Text
    competencies: tuple[Id, ...]
    sessions: Annotated[tuple[SessionHeader, ...], msgspec.Meta(min_length=1)]
    language: OwnLanguage = "en"
    rev: Revision = 1
    mastery: MasteryRule = MasteryRule()
    sources: tuple[Source, ...] = ()
