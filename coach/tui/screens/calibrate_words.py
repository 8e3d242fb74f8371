"""What the screens say about sample answers and their ratings."""

from textual.content import Content

from coach.core.bank import HIGHEST, LOWEST, Question
from coach.core.calibrating import (
    FIRST_COUNTS,
    Interviewing,
    Tried,
    accuracy_text,
    brief_text,
    gap_text,
    next_step,
    severity_text,
    spread_text,
)
from coach.core.rubric import Criterion
from coach.core.sample import TRAPS, Sample, Trap
from coach.locale import mark, tr
from coach.services.calibrate import Choice
from coach.surface.lit import line, lit
from coach.surface.rubric import RubricForm
from coach.surface.spelling import capital, long_day
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
GAPS = range(LOWEST - HIGHEST, HIGHEST - LOWEST + 1)
"""How far ratings can lie apart."""
SHOWN = 100
"""How many ratings an explanation lists."""

ABOUT = mark(
    "Read the answer of a made-up candidate, rate it on its anchors, note the evidence; then "
    "the experts' rating stands beside yours."
)
NOTHING = mark(
    "There are no sample answers yet. Authors write them beside a question bank; coach check tests them."
)
NEWEST_FIRST = mark("newest first: day, yours, the experts'")
TRAP_NAMES = {
    Trap.HALO: mark("halo"),
    Trap.HORNS: mark("horns"),
    Trap.CONTRAST: mark("contrast"),
    Trap.SIMILAR_TO_ME: mark("similar-to-me"),
    Trap.FLUENCY: mark("fluency"),
    Trap.NAMES: mark("names"),
    Trap.WE: mark("we"),
    Trap.INTENTION: mark("intention"),
}
ROOMY = 60
"""Columns from which a line has room for what its name stands for."""


def anchors(question: Question, title: str) -> RubricForm:
    """Make the form to rate an answer to a question by its anchors alone."""
    return RubricForm((Criterion(id=question.id, title=title, anchors=question.anchors),), {})


def row(one: Choice, width: int) -> Content:
    """Lay a kit or a bank out for a list: its title, and how many of its answers are rated."""
    if one.trouble:
        return line("  ", fit(one.title, 24), (tr("cannot be used:") + " ", "$text-warning"), one.trouble)
    count = tr("{rated} of {total} rated", rated=one.rated, total=one.total)
    kind = tr("kit") if one.kit else tr("bank")
    room = max(len(tr("kit")), len(tr("bank"))) + 3
    if width < ROOMY:
        return line("  ", fit(one.title, min(width - 18, width - 2 - len(count))), count)
    return line("  ", fit(one.title, min(44, width - 32)), (kind.ljust(room), MUTED), count)


def standing(ready: Interviewing) -> Content:
    """Say how close the ratings come to the experts', in the lines above the list."""
    found = ready.figures
    if not found.count:
        return lit(tr(ABOUT), MUTED)
    return Content("\n").join(
        [lit(capital(brief_text(found)), "bold"), line((tr("Next") + "  ", HEADING), next_step(found))]
    )


def judged(ready: Interviewing) -> tuple[Content, ...]:
    """Explain the figures down to the ratings behind them."""
    found = ready.figures
    said = (
        (tr("Accuracy"), accuracy_text(found)),
        (tr("Severity"), severity_text(found)),
        (tr("Spread"), spread_text(found)),
        (tr("Next"), next_step(found)),
    )
    lines = [
        *(Content("\n").join([lit(title, HEADING), lit(text)]) for title, text in said),
        lit(tr(FIRST_COUNTS) + " " + tr("± is two standard errors."), MUTED),
        Content(""),
        lit(tr("By competency"), HEADING),
        *(lit(f"  {title}: {brief_text(one)}") for title, one in ready.by_competency),
        Content(""),
        line((tr("Ratings"), HEADING), ("   " + tr(NEWEST_FIRST), MUTED)),
        *(_rating(one) for one in ready.first[:SHOWN]),
    ]
    if len(ready.first) > SHOWN:
        lines.append(lit("  " + tr("… and {count} older ones", count=len(ready.first) - SHOWN), MUTED))
    return tuple(lines)


def _rating(one: Tried) -> Content:
    event = one.event
    return line(
        (f"  {long_day(one.at.astimezone())}  ", MUTED),
        f"{event.rating}  {event.expert}  ",
        fit(gap_text(one.gap), max(26, *(len(gap_text(gap)) + 2 for gap in GAPS))),
        (event.sample.replace("-", " "), MUTED),
    )


def yours(given: Tried) -> Content:
    """Show one's own rating with its evidence."""
    lines = [line((tr("You") + "   ", HEADING), (str(given.event.rating), "bold")), lit(given.event.evidence)]
    return Content("\n").join(lines)


def experts(given: Tried, sample: Sample) -> Content:
    """Show the experts' rating with its reason and the traps of the answer."""
    lines = [
        line(
            (tr("Experts") + "   ", HEADING),
            (str(given.event.expert), "bold"),
            "   " + tr("yours is {gap}", gap=gap_text(given.gap)),
        ),
        lit(sample.rationale),
    ]
    lines += [
        line((tr("A trap here, {trap}:", trap=tr(TRAP_NAMES[trap])) + " ", "bold"), tr(TRAPS[trap]) + ".")
        for trap in sample.traps
    ]
    if not given.first:
        lines.append(lit(tr("You had rated it before, so this rating is kept and does not count."), MUTED))
    return Content("\n").join(lines)
