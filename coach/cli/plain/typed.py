"""What people type: English words always, and beside them those of the language that is spoken."""

from collections.abc import Mapping

from coach.locale import SOURCE, language, trp

QUIT = "quit"
"""The command that leaves, everywhere; its beginnings do, too."""

ENOUGH = 3
"""Letters of a word of another language that are enough; no two of its words share them."""

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
"""How they are written on a keyboard that has none."""


def meant(line: str) -> bool | None:
    """Return whether a line says yes or no; ``None`` if it says neither."""
    word = line.strip().lower()
    for answer, here, english in ((True, trp("typed", "yes"), "yes"), (False, trp("typed", "no"), "no")):
        if word in (here, here[:1], english, english[:1]):
            return answer
    return None


def leaves(name: str) -> bool:
    """Whether a word after a dot is the command that leaves, or its beginning."""
    return QUIT.startswith(name) or _in_english(name) == QUIT


def sign(name: str, words: Mapping[str, str]) -> str:
    """Return the sign of the command that a word of the language stands for; empty if it stands for none.

    ``words`` are the English words of a dialogue's commands, each with its sign.
    """
    return words.get(_in_english(name), "")


def spoken(word: str) -> str:
    """Say the English word of a command in the language that is spoken."""
    return _words()[word]


def _in_english(name: str) -> str:
    """Find the English word that a word of the language, or its beginning, stands for; empty if none."""
    typed = name.translate(UMLAUTS)
    if language() == SOURCE or len(name) < ENOUGH:
        return ""
    return next((word for word, here in _words().items() if here.translate(UMLAUTS).startswith(typed)), "")


def _words() -> dict[str, str]:
    return {
        "hint": trp("typed", "hint"),
        "solution": trp("typed", "solution"),
        "skip": trp("typed", "skip"),
        "back": trp("typed", "back"),
        "again": trp("typed", "again"),
        "mark": trp("typed", "mark"),
        "own": trp("typed", "own"),
        "quit": trp("typed", "quit"),
        "help": trp("typed", "help"),
        "next": trp("typed", "next"),
        "go": trp("typed", "go"),
        "time": trp("typed", "time"),
        "structure": trp("typed", "structure"),
    }
