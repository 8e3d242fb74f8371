"""Guess what was meant by a misspelt word."""

from collections.abc import Iterable
from difflib import get_close_matches

from coach.content.problem import quoted
from coach.locale import tr

LONGEST_GUESSED = 80
"""Longer words are not misspelt names, and comparing them would take time."""


def nearest(word: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return the known words most like this one, best first; often none."""
    if len(word) > LONGEST_GUESSED:
        return ()
    return tuple(get_close_matches(word.lower(), list(known), n=count, cutoff=0.6))


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """Give the clause ``did you mean 'x'?``, or one that lists what there is."""
    choice = tuple(known)
    found = nearest(str(word), choice, 1)
    if found:
        return tr("did you mean {found}?", found=quoted(found[0]))
    if not choice:
        return tr("there is none yet")
    listed = ", ".join(choice[:12]) + (", …" if len(choice) > 12 else "")  # noqa: PLR2004 - a line's worth
    return tr("known here: {listed}", listed=listed)
