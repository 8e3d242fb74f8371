"""Passive voice: a form of *to be* or *werden* with a past participle.

A heuristic: it knows the common irregular participles and the common words that only look like one. In
German a participle may stand before or after the verb, as long as no comma lies between.
"""

import re
from collections.abc import Iterator, Sequence

from .lexicon import listed
from .text import Sentence, Writing
from .tokens import Token, TokenKind, folded

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am"])
BETWEEN = frozenset(listed("not also already being been never always still now then only often once all"))
IRREGULAR = frozenset(
    listed(
        "made done given taken sent shown seen written known held kept found built brought bought paid "
        "sold told lost cut set met led won spent taught caught chosen driven drawn fallen forgotten "
        "frozen hidden ridden shaken spoken stolen thrown understood worn broken begun run left put shut "
        "spread hurt read said heard"
    )
)
NO_PARTICIPLES = frozenset(
    listed(
        "need speed indeed feed seed red bed shed hundred interested pleased excited delighted concerned "
        "committed convinced tired worried limited related located supposed used ashamed bored surprised "
        "scared confused qualified experienced satisfied dedicated determined prepared embarrassed "
        "relaxed crowded"
    )
)

WERDEN = frozenset(listed("werde wirst wird werdet werden wurde wurden wurdest würde würden worden"))
ALWAYS = "worden"
"""This form stands in the passive only."""

GERMAN_SHAPE = re.compile(
    r"(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|her|hin|los|mit|nach|um|vor|weg|weiter|zu|zurück|zusammen)?"
    r"ge\w{2,}(?:t|en)|(?:be|ver|er|ent|zer|miss|über|unter|wider)\w{2,}t|\w{2,}iert"
)
GERMAN_IRREGULAR = frozenset(
    listed(
        "besprochen verschoben entschieden beschlossen begonnen verloren gewonnen vergessen verstanden "
        "erhalten behalten verbunden empfohlen betroffen übernommen unternommen vernommen enthalten getan "
        "bekommen beschrieben verschrieben unterschrieben entnommen vertreten beraten bewiesen erwiesen "
        "erfunden"
    )
)
GERMAN_NO_PARTICIPLES = frozenset(
    listed(
        "gehen geben gewinnen gehören genehmigen gelten gelingen gefallen gestalten gewähren geeignet "
        "gerecht gesamt genießen geschehen gewöhnen gesund gesunden gelangen gegen gern genau gebt geht "
        "gerät überhaupt bereit bereits bewusst berühmt erst zuerst vielleicht verwandt unterwegs genügen "
        "gefährden gefallen gedenken angehen ausgehen eingehen umgehen vorgehen zugehen abgeben angeben "
        "aufgeben ausgeben eingeben weitergeben zurückgeben übergeben ergeben vergeben angehören "
        "gestatten gewährleisten geleiten berät vorgeben"
    )
)
GERMAN_REACH = 12
"""So many words after the verb its participle may stand."""

Row = tuple[int, int]


def passives(writing: Writing, among: Sequence[Sentence]) -> list[Row]:
    """Find passives as rows of tokens, from the verb to the participle."""
    find = _german if writing.language == "de" else _english
    return [row for sentence in among for row in find(writing, sentence)]


def _english(writing: Writing, sentence: Sentence) -> Iterator[Row]:
    place = sentence.first
    while place < sentence.last:
        end = _english_end(writing.tokens, place, sentence.last)
        if end:
            yield place, end
        place = end or place + 1


def _english_end(row: tuple[Token, ...], place: int, last: int) -> int | None:
    """Return where a passive ends that begins here, if one does."""
    word = row[place].folded
    if word not in BE and not word.endswith(("'re", "n't")):
        return None
    if word.endswith("n't") and word[:-3] not in BE:
        return None
    for after in range(place + 1, min(last, place + 4)):
        follows = row[after].folded
        if _english_participle(follows):
            return after + 1
        if not (follows in BETWEEN or follows.endswith("ly")):
            return None
    return None


def _english_participle(word: str) -> bool:
    if word in NO_PARTICIPLES:
        return False
    return word in IRREGULAR or (word.endswith("ed") and not word.endswith("eed"))


def _german(writing: Writing, sentence: Sentence) -> Iterator[Row]:
    for first, last in _clauses(writing, sentence):
        verbs = [place for place in range(first, last) if writing.tokens[place].folded in FOLDED_WERDEN]
        taken = -1
        for verb in verbs:
            row = _german_row(writing.tokens, first, verb, last) if verb > taken else None
            if row:
                yield row
                taken = row[1]


def _german_row(row: tuple[Token, ...], first: int, verb: int, last: int) -> Row | None:
    """Find the participle that belongs to a form of *werden*: right before it, or some words after."""
    if verb > first and _german_participle(row[verb - 1]):
        return verb - 1, verb + 1
    for after in range(verb + 1, min(last, verb + 1 + GERMAN_REACH)):
        if _german_participle(row[after]):
            return verb, after + 1
    return (verb, verb + 1) if row[verb].folded == ALWAYS else None


def _german_participle(token: Token) -> bool:
    if token.kind is not TokenKind.WORD or not token.text[0].islower() or token.text in GERMAN_NO_PARTICIPLES:
        return False
    return token.text in GERMAN_IRREGULAR or GERMAN_SHAPE.fullmatch(token.text) is not None


def _clauses(writing: Writing, sentence: Sentence) -> Iterator[Row]:
    """Part a sentence where a comma, colon, semicolon or dash stands."""
    first = sentence.first
    for place in range(sentence.first, sentence.last - 1):
        between = writing.text[writing.tokens[place].end : writing.tokens[place + 1].start]
        if any(sign in between for sign in ",;:–—"):
            yield first, place + 1
            first = place + 1
    if first < sentence.last:
        yield first, sentence.last


FOLDED_WERDEN = frozenset(folded(word) for word in WERDEN)
