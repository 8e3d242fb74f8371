"""Documents about a requisition: comparison, matrix, group forms, works council, and all in one file."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.content.library import ContentError, Library, NotFound
from coach.core.country import Retention
from coach.core.document import Bundle, Document
from coach.core.panel.comparison_view import ComparisonRow, ComparisonView
from coach.core.panel.comparison_words import NOTHING, place_text
from coach.core.panel.looks import PRINT
from coach.core.panel.requisition import RequisitionState
from coach.core.panel.terms import Terms
from coach.core.retention import period_after
from coach.core.scoring import score_text
from coach.locale import spoken, tr
from coach.services.requisition_words import (
    changes_words,
    dropped_words,
    focus_words,
    role_words,
    terms_words,
)
from coach.services.sheets import Sheets

if TYPE_CHECKING:
    from coach.core.bank import Kit
    from coach.export.documents.requisition import Sheet
    from coach.services.comparison import ComparisonService
    from coach.services.debrief import DebriefService
    from coach.services.requisition import RequisitionService


class PanelReports:
    """Builds documents of requisitions in the guide's language, as far as revealed to the viewer."""

    def __init__(
        self,
        library: Library,
        requisitions: "RequisitionService",
        comparisons: "ComparisonService",
        debriefs: "DebriefService",
        sheets: Sheets,
    ) -> None:
        self._library = library
        self._requisitions = requisitions
        self._comparisons = comparisons
        self._debriefs = debriefs
        self._sheets = sheets

    def comparison(self, requisition: str) -> Document:
        """Build the comparison of the candidates."""
        from coach.export.documents.comparison import comparison_document

        state = self._requisitions.state(requisition)
        with spoken(state.terms.guide.language):
            return comparison_document(self._comparisons.view(state.id), self._delete_by(state))

    def matrix(self, requisition: str) -> Document:
        """Build the matrices of candidates, members and competencies."""
        from coach.export.documents.matrix import matrix_document

        state = self._requisitions.state(requisition)
        with spoken(state.terms.guide.language):
            return matrix_document(self._comparisons.view(state.id), self._delete_by(state))

    def kit_of(self, requisition: str) -> str:
        """Return the id of the kit that a requisition's panel asks by."""
        return self._requisitions.state(requisition).terms.guide.kit

    def group_form(self, requisition: str, candidate: str) -> Document:
        """Build the form of a candidate's debrief, as far as it is filled in."""
        from coach.export.documents.group_form import debrief_document

        state = self._requisitions.state(requisition)
        with spoken(state.terms.guide.language):
            view = self._debriefs.view(requisition, candidate)
            return debrief_document(view, self._sheets.delete_by(state, view.candidate))

    def blank_group_form(self, kit: str) -> Document:
        """Build the empty form for a kit."""
        from coach.export.documents.group_form import blank_form

        guide = self._library.guide(kit)
        with spoken(guide.language):
            return blank_form(guide)

    def works_council(self, named: str) -> Document:
        """Build the pack for a works council, about a kit or about a requisition of that id."""
        from coach.export.documents.works_council import Agreed, works_council_pack

        state = self._requisitions.gate.requisition(named.strip().lower())
        if state is not None and state.terms.member(self._requisitions.viewer) is not None:
            terms = state.terms
            with spoken(terms.guide.language):
                agreed = Agreed(facts=_agreed(terms), record=state.id)
                return works_council_pack(terms.guide, self._kit(terms), agreed)
        guide = self._library.guide(named)
        kit = self._library.kit(named).value
        with spoken(guide.language):
            periods = tuple(
                _kept(country.title, kept)
                for country in (self._library.country(name).value for name in kit.countries)
                for kept in country.retention
            )
            return works_council_pack(guide, kit, Agreed(facts=periods))

    def requisition(self, requisition: str) -> Bundle:
        """Build one file with everything that the viewer may see: terms, comparison, candidates.

        Each scorecard of others is asked of the gate and goes on record as printed.
        """
        from coach.export.documents.requisition import whole_requisition

        state = self._requisitions.state(requisition)
        with spoken(state.terms.guide.language):
            view = self._comparisons.view(state.id)
            return whole_requisition(self._sheet(state, view), tuple(self._documents(state, view)))

    # --- Parts -------------------------------------------------------------------------------------

    def _documents(self, state: RequisitionState, view: ComparisonView) -> Iterator[Document]:
        from coach.export.documents.comparison import comparison_document
        from coach.export.documents.group_form import debrief_document
        from coach.export.documents.matrix import matrix_document
        from coach.export.documents.scorecard import completed_scorecard

        delete_by = self._delete_by(state)
        yield comparison_document(view, delete_by)
        yield matrix_document(view, delete_by)
        cards: dict[str, list[str]] = defaultdict(list)
        for card in self._requisitions.interviews(state):
            if card.submitted:
                cards[card.candidate].append(card.id)
        forms = {found.candidate: found for found in self._debriefs.all(state.id)}
        for candidate in state.present:
            for card_id in cards[candidate]:
                yield completed_scorecard(self._sheets.view(card_id, PRINT))
            if candidate in forms:
                yield debrief_document(forms[candidate], self._sheets.delete_by(state, candidate))

    def _sheet(self, state: RequisitionState, view: ComparisonView) -> "Sheet":
        from coach.export.documents.requisition import Sheet

        erased = tr(
            "{count} erased: numbers without a person remain for the statistics", count=len(state.erased)
        )
        return Sheet(
            requisition=state.id,
            title=state.terms.title,
            guide=state.terms.guide,
            facts=terms_words(state.terms),
            members=tuple(
                (member.name, role_words(member), focus_words(state.terms, member) or NOTHING)
                for member in state.terms.members
            ),
            candidates=tuple(
                (row.candidate, _standing(view, row), self._sheets.delete_by(state, row.candidate))
                for row in view.rows
            ),
            changes=(*changes_words(state), *dropped_words(state), *((erased,) if state.erased else ())),
            delete_by=self._delete_by(state),
        )

    def _delete_by(self, state: RequisitionState) -> str:
        return self._sheets.first_to_delete(state, state.present)

    def _kit(self, terms: Terms) -> "Kit | None":
        """Return the kit as its author wrote it, unless its file has moved on since the terms were agreed."""
        name = terms.guide.kit
        try:
            same = self._library.guide(name).fingerprint == terms.fingerprint
            return self._library.kit(name).value if same else None
        except (ContentError, NotFound):
            return None


def _standing(view: ComparisonView, row: ComparisonRow) -> str:
    words = place_text(view, row)
    if row.place is None:
        return words
    score = tr("score {score}", score=score_text(row.place.score))
    decision = f", {tr(row.decision)}" if row.decision else ""
    return f"{words}, {score}{decision}"


def _agreed(terms: Terms) -> tuple[tuple[str, str], ...]:
    """Give what was agreed besides the kit, which the pack holds in full, and the reason for the period."""
    reason = ((tr("Why so long"), terms.retention.reason),) if terms.retention else ()
    return (*terms_words(terms)[1:], *reason)


def _kept(country: str, kept: Retention) -> tuple[str, str]:
    label = tr("Records, {country}: {title}", country=country, title=kept.title)
    return label, f"{period_after(kept)}. {kept.reason}"
