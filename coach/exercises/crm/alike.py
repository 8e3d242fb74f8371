"""Whether a text says what another one asks for, whatever its spelling: the sign ``~`` in assertions."""

from functools import lru_cache

from coach.core.crm.likeness import company_words
from coach.core.spelling import slips_between


@lru_cache(maxsize=65_536)
def alike(text: str, asked: str) -> bool:
    """Whether the words that are asked for stand in a text one after the other.

    Case, accents, punctuation and legal forms (GmbH, Ltd) do not count. Each word may have a slip or two,
    as its length allows; words may be joined or split ("Cold Line" is "Coldline"). Digits are never a
    matter of spelling: phase 1 is not phase 2. A text without words is like no other.
    """
    have, want = company_words(text), company_words(asked)
    if not want:
        return not have
    starts = range(len(have) - len(want) + 1)
    return any(_same(have[at : at + len(want)], want) for at in starts) or _joined(have, "".join(want))


def _same(have: tuple[str, ...], want: tuple[str, ...]) -> bool:
    return all(_near(one, other) for one, other in zip(have, want, strict=True))


def _joined(have: tuple[str, ...], want: str) -> bool:
    """Whether words that follow one another make up what is wanted, spaces or none."""
    for start in range(len(have)):
        run = ""
        for word in have[start:]:
            run += word
            if run == want:
                return True
            if len(run) >= len(want):
                break
    return False


def _near(word: str, wanted: str) -> bool:
    """Whether a word is the one that is wanted, with as many slips as its length forgives."""
    if any(character.isdigit() for character in word + wanted):
        return word == wanted
    return slips_between(word, wanted) is not None
