"""Making the plan and living through the meeting, one key after the other; it knows nothing of a screen."""

from itertools import takewhile

from coach.core.exercise import Context
from coach.locale import tr

from .plan import fits, in_time, next_free, spans
from .spec import Card, Event, Option, Placed, Response, Spec, numbered, offered
from .typed import pending


class Planner:
    """The cards with their minutes, a row that is pointed at, and the reactions so far.

    While planning, the rows are the cards: first those used, in the order of time, then the others by
    their numbers. While the meeting runs, they are the reactions to the event that waits.
    """

    def __init__(self, spec: Spec, context: Context) -> None:
        self.spec = spec
        self.context = context
        self.cards = numbered(spec, context)
        self.numbers = {card.id: number for number, card in self.cards.items()}
        self.starts: dict[str, int] = {}
        self.reactions: dict[str, str] = {}
        self.begun = False
        self.row = 0
        self.pointed = False
        """Whether somebody went to the reaction that is pointed at."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The cards used, in the order of time."""
        return in_time(self.spec, self.starts)

    @property
    def rows(self) -> tuple[Card, ...]:
        """All cards as they are listed."""
        used = [self.cards[self.numbers[name]] for name in spans(self.spec, self.placed)]
        return (*used, *(card for card in self.cards.values() if card.id not in self.starts))

    @property
    def event(self) -> Event | None:
        """The event that waits for a reaction; ``None`` while planning and at the end."""
        return pending(self.spec, self.response) if self.begun else None

    @property
    def options(self) -> tuple[Option, ...]:
        """The reactions to the event that waits."""
        return offered(self.event, self.context) if self.event else ()

    @property
    def over(self) -> bool:
        """Whether the plan stands and no event waits any more."""
        return self.begun and self.event is None

    @property
    def response(self) -> Response:
        """The meeting as it stands."""
        return Response(placed=self.placed, reactions=dict(self.reactions), begun=self.begun)

    def take(self, response: Response) -> None:
        """Take a meeting over; cards and events that the exercise no longer has are left out."""
        self.starts = {one.card: one.minute for one in response.placed if one.card in self.numbers}
        known = {event.id for event in self.spec.events}
        self.reactions = {event: one for event, one in response.reactions.items() if event in known}
        self.begun = response.begun
        self._ask()

    def plan_again(self) -> None:
        """Go back to planning; the cards stay, and everything that happened is forgotten."""
        self.begun = False
        self.reactions = {}
        self.row = 0

    def move(self, by: int) -> None:
        """Point at another row, round the ends."""
        self.row = (self.row + by) % len(self.options if self.begun else self.rows)
        self.pointed = True

    def toggle(self, card: Card) -> str:
        """Use a card at the next free minute, or take it out; returns what is wrong, if it has no room."""
        if card.id in self.starts:
            del self.starts[card.id]
            return ""
        minute = next_free(self.spec, self.placed, card)
        if minute is None:
            return tr(
                "“{card}” needs {minutes} free minutes in a row, and there are none. "
                "Take a card out, or move the others together.",
                card=card.text,
                minutes=card.minutes,
            )
        self.starts[card.id] = minute
        self.row = min(len(self.starts), len(self.rows) - 1)
        return ""

    def shift(self, by: int) -> str:
        """Move the card pointed at by so many minutes, or fewer up to the next card.

        Returns what is in its way, if it cannot be moved at all.
        """
        card = self.rows[self.row]
        if card.id not in self.starts:
            return tr("“{card}” has no minute yet. Press its number first.", card=card.text)
        here, step = self.starts[card.id], 1 if by > 0 else -1
        ways = range(here + step, here + by + step, step)
        free = list(takewhile(lambda to: fits(self.spec, self.placed, card, to), ways))
        if not free:
            return tr("There is no free minute on that side. Move or take out the card beside it first.")
        self.starts[card.id] = free[-1]
        self.row = self.rows.index(card)
        return ""

    def begin(self) -> None:
        """Let the meeting run; the plan stands."""
        self.begun = True
        self._ask()

    def react(self, number: int) -> None:
        """React to the event that waits with the option of this number, from 1."""
        if self.event is not None:
            self.reactions[self.event.id] = self.options[number - 1].id
        self._ask()

    def _ask(self) -> None:
        """Point at the first reaction to what happens next; nobody has chosen it yet."""
        self.row = 0
        self.pointed = False
