"""The first start: what this is, and the three things to know."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from coach.locale import mark, tr
from coach.surface.lit import lit
from coach.surface.prose import Prose

TEXT = mark(
    """\
Coach trains account executives, and holds structured interviews with them. Everything works here in
the terminal, by keyboard alone and without a network.

- **To learn**, press ⏎ on the line under *Next*. A lesson takes ten to fifteen minutes; you can stop at any
  moment and will stand at the same step when you come back.
- **To interview**, press **i**. You get the same questions in the same order for every candidate, anchors
  to rate against, and a scorecard that prints.
- **When in doubt**, press **?**: it shows every key that works where you are.

Every answer, note and rating is on disk as soon as you give it. There is no save key, and nothing is
sent anywhere. **coach --demo** shows the program with made-up people in a temporary folder.
"""
)


class WelcomeScreen(ModalScreen[None]):
    """A greeting that fits one screen and is shown once."""

    DEFAULT_CSS = """
    WelcomeScreen { align: center middle; background: $background; }
    WelcomeScreen > VerticalScroll {
        width: 80; max-width: 96%; height: auto; max-height: 96%; padding: 1 3;
    }
    WelcomeScreen .title { text-style: bold; color: $text-primary; margin-bottom: 1; }
    WelcomeScreen .how { color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,q,space", "dismiss(None)", mark("start"))]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(lit(tr("Welcome to Coach")), classes="title")
            yield Prose(tr(TEXT))
            yield Static(lit(tr("⏎ start")), classes="how")
