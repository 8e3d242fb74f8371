"""The two tables that can be read: ratings for agreement, and groups for adverse impact."""

import re

from coach.core.agreement.ratings import Scale
from coach.core.agreement.reading import (
    BadRow,
    BrokenTable,
    Row,
    convert,
    name,
    read_sheet,
    shown,
    whole_number,
)
from coach.core.conduct import Refused
from coach.core.impact import Group
from coach.core.record import Record
from coach.core.text import visible
from coach.locale import tr

RATING_COLUMNS = ("candidate", "interviewer", "item", "rating")
SAME = {"question": "item"}
"""What a column is called in our own export of scorecards, and here."""

GROUP_COLUMNS = ("group", "selected", "applied")
MOST_POINTS = 21
"""A scale from 0 to 20 is the longest; on a longer one hardly two ratings are the same."""

MOST_ITEMS = 500
MOST_PEOPLE = 1_000_000


class RatingTable(Record):
    """The ratings, by candidate, interviewer and item, and notes on what was not used."""

    ratings: dict[str, dict[str, dict[str, int | None]]]
    notes: tuple[str, ...]


class GroupTable(Record):
    """The groups in their order, and notes."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...]


def read_scale(text: str) -> Scale:
    """Read a scale such as ``1-5``; raises :class:`coach.core.conduct.Refused`."""
    match = re.fullmatch(r"\s*([0-9]{1,4})\s*[-–]\s*([0-9]{1,4})\s*", text, re.ASCII)
    if match is None:
        raise Refused(
            tr("{text} is no scale; write its lowest and highest rating, such as 1-5.", text=shown(text))
        )
    scale = Scale(low=int(match[1]), high=int(match[2]))
    if not 2 <= scale.points <= MOST_POINTS:  # noqa: PLR2004 - one level cannot tell anybody apart
        raise Refused(
            tr(
                "A scale from {scale} has {points} levels and may have 2 to {most_points}; name the "
                "lowest first, such as 1-5.",
                scale=scale,
                points=max(scale.points, 0),
                most_points=MOST_POINTS,
            )
        )
    return scale


def read_ratings(data: bytes, file: str, scale: Scale) -> RatingTable:
    """Read ratings, a row for each, blank for "not assessed"; raises :class:`BrokenTable`."""
    sheet = read_sheet(data, file, RATING_COLUMNS, SAME)
    ratings: dict[str, dict[str, dict[str, int | None]]] = {}
    first: dict[tuple[str, str, str], int] = {}

    def add(row: Row) -> None:
        candidate, interviewer, item = (
            name(cell, column) for cell, column in zip(row.cells, RATING_COLUMNS[:3], strict=False)
        )
        earlier = first.setdefault((candidate, interviewer, item), row.number)
        if earlier != row.number:
            raise BadRow(
                tr(
                    "the rating of {candidate} by {interviewer} on {item} is in row {earlier} already, so it "
                    "is unclear which counts; delete one",
                    candidate=shown(candidate),
                    interviewer=shown(interviewer),
                    item=shown(item),
                    earlier=earlier,
                )
            )
        rating = _rating(row.cells[3], scale)
        ratings.setdefault(candidate, {}).setdefault(interviewer, {})[item] = rating

    convert(sheet, add)
    items = {item for _, _, item in first}
    if not first:
        raise BrokenTable(
            tr("{file} has a header and no ratings; write a row for each rating.", file=visible(file))
        )
    if len(items) > MOST_ITEMS:
        raise BrokenTable(
            tr(
                "{file} has {items:,} different items, and at most {most_items} are analysed; see "
                "whether the column item holds what was rated.",
                file=visible(file),
                items=len(items),
                most_items=MOST_ITEMS,
            )
        )
    return RatingTable(ratings=ratings, notes=sheet.notes)


def _rating(text: str, scale: Scale) -> int | None:
    if not text:
        return None
    try:
        rating = whole_number(text, "rating")
    except BadRow:
        raise BadRow(
            tr(
                "rating {text} is no whole number; write one from {scale}, or nothing for “not assessed”",
                text=shown(text),
                scale=scale,
            )
        ) from None
    if not scale.low <= rating <= scale.high:
        raise BadRow(
            tr(
                "rating {rating} is outside the scale from {scale}; mend it, or name the scale with --scale",
                rating=rating,
                scale=scale,
            )
        )
    return rating


def read_groups(data: bytes, file: str) -> GroupTable:
    """Read how many applied and were selected in each group; raises :class:`BrokenTable`."""
    sheet = read_sheet(data, file, GROUP_COLUMNS)
    first: dict[str, int] = {}

    def group(row: Row) -> Group:
        told = name(row.cells[0], "group")
        if first.setdefault(told, row.number) != row.number:
            raise BadRow(
                tr(
                    "the group {group} is in row {first} already; put both together",
                    group=shown(told),
                    first=first[told],
                )
            )
        selected, applied = (
            whole_number(cell, column) for cell, column in zip(row.cells[1:], GROUP_COLUMNS[1:], strict=True)
        )
        if applied > MOST_PEOPLE:
            raise BadRow(
                tr(
                    "applied is {applied:,}, and at most {most_people:,} can be worked with",
                    applied=applied,
                    most_people=MOST_PEOPLE,
                )
            )
        if selected > applied:
            raise BadRow(
                tr(
                    "{selected} were selected and only {applied} applied; mend one of the two",
                    selected=selected,
                    applied=applied,
                )
            )
        return Group(name=told, selected=selected, applied=applied)

    groups = convert(sheet, group)
    if len(groups) < 2:  # noqa: PLR2004 - it takes two to compare
        raise BrokenTable(
            tr("{file} has fewer than two groups to compare; write a row for each group.", file=visible(file))
        )
    return GroupTable(groups=tuple(groups), notes=sheet.notes)
