"""The two declarations before an interview: conflict of interest, and what the candidate was told."""

from typing import TYPE_CHECKING

from coach.core import conduct
from coach.locale import mark, tr
from coach.tui.screens.dialogs import Choose, Write

if TYPE_CHECKING:
    from coach.core.interview import InterviewState
    from coach.tui.screens.live import LiveScreen

CONFLICT_DECLARED = mark(
    "You declared a conflict of interest. The person in charge of the selection decides "
    "whether you hold this interview; until then it should not start."
)
CONSENT_REFUSED = mark(
    "The candidate does not agree to the notes. Clear first with the person in charge of the "
    "selection how the interview can be held, and write down nothing that the candidate did "
    "not agree to."
)


class Declarations:
    """Asks for what is still open, one dialog after the other, and then lets the clock run.

    A declaration that speaks against the interview stops here until somebody says that it is settled.
    """

    def __init__(self, screen: "LiveScreen") -> None:
        self._screen = screen
        self._settled: set[str] = set()
        """Which declarations speak against the interview, which is to go on all the same."""

    @property
    def _state(self) -> "InterviewState":
        return self._screen.state

    def start(self) -> None:
        """Go on with the next thing that is open."""
        if self._state.conflict is None:
            self._declare_conflict()
        elif self._state.conflict and "conflict" not in self._settled:
            self._ask_to_go_on("conflict", tr(CONFLICT_DECLARED))
        elif self._state.consent is None:
            self._record_consent()
        elif not self._state.consent and "consent" not in self._settled:
            self._ask_to_go_on("consent", tr(CONSENT_REFUSED))
        else:
            self._screen.do(conduct.start)

    def _ask_to_go_on(self, declaration: str, text: str) -> None:
        def chosen(answer: str | None) -> None:
            if answer == "on":
                self._settled.add(declaration)
                self.start()

        options = (("stop", tr("Do not start; it stays planned")), ("on", tr("That is settled; go on")))
        self._screen.app.push_screen(Choose(tr("Go on all the same?"), text, options), chosen)

    def _declare_conflict(self) -> None:
        def described(details: str | None) -> None:
            if details:
                self._screen.do(conduct.declare_conflict, conflict=True, details=details)
                self.start()

        def chosen(answer: str | None) -> None:
            if answer == "none":
                self._screen.do(conduct.declare_conflict, conflict=False)
                self.start()
            elif answer == "one":
                title, needed = tr("What is the conflict of interest?"), tr("Describe it in a few words.")
                self._screen.app.push_screen(Write(title, "", needed=needed), described)

        options = (("none", tr("I have no conflict of interest")), ("one", tr("I have one, and describe it")))
        text = self._state.guide.conflict
        self._screen.app.push_screen(Choose(tr("Conflict of interest"), text, options), chosen)

    def _record_consent(self) -> None:
        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._screen.do(conduct.record_consent, given=answer == "yes")
                self.start()

        options = (
            ("yes", tr("The candidate was told and agrees")),
            ("no", tr("The candidate does not agree")),
        )
        text = self._state.guide.consent
        self._screen.app.push_screen(Choose(tr("Notes and consent"), text, options), chosen)
