"""The line at the bottom: which keys work here and now."""

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from coach.locale import tr, trp
from coach.surface.lit import line
from coach.tui.actions import ACTIONS

NAMES = {
    "enter": "⏎",
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
CHARACTERS = {"space": " ", "question_mark": "?", "slash": "/", "enter": "\n"}
"""What keys with names print, where they print at all."""
GAP = "   "
HELP = "help"
"""The title of the action that is always shown, as the last."""
ORDER = {action.id: number for number, action in enumerate(ACTIONS)}
"""Keys are shown in the order of the registry, whatever they were rebound to; a widget's own come first."""


class KeyLine(Widget):
    """Shows the keys of whatever has the focus first; what does not fit is left to the help screen.

    ``lead`` stands before them, for keys that come as a row, such as ``1-5 rate``. Titles are marked, and
    translated here.
    """

    DEFAULT_CSS = """
    KeyLine { height: 2; padding: 0 2; border-top: solid $border-blurred; color: $text-muted; }
    """

    lead: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self) -> None:
        super().__init__()
        self._drawn: list[tuple[str, str]] = []
        """What the line was last made of."""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    def _bindings_updated(self, _: object) -> None:
        if self._pairs() != self._drawn:
            self.refresh()

    def _pairs(self) -> list[tuple[str, str]]:
        return [*self.lead, *self._active()]

    def render(self) -> Content:
        self._drawn = self._pairs()
        pairs = [(key, tr(title)) for key, title in self._drawn if title != HELP]
        last = [(key, tr(title)) for key, title in self._drawn if title == HELP]
        room = self.content_size.width - sum(_width(pair) for pair in last)
        shown: list[tuple[str, str]] = []
        for pair in pairs:
            room -= _width(pair)
            if room < 0:
                break
            shown.append(pair)
        return line(*(part for key, title in (*shown, *last) for part in _parts(key, title)))

    def _active(self) -> list[tuple[str, str]]:
        focused = self.screen.focused
        found: dict[str, Binding] = {}
        bindings = (active.binding for active in self.screen.active_bindings.values() if active.enabled)
        for binding in sorted(bindings, key=_in_registry):
            if not binding.show or _taken(focused, binding):
                continue
            found.setdefault(binding.action, binding)
        return [(key_name(binding), binding.description) for binding in found.values()]


def _in_registry(binding: Binding) -> int:
    """Keep an action in its place when it is bound to another key; those of the focused part come first."""
    return ORDER.get(binding.id or "", -1)


def key_name(binding: Binding) -> str:
    """Name a binding's key as people know it."""
    name = NAMES.get(binding.key) or _written(binding.key)
    return binding.key_display or name.replace("ctrl+", "^")


def _written(key: str) -> str:
    """Name a key as it is written on the keyboard."""
    written = {
        "space": trp("key", "space"),
        "delete": trp("key", "delete"),
        "pageup": trp("key", "pageup"),
        "pagedown": trp("key", "pagedown"),
        "backspace": trp("key", "backspace"),
        "shift+tab": trp("key", "shift+tab"),
    }
    return written.get(key, key)


def _taken(focused: Widget | None, binding: Binding) -> bool:
    """Whether the field that has the focus takes the key as text."""
    character = CHARACTERS.get(binding.key, binding.key if len(binding.key) == 1 else None)
    return focused is not None and focused.check_consume_key(binding.key, character)


def _parts(key: str, title: str) -> tuple[tuple[str, str], str, str]:
    return ((key, "bold $foreground"), f" {title}", GAP)


def _width(pair: tuple[str, str]) -> int:
    return Content(pair[0]).cell_length + 1 + Content(pair[1]).cell_length + len(GAP)
