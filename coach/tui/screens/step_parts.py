"""What a step looks like on the screen, from its heading to its sources."""

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from coach import exercises
from coach.core.curriculum import Practice, Reading
from coach.surface.exercise import ExerciseWidget
from coach.surface.prose import Prose
from coach.tui.screens import step_words as words
from coach.tui.screens.step_kept import KeptLine
from coach.tui.widgets.mentors import Mentors

if TYPE_CHECKING:
    from coach.services.run import Run


class Parts(NamedTuple):
    """The widgets of a step from top to bottom, and those of them that one works with.

    ``exercise`` is ``None`` for a reading or a practice.
    """

    widgets: tuple[Widget, ...]
    exercise: ExerciseWidget[Any, Any] | None
    mentors: Mentors


def parts(run: "Run", index: int) -> Parts:
    """Make the widgets of a step, with room for hints, the verdict and what mentors gave."""
    lesson, step = run.steps[index]
    kind = run.kind(index)
    exercise: ExerciseWidget[Any, Any] | None = None
    text: tuple[Widget, ...] = ()
    if isinstance(step, Reading | Practice):
        text = (Prose(step.text),)
    elif kind is not None:
        exercise = exercises.load_widget(kind.name)(step, run.context(index))
        text = (exercise,)
    mentors = Mentors()
    widgets = (
        Static(words.heading(lesson, step), classes="step-heading"),
        KeptLine(run.place(index), step.title or lesson.title),
        *text,
        Vertical(classes="hints"),
        Static(classes="verdict"),
        mentors,
        *(Static(source, classes="source") for source in words.sources(step)),
    )
    return Parts(widgets=widgets, exercise=exercise, mentors=mentors)
