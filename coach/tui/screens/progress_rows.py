"""The lines of the progress screen: modules, competencies, certainty and time, each open to the answers."""

from textual.content import Content
from textual.widgets.option_list import Option

from coach.core.calibrating import Interviewing, brief_text
from coach.core.calibration import Level
from coach.core.mastery import ModuleMastery, Readiness
from coach.core.progress import (
    SURE,
    ProgressView,
    active_text,
    fit_text,
    readiness_text,
    share_text,
    time_text,
)
from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.surface.spelling import long_day
from coach.tui.widgets.rows import INDENT, fit

BAR = 12
NARROW, ROOMY = 60, 90
"""Columns below which a line has room for one figure only, and from which it has room for a bar."""
FIGURES = (12, 12, 17)
"""Columns of each figure, aligned to the right."""

GAP = "  "
MARGIN = 2
"""Columns that stay free at the right."""

HEADING = "bold $text-primary"
NO_MODULES = mark("No modules found. coach new module NAME makes one; coach check tests it.")
EMPTY = mark(
    "Nothing was answered yet. The figures come as you work; each can be opened down to its answers."
)


def progress_rows(view: ProgressView, width: int) -> list[Option]:
    """Lay progress out for a width in columns; what can be opened carries ``what:id``."""
    rows = [] if view.begun else [_still(lit("  " + tr(EMPTY) + "\n", "$text-muted"))]
    rows += _modules(view, width)
    rows += _competencies(view.competencies, width)
    rows += [
        _still(),
        _still(_head(tr("How sure you were"), (tr("right"), tr("answers"), tr("what it says")), width)),
    ]
    rows += [_row(f"certainty:{level.certainty}", _certainty(level, width)) for level in view.calibration]
    rows += _interviewing(view.interviewing, width)
    rows += [_still(), _still(lit(tr("Time"), HEADING)), _row("time:", _time(view, width))]
    return rows


def bar(share: float | None, length: int = BAR) -> Content:
    """Draw a share of 1 as a bar; nothing known draws an empty one."""
    full = round((share or 0) * length)
    return line(("█" * full, "$text-primary"), ("░" * (length - full), "$secondary 50%"))


def _modules(view: ProgressView, width: int) -> list[Option]:
    rows = [_still(_head(tr("Modules"), (tr("mastered"), tr("finished"), tr("time")), width))]
    rows += [_row(f"module:{module.module}", _module(view, module, width)) for module in view.modules]
    rows += [
        _still(line("  ", fit(name, 24), (tr("cannot be opened:") + " ", "$text-warning"), why))
        for name, why in view.unread
    ]
    if len(rows) == 1:
        rows.append(_still(lit("  " + tr(NO_MODULES))))
    return rows


def _module(view: ProgressView, module: ModuleMastery, width: int) -> Content:
    total = len(module.steps)
    share = module.mastered / total if total else None
    spent = view.spent.minutes.get(module.module, 0)
    mastered = tr("{done} of {total}", done=module.mastered, total=total)
    finished = tr("{done} of {total}", done=module.done, total=module.total)
    figures = (mastered, finished, time_text(spent))
    return _line(module.title, share, figures, width)


def _competencies(found: tuple[Readiness, ...], width: int) -> list[Option]:
    if not found:
        return []
    rows = [
        _still(),
        _still(_head(tr("Competencies"), (tr("readiness"), tr("steps seen"), tr("answers")), width)),
    ]
    return rows + [_row(f"competency:{one.competency}", _competency(one, width)) for one in found]


def _competency(one: Readiness, width: int) -> Content:
    share = None if one.value is None else one.value / 100
    seen = tr("{done} of {total}", done=one.seen, total=one.total)
    value = readiness_text(one.value)
    figures = (f"{value}  {seen}" if width < NARROW else value, seen, str(len(one.observations)))
    return _line(one.title, share, figures, width)


def _certainty(level: Level, width: int) -> Content:
    share = "–" if level.share is None else share_text(level.share)
    return _line(tr(SURE[level.certainty]), level.share, (share, str(level.count), fit_text(level)), width)


def _interviewing(ready: Interviewing, width: int) -> list[Option]:
    if not ready.first:
        return []
    brief = f"  {brief_text(ready.figures)}"
    last = "  ·  " + tr("last {day}", day=long_day(ready.last_at.astimezone())) if ready.last_at else ""
    said = brief + last if len(brief + last) + MARGIN <= width else brief
    return [_still(), _still(lit(tr("Interviewing"), HEADING)), _row("interviewing:", lit(said))]


def _time(view: ProgressView, width: int) -> Content:
    total = time_text(view.spent.total)
    return line(
        "  ",
        total if width < NARROW else tr("{time} in all", time=total) + f"  ·  {active_text(view)}",
    )


def _head(title: str, figures: tuple[str, ...], width: int) -> Content:
    room = _title_room(width) + INDENT + (BAR + len(GAP) if width >= ROOMY else 0)
    return line((fit(title, room), HEADING), (_figures(figures, width), "$text-muted"))


def _line(title: str, share: float | None, figures: tuple[str, ...], width: int) -> Content:
    drawing: tuple[Content | str, ...] = (bar(share), GAP) if width >= ROOMY else ()
    room = _title_room(width)
    if NARROW <= width < ROOMY and len(title) > room - len(GAP):  # a long title stands above its figures
        return line(" " * INDENT, title, "\n" + " " * (INDENT + room), _figures(figures, width))
    return line(" " * INDENT, fit(title, room), *drawing, _figures(figures, width))


def _figures(figures: tuple[str, ...], width: int) -> str:
    """Set figures in their columns; where there is no room for all, the first alone."""
    if width < NARROW:
        return f"{figures[0]:>{FIGURES[0]}}"
    return "".join(f"{figure:>{columns}}" for figure, columns in zip(figures, FIGURES, strict=True))


def _title_room(width: int) -> int:
    """Columns for a title, so that all figures stand one below the other."""
    figures = FIGURES[0] if width < NARROW else sum(FIGURES)
    drawing = BAR + len(GAP) if width >= ROOMY else 0
    return min(max(width - INDENT - MARGIN - figures - drawing, 8), 44)


def _row(name: str, content: Content) -> Option:
    return Option(content, id=name)


def _still(content: Content | None = None) -> Option:
    return Option(content or Content(""), disabled=True)
