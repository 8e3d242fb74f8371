"""What screens with something to print share."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.message import Message

from coach.locale import tr
from coach.tui.screens.base import CoachScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.core.document import Bundle, Document

T = TypeVar("T")


class PaperScreen(CoachScreen[T]):
    """A screen from which a document can be written as a PDF, beside the interface."""

    class Printed(Message):
        """The document was written to a file; the sentence says to which."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    class NotPrinted(Message):
        """The document could not be made or written, and why."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def print_paper(self, build: "Callable[[], Document | Bundle]", name: str) -> None:
        """Build a document and write it under this name into the current folder; both take a while."""
        self.notify(tr("Printing …"), timeout=2)
        self._print(build, Path.cwd() / name)

    @work(thread=True, exclusive=True, group="print", exit_on_error=False)
    def _print(self, build: "Callable[[], Document | Bundle]", target: Path) -> None:
        from coach.export import Format, render
        from coach.services.printing import write_file
        from coach.services.troubles import is_known

        try:
            rendered = render(build(), Format.PDF)
            write_file(target, rendered.data, replace=True)
        except Exception as error:
            if not is_known(error):
                raise
            self.post_message(self.NotPrinted(error))
            return
        self.post_message(self.Printed(" ".join((tr("Written: {target}.", target=target), *rendered.notes))))

    def on_paper_screen_printed(self, message: Printed) -> None:
        self.notify(message.sentence, timeout=8, markup=False)

    def on_paper_screen_not_printed(self, message: NotPrinted) -> None:
        self.coach.refuse(message.error)
