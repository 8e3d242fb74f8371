"""Use cases: the only things that a front end calls.

:class:`Services` is built once, by the command line, and handed to whoever needs it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.store.paths import Folders

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.services.interview import InterviewService
    from coach.services.reports import Reports
    from coach.services.settings import Settings
    from coach.services.training import TrainingService
    from coach.store.log import EventLog


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


@dataclass
class Services:
    """Everything the program does, made when it is first asked for.

    ``content`` is a folder of content that comes before all others, or ``None``.
    """

    folders: Folders
    environ: Mapping[str, str]
    content: Path | None = None
    clock: Callable[[], datetime] = field(default=utc_now)

    @cached_property
    def settings(self) -> "Settings":
        """The preferences in ``config.toml``."""
        from coach.services.settings import load

        return load(self.folders.config)

    @cached_property
    def library(self) -> "Library":
        """The content there is."""
        from coach.content.library import Library, default_roots

        return Library(default_roots(self.content, self.environ, self.folders.data))

    @cached_property
    def log(self) -> "EventLog":
        """The facts about people."""
        from coach.store.sqlite import SqliteLog

        return SqliteLog.open(self.folders.database)

    @cached_property
    def training(self) -> "TrainingService":
        """Lessons and progress of the person at the keyboard."""
        from coach.services.training import TrainingService

        return TrainingService(self.log, self.library, self.clock, self.settings.profile)

    @cached_property
    def interviews(self) -> "InterviewService":
        """Interviews and their scorecards."""
        from coach.services.interview import InterviewService

        return InterviewService(self.log, self.library, self.clock)

    @cached_property
    def reports(self) -> "Reports":
        """Documents for paper."""
        from coach.services.reports import Reports

        return Reports(self.interviews, self.library)

    def close(self) -> None:
        """Close the log, if it was opened."""
        if "log" in self.__dict__:
            self.log.close()
