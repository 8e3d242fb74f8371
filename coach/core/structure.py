"""How far an interview was held as it was meant to be: a number from 0 to 100 with its parts.

The parts are what an interviewer decides while holding an interview, taken from the fifteen components
of structure in Campion, Palmer & Campion (1997), A review of structure in the selection interview,
Personnel Psychology 50, 655-702; the numbers in brackets are theirs. What the kit decides (job analysis,
kinds of questions, anchors) and what the panel decides (several interviewers, training, statistical
combination) is not measured here.

Each part is a share, such as 7 of 8 questions; parts that nothing can be said about are left out. The
number is the mean of the shares times 100, rounded down so that 100 leaves nothing open. The parts weigh
the same, because no source gives weights. Only what was recorded counts, so the same record always gives
the same number; and it says how an interview was held, nothing about the candidate.
"""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from math import floor

from coach.core.interview import CLOSING, OPENING, InterviewState
from coach.core.interview_time import planned, time_used
from coach.core.notes import has_evidence
from coach.core.record import Record

ABOUT = (
    "The mean of these shares, rounded down; after Campion, Palmer and Campion (1997). It says nothing about "
    "the candidate."
)
"""What stands below the parts wherever they are shown."""
ONE_SITTING = timedelta(hours=24)
"""From the end of the conversation until the scorecard is in. The length is a judgement of ours."""
LEAST_TIME, MOST_TIME = 0.5, 1.1
"""The share of the planned time that an interview may take; a judgement of ours, as with the next."""
LEAST_SCRIPT = 0.25
"""The share of its time that the opening or the closing must have had to count as said."""


class Part(Record):
    """One line of the score: ``done`` of ``of``, and why. One that does not count is only told."""

    id: str
    label: str
    done: int
    of: int
    why: str
    counts: bool = True

    @property
    def full(self) -> bool:
        """Whether nothing is left to wish for."""
        return self.done == self.of

    @property
    def text(self) -> str:
        """The part in one line."""
        return f"{self.label}: {self.why}"


class Structure(Record):
    """``value`` is a whole number from 0 to 100."""

    value: int
    parts: tuple[Part, ...]

    @property
    def open(self) -> tuple[Part, ...]:
        """The parts that cost something."""
        return tuple(part for part in self.parts if part.counts and not part.full)


def structure(state: InterviewState) -> Structure | None:
    """Measure an interview; ``None`` until the conversation has ended.

    Until the scorecard is in, what was last recorded stands for the moment at which it is handed in.
    """
    if state.ended_at is None:
        return None
    parts = (
        _asked(state),
        _left_out(state),
        _order(state),
        _wording(state),
        _probes(state),
        _rated(state),
        _evidence(state),
        _sitting(state),
        _standing(state),
        _time(state),
        _scripts(state),
    )
    shares = [Fraction(part.done, part.of) for part in parts if part.counts and part.of]
    return Structure(value=floor(100 * sum(shares) / len(shares)), parts=parts)


def structure_text(found: Structure | None) -> str:
    """Write the number for people, the same on screen and paper."""
    return "–" if found is None else f"{found.value} of 100"


def _all(state: InterviewState) -> tuple[str, ...]:
    return tuple(question.id for question in state.guide.questions)


def _asked_ones(state: InterviewState) -> tuple[str, ...]:
    return tuple(one for one in _all(state) if state.entry(one).asked)


def _asked(state: InterviewState) -> Part:
    """The same questions for every candidate (2)."""
    return _share(state, ("asked", "Same questions"), _all(state), _asked_ones(state), "asked")


def _left_out(state: InterviewState) -> Part:
    """A question that was left out has its reason on record."""
    told = [one for one in _all(state) if state.entry(one).asked or state.entry(one).skipped]
    return _share(
        state, ("reasons", "Nothing left out silently"), _all(state), told, "asked, or have a reason"
    )


def _order(state: InterviewState) -> Part:
    """The same order for every candidate (2): most questions that can be read off in the kit's order."""
    met = [one for one in state.entries if state.entry(one).asked]
    kept = _longest_rise([state.agenda.index(one) for one in met])
    why = f"{kept} of {_questions(len(met))} came in the order of the kit."
    return Part(id="order", label="Same order", done=kept, of=len(met), why=why)


def _wording(state: InterviewState) -> Part:
    """The same words for every candidate (2)."""
    asked = _asked_ones(state)
    kept = [one for one in asked if not state.entry(one).reworded]
    return _share(state, ("wording", "Same words"), asked, kept, "put as written")


def _probes(state: InterviewState) -> Part:
    """Probes from the list (3). Others cannot be recorded, so this is told and does not count."""
    put = sum(len(state.entry(one).probes) for one in _all(state))
    why = f"{put} put, all from the kit; what else was asked is not on record, so this does not count."
    return Part(id="probes", label="Probes", done=put, of=put, why=why, counts=False)


def _rated(state: InterviewState) -> Part:
    """Each answer rated by itself on its anchors (8, 9), or a reason why there is nothing to rate."""
    settled = [one for one in _all(state) if state.entry(one).settled]
    return _share(state, ("rated", "Rated on the anchors"), _all(state), settled, "rated, or have a reason")


def _evidence(state: InterviewState) -> Part:
    """Notes on each answer that was rated (10)."""
    rated = [one for one in _all(state) if state.entry(one).rating is not None]
    noted = [one for one in rated if has_evidence(state.note(one))]
    return _share(state, ("evidence", "Evidence"), rated, noted, "rated with a note as evidence")


def _sitting(state: InterviewState) -> Part:
    """Rated while the conversation is fresh, and before others talk about it (8, 13)."""
    assert state.ended_at is not None
    took = (state.submitted_at or state.last_at) - state.ended_at
    fresh = took <= ONE_SITTING
    verb = "was in" if state.submitted_at else "was last worked on"
    why = f"The scorecard {verb} {_duration(took)} after the conversation; a day is allowed."
    return Part(id="sitting", label="In one sitting", done=int(fresh), of=1, why=why)


def _standing(state: InterviewState) -> Part:
    """No rating moved after the scorecard was in, when others may be known (13)."""
    moved = {one.question for one in state.amendments}
    settled = [one for one in _all(state) if state.entry(one).settled]
    stand = [one for one in settled if one not in moved]
    done = "rated before submission, and stand"
    return _share(state, ("standing", "Before any discussion"), settled, stand, done)


def _time(state: InterviewState) -> Part:
    """As much time as planned (5), so that every candidate has the same."""
    used, slot = sum(state.seconds.values()), state.guide.minutes * 60
    kept = LEAST_TIME * slot <= used <= MOST_TIME * slot
    why = f"{time_used(used / 60, state.guide.minutes)}; from half of them to a tenth more is in order."
    return Part(id="time", label="In its time", done=int(kept), of=1, why=why)


def _scripts(state: InterviewState) -> Part:
    """The same beginning and end; the candidate's own questions have their place at the end (7)."""
    places = (OPENING, CLOSING)
    said = [p for p in places if state.seconds.get(p, 0.0) >= LEAST_SCRIPT * planned(state, p)]
    missing = [place for place in places if place not in said]
    why = (
        f"The clock hardly ran at the {' and the '.join(missing)}."
        if missing
        else "Both had their time on the clock."
    )
    return Part(id="scripts", label="Opening and closing", done=len(said), of=len(places), why=why)


def _share(
    state: InterviewState, name: tuple[str, str], of: Sequence[str], kept: Sequence[str], done: str
) -> Part:
    """Make the line of a part that counts questions, and name those that are missing.

    ``name`` are its id and its label, ``done`` says what the questions in ``kept`` have.
    """
    missing = [str(state.agenda.index(one)) for one in of if one not in kept]
    left = f"; not: question{'' if len(missing) == 1 else 's'} {', '.join(missing)}" if missing else ""
    why = f"{len(kept)} of {_questions(len(of))} {done}{left}."
    return Part(id=name[0], label=name[1], done=len(kept), of=len(of), why=why)


def _questions(count: int) -> str:
    return f"{count} question{'' if count == 1 else 's'}"


def _duration(took: timedelta) -> str:
    hours = max(0, round(took.total_seconds() / 3600))
    return "less than an hour" if hours < 1 else f"{hours} hour{'' if hours == 1 else 's'}"


def _longest_rise(numbers: list[int]) -> int:
    """Give the length of the longest rising subsequence, quadratic and therefore for short lists."""
    lengths: list[int] = []
    for here, number in enumerate(numbers):
        before = [lengths[i] for i in range(here) if numbers[i] < number]
        lengths.append(1 + max(before, default=0))
    return max(lengths, default=0)
