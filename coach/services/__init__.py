"""Use cases: the only things that a front end calls.

:class:`Services` is built once, by the command line, and handed to whoever needs it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coach.locale import language
from coach.store.paths import Folders

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.core.interview import InterviewState
    from coach.core.scorecard import ScorecardView
    from coach.services.calibrate import CalibrateService
    from coach.services.comparison import ComparisonService
    from coach.services.debrief import DebriefService
    from coach.services.exchange import Exchange
    from coach.services.exports import Exports
    from coach.services.gate import Gate
    from coach.services.interview import InterviewService
    from coach.services.keep import KeepService
    from coach.services.mentor import MentorService
    from coach.services.panel_reports import PanelReports
    from coach.services.parcels import ParcelService
    from coach.services.paths import PathService
    from coach.services.play import PlayService
    from coach.services.practice import PracticeService
    from coach.services.privacy import PrivacyService
    from coach.services.progress import ProgressService
    from coach.services.reports import Reports
    from coach.services.requisition import RequisitionService
    from coach.services.review import ReviewService
    from coach.services.search import SearchService
    from coach.services.settings import Settings
    from coach.services.sheets import Sheets
    from coach.services.training import TrainingService
    from coach.store.log import EventLog
    from coach.store.presence import Presence


def utc_now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


@dataclass
class Services:
    """Everything the program does, made when it is first asked for.

    ``content`` is a folder of content that comes before all others, or ``None``; ``profile`` is whose run
    this is, or ``None`` to go by the preferences.
    """

    folders: Folders
    environ: Mapping[str, str]
    content: Path | None = None
    clock: Callable[[], datetime] = field(default=utc_now)
    profile: str | None = None

    @cached_property
    def settings(self) -> "Settings":
        """The preferences in ``config.toml``, as they are for the person whose run this is."""
        from coach.services.settings import load

        settings = load(self.folders.config)
        return settings.of(self.profile) if self.profile else settings

    @cached_property
    def library(self) -> "Library":
        """The content there is."""
        from coach.content.library import Library, default_roots

        roots = default_roots(self.content, self.environ, self.folders.data)
        return Library(roots, language(), self.folders.cache)

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
    def paths(self) -> "PathService":
        """Learning paths, and the one that is followed."""
        from coach.services.paths import PathService

        return PathService(self.library, self.training, self.clock)

    @cached_property
    def keep(self) -> "KeepService":
        """Bookmarks and own notes."""
        from coach.services.keep import KeepService

        return KeepService(self.training)

    @cached_property
    def mentor(self) -> "MentorService":
        """Written and spoken pieces, and what mentors think of them."""
        from coach.services.mentor import MentorService

        return MentorService(self.log, self.library, self.clock, self.settings)

    @cached_property
    def calibrate(self) -> "CalibrateService":
        """Sample answers to rate, and how close one comes to the experts."""
        from coach.services.calibrate import CalibrateService

        return CalibrateService(self.training, self.library)

    @cached_property
    def practice(self) -> "PracticeService":
        """Mock interviews for those who want to be asked."""
        from coach.services.practice import PracticeService

        return PracticeService(self.training, self.library, self.clock)

    @cached_property
    def search(self) -> "SearchService":
        """Everything there is, by its words."""
        from coach.services.search import SearchService

        return SearchService(self.library, self.folders.cache)

    @cached_property
    def interviews(self) -> "InterviewService":
        """Interviews and their scorecards."""
        from coach.services.interview import InterviewService

        return InterviewService(self.log, self.library, self.clock, self.presence, self.gate)

    @cached_property
    def gate(self) -> "Gate":
        """Who may see whose interview."""
        from coach.services.digests import Digests
        from coach.services.gate import Gate

        digests = Digests(self.log, self.folders.cache)
        return Gate(self.log, self.clock, self.settings.profile, digests, self.library)

    @cached_property
    def requisitions(self) -> "RequisitionService":
        """Openings with their panels and candidates."""
        from coach.services.requisition import RequisitionService

        return RequisitionService(self.log, self.library, self.clock, self.gate)

    @cached_property
    def comparisons(self) -> "ComparisonService":
        """Candidates beside each other, and the statistics of their ratings."""
        from coach.services.comparison import ComparisonService

        return ComparisonService(self.log, self.requisitions)

    @cached_property
    def debriefs(self) -> "DebriefService":
        """What a panel sees and decides about a candidate."""
        from coach.services.debrief import DebriefService

        return DebriefService(self.log, self.requisitions, self.comparisons)

    @cached_property
    def presence(self) -> "Presence":
        """Which interviews somebody is at."""
        from coach.store.presence import Presence

        return Presence(self.folders.data / "live")

    @cached_property
    def reports(self) -> "Reports":
        """Documents for paper."""
        from coach.services.reports import Reports

        def view_of(interview: str, peek: str | None) -> "ScorecardView":
            return self.sheets.view(interview, peek=peek)

        return Reports(self.library, view_of)

    @cached_property
    def sheets(self) -> "Sheets":
        """Scorecards with what their requisition adds to them."""
        from coach.services.sheets import Sheets

        return Sheets(self.interviews, self.requisitions, self.privacy)

    @cached_property
    def panel_reports(self) -> "PanelReports":
        """Documents about requisitions."""
        from coach.services.panel_reports import PanelReports

        return PanelReports(self.library, self.requisitions, self.comparisons, self.debriefs, self.sheets)

    @cached_property
    def progress(self) -> "ProgressService":
        """Mastery, readiness, and the papers that tell of them."""
        from coach.services.progress import ProgressService

        return ProgressService(self.log, self.library, self.clock, self.settings)

    @cached_property
    def exchange(self) -> "Exchange":
        """Scorecards to and from other systems."""
        from coach.services.exchange import Exchange

        def state_of(interview: str) -> "InterviewState":
            return self.interviews.state(interview, "export")

        return Exchange(state_of, self.clock)

    @cached_property
    def exports(self) -> "Exports":
        """The learner's progress as files for other programs."""
        from coach.services.exports import Exports

        return Exports(self.log, self.library, self.clock, self.settings.profile)

    @cached_property
    def plays(self) -> "PlayService":
        """Exercises played without being recorded."""
        from coach.services.play import PlayService

        return PlayService(self.library, self.training)

    @cached_property
    def reviews(self) -> "ReviewService":
        """What is asked again, and when."""
        from coach.services.review import ReviewService

        return ReviewService(self.log, self.library, self.clock, self.training, self.folders.cache)

    @cached_property
    def parcels(self) -> "ParcelService":
        """Requisitions and sealed scorecards in files."""
        from coach.services.parcels import ParcelService

        return ParcelService(self.log, self.clock, self.requisitions, self.interviews)

    @cached_property
    def privacy(self) -> "PrivacyService":
        """What is kept about candidates, and until when."""
        from coach.services.privacy import PrivacyService

        return PrivacyService(self.log, self.clock, self.requisitions, self.folders.database)

    def for_profile(self, profile: str) -> "Services":
        """Return the same services for another person; what is shared with these is closed with these."""
        others = replace(self, profile=profile)
        others.__dict__ |= {"log": self.log, "library": self.library, "presence": self.presence}
        return others

    def close(self) -> None:
        """Close the log and leave all interviews, as far as they were opened."""
        if "presence" in self.__dict__:
            self.presence.close()
        if "log" in self.__dict__:
            self.log.close()
