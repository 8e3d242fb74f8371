"""What a search is made of on the screen: values, fields, and people."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.locale import mark, tr, trp
from coach.surface.lit import line, lit
from coach.surface.row import pointer
from coach.surface.typed import Field as Line

from ..sets import chosen, field_in_words
from ..spec import Field, FieldKind, Person, Response, Spec, heading, options, profile, shown
from ..typed import LONGEST


class ValueRow(Static):
    """A value with its box."""

    DEFAULT_CSS = """
    ValueRow.current { background: $boost; }
    """

    def __init__(self, number: int, value: str, text: str) -> None:
        """``text`` is the value as it is shown."""
        super().__init__()
        self.number = number
        self.value = value
        self.text = text

    def draw(self, box: str, *, current: bool) -> None:
        """Show pointer, box, number key and value; that it is excluded stands there as a word."""
        self.set_class(current, "current")
        key = str(self.number) if self.number in range(1, 10) else " "
        word = tr("not {values}", values=self.text) if box == "-" else self.text
        style = "" if box == " " else "bold"
        self.update(line(f"{pointer(here=current)} [{box}] ", (f"{key} ", "$text-muted"), (word, style)))


class Words(Line):
    """A field for words to search for, which says how it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up,shift+tab",
            "leave(-1)",
            mark("move"),
            key_display="↑↓",
            tooltip=mark("Go to the field above or below."),
        ),
        Binding("down,tab", "leave(1)", mark("down"), show=False, tooltip=mark("Go to the field below.")),
    ]

    class Left(Message):
        """The field is to be left, upwards (-1) or downwards (1)."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def action_leave(self, by: int) -> None:
        self.post_message(self.Left(by))


class FieldBox(Vertical):
    """A field: its title with what is set, and its values while it is the current one."""

    DEFAULT_CSS = """
    FieldBox { height: auto; }
    FieldBox .inside { height: auto; display: none; }
    FieldBox.current .inside { display: block; }
    FieldBox .told { color: $text-muted; padding-left: 2; }
    FieldBox Input { margin: 0 1 0 2; }
    """

    class Clicked(Message):
        """The field was clicked, or a value in it, by its number from 1."""

        def __init__(self, place: int, number: int) -> None:
            super().__init__()
            self.place = place
            self.number = number

    def __init__(self, place: int, field: Field) -> None:
        super().__init__()
        self.place = place
        self.field = field
        self.words = Words(max_length=LONGEST, select_on_focus=False, compact=True)

    def compose(self) -> ComposeResult:
        yield Static(classes="title")
        with Vertical(classes="inside"):
            if self.field.kind is FieldKind.TEXT:
                yield Static(lit(tr("Words with commas between; “not word” excludes")), classes="told")
                yield self.words
            for number, value in enumerate(options(self.field), 1):
                yield ValueRow(number, value, shown(self.field, value))

    def draw(self, response: Response, at: int | None, count: str) -> None:
        """Show what is set; ``at`` is the value with the pointer, if the field is the current one.

        ``count`` says beside the current field how many people are left, where they are out of sight.
        """
        self.set_class(at is not None, "current")
        told = field_in_words(response, self.field)
        self.query_one(".title", Static).update(
            line(
                (f"{self.field.title}: ", "$text-primary bold" if at is not None else ""),
                (told or trp("typed", "any"), "bold" if told else "$text-muted"),
                (f" – {count}" if at is not None and count else "", "$text-muted"),
            )
        )
        included, excluded = chosen(response, self.field), chosen(response, self.field, exclude=True)
        for index, row in enumerate(self.query(ValueRow)):
            box = "x" if row.value in included else "-" if row.value in excluded else " "
            row.draw(box, current=index == at)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        row = event.widget
        self.post_message(self.Clicked(self.place, row.number if isinstance(row, ValueRow) else 0))


class PersonRow(Horizontal):
    """Somebody in the list; once the search is handed in, with the verdict beside."""

    DEFAULT_CSS = """
    PersonRow { height: auto; }
    PersonRow .mark { width: 10; display: none; }
    PersonRow.closed .mark { display: block; }
    PersonRow .words { width: 1fr; height: auto; }
    PersonRow .profile { color: $text-muted; }
    PersonRow.closed .profile { display: none; }
    """

    def __init__(self, spec: Spec, person: Person) -> None:
        super().__init__()
        self.person = person
        self._profile = profile(spec, person)

    def compose(self) -> ComposeResult:
        yield Static(classes="mark")
        with Vertical(classes="words"):
            yield Static(lit(heading(self.person), "bold"))
            yield Static(lit(self._profile), classes="profile")

    def draw(self, verdict: Content | None, *, shown: bool) -> None:
        """Show the person or not, with a verdict once there is one."""
        self.display = shown
        self.set_class(verdict is not None, "closed")
        self.query_one(".mark", Static).update(verdict or lit(""))
