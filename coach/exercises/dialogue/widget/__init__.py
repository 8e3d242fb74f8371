"""A conversation on the screen."""

from .talk import DialogueWidget

WIDGET = DialogueWidget
