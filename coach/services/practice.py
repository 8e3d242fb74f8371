"""Mock interviews as a use case: a kit's questions for somebody who wants to be asked, not to ask."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from coach.content.library import ContentError, Library
from coach.core import rehearsal
from coach.core.bank import Guide, Question
from coach.core.conduct import Refused
from coach.core.events import PracticeBegun
from coach.core.record import Record
from coach.core.rehearsal import Advice, Draft, Given, Prepared, Rehearsal, RunEvent
from coach.core.sample import Sample
from coach.locale import tr
from coach.services.progress import local_day
from coach.services.training import TrainingService


class PracticeChoice(Record):
    """A kit to practise with; ``open`` is a run that was begun, ``runs`` how many were finished."""

    id: str
    title: str
    questions: int = 0
    minutes: float = 0
    open: Rehearsal | None = None
    runs: int = 0
    trouble: str = ""


class PracticeService:
    """Mock interviews of one person; they have nothing to do with real ones."""

    def __init__(self, training: TrainingService, library: Library, clock: Callable[[], datetime]) -> None:
        self._training = training
        self._library = library
        self._clock = clock

    def runs(self) -> tuple[Rehearsal, ...]:
        """Return all runs, the first first."""
        return rehearsal.rehearsals(self._training.history())

    def choices(self) -> tuple[PracticeChoice, ...]:
        """List the kits; one that cannot be used carries its trouble."""
        runs = self.runs()
        return tuple(self._choice(name, runs) for name in self._library.kits())

    def _choice(self, name: str, runs: tuple[Rehearsal, ...]) -> PracticeChoice:
        try:
            guide = self._library.guide(name)
        except ContentError as error:
            return PracticeChoice(id=name, title=name, trouble=error.brief)
        own = [run.within(guide) for run in runs if run.kit == name]
        return PracticeChoice(
            id=name,
            title=guide.title,
            questions=len(guide.questions),
            minutes=sum(question.minutes for question in guide.questions),
            open=_unfinished(own),
            runs=sum(run.finished for run in own),
        )

    def open(self, kit: str, short: int | None = None, *, again: bool = False) -> "PracticeRun":
        """Go on with the run of a kit that is not finished, or begin another.

        ``short`` takes so many questions, chosen by person and day; it and ``again`` are for another run.
        Raises what the library raises, and :class:`Refused` for a number that is too small.
        """
        guide, runs = self._library.guide(kit), self.runs()
        found = _unfinished([run.within(guide) for run in runs if run.kit == kit])
        if found is not None and not again:
            return self._run(found, guide, resumed=bool(found.given or found.drafts))
        number = max((run.number for run in runs), default=0) + 1
        seed = f"{self._training.learner} {local_day(self._clock())} {number}"
        questions = rehearsal.chosen(guide, short, seed)
        self._training.record(PracticeBegun(run=number, kit=kit, title=guide.title, questions=questions))
        begun = Rehearsal(number=number, kit=kit, title=guide.title, questions=questions)
        return self._run(begun, guide, resumed=False)

    def run(self, number: int) -> "PracticeRun":
        """Look at a run again; raises :class:`Refused` for one that there is not."""
        found = next((one for one in self.runs() if one.number == number), None)
        if found is None:
            raise Refused(tr("There is no practice {number}. coach practice show lists them.", number=number))
        guide = self._library.guide(found.kit)
        return self._run(found.within(guide), guide, resumed=True)

    def _run(self, state: Rehearsal, guide: Guide, *, resumed: bool) -> "PracticeRun":
        return PracticeRun(self._training, self._clock, guide, self._models(guide), state, resumed=resumed)

    def _models(self, guide: Guide) -> dict[str, tuple[Sample, ...]]:
        """Gather the model answers to a guide's questions, the best first.

        Without them, or where they cannot be read, there is still something to practise.
        """
        bank = self._library.kit(guide.kit).value.bank
        if bank not in self._library.sampled():
            return {}
        try:
            samples = self._library.samples(bank).value.samples
        except ContentError:
            return {}
        models = sorted((one for one in samples if one.model), key=lambda one: -one.rating)
        return {
            question.id: tuple(one for one in models if one.question == question.id)
            for question in guide.questions
        }


def _unfinished(runs: Sequence[Rehearsal]) -> Rehearsal | None:
    """Return the latest run if it is not finished."""
    return runs[-1] if runs and not runs[-1].finished else None


class PracticeRun:
    """One run; questions are named by their place in it, from 0. What is done is on disk at once."""

    def __init__(  # noqa: PLR0913 - what a run is made of
        self,
        training: TrainingService,
        clock: Callable[[], datetime],
        guide: Guide,
        models: Mapping[str, tuple[Sample, ...]],
        state: Rehearsal,
        *,
        resumed: bool,
    ) -> None:
        self._training = training
        self._clock = clock
        self._models = models
        self.guide = guide
        self.state = state
        """The run as it stands."""
        self.resumed = resumed
        """Whether something was done in it before."""

    @property
    def now(self) -> datetime:
        """The moment by the program's clock."""
        return self._clock()

    @property
    def total(self) -> int:
        """How many questions it has."""
        return len(self.state.questions)

    def question(self, index: int) -> Question:
        """Return a question as the kit asks it."""
        return self.guide.question(self.state.questions[index])

    def competency(self, index: int) -> str:
        """Return the title of what a question is about."""
        return self.guide.competency(self.question(index).competency).title

    def given(self, index: int) -> Given | None:
        """Return the answer to a question, if it was given."""
        return self.state.given.get(self.state.questions[index])

    def draft(self, index: int) -> Draft:
        """Return what was typed so far, and the seconds that have gone by."""
        return self.state.draft(self.state.questions[index])

    def models(self, index: int) -> tuple[Sample, ...]:
        """Return model answers to a question, the best first; often there are none."""
        return self._models.get(self.state.questions[index], ())

    def keep(self, index: int, text: str, seconds: int) -> None:
        """Save what was typed so far."""
        for event in rehearsal.draft(self.state, self.state.questions[index], text, seconds):
            self._do(event)

    def answer(self, index: int, text: str, seconds: int) -> Given:
        """Finish the answer to a question; without a text it was spoken. Raises :class:`Refused`."""
        self._do(rehearsal.answer(self.state, self.question(index), text, seconds))
        return self.state.given[self.state.questions[index]]

    def rate(self, index: int, rating: int) -> None:
        """Rate one's own answer; raises :class:`Refused`."""
        self._do(rehearsal.rate(self.state, self.state.questions[index], rating))

    def summed_up(self) -> tuple[Prepared, ...]:
        """Sum up what was rated, by competency."""
        return rehearsal.summed_up(self.state, self.guide)

    def advice(self) -> tuple[Advice, ...]:
        """Say what to prepare next, the weakest answer first."""
        return rehearsal.advice(self.state, self.guide)

    def _do(self, event: RunEvent) -> None:
        self._training.record(event)
        self.state = rehearsal.after(self.state, event)
