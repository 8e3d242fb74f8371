"""The exercise in words: asked and read in one line, told, or taken answer by answer."""

import re

from msgspec.structs import replace

from coach.core import rating
from coach.core.exercise import Unreadable
from coach.core.prose import unmarked
from coach.exercises.base import Turn
from coach.locale import mark, tr, trn, trp

from .spec import LONGEST, Rater, Response, Spec, bounds

BETWEEN = " / "
"""What stands between the answers in one line."""

BACK = "<"
"""The line that takes the last answer back."""

CLOCK = re.compile(r"(?:(\d{1,2}):(?=\d\d$))?(\d{1,4})", re.ASCII)
"""Seconds, or minutes and seconds."""

ANSWERS = 4
"""How many answers a line has, without the note."""

IN_SECONDS = 120
"""Up to so many seconds a time is told in seconds."""

RATERS: dict[str, Rater] = {"1": "self", "2": "colleague"}
RATED_BY: dict[Rater, str] = {
    "self": mark("Rated by yourself"),
    "colleague": mark("Rated by a colleague"),
}
TIME_ASKED = mark("How many seconds did you speak? Type them, such as 55 or 0:55.")


def time_told(seconds: int) -> str:
    """Write a time as people say it: ``1 second``, ``66 seconds``, ``5:00 minutes``."""
    if seconds > IN_SECONDS:
        return tr("{minutes} minutes", minutes=_in_minutes(seconds))
    return trn("{n} second", "{n} seconds", seconds)


def _in_minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def kept(spec: Spec) -> str:
    """Write which times count as kept: ``30 to 66 seconds``."""
    shortest, longest = bounds(spec)
    if shortest > 1 and longest <= IN_SECONDS:
        return tr("{shortest} to {longest} seconds", shortest=shortest, longest=longest)
    if shortest > IN_SECONDS:
        shorter, longer = map(_in_minutes, (shortest, longest))
        return tr("{shortest} to {longest} minutes", shortest=shorter, longest=longer)
    return tr("{shortest} to {longest}", shortest=time_told(shortest), longest=time_told(longest))


def aim(spec: Spec) -> str:
    """Say for whom it is spoken, and how long."""
    return tr(
        "To: {audience}\nTime: {time}; {kept} are in time",
        audience=spec.audience,
        time=time_told(spec.seconds),
        kept=kept(spec),
    )


def brief(spec: Spec) -> str:
    """Put the situation, the aim and the points that must be said."""
    points = [f"  {number}  {point.text}" for number, point in enumerate(spec.points, 1)]
    return "\n".join(
        [unmarked(spec.prompt), "", aim(spec), "", tr("To be said, in your own words:"), *points]
    )


def asked(spec: Spec) -> str:
    """Put all of it, and say how to answer in one line."""
    yourself, colleague = _typed_raters()
    how = tr(
        "Speak aloud with a watch. Type the answers in one line with / between them, spaces around it: "
        "the seconds you spoke / the numbers of the points that were heard, or 0 / "
        "a rating from 1 to 5 for each of {titles} / "
        "who rated, {yourself} or {colleague}. A note may follow after another /.",
        titles=rating.titles(spec.rubric),
        yourself=yourself,
        colleague=colleague,
    )
    return "\n\n".join([brief(spec), *rating.described(spec.rubric), how])


def _typed_raters() -> tuple[str, str]:
    """Give the words to type for who rated: oneself, a colleague; the English ones are always understood."""
    return trp("typed in an answer", "self"), trp("typed in an answer", "colleague")


def _read_rater(word: str) -> Rater:
    yourself, colleague = _typed_raters()
    raters: dict[str, Rater] = {"self": "self", "colleague": "colleague"}
    raters |= {yourself: "self", colleague: "colleague"}
    if word not in raters:
        raise Unreadable(
            tr(
                "Who rated is not clear. Type {yourself} or {colleague} as the fourth answer.",
                yourself=yourself,
                colleague=colleague,
            )
        )
    return raters[word]


def read_line(spec: Spec, line: str) -> Response:
    """Read seconds, points, ratings and who rated, and perhaps a note."""
    parts = [part.strip() for part in f" {line} ".split(BETWEEN, ANSWERS)]
    if len(parts) < ANSWERS:
        raise Unreadable(
            tr(
                "Four answers are needed, with / between them and spaces around it. "
                "Type seconds, points, ratings and who rated, such as 55 / 1 2 / 4 3 / {yourself}.",
                yourself=_typed_raters()[0],
            )
        )
    seconds, points, ratings, rater, *note = parts
    return Response(
        seconds=read_seconds(seconds),
        points=_read_points(spec, points),
        ratings=rating.read_ratings(spec.rubric, ratings),
        rated_by=_read_rater(rater),
        note=" ".join(note),
    )


def read_seconds(words: str) -> int:
    """Read a time in seconds; raises :class:`coach.core.exercise.Unreadable`."""
    match = CLOCK.fullmatch(words.strip())
    seconds = int(match[1] or 0) * 60 + int(match[2]) if match else 0
    if not 0 < seconds <= LONGEST:
        raise Unreadable(
            tr(
                "That is no time up to {count} minutes. Type seconds, such as 55 or 0:55.",
                count=LONGEST // 60,
            )
        )
    return seconds


def _read_points(spec: Spec, words: str) -> tuple[str, ...]:
    """Read the numbers of points that were heard; 0 for none."""
    numbers = set(words.replace(",", " ").split())
    known = {str(number): point.id for number, point in enumerate(spec.points, 1)}
    if not numbers or not (numbers <= set(known) or numbers == {"0"}):
        raise Unreadable(
            tr(
                "There is no such point. Type numbers from 1 to {count} with spaces between them, or 0 "
                "for none.",
                count=len(known),
            )
        )
    return tuple(name for number, name in known.items() if number in numbers)


def said(spec: Spec, response: Response) -> str:
    """Tell the time, what was heard, the ratings and the note."""
    lines = []
    if response.seconds is not None:
        lines.append(tr("Spoken: {time}", time=time_told(response.seconds)))
    if response.points is not None:
        heard = [point.text for point in spec.points if point.id in response.points]
        lines.append(tr("Heard: {points}", points="; ".join(heard) or tr("none of the points")))
    if response.ratings:
        lines.append(f"{rated_heading(response)}: {rating.told(spec.rubric, response.ratings)}")
    if response.note.strip():
        lines.append(tr("Note: {note}", note=response.note.strip()))
    return "\n".join(lines) or tr("Nothing was spoken yet.")


def rated_heading(response: Response) -> str:
    """Say who rated."""
    rater: Rater = response.rated_by or "self"
    return tr(RATED_BY[rater])


def next_turn(spec: Spec, before: Response | None, line: str | None) -> Turn[Response]:
    """Take the time, who rates, the points, a rating for each criterion, and a note that may be empty."""
    response = before or Response()
    if line is None:
        beginning = (
            brief(spec) if response == Response() else f"{unmarked(spec.prompt)}\n\n{said(spec, response)}"
        )
        return Turn(f"{beginning}\n\n{_next(spec, response)}", response)
    if line.strip() == BACK:
        response = _taken_back(spec, response)
        return Turn(_next(spec, response), response)
    if _complete(spec, response):
        note = line.strip() or response.note
        return Turn(tr("That is all."), replace(response, note=note), over=True)
    if line.strip():
        response = _with_answer(spec, response, line)
    return Turn(_next(spec, response), response)


def _complete(spec: Spec, response: Response) -> bool:
    """Whether only the note may still come."""
    given = response.seconds is not None and response.rated_by is not None and response.points is not None
    return given and not rating.unrated(spec.rubric, response.ratings)


def _with_answer(spec: Spec, response: Response, line: str) -> Response:
    """Take the answer to what is asked next; raises :class:`coach.core.exercise.Unreadable`."""
    if response.seconds is None:
        return replace(response, seconds=read_seconds(line))
    if response.rated_by is None:
        if line.strip() not in RATERS:
            raise Unreadable(tr("Type 1 if you rate yourself, or 2 if a colleague who listened rates."))
        return replace(response, rated_by=RATERS[line.strip()])
    if response.points is None:
        return replace(response, points=_read_points(spec, line))
    criterion = rating.unrated(spec.rubric, response.ratings)[0]
    return replace(response, ratings={**response.ratings, criterion.id: rating.read_level(line)})


def _next(spec: Spec, response: Response) -> str:
    """Ask for what is wanted next."""
    wanted = _wanted(spec, response)
    return wanted if response == Response() else " ".join([wanted, tr("{sign} goes back.", sign=BACK)])


def _wanted(spec: Spec, response: Response) -> str:
    """Say what to give next."""
    if response.seconds is None:
        return "\n".join([tr("Prepare, then speak aloud with a watch."), tr(TIME_ASKED)])
    if response.rated_by is None:
        return tr("Who says what was heard? Type 1 for yourself, 2 for a colleague who listened.")
    if response.points is None:
        points = [f"  {number}  {point.text}" for number, point in enumerate(spec.points, 1)]
        how = tr("Type the numbers of the points that were heard, such as 1 2, or 0 for none.")
        return "\n".join([*points, how])
    left = rating.unrated(spec.rubric, response.ratings)
    if left:
        now = " ".join([tr("Now the rating."), tr(rating.FOR_COMPARISON)])
        return "\n\n".join([*([] if response.ratings else [now]), rating.asked(spec.rubric, left[0])])
    return tr("Type a note for later, or enter alone for none.")


def _taken_back(spec: Spec, response: Response) -> Response:
    """Take the last answer back."""
    left = rating.without_last(spec.rubric, response.ratings)
    if left != response.ratings:
        return replace(response, ratings=left)
    if response.points is not None:
        return replace(response, points=None)
    if response.rated_by is not None:
        return replace(response, rated_by=None)
    return replace(response, seconds=None)
