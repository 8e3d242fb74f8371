"""What the judging knows of a language; the words themselves are in one module per language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and word patterns (see :mod:`.pattern`) of one language."""

    subject_marks: tuple[str, ...]
    """What a subject line begins with, before the colon, in lower case."""
    greetings: tuple[str, ...]
    """How a greeting begins, in lower case."""
    closings: tuple[str, ...]
    """How the line that takes leave begins, in lower case."""
    abbreviations: tuple[str, ...]
    """With their full stops; none of these ends a sentence."""
    final_abbreviations: tuple[str, ...]
    """Abbreviations that end a sentence where a capital letter follows."""
    ordinals: bool
    """Whether a number with a full stop is an ordinal, as in *12. März*."""
    months: tuple[str, ...]
    dates: tuple[str, ...]
    """Patterns of a named day or end of a period."""
    number_words: tuple[str, ...]
    """Numbers in letters that say how much; *one* is left out, as it often is no number."""
    requests: tuple[str, ...]
    """Patterns by which somebody is asked to do something."""
    imperatives: tuple[str, ...]
    """Words that ask where a sentence begins with them."""
    no_requests: tuple[str, ...]
    """Patterns that look like a request and are a phrase."""
    you: tuple[str, ...]
    we: tuple[str, ...]
    hedges: tuple[str, ...]
    fillers: tuple[str, ...]
    jargon: tuple[str, ...]
    apologies: tuple[str, ...]
    pressure: tuple[str, ...]
    sources: tuple[str, ...]
    """Patterns by which a figure is given a source."""
    pictures: tuple[str, ...]
    """Patterns by which a picture is drawn or a benefit told."""
    people: tuple[str, ...]
    """Patterns by which people other than the writer are brought in."""
    polite_you: bool
    """Whether only the capital letter tells *you* from *she* and *they*, as in German."""


def listed(text: str) -> tuple[str, ...]:
    """Read words that are written one after the other."""
    return tuple(text.split())


def lexicon(language: str) -> Lexicon:
    """Return the words of a language; texts in other languages than German are read as English."""
    if language == "de":
        from .lexicon_de import GERMAN

        return GERMAN
    from .lexicon_en import ENGLISH

    return ENGLISH
