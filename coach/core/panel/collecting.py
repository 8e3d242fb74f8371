"""Scorecards that come in from other machines: what a sealed file holds, and whether it may be taken in."""

from collections.abc import Sequence

from coach.core import events as ev
from coach.core.bank import Guide, same_frame
from coach.core.conduct import Refused
from coach.core.interview import InterviewState
from coach.core.interview_replay import reduce
from coach.core.panel.dossier import DossierState
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.sealing import commitment, sealed, shown
from coach.core.record import Record
from coach.locale import tr


class Parcel(Record):
    """What a sealed file holds: one submitted interview as it was recorded, and what seals it."""

    requisition: str
    interview: str
    candidate: str
    member: str
    fingerprint: str
    commitment: str
    records: tuple[ev.Held, ...]


def parcel(state: InterviewState, recorded: Sequence[ev.Recorded]) -> Parcel:
    """Pack an interview of a requisition; one that is not submitted stays where it is."""
    if not state.requisition:
        raise Refused(tr("{id} belongs to no requisition, so no panel waits for it.", id=state.id))
    if state.submitted_at is None:
        raise Refused(
            tr(
                "{id} is not submitted yet. Submit it first; a draft does not leave this machine.",
                id=state.id,
            )
        )
    return Parcel(
        requisition=state.requisition,
        interview=state.id,
        candidate=state.candidate,
        member=state.member,
        fingerprint=state.fingerprint,
        commitment=state.commitment,
        records=tuple(
            ev.Held(number=record.number, at=record.at, actor=record.actor, event=record.event)
            for record in recorded
            if isinstance(record.event, ev.HeldEvent)
        ),
    )


def accept(
    state: RequisitionState,
    dossier: DossierState,
    *,
    here: InterviewState | None,
    before: Parcel | None,
    packed: Parcel,
) -> tuple[ev.InterviewCollected, ...]:
    """Take a parcel in, or refuse it and say why; ``before`` is what was collected of it already.

    ``here`` is the interview as it stands on this machine, which must not have begun.
    """
    member = state.terms.member(packed.member)
    if member is None or not member.interviews:
        raise Refused(
            tr(
                "{member} does not interview on the panel of {id}, so nothing was taken in.",
                member=packed.member,
                id=state.id,
            )
        )
    if packed.fingerprint != state.terms.fingerprint:
        raise Refused(
            tr(
                "The scorecard of {name} was made with another kit ({kit}) than {id} agreed on "
                "({agreed}), so they cannot be compared. Nothing was taken in.",
                name=member.name,
                kit=shown(packed.fingerprint),
                id=state.id,
                agreed=shown(state.terms.fingerprint),
            )
        )
    if before is not None:
        _following(before, packed, member.name)
    elif here is not None and (here.number > 1 or here.collected):
        raise Refused(
            tr(
                "{interview} was begun on this machine, so the one from elsewhere is not taken in.",
                interview=packed.interview,
            )
        )
    told = dossier.expected.get(packed.member, "")
    if not packed.commitment.startswith(told):
        raise Refused(
            tr(
                "{name} told another commitment ({told}) than the file holds ({held}). Nothing was "
                "taken in; ask them.",
                name=member.name,
                told=shown(told),
                held=shown(packed.commitment),
            )
        )
    _genuine(packed, state.terms.guide)
    return (ev.InterviewCollected(records=packed.records, commitment=packed.commitment),)


def _following(before: Parcel, packed: Parcel, name: str) -> None:
    """Refuse what was taken in already, and what does not go on from it."""
    if packed.records == before.records:
        raise Refused(
            tr(
                "The scorecard of {name} on {candidate} was collected already. Nothing changed.",
                name=name,
                candidate=packed.candidate,
            )
        )
    if packed.records[: len(before.records)] != before.records:
        raise Refused(
            tr(
                "Another scorecard of {name} on {candidate} was collected before, and this one does not "
                "go on from it. Nothing was taken in.",
                name=name,
                candidate=packed.candidate,
            )
        )


def _genuine(packed: Parcel, agreed: Guide) -> None:
    """Refuse records that are no submitted interview of these people by what was agreed and committed to."""
    wrong = Refused(
        tr(
            "The records in the file of {member} on {candidate} do not fit together or do not match "
            "their commitment. Nothing was taken in; ask for a new file.",
            member=packed.member,
            candidate=packed.candidate,
        )
    )
    state: InterviewState | None = None
    committed = ""
    for held in packed.records:
        event = held.event
        if isinstance(event, ev.ScorecardSubmitted) and state is not None and not committed:
            try:
                committed = commitment(sealed(state), event.salt)
            except ValueError as error:
                raise wrong from error
        try:
            state = reduce(
                state,
                ev.Recorded(
                    stream=f"interview/{packed.interview}",
                    number=held.number,
                    at=held.at,
                    actor=held.actor,
                    event=event,
                ),
            )
        except (ValueError, KeyError) as error:
            raise wrong from error
    mine = (packed.requisition, packed.candidate, packed.member, packed.fingerprint, packed.commitment)
    if state is None or state.submitted_at is None or committed != packed.commitment:
        raise wrong
    if mine != (state.requisition, state.candidate, state.member, state.fingerprint, state.commitment):
        raise wrong
    if state.guide.fingerprint != state.fingerprint or not same_frame(state.guide, agreed):
        raise wrong
