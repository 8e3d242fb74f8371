"""What stands behind a figure: the rule, then every answer with its day, result and weight."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from textual.content import Content

from coach.core.calibrating import brief_text
from coach.core.mastery import (
    DAYS_OF_A_STEP,
    ENOUGH,
    HALF_LIFE,
    ModuleMastery,
    Readiness,
    StepMastery,
    Weighed,
)
from coach.core.progress import (
    BEST,
    FIRST_RUN,
    RESULTS,
    SURE,
    ProgressView,
    conditions,
    counted,
    day_text,
    fit_text,
    readiness_text,
    share_text,
    time_text,
    title_text,
)
from coach.core.review import Rating, Review
from coach.core.timespent import MONTH, PAUSE, WEEK
from coach.surface.lit import line, lit
from coach.tui.screens.calibrate_words import judged
from coach.tui.widgets.rows import fit

SHOWN = 300
"""How many answers an explanation lists; the older ones are summed up."""

LATEST = 10
"""How many answers to one step an explanation of a module lists."""

HEADING = "bold $text-primary"
MUTED = "$text-muted"
RESULT = 22
SIGNS = {Rating.GOOD: ("✓", "$text-success"), Rating.HARD: ("◐", ""), Rating.AGAIN: ("✗", "$text-warning")}


class Explained(NamedTuple):
    """An explanation: what it is about, the figure, and the lines beneath."""

    title: str
    figure: str
    lines: tuple[Content, ...]


def explain(view: ProgressView, name: str) -> Explained:
    """Explain the line ``what:id`` of the progress screen; raises ``KeyError`` for one that is not there."""
    what, _, which = name.partition(":")
    match what:
        case "module":
            return _module({one.module: one for one in view.modules}[which])
        case "competency":
            return _competency({one.competency: one for one in view.competencies}[which])
        case "certainty":
            return _certainty(view, int(which))
        case "time":
            return _time(view)
        case "interviewing":
            return Explained("Interviewing", brief_text(view.interviewing.figures), judged(view.interviewing))
        case _:
            raise KeyError(name)


def _module(module: ModuleMastery) -> Explained:
    lines = [lit("The rule", HEADING)]
    for one in conditions(module):
        sign, style = ("✗", "$text-warning") if one.missing else ("✓", "$text-success")
        lines += [line((f"{sign} ", style), one.rule), line("  ", (one.stand, MUTED))]
        lines += [line("  missing: ", clause) for clause in one.missing]
    lines += [Content(""), lit("Sessions", HEADING)]
    lines += [
        lit(f"  {one.title}: {one.done} of {counted(one.total, 'step')} finished") for one in module.sessions
    ]
    lines += [Content(""), lit("Graded steps and their answers", HEADING)]
    for step in module.steps:
        lines += _step(step)
    figure = f"{module.mastered} of {len(module.steps)} mastered"
    return Explained(module.title, figure, tuple(lines))


def _step(one: StepMastery) -> list[Content]:
    days = {review: day for day, review in one.counted}
    if one.mastered:
        head = line(("✓ ", "$text-success"), one.step.title, ("   mastered", "$text-success"))
    elif one.reviews:
        stand = f"counts on {len(days)} of {DAYS_OF_A_STEP} days"
        head = line("◐ ", one.step.title, (f"   {stand}", MUTED))
    else:
        head = line(("· ", MUTED), one.step.title, ("   not answered yet", MUTED))
    older = len(one.reviews) - LATEST
    lines = [lit(f"    … {counted(older, 'older answer')}", MUTED)] if older > 0 else []
    return [
        head,
        *lines,
        *(
            _answer(each, "counts" if each in days else "practice" if each.practice else "")
            for each in one.reviews[-LATEST:]
        ),
    ]


def _answer(review: Review, note: str) -> Content:
    sign, style = SIGNS[review.rating]
    return line(
        (f"    {review.at.astimezone():%d %b %Y %H:%M}  ", MUTED),
        (f"{sign} ", style),
        fit(RESULTS[review.rating], RESULT),
        f"{share_text(review.score):>6}  ",
        (note, MUTED),
    )


def _competency(one: Readiness) -> Explained:
    figure = f"{readiness_text(one.value)}, {one.seen} of {counted(one.total, 'step')} seen"
    lines = [lit(text) for text in _sum(one)]
    lines += [Content(""), line(("Answers", HEADING), ("   newest first: day, first answer, weight", MUTED))]
    lines += [_weighed(each) for each in one.observations[:SHOWN]]
    lines += _rest(one.observations[SHOWN:])
    return Explained(one.title, figure, tuple(lines))


def _sum(one: Readiness) -> Iterable[str]:
    number = len(one.observations)
    yield (
        "Readiness is the mean score of first answers, one for each time a step was met. An answer weighs "
        f"half after {HALF_LIFE.days} days, so that what you did lately counts most. {FIRST_RUN}"
    )
    if one.value is None:
        yield f"So far: {counted(number, 'answer')}; from {ENOUGH} on there is a readiness to tell."
        return
    weights = sum(each.weight for each in one.observations)
    earned = sum(each.weight * each.review.score for each in one.observations)
    yield (
        f"Here: {counted(number, 'answer')} with weights of {weights:.2f} together, of which {earned:.2f} "
        f"were earned; {earned:.2f} / {weights:.2f} = {readiness_text(one.value)} of 100."
    )


def _weighed(each: Weighed) -> Content:
    review = each.review
    sign, style = SIGNS[review.rating]
    return line(
        (f"  {review.at.astimezone():%d %b %Y}  ", MUTED),
        (f"{sign} ", style),
        f"{share_text(review.score):>6}  × {each.weight:.2f}   ",
        title_text(review),
    )


def _rest(older: tuple[Weighed, ...]) -> list[Content]:
    if not older:
        return []
    weight = sum(each.weight for each in older)
    return [lit(f"  … and {len(older)} older answers, which weigh {weight:.2f} together", MUTED)]


def _certainty(view: ProgressView, certainty: int) -> Explained:
    level = next(one for one in view.calibration if one.certainty == certainty)
    answers = [one for one in view.sure if one.certainty == certainty]
    share = "–" if level.share is None else f"{share_text(level.share)} of {counted(level.count, 'answer')}"
    lines = [
        lit(
            f"“{SURE[certainty].capitalize()}” brings the most marks when {BEST[certainty]} of such answers "
            f"are right. So far: {fit_text(level)}."
        ),
        lit("Only first answers count: after one has been told, being sure is easy."),
        Content(""),
        line(("Answers", HEADING), ("   newest first", MUTED)),
    ]
    lines += [_sure(one) for one in answers[:SHOWN]]
    if len(answers) > SHOWN:
        lines.append(lit(f"  … and {len(answers) - SHOWN} older answers", MUTED))
    return Explained(f"How sure: {SURE[certainty]}", share, tuple(lines))


def _sure(review: Review) -> Content:
    sign, style, word = (
        ("✓", "$text-success", "right") if review.score >= 1 else ("✗", "$text-warning", "wrong")
    )
    return line(
        (f"  {review.at.astimezone():%d %b %Y}  ", MUTED), (f"{sign} {word}   ", style), title_text(review)
    )


def _time(view: ProgressView) -> Explained:
    spent = view.spent
    titles = {module.module: module.title for module in view.modules}
    lines = [
        lit(
            "Time is counted from one recorded act to the next, in the module where you were. "
            f"More than {PAUSE.seconds // 60} minutes without one are a pause and do not count."
        ),
        Content(""),
        lit("By module", HEADING),
        *(
            lit(f"  {time_text(minutes):>10}  {titles.get(name, name)}")
            for name, minutes in spent.minutes.items()
        ),
        Content(""),
        line(
            ("The last 28 days", HEADING), ("   oldest first; ■ is a day on which something was done", MUTED)
        ),
        _month(view),
        lit(f"  {counted(spent.active(view.today, WEEK), 'day')} of the last {WEEK}", MUTED),
        lit(f"  {counted(spent.active(view.today, MONTH), 'day')} of the last {MONTH}", MUTED),
    ]
    if spent.days:
        lines.append(lit(f"  the first on {day_text(spent.days[0])}", MUTED))
    return Explained("Time", f"{time_text(spent.total)} in all", tuple(lines))


def _month(view: ProgressView) -> Content:
    """Draw the last four weeks, a week apart from the next."""
    days = set(view.spent.days)
    signs = ["■" if view.today - timedelta(days=back) in days else "·" for back in range(MONTH - 1, -1, -1)]
    weeks = ["".join(signs[start : start + WEEK]) for start in range(0, MONTH, WEEK)]
    return line("  ", ("  ".join(weeks), "$text-primary"))
