"""What keys do where interviews are planned, held, compared and kept."""

from coach.locale import mark
from coach.tui.action import Action, scrolling

LEVELS = range(1, 6)
RATE_HELP = (
    mark("Rate the answer 1."),
    mark("Rate the answer 2."),
    mark("Rate the answer 3."),
    mark("Rate the answer 4."),
    mark("Rate the answer 5."),
)
"""An explanation for each level."""

HIRING = (
    Action(
        "requisition.debrief",
        "b",
        mark("debrief"),
        mark("Talk about the candidate with what everybody found."),
    ),
    Action("requisition.compare", "m", mark("compare"), mark("Put the candidates beside each other.")),
    Action(
        "requisition.others",
        "o",
        mark("scorecards"),
        mark("Read the scorecards of the others, once they are open."),
    ),
    Action("requisition.add", "a", mark("candidates"), mark("Add candidates by their codes.")),
    Action("requisition.lay_out", "l", mark("lay out"), mark("Plan all interviews that are missing.")),
    Action("requisition.collect", "c", mark("collect"), mark("Take a sealed scorecard in from a file.")),
    Action("requisition.panel", "p", mark("panel"), mark("Change who sits on the panel, with a reason.")),
    Action(
        "requisition.drop", "d", mark("drop"), mark("Let a question count no more, for all candidates alike.")
    ),
    Action(
        "requisition.hand_in",
        "x",
        mark("hand in"),
        mark("Write your sealed scorecard for a lead on another machine."),
    ),
    Action(
        "requisition.invite",
        "v",
        mark("invite"),
        mark("Write the file with which members on other machines join."),
    ),
    Action(
        "requisition.expect",
        "s",
        mark("seal"),
        mark("Keep the digits by which a member sealed their scorecard."),
    ),
    Action(
        "requisition.identity",
        "w",
        mark("who"),
        mark("See or keep who the candidate is; for the lead and HR."),
    ),
    Action(
        "requisition.privacy",
        "y",
        mark("privacy"),
        mark("See until when records are kept; erase, hold, hand out."),
    ),
    Action("requisition.back", "escape,q", mark("home"), mark("Go back to home.")),
    Action("opening.save", "ctrl+s", mark("open it"), mark("Open the requisition with what is agreed here.")),
    Action("opening.back", "escape,q", mark("leave"), mark("Leave; nothing is opened.")),
    Action("panel.add", "a", mark("add"), mark("Add somebody to the panel.")),
    Action("panel.remove", "d,delete", mark("take off"), mark("Take somebody off the panel.")),
    Action("panel.save", "ctrl+s", mark("done"), mark("Go on with this panel.")),
    Action("panel.back", "escape,q", mark("back"), mark("Leave; the panel stays as it was.")),
    Action("privacy.log", "l", mark("who saw"), mark("See who saw what of the candidate, and when.")),
    Action(
        "privacy.date",
        "d",
        mark("day"),
        mark("Record a day that the period counts from, such as the rejection."),
    ),
    Action("privacy.hold", "h", mark("hold"), mark("Place a hold, so that nothing is erased, or end it.")),
    Action(
        "privacy.hand_out",
        "a",
        mark("hand out"),
        mark("Write all that is kept about the candidate as a PDF."),
    ),
    Action("privacy.erase", "e", mark("erase"), mark("Erase the record for good, after its day or early.")),
    Action("privacy.back", "escape,q", mark("back"), mark("Go back.")),
    *scrolling("told"),
    Action("told.back", "escape,q", mark("back"), mark("Go back to the records.")),
    *scrolling("opened"),
    Action("opened.print", "p", mark("print"), mark("Write the scorecard as a PDF into the current folder.")),
    Action("opened.back", "escape,q", mark("back"), mark("Go back to the requisition.")),
    Action(
        "live.proceed",
        "enter",
        mark("next"),
        mark("Start, or go on to the next place in the agenda."),
        show=False,
    ),
    Action("live.previous", "b,left", mark("back"), mark("Go back to the place before."), show=False),
    *(
        Action(f"live.rate({level})", str(level), mark("rate"), RATE_HELP[level - 1], show=False)
        for level in LEVELS
    ),
    Action("live.scroll(-1)", "up,k", mark("up"), mark("Scroll the question up."), show=False),
    Action(
        "live.scroll(1)", "down,j", mark("down"), mark("Scroll the question down to the anchors."), show=False
    ),
    Action(
        "live.not_assessed",
        "0",
        mark("not assessed"),
        mark("Say why there is nothing to rate; never a number."),
    ),
    Action("live.notes", "n", mark("notes"), mark("Write notes; esc brings you back to the keys.")),
    Action("live.keys", "escape", mark("keys"), mark("Stop writing and use the keys again.")),
    Action(
        "live.star",
        "t,ctrl+t",
        mark("STAR"),
        mark("Put S, T, A and R into the notes: situation, task, action, result."),
    ),
    Action("live.probe", "p", mark("probe"), mark("Mark a probe as used.")),
    Action("live.reword", "w", mark("reworded"), mark("Record the words in which you asked instead.")),
    Action("live.skip", "s", mark("skip"), mark("Leave the question out, with a reason.")),
    Action(
        "live.card",
        "d,f2",
        mark("do not ask"),
        mark("See what must not be asked, and what may be asked instead."),
    ),
    Action(
        "live.anchors",
        "a",
        mark("anchors"),
        mark("Show the anchors in full, or one line of each."),
        show=False,
    ),
    Action("live.pause", "space", mark("pause"), mark("Stop the clock, or let it run again.")),
    Action("live.scorecard", "c", mark("scorecard"), mark("Look at the scorecard; the interview goes on.")),
    Action(
        "live.reload", "ctrl+r", mark("reload"), mark("Load what was changed in another window."), show=False
    ),
    Action("live.leave", "q", mark("leave"), mark("Pause and go home; everything is saved.")),
    Action(
        "debrief.evidence",
        "enter",
        mark("evidence"),
        mark("Show the notes on a competency, or hide them."),
        show=False,
    ),
    Action("debrief.move(-1)", "up,k", mark("up"), mark("Go to the competency above."), show=False),
    Action("debrief.move(1)", "down,j", mark("down"), mark("Go to the competency below."), show=False),
    Action("debrief.page(-1)", "pageup,b", mark("page up"), mark("Read a page further up."), show=False),
    Action(
        "debrief.page(1)", "pagedown,space", mark("page down"), mark("Read a page further down."), show=False
    ),
    Action(
        "debrief.open", "o", mark("open"), mark("Open the debrief: those whose scorecards are in take part.")
    ),
    Action(
        "debrief.rescore",
        "r",
        mark("rate anew"),
        mark("Judge a competency of your own interview anew, with evidence."),
    ),
    Action("debrief.recommend", "c", mark("recommend"), mark("Say what you recommend after hearing all.")),
    Action(
        "debrief.decide",
        "d",
        mark("decide"),
        mark("Record the decision; a departure from the place needs a reason."),
    ),
    Action(
        "debrief.print", "p", mark("print"), mark("Write the group form as a PDF into the current folder.")
    ),
    Action("debrief.explain", "e", mark("explain"), mark("See how each number is made.")),
    Action("debrief.reload", "ctrl+r", mark("reload"), mark("Load what others changed."), show=False),
    Action("debrief.back", "escape,q", mark("back"), mark("Go back.")),
    Action("compare.statistics", "s", mark("statistics"), mark("See how far the interviewers agree.")),
    Action("compare.print", "p", mark("print"), mark("Write comparison, matrix or everything as a PDF.")),
    Action("compare.explain", "e", mark("explain"), mark("See how each number is made.")),
    Action("compare.reload", "ctrl+r", mark("reload"), mark("Load what others changed."), show=False),
    Action("compare.back", "escape,q", mark("back"), mark("Go back.")),
    *scrolling("sections"),
    Action("sections.back", "escape,q", mark("back"), mark("Go back.")),
    *scrolling("card"),
    Action("card.back", "escape,d,f2,q", mark("close"), mark("Close the card.")),
    Action(
        "scorecard.edit", "e", mark("edit"), mark("Go back into the interview to complete notes and ratings.")
    ),
    Action("scorecard.overall", "o", mark("overall"), mark("Choose the overall recommendation and say why.")),
    Action("scorecard.print", "p", mark("print"), mark("Write the scorecard as a PDF.")),
    Action(
        "scorecard.reload",
        "ctrl+r",
        mark("reload"),
        mark("Load what was changed in another window."),
        show=False,
    ),
    Action(
        "scorecard.submit", "ctrl+s", mark("submit"), mark("Submit the scorecard; it is locked from then on.")
    ),
    Action("scorecard.amend", "a", mark("amend"), mark("Correct a submitted scorecard, with a reason.")),
    Action("scorecard.back", "escape,q", mark("back"), mark("Go back.")),
)
