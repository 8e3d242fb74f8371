"""What all files of content have in common once they are read, and a name that must match."""

from typing import Protocol

from coach.content.document import Document
from coach.content.problem import Problem, quoted
from coach.locale import tr


class Read(Protocol):
    """A file that was read: where, what was wrong, and the id it gives itself."""

    @property
    def document(self) -> Document:
        """The file with its places."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was wrong in it by itself."""

    @property
    def name(self) -> str:
        """The id the file gives itself; empty if it cannot be used."""


def misnamed(document: Document, name: str, key: str = "id") -> Problem:
    """Tell that the id in a file, under its key, is not the name under which the file is found."""
    found = document.at((key,))
    text = tr(
        "the {key} here is {found} but the file or folder is called {name}, so it could not be "
        "found by its id; make them the same",
        key=key,
        found=quoted(found),
        name=quoted(name),
    )
    return document.problem("C017", (key,), text)
