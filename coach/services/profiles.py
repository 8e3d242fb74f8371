"""Several people on one machine: each has a profile, which is a stream of events of their own."""

from datetime import datetime
from typing import TYPE_CHECKING

from coach.content.roots import LONGEST_ID, is_id
from coach.core.record import Record
from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services

STREAMS = "training/"
"""What the names of the streams of all learners begin with."""


class ProfileError(Exception):
    """A profile cannot be called so; the message says what a good id looks like."""


class Profile(Record):
    """A person who learns here; ``last_at`` (UTC) is ``None`` until they have done something."""

    id: str
    name: str
    last_at: datetime | None = None


def checked(name: str) -> str:
    """Return the id of a profile as it was typed; raises :class:`ProfileError` if it can be none."""
    if is_id(name):
        return name
    raise ProfileError(
        tr(
            "A profile cannot be called {name!r}. Use small letters, digits and hyphens between "
            "them, at most {most} of them, such as mira or dana-roth.",
            name=name[:LONGEST_ID],
            most=LONGEST_ID,
        )
    )


def profiles(services: "Services") -> tuple[Profile, ...]:
    """List everybody who learnt something here, and the one of this run, the latest first."""
    heads = {head.stream.removeprefix(STREAMS): head for head in services.log.streams(STREAMS)}
    last = {name: head.last_at for name, head in heads.items() if head.erased < head.number}
    settings = services.settings
    known = dict.fromkeys((settings.profile, *last))
    found = [Profile(id=name, name=settings.name_of(name), last_at=last.get(name)) for name in known]
    return tuple(sorted(found, key=_latest_first))


def _latest_first(profile: Profile) -> tuple[float, str]:
    return (-profile.last_at.timestamp() if profile.last_at else 0.0, profile.id)


def undecided(services: "Services") -> bool:
    """Whether there are several people and nobody said whose run this is."""
    return services.profile is None and not services.settings.decided and len(profiles(services)) > 1
