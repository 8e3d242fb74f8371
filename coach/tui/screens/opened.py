"""The scorecard of another member of the panel, to be read; nothing can be changed here."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from coach.core.panel.terms import Role
from coach.locale import mark, tr
from coach.tui.actions import bindings
from coach.tui.screens import scorecard_words as words
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.screens.paper import PaperScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.interview import InterviewState
    from coach.core.panel.requisition import RequisitionState
    from coach.core.panel.terms import Member
    from coach.services.standing import Standing
    from coach.tui.app import CoachApp

BEFORE = mark(
    "It is not revealed to you yet. You lead the panel, so you may look before; that goes on "
    "record with your reason, and your own judgement is no longer independent of it."
)
WHOSE = mark("What you read of others goes on record.")


class OpenedScreen(PaperScreen[None]):
    """One scorecard; ``peek`` is the reason of a lead who looks before it is revealed."""

    where = "opened"
    CSS_PATH = "scorecard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("opened")]

    def __init__(self, state: "InterviewState", peek: str | None) -> None:
        super().__init__(classes="sheet-screen")
        self._state = state
        self._peek = peek

    def compose(self) -> ComposeResult:
        yield TopLine(words.title(self._state), words.standing(self._state))
        yield VerticalScroll(*words.parts(self._state, self._state.last_at), classes="body")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(".body").focus()

    def action_scroll(self, by: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=by, animate=False)

    def action_print(self) -> None:
        self.print_paper(
            lambda: self.services.reports.scorecard(self._state.id, peek=self._peek), f"{self._state.id}.pdf"
        )

    def action_back(self) -> None:
        self.dismiss(None)


@told
def ask_whose(app: "CoachApp", state: "RequisitionState", standing: "Standing") -> None:
    """Ask whose scorecard of a candidate to read; what is not revealed says so, whoever it is."""
    viewer = app.services.settings.profile
    others = tuple(member for member in state.terms.interviewers if member.id != viewer)
    if not others:
        app.notify(tr("Nobody else on the panel interviews."))
        return

    def chosen(member: str | None) -> None:
        if member is not None:
            _open(app, state, standing, next(one for one in others if one.id == member))

    options = tuple((member.id, member.name) for member in others)
    app.push_screen(
        Choose(tr("Whose scorecard of {candidate}?", candidate=standing.candidate), tr(WHOSE), options),
        chosen,
    )


@told
def _open(app: "CoachApp", state: "RequisitionState", standing: "Standing", member: "Member") -> None:
    """Open a scorecard, or ask the lead for the reason to look before it is revealed."""
    services = app.services
    card = next((one for one in standing.others if one.member == member.id), None)
    if card is not None:
        app.push_screen(OpenedScreen(services.interviews.state(card.id), None))
        return
    viewer = state.terms.member(services.settings.profile)
    if viewer is None or viewer.role is not Role.LEAD:
        app.notify(_closed(standing, member), severity="warning", timeout=8, markup=False)
        return
    _ask_peek(app, state, standing, member)


def _closed(standing: "Standing", member: "Member") -> str:
    """Say why a scorecard is not shown; it says no more while nothing is revealed."""
    if standing.open:
        return tr(
            "{name} has not handed in a scorecard of {candidate}.",
            name=member.name,
            candidate=standing.candidate,
        )
    return tr(
        "The scorecard of {name} is not revealed to you. Scorecards of others open once your own "
        "is in and enough of the panel's are.",
        name=member.name,
    )


def _ask_peek(app: "CoachApp", state: "RequisitionState", standing: "Standing", member: "Member") -> None:
    from coach.services.streams import panel_interview_id

    interview = panel_interview_id(state.id, standing.candidate, member.id)

    @told
    def written(self: "CoachApp", reason: str | None) -> None:
        if reason is not None:
            seen = self.services.interviews.state(interview, peek=reason)
            self.push_screen(OpenedScreen(seen, reason))

    app.push_screen(
        Write(
            tr("Look before it is revealed: {name}?", name=member.name),
            tr(BEFORE),
            needed=tr("A reason is needed."),
        ),
        lambda reason: written(app, reason),
    )
