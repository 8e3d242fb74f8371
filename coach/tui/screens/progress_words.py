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
    day_text,
    fit_text,
    readiness_text,
    share_text,
    time_text,
    title_text,
)
from coach.core.review import Rating, Review
from coach.core.timespent import MONTH, PAUSE, WEEK
from coach.locale import figure, tr, trn, trp
from coach.surface.lit import line, lit
from coach.surface.spelling import capital, long_day
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
            return Explained(
                tr("Interviewing"), brief_text(view.interviewing.figures), judged(view.interviewing)
            )
        case _:
            raise KeyError(name)


def _module(module: ModuleMastery) -> Explained:
    lines = [lit(tr("The rule"), HEADING)]
    for one in conditions(module):
        sign, style = ("✗", "$text-warning") if one.missing else ("✓", "$text-success")
        lines += [line((f"{sign} ", style), one.rule), line("  ", (one.stand, MUTED))]
        lines += [line("  " + tr("missing:") + " ", clause) for clause in one.missing]
    lines += [Content(""), lit(tr("Sessions"), HEADING)]
    lines += [lit(f"  {one.title}: {_finished(one.done, one.total)}") for one in module.sessions]
    lines += [Content(""), lit(tr("Graded steps and their answers"), HEADING)]
    for step in module.steps:
        lines += _step(step)
    figure = tr("{done} of {total} mastered", done=module.mastered, total=len(module.steps))
    return Explained(module.title, figure, tuple(lines))


def _finished(done: int, total: int) -> str:
    return trn("{done} of {n} step finished", "{done} of {n} steps finished", total, done=done)


def _share(share: float, count: int) -> str:
    return trn("{share} of {n} answer", "{share} of {n} answers", count, share=share_text(share))


def _step(one: StepMastery) -> list[Content]:
    days = {review: day for day, review in one.counted}
    if one.mastered:
        head = line(("✓ ", "$text-success"), one.step.title, ("   " + tr("mastered"), "$text-success"))
    elif one.reviews:
        stand = tr("counts on {days} of {needed} days", days=len(days), needed=DAYS_OF_A_STEP)
        head = line("◐ ", one.step.title, (f"   {stand}", MUTED))
    else:
        head = line(("· ", MUTED), one.step.title, ("   " + tr("not answered yet"), MUTED))
    older = len(one.reviews) - LATEST
    lines = [lit("    … " + trn("{n} older answer", "{n} older answers", older), MUTED)] if older > 0 else []
    return [
        head,
        *lines,
        *(
            _answer(
                each, tr("counts") if each in days else trp("answer", "practice") if each.practice else ""
            )
            for each in one.reviews[-LATEST:]
        ),
    ]


def _answer(review: Review, note: str) -> Content:
    sign, style = SIGNS[review.rating]
    return line(
        (f"    {long_day(review.at.astimezone())} {review.at.astimezone():%H:%M}  ", MUTED),
        (f"{sign} ", style),
        fit(tr(RESULTS[review.rating]), max(RESULT, *(len(tr(one)) + 2 for one in RESULTS.values()))),
        f"{share_text(review.score):>6}  ",
        (note, MUTED),
    )


def _competency(one: Readiness) -> Explained:
    seen = trn("{seen} of {n} step seen", "{seen} of {n} steps seen", one.total, seen=one.seen)
    figure = f"{readiness_text(one.value)}, {seen}"
    lines = [lit(text) for text in _sum(one)]
    lines += [
        Content(""),
        line((tr("Answers"), HEADING), ("   " + tr("newest first: day, first answer, weight"), MUTED)),
    ]
    lines += [_weighed(each) for each in one.observations[:SHOWN]]
    lines += _rest(one.observations[SHOWN:])
    return Explained(one.title, figure, tuple(lines))


def _sum(one: Readiness) -> Iterable[str]:
    number = len(one.observations)
    rule = tr(
        "Readiness is the mean score of first answers, one for each time a step was met. An "
        "answer weighs half after {days} days, so that what you did lately counts most.",
        days=HALF_LIFE.days,
    )
    yield f"{rule} " + tr(FIRST_RUN)
    if one.value is None:
        yield trn(
            "So far: {n} answer; from {enough} on there is a readiness to tell.",
            "So far: {n} answers; from {enough} on there is a readiness to tell.",
            number,
            enough=ENOUGH,
        )
        return
    weights = sum(each.weight for each in one.observations)
    earned = sum(each.weight * each.review.score for each in one.observations)
    yield trn(
        "Here: {n} answer with weights of {weights:.2f} together, of which {earned:.2f} were "
        "earned; {earned:.2f} / {weights:.2f} = {readiness} of 100.",
        "Here: {n} answers with weights of {weights:.2f} together, of which {earned:.2f} were "
        "earned; {earned:.2f} / {weights:.2f} = {readiness} of 100.",
        number,
        weights=weights,
        earned=earned,
        readiness=readiness_text(one.value),
    )


def _weighed(each: Weighed) -> Content:
    review = each.review
    sign, style = SIGNS[review.rating]
    return line(
        (f"  {long_day(review.at.astimezone())}  ", MUTED),
        (f"{sign} ", style),
        f"{share_text(review.score):>6}  × {figure(each.weight, '.2f')}   ",
        title_text(review),
    )


def _rest(older: tuple[Weighed, ...]) -> list[Content]:
    if not older:
        return []
    weight = sum(each.weight for each in older)
    more = trn(
        "… and {n} older answer, which weighs {weight:.2f}",
        "… and {n} older answers, which weigh {weight:.2f} together",
        len(older),
        weight=weight,
    )
    return [lit(f"  {more}", MUTED)]


def _certainty(view: ProgressView, certainty: int) -> Explained:
    level = next(one for one in view.calibration if one.certainty == certainty)
    answers = [one for one in view.sure if one.certainty == certainty]
    share = "–" if level.share is None else _share(level.share, level.count)
    told = tr(
        "“{sure}” brings the most marks when {best} of such answers are right.",
        sure=capital(tr(SURE[certainty])),
        best=tr(BEST[certainty]),
    )
    lines = [
        lit(f"{told} " + tr("So far: {fit}.", fit=fit_text(level))),
        lit(tr("Only first answers count: after one has been told, being sure is easy.")),
        Content(""),
        line((tr("Answers"), HEADING), ("   " + tr("newest first"), MUTED)),
    ]
    lines += [_sure(one) for one in answers[:SHOWN]]
    if (older := len(answers) - SHOWN) > 0:
        lines.append(lit("  … " + trn("and {n} older answer", "and {n} older answers", older), MUTED))
    return Explained(tr("How sure: {sure}", sure=tr(SURE[certainty])), share, tuple(lines))


def _sure(review: Review) -> Content:
    sign, style, word = (
        ("✓", "$text-success", tr("right")) if review.score >= 1 else ("✗", "$text-warning", tr("wrong"))
    )
    return line(
        (f"  {long_day(review.at.astimezone())}  ", MUTED), (f"{sign} {word}   ", style), title_text(review)
    )


def _time(view: ProgressView) -> Explained:
    spent = view.spent
    titles = {module.module: module.title for module in view.modules}
    lines = [
        lit(
            tr(
                "Time is counted from one recorded act to the next, in the module where you were. More "
                "than {minutes} minutes without one are a pause and do not count.",
                minutes=PAUSE.seconds // 60,
            )
        ),
        Content(""),
        lit(tr("By module"), HEADING),
        *(
            lit(f"  {time_text(minutes):>10}  {titles.get(name, name)}")
            for name, minutes in spent.minutes.items()
        ),
        Content(""),
        line(
            (tr("The last 28 days"), HEADING),
            ("   " + tr("oldest first; ■ is a day on which something was done"), MUTED),
        ),
        _month(view),
        *(lit(f"  {_active(spent.active(view.today, days), days)}", MUTED) for days in (WEEK, MONTH)),
    ]
    if spent.days:
        lines.append(lit("  " + tr("the first on {day}", day=day_text(spent.days[0])), MUTED))
    return Explained(tr("Time"), tr("{time} in all", time=time_text(spent.total)), tuple(lines))


def _active(days: int, of: int) -> str:
    return trn("{n} day of the last {of}", "{n} days of the last {of}", days, of=of)


def _month(view: ProgressView) -> Content:
    """Draw the last four weeks, a week apart from the next."""
    days = set(view.spent.days)
    signs = ["■" if view.today - timedelta(days=back) in days else "·" for back in range(MONTH - 1, -1, -1)]
    weeks = ["".join(signs[start : start + WEEK]) for start in range(0, MONTH, WEEK)]
    return line("  ", ("  ".join(weeks), "$text-primary"))
