"""Search over everything the library holds, as a use case."""

from pathlib import Path
from threading import Lock

from coach.content.library import Library, NotFound
from coach.content.nearest import nearest
from coach.core.bank import Question
from coach.core.curriculum import Competency
from coach.core.search import Findable, Found, search


class SearchService:
    """Finds modules, sessions, lessons, steps and questions by their words.

    What can be found is read when it is first wanted and then kept: the first call takes up to some
    seconds with very much content, so a screen should make it beside the interface.
    """

    def __init__(self, library: Library, cache: Path) -> None:
        self._library = library
        self._cache = cache
        self._items: tuple[Findable, ...] | None = None
        self._lock = Lock()

    @property
    def items(self) -> tuple[Findable, ...]:
        """Everything that can be found."""
        from coach.content.catalogue import catalogue

        with self._lock:
            if self._items is None:
                self._items = catalogue(self._library, self._cache)
            return self._items

    def find(self, query: str, most: int = 50) -> list[Found]:
        """Find what holds every word of the query, the best first."""
        return search(self.items, query, most)

    def question(self, bank: str, name: str) -> tuple[Question, Competency | None]:
        """Return a question with its competency; raises what the library raises for unknown names."""
        questions = {question.id: question for question in self._library.bank(bank).value.questions}
        if name not in questions:
            raise NotFound("question", name, nearest(name, questions))
        found = questions[name]
        return found, self._library.competencies().get(found.competency)
