"""What goes on record when somebody sees a scorecard, and how that is told."""

from coach.core.panel.dossier import Look
from coach.locale import mark, tr, trp

SCORECARD, EXPORT, PRINT = "scorecard", "export", "print"
COMPARED, TOTAL, STATISTICS = "comparison", "total", "statistics"
DEBRIEF = "debrief"
EXPORTED = "access export"
"""When a candidate is given what is kept."""

ASKED = mark("the candidate asked what is kept")
"""Why the lead or HR then sees what is not revealed to them yet."""


def seen_text(look: Look) -> str:
    """Say what was seen, in words of the language."""
    words = {
        SCORECARD: trp("seen", "scorecard"),
        EXPORT: trp("seen", "export"),
        PRINT: trp("seen", "print"),
        COMPARED: trp("seen", "comparison"),
        TOTAL: trp("seen", "total"),
        STATISTICS: trp("seen", "statistics"),
        DEBRIEF: trp("seen", "debrief"),
        EXPORTED: trp("seen", "access export"),
    }
    return words.get(look.what, look.what)


def reason_text(look: Look) -> str:
    """Say why somebody looked early: the program's own reason, or what they wrote."""
    return tr(ASKED) if look.reason == ASKED else look.reason
