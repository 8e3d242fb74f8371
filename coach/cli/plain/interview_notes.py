"""Notes in plain mode: line by line, in four parts on request, with a word where one touches the law."""

from typing import TYPE_CHECKING

from coach.core.notes import PARTS, caution, lacks_result, topics_in, written
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.desk import PlainDesk


class PlainNotes:
    """Adds to the notes of an interview and says what should be thought over."""

    def __init__(self, desk: "PlainDesk") -> None:
        self._desk = desk
        self._cautioned: set[tuple[str, str]] = set()
        """Places and topics that were named; each is named once."""

    def add(self, place: str, text: str) -> None:
        """Add text to the note at a place."""
        if self._desk.note(place, text):
            self._desk.talk.say(tr("Noted."))
            self.caution(place)

    def caution(self, place: str) -> None:
        """Name the protected topics that a note touches and that were not named before."""
        state = self._desk.state
        found = topics_in(state.note(place), state.guide.topics, state.guide.language)
        new = [topic for topic in found if (place, topic.id) not in self._cautioned]
        self._cautioned |= {(place, topic.id) for topic in new}
        if new:
            self._desk.talk.say(caution(new))

    def parts(self, place: str) -> None:
        """Ask for situation, task, action and result, and add what was said as lines of the note."""
        self._desk.talk.say(tr("One line for each part; enter alone leaves a part out."))
        said = []
        for part in PARTS.values():
            self._desk.talk.say(f"{tr(part)}:")
            said.append(self._desk.answer())
        if any(said):
            self.add(place, written(said))
        else:
            self._desk.talk.say(tr("Nothing was noted."))
        self.wish(place)

    def wish(self, place: str) -> None:
        """Say that a story has no end yet, once its question is rated."""
        state = self._desk.state
        if state.entry(place).rating is not None and lacks_result(state.note(place)):
            self._desk.talk.say(tr("No result is noted yet."))
