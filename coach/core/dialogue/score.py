"""What a conversation comes to: points up to their caps, and whether its ending is a won one."""

from coach.core.dialogue.plot import Plot
from coach.core.dialogue.situation import Situation

JUST_BELOW = 0.01
"""So far below the pass mark a conversation stays that was not won."""


def score(plot: Plot, situation: Situation) -> float:
    """Return the share of points, from 0 to 1; below the pass mark unless the ending is a won one."""
    share = sum(situation.points) / sum(plot.caps)
    ending = plot.cast.endings.get(situation.ending)
    if ending is not None and ending.won:
        return share
    return min(share, max(0.0, plot.script.pass_mark - JUST_BELOW))
