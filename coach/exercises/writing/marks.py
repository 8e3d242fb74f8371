"""Where a text is marked, and with which number, so that marks and reasons find each other."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .grading import Verdict


class Stretch(NamedTuple):
    """A stretch of the text; ``deep`` says in how many marks it lies, ``numbers`` those that end with it."""

    text: str
    deep: int
    numbers: tuple[int, ...]


def numbered(found: Sequence[Verdict]) -> tuple[tuple[int, ...], ...]:
    """Number the places to mend from 1 on, for each verdict; what is nowhere has no number."""
    given = []
    number = 0
    for verdict in found:
        places = 0 if verdict.judgement.kept else sum(hit.span is not None for hit in verdict.judgement.hits)
        given.append(tuple(range(number + 1, number + places + 1)))
        number += places
    return tuple(given)


def stretches(text: str, found: Sequence[Verdict]) -> tuple[Stretch, ...]:
    """Cut a text where marks begin and end."""
    spans = [
        hit.span
        for verdict in found
        if not verdict.judgement.kept
        for hit in verdict.judgement.hits
        if hit.span is not None
    ]
    cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    cut = []
    for start, end in pairwise(cuts):
        deep = sum(span.start <= start and end <= span.end for span in spans)
        numbers = tuple(number for number, span in enumerate(spans, 1) if span.end == end)
        cut.append(Stretch(text[start:end], deep, numbers))
    return tuple(cut)
