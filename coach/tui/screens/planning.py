"""Plan an interview: which kit, which candidate, and who asks."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.locale import tr
from coach.services.troubles import is_known
from coach.surface.lit import line, lit
from coach.tui.screens.base import services_of


class PlanningScreen(ModalScreen[str | None]):
    """Answers with the id of the planned interview, or ``None`` when left."""

    DEFAULT_CSS = """
    PlanningScreen { align: center middle; }
    PlanningScreen > .box {
        width: 76; max-width: 96%; height: auto; max-height: 96%;
        padding: 1 2; background: $panel; border: round $secondary;
    }
    PlanningScreen .title { text-style: bold; margin-bottom: 1; }
    PlanningScreen .label { color: $text-muted; margin-top: 1; }
    PlanningScreen OptionList { height: auto; max-height: 8; background: $panel; border: none; padding: 0; }
    PlanningScreen .trouble { color: $text-warning; margin-top: 1; display: none; }
    PlanningScreen .trouble.shown { display: block; }
    PlanningScreen .how { color: $text-muted; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "back")]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(lit(tr("New interview")), classes="title")
            yield Static(lit(tr("Kit")), classes="label")
            yield OptionList()
            yield Static(
                lit(tr("Candidate: a code such as C-014; the name stays out of the record")), classes="label"
            )
            yield Input(id="candidate", placeholder=tr("such as C-014"))
            yield Static(lit(tr("Interviewer")), classes="label")
            yield Input(id="interviewer")
            yield Static(classes="trouble")
            yield Static(
                lit("   ".join((tr("⏎ next"), tr("tab between fields"), tr("esc back")))), classes="how"
            )

    def on_mount(self) -> None:
        from coach.content.library import ContentError

        services = services_of(self)
        kits = self.query_one(OptionList)
        for kit_id in services.library.kits():
            try:
                kit = services.library.kit(kit_id).value
            except ContentError as error:
                kits.add_option(Option(lit(error.brief, "$text-warning"), disabled=True))
                continue
            label = line(
                (kit.title, "bold"), (f"   {kit.role}, {kit.minutes:.0f} " + tr("min"), "$text-muted")
            )
            kits.add_option(Option(label, id=kit_id))
        if not kits.option_count:
            self._complain(tr("There is no kit yet. coach new kit NAME makes one."))
        kits.highlighted = 0
        if kits.option_count == 1:
            self.query_one("#candidate", Input).focus()
        self.query_one("#interviewer", Input).value = services.settings.name

    def on_option_list_option_selected(self, _: OptionList.OptionSelected) -> None:
        self.query_one("#candidate", Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "candidate" and not self._field("interviewer"):
            self.query_one("#interviewer", Input).focus()
            return
        self._plan()

    def _plan(self) -> None:
        """Plan the interview; one that these two have begun with the kit is gone on with instead."""
        chosen = self.query_one(OptionList).highlighted_option
        candidate, interviewer = self._field("candidate"), self._field("interviewer")
        if chosen is None or chosen.id is None:
            self._complain(tr("Choose a kit first."))
            return
        interviews = services_of(self).interviews
        try:
            begun = interviews.unfinished(chosen.id, candidate, interviewer)
            planned = begun or interviews.plan(chosen.id, candidate, interviewer).state.id
        except Exception as error:
            if not is_known(error):
                raise
            self._complain(str(error))
            if not candidate:
                self.query_one("#candidate", Input).focus()
            return
        if begun:
            self.notify(tr("{begun} was not finished, so it goes on.", begun=begun), timeout=6, markup=False)
        self.dismiss(planned)

    def _field(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _complain(self, sentence: str) -> None:
        trouble = self.query_one(".trouble", Static)
        trouble.update(lit(sentence))
        trouble.add_class("shown")
