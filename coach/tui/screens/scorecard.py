"""The scorecard: ratings with their evidence, the score, and the recommendation."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message

from coach.core import conduct
from coach.core.interview import Overall, Phase
from coach.locale import tr
from coach.services.interview import fresh_salt
from coach.store.errors import ChangedElsewhere, StoreError
from coach.surface.lit import lit
from coach.tui.actions import bindings
from coach.tui.screens import scorecard_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.debrief_asking import levels
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.interview import InterviewState
    from coach.services.interview import Desk


class ScorecardScreen(CoachScreen[None]):
    """One scorecard; it can be completed until it is submitted, and amended afterwards."""

    where = "scorecard"
    CSS_PATH = "scorecard.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("scorecard")]

    class Printed(Message):
        """The scorecard was written to a file, or could not be; the sentence says which."""

        def __init__(self, sentence: str, *, done: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.done = done

    def __init__(self, desk: "Desk") -> None:
        super().__init__(classes="sheet-screen")
        self.desk = desk

    def compose(self) -> ComposeResult:
        yield TopLine(lit(""))
        yield VerticalScroll(classes="body")
        yield KeyLine()

    async def on_mount(self) -> None:
        await self._draw()
        self.query_one(".body").focus()

    async def _draw(self) -> None:
        body = self.query_one(".body", VerticalScroll)
        async with self.batch():
            await body.remove_children()
            await body.mount(*words.parts(self.state, self.desk.now))
        self.query_one(TopLine).show(left=words.title(self.state), right=words.standing(self.state))
        self.refresh_bindings()

    @property
    def state(self) -> "InterviewState":
        """The interview as it stands on disk."""
        return self.desk.state

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer only what makes sense at this moment."""
        submitted = self.state.phase is Phase.SUBMITTED
        match action:
            case "edit" | "submit":
                return not submitted
            case "overall":
                return not submitted
            case "amend":
                return submitted
            case _:
                return True

    async def _do(self, wish: Callable[..., conduct.Events], *args: Any) -> None:
        try:
            self.desk.act(wish, *args)
        except ChangedElsewhere:
            self.notify(tr(words.OVERTAKEN), severity="error", timeout=8, markup=False)
        except (conduct.Refused, StoreError) as refusal:
            self.coach.refuse(refusal)
        await self._draw()

    @told
    async def action_reload(self) -> None:
        """Load what was changed in another window."""
        self.desk.reload()
        await self._draw()

    def action_edit(self) -> None:
        from coach.tui.screens.live import LiveScreen

        below = self.app.screen_stack[-2]
        if isinstance(below, LiveScreen):
            self.dismiss(None)
        else:
            self.app.switch_screen(LiveScreen(self.desk))

    def action_overall(self) -> None:
        def chosen(level: str | None) -> None:
            if level is not None:
                self._ask_reason(
                    tr("Why {what}?", what=tr(level)),
                    lambda reason: self._do(conduct.choose_overall, Overall(level), reason),
                )

        self.app.push_screen(
            Choose(tr("Overall recommendation"), tr("Your own judgement, before any discussion."), levels()),
            chosen,
        )

    def _ask_reason(self, title: str, then: Callable[[str], Any]) -> None:
        async def written(reason: str | None) -> None:
            if reason:
                await then(reason)

        self.app.push_screen(Write(title, "", needed=tr("A reason is needed.")), written)

    def action_submit(self) -> None:
        missing = conduct.missing_for_submission(self.state)
        if missing:
            self.coach.refuse(conduct.Refused(tr("Not yet complete: {missing}.", missing="; ".join(missing))))
            return

        async def chosen(answer: str | None) -> None:
            if answer == "submit":
                await self._do(conduct.submit, fresh_salt())

        options = (("submit", tr("Submit and lock the scorecard")), ("not", tr("Not yet")))
        text = tr("Afterwards it can only be amended, with a reason, and the original stays.")
        self.app.push_screen(Choose(tr("Submit this scorecard?"), text, options), chosen)

    def action_amend(self) -> None:
        questions = self.state.guide.questions
        options = (
            *((question.id, words.amendable(self.state, question.id)) for question in questions),
            (
                "",
                tr(
                    "Overall recommendation: {level}",
                    level=tr(self.state.overall) if self.state.overall else "",
                ),
            ),
        )

        def chosen(question: str | None) -> None:
            if question == "":
                self._amend_overall()
            elif question is not None:
                self._amend_rating(question)

        self.app.push_screen(Choose(tr("What is to be corrected?"), "", options), chosen)

    def _amend_rating(self, question: str) -> None:
        options = (
            *((str(level), tr("Rate it {level}", level=level)) for level in range(1, 6)),
            ("none", tr("Not assessed")),
        )

        def chosen(answer: str | None) -> None:
            if answer is not None:
                rating = None if answer == "none" else int(answer)
                self._ask_reason(
                    tr("Why does the rating change?"),
                    lambda reason: self._do(conduct.amend_rating, question, rating, reason),
                )

        self.app.push_screen(Choose(tr("The rating should be"), "", options), chosen)

    def _amend_overall(self) -> None:
        def chosen(level: str | None) -> None:
            if level is not None:
                self._ask_reason(
                    tr("Why does the recommendation change?"),
                    lambda reason: self._do(conduct.amend_overall, Overall(level), reason),
                )

        self.app.push_screen(Choose(tr("The recommendation should be"), "", levels()), chosen)

    def action_print(self) -> None:
        def chosen(place: str | None) -> None:
            if place:
                self.notify(tr("Printing …"), timeout=2)
                self.print_to(Path(place).expanduser())

        proposal = Path.cwd() / f"{self.state.id}.pdf"
        title, text = tr("Where should the PDF go?"), tr("A file that is there stays as it is.")
        self.app.push_screen(Write(title, text, needed=tr("A place is needed."), value=str(proposal)), chosen)

    @work(thread=True, exclusive=True, group="print", exit_on_error=False)
    def print_to(self, target: Path) -> None:
        """Write the PDF beside the interface."""
        from coach.export import ExportFailed, Format, render
        from coach.services.printing import PrintError, write_file

        try:
            rendered = render(self.services.reports.scorecard(self.state.id), Format.PDF)
            write_file(target, rendered.data, replace=False)
        except (ExportFailed, PrintError, StoreError) as error:
            self.post_message(self.Printed(str(error), done=False))
            return
        self.post_message(
            self.Printed(" ".join((tr("Written: {target}.", target=target), *rendered.notes)), done=True)
        )

    def on_scorecard_screen_printed(self, message: Printed) -> None:
        self.notify(
            message.sentence, severity="information" if message.done else "error", timeout=8, markup=False
        )

    def action_back(self) -> None:
        self.dismiss(None)
