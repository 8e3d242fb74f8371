"""Rating by a rubric in words: asking, reading and telling ratings, on lines and on paper."""

from collections.abc import Iterator
from typing import Protocol

from coach.core.bank import HIGHEST, LOWEST
from coach.core.document import AnyBlock, Choice, Choices, Column, Heading, Inline, Run, Table, Together
from coach.core.exercise import Unreadable
from coach.core.finding import Finding
from coach.core.prose import inline, unmarked
from coach.core.rubric import Criterion, Ratings, Rubric
from coach.core.twice import RATINGS, ids_twice, placed_ids
from coach.locale import mark, tr

LEVELS = range(LOWEST, HIGHEST + 1)
"""All levels of the scale."""

ANCHORED = (LOWEST, (LOWEST + HIGHEST) // 2, HIGHEST)
"""The levels that every criterion must describe."""

FOR_COMPARISON = mark("It does not change the score; it is there to be compared with a mentor's rating.")
"""What a rating by oneself is for."""


class Rated(Protocol):
    """An exercise whose answers can be rated by a rubric."""

    @property
    def rubric(self) -> Rubric:
        """What they are rated by."""


def rubric_of(spec: Rated) -> Rubric:
    """Give what a mentor rates by."""
    return spec.rubric


def anchor(criterion: Criterion, level: int) -> str:
    """Return what a level is like; one without words of its own lies between its neighbours."""
    return criterion.anchors.get(level) or tr("between {low} and {high}", low=level - 1, high=level + 1)


def asked(rubric: Rubric, criterion: Criterion) -> str:
    """Put one criterion with its anchors, best last, and say how to rate."""
    how = tr("Type a number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
    return f"{_described(rubric, criterion)}\n{how}"


def described(rubric: Rubric) -> list[str]:
    """Give every criterion with its anchors, best last."""
    return [_described(rubric, criterion) for criterion in rubric]


def _described(rubric: Rubric, criterion: Criterion) -> str:
    number = [one.id for one in rubric].index(criterion.id) + 1
    heading = tr("{title} ({number} of {total})", title=criterion.title, number=number, total=len(rubric))
    return "\n".join([heading, *(f"  {level}  {unmarked(anchor(criterion, level))}" for level in LEVELS)])


def titles(rubric: Rubric) -> str:
    """Name all criteria, with commas between them."""
    return ", ".join(criterion.title for criterion in rubric)


def unrated(rubric: Rubric, ratings: Ratings) -> tuple[Criterion, ...]:
    """Return the criteria that have no rating yet, in their order."""
    return tuple(criterion for criterion in rubric if criterion.id not in ratings)


def read_level(word: str) -> int:
    """Read one rating; raises :class:`coach.core.exercise.Unreadable`."""
    if word.strip() in map(str, LEVELS):
        return int(word)
    raise Unreadable(
        tr("That is no rating. Type a number from {lowest} to {highest}.", lowest=LOWEST, highest=HIGHEST)
    )


def read_ratings(rubric: Rubric, line: str) -> Ratings:
    """Read one rating for each criterion, separated by spaces or commas, in the order of the rubric.

    Raises :class:`coach.core.exercise.Unreadable`.
    """
    words = line.replace(",", " ").split()
    if len(words) != len(rubric):
        raise Unreadable(
            tr(
                "There are {given} ratings for {wanted}: {titles}. Type a number from {lowest} to {highest} "
                "for each.",
                given=len(words),
                wanted=len(rubric),
                titles=titles(rubric),
                lowest=LOWEST,
                highest=HIGHEST,
            )
        )
    return {criterion.id: read_level(word) for criterion, word in zip(rubric, words, strict=True)}


def told(rubric: Rubric, ratings: Ratings) -> str:
    """Name each criterion that was rated, with its rating: ``Clarity 4, Request 3``."""
    return ", ".join(f"{one.title} {ratings[one.id]}" for one in rubric if one.id in ratings)


def compared(heading: str, rubric: Rubric, ratings: Ratings) -> str:
    """Say in a sentence how a trainee rated, and what for; nothing if they did not."""
    rated = told(rubric, ratings)
    return f"{heading}: {rated}. {tr(FOR_COMPARISON)}" if rated else ""


def without_last(rubric: Rubric, ratings: Ratings) -> Ratings:
    """Take the rating of the last criterion that has one away."""
    rated = [criterion.id for criterion in rubric if criterion.id in ratings]
    return {name: level for name, level in ratings.items() if name not in rated[-1:]}


def on_paper(rubric: Rubric) -> tuple[AnyBlock, ...]:
    """Print each criterion with its anchors, best first, and boxes to tick."""
    columns = (Column(title=tr("Level"), share=1), Column(title=tr("What you see or hear"), share=10))
    return tuple(
        Together(
            blocks=(
                Heading(text=criterion.title, level=3),
                Table(columns=columns, rows=tuple(_row(criterion, level) for level in reversed(LEVELS))),
                Choices(label=tr("Rating"), choices=tuple(Choice(label=str(level)) for level in LEVELS)),
            )
        )
        for criterion in rubric
    )


def _row(criterion: Criterion, level: int) -> tuple[Inline, Inline]:
    described = inline(anchor(criterion, level))
    if level not in criterion.anchors:
        described = (Run(text=anchor(criterion, level), emphasis=True),)
    return ((Run(text=str(level), strong=True),), described)


def findings(rubric: Rubric, code: str) -> Iterator[Finding]:
    """Find criteria without the anchors they need (told by ``code``), and ids used twice (C010)."""
    for index, criterion in enumerate(rubric):
        missing = [str(level) for level in ANCHORED if level not in criterion.anchors]
        if missing:
            yield Finding(
                code=code,
                path=("rubric", index, "anchors"),
                text=tr(
                    "there is no anchor for {missing}, so people would rate by feeling; describe what one "
                    "sees or hears at that level",
                    missing=tr(" and ").join(missing),
                ),
            )
    yield from ids_twice(placed_ids(("rubric",), rubric), tr("criterion id"), lost=RATINGS)
