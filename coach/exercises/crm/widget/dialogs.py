"""Small questions in front of the CRM: choose one of a few things, or fill fields in."""

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach.surface.lit import line, lit

CSS = """
CrmAsk, CrmForm { align: center middle; }
CrmAsk > .box, CrmForm > .box {
    width: 84; max-width: 96%; height: auto; max-height: 96%;
    padding: 0 2; background: $panel; border: round $secondary;
}
CrmAsk .title, CrmForm .title { text-style: bold; margin-bottom: 1; }
CrmAsk .text { color: $text-muted; margin-bottom: 1; }
CrmAsk OptionList { height: auto; max-height: 14; background: $panel; border: none; padding: 0; }
CrmAsk .how, CrmForm .how { color: $text-muted; margin-top: 1; }
CrmForm .fields { height: auto; max-height: 62vh; scrollbar-size-vertical: 1; }
CrmForm .field { height: auto; }
CrmForm .label { width: 36%; height: auto; color: $text-muted; padding-right: 1; }
CrmForm .field:focus-within .label { text-style: bold; color: $foreground; }
CrmForm .field Input, CrmForm .field CrmPick { width: 1fr; }
CrmForm .field Input { padding: 0 2; }
CrmForm .trouble { color: $text-warning; }
CrmForm.-short .title, CrmForm.-short .how, CrmAsk.-short .title, CrmAsk.-short .how { margin: 0; }
CrmAsk.-short OptionList { max-height: 6; }
"""
SHORT = [(0, "-short"), (24, "-tall")]
"""From 24 rows on there is room for blank lines."""


class CrmAsk(ModalScreen[int | None]):
    """Choose one of a few things with its number, or arrows and enter; gives its place, or ``None``."""

    DEFAULT_CSS = CSS
    VERTICAL_BREAKPOINTS = SHORT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "back"),
        *(Binding(str(number), f"take({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, title: str, text: str, options: tuple[str, ...], at: int = 0) -> None:
        """The pointer begins ``at`` one of the options, counted from 0."""
        super().__init__()
        self._title, self._text, self._options, self._at = title, text, options, at

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title), classes="title")
            if self._text:
                yield Static(lit(self._text), classes="text")
            yield OptionList(
                *(
                    Option(line((f"{number}  ", "bold $text-primary"), text))
                    for number, text in enumerate(self._options, 1)
                )
            )
            yield Static(lit("number or ⏎ choose   esc back"), classes="how")

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = self._at

    def action_take(self, number: int) -> None:
        if number <= len(self._options):
            self.dismiss(number - 1)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)


class CrmPick(Widget, can_focus=True):
    """One of a few values: the arrows lead to the next one, enter opens the list of all."""

    DEFAULT_CSS = """
    CrmPick { height: 1; background: $surface; }
    CrmPick:focus { background: $boost; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "list", "choose"),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

    def __init__(self, title: str, choices: tuple[tuple[str, str], ...], value: str) -> None:
        """``choices`` are pairs of a value and its label; a ``value`` that is none of them is the first."""
        super().__init__()
        self._title, self._choices = title, choices
        self._at = next((place for place, (one, _) in enumerate(choices) if one == value), 0)

    @property
    def value(self) -> str:
        """The value that is picked."""
        return self._choices[self._at][0]

    def render(self) -> Content:
        """Show the value, between arrows while the keys are here."""
        before, after = ("← ", " →") if self.has_focus else ("  ", "  ")
        return line(before, self._choices[self._at][1].replace("\n", " "), after)

    def action_step(self, by: int) -> None:
        self._take((self._at + by) % len(self._choices))

    def action_list(self) -> None:
        labels = tuple(label for _, label in self._choices)
        self.app.push_screen(CrmAsk(self._title, "", labels, at=self._at), self._take)

    def on_click(self) -> None:
        self.focus()
        self.action_list()

    def _take(self, place: int | None) -> None:
        if place is not None:
            self._at = place
            self.refresh()


class Entry(NamedTuple):
    """A field of a form. With ``choices`` (pairs of value and label) one of them is taken, else it is typed.

    ``proposals`` are texts that are completed while typing, ``hint`` stands in the field while it is empty.
    """

    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    proposals: tuple[str, ...] = ()
    longest: int = 0
    hint: str = ""


Troubles = Iterable[tuple[str, str]]
"""Fields by their names, with what is wrong with each; the name "" stands for the whole."""


class CrmForm(ModalScreen[bool]):
    """Fields below each other. ``save`` takes what was entered and gives troubles, or none if it is saved.

    Gives whether something was saved. Troubles stand below their fields until the next try.
    """

    DEFAULT_CSS = CSS
    VERTICAL_BREAKPOINTS = SHORT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(False)", "back"),
        Binding("ctrl+s", "save", "save", priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        entries: tuple[Entry, ...],
        save: Callable[[dict[str, str]], Troubles],
        *,
        at_empty: bool = False,
    ) -> None:
        """The keys begin on the first field, or with ``at_empty`` on the first that holds nothing yet."""
        super().__init__()
        self._at_empty = at_empty
        self._title, self._entries, self._save = title, entries, save
        self._controls: dict[str, Input | CrmPick] = {}
        self._places = {entry.name: place for place, entry in enumerate(entries)}

    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title), classes="title")
            with VerticalScroll(classes="fields", can_focus=False):
                for entry in self._entries:
                    with Horizontal(classes="field"):
                        yield Static(lit(entry.label), classes="label")
                        yield self._control(entry)
            yield Static(lit("tab next field   ⏎ choose, or save   ^s save   esc back"), classes="how")

    def on_mount(self) -> None:
        controls = list(self._controls.values())
        empty = (control for control in controls if self._at_empty and not control.value)
        first = next(iter((*empty, *controls)), None)
        if first is not None:
            first.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        """Save what was entered, or say at each field what is wrong with it."""
        troubles = list(self._save({name: control.value for name, control in self._controls.items()}))
        self.query(".trouble").remove()
        if not troubles:
            self.dismiss(True)  # noqa: FBT003 - what the screen gives
            return
        for name, sentence in troubles:
            told = Static(lit(sentence), classes="trouble")
            if name in self._places:
                self.query_one(".fields").mount(told, after=self.query(".field")[self._places[name]])
            else:
                self.query_one(".fields").mount(told, before=0)
        named = next((self._controls[name] for name, _ in troubles if name in self._controls), None)
        if named is not None:
            named.focus()

    def _control(self, entry: Entry) -> Input | CrmPick:
        control: Input | CrmPick
        if entry.choices:
            control = CrmPick(entry.label, entry.choices, entry.value)
        else:
            suggester = SuggestFromList(entry.proposals, case_sensitive=False) if entry.proposals else None
            control = Input(
                entry.value,
                placeholder=entry.hint,
                suggester=suggester,
                compact=True,
                max_length=entry.longest,
                select_on_focus=False,
            )
        self._controls[entry.name] = control
        return control
