"""What all screens share: how they reach the services, and where their breakpoints are."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from coach.services import Services
    from coach.tui.app import CoachApp

T = TypeVar("T")
NARROW, WIDE = 0, 100
"""Columns from which side panels have room."""
STANDARD = 80
"""Columns of an ordinary terminal."""
SHORT, TALL = 0, 34
"""Rows from which there is room for blank lines."""


def coach_of(node: DOMNode) -> "CoachApp":
    """Return the app by its own type."""
    return cast("CoachApp", node.app)


def services_of(widget: Widget) -> "Services":
    """Return the use cases."""
    return coach_of(widget).services


class CoachScreen(Screen[T]):
    """A screen of Coach, with the actions that the registry lists for :attr:`where`."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual reads it from the class
        (NARROW, "-narrow"),
        (WIDE, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(SHORT, "-short"), (TALL, "-tall")]  # noqa: RUF012 - as above
    where: ClassVar[str]

    @property
    def coach(self) -> "CoachApp":
        """The app, by its own type."""
        return coach_of(self)

    @property
    def services(self) -> "Services":
        """The use cases."""
        return services_of(self)
