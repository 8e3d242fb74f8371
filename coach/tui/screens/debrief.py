"""The debrief of a candidate: the largest disagreement first and open, then recommendations and decision."""

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens import debrief_rows as rows
from coach.tui.screens.debrief_asking import ask_composite, ask_decision, ask_reasons, ask_rescore
from coach.tui.screens.paper import PaperScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.panel.debrief_view import DebriefRow, DebriefView


class DebriefScreen(PaperScreen[None]):
    """One candidate of a requisition, as far as the scorecards are revealed to who looks."""

    where = "debrief"
    CSS_PATH = "debrief.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("debrief")]

    class Seen(Message):
        """The debrief as it stands now."""

        def __init__(self, view: "DebriefView") -> None:
            super().__init__()
            self.view = view

    class Failed(Message):
        """What was wished for cannot be done, and why."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    class Weighed(Message):
        """How an outcome would depart from the place by score, in sentences."""

        def __init__(self, outcome: str, departs: tuple[str, ...]) -> None:
            super().__init__()
            self.outcome = outcome
            self.departs = departs

    def __init__(self, requisition: str, candidate: str) -> None:
        super().__init__()
        self.requisition = requisition
        self.candidate = candidate
        self.view: DebriefView | None = None
        self._at = 0
        self._open: str | None = None
        """The competency whose evidence is shown."""

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Debrief"), "bold"), f" · {self.candidate}"), lit(tr("reading …")))
        yield VerticalScroll(classes="body", can_focus=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("evidence")),)
        self.action_reload()

    def action_reload(self) -> None:
        """Read the scorecards beside the interface; that they were seen goes on record."""
        service = self.services.debriefs
        self.do(lambda: service.view(*self.place))

    @work(thread=True, exclusive=True, group="debrief", exit_on_error=False)
    def do(self, wish: "Callable[[], DebriefView]") -> None:
        """Do something about the candidate beside the interface, and show what came of it."""
        from coach.services.troubles import is_known

        try:
            self.post_message(self.Seen(wish()))
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.Failed(error))

    async def on_debrief_screen_seen(self, message: Seen) -> None:
        first = self.view is None
        self.view = message.view
        if first and self.view.rows:
            self._open = self.view.rows[0].competency
        await self._draw()

    async def on_debrief_screen_failed(self, message: Failed) -> None:
        if self.view is not None:
            self.coach.refuse(message.error)
            return
        self.query_one(TopLine).show(right=lit(tr("not revealed")))
        self.query_one(KeyLine).lead = ()
        body = self.query_one(".body", VerticalScroll)
        await body.remove_children()
        await body.mount(Static(lit(str(message.error)), classes="trouble"))

    async def on_resize(self, _: events.Resize) -> None:
        if self.view is not None:
            await self._draw()

    async def _draw(self) -> None:
        view = self.view
        assert view is not None
        body = self.query_one(".body", VerticalScroll)
        layout = self._layout(view)
        async with self.batch():
            await body.remove_children()
            await body.mount(*rows.above(view, layout))
            for index, row in enumerate(view.rows):
                await body.mount(rows.row(view, row, layout, index, here=index == self._at))
                if row.competency == self._open:
                    await body.mount(rows.evidence(view, row, beside=layout.beside))
            await body.mount(*rows.below(view))
        self.query_one(TopLine).show(left=rows.title(view), right=rows.standing(view))
        self.refresh_bindings()

    def _layout(self, view: "DebriefView") -> rows.Layout:
        return rows.Layout.fitting(view, self.size.width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what makes sense at this moment."""
        view = self.view
        match action:
            case "reload" | "back" | "explain" | "page":
                return True
            case _ if view is None:
                return False
            case "open":
                return view.leads and (view.opened_at is None or any(seat.late for seat in view.seats))
            case "decide":
                return view.leads and view.opened_at is not None
            case "rescore" | "recommend":
                return view.attends
            case _:
                return True

    # --- Moving ------------------------------------------------------------------------------------

    @property
    def place(self) -> tuple[str, str]:
        """The requisition and the candidate."""
        return self.requisition, self.candidate

    @property
    def here(self) -> "DebriefRow | None":
        """The competency that the pointer is on."""
        return self.view.rows[self._at] if self.view and self.view.rows else None

    def action_move(self, by: int) -> None:
        view = self.view
        if view is None or not view.rows:
            return
        before, self._at = self._at, max(0, min(len(view.rows) - 1, self._at + by))
        for index in {before, self._at}:
            here = index == self._at
            shown = self.query_one(f"#row-{index}", Static)
            shown.set_class(here, "here")
            shown.update(rows.row_content(view, view.rows[index], self._layout(view), here=here))
        self.query_one(f"#row-{self._at}").scroll_visible(animate=False)

    def action_page(self, by: int) -> None:
        body = self.query_one(".body")
        body.scroll_relative(y=by * max(1, body.size.height - 2), animate=False)

    async def action_evidence(self) -> None:
        """Show the evidence of the competency that the pointer is on, or hide it."""
        if self.here is not None:
            self._open = None if self._open == self.here.competency else self.here.competency
            await self._draw()

    # --- Wishes ------------------------------------------------------------------------------------

    def action_open(self) -> None:
        service = self.services.debriefs
        self.do(lambda: service.open(*self.place))

    def action_rescore(self) -> None:
        if self.here is not None:
            ask_rescore(self, self.here, self.services.settings.profile)

    def action_recommend(self) -> None:
        ask_composite(self)

    def action_decide(self) -> None:
        ask_decision(self)

    @work(thread=True, exclusive=True, group="debrief", exit_on_error=False)
    def weigh(self, outcome: str) -> None:
        """Work out beside the interface how an outcome would depart from the place by score."""
        from coach.services.troubles import is_known

        try:
            departs = self.services.debriefs.departures(*self.place, outcome)
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Weighed(outcome, departs))

    def on_debrief_screen_weighed(self, message: Weighed) -> None:
        ask_reasons(self, message.outcome, message.departs)

    # --- Leaving -----------------------------------------------------------------------------------

    def action_explain(self) -> None:
        from coach.core.panel.debrief_words import HOW
        from coach.core.panel.statistics_words import Section
        from coach.tui.screens.compare_sections import SectionsScreen

        made = Section(title=tr("How each number is made"), lines=tuple(map(tr, HOW)))
        self.app.push_screen(SectionsScreen(tr("Debrief"), lambda: (made,)))

    def action_print(self) -> None:
        reports = self.services.panel_reports
        name = f"{self.requisition}-{self.candidate}-debrief".lower()
        self.print_paper(lambda: reports.group_form(*self.place), f"{name}.pdf")

    def action_back(self) -> None:
        self.dismiss(None)
