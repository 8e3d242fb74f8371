"""Before the clock of an interview runs: the two declarations, asked line by line."""

from typing import TYPE_CHECKING

from coach.cli.plain.typed import meant
from coach.core import conduct
from coach.core.interview import Phase
from coach.locale import tr

if TYPE_CHECKING:
    from coach.cli.plain.desk import PlainDesk


def prepare(desk: "PlainDesk") -> None:
    """Ask for the two declarations that are still open, then start the clock."""
    talk = desk.talk
    while desk.state.conflict is None:
        _declare_conflict(desk)
    while desk.state.consent is None:
        talk.say()
        talk.say(tr("Notes and consent"))
        talk.prose(desk.state.guide.consent)
        talk.say(tr("Was the candidate told, and do they agree? Type yes or no."))
        desk.act(conduct.record_consent, given=desk.yes())
    while desk.state.phase is Phase.PLANNED:
        if desk.state.conflict:
            talk.say(tr("You declared a conflict of interest. .q leaves until others have decided about it."))
        talk.say(tr("Enter starts the clock."))
        if desk.answer():
            talk.say(tr("The interview has not started, so nothing is noted yet."))
        else:
            desk.act(conduct.start)


def _declare_conflict(desk: "PlainDesk") -> None:
    talk = desk.talk
    talk.say()
    talk.say(tr("Conflict of interest"))
    talk.prose(desk.state.guide.conflict)
    talk.say(tr("Do you have one? Type no, or yes and what it is."))
    word, _, details = desk.answer().partition(" ")
    answer = meant(word.rstrip(",.:"))
    if answer:
        desk.act(conduct.declare_conflict, conflict=True, details=details)
    elif answer is False and not details:
        desk.act(conduct.declare_conflict, conflict=False)
    else:
        talk.say(tr("That was neither no nor yes, so nothing is recorded."))
