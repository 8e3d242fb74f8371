"""Matching with the keyboard: a letter gives the item that the pointer is on its partner."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.keys import arrows, numbers
from coach.surface.lit import lit
from coach.surface.prose import Prose
from coach.surface.row import GivenRow

from . import LETTERS, NAME, Response, Spec, rights


class SideRow(GivenRow):
    """A left side with its number, or a right one with its letter, and its partner's sign."""

    DEFAULT_CSS = """
    SideRow.last { margin-bottom: 1; }
    """

    def __init__(self, number: int, sign: str, text: str, *, last: bool) -> None:
        super().__init__(number, text, classes="last" if last else None)
        self.sign = sign


class MatchWidget(ExerciseWidget[Spec, Response]):
    """The left sides with their numbers, and below them the right sides with their letters."""

    DEFAULT_CSS = """
    MatchWidget .how { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "pair('a')",
            mark("pair"),
            key_display="a-i",
            tooltip=mark("Give the item the partner with this letter; a second press takes it away."),
        ),
        *(Binding(letter, f"pair({letter!r})", show=False) for letter in LETTERS[1:]),
        *numbers("go", mark("item"), mark("Go to the item with this number."), last=len(LETTERS)),
        *arrows("item"),
        Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the answer in."), id=f"{NAME}.answer"),
        Binding(
            "backspace",
            "part",
            mark("take away"),
            tooltip=mark("Take the item's partner away."),
            id=f"{NAME}.part",
        ),
    ]
    can_focus = True

    current: reactive[int] = reactive(0, init=False)
    """The left side that the pointer is on, from 0."""

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.ids = [pair.id for pair in spec.pairs]
        self.rights = {right.letter: right for right in rights(spec, context)}
        self.letters = {right.id: right.letter for right in self.rights.values()}
        self.partners: dict[str, str] = {}
        self.answered: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        how = tr("Go to an item and press the letter of its partner.")
        yield Static(lit(how), classes="how")
        for number, pair in enumerate(self.spec.pairs, 1):
            yield SideRow(number, str(number), pair.left, last=number == len(self.ids))
        for number, (letter, right) in enumerate(self.rights.items(), 1):
            yield SideRow(number, letter, right.text, last=False)
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pair" and parameters[0] not in self.rights:
            return False
        return super().check_action(action, parameters)

    def action_go(self, number: int) -> None:
        if number <= len(self.ids):
            self.current = number - 1
            self.query(SideRow)[self.current].scroll_visible(animate=False)

    def action_move(self, by: int) -> None:
        self.action_go((self.current + by) % len(self.ids) + 1)

    def action_pair(self, letter: str) -> None:
        """Give the current item this partner, from whoever has it; if it has it already, take it away."""
        right, left = self.rights[letter].id, self.ids[self.current]
        if self.partners.get(left) == right:
            self.action_part()
            return
        self.partners = {one: partner for one, partner in self.partners.items() if partner != right}
        self.partners[left] = right
        self._to_next_open()
        self._draw()

    def action_part(self) -> None:
        self.partners.pop(self.ids[self.current], None)
        self._draw()

    def action_answer(self) -> None:
        left = sum(one not in self.partners for one in self.ids)
        if left:
            self.complain(
                trn(
                    "{n} item has no partner yet. Go to those marked with a dash and press a letter.",
                    "{n} items have no partner yet. Go to those marked with a dash and press a letter.",
                    left,
                )
            )
            return
        self.hand_over(Response(partners={one: self.partners[one] for one in self.ids}))

    def on_pointer_row_clicked(self, message: SideRow.Clicked) -> None:
        message.stop()
        row = message.row
        if not self.open:
            return
        if isinstance(row, SideRow) and row.sign in self.rights:
            self.action_pair(row.sign)
        else:
            self.action_go(row.number)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = response.partners
        super().show_outcome(response, outcome, solved=solved)
        self._put(response.partners)

    def reopen(self) -> None:
        super().reopen()
        self._put(self.answered)

    def _put(self, partners: dict[str, str]) -> None:
        """Pair these; ids that the exercise no longer has are left out."""
        known = set(self.letters)
        self.partners = {one: partners[one] for one in self.ids if partners.get(one) in known}
        self._draw()

    def _to_next_open(self) -> None:
        """Move the pointer to the next item without a partner, if there is one."""
        for offset in range(1, len(self.ids)):
            index = (self.current + offset) % len(self.ids)
            if self.ids[index] not in self.partners:
                self.current = index
                return

    def _draw(self) -> None:
        signs = {
            str(number): self.letters.get(self.partners.get(one, ""), "")
            for number, one in enumerate(self.ids, 1)
        }
        signs |= {letter: number for number, letter in signs.items() if letter}
        for row in self.query(SideRow):
            current = self.open and row.sign == str(self.current + 1)
            row.draw(row.sign, signs.get(row.sign, ""), current=current)


WIDGET = MatchWidget
