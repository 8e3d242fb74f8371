"""A sheet to write on, the task beside it, and afterwards the text with every place marked and explained."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static, TextArea

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import mark, tr, trp
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.sheet import Sheet

from ..asking import promised, refusal, size
from ..editor import EditorTrouble, command, edited
from ..grading import verdicts
from ..marks import numbered
from ..spec import NAME, Response, Spec, all_rules
from .report import VerdictRow, marked, model_shown, row

if TYPE_CHECKING:
    from textual.timer import Timer

WIDE = 100
"""From so many columns on, the task stands beside the text and not above it."""

REST = 0.45
"""Seconds from a change until it is kept."""

LEAVING = ("escape", "ctrl+", "f")
"""How the names of keys begin that may lead away from the text."""


class WritingWidget(ExerciseWidget[Spec, Response]):
    """The sheet with the task, or the report, and earlier versions beside either."""

    DEFAULT_CSS = """
    WritingWidget { layout: vertical; padding: 0 1; }
    WritingWidget .desk { height: 1fr; }
    WritingWidget .sheet { width: 1fr; height: 1fr; }
    WritingWidget TextArea, WritingWidget TextArea:focus { border: none; }
    WritingWidget TextArea { height: 1fr; padding: 0 1; background: $panel; scrollbar-size-vertical: 1; }
    WritingWidget .count { height: auto; color: $text-muted; padding: 0 1; }
    WritingWidget .side { width: 44; height: 1fr; margin-left: 2; padding: 0 1 0 0; }
    WritingWidget .side:focus { background: $boost; }
    WritingWidget .label { color: $text-primary; text-style: bold; }
    WritingWidget .list { height: auto; margin-bottom: 1; }
    WritingWidget .row { height: auto; }
    WritingWidget .row .number { width: 4; color: $text-muted; }
    WritingWidget .row .words { width: 1fr; }
    WritingWidget .report { width: 1fr; height: 1fr; padding: 0 1 0 0; }
    WritingWidget .paper { background: $panel; padding: 0 1; margin-bottom: 1; }
    WritingWidget .models { height: auto; }
    WritingWidget .model { width: 1fr; height: auto; margin: 0 2 1 0; }
    WritingWidget .reason { color: $text-muted; }
    WritingWidget .report, WritingWidget .earlier { display: none; }
    WritingWidget.closed .sheet, WritingWidget.closed .task { display: none; }
    WritingWidget.closed .report { display: block; }
    WritingWidget.comparing .task { display: none; }
    WritingWidget.comparing .earlier { display: block; }
    WritingWidget.narrow .side { dock: top; width: 1fr; height: 48%; margin: 0 0 1 0; }
    WritingWidget.narrow .models { layout: vertical; }
    WritingWidget.narrow .side:focus { height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s", "hand_in", mark("hand in"), tooltip=mark("Hand the text in."), id=f"{NAME}.hand_in"
        ),
        Binding(
            "ctrl+t",
            "task",
            mark("task"),
            tooltip=mark("Go to the task and back to the text."),
            id=f"{NAME}.task",
        ),
        Binding("ctrl+o", "editor", mark("editor"), tooltip=mark("Write in $EDITOR."), id=f"{NAME}.editor"),
        Binding(
            "ctrl+l",
            "earlier",
            mark("earlier"),
            tooltip=mark("Show earlier versions in turn."),
            id=f"{NAME}.earlier",
        ),
    ]
    fills = True
    wants_earlier = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.sheet = Sheet()
        self._versions: list[tuple[str, float]] = []
        """Texts handed in before with their scores, 0 to 1, oldest first."""
        self._shown = 0
        """Which earlier version is shown, from 1 for the newest; 0 for none."""
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(classes="desk"):
            with Vertical(classes="sheet"):
                yield self.sheet
                yield Static(classes="count")
            yield VerticalScroll(classes="report")
            with VerticalScroll(classes="side task"):
                yield from self._brief()
            yield VerticalScroll(classes="side earlier")
        yield Static(classes="trouble")

    def _brief(self) -> Iterator[Widget]:
        yield Prose(self.spec.prompt)
        if self.spec.facts:
            yield Static(lit(tr("You may use")), classes="label")
            yield Vertical(*(row("•", fact) for fact in self.spec.facts), classes="list")
        yield Static(lit(tr("It is checked for this")), classes="label")
        promises = enumerate(map(promised, all_rules(self.spec)), 1)
        yield Vertical(*(row(f"{number}.", title) for number, title in promises), classes="list")

    def on_mount(self) -> None:
        self._count()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < WIDE, "narrow")

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Give the keys to the sheet, or to the report."""
        place = self.sheet if self.open else self.query_one(".report", VerticalScroll)
        place.focus(scroll_visible)
        return self

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        self._count()
        if self._resting is None:
            self._resting = self.set_timer(REST, self._keep)

    def on_key(self, event: events.Key) -> None:
        """Keep the text before a key leads away; keys that write do not come here."""
        if event.key.startswith(LEAVING):
            self._keep()

    def on_descendant_blur(self) -> None:
        self._keep()

    def _keep(self) -> None:
        """Have the text saved if it changed since."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
            self.keep(Response(text=self.sheet.text))

    def _count(self) -> None:
        hands_in, rules = trp("what a key does", "hands in"), trp("what a key does", "rules")
        keys = ("^s", "bold $foreground"), f" {hands_in}  ", ("^t", "bold $foreground"), f" {rules}"
        self.query_one(".count", Static).update(line(f"{size(self.spec, self.sheet.text)}  ", *keys))

    def action_hand_in(self) -> None:
        self._keep()
        trouble = refusal(self.sheet.text)
        if trouble:
            self.complain(trouble)
        else:
            self.hand_over(Response(text=self.sheet.text))

    def action_task(self) -> None:
        """Go to the task, which takes the whole place where there is little, and back."""
        self._compare(0)
        (self.query_one(".task", VerticalScroll) if self.sheet.has_focus else self.sheet).focus()

    def action_editor(self) -> None:
        try:
            words = command(os.environ)
            with self.app.suspend():
                text = edited(self.sheet.text, words)
        except EditorTrouble as trouble:
            self.complain(str(trouble))
        except SuspendNotSupported:
            self.complain(tr("An editor cannot be opened from here. Write in the field instead."))
        else:
            self.sheet.text = text
            self.complain("")

    def action_earlier(self) -> None:
        self._compare((self._shown + 1) % (len(self._versions) + 1))

    def _compare(self, shown: int) -> None:
        """Show an earlier version beside the present one, or none."""
        self._shown = shown
        self.set_class(shown > 0, "comparing")
        if not shown:
            return
        text, score = self._versions[-shown]
        place = len(self._versions) - shown + 1
        title = tr(
            "Version {place} of {count}, {score} %",
            place=place,
            count=len(self._versions),
            score=round(100 * score),
        )
        side = self.query_one(".earlier", VerticalScroll)
        side.remove_children()
        side.mount(
            Static(lit(title), classes="label"),
            Static(lit(text), classes="paper"),
        )
        side.scroll_home(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "earlier":
            return bool(self._versions)
        return super().check_action(action, parameters)

    def remember(self, earlier: tuple[tuple[Response, Outcome], ...]) -> None:
        self._versions = [(response.text, outcome.score) for response, outcome in earlier]
        self.refresh_bindings()

    def resume(self, response: Response) -> None:
        self.sheet.text = response.text
        self.sheet.move_cursor(self.sheet.document.end)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:  # noqa: ARG002
        """Show the text with its marks, each rule with its reasons, and the two models."""
        if self.open and (response.text, outcome.score) != next(reversed(self._versions), None):
            self._versions.append((response.text, outcome.score))
        if not self.sheet.text:
            self.sheet.text = response.text
        self.open = False
        self._compare(0)
        self.add_class("closed")
        report = self.query_one(".report", VerticalScroll)
        report.remove_children()
        report.mount_all(self._report(response.text, outcome))
        report.scroll_home(animate=False)
        self.refresh_bindings()
        self.call_after_refresh(self.focus)

    def _report(self, text: str, outcome: Outcome) -> Iterator[Widget]:
        found = sorted(verdicts(self.spec, text), key=lambda verdict: verdict.judgement.kept)
        yield Static(lit(outcome.remark), classes="list")
        own = tr("Your text; the numbers stand beside the rules below")
        label = tr("A good text") if text == self.spec.models.good.text else own
        yield Static(lit(label), classes="label")
        yield Static(marked(text, found), classes="paper")
        for verdict, numbers in zip(found, numbered(found), strict=True):
            yield VerdictRow(text, verdict, numbers)
        models = self.spec.models
        yield Horizontal(
            model_shown(tr("A good text"), models.good),
            model_shown(tr("A weak text"), models.bad),
            classes="models",
        )

    def reopen(self) -> None:
        super().reopen()
        self.remove_class("closed")
        self._compare(0)
        self.focus()


WIDGET = WritingWidget
