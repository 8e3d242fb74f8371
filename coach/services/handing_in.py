"""Handing a scorecard in: the digits that seal it, and the file for a lead on another machine."""

from typing import TYPE_CHECKING

from coach.core.interview import InterviewState
from coach.core.panel.sealing import shown
from coach.core.record import Record
from coach.locale import tr
from coach.services.collecting import ENDING

if TYPE_CHECKING:
    from coach.services import Services


class SealedFile(Record):
    """A sealed scorecard for the lead: the file's usual name, what goes into it, and what to say."""

    name: str
    data: bytes
    notes: tuple[str, ...]


def sealed_words(state: InterviewState) -> str:
    """Tell the digits that seal a submitted scorecard, and what they are for."""
    told = tr("Sealed: {digits}.", digits=shown(state.commitment))
    if not state.requisition:
        return told
    elsewhere = tr(
        "If the lead of {requisition} works on another machine, tell them these digits "
        "now and send them the file from: coach interview export {id} --format sealed",
        requisition=state.requisition,
        id=state.id,
    )
    return f"{told} {elsewhere}"


def hand_in(services: "Services", interview: str) -> SealedFile:
    """Pack one's own submitted scorecard for the lead; raises ``Refused`` for any other."""
    data = services.parcels.seal(interview)
    state = services.interviews.state(interview)
    notes = (
        tr(
            "Sealed: {digits}. Send the file to the lead alone: it is packed, not encrypted.",
            digits=shown(state.commitment),
        ),
        tr("They take it in with: coach panel collect FILE"),
    )
    return SealedFile(name=f"{state.id}{ENDING}", data=data, notes=notes)
