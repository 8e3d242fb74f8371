"""One piece: read on one side, rated on the other."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from coach.locale import mark, tr
from coach.surface.rubric import RubricForm
from coach.tui.actions import bindings
from coach.tui.screens import mentor_words as words
from coach.tui.screens.base import CoachScreen
from coach.tui.told import told
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.services.pieces import Piece

LEAVING = (
    ("save", mark("Save the ratings")),
    ("drop", mark("Leave without saving")),
)
RATING = "rating"
"""The screen's class while the rating has the keys; where there is little room only it is shown then."""


class PieceScreen(CoachScreen[None]):
    """Enter goes from the piece to the rating and back; ratings of others show once one's own is saved."""

    where = "piece"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("piece")]
    DEFAULT_CSS = """
    PieceScreen .desk { height: 1fr; }
    PieceScreen .desk > VerticalScroll { width: 1fr; height: 1fr; padding: 1 3 0 3; }
    PieceScreen.-narrow .desk > VerticalScroll { padding: 1 2 0 2; }
    PieceScreen.-wide .rating { border-left: solid $border-blurred; }
    PieceScreen.-narrow .rating { display: none; }
    PieceScreen.-narrow.rating .rating { display: block; }
    PieceScreen.-narrow.rating .piece { display: none; }
    PieceScreen .desk > VerticalScroll > Static { max-width: 90; padding-right: 1; }
    PieceScreen .note { margin-top: 1; }
    PieceScreen .compared { margin: 1 0; display: none; }
    PieceScreen .compared.shown { display: block; }
    """

    def __init__(self, piece: "Piece") -> None:
        super().__init__()
        self._piece = piece
        self._note = ""
        self._saved = True

    def compose(self) -> ComposeResult:
        mine = self._piece.by(self.services.mentor.mentor)
        self._note = mine.note if mine is not None else ""
        yield TopLine(words.title(self._piece))
        with Horizontal(classes="desk"):
            with VerticalScroll(classes="piece"):
                yield Static(words.laid_out(self._piece))
            with VerticalScroll(classes="rating", can_focus=False):
                yield RubricForm(self._piece.rubric, mine.ratings if mine is not None else {})
                yield Static(classes="note")
                yield Static(classes="compared")
        yield KeyLine()

    def on_mount(self) -> None:
        self._read()
        self._refresh()

    def _read(self) -> None:
        self.remove_class(RATING)
        self.query_one(".piece").focus()
        self.query_one(KeyLine).lead = (("⏎", mark("rate")),)

    def action_turn(self) -> None:
        """Give the keys to the rating, or back to the piece."""
        if self.has_class(RATING):
            self._read()
            return
        self.add_class(RATING)
        self.query_one(KeyLine).lead = (("⏎", mark("read")),)
        self.query_one(RubricForm).focus()

    def _refresh(self) -> None:
        """Show how far the rating has come, the note, and, once one has rated, what others gave."""
        me, rated = self.services.mentor.mentor, len(self.query_one(RubricForm).ratings)
        self.query_one(TopLine).show(right=words.standing(self._piece, rated, saved=self._saved))
        self.query_one(".note", Static).update(words.note(self._note))
        compared = self.query_one(".compared", Static)
        compared.set_class(self._piece.open_to(me), "shown")
        if self._piece.open_to(me):
            compared.update(words.compared(self._piece, me))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer to save only what is not saved."""
        return action != "save" or not self._saved

    def on_rubric_form_rated(self, message: RubricForm.Rated) -> None:
        message.stop()
        self._saved = False
        self._refresh()

    def action_note(self) -> None:
        from coach.tui.screens.note import NoteScreen

        def keep(text: str) -> None:
            if text.strip() != self._note:
                self._note, self._saved = text.strip(), False
                self._refresh()

        self.app.push_screen(NoteScreen(tr("to {name}", name=self._piece.name), self._note, keep))

    @told
    def action_save(self) -> None:
        mentor, ratings = self.services.mentor, self.query_one(RubricForm).ratings
        self._piece = mentor.rate(self._piece.id, ratings, self._note)
        self._saved = True
        self._refresh()
        self.query_one(".rating", VerticalScroll).scroll_end(animate=False)

    def action_scroll(self, lines: int) -> None:
        wanted = ".rating" if self.has_class(RATING) else ".piece"
        self.query_one(f".desk > {wanted}", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        from coach.tui.screens.dialogs import Choose

        def answered(choice: str | None) -> None:
            if choice == "save":
                self.action_save()
            if choice == "drop" or (choice == "save" and self._saved):
                self.dismiss(None)

        options = tuple((choice, tr(text)) for choice, text in LEAVING)
        if self._saved:
            self.dismiss(None)
        else:
            self.app.push_screen(Choose(tr("Your rating is not saved"), "", options), answered)
