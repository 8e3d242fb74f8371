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

Events = tuple[ev.DossierEvent, ...]

OUTCOMES = ("offer", "next round", "reserve", "reject")
"""What a panel can decide, the best first."""


def open_debrief(state: DossierState, terms: Terms, by: str, cards: Sequence[Card]) -> Events:
    """Begin to talk about a candidate; the quorum must be in, and only the lead opens."""
    _lead(terms, by, "open the debrief")
    submitted = {card.member for card in cards if card.submitted} & {one.id for one in terms.interviewers}
    if len(submitted) < terms.quorum:
        raise Refused(
            f"The debrief of {state.candidate} needs {terms.quorum} scorecards, and not all of them are in. "
            "Wait until they are submitted or collected."
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
        raise Refused(f"The kit does not rate {competency!r}.")
    if not LOWEST <= after <= HIGHEST:
        raise Refused(f"A rating is a whole number from {LOWEST} to {HIGHEST}.")
    why = reasoned(
        reason,
        "the judgement changes: evidence you heard, not that others rated otherwise",
    )
    return (ev.Rescored(member=by, competency=competency, before=before, after=after, reason=why),)


def give_composite(state: DossierState, terms: Terms, by: str, level: Overall, reason: str) -> Events:
    """Say what one recommends after hearing all; that of one's own interview stays beside it."""
    _attending(state, terms, by)
    why = reasoned(reason, "you recommend this after hearing all")
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
    _lead(terms, by, "record the decision")
    if state.debriefed_at is None:
        raise Refused(f"{state.candidate} was not debriefed yet. Open the debrief first.")
    if outcome not in OUTCOMES:
        raise Refused(f"A decision is one of: {', '.join(OUTCOMES)}.")
    why = reasoned(reason, "it was decided so")
    if departs and not departure.strip():
        raise Refused(
            f"The decision departs from the place by score. {' '.join(departs)} Give the reason for that "
            "too, so that it can be defended later."
        )
    if departure.strip() and not departs:
        raise Refused(
            "The decision does not depart from the place by score, so there is no departure to give a reason "
            "for. Say it in the reason of the decision."
        )
    decided = ev.Decided(
        outcome=outcome, reason=why, by=by, rank=rank, among=among, departure=departure.strip()
    )
    return (decided,)


def record_date(state: DossierState, what: Counted, on: date, today: date) -> Events:
    """Record a day from which a retention period counts."""
    if on > today:
        raise Refused(f"{on.isoformat()} has not come yet. Record the day when it has happened.")
    if state.dates.get(what) == on:
        return ()
    return (ev.DatesRecorded(what=what, on=on),)


def expect(state: DossierState, terms: Terms, member: str, commitment: str, instead: str = "") -> Events:
    """Keep the commitment that a member told when handing in, to hold their sealed file against.

    One that was told before counts, unless ``instead`` says why it does not; both stay on record.
    """
    told = "".join(commitment.lower().split())
    if terms.member(member) is None:
        raise Refused(f"{member} is not on the panel, so no scorecard of theirs is expected.")
    if len(told) < SHOWN or not set(told) <= set(hexdigits):
        raise Refused(
            f"A commitment has at least {SHOWN} digits from 0 to 9 and a to f, such as 9f3c 04d1 77aa 1b2e."
        )
    before = state.expected.get(member)
    if before == told:
        return ()
    if before is None:
        return (ev.CommitmentTold(member=member, commitment=told),)
    if not instead.strip():
        raise Refused(
            f"{member} told {shown(before)} before, and that counts. If it was mistyped or misheard, say so "
            "with --instead and a reason; both stay on record."
        )
    return (ev.CommitmentTold(member=member, commitment=told, reason=instead.strip()),)


def hold(state: DossierState, reason: str) -> Events:
    """Let nothing about the candidate be erased, such as while a claim is pending."""
    if state.hold:
        raise Refused(f"There is a hold on {state.candidate} already: {state.hold}")
    return (ev.HoldPlaced(reason=reasoned(reason, "there is a hold")),)


def lift(state: DossierState, reason: str) -> Events:
    """End the hold."""
    if not state.hold:
        raise Refused(f"There is no hold on {state.candidate}.")
    return (ev.HoldLifted(reason=reasoned(reason, "the hold ends")),)


def _lead(terms: Terms, by: str, what: str) -> Member:
    member = terms.member(by)
    if member is None or member.role is not Role.LEAD:
        lead = next(one.name for one in terms.members if one.role is Role.LEAD)
        raise Refused(f"Only {lead}, who leads the panel, can {what}.")
    return member


def _attending(state: DossierState, terms: Terms, by: str) -> None:
    """Refuse who was not part of the talk, or a talk that has not begun."""
    if state.debriefed_at is None:
        raise Refused(f"The debrief of {state.candidate} is not open yet.")
    present: Collection[str] = state.attending
    if terms.member(by) is None or by not in present:
        raise Refused("Only those whose own scorecard is in take part in the debrief.")
