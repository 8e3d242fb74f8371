"""The org in lines of text, made for being read aloud: lists, records, board, forecast, checks."""

from collections.abc import Iterable, Iterator

from coach.core.crm.looking import related_lists, timeline
from coach.core.crm.pipeline import board, forecast
from coach.core.crm.schema import ObjectType
from coach.core.crm.state import Org, Row
from coach.core.crm.values import whole_shown
from coach.locale import day, mark, tr, trp

from .naming import called, seen
from .replay import judged, missing
from .spec import Spec

MOST_ROWS = 40
"""So many records are listed; of more it is said how many there are."""

IN_LISTS = {
    "Lead": ("Company", "Status"),
    "Account": ("Industry", "BillingCity"),
    "Contact": ("AccountId", "Title"),
    "Opportunity": ("AccountId", "StageName", "Amount", "CloseDate"),
    "OpportunityContactRole": ("Role", "IsPrimary"),
    "Task": ("Status", "ActivityDate", "WhoId", "WhatId"),
    "Event": ("StartDateTime", "WhoId", "WhatId"),
}
"""What a list tells of each record beside its name."""


def rows_in_words(org: Org, owner: ObjectType, rows: tuple[Row, ...]) -> str:
    """List records, one in a line, with their ids."""
    if not rows:
        return tr("There are no {things} here.", things=owner.nouns)
    lines = [f"{len(rows)} {owner.noun if len(rows) == 1 else owner.nouns}:"]
    for row in rows[:MOST_ROWS]:
        told = [f"{called(row, org)} ({row.id})", *_fields(org, row, IN_LISTS[owner.name])]
        lines.append("  " + "; ".join(told))
    if len(rows) > MOST_ROWS:
        onward = mark("and {more} more. A filter such as Status=… or a part of a name shortens the list.")
        lines.append(f"  {tr(onward, more=len(rows) - MOST_ROWS)}")
    return "\n".join(lines)


def record_in_words(org: Org, row: Row) -> str:
    """Tell everything about a record: its fields, what belongs to it, what was and is to be done."""
    owner = org.schema.objects[row.object]
    lines = [f"{owner.label} {called(row, org)} ({row.id})"]
    lines += [f"  {told}" for told in _fields(org, row, tuple(owner.fields))]
    for related in related_lists(org, row):
        names = "; ".join(f"{called(one, org)} ({one.id})" for one in related.rows) or trp("records", "none")
        lines.append(f"{related.title}: {names}")
    activity = timeline(org, row)
    for title, rows in ((tr("To do"), activity.open), (tr("Done"), activity.history)):
        if rows:
            lines.append(f"{title}:")
            lines += [f"  {activity_in_words(org, one)}" for one in rows]
    return "\n".join(lines)


def activity_in_words(org: Org, row: Row) -> str:
    """Tell a task or an event in one line."""
    told = [called(row, org), *(seen(row, org, name) for name in ("ActivityDate", "Status", "Description"))]
    return "; ".join(part for part in told if part)


def board_in_words(org: Org) -> str:
    """Tell the pipeline stage by stage."""
    lines = [tr("Pipeline by stage; count, amount, weighted amount:")]
    for column in board(org):
        amounts = f"{column.count}; {whole_shown(column.amount)}; {whole_shown(column.weighted)}"
        lines.append(f"  {column.label}: {amounts}")
        for row in column.rows[:MOST_ROWS]:
            told = [f"{called(row, org)} ({row.id})", *_fields(org, row, ("Amount", "CloseDate"))]
            lines.append("    " + "; ".join(told))
    return "\n".join(lines)


def forecast_in_words(org: Org) -> str:
    """Tell what the forecast of this quarter adds up to; each line includes the surer ones."""
    found = forecast(org)
    rows = (
        (trp("forecast", "Closed"), found.closed),
        (trp("forecast", "Commit"), found.commit),
        (trp("forecast", "Most likely"), found.most_likely),
        (trp("forecast", "Best case"), found.best_case),
        (trp("forecast", "Open pipeline"), found.open_pipeline),
    )
    lines = [tr("Forecast from {first} to {last}:", first=day(found.first), last=day(found.last))]
    return "\n".join([*lines, *(f"  {title}: {whole_shown(amount)}" for title, amount in rows)])


def checks_in_words(spec: Spec, org: Org) -> str:
    """Tell how the task stands, check by check."""
    lines, met = [], 0
    for check, verdict in judged(spec, org):
        met += verdict.holds
        how = trp("check", "done") if verdict.holds else trp("check", "open")
        lines.append(f"  {how}: {check.title}")
        if told := missing(check, verdict):
            lines.append(f"        {told}")
    return "\n".join([tr("{met} of {count} checks are met:", met=met, count=len(spec.checks)), *lines])


def _fields(org: Org, row: Row, names: Iterable[str]) -> Iterator[str]:
    """Tell the fields that hold something."""
    fields = org.schema.objects[row.object].fields
    for name in names:
        if name in fields and row.get(name) not in (None, False):
            yield f"{fields[name].label}: {seen(row, org, name)}"
