"""A mentor rates written and spoken pieces of others on the anchors that interviews use.

Pieces wait in the data folder that learner and mentor share. Any profile in it can be a mentor, but nobody
of their own pieces. A rating is feedback: score, mastery and the dates of reviews stay as they are.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from coach.content.library import Library, NotFound
from coach.content.nearest import did_you_mean, nearest
from coach.core import events as ev
from coach.core.conduct import Refused
from coach.core.rating import LEVELS
from coach.core.rubric import Ratings
from coach.locale import tr
from coach.services.pieces import Piece, Pieces
from coach.services.profiles import STREAMS
from coach.services.settings import Settings
from coach.store.errors import ChangedElsewhere
from coach.store.log import EventLog

ATTEMPTS = 5
"""So often a rating is tried to be saved while the learner goes on working."""


class MentorService:
    """Pieces as one person sees them: their own with what mentors gave, and all others to be rated."""

    def __init__(
        self, log: EventLog, library: Library, clock: Callable[[], datetime], settings: Settings
    ) -> None:
        """``settings`` say who this person is, and what others want to be called."""
        self._log = log
        self._clock = clock
        self._pieces = Pieces(log, library, settings)
        self.mentor = settings.profile

    def pieces(self) -> tuple[Piece, ...]:
        """List the pieces of all others that the content still has, the oldest first."""
        others = (learner for learner in self._pieces.learners() if learner != self.mentor)
        return _oldest_first(piece for learner in others for piece in self._pieces.of(learner))

    def waiting(self) -> tuple[Piece, ...]:
        """List the pieces of others that no mentor has rated."""
        return tuple(piece for piece in self.pieces() if not piece.given)

    def mine(self) -> tuple[Piece, ...]:
        """List this person's own pieces, the oldest first."""
        return _oldest_first(self._pieces.of(self.mentor))

    def own(self, place: ev.Place) -> Piece | None:
        """Return this person's own piece at a step, if there is one."""
        return self._pieces.at(self.mentor, place.key)

    def piece(self, name: str) -> Piece:
        """Return a piece by its id.

        Raises :class:`NotFound` for one that there is not, and :class:`Refused` for an answer that was
        given anew since, or whose step is not in the content as it was.
        """
        learner, _, number = name.rpartition("/")
        key = self._pieces.answered(learner, int(number)) if _is_number(number) and learner else None
        if key is None:
            known = [piece.id for piece in (*self.pieces(), *self.mine())]
            raise NotFound("piece", name, nearest(name, known), known=known)
        piece = self._pieces.at(learner, key)
        if piece is None:
            raise Refused(
                tr(
                    "{name} cannot be shown: its step was changed or taken out of the content since it was "
                    "answered. It waits again once the learner has answered the step as it is now.",
                    name=name,
                )
            )
        if piece.id != name:
            raise Refused(
                tr(
                    "{name} was answered anew since; the piece is now {id}. Look at that one.",
                    name=name,
                    id=piece.id,
                )
            )
        return piece

    def rate(self, name: str, ratings: Ratings, note: str = "") -> Piece:
        """Save this mentor's ratings of a piece, in the place of their earlier ones, and return it anew.

        Criteria may be left out, but not all. Raises what :meth:`piece` raises, and :class:`Refused` for
        one's own piece and for ratings that the rubric does not have. What the learner does in the same
        moment is not overlooked: everything is checked again before anything is saved.
        """
        found = 0
        for attempt in range(1, ATTEMPTS + 1):
            piece = self.piece(name)
            self._check(piece, ratings)
            event = ev.PieceRated(place=piece.place, answer=piece.number, ratings=ratings, note=note.strip())
            expected = max(self._pieces.number(piece.learner), found)
            try:
                self._log.append(
                    STREAMS + piece.learner, expected, (event,), actor=self.mentor, at=self._clock()
                )
            except ChangedElsewhere as changed:
                if attempt == ATTEMPTS:
                    raise
                found = changed.found
            else:
                break
        return self.piece(name)

    def _check(self, piece: Piece, ratings: Ratings) -> None:
        """Refuse ratings that mean nothing."""
        if piece.learner == self.mentor:
            raise Refused(
                tr("This is your own piece, and a mentor is somebody else. Ask a colleague to rate it.")
            )
        known = [criterion.id for criterion in piece.rubric]
        for criterion, level in ratings.items():
            if criterion not in known:
                hint = did_you_mean(criterion, known)
                raise Refused(
                    tr("{criterion!r} is no criterion of this piece; {hint}", criterion=criterion, hint=hint)
                )
            if level not in LEVELS:
                raise Refused(
                    tr(
                        "{criterion} cannot be rated {level}. Give a number from {lowest} to {highest}.",
                        criterion=criterion,
                        level=level,
                        lowest=LEVELS[0],
                        highest=LEVELS[-1],
                    )
                )
        if not ratings:
            raise Refused(tr("Nothing is rated yet. Rate at least one of {known}.", known=", ".join(known)))


def _is_number(text: str) -> bool:
    """Whether a text can be the number of an event."""
    return text.isascii() and text.isdigit() and len(text) < 16  # noqa: PLR2004 - no stream is longer


def _oldest_first(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: (piece.at, piece.id)))
