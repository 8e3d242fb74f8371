"""The exercise in words: asked and read in one line, told, or taken part by part."""

import re

from coach.core import rating
from coach.core.exercise import Unreadable
from coach.core.prose import unmarked
from coach.core.rubric import Criterion
from coach.exercises.base import Turn
from coach.locale import tr

from .grade import looked_at, story
from .measure import words
from .spec import PARTS, Response, Spec, length_of, part_title, tip_of

BETWEEN = " / "
"""What stands between the parts in one line."""

RATED = re.compile(r"!([\d\s,]*)$")
"""The ratings at the end of a line."""

BACK = "<"
"""The line that takes the last thing back."""


def heading(spec: Spec, part: str) -> str:
    """Name a part with its length: ``Situation, 10 to 60 words``."""
    length = length_of(spec, part)
    return tr("{part}, {min} to {max} words", part=part_title(part), min=length.min, max=length.max)


def asked(spec: Spec) -> str:
    """Put the question, say what is looked at, and how to answer in one line."""
    how = tr(
        "Type situation, task, action and result in one line with / between them, spaces around "
        "it; then ! and your own rating from 1 to 5 of: {titles}.",
        titles=rating.titles(spec.rubric),
    )
    return "\n\n".join([brief(spec), *rating.described(spec.rubric), how])


def brief(spec: Spec) -> str:
    """Put the question, and say what is wanted of each part and looked at by the program."""
    parts = [f"  {heading(spec, part)}: {tip_of(spec, part)}" for part in PARTS]
    looks = [f"  - {label}" for label in looked_at(spec)]
    checked = ["", tr("Looked at as well:"), *looks] if looks else []
    return "\n".join([unmarked(spec.prompt), "", *parts, *checked])


def read_line(spec: Spec, line: str) -> Response:
    """Read four parts with `` / `` between them, then ``!`` and a rating for each criterion."""
    rated = RATED.search(line)
    told = line[: rated.start()] if rated else line
    parts = [part.strip() for part in f" {told} ".split(BETWEEN)]
    if len(parts) != len(PARTS) or not all(parts):
        raise Unreadable(
            tr(
                "A story has four parts, none of them empty. Type situation, task, action and result "
                "with / between them, spaces around it."
            )
        )
    if rated is None:
        raise Unreadable(
            tr("Your own rating is missing. Type ! at the end, and a number for each criterion.")
        )
    situation, task, action, result = parts
    return Response(
        situation=situation,
        task=task,
        action=action,
        result=result,
        ratings=rating.read_ratings(spec.rubric, rated.group(1)),
    )


def said(spec: Spec, response: Response) -> str:
    """Tell the story part by part, then the ratings."""
    rated = rating.told(spec.rubric, response.ratings)
    lines = [story(response), tr("Own rating: {rated}", rated=rated) if rated else ""]
    return "\n".join(line for line in lines if line) or tr("Nothing is written yet.")


def next_turn(spec: Spec, before: Response | None, line: str | None) -> Turn[Response]:
    """Take the parts one after the other, then a rating for each criterion."""
    response = before or Response()
    if line is None:
        beginning = [brief(spec)] if response == Response() else [unmarked(spec.prompt), said(spec, response)]
        return Turn("\n\n".join([*beginning, _next(spec, response)]), response)
    if line.strip() == BACK:
        response = _taken_back(spec, response)
        return Turn(_next(spec, response), response)
    part, criterion = _wanted(spec, response)
    if not line.strip() and (part or criterion):
        return Turn(_next(spec, response), response)
    if part:
        response = response.with_part(part, line.strip())
        return Turn(f"{_counted(spec, response, part)}\n\n{_next(spec, response)}", response)
    if criterion is None:
        return Turn(tr("The story is told."), response, over=True)
    rated = {**response.ratings, criterion.id: rating.read_level(line)}
    response = Response(**{part: response.part(part) for part in PARTS}, ratings=rated)
    over = not rating.unrated(spec.rubric, rated)
    return Turn(tr("The story is told.") if over else _next(spec, response), response, over=over)


def _wanted(spec: Spec, response: Response) -> tuple[str | None, Criterion | None]:
    """Give the part that is told next or, after the last, the criterion that is rated next."""
    part = next(response.missing(), None)
    criterion = next(iter(rating.unrated(spec.rubric, response.ratings)), None)
    return part, None if part else criterion


def _next(spec: Spec, response: Response) -> str:
    """Ask for what is wanted next."""
    part, criterion = _wanted(spec, response)
    back = [tr("{sign} goes back.", sign=BACK)] if response != Response() else []
    if part:
        how = " ".join([tr("Type it in one line."), *back])
        return f"{heading(spec, part)}. {tip_of(spec, part)}\n{how}"
    if criterion:
        now = " ".join([tr("Now give your own rating."), tr(rating.FOR_COMPARISON)])
        first = [] if response.ratings else [now]
        return "\n\n".join([*first, " ".join([rating.asked(spec.rubric, criterion), *back])])
    return " ".join([tr("Everything is there. Enter hands it in."), *back])


def _counted(spec: Spec, response: Response, part: str) -> str:
    """Say how long a part has become."""
    length, count = length_of(spec, part), words(response.part(part))
    return tr(
        "{part}: {count} of {min} to {max} words.",
        part=part_title(part),
        count=count,
        min=length.min,
        max=length.max,
    )


def _taken_back(spec: Spec, response: Response) -> Response:
    """Take the last rating back or, if there is none, the last part."""
    parts = {part: response.part(part) for part in PARTS}
    left = rating.without_last(spec.rubric, response.ratings)
    if left != response.ratings:
        return Response(**parts, ratings=left)
    told = [part for part in PARTS if parts[part].strip()]
    return response.with_part(told[-1], "") if told else response
