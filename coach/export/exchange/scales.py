"""How our ratings and recommendations are said elsewhere.

Field names and values are those of the Greenhouse Harvest API v1 (scorecards), of Lever's feedback
forms and of Ashby's ``applicationFeedback``, as their public documentation has them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from coach.core.bank import HIGHEST
from coach.core.interview import Overall

GreenhouseRating = Literal["definitely_not", "no", "mixed", "yes", "strong_yes", "no_decision"]
GreenhouseOverall = Literal["definitely_not", "no", "yes", "strong_yes", "no_decision"]
"""An overall recommendation has no ``mixed``."""

NO_DECISION: Literal["no_decision"] = "no_decision"

GREENHOUSE: Mapping[int, GreenhouseRating] = MappingProxyType(
    {1: "definitely_not", 2: "no", 3: "mixed", 4: "yes", 5: "strong_yes"}
)
GREENHOUSE_OVERALL: Mapping[str, GreenhouseOverall] = MappingProxyType(
    {
        Overall.STRONG_NO: "definitely_not",
        Overall.NO: "no",
        Overall.YES: "yes",
        Overall.STRONG_YES: "strong_yes",
    }
)

FROM_GREENHOUSE: Mapping[str, int] = MappingProxyType({word: rating for rating, word in GREENHOUSE.items()})
"""Back again; ``no_decision`` is no rating and therefore not in it."""

LEVER_OVERALL: Mapping[str, str] = MappingProxyType(
    {
        Overall.STRONG_NO: "1 - Strong No Hire",
        Overall.NO: "2 - No Hire",
        Overall.YES: "3 - Hire",
        Overall.STRONG_YES: "4 - Strong Hire",
    }
)

ASHBY: Mapping[int, int] = MappingProxyType({1: 1, 2: 2, 4: 3, 5: 4})
"""Four levels without a middle, so 3 has none."""

ASHBY_OVERALL: Mapping[str, int] = MappingProxyType(
    {Overall.STRONG_NO: 1, Overall.NO: 2, Overall.YES: 3, Overall.STRONG_YES: 4}
)


def marked(rating: int, note: str) -> str:
    """Put a rating with its scale before a note: ``[3/5] Had a method.``."""
    return f"[{rating}/{HIGHEST}] {note}".rstrip()
