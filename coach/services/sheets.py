"""Scorecards with what their requisition adds to them: until when they are kept, and what does not count."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from coach.core.interview import InterviewState
from coach.core.panel.comparison import counted
from coach.core.panel.dossier import DossierState
from coach.core.panel.looks import SCORECARD
from coach.core.panel.requisition import RequisitionState
from coach.core.retention import period_after
from coach.core.scorecard import ScorecardView
from coach.core.scoring import score, score_text
from coach.locale import day, mark, spoken, tr
from coach.services.reports import scorecard_view

if TYPE_CHECKING:
    from coach.services.interview import InterviewService
    from coach.services.privacy import PrivacyService
    from coach.services.requisition import RequisitionService

NO_CANDIDATE = mark("no candidate yet")


class Sheets:
    """Scorecards as their viewer may print them."""

    def __init__(
        self, interviews: "InterviewService", requisitions: "RequisitionService", privacy: "PrivacyService"
    ) -> None:
        self._interviews = interviews
        self._requisitions = requisitions
        self._privacy = privacy

    def view(self, interview: str, what: str = SCORECARD, *, peek: str | None = None) -> ScorecardView:
        """Return a scorecard to be read as ``what``, in its guide's language.

        See ``InterviewService.state``, which asks the gate.
        """
        state = self._interviews.state(interview, what, peek=peek)
        with spoken(state.guide.language):
            return self._view(state)

    def _view(self, state: InterviewState) -> ScorecardView:
        plain = scorecard_view(state, state.last_at)
        found = self._requisitions.gate.requisition(state.requisition) if state.requisition else None
        if found is None:
            return plain
        record = self._requisitions.dossier(found, state.candidate)
        until = self.delete_by(found, state.candidate)
        return in_requisition(plain, state, found, record, until)

    def delete_by(self, state: RequisitionState, candidate: str) -> str:
        """Say until when a candidate's record is kept.

        While it is not revealed to the viewer, only how long that is: a date would tell that others came to
        a decision.
        """
        if self._requisitions.gate.total_revealed(state, candidate):
            return self._privacy.delete_by(state, candidate).text
        kept = state.terms.retention
        return period_after(kept) if kept else ""

    def first_to_delete(self, state: RequisitionState, candidates: Iterable[str]) -> str:
        """Say until when a sheet about several candidates may be kept: as long as the first of them."""
        known = tuple(candidates)
        if not known:
            return tr(NO_CANDIDATE)
        revealed = [one for one in known if self._requisitions.gate.total_revealed(state, one)]
        days = [until.on for one in revealed if (until := self._privacy.delete_by(state, one)).on]
        if not days:
            return self.delete_by(state, known[0])
        first = day(min(days))
        return first if len(known) == 1 else tr("{day}, the first of them", day=first)


def in_requisition(
    view: ScorecardView, interview: InterviewState, state: RequisitionState, record: DossierState, until: str
) -> ScorecardView:
    """Add to a scorecard what its requisition says: what does not count, until when, before which talk."""
    ratings = score(counted(interview.guide, state.dropped), interview.ratings)
    submitted, debriefed = interview.submitted_at, record.debriefed_at
    before = submitted is not None and (debriefed is None or submitted < debriefed)
    return replace(
        view,
        dropped=tuple(state.dropped.items()),
        counting=score_text(ratings.value) if state.dropped else "",
        before_discussion=before if submitted else None,
        delete_by=until,
    )
