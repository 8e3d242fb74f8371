"""Scorecards to and from other recruiting systems."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach import __version__
from coach.core.conduct import Refused
from coach.core.interview import InterviewState, Phase
from coach.core.record import Record
from coach.export.exchange import Card, System, exported
from coach.locale import tr
from coach.services.printing import PrintError, write_file
from coach.services.reports import scorecard_view

if TYPE_CHECKING:
    from coach.export.exchange.from_greenhouse import Ratings

PROGRAM = f"coach {__version__}"


class Outgoing(Record):
    """A file for another system with its manifest, which is empty where the file holds it itself."""

    data: bytes
    notes: tuple[str, ...]
    manifest: bytes


class Started(Record):
    """Content files that were begun, and sentences about what they lack."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


class Exchange:
    """Takes scorecards out in the shapes of other systems, and reads theirs; nothing here changes a record.

    ``state_of`` gives an interview by its id, if the person at the keyboard may see it.
    """

    def __init__(self, state_of: Callable[[str], InterviewState], clock: Callable[[], datetime]) -> None:
        self._state_of = state_of
        self._clock = clock

    def export(self, interviews: Sequence[str], system: System, file: str) -> Outgoing:
        """Bring submitted scorecards into a shape, in the order given; ``file`` is how it will be called.

        Raises :class:`coach.core.conduct.Refused` where one is a draft.
        """
        from coach.export.exchange.manifest import manifest

        states = {state.id: state for state in map(self._state_of, interviews)}
        _mind_drafts(states.values())
        cards = tuple(
            Card(
                view=scorecard_view(state, state.last_at),
                commitment=state.commitment,
                requisition=state.requisition,
            )
            for state in states.values()
        )
        made = exported(system, cards, PROGRAM)
        beside = b"" if system is System.JSON else manifest(system, cards, made, file, PROGRAM)
        return Outgoing(data=made.data, notes=made.notes, manifest=beside)

    def ratings(self, data: bytes, file: str) -> "Ratings":
        """Read the ratings of a Greenhouse file; raises :class:`coach.core.conduct.Refused`."""
        from coach.export.exchange.from_greenhouse import as_ratings, read_scorecards

        return as_ratings(read_scorecards(data, file))

    def listing(self, data: bytes, file: str) -> bytes:
        """List the scorecards of a Greenhouse file as text; raises :class:`coach.core.conduct.Refused`."""
        from coach.export.exchange.from_greenhouse import as_text, read_scorecards

        return as_text(read_scorecards(data, file))

    def start_kits(self, data: bytes, file: str, into: Path) -> Started:
        """Begin a bank and a kit for each interview kit of a Greenhouse file, in a content root.

        Nothing that exists is touched, and nothing is made up for what Greenhouse does not know. Raises
        :class:`coach.core.conduct.Refused` or :class:`coach.services.printing.PrintError`.
        """
        from coach.content.check import check
        from coach.content.roots import BANKS, KITS, SUFFIX
        from coach.export.exchange.kits_from_greenhouse import read_kits

        found = read_kits(data, file)
        folder = into / BANKS
        planned = {folder / f"{draft.id}{SUFFIX}": draft.bank for draft in found.drafts}
        planned |= {folder / KITS / f"{draft.id}{SUFFIX}": draft.kit for draft in found.drafts}
        _write_new(planned)
        report = check(tuple(planned), self._clock().date())
        codes = ", ".join(sorted({problem.code for problem in report.problems}))
        missing = tr(
            "{count} things are missing that Greenhouse does not keep, such as competencies, probes "
            "and anchors ({codes}); coach check {folder} names each with its place.",
            count=report.errors,
            codes=codes,
            folder=into,
        )
        return Started(files=tuple(planned), notes=(*found.notes, missing))


def manifest_beside(target: Path) -> Path:
    """Name the manifest of a file: ``scorecards.json`` has ``scorecards.manifest.json``."""
    return target.with_suffix(".manifest.json")


def write(made: Outgoing, target: Path, *, replace: bool) -> tuple[Path, ...]:
    """Write a file and its manifest, if it has one, and name them; raises ``PrintError``.

    If one of them exists and may not be replaced, neither is written.
    """
    beside = manifest_beside(target)
    if made.manifest and beside.exists() and not replace:
        raise PrintError(
            tr("{path} exists and was left as it is. Name another file, or use --force.", path=beside)
        )
    write_file(target, made.data, replace=replace)
    if not made.manifest:
        return (target,)
    write_file(beside, made.manifest, replace=replace)
    return (target, beside)


def _mind_drafts(states: Iterable[InterviewState]) -> None:
    drafts = [state.id for state in states if state.phase is not Phase.SUBMITTED]
    if drafts:
        raise Refused(
            tr(
                "Not submitted yet: {drafts}. Only submitted scorecards leave the program, so nothing "
                "was written; submit with coach interview submit {first}, or leave it out.",
                drafts=", ".join(drafts),
                first=drafts[0],
            )
        )


def _write_new(planned: Mapping[Path, object]) -> None:
    """Write values as YAML files, all of them or none where one exists."""
    import yaml

    for path in planned:
        if path.exists():
            raise PrintError(
                tr("{path} exists already and is left as it is; choose another folder.", path=path)
            )
    for path, value in planned.items():
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise PrintError(
                tr(
                    "{path} cannot be made ({reason}); choose another folder.",
                    path=path.parent,
                    reason=reason,
                )
            ) from error
        write_file(path, text.encode(), replace=False)
