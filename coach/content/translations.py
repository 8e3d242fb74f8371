"""How far a file is translated, and its catalogue brought up to date with it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coach.content.catalogue_files import Catalogue, Message
from coach.content.document import Document
from coach.content.texts import Spot, misfit, spots
from coach.core.record import Translated


@dataclass(frozen=True, slots=True)
class Standing:
    """What a catalogue has of a file's texts.

    ``done`` counts what can be shown, ``missing`` are texts without any translation, ``stale`` messages whose
    source has changed or that belong to nothing any more, ``faults`` texts with what is wrong in their
    translation.
    """

    done: int
    texts: tuple[Spot, ...]
    missing: tuple[Spot, ...] = ()
    stale: tuple[Message, ...] = ()
    faults: tuple[tuple[Spot, str], ...] = ()


def texts_of(document: Document, kind: type) -> tuple[Spot, ...]:
    """List the texts to be translated, each once; a term stands in several places."""
    found = (spot for spot in spots(document, kind) if spot.how is not Translated.LANGUAGE)
    return tuple({(spot.key, spot.source): spot for spot in found}.values())


def compare(document: Document, kind: type, catalogue: Catalogue) -> Standing:
    """Hold a catalogue against what was written in the source."""
    texts = texts_of(document, kind)
    usable = catalogue.usable()
    wanted = {(spot.key, spot.source) for spot in texts}
    marked = {one.key for one in catalogue.messages if one.stale}
    said = {spot: usable[spot.key, spot.source] for spot in texts if (spot.key, spot.source) in usable}
    faults = tuple((spot, fault) for spot, target in said.items() if (fault := misfit(spot, target)))
    return Standing(
        done=len(said) - len(faults),
        texts=texts,
        missing=tuple(spot for spot in texts if spot not in said and spot.key not in marked),
        stale=tuple(
            one
            for one in catalogue.messages
            if one.stale or (one.target and (one.key, one.source) not in wanted)
        ),
        faults=faults,
    )


def merged(texts: Iterable[Spot], old: Catalogue, given: Catalogue | None = None) -> Catalogue:
    """Bring a catalogue up to date with the texts of its file.

    What fits by key and wording stays. A text whose wording has changed keeps its translation, marked as
    stale; one that has moved takes its translation along. ``given`` has translations that go before those of
    the ``old`` catalogue. What belongs to nothing any more is left out.
    """
    known = [*old.messages, *(given.messages if given else ())]
    exact = {(one.key, one.source): one for one in known if one.target}
    by_key = {one.key: one for one in known if one.target}
    by_source = {one.source: one for one in known if one.target}
    repeated = Counter(one.key for one in exact.values())
    messages = []
    for spot in texts:
        found = exact.get((spot.key, spot.source)) or by_source.get(spot.source)
        if found is None and repeated[spot.key] == 1:
            found = by_key.get(spot.key)
        message = Message(key=spot.key, source=spot.source, target="")
        if found is not None:
            changed = found.source != spot.source
            message = Message(
                key=spot.key,
                source=spot.source,
                target=found.target,
                stale=found.stale or changed,
                before=found.source if changed else found.before,
                comments=found.comments,
            )
        messages.append(message)
    return Catalogue(messages=tuple(messages))
