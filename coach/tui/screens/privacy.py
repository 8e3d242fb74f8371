"""What is kept about candidates: until when, what holds it, and what can be done about it."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList

from coach.locale import mark, tr, trp
from coach.services.privacy import Call
from coach.services.privacy_words import access_name, due_text
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import STANDARD
from coach.tui.screens.paper import PaperScreen
from coach.tui.screens.privacy_asks import PrivacyAsks
from coach.tui.screens.privacy_rows import privacy_rows
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.panel.access import AccessExport
    from coach.services.privacy import Due

NO_RECORD = mark("Go to a candidate first.")
ALONE = mark(
    "An interview that belongs to no requisition has no delete-by day, hold or log. You can "
    "erase it, with e, and print its scorecard."
)


class PrivacyScreen(PaperScreen[None]):
    """Records that the viewer looks after, of one requisition or of all; enter asks what to do with one."""

    where = "privacy"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("privacy")]

    def __init__(self, requisition: str = "") -> None:
        super().__init__()
        self._requisition = requisition
        self._records: tuple[Due, ...] | None = None

    def compose(self) -> ComposeResult:
        if self._requisition:
            title = line((trp("screen", "Records"), "bold"), f" · {self._title}")
        else:
            title = line((tr("Records of candidates"), "bold"))
        yield TopLine(title)
        yield Rows()
        yield KeyLine()

    @property
    def _title(self) -> str:
        """The requisition's title, or its id where the viewer may not know it."""
        found = self.services.requisitions.gate.requisition(self._requisition)
        return found.terms.title if found is not None else self._requisition

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("choose")),)

    def on_screen_resume(self) -> None:
        self._read()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    @told
    def _read(self) -> None:
        """Read how everything stands, and show it."""
        service, wanted = self.services.privacy, self._requisition
        found = tuple(one for one in service.all() if wanted in ("", one.requisition))
        self._records = found if wanted else (*found, *service.alone())
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._records is None:
            return
        rows = self.query_one(Rows)
        width = rows.scrollable_content_region.width
        rows.fill(privacy_rows(self._records, width, alone=bool(self._requisition)))
        rows.focus()
        count = sum(one.call is Call.GO for one in self._records)
        wide = self.size.width >= STANDARD
        self.query_one(TopLine).show(right=lit(due_text(count) if wide else tr("{count} to go", count=count)))
        self.refresh_bindings()

    @property
    def _chosen(self) -> "Due | None":
        """The record that the pointer is on."""
        at = self.query_one(Rows).highlighted_option
        return None if at is None or at.id is None or self._records is None else self._records[int(at.id)]

    @property
    def _asks(self) -> PrivacyAsks:
        return PrivacyAsks(self.coach, self._read, self._hand_out)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer something to do where there is a record."""
        return action == "back" or bool(self._records)

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        if (one := self._chosen) is not None:
            self._asks.what(one)

    def _of_candidate(self, act: "Callable[[Due], object]") -> None:
        one = self._chosen
        if one is None:
            self.notify(tr(NO_RECORD))
        elif one.interview:
            self.notify(tr(ALONE), timeout=8, markup=False)
        else:
            act(one)

    def action_log(self) -> None:
        self._of_candidate(self._asks.log)

    def action_date(self) -> None:
        self._of_candidate(self._asks.date)

    def action_hold(self) -> None:
        self._of_candidate(self._asks.hold)

    def action_hand_out(self) -> None:
        self._of_candidate(self._asks.hand_out)

    def action_erase(self) -> None:
        if (one := self._chosen) is not None:
            self._asks.erase(one)
        else:
            self.notify(tr(NO_RECORD))

    def _hand_out(self, export: "AccessExport") -> None:
        """Write what a candidate is given as a PDF."""
        from coach.export.documents.access import access_bundle

        self.print_paper(lambda: access_bundle(export), f"{access_name(export)}.pdf")

    def action_back(self) -> None:
        self.dismiss(None)
