"""What the debrief screen shows, in columns as the width allows."""

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.panel import debrief_words as words
from coach.core.panel.comparison_words import NOTHING, mean_text, shade
from coach.core.panel.debrief_view import DebriefRow, DebriefView, Seat
from coach.core.record import Record
from coach.locale import mark, tr, trp
from coach.surface.lit import line, lit
from coach.surface.row import pointer
from coach.surface.spelling import capital
from coach.tui.widgets.rows import fit

ROOMY, STANDARD = 100, 70
"""Columns of the screen from which cells are wide, and from which they are of ordinary width."""

MARGIN = 8
"""Columns of the screen that no row has: padding and a scrollbar."""

NAME, LONGEST_NAME = 16, 30
"""Columns that the name of a competency needs, and those that it gets at most."""

MOST_BESIDE = 4
"""So many members' evidence stands beside each other where there is room."""

LEGEND = mark("! ratings lie far apart   * rated anew after the talk   the stronger the shade, the higher")


class Layout(Record):
    """How wide the columns are; ``members`` and ``reach`` say whether there is room for these columns."""

    name: int
    cell: int
    members: bool
    reach: bool
    beside: bool

    @classmethod
    def fitting(cls, view: DebriefView, width: int) -> "Layout":
        """Choose the columns for a screen of this width; what is left out stands in the evidence."""
        room = width - MARGIN
        panel = 0 if view.totals_only else 1
        cell = 10 if width >= ROOMY else 7 if width >= STANDARD else 5
        members, reach = len(view.seats) + panel, bool(panel)
        if members * cell + NAME > room:
            cell, members = 7, panel
        if (members + reach) * cell + NAME > room:
            reach = False
        return cls(
            name=min(LONGEST_NAME, room - (members + reach) * cell),
            cell=cell,
            members=members > panel,
            reach=reach,
            beside=width >= ROOMY and 1 < len(view.seats) <= MOST_BESIDE,
        )


def title(view: DebriefView) -> Content:
    """Say which debrief this is."""
    return line((tr("Debrief"), "bold"), f" · {view.candidate} · {view.title}")


def standing(view: DebriefView) -> Content:
    """Say on the right whether it is open and decided."""
    if view.decision is not None:
        return lit(tr("decided: {outcome}", outcome=tr(view.decision.outcome)))
    return lit(trp("debrief", "open") if view.opened_at else tr(words.NOT_OPEN))


def above(view: DebriefView, layout: Layout) -> list[Widget]:
    """Lay out the result and the heads of the columns."""
    result = words.result_text(view)
    shown: list[Widget] = [Static(lit(capital(result), "bold"), classes="result")]
    if view.opened_at is None:
        opens = (
            tr("The debrief is not opened yet; press o to open it.")
            if view.leads
            else tr("The lead opens it.")
        )
        shown.append(Static(lit(opens, "$text-warning"), classes="hint"))
    if view.totals_only:
        shown.append(Static(lit(tr(words.TOTAL_ALONE), "$text-muted"), classes="hint"))
    if not view.seats:
        return [*shown, Static(lit(tr(words.NO_SEATS)), classes="hint")]
    return [*shown, Static(_heads(view, layout), classes="heads")]


def row(view: DebriefView, one: DebriefRow, layout: Layout, number: int, *, here: bool) -> Static:
    """Lay out a competency."""
    shown = Static(row_content(view, one, layout, here=here), id=f"row-{number}", classes="row")
    return shown.set_class(here, "here")


def row_content(view: DebriefView, one: DebriefRow, layout: Layout, *, here: bool) -> Content:
    """Write a competency with the means of members and panel, and their range."""
    spread = one.rated.spread
    far = spread is not None and spread.wide
    cells: list[Content] = []
    if layout.members:
        cells += [_member(one, seat, layout.cell) for seat in view.seats]
    if not view.totals_only:
        cells.append(_cell(mean_text(one.rated.value), one.rated.value, layout.cell))
    reach = mean_text(spread.range) if spread else NOTHING
    return line(
        (f"{pointer(here=here)} ", "bold $text-primary"),
        ("! " if far else "  ", "bold $text-warning"),
        (fit(one.title, layout.name - 4), "bold" if here else ""),
        *cells,
        reach.rjust(layout.cell - 1) if layout.reach else "",
    )


def evidence(view: DebriefView, one: DebriefRow, *, beside: bool) -> Container:
    """Lay out what everybody noted on the questions of a competency, side by side where there is room."""
    names = {seat.member: seat.name for seat in view.seats}
    parts: list[Widget] = []
    if not view.totals_only:
        parts.append(Static(lit(words.spread_text(one.rated.spread), "$text-muted")))
    for found in one.evidence:
        parts.append(
            Static(
                lit(tr("Question {number}: {text}", number=found.number, text=found.text), "italic"),
                classes="question",
            )
        )
        if found.dropped:
            parts.append(Static(lit(words.dropped_text(found), "$text-warning")))
        voices = [
            Static(
                line((names[voice.member], "bold"), f"  {words.voice_text(voice)}\n", words.note_text(voice)),
                classes="voice",
            )
            for voice in found.voices
        ]
        parts.append(Container(*voices, classes="voices beside" if beside else "voices"))
    for member, rescore in one.rescores.items():
        told = line(
            (tr("{name}, after the talk:", name=names[member]) + " ", "bold"), words.rescore_text(rescore)
        )
        parts.append(Static(told, classes="rescore"))
    return Container(*parts, classes="evidence")


def below(view: DebriefView) -> list[Widget]:
    """Lay out the recommendations and the decision."""
    shown: list[Widget] = []
    if view.seats:
        legend = "" if view.totals_only else tr(LEGEND)
        shown += [Static(lit(legend, "$text-muted"), classes="legend")] if legend else []
        shown.append(Static(lit(tr("Recommendations")), classes="heading"))
        for seat in view.seats:
            late = ("  " + tr("came in after the debrief was opened"), "$text-muted") if seat.late else ""
            said = "\n".join(f"  {text}" for text in words.seat_text(seat))
            shown.append(Static(line((seat.name, "bold"), late, f"\n{said}"), classes="seat"))
    shown.append(Static(lit(tr("Decision")), classes="heading"))
    shown += [Static(lit(text), classes="decision") for text in words.decision_texts(view)]
    return shown


def _heads(view: DebriefView, layout: Layout) -> Content:
    heads = [""] if not layout.members else _short_names(view.seats)
    columns = [name[: layout.cell - 1].center(layout.cell - 1) + " " for name in heads if name]
    if not view.totals_only:
        panel = tr("panel") if layout.cell > len(tr("panel")) else tr("all")
        columns.append(panel.center(layout.cell - 1) + " ")
    reach = tr("range")[: layout.cell - 1].rjust(layout.cell - 1) if layout.reach else ""
    return line((fit("", layout.name) + "".join(columns) + reach, "$text-muted"))


def _short_names(seats: tuple[Seat, ...]) -> list[str]:
    """Give the first words of the names, or the profiles where two are the same."""
    first = [seat.name.split()[0] for seat in seats]
    return [name if first.count(name) == 1 else seat.member for name, seat in zip(first, seats, strict=True)]


def _member(one: DebriefRow, seat: Seat, width: int) -> Content:
    value = one.rated.by_member.get(seat.member)
    text = mean_text(value) + ("*" if seat.member in one.rescores else "")
    return _cell(text, value, width)


def _cell(text: str, value: float | None, width: int) -> Content:
    """Write a number on a ground that is the darker, the higher it is, with a gap behind."""
    style = "" if value is None else f"on $primary {8 + round(40 * shade(value))}%"
    return line((text.center(width - 1), style), " ")
