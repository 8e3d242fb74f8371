"""A session, or any row of steps, worked through line by line."""

from typing import TYPE_CHECKING

from coach.cli.plain import session_words as words
from coach.cli.plain.dialogue import Command, Ended, as_text, command_in
from coach.core.curriculum import Practice, Reading
from coach.core.exercise import Unreadable
from coach.core.record import Record
from coach.core.training import Standing
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.services.keep import KeepService
    from coach.services.run import Run
    from coach.services.session_run import SessionRun


class StepsDialogue:
    """Steps asked one after the other, from the one to go on at.

    Every answer is on disk before the next line is asked for.
    """

    def __init__(self, run: "Run", talk: "Dialogue", keep: "KeepService") -> None:
        self._run = run
        self._talk = talk
        self._keep = keep

    def hold(self) -> None:
        """Work through the steps until they end or the person leaves."""
        run, talk = self._run, self._talk
        self._greet()
        talk.say(tr(".? lists the commands, .q leaves; everything is saved at once."))
        start = run.next_index()
        index = len(run.steps) if start is None else start
        try:
            while index <= len(run.steps):
                talk.say()
                index = self._ending() if index == len(run.steps) else self._step(index)
        except Ended:
            self._leave()

    def _greet(self) -> None:
        """Say what this is."""
        self._talk.say(self._run.title)

    def _sum_up(self) -> None:
        """Say how it went."""
        words.ending(self._talk, self._run)

    def _ending(self) -> int:
        """Sum up; enter leaves, and one may go back."""
        end = len(self._run.steps)
        self._sum_up()
        self._talk.say(tr("Enter leaves, .b goes back to the last step."))
        while True:
            line = self._talk.ask()
            if self._command(line) == Command(name="b") and end:
                return end - 1
            if not line.strip():
                raise Ended
            self._talk.say(tr("This is the end: enter leaves, .b goes back to the last step."))

    def _step(self, index: int) -> int:
        """Show a step and take lines until it is left; returns the step to go to."""
        self._run.show(index)
        self._introduce(index)
        while True:
            line = self._talk.ask()
            command = self._command(line)
            goal = self._obey(index, command) if command else self._take(index, line)
            if goal is not None:
                return goal

    def _command(self, line: str) -> Command | None:
        """Read a command, written out or not; ``.5`` is a number and ``.NET`` a word, so they are answers."""
        command = command_in(line)
        if command is None:
            return None
        if sign := words.command_meant(command.name):
            return Command(name=sign, rest=command.rest)
        answer = command.rest or len(command.name) > 1 or command.name.isdigit()
        return None if answer else command

    def _introduce(self, index: int) -> None:
        """Write the step's heading and body, and what happened with it before."""
        run, talk = self._run, self._talk
        step = run.steps[index][1]
        talk.say(words.heading(run, index))
        words.kept(talk, self._keep, run.place(index), asking=self._open(index))
        talk.say()
        if isinstance(step, Reading | Practice):
            talk.prose(step.text)
        else:
            self._question(index)
        for source in step.sources:
            talk.say(tr("Source: {title} (as of {as_of:%d %b %Y})", title=source.title, as_of=source.as_of))
        for number, hint in enumerate(run.hints(index), 1):
            talk.say(tr("Hint {number}: {hint}", number=number, hint=hint))
        self._before(index)
        if not self._open(index):
            talk.say(self._enter_means(index))

    def _question(self, index: int) -> None:
        kind = self._run.kind(index)
        assert kind is not None
        step, context = self._run.steps[index][1], self._run.context(index)
        if kind.turn is None:
            self._talk.say(kind.ask(step, context))
        else:
            self._talk.say(kind.turn(step, self._run.draft(index), None, context).say)

    def _before(self, index: int) -> None:
        """Tell an earlier answer with its outcome."""
        run, kind = self._run, self._run.kind(index)
        progress, response = run.progress(index), run.response(index)
        if kind is None or progress is None:
            return
        if progress.standing is Standing.REVEALED:
            self._reveal(index)
        elif response is not None and progress.outcome is not None:
            said = kind.say(run.steps[index][1], response, run.context(index))
            self._talk.say(tr("Your answer: {said}", said=said))
            words.verdict(self._talk, progress.outcome, solved=progress.standing.finished)

    def _enter_means(self, index: int) -> str:
        practice = isinstance(self._run.steps[index][1], Practice)
        if practice and not self._run.standing(index).finished:
            return tr("Enter when you have done this, .s to leave it open.")
        return tr("Enter goes on.")

    def _open(self, index: int) -> bool:
        """Whether the step is an exercise that waits for an answer."""
        return self._run.kind(index) is not None and not self._run.standing(index).finished

    def _take(self, index: int, line: str) -> int | None:
        """Take a line that is no command: an answer, or enter to go on."""
        if self._open(index):
            if line.strip() or self._in_turns(index):
                return self._answer(index, as_text(line))
            self._question(index)
            return None
        if line.strip():
            self._talk.say(f"{tr('Nothing is asked here.')} {self._enter_means(index)}")
            return None
        if self._run.kind(index) is None:
            self._run.finish(index)
        return index + 1

    def _in_turns(self, index: int) -> bool:
        """Whether the step is an exercise of many turns."""
        kind = self._run.kind(index)
        return kind is not None and kind.turn is not None

    def _answer(self, index: int, line: str) -> int | None:
        run = self._run
        try:
            response = self._response(index, line)
        except Unreadable as error:
            self._talk.say(str(error))
            return None
        if response is None:
            return None
        outcome = run.answer(index, response)
        words.verdict(self._talk, outcome, solved=run.standing(index).finished)
        if outcome.right:
            return index + 1
        kind = run.kind(index)
        if kind is not None and kind.mends:
            run.keep_draft(index, response)
        self._talk.say(words.try_again(run, index))
        if kind is not None and kind.turn is not None:
            self._talk.say()
            self._question(index)
        return None

    def _response(self, index: int, line: str) -> Record | None:
        """Read an answer; of an exercise of many turns take one, and give the answer after the last."""
        run, kind = self._run, self._run.kind(index)
        assert kind is not None
        step, context = run.steps[index][1], run.context(index)
        if kind.turn is None:
            answer: Record = kind.read(step, line, context)
            return answer
        turn = kind.turn(step, run.draft(index), line, context)
        run.keep_draft(index, turn.response)
        self._talk.say(turn.say)
        return turn.response if turn.over else None

    def _obey(self, index: int, command: Command) -> int | None:
        """Do what a command says; returns the step to go to, if it leads to another."""
        if command.name == words.NOTE:
            words.note(self._talk, self._keep, self._run.place(index), command.rest)
            return None
        return self._obey_alone(index, command)

    def _obey_alone(self, index: int, command: Command) -> int | None:
        """Do what a command says that takes no words behind it."""
        if command.rest:
            self._talk.say(
                tr(
                    "Nothing was done or answered: .{name} stands alone. For an answer that begins with a "
                    "dot, type two dots.",
                    name=command.name,
                )
            )
            return None
        match command.name:
            case "s":
                return index + 1
            case "b" if index:
                return index - 1
            case "b":
                self._talk.say(tr("This is the first step."))
            case "r":
                self._run.reset(index)
                return index
            case "v":
                return self._solution(index)
            case "h":
                self._hint(index)
            case _:
                self._other(index, command.name)
        return None

    def _other(self, index: int, name: str) -> None:
        """Do what has nothing to do with the answer."""
        match name:
            case "m":
                words.bookmark(self._talk, self._keep, self._run.place(index))
            case "?":
                words.commands(self._talk)
            case _:
                self._talk.say(tr("There is no command .{name}. .? lists them.", name=name))

    def _hint(self, index: int) -> None:
        hint = self._run.hint(index) if self._open(index) else None
        if hint is not None:
            self._talk.say(tr("Hint {number}: {hint}", number=len(self._run.hints(index)), hint=hint))
        elif self._run.hints(index):
            self._talk.say(tr("There is no further hint here."))
        else:
            self._talk.say(tr("There is no hint here."))

    def _solution(self, index: int) -> int | None:
        """Reveal the solution of an exercise that was tried, and go on."""
        standing = self._run.standing(index)
        if self._run.kind(index) is None:
            self._talk.say(tr("There is nothing to solve here."))
        elif standing is Standing.TRIED:
            self._reveal(index)
            return index + 1
        elif standing.finished:
            self._talk.say(tr("The solution stands above."))
        else:
            self._talk.say(tr("Try first; after that .v shows the solution. .s skips the step."))
        return None

    def _reveal(self, index: int) -> None:
        run, kind = self._run, self._run.kind(index)
        assert kind is not None
        response, outcome = run.reveal(index)
        words.solution(self._talk, kind.say(run.steps[index][1], response, run.context(index)), outcome)

    def _leave(self) -> None:
        """Say that one may go."""
        self._talk.say(tr("Everything is saved."))


class SessionDialogue(StepsDialogue):
    """A session; it begins where the learner was last."""

    def __init__(self, run: "SessionRun", talk: "Dialogue", keep: "KeepService") -> None:
        super().__init__(run, talk, keep)
        self._session = run

    def _greet(self) -> None:
        run = self._session
        where = {"module": run.module.title, "number": run.number, "title": run.title}
        self._talk.say(tr("{module}, session {number}: {title}", **where))

    def _leave(self) -> None:
        """Say where one will stand on coming back."""
        run = self._session
        index = run.next_index()
        if index is None:
            self._talk.say(tr("Everything is saved. All steps of this session are finished."))
            return
        self._talk.say(
            tr(
                "Everything is saved. You stand at step {number} of {total}, “{title}”.",
                number=index + 1,
                total=len(run.steps),
                title=words.step_title(run, index),
            )
        )
        self._talk.say(tr("Go on with: {command}", command=words.command_for(run)))
