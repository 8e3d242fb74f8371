"""Ids and texts that stand there twice, so that nobody could tell one from the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from coach.core.finding import Finding, Path
from coach.locale import mark, tr


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id, as the author wrote it."""


ID = mark("id")
ANSWERS, RATINGS, CHECKS = mark("answers"), mark("ratings"), mark("checks")
"""What could not be told apart where ids are used twice; ``checks`` are those of a rulebook."""


def alike(text: str) -> str:
    """Reduce a text to what tells it from others for a reader: neither case nor extra spaces do."""
    return " ".join(text.casefold().split())


def repeated(
    texts: Iterable[tuple[Path, str]], fold: Callable[[str], str] = alike
) -> Iterator[tuple[Path, str]]:
    """Give the texts, with their places, that another one before says already."""
    seen: set[str] = set()
    for path, text in texts:
        folded = fold(text)
        if folded in seen:
            yield path, text
        seen.add(folded)


def placed_ids(where: Path, things: Iterable[Named]) -> Iterator[tuple[Path, str]]:
    """Give the ids of a list at ``where``, each with its place."""
    for index, thing in enumerate(things):
        yield (*where, index, "id"), thing.id


def ids_twice(ids: Iterable[tuple[Path, str]], what: str = ID, *, lost: str = ANSWERS) -> Iterator[Finding]:
    """Find ids used twice (C010); ``lost`` says what could not be told apart then.

    ``what`` names the ids in the sentence, such as "option id".
    """
    for path, name in repeated(ids, str):
        text = tr(
            "{what} {name!r} is used twice, so {lost} could not be told apart; rename one",
            what=tr(what),
            name=name,
            lost=tr(lost),
        )
        yield Finding(code="C010", path=path, text=text)
