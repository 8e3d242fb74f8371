"""What a form asks for: its fields, what may be entered, and what is wrong with it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from textual.suggester import Suggester


class Entry(NamedTuple):
    """A field of a form. With ``choices`` (pairs of value and label) one of them is taken, else it is typed.

    ``proposals`` gives texts that are completed while typing, ``hint`` stands in the field while it is empty.
    """

    name: str
    label: str
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    proposals: Callable[[], Iterable[str]] = tuple
    longest: int = 0
    hint: str = ""

    @property
    def first(self) -> str:
        """What the field begins with; of its choices the first, if its value is none of them."""
        values = [value for value, _ in self.choices]
        return self.value if self.value in values or not values else values[0]

    def place_of(self, value: str) -> int:
        """Give the place of a value among the choices."""
        return [one for one, _ in self.choices].index(value)

    def beginning(self, letter: str, at: int) -> int:
        """Give the place of the next choice behind ``at`` that begins with a letter; ``at`` if none does."""
        count = len(self.choices)
        behind = ((at + by) % count for by in range(1, count + 1))
        fits = (place for place in behind if self.choices[place][1].casefold().startswith(letter.casefold()))
        return next(fits, at)


Troubles: TypeAlias = Iterable[tuple[str, str]]
"""Fields by their names, with what is wrong with each; the name "" stands for the whole."""

Save: TypeAlias = Callable[[dict[str, str]], Troubles]
"""Takes what was entered and gives troubles, or none if it is saved."""


class Proposals(Suggester):
    """Completes what is typed; the texts are gathered at the first letter, since there may be thousands."""

    def __init__(self, gather: Callable[[], Iterable[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self._gather = gather
        self._texts: list[tuple[str, str]] | None = None

    async def get_suggestion(self, value: str) -> str | None:
        """Give the first text that begins so, whatever its case."""
        if self._texts is None:
            self._texts = [(text.casefold(), text) for text in self._gather()]
        return next((text for folded, text in self._texts if folded.startswith(value)), None)
