"""Who may see whose interview: asked here by screens, lists, paper, exports and plain mode alike.

What somebody reads of others goes on record in the candidate's dossier. That holds for people who use
the program; whoever opens the database file with another tool is not held back by it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from msgspec.structs import replace

from coach.content.library import Library
from coach.core import events as ev
from coach.core.conduct import Refused, reasoned
from coach.core.digest import Digest
from coach.core.panel import dossier, requisition
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sight import Sight, revealed, sight, total_revealed
from coach.locale import tr
from coach.services import streams
from coach.services.digests import Digests
from coach.store.log import EventLog


class Closed(Refused):
    """Somebody may not see this, or not yet; the message does not say more than that."""


class Gate:
    """What one viewer, a profile, may see."""

    def __init__(
        self,
        log: EventLog,
        clock: Callable[[], datetime],
        viewer: str,
        digests: Digests,
        library: Library,
    ) -> None:
        self._library = library
        self._log = log
        self._clock = clock
        self.viewer = viewer
        self.digests = digests
        self._requisitions: dict[str, tuple[int, RequisitionState | None]] = {}

    def requisition(self, name: str) -> RequisitionState | None:
        """Return a requisition as it stands, or ``None`` if there is none of this id.

        Its guide is in the language of the library as far as it has the same kit in it.
        """
        known = self._requisitions.get(name)
        stream = streams.REQUISITION + name
        if known is None:
            state = self._spoken(requisition.replay(self._log.read(stream)))
        else:
            state = known[1]
            for record in self._log.read(stream, after=known[0]):
                state = requisition.reduce(state, record)
        self._requisitions[name] = (state.number if state else 0, state)
        return state

    def _spoken(self, state: RequisitionState | None) -> RequisitionState | None:
        if state is None:
            return None
        guide = self._library.spoken(state.terms.guide)
        return (
            state if guide is state.terms.guide else replace(state, terms=replace(state.terms, guide=guide))
        )

    def sight(self, card: Digest) -> Sight:
        """Tell how the viewer sees an interview."""
        if not card.requisition:
            return self._sight(card, self.digests.all(), None)
        others = self.of_candidate(card.requisition, card.candidate)
        return self._sight(card, others, self.requisition(card.requisition))

    def visible(self, cards: Iterable[Digest]) -> tuple[Digest, ...]:
        """Keep what the viewer may see without a peek.

        ``cards`` must hold all interviews of each candidate in it, since one opens by the others.
        """
        groups: dict[tuple[str, str, str], list[Digest]] = defaultdict(list)
        for card in cards:
            groups[card.requisition, streams.key(card.candidate), card.fingerprint].append(card)
        states = {name: self.requisition(name) for name in {name for name, *_ in groups} if name}
        return tuple(
            card
            for (name, *_), group in groups.items()
            for card in group
            if self._sight(card, group, states.get(name)) in (Sight.OWN, Sight.OPEN)
        )

    def _sight(self, card: Digest, others: Sequence[Digest], state: RequisitionState | None) -> Sight:
        """Tell how the viewer sees an interview; ``others`` are of the same candidate, or all there are."""
        if card.member in ("", self.viewer):
            return Sight.OWN
        if not card.requisition:
            return Sight.OPEN if card.submitted and self._met(card, others) else Sight.CLOSED
        return sight(state.terms, self.viewer, card, others) if state else Sight.CLOSED

    def of_candidate(self, requisition_id: str, candidate: str) -> tuple[Digest, ...]:
        """Give the interviews of a candidate of a requisition; for the rules, not for the viewer."""
        found = self.digests.all(streams.panel_prefix(requisition_id, candidate))
        return tuple(one for one in found if one.requisition == requisition_id and one.candidate == candidate)

    def revealed(self, state: RequisitionState, candidate: str) -> bool:
        """Whether the submitted scorecards of a candidate lie open to the viewer."""
        member = state.terms.member(self.viewer)
        return member is not None and revealed(state.terms, member, self.of_candidate(state.id, candidate))

    def total_revealed(self, state: RequisitionState, candidate: str) -> bool:
        """Whether a candidate's total lies open to the viewer, be it without the scorecards behind it."""
        cards = self.of_candidate(state.id, candidate)
        member = state.terms.member(self.viewer)
        return member is not None and total_revealed(state.terms, member, cards)

    def enter(self, card: Digest, what: str, *, peek: str | None = None) -> None:
        """Let the viewer see an interview as ``what``, or raise :class:`Closed`.

        ``peek`` is the reason of a lead who looks before the scorecards are revealed to them.
        """
        seen = self.sight(card)
        if seen is Sight.PEEK and peek is not None:
            reasoned(peek, tr("you look before the scorecards are revealed; it goes on record"))
        elif seen is Sight.PEEK:
            raise Closed(
                tr(
                    "{id} is not revealed to you yet. You lead the panel, so you may look before: with "
                    "--peek and a reason, which goes on record (coach interview show, coach print "
                    "scorecard).",
                    id=card.id,
                )
            )
        elif seen is Sight.CLOSED:
            raise Closed(
                tr(
                    "{id} is not yours, and not revealed to you. Scorecards of others open once your own is "
                    "in and enough of the panel's are.",
                    id=card.id,
                )
            )
        if seen is not Sight.OWN and card.requisition:
            self.note(
                card.requisition, card.candidate, what, (card.id,), peek=peek if seen is Sight.PEEK else None
            )

    def own(self, card: Digest) -> None:
        """Raise :class:`Closed` unless the interview is the viewer's to work on."""
        if self.sight(card) is not Sight.OWN:
            raise Closed(
                tr(
                    "{id} is not your interview, so you cannot work on it. Only its interviewer can.",
                    id=card.id,
                )
            )
        state = self.requisition(card.requisition) if card.requisition else None
        if state is not None and self.viewer not in {one.id for one in state.terms.interviewers}:
            raise Closed(
                tr(
                    "You do not interview for {requisition} any more, so {id} stays as it is. Ask its lead.",
                    requisition=state.id,
                    id=card.id,
                )
            )

    def note(
        self,
        requisition_id: str,
        candidate: str,
        what: str,
        interviews: Iterable[str],
        *,
        peek: str | None = None,
    ) -> None:
        """Put on record that the viewer saw interviews of others."""
        stream = streams.dossier(requisition_id, candidate)
        state = dossier.replay(self._log.read(stream))
        if state is None:
            return
        seen = ev.Viewed(what=what, interviews=tuple(interviews), peek=peek is not None, reason=peek or "")
        self._log.append(stream, state.number, (seen,), actor=self.viewer, at=self._clock())

    def _met(self, card: Digest, others: Sequence[Digest]) -> bool:
        """Whether the viewer's own scorecard of the same candidate with the same kit is in.

        One of a requisition does not count: a code there may stand for somebody else.
        """
        return any(
            one.submitted
            and not one.requisition
            and one.member == self.viewer
            and one.fingerprint == card.fingerprint
            and streams.key(one.candidate) == streams.key(card.candidate)
            for one in others
        )
