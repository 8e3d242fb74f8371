"""What every key does on the screen below."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from coach.locale import mark, tr
from coach.surface.lit import lit
from coach.tui.widgets.keyline import key_name

Row = tuple[str, str, str]
"""Keys, title and explanation of one action."""
NAME = 15
"""Columns of a title; where one is longer, all get as many as it needs."""


def explained(screen: Screen[Any]) -> list[ActiveBinding]:
    """Return one binding for each action that works on a screen now and carries an explanation."""
    found = {
        active.binding.action: active
        for active in reversed(list(screen.active_bindings.values()))
        if active.enabled and active.binding.tooltip
    }
    return list(reversed(found.values()))


def rows(bindings: list[Binding]) -> tuple[Row, ...]:
    """Bring the keys of each action together, in the order of the bindings.

    Textual's own bindings, such as tab, carry no explanation and are left out.
    """
    by_action: dict[str, list[Binding]] = {}
    for binding in bindings:
        if binding.tooltip:
            by_action.setdefault(binding.action, []).append(binding)
    return tuple(
        (" ".join(key_name(one) for one in same), tr(same[0].description), tr(same[0].tooltip))
        for same in by_action.values()
    )


class HelpScreen(ModalScreen[None]):
    """Every key of the screen below, those of the focused part first."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > .box {
        width: 84; max-width: 96%; height: auto; max-height: 94%;
        padding: 1 2; background: $panel; border: round $secondary;
    }
    HelpScreen .title { text-style: bold; margin-bottom: 1; }
    HelpScreen VerticalScroll { height: auto; max-height: 100%; }
    HelpScreen .row { height: auto; }
    HelpScreen .keys { width: 16; color: $text-primary; text-style: bold; }
    HelpScreen .words { width: 1fr; color: $text-muted; }
    HelpScreen.-narrow .row { layout: vertical; margin-bottom: 1; }
    HelpScreen.-narrow .keys, HelpScreen.-narrow .words { width: 100%; }
    HelpScreen.-narrow .name { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - Textual reads it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss(None)", mark("close"))
    ]

    def __init__(self, keys: tuple[Row, ...]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        room = max(NAME, *(len(title) + 1 for _, title, _ in self._keys))
        with Vertical(classes="box"):
            yield Static(lit(tr("Keys here   (esc closes)")), classes="title")
            with VerticalScroll():
                for keys, title, words in self._keys:
                    name = Static(lit(title), classes="name")
                    name.styles.width = room
                    yield Horizontal(
                        Static(lit(keys), classes="keys"),
                        name,
                        Static(lit(words), classes="words"),
                        classes="row",
                    )
