"""A mock interview line by line: question, answer against the clock, own rating, model answers."""

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Ended, as_text, minutes, strong
from coach.core.bank import HIGHEST
from coach.core.exercise import Unreadable
from coach.core.rating import read_level
from coach.core.rehearsal import THINKING, clock_text, took

if TYPE_CHECKING:
    from datetime import datetime

    from coach.cli.plain.dialogue import Dialogue
    from coach.core.rehearsal import Advice
    from coach.services.practice import PracticeRun

COMMANDS = ".q leaves; everything is saved at once."
NO_MODEL = "There is no model answer to this question yet; anchors 4 and 5 say what one holds."
NOTHING_NEXT = "Every answer was good and in time by your own rating. Ask somebody else to listen."


class PracticeDialogue:
    """Questions one after the other; what was typed or rated is on disk before the next line."""

    def __init__(self, run: "PracticeRun", talk: "Dialogue") -> None:
        self._run = run
        self._talk = talk

    def hold(self) -> None:
        """Go through the questions that are open, then sum up."""
        run, talk = self._run, self._talk
        count = f"{run.total} question{'' if run.total == 1 else 's'}"
        talk.say(f"Practice {run.state.number}: {run.guide.title}, {count}")
        talk.say(f"Only you see this; it is no interview. {COMMANDS}")
        try:
            while (index := run.state.current) is not None:
                talk.say()
                self._visit(index)
        except Ended:
            talk.say(f"Everything is saved: {run.state.rated} of {run.total} answered and rated.")
            talk.say(f"Go on with: coach practice {run.guide.kit} --plain")
            return
        talk.say()
        summary(talk, run)

    def _visit(self, index: int) -> None:
        run, talk = self._run, self._talk
        question = run.question(index)
        talk.say(f"Question {index + 1} of {run.total}. {run.competency(index)}")
        talk.say(question.text)
        if run.given(index) is None:
            self._answer(index)
        self._rate(index)
        self._models(index)

    def _answer(self, index: int) -> None:
        run, talk = self._run, self._talk
        draft = run.draft(index)
        talk.say(f"You have {minutes(run.question(index).minutes)}. Take up to {THINKING} seconds to think.")
        talk.say("Enter starts the clock. Then speak, or type lines; an empty line ends your answer.")
        if draft.text:
            talk.say(f"Typed so far, in {clock_text(draft.seconds)}:")
            talk.say(draft.text, indent="  ")
        talk.ask(COMMANDS)
        started, lines = run.now - timedelta(seconds=draft.seconds), [draft.text] if draft.text else []
        while (line := talk.ask()).strip():
            lines.append(as_text(line))
            run.keep(index, "\n".join(lines), self._since(started))
        given = run.answer(index, "\n".join(lines), self._since(started))
        talk.say(f"Your answer took {took(given)}.")

    def _since(self, started: "datetime") -> int:
        return round((self._run.now - started).total_seconds())

    def _rate(self, index: int) -> None:
        run, talk = self._run, self._talk
        talk.say("Rate yourself: which of these did you say or do in full?")
        for level, anchor in sorted(run.question(index).anchors.items()):
            talk.listed(str(level), strong(anchor))
        talk.say("Your rating, from 1 to 5?")
        while True:
            try:
                run.rate(index, read_level(talk.ask(COMMANDS)))
            except Unreadable as trouble:
                talk.say(str(trouble))
            else:
                return

    def _models(self, index: int) -> None:
        talk, models = self._talk, self._run.models(index)
        for sample in models:
            talk.say(f"A model answer of a made-up candidate, rated {sample.rating} by experts:")
            talk.say(sample.text, indent="  ")
            talk.say(f"Why {sample.rating}: {sample.rationale}")
        if not models:
            talk.say(NO_MODEL)
        talk.say("Enter goes on.")
        talk.ask()


def summary(talk: "Dialogue", run: "PracticeRun") -> None:
    """Write how a run went by competency, and what to prepare next."""
    talk.say(
        f"Practice {run.state.number}, {run.guide.title}: {run.state.rated} of {run.total} answered and rated"
    )
    for one in run.summed_up():
        time = f"{clock_text(one.seconds)} of {clock_text(one.budget)}"
        talk.listed("-", f"{one.title}: you gave {one.rating:g} of {HIGHEST}, {time}")
    found = run.advice()
    if found:
        talk.say("Prepare next:")
    for advice in found:
        _advise(talk, advice)
    if run.state.finished and not found:
        talk.say(NOTHING_NEXT)


def _advise(talk: "Dialogue", advice: "Advice") -> None:
    talk.listed("-", f"{advice.competency}: {advice.question}")
    if advice.level is not None:
        talk.say(f"You gave {advice.rating}. For {advice.level}: {strong(advice.anchor)}", indent="     ")
    if advice.over:
        talk.say(f"It was {clock_text(advice.over)} too long: say the result sooner.", indent="     ")
