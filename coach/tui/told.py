"""Handlers whose troubles are told in a sentence instead of ending the program."""

from collections.abc import Callable
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any, TypeVar, cast

from textual.dom import DOMNode

F = TypeVar("F", bound=Callable[..., Any])


def told(method: F) -> F:
    """Let a handler of a screen or of the app fail with a sentence on the screen.

    What is known to go wrong (a full disk, content that was just broken) is shown and leaves everything
    as it was; anything else is a fault of the program and still ends it.
    """
    if iscoroutinefunction(method):

        @wraps(method)
        async def later(self: DOMNode, *args: Any, **kwargs: Any) -> Any:
            try:
                return await method(self, *args, **kwargs)
            except Exception as error:  # noqa: BLE001 - what is not known is raised again
                _tell(self, error)

        return cast("F", later)

    @wraps(method)
    def now(self: DOMNode, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except Exception as error:  # noqa: BLE001 - as above
            _tell(self, error)

    return cast("F", now)


def _tell(node: DOMNode, error: Exception) -> None:
    from coach.services.troubles import is_known
    from coach.tui.screens.base import coach_of

    if not is_known(error):
        raise error
    coach_of(node).refuse(error)
