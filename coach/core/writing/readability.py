"""How easy a text reads, by three published formulas. All of them count; none understands.

- Flesch Reading Ease, English: 206.835 - 1.015 ASL - 84.6 ASW (R. Flesch, J. Applied Psychology 32, 1948);
  about 100 very easy to 0 very hard.
- Flesch for German: 180 - ASL - 58.5 ASW (T. Amstad, Wie verständlich sind unsere Zeitungen?, 1978);
  the same scale.
- First Wiener Sachtextformel: 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875 (R. Bamberger and
  E. Vanecek, Lesen - Verstehen - Lernen - Schreiben, 1984); 4 very easy to 15 very hard, as school years.

ASL and SL are words a sentence, ASW syllables a word, MS the percentage of words with three syllables and
more, IW of words with more than six letters, ES of words with one syllable. Numbers in digits count as
words of a sentence but have no syllables to count. The syllables come from :mod:`.syllables`, so bounds
hold for this counter and not for others.
"""

from collections.abc import Sequence
from enum import StrEnum

from .syllables import syllables
from .text import Sentence, Writing
from .tokens import TokenKind

LONG = 6
"""Words with more letters are long ones."""

FEWEST_WORDS = 20
"""Below this the formulas say nothing; one long word would decide."""


class Formula(StrEnum):
    """A measure of readability; ``wstf1`` is the first Wiener Sachtextformel."""

    FLESCH = "flesch"
    AMSTAD = "amstad"
    WSTF1 = "wstf1"

    @property
    def language(self) -> str:
        """The language it was made for."""
        return "en" if self is Formula.FLESCH else "de"

    @property
    def called(self) -> str:
        """Its name in words."""
        names = {
            "flesch": "Flesch Reading Ease",
            "amstad": "Flesch-Amstad",
            "wstf1": "Wiener Sachtextformel 1",
        }
        return names[self.value]


def readability(formula: Formula, writing: Writing, among: Sequence[Sentence]) -> float | None:
    """Measure some sentences; ``None`` if they hold too few words to measure."""
    found = [writing.tokens[place] for one in among for place in range(one.first, one.last)]
    words = [
        part for token in found if token.kind is TokenKind.WORD for part in token.text.split("-") if part
    ]
    if len(words) < FEWEST_WORDS:
        return None
    counts = [syllables(word, writing.language) for word in words]
    length = sum(token.counts for token in found) / len(among)
    each = sum(counts) / len(counts)
    match formula:
        case Formula.FLESCH:
            return 206.835 - 1.015 * length - 84.6 * each
        case Formula.AMSTAD:
            return 180 - length - 58.5 * each
        case Formula.WSTF1:
            return _wstf1(words, counts, length)


def _wstf1(words: list[str], counts: list[int], length: float) -> float:
    share = 100 / len(words)
    many = share * sum(count > 2 for count in counts)  # noqa: PLR2004 - three and more, as defined
    long = share * sum(len(word) > LONG for word in words)
    single = share * sum(count == 1 for count in counts)
    return 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * single - 0.875
