"""The one registry of what can be done: it feeds bindings, key line, palette, help and ``coach keys``."""

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does. ``id`` is ``<where>.<name>``; people rebind it by that id.

    ``keys`` are alternatives. Keys that print a character work outside text fields only, so every
    action that is wanted while typing has another one as well.
    """

    id: str
    keys: str
    title: str
    help: str
    show: bool = True

    @property
    def where(self) -> str:
        """The screen on which it works, or ``everywhere``."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The Textual action that is run."""
        return self.id.partition(".")[2]


ACTIONS = (
    Action("everywhere.help", "question_mark,f1", "help", "Show what every key does here."),
    Action("everywhere.command_palette", "ctrl+p", "commands", "Find a command by its name.", show=False),
    Action("everywhere.quit", "ctrl+q", "quit", "Leave the program; everything is saved.", show=False),
    Action("home.new_interview", "i", "new interview", "Plan an interview with a kit."),
    Action(
        "home.new_requisition",
        "n",
        "requisition",
        "Open a requisition: a kit, a panel, candidates.",
        show=False,
    ),
    Action("home.review", "r", "review", "See what is due, and be asked again."),
    Action("home.ten_minutes", "t", "ten minutes", "Learn for ten minutes: what is due, then something new."),
    Action("home.search", "slash", "search", "Search modules, lessons, steps and interview questions."),
    Action("home.progress", "g", "progress", "See what is mastered, how ready you are, and why."),
    Action("home.kept", "b", "bookmarks", "See your bookmarks and notes.", show=False),
    Action("home.path", "l", "path", "Choose a learning path, or none.", show=False),
    Action("home.who", "w", "who", "Let somebody else learn here, or somebody new.", show=False),
    Action("home.mentor", "m", "mentor", "Rate what others wrote and said.", show=False),
    Action(
        "home.calibrate",
        "c",
        "calibrate",
        "Learn to rate answers as experts do.",
        show=False,
    ),
    Action("home.practice", "p", "practice", "Answer a kit's questions against the clock.", show=False),
    Action("home.quit", "q", "quit", "Leave the program; everything is saved."),
    Action("review.start", "enter", "begin", "Be asked what is due, mixed from all lessons.", show=False),
    Action("review.deadline", "d", "deadline", "Name the day for which everything should be at hand."),
    Action("review.leeches", "l", "set apart", "Be asked what is set apart; a good answer brings it back."),
    Action("review.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("review.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("review.back", "escape,q,r", "home", "Go back to home."),
    Action("progress.print", "p", "print", "Write the progress report as a PDF into the current folder."),
    Action("progress.back", "escape,q,g", "back", "Go back to home."),
    Action("explain.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("explain.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("explain.print", "p", "certificate", "Write the certificate as a PDF, once the rule is met."),
    Action("explain.back", "escape,q", "back", "Go back to all figures."),
    Action("mentor.back", "escape,q", "home", "Go back to home."),
    Action("piece.turn", "enter", "rate or read", "Go from the piece to your rating, or back.", show=False),
    Action("piece.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("piece.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("piece.note", "n,f8", "note", "Write to the learner what the ratings do not say."),
    Action("piece.save", "ctrl+s", "save", "Save your ratings; the learner sees them beside their own."),
    Action("piece.back", "escape,q", "back", "Go back to all pieces."),
    Action("calibrate.figures", "f", "figures", "See how close you come, and the ratings behind it."),
    Action("calibrate.back", "escape,q", "home", "Go back to home."),
    Action("figures.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("figures.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("figures.back", "escape,q", "back", "Go back to the list."),
    Action("sample.proceed", "enter", "go on", "Go on to the next answer.", show=False),
    Action("sample.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("sample.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("sample.back", "escape,q", "back", "Stop writing the evidence, or go back to the list."),
    Action("practice.back", "escape,q", "home", "Go back to home."),
    Action("rehearsal.proceed", "enter", "go on", "Start the clock, save your rating, or go on.", show=False),
    Action("rehearsal.think", "t", "think first", "Take a minute to think, against a clock."),
    Action("rehearsal.done", "ctrl+s,f2", "done", "Your answer is over: the clock stops."),
    Action("rehearsal.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("rehearsal.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("rehearsal.back", "escape,q", "leave", "Leave; you go on at this question."),
    Action("rehearsed.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("rehearsed.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("rehearsed.back", "escape,q,enter", "back", "Go back."),
    Action("module.reset", "r", "start again", "Start a session or the module again; the history stays."),
    Action("module.back", "escape,q", "home", "Go back to home."),
    Action(
        "step.proceed", "enter", "go on", "Go on: next step, or another try after a wrong answer.", show=False
    ),
    Action("step.hint", "h,f2", "hint", "Show the next hint; it counts as help."),
    Action("step.reveal", "v,f3", "solution", "Show the solution after a try; the step counts as revealed."),
    Action("step.again", "r,f4", "again", "Do a finished step again from the start; the history stays."),
    Action("step.previous", "b,f5", "back", "Go to the step before.", show=False),
    Action("step.next", "n,f6", "skip", "Go to the step after; you can come back."),
    Action("step.leave", "escape", "leave", "Leave the lesson; you will stand here when you return."),
    Action(
        "step.mentors", "w,f9", "mentor", "See what mentors gave for your answer, beside your own rating."
    ),
    Action("step.bookmark", "m,f7", "bookmark", "Set a bookmark on the step, or take it away."),
    Action("step.note", "o,f8", "note", "Write a note of your own on the step."),
    Action("rated.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("rated.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("rated.back", "escape,q,w", "back", "Go back to the step."),
    Action("chooser.new", "n", "somebody new", "Begin as somebody who has not learnt here yet."),
    Action("chooser.back", "escape,q", "back", "Leave without choosing."),
    Action("search.move(-1)", "up", "up", "Go to the find above.", show=False),
    Action("search.move(1)", "down", "down", "Go to the find below.", show=False),
    Action("search.back", "escape", "home", "Go back to home."),
    Action("question.back", "escape,q", "back", "Go back to the finds."),
    Action("kept.drop", "d,delete", "take away", "Take the bookmark and the note away."),
    Action("kept.back", "escape,q", "home", "Go back to home."),
    Action("requisition.debrief", "b", "debrief", "Talk about the candidate with what everybody found."),
    Action("requisition.compare", "m", "compare", "Put the candidates beside each other."),
    Action("requisition.others", "o", "scorecards", "Read the scorecards of the others, once they are open."),
    Action("requisition.add", "a", "candidates", "Add candidates by their codes."),
    Action("requisition.lay_out", "l", "lay out", "Plan all interviews that are missing."),
    Action("requisition.collect", "c", "collect", "Take a sealed scorecard in from a file."),
    Action("requisition.panel", "p", "panel", "Change who sits on the panel, with a reason."),
    Action("requisition.drop", "d", "drop", "Let a question count no more, for all candidates alike."),
    Action(
        "requisition.hand_in", "x", "hand in", "Write your sealed scorecard for a lead on another machine."
    ),
    Action("requisition.invite", "v", "invite", "Write the file with which members on other machines join."),
    Action("requisition.expect", "s", "seal", "Keep the digits by which a member sealed their scorecard."),
    Action("requisition.identity", "w", "who", "See or keep who the candidate is; for the lead and HR."),
    Action("requisition.privacy", "y", "privacy", "See until when records are kept; erase, hold, hand out."),
    Action("requisition.back", "escape,q", "home", "Go back to home."),
    Action("opening.save", "ctrl+s", "open it", "Open the requisition with what is agreed here."),
    Action("opening.back", "escape,q", "leave", "Leave; nothing is opened."),
    Action("panel.add", "a", "add", "Add somebody to the panel."),
    Action("panel.remove", "d,delete", "take off", "Take somebody off the panel."),
    Action("panel.save", "ctrl+s", "done", "Go on with this panel."),
    Action("panel.back", "escape,q", "back", "Leave; the panel stays as it was."),
    Action("privacy.log", "l", "who saw", "See who saw what of the candidate, and when."),
    Action("privacy.date", "d", "day", "Record a day that the period counts from, such as the rejection."),
    Action("privacy.hold", "h", "hold", "Place a hold, so that nothing is erased, or end it."),
    Action("privacy.hand_out", "a", "hand out", "Write all that is kept about the candidate as a PDF."),
    Action("privacy.erase", "e", "erase", "Erase the record for good, after its day or early."),
    Action("privacy.back", "escape,q", "back", "Go back."),
    Action("told.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("told.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("told.back", "escape,q", "back", "Go back to the records."),
    Action("opened.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("opened.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("opened.print", "p", "print", "Write the scorecard as a PDF into the current folder."),
    Action("opened.back", "escape,q", "back", "Go back to the requisition."),
    Action("live.proceed", "enter", "next", "Start, or go on to the next place in the agenda.", show=False),
    Action("live.previous", "b,left", "back", "Go back to the place before.", show=False),
    *(
        Action(f"live.rate({level})", str(level), "rate", f"Rate the answer {level}.", show=False)
        for level in range(1, 6)
    ),
    Action("live.scroll(-1)", "up,k", "up", "Scroll the question up.", show=False),
    Action("live.scroll(1)", "down,j", "down", "Scroll the question down to the anchors.", show=False),
    Action("live.not_assessed", "0", "not assessed", "Say why there is nothing to rate; never a number."),
    Action("live.notes", "n", "notes", "Write notes; esc brings you back to the keys."),
    Action("live.keys", "escape", "keys", "Stop writing and use the keys again."),
    Action(
        "live.star", "t,ctrl+t", "STAR", "Put S, T, A and R into the notes: situation, task, action, result."
    ),
    Action("live.probe", "p", "probe", "Mark a probe as used."),
    Action("live.reword", "w", "reworded", "Record the words in which you asked instead."),
    Action("live.skip", "s", "skip", "Leave the question out, with a reason."),
    Action("live.card", "d,f2", "do not ask", "See what must not be asked, and what may be asked instead."),
    Action("live.anchors", "a", "anchors", "Show the anchors in full, or one line of each.", show=False),
    Action("live.pause", "space", "pause", "Stop the clock, or let it run again."),
    Action("live.scorecard", "c", "scorecard", "Look at the scorecard; the interview goes on."),
    Action("live.reload", "ctrl+r", "reload", "Load what was changed in another window.", show=False),
    Action("live.leave", "q", "leave", "Pause and go home; everything is saved."),
    Action(
        "debrief.evidence", "enter", "evidence", "Show the notes on a competency, or hide them.", show=False
    ),
    Action("debrief.move(-1)", "up,k", "up", "Go to the competency above.", show=False),
    Action("debrief.move(1)", "down,j", "down", "Go to the competency below.", show=False),
    Action("debrief.page(-1)", "pageup,b", "page up", "Read a page further up.", show=False),
    Action("debrief.page(1)", "pagedown,space", "page down", "Read a page further down.", show=False),
    Action("debrief.open", "o", "open", "Open the debrief: those whose scorecards are in take part."),
    Action(
        "debrief.rescore", "r", "rate anew", "Judge a competency of your own interview anew, with evidence."
    ),
    Action("debrief.recommend", "c", "recommend", "Say what you recommend after hearing all."),
    Action(
        "debrief.decide", "d", "decide", "Record the decision; a departure from the place needs a reason."
    ),
    Action("debrief.print", "p", "print", "Write the group form as a PDF into the current folder."),
    Action("debrief.explain", "e", "explain", "See how each number is made."),
    Action("debrief.reload", "ctrl+r", "reload", "Load what others changed.", show=False),
    Action("debrief.back", "escape,q", "back", "Go back."),
    Action("compare.statistics", "s", "statistics", "See how far the interviewers agree."),
    Action("compare.print", "p", "print", "Write comparison, matrix or everything as a PDF."),
    Action("compare.explain", "e", "explain", "See how each number is made."),
    Action("compare.reload", "ctrl+r", "reload", "Load what others changed.", show=False),
    Action("compare.back", "escape,q", "back", "Go back."),
    Action("sections.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("sections.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("sections.back", "escape,q", "back", "Go back."),
    Action("card.scroll(-1)", "up,k", "up", "Scroll up.", show=False),
    Action("card.scroll(1)", "down,j", "down", "Scroll down.", show=False),
    Action("card.back", "escape,d,f2,q", "close", "Close the card."),
    Action("scorecard.edit", "e", "edit", "Go back into the interview to complete notes and ratings."),
    Action("scorecard.overall", "o", "overall", "Choose the overall recommendation and say why."),
    Action("scorecard.print", "p", "print", "Write the scorecard as a PDF."),
    Action("scorecard.reload", "ctrl+r", "reload", "Load what was changed in another window.", show=False),
    Action("scorecard.submit", "ctrl+s", "submit", "Submit the scorecard; it is locked from then on."),
    Action("scorecard.amend", "a", "amend", "Correct a submitted scorecard, with a reason."),
    Action("scorecard.back", "escape,q", "back", "Go back."),
)


def bindings(where: str) -> list[Binding]:
    """Return the bindings of a screen."""
    return [
        Binding(action.keys, action.name, action.title, show=action.show, id=action.id, tooltip=action.help)
        for action in ACTIONS
        if action.where == where
    ]
