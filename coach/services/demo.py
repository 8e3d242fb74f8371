"""Made-up people for ``coach demo``, so that no screen is empty.

Everything is made by the same services and rules as real work, with a clock set some days back. Names
and codes carry the word *demo*, and the notes say that nobody said this.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from coach.core import conduct
from coach.core.curriculum import Step
from coach.core.exercise import Context, Unreadable
from coach.core.interview import OPENING, Overall
from coach.core.record import Record
from coach.exercises.base import Kind

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.interview import Desk, InterviewService
    from coach.services.training import SessionRun

NAME = "Mira (demo)"
INTERVIEWER = "Dana (demo)"
MODULE, SESSION = "executive-communication", "1"
KIT = "ae-first-round"
DISCLAIMER = "Made up for the demonstration; nobody said this."

TRAINED = ((6, 4), (4, 6), (1, 5))
"""Days ago, and how many steps were done on that day."""

SLIPS = 3
"""Every so many exercises the first answer is wrong."""

GUESSES = ("1", "2", "1 2", "2 1", "42", "no idea")
"""Lines that some kind of exercise can read; one of them is mostly wrong."""

SECONDS_A_NOTE = 95


class Told(Record):
    """What a made-up candidate is said to have answered, and how it was rated; ``None`` is not assessed."""

    note: str
    rating: int | None
    probes: tuple[int, ...] = ()


ANSWERS = {
    "cold-start-customer": Told(
        note="Chose 40 logistics firms by funding news. Own wording for each, phone and mail.\n"
        "“Six answered, two met me.” Does not say what was changed by it.",
        rating=4,
        probes=(0, 3),
    ),
    "first-thirty-minutes": Told(
        note="Would ask how orders are placed today and where it hurts.\n"
        "On “a headache”: asks what it costs in a month. No question about who decides.",
        rating=4,
        probes=(1,),
    ),
    "last-demo": Told(
        note="Rang two of the five people beforehand, showed only the returns process.\n"
        "“They mostly watched.” Ended with: they will think about it.",
        rating=3,
        probes=(0, 3),
    ),
    "four-reasons-not-to-buy": Told(
        note="“If the boss agreed, would you sign?” asked at once.\n"
        "“Your reasons keep changing; is there a need at all?” Would stop after a third date.",
        rating=4,
        probes=(0, 2),
    ),
    "deal-you-lost": Told(
        note="Lost to the existing supplier. First: “the price”. On asking: never met the plant manager.\n"
        "Now asks for everyone concerned before the offer.",
        rating=3,
        probes=(1, 2),
    ),
    "productive-relationship": Told(
        note="Customer wanted fewer complaints; sent a monthly list unasked.\n"
        "Complaints from 30 to 12 a month, contract longer by two years. Support and plant took part.",
        rating=5,
        probes=(2, 3),
    ),
    "records-on-an-ordinary-day": Told(
        note="Writes calls down in the evening, “most of them”. Next steps in a notebook.",
        rating=2,
        probes=(1,),
    ),
    "three-customers-at-nine": Told(note="", rating=None),
}
"""By question id. A question that is not here is not assessed."""

OUT_OF_TIME = "Time ran out"


class _Clock:
    """A clock that stands until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def go(self, seconds: float) -> None:
        """Move on."""
        self.at += timedelta(seconds=seconds)


def fill(services: "Services") -> None:
    """Fill an empty data folder: days of training, and one interview each submitted, begun and planned.

    To be called before anything else is asked of ``services``. Raises ``ValueError`` where a database
    exists, so that made-up people never come among real ones.
    """
    if services.folders.database.exists():
        raise ValueError(f"{services.folders.database} exists; made-up people only go into an empty folder")
    _name_learner(services)
    now = services.clock()
    _train(services, now)
    _interview(services, now)


def _morning(now: datetime, days: int) -> datetime:
    """Return ten o'clock, local time, some days ago."""
    return (now.astimezone() - timedelta(days=days)).replace(hour=10, minute=0, second=0, microsecond=0)


def _name_learner(services: "Services") -> None:
    from coach.services.settings import FILE
    from coach.store.paths import private_folder

    path = private_folder(services.folders.config) / FILE
    path.write_text(f'name = "{NAME}"\n', encoding="utf-8")


def _train(services: "Services", now: datetime) -> None:
    """Work through the beginning of a session on several days, with some wrong answers."""
    from coach.services.training import TrainingService

    clock = _Clock(now)
    training = TrainingService(services.log, services.library, clock, services.settings.profile)
    run = training.open(MODULE, SESSION)
    index = 0
    for days, count in TRAINED:
        clock.at = _morning(now, days)
        for _ in range(min(count, len(run.steps) - index)):
            _do_step(run, index, clock)
            index += 1


def _do_step(run: "SessionRun", index: int, clock: _Clock) -> None:
    """Read a step, or answer it: every third exercise first wrongly, then with a hint."""
    step, kind = run.steps[index][1], run.kind(index)
    run.show(index)
    clock.go(step.minutes * 60)
    if kind is None:
        run.finish(index)
        return
    context = run.context(index)
    wrong = _wrong(kind, step, context) if index % SLIPS == 0 else None
    if wrong is not None:
        run.answer(index, wrong)
        run.hint(index)
        clock.go(30)
    run.answer(index, kind.solution(step, context))


def _wrong(kind: Kind[Any, Any], step: Step, context: Context) -> Record | None:
    """Find an answer that is not right, if a guess gives one."""
    for guess in GUESSES:
        try:
            response: Record = kind.read(step, guess, context)
        except Unreadable:
            continue
        if not kind.grade(step, response, context).right:
            return response
    return None


def _interview(services: "Services", now: datetime) -> None:
    """Hold one interview in full and another half; plan a third."""
    from coach.services.interview import InterviewService, fresh_salt

    clock = _Clock(_morning(now, 3))
    interviews = InterviewService(services.log, services.library, clock, services.presence, services.gate)
    done = _begin(interviews, clock, "DEMO-012")
    _ask(done, clock, ANSWERS)
    done.act(conduct.enter, conduct.next_place(done.state))
    clock.go(240)
    done.act(conduct.end)
    done.act(conduct.choose_overall, Overall.YES, "Own method and lasting customers; records need coaching.")
    clock.go(300)
    done.act(conduct.submit, fresh_salt())
    clock.at = _morning(now, 1)
    half = _begin(interviews, clock, "DEMO-014")
    _ask(half, clock, tuple(ANSWERS)[: len(ANSWERS) // 2])
    half.act(conduct.pause)
    clock.at = now - timedelta(hours=2)
    interviews.plan(KIT, "DEMO-015", INTERVIEWER)


def _begin(interviews: "InterviewService", clock: _Clock, candidate: str) -> "Desk":
    """Plan an interview and start it."""
    desk = interviews.plan(KIT, candidate, INTERVIEWER)
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.edit_note, OPENING, DISCLAIMER)
    clock.go(180)
    return desk


def _ask(desk: "Desk", clock: _Clock, questions: Iterable[str]) -> None:
    """Go through the guide's questions in order, as far as they are among these or have no answer."""
    wanted = set(questions)
    for question in desk.state.guide.questions:
        told = ANSWERS.get(question.id)
        if told is not None and question.id not in wanted:
            return
        desk.act(conduct.enter, question.id)
        if told is None or told.rating is None:
            desk.act(conduct.skip, question.id, OUT_OF_TIME)
            continue
        desk.act(conduct.ask, question.id)
        for probe in told.probes:
            if probe < len(question.probes):
                desk.act(conduct.probe, question.id, probe)
        lines = told.note.split("\n")
        for count in range(1, len(lines) + 1):
            clock.go(SECONDS_A_NOTE)
            desk.act(conduct.edit_note, question.id, "\n".join(lines[:count]))
        desk.act(conduct.rate, question.id, told.rating)
        clock.go(40)
