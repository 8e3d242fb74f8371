"""Starting a session or a module afresh; what was done before stays in the history."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.core import events as ev

if TYPE_CHECKING:
    from coach.content.index import ModuleSummary
    from coach.services.training import TrainingService


def begun(training: "TrainingService", module: "ModuleSummary", session: str = "") -> tuple[ev.Place, ...]:
    """List the steps of a module, or of one of its sessions, with which something was done."""
    steps = training.state.steps
    return tuple(
        ev.Place(module=module.id, session=one.id, lesson=step.lesson, step=step.id, rev=step.rev)
        for one in module.sessions
        if session in ("", one.id)
        for step in one.steps
        if (module.id, step.id) in steps
    )


def start_afresh(training: "TrainingService", places: Iterable[ev.Place]) -> int:
    """Reset these steps in one go; return how many there were."""
    events = tuple(ev.StepReset(place=place) for place in places)
    if events:
        training.record(*events)
    return len(events)
