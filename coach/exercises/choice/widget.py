"""Choosing with the keyboard: a number, or arrows and enter."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.surface.exercise import ExerciseWidget, mark
from coach.surface.lit import lit
from coach.surface.prose import Prose

from . import NAME, Option, Response, Spec


class OptionRow(Horizontal):
    """One option: a pointer, its number, its text, and after the answer its mark and why."""

    DEFAULT_CSS = """
    OptionRow { height: auto; padding: 0 1; max-width: 90; }
    OptionRow.current { background: $boost; }
    OptionRow .sign { width: 5; color: $text-muted; }
    OptionRow.several .sign { width: 9; }
    OptionRow.current .sign, OptionRow.picked .sign { color: $text-primary; text-style: bold; }
    OptionRow .words { width: 1fr; height: auto; }
    OptionRow .result { display: none; color: $text-muted; margin-bottom: 1; }
    OptionRow.told .result { display: block; }
    OptionRow .mark { display: none; width: 10; }
    OptionRow.told .mark { display: block; }
    """

    class Picked(Message):
        """The option was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, option: Option, *, several: bool) -> None:
        super().__init__(classes="several" if several else None)
        self.number = number
        self.option = option
        self.several = several

    def compose(self) -> ComposeResult:
        yield Static(classes="sign")
        yield Static(classes="mark")
        with Vertical(classes="words"):
            yield Static(lit(self.option.text))
            yield Static(lit(self.option.why), classes="result")

    def draw(self, *, current: bool, picked: bool) -> None:
        """Show where the pointer is and what is picked, in signs as well as in colour."""
        self.set_class(current, "current")
        self.set_class(picked, "picked")
        box = ("[x] " if picked else "[ ] ") if self.several else ""
        pointer = "›" if current else " "
        self.query_one(".sign", Static).update(lit(f"{pointer} {box}{self.number}"))

    def tell(self, *, told: bool) -> None:
        """Show whether the option is right, and why; or hide that again."""
        self.set_class(told, "told")
        if told:
            self.query_one(".mark", Static).update(mark(passed=self.option.correct))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(self.Picked(self.number))


class ChoiceWidget(ExerciseWidget[Spec, Response]):
    """The question with its options below each other."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pick(1)", "choose", key_display="1-9", tooltip="Choose the option with this number."),
        *(Binding(str(number), f"pick({number})", show=False) for number in range(2, 10)),
        Binding("up,k", "move(-1)", "up", show=False, tooltip="Go to the option above."),
        Binding("down,j", "move(1)", "down", show=False, tooltip="Go to the option below."),
        Binding("enter", "answer", "answer", tooltip="Hand the answer in.", id=f"{NAME}.answer"),
        Binding(
            "space", "mark", "mark", tooltip="Mark the option, or take the mark away.", id=f"{NAME}.mark"
        ),
    ]
    can_focus = True

    current: reactive[int] = reactive(1, init=False)

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.picked: set[str] = set()

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        for number, option in enumerate(self.spec.options, 1):
            yield OptionRow(number, option, several=self.spec.several)

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "mark" and not self.spec.several:
            return False
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        count = len(self.spec.options)
        self.current = (self.current - 1 + by) % count + 1
        self.query(OptionRow)[self.current - 1].scroll_visible(animate=False)

    def action_pick(self, number: int) -> None:
        if number > len(self.spec.options):
            return
        self.current = number
        if self.spec.several:
            self.action_mark()

    def action_mark(self) -> None:
        self.picked ^= {self.spec.options[self.current - 1].id}
        self._draw()

    def action_answer(self) -> None:
        picked = self.picked if self.spec.several else {self.spec.options[self.current - 1].id}
        if not picked:
            self.complain("Mark at least one option with its number or the space bar.")
            return
        self.hand_over(Response(picked=tuple(o.id for o in self.spec.options if o.id in picked)))

    def on_option_row_picked(self, message: OptionRow.Picked) -> None:
        message.stop()
        if self.open:
            self.action_pick(message.number)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        self.open = False
        told = {check.id for check in outcome.told(solved=solved)}
        for row in self.query(OptionRow):
            row.tell(told=row.option.id in told)
            row.draw(current=False, picked=row.option.id in response.picked)
        self.complain(outcome.remark)
        self.refresh_bindings()

    def reopen(self) -> None:
        self.open = True
        for row in self.query(OptionRow):
            row.tell(told=False)
        self.complain("")
        self._draw()
        self.refresh_bindings()

    def _draw(self) -> None:
        for row in self.query(OptionRow):
            row.draw(current=row.number == self.current, picked=row.option.id in self.picked)


WIDGET = ChoiceWidget
