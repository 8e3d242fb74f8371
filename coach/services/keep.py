"""Bookmarks and own notes on steps: set, written, and found again."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.core import events as ev
from coach.core.record import Record

if TYPE_CHECKING:
    from coach.content.index import ModuleSummary
    from coach.core.training import Key
    from coach.services.training import TrainingService


class Kept(Record):
    """A step with a bookmark or a note; without a ``session`` the content no longer has it."""

    place: ev.Place
    title: str
    where: str
    """Module and lesson by their titles, or the module's id if the step is gone."""
    bookmarked: bool
    note: str

    @property
    def gone(self) -> bool:
        """Whether the step is no longer in the content."""
        return not self.place.session


class KeepService:
    """What one learner keeps about steps."""

    def __init__(self, training: "TrainingService") -> None:
        self._training = training

    def bookmarked(self, place: ev.Place) -> bool:
        """Whether a step has a bookmark."""
        return place.key in self._training.state.bookmarks

    def mark(self, place: ev.Place, *, on: bool) -> None:
        """Set a bookmark, or take it away."""
        if on != self.bookmarked(place):
            self._training.record(ev.Bookmarked(place=place, on=on))

    def note(self, place: ev.Place) -> str:
        """Return the note on a step, or nothing."""
        return self._training.state.notes.get(place.key, "")

    def write(self, place: ev.Place, text: str) -> None:
        """Keep a note whole, in the place of the one before; a blank one takes it away."""
        written = text.strip("\n").rstrip()
        if written != self.note(place):
            self._training.record(ev.NoteKept(place=place, text=written))

    def drop(self, kept: Kept) -> None:
        """Take bookmark and note of a step away."""
        self.mark(kept.place, on=False)
        self.write(kept.place, "")

    def all(self, modules: Iterable["ModuleSummary"]) -> tuple[Kept, ...]:
        """List what is kept in the order of the content, then what belongs to steps that are gone."""
        state = self._training.state
        keys = {*state.bookmarks, *state.notes}
        there = {
            place.key: (place, title, where) for place, title, where in _places(modules) if place.key in keys
        }
        gone = {key: _gone(key) for key in sorted(keys - there.keys())}
        return tuple(
            Kept(
                place=place,
                title=title,
                where=where,
                bookmarked=key in state.bookmarks,
                note=state.notes.get(key, ""),
            )
            for key, (place, title, where) in (there | gone).items()
        )


def _places(modules: Iterable["ModuleSummary"]) -> Iterable[tuple[ev.Place, str, str]]:
    for module in modules:
        for session in module.sessions:
            for step in session.steps:
                place = ev.Place(
                    module=module.id, session=session.id, lesson=step.lesson, step=step.id, rev=step.rev
                )
                yield place, step.title or step.lesson_title, f"{module.title} › {step.lesson_title}"


def _gone(key: "Key") -> tuple[ev.Place, str, str]:
    """Make a place of what is known about a step that the content no longer has."""
    module, step = key
    return ev.Place(module=module, session="", lesson="", step=step), step, module
