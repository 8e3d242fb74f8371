"""What the debrief screen asks for: one question after the other, then the wish is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from coach.core.bank import HIGHEST, LOWEST
from coach.core.interview import Overall
from coach.core.panel.comparison_words import mean_text
from coach.core.panel.debriefing import OUTCOMES
from coach.locale import mark, tr
from coach.surface.spelling import capital
from coach.tui.screens.dialogs import Choose, Write

if TYPE_CHECKING:
    from coach.core.panel.debrief_view import DebriefRow
    from coach.tui.screens.debrief import DebriefScreen

NEEDED = mark("A reason is needed.")
EVIDENCE = mark("Evidence that you heard counts, and not that others rated otherwise.")
KEPT = mark("The scorecard and its score stay as they were; this stands beside them.")


def ask_rescore(screen: "DebriefScreen", row: "DebriefRow", viewer: str) -> None:
    """Ask for a new rating of a competency of one's own interview, and for the evidence."""
    before = mean_text(row.rated.by_member.get(viewer))
    options = tuple((str(level), tr("Rate it {level}", level=level)) for level in range(LOWEST, HIGHEST + 1))

    def chosen(rating: str | None) -> None:
        if rating is not None:
            _reason(
                screen,
                _why(rating),
                tr(EVIDENCE),
                lambda reason: _rescore(screen, row, rating, reason),
            )

    text = tr("In your own interview you rated it {before}. {kept}", before=before, kept=tr(KEPT))
    screen.app.push_screen(Choose(tr("{title}, after the talk", title=row.title), text, options), chosen)


def _rescore(screen: "DebriefScreen", row: "DebriefRow", rating: str, reason: str) -> None:
    service, place = screen.services.debriefs, screen.place
    screen.do(lambda: service.rescore(*place, row.competency, int(rating), reason))


def ask_composite(screen: "DebriefScreen") -> None:
    """Ask for the recommendation after hearing all, and why."""
    service, place = screen.services.debriefs, screen.place

    def chosen(level: str | None) -> None:
        if level is not None:
            _reason(
                screen,
                _why(level),
                "",
                lambda reason: screen.do(lambda: service.composite(*place, Overall(level), reason)),
            )

    text = tr("After hearing all. That of your own interview stays beside it.")
    screen.app.push_screen(Choose(tr("What do you recommend?"), text, levels()), chosen)


def ask_decision(screen: "DebriefScreen") -> None:
    """Ask what was decided; whether that departs from the place by score is worked out next."""

    def chosen(outcome: str | None) -> None:
        if outcome is not None:
            screen.weigh(outcome)

    decided = tuple((outcome, capital(tr(outcome))) for outcome in OUTCOMES)
    text = tr("The decision is the panel's. It is kept with the place by score of this moment.")
    screen.app.push_screen(Choose(tr("What was decided?"), text, decided), chosen)


def ask_reasons(screen: "DebriefScreen", outcome: str, departs: tuple[str, ...]) -> None:
    """Ask for the reason of a decision, and for that of a departure if there is one; then decide."""
    service, place = screen.services.debriefs, screen.place

    def decide(reason: str, departure: str = "") -> None:
        screen.do(lambda: service.decide(*place, outcome, reason, departure))

    def decided(reason: str) -> None:
        if departs:
            text = tr("{departs} Later somebody will ask why.", departs=" ".join(departs))
            title = tr("It departs from the place by score. Why?")
            _reason(screen, title, text, lambda departure: decide(reason, departure))
        else:
            decide(reason)

    _reason(screen, _why(outcome), "", decided)


def levels() -> tuple[tuple[str, str], ...]:
    """Give the recommendations to choose from."""
    return tuple((level.value, capital(tr(level.value))) for level in Overall)


def _why(what: str) -> str:
    """Ask why a rating, a recommendation or a decision is what it is."""
    return tr("Why {what}?", what=tr(what))


def _reason(screen: "DebriefScreen", title: str, text: str, then: Callable[[str], object]) -> None:
    def written(reason: str | None) -> None:
        if reason:
            then(reason)

    screen.app.push_screen(Write(title, text, needed=tr(NEEDED)), written)
