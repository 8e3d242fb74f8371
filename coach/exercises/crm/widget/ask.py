"""A question with a few answers, in the place of the records."""

from textual.message import Message

from coach.surface.lit import lit

from .canvas import Answers, Canvas
from .columns import Column
from .rows import CrmTable


class CrmAsk(CrmTable[tuple[str, str]]):
    """Choose one of a few things with its number, or arrows and enter; what is said about it stands above."""

    class Chosen(Message):
        """One of the options was chosen, by its place from 0; ``None`` is none of them."""

        def __init__(self, choice: int | None) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas, wraps=True)
        self._before = 0
        """Rows above the first option."""
        self._count = 0
        self._options: tuple[str, ...] = ()
        moving: Answers = {"move": self.move, "leaf": self.leaf, "end": self.end, "click": self.click}
        self.answers = {
            **moving,
            "choose": self.open,
            "take": self.take,
            "leave": self.leave,
            "seek": self.seek,
        }

    def ask(self, title: str, text: str, options: tuple[str, ...], at: int = 0) -> None:
        """Ask something else; the pointer begins ``at`` one of the options, counted from 0."""
        self.title = lit(title, "bold")
        above = [("", text), ("", "")] if text else []
        rows = [*above, *((str(number), option) for number, option in enumerate(options, 1))]
        self._before, self._count, self._options = len(above), len(options), options
        self.fill((Column("", 2), Column("")), rows, tuple, self._before + at)

    def open(self) -> None:
        """Choose what the pointer is on."""
        self.take(self.at - self._before)

    def take(self, place: int) -> None:
        """Choose the option at a place, if there is one."""
        if 0 <= place < self._count:
            self.tell(self.Chosen(place))

    def seek(self, letter: str) -> None:
        """Go to the next option that begins with a letter, if there is one."""
        for by in range(1, self._count + 1):
            place = (self.at - self._before + by) % self._count
            if self._options[place].casefold().startswith(letter.casefold()):
                self.move(place - (self.at - self._before))
                return

    def leave(self) -> None:
        """Choose nothing."""
        self.tell(self.Chosen(None))
