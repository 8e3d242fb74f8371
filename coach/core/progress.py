"""A learner's progress in the one shape that screen, paper and files show."""

from datetime import date

from coach.core.calibrating import Interviewing
from coach.core.calibration import Level
from coach.core.mastery import DAYS_OF_A_STEP, ModuleMastery, Readiness
from coach.core.record import Record
from coach.core.review import Rating, Review
from coach.core.timespent import MONTH, WEEK, TimeSpent
from coach.locale import mark, tr, trn

FEW = 5
"""With fewer answers at a level of certainty there is nothing to say about how well it fits."""

FITS = {1: (0.0, 0.67), 2: (0.67, 0.8), 3: (0.8, 1.0)}
"""By level of certainty, the shares of right answers at which that level brings the most marks."""

BEST = {1: mark("less than 67 %"), 2: mark("67 to 80 %"), 3: mark("more than 80 %")}
"""The same in words."""


SURE = {1: mark("a guess"), 2: mark("fairly sure"), 3: mark("very sure")}
"""The levels of certainty in words."""

RESULTS = {
    Rating.GOOD: mark("right"),
    Rating.HARD: mark("right, not yet sure"),
    Rating.AGAIN: mark("not right"),
}
"""How a showing went, in words; "not yet sure" is with help, at the second try, as a guess or as practice."""


FIRST_RUN = mark(
    "Of a whole situation, such as a conversation, only the first run with the same values "
    "counts; it comes back with others."
)
"""Why practice changes no figure, as screens and papers say it."""


class ProgressView(Record):
    """Where a learner stands on a day, ``today``.

    ``unread`` names modules that cannot be read, each with why; ``sure`` are the observations with a
    certainty, behind ``calibration``, newest first.
    """

    learner: str
    today: date
    modules: tuple[ModuleMastery, ...]
    unread: tuple[tuple[str, str], ...]
    competencies: tuple[Readiness, ...]
    calibration: tuple[Level, ...]
    sure: tuple[Review, ...]
    spent: TimeSpent
    interviewing: Interviewing = Interviewing()
    """How close they come to experts in rating sample answers."""

    @property
    def begun(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.spent.days)


class Condition(Record):
    """One part of a module's rule: what it asks, how things stand, and what is ``missing``, if anything."""

    rule: str
    stand: str
    missing: tuple[str, ...] = ()


def conditions(module: ModuleMastery) -> tuple[Condition, ...]:
    """Say a module's rule part by part, with the numbers that stand against it."""
    return (_mastered(module), _finished(module), _on_days(module))


def _mastered(module: ModuleMastery) -> Condition:
    total, share = len(module.steps), share_text(module.rule.min_score)
    missing: tuple[str, ...] = ()
    if not total:
        missing = (tr("there are no graded steps, so nothing can be shown to be mastered"),)
    elif not module.enough_mastered:
        missing = (
            trn(
                "{n} more graded step to be mastered",
                "{n} more graded steps to be mastered",
                module.needed - module.mastered,
            ),
        )
    return Condition(
        rule=(
            tr(
                "{share} of the graded steps are mastered: right without help on {days} different days, and "
                "not wrong since. {first_run}",
                share=share,
                days=DAYS_OF_A_STEP,
                first_run=tr(FIRST_RUN),
            )
        ),
        stand=trn(
            "{mastered} of {n} step mastered, {needed} needed",
            "{mastered} of {n} steps mastered, {needed} needed",
            total,
            mastered=module.mastered,
            needed=module.needed,
        ),
        missing=missing,
    )


def _finished(module: ModuleMastery) -> Condition:
    missing = []
    for session in module.sessions:
        if session.trouble:
            missing.append(
                tr(
                    "“{title}” to be mended, since it cannot be read: {trouble}",
                    title=session.title,
                    trouble=session.trouble,
                )
            )
        elif not session.finished:
            missing.append(
                trn(
                    "{n} step of “{title}” to be finished",
                    "{n} steps of “{title}” to be finished",
                    session.total - session.done,
                    title=session.title,
                )
            )
    done, total = sum(one.finished for one in module.sessions), len(module.sessions)
    return Condition(
        rule=tr("Every session is finished."),
        stand=trn("{done} of {n} session finished", "{done} of {n} sessions finished", total, done=done),
        missing=tuple(missing),
    )


def _on_days(module: ModuleMastery) -> Condition:
    have, needed = len(module.days), module.rule.distinct_days
    return Condition(
        rule=trn(
            "Right answers without help were given on at least {n} different day.",
            "Right answers without help were given on at least {n} different days.",
            needed,
        ),
        stand=trn("{n} day, {needed} needed", "{n} days, {needed} needed", have, needed=needed),
        missing=()
        if module.enough_days
        else (
            trn(
                "right answers without help on {n} more day",
                "right answers without help on {n} more days",
                needed - have,
            ),
        ),
    )


def day_text(day: date) -> str:
    """Say a day as ``3 Nov 2026``."""
    return tr("{day.day} {day:%b %Y}", day=day)


def share_text(share: float) -> str:
    """Say a share of 1 as whole per cent: ``42 %``; only the whole is 100 and only nothing is 0."""
    whole = round(100 * share)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %"


def readiness_text(value: float | None) -> str:
    """Say a readiness as a whole number, or a dash while there are too few observations."""
    return "–" if value is None else f"{value:.0f}"


def time_text(minutes: float) -> str:
    """Say minutes as ``1 h 12 min``; under half a minute is ``–``."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return tr("{minutes} min", minutes=rest) if rest else "–"
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)


def fit_text(level: Level) -> str:
    """Say how well a level of certainty fits the answers given at it."""
    if level.share is None:
        return tr("no answers yet")
    if level.count < FEW:
        return tr("too few to tell")
    low, high = FITS[level.certainty]
    if level.share < low:
        return tr("too sure")
    return tr("fits") if level.share <= high else tr("could be surer")


def title_text(review: Review) -> str:
    """Name the step of a review as it was called then; one without a title by its id."""
    return review.title or review.key[1].replace("-", " ")


def active_text(view: ProgressView) -> str:
    """Say on how many days something was done."""
    week, month = view.spent.active(view.today, WEEK), view.spent.active(view.today, MONTH)
    return tr(
        "active on {week} of the last {days} days, {month} of the last {more_days}",
        week=week,
        days=WEEK,
        month=month,
        more_days=MONTH,
    )
