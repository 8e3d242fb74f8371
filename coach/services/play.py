"""An exercise played without being recorded: by a script, from a file, or as it was answered last."""

from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from coach.content.library import NotFound
from coach.content.nearest import nearest
from coach.core.curriculum import Module, Session, Step
from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.core.record import Record, Revision
from coach.exercises import kind_of
from coach.exercises.base import Kind
from coach.locale import tr

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.services.training import TrainingService


class PlayError(Exception):
    """Something cannot be played; the message says why and what to do."""


class Replay(Record):
    """A play as a file: with the same scenario, revision and seed the same answer gives the same talk."""

    scenario: str
    """The module and the step, as in ``executive-communication/cfo-first-call``."""
    kind: str
    rev: Revision
    seed: Annotated[int, msgspec.Meta(ge=0)]
    response: msgspec.Raw
    v: Annotated[int, msgspec.Meta(ge=1, le=1)] = 1


class Stage(Record):
    """An exercise that can be played."""

    module: Module
    step: Step
    kind: Kind[Any, Any]

    @property
    def scenario(self) -> str:
        """Its name: module and step."""
        return f"{self.module.id}/{self.step.id}"

    def context(self, seed: int) -> Context:
        """Return what asking and grading depend on besides the answer."""
        return Context(seed=seed, language=self.module.language)


class Played(Record):
    """An answer on its stage, with its grading."""

    stage: Stage
    seed: int
    response: Record
    outcome: Outcome

    @property
    def said(self) -> str:
        """The answer in words; of a conversation, all that was said."""
        return self.stage.kind.say(self.stage.step, self.response, self.stage.context(self.seed))

    def file(self) -> bytes:
        """Return the play as a file for :meth:`PlayService.replay`."""
        replay = Replay(
            scenario=self.stage.scenario,
            kind=self.stage.kind.name,
            rev=self.stage.step.rev,
            seed=self.seed,
            response=msgspec.Raw(msgspec.json.encode(self.response)),
        )
        return msgspec.json.format(msgspec.json.encode(replay)) + b"\n"


class PlayService:
    """Finds exercises and plays them; nothing is recorded."""

    most_bytes = 1_000_000
    """The size up to which a play's file is read; a long conversation has a few thousand."""

    def __init__(self, library: "Library", training: "TrainingService") -> None:
        self._library = library
        self._training = training

    def stage(self, scenario: str) -> Stage:
        """Find an exercise by module and step; raises what the library raises, or :class:`PlayError`."""
        module_id, _, step_id = scenario.partition("/")
        module = self._library.module(module_id).value
        steps = [step for session in self._sessions(module) for step in session.steps()]
        found = next((step for step in steps if step.id == step_id), None)
        if found is None:
            playable = [step.id for step in steps if kind_of(step)]
            raise NotFound("exercise", step_id, nearest(step_id, playable), known=playable[:3])
        kind = kind_of(found)
        if kind is None:
            raise PlayError(
                tr(
                    "{scenario} is read and not answered, so it cannot be played. Name an exercise.",
                    scenario=scenario,
                )
            )
        return Stage(module=module, step=found, kind=kind)

    def _sessions(self, module: Module) -> list[Session]:
        return [self._library.session(module.id, header.id).value for header in module.sessions]

    def play(self, stage: Stage, response: Record, seed: int) -> Played:
        """Grade an answer."""
        outcome = stage.kind.grade(stage.step, response, stage.context(seed))
        return Played(stage=stage, seed=seed, response=response, outcome=outcome)

    def proof(self, scenario: str) -> tuple[str, ...]:
        """Tell in lines what playing an exercise by machine shows, and what is wrong with it."""
        stage = self.stage(scenario)
        found = [f"{finding.code} {finding.text}" for finding in stage.kind.proof(stage.step)]
        told = stage.kind.report(stage.step) if stage.kind.report else ()
        return (*told, *(found or [tr("Nothing is wrong with it.")]))

    def by_script(self, scenario: str, script: str, seed: int) -> Played:
        """Play an answer that is written in one line, as the kind's plain form takes it."""
        stage = self.stage(scenario)
        try:
            response = stage.kind.read(stage.step, script, stage.context(seed))
        except Unreadable as trouble:
            raise PlayError(tr("The script cannot be played: {trouble}", trouble=trouble)) from trouble
        return self.play(stage, response, seed)

    def last(self, scenario: str) -> Played:
        """Play what the learner answered last to this revision."""
        from coach.core import events as ev

        stage = self.stage(scenario)
        key = (stage.module.id, stage.step.id)
        for record in reversed(self._training.history()):
            event = record.event
            if isinstance(event, ev.Answered) and event.place.key == key:
                replay = Replay(
                    scenario=scenario,
                    kind=event.kind,
                    rev=event.place.rev,
                    seed=event.seed,
                    response=event.response,
                )
                return self._replayed(stage, replay)
        raise PlayError(
            tr(
                "There is no answer of {learner} to {scenario} yet.",
                learner=self._training.learner,
                scenario=scenario,
            )
        )

    def replay(self, data: bytes) -> Played:
        """Play what a file holds; raises :class:`PlayError` for what is no play, or one of other content."""
        if len(data) > self.most_bytes:
            raise PlayError(tr("The file is no play: it has more than {most} bytes.", most=self.most_bytes))
        try:
            replay = msgspec.json.decode(data, type=Replay)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise PlayError(
                tr("The file is no play: {error}. coach play SCENARIO --save FILE makes one.", error=error)
            ) from error
        return self._replayed(self.stage(replay.scenario), replay)

    def _replayed(self, stage: Stage, replay: Replay) -> Played:
        if replay.kind != stage.kind.name or replay.rev != stage.step.rev:
            raise PlayError(
                tr(
                    "{scenario} was changed since this was played (then {kind}, revision {rev}; now "
                    "{kind_now}, revision {rev_now}), so it cannot be played.",
                    scenario=stage.scenario,
                    kind=replay.kind,
                    rev=replay.rev,
                    kind_now=stage.kind.name,
                    rev_now=stage.step.rev,
                )
            )
        try:
            response = msgspec.json.decode(replay.response, type=stage.kind.response)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise PlayError(tr("The answer in it cannot be read: {error}.", error=error)) from error
        return self.play(stage, response, replay.seed)
