"""Commitments: a scorecard handed in can be shown later to be the one that was handed in.

The commitment is SHA-256 over a salt and what the scorecard said. It may be told to anybody at once:
without the salt nothing can be guessed from it.
"""

from hashlib import sha256

import msgspec

from coach.core.interview import InterviewState, Overall
from coach.core.record import Record

SHOWN = 16
"""Hexadecimal digits of a commitment that people read to each other."""


class Sealed(Record):
    """What a commitment covers: who rated whom by which guide, and everything that was said about it."""

    interview: str
    candidate: str
    interviewer: str
    fingerprint: str
    ratings: dict[str, int | None]
    not_assessed: dict[str, str]
    notes: dict[str, str]
    overall: Overall | None
    overall_reason: str


def sealed(state: InterviewState) -> Sealed:
    """Take what is sealed out of an interview, by the ratings as they stand."""
    questions = [question.id for question in state.guide.questions]
    return Sealed(
        interview=state.id,
        candidate=state.candidate,
        interviewer=state.interviewer,
        fingerprint=state.fingerprint,
        ratings=state.ratings,
        not_assessed={name: state.entry(name).not_assessed for name in questions},
        notes={place: state.note(place) for place in state.agenda},
        overall=state.overall,
        overall_reason=state.overall_reason,
    )


def commitment(content: Sealed, salt: str) -> str:
    """Compute the commitment in hexadecimal; ``salt`` is hexadecimal too."""
    canonical = msgspec.json.encode(content, order="deterministic")
    return sha256(bytes.fromhex(salt) + canonical).hexdigest()


def shown(whole: str) -> str:
    """Write the beginning of a commitment in groups of four, to compare by eye or by ear."""
    return " ".join(whole[start : start + 4] for start in range(0, SHOWN, 4))
