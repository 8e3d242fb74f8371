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
from coach.locale import mark, tr, trn

ABOUT = mark(
    "The mean of these shares, rounded down; after Campion, Palmer and Campion (1997). It "
    "says nothing about the candidate."
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
    return "–" if found is None else tr("{value} of 100", value=found.value)


def _all(state: InterviewState) -> tuple[str, ...]:
    return tuple(question.id for question in state.guide.questions)


def _asked_ones(state: InterviewState) -> tuple[str, ...]:
    return tuple(one for one in _all(state) if state.entry(one).asked)


def _asked(state: InterviewState) -> Part:
    """The same questions for every candidate (2)."""
    every, kept = _all(state), _asked_ones(state)
    told = trn("{kept} of {n} question asked", "{kept} of {n} questions asked", len(every), kept=len(kept))
    return _share(state, ("asked", tr("Same questions")), every, kept, told)


def _left_out(state: InterviewState) -> Part:
    """A question that was left out has its reason on record."""
    every = _all(state)
    kept = [one for one in every if state.entry(one).asked or state.entry(one).skipped]
    told = trn(
        "{kept} of {n} question asked, or have a reason",
        "{kept} of {n} questions asked, or have a reason",
        len(every),
        kept=len(kept),
    )
    return _share(state, ("reasons", tr("Nothing left out silently")), every, kept, told)


def _order(state: InterviewState) -> Part:
    """The same order for every candidate (2): most questions that can be read off in the kit's order."""
    met = [one for one in state.entries if state.entry(one).asked]
    kept = _longest_rise([state.agenda.index(one) for one in met])
    why = trn(
        "{kept} of {n} question came in the order of the kit.",
        "{kept} of {n} questions came in the order of the kit.",
        len(met),
        kept=kept,
    )
    return Part(id="order", label=tr("Same order"), done=kept, of=len(met), why=why)


def _wording(state: InterviewState) -> Part:
    """The same words for every candidate (2)."""
    asked = _asked_ones(state)
    kept = [one for one in asked if not state.entry(one).reworded]
    told = trn(
        "{kept} of {n} question put as written",
        "{kept} of {n} questions put as written",
        len(asked),
        kept=len(kept),
    )
    return _share(state, ("wording", tr("Same words")), asked, kept, told)


def _probes(state: InterviewState) -> Part:
    """Probes from the list (3). Others cannot be recorded, so this is told and does not count."""
    put = sum(len(state.entry(one).probes) for one in _all(state))
    why = tr(
        "{put} put, all from the kit; what else was asked is not on record, so this does not count.", put=put
    )
    return Part(id="probes", label=tr("Probes"), done=put, of=put, why=why, counts=False)


def _rated(state: InterviewState) -> Part:
    """Each answer rated by itself on its anchors (8, 9), or a reason why there is nothing to rate."""
    every = _all(state)
    settled = [one for one in every if state.entry(one).settled]
    told = trn(
        "{kept} of {n} question rated, or have a reason",
        "{kept} of {n} questions rated, or have a reason",
        len(every),
        kept=len(settled),
    )
    return _share(state, ("rated", tr("Rated on the anchors")), every, settled, told)


def _evidence(state: InterviewState) -> Part:
    """Notes on each answer that was rated (10)."""
    rated = [one for one in _all(state) if state.entry(one).rating is not None]
    noted = [one for one in rated if has_evidence(state.note(one))]
    told = trn(
        "{kept} of {n} question rated with a note as evidence",
        "{kept} of {n} questions rated with a note as evidence",
        len(rated),
        kept=len(noted),
    )
    return _share(state, ("evidence", tr("Evidence")), rated, noted, told)


def _sitting(state: InterviewState) -> Part:
    """Rated while the conversation is fresh, and before others talk about it (8, 13)."""
    assert state.ended_at is not None
    took = (state.submitted_at or state.last_at) - state.ended_at
    fresh = took <= ONE_SITTING
    duration = _duration(took)
    why = (
        tr("The scorecard was in {duration} after the conversation; a day is allowed.", duration=duration)
        if state.submitted_at
        else tr(
            "The scorecard was last worked on {duration} after the conversation; a day is allowed.",
            duration=duration,
        )
    )
    return Part(id="sitting", label=tr("In one sitting"), done=int(fresh), of=1, why=why)


def _standing(state: InterviewState) -> Part:
    """No rating moved after the scorecard was in, when others may be known (13)."""
    moved = {one.question for one in state.amendments}
    settled = [one for one in _all(state) if state.entry(one).settled]
    stand = [one for one in settled if one not in moved]
    told = trn(
        "{kept} of {n} question rated before submission, and stand",
        "{kept} of {n} questions rated before submission, and stand",
        len(settled),
        kept=len(stand),
    )
    return _share(state, ("standing", tr("Before any discussion")), settled, stand, told)


def _time(state: InterviewState) -> Part:
    """As much time as planned (5), so that every candidate has the same."""
    used, slot = sum(state.seconds.values()), state.guide.minutes * 60
    kept = LEAST_TIME * slot <= used <= MOST_TIME * slot
    why = tr(
        "{used}; from half of them to a tenth more is in order.",
        used=time_used(used / 60, state.guide.minutes),
    )
    return Part(id="time", label=tr("In its time"), done=int(kept), of=1, why=why)


def _scripts(state: InterviewState) -> Part:
    """The same beginning and end; the candidate's own questions have their place at the end (7)."""
    places = (OPENING, CLOSING)
    said = [p for p in places if state.seconds.get(p, 0.0) >= LEAST_SCRIPT * planned(state, p)]
    hardly = {
        (): mark("Both had their time on the clock."),
        (OPENING,): mark("The clock hardly ran at the opening."),
        (CLOSING,): mark("The clock hardly ran at the closing."),
        places: mark("The clock hardly ran at the opening and the closing."),
    }
    why = tr(hardly[tuple(place for place in places if place not in said)])
    return Part(id="scripts", label=tr("Opening and closing"), done=len(said), of=len(places), why=why)


def _share(
    state: InterviewState, name: tuple[str, str], of: Sequence[str], kept: Sequence[str], told: str
) -> Part:
    """Make the line of a part that counts questions, and name those that are missing.

    ``name`` are its id and its label, ``told`` says how many questions have what those in ``kept`` have.
    """
    missing = [str(state.agenda.index(one)) for one in of if one not in kept]
    why = f"{told}."
    if missing:
        why = trn(
            "{told}; not: question {missing}.",
            "{told}; not: questions {missing}.",
            len(missing),
            told=told,
            missing=", ".join(missing),
        )
    return Part(id=name[0], label=name[1], done=len(kept), of=len(of), why=why)


def _duration(took: timedelta) -> str:
    hours = max(0, round(took.total_seconds() / 3600))
    return tr("less than an hour") if hours < 1 else trn("{n} hour", "{n} hours", hours)


def _longest_rise(numbers: list[int]) -> int:
    """Give the length of the longest rising subsequence, quadratic and therefore for short lists."""
    lengths: list[int] = []
    for here, number in enumerate(numbers):
        before = [lengths[i] for i in range(here) if numbers[i] < number]
        lengths.append(1 + max(before, default=0))
    return max(lengths, default=0)
