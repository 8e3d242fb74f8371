"""The scorecard after the conversation, completed and submitted line by line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Command, Ended, command_in
from coach.core import conduct
from coach.core.focus import focus_first, in_focus
from coach.core.interview import Overall, Phase, competency_title, rating_text
from coach.core.scoring import coverage_text, score_text
from coach.core.structure import ABOUT, structure, structure_text
from coach.services.handing_in import sealed_words
from coach.services.interview import fresh_salt

if TYPE_CHECKING:
    from coach.cli.plain.desk import PlainDesk

LEVELS = tuple(Overall)
COMMANDS = (
    (".g 3", "go to question 3 and complete it"),
    (".o 3 REASON", "change the overall recommendation"),
    (".structure", "how the structure is counted"),
    (".q", "quit; the draft is saved"),
    (".?", "this list"),
)


class ScorecardDialogue:
    """A draft scorecard; ``complete`` goes back to a place of the interview."""

    def __init__(self, desk: "PlainDesk", complete: Callable[[str], None]) -> None:
        self._desk = desk
        self._talk = desk.talk
        self._complete = complete

    def hold(self) -> None:
        """Ask for what is missing until the scorecard is submitted; raises ``Ended`` when left before."""
        changed = True
        while self._desk.state.phase is Phase.ENDED:
            if changed:
                self._show()
            changed = self._take(self._talk.ask())
        self._talk.say(f"The scorecard is submitted and locked. {self._score()}")
        self._talk.say(sealed_words(self._desk.state))
        self._talk.say(f"Print it with: coach print scorecard {self._desk.state.id}")

    def _show(self) -> None:
        state, talk = self._desk.state, self._talk
        talk.say()
        talk.say(f"Scorecard, candidate {state.candidate}: a draft")
        for question in focus_first(state):
            entry, number = state.entry(question), state.agenda.index(question)
            focus = ", your focus" if in_focus(state, question) else ""
            result = rating_text(entry.rating) if entry.settled else "open"
            reason = f", {entry.not_assessed}" if entry.not_assessed else ""
            talk.listed(str(number), f"{competency_title(state, question)}{focus}: {result}{reason}")
        talk.say(self._score())
        held = structure(state)
        talk.say(f"Structure {structure_text(held)}. .structure says how it is counted.")
        if state.overall:
            talk.say(f"Overall recommendation: {state.overall}, {state.overall_reason}")
        talk.say(self._wanted())

    def _score(self) -> str:
        score = self._desk.state.score
        return f"Score {score_text(score.value)}, coverage {coverage_text(score.coverage)}."

    def _wanted(self) -> str:
        """Say what to type now."""
        state = self._desk.state
        if state.overall is None:
            levels = ", ".join(f"{number} {level}" for number, level in enumerate(LEVELS, 1))
            return f"Overall recommendation: {levels}. Type the number and the reason in one line."
        missing = conduct.missing_for_submission(state)
        if missing:
            return (
                f"Not yet complete: {'; '.join(missing)}. .g and a number goes to that question, .q leaves."
            )
        return "The scorecard is complete. Submit it? From then on it is locked. Type yes or no."

    def _take(self, line: str) -> bool:
        """Do what a line says; returns whether the scorecard should be shown again."""
        command = command_in(line)
        if command is not None:
            return self._obey(command)
        state = self._desk.state
        if state.overall is None:
            return self._overall(line.strip())
        if conduct.missing_for_submission(state):
            self._talk.say(self._wanted())
            return False
        match line.strip().lower():
            case "yes" | "y":
                return self._desk.act(conduct.submit, fresh_salt())
            case "no" | "n":
                raise Ended
            case _:
                self._talk.say("Type yes to submit, or no to leave it a draft.")
                return False

    def _obey(self, command: Command) -> bool:
        questions = self._desk.state.guide.questions
        match command.name:
            case "o":
                return self._overall(command.rest)
            case "g" if command.rest in map(str, range(1, len(questions) + 1)):
                self._complete(questions[int(command.rest) - 1].id)
                return True
            case "g":
                self._talk.say(f"Type the number of a question after .g, from 1 to {len(questions)}.")
            case "structure":
                self._structure()
            case "?":
                for keys, meaning in COMMANDS:
                    self._talk.listed(f"{keys:<11}", meaning)
            case _:
                self._talk.say(f"There is no command .{command.name} here. .? lists them.")
        return False

    def _structure(self) -> None:
        """Explain the structure score part by part."""
        held = structure(self._desk.state)
        for part in held.parts if held else ():
            self._talk.listed("-", part.text)
        self._talk.say(ABOUT)

    def _overall(self, text: str) -> bool:
        number, _, reason = text.partition(" ")
        if number not in map(str, range(1, len(LEVELS) + 1)):
            self._talk.say(
                "Type a number from 1 to 4 and the reason, such as: 3 Clear method, thin on figures."
            )
            return False
        return self._desk.act(conduct.choose_overall, LEVELS[int(number) - 1], reason)
