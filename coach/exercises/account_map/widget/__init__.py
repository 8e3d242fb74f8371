"""The map with the keyboard: go to a person, and say by number what fits; the dossier folds away."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.row import pointer

from .. import words
from ..naming import word
from ..pencil import Pencil
from ..spec import Aspect, Marks, Response, Spec, aspects, in_rows
from .keys import KEYS

POINT = 2
"""Columns of the pointer."""
WIDE = 100
"""Columns from which the dossier stands beside the people."""
ROOMY = 60
"""Columns from which a person and what is said stand in one line."""
DESK, FRAME = 48, 5
"""Columns of the people where the dossier stands beside them, and those between the two."""
View = Literal["people", "dossier", "map"]


class Row(Vertical):
    """A person with what was said and, where the pointer is, what can be said; or a gap with its box."""

    DEFAULT_CSS = """
    Row { height: auto; padding: 0 1; }
    Row.current { background: $boost; }
    Row .line, Row .both { height: auto; }
    Row .both { width: 1fr; layout: horizontal; }
    Row .sign { width: 2; }
    Row.current .sign { color: $text-primary; text-style: bold; }
    Row .words { width: 1fr; height: auto; padding-right: 1; }
    Row .cells { width: 36; height: 1; }
    Row .cell { width: 9; }
    Row .cell.role { width: 17; }
    Row .cell.here { color: $text-primary; text-style: bold; }
    Row .offer { height: auto; padding-left: 2; display: none; }
    Row.person.current .offer { display: block; }
    Row.-slim .both { layout: vertical; }
    Row.-slim .words, Row.-slim .cells { width: 100%; }
    """

    class Clicked(Message):
        """The row was clicked, perhaps at an aspect."""

        def __init__(self, row: int, aspect: Aspect | None) -> None:
            super().__init__()
            self.row = row
            self.aspect = aspect

    def __init__(self, row: int, text: str, asked: tuple[Aspect, ...] = ()) -> None:
        """``asked`` is what can be said about a person; a gap has nothing of that."""
        super().__init__(classes="person" if asked else None)
        self.row = row
        self.text = text
        self.asked = asked

    def compose(self) -> ComposeResult:
        cells = [Static(classes=f"cell {aspect.value}") for aspect in self.asked]
        with Horizontal(classes="line"):
            yield Static(classes="sign")
            with Vertical(classes="both"):
                yield Static(lit(self.text), classes="words")
                if cells:
                    yield Horizontal(*cells, classes="cells")
        yield Static(classes="offer")

    def point(self, *, current: bool) -> None:
        """Show whether the pointer is here."""
        self.set_class(current, "current")
        self.query_one(".sign", Static).update(lit(pointer(here=current)))

    def draw_person(self, spec: Spec, marks: Marks, here: Aspect | None) -> None:
        """Show what was said, and at the aspect ``here`` what can be said."""
        self.point(current=here is not None)
        for aspect in self.asked:
            said = word(marks.of(aspect)) or "–"
            cell = self.query_one(f".{aspect.value}", Static)
            cell.set_class(aspect is here, "here")
            cell.update(lit(f"[{said}]" if aspect is here else f" {said}"))
        if here is not None:
            told = words.offer(spec, here, self.size.width - POINT)
            self.query_one(".offer", Static).update(line(*told))

    def draw_gap(self, *, ticked: bool, current: bool) -> None:
        """Show the box of a gap."""
        self.point(current=current)
        self.query_one(".words", Static).update(lit(f"[{'x' if ticked else ' '}] {self.text}"))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        found = [aspect for aspect in Aspect if event.widget is not None and event.widget.has_class(aspect)]
        self.post_message(self.Clicked(self.row, next(iter(found), None)))


class AccountMapWidget(ExerciseWidget[Spec, Response]):
    """The people with what was said about them, the dossier beside or behind them, and the map."""

    DEFAULT_CSS = """
    AccountMapWidget .how { color: $text-muted; margin-bottom: 1; max-width: 90; }
    AccountMapWidget .desk { height: auto; }
    AccountMapWidget .work, AccountMapWidget .side { width: 1fr; height: auto; max-width: 90; }
    AccountMapWidget.-wide.-open .work { width: 48; }
    AccountMapWidget.-wide .side { margin-left: 2; padding-left: 2; border-left: solid $border-blurred; }
    AccountMapWidget .missing { margin-top: 1; padding: 0 1; color: $text-muted; }
    AccountMapWidget .final { height: auto; margin-top: 1; display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.pencil = Pencil(spec, context)
        self.answered: Response | None = None
        self.view: View = "people"
        self.solved = False

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(words.how(self.spec)), classes="how")
        with Horizontal(classes="desk"):
            yield Vertical(*self._rows(), classes="work")
            yield Static(classes="side")
        yield Static(classes="trouble")
        yield Static(classes="final")

    def _rows(self) -> Iterator[Static | Row]:
        rows = in_rows(self.spec, self.context)
        for row, (person, depth) in enumerate(rows):
            under = "  " * (depth - 1) + "└ " if depth else ""
            yield Row(row, f"{under}{person.name}, {person.title}", aspects(self.spec))
        if self.pencil.gaps:
            yield Static(lit(tr(words.LACKING)), classes="missing")
        for row, gap in enumerate(self.pencil.gaps, len(rows)):
            yield Row(row, gap.text)

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        self.set_class(self._wide, "-wide")
        self.call_after_refresh(self._draw)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        pencil = self.pencil
        offers = {
            "say": parameters and parameters[0] in range(1, len(pencil.offered) + 1),
            "turn": pencil.on_person,
            "clear": pencil.on_person,
            "tick": not pencil.on_person,
            "move": True,
            "answer": True,
        }
        astray = parameters == ("people",) if self._at_work else action in offers
        if astray or not offers.get(action, True):
            return False
        return super().check_action(action, parameters)

    @property
    def _wide(self) -> bool:
        """Whether people and dossier stand side by side."""
        return self.size.width >= WIDE

    @property
    def _at_work(self) -> bool:
        """Whether the people are on the screen, and not the dossier or the map in their place."""
        return self._wide or self.view == "people"

    def action_say(self, number: int) -> None:
        self.pencil.say(number)
        self._changed()

    def action_clear(self) -> None:
        self.pencil.write("")
        self._changed()

    def action_tick(self) -> None:
        self.pencil.tick()
        self._changed()

    def action_move(self, by: int) -> None:
        self.pencil.move(by)
        self._draw()

    def action_turn(self, by: int) -> None:
        self.pencil.turn(by)
        self._draw()

    def action_show(self, view: View) -> None:
        """Show the dossier or the map; the same key once more goes back to the people."""
        self.view = "people" if self.view == view else view
        self._draw()
        if not self._at_work:
            self.call_after_refresh(self.query_one(".side").scroll_visible, top=True, animate=False)

    def action_answer(self) -> None:
        """Hand in, once everybody has a place."""
        if left := self.pencil.left:
            self.complain(
                trn(
                    "{n} person has no full place yet. Go to the dashes and press a number.",
                    "{n} people have no full place yet. Go to the dashes and press a number.",
                    left,
                )
            )
            return
        self.hand_over(self.pencil.response)

    def on_row_clicked(self, message: Row.Clicked) -> None:
        message.stop()
        if not self.open:
            return
        self.pencil.row = message.row
        if message.aspect is not None:
            self.pencil.aspect = message.aspect
        if self.pencil.on_person:
            self._draw()
        else:
            self.action_tick()

    def resume(self, response: Response) -> None:
        self.pencil.take(response)
        self.pencil.to_first()
        self._draw()

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Draw one's own map, and once it is solved the key below it."""
        if self.open:
            self.answered = response
        super().show_outcome(response, outcome, solved=solved)
        self.view = "people"
        self.pencil.take(response)
        self.solved = solved
        self._draw()

    def reopen(self) -> None:
        super().reopen()
        if self.answered is not None:
            self.pencil.take(self.answered)
        self._draw()

    def _changed(self) -> None:
        self.complain("")
        self.keep(self.pencil.response)
        self._draw()

    def _draw(self) -> None:
        """Show what was said and where the pointer is, and beside or in place of the people the view."""
        pencil = self.pencil
        self.set_class(self.open, "-open")
        slim = self.size.width < ROOMY or (self._wide and self.open)
        for row in self.query(Row):
            current = self.open and row.row == pencil.row
            row.set_class(slim and bool(row.asked), "-slim")
            if row.asked:
                row.draw_person(self.spec, pencil.marks(row.row), pencil.aspect if current else None)
            else:
                row.draw_gap(ticked=pencil.is_ticked(row.row), current=current)
            if current:
                self.call_after_refresh(row.scroll_visible, animate=False)
        self._draw_side()
        self.refresh_bindings()

    def _draw_side(self) -> None:
        """Show the dossier or the map so far; after the outcome the maps are drawn below instead."""
        beside, width = self._wide, self.size.width
        self.query_one(".work").display = self._at_work
        side, final = self.query_one(".side", Static), self.query_one(".final", Static)
        side.display = self.open and (self.view != "people" or beside)
        if self.view == "map":
            room = width - (DESK + FRAME if beside else 0)
            side.update(line(*words.so_far(self.spec, self.pencil.said, self.context, room, beside=beside)))
        else:
            side.update(line(*words.dossier(self.spec, beside=beside)))
        final.display = not self.open
        final.update(line(*words.final(self.spec, self.answered, self.context, width, solved=self.solved)))


WIDGET = AccountMapWidget
