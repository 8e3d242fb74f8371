"""Everything that is kept about a candidate, in the shape in which the candidate gets it (Art. 15 GDPR)."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from coach.core.country import Counted
from coach.core.panel.dossier import Composite, Decision, DossierState, Look, Rescore
from coach.core.panel.requisition import RequisitionState
from coach.core.record import Language, Record
from coach.core.scorecard import ScorecardView
from coach.locale import SOURCE


class Rejudged(Rescore):
    """What a member thought of a competency after the talk; ``by`` and ``competency`` as people know them."""

    by: str
    competency: str


class Heard(Composite):
    """What a member recommended after hearing all."""

    by: str


class AccessExport(Record):
    """What is kept about one candidate; members go by their names, times are UTC.

    Notes and ratings are the candidate's personal data, too (CJEU C-434/16, Nowak). Earlier wordings of
    a note, and what was typed and taken back, are not repeated.
    """

    requisition: str
    title: str
    role: str
    candidate: str
    name: str
    contact: str
    made_at: datetime
    opened_at: datetime
    """Since when there has been a record."""
    retention: str
    """Why records are kept for so long, in a sentence; empty where no period was agreed."""
    delete_by: str
    """The last day on which the record is kept, or what has to be known first."""
    hold: str
    """Why nothing may be erased; empty without a hold."""
    dates: Mapping[Counted, date]
    scorecards: tuple[ScorecardView, ...]
    absent: tuple[str, ...] = ()
    """Interviewers of whom nothing is here: it was not held, or is on another machine."""
    debriefed_at: datetime | None = None
    attending: tuple[str, ...] = ()
    rescores: tuple[Rejudged, ...] = ()
    composites: tuple[Heard, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """In order; the last one holds."""
    commitments: Mapping[str, str] = {}
    """The digits that members told when they handed a scorecard in elsewhere."""
    looks: tuple[Look, ...] = ()
    """Who saw what of it, besides each interviewer their own."""
    language: Language = SOURCE
    """What the candidate is told it in: the language of the interviews."""


def access_export(  # noqa: PLR0913 - one for each thing that is known elsewhere
    state: RequisitionState,
    record: DossierState,
    scorecards: tuple[ScorecardView, ...],
    *,
    name: str,
    contact: str,
    made_at: datetime,
    delete_by: str,
    absent: tuple[str, ...],
) -> AccessExport:
    """Put together what is kept about a candidate; members are named as the panel names them."""
    terms, competencies = state.terms, {one.id: one.title for one in state.terms.guide.competencies}

    def called(profile: str) -> str:
        member = terms.member(profile)
        return member.name if member else profile

    return AccessExport(
        requisition=state.id,
        title=terms.title,
        role=terms.guide.role,
        candidate=record.candidate,
        name=name,
        contact=contact,
        made_at=made_at,
        opened_at=record.opened_at,
        retention=terms.retention.reason if terms.retention else "",
        delete_by=delete_by,
        hold=record.hold,
        dates=record.dates,
        scorecards=scorecards,
        absent=absent,
        debriefed_at=record.debriefed_at,
        attending=tuple(called(profile) for profile in record.attending),
        rescores=tuple(
            Rejudged(
                by=called(profile),
                competency=competencies.get(competency, competency),
                before=one.before,
                after=one.after,
                reason=one.reason,
            )
            for (profile, competency), one in record.rescores.items()
        ),
        composites=tuple(
            Heard(by=called(profile), level=one.level, reason=one.reason)
            for profile, one in record.composites.items()
        ),
        decisions=tuple(msgspec.structs.replace(one, by=called(one.by)) for one in record.decisions),
        commitments={called(profile): told for profile, told in record.expected.items()},
        looks=tuple(msgspec.structs.replace(one, by=called(one.by)) for one in record.looks),
        language=terms.guide.language,
    )


def plain(export: AccessExport) -> dict[str, object]:
    """Give it as plain values for JSON; of the kit the questions as they were to be asked, once.

    The anchors of the ratings stay out: they are the employer's and say nothing about a person.
    """
    found: dict[str, object] = msgspec.to_builtins(export)
    kits = {}
    cards = []
    for view in export.scorecards:
        guide = view.guide
        titles = {one.id: one.title for one in guide.competencies}
        kits[guide.fingerprint] = {
            "kit": guide.kit,
            "rev": guide.rev,
            "title": guide.title,
            "questions": {
                one.id: {"competency": titles[one.competency], "text": one.text} for one in guide.questions
            },
        }
        cards.append(msgspec.to_builtins(view) | {"guide": guide.fingerprint})
    return found | {"scorecards": cards, "kits": kits}
