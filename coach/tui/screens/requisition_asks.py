"""What is asked before something happens to a requisition, each question in a dialog of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coach.core.panel.sealing import shown
from coach.locale import mark, tr, trn
from coach.services.drafting import read_codes
from coach.tui.screens.dialogs import Choose, Write
from coach.tui.told import told

if TYPE_CHECKING:
    from coach.core.panel.requisition import RequisitionState
    from coach.tui.app import CoachApp

CODES = mark("Codes such as C-014, with blanks or commas between them. Names stay out of the record.")
SEALED = mark("The place of a file that ends in .sealed.json.")
DIGITS = mark("As they were told when the scorecard was handed in, such as 9f3c 04d1 77aa 1b2e.")
DROP = mark("It then counts for no candidate. The reason stands on every sheet; what was noted stays, too.")


class Asks:
    """Questions about one requisition; ``then`` is called when something has happened."""

    def __init__(self, app: "CoachApp", state: "RequisitionState", then: Callable[[], object]) -> None:
        self.app = app
        self._state = state
        self._then = then

    def _write(self, title: str, text: str, act: Callable[[str], object], *, value: str = "") -> None:
        """Ask for a line that must say something."""

        def written(line: str | None) -> None:
            if line:
                act(line)

        self.app.push_screen(
            Write(title, text, needed=tr("Write it, or leave with esc."), value=value), written
        )

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

    # --- Candidates ----------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask for codes, add the candidates, and offer to lay their interviews out."""
        self._write(tr("Add candidates"), tr(CODES), self._add)

    @told
    def _add(self, codes: str) -> None:
        service = self.app.services.requisitions
        self._state = service.add_candidates(self._state, read_codes(codes.split()))
        self._then()
        self.lay_out()

    @told
    def lay_out(self) -> None:
        """Say how many interviews are missing, and plan them if that is wished."""
        missing = self.app.services.requisitions.missing(self._state)
        if not missing:
            self.app.notify(tr("All interviews are laid out."))
            return
        lay_out = trn("Lay out {n} interview", "Lay out {n} interviews", missing)
        options = (("yes", lay_out), ("no", tr("Not yet")))
        text = tr("One for each candidate with each member who interviews.")
        self._choose(tr("Lay out what is missing?"), text, options, self._lay_out)

    @told
    def _lay_out(self, answer: str) -> None:
        if answer == "yes":
            planned = self.app.services.requisitions.lay_out(self._state)
            self._done(trn("{n} interview planned.", "{n} interviews planned.", len(planned)))

    @told
    def identity(self, candidate: str) -> None:
        """Show who a candidate is, and keep it anew if something is written."""
        kept = self.app.services.requisitions.identity(self._state, candidate)
        who = f"{kept.name}; {kept.contact}" if kept and kept.contact else kept.name if kept else ""
        text = tr("Name, and after a semicolon how to reach them. It is kept apart from everything else.")
        self._write(
            tr("Who is {candidate}?", candidate=candidate),
            text,
            lambda line: self._keep(candidate, line),
            value=who,
        )

    @told
    def _keep(self, candidate: str, line: str) -> None:
        name, _, contact = line.partition(";")
        self.app.services.requisitions.keep_identity(self._state, candidate, name, contact)
        self._done(tr("It is kept who {candidate} is.", candidate=candidate))

    # --- Questions -----------------------------------------------------------------------------------

    def drop(self) -> None:
        """Ask which question counts no more, and why."""
        questions = [one for one in self._state.terms.guide.questions if one.id not in self._state.dropped]
        options = tuple((one.id, one.text.strip().split("\n")[0]) for one in questions)
        self._choose(
            tr("Drop which question?"),
            tr(DROP),
            options,
            lambda question: self._write(
                tr("Why is it dropped?"),
                tr("For all candidates alike."),
                lambda reason: self._drop(question, reason),
            ),
        )

    @told
    def _drop(self, question: str, reason: str) -> None:
        self.app.services.requisitions.drop_question(self._state, question, reason)
        self._done(tr("The question counts for no candidate any more."))

    # --- Other machines ------------------------------------------------------------------------------

    def collect(self) -> None:
        """Ask for a sealed file and take it in."""
        self._write(tr("Collect a sealed scorecard"), tr(SEALED), self._collect, value=f"{Path.cwd()}/")

    @told
    def _collect(self, place: str) -> None:
        from coach.services.collecting import collect_file

        self._done(str(collect_file(self.app.services, Path(place).expanduser())))

    def expect(self, candidate: str) -> None:
        """Ask who told which digits."""
        options = tuple((one.id, one.name) for one in self._state.terms.interviewers)
        self._choose(
            tr("Who sealed a scorecard of {candidate}?", candidate=candidate),
            tr("Their file is then taken in only if it is sealed so."),
            options,
            lambda member: self._write(
                tr("By which digits?"), tr(DIGITS), lambda line: self._expect(candidate, member, line)
            ),
        )

    @told
    def _expect(self, candidate: str, member: str, digits: str) -> None:
        """Keep the digits; where others were told before, ask for the reason first."""
        service = self.app.services.requisitions
        before = service.dossier(self._state, candidate).expected.get(member)
        if before is None or before == "".join(digits.lower().split()):
            service.expect(self._state, candidate, member, digits)
            self._done(tr("The digits are kept."))
            return
        self._write(
            tr("Other digits were told before. Why do these count?"),
            tr("Such as: misheard. Those told before, {digits}, stay on record, too.", digits=shown(before)),
            lambda reason: self._expect_instead(candidate, member, digits, reason),
        )

    @told
    def _expect_instead(self, candidate: str, member: str, digits: str, reason: str) -> None:
        self.app.services.requisitions.expect(self._state, candidate, member, digits, reason)
        self._done(tr("The digits are kept."))

    def invite(self) -> None:
        """Ask where the file for members on other machines should go."""
        from coach.services.collecting import INVITATION

        place = str(Path.cwd() / f"{self._state.id}{INVITATION}")
        text = tr("Members on other machines take it in from home: n, then join. A file that is there stays.")
        self._write(tr("Where should the file for members go?"), text, self._invite, value=place)

    @told
    def _invite(self, place: str) -> None:
        from coach.services.printing import write_file

        target = Path(place).expanduser()
        write_file(target, self.app.services.parcels.invitation(self._state), replace=False)
        self._done(tr("Written: {target}. Send it to the members.", target=target))

    @told
    def hand_in(self, interview: str) -> None:
        """Ask where one's own sealed scorecard should go."""
        from coach.services.handing_in import hand_in

        made = hand_in(self.app.services, interview)
        place = str(Path.cwd() / made.name)
        self._write(
            tr("Where should the sealed file go?"),
            made.notes[0],
            lambda typed: self._hand_in(made.data, typed),
            value=place,
        )

    @told
    def _hand_in(self, data: bytes, place: str) -> None:
        from coach.services.printing import write_file

        target = Path(place).expanduser()
        write_file(target, data, replace=False)
        self._done(tr("Written: {target}. Send it to the lead alone.", target=target))
