"""Sealed scorecards from files: read, taken in, and told whether they are revealed by that."""

from pathlib import Path
from typing import TYPE_CHECKING

from coach.core.conduct import Refused
from coach.core.panel.sealing import shown
from coach.core.record import Record
from coach.locale import mark, tr
from coach.services.parcels import MOST_BYTES, Collected

if TYPE_CHECKING:
    from coach.services import Services

ENDING = ".sealed.json"
"""What the name of a sealed file ends in."""
INVITATION = ".requisition.json"
"""What the name of a file for members ends in."""

CAME = mark("{interview} came in, sealed {digits}.")
AGAIN = mark("{interview} came in again, amended, sealed {digits}.")


class Taken(Record):
    """What came in, and whether the candidate's scorecards lie open to the viewer since."""

    came: Collected
    revealed: bool

    def __str__(self) -> str:
        came = self.came
        message = AGAIN if came.amended else CAME
        told = tr(message, interview=came.interview, digits=shown(came.commitment))
        if not self.revealed:
            return told
        revealed = tr(
            "Enough are in, so the scorecards of {candidate} are revealed to you.", candidate=came.candidate
        )
        return f"{told} {revealed}"


def collect_file(services: "Services", path: Path) -> Taken:
    """Take a sealed scorecard in from a file; raises ``Refused`` and leaves all as it was otherwise."""
    came = services.parcels.collect(read_file(path))
    requisition, _, _ = came.interview.partition(".")
    state = services.requisitions.state(requisition)
    return Taken(came=came, revealed=services.gate.revealed(state, came.candidate))


def read_file(path: Path) -> bytes:
    """Read a file of ours, just past what is taken at most; raises ``Refused`` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else tr("the system refuses it")
        raise Refused(
            tr("{path} cannot be read: {reason}. Name a file that is there.", path=path, reason=reason)
        ) from error
