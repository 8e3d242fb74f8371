"""What the live screen asks back: a probe, other words, a reason, whether the conversation is over."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coach.core import conduct
from coach.locale import mark, tr
from coach.tui.screens.dialogs import Choose, Write

if TYPE_CHECKING:
    from coach.tui.screens.live import LiveScreen

OTHER = mark("Another reason …")
NOT_ASSESSED = (mark("Time ran out"), mark("Not asked"), mark("The answer gave no evidence"), OTHER)
SKIPPED = (
    mark("Time ran out"),
    mark("Already answered earlier"),
    mark("Does not apply to this candidate"),
    OTHER,
)


class Asking:
    """Small dialogs about the question at hand; each does its thing at once when it is answered."""

    def __init__(self, screen: "LiveScreen") -> None:
        self._screen = screen

    def probe(self) -> None:
        """Ask which probe was put."""
        state = self._screen.state
        question = state.guide.question(state.place)
        used = state.entry(question.id).probes
        options = tuple(
            (str(number), tr("used: {probe}", probe=probe) if number in used else probe)
            for number, probe in enumerate(question.probes)
        )

        def chosen(number: str | None) -> None:
            if number is not None:
                self._screen.do(conduct.probe, question.id, int(number))

        title, text = tr("Which probe did you use?"), tr("Choosing a used one takes it back.")
        self._screen.app.push_screen(Choose(title, text, options), chosen)

    def reword(self) -> None:
        """Ask for the words in which the question was put."""
        place = self._screen.state.place

        def written(wording: str | None) -> None:
            if wording is not None:
                self._screen.do(conduct.ask, place, wording)

        text = tr("Every candidate should get the same question; write down what was different.")
        value = self._screen.state.entry(place).reworded
        self._screen.app.push_screen(Write(tr("In which words did you ask?"), text, value=value), written)

    def not_assessed(self) -> None:
        """Ask why there is nothing to rate."""
        done = partial(self._screen.do, conduct.not_assessed, self._screen.state.place)
        self._reason(tr("Why is there nothing to rate?"), NOT_ASSESSED, done)

    def skip(self) -> None:
        """Ask why the question is left out."""
        done = partial(self._screen.do, conduct.skip, self._screen.state.place)
        self._reason(tr("Why is the question left out?"), SKIPPED, done)

    def end(self) -> None:
        """Ask whether the conversation is over, unless that is known, and go to the scorecard if it is."""
        if self._screen.state.ended_at is not None:
            self._to_scorecard()
            return

        def chosen(answer: str | None) -> None:
            if answer == "end" and self._screen.act(conduct.end):
                self._to_scorecard()

        options = (("end", tr("End the conversation and go to the scorecard")), ("on", tr("Go on")))
        text = tr("The clock stops. Notes and ratings can still be completed afterwards.")
        self._screen.app.push_screen(Choose(tr("Is the conversation over?"), text, options), chosen)

    def _to_scorecard(self) -> None:
        from coach.tui.screens.scorecard import ScorecardScreen

        self._screen.app.switch_screen(ScorecardScreen(self._screen.desk))

    def _reason(self, title: str, reasons: tuple[str, ...], then: Callable[[str], None]) -> None:
        """Ask for a reason, ready-made or in one's own words, then go on with it."""
        options = tuple((tr(one), tr(one)) for one in reasons)

        def written(reason: str | None) -> None:
            if reason:
                then(reason)

        def chosen(reason: str | None) -> None:
            if reason == tr(OTHER):
                self._screen.app.push_screen(Write(title, "", needed=tr("A reason is needed.")), written)
            elif reason:
                then(reason)

        self._screen.app.push_screen(Choose(title, "", options), chosen)
