"""What one learner did: every answer on disk at once, and read again only if another program wrote, too."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.training import TrainingState, replay
from coach.store.errors import ChangedElsewhere
from coach.store.log import EventLog


class Journal:
    """One learner's own stream in the log.

    Two programs may train at once: what the other wrote is read before one's own is appended.
    """

    def __init__(self, log: EventLog, clock: Callable[[], datetime], learner: str) -> None:
        self._log = log
        self._clock = clock
        self.learner = learner
        self._stream = f"training/{learner}"
        self._state: TrainingState | None = None

    @property
    def state(self) -> TrainingState:
        """Everything derived from what the learner did so far."""
        if self._state is None:
            self._state = replay(self._log.read(self._stream))
        return self._state

    def record(self, *events: ev.TrainingEvent) -> TrainingState:
        """Append events; they are on disk when this returns."""
        try:
            added = self._append(events)
        except ChangedElsewhere as changed:
            newer = self._log.read(self._stream, after=self.state.number)
            state = replay(newer, self.state)
            self._state = replace(state, number=max(state.number, changed.found))
            added = self._append(events)
        self._state = replay(added, self.state)
        return self._state

    def history(self) -> tuple[ev.Recorded, ...]:
        """Read everything that was recorded of the learner."""
        return tuple(self._log.read(self._stream))

    def _append(self, events: tuple[ev.TrainingEvent, ...]) -> tuple[ev.Recorded, ...]:
        expected = self.state.number
        return self._log.append(self._stream, expected, events, actor=self.learner, at=self._clock())
