"""YAML values into the domain's structs, one item at a time, with every mistake in its place."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from coach.content.document import Document, Value
from coach.content.faults import faults
from coach.content.problem import Problem
from coach.core.finding import Path
from coach.locale import tr

T = TypeVar("T", bound=msgspec.Struct)


def convert(
    document: Document,
    path: Path,
    kind: type[T],
    without: tuple[str, ...] = (),
    given: Mapping[str, Any] | None = None,
) -> tuple[T | None, list[Problem]]:
    """Make a struct of what stands at the path; ``None`` where that cannot be, with all the reasons.

    Lists under the keys in ``without`` are converted by themselves and come out empty here; ``given`` has
    structs that take the place of what is written under their keys.
    """
    raw = document.at(path)
    value: Any = raw
    if isinstance(raw, dict) and (without or given):
        value = {key: [] if key in without and isinstance(raw[key], list) else raw[key] for key in raw}
        value |= given or {}
    problems: list[Problem] = []
    made: T | None = None
    try:
        made = msgspec.convert(value, type=kind)
    except msgspec.ValidationError as error:
        problems = _explain(document, path, value, kind, error)
    spoiled = document.is_spoiled(raw, without)
    return (None if spoiled else made), problems


def _explain(
    document: Document, path: Path, value: Value, kind: type[T], error: msgspec.ValidationError
) -> list[Problem]:
    found = [
        document.problem(fault.code, fault.path, fault.text, key=fault.key)
        for fault in faults(value, kind, path)
    ]
    if not found:
        return [_as_msgspec_says(document, path, error)]
    told = {(problem.line, problem.column) for problem in document.problems if problem.fatal}
    return [problem for problem in found if (problem.line, problem.column) not in told]


def _as_msgspec_says(document: Document, path: Path, error: msgspec.ValidationError) -> Problem:
    """Pass on what only msgspec finds, such as a rule of the struct's own, at the place it names."""
    words, _, where = str(error).partition(" - at ")
    steps = re.findall(r"\.([A-Za-z0-9_-]+)|\[([0-9]+)\]", where)
    inner = tuple(int(index) if index else name for name, index in steps)
    text = tr(
        "this does not fit: {complaint}; correct it as the format asks",
        complaint=words[:1].lower() + words[1:],
    )
    return document.problem("C022", path + inner, text)


def entries(document: Document, path: Path) -> list[Path]:
    """List the paths of a list's entries; what is no list has none, and its owner tells so."""
    try:
        value = document.at(path)
    except (LookupError, TypeError):
        return []
    return [(*path, index) for index in range(len(value))] if isinstance(value, list) else []
