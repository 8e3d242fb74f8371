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
from coach.locale import mark, tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.calibrating import Tried
    from coach.services.calibrate import CalibrateRun, CalibrateService, Card

COMMANDS = mark(".q leaves; everything is saved at once.")


class CalibrateDialogue:
    """One answer after the other: read, rated, and compared. Each rating is on disk at once."""

    def __init__(self, run: "CalibrateRun", talk: "Dialogue") -> None:
        self._run = run
        self._talk = talk

    def hold(self) -> None:
        """Go through the answers that are not rated, then through all again if that is wanted."""
        run, talk = self._run, self._talk
        talk.say(
            tr(
                "{title}: {total} sample answers of made-up candidates, {rated} rated",
                title=run.title,
                total=len(run.cards),
                rated=run.rated,
            )
        )
        talk.say(f"{tr('Rate each on its anchors.')} {tr(FIRST_COUNTS)} {tr(COMMANDS)}")
        try:
            while (index := run.next_index) is not None:
                self._visit(index)
            talk.say()
            talk.say(tr("All answers are rated. coach calibrate show tells how close you come."))
            talk.say(tr("Enter goes through them again, which does not count; .q leaves."))
            talk.ask()
            for index in range(len(run.cards)):
                self._visit(index)
        except Ended:
            total = len(run.cards)
            talk.say(tr("Everything is saved: {rated} of {total} rated.", rated=run.rated, total=total))

    def _visit(self, index: int) -> None:
        card, talk = self._run.cards[index], self._talk
        talk.say()
        shown(talk, card, tr("{number} of {total}", number=index + 1, total=len(self._run.cards)))
        rating = self._rating()
        talk.say(tr("Evidence: which words of the answer decided?"))
        evidence = talk.ask(tr(COMMANDS))
        while not evidence.strip():
            talk.say(tr("A rating needs evidence. Type the words of the answer that decided."))
            evidence = talk.ask(tr(COMMANDS))
        compared(talk, card, self._run.rate(index, rating, evidence))
        talk.say(tr("Enter goes on."))
        talk.ask()

    def _rating(self) -> int:
        self._talk.say(tr("Your rating, from 1 to 5?"))
        while True:
            try:
                return read_level(self._talk.ask(tr(COMMANDS)))
            except Unreadable as trouble:
                self._talk.say(str(trouble))


def shown(talk: "Dialogue", card: "Card", place: str) -> None:
    """Write a sample answer with its question and anchors."""
    talk.say(tr("Answer {place}. {competency}", place=place, competency=card.competency))
    talk.say(tr("The question: {text}", text=card.question.text))
    talk.say(tr("The anchors:"))
    for level, anchor in sorted(card.question.anchors.items()):
        talk.listed(str(level), strong(anchor))
    talk.say(tr("What a made-up candidate said:"))
    talk.say(card.sample.text, indent="  ")


def compared(talk: "Dialogue", card: "Card", given: "Tried") -> None:
    """Put a rating beside the experts', with both reasons and the traps."""
    talk.say(
        tr(
            "You: {rating}. Experts: {expert}. That is {gap}.",
            rating=given.event.rating,
            expert=given.event.expert,
            gap=gap_text(given.gap),
        )
    )
    talk.say(tr("Your evidence: {evidence}", evidence=given.event.evidence))
    talk.say(tr("The experts' reason: {rationale}", rationale=card.sample.rationale))
    for trap in card.sample.traps:
        talk.say(tr("A trap here ({trap}): {told}.", trap=tr(trap), told=tr(TRAPS[trap])))
    if not given.first:
        talk.say(tr("You had rated it before, so this rating is kept and does not count."))


def figures(talk: "Dialogue", service: "CalibrateService") -> None:
    """Write how close somebody's ratings come to the experts', and what to do next."""
    ready = service.figures()
    found = ready.figures
    if not found.count:
        talk.say(tr("You have rated no sample yet. coach calibrate lists what there is."))
        return
    brief = brief_text(found)
    if ready.last_at:
        day = ready.last_at.astimezone()
        talk.say(tr("Interviewing: {figures}, the last on {day:%d %b %Y}", figures=brief, day=day))
    else:
        talk.say(tr("Interviewing: {figures}", figures=brief))
    talk.say(tr("Accuracy: {figures}", figures=accuracy_text(found)))
    talk.say(tr("Severity: {figures}", figures=severity_text(found)))
    talk.say(tr("Spread: {figures}", figures=spread_text(found)))
    for title, one in ready.by_competency:
        talk.listed("-", f"{title}: {brief_text(one)}")
    talk.say(tr("Next: {step}", step=next_step(found)))
    talk.say(tr(FIRST_COUNTS))
