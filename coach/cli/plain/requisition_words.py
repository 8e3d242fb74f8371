"""What the command line says of a requisition: terms, panel, and where each candidate stands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from coach.locale import mark, tr
from coach.services.requisition_words import (
    changes_words,
    dropped_words,
    focus_words,
    others_words,
    own_words,
    role_words,
    terms_words,
)

if TYPE_CHECKING:
    from coach.cli.plain.dialogue import Dialogue
    from coach.core.panel.requisition import RequisitionState
    from coach.core.panel.terms import Member, Terms
    from coach.services.standing import Standing

NONE_YET = mark("No candidates yet. coach requisition candidates {id} CODE adds them.")


def tell_requisition(talk: "Dialogue", state: "RequisitionState", found: Iterable["Standing"]) -> None:
    """Tell all that the viewer may know of a requisition."""
    talk.say(f"{state.terms.title} ({state.id})")
    talk.say()
    tell_terms(talk, state.terms)
    for dropped in dropped_words(state):
        talk.listed("-", dropped)
    talk.say()
    talk.say(tr("Panel"))
    tell_members(talk, state.terms)
    for reason in changes_words(state):
        talk.listed("-", tr("changed: {reason}", reason=reason))
    talk.say()
    talk.say(tr("Candidates"))
    tell_candidates(talk, state, found)


def tell_terms(talk: "Dialogue", terms: "Terms") -> None:
    """Tell what was agreed."""
    for label, words in terms_words(terms):
        talk.listed("-", f"{label}: {words}")


def tell_members(talk: "Dialogue", terms: "Terms") -> None:
    """Tell who sits on the panel."""
    for member in terms.members:
        talk.listed("-", member_line(terms, member))


def member_line(terms: "Terms", member: "Member") -> str:
    """Tell one member: profile, name, role and focus."""
    focus = focus_words(terms, member)
    line = f"{member.id}: {member.name}, {role_words(member)}"
    return tr("{line}, looks first at {focus}", line=line, focus=focus) if focus else line


def tell_candidates(talk: "Dialogue", state: "RequisitionState", found: Iterable["Standing"]) -> None:
    """Tell each candidate: the own interview, and of the others what lies open."""
    known = tuple(found)
    names = {member.id: member.name for member in state.terms.members}
    for one in known:
        own = f"{own_words(one)} ({one.own.id})" if one.own else own_words(one)
        others = others_words(state, one)
        talk.listed(
            "-", tr("{candidate}: yours: {own}; {others}", candidate=one.candidate, own=own, others=others)
        )
        for card in one.others:
            name = names.get(card.member, card.interviewer)
            talk.listed("    ", tr("{name}: in ({id})", name=name, id=card.id))
    if not known:
        talk.say(tr(NONE_YET, id=state.id))
