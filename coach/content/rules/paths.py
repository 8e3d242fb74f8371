"""Rules for learning paths: each leads through what exists, and through nothing twice."""

from collections.abc import Callable, Iterator

from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import PathScope
from coach.core.paths import module_of, session_of
from coach.locale import tr

Rule = Callable[[PathScope], Iterator[Problem]]


def parts_exist(scope: PathScope) -> Iterator[Problem]:
    """Every part is a module of the library, or a session that its module announces."""
    for placed in scope.read.entries:
        for index, part in enumerate(placed.value.steps):
            text = _unknown(scope, part)
            if text:
                yield scope.read.document.problem("C210", (*placed.path, "steps", index), text)


def _unknown(scope: PathScope, part: str) -> str:
    """Say what a part names that does not exist, or nothing; a module that cannot be read tells itself."""
    module, session = module_of(part), session_of(part)
    if module not in scope.modules:
        return tr(
            "there is no module {module}, so whoever follows this path would miss it; {meant}",
            module=quoted(module),
            meant=did_you_mean(module, scope.modules),
        )
    sessions = scope.sessions(module) if session else None
    if sessions is None or session in sessions:
        return ""
    return tr(
        "there is no session {session} in {module}, so whoever follows this path would miss it; {meant}",
        session=quoted(session),
        module=quoted(module),
        meant=did_you_mean(session, sessions),
    )


def parts_come_once(scope: PathScope) -> Iterator[Problem]:
    """No part comes twice, and no session beside the whole of its module."""
    for placed in scope.read.entries:
        for index, part in enumerate(placed.value.steps):
            others = placed.value.steps[:index] + placed.value.steps[index + 1 :]
            if part in placed.value.steps[:index] or (session_of(part) and module_of(part) in others):
                text = tr(
                    "{part} is in this path already, so progress on the path would count it twice; remove "
                    "one of the two",
                    part=quoted(part),
                )
                path = (*placed.path, "steps", index)
                yield scope.read.document.problem("C211", path, text, warning=True)


RULES: tuple[Rule, ...] = (parts_exist, parts_come_once)
