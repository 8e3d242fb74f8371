"""Mock interviews: the questions of a kit answered against the clock, rated by oneself, and summed up."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from msgspec.structs import replace

from coach.core import edits
from coach.core import events as ev
from coach.core.bank import HIGHEST, LOWEST, Guide, Question
from coach.core.conduct import Refused
from coach.core.record import Record
from coach.locale import tr

THINKING = 60
"""Seconds to think that an interviewer would allow without a word."""

GOOD = 4
"""From this rating by oneself on there is nothing to prepare for a question."""


class Draft(Record):
    """A typed answer that is not finished, and the seconds that have gone by."""

    text: str = ""
    seconds: int = 0


class Given(Record):
    """An answer with the time it took; ``rating`` is what the person gave themselves, if they have."""

    question: str
    competency: str
    text: str
    seconds: int
    budget: int
    rating: int | None = None

    @property
    def spoken(self) -> bool:
        """Whether it was said aloud; nothing was typed then."""
        return not self.text

    @property
    def over(self) -> int:
        """The seconds beyond the budget; 0 for an answer in time."""
        return max(0, self.seconds - self.budget)


class Rehearsal(Record):
    """One run of a mock interview. ``number`` counts a person's runs from 1."""

    number: int
    kit: str
    title: str
    questions: tuple[str, ...]
    drafts: Mapping[str, Draft] = {}
    given: Mapping[str, Given] = {}

    @property
    def rated(self) -> int:
        """How many questions are answered and rated."""
        return sum(one.rating is not None for one in self.given.values())

    @property
    def finished(self) -> bool:
        """Whether every question is answered and rated."""
        return self.current is None

    @property
    def current(self) -> int | None:
        """The first question (from 0) that is not answered and rated; ``None`` at the end."""
        for index, name in enumerate(self.questions):
            one = self.given.get(name)
            if one is None or one.rating is None:
                return index
        return None

    def draft(self, question: str) -> Draft:
        """Return what was typed so far for a question."""
        return self.drafts.get(question, Draft())

    def within(self, guide: Guide) -> "Rehearsal":
        """Leave out the questions that the kit has no more, so that the run can come to its end."""
        known = {question.id for question in guide.questions}
        return replace(self, questions=tuple(name for name in self.questions if name in known))


RunEvent = ev.PracticeDrafted | ev.PracticeAnswered | ev.PracticeRated
"""Events of a run that has begun."""


def rehearsals(recorded: Iterable[ev.Recorded]) -> tuple[Rehearsal, ...]:
    """Gather the mock interviews of a training stream, the first first."""
    found: dict[int, Rehearsal] = {}
    for record in recorded:
        event = record.event
        if isinstance(event, ev.PracticeBegun):
            found[event.run] = Rehearsal(
                number=event.run, kit=event.kit, title=event.title, questions=event.questions
            )
        elif isinstance(event, RunEvent):
            found[event.run] = after(found[event.run], event)
    return tuple(found.values())


def after(run: Rehearsal, event: RunEvent) -> Rehearsal:
    """Return a run after one more event."""
    name = event.question
    match event:
        case ev.PracticeDrafted(start=start, removed=removed, inserted=inserted):
            text = edits.applied(run.draft(name).text, start, removed, inserted)
            draft = Draft(text=text, seconds=event.seconds)
            return replace(run, drafts={**run.drafts, name: draft})
        case ev.PracticeAnswered():
            given = Given(
                question=name,
                competency=event.competency,
                text=event.text,
                seconds=event.seconds,
                budget=event.budget,
            )
            return replace(run, given={**run.given, name: given})
        case ev.PracticeRated(rating=rating):
            return replace(run, given={**run.given, name: replace(run.given[name], rating=rating)})


def chosen(guide: Guide, short: int | None, seed: str) -> tuple[str, ...]:
    """Choose the questions of a run, in the kit's order: all, or ``short`` of them.

    A short run takes as many different competencies as it can. The choice goes by ``seed``, such as
    somebody's name and the day. Raises :class:`coach.core.conduct.Refused` for a number below 1.
    """
    if short is not None and short < 1:
        raise Refused(tr("A practice has at least one question. Give a number from 1 with --short."))

    def draw(question: Question) -> bytes:
        return sha256(f"{seed}\0{question.id}".encode()).digest()

    drawn = sorted(guide.questions, key=draw)
    first = {one.competency: one.id for one in reversed(drawn)}
    new_first = sorted(drawn, key=lambda one: first[one.competency] != one.id)
    kept = {one.id for one in new_first[:short]}
    return tuple(question.id for question in guide.questions if question.id in kept)


def draft(run: Rehearsal, question: str, text: str, seconds: int) -> tuple[ev.PracticeDrafted, ...]:
    """Keep what was typed so far, as the one stretch that changed; nothing where nothing did."""
    edit = edits.between(run.draft(question).text, text)
    if edit is None:
        return ()
    start, removed, inserted = edit
    changed = ev.PracticeDrafted(
        run=run.number, question=question, start=start, removed=removed, inserted=inserted, seconds=seconds
    )
    return (changed,)


def answer(run: Rehearsal, question: Question, text: str, seconds: int) -> ev.PracticeAnswered:
    """Finish an answer; it can be given once in a run."""
    if question.id in run.given:
        raise Refused(tr("This question is answered already. Begin another run to answer it again."))
    return ev.PracticeAnswered(
        run=run.number,
        question=question.id,
        competency=question.competency,
        text=text.strip(),
        seconds=max(0, seconds),
        budget=round(question.minutes * 60),
    )


def rate(run: Rehearsal, question: str, rating: int) -> ev.PracticeRated:
    """Rate one's own answer on the anchors, once, before the model answers are shown."""
    if question not in run.given:
        raise Refused(tr("Answer the question first, then rate the answer."))
    if run.given[question].rating is not None:
        raise Refused(tr("This answer is rated already, and you have seen the model answers since."))
    if not LOWEST <= rating <= HIGHEST:
        raise Refused(
            tr("A rating is a whole number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
        )
    return ev.PracticeRated(run=run.number, question=question, rating=rating)


class Prepared(Record):
    """How a run went in one competency, with the answers behind it.

    ``rating`` is the mean of one's own ratings.
    """

    competency: str
    title: str
    given: tuple[Given, ...]
    rating: float

    @property
    def seconds(self) -> int:
        """The time of all answers."""
        return sum(one.seconds for one in self.given)

    @property
    def budget(self) -> int:
        """The time that they may take."""
        return sum(one.budget for one in self.given)


def summed_up(run: Rehearsal, guide: Guide) -> tuple[Prepared, ...]:
    """Sum the rated answers up by competency, in the guide's order."""
    found: list[Prepared] = []
    for competency in guide.competencies:
        given = tuple(
            run.given[name]
            for name in run.questions
            if name in run.given
            and run.given[name].competency == competency.id
            and run.given[name].rating is not None
        )
        if given:
            mean = sum(one.rating or 0 for one in given) / len(given)
            found.append(Prepared(competency=competency.id, title=competency.title, given=given, rating=mean))
    return tuple(found)


class Advice(Record):
    """What to prepare for one question: the next anchor to reach, and whether to be shorter."""

    competency: str
    question: str
    rating: int
    level: int | None = None
    """The next level that the question describes; ``None`` where there is none to prepare for."""
    anchor: str = ""
    over: int = 0
    """Seconds beyond the budget."""


def advice(run: Rehearsal, guide: Guide) -> tuple[Advice, ...]:
    """Say what to prepare next, the lowest rating first; answers that were good and in time need nothing."""
    found: list[Advice] = []
    for question in guide.questions:
        one = run.given.get(question.id)
        if one is None or one.rating is None or (one.rating >= GOOD and not one.over):
            continue
        above = [level for level in sorted(question.anchors) if level > one.rating]
        level = above[0] if above and one.rating < GOOD else None
        found.append(
            Advice(
                competency=guide.competency(question.competency).title,
                question=question.text,
                rating=one.rating,
                level=level,
                anchor=question.anchors[level] if level else "",
                over=one.over,
            )
        )
    return tuple(sorted(found, key=lambda each: each.rating))


def clock_text(seconds: int) -> str:
    """Write seconds as ``4:05``."""
    return f"{seconds // 60}:{seconds % 60:02}"


def took(given: Given) -> str:
    """Say how long an answer took, and how it was given."""
    how = tr("spoken") if given.spoken else tr("typed")
    used, budget = clock_text(given.seconds), clock_text(given.budget)
    if given.over:
        over = clock_text(given.over)
        return tr("{used} of {budget}, {how}, {over} too long", used=used, budget=budget, how=how, over=over)
    return tr("{used} of {budget}, {how}", used=used, budget=budget, how=how)
