"""Who one talks to, and how trust and patience stand."""

from textual.content import Content
from textual.widgets import Static

from coach.core.dialogue.script import Persona
from coach.core.dialogue.situation import Situation
from coach.locale import tr
from coach.surface.lit import line, lit

from ..words import HIGHEST_TRUST, STYLES

FULL, EMPTY = "▓", "░"
WIDE, MEDIUM = 90, 56
"""Columns from which the whole card fits, and from which the name does."""

BAR, SHORT_BAR = 10, 5


class Card(Static):
    """One line that is always in sight; each meter is a bar and a number."""

    DEFAULT_CSS = """
    Card { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, persona: Persona) -> None:
        super().__init__()
        self._persona = persona
        self._situation: Situation | None = None

    def show(self, situation: Situation) -> None:
        """Draw how things stand."""
        self._situation = situation
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        if self._situation is not None:
            self.update(_card(self._persona, self._situation, self.content_size.width))


def _card(persona: Persona, situation: Situation, width: int) -> Content:
    """Write the card for a width: first the role goes, then the name."""
    bar = BAR if width >= MEDIUM else SHORT_BAR
    full = round(situation.trust / HIGHEST_TRUST * bar)
    start = persona.start.patience
    patience, lost = situation.patience, max(0, start - situation.patience)
    meters = line(
        tr("trust") + " ",
        (FULL * full + EMPTY * (bar - full), "$text-primary"),
        (f" {situation.trust}", "bold"),
        "   " + tr("patience") + " ",
        (FULL * patience + EMPTY * lost if width >= MEDIUM else "", "$text-primary"),
        (f" {patience}" if width >= MEDIUM else str(patience), "bold"),
    )
    if width >= WIDE:
        name = line((persona.name, "bold"), f" · {persona.role} · {tr(STYLES[persona.style])}")
    else:
        name = lit(persona.short if width >= MEDIUM else "", "bold")
    return Content("   ").join([name, meters]) if name.plain else meters
