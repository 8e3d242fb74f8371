"""The lines of home: sections, and under each what can be opened."""

from collections.abc import Mapping

from textual.content import Content
from textual.widgets.option_list import Option

from coach.core.digest import Digest
from coach.locale import mark, tr, trn
from coach.services.home import HomeView
from coach.services.paths import PathView
from coach.services.requisition_words import interview_words
from coach.services.sitting import Plan
from coach.services.standing import Overview
from coach.services.training import ModuleProgress, NextUp
from coach.surface.lit import line, lit
from coach.surface.spelling import short_day, week_day
from coach.tui.widgets.rows import INDENT, fit

NO_MODULES = mark("No modules found. coach new module NAME makes one; coach check tests it.")
BAR = 12
ROOMY = 90
"""Columns from which a line has room for its bar and its details."""
NAME, WHEN, STANDING = 56, 16, 28
"""Columns of a name at most, of a day or a count, and of how it stands."""
NARROW = 60
"""Columns below which what stands beside a name goes on a line of its own."""


def status(view: HomeView, *, wide: bool) -> Content:
    """Say on the right of the top line who is here, what is due and that all is saved."""
    parts: list[str | tuple[str, str]] = [view.learner, "  ·  "]
    if view.reviews_due:
        due = trn("{n} review due", "{n} reviews due", view.reviews_due)
        parts += [(due, "bold $text-accent"), "  ·  "]
    elif view.next_due_at is not None and wide:
        parts += [tr("next review {day}", day=week_day(view.next_due_at.astimezone())), "  ·  "]
    return line(*parts, tr("saved"))


def home_rows(view: HomeView, width: int, keys: Mapping[str, str]) -> list[Option]:
    """Lay home out for a width in columns; what can be opened carries ``what:id``.

    ``keys`` are those that were rebound, by the ids of their actions.
    """
    rows = [_still(lit(tr("Next"), "bold $text-primary"))]
    if view.unfinished is not None:
        rows.append(_row(f"unfinished:{view.unfinished.id}", _unfinished(view.unfinished, width)))
    rows.append(_next(view.next_up))
    rows += [_still(one) for one in (_sitting(view.sitting), _path(view.path)) if one is not None]
    rows += [_still(), _still(lit(tr("Learn"), "bold $text-primary"))]
    rows += [_row(f"module:{module.id}", _module(module, width)) for module in view.modules]
    if not view.modules:
        rows.append(_still(lit("  " + tr(NO_MODULES))))
    if view.pieces:
        rows += [
            _still(),
            _still(lit(tr("Mentor"), "bold $text-primary")),
            _row("mentor", _mentor(view.pieces)),
        ]
    rows += [_still(), _still(lit(tr("Requisitions"), "bold $text-primary"))]
    rows += [_row(f"requisition:{one.id}", _requisition(one, width)) for one in view.requisitions]
    if not view.requisitions:
        key = keys.get("home.new_requisition", "n")
        text = tr("None yet. Press {key}, or ⏎ here, for several candidates and interviewers.", key=key)
        rows.append(_row("new-requisition", lit(f"  {text}")))
    if view.records_due:
        rows.append(_row("privacy", _due(view.records_due)))
    rows += [_still(), _still(lit(tr("Interview"), "bold $text-primary"))]
    rows += [_row(f"interview:{one.id}", _interview(one, width)) for one in view.interviews]
    if not view.interviews:
        key = keys.get("home.new_interview", "i")
        text = tr("No interviews yet. Press {key}, or ⏎ here, to plan the first.", key=key)
        rows.append(_row("new-interview", lit(f"  {text}")))
    return rows


def _unfinished(one: Digest, width: int) -> Content:
    """Say which scorecard waits, while the answers are still remembered."""
    name = fit(f"{one.candidate} · {one.title}", max(8, width - 32)).rstrip()
    return line("  ", (tr("Finish the interview:") + " ", "bold"), name)


def _next(next_up: NextUp | None) -> Option:
    if next_up is None:
        told = tr("Nothing is left to learn here. Open a module to go over a lesson again.")
        return _still(lit(f"  {told}", "$text-muted"))
    if next_up.begun:
        what = tr("Go on: {module}", module=next_up.module_title)
    else:
        what = tr("Begin: {module}", module=next_up.module_title)
    title = line(
        "  ",
        (what, "bold"),
        " · " + tr("session {number}", number=next_up.session_number) + "\n",
        (f"  {next_up.lesson_title}", "$text-muted"),
        (f" › {next_up.step_title}" if next_up.step_title else "", "$text-muted"),
        ("   " + tr("about {minutes} min", minutes=max(1, round(next_up.minutes))), "$text-muted"),
    )
    return _row(f"next:{next_up.module}/{next_up.session}", title)


def _sitting(plan: Plan | None) -> Content | None:
    """Say what the key for ten minutes would start."""
    if plan is None:
        return None
    return line(
        "  ", ("t", "bold $text-primary"), (" " + tr("ten minutes: {plan}", plan=plan), "$text-muted")
    )


def _path(path: PathView | None) -> Content | None:
    """Say how far one has come on the path that one follows, and how long there is."""
    if path is None:
        return None
    done = trn("{done} of {n} session done", "{done} of {n} sessions done", path.total, done=path.done)
    return lit(f"  {path.title}: {', '.join([done, *_left(path)])}", "$text-muted")


def _left(path: PathView) -> list[str]:
    if path.days is None or path.days < 0:
        return []
    return [trn("{n} day left", "{n} days left", path.days) if path.days else tr("today is the day")]


def _module(module: ModuleProgress, width: int) -> Content:
    if module.trouble:
        return line(
            "  ", fit(module.title, 24), (tr("cannot be opened:") + " ", "$text-warning"), module.trouble
        )
    share = module.done / module.total if module.total else 0.0
    steps = tr("{done} of {total} steps", done=module.done, total=module.total)
    numbers = f"{share:>5.0%}".replace("%", " %") + f"   {steps}"
    if width < ROOMY:
        return line("  ", fit(module.title, min(width - 30, width - 2 - len(numbers))), numbers)
    return line("  ", fit(module.title, 44), *_bar(share), numbers)


def _mentor(pieces: int) -> Content:
    """Say how much of what others wrote and said waits for somebody to rate it."""
    waiting = trn("{n} piece waits for your rating", "{n} pieces wait for your rating", pieces)
    return lit(f"  {waiting}")


def _due(count: int) -> Content:
    """Say that records of candidates have to go."""
    from coach.services.privacy_words import due_text

    return lit(f"  {due_text(count)}", "$text-warning")


def _requisition(one: Overview, width: int) -> Content:
    """Say what a requisition is, and what the viewer does next with it."""
    count = trn("{n} candidate", "{n} candidates", one.candidates)
    if width < ROOMY:
        whole = f"{one.title} · {count}"
        fits = len(whole) <= _room_beside(one.next, width) - 2
        return _beside(whole if fits else one.title, one.next, width)
    room = max(WHEN, len(count) + 2)
    name = fit(f"{one.title} · {one.kit}", _name_room(width) - (room - WHEN))
    return line("  ", name, (fit(count, room), "$text-muted"), one.next)


def _interview(one: Digest, width: int) -> Content:
    last = one.last_at.astimezone()
    when = f"{short_day(last)} {last:%H:%M}"
    name = f"{one.title} · {one.candidate} · {one.interviewer}"
    if width < ROOMY:
        return _beside(name, interview_words(one), width)
    return line("  ", fit(name, _name_room(width)), (fit(when, WHEN), "$text-muted"), interview_words(one))


def _name_room(width: int) -> int:
    """Give the columns that a name gets, so that what stands behind it stays on its line."""
    return min(NAME, width - INDENT - WHEN - STANDING)


def _beside(name: str, standing: str, width: int) -> Content:
    """Put how something stands beside its name, or in a narrow room under it."""
    if width < NARROW:
        return line("  ", fit(name, width - 2), ("\n    ", ""), standing)
    return line("  ", fit(name, _room_beside(standing, width)), standing)


def _room_beside(standing: str, width: int) -> int:
    """Give the columns that are left for a name, so that how it stands is told in full behind it."""
    return width - max(30, len(standing) + 2)


def _bar(share: float) -> tuple[tuple[str, str], tuple[str, str], str]:
    full = round(share * BAR)
    return (("█" * full, "$text-primary"), ("░" * (BAR - full), "$secondary 50%"), " ")


def _row(name: str, content: Content) -> Option:
    return Option(content, id=name)


def _still(content: Content | None = None) -> Option:
    return Option(content or Content(""), disabled=True)
