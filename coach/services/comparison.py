"""Candidates of a requisition beside each other, and what their ratings say about the panel.

Only candidates who are revealed to the viewer take part. Of the others nothing is read: no number, no
count and no standing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from msgspec.structs import replace

from coach.core.conduct import Refused
from coach.core.digest import Digest
from coach.core.panel import dossier
from coach.core.panel.comparison import Comparison, Place, compare, mind_fingerprints
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.panel.comparison_words import OTHER_KIT, OTHERS_DROPPED, TOTALS_ONLY
from coach.core.panel.dossier import DossierState
from coach.core.panel.looks import COMPARED, STATISTICS, TOTAL
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sealing import shown
from coach.core.panel.sight import revealed, total_revealed
from coach.core.panel.statistics import PanelStatistics, agreement
from coach.core.panel.terms import Member, Role, Visibility
from coach.core.record import Record
from coach.locale import tr
from coach.services import streams
from coach.services.gate import Closed
from coach.services.requisition import RequisitionService
from coach.store.log import EventLog

SEED = 1
"""The same ratings always give the same numbers."""

"""What goes on record as seen."""

Sheets = dict[str, dict[str, int | None]]
"""Ratings of one candidate by member and question."""


class Handed(Record):
    """An erased candidate's scorecard as far as independence depends on it: whose it was."""

    member: str
    submitted: bool = True


class Gathered(Record):
    """What of a requisition is revealed: the submitted cards by candidate, who is hidden, what does not fit.

    With ``totals_only`` nothing but the totals of these cards may be shown.
    """

    state: RequisitionState
    cards: Mapping[str, tuple[Digest, ...]]
    hidden: tuple[str, ...]
    left_out: tuple[str, ...]
    totals_only: bool

    @property
    def ratings(self) -> dict[str, Sheets]:
        """The ratings by candidate, member and question."""
        questions = [question.id for question in self.state.terms.guide.questions]
        return {
            candidate: {card.member: dict(zip(questions, card.ratings, strict=True)) for card in cards}
            for candidate, cards in self.cards.items()
        }


class ComparisonService:
    """Comparisons and statistics as far as their viewer may see."""

    def __init__(self, log: EventLog, requisitions: RequisitionService) -> None:
        self._log = log
        self._requisitions = requisitions
        self._gate = requisitions.gate
        self._dossiers: dict[str, tuple[str, DossierState | None]] = {}
        self._last: tuple[Sequence[Gathered], Comparison | None] | None = None
        self._measured: tuple[Gathered, PanelStatistics] | None = None

    def view(self, *names: str) -> ComparisonView:
        """Compare the candidates of a requisition, or of several that have the same kit.

        What is shown of others for the first time goes on record. Raises ``UnknownRequisition``, and
        :class:`coach.core.conduct.Refused` for requisitions that cannot be compared.
        """
        states = [self._requisitions.state(name) for name in dict.fromkeys(names)]
        _mind_kits(states)
        found = [self._gathered(state) for state in states]
        totals_only = any(one.totals_only for one in found)
        for one in found:
            self._note(one, TOTAL if totals_only else COMPARED)
        compared = self._compared(found)
        rows = _rows(found, compared, [self._records(one.state) for one in found])
        return ComparisonView(
            requisition=", ".join(state.id for state in states),
            title=" · ".join(state.terms.title for state in states),
            guide=states[0].terms.guide,
            names={member.id: member.name for state in states for member in state.terms.members},
            dropped=states[0].dropped,
            rows=tuple(map(_total, rows)) if totals_only else rows,
            comparison=None if totals_only else compared,
            totals_only=totals_only,
            left_out=tuple(card for one in found for card in one.left_out),
            erased=sum(len(state.erased) for state in states),
        )

    def statistics(self, name: str) -> PanelStatistics:
        """Compute the statistics of a requisition over what is revealed and the numbers of the erased."""
        found = self._gathered(self._requisitions.state(name))
        if found.totals_only:
            statistics = tr("Statistics rest on single scorecards, so only the lead sees them.")
            raise Closed(f"{tr(TOTALS_ONLY)} {statistics}")
        self._note(found, STATISTICS)
        if self._measured is None or self._measured[0] != found:
            self._measured = found, self._statistics(found)
        return self._measured[1]

    def _statistics(self, found: Gathered) -> PanelStatistics:
        state, ratings, erased = found.state, found.ratings, self._erased(found.state)
        report, parted, effective = agreement(state.terms.guide, ratings | erased, state.dropped)
        return PanelStatistics(
            requisition=state.id,
            title=state.terms.title,
            guide=state.terms.guide,
            names={member.id: member.name for member in state.terms.members},
            dropped=state.dropped,
            revealed=len(ratings),
            hidden=len(found.hidden),
            erased=len(erased),
            report=report,
            by_competency=parted,
            effective=effective,
        )

    def places(self, state: RequisitionState) -> Comparison | None:
        """Compare what is revealed, for the place of one candidate; only that candidate's goes on record."""
        return self._compared([self._gathered(state)])

    def outcomes(self, state: RequisitionState) -> dict[str, str]:
        """Give the decisions that hold, for candidates who are revealed."""
        records = self._records(state)
        return {candidate: _outcome(records.get(candidate)) for candidate in self._gathered(state).cards}

    # --- Gathering ---------------------------------------------------------------------------------

    def _gathered(self, state: RequisitionState) -> Gathered:
        """Take the submitted cards of the candidates who are revealed to the viewer."""
        member = state.terms.member(self._gate.viewer)
        assert member is not None, "who is not on the panel does not get the requisition"
        cards: dict[str, list[Digest]] = defaultdict(list)
        for card in self._gate.digests.all(streams.panel_prefix(state.id)):
            if card.requisition == state.id:
                cards[card.candidate].append(card)
        seen = {
            candidate: [card for card in cards[candidate] if card.submitted]
            for candidate in state.present
            if total_revealed(state.terms, member, cards[candidate])
        }
        own = state.terms.fingerprint
        return Gathered(
            state=state,
            cards={
                candidate: tuple(card for card in found if card.fingerprint == own)
                for candidate, found in seen.items()
            },
            hidden=tuple(candidate for candidate in state.present if candidate not in seen),
            left_out=tuple(
                tr(OTHER_KIT, id=card.id, kit=shown(card.fingerprint))
                for found in seen.values()
                for card in found
                if card.fingerprint != own
            ),
            totals_only=_totals_only(state, member),
        )

    def _erased(self, state: RequisitionState) -> dict[str, Sheets]:
        """Give the numbers of erased candidates whose scorecards would be revealed to the viewer."""
        member = state.terms.member(self._gate.viewer)
        kept = (
            remains
            for remains in state.erased.values()
            if member and revealed(state.terms, member, [Handed(member=one.member) for one in remains])
        )
        return {
            f"erased {number}": {one.member: dict(one.ratings) for one in remains}
            for number, remains in enumerate(kept, 1)
        }

    def _records(self, state: RequisitionState) -> dict[str, DossierState]:
        """Give the dossiers by candidate; one that did not change since is not read again."""
        heads = {head.stream: head.hash for head in self._log.streams(f"{streams.DOSSIER}{state.id}/")}
        found = {}
        for candidate in state.present:
            stream = streams.dossier(state.id, candidate)
            known = self._dossiers.get(stream)
            if known is None or known[0] != heads.get(stream):
                known = heads.get(stream, ""), dossier.replay(self._log.read(stream))
                self._dossiers[stream] = known
            if known[1] is not None:
                found[candidate] = known[1]
        return found

    def _compared(self, found: Sequence[Gathered]) -> Comparison | None:
        """Compare, unless it is what was compared last."""
        if self._last is None or self._last[0] != found:
            self._last = found, _compared(found)
        return self._last[1]

    def _note(self, found: Gathered, what: str) -> None:
        """Put on record which scorecards of others the viewer sees for the first time so."""
        records = self._records(found.state)
        for candidate, cards in found.cards.items():
            looks = records[candidate].looks if candidate in records else ()
            seen = {
                name
                for look in looks
                if (look.by, look.what) == (self._gate.viewer, what)
                for name in look.interviews
            }
            new = [card.id for card in cards if card.member != self._gate.viewer and card.id not in seen]
            if new:
                self._gate.note(found.state.id, candidate, what, new)


def _totals_only(state: RequisitionState, member: Member) -> bool:
    return state.terms.visibility is Visibility.NEVER and member.role is not Role.LEAD


def _mind_kits(states: Sequence[RequisitionState]) -> None:
    """Refuse requisitions whose candidates did not have the same interview."""
    first = states[0]
    mind_fingerprints(first.terms.guide, {state.id: state.terms.fingerprint for state in states})
    other = next((state for state in states if set(state.dropped) != set(first.dropped)), None)
    if other is not None:
        raise Refused(tr(OTHERS_DROPPED, first=first.id, other=other.id))


def _label(found: Sequence[Gathered], one: Gathered, candidate: str) -> str:
    """Name a candidate, among several requisitions with that of theirs."""
    return candidate if len(found) == 1 else f"{one.state.id} {candidate}"


def _compared(found: Sequence[Gathered]) -> Comparison | None:
    ratings = {
        _label(found, one, candidate): sheets for one in found for candidate, sheets in one.ratings.items()
    }
    if not ratings:
        return None
    return compare(
        found[0].state.terms.guide,
        ratings,
        fingerprints={
            card.id: card.fingerprint for one in found for cards in one.cards.values() for card in cards
        },
        chance=Random(SEED),  # noqa: S311 - random weightings, no secrets
        dropped=tuple(found[0].state.dropped),
        least_coverage=max(one.state.terms.least_coverage for one in found),
    )


def _rows(
    found: Sequence[Gathered], compared: Comparison | None, records: Sequence[Mapping[str, DossierState]]
) -> tuple[ComparisonRow, ...]:
    """Put the candidates in the order of the comparison, those who are hidden at the end."""
    shown_ = {
        _label(found, one, candidate): (known.get(candidate), one.cards[candidate])
        for one, known in zip(found, records, strict=True)
        for candidate in one.cards
    }
    placed = (
        ComparisonRow(
            candidate=place.candidate,
            place=place,
            interviews=tuple(card.id for card in shown_[place.candidate][1]),
            decision=_outcome(shown_[place.candidate][0]),
        )
        for place in (compared.places if compared else ())
    )
    hidden = (
        ComparisonRow(candidate=_label(found, one, candidate)) for one in found for candidate in one.hidden
    )
    return (*placed, *hidden)


def _total(row: ComparisonRow) -> ComparisonRow:
    """Leave of a place the total alone."""
    if row.place is None:
        return row
    total: Place = replace(row.place, rank=None, unranked="", competencies=(), members=0)
    return replace(row, place=total, interviews=())


def _outcome(record: DossierState | None) -> str:
    return record.decision.outcome if record and record.decision else ""
