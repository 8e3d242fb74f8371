"""Message catalogues of content: gettext ``.po`` files beside it, as Poedit and Weblate write them.

The catalogue of ``FOLDER/NAME.yaml`` in German is ``FOLDER/locale/de/NAME.po``. A message's context is
the key of its text (:mod:`coach.content.texts`), its id the text as the content has it.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from coach.content.encoding import BAD_CHARACTER
from coach.content.roots import LOCALE, within
from coach.core.record import Record
from coach.locale import tr

BIGGEST = 8_000_000
"""The size in bytes up to which a catalogue is read."""


class Message(Record, array_like=True):
    """What a text says in the other language.

    ``stale`` is one whose source has changed since. From what it changed stands in ``before`` until it is
    written; the library that reads catalogues does not give it back. ``comments`` are the translator's own.
    """

    key: str
    source: str
    target: str
    stale: bool = False
    before: str = ""
    comments: tuple[str, ...] = ()


class Catalogue(Record, array_like=True):
    """The messages of one file in one language; ``trouble`` says why it could not be read."""

    messages: tuple[Message, ...] = ()
    trouble: str = ""

    def usable(self) -> Mapping[tuple[str, str], str]:
        """Give what can be shown by key and source."""
        return {(one.key, one.source): one.target for one in self.messages if one.target and not one.stale}


def beside(folder: Path) -> tuple[str, ...]:
    """List the languages that something in a folder has a catalogue in."""
    try:
        return tuple(sorted(each.name for each in (folder / LOCALE).iterdir() if each.is_dir()))
    except OSError:
        return ()


def read_catalogue(path: Path, root: Path | None = None) -> Catalogue:
    """Read a catalogue; one that is not there is empty, and one outside of its root is not read."""
    try:
        if root is not None and not within(root, str(path)):
            return Catalogue(trouble=tr("it lies outside of its folder"))
        if path.stat().st_size > BIGGEST:
            return Catalogue(trouble=tr("it is too large"))
        with path.open("rb") as stream:
            return _read(stream.read().decode("utf-8"))
    except FileNotFoundError:
        return Catalogue()
    except OSError as error:
        return Catalogue(trouble=error.strerror or tr("the system refuses it"))
    except UnicodeDecodeError:
        return Catalogue(trouble=tr("its letters are not UTF-8"))


def _read(text: str) -> Catalogue:
    from io import StringIO

    from babel.messages.pofile import PoFileError, read_po

    try:
        found = read_po(StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError, KeyError, IndexError) as error:
        return Catalogue(trouble=tr("it is no catalogue of gettext ({error})", error=error))
    messages = (
        Message(
            key=one.context,
            source=one.id,
            target=one.string,
            stale=one.fuzzy,
            comments=tuple(one.user_comments),
        )
        for one in found
        if isinstance(one.id, str) and one.id and isinstance(one.string, str) and one.context
    )
    return Catalogue(messages=tuple(one for one in messages if not BAD_CHARACTER.search(one.target)))


def written(catalogue: Catalogue, language: str, today: date, hints: Mapping[str, str]) -> bytes:
    """Give the bytes of a catalogue's file; ``hints`` are notes for the translator, by key.

    Without a language it is a template, for tools that start new languages from one.
    """
    from io import BytesIO

    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    moment = datetime.combine(today, time(), UTC)
    file = Catalog(
        locale=language or None,
        header_comment="#",
        project="coach",
        version="content",
        msgid_bugs_address="whoever keeps this content",
        creation_date=moment,
        revision_date=moment,
        last_translator="coach translate",
        language_team=language,
        fuzzy=False,
    )
    for one in catalogue.messages:
        file.add(
            one.source,
            one.target,
            context=one.key,
            flags=("fuzzy",) if one.stale else (),
            previous_id=one.before if one.stale and one.before else (),
            auto_comments=(hints[one.key],) if hints.get(one.key) else (),
            user_comments=one.comments,
        )
    stream = BytesIO()
    write_po(stream, file, width=100, include_previous=True)
    return stream.getvalue()
