"""A comparison as it is shown: on the screen, line by line, on paper and in files alike."""

from collections.abc import Mapping

from coach.core.bank import Guide, GuideCompetency
from coach.core.panel.comparison import Comparison, Place, counted
from coach.core.record import Record


class ComparisonRow(Record):
    """One candidate; ``place`` is ``None`` while nothing of the scorecards is revealed to the viewer.

    ``interviews`` are the scorecards that count, by id, and ``decision`` is the outcome that holds.
    """

    candidate: str
    place: Place | None = None
    interviews: tuple[str, ...] = ()
    decision: str = ""


class ComparisonView(Record):
    """Candidates beside each other, as far as they are revealed to the viewer.

    ``rows`` begin with those who have a place, in its order; those without follow, and those who are not
    revealed come last. ``comparison`` is ``None`` where nobody is revealed, and with ``totals_only``: then
    a place holds score and coverage and nothing else. ``left_out`` names interviews that were held with
    another version of the kit, ``erased`` counts candidates whose record was erased.
    """

    requisition: str
    """The requisition's id; of several, all ids, separated by commas."""
    title: str
    guide: Guide
    names: Mapping[str, str]
    """The members' names by profile."""
    dropped: Mapping[str, str]
    """Questions that count for nobody, by id, and why."""
    rows: tuple[ComparisonRow, ...]
    comparison: Comparison | None
    totals_only: bool = False
    left_out: tuple[str, ...] = ()
    erased: int = 0

    @property
    def competencies(self) -> tuple[GuideCompetency, ...]:
        """The columns: what is rated and counts."""
        return counted(self.guide, self.dropped).competencies

    @property
    def revealed(self) -> tuple[ComparisonRow, ...]:
        """The candidates whose numbers are shown."""
        return tuple(row for row in self.rows if row.place is not None)
