"""What the screen says, as (text, style) pairs and texts for :func:`coach.surface.lit.line`."""

from coach.core.exercise import Context
from coach.locale import mark, tr

from .drawing import drawn
from .naming import named, word
from .spec import MEANINGS, Aspect, Map, Response, Role, Spec, right_map, values

Parts = tuple[str | tuple[str, str], ...]

HOW = mark(
    "Press a number for what is marked; it goes on from role to influence to attitude. "
    "Tab or ←→ choose what is marked, ↑↓ who. d opens the dossier, g draws the map."
)
HOW_WITHOUT_ATTITUDE = mark(
    "Press a number for what is marked; it goes on from role to influence. "
    "Tab or ←→ choose what is marked, ↑↓ who. d opens the dossier, g draws the map."
)
LACKING = mark("What does the map lack? Go to it and press space.")


def how(spec: Spec) -> str:
    """Say which keys do what."""
    return tr(HOW if spec.asks_attitude else HOW_WITHOUT_ATTITUDE)


def offer(spec: Spec, aspect: Aspect, width: int) -> Parts:
    """Show what can be said about an aspect, each under its number, in lines of so many columns."""
    title = named(aspect)
    lines = [f"{title} "]
    for number, one in enumerate(values(spec, aspect), 1):
        offered = f"  {number} {word(one)}"
        if len(lines[-1] + offered) > width:
            lines.append(" " * len(title + " "))
        lines[-1] += offered
    told = "\n".join(lines)
    return (title, "bold"), (told.removeprefix(title), "$text-muted")


def dossier(spec: Spec, *, beside: bool) -> Parts:
    """Show the dossier note by note, and what the roles mean; ``beside`` the people or in their place."""
    parts: list[str | tuple[str, str]] = [*_title(tr("Dossier"), "d", beside=beside)]
    for note in spec.dossier:
        parts += ["\n\n", (f"{note.source}  ", "$text-muted"), note.text]
    parts += ["\n\n", (tr("What the roles mean"), "bold")]
    for role in values(spec, Aspect.ROLE):
        parts += [f"\n{word(role)}  ", (tr(MEANINGS[Role(role)]), "$text-muted")]
    return tuple(parts)


def so_far(spec: Spec, people: Map, context: Context, width: int, *, beside: bool) -> Parts:
    """Show the map as it stands, drawn in so many columns."""
    return *_title(tr("The map so far"), "g", beside=beside), "\n\n", drawn(spec, people, context, width)


def _title(name: str, key: str, *, beside: bool) -> Parts:
    """Head a view; where it stands in place of the people, say how to get back to them."""
    back = "" if beside else tr("{key} goes back to the people", key=key)
    return (name, "bold"), (f"   {back}" if back else "", "$text-muted")


def final(spec: Spec, own: Response | None, context: Context, width: int, *, solved: bool) -> Parts:
    """Show one's own map, and below it the key once it may be seen and differs."""
    key = right_map(spec)
    maps: list[tuple[str, Map]] = []
    if own is not None:
        maps.append((tr("The map") if own == key else tr("Your map"), own.people))
    if solved and own != key:
        maps.append((tr("The key"), key.people))
    parts: list[str | tuple[str, str]] = []
    for name, people in maps:
        parts += [(f"{name}\n", "bold"), drawn(spec, people, context, width), "\n\n"]
    return tuple(parts[:-1])
