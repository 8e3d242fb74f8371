"""A field to type into that is seen as a part of a line of the canvas."""

from typing import Self

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import Input

from .canvas import Canvas


class CrmTyped(Input):
    """Lies below the canvas from the start and never moves; the canvas shows it at :attr:`place`.

    To show, hide or move a widget means to divide the room of the whole screen anew, which takes as long as
    all the rest of what is done for a key.
    """

    DEFAULT_CSS = """
    CrmTyped { background-tint: $foreground 5%; }
    """

    def __init__(self, canvas: Canvas, placeholder: str = "") -> None:
        self._canvas: Canvas | None = None
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self._canvas = canvas
        self.place: Offset | None = None
        """Where on the canvas it begins; ``None`` while it is not seen."""

    @property
    def shown(self) -> bool:
        """Whether it is seen."""
        return self._canvas is not None and self._canvas.page.field is self and self.place is not None

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is seen on the screen."""
        return super().cursor_screen_offset + (self.place or Offset(0, 0))

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """Look for no other styles: it looks the same with the keys and without, but for its cursor."""

    def allow_focus(self) -> bool:
        return self.shown

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint it again where it is seen; whatever stands in it, it needs no other room."""
        if self._canvas is not None and self.shown and self.place is not None:
            self._canvas.redraw(self._canvas.page, [self.place.y])
        layout = layout and not self.is_mounted
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def widen(self, width: int) -> None:
        """Be so wide from now on, for which the room is divided anew."""
        if self.outer_size.width != width and self._canvas is not None:
            self.styles.width = width
            self._canvas.refresh(layout=True)

    def put_into(self, line: Strip) -> Strip:
        """Put it into the line on which it is seen."""
        assert self.place is not None
        at, width = self.place.x, self.outer_size.width
        own = self.render_lines(Region(0, 0, width, 1))
        line = line.extend_cell_length(at + width)
        return Strip.join([line.crop(0, at), *own, line.crop(at + width, line.cell_length)])
