"""What is asked before something happens to a record, each question in a dialog of its own."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from coach.core.conduct import Refused
from coach.core.country import Counted
from coach.core.retention import SINCE
from coach.locale import day, mark, tr
from coach.services.privacy import Call, Due
from coach.services.privacy_words import (
    NO_LOOKS,
    SIGNS,
    copies_lines,
    look_text,
    read_day,
    receipt_lines,
    standing_text,
    stream_lines,
    until_text,
)
from coach.surface.spelling import capital
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.told import told

if TYPE_CHECKING:
    from coach.core.panel.access import AccessExport
    from coach.services.erasing import ErasureReceipt
    from coach.services.privacy import PrivacyService
    from coach.tui.app import CoachApp

NEEDED = mark("Write it, or leave with esc.")
HOLD = mark("Such as a claim that is pending. While there is a hold nothing is erased, whatever the day.")
LIFT = mark("The delete-by day counts again. The reason is kept.")
EXAMPLE = date(2026, 11, 14)
REASON = mark("The reason stays when all else is gone, so it must not name the person.")
EARLY = mark("Before its day a record should go only for a reason such as the candidate's own request.")
SURE = mark("This cannot be undone. Ratings stay as numbers without a person; every word goes.")
SURE_ALONE = mark("This cannot be undone. Nothing of it stays but its id and when it was erased.")
HAND_OUT = mark(
    "Everything that is kept goes into a PDF in the current folder: identity, every note and "
    "rating, debrief, decision, who saw it. It goes on record; before the scorecards are "
    "revealed to you, as an early look. Read it before you hand it out: reasons may speak of "
    "others."
)


def _place(due: Due) -> str:
    return tr("{candidate} of {requisition}", candidate=due.candidate, requisition=due.requisition)


class PrivacyAsks:
    """Questions about one record; ``then`` is called when something has changed, ``write`` writes a file."""

    def __init__(
        self, app: "CoachApp", then: Callable[[], object], write: Callable[["AccessExport"], None]
    ) -> None:
        self.app = app
        self._then = then
        self._write_export = write

    @property
    def _service(self) -> "PrivacyService":
        return self.app.services.privacy

    def what(self, due: Due) -> None:
        """Ask what to do with a record."""
        hold = ("hold", tr("End the hold") if due.hold else tr("Place a hold"))
        of_candidate = (
            ("log", tr("See who saw what")),
            ("date", tr("Record a day")),
            hold,
            ("hand_out", tr("Write what the candidate may have")),
        )
        options = (*(() if due.interview else of_candidate), ("erase", tr("Erase it")))
        acts = {one: getattr(self, one) for one, _ in options}
        text = f"{SIGNS[due.call]} {standing_text(due)}, {until_text(due)}"
        self._choose(
            due.interview or _place(due),
            text,
            options,
            lambda one: acts[one](due),
        )

    @told
    def log(self, due: Due) -> None:
        """Show who saw what."""
        from coach.tui.screens.privacy_read import PrivacyReadScreen

        looks = self._service.looks(due.requisition, due.candidate)
        lines = [look_text(look) for look in looks] or [tr(NO_LOOKS)]
        self.app.push_screen(PrivacyReadScreen(tr("Who saw what"), _place(due), lines))

    # --- Days and holds ------------------------------------------------------------------------------

    def date(self, due: Due) -> None:
        """Ask which day to record, that from which the period counts first, and when it was."""
        days = sorted(SINCE, key=lambda what: what is not due.counted_from)
        options = tuple((what.value, capital(tr(SINCE[what]))) for what in days)
        text = tr("As year-month-day, such as {day}.", day=day(EXAMPLE))
        today = day(self._service.today)
        self._choose(
            tr("Which day of {candidate}?", candidate=due.candidate),
            until_text(due),
            options,
            lambda what: self._write(
                tr(SINCE[Counted(what)]),
                text,
                lambda typed: self._date(due, Counted(what), typed),
                value=today,
            ),
        )

    @told
    def _date(self, due: Due, what: Counted, typed: str) -> None:
        found = self._service.record_date(due.requisition, due.candidate, what, read_day(typed))
        self._done(f"{found.candidate}: {standing_text(found)}, {until_text(found)}.")

    def hold(self, due: Due) -> None:
        """Ask why there is a hold, or why it ends."""
        if due.hold:
            self._write(
                tr("Why does the hold on {candidate} end?", candidate=due.candidate),
                tr(LIFT),
                lambda why: self._lift(due, why),
            )
        else:
            self._write(
                tr("Why is there a hold on {candidate}?", candidate=due.candidate),
                tr(HOLD),
                lambda why: self._hold(due, why),
            )

    @told
    def _hold(self, due: Due, why: str) -> None:
        self._service.hold(due.requisition, due.candidate, why)
        self._done(tr("There is a hold on {candidate}.", candidate=due.candidate))

    @told
    def _lift(self, due: Due, why: str) -> None:
        self._service.lift(due.requisition, due.candidate, why)
        self._done(tr("The hold on {candidate} is over.", candidate=due.candidate))

    # --- Handing out ---------------------------------------------------------------------------------

    def hand_out(self, due: Due) -> None:
        """Ask whether to write everything that is kept about a candidate."""
        options = (("yes", tr("Write it")), ("no", tr("Not now")))
        self._choose(
            tr("Write what is kept about {candidate}?", candidate=due.candidate),
            tr(HAND_OUT),
            options,
            lambda one: self._hand_out(due, one),
        )

    @told
    def _hand_out(self, due: Due, answer: str) -> None:
        if answer == "yes":
            self._write_export(self._service.access_export(due.requisition, due.candidate))

    # --- Erasing -------------------------------------------------------------------------------------

    @told
    def erase(self, due: Due) -> None:
        """Ask whether it goes early, why, and for its code; a hold refuses it at once."""
        if due.interview or due.call is Call.GO:
            self._why(due)
            return
        if due.hold:
            raise Refused(
                tr(
                    "There is a hold on {candidate}, so nothing is erased: {hold}",
                    candidate=due.candidate,
                    hold=due.hold,
                )
            )
        options = (("no", tr("Keep it")), ("yes", tr("Erase it early")))
        text = f"{SIGNS[due.call]} {standing_text(due)}, {until_text(due)}. {tr(EARLY)}"
        self._choose(
            tr("Erase {candidate} early?", candidate=due.candidate),
            text,
            options,
            lambda one: self._why(due) if one == "yes" else None,
        )

    def _why(self, due: Due) -> None:
        name = due.interview or due.candidate
        self._write(tr("Why is {name} erased?", name=name), tr(REASON), lambda why: self._sure(due, why))

    @told
    def _sure(self, due: Due, why: str) -> None:
        """Have the code typed, once it is known that the record may go for this reason."""
        service = self._service
        if due.interview:
            name, text = service.may_erase_interview(due.interview, why), tr(SURE_ALONE)
        else:
            name, text = service.may_erase(due.requisition, due.candidate, why, early=True), tr(SURE)
        self._write(
            tr("Type {name} to erase it", name=name), text, lambda typed: self._erase(due, name, typed, why)
        )

    @told
    def _erase(self, due: Due, name: str, typed: str, why: str) -> None:
        if typed.casefold() != name.casefold():
            raise Refused(tr("That was not {name}, so nothing was erased.", name=name))
        service = self._service
        if due.interview:
            self._show(service.erase_interview(due.interview, why))
        else:
            self._show(service.erase(due.requisition, due.candidate, why, early=True))

    def _show(self, receipt: "ErasureReceipt") -> None:
        from coach.tui.screens.privacy_read import PrivacyReadScreen

        name = f"{receipt.requisition} {receipt.candidate}".strip() or receipt.interview
        seals = tr("The seals to keep elsewhere: coach privacy receipt {name} --seals", name=name)
        copies = copies_lines(self._service.stale_copies(receipt))
        lines = (*receipt_lines(receipt), "", *copies, "", *stream_lines(receipt), seals)
        self.app.push_screen(PrivacyReadScreen(tr("Erased"), name, lines))

    # --- Parts ---------------------------------------------------------------------------------------

    def _write(self, title: str, text: str, act: Callable[[str], object], *, value: str = "") -> None:
        def written(line: str | None) -> None:
            if line is not None:
                act(line)

        self.app.push_screen(Write(title, text, needed=tr(NEEDED), value=value), written)

    def _choose(
        self, title: str, text: str, options: tuple[tuple[str, str], ...], act: Callable[[str], object]
    ) -> None:
        def chosen(answer: str | None) -> None:
            if answer is not None:
                act(answer)

        self.app.push_screen(Choose(title, text, options), chosen)

    def _done(self, sentence: str) -> None:
        self.app.notify(sentence, timeout=8, markup=False)
        self._then()
