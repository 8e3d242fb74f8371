"""What the screens of reviews say: how much is due, the days to come, how a review went."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

from coach.core.outcome import Outcome
from coach.core.review import Rating
from coach.core.training import Standing
from coach.locale import mark, tr, trn
from coach.services.review import Card, DayCount, Overview
from coach.services.review_run import Result, ReviewRun
from coach.surface.lit import line, lit
from coach.surface.spelling import week_day
from coach.tui.screens import step_words

WAY_BACK = mark(
    "Known once, wrong again and again: look at the lesson, then l asks again. A right answer at the first "
    "try brings a card back."
)
NAMED = 3
"""How many cards that are set apart are named."""

LONGEST = 40
"""Columns of the longest bar."""

EIGHTHS = " ▏▎▍▌▋▊▉"
"""A bar's last character, by eighths."""


def standing(overview: Overview, cards: Sequence[Card]) -> Content:
    """Say how much is due, or when something will be."""
    if cards:
        minutes = max(1, round(sum(card.minutes for card in cards)))
        due = trn("{n} card is due", "{n} cards are due", len(cards))
        about = tr("about {minutes} min.", minutes=minutes)
        return line((due, "bold"), f", {about}  " + tr("⏎ begins."))
    if overview.next_at is not None:
        return line(
            (tr("Nothing is due."), "bold"),
            "  " + tr("The next review is on {day}.", day=week_day(overview.next_at.astimezone())),
        )
    return line(
        (tr("There is nothing to review yet."), "bold"),
        "  " + tr("Every exercise that you answer becomes a card and comes back before you forget it."),
    )


def chart(days: Sequence[DayCount], width: int) -> Content:
    """Draw how many cards each day brings, with the numbers beside the bars; ``width`` in columns."""
    most = max((one.cards for one in days), default=0)
    room = max(1, min(LONGEST, width - 20))
    rows = [
        line(
            ((week_day(one.day) if number else tr("today")).ljust(11), "$text-muted"),
            (bar(one.cards / most * room if most else 0), "$text-primary"),
            f" {one.cards}" if one.cards else ("·", "$text-muted"),
        )
        for number, one in enumerate(days)
    ]
    return Content("\n").join(rows)


def bar(columns: float) -> str:
    """Draw a bar of so many columns, to an eighth of one."""
    eighths = round(columns * len(EIGHTHS))
    full, rest = divmod(eighths, len(EIGHTHS))
    return "█" * full + (EIGHTHS[rest] if rest else "")


def deadline(on: date | None, today: date) -> Content:
    """Say which deadline counts."""
    if on is None:
        return lit(tr("No deadline. d names a day for which everything should be at hand."), "$text-muted")
    if on < today:
        return lit(
            tr("The deadline, {day}, is over; reviews come as ever. d names another.", day=week_day(on)),
            "$text-muted",
        )
    left = trn(
        "{n} day left; everything comes again before it.",
        "{n} days left; everything comes again before it.",
        (on - today).days,
    )
    return line(tr("Deadline:") + " ", (week_day(on), "bold"), f", {left}")


def apart(cards: Sequence[Card]) -> Content:
    """Name what is set apart, and the way back."""
    titles = " · ".join(card.title for card in cards[:NAMED])
    if (more := len(cards) - NAMED) > 0:
        titles = tr("{titles} and {count} more", titles=titles, count=more)
    head = trn("{n} card is set apart:", "{n} cards are set apart:", len(cards))
    return line((f"{head} ", "bold"), f"{titles}\n" + tr(WAY_BACK))


def verdict(run: ReviewRun, index: int, how: Standing, outcome: Outcome) -> Content:
    """Say how the answer stands, and when the card comes again."""
    if not how.finished:
        return step_words.verdict(how, outcome)
    shown = how is Standing.REVEALED
    said = (tr("This is the solution."), "bold") if shown else (tr("✓ Right."), "bold $text-success")
    on = run.due_on(index)
    if on is None:
        return line(said, "  " + tr("It is set apart; l in Review asks it again."))
    return line(said, "  " + tr("It comes again on {day}.", day=week_day(on)))


def ending(run: ReviewRun) -> list[Static]:
    """Sum a review up: what was right, what was not, and what comes when."""
    results = run.results()
    head = trn(
        "The end of the review: {n} card answered", "The end of the review: {n} cards answered", len(results)
    )
    parts = [line((head, "bold"))]
    parts += [_group(results, rating, said) for rating, said in SAID if _of(results, rating)]
    dates = sorted({result.again for result in results if result.again is not None})
    if dates:
        when = ", ".join(_again(sum(result.again == on for result in results), on) for on in dates)
        parts.append(line((tr("They come again:") + " ", "$text-muted"), f"{when}."))
    skipped = len(run.steps) - len(results)
    if skipped:
        parts.append(lit(trn("{n} card left out; still due.", "{n} cards left out; still due.", skipped)))
    if run.left:
        left = trn(
            "{n} more card due. r on home goes on with them.",
            "{n} more cards due. r on home goes on with them.",
            run.left,
        )
        parts.append(lit(left))
    return [Static(part, classes="ending") for part in parts]


def _again(count: int, on: date) -> str:
    return tr("{count} on {day}", count=count, day=week_day(on))


SAID = (
    (Rating.GOOD, (mark("✓ Right at the first try:"), "$text-success")),
    (Rating.HARD, (mark("~ Right with help, at the second try or as a guess:"), "$text-warning")),
    (Rating.AGAIN, (mark("✗ Not yet:"), "$text-error")),
)
"""How each rating is put, with a sign beside the colour."""


def _of(results: Sequence[Result], rating: Rating) -> list[Result]:
    return [result for result in results if result.rating is rating]


def _group(results: Sequence[Result], rating: Rating, said: tuple[str, str]) -> Content:
    found = _of(results, rating)
    titles = " · ".join(result.title for result in found)
    text, style = said
    return line((tr(text) + " ", style), (f"{len(found)}", "bold"), (f"  {titles}", "$text-muted"))
