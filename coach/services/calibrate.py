"""Rating sample answers as a use case: what there is, one rating after the other, and what they add up to."""

from coach.content.library import ContentError, Library, NotFound
from coach.content.nearest import nearest
from coach.core.bank import Question
from coach.core.calibrating import Interviewing, Tried, interviewing, mixed, rate, tried
from coach.core.record import Record
from coach.core.sample import Sample
from coach.services.training import TrainingService


class Card(Record):
    """One sample answer with its question; ``competency`` is the title of what the question is about."""

    sample: Sample
    question: Question
    competency: str


class Choice(Record):
    """A bank or a kit with sample answers; ``trouble`` says why it cannot be used, if so."""

    id: str
    title: str
    kit: bool
    rated: int = 0
    total: int = 0
    trouble: str = ""


class CalibrateService:
    """Sample answers as one person meets them."""

    def __init__(self, training: TrainingService, library: Library) -> None:
        self._training = training
        self._library = library

    def choices(self) -> tuple[Choice, ...]:
        """List kits, then banks, that have sample answers; what cannot be read carries its trouble."""
        found = [self._choice(name, kit=True) for name in self._library.kits()]
        found += [self._choice(name, kit=False) for name in self._library.sampled()]
        return tuple(one for one in found if one is not None and (one.total or one.trouble))

    def open(self, name: str) -> "CalibrateRun":
        """Take the sample answers of a kit's questions, or of a whole bank.

        Raises :class:`NotFound` for a name that neither has, or where there are no answers, and
        :class:`coach.content.library.ContentError` for content that cannot be used.
        """
        kits, banks = self._library.kits(), self._library.sampled()
        if name not in kits and name not in banks:
            known = (*kits, *banks)
            raise NotFound("kit or bank with sample answers", name, nearest(name, known), known[:3])
        title, cards = self._cards(name, kit=name in kits)
        if not cards:
            raise NotFound("sample answer to the questions of", name, known=banks[:3])
        return CalibrateRun(self._training, self._bank(name, kit=name in kits), title, cards)

    def figures(self) -> Interviewing:
        """Judge all first ratings of this person."""
        return interviewing(self.ratings(), self.competency_title)

    def ratings(self) -> tuple[Tried, ...]:
        """Return all ratings of this person, oldest first."""
        return tried(self._training.history())

    def competency_title(self, name: str) -> str:
        """Return what a competency is called; its id if the content has none such."""
        known = self._library.competencies()
        return known[name].title if name in known else name

    def _choice(self, name: str, *, kit: bool) -> Choice | None:
        try:
            if kit and self._bank(name, kit=True) not in self._library.sampled():
                return None
            title, cards = self._cards(name, kit=kit)
            run = CalibrateRun(self._training, self._bank(name, kit=kit), title, cards)
        except (ContentError, NotFound) as error:
            brief = error.brief if isinstance(error, ContentError) else str(error)
            return Choice(id=name, title=name, kit=kit, trouble=brief)
        return Choice(id=name, title=title, kit=kit, rated=run.rated, total=len(cards))

    def _bank(self, name: str, *, kit: bool) -> str:
        return self._library.kit(name).value.bank if kit else name

    def _cards(self, name: str, *, kit: bool) -> tuple[str, tuple[Card, ...]]:
        """Pair sample answers with their questions, in an order that is this person's own."""
        bank = self._library.bank(self._bank(name, kit=kit)).value
        questions = {question.id: question for question in bank.questions}
        title = bank.title
        if kit:
            value = self._library.kit(name).value
            title, asked = value.title, {entry.id for entry in value.questions}
            questions = {key: question for key, question in questions.items() if key in asked}
        if bank.id not in self._library.sampled():
            return title, ()
        cards = [
            (
                sample.id,
                Card(
                    sample=sample,
                    question=questions[sample.question],
                    competency=self.competency_title(questions[sample.question].competency),
                ),
            )
            for sample in self._library.samples(bank.id).value.samples
            if sample.question in questions
        ]
        return title, mixed(cards, self._training.learner)


class CalibrateRun:
    """The sample answers of one kit or bank, by their place in ``cards``, from 0."""

    def __init__(self, training: TrainingService, bank: str, title: str, cards: tuple[Card, ...]) -> None:
        self._training = training
        self.bank = bank
        self.title = title
        self.cards = cards
        self._tried = tried(training.history())

    @property
    def rated(self) -> int:
        """How many of the answers this person has rated."""
        return sum(self.first(index) is not None for index in range(len(self.cards)))

    @property
    def next_index(self) -> int | None:
        """The first answer that is not rated; ``None`` when all are."""
        return next((index for index in range(len(self.cards)) if self.first(index) is None), None)

    def first(self, index: int) -> Tried | None:
        """Return the rating of an answer that counts, if there is one."""
        sample = self.cards[index].sample
        wanted = (self.bank, sample.id, sample.rev)
        return next((one for one in self._tried if one.first and one.key == wanted), None)

    def rate(self, index: int, rating: int, evidence: str) -> Tried:
        """Rate an answer; on disk when this returns. Raises :class:`coach.core.conduct.Refused`.

        A second rating of the same answer is kept, too, and does not count.
        """
        card = self.cards[index]
        self._training.record(rate(self.bank, card.sample, card.question.competency, rating, evidence))
        self._tried = tried(self._training.history())
        return self._tried[-1]
