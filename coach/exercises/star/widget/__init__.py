"""Writing a story part by part, rating it, and seeing it beside the model."""

from typing import TYPE_CHECKING, ClassVar, Self

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from coach.core.exercise import Context
from coach.core.outcome import MODEL, Outcome
from coach.core.rating import FOR_COMPARISON
from coach.locale import mark, tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.row import pointer
from coach.surface.rubric import RubricForm
from coach.surface.sheet import Sheet

from ..grade import joined, looked_at
from ..measure import words
from ..spec import NAME, PARTS, Response, Spec, model_story, part_name, part_title, tip_of
from ..words import heading
from .comparison import Comparison

if TYPE_CHECKING:
    from textual.timer import Timer

REST = 0.4
"""Seconds of typing that may be lost at most; the promise is half a second."""
RATING = "rating"
STAGES = (*PARTS, RATING)


class StarWidget(ExerciseWidget[Spec, Response]):
    """Four fields, one at a time, then the rubric; above them how far one has come."""

    DEFAULT_CSS = """
    StarWidget .looks { color: $text-muted; margin-bottom: 1; max-width: 84; }
    StarWidget .stages { margin-bottom: 1; max-width: 84; }
    StarWidget .tip { max-width: 84; }
    StarWidget TextArea { height: 33vh; min-height: 5; max-height: 14; max-width: 90; }
    StarWidget RubricForm { margin-top: 1; }
    StarWidget .how { color: $text-muted; margin-top: 1; max-width: 84; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab", "go(1)", mark("next part"), tooltip=mark("Go on to the next part."), id=f"{NAME}.next"
        ),
        Binding(
            "shift+tab",
            "go(-1)",
            mark("back"),
            tooltip=mark("Go back to the part before."),
            id=f"{NAME}.back",
        ),
        Binding(
            "ctrl+s",
            "rate",
            mark("to the rating"),
            tooltip=mark("Finish the story and go on to your own rating."),
            id=f"{NAME}.rate",
        ),
        Binding(
            "enter", "answer", mark("answer"), tooltip=mark("Hand story and rating in."), id=f"{NAME}.answer"
        ),
        Binding("ctrl+s", "answer", mark("answer"), show=False),
    ]

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.areas = {part: Sheet(id=part) for part in PARTS}
        self.form = RubricForm(spec.rubric, {})
        self.looks = looked_at(spec)
        self.stage = PARTS[0]
        """What is being done: one of the parts, or the rating."""
        self._answered: Response | None = None
        self._kept = Response()
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        looks = tr("Looked at: {looks}.", looks="; ".join(map(_inside, self.looks)))
        yield Static(lit(looks), classes="looks")
        yield Static(classes="stages")
        yield Static(classes="tip")
        yield from self.areas.values()
        yield self.form
        yield Static(classes="how")
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    @property
    def response(self) -> Response:
        """The story and the ratings as they stand."""
        texts = {part: area.text for part, area in self.areas.items()}
        return Response(**texts, ratings=self.form.ratings)

    @property
    def rating(self) -> bool:
        """Whether the story is written and is being rated."""
        return self.stage == RATING

    @property
    def inside(self) -> Widget:
        """What takes the keys at this stage."""
        return self.form if self.rating else self.areas[self.stage]

    def focus(self, scroll_visible: bool = True) -> Self:  # noqa: FBT001, FBT002 - Textual's signature
        """Give the keys to the part at hand."""
        self.inside.focus(scroll_visible)
        return self

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way on and back where there is one, and handing in while rating."""
        if action == "go":
            return self.open and self.stage != (RATING if parameters == (1,) else PARTS[0])
        return self.open and (action == "answer") == self.rating

    def action_go(self, by: int) -> None:
        index = STAGES.index(self.stage) + by
        if index == STAGES.index(RATING):
            self.action_rate()
        elif index >= 0:
            self._show(STAGES[index])

    def action_rate(self) -> None:
        """Go on to the rating if every part has a text."""
        missing = next(self.response.missing(), None)
        if missing is None:
            self._show(RATING)
        else:
            self._show(missing)
            self.complain(
                tr(
                    "The {part} is still empty. Write it, then go on to the rating.",
                    part=part_name(missing),
                )
            )

    def action_answer(self) -> None:
        if self.form.complete:
            self._keep()
            self.hand_over(self.response)
        else:
            self.form.show_unrated()
            self.complain(tr("A rating is missing. Press a number from 1 to 5 for each criterion."))

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        message.stop()
        self._draw_words()
        self.query_one(".how").scroll_visible(animate=False)
        if self._resting is None:
            self._resting = self.set_timer(REST, self._keep)

    def on_descendant_blur(self) -> None:
        self._keep()

    def on_rubric_form_rated(self, message: RubricForm.Rated) -> None:
        message.stop()
        self.complain("")
        self._draw_words()
        self._keep()

    def resume(self, response: Response) -> None:
        self._put(response)
        missing = next(response.missing(), None)
        self._show(missing or (RATING if response.ratings else PARTS[-1]))

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Show the story, the model if it may be seen, and what was looked at."""
        model = model_story(self.spec)
        if self.open:
            self._answered = None if joined(response) == joined(model) else response
        checks = tuple(check for check in outcome.checks if check.id != MODEL)
        self.query(Comparison).remove()
        self.mount(Comparison(self._answered, model if solved else None, self.spec.model.why))
        super().show_outcome(response, msgspec.structs.replace(outcome, checks=checks), solved=solved)
        self._draw()

    def reopen(self) -> None:
        """Open the story again at its first part, as it was handed in."""
        super().reopen()
        self.query(Comparison).remove()
        if self._answered is not None:
            self._put(self._answered)
        self._show(PARTS[0])

    def _keep(self) -> None:
        """Have the story saved if it has changed."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if self.open and self.response != self._kept:
            self._kept = self.response
            self.keep(self._kept)

    def _put(self, response: Response) -> None:
        """Put an earlier answer into the fields."""
        for part, area in self.areas.items():
            area.load_text(response.part(part))
            area.move_cursor(area.document.end)
        self.form.put(response.ratings)
        self._kept = self.response

    def _show(self, stage: str) -> None:
        """Go to a part or to the rating, and give it the keys at once."""
        self.stage = stage
        self.complain("")
        self._draw()
        self.screen.set_focus(self.inside)
        self.refresh_bindings()

    def _draw(self) -> None:
        """Show what belongs to the stage; what is hidden takes no keys either."""
        for part, area in self.areas.items():
            _enable(area, on=self.open and part == self.stage)
        _enable(self.form, on=self.open and self.rating)
        for hidden in (".stages", ".tip", ".how"):
            self.query_one(hidden).display = self.open
        self._draw_words()

    def _draw_words(self) -> None:
        self.query_one(".looks").display = self.open and not self.rating and bool(self.looks)
        self.query_one(".stages", Static).update(Content("   ").join(map(self._stage_sign, STAGES)))
        tip, how = self._instruction()
        self.query_one(".tip", Static).update(tip)
        self.query_one(".how", Static).update(lit(how))

    def _stage_sign(self, stage: str) -> Content:
        """Name a stage with its words so far; the pointer stands before the one at hand."""
        here = stage == self.stage
        count = len(self.form.ratings) if stage == RATING else words(self.areas[stage].text)
        name = f"{pointer(here=here)} {part_title(stage)}"
        style = "bold $text-primary" if here else "$text-muted"
        return line((name, style), (f" {count or '–'}", style))

    def _instruction(self) -> tuple[Content, str]:
        """Say what to do at this stage, and which key leads on."""
        if self.rating:
            how = tr("A number rates. Enter hands story and rating in, shift+tab goes back to the story.")
            return line((tr("Your own rating."), "bold"), " ", tr(FOR_COMPARISON)), how
        tip = line((f"{heading(self.spec, self.stage)}. ", "bold"), tip_of(self.spec, self.stage))
        how = trn(
            "{n} word so far. Tab goes on to the next part, ctrl+s finishes the story.",
            "{n} words so far. Tab goes on to the next part, ctrl+s finishes the story.",
            words(self.areas[self.stage].text),
        )
        return tip, how


def _inside(label: str) -> str:
    """Write a label as it stands inside a sentence."""
    return label[0].lower() + label[1:]


def _enable(widget: Widget, *, on: bool) -> None:
    """Show a part of the screen and let it take keys, or neither."""
    widget.display = on
    widget.disabled = not on


WIDGET = StarWidget
