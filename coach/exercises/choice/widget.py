"""Choosing with the keyboard: a number, or arrows and enter; then, if asked, how sure one is."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.calibration import LEVELS
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trp
from coach.surface.exercise import ExerciseWidget
from coach.surface.exercise import mark as judged
from coach.surface.keys import arrows, numbers
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.row import PointerRow, box, pointer

from . import NAME, Option, Response, Spec, in_order, shown

WHILE_ASKING = ("say_sure", "lean", "reconsider")
"""What the keys do while it is asked how sure one is, beside moving and handing in."""

INSTEAD = ("pick", "mark")
"""What they do before."""


class OptionRow(PointerRow):
    """One option: a pointer, its number, its text, and after the answer its mark and why."""

    DEFAULT_CSS = """
    OptionRow.several .sign { width: 9; }
    OptionRow.picked .sign { color: $text-primary; text-style: bold; }
    OptionRow .result { display: none; color: $text-muted; margin-bottom: 1; }
    OptionRow.told .result { display: block; }
    OptionRow .mark { display: none; width: 10; }
    OptionRow.told .mark { display: block; }
    """

    def __init__(self, number: int, option: Option, *, several: bool) -> None:
        super().__init__(number, option.text, classes="several" if several else None)
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
        self.set_class(picked, "picked")
        sign = f"{box(ticked=picked)} " if self.several else ""
        self.point(f"{sign}{self.number}", current=current)

    def tell(self, *, told: bool) -> None:
        """Show whether the option is right, and why; or hide that again."""
        self.set_class(told, "told")
        if told:
            self.query_one(".mark", Static).update(judged(passed=self.option.correct))


class SureLine(Static):
    """The question how sure one is, with its three answers."""

    DEFAULT_CSS = """
    SureLine { display: none; margin: 1 0 0 1; }
    SureLine.asked { display: block; }
    """

    def draw(self, *, asked: bool, certainty: int | None) -> None:
        """Ask, or hide; a pointer stands at the level that was said, if one was."""
        self.set_class(asked, "asked")
        said = (trp("how sure", "guess"), trp("how sure", "fairly"), trp("how sure", "very"))
        words = zip(LEVELS, said, strict=True)
        levels = [
            (f"  {pointer(here=level == certainty)}{level} {word}", "bold" if level == certainty else "")
            for level, word in words
        ]
        self.update(line(tr("How sure are you?"), *levels))


class ChoiceWidget(ExerciseWidget[Spec, Response]):
    """The question with its options below each other.

    Where it is asked how sure one is, enter asks it and a number hands the answer over. On another
    try the last certainty stands until another option is picked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("pick", mark("choose"), mark("Choose the option with this number.")),
        *arrows("option"),
        *numbers("say_sure", mark("how sure"), mark("Say how sure you are: 1, 2 or 3."), last=LEVELS[-1]),
        Binding("left", "lean(-1)", mark("less sure"), show=False, tooltip=mark("Be less sure.")),
        Binding("right", "lean(1)", mark("surer"), show=False, tooltip=mark("Be surer.")),
        Binding(
            "backspace",
            "reconsider",
            mark("options"),
            tooltip=mark("Go back to the options."),
            id=f"{NAME}.reconsider",
        ),
        Binding("enter", "answer", mark("answer"), tooltip=mark("Hand the answer in."), id=f"{NAME}.answer"),
        Binding(
            "space",
            "mark",
            mark("mark"),
            tooltip=mark("Mark the option, or take the mark away."),
            id=f"{NAME}.mark",
        ),
    ]
    can_focus = True

    current: reactive[int] = reactive(0, init=False)
    """The option that the pointer is on, from 1; 0 before any was chosen, so that a key too many answers
    nothing."""

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.options = shown(spec, context)
        self.picked: set[str] = set()
        self.certainty: int | None = None
        self.asking = False
        """Whether it is asked now how sure one is."""

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        for number, option in enumerate(self.options, 1):
            yield OptionRow(number, option, several=self.spec.several)
        yield SureLine()

    def on_mount(self) -> None:
        self._draw()

    def watch_current(self) -> None:
        if not self.spec.several:
            self.certainty = None
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "mark" and not self.spec.several:
            return False
        if action in (INSTEAD if self.asking else WHILE_ASKING):
            return False
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        self._ask(asking=False)
        start = self.current - 1 if self.current else (-1 if by > 0 else 0)
        self.current = (start + by) % len(self.options) + 1
        self.query(OptionRow)[self.current - 1].scroll_visible(animate=False)

    def action_pick(self, number: int) -> None:
        if number > len(self.options):
            return
        self.current = number
        if self.spec.several:
            self.action_mark()

    def action_mark(self) -> None:
        if not self.current:
            self.current = 1
        self.picked ^= {self.options[self.current - 1].id}
        self.certainty = None
        self._draw()

    def action_say_sure(self, level: int) -> None:
        self.certainty = level
        self.action_answer()

    def action_lean(self, by: int) -> None:
        self.certainty = max(LEVELS[0], min(LEVELS[-1], (self.certainty or 0) + by))
        self._draw()

    def action_reconsider(self) -> None:
        self._ask(asking=False)

    def action_answer(self) -> None:
        picked = self.picked if self.spec.several else self._pointed_at()
        if not picked and self.spec.several:
            self.complain(tr("Mark at least one option with its number or the space bar."))
        elif not picked:
            self.complain(tr("Choose an option first, with its number or the arrows."))
        elif not self.spec.certainty or self.certainty is not None:
            self.hand_over(Response(picked=in_order(self.spec, picked), certainty=self.certainty))
        elif self.asking:
            self.complain(tr("Press 1, 2 or 3 to say how sure you are."))
        else:
            self._ask(asking=True)

    def _pointed_at(self) -> set[str]:
        return {self.options[self.current - 1].id} if self.current else set()

    def on_pointer_row_clicked(self, message: OptionRow.Clicked) -> None:
        message.stop()
        if self.open:
            self._ask(asking=False)
            self.action_pick(message.row.number)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        self.open = False
        self._ask(asking=False)
        told = {check.id for check in outcome.told(solved=solved)}
        for row in self.query(OptionRow):
            row.tell(told=row.option.id in told)
            row.draw(current=False, picked=row.option.id in response.picked)
        self.complain(outcome.remark)

    def reopen(self) -> None:
        self.open = True
        for row in self.query(OptionRow):
            row.tell(told=False)
        self.complain("")
        self._draw()
        self.refresh_bindings()

    def _ask(self, *, asking: bool) -> None:
        """Ask how sure one is, or go back to the options."""
        self.asking = asking
        self.complain("")
        self._draw()
        self.refresh_bindings()
        if asking:
            self.call_after_refresh(self.query_one(SureLine).scroll_visible, animate=False)

    def _draw(self) -> None:
        for row in self.query(OptionRow):
            row.draw(current=row.number == self.current, picked=row.option.id in self.picked)
        said = self.open and self.certainty is not None
        self.query_one(SureLine).draw(asked=self.asking or said, certainty=self.certainty)


WIDGET = ChoiceWidget
