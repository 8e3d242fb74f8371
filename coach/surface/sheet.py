"""A field for texts of several lines, as exercises have it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import TextArea

TAKEN = ("f6", "f7")
"""Keys that mark text in Textual's own field; here they go to the next step and set a bookmark."""


class Sheet(TextArea, inherit_bindings=False):
    """A text area that leaves the function keys to the step around it; tab leads on to what is next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        one for one in TextArea.BINDINGS if not (isinstance(one, Binding) and one.key in TAKEN)
    ]
