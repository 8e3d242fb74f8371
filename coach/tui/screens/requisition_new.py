"""A new requisition: one question after another, then everything to look over before it is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.core.panel.opening import open_requisition
from coach.core.panel.terms import Terms, Visibility
from coach.locale import figure, mark, tr, trp
from coach.services import drafting
from coach.services.drafting import Draft
from coach.services.members import with_viewer
from coach.services.requisition_words import VISIBILITIES, terms_words
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.screens.panel import PanelScreen
from coach.tui.screens.requisition_rows import HEADING, member_line, term_line
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.tui.app import CoachApp

Then = Callable[[], object]
ABOUT = mark("Once it is open, only the panel can be changed. ctrl+s opens it.")
UNTITLED = mark("New requisition")
LEAVE = "leave"
COVERAGE = mark(
    "What is not rated is left out and never zero. Below which share of the weight does a "
    "candidate get no place? In percent."
)
RULE = mark("In one line, such as: the panel talks about whoever cannot be told apart. It may stay empty.")
STEPS = ("title", "panel", "visibility", "retention", "coverage", "rule")


class OpeningScreen(CoachScreen[str | None]):
    """Answers with the id of the requisition that was opened, or ``None`` when left."""

    where = "opening"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("opening")]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr(UNTITLED), "bold")), lit(tr("not open yet")))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("change")),)
        self.call_after_refresh(self._draw)
        self.call_after_refresh(self._ask_from, 0)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _ask_from(self, step: int) -> None:
        """Ask for one thing after another; a question that is left ends the row, and all is looked over."""
        if step < len(STEPS):
            self._ask(STEPS[step], lambda: self._ask_from(step + 1))

    @told
    def _draw(self) -> None:
        terms, rows = self._terms, self.query_one(Rows)
        width = rows.scrollable_content_region.width
        drawn = [Option(lit(f"{tr(ABOUT)}\n", "$text-muted"), disabled=True)]
        drawn.append(
            Option(
                term_line(trp("job", "Opening"), self._draft.title or tr("not named yet"), width), id="title"
            )
        )
        steps = ("", "panel", "visibility", "retention", "coverage", "rule")
        for name, (label, words) in zip(steps, terms_words(terms), strict=True):
            drawn.append(Option(term_line(label, words, width), id=name, disabled=not name))
        drawn += [Option("", disabled=True), Option(lit(tr("Panel"), HEADING), disabled=True)]
        drawn += [Option(member_line(terms, one, width), disabled=True) for one in terms.members]
        rows.fill(drawn)
        rows.focus()

    @property
    def _terms(self) -> Terms:
        """The terms as they stand, complete or not."""
        return drafting.terms_of(self.services.library, self._draft)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._ask(event.option.id or "", lambda: None)

    def _put(self, draft: Draft, then: Then) -> None:
        self._draft = draft
        self._draw()
        then()

    # --- One question each ---------------------------------------------------------------------------

    @told
    def _ask(self, step: str, then: Then) -> None:
        match step:
            case "title":
                self._write(
                    tr("What is the opening called?"), tr("Such as: Account executive, Berlin"), "title", then
                )
            case "panel":
                self._ask_panel(then)
            case "visibility":
                options = tuple((one.value, tr(words)) for one, words in VISIBILITIES.items())
                text = tr("Never before the own scorecard is in.")
                self._choose(tr("When do scorecards of others open?"), text, options, "visibility", then)
            case "retention":
                options = drafting.retentions(self.services.library, self._draft.kit)
                text = tr("Orientation, not legal advice. coach countries tells the sources.")
                self._choose(tr("How long are records kept?"), text, options, "retention", then)
            case "coverage":
                self._write(trp("title", "Missing ratings"), tr(COVERAGE), "least_coverage", then)
            case "rule":
                self._write(tr("How is the decision made?"), tr(RULE), "rule", then)
            case _:
                then()

    def _ask_panel(self, then: Then) -> None:
        def changed(terms: Terms | None) -> None:
            if terms is not None:
                self._put(replace(self._draft, members=terms.members, quorum=terms.quorum), then)

        self.app.push_screen(PanelScreen(self._named, open_requisition), changed)

    @property
    def _named(self) -> Terms:
        return replace(self._terms, title=self._draft.title or tr(UNTITLED))

    def _choose(
        self, title: str, text: str, options: tuple[tuple[str, str], ...], field: str, then: Then
    ) -> None:
        def chosen(answer: str | None) -> None:
            if answer is not None:
                value = Visibility(answer) if field == "visibility" else answer
                self._put(replace(self._draft, **{field: value}), then)

        self.app.push_screen(Choose(title, text, options), chosen)

    def _write(self, title: str, text: str, field: str, then: Then) -> None:
        def written(typed: str | None) -> None:
            if typed is not None:
                self._typed(field, typed, then)

        before = getattr(self._draft, field)
        value = figure(before, ".0%") if isinstance(before, float) else before
        self.app.push_screen(Write(title, text, value=value), written)

    @told
    def _typed(self, field: str, typed: str, then: Then) -> None:
        """Take what was typed, or say why not and leave everything to be looked over."""
        value = drafting.read_coverage(typed) if field == "least_coverage" else typed
        draft = replace(self._draft, **{field: value})
        if field == "title":
            drafting.checked(self.services.library, replace(draft, quorum=1))
        self._put(draft, then)

    @told
    def action_save(self) -> None:
        self.dismiss(self.services.requisitions.open(self._draft).id)

    def action_back(self) -> None:
        """Leave, which is asked once there is something to lose."""
        if not self._draft.title:
            self.dismiss(None)
            return

        def left(answer: str | None) -> None:
            if answer == LEAVE:
                self.dismiss(None)

        options = ((LEAVE, tr("Leave; nothing is opened and nothing of this is kept")), ("stay", tr("Stay")))
        self.app.push_screen(Choose(tr("Leave without opening it?"), "", options), left)


@told
def ask_requisition(app: "CoachApp") -> None:
    """Ask for the kit, or for the file of a lead elsewhere; then go to the requisition that there is."""
    library = app.services.library
    kits, troubles = _usable(app)
    options = [(f"kit:{kit}", tr("Open one with {title}", title=library.guide(kit).title)) for kit in kits]
    options.append(("join", tr("Join one with the file that its lead sent")))
    for trouble in troubles[:1]:
        app.notify(trouble, severity="warning", timeout=8, markup=False)

    def chosen(answer: str | None) -> None:
        if answer == "join":
            _ask_file(app)
        elif answer is not None:
            _begin(app, answer.removeprefix("kit:"))

    text = tr("A requisition is an opening with one kit, a panel and candidates: all are asked the same.")
    app.push_screen(Choose(tr(UNTITLED), text, tuple(options)), chosen)


def _usable(app: "CoachApp") -> tuple[list[str], list[str]]:
    """Give the kits that can be used, and what is wrong with the others."""
    from coach.content.library import ContentError

    kits, troubles = [], []
    for kit in app.services.library.kits():
        try:
            app.services.library.guide(kit)
        except ContentError as error:
            troubles.append(tr("{kit} cannot be used: {brief}", kit=kit, brief=error.brief))
        else:
            kits.append(kit)
    return kits, troubles


def _begin(app: "CoachApp", kit: str) -> None:
    """Ask for the terms; once it is open, for its first candidates."""
    settings = app.services.settings
    panel = with_viewer((), settings.profile, settings.name_of)
    draft = Draft(title="", kit=kit, members=panel, quorum=drafting.NO_QUORUM)

    def done(requisition: str | None) -> None:
        if requisition is not None:
            app.open_requisition(requisition, fresh=True)

    app.push_screen(OpeningScreen(draft), done)


def _ask_file(app: "CoachApp") -> None:
    from pathlib import Path

    @told
    def joined(self: "CoachApp", place: str) -> None:
        from coach.services.collecting import read_file

        self.open_requisition(self.services.parcels.join(read_file(Path(place).expanduser())).id)

    text = tr("The place of a file that ends in .requisition.json. The same one again does no harm.")
    app.push_screen(
        Write(tr("Join a requisition"), text, needed=tr("A place is needed."), value=f"{Path.cwd()}/"),
        lambda place: joined(app, place) if place is not None else None,
    )
