"""What was said, with its effect at the right, and what came out of it."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach.core.dialogue.engine import Exchange
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.run import Run
from coach.locale import tr
from coach.surface.lit import lit

from .. import words

LONGEST_NAME = 10


class Entry(Horizontal):
    """Something said: by whom, what, and what it changed."""

    DEFAULT_CSS = """
    Entry { height: auto; padding: 0 1; }
    Entry .who { width: 12; color: $text-muted; }
    Entry.own .who { color: $text-primary; text-style: bold; }
    Entry .said { width: 1fr; height: auto; layout: horizontal; }
    Entry .words { width: 1fr; }
    Entry .effect { width: auto; max-width: 26; color: $text-accent; padding-left: 2; }
    Entry.learnt .words { color: $text-success; }
    """

    def __init__(self, who: str, text: str, *, effect: str = "", classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._parts = (who, text, effect)

    def compose(self) -> ComposeResult:
        who, text, effect = self._parts
        yield Static(lit(who[:LONGEST_NAME]), classes="who")
        with Container(classes="said"):
            yield Static(lit(text), classes="words")
            if effect:
                yield Static(lit(effect), classes="effect")


class Transcript(VerticalScroll):
    """The conversation so far; the newest is kept in sight."""

    DEFAULT_CSS = """
    Transcript { height: 1fr; min-height: 2; }
    """

    def __init__(self, plot: Plot) -> None:
        super().__init__(can_focus=False)
        self._plot = plot
        self._short = plot.script.persona.short
        self._shown = -1
        """How many turns are shown; −1 before the opening is."""

    def show(self, run: Run) -> None:
        """Show a run from its beginning."""
        self.remove_children()
        self._shown = len(run.exchanges)
        self.mount(*self._opening(run), *(one for turn in run.exchanges for one in self._turn(turn)))
        self._follow()

    def add(self, run: Run) -> None:
        """Add the turns that are new in a run that goes on from the one shown."""
        new = run.exchanges[self._shown :]
        self._shown = len(run.exchanges)
        self.mount(*(one for turn in new for one in self._turn(turn)))
        self._follow()

    def _follow(self) -> None:
        self.call_after_refresh(self.scroll_end, animate=False)

    def _opening(self, run: Run) -> Iterator[Widget]:
        for text in run.opening.lines:
            yield Entry(self._short, text)

    def _turn(self, one: Exchange) -> Iterator[Widget]:
        yield Entry(tr("You"), one.option.text, effect=words.effect(one.change), classes="own")
        for text in one.lines:
            yield Entry(self._short, text)
        for fact in words.learnt(self._plot, one.change):
            yield Entry(tr("Learnt"), fact, classes="learnt")


class Known(VerticalScroll):
    """What was brought out so far, beside the transcript where there is room."""

    DEFAULT_CSS = """
    Known { width: 34; height: 1fr; padding: 0 1; border-left: solid $border-blurred; }
    Known .title { text-style: bold; }
    Known .fact { margin-top: 1; }
    Known .none { color: $text-muted; margin-top: 1; }
    """

    def __init__(self, plot: Plot) -> None:
        super().__init__(can_focus=False)
        self._plot = plot

    def show(self, run: Run) -> None:
        """List the facts that are known now."""
        names = self._plot.known(run.state.situation)
        facts = [self._plot.cast.facts[name].text for name in names]
        self.remove_children()
        rows = [Static(lit(f"• {fact}"), classes="fact") for fact in facts]
        nothing = Static(lit(tr("Nothing yet. Good questions bring it out.")), classes="none")
        self.mount(Static(lit(tr("What you have learnt")), classes="title"), *(rows or [nothing]))
