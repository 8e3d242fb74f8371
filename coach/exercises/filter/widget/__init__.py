"""Searching with the keyboard: filters on one side, and at once the people who remain on the other."""

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.core.exercise import Context, Unreadable
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trp
from coach.surface.exercise import ExerciseWidget
from coach.surface.exercise import mark as verdict
from coach.surface.lit import lit
from coach.surface.prose import Prose

from ..grading import searched
from ..sets import cleared, response_of, sets_of, toggled, worded, words_of
from ..spec import Field, FieldKind, Response, Spec, called, found, options, raised
from .keys import KEYS
from .rows import FieldBox, PersonRow, ValueRow, Words

if TYPE_CHECKING:
    from textual.timer import Timer

NARROW = 64
"""Below so many columns the people stand under the filters and not beside them."""
WAIT = 0.5
"""Seconds of typing after which it is saved."""
HOW = mark(
    "Set filters until only the right ones remain in the list. "
    "Within a field values are joined by or, fields are joined by and."
)


class FilterWidget(ExerciseWidget[Spec, Response]):
    """The filters, and beside or below them the people who remain."""

    DEFAULT_CSS = """
    FilterWidget .how { color: $text-muted; margin-bottom: 1; max-width: 84; }
    FilterWidget .trouble { margin: 0 0 1 0; }
    FilterWidget .panes { layout: horizontal; height: 50vh; min-height: 10; }
    FilterWidget .filters { width: 2fr; height: 100%; margin-right: 2; }
    FilterWidget .result { width: 3fr; height: 100%; border-left: solid $border-blurred; padding-left: 1; }
    FilterWidget .people { height: 1fr; }
    FilterWidget .filters, FilterWidget .people { overflow-y: auto; scrollbar-size-vertical: 1; }
    FilterWidget .count { text-style: bold; }
    FilterWidget.narrow .panes { layout: vertical; height: auto; }
    FilterWidget.narrow .filters { width: 1fr; height: auto; margin: 0; }
    FilterWidget.narrow .result { width: 1fr; height: auto; border: none; padding: 0; margin-top: 1; }
    FilterWidget.narrow .people { height: 50vh; }
    FilterWidget.closed .panes, FilterWidget.closed .filters { height: auto; }
    FilterWidget.closed .result, FilterWidget.closed .people { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.response = Response()
        self.answered = Response()
        self.place, self.at = 0, 0
        """The current field, and the current value in it; both from 0."""
        self.verdicts: dict[str, Content] | None = None
        """What became of those who are shown, once the search is handed in."""
        self._refused = ""
        """What is wrong with words that cannot be searched for."""
        self._typed: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(tr(HOW)), classes="how")
        yield Static(classes="trouble")
        with Container(classes="panes"):
            with Vertical(classes="filters"):
                for place, field in enumerate(self.spec.fields):
                    yield FieldBox(place, field)
            with Vertical(classes="result"):
                yield Static(classes="count")
                with Vertical(classes="people"):
                    for person in self.spec.people:
                        yield PersonRow(self.spec, person)

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < NARROW, "narrow")
        self._draw()

    def on_focus(self) -> None:
        self._give_keys()

    @property
    def field(self) -> Field:
        """The field with the pointer."""
        return self.spec.fields[self.place]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("choose", "exclude", "choose_number") and not options(self.field):
            return False
        if action == "choose_number" and parameters[0] not in range(1, len(options(self.field)) + 1):
            return False
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        """Go to the next value; from the last one on to the next field."""
        at = self.at + by
        if 0 <= at < len(options(self.field)):
            self._go(self.place, at)
            return
        place = (self.place + by) % len(self.spec.fields)
        self._go(place, 0 if by > 0 else max(0, len(options(self.spec.fields[place])) - 1))

    def action_field(self, by: int) -> None:
        self._go((self.place + by) % len(self.spec.fields), 0)

    def action_choose(self) -> None:
        self._toggle(exclude=False)

    def action_exclude(self) -> None:
        self._toggle(exclude=True)

    def action_choose_number(self, number: int) -> None:
        self._go(self.place, number - 1)
        self.action_choose()

    def action_clear(self) -> None:
        self._set(cleared(self.spec, self.response, self.field))

    def action_page(self, by: int) -> None:
        people = self.query_one(".people", Vertical)
        people.scroll_visible(animate=False)
        people.scroll_relative(y=by * people.size.height, animate=False)

    def action_answer(self) -> None:
        self._keep_typed()
        if self._refused:
            self.complain(self._refused)
            return
        if not self.response.filters:
            self.complain(tr("Nothing is filtered yet. Choose a value with its number or the space bar."))
            return
        self.hand_over(self.response)

    def on_field_box_clicked(self, message: FieldBox.Clicked) -> None:
        message.stop()
        if self.open:
            self._go(message.place, max(0, message.number - 1))
            if message.number:
                self.action_choose()

    def on_words_left(self, message: Words.Left) -> None:
        message.stop()
        self.action_move(message.by)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what is typed at once, and save it at most every half second."""
        message.stop()
        field = next(box.field for box in self.query(FieldBox) if box.words is message.input)
        if not self.open or message.value == words_of(self.response, field):
            return
        self._refused = ""
        try:
            self.response = worded(self.spec, self.response, field, message.value)
        except Unreadable as trouble:
            self._refused = str(trouble)
        self.complain(self._refused)
        self._draw()
        if self._typed is None:
            self._typed = self.set_timer(WAIT, self._keep_typed)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_answer()

    def resume(self, response: Response) -> None:
        self._show(response)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = response
        super().show_outcome(response, outcome, solved=solved)
        self.verdicts = self._judged(response, solved=solved)
        self.add_class("closed")
        self._show(response)

    def reopen(self) -> None:
        super().reopen()
        self.verdicts = None
        self.remove_class("closed")
        self._show(self.answered)

    def _judged(self, response: Response, *, solved: bool) -> dict[str, Content]:
        """Say of everybody found, and of those missed once that may be told, whether they are wanted."""
        result = searched(self.spec, response.filters)
        told = {person.id: verdict(passed=True) for person in result.right}
        told |= {person.id: verdict(passed=False) for person in result.wrong}
        if solved:
            told |= {
                person.id: lit("○ " + trp("filter", "missed"), "$text-warning") for person in result.missed
            }
        return told

    def _toggle(self, *, exclude: bool) -> None:
        value = options(self.field)[self.at]
        self._set(toggled(self.spec, self.response, self.field, value, exclude=exclude))

    def _set(self, response: Response) -> None:
        """Take over changed filters, and have them saved."""
        self.response = response
        self.complain("")
        self.keep(response)
        self._draw()

    def _show(self, response: Response) -> None:
        """Set these filters; what the exercise no longer has is left out."""
        self.response = response_of(self.spec, sets_of(response))
        self._refused = ""
        for box in self.query(FieldBox):
            box.words.value = words_of(self.response, box.field)
        self._draw()

    def _keep_typed(self) -> None:
        """Save what was typed since the last time."""
        if self._typed is not None:
            self._typed.stop()
            self._typed = None
            self.keep(self.response)

    def _go(self, place: int, at: int) -> None:
        self._keep_typed()
        self.place, self.at = place, at
        self._draw()
        self._give_keys()
        box = self.query(FieldBox)[place]
        rows = box.query(ValueRow)
        self.call_after_refresh((rows[at] if rows else box).scroll_visible, animate=False)

    def _give_keys(self) -> None:
        """Give the keys to the field for words if it is the current one, otherwise keep them."""
        if self.open and self.field.kind is FieldKind.TEXT:
            self.query(FieldBox)[self.place].words.focus()
        elif not self.has_focus:
            self.focus()
        self.refresh_bindings()

    def _draw(self) -> None:
        """Show what is set, and who remains."""
        people = {person.id for person in found(self.spec, self.response.filters)}
        count = self._count(len(people))
        self.query_one(".count", Static).update(lit(raised(count)))
        for box in self.query(FieldBox):
            box.words.disabled = not self.open
            at = self.at if self.open and box.place == self.place else None
            box.draw(self.response, at, count if self.has_class("narrow") else "")
        for row in self.query(PersonRow):
            told = self.verdicts.get(row.person.id) if self.verdicts else None
            row.draw(told, shown=row.person.id in people or told is not None)

    def _count(self, left: int) -> str:
        total, what = len(self.spec.people), called(self.spec)
        if not left:
            return tr("none of {total} {called}", total=total, called=what)
        return tr("{left} of {total} {called}", left=left, total=total, called=what)


WIDGET = FilterWidget
