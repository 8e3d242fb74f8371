"""Who sits on a panel: members with their roles and what they look at first, and the quorum."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach.core.conduct import Refused
from coach.core.panel.terms import Member, Terms
from coach.locale import mark, tr, trp
from coach.services.drafting import NO_QUORUM
from coach.services.members import ROLES, read_member, role_word
from coach.services.requisition_words import ROLE_HELP, quorum_words
from coach.surface.lit import line, lit
from coach.surface.row import box
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.screens.requisition_rows import HEADING, member_line
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.panel.requisition import RequisitionState
    from coach.tui.app import CoachApp

WHO = mark("The profile they use the program with and their name, such as: dana=Dana Roth")
FOCUS = mark("Competencies they look at first. All ask all questions, and nothing is scored otherwise by it.")
QUORUM = mark("How many scorecards of a candidate must be in for debrief and decision.")
MEMBER, COUNT, DONE = "member:", "quorum", "done"


class PanelScreen(CoachScreen[Terms | None]):
    """Answers with the terms as they are with the panel that was put together, or ``None`` when left.

    ``check`` refuses a panel that could not do its work.
    """

    where = "panel"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    def __init__(self, terms: Terms, check: Callable[[Terms], object]) -> None:
        super().__init__()
        self._terms = terms
        self._check = check

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Panel"), "bold"), f" · {self._terms.title}"))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("change")),)
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        rows, terms = self.query_one(Rows), self._terms
        width = rows.scrollable_content_region.width
        drawn = [Option(lit(tr("Members"), HEADING), disabled=True)]
        drawn += [Option(member_line(terms, one, width), id=f"{MEMBER}{one.id}") for one in terms.members]
        drawn += [Option("", disabled=True), Option(lit(tr("Quorum"), HEADING), disabled=True)]
        drawn.append(Option(lit(f"  {quorum_words(terms.quorum, len(terms.interviewers))}"), id=COUNT))
        rows.fill(drawn)
        rows.focus()

    @property
    def _chosen(self) -> Member | None:
        highlighted = self.query_one(Rows).highlighted_option
        name = (highlighted.id or "") if highlighted is not None else ""
        return self._terms.member(name.removeprefix(MEMBER)) if name.startswith(MEMBER) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == COUNT:
            self._ask_quorum(self._counted)
        elif self._chosen is not None:
            self._ask_role(self._chosen)

    def _ask_quorum(self, then: Callable[[str | None], None]) -> None:
        quorum, most = self._terms.quorum, len(self._terms.interviewers)
        value = "" if quorum == NO_QUORUM else str(quorum)
        text = tr(QUORUM) + " " + tr("From 1 to {most}.", most=most)
        self.app.push_screen(Write(tr("Quorum"), text, value=value), then)

    @told
    def _counted(self, typed: str | None) -> None:
        from coach.services.drafting import read_quorum

        if typed:
            self._put(replace(self._terms, quorum=read_quorum(typed)))

    # --- Members -------------------------------------------------------------------------------------

    def action_add(self) -> None:
        self.app.push_screen(Write(tr("Who joins the panel?"), tr(WHO)), self._named)

    @told
    def _named(self, typed: str | None) -> None:
        if not typed:
            return
        member = read_member(typed, self.services.settings.name_of)
        if self._terms.member(member.id) is not None:
            raise Refused(tr("{id} sits on the panel already. Go to their line to change it.", id=member.id))
        self._ask_role(member)

    def _ask_role(self, member: Member) -> None:
        options = tuple((word, tr(help_)) for word, help_ in ROLE_HELP.items())

        def chosen(word: str | None) -> None:
            if word is not None:
                role, holds = ROLES[word]
                self._ask_focus(replace(member, role=role, holds=holds))

        text = tr("Now: {role}.", role=tr(role_word(member)))
        self.app.push_screen(Choose(tr("What does {name} do?", name=member.name), text, options), chosen)

    def _ask_focus(self, member: Member) -> None:
        """Ask what somebody looks at first, one competency after another, until it is enough."""
        if not member.interviews:
            self._placed(replace(member, focus=()))
            return
        competencies = self._terms.guide.competencies
        ticked = [(one.id, f"{box(ticked=one.id in member.focus)} {one.title}") for one in competencies]
        options = (*ticked, (DONE, trp("dialog", "Done")))

        def chosen(name: str | None) -> None:
            if name is None or name == DONE:
                self._placed(member)
                return
            kept = tuple(one for one in member.focus if one != name)
            self._ask_focus(replace(member, focus=kept if name in member.focus else (*kept, name)))

        self.app.push_screen(Choose(tr("Focus of {name}", name=member.name), tr(FOCUS), options), chosen)

    def _placed(self, member: Member) -> None:
        """Put a member into their place, or at the end."""
        from coach.services.members import with_members

        self._put(replace(self._terms, members=with_members(self._terms.members, (member,))))

    def action_remove(self) -> None:
        if (member := self._chosen) is not None:
            left = tuple(one for one in self._terms.members if one.id != member.id)
            self._put(replace(self._terms, members=left))

    def _put(self, terms: Terms) -> None:
        self._terms = terms
        self._draw()

    def action_save(self) -> None:
        """Be done with the panel; a quorum that nobody has agreed yet is asked for first."""
        if self._terms.quorum == NO_QUORUM and self._terms.interviewers:
            self._ask_quorum(self._counted_last)
        else:
            self._finish()

    def _counted_last(self, typed: str | None) -> None:
        self._counted(typed)
        if self._terms.quorum != NO_QUORUM:
            self._finish()

    @told
    def _finish(self) -> None:
        self._check(self._terms)
        self.dismiss(self._terms)

    def action_back(self) -> None:
        self.dismiss(None)


def ask_panel(app: "CoachApp", state: "RequisitionState", then: Callable[[], object]) -> None:
    """Let the lead change the panel of a requisition; a reason is asked for at the end."""
    from coach.core.panel.opening import open_requisition

    def changed(terms: Terms | None) -> None:
        if terms is not None and terms != state.terms:
            ask_why(terms)

    def ask_why(terms: Terms) -> None:
        @told
        def written(self: "CoachApp", reason: str | None) -> None:
            if reason is not None:
                service = self.services.requisitions
                service.change_panel(state, terms.members, terms.quorum, reason)
                then()
                self.notify(
                    tr("The panel is changed. l lays out the interviews that are missing."), markup=False
                )

        text = tr("Candidates should meet the same people; the reason is kept.")
        app.push_screen(
            Write(tr("Why does the panel change?"), text, needed=tr("A reason is needed.")),
            lambda reason: written(app, reason),
        )

    app.push_screen(PanelScreen(state.terms, open_requisition), changed)
