"""An interview held line by line: lines are notes, lines with a dot in front are commands."""

from typing import TYPE_CHECKING

from coach.cli.plain import interview_words as words
from coach.cli.plain.desk import PlainDesk
from coach.cli.plain.dialogue import Command, Ended, as_text, command_in
from coach.cli.plain.interview_notes import PlainNotes
from coach.cli.plain.interview_start import prepare
from coach.cli.plain.scorecard import ScorecardDialogue
from coach.cli.plain.typed import leaves, sign
from coach.core import conduct
from coach.core.bank import HIGHEST, LOWEST
from coach.core.interview import CLOSING, OPENING, Phase
from coach.locale import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.cli.plain.dialogue import Dialogue
    from coach.core.interview import InterviewState
    from coach.services.interview import Desk

TALKING = (Phase.RUNNING, Phase.PAUSED)
RATINGS = tuple(str(level) for level in range(LOWEST, HIGHEST + 1))
WORDS = {"next": "n", "back": "b", "go": "g", "time": "t", "skip": "s", "help": "?"}
"""Commands that may be written out in another language."""


class InterviewDialogue:
    """One interview from the declarations to the submitted scorecard, resumed wherever it stands."""

    def __init__(self, desk: "Desk", talk: "Dialogue") -> None:
        self._desk = PlainDesk(desk, talk)
        self._notes = PlainNotes(self._desk)
        self._talk = talk
        self._left = False
        """Whether the place at hand has been left and another is to be shown."""
        self._explained = False
        """Whether it was said how to rate."""
        self._doubted = ""
        """A line that may have been meant as a rating; typed again it is a note."""

    @property
    def _state(self) -> "InterviewState":
        return self._desk.state

    def hold(self) -> None:
        """Hold the interview until the scorecard is submitted or the person leaves."""
        state = self._state
        self._talk.say(
            tr(
                "{title}, candidate {candidate}, interviewer {interviewer}",
                title=state.guide.title,
                candidate=state.candidate,
                interviewer=state.interviewer,
            )
        )
        self._talk.say(
            tr("Interview {id}. .? lists the commands, .q leaves; everything is saved at once.", id=state.id)
        )
        try:
            if state.phase is Phase.PLANNED:
                prepare(self._desk)
            if self._state.phase is Phase.PAUSED:
                self._talk.say(tr("The clock is paused. .pause lets it run again."))
            while self._state.phase in TALKING:
                self._visit()
            ScorecardDialogue(self._desk, self._complete).hold()
        except Ended:
            self._leave()

    # --- At a place ------------------------------------------------------------------------------

    def _visit(self) -> None:
        """Show the place at hand and take lines until it is left."""
        place = self._state.place
        words.show(self._talk, self._state, explain=not self._explained)
        self._explained = self._explained or words.at_question(self._state)
        self._notes.caution(place)
        if place == CLOSING and self._state.phase in TALKING:
            self._talk.say(tr("Enter ends the conversation."))
        self._left, self._doubted = False, ""
        while not self._left and self._state.place == place and self._state.phase is not Phase.SUBMITTED:
            line = self._talk.ask()
            command = command_in(line)
            if command is not None:
                self._obey(command)
            elif not line.strip():
                self._next("")
            elif self._doubts(line.strip()):
                self._talk.say(
                    tr(
                        "Nothing was noted. To rate, type .{doubted}; to note it, type it again.",
                        doubted=self._doubted,
                    )
                )
            else:
                self._notes.add(place, as_text(line))

    def _doubts(self, line: str) -> bool:
        """Whether a line is rather a rating than a note, and was not typed before at this question."""
        doubted = line in RATINGS and words.at_question(self._state) and line != self._doubted
        self._doubted = line if doubted else ""
        return doubted

    def _complete(self, place: str) -> None:
        """Go back to a place after the conversation, to complete notes and ratings."""
        if self._desk.act(conduct.enter, place):
            self._talk.say(tr("The conversation is over; enter goes back to the scorecard."))
            shown = ""
            while shown != self._state.place:
                shown = self._state.place
                self._visit()

    def _obey(self, command: Command) -> None:
        anywhere: dict[str, Callable[[str], None]] = {
            "n": self._next,
            "b": self._back,
            "g": self._go,
            "t": self._time,
            "d": self._do_not_ask,
            "pause": self._pause,
            "?": self._help,
        }
        here: dict[str, Callable[[str], None]] = {
            "0": self._not_assessed,
            "p": self._probe,
            "s": self._skip,
            "star": self._star,
            "w": self._reword,
            "x": self._clear,
        }
        name = sign(command.name, WORDS) or command.name
        if name in anywhere:
            anywhere[name](command.rest)
        elif leaves(name):
            self._talk.say(tr("Nothing was noted: .q stands alone."))
        elif name not in here and name not in RATINGS:
            self._talk.say(
                tr(
                    "There is no command .{name}; .? lists them. Nothing was noted. For a note that begins "
                    "with a dot, type two dots.",
                    name=command.name,
                )
            )
        elif not words.at_question(self._state):
            self._talk.say(words.no_question(self._state))
        elif name in here:
            here[name](command.rest)
        else:
            self._rate(int(name), command.rest)

    def _rate(self, level: int, rest: str) -> None:
        if rest:
            self._talk.say(
                tr(
                    "Nothing was rated or noted: .{level} stands alone. For a note that begins with a dot, "
                    "type two dots.",
                    level=level,
                )
            )
        elif self._desk.act(conduct.rate, self._state.place, level):
            self._talk.say(tr("Rated {level}.", level=level))
            self._notes.wish(self._state.place)

    def _not_assessed(self, reason: str) -> None:
        if self._desk.act(conduct.not_assessed, self._state.place, reason):
            self._talk.say(tr("Not assessed: {reason}", reason=reason))

    def _clear(self, _: str) -> None:
        if self._desk.act(conduct.clear, self._state.place):
            self._talk.say(tr("The question is open again."))

    def _probe(self, which: str) -> None:
        number = ord(which.lower()) - ord("a") if len(which) == 1 else -1
        if self._desk.act(conduct.probe, self._state.place, number):
            used = number in self._state.entry(self._state.place).probes
            said = mark("Probe {letter} was put.") if used else mark("Probe {letter} was not put after all.")
            self._talk.say(tr(said, letter=which.lower()))

    def _reword(self, wording: str) -> None:
        if not wording:
            self._talk.say(tr("Type the words after .w, such as: .w Which customer did you win last?"))
        elif self._desk.act(conduct.ask, self._state.place, wording):
            self._talk.say(tr("Reworded: {wording}", wording=wording))

    def _skip(self, reason: str) -> None:
        if self._desk.act(conduct.skip, self._state.place, reason):
            self._talk.say(tr("Left out: {reason}", reason=reason))

    def _star(self, _: str) -> None:
        self._notes.parts(self._state.place)

    def _next(self, _: str) -> None:
        """Record the question as asked and go on; at the closing, end the conversation."""
        state = self._state
        entry = state.entry(state.place)
        over = state.phase is Phase.ENDED
        if words.at_question(state):
            if (
                not over
                and not entry.skipped
                and not self._desk.act(conduct.ask, state.place, entry.reworded)
            ):
                return
            if not entry.settled:
                place = words.place_name(state, state.place)
                self._talk.say(tr("{place} is not rated yet.", place=place))
        if over:
            self._left = True
        elif state.place == CLOSING:
            self._end()
        else:
            self._desk.act(conduct.enter, conduct.next_place(self._state))

    def _end(self) -> None:
        self._talk.say(
            tr("Is the conversation over? The clock stops; notes and ratings can still be completed.")
        )
        self._talk.say(tr("Type yes or no."))
        self._left = self._desk.yes() and self._desk.act(conduct.end)

    def _back(self, _: str) -> None:
        if self._state.phase is Phase.ENDED:
            self._left = True
        elif self._state.place == OPENING:
            self._talk.say(tr("This is the opening; there is nothing before it."))
        else:
            self._desk.act(conduct.enter, conduct.previous_place(self._state))

    def _go(self, number: str) -> None:
        questions = self._state.guide.questions
        if number not in map(str, range(1, len(questions) + 1)):
            most = len(questions)
            self._talk.say(tr("Type the number of a question after .g, from 1 to {most}.", most=most))
        elif self._desk.act(conduct.enter, questions[int(number) - 1].id):
            self._left = True

    def _time(self, _: str) -> None:
        words.time(self._talk, self._state, self._desk.desk.now)

    def _do_not_ask(self, _: str) -> None:
        words.card(self._talk, self._state.guide)

    def _pause(self, _: str) -> None:
        if self._state.phase is Phase.ENDED:
            self._talk.say(tr("The conversation is over and the clock has stopped."))
        elif self._state.phase is Phase.PAUSED:
            if self._desk.act(conduct.resume):
                self._talk.say(tr("The clock runs again."))
        elif self._desk.act(conduct.pause):
            self._talk.say(tr("The clock is paused. .pause lets it run again."))

    def _help(self, _: str) -> None:
        words.commands(self._talk)

    # --- Leaving ---------------------------------------------------------------------------------

    def _leave(self) -> None:
        """Stop the clock and say where one will stand on coming back."""
        if self._state.phase is Phase.RUNNING and not self._desk.act(conduct.pause):
            self._desk.act(conduct.pause)
        state = self._state
        self._talk.say(f"{tr('Everything is saved.')} {words.left_at(state)}")
        if state.phase is not Phase.SUBMITTED:
            self._talk.say(tr("Go on with: coach interview run {id} --plain", id=state.id))
