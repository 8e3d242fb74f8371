"""What the screens say about sample answers and their ratings."""

from textual.content import Content

from coach.core.bank import Question
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
from coach.core.sample import TRAPS, Sample
from coach.services.calibrate import Choice
from coach.surface.lit import line, lit
from coach.surface.rubric import RubricForm
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
MUTED = "$text-muted"
SHOWN = 100
"""How many ratings an explanation lists."""

ABOUT = (
    "Read the answer of a made-up candidate, rate it on its anchors, note the evidence; then the experts' "
    "rating stands beside yours."
)
NOTHING = (
    "There are no sample answers yet. Authors write them beside a question bank; coach check tests them."
)
ROOMY = 60
"""Columns from which a line has room for what its name stands for."""


def anchors(question: Question, title: str) -> RubricForm:
    """Make the form to rate an answer to a question by its anchors alone."""
    return RubricForm((Criterion(id=question.id, title=title, anchors=question.anchors),), {})


def row(one: Choice, width: int) -> Content:
    """Lay a kit or a bank out for a list: its title, and how many of its answers are rated."""
    if one.trouble:
        return line("  ", fit(one.title, 24), ("cannot be used: ", "$text-warning"), one.trouble)
    count = f"{one.rated} of {one.total} rated"
    kind = "kit " if one.kit else "bank"
    if width < ROOMY:
        return line("  ", fit(one.title, width - 18), count)
    return line("  ", fit(one.title, min(44, width - 32)), (f"{kind}   ", MUTED), count)


def standing(ready: Interviewing) -> Content:
    """Say how close the ratings come to the experts', in the lines above the list."""
    found = ready.figures
    if not found.count:
        return lit(ABOUT, MUTED)
    return Content("\n").join(
        [lit(brief_text(found).capitalize(), "bold"), line(("Next  ", HEADING), next_step(found))]
    )


def judged(ready: Interviewing) -> tuple[Content, ...]:
    """Explain the figures down to the ratings behind them."""
    found = ready.figures
    said = (
        ("Accuracy", accuracy_text(found)),
        ("Severity", severity_text(found)),
        ("Spread", spread_text(found)),
        ("Next", next_step(found)),
    )
    lines = [
        *(Content("\n").join([lit(title, HEADING), lit(text)]) for title, text in said),
        lit(f"{FIRST_COUNTS} ± is two standard errors.", MUTED),
        Content(""),
        lit("By competency", HEADING),
        *(lit(f"  {title}: {brief_text(one)}") for title, one in ready.by_competency),
        Content(""),
        line(("Ratings", HEADING), ("   newest first: day, yours, the experts'", MUTED)),
        *(_rating(one) for one in ready.first[:SHOWN]),
    ]
    if len(ready.first) > SHOWN:
        lines.append(lit(f"  … and {len(ready.first) - SHOWN} older ones", MUTED))
    return tuple(lines)


def _rating(one: Tried) -> Content:
    event = one.event
    return line(
        (f"  {one.at.astimezone():%d %b %Y}  ", MUTED),
        f"{event.rating}  {event.expert}  ",
        fit(gap_text(one.gap), 26),
        (event.sample.replace("-", " "), MUTED),
    )


def yours(given: Tried) -> Content:
    """Show one's own rating with its evidence."""
    lines = [line(("You   ", HEADING), (str(given.event.rating), "bold")), lit(given.event.evidence)]
    return Content("\n").join(lines)


def experts(given: Tried, sample: Sample) -> Content:
    """Show the experts' rating with its reason and the traps of the answer."""
    lines = [
        line(
            ("Experts   ", HEADING), (str(given.event.expert), "bold"), f"   yours is {gap_text(given.gap)}"
        ),
        lit(sample.rationale),
    ]
    lines += [line((f"A trap here, {trap}: ", "bold"), f"{TRAPS[trap]}.") for trap in sample.traps]
    if not given.first:
        lines.append(lit("You had rated it before, so this rating is kept and does not count.", MUTED))
    return Content("\n").join(lines)
