"""The lines of the records that are kept about candidates."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets.option_list import Option

from coach.export.columns import wrap
from coach.services.privacy import Call, Due
from coach.services.privacy_words import SIGNS, standing_text, until_text
from coach.surface.lit import line, lit
from coach.tui.widgets.rows import fit

HEADING = "bold $text-primary"
ROOMY = 110
"""Columns from which the words on a delete-by day stand beside the code."""
CODE, PLACE, STANDING = 14, 22, 22
"""Columns for a code, for a requisition or an interview, for how a record stands."""
STYLES = {Call.GO: "bold $text-warning", Call.HELD: "bold $text-accent", Call.DAY: "$text-accent"}
NONE = "  No records. The lead and HR of a requisition see its candidates here."


def privacy_rows(found: Sequence[Due], width: int, *, alone: bool) -> list[Option]:
    """Lay records out for a width in columns; each carries its number.

    ``alone`` leaves out where a record belongs, when all are of one requisition.
    """
    rows = [_heading("Candidates")]
    candidates = [number for number, one in enumerate(found) if not one.interview]
    rows += [Option(_record(found[number], width, alone=alone), id=str(number)) for number in candidates]
    if not candidates:
        rows.append(Option(lit(NONE, "$text-muted"), disabled=True))
    interviews = [number for number, one in enumerate(found) if one.interview]
    if interviews:
        rows += [Option(Content(""), disabled=True), _heading("Your interviews without a requisition")]
    return rows + [
        Option(_record(found[number], width, alone=False), id=str(number)) for number in interviews
    ]


def _record(one: Due, width: int, *, alone: bool) -> Content:
    sign, style = SIGNS[one.call], STYLES.get(one.call, "")
    place = "" if alone else fit(one.requisition or one.interview, PLACE)
    head = ["  ", (fit(one.candidate, CODE), "bold"), place]
    if width < ROOMY:
        stands = (f"{sign} {standing_text(one)}", style)
        until = "\n".join(f"    {part}" for part in wrap(until_text(one), width - 4))
        return line(*head, stands, "\n", (until, "$text-muted"))
    return line(
        *head, (fit(f"{sign} {standing_text(one)}", STANDING), style), (until_text(one), "$text-muted")
    )


def _heading(title: str) -> Option:
    return Option(lit(title, HEADING), disabled=True)
