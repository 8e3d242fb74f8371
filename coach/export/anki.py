"""Cards as an Anki package, which Anki can take in again and again without doubling anything.

Ids are made from the ids of modules and steps, so a note that Anki has is updated and keeps its
schedule. The package is written by genanki, the optional extra ``anki``.
"""

import sys
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from html import escape
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from coach.core.curriculum import Step
from coach.core.exercise import Context
from coach.core.record import Record
from coach.core.text import visible
from coach.exercises.base import Kind
from coach.export.sheet import ExportFailed
from coach.locale import tr

if TYPE_CHECKING:
    import genanki

PLAIN = "tex2jax_ignore mathjax_ignore"
"""Classes that keep Anki from reading formulas into a text."""

TEMPLATE = {
    "name": "Card",
    "qfmt": f'<div class="text {PLAIN}">{{{{Front}}}}</div>',
    "afmt": f'{{{{FrontSide}}}}<hr id="answer"><div class="text {PLAIN}">{{{{Back}}}}</div>',
}
STYLE = ".card { font-family: sans-serif; font-size: 18px; } .text { white-space: pre-wrap; }"


class Flashcard(Record):
    """A step as a card: two plain texts, and the deck of its module."""

    module: str
    deck: str
    step: str
    front: str
    back: str
    tags: tuple[str, ...] = ()


def flashcard(module: tuple[str, str], step: Step, kind: Kind[Any, Any], context: Context) -> Flashcard:
    """Make a card of an exercise: what is asked, and the solution with the reasons for it.

    ``module`` is its id and its title, by which the deck is called.
    """
    solution = kind.solution(step, context)
    whys = [
        f"- {check.label}: {check.why}" if check.label else f"- {check.why}"
        for check in kind.grade(step, solution, context).checks
    ]
    return Flashcard(
        module=module[0],
        deck=f"Coach::{module[1].replace('::', ': ')}",
        step=step.id,
        front=kind.ask(step, context),
        back="\n".join([kind.say(step, solution, context), "", *whys]).strip(),
        tags=("coach", module[0], *step.competencies),
    )


def package(cards: Iterable[Flashcard], at: datetime) -> bytes:
    """Pack cards into the bytes of an ``.apkg`` file, with one deck for each module.

    ``at`` is the time of change of every note: Anki updates its own where that is older. Raises
    :class:`coach.export.sheet.ExportFailed` if genanki is not installed.
    """
    genanki = _genanki()
    model = genanki.Model(
        number_for("model"),
        "Coach",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[dict(TEMPLATE)],
        css=STYLE,
    )
    decks: dict[str, Any] = {}
    for card in cards:
        if card.module not in decks:
            decks[card.module] = genanki.Deck(number_for("deck", card.module), visible(card.deck))
        note = genanki.Note(
            model,
            fields=[as_html(card.front), as_html(card.back)],
            guid=genanki.guid_for("coach", card.module, card.step),
            tags=card.tags,
        )
        decks[card.module].add_note(note)
    return _packed(genanki.Package(list(decks.values())), at)


def as_html(text: str) -> str:
    """Write a text as HTML that shows it as it is; square brackets would play sounds and set formulas."""
    return escape(visible(text)).replace("[", "&#91;").replace("\n", "<br>")


def number_for(*names: str) -> int:
    """Give the number that stands for a deck or the model in Anki: always the same, and over 2^30."""
    digest = sha256("\0".join(("coach", *names)).encode()).digest()
    return (1 << 30) + int.from_bytes(digest[:6], "big")


def _genanki() -> Any:
    try:
        import genanki
    except ImportError as error:
        raise ExportFailed(
            tr(
                "Anki packages are made by genanki, an optional part that is not installed. Install it "
                "with: {executable} -m pip install 'genanki>=0.13,<0.14'",
                executable=sys.executable,
            )
        ) from error
    return genanki


def _packed(contents: "genanki.Package", at: datetime) -> bytes:
    """Write the package in memory: genanki's own way leaves a copy in the folder for temporary files."""
    import sqlite3
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    seconds = at.timestamp()
    with closing(sqlite3.connect(":memory:")) as connection:
        contents.write_to_db(connection.cursor(), seconds, count(int(seconds * 1000)))
        connection.commit()
        database = connection.serialize()
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            archive.writestr(ZipInfo(name, at.timetuple()[:6]), data, ZIP_DEFLATED)
    return out.getvalue()
