"""Files that carry requisitions and sealed scorecards between machines, without a server.

A sealed file is packed so that nobody reads it in passing. It is no encryption: whoever gets the file and
unpacks it can read it, so it is sent to the lead alone.
"""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

import msgspec

from coach.core import events as ev
from coach.core.conduct import Refused, missing_for_submission
from coach.core.interview_replay import reduce, replay
from coach.core.panel import collecting
from coach.core.panel.collecting import Parcel
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Terms
from coach.core.record import Record
from coach.core.scoring import Score
from coach.locale import tr
from coach.services import streams
from coach.services.gate import Closed
from coach.services.interview import InterviewService
from coach.services.requisition import RequisitionService, UnknownRequisition
from coach.store.log import EventLog

if TYPE_CHECKING:
    from coach.core.interview import InterviewState

T = TypeVar("T", bound=Record)
MOST_BYTES = 8_000_000
MOST_UNPACKED = 40_000_000
SEALED, REQUISITION = "sealed-scorecard", "requisition"


class Envelope(Record):
    """The file: what it is, for whom it is meant, and the contents packed; ``check`` covers all of it."""

    coach: str
    schema: int
    about: str
    packed: str
    check: str


class Invitation(Record):
    """A requisition as its members get it: the terms, and the candidates by code."""

    id: str
    terms: Terms
    candidates: tuple[str, ...]


class Collected(Record):
    """What came in: whose scorecard of which candidate, sealed by which commitment."""

    interview: str
    candidate: str
    member: str
    commitment: str
    amended: bool


class ParcelService:
    """Packs and unpacks; nothing is taken in that was altered, is of another kit or of somebody else."""

    def __init__(
        self,
        log: EventLog,
        clock: Callable[[], datetime],
        requisitions: RequisitionService,
        interviews: InterviewService,
    ) -> None:
        self._log = log
        self._clock = clock
        self._requisitions = requisitions
        self._interviews = interviews

    def invitation(self, state: RequisitionState) -> bytes:
        """Pack a requisition for its members; who the candidates are stays here."""
        content = Invitation(id=state.id, terms=state.terms, candidates=state.present)
        return _wrapped(REQUISITION, state.id, content)

    def join(self, data: bytes) -> RequisitionState:
        """Take a requisition in on a member's machine and plan that member's own interviews.

        The same one again adds the candidates that are new.
        """
        invited = _unwrapped(REQUISITION, data, Invitation)
        viewer = self._requisitions.viewer
        if invited.terms.member(viewer) is None:
            listed = ", ".join(member.id for member in invited.terms.members)
            raise Refused(
                tr(
                    "You are {viewer}, and the panel of {id} is: {listed}. Use the profile that you have "
                    "there, with --profile.",
                    viewer=viewer,
                    id=invited.id,
                    listed=listed,
                )
            )
        if invited.terms.guide.fingerprint != invited.terms.fingerprint:
            raise Refused(
                tr("The kit in the file is not the one it was sealed with. Ask the lead for a new file.")
            )
        state = self._requisitions.join(invited.id, invited.terms, invited.candidates)
        self._requisitions.lay_out(state, (viewer,))
        return state

    def seal(self, interview: str) -> bytes:
        """Pack one's own submitted scorecard for the lead."""
        state = self._interviews.state(interview)
        if state.member != self._requisitions.viewer:
            raise Closed(tr("{id} is not your interview, so it is not yours to hand in.", id=state.id))
        packed = collecting.parcel(state, self._log.read(streams.INTERVIEW + state.id))
        return _wrapped(SEALED, state.id, packed)

    def collect(self, data: bytes) -> Collected:
        """Take a sealed scorecard in; raises :class:`Refused` and leaves everything as it was otherwise."""
        packed = _unwrapped(SEALED, data, Parcel)
        _in_order(packed)
        try:
            state = self._requisitions.state(packed.requisition)
            candidate = self._requisitions.candidate(state, packed.candidate)
        except UnknownRequisition as error:
            raise Refused(
                tr(
                    "The file is for {requisition} and {candidate}. {error}",
                    requisition=packed.requisition,
                    candidate=packed.candidate,
                    error=error,
                )
            ) from error
        self._requisitions.lead(state, tr("collect scorecards"))
        if candidate in state.erased:
            raise Refused(
                tr(
                    "The record of {candidate} was erased, so nothing more is taken in about them.",
                    candidate=candidate,
                )
            )
        name = streams.panel_interview_id(state.id, candidate, packed.member)
        if (packed.candidate, packed.interview) != (candidate, name):
            raise Refused(
                tr("The file names its interview wrongly, so it was altered. Nothing was taken in.")
            )
        recorded = self._log.read(streams.INTERVIEW + name)
        here = replay(recorded)
        before = _before(packed, recorded)
        dossier = self._requisitions.dossier(state, candidate)
        events = collecting.accept(state, dossier, here=here, before=before, packed=packed)
        number = here.number if here else 0
        actor = self._requisitions.viewer
        self._log.append(streams.INTERVIEW + name, number, events, actor=actor, at=self._clock())
        return Collected(
            interview=name,
            candidate=candidate,
            member=packed.member,
            commitment=packed.commitment,
            amended=before is not None,
        )


def _in_order(packed: Parcel) -> None:
    """Refuse records that say something else after the submission than before it.

    An interview is planned once and handed in once, complete and with the score of its ratings; after that
    there are only amendments. The program writes no other, so others were made with another tool.
    """
    state: InterviewState | None = None
    for held in packed.records:
        if state is None:
            fits = isinstance(held.event, ev.InterviewPlanned)
        elif isinstance(held.event, ev.ScorecardSubmitted):
            said = Score(value=held.event.score, coverage=held.event.coverage)
            fits = not state.submitted_at and not missing_for_submission(state) and said == state.score
        elif isinstance(held.event, ev.ScorecardAmended):
            fits = bool(state.submitted_at and held.event.reason.strip())
        else:
            fits = not (state.submitted_at or isinstance(held.event, ev.InterviewPlanned))
        if not fits:
            raise _altered(packed.interview)
        try:
            state = reduce(state, _recorded(packed, held))
        except (ValueError, KeyError) as error:
            raise _altered(packed.interview) from error


def _recorded(packed: Parcel, held: ev.Held) -> ev.Recorded:
    stream = streams.INTERVIEW + packed.interview
    return ev.Recorded(stream=stream, number=held.number, at=held.at, actor=held.actor, event=held.event)


def _altered(about: str) -> Refused:
    return Refused(tr("The file about {about} was altered on its way. Ask for it again.", about=about[:80]))


def _before(packed: Parcel, recorded: tuple[ev.Recorded, ...]) -> Parcel | None:
    """Return what was collected of the same interview last."""
    found = [record.event for record in recorded if isinstance(record.event, ev.InterviewCollected)]
    if not found:
        return None
    return msgspec.structs.replace(packed, records=found[-1].records, commitment=found[-1].commitment)


def _wrapped(what: str, about: str, content: Record) -> bytes:
    body = b64encode(zlib.compress(msgspec.json.encode(content), 9)).decode()
    bare = Envelope(coach=what, schema=1, about=about, packed=body, check="")
    return msgspec.json.encode(msgspec.structs.replace(bare, check=_check(bare)))


def _check(envelope: Envelope) -> str:
    return sha256(msgspec.json.encode(msgspec.structs.replace(envelope, check=""))).hexdigest()


def _unwrapped(what: str, data: bytes, shape: type[T]) -> T:
    """Read a file of ours; any byte that is not as it was written refuses it."""
    if len(data) > MOST_BYTES:
        raise Refused(
            tr(
                "The file has more than {most} MB, which no file of this kind has.",
                most=MOST_BYTES // 1_000_000,
            )
        )
    try:
        envelope = msgspec.json.decode(data, type=Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(tr("The file was not made by coach, or was altered. Ask for it again.")) from error
    if envelope.coach != what:
        raise Refused(
            tr("The file is a {found!r}, and a {what} is wanted here.", found=envelope.coach[:40], what=what)
        )
    if envelope.schema != 1:
        raise Refused(tr("The file was made by a newer coach. Bring this one up to date."))
    altered = _altered(envelope.about)
    if envelope.check != _check(envelope) or msgspec.json.encode(envelope) != data:
        raise altered
    try:
        unpacker = zlib.decompressobj()
        body = unpacker.decompress(b64decode(envelope.packed, validate=True), MOST_UNPACKED)
        if unpacker.unconsumed_tail:
            raise altered
        return msgspec.json.decode(body, type=shape)
    except (zlib.error, NotBase64, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise altered from error
