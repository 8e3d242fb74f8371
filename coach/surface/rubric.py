"""Rating by a rubric with the keyboard: one criterion at a time, with its anchors."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from coach.core.bank import HIGHEST
from coach.core.prose import inline
from coach.core.rating import LEVELS, anchor, unrated
from coach.core.rubric import Criterion, Ratings, Rubric
from coach.locale import mark, tr
from coach.surface.keys import numbers
from coach.surface.lit import line, lit, lit_runs
from coach.surface.row import pointer


class AnchorLine(Horizontal):
    """One anchor; the chosen level is marked by a pointer as well as by colour."""

    DEFAULT_CSS = """
    AnchorLine { height: auto; max-width: 90; }
    AnchorLine .level { width: 5; }
    AnchorLine .anchor { width: 1fr; }
    """

    class Clicked(Message):
        """The anchor was clicked."""

        def __init__(self, level: int) -> None:
            super().__init__()
            self.level = level

    def __init__(self, level: int, words: Content) -> None:
        super().__init__()
        self.level = level
        self._words = words
        self._chosen = False

    def compose(self) -> ComposeResult:
        """Put the level in a column of its own, so that the anchors line up."""
        yield Static(self._sign(), classes="level")
        yield Static(self._words, classes="anchor")

    def choose(self, *, chosen: bool) -> None:
        """Mark the level, or take the mark away; only the sign is drawn anew, not the styles."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.query_one(".level", Static).update(self._sign(), layout=False)

    def describe(self, words: Content) -> None:
        """Put other words at the level."""
        self._words = words
        self.query_one(".anchor", Static).update(words)

    def on_click(self, event: events.Click) -> None:
        """Tell whoever shows the anchors."""
        event.stop()
        self.post_message(self.Clicked(self.level))

    def _sign(self) -> Content:
        style = "bold $background on $primary" if self._chosen else "bold $text-primary"
        return line(pointer(here=self._chosen), (f" {self.level} ", style))


def anchor_words(criterion: Criterion, level: int) -> Content:
    """Show a level's anchor, or quietly between which levels it lies."""
    if level in criterion.anchors:
        return lit_runs(inline(criterion.anchors[level]))
    return lit(anchor(criterion, level), "italic $text-muted")


class RubricForm(Vertical):
    """The criteria of a rubric one after the other, each with its anchors; a number key rates.

    After a rating the next criterion without one follows. Every rating posts :class:`Rated` with all
    ratings so far; whoever uses the form decides by :attr:`complete` when they are handed in, and binds
    the key for it. ``ratings`` are those that stand already; ratings of criteria that the rubric does
    not have are left out. :meth:`put` replaces them all.
    """

    DEFAULT_CSS = """
    RubricForm { height: auto; }
    RubricForm .overview { margin-bottom: 1; max-width: 90; }
    RubricForm .criterion { text-style: bold; color: $text-primary; margin-bottom: 1; max-width: 90; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *numbers("rate", mark("rate"), mark("Give the criterion this rating."), last=HIGHEST),
        Binding(
            "down,j,right",
            "move(1)",
            mark("next criterion"),
            key_display="↓",
            tooltip=mark("See the next criterion."),
        ),
        Binding("up,k,left", "move(-1)", mark("last"), show=False, tooltip=mark("See the criterion before.")),
    ]
    can_focus = True

    class Rated(Message):
        """A rating was given; ``ratings`` are all ratings so far."""

        def __init__(self, ratings: Ratings) -> None:
            super().__init__()
            self.ratings = ratings

    def __init__(self, rubric: Rubric, ratings: Ratings) -> None:
        super().__init__()
        self.rubric = rubric
        self.ratings: Ratings = {}
        """The ratings so far, by the id of the criterion."""
        self.current = 0
        """The criterion that is shown, counted from 0."""
        self._take(ratings)

    @property
    def complete(self) -> bool:
        """Whether every criterion is rated."""
        return not unrated(self.rubric, self.ratings)

    def compose(self) -> ComposeResult:
        """Show all criteria in a line, then the current one with its anchors."""
        yield Static(classes="overview")
        yield Static(classes="criterion")
        for level in LEVELS:
            yield AnchorLine(level, anchor_words(self.rubric[self.current], level))

    def on_mount(self) -> None:
        """Draw the first criterion that has no rating."""
        self._draw()

    def put(self, ratings: Ratings) -> None:
        """Replace all ratings, and show the first criterion that has none."""
        self._take(ratings)
        if self.is_mounted:
            self._draw()

    def show_unrated(self) -> None:
        """Show the first criterion that has no rating, if there is one."""
        left = unrated(self.rubric, self.ratings)
        if left:
            self._show(self.rubric.index(left[0]))

    def action_rate(self, level: int) -> None:
        """Rate the criterion that is shown, and go to the next one that is not rated."""
        self.ratings = {**self.ratings, self.rubric[self.current].id: level}
        self.post_message(self.Rated(self.ratings))
        left = [self.rubric.index(one) for one in unrated(self.rubric, self.ratings)]
        behind = [index for index in left if index > self.current]
        self._show((behind or left or [self.current])[0])

    def action_move(self, by: int) -> None:
        """Show the criterion after or before."""
        self._show((self.current + by) % len(self.rubric))

    def on_anchor_line_clicked(self, message: AnchorLine.Clicked) -> None:
        """Rate by the mouse."""
        message.stop()
        self.action_rate(message.level)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer other criteria only where there are any."""
        return action != "move" or len(self.rubric) > 1

    def _take(self, ratings: Ratings) -> None:
        known = {criterion.id for criterion in self.rubric}
        self.ratings = {name: level for name, level in ratings.items() if name in known}
        left = unrated(self.rubric, self.ratings)
        self.current = self.rubric.index(left[0]) if left else 0

    def _show(self, index: int) -> None:
        self.current = index
        self._draw()

    def _draw(self) -> None:
        """Draw the overview anew, and the anchors of the current criterion."""
        criterion = self.rubric[self.current]
        self.query_one(".overview", Static).update(self._overview())
        place = tr("{number} of {total}", number=self.current + 1, total=len(self.rubric))
        self.query_one(".criterion", Static).update(lit(f"{criterion.title}   ·   {place}"))
        for anchor_line in self.query(AnchorLine):
            anchor_line.describe(anchor_words(criterion, anchor_line.level))
            anchor_line.choose(chosen=self.ratings.get(criterion.id) == anchor_line.level)

    def _overview(self) -> Content:
        """Name all criteria with their ratings; a dash stands for one that is not rated."""
        return Content("   ").join(self._brief(index, one) for index, one in enumerate(self.rubric))

    def _brief(self, index: int, criterion: Criterion) -> Content:
        rating = self.ratings.get(criterion.id)
        style = "bold" if index == self.current else "$text-muted"
        number = (str(rating), "bold $text-primary") if rating else ("–", style)
        return line((f"{criterion.title} ", style), number)
