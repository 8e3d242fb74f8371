"""Measure lists, comparison and statistics among thousands of interviews, and the file of a whole panel.

The interviews lie in requisitions of 40 candidates and 4 interviewers; one of those is asked about. With
``--single`` all of them are of one requisition.

Everything is made up, written straight into the log as a real panel would have it, and asked of the services
in one process: with an empty cache (cold), by a program that was just started (started), and by one that was
asked before (again). The budgets hold for a program that was just started.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from math import ceil
from pathlib import Path
from shutil import rmtree
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Protocol

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.bank import Guide, GuideCompetency
from coach.core.interview import Overall
from coach.core.interview_replay import replay
from coach.core.panel import opening
from coach.core.panel.sealing import commitment, sealed
from coach.core.panel.terms import Member, Role, Terms
from coach.services import Services, streams
from coach.store import codec
from coach.store.log import EventLog
from coach.store.paths import Folders
from coach.store.sqlite import SqliteLog
from coach.store.transaction import transaction

LEAD = "m0"
MEMBERS, QUESTIONS, COMPETENCIES = 4, 20, 8
SALT = "00" * 16
ROUNDS = 3
"""How often each thing is asked of a program that was just started; the median is told."""
BUDGET, FILE_BUDGET = 0.3, 10.0
"""Seconds for a list, a comparison or statistics, and for the merged file of a panel."""
CANDIDATES = 40
WRITTEN = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def main() -> None:
    """Make a requisition, measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1000, help="how many interviews (default 1000)")
    parser.add_argument("--single", action="store_true", help="all of them in one requisition")
    asked_for = parser.parse_args()
    candidates = max(1, asked_for.size // MEMBERS)
    each = candidates if asked_for.single else CANDIDATES
    names = [f"req-{number:04}" for number in range(1, ceil(candidates / each) + 1)]
    print(f"{'':<46}{'cold':>11}{'started':>11}{'again':>11}{'budget':>11}")
    with TemporaryDirectory(prefix="coach-bench-") as home:
        for name in names:
            make(Path(home), name, each)
        told = f"{each} candidates × {MEMBERS} members × {QUESTIONS} questions"
        print(f"{len(names)} × {told}")
        for title, what in ASKED.items():
            measured(Path(home), title, partial(what, name=names[-1]), BUDGET)
        if not asked_for.single:
            file = partial(merged_file, name=names[-1])
            measured(Path(home), "one file of everything as PDF", file, FILE_BUDGET)


def services_in(home: Path) -> Services:
    """Make the lead's services on a folder, with nothing in memory yet."""
    folders = Folders(data=home / "data", config=home / "config", cache=home / "cache")
    return Services(folders, {}, profile=LEAD)


# --- What is asked -------------------------------------------------------------------------------------


def merged_file(services: Services, name: str) -> None:
    """Bind everything of the requisition into one PDF."""
    from coach.export import Format, render

    render(services.panel_reports.requisition(name), Format.PDF)


class Asked(Protocol):
    """Something that is asked of the services about a requisition."""

    def __call__(self, services: Services, name: str) -> object:
        """Ask it."""


ASKED: dict[str, Asked] = {
    "interviews.summaries": lambda services, name: services.interviews.summaries(),  # noqa: ARG005 - of all
    "requisitions.interviews": lambda services, name: services.requisitions.interviews(
        services.requisitions.state(name)
    ),
    "comparisons.view": lambda services, name: services.comparisons.view(name),
    "comparisons.statistics": lambda services, name: services.comparisons.statistics(name),
}


def measured(home: Path, title: str, what: Callable[[Services], object], budget: float) -> None:
    """Print how long something takes."""
    rmtree(home / "cache", ignore_errors=True)
    cold, _ = asked(home, what)
    started, again = zip(*(asked(home, what) for _ in range(ROUNDS)), strict=True)
    told = (cold, median(started), median(again), budget)
    over = "  over" if median(started) > budget else ""
    print(f"  {title:<44}{''.join(f'{one * 1000:>8.0f} ms' for one in told)}{over}")


def asked(home: Path, what: Callable[[Services], object]) -> tuple[float, float]:
    """Give how long something takes in services that are new, and in the same ones again."""
    services = services_in(home)
    first, second = (seconds(lambda: what(services)) for _ in range(2))
    services.close()
    return first, second


def seconds(doing: Callable[[], object]) -> float:
    """Give how long something takes."""
    began = perf_counter()
    doing()
    return perf_counter() - began


# --- What is made up -----------------------------------------------------------------------------------


def make(home: Path, name: str, candidates: int) -> None:
    """Write a requisition in which everybody has handed in everything."""
    services = services_in(home)
    guide = large_guide(services.library.guide(services.library.kits()[0]))
    members = tuple(
        Member(id=f"m{n}", name=f"Member {n}", role=Role.INTERVIEWER if n else Role.LEAD)
        for n in range(MEMBERS)
    )
    terms = Terms(title="Large", guide=guide, fingerprint=guide.fingerprint, members=members, quorum=MEMBERS)
    codes = [f"C-{number:05d}" for number in range(candidates)]
    added = [ev.CandidateAdded(candidate=code) for code in codes]
    state = services.requisitions.append(None, name, opening.open_requisition(terms))
    services.requisitions.append(state, name, added)
    write(services.log, streamed(name, terms, codes))
    services.close()


def large_guide(small: Guide) -> Guide:
    """Give a guide of twenty questions about eight competencies."""
    competencies = tuple(
        GuideCompetency(id=f"c{n}", title=f"Competency {n}", definition="Made up.", weight=1.0)
        for n in range(COMPETENCIES)
    )
    questions = tuple(
        replace(
            small.questions[n % len(small.questions)],
            id=f"q{n}",
            competency=f"c{n % COMPETENCIES}",
            minutes=2.0,
        )
        for n in range(QUESTIONS)
    )
    return replace(small, competencies=competencies, questions=questions)


def streamed(
    requisition: str, terms: Terms, codes: Sequence[str]
) -> Iterator[tuple[str, str, Sequence[ev.AnyEvent]]]:
    """Give the streams of all candidates: name, actor, events."""
    chance = random.Random(1)  # noqa: S311 - made-up ratings
    for code in codes:
        yield (
            streams.dossier(requisition, code),
            LEAD,
            [ev.DossierOpened(requisition=requisition, candidate=code)],
        )
        level = chance.gauss(3, 0.8)
        for member in terms.members:
            name = streams.INTERVIEW + streams.panel_interview_id(requisition, code, member.id)
            planned = ev.InterviewPlanned(
                candidate=code,
                interviewer=member.name,
                guide=terms.guide,
                fingerprint=terms.fingerprint,
                member=member.id,
                requisition=requisition,
            )
            yield name, member.name, handed_in(planned, name, level, chance)


def handed_in(
    planned: ev.InterviewPlanned, name: str, level: float, chance: random.Random
) -> list[ev.AnyEvent]:
    """Give the events of an interview from its plan to its submission, with a true seal."""
    events: list[ev.AnyEvent] = [
        planned,
        ev.ConflictDeclared(conflict=False),
        ev.ConsentRecorded(given=True),
        ev.InterviewStarted(),
    ]
    for question in planned.guide.questions:
        rating = min(5, max(1, round(level + chance.gauss(0, 0.8))))
        events += [
            ev.PlaceEntered(place=question.id),
            ev.QuestionAsked(question=question.id),
            ev.NoteEdited(place=question.id, start=0, removed=0, inserted="A made-up note. " * 4),
            ev.NotAssessed(question=question.id, reason="Time ran out.")
            if chance.random() < 1 / QUESTIONS
            else ev.Rated(question=question.id, rating=rating),
        ]
    events += [ev.InterviewEnded(), ev.OverallChosen(level=Overall.YES.value, reason="Made up.")]
    state = replay(
        ev.Recorded(stream=name, number=number, at=WRITTEN, actor=planned.interviewer, event=event)
        for number, event in enumerate(events, 1)
    )
    assert state is not None
    seal = commitment(sealed(state), SALT)
    score = state.score
    events.append(
        ev.ScorecardSubmitted(score=score.value, coverage=score.coverage, commitment=seal, salt=SALT)
    )
    return events


def write(log: EventLog, made: Iterator[tuple[str, str, Sequence[ev.AnyEvent]]]) -> None:
    """Write new streams in one transaction, since a commit for each would take minutes."""
    assert isinstance(log, SqliteLog)
    stamp = codec.stamp(WRITTEN)
    with transaction(log._connection):  # noqa: SLF001 - nothing else needs so many streams at once
        for name, actor, events in made:
            bodies = [codec.encode(event) for event in events]
            log._extend(log._head(name), bodies, actor=actor, at=stamp)  # noqa: SLF001 - as above


if __name__ == "__main__":
    main()
