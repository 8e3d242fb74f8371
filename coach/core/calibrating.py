"""Interviewers rate sample answers: what they gave, what that says about them, and what it may lead to.

Only the first rating of a sample counts in the figures, since after it the experts' rating is known.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from coach.core import events as ev
from coach.core.bank import HIGHEST, LOWEST
from coach.core.conduct import Refused
from coach.core.record import Record
from coach.core.sample import ENOUGH, FEW, Figures, Pair, Sample, figures
from coach.locale import figure, mark, tr, trn

T = TypeVar("T")

SampleKey = tuple[str, str, int]
"""A bank's id, a sample's id and its revision."""

FIRST_COUNTS = mark("Only the first rating of a sample counts: after it, the experts' rating is known.")
"""Said wherever figures stand."""

OFTEN, MOSTLY = 0.9, 0.75
"""Shares of ratings within one level from which people are close to the experts, and mostly close."""


class Tried(Record):
    """One rating of a sample as it was given; ``first`` is the one that counts."""

    event: ev.SampleRated
    at: datetime
    first: bool

    @property
    def key(self) -> SampleKey:
        """Which sample it was."""
        return _key(self.event)

    @property
    def gap(self) -> int:
        """By how many levels it is above the experts' rating; below 0 for severe."""
        return self.event.rating - self.event.expert


def tried(recorded: Iterable[ev.Recorded]) -> tuple[Tried, ...]:
    """Gather the ratings of samples from a training stream, oldest first."""
    seen: set[SampleKey] = set()
    found: list[Tried] = []
    for record in recorded:
        if isinstance(record.event, ev.SampleRated):
            key = _key(record.event)
            found.append(Tried(event=record.event, at=record.at, first=key not in seen))
            seen.add(key)
    return tuple(found)


class Interviewing(Record):
    """How ready somebody is to interview: figures over all first ratings, and by title of competency.

    ``last_at`` is when a sample was last rated for the first time.
    """

    figures: Figures = Figures(count=0)
    last_at: datetime | None = None
    by_competency: tuple[tuple[str, Figures], ...] = ()
    first: tuple[Tried, ...] = ()
    """The ratings behind the figures, newest first."""


def interviewing(ratings: Iterable[Tried], titled: Callable[[str], str]) -> Interviewing:
    """Judge ratings of samples; those that are not the first of their sample are left out.

    ``titled`` gives the title of a competency by its id.
    """
    first = [one for one in ratings if one.first]
    names = dict.fromkeys(one.event.competency for one in first)
    return Interviewing(
        figures=figures(_pairs(first)),
        last_at=max((one.at for one in first), default=None),
        by_competency=tuple(
            (titled(name), figures(_pairs([one for one in first if one.event.competency == name])))
            for name in names
        ),
        first=tuple(reversed(first)),
    )


def _key(event: ev.SampleRated) -> SampleKey:
    return (event.bank, event.sample, event.rev)


def _pairs(ratings: Sequence[Tried]) -> list[Pair]:
    return [Pair(own=one.event.rating, expert=one.event.expert) for one in ratings]


def rate(bank: str, sample: Sample, competency: str, rating: int, evidence: str) -> ev.SampleRated:
    """Rate a sample; raises :class:`coach.core.conduct.Refused` without a level or its evidence."""
    if not LOWEST <= rating <= HIGHEST:
        raise Refused(
            tr("A rating is a whole number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
        )
    if not evidence.strip():
        raise Refused(
            tr("A rating needs evidence. Write down which words of the answer decided, as in an interview.")
        )
    return ev.SampleRated(
        bank=bank,
        sample=sample.id,
        question=sample.question,
        competency=competency,
        rating=rating,
        expert=sample.rating,
        evidence=evidence.strip(),
        rev=sample.rev,
    )


def mixed(samples: Sequence[tuple[str, T]], person: str) -> tuple[T, ...]:
    """Put things with an id into an order that is a person's own and always the same.

    Answers to one question, or ratings going up, would otherwise stand side by side and be compared
    with each other instead of with the anchors.
    """

    def place(named: tuple[str, T]) -> bytes:
        return sha256(f"{person}\0{named[0]}".encode()).digest()

    return tuple(thing for _, thing in sorted(samples, key=place))


# --- In words ------------------------------------------------------------------------------------


def accuracy_text(found: Figures) -> str:
    """Say how close the ratings come to the experts'."""
    if found.within is None or found.distance is None or found.same is None:
        return tr("too few to tell: {missing} more", missing=FEW - found.count)
    share = tr(
        "{within} within one level, {same} the same",
        within=_percent(found.within),
        same=_percent(found.same),
    )
    distance = tr("{distance:.1f} levels apart on average", distance=found.distance)
    if found.count < ENOUGH:
        return tr("{share}, {distance}; too few for a verdict", share=share, distance=distance)
    verdict = tr("far from the experts too often")
    if found.within >= MOSTLY:
        verdict = tr("close to the experts") if found.within >= OFTEN else tr("mostly close to the experts")
    return f"{share}, {distance}: {verdict}"


def severity_text(found: Figures) -> str:
    """Say whether the ratings are above or below the experts', with how sure that is."""
    if found.severity is None or found.margin is None:
        return tr("too few to tell: {missing} more", missing=FEW - found.count)
    size = f"{_way(found.severity)} (±{figure(found.margin, '.1f')}, n = {found.count})"
    if found.count < ENOUGH:
        return tr("{size}; too few for a verdict", size=size)
    if found.lenient:
        return tr("{size}: you rate higher than the anchors allow", size=size)
    if found.severe:
        return tr("{size}: you rate lower than the anchors allow", size=size)
    return tr("{size}: neither lenient nor severe beyond chance", size=size)


def spread_text(found: Figures) -> str:
    """Say whether the ratings use the scale as the experts do (halo, playing safe) and follow their order."""
    if found.count < FEW:
        return tr("too few to tell: {missing} more", missing=FEW - found.count)
    if found.spread is None:
        return tr("cannot be told: the experts gave all these answers the same rating")
    size = tr("{share} of the experts' spread", share=_percent(found.spread))
    if found.follows is not None:
        size = f"{size}, r = {figure(found.follows, '.2f')}"
    if found.count < ENOUGH:
        return tr("{size}; too few for a verdict", size=size)
    if found.bunched:
        return tr(
            "{size}: your ratings lie too close together (halo, or playing safe in the middle)", size=size
        )
    if found.stretched:
        return tr("{size}: your ratings go to the ends more often than the anchors ask for", size=size)
    return tr("{size}: you use the scale as the experts do", size=size)


def brief_text(found: Figures) -> str:
    """Sum the figures up in a few words, for a line of a list."""
    samples = trn("{n} sample rated", "{n} samples rated", found.count)
    if found.within is None or found.severity is None:
        return tr("{samples}, too few to tell", samples=samples)
    return tr(
        "{samples}, within one level {share}, {way}",
        samples=samples,
        share=_percent(found.within),
        way=_way(found.severity),
    )


def next_step(found: Figures) -> str:  # noqa: PLR0911 - one line for each bias
    """Say the one thing to do next, the strongest bias first."""
    if found.count < ENOUGH:
        return trn(
            "Rate {n} more sample; from {enough} on there is a verdict.",
            "Rate {n} more samples; from {enough} on there is a verdict.",
            ENOUGH - found.count,
            enough=ENOUGH,
        )
    if found.lenient:
        return tr(
            "You are lenient. Before you give a 4 or 5, find the words of the answer for every part "
            "of that anchor; if one is missing, go a level down."
        )
    if found.severe:
        return tr(
            "You are severe. Rate the highest anchor that was heard in full, and leave out what the "
            "anchor does not ask for, such as polish."
        )
    if found.bunched:
        return tr(
            "Your ratings lie too close together. Read anchors 1 and 5 first, and rate each answer "
            "by itself against them."
        )
    if found.stretched:
        return tr("Your ratings go to the ends. Check 2 and 4 before you give a 1 or a 5.")
    if found.within is not None and found.within < OFTEN:
        return tr("Note the evidence before you rate, word for word, then look for the anchor it meets.")
    return tr("Nothing stands out. Rate the samples of another bank, or these again after a few months.")


def gap_text(gap: int) -> str:
    """Say how far a rating is from the experts'."""
    if gap == 0:
        return tr("the same")
    if gap > 0:
        return trn("{n} level above the experts", "{n} levels above the experts", gap)
    return trn("{n} level below the experts", "{n} levels below the experts", -gap)


def _way(severity: float) -> str:
    """Say a severity as ``0.3 lenient``; what rounds to nothing is neither."""
    if f"{abs(severity):.1f}" == "0.0":
        return tr("0.0 lenient or severe")
    if severity > 0:
        return tr("{size:.1f} lenient", size=severity)
    return tr("{size:.1f} severe", size=-severity)


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
