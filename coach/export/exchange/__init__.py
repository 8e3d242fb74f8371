"""Scorecards to and from other recruiting systems, with what is lost on the way declared.

One module a system; each has its shapes as records, so that a field cannot be misspelt unnoticed.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from coach.export.exchange.outgoing import Card, Exported, Loss

__all__ = ["Card", "Exported", "Loss", "System", "exported"]


class System(StrEnum):
    """Whose shape scorecards leave in; the value is what people type."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    JSON = "json"
    CSV = "csv"

    @property
    def ending(self) -> str:
        """What the name of such a file ends in."""
        return ".csv" if self is System.CSV else ".json"


def exported(system: System, cards: Sequence[Card], program: str) -> Exported:
    """Bring submitted scorecards into the shape of a system; the same cards always give the same bytes.

    ``program`` says what wrote the file, with its version.
    """
    match system:
        case System.GREENHOUSE:
            from coach.export.exchange.greenhouse import as_greenhouse

            return as_greenhouse(cards)
        case System.LEVER:
            from coach.export.exchange.lever import as_lever

            return as_lever(cards)
        case System.ASHBY:
            from coach.export.exchange.ashby import as_ashby

            return as_ashby(cards)
        case System.JSON:
            from coach.export.exchange.whole import as_json

            return as_json(cards, program)
        case System.CSV:
            from coach.export.exchange.rows import as_csv

            return as_csv(cards)
    assert_never(system)
