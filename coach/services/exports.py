"""Taking one's progress along: as tables, events, statements and cards."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING

from coach import __version__, exercises
from coach.content.library import ContentError, Library, NotFound
from coach.core.curriculum import Module, Practice, Reading, Step
from coach.core.events import Recorded
from coach.core.exercise import Context
from coach.core.record import Record
from coach.core.review import reviews
from coach.core.training import Key, seed_for
from coach.locale import tr
from coach.services.profiles import STREAMS
from coach.store.log import EventLog

if TYPE_CHECKING:
    from coach.export.xapi import Titles


class Exported(Record):
    """The bytes of a file, and sentences about what did not get into it."""

    data: bytes
    notes: tuple[str, ...] = ()


class Exports:
    """What one learner did, for other programs. Nothing here changes anything."""

    def __init__(self, log: EventLog, library: Library, clock: Callable[[], datetime], learner: str) -> None:
        self._log = log
        self._library = library
        self._clock = clock
        self.learner = learner

    def csv(self) -> Exported:
        """Give a table with a row for every answer."""
        from coach.export.facts import answers, as_csv

        return Exported(data=as_csv(answers(self._history(), self.learner)))

    def json(self) -> Exported:
        """Give every event as it was recorded."""
        from coach.export.facts import as_json

        return Exported(data=as_json(self._history(), self.learner, f"coach {__version__}"))

    def xapi(self, base: str) -> Exported:
        """Give xAPI statements whose ids begin with ``base``, see :func:`coach.export.xapi.base_iri`."""
        from coach.export.xapi import as_xapi, statements

        return Exported(data=as_xapi(statements(self._history(), self.learner, self._titles(), base)))

    def anki(self) -> Exported:
        """Give an Anki package of the cards: the graded steps that were answered at least once.

        Steps that the content no longer has are left out and told. Raises
        :class:`coach.export.sheet.ExportFailed` where the optional part for it is missing.
        """
        from coach.export.anki import flashcard, package

        keys = reviews(self._history())
        known = steps_of(self._library, {module for module, _ in keys})
        cards = []
        for key in known.keys() & keys.keys():
            module, step = known[key]
            if not isinstance(step, Reading | Practice):
                kind = exercises.load(str(type(step).__struct_config__.tag))
                context = Context(seed=seed_for(self.learner, module.id, step), language=module.language)
                cards.append(flashcard((module.id, module.title), step, kind, context))
        cards.sort(key=lambda card: (card.module, card.step))
        return Exported(data=package(cards, self._clock()), notes=_left_out(len(cards), len(keys)))

    def _titles(self) -> "Titles":
        from coach.export.xapi import Title, Titles

        modules: dict[str, Title] = {}
        sessions: dict[Key, Title] = {}
        steps: dict[Key, Title] = {}
        for key, (module, step) in steps_of(self._library).items():
            modules[module.id] = Title(text=module.title, language=module.language)
            if step.title:
                steps[key] = Title(text=step.title, language=module.language)
            for header in module.sessions:
                sessions[module.id, header.id] = Title(text=header.title, language=module.language)
        return Titles(modules=modules, sessions=sessions, steps=steps)

    def _history(self) -> tuple[Recorded, ...]:
        return self._log.read(STREAMS + self.learner)


def _left_out(cards: int, answered: int) -> tuple[str, ...]:
    if not answered:
        return (tr("No exercise was answered yet, so the package has no cards."),)
    if cards == answered:
        return ()
    missing = answered - cards
    note = tr(
        "{missing} of {answered} cards were left out, since the content no longer has their "
        "steps or cannot read them; coach doctor names them.",
        missing=missing,
        answered=answered,
    )
    return (note,)


def steps_of(library: Library, modules: Collection[str] | None = None) -> dict[Key, tuple[Module, Step]]:
    """Map every step that can be used, of these modules or of all, to its module and itself."""
    found: dict[Key, tuple[Module, Step]] = {}
    for name in library.modules():
        if modules is not None and name not in modules:
            continue
        try:
            module = library.module(name).value
        except ContentError:
            continue
        for header in module.sessions:
            try:
                session = library.session(name, header.id).value
            except (ContentError, NotFound):
                continue
            found |= {(name, step.id): (module, step) for step in session.steps()}
    return found
