"""What the screens of reviews say: how much is due, the days to come, how a review went."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

from coach.core.outcome import Outcome
from coach.core.review import Rating
from coach.core.training import Standing
from coach.services.review import Card, DayCount, Overview
from coach.services.review_run import Result, ReviewRun
from coach.surface.lit import line, lit
from coach.tui.screens import step_words

LONGEST = 40
"""Columns of the longest bar."""

EIGHTHS = " ▏▎▍▌▋▊▉"
"""A bar's last character, by eighths."""


def day(on: date) -> str:
    """Write a day as people say it."""
    return f"{on:%a %d %b}"


def count(number: int, what: str) -> str:
    """Write how many there are of something."""
    return f"{number} {what}{'' if number == 1 else 's'}"


def standing(overview: Overview, cards: Sequence[Card]) -> Content:
    """Say how much is due, or when something will be."""
    if cards:
        minutes = max(1, round(sum(card.minutes for card in cards)))
        verb = "is" if len(cards) == 1 else "are"
        return line((f"{count(len(cards), 'card')} {verb} due", "bold"), f", about {minutes} min.  ⏎ begins.")
    if overview.next_at is not None:
        return line(
            ("Nothing is due.", "bold"), f"  The next review is on {day(overview.next_at.astimezone())}."
        )
    return line(
        ("There is nothing to review yet.", "bold"),
        "  Every exercise that you answer becomes a card and comes back before you forget it.",
    )


def chart(days: Sequence[DayCount], width: int) -> Content:
    """Draw how many cards each day brings, with the numbers beside the bars; ``width`` in columns."""
    most = max((one.cards for one in days), default=0)
    room = max(1, min(LONGEST, width - 20))
    rows = [
        line(
            (f"{'today' if number == 0 else day(one.day):<11}", "$text-muted"),
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
        return lit("No deadline. d names a day for which everything should be at hand.", "$text-muted")
    if on < today:
        return lit(f"The deadline, {day(on)}, is over; reviews come as ever. d names another.", "$text-muted")
    left = count((on - today).days, "day")
    return line("Deadline: ", (day(on), "bold"), f", {left} left; everything comes again before it.")


def apart(cards: Sequence[Card]) -> Content:
    """Name what is set apart, and the way back."""
    titles = " · ".join(card.title for card in cards[:3])
    more = f" and {len(cards) - 3} more" if len(cards) > 3 else ""  # noqa: PLR2004
    verb = "is" if len(cards) == 1 else "are"
    return line(
        (f"{count(len(cards), 'card')} {verb} set apart: ", "bold"),
        f"{titles}{more}\nKnown once, wrong again and again: look at the lesson, then l asks again. "
        "A right answer at the first try brings a card back.",
    )


def verdict(run: ReviewRun, index: int, how: Standing, outcome: Outcome) -> Content:
    """Say how the answer stands, and when the card comes again."""
    if not how.finished:
        return step_words.verdict(how, outcome)
    shown = how is Standing.REVEALED
    said = ("This is the solution.", "bold") if shown else ("✓ Right.", "bold $text-success")
    on = run.due_on(index)
    return line(
        said, f"  It comes again on {day(on)}." if on else "  It is set apart; l in Review asks it again."
    )


def ending(run: ReviewRun) -> list[Static]:
    """Sum a review up: what was right, what was not, and what comes when."""
    results = run.results()
    parts = [line((f"The end of the review: {count(len(results), 'card')} answered", "bold"))]
    parts += [_group(results, rating, said) for rating, said in SAID if _of(results, rating)]
    dates = sorted({result.again for result in results if result.again is not None})
    if dates:
        when = ", ".join(f"{sum(result.again == on for result in results)} on {day(on)}" for on in dates)
        parts.append(line(("They come again: ", "$text-muted"), f"{when}."))
    skipped = len(run.steps) - len(results)
    if skipped:
        parts.append(lit(f"{count(skipped, 'card')} left out; still due."))
    if run.left:
        parts.append(lit(f"{count(run.left, 'more card')} due. r on home goes on with them."))
    return [Static(part, classes="ending") for part in parts]


SAID = (
    (Rating.GOOD, ("✓ Right at the first try: ", "$text-success")),
    (Rating.HARD, ("~ Right with help, at the second try or as a guess: ", "$text-warning")),
    (Rating.AGAIN, ("✗ Not yet: ", "$text-error")),
)
"""How each rating is put, with a sign beside the colour."""


def _of(results: Sequence[Result], rating: Rating) -> list[Result]:
    return [result for result in results if result.rating is rating]


def _group(results: Sequence[Result], rating: Rating, said: tuple[str, str]) -> Content:
    found = _of(results, rating)
    titles = " · ".join(result.title for result in found)
    return line(said, (f"{len(found)}", "bold"), (f"  {titles}", "$text-muted"))
