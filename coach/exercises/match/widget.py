"""Matching with the keyboard: a letter gives the item that the pointer is on its partner."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import lit
from coach.surface.prose import Prose

from . import LETTERS, NAME, Response, Spec, rights

POINTER = "\u203a"


class SideRow(Horizontal):
    """A left or a right side: a pointer, its number or letter, its partner's sign, and its text."""

    DEFAULT_CSS = """
    SideRow { height: auto; padding: 0 1; max-width: 90; }
    SideRow.current { background: $boost; }
    SideRow .sign { width: 5; color: $text-muted; }
    SideRow.current .sign { color: $text-primary; text-style: bold; }
    SideRow .partner { width: 5; color: $text-muted; }
    SideRow.paired .partner { color: $text-primary; text-style: bold; }
    SideRow .words { width: 1fr; height: auto; }
    SideRow.last { margin-bottom: 1; }
    """

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, sign: str) -> None:
            super().__init__()
            self.sign = sign

    def __init__(self, sign: str, text: str, *, last: bool) -> None:
        super().__init__(classes="last" if last else None)
        self.sign = sign
        self.text = text

    def compose(self) -> ComposeResult:
        yield Static(classes="sign")
        yield Static(classes="partner")
        yield Static(lit(self.text), classes="words")

    def draw(self, partner: str, *, current: bool) -> None:
        """Show the partner's sign, a dash without one, and whether the pointer is here."""
        self.set_class(current, "current")
        self.set_class(bool(partner), "paired")
        self.query_one(".sign", Static).update(lit(f"{POINTER if current else ' '} {self.sign}"))
        self.query_one(".partner", Static).update(lit(partner or "–"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Clicked(self.sign))


class MatchWidget(ExerciseWidget[Spec, Response]):
    """The left sides with their numbers, and below them the right sides with their letters."""

    DEFAULT_CSS = """
    MatchWidget .how { color: $text-muted; margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "pair('a')",
            "pair",
            key_display="a-i",
            tooltip="Give the item the partner with this letter; a second press takes it away.",
        ),
        *(Binding(letter, f"pair({letter!r})", show=False) for letter in LETTERS[1:]),
        Binding("1", "go(1)", "item", key_display="1-9", tooltip="Go to the item with this number."),
        *(Binding(str(number), f"go({number})", show=False) for number in range(2, len(LETTERS) + 1)),
        Binding("up,k", "move(-1)", "up", show=False, tooltip="Go to the item above."),
        Binding("down,j", "move(1)", "down", show=False, tooltip="Go to the item below."),
        Binding("enter", "answer", "answer", tooltip="Hand the answer in.", id=f"{NAME}.answer"),
        Binding("backspace", "part", "take away", tooltip="Take the item's partner away.", id=f"{NAME}.part"),
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
        how = "Go to an item and press the letter of its partner."
        yield Static(lit(how), classes="how")
        for number, pair in enumerate(self.spec.pairs, 1):
            yield SideRow(str(number), pair.left, last=number == len(self.ids))
        for letter, right in self.rights.items():
            yield SideRow(letter, right.text, last=False)
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
            without = "1 item has no partner yet" if left == 1 else f"{left} items have no partner yet"
            self.complain(f"{without}. Go to those marked with a dash and press a letter.")
            return
        self.hand_over(Response(partners={one: self.partners[one] for one in self.ids}))

    def on_side_row_clicked(self, message: SideRow.Clicked) -> None:
        message.stop()
        if not self.open:
            return
        if message.sign in self.rights:
            self.action_pair(message.sign)
        else:
            self.action_go(int(message.sign))

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
            row.draw(signs.get(row.sign, ""), current=self.open and row.sign == str(self.current + 1))


WIDGET = MatchWidget
