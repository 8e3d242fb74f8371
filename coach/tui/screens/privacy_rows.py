"""The lines of the records that are kept about candidates."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from coach.export.columns import wrap
from coach.locale import mark, tr
from coach.services.privacy import Call, Due
from coach.services.privacy_words import SIGNS, standing_text, until_text
from coach.surface.lit import line, lit
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
NARROW = 64
"""Columns below which a requisition does not fit beside a code and how it stands."""
CODE, PLACE, STANDING = 14, 22, 22
"""Columns for a code, for a requisition or an interview, for how a record stands."""
STYLES = {Call.GO: "bold $text-warning", Call.HELD: "bold $text-accent", Call.DAY: "$text-accent"}
NONE = mark("No records. The lead and HR of a requisition see its candidates here.")


def privacy_rows(found: Sequence[Due], width: int, *, alone: bool) -> list[Option]:
    """Lay records out for a width in columns; each carries its number.

    ``alone`` leaves out where a record belongs, when all are of one requisition.
    """
    rows = [_heading(tr("Candidates"))]
    candidates = [number for number, one in enumerate(found) if not one.interview]
    rows += [Option(_record(found[number], width, alone=alone), id=str(number)) for number in candidates]
    if not candidates:
        rows.append(Option(lit(f"  {tr(NONE)}", "$text-muted"), disabled=True))
    interviews = [number for number, one in enumerate(found) if one.interview]
    if interviews:
        rows += [Option(Content(""), disabled=True), _heading(tr("Your interviews without a requisition"))]
    return rows + [
        Option(_record(found[number], width, alone=False), id=str(number)) for number in interviews
    ]


def _record(one: Due, width: int, *, alone: bool) -> Content:
    stands, style = f"{SIGNS[one.call]} {standing_text(one)}", STYLES.get(one.call, "")
    place = "" if alone else one.requisition or one.interview
    code, until = line("  ", (fit(one.candidate, CODE), "bold")), until_text(one)
    if width < NARROW:
        return line(code, (stands, style), *_beneath(f"{place} · {until}" if place else until, width))
    head = line(code, fit(place, PLACE) if place else "")
    if head.cell_length + STANDING + lit(until).cell_length > width:
        return line(head, (stands, style), *_beneath(until, width))
    return line(head, (fit(stands, STANDING), style), (until, "$text-muted"))


def _beneath(text: str, width: int) -> list[tuple[str, str]]:
    """Give a text as muted lines beneath one that it belongs to."""
    return [(f"\n    {part}", "$text-muted") for part in wrap(text, width - 4)]


def _heading(title: str) -> Option:
    return Option(lit(title, HEADING), disabled=True)
