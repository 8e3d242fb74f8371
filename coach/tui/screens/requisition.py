"""A requisition: its candidates with what the viewer may see of them, its panel, what was agreed."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList

from coach.core.interview import Phase
from coach.core.panel.terms import Role
from coach.locale import mark, tr
from coach.services.standing import standings
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.requisition_asks import Asks
from coach.tui.screens.requisition_rows import CANDIDATE, PANEL, TERMS, requisition_rows
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.core.panel.requisition import RequisitionState
    from coach.services.standing import Standing

FOR_LEAD = ("add", "lay_out", "collect", "panel", "drop", "expect")
NO_INTERVIEW = mark("You hold no interview of this candidate. The lead lays interviews out, with l.")
AGREED = mark("This was agreed before anybody was interviewed, and holds for all candidates.")
YOU = {
    Role.LEAD: mark("lead"),
    Role.INTERVIEWER: mark("interviewer"),
    Role.OBSERVER: mark("observer"),
    Role.HR: mark("hr"),
}
NO_CANDIDATE = mark("Go to a candidate first.")


class RequisitionScreen(CoachScreen[None]):
    """Enter opens the viewer's own interview of a candidate."""

    where = "requisition"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("requisition")]

    def __init__(self, requisition: str, *, fresh: bool = False) -> None:
        """``fresh`` asks for candidates at once."""
        super().__init__()
        self._fresh = fresh
        self._requisition = requisition
        self._state: RequisitionState | None = None
        self._standings: Sequence[Standing] = ()

    def compose(self) -> ComposeResult:
        yield TopLine(lit(self._requisition))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")),)

    def on_screen_resume(self) -> None:
        self._read()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @told
    def _read(self) -> None:
        """Read how everything stands, and show it."""
        service = self.services.requisitions
        self._state = service.state(self._requisition)
        self._standings = standings(service, self._state)
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        state = self._state
        if state is None:
            return
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        rows.fill(requisition_rows(state, self._standings, width, lead=self._role is Role.LEAD))
        rows.focus()
        role = tr("you: {role}", role=tr(YOU[self._role]) if self._role is not None else "")
        self.query_one(TopLine).show(
            left=line((state.terms.title, "bold"), f" · {state.terms.guide.title}"), right=lit(role)
        )
        self.refresh_bindings()
        if self._fresh:
            self._fresh = False
            self.action_add()

    @property
    def _role(self) -> Role | None:
        member = self._state.terms.member(self.services.settings.profile) if self._state else None
        return member.role if member else None

    @property
    def _chosen(self) -> "Standing | None":
        """The candidate that the pointer is on."""
        highlighted = self.query_one(Rows).highlighted_option
        name = (highlighted.id or "") if highlighted is not None else ""
        return next((one for one in self._standings if name == f"{CANDIDATE}{one.candidate}"), None)

    @property
    def _asks(self) -> Asks:
        assert self._state is not None
        return Asks(self.coach, self._state, self._read)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what this member can do."""
        if action in FOR_LEAD:
            return self._role is Role.LEAD
        if action in ("identity", "privacy"):
            return self._role in (Role.LEAD, Role.HR)
        if action == "hand_in":
            return any(one.submitted for one in self._standings)
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == PANEL and self._role is Role.LEAD:
            self.action_panel()
        elif event.option.id in (PANEL, TERMS):
            self.notify(tr(AGREED))
        elif self._chosen is not None and self._chosen.own is not None:
            self.coach.open_interview(self._chosen.own.id)
        else:
            self.notify(tr(NO_INTERVIEW))

    # --- One candidate -------------------------------------------------------------------------------

    def _candidate(self) -> "Standing | None":
        """Return the candidate that the pointer is on, or ask for one to be chosen."""
        if self._chosen is None:
            self.notify(tr(NO_CANDIDATE))
        return self._chosen

    def action_others(self) -> None:
        from coach.tui.screens.opened import ask_whose

        if (one := self._candidate()) is not None and self._state is not None:
            ask_whose(self.coach, self._state, one)

    @told
    def action_debrief(self) -> None:
        from coach.tui.screens.debrief import DebriefScreen

        if (one := self._candidate()) is not None:
            self.app.push_screen(DebriefScreen(self._requisition, one.candidate))

    @told
    def action_identity(self) -> None:
        if (one := self._candidate()) is not None:
            self._asks.identity(one.candidate)

    def action_expect(self) -> None:
        if (one := self._candidate()) is not None:
            self._asks.expect(one.candidate)

    @told
    def action_hand_in(self) -> None:
        one = self._candidate()
        if one is not None and one.own is not None and one.own.phase is Phase.SUBMITTED:
            self._asks.hand_in(one.own.id)
        elif one is not None:
            self.notify(
                tr("Your own scorecard of this candidate is not submitted yet, so it cannot be handed in.")
            )

    # --- The whole requisition -----------------------------------------------------------------------

    @told
    def action_compare(self) -> None:
        from coach.tui.screens.compare import CompareScreen

        self.app.push_screen(CompareScreen(self._requisition))

    def action_privacy(self) -> None:
        self.coach.open_privacy(self._requisition)

    def action_add(self) -> None:
        self._asks.add()

    @told
    def action_lay_out(self) -> None:
        self._asks.lay_out()

    def action_drop(self) -> None:
        self._asks.drop()

    def action_collect(self) -> None:
        self._asks.collect()

    def action_invite(self) -> None:
        self._asks.invite()

    def action_panel(self) -> None:
        from coach.tui.screens.panel import ask_panel

        if self._state is not None:
            ask_panel(self.coach, self._state, self._read)

    def action_back(self) -> None:
        self.dismiss(None)
