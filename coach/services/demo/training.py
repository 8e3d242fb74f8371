"""Made-up days of training."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from coach.core.curriculum import Step
from coach.core.exercise import Context, Unreadable
from coach.core.record import Record
from coach.exercises.base import Kind
from coach.services.demo.clock import Clock, morning

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.session_run import SessionRun

MODULE, SESSION = "executive-communication", "1"

TRAINED = ((6, 4), (4, 6), (1, 5))
"""Days ago, and how many steps were done on that day."""

SLIPS = 3
"""Every so many exercises the first answer is wrong."""

GUESSES = ("1", "2", "1 2", "2 1", "42", "no idea")
"""Lines that some kind of exercise can read; one of them is mostly wrong."""


def train(services: "Services", now: datetime) -> None:
    """Work through the beginning of a session on several days, with some wrong answers."""
    from coach.services.training import TrainingService

    clock = Clock(now)
    training = TrainingService(services.log, services.library, clock, services.settings.profile)
    run = training.open(MODULE, SESSION)
    index = 0
    for days, count in TRAINED:
        clock.at = morning(now, days)
        for _ in range(min(count, len(run.steps) - index)):
            _do_step(run, index, clock)
            index += 1


def _do_step(run: "SessionRun", index: int, clock: Clock) -> None:
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
