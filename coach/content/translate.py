"""Content in another language: its texts are replaced by those of a catalogue before it is read.

What a catalogue does not have, has for an older wording, or says in a way that does not fit, stays as it was
written.
"""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from coach.content.catalogue_files import Catalogue
from coach.content.document import Document, Mark, Value
from coach.content.texts import Spot, misfit, pairs_of, spots
from coach.core.record import Translated

if TYPE_CHECKING:
    from collections.abc import Mapping


def translate(document: Document, kind: type, catalogue: Catalogue, language: str) -> None:
    """Put a catalogue's texts in the places of a file's own; positions stay those of the source.

    A step's language becomes that of the catalogue once all of its texts have been translated, a file's
    once most of them have.
    """
    usable = catalogue.usable()
    if not usable:
        return
    said: dict[str, list[bool]] = defaultdict(list)
    languages: list[Spot] = []
    for spot in list(spots(document, kind)):
        if spot.how is Translated.LANGUAGE:
            languages.append(spot)
            continue
        target = usable.get((spot.key, spot.source))
        fits = target is not None and not misfit(spot, target)
        said[spot.owner].append(fits)
        if target is not None and fits:
            _put(document, spot, target)
    everywhere = [done for found in said.values() for done in found]
    for spot in languages:
        whole = all(said[spot.owner]) if spot.owner else 2 * sum(everywhere) > len(everywhere)
        if whole:
            _put(document, spot, language)


def _put(document: Document, spot: Spot, target: str) -> None:
    """Replace one text where it stands."""
    *above, last = spot.path
    holder: Any = document.at(tuple(above))
    before = holder.get(last) if isinstance(holder, dict) else holder[last]
    holder[last] = _value(document, before, spot, target)


def _value(document: Document, before: Value, spot: Spot, target: str) -> Value:
    match spot.how:
        case Translated.WORDS | Translated.NAMES:
            words: list[Value] = [line.strip() for line in target.splitlines() if line.strip()]
            mark = _first(document.places.items.get(id(before), []))
            document.places.items[id(words)] = [mark] * len(words)
            return words
        case Translated.PAIRS:
            pairs: dict[Any, Value] = dict(pairs_of(target))
            for table in (document.places.keys, document.places.values):
                marks: Mapping[Any, Mark | None] = table.get(id(before), {})
                table[id(pairs)] = dict.fromkeys(pairs, _first(list(marks.values())))
            return pairs
        case _:
            return target.rstrip("\n") + spot.source[len(spot.source.rstrip("\n")) :]


def _first(marks: list[Mark | None]) -> Mark | None:
    return marks[0] if marks else None
