"""An interviewer's desk in plain mode: wishes granted or refused in a sentence, notes saved line by line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from coach.cli.plain import interview_words as words
from coach.cli.plain.dialogue import HELP, command_in
from coach.cli.plain.typed import meant, sign
from coach.core import conduct
from coach.locale import mark, tr
from coach.store.errors import ChangedElsewhere, StoreError

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.interview import InterviewState
    from coach.services.interview import Desk

P = ParamSpec("P")
ELSEWHERE = mark(
    "This interview was changed in another window. Nothing was overwritten; it is loaded as it stands now."
)


class PlainDesk:
    """The desk of one interview, and the dialogue that goes with it."""

    def __init__(self, desk: "Desk", talk: "Dialogue") -> None:
        self.desk = desk
        self.talk = talk

    @property
    def state(self) -> "InterviewState":
        """The interview as it stands on disk."""
        return self.desk.state

    def act(
        self,
        wish: Callable[Concatenate["InterviewState", P], conduct.Events],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        """Do one thing; when it cannot be done, say why and change nothing."""
        try:
            self.desk.act(wish, *args, **kwargs)
        except ChangedElsewhere:
            self.desk.reload()
            self.talk.say(f"{tr(ELSEWHERE)} {tr('Look at it and say again what you want.')}")
            return False
        except (conduct.Refused, StoreError) as refusal:
            self.talk.say(str(refusal))
            return False
        return True

    def note(self, place: str, line: str) -> bool:
        """Add a line to the note at a place; what others wrote there meanwhile stays above it."""
        try:
            self.desk.act(_add, place, line)
        except ChangedElsewhere:
            self.desk.reload()
            self.talk.say(tr(ELSEWHERE))
            return self.act(_add, place, line)
        except (conduct.Refused, StoreError) as refusal:
            self.talk.say(f"{refusal} {tr('The line is not saved.')}")
            return False
        return True

    def answer(self) -> str:
        """Read a line at a question of the program's own, where only ``.q`` and ``.?`` are commands."""
        while True:
            line = self.talk.ask().strip()
            command = command_in(line)
            if command is None:
                return line
            if HELP in (command.name, sign(command.name, {"help": HELP})):
                words.commands_at_questions(self.talk)
            else:
                self.talk.say(tr("There is no command .{name} here. .? lists them.", name=command.name))

    def yes(self) -> bool:
        """Ask until the answer is yes or no."""
        while True:
            if (answer := meant(self.answer())) is not None:
                return answer
            self.talk.say(tr("Type yes or no; .q leaves with everything saved."))


def _add(state: "InterviewState", place: str, line: str) -> conduct.Events:
    """Wish for one more line at the end of a note."""
    before = state.note(place)
    joined = line if not before else f"{before}{'' if before.endswith(chr(10)) else chr(10)}{line}"
    return conduct.edit_note(state, place, joined)
