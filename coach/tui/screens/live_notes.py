"""The notes of the live screen: saved while one types, and never lost to another window or a full disk."""

from typing import TYPE_CHECKING

from textual.widgets import Static

from coach.core import conduct
from coach.core.notes import MARK, below, caution, topics_in
from coach.locale import tr
from coach.store.errors import StoreError
from coach.surface.lit import lit
from coach.tui.screens import live_words as words

if TYPE_CHECKING:
    from textual.timer import Timer

    from coach.core.interview import InterviewState
    from coach.tui.screens.live import LiveScreen

RETRY = 1.0
"""Seconds until the disk is tried again after it refused."""
AUTOSAVE = 0.4
"""Seconds of typing that a killed program may lose at most; the promise is one second."""


class CautionLine(Static):
    """A calm line under the notes; without words, which is nearly always, it takes no room."""

    DEFAULT_CSS = """
    CautionLine { display: none; height: auto; max-height: 2; padding: 0 2; color: $text-warning; }
    CautionLine.shown { display: block; }
    """

    def tell(self, text: str) -> None:
        """Say this, or nothing; only a change lays anything out anew."""
        if text != self._told:
            self._told = text
            self.update(lit(text))
            self.set_class(bool(text), "shown")

    _told = ""


class NoteKeeper:
    """Keeps the text area and the note on disk the same."""

    def __init__(self, screen: "LiveScreen") -> None:
        self._screen = screen
        self._saving: Timer | None = None
        self.place = ""
        """The place whose note stands in the text area; empty before the first is shown."""
        self._typed = ""
        """What stands in the text area, which is gone before the last of it can be saved."""
        self._looked_at = ("", "")
        self._caution = ""

    @property
    def _state(self) -> "InterviewState":
        return self._screen.state

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on disk."""
        return self.place != "" and self._screen.note.text != self._state.note(self.place)

    def show(self) -> bool:
        """Show the note of the place at hand; whether that is another than before."""
        if self.place == self._state.place:
            return False
        self.place = self._state.place
        self._typed = self._state.note(self.place)
        self._screen.note.load_text(self._typed)
        return True

    def caution(self) -> str:
        """Say what the saved note touches that it should not; looked at only when it has changed."""
        state = self._state
        standing = (state.place, state.note(state.place))
        if standing != self._looked_at:
            self._looked_at = standing
            self._caution = caution(topics_in(standing[1], state.guide.topics, state.guide.language))
        return self._caution

    def typed(self) -> bool:
        """Take note of a change; whether it is one that will be saved in a moment."""
        self._typed = self._screen.note.text
        if self._saving is not None or self._typed == self._state.note(self.place):
            return False
        self._saving = self._screen.set_timer(AUTOSAVE, self._screen.save_note)
        return True

    def save(self) -> bool:
        """Write what was typed since the last time to disk; whether that is where it is now.

        While the disk refuses, it is tried again by itself.
        """
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if not self.unsaved:
            return True
        saved = self._screen.act(conduct.edit_note, self.place, self._screen.note.text)
        if not saved and not self._screen.overtaken:
            self._saving = self._screen.set_timer(RETRY, self._screen.save_note)
        return saved

    def put_parts(self) -> None:
        """Put the letters of situation, task, action and result below the line of the cursor."""
        area = self._screen.note
        row = area.cursor_location[0]
        line = area.document[row]
        inserted = below(line)
        area.insert(inserted, (row, len(line)), maintain_selection_offset=False)
        first = (row + 1, 0) if inserted.startswith("\n") else (row, len(line))
        area.move_cursor((first[0], first[1] + 1 + len(MARK)))

    def reload(self) -> None:
        """Load what others wrote; what one typed oneself and could not save is kept below it."""
        self._merge(self._screen.note.text)
        self.place = ""

    def keep_last(self) -> str:
        """Save what was typed in the last moment; what went wrong, if anything did."""
        if not self.place or self._typed == self._state.note(self.place):
            return ""
        try:
            self._merge(self._typed)
        except (conduct.Refused, StoreError) as error:
            return tr("The last of the notes could not be saved. {error}", error=error)
        return ""

    def _merge(self, typed: str) -> None:
        """Load what others wrote, and write what was typed here and not saved below their note."""
        place, before = self.place, self._state.note(self.place)
        theirs = self._screen.desk.reload().note(place)
        if typed not in (before, theirs):
            both = typed if theirs == before else words.both(theirs, typed)
            self._screen.desk.act(conduct.edit_note, place, both)
