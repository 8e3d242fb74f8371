"""Sample answers rated line by line, and what the ratings add up to."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Ended, strong
from coach.core.calibrating import (
    FIRST_COUNTS,
    accuracy_text,
    brief_text,
    gap_text,
    next_step,
    severity_text,
    spread_text,
)
from coach.core.exercise import Unreadable
from coach.core.rating import read_level
from coach.core.sample import TRAPS

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.calibrating import Tried
    from coach.services.calibrate import CalibrateRun, CalibrateService, Card

COMMANDS = ".q leaves; everything is saved at once."


class CalibrateDialogue:
    """One answer after the other: read, rated, and compared. Each rating is on disk at once."""

    def __init__(self, run: "CalibrateRun", talk: "Dialogue") -> None:
        self._run = run
        self._talk = talk

    def hold(self) -> None:
        """Go through the answers that are not rated, then through all again if that is wanted."""
        run, talk = self._run, self._talk
        talk.say(f"{run.title}: {len(run.cards)} sample answers of made-up candidates, {run.rated} rated")
        talk.say(f"Rate each on its anchors. {FIRST_COUNTS} {COMMANDS}")
        try:
            while (index := run.next_index) is not None:
                self._visit(index)
            talk.say()
            talk.say("All answers are rated. coach calibrate show tells how close you come.")
            talk.say("Enter goes through them again, which does not count; .q leaves.")
            talk.ask()
            for index in range(len(run.cards)):
                self._visit(index)
        except Ended:
            talk.say(f"Everything is saved: {run.rated} of {len(run.cards)} rated.")

    def _visit(self, index: int) -> None:
        card, talk = self._run.cards[index], self._talk
        talk.say()
        shown(talk, card, f"{index + 1} of {len(self._run.cards)}")
        rating = self._rating()
        talk.say("Evidence: which words of the answer decided?")
        evidence = talk.ask(COMMANDS)
        while not evidence.strip():
            talk.say("A rating needs evidence. Type the words of the answer that decided.")
            evidence = talk.ask(COMMANDS)
        compared(talk, card, self._run.rate(index, rating, evidence))
        talk.say("Enter goes on.")
        talk.ask()

    def _rating(self) -> int:
        self._talk.say("Your rating, from 1 to 5?")
        while True:
            try:
                return read_level(self._talk.ask(COMMANDS))
            except Unreadable as trouble:
                self._talk.say(str(trouble))


def shown(talk: "Dialogue", card: "Card", place: str) -> None:
    """Write a sample answer with its question and anchors."""
    talk.say(f"Answer {place}. {card.competency}")
    talk.say(f"The question: {card.question.text}")
    talk.say("The anchors:")
    for level, anchor in sorted(card.question.anchors.items()):
        talk.listed(str(level), strong(anchor))
    talk.say("What a made-up candidate said:")
    talk.say(card.sample.text, indent="  ")


def compared(talk: "Dialogue", card: "Card", given: "Tried") -> None:
    """Put a rating beside the experts', with both reasons and the traps."""
    talk.say(f"You: {given.event.rating}. Experts: {given.event.expert}. That is {gap_text(given.gap)}.")
    talk.say(f"Your evidence: {given.event.evidence}")
    talk.say(f"The experts' reason: {card.sample.rationale}")
    for trap in card.sample.traps:
        talk.say(f"A trap here ({trap}): {TRAPS[trap]}.")
    if not given.first:
        talk.say("You had rated it before, so this rating is kept and does not count.")


def figures(talk: "Dialogue", service: "CalibrateService") -> None:
    """Write how close somebody's ratings come to the experts', and what to do next."""
    ready = service.figures()
    found = ready.figures
    if not found.count:
        talk.say("You have rated no sample yet. coach calibrate lists what there is.")
        return
    last = f", the last on {ready.last_at.astimezone():%d %b %Y}" if ready.last_at else ""
    talk.say(f"Interviewing: {brief_text(found)}{last}")
    talk.say(f"Accuracy: {accuracy_text(found)}")
    talk.say(f"Severity: {severity_text(found)}")
    talk.say(f"Spread: {spread_text(found)}")
    for title, one in ready.by_competency:
        talk.listed("-", f"{title}: {brief_text(one)}")
    talk.say(f"Next: {next_step(found)}")
    talk.say(FIRST_COUNTS)
