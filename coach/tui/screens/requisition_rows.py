"""The lines of a requisition: its candidates, its panel, what was agreed."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Member, Role, Terms
from coach.export.columns import wrap
from coach.locale import tr
from coach.services.requisition_words import (
    changes_words,
    dropped_words,
    focus_words,
    others_words,
    own_words,
    role_words,
    terms_words,
)
from coach.services.standing import Standing
from coach.surface.lit import line, lit
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
CANDIDATE, PANEL, TERMS = "candidate:", "panel", "terms"
"""What the ids of lines that can be opened begin with."""
ROOMY = 70
"""Columns from which a candidate's line has room for both sides."""
CODE, OWN, NAME, LABEL, GAP = 14, 26, 26, 18, 3
"""Columns for a code, for the own interview, for a name, for a label, and between two texts."""


def requisition_rows(
    state: RequisitionState, found: Sequence[Standing], width: int, *, lead: bool
) -> list[Option]:
    """Lay a requisition out for a width in columns: the candidates first."""
    rows = [_heading(tr("Candidates"))]
    room = max(OWN, *(len(own_words(one)) + 2 for one in found), 0)
    rows += [Option(_candidate(state, one, width, room), id=f"{CANDIDATE}{one.candidate}") for one in found]
    if not found:
        how = tr("Press a to add them by their codes.") if lead else tr("The lead adds them.")
        rows.append(Option(lit("  " + tr("No candidates yet.") + f" {how}", "$text-muted"), disabled=True))
    rows += [_gap(), _heading(tr("Panel")), Option(_panel(state.terms, width), id=PANEL)]
    return [*rows, _gap(), _heading(tr("Agreed")), Option(_terms(state, width), id=TERMS)]


def _candidate(state: RequisitionState, one: Standing, width: int, room: int) -> Content:
    own, others = own_words(one), others_words(state, one)
    if width < ROOMY:
        return line("  ", (one.candidate, "bold"), "\n    " + tr("yours: {own}", own=own) + f"\n    {others}")
    head = line("  ", (fit(one.candidate, CODE), "bold"), fit(own, room))
    if head.cell_length + len(others) > width:
        return line(head, f"\n{' ' * (2 + CODE)}{others}")
    return line(head, others)


def _panel(terms: Terms, width: int) -> Content:
    return Content("\n").join([member_line(terms, member, width) for member in terms.members])


def member_line(terms: Terms, member: Member, width: int) -> Content:
    """Show a member with role, and focus where there is room or on a line of its own."""
    focus = focus_words(terms, member)
    sign = "◆ " if member.role is Role.LEAD else "· "
    named = line("  ", (sign, "$text-primary"), fit(member.name, min(NAME, width // 2)), role_words(member))
    if not focus:
        return named
    looks = tr("looks first at {focus}", focus=focus)
    if named.cell_length + GAP + len(looks) > width:
        return line(named, *((f"\n    {part}", "$text-muted") for part in wrap(looks, width - 4)))
    return line(named, " " * GAP, (looks, "$text-muted"))


def _terms(state: RequisitionState, width: int) -> Content:
    pairs = [*terms_words(state.terms), *((tr("Dropped"), words) for words in dropped_words(state))]
    pairs += [(tr("Panel changed"), reason) for reason in changes_words(state)]
    return Content("\n").join([term_line(label, words, width) for label, words in pairs])


def term_line(label: str, words: str, width: int) -> Content:
    """Show one thing that was agreed, in a column of its own or, in a narrow room, under its label."""
    if width < ROOMY:
        return line("  ", (label, "$text-muted"), *(f"\n    {part}" for part in wrap(words, width - 4)))
    first, *more = wrap(words, width - LABEL - 2)
    hanging = "\n" + " " * (LABEL + 2)
    return line("  ", (fit(label, LABEL), "$text-muted"), first, *(f"{hanging}{part}" for part in more))


def _heading(title: str) -> Option:
    return Option(lit(title, HEADING), disabled=True)


def _gap() -> Option:
    return Option(Content(""), disabled=True)
