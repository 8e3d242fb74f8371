"""A panel in one data folder: services for several people, and a made-up interview in a few lines."""

from datetime import UTC, datetime, timedelta

from coach.core import conduct
from coach.core.interview import Overall
from coach.core.panel.terms import Member, Role, Visibility
from coach.services import Services
from coach.services.drafting import Draft
from coach.services.interview import fresh_salt
from coach.store.paths import Folders

KIT = "ae-first-round"
LEAD = Member(id="lena", name="Lena Lead (made up)", role=Role.LEAD)
DANA = Member(id="dana", name="Dana Demo (made up)")
OMAR = Member(id="omar", name="Omar Sample (made up)")
HR = Member(id="hanna", name="Hanna HR (made up)", role=Role.HR)
PANEL = (LEAD, DANA, OMAR, HR)


class Clock:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def services_in(folder, clock=None) -> Services:
    folders = Folders(data=folder / "data", config=folder / "config", cache=folder / "cache")
    return Services(folders, {}, clock=clock or Clock(), profile=LEAD.id)


def draft(**changes) -> Draft:
    given = {
        "title": "AE Berlin",
        "kit": KIT,
        "members": PANEL,
        "quorum": 2,
        "visibility": Visibility.AFTER_OWN,
    }
    return Draft(**(given | changes))


def opened(lead: Services, candidates=("C-001", "C-002"), **changes):
    """Open a requisition with candidates, and lay all interviews out."""
    state = lead.requisitions.open(draft(**changes), "ae-berlin")
    state = lead.requisitions.add_candidates(state, candidates)
    lead.requisitions.lay_out(state)
    return state


def hold(services: Services, interview: str, ratings=None, *, submit=True, level=Overall.YES):
    """Hold an interview: rate each question (3 unless said), with a note; ``None`` is not assessed."""
    desk = services.interviews.open(interview)
    desk.act(conduct.declare_conflict, conflict=False)
    desk.act(conduct.record_consent, given=True)
    desk.act(conduct.start)
    given = ratings or {}
    for question in desk.state.guide.questions:
        rating = given.get(question.id, 3)
        desk.act(conduct.enter, question.id)
        desk.act(conduct.ask, question.id)
        if rating is None:
            desk.act(conduct.not_assessed, question.id, "Time ran out")
        else:
            desk.act(conduct.edit_note, question.id, f"made up evidence of {services.settings.profile}")
            desk.act(conduct.rate, question.id, rating)
    desk.act(conduct.end)
    desk.act(conduct.choose_overall, level, "made up reason")
    if submit:
        desk.act(conduct.submit, fresh_salt())
    return desk.state
