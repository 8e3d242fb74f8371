"""Recorded plays beside what their author expects of them."""

from collections.abc import Iterator

from coach.core.dialogue.engine import ending
from coach.core.dialogue.plot import Plot
from coach.core.dialogue.run import Run, play
from coach.core.dialogue.score import score
from coach.core.dialogue.script import Play
from coach.core.finding import Finding
from coach.locale import mark, tr, trp

from .spec import Spec
from .words import percent

CLOSE = 0.005
"""Scores that an author writes with two decimals are met if they differ by no more than this."""

UNTRIED = {
    True: mark("no recorded play passes, so nobody sees when a change turns the talk over; record one"),
    False: mark("no recorded play fails, so nobody sees when a change turns the talk over; record one"),
}
"""What is missing where no play passes, and where none fails."""


def play_findings(spec: Spec, plot: Plot) -> Iterator[Finding]:
    """Find plays that do not come to what is expected; one must pass and one must fail."""
    runs = [play(plot, one.select, one.seed) for one in spec.plays]
    for index, (one, run) in enumerate(zip(spec.plays, runs, strict=True)):
        for field, trouble in _broken(plot, one, run):
            text = tr("in the play {play!r} {trouble}", play=one.name, trouble=trouble)
            yield Finding(code="C195", path=("plays", index, *field), text=text)
    passes = [score(plot, run.state.situation) >= spec.pass_mark for run in runs]
    for wanted, text in UNTRIED.items():
        if wanted not in passes:
            yield Finding(code="C195", path=("plays",) if spec.plays else (), text=tr(text))


def _broken(plot: Plot, one: Play, run: Run) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give what of a play does not come as expected, with the field that says so."""
    if run.left:
        cannot = tr("{option!r} cannot be said when its turn comes; correct the choices", option=run.left[0])
        yield ("select",), cannot
        return
    if not run.state.over:
        yield ("select",), tr("the talk has not ended after the last choice; choose on until it has")
        return
    expect, situation = one.expect, run.state.situation
    reached, points = ending(plot, situation), score(plot, situation)
    if expect.ending is not None and (reached is None or reached.id != expect.ending):
        found = reached.id if reached else trp("ending", "none")
        other = tr("the ending is {found!r} and not {expected!r}", found=found, expected=expect.ending)
        yield ("expect", "ending"), other
    came = percent(points)
    if expect.min_score is not None and points < expect.min_score - CLOSE:
        least = percent(expect.min_score)
        yield ("expect", "min_score"), tr("the score is {score}, less than {least}", score=came, least=least)
    if expect.max_score is not None and points > expect.max_score + CLOSE:
        most = percent(expect.max_score)
        yield ("expect", "max_score"), tr("the score is {score}, more than {most}", score=came, most=most)
    if expect.trust is not None and situation.trust != expect.trust:
        other = tr(
            "trust ends at {trust} and not at {expected}", trust=situation.trust, expected=expect.trust
        )
        yield ("expect", "trust"), other
