"""Forms of question that spoil an answer, told from their words: English and German.

Every test errs on the side of silence: what cannot be told from the words alone passes. In other
languages nothing is looked for.
"""

import re
from functools import lru_cache
from itertools import pairwise

from coach.core.bank import Question, Rating
from coach.core.phrases import Phrases
from coach.core.prose import unmarked
from coach.core.writing.sentences import sentences
from coach.core.writing.tokens import tokens

QUOTED = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")
"""What somebody in the question says; its question marks are not the interviewer's."""

WORDED = ("en", "de")
"""Languages whose forms are known."""

LEADS = {
    "en": re.compile(
        r"^(?:so|and|but|well)?,? ?"
        r"(?:don|wouldn|isn|aren|doesn|didn|shouldn|couldn|haven|hasn|won|can)['’]?t (?:you|it|that|this|we)\b"
        r"|\b(?:surely|obviously|of course|naturally|no doubt|i assume|i take it|i am sure|i['’]m sure),? you\b"
        r"|, (?:(?:do|don|are|aren|is|isn|have|haven|would|wouldn|can|could|will|won|did|didn|was|wasn)"
        r"(?:['’]?t)? (?:you|it|they|we)|right|correct|yes|no)\?$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:finden|meinen|denken|glauben|würden|sind|haben) sie (?:denn |etwa )?nicht (?:auch|sagen|der|dass|,)"
        r"|\b(?:finden|meinen|denken|glauben) sie (?:denn |etwa )?nicht\b"
        r"|^sie\b.*\b(?:doch|sicher|sicherlich|bestimmt|natürlich|gewiss)\b"
        r"|, (?:oder|oder nicht|nicht wahr|nicht|gell|stimmt['’]s|richtig|ja)\?$",
        re.IGNORECASE,
    ),
}
"""In a question: an answer that is handed over with it."""

JOINED = {
    "en": re.compile(
        r"\b(?:and|or) (?:why|how|what|who|whom|when|where|which)\s+"
        r"(?:do|did|does|is|are|was|were|would|will|can|could|have|has|had|should)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:und|oder) (?:warum|wieso|weshalb|wie|was|wer|wen|wem|wann|wo|wodurch|womit|welche[mnrs]?)\s+\w+ sie\b",
        re.IGNORECASE,
    ),
}
"""In a question that began with a question word: a second one with a verb of its own."""

OPEN = {
    "en": re.compile(
        r"\b(?:how|what|why|who|whom|whose|which|where|when|tell|describe|explain|give|walk|take|show|talk|name|"
        r"outline|share|present|say|think|imagine)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wie|was|wer|wen|wem|warum|wieso|weshalb|wo\w*|wann|welche[mnrs]?|inwiefern|erzählen|schildern|"
        r"beschreiben|erklären|nennen|zeigen|geben|berichten|erläutern|stellen|denken)\b",
        re.IGNORECASE,
    ),
}
"""Words that open an answer."""

INVITES = {
    "en": re.compile(
        r"\b(?:tell|describe|explain|give|walk|take|show|talk|name|outline|share)\b", re.IGNORECASE
    ),
    "de": re.compile(
        r"\b(?:erzählen|schildern|beschreiben|erklären|nennen|zeigen|geben|berichten|erläutern|darstellen)\b",
        re.IGNORECASE,
    ),
}
"""Words with which even "can you …" asks for more than yes or no."""

CLOSED = {
    "en": re.compile(
        r"^(?:so|and|but|well|then|now)?,? ?"
        r"(?:are|is|was|were|do|does|did|have|has|had|can|could|would|will|should|may|must) "
        r"(?:you|your|there|it|this|that|we|they|he|she|a|an|the)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^(?!(?:wie|was|wer|wen|wem|warum|wieso|weshalb|wo\w*|wann|welche|inwiefern|wenn|falls|ob|als|bevor|"
        r"nachdem|sobald|sofern|während)\b)\w+ (?:sie|ihnen|es|ihre?|das)\b",
        re.IGNORECASE,
    ),
}
"""The beginning of a question that yes or no can answer."""

TEASERS = {
    "en": (
        "how many (golf|tennis|ping-pong|table-tennis) balls",
        "how many (golf|tennis|ping-pong) ball",
        "how many ... (fit|fits) (in|into|inside) (a|an|the) (bus|plane|aeroplane|airplane|room|jumbo|car|lift|swimming)",
        "how many (piano|pianos) (tuner|tuners)",
        "how many (windows|petrol|gas) (stations|station|are)? (are)? (there)? in",
        "if you (were|was|could) be? (a|an) (animal|tree|colour|color|fruit|vegetable|superhero|biscuit|car|kitchen|crayon)",
        "what ... (animal|tree|colour|color|fruit|vegetable|superhero) would you be",
        "manhole (cover|covers)",
        "(angle|degrees) between the hands",
        "(move|weigh) (mount|a|an) (fuji|everest|aeroplane|airplane|elephant|plane) without?",
    ),
    "de": (
        "wie viele (Golfbälle|Tennisbälle|Tischtennisbälle|Klavierstimmer|Tankstellen|Smarties)",
        "wenn Sie (ein|eine) (Tier|Baum|Farbe|Obst|Frucht|Gemüse|Superheld|Auto|Küchengerät) wären",
        "(welches|welche|welcher) (Tier|Baum|Farbe|Obst|Frucht|Gemüse|Superheld|Küchengerät) (wären|wäre) Sie",
        "(Gullydeckel|Gullideckel|Kanaldeckel)",
        "Winkel zwischen den Zeigern",
    ),
}
"""Riddles that tell nothing about the work."""

DEGREES = frozenset(
    # how much, and how good: without saying what somebody does
    """a an the and of or very quite rather really fairly somewhat extremely highly slightly particularly
    especially exceptionally fully partly mostly more most less least well better best good great excellent
    outstanding superb poor bad weak strong fair average acceptable adequate satisfactory sufficient insufficient
    sehr ziemlich recht eher besonders äusserst überaus etwas kaum weitgehend völlig teilweise mehr weniger
    gut gute guter gutes besser beste bester schlecht schlechte mittelmässig mittelmässige ausgezeichnet
    ausgezeichnete hervorragend hervorragende befriedigend befriedigende ausreichend ausreichende mangelhaft
    mangelhafte schwach schwache stark starke der die das ein eine einen und""".split()
)


def leads(text: str, language: str) -> str:
    """Return the question that hands its answer over, empty if none does."""
    return next((asked for asked in _asked(text, language) if LEADS[language].search(asked)), "")


def is_double(text: str, language: str) -> bool:
    """Whether two questions are put at once; one in a paragraph of its own is a follow-up."""
    first = unmarked(text).strip().partition("\n")[0]
    asked = _asked(first, language)
    return len(asked) > 1 or any(OPEN[language].match(one) and JOINED[language].search(one) for one in asked)


def is_closed(text: str, language: str) -> bool:
    """Whether yes or no would do for an answer, and nothing in the text asks for more."""
    asked = _asked(text, language)
    if not asked or not CLOSED[language].match(asked[-1]) or INVITES[language].search(asked[-1]):
        return False
    others = [one for one in _said(text, language) if one != asked[-1]]
    return not any(OPEN[language].search(one) for one in others)


def teases(text: str, language: str) -> str:
    """Return the words of a riddle, empty if there is none."""
    hits = _teasers(language).find(text) if language in TEASERS else []
    return text[hits[0].start : hits[0].end] if hits else ""


def indistinct(question: Question) -> tuple[Rating, Rating] | None:
    """Find the first two neighbouring anchors that say the same but for how much or how well."""
    reduced = [(level, _substance(text)) for level, text in sorted(question.anchors.items())]
    same = ((low, high) for (low, below), (high, above) in pairwise(reduced) if below == above)
    return next(same, None)


def _substance(anchor: str) -> list[str]:
    """Give an anchor's words in one order, without those of degree."""
    return sorted(token.folded for token in tokens(unmarked(anchor)) if token.folded not in DEGREES)


def _asked(text: str, language: str) -> list[str]:
    """Give the questions of a text, those that somebody in it asks left out."""
    return [one for one in _said(text, language) if one.endswith("?")]


def _said(text: str, language: str) -> list[str]:
    """Give the sentences of a text in a known language, without what is quoted in them."""
    if language not in WORDED:
        return []
    found = []
    for line in QUOTED.sub("…", unmarked(text)).splitlines():
        found += [line[begin:end].strip() for begin, end in sentences(line, 0, len(line), language)]
    return found


@lru_cache
def _teasers(language: str) -> Phrases:
    return Phrases(TEASERS[language])
