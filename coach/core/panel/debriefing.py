"""What may be done about one candidate: debrief, decision, dates, holds. Wishes become events or a no."""

from collections.abc import Collection, Sequence
from datetime import date
from string import hexdigits

from coach.core import events as ev
from coach.core.bank import HIGHEST, LOWEST
from coach.core.conduct import Refused, reasoned
from coach.core.country import Counted
from coach.core.interview import Overall
from coach.core.panel.dossier import DossierState
from coach.core.panel.sealing import SHOWN, shown
from coach.core.panel.sight import Card
from coach.core.panel.terms import Member, Role, Terms
from coach.locale import day, mark, tr

Events = tuple[ev.DossierEvent, ...]

OUTCOMES = (mark("offer"), mark("next round"), mark("reserve"), mark("reject"))
"""What a panel can decide, the best first."""


def open_debrief(state: DossierState, terms: Terms, by: str, cards: Sequence[Card]) -> Events:
    """Begin to talk about a candidate; the quorum must be in, and only the lead opens."""
    _lead(terms, by, tr("open the debrief"))
    submitted = {card.member for card in cards if card.submitted} & {one.id for one in terms.interviewers}
    if len(submitted) < terms.quorum:
        raise Refused(
            tr(
                "The debrief of {candidate} needs {quorum} scorecards, and not all of them are in. Wait "
                "until they are submitted or collected.",
                candidate=state.candidate,
                quorum=terms.quorum,
            )
        )
    return (ev.DebriefOpened(members=tuple(sorted(submitted))),)


def rescore(  # noqa: PLR0913 - one for each thing that is kept
    state: DossierState,
    terms: Terms,
    by: str,
    *,
    competency: str,
    before: float | None,
    after: int,
    reason: str,
) -> Events:
    """Judge a competency of one's own interview anew after the talk; the scorecard stays as it was."""
    _attending(state, terms, by)
    if competency not in {one.id for one in terms.guide.competencies}:
        raise Refused(tr("The kit does not rate {competency!r}.", competency=competency))
    if not LOWEST <= after <= HIGHEST:
        raise Refused(
            tr("A rating is a whole number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
        )
    why = reasoned(
        reason,
        tr("the judgement changes: evidence you heard, not that others rated otherwise"),
    )
    return (ev.Rescored(member=by, competency=competency, before=before, after=after, reason=why),)


def give_composite(state: DossierState, terms: Terms, by: str, level: Overall, reason: str) -> Events:
    """Say what one recommends after hearing all; that of one's own interview stays beside it."""
    _attending(state, terms, by)
    why = reasoned(reason, tr("you recommend this after hearing all"))
    return (ev.CompositeGiven(member=by, level=level.value, reason=why),)


def decide(  # noqa: PLR0913 - one for each thing that is kept
    state: DossierState,
    terms: Terms,
    by: str,
    outcome: str,
    reason: str,
    *,
    rank: int | None,
    among: int,
    departs: Sequence[str] = (),
    departure: str = "",
) -> Events:
    """Decide about a candidate; where the decision departs from the mechanical rank, that needs its reason.

    ``rank`` is ``None`` for a candidate who cannot be ranked, ``departs`` are the sentences of
    :func:`coach.core.panel.departure.departures`.
    """
    _lead(terms, by, tr("record the decision"))
    if state.debriefed_at is None:
        raise Refused(
            tr("{candidate} was not debriefed yet. Open the debrief first.", candidate=state.candidate)
        )
    if outcome not in OUTCOMES:
        raise Refused(tr("A decision is one of: {outcomes}.", outcomes=", ".join(map(tr, OUTCOMES))))
    why = reasoned(reason, tr("it was decided so"))
    if departs and not departure.strip():
        raise Refused(
            tr(
                "The decision departs from the place by score. {departs} Give the reason for that too, "
                "so that it can be defended later.",
                departs=" ".join(departs),
            )
        )
    if departure.strip() and not departs:
        raise Refused(
            tr(
                "The decision does not depart from the place by score, so there is no departure to give "
                "a reason for. Say it in the reason of the decision."
            )
        )
    decided = ev.Decided(
        outcome=outcome, reason=why, by=by, rank=rank, among=among, departure=departure.strip()
    )
    return (decided,)


def record_date(state: DossierState, what: Counted, on: date, today: date) -> Events:
    """Record a day from which a retention period counts."""
    if on > today:
        raise Refused(tr("{day} has not come yet. Record the day when it has happened.", day=day(on)))
    if state.dates.get(what) == on:
        return ()
    return (ev.DatesRecorded(what=what, on=on),)


def expect(state: DossierState, terms: Terms, member: str, commitment: str, instead: str = "") -> Events:
    """Keep the commitment that a member told when handing in, to hold their sealed file against.

    One that was told before counts, unless ``instead`` says why it does not; both stay on record.
    """
    told = "".join(commitment.lower().split())
    if terms.member(member) is None:
        raise Refused(
            tr("{member} is not on the panel, so no scorecard of theirs is expected.", member=member)
        )
    if len(told) < SHOWN or not set(told) <= set(hexdigits):
        raise Refused(
            tr(
                "A commitment has at least {least} digits from 0 to 9 and a to f, such as 9f3c 04d1 77aa "
                "1b2e.",
                least=SHOWN,
            )
        )
    before = state.expected.get(member)
    if before == told:
        return ()
    if before is None:
        return (ev.CommitmentTold(member=member, commitment=told),)
    if not instead.strip():
        raise Refused(
            tr(
                "{member} told {told} before, and that counts. If it was mistyped or misheard, say so "
                "with --instead and a reason; both stay on record.",
                member=member,
                told=shown(before),
            )
        )
    return (ev.CommitmentTold(member=member, commitment=told, reason=instead.strip()),)


def hold(state: DossierState, reason: str) -> Events:
    """Let nothing about the candidate be erased, such as while a claim is pending."""
    if state.hold:
        raise Refused(
            tr("There is a hold on {candidate} already: {hold}", candidate=state.candidate, hold=state.hold)
        )
    return (ev.HoldPlaced(reason=reasoned(reason, tr("there is a hold"))),)


def lift(state: DossierState, reason: str) -> Events:
    """End the hold."""
    if not state.hold:
        raise Refused(tr("There is no hold on {candidate}.", candidate=state.candidate))
    return (ev.HoldLifted(reason=reasoned(reason, tr("the hold ends"))),)


def _lead(terms: Terms, by: str, what: str) -> Member:
    member = terms.member(by)
    if member is None or member.role is not Role.LEAD:
        lead = next(one.name for one in terms.members if one.role is Role.LEAD)
        raise Refused(tr("Only {lead}, who leads the panel, can {what}.", lead=lead, what=what))
    return member


def _attending(state: DossierState, terms: Terms, by: str) -> None:
    """Refuse who was not part of the talk, or a talk that has not begun."""
    if state.debriefed_at is None:
        raise Refused(tr("The debrief of {candidate} is not open yet.", candidate=state.candidate))
    present: Collection[str] = state.attending
    if terms.member(by) is None or by not in present:
        raise Refused(tr("Only those whose own scorecard is in take part in the debrief."))
