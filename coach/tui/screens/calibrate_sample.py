"""One sample answer: read, rated on its anchors with evidence, then held against the experts."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import Input, Static

from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.surface.rubric import RubricForm
from coach.tui.actions import bindings
from coach.tui.screens import calibrate_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.calibrating import Tried
    from coach.services.calibrate import CalibrateRun

LONGEST = 400
"""Characters of evidence; a quotation and a word on it have fewer."""


class SampleScreen(CoachScreen[None]):
    """A number rates and asks for the evidence; enter saves both and shows the experts' rating."""

    where = "sample"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sample")]
    DEFAULT_CSS = """
    SampleScreen .sides { height: auto; layout: horizontal; }
    SampleScreen .side { width: 1fr; height: auto; padding-right: 3; }
    SampleScreen.-narrow .sides { layout: vertical; }
    SampleScreen.-narrow .side { width: 100%; padding-right: 0; }
    SampleScreen .side > Static { max-width: 84; }
    SampleScreen .label { text-style: bold; color: $text-primary; }
    SampleScreen .text { margin-bottom: 1; }
    SampleScreen RubricForm { margin-bottom: 1; }
    SampleScreen RubricForm .overview, SampleScreen RubricForm .criterion { display: none; }
    SampleScreen.-narrow .yours { margin-bottom: 1; }
    SampleScreen .evidence, SampleScreen .compared { display: none; height: auto; }
    SampleScreen .evidence.shown { display: block; }
    SampleScreen .compared.shown { display: block; margin-top: 1; border-top: solid $border-blurred; }
    """

    def __init__(self, run: "CalibrateRun", index: int) -> None:
        super().__init__()
        self._run = run
        self._index = index
        self._card = run.cards[index]
        self._given: Tried | None = None

    def compose(self) -> ComposeResult:
        card = self._card
        yield TopLine(line((tr("Calibrate"), "bold"), f" › {self._run.title}"))
        with VerticalScroll(classes="body", can_focus=False):
            with Container(classes="sides"):
                with Vertical(classes="side"):
                    yield Static(
                        lit(tr("The question · {competency}", competency=card.competency)), classes="label"
                    )
                    yield Static(lit(card.question.text), classes="text")
                    yield Static(lit(tr("What a made-up candidate said")), classes="label")
                    yield Static(lit(card.sample.text), classes="text")
                with Vertical(classes="side"):
                    yield Static(lit(tr("The anchors")), classes="label")
                    yield words.anchors(card.question, card.competency)
                    with Vertical(classes="evidence"):
                        yield Static(lit(tr("Evidence: which words of the answer decided?")), classes="label")
                        yield Input(max_length=LONGEST, select_on_focus=False)
            with Container(classes="sides compared"):
                yield Static(classes="side yours")
                yield Static(classes="side experts")
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(RubricForm).focus()
        self._refresh()

    @property
    def rating(self) -> int | None:
        """The level that is chosen, saved or not."""
        return self.query_one(RubricForm).ratings.get(self._card.question.id)

    def _refresh(self) -> None:
        run = self._run
        number, total = self._index + 1, len(run.cards)
        parts = [
            tr("answer {number} of {total}", number=number, total=total),
            tr("{count} rated", count=run.rated),
        ]
        if run.first(self._index) and self._given is None:
            parts.append(tr("rated before, does not count"))
        self.query_one(TopLine).show(right=lit(" · ".join(parts)))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Go on only once the experts' rating is there."""
        return action != "proceed" or self._given is not None

    def on_rubric_form_rated(self, message: RubricForm.Rated) -> None:
        message.stop()
        self.query_one(".evidence").add_class("shown")
        field = self.query_one(Input)
        field.focus()
        self.query_one(KeyLine).lead = (("⏎", mark("save")),)
        self.call_after_refresh(field.scroll_visible, animate=False)

    @told
    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self._given = self._run.rate(self._index, self.rating or 0, message.value)
        self.query_one(RubricForm).disabled = True
        self.query_one(Input).disabled = True
        self.query_one(".yours", Static).update(words.yours(self._given))
        self.query_one(".experts", Static).update(words.experts(self._given, self._card.sample))
        self.query_one(".compared").add_class("shown")
        self.set_focus(None)
        self.query_one(KeyLine).lead = (
            ("⏎", mark("to the list") if self._following is None else mark("next answer")),
        )
        self._refresh()
        compared = self.query_one(".compared")
        self.call_after_refresh(compared.scroll_visible, animate=False, top=True)

    @property
    def _following(self) -> int | None:
        """The next answer: one that is not rated, or just the next while one goes through them again."""
        if self._given is not None and self._given.first:
            return self._run.next_index
        return self._index + 1 if self._index + 1 < len(self._run.cards) else None

    def action_proceed(self) -> None:
        following = self._following
        if following is None:
            self.dismiss(None)
        else:
            self.app.switch_screen(SampleScreen(self._run, following))

    def action_scroll(self, lines: int) -> None:
        self.query_one(".body", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        if self.focused is self.query_one(Input):
            self.query_one(RubricForm).focus()
            self.query_one(KeyLine).lead = ()
        else:
            self.dismiss(None)
