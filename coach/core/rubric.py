"""Judging a written or spoken piece on anchors: the same scale for trainees, colleagues and mentors."""

from typing import Annotated

import msgspec

from coach.core.bank import Rating
from coach.core.record import Id, Record, Text


class Criterion(Record):
    """One thing that a piece is judged by.

    ``anchors`` describe what can be seen or heard at levels 1, 3 and 5 (required) and 2 and 4, as in
    interviews.
    """

    id: Id
    title: Text
    anchors: dict[Rating, Text]
    competency: str = ""


Rubric = Annotated[tuple[Criterion, ...], msgspec.Meta(max_length=6)]
"""A few criteria; each is rated by itself."""

Ratings = dict[str, Rating]
"""Ratings by criterion; a criterion that is not there was not rated, which is no number."""
