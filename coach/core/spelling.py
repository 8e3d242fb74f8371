"""How far apart the spellings of two short texts are, and how many slips are forgiven."""

LETTERS_FOR_SLIPS = (5, 10)
"""One slip is forgiven from five letters on, a second from ten; in less, it makes another word."""


def forgiven(text: str) -> int:
    """Give the number of slips that are forgiven in a text of this length."""
    letters = sum(character.isalpha() for character in text)
    return sum(letters >= enough for enough in LETTERS_FOR_SLIPS)


def slips_between(said: str, meant: str) -> int | None:
    """Count the slips by which one folded text misses another; ``None`` if they are too many.

    Digits are never a matter of spelling: rule 3220 is not rule 3221.
    """
    allowed = forgiven(meant)
    digits = [[character for character in text if character.isdigit()] for text in (said, meant)]
    if abs(len(said) - len(meant)) > allowed or digits[0] != digits[1]:
        return None
    slips = distance(said, meant)
    return slips if slips <= allowed else None


def distance(one: str, other: str) -> int:
    """Count the letters to add, drop, change or swap with a neighbour to get from one to the other.

    This is the Damerau-Levenshtein distance in its restricted form (optimal string alignment): no
    stretch is edited twice.
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, second in enumerate(other, 1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != second))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == second
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, above = above, current
    return above[-1]
