"""A mock interview line by line: question, answer against the clock, own rating, model answers."""

from datetime import timedelta
from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import Ended, as_text, minutes, strong
from coach.core.bank import HIGHEST
from coach.core.exercise import Unreadable
from coach.core.rating import read_level
from coach.core.rehearsal import THINKING, clock_text, took
from coach.locale import mark, tr, trn

if TYPE_CHECKING:
    from datetime import datetime

    from coach.cli.plain.dialogue import Dialogue
    from coach.core.rehearsal import Advice
    from coach.services.practice import PracticeRun

COMMANDS = mark(".q leaves; everything is saved at once.")
NO_MODEL = mark("There is no model answer to this question yet; anchors 4 and 5 say what one holds.")
NOTHING_NEXT = mark("Every answer was good and in time by your own rating. Ask somebody else to listen.")


class PracticeDialogue:
    """Questions one after the other; what was typed or rated is on disk before the next line."""

    def __init__(self, run: "PracticeRun", talk: "Dialogue") -> None:
        self._run = run
        self._talk = talk

    def hold(self) -> None:
        """Go through the questions that are open, then sum up."""
        run, talk = self._run, self._talk
        talk.say(
            trn(
                "Practice {number}: {title}, {n} question",
                "Practice {number}: {title}, {n} questions",
                run.total,
                number=run.state.number,
                title=run.guide.title,
            )
        )
        talk.say(f"{tr('Only you see this; it is no interview.')} {tr(COMMANDS)}")
        try:
            while (index := run.state.current) is not None:
                talk.say()
                self._visit(index)
        except Ended:
            talk.say(
                tr(
                    "Everything is saved: {rated} of {total} answered and rated.",
                    rated=run.state.rated,
                    total=run.total,
                )
            )
            talk.say(tr("Go on with: coach practice {kit} --plain", kit=run.guide.kit))
            return
        talk.say()
        summary(talk, run)

    def _visit(self, index: int) -> None:
        run, talk = self._run, self._talk
        question = run.question(index)
        talk.say(
            tr(
                "Question {number} of {total}. {competency}",
                number=index + 1,
                total=run.total,
                competency=run.competency(index),
            )
        )
        talk.say(question.text)
        if run.given(index) is None:
            self._answer(index)
        self._rate(index)
        self._models(index)

    def _answer(self, index: int) -> None:
        run, talk = self._run, self._talk
        draft = run.draft(index)
        talk.say(
            tr(
                "You have {minutes}. Take up to {seconds} seconds to think.",
                minutes=minutes(run.question(index).minutes),
                seconds=THINKING,
            )
        )
        talk.say(tr("Enter starts the clock. Then speak, or type lines; an empty line ends your answer."))
        if draft.text:
            talk.say(tr("Typed so far, in {time}:", time=clock_text(draft.seconds)))
            talk.say(draft.text, indent="  ")
        talk.ask(tr(COMMANDS))
        started, lines = run.now - timedelta(seconds=draft.seconds), [draft.text] if draft.text else []
        while (line := talk.ask()).strip():
            lines.append(as_text(line))
            run.keep(index, "\n".join(lines), self._since(started))
        given = run.answer(index, "\n".join(lines), self._since(started))
        talk.say(tr("Your answer took {time}.", time=took(given)))

    def _since(self, started: "datetime") -> int:
        return round((self._run.now - started).total_seconds())

    def _rate(self, index: int) -> None:
        run, talk = self._run, self._talk
        talk.say(tr("Rate yourself: which of these did you say or do in full?"))
        for level, anchor in sorted(run.question(index).anchors.items()):
            talk.listed(str(level), strong(anchor))
        talk.say(tr("Your rating, from 1 to 5?"))
        while True:
            try:
                run.rate(index, read_level(talk.ask(tr(COMMANDS))))
            except Unreadable as trouble:
                talk.say(str(trouble))
            else:
                return

    def _models(self, index: int) -> None:
        talk, models = self._talk, self._run.models(index)
        for sample in models:
            talk.say(
                tr("A model answer of a made-up candidate, rated {rating} by experts:", rating=sample.rating)
            )
            talk.say(sample.text, indent="  ")
            talk.say(tr("Why {rating}: {rationale}", rating=sample.rating, rationale=sample.rationale))
        if not models:
            talk.say(tr(NO_MODEL))
        talk.say(tr("Enter goes on."))
        talk.ask()


def summary(talk: "Dialogue", run: "PracticeRun") -> None:
    """Write how a run went by competency, and what to prepare next."""
    talk.say(
        tr(
            "Practice {number}, {title}: {rated} of {total} answered and rated",
            number=run.state.number,
            title=run.guide.title,
            rated=run.state.rated,
            total=run.total,
        )
    )
    for one in run.summed_up():
        talk.listed(
            "-",
            tr(
                "{title}: you gave {rating:g} of {highest}, {time} of {planned}",
                title=one.title,
                rating=one.rating,
                highest=HIGHEST,
                time=clock_text(one.seconds),
                planned=clock_text(one.budget),
            ),
        )
    found = run.advice()
    if found:
        talk.say(tr("Prepare next:"))
    for advice in found:
        _advise(talk, advice)
    if run.state.finished and not found:
        talk.say(tr(NOTHING_NEXT))


def _advise(talk: "Dialogue", advice: "Advice") -> None:
    talk.listed("-", f"{advice.competency}: {advice.question}")
    if advice.level is not None:
        talk.say(
            tr(
                "You gave {rating}. For {level}: {anchor}",
                rating=advice.rating,
                level=advice.level,
                anchor=strong(advice.anchor),
            ),
            indent="     ",
        )
    if advice.over:
        talk.say(
            tr("It was {time} too long: say the result sooner.", time=clock_text(advice.over)),
            indent="     ",
        )
