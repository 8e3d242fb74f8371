"""One step of a lesson: find its kind by the ``type:`` the author wrote, and read it."""

from typing import Any

from coach import exercises
from coach.content.convert import convert
from coach.content.document import Document
from coach.content.nearest import did_you_mean
from coach.content.parts import Shelf, given_parts
from coach.content.problem import Problem, described
from coach.core.curriculum import Practice, Reading, Step
from coach.core.finding import Path, Severity
from coach.exercises.base import Part
from coach.locale import tr

PLAIN: dict[str, type[Step]] = {"reading": Reading, "practice": Practice}
"""Step types that are no exercises: nothing in them is graded."""


def type_names() -> tuple[str, ...]:
    """Every word that can stand after ``type:``."""
    return (*PLAIN, *exercises.names())


def struct_for(name: str) -> type[Step]:
    """Return the struct behind a ``type:``; raises ``KeyError`` if there is none."""
    if name in PLAIN:
        return PLAIN[name]
    spec: type[Step] = exercises.load(name).spec
    return spec


def parts_of(name: str) -> dict[str, Part]:
    """Return the fields of a ``type:`` that can name shared files."""
    return {} if name in PLAIN else exercises.load(name).parts


def read_step(document: Document, path: Path, shelf: Shelf) -> tuple[Step | None, list[Problem]]:
    """Read the step at the path, its kind's own findings included; ``None`` if it cannot be used.

    Where the step names a shared part, it is taken from the ``shelf``.
    """
    raw = document.at(path)
    if not isinstance(raw, dict):
        text = tr(
            "a step must be a group of keys but is {found}; start it with '- id: …'",
            found=described(raw),
        )
        return None, [document.problem("C022", path, text)]
    name = raw.get("type")
    if name is None:
        text = tr(
            "the step has no type, so nobody knows how to do it; add one of {types}",
            types=", ".join(type_names()),
        )
        return None, [document.problem("C021", path, text)]
    if not isinstance(name, str) or name not in type_names():
        text = tr(
            "there is no exercise type like {found}; {cure}",
            found=described(name),
            cure=did_you_mean(name, type_names()),
        )
        return None, [document.problem("C024", (*path, "type"), text)]
    given, missing = _parts(document, path, name, shelf)
    if missing:
        return None, missing
    step, problems = convert(document, path, struct_for(name), given=given)
    if step is not None:
        problems += _findings(document, path, name, step)
    usable = step if not any(problem.fatal for problem in problems) else None
    return usable, problems


def _parts(document: Document, path: Path, name: str, shelf: Shelf) -> tuple[dict[str, Any], list[Problem]]:
    """Find the shared parts that the step names."""
    parts = parts_of(name)
    return given_parts(document, path, parts, shelf) if parts else ({}, [])


def _findings(document: Document, path: Path, name: str, step: Step) -> list[Problem]:
    """Ask the kind's own linter."""
    if name in PLAIN:
        return []
    return [
        document.problem(
            finding.code, path + finding.path, finding.text, warning=finding.severity is Severity.WARNING
        )
        for finding in exercises.load(name).findings(step)
    ]
