"""A requisition opened line by line: one question at a time, read back whole before it is opened."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from coach.cli.plain.dialogue import Ended
from coach.cli.plain.requisition_words import tell_members, tell_terms
from coach.cli.plain.typed import meant
from coach.core.panel.terms import Visibility
from coach.locale import tr
from coach.services import drafting
from coach.services.drafting import Draft
from coach.services.members import EXAMPLE, FORM, ROLES, read_member, with_viewer
from coach.services.requisition_words import VISIBILITIES
from coach.services.troubles import is_known

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.requisition import RequisitionState
    from coach.core.panel.terms import Member
    from coach.services import Services

T = TypeVar("T")


class OpeningDialogue:
    """Asks for the terms, then opens the requisition; ``.q`` leaves without having opened anything."""

    def __init__(self, services: "Services", talk: "Dialogue") -> None:
        self._services = services
        self._talk = talk

    def hold(self) -> None:
        """Ask until the requisition is open or the person leaves."""
        talk = self._talk
        talk.say(tr("A new requisition. Each line answers one question; .q leaves and opens nothing."))
        try:
            state = self._opened()
        except Ended:
            state = None
        if state is None:
            talk.say(tr("Nothing was opened."))
            return
        talk.say(tr("Requisition {id} is open.", id=state.id))
        try:
            self._fill(state)
        except Ended:
            talk.say(tr("Go on with: coach requisition show {id}", id=state.id))

    def _opened(self) -> "RequisitionState | None":
        """Ask for the terms, read them back, and open the requisition if that is wished."""
        draft = self._terms()
        terms = drafting.checked(self._services.library, draft)
        self._talk.say()
        self._talk.say(terms.title)
        tell_terms(self._talk, terms)
        tell_members(self._talk, terms)
        if not self._yes(tr("Open it so? Nothing of this can be changed later but the panel.")):
            return None
        return self._services.requisitions.open(draft)

    # --- The terms, one after another ----------------------------------------------------------------

    def _terms(self) -> Draft:
        """Ask for everything; each answer is checked with what is known by then."""
        me = with_viewer((), self._services.settings.profile, self._services.settings.name_of)
        kit = self._pick(tr("Which kit are all interviews held with?"), self._kits())
        draft = Draft(title="-", kit=kit, members=me, quorum=1)
        draft = self._typed(
            tr("What is the opening called? Such as: Account executive, Berlin"), draft, _title
        )
        draft = self._members(draft)
        interviewers = sum(member.interviews for member in draft.members)
        draft = self._typed(
            tr(
                "Quorum: how many scorecards of a candidate must be in? From 1 to {most}.",
                most=interviewers,
            ),
            draft,
            _quorum,
        )
        shown = [(one.value, f"{one.value}: {tr(words)}") for one, words in VISIBILITIES.items()]
        visibility = self._pick(tr("When may members see the scorecards of the others?"), shown)
        draft = replace(draft, visibility=Visibility(visibility))
        known = drafting.retentions(self._services.library, kit)
        draft = replace(draft, retention=self._pick(tr("How long are records kept?"), known))
        draft = self._typed(
            tr(
                "What is not rated is left out and never zero. Below which share of the weight does a "
                "candidate get no place? A percentage, such as 80."
            ),
            draft,
            _coverage,
        )
        self._talk.say(tr("How is the decision made, in one line? Enter alone leaves it open."))
        return replace(draft, rule=self._talk.ask().strip())

    def _members(self, draft: Draft) -> Draft:
        """Take members until an empty line; a panel that does not fit together is begun again."""
        talk, name_of = self._talk, self._services.settings.name_of
        focus = ", ".join(one.id for one in self._services.library.guide(draft.kit).competencies)
        talk.say(tr("Who else sits on the panel? One a line, as {form}, such as", form=FORM))
        talk.say(tr("{example}. All but the id may be left out.", example=EXAMPLE), indent="    ")
        talk.say(tr("Roles: {roles}. Focus: {focus}.", roles=", ".join(ROLES), focus=focus))
        talk.say(tr("You lead, unless you write yourself in with another role. An empty line ends."))
        while True:
            panel: list[Member] = []
            while line := talk.ask().strip():
                if member := self._granted(partial(read_member, line, name_of)):
                    panel.append(member)
            whole = with_viewer(panel, self._services.settings.profile, name_of)
            wish = replace(draft, members=whole)
            if self._granted(partial(drafting.checked, self._services.library, wish)):
                return wish
            talk.say(tr("Begin again with the first member."))

    def _kits(self) -> list[tuple[str, str]]:
        """List the kits that can be used."""
        library = self._services.library
        found = []
        for name in library.kits():
            try:
                found.append((name, f"{name}: {library.guide(name).title}"))
            except Exception as error:
                if not is_known(error):
                    raise
                self._talk.say(tr("{name} cannot be used: {error}", name=name, error=error))
        if not found:
            self._talk.say(tr("There is no kit yet. coach new kit NAME starts one."))
            raise Ended
        return found

    def _fill(self, state: "RequisitionState") -> None:
        """Add candidates, and lay the interviews out if that is wished."""
        talk, service = self._talk, self._services.requisitions
        talk.say(tr("Candidates by their codes, with blanks between them, such as: C-014 C-015"))
        talk.say(tr("Enter alone adds none now."))
        while codes := drafting.read_codes(talk.ask().split()):
            if added := self._granted(partial(service.add_candidates, state, codes)):
                state = added
                break
        count = len(state.present) * len(state.terms.interviewers)
        if count and self._yes(tr("Lay out all {count} interviews now?", count=count)):
            for name in service.lay_out(state):
                talk.say(name)
        talk.say(tr("See it with: coach requisition show {id}", id=state.id))

    # --- Asking --------------------------------------------------------------------------------------

    def _granted(self, wish: Callable[[], T]) -> T | None:
        """Do one thing and return what comes of it, or say why it cannot be done."""
        try:
            return wish()
        except Exception as error:
            if not is_known(error):
                raise
            self._talk.say(str(error))
            return None

    def _typed(self, question: str, draft: Draft, read: Callable[[Draft, str], Draft]) -> Draft:
        """Ask until the answer makes a draft that could be opened."""
        self._talk.say(question)
        while True:
            changed = self._granted(partial(read, draft, self._talk.ask()))
            if changed and self._granted(partial(drafting.checked, self._services.library, changed)):
                return changed

    def _pick(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        """Ask for one of some things by its number or its id; with only one, that is taken and said."""
        talk = self._talk
        if len(options) == 1:
            talk.say(f"{question} {tr('There is one: {option}', option=options[0][1])}")
            return options[0][0]
        talk.say(question)
        for number, (_, words) in enumerate(options, 1):
            talk.listed(str(number), words)
        while True:
            line = talk.ask().strip()
            if line in map(str, range(1, len(options) + 1)):
                return options[int(line) - 1][0]
            if line and line in dict(options):
                return line
            talk.say(tr("Type a number from 1 to {most}.", most=len(options)))

    def _yes(self, question: str) -> bool:
        self._talk.say(f"{question} {tr('Type yes or no.')}")
        while (answer := meant(self._talk.ask())) is None:
            self._talk.say(tr("Type yes or no."))
        return answer


def _title(draft: Draft, line: str) -> Draft:
    return replace(draft, title=line.strip())


def _quorum(draft: Draft, line: str) -> Draft:
    return replace(draft, quorum=drafting.read_quorum(line))


def _coverage(draft: Draft, line: str) -> Draft:
    return replace(draft, least_coverage=drafting.read_coverage(line))
