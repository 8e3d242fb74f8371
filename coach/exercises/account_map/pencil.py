"""Filling the map in: where the pencil is, and what it wrote so far. It knows nothing of a screen."""

import msgspec

from coach.core.exercise import Context

from .spec import Aspect, Marks, Response, Spec, aspects, complete, gaps, in_order, in_rows, values


class Pencil:
    """A row, an aspect in it, and what was said about everybody.

    Rows are counted from 0: first the people as :func:`in_rows` lists them, then the gaps.
    """

    def __init__(self, spec: Spec, context: Context) -> None:
        self.spec = spec
        self.people = [person for person, _ in in_rows(spec, context)]
        self.gaps = gaps(spec, context)
        self.row = 0
        self.aspect = Aspect.ROLE
        self.said: dict[str, Marks] = {}
        self.ticked: set[str] = set()

    @property
    def on_person(self) -> bool:
        """Whether the row is that of a person, and not of a gap."""
        return self.row < len(self.people)

    @property
    def offered(self) -> tuple[str, ...]:
        """What can be said here; nothing in the row of a gap."""
        return values(self.spec, self.aspect) if self.on_person else ()

    @property
    def left(self) -> int:
        """How many people have not been placed in full."""
        return sum(not complete(self.spec, self.marks(row)) for row in range(len(self.people)))

    @property
    def response(self) -> Response:
        """The map as it stands."""
        return Response(people=dict(self.said), gaps=in_order(self.spec, self.ticked))

    def marks(self, row: int) -> Marks:
        """What was said about the person in a row."""
        return self.said.get(self.people[row].id, Marks())

    def is_ticked(self, row: int) -> bool:
        """Whether the gap in a row is ticked."""
        return self.gaps[row - len(self.people)].id in self.ticked

    def take(self, response: Response) -> None:
        """Take a map over; ids that the exercise no longer has are left out."""
        known = {person.id for person in self.people}
        self.said = {one: marks for one, marks in response.people.items() if one in known}
        self.ticked = {gap.id for gap in self.gaps if gap.id in response.gaps}

    def to_first(self) -> None:
        """Go to the first person who is not placed in full, and what is missing there."""
        self.row = -1
        self.to_next()
        if self.on_person:
            marks = self.marks(self.row)
            self.aspect = next((one for one in aspects(self.spec) if not marks.of(one)), self.aspect)

    def move(self, by: int) -> None:
        """Go up or down, round the ends."""
        self.row = (self.row + by) % (len(self.people) + len(self.gaps))

    def turn(self, by: int) -> None:
        """Go to the next aspect of the same person, or back, round the ends."""
        asked = aspects(self.spec)
        self.aspect = asked[(asked.index(self.aspect) + by) % len(asked)]

    def say(self, number: int) -> None:
        """Say what is offered under this number, from 1, and go on to what is asked next."""
        self.write(self.offered[number - 1])
        last = self.aspect is aspects(self.spec)[-1]
        self.turn(1)
        if last:
            self.to_next()

    def write(self, value: str) -> None:
        """Write a value at the pencil's place; an empty one takes back what stood there."""
        said = msgspec.structs.replace(self.marks(self.row), **{self.aspect.value: value})
        self.said[self.people[self.row].id] = said

    def tick(self) -> None:
        """Tick the gap in this row, or take its tick away."""
        self.ticked ^= {self.gaps[self.row - len(self.people)].id}

    def to_next(self) -> None:
        """Go to the next person who is not placed in full; after the last to the gaps, or stay."""
        count = len(self.people)
        order = [(self.row + offset) % count for offset in range(1, count + 1)]
        unplaced = [row for row in order if not complete(self.spec, self.marks(row))]
        self.row = unplaced[0] if unplaced else count if self.gaps else max(self.row, 0)
