"""The scorecard after the conversation, completed and submitted line by line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Command, Ended, command_in
from coach.cli.plain.typed import meant, sign
from coach.core import conduct
from coach.core.focus import focus_first, in_focus
from coach.core.interview import Overall, Phase, competency_title, rating_text
from coach.core.scoring import coverage_text, score_text
from coach.core.structure import ABOUT, structure, structure_text
from coach.locale import mark, tr, trp
from coach.services.handing_in import sealed_words
from coach.services.interview import fresh_salt

if TYPE_CHECKING:
    from coach.cli.plain.desk import PlainDesk

LEVELS = tuple(Overall)
COMMANDS = (
    (".g 3", mark("go to question 3 and complete it")),
    (mark(".o 3 REASON"), mark("change the overall recommendation")),
    (mark(".structure"), mark("how the structure is counted")),
    (".q", mark("quit; the draft is saved")),
    (".?", mark("this list")),
)
WORDS = {"go": "g", "help": "?", "structure": "structure"}
"""Commands that may be written out in another language."""


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
        self._talk.say(f"{tr('The scorecard is submitted and locked.')} {self._score()}")
        self._talk.say(sealed_words(self._desk.state))
        self._talk.say(tr("Print it with: coach print scorecard {id}", id=self._desk.state.id))

    def _show(self) -> None:
        state, talk = self._desk.state, self._talk
        talk.say()
        talk.say(tr("Scorecard, candidate {candidate}: a draft", candidate=state.candidate))
        for question in focus_first(state):
            entry, number = state.entry(question), state.agenda.index(question)
            title = competency_title(state, question)
            if in_focus(state, question):
                title = tr("{title}, your focus", title=title)
            result = rating_text(entry.rating) if entry.settled else trp("not done yet", "open")
            reason = f", {entry.not_assessed}" if entry.not_assessed else ""
            talk.listed(str(number), f"{title}: {result}{reason}")
        talk.say(self._score())
        held = structure(state)
        talk.say(
            tr("Structure {structure}. .structure says how it is counted.", structure=structure_text(held))
        )
        if state.overall:
            talk.say(
                tr(
                    "Overall recommendation: {level}, {reason}",
                    level=tr(state.overall),
                    reason=state.overall_reason,
                )
            )
        talk.say(self._wanted())

    def _score(self) -> str:
        score = self._desk.state.score
        return tr(
            "Score {score}, coverage {coverage}.",
            score=score_text(score.value),
            coverage=coverage_text(score.coverage),
        )

    def _wanted(self) -> str:
        """Say what to type now."""
        state = self._desk.state
        if state.overall is None:
            levels = ", ".join(f"{number} {tr(level)}" for number, level in enumerate(LEVELS, 1))
            return tr(
                "Overall recommendation: {levels}. Type the number and the reason in one line.", levels=levels
            )
        missing = conduct.missing_for_submission(state)
        if missing:
            return tr(
                "Not yet complete: {missing}. .g and a number goes to that question, .q leaves.",
                missing="; ".join(missing),
            )
        return tr("The scorecard is complete. Submit it? From then on it is locked. Type yes or no.")

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
        match meant(line):
            case True:
                return self._desk.act(conduct.submit, fresh_salt())
            case False:
                raise Ended
            case None:
                self._talk.say(tr("Type yes to submit, or no to leave it a draft."))
                return False

    def _obey(self, command: Command) -> bool:
        questions = self._desk.state.guide.questions
        match sign(command.name, WORDS) or command.name:
            case "o":
                return self._overall(command.rest)
            case "g" if command.rest in map(str, range(1, len(questions) + 1)):
                self._complete(questions[int(command.rest) - 1].id)
                return True
            case "g":
                most = len(questions)
                self._talk.say(tr("Type the number of a question after .g, from 1 to {most}.", most=most))
            case "structure":
                self._structure()
            case "?":
                for keys, meaning in COMMANDS:
                    self._talk.listed(f"{tr(keys):<11}", tr(meaning))
            case _:
                self._talk.say(tr("There is no command .{name} here. .? lists them.", name=command.name))
        return False

    def _structure(self) -> None:
        """Explain the structure score part by part."""
        held = structure(self._desk.state)
        for part in held.parts if held else ():
            self._talk.listed("-", part.text)
        self._talk.say(tr(ABOUT))

    def _overall(self, text: str) -> bool:
        number, _, reason = text.partition(" ")
        if number not in map(str, range(1, len(LEVELS) + 1)):
            self._talk.say(
                tr("Type a number from 1 to 4 and the reason, such as: 3 Clear method, thin on figures.")
            )
            return False
        return self._desk.act(conduct.choose_overall, LEVELS[int(number) - 1], reason)
