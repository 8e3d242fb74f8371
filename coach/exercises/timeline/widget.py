"""The meeting with the keyboard: numbers put cards on the minutes, then answer what happens."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr
from coach.surface.exercise import ExerciseWidget
from coach.surface.keys import numbers
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.row import GivenRow

from . import words
from .plan import own_plan
from .planner import Planner
from .spec import NAME, Response, Spec

MOST = 9
"""Rows that are kept ready: cards, or reactions, of which there are fewer."""


class CardRow(GivenRow):
    """A card with its minutes, or a reaction, which has none."""

    DEFAULT_CSS = """
    CardRow .given { width: 8; }
    """

    def show(self, told: words.Row, *, current: bool) -> None:
        """Show a card or a reaction."""
        self.draw(told.number, told.when or "", current=current)
        self.query_one(".given").display = told.when is not None
        self.reword(told.text)


class TimelineWidget(ExerciseWidget[Spec, Response]):
    """The minutes of the meeting, the cards, and one after the other what happens."""

    DEFAULT_CSS = """
    TimelineWidget .how { color: $text-muted; margin-bottom: 1; max-width: 90; }
    TimelineWidget .bar { height: auto; }
    TimelineWidget .room { color: $text-muted; margin-bottom: 1; }
    TimelineWidget .event { margin-bottom: 1; max-width: 90; }
    TimelineWidget .done { margin-top: 1; max-width: 90; }
    TimelineWidget .final { margin-top: 1; max-width: 90; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers(
            "choose",
            mark("choose"),
            mark("Use the card with this number, or take it out; in the meeting: do this."),
        ),
        Binding(
            "left",
            "shift(-1)",
            mark("move"),
            key_display="←→",
            tooltip=mark("Let the card begin a minute earlier."),
        ),
        Binding("right", "shift(1)", mark("later"), show=False, tooltip=mark("Let it begin a minute later.")),
        Binding(
            "less_than_sign",
            "shift(-10)",
            mark("by ten"),
            key_display="<>",
            tooltip=mark("Ten minutes earlier, or fewer."),
        ),
        Binding(
            "greater_than_sign",
            "shift(10)",
            mark("ten later"),
            key_display=">",
            show=False,
            tooltip=mark("Ten minutes later, or fewer."),
        ),
        Binding(
            "enter",
            "go_on",
            mark("go on"),
            tooltip=mark("Begin the meeting, or do this."),
            id=f"{NAME}.go-on",
        ),
        Binding(
            "up,k", "move(-1)", mark("row"), key_display="↑↓", tooltip=mark("Go to the row above or below.")
        ),
        Binding("down,j", "move(1)", mark("down"), show=False, tooltip=mark("Go to the row below.")),
        Binding(
            "space",
            "pick",
            mark("pick"),
            show=False,
            tooltip=mark("Use the card, or take it out; or do this."),
        ),
        Binding(
            "backspace",
            "take_out",
            mark("take out"),
            tooltip=mark("Take the card out."),
            id=f"{NAME}.take-out",
        ),
    ]
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.planner = Planner(spec, context)
        self.answered: Response | None = None
        self.solved = False

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(classes="how")
        yield Static(classes="bar")
        yield Static(classes="room")
        yield Static(classes="event")
        for number in range(1, MOST + 1):
            yield CardRow(number)
        yield Static(classes="done")
        yield Static(classes="trouble")
        yield Static(classes="final")

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        planner = self.planner
        offered = len(planner.options if planner.begun else planner.cards)
        if action == "choose" and parameters[0] not in range(1, offered + 1):
            return False
        if action in {"shift", "take_out"} and planner.begun:
            return False
        return super().check_action(action, parameters)

    def action_choose(self, number: int) -> None:
        """Use a card or take it out; while the meeting runs, react."""
        planner = self.planner
        if planner.begun:
            planner.react(number)
            self._changed("")
            self._hand_over_at_the_end()
        else:
            self._changed(planner.toggle(planner.cards[str(number)]))

    def action_pick(self) -> None:
        """Do with the row pointed at what its number does; a reaction nobody went to is not done.

        Who is used to a number and enter would otherwise answer the next event unseen.
        """
        planner = self.planner
        if planner.begun and not planner.pointed:
            self.complain(tr("Press the number of what you do, or go to it with the arrows first."))
            return
        number = planner.row + 1 if planner.begun else int(planner.numbers[planner.rows[planner.row].id])
        self.action_choose(number)

    def action_take_out(self) -> None:
        card = self.planner.rows[self.planner.row]
        if card.id in self.planner.starts:
            self._changed(self.planner.toggle(card))

    def action_shift(self, by: int) -> None:
        self._changed(self.planner.shift(by))

    def action_move(self, by: int) -> None:
        self.planner.move(by)
        self._draw()

    def action_go_on(self) -> None:
        """Begin the meeting; while it runs, react with the row pointed at."""
        if self.planner.begun:
            self.action_pick()
        elif not self.planner.starts:
            self.complain(tr("The meeting is empty. Press the numbers of the cards that you use, in order."))
        else:
            self.planner.begin()
            self._changed("")
            self._hand_over_at_the_end()

    def on_pointer_row_clicked(self, message: CardRow.Clicked) -> None:
        message.stop()
        if self.open:
            self.planner.row = message.row.number - 1
            self.action_pick()

    def resume(self, response: Response) -> None:
        """Go on in the plan or in the meeting; one that was lived through to its end is planned again."""
        self.planner.take(response)
        if self.planner.over:
            self.planner.plan_again()
        self._draw()

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Show the plan with what was done, and once it is solved a plan that works."""
        if self.open:
            self.answered = response
        super().show_outcome(response, outcome, solved=solved)
        self.planner.take(response)
        self.solved = solved
        self._draw()

    def reopen(self) -> None:
        """Plan again: one's own cards still stand, and the events come anew."""
        super().reopen()
        if self.answered is not None:
            self.planner.take(self.answered)
        self.planner.plan_again()
        self._draw()

    def _hand_over_at_the_end(self) -> None:
        if self.planner.over:
            self.hand_over(self.planner.response)

    def _changed(self, trouble: str) -> None:
        self.complain(trouble)
        self.keep(self.planner.response)
        self._draw()
        if self.planner.event:
            self.call_after_refresh(self.query_one(".event").scroll_visible, top=True, animate=False)

    def _draw(self) -> None:
        """Show the minutes, what waits for an answer, and what was done."""
        planner = self.planner
        self.query_one(".how", Static).update(lit(words.how(planner)))
        self.query_one(".how").display = self.open
        self.query_one(".bar", Static).update(lit(words.drawn(planner, self.size.width)))
        self.query_one(".room", Static).update(lit(words.room(planner)))
        self._say(".event", words.happens(planner) if self.open else ())
        self._say(".done", words.done(planner))
        own = own_plan(self.spec)
        showing = self.solved and not self.open and planner.placed != own
        self._say(".final", words.way(self.spec, own, planner, self.size.width) if showing else ())
        self._draw_rows()
        self.refresh_bindings()

    def _draw_rows(self) -> None:
        """Fill the rows with reactions while an event waits, and otherwise with the cards."""
        planner = self.planner
        if planner.event and self.open:
            told = [words.Row(str(number), None, one.text) for number, one in enumerate(planner.options, 1)]
        else:
            told = [words.row(planner, card) for card in planner.rows]
        for index, row in enumerate(self.query(CardRow)):
            row.display = index < len(told)
            if row.display:
                current = self.open and index == planner.row
                row.show(told[index], current=current)
                if current:
                    self.call_after_refresh(row.scroll_visible, animate=False)

    def _say(self, name: str, parts: words.Parts) -> None:
        """Show a text in its place, or nothing."""
        place = self.query_one(name, Static)
        place.update(line(*parts))
        place.display = bool(parts)


WIDGET = TimelineWidget
