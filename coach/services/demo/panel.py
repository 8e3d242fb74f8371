"""A made-up requisition: three interviewers and four candidates, each at another point of the way."""

from datetime import datetime
from typing import TYPE_CHECKING

from coach.core import conduct
from coach.core.interview import Overall
from coach.core.panel import debriefing
from coach.core.panel.terms import Member, Role
from coach.locale import mark, tr
from coach.services import streams
from coach.services.demo.answers import OUT_OF_TIME, Told
from coach.services.demo.clock import Clock, morning
from coach.services.demo.interviews import (
    INTERVIEWER,
    KIT,
    ask,
    begin,
    hand_in,
    interviews_at,
)
from coach.services.demo.panel_answers import NOTES
from coach.services.drafting import Draft

if TYPE_CHECKING:
    from coach.core.panel.requisition import RequisitionState
    from coach.services import Services

REQUISITION = "demo-berlin"
TITLE = mark("Account executive, Berlin (demo)")
RULE = mark("The panel talks about whoever cannot be told apart; the lead decides.")
OMAR, INES = "omar-demo", "ines-demo"
LEVELS = ((4, Overall.STRONG_YES), (3.2, Overall.YES), (2.5, Overall.NO), (0, Overall.STRONG_NO))
"""From which mean on a made-up interviewer recommends what."""

HELD = {
    "DEMO-021": {"": "4545434-", OMAR: "44444345", INES: "55443444"},
    "DEMO-022": {"": "34243332", OMAR: "53352343", INES: "3324-332"},
    "DEMO-023": {"": "33", OMAR: "44332433"},
    "DEMO-024": {INES: "22332223"},
}
"""Ratings in the order of the kit by candidate and member; the empty name is the viewer. ``-`` is not
assessed; fewer ratings than questions are a draft."""

DEBRIEFED = "DEMO-021"


def panel(services: "Services", now: datetime) -> None:
    """Open the requisition, hold its interviews, and open one debrief."""
    viewer = services.settings.profile
    state = _opened(services, viewer)
    day = 9
    for candidate, given in HELD.items():
        for member, ratings in given.items():
            clock = Clock(morning(now, day))
            _hold(services.for_profile(member or viewer), clock, candidate, ratings)
            clock.go(3600)
        day -= 2
    _debrief(services, state)


def _opened(services: "Services", viewer: str) -> "RequisitionState":
    members = (
        Member(id=viewer, name=INTERVIEWER, role=Role.LEAD, focus=("negotiation", "resilience")),
        Member(id=OMAR, name="Omar (demo)", focus=("prospecting", "discovery")),
        Member(id=INES, name="Ines (demo)", focus=("presenting", "crm-discipline")),
    )
    draft = Draft(title=tr(TITLE), kit=KIT, members=members, quorum=2, rule=tr(RULE))
    state = services.requisitions.open(draft, REQUISITION, tuple(HELD))
    services.requisitions.lay_out(state)
    return state


def _hold(services: "Services", clock: Clock, candidate: str, ratings: str) -> None:
    """Hold a member's interview with these ratings; a whole one is submitted."""
    name = streams.panel_interview_id(REQUISITION, candidate, services.settings.profile)
    desk = interviews_at(services, clock).open(name)
    questions = [question.id for question in desk.state.guide.questions]
    answers = {question: _told(question, one) for question, one in zip(questions, ratings, strict=False)}
    begin(desk, clock)
    ask(desk, clock, answers)
    if len(ratings) < len(questions):
        desk.act(conduct.pause)
        return
    given = [int(one) for one in ratings if one.isdecimal()]
    mean = sum(given) / len(given)
    level = next(level for least, level in LEVELS if mean >= least)
    hand_in(desk, clock, level, tr("Made up: what the notes say, taken together."))


def _told(question: str, rating: str) -> Told:
    if not rating.isdecimal():
        return Told(note=OUT_OF_TIME, rating=None)
    return Told(note=NOTES[question][int(rating)], rating=int(rating), probes=(0,))


def _debrief(services: "Services", state: "RequisitionState") -> None:
    """Open the debrief of the candidate whose scorecards are all in."""
    service = services.requisitions
    cards = services.gate.of_candidate(state.id, DEBRIEFED)
    dossier = service.dossier(state, DEBRIEFED)
    service.act(dossier, debriefing.open_debrief(dossier, state.terms, service.viewer, cards))
