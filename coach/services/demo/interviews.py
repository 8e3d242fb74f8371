"""Made-up interviews that stand alone: one held in full, one half, one planned."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from coach.core import conduct
from coach.core.interview import OPENING, Overall
from coach.locale import tr
from coach.services.demo.answers import ANSWERS, DISCLAIMER, OUT_OF_TIME, Told
from coach.services.demo.clock import Clock, morning
from coach.services.interview import InterviewService, fresh_salt

if TYPE_CHECKING:
    from coach.services import Services
    from coach.services.interview import Desk

INTERVIEWER = "Dana (demo)"
KIT = "ae-first-round"
SECONDS_A_NOTE = 95


def interview(services: "Services", now: datetime) -> None:
    """Hold one interview in full and another half; plan a third."""
    clock = Clock(morning(now, 3))
    interviews = interviews_at(services, clock)
    done = interviews.plan(KIT, "DEMO-012", INTERVIEWER)
    begin(done, clock)
    ask(done, clock, ANSWERS)
    hand_in(done, clock, Overall.YES, tr("Own method and lasting customers; records need coaching."))
    clock.at = morning(now, 1)
    half = interviews.plan(KIT, "DEMO-014", INTERVIEWER)
    begin(half, clock)
    ask(half, clock, first_half(ANSWERS))
    half.act(conduct.pause)
    clock.at = now - timedelta(hours=2)
    interviews.plan(KIT, "DEMO-015", INTERVIEWER)


def interviews_at(services: "Services", clock: Clock) -> InterviewService:
    """Give the use case of somebody's interviews with another clock."""
    return InterviewService(services.log, services.library, clock, services.presence, services.gate)


def first_half(answers: Mapping[str, Told]) -> dict[str, Told]:
    """Keep the answers to the first half of the questions."""
    return dict(list(answers.items())[: len(answers) // 2])


def begin(desk: "Desk", clock: Clock) -> None:
    """Start a planned interview."""
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    desk.act(conduct.edit_note, OPENING, tr(DISCLAIMER))
    clock.go(180)


def ask(desk: "Desk", clock: Clock, answers: Mapping[str, Told]) -> None:
    """Go through the guide's questions in order, up to the first without an answer."""
    for question in desk.state.guide.questions:
        told = answers.get(question.id)
        if told is None:
            return
        desk.act(conduct.enter, question.id)
        if told.rating is None:
            desk.act(conduct.skip, question.id, tr(OUT_OF_TIME))
            continue
        desk.act(conduct.ask, question.id)
        for probe in told.probes:
            if probe < len(question.probes):
                desk.act(conduct.probe, question.id, probe)
        lines = tr(told.note).split("\n")
        for count in range(1, len(lines) + 1):
            clock.go(SECONDS_A_NOTE)
            desk.act(conduct.edit_note, question.id, "\n".join(lines[:count]))
        desk.act(conduct.rate, question.id, told.rating)
        clock.go(40)


def hand_in(desk: "Desk", clock: Clock, level: Overall, reason: str) -> None:
    """End the conversation, recommend, and submit the scorecard."""
    desk.act(conduct.enter, conduct.next_place(desk.state))
    clock.go(240)
    desk.act(conduct.end)
    desk.act(conduct.choose_overall, level, reason)
    clock.go(300)
    desk.act(conduct.submit, fresh_salt())
