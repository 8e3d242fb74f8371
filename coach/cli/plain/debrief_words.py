"""A debrief told line by line."""

from typing import TYPE_CHECKING

from coach.core.panel import debrief_words as words
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.debrief_view import DebriefRow, DebriefView

INDENT = "    "


def tell_debrief(talk: "Dialogue", view: "DebriefView") -> None:
    """Tell everything about a candidate: result, competencies with evidence, recommendations, decision."""
    talk.say(
        tr(
            "Debrief of {candidate} · {title} ({requisition})",
            candidate=view.candidate,
            title=view.title,
            requisition=view.requisition,
        )
    )
    talk.say(tr("The debrief is {standing}.", standing=words.standing_text(view)))
    talk.say(f"{_capital(words.result_text(view))}.")
    if view.totals_only:
        talk.say(tr(words.TOTAL_ALONE))
    if not view.seats:
        talk.say(tr(words.NO_SEATS))
    else:
        talk.say()
        talk.say(
            tr("Competencies:") if view.totals_only else tr("Competencies, the largest disagreement first:")
        )
        for number, row in enumerate(view.rows, 1):
            _tell_row(talk, view, number, row)
        talk.say()
        talk.say(tr("Recommendations:"))
        for seat in view.seats:
            for said in words.seat_text(seat):
                talk.listed("-", f"{seat.name}, {said}")
    talk.say()
    talk.say(tr("Decision:"))
    for said in words.decision_texts(view):
        talk.listed("-", said)


def _tell_row(talk: "Dialogue", view: "DebriefView", number: int, row: "DebriefRow") -> None:
    names = {seat.member: seat.name for seat in view.seats}
    talk.listed(f"{number}.", f"{row.title}: {words.row_text(view, row)}.")
    for evidence in row.evidence:
        talk.say(tr("Question {number}: {text}", number=evidence.number, text=evidence.text), indent=INDENT)
        if evidence.dropped:
            talk.say(words.dropped_text(evidence), indent=INDENT)
        for voice in evidence.voices:
            talk.say(
                f"{names[voice.member]}, {words.voice_text(voice)}: {words.note_text(voice)}",
                indent=INDENT * 2,
            )
    for member, rescore in row.rescores.items():
        talk.say(
            tr(
                "{name}, after the talk: {rating}",
                name=names[member],
                rating=words.rescore_text(rescore),
            ),
            indent=INDENT,
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
