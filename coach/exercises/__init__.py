"""Exercise kinds, one folder each; the folder's name is the ``type:`` that authors write.

Kinds are found by looking into this folder: there is no list to edit.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from coach.core.curriculum import Step
    from coach.exercises.base import Kind


@cache
def names() -> tuple[str, ...]:
    """Return the names of all kinds, in alphabetical order."""
    return tuple(sorted(found.name for found in iter_modules(__path__) if found.ispkg))


@cache
def load(name: str) -> "Kind[Any, Any]":
    """Return the kind with this name; raises ``KeyError`` if there is none."""
    if name not in names():
        raise KeyError(name)
    return cast("Kind[Any, Any]", import_module(f"{__name__}.{name}").KIND)


def kind_of(step: "Step") -> "Kind[Any, Any] | None":
    """Return the kind of an exercise, or ``None`` for a reading or a practice."""
    name = str(type(step).__struct_config__.tag)
    return load(name) if name in names() else None


@cache
def load_widget(name: str) -> Any:
    """Return the kind's widget class; importing it brings in the terminal interface."""
    if name not in names():
        raise KeyError(name)
    return import_module(f"{__name__}.{name}.widget").WIDGET
