"""Thirty days of a made-up learner with a fixed seed: one who learns, and the same one guessing."""

from datetime import timedelta
from random import Random

import msgspec
import pytest

from coach.core.exercise import Unreadable
from coach.export import Format, render
from coach.services.progress import NotMastered

MODULE = "executive-communication"
DAYS = 30
NEW_A_DAY = 6
TRIES = 2


class Learner:
    """Comes every day: first everything that is due, then a few new steps.

    ``knows`` is how often an answer comes from memory; all others, and with 0 every one, are guessed.
    """

    def __init__(self, services, clock, *, knows, seed=11):
        self.services = services
        self.clock = clock
        self.knows = knows
        self.random = Random(seed)
        self.promised = {}
        """By card, the day on which the program said that it comes again."""
        self.asked = []
        """Card, day it was asked, day it was promised for, where one was."""
        self.waiting = []
        """For each day: cards due in the morning, and what was forecast for it the day before."""

    def live(self, days):
        for _ in range(days):
            self.day()
            self.clock.turn(days=1)

    def day(self):
        review, today = self.services.reviews, self.today
        forecast = self.forecast
        due = len(review.due())
        self.waiting.append((due, forecast))
        while review.due():
            run = review.start()
            for index in range(len(run.steps)):
                key = run.place(index).key
                self.asked.append((key, today, self.promised.get(key)))
                self.step(run, index)
                self.promised[key] = run.due_on(index)
        session = self.services.training.open(MODULE, "1")
        for _ in range(NEW_A_DAY):
            index = session.next_index()
            if index is not None:
                self.step(session, index)
        self.forecast = {count.day: count.cards for count in review.forecast()}[today + timedelta(days=1)]

    forecast = 0

    @property
    def today(self):
        return self.clock().astimezone().date()

    def step(self, run, index):
        run.show(index)
        self.clock.turn(seconds=40)
        if run.kind(index) is None:
            run.finish(index)
            return
        for attempt in range(TRIES):
            if run.answer(index, self.answer(run, index, attempt)).right:
                return
            self.clock.turn(seconds=20)
        run.reveal(index)

    def answer(self, run, index, attempt):
        kind, step, context = run.kind(index), run.steps[index][1], run.context(index)
        if self.random.random() < self.knows or (self.knows and attempt):
            return kind.solution(step, context)
        return self.guess(kind, step, context)

    def guess(self, kind, step, context):
        """Give some answer that can be read, by chance alone."""
        if kind.name == "classify":
            groups = "abcdefgh"[: len(step.groups)]
            return kind.read(step, " ".join(self.random.choice(groups) for _ in step.items), context)
        if kind.name == "pitch":
            return kind.read(
                step, f"{step.seconds} / 1 / {' '.join('1' for _ in step.rubric)} / self", context
            )
        if kind.name == "dialogue":
            play = self.random.choice(step.plays)
            return msgspec.structs.replace(kind.solution(step, context), choices=play.select)
        for count in self.random.sample(range(1, 10), 9):
            numbers = [str(number) for number in self.random.sample(range(1, count + 1), count)]
            some = " ".join(numbers[: self.random.randint(1, count)])
            for line in (some, " ".join(numbers), f"{numbers[0]} sure {self.random.randint(1, 3)}"):
                try:
                    return kind.read(step, line, context)
                except Unreadable:
                    continue
        return kind.read(step, "no idea", context)


def ready(services):
    found = {one.competency: one.value for one in services.progress.view().competencies}
    return found["executive-communication"]


def test_a_diligent_learner_reviews_on_the_right_days_and_gets_the_certificate(services, clock):
    learner = Learner(services, clock, knows=0.94)
    learner.live(DAYS)

    assert all(due == forecast for due, forecast in learner.waiting)
    promised = [(day, promised) for _, day, promised in learner.asked if promised is not None]
    assert len(promised) > 30
    assert all(day == on for day, on in promised), "each card came on the day that was told"

    module = services.progress.module(MODULE)
    assert all(session.finished for session in module.sessions)
    assert module.met
    assert ready(services) > 85
    paper = render(services.progress.certificate(MODULE, "Made-up Learner"), Format.MD).data.decode()
    assert "Made-up Learner" in paper
    assert f"{module.mastered} of {len(module.steps)} steps mastered, {module.needed} needed" in paper


def test_the_same_learner_guessing_gets_none_though_every_session_is_finished(services, clock):
    learner = Learner(services, clock, knows=0)
    learner.live(DAYS)

    module = services.progress.module(MODULE)
    assert all(session.finished for session in module.sessions)
    assert module.enough_days, "some guesses hit, on many days"
    assert not module.enough_mastered
    assert ready(services) < 50
    missing = f"{module.needed - module.mastered} more graded steps to be mastered"
    with pytest.raises(NotMastered, match=missing):
        services.progress.certificate(MODULE, "Made-up Learner")
