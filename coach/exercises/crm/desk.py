"""A task at work: what was done so far, and the org after each of it."""

from collections.abc import Iterable

from coach.core.crm.actions import Action, Applied, Refused, apply
from coach.core.crm.draft import Trouble
from coach.core.crm.state import Org
from coach.locale import tr

from .replay import start
from .spec import MOST_ACTIONS, Response, Spec


class Desk:
    """The org of a task while somebody works in it.

    Every earlier org is kept, which costs little, since orgs share what is the same in them; so taking
    something back takes no time.
    """

    def __init__(self, spec: Spec, actions: Iterable[Action] = ()) -> None:
        self.spec = spec
        self._orgs = [start(spec)]
        self._actions: list[Action] = []
        self.go_on(actions)

    @property
    def org(self) -> Org:
        """The org as it is now."""
        return self._orgs[-1]

    @property
    def actions(self) -> tuple[Action, ...]:
        """Everything that was done and not taken back."""
        return tuple(self._actions)

    @property
    def response(self) -> Response:
        """What would be handed in now."""
        return Response(actions=self.actions)

    def do(self, action: Action) -> Applied:
        """Do something; raises :class:`Refused`, and then nothing is changed."""
        if len(self._actions) >= MOST_ACTIONS:
            text = tr(
                "{count} things were done here, and more are not kept. Hand in, or begin again.",
                count=MOST_ACTIONS,
            )
            raise Refused([Trouble(field="", text=text)])
        applied = apply(self.org, action)
        self._orgs.append(applied.org)
        self._actions.append(action)
        return applied

    def go_on(self, actions: Iterable[Action]) -> None:
        """Do what was done before once more; what can no longer be done is left out."""
        for action in actions:
            try:
                self.do(action)
            except Refused:
                continue

    def undo(self) -> Action | None:
        """Take back what was done last and return it; ``None`` if nothing was done."""
        if not self._actions:
            return None
        self._orgs.pop()
        return self._actions.pop()

    def reset(self) -> None:
        """Take back everything."""
        del self._orgs[1:]
        self._actions.clear()
