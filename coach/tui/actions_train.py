"""What keys do everywhere, on home, and where one learns."""

from coach.locale import mark
from coach.tui.action import Action, scrolling

TRAINING = (
    Action("everywhere.help", "question_mark,f1", mark("help"), mark("Show what every key does here.")),
    Action(
        "everywhere.command_palette",
        "ctrl+p",
        mark("commands"),
        mark("Find a command by its name."),
        show=False,
    ),
    Action(
        "everywhere.quit", "ctrl+q", mark("quit"), mark("Leave the program; everything is saved."), show=False
    ),
    Action("home.new_interview", "i", mark("new interview"), mark("Plan an interview with a kit.")),
    Action(
        "home.new_requisition",
        "n",
        mark("requisition"),
        mark("Open a requisition: a kit, a panel, candidates."),
        show=False,
    ),
    Action("home.review", "r", mark("review"), mark("See what is due, and be asked again.")),
    Action(
        "home.ten_minutes",
        "t",
        mark("ten minutes"),
        mark("Learn for ten minutes: what is due, then something new."),
    ),
    Action(
        "home.search",
        "slash",
        mark("search"),
        mark("Search modules, lessons, steps and interview questions."),
    ),
    Action("home.progress", "g", mark("progress"), mark("See what is mastered, how ready you are, and why.")),
    Action("home.kept", "b", mark("bookmarks"), mark("See your bookmarks and notes."), show=False),
    Action("home.path", "l", mark("path"), mark("Choose a learning path, or none."), show=False),
    Action("home.who", "w", mark("who"), mark("Let somebody else learn here, or somebody new."), show=False),
    Action("home.mentor", "m", mark("mentor"), mark("Rate what others wrote and said."), show=False),
    Action(
        "home.calibrate", "c", mark("calibrate"), mark("Learn to rate answers as experts do."), show=False
    ),
    Action(
        "home.practice",
        "p",
        mark("practice"),
        mark("Answer a kit's questions against the clock."),
        show=False,
    ),
    Action("home.quit", "q", mark("quit"), mark("Leave the program; everything is saved.")),
    Action(
        "review.start",
        "enter",
        mark("begin"),
        mark("Be asked what is due, mixed from all lessons."),
        show=False,
    ),
    Action(
        "review.deadline", "d", mark("deadline"), mark("Name the day for which everything should be at hand.")
    ),
    Action(
        "review.leeches",
        "l",
        mark("set apart"),
        mark("Be asked what is set apart; a good answer brings it back."),
    ),
    *scrolling("review"),
    Action("review.back", "escape,q,r", mark("home"), mark("Go back to home.")),
    Action(
        "progress.print",
        "p",
        mark("print"),
        mark("Write the progress report as a PDF into the current folder."),
    ),
    Action("progress.back", "escape,q,g", mark("back"), mark("Go back to home.")),
    *scrolling("explain"),
    Action(
        "explain.print",
        "p",
        mark("certificate"),
        mark("Write the certificate as a PDF, once the rule is met."),
    ),
    Action("explain.back", "escape,q", mark("back"), mark("Go back to all figures.")),
    Action("mentor.back", "escape,q", mark("home"), mark("Go back to home.")),
    Action(
        "piece.turn",
        "enter",
        mark("rate or read"),
        mark("Go from the piece to your rating, or back."),
        show=False,
    ),
    *scrolling("piece"),
    Action("piece.note", "n,f8", mark("note"), mark("Write to the learner what the ratings do not say.")),
    Action(
        "piece.save",
        "ctrl+s",
        mark("save"),
        mark("Save your ratings; the learner sees them beside their own."),
    ),
    Action("piece.back", "escape,q", mark("back"), mark("Go back to all pieces.")),
    Action(
        "calibrate.figures", "f", mark("figures"), mark("See how close you come, and the ratings behind it.")
    ),
    Action("calibrate.back", "escape,q", mark("home"), mark("Go back to home.")),
    *scrolling("figures"),
    Action("figures.back", "escape,q", mark("back"), mark("Go back to the list.")),
    Action("sample.proceed", "enter", mark("go on"), mark("Go on to the next answer."), show=False),
    *scrolling("sample"),
    Action(
        "sample.back", "escape,q", mark("back"), mark("Stop writing the evidence, or go back to the list.")
    ),
    Action("practice.back", "escape,q", mark("home"), mark("Go back to home.")),
    Action(
        "rehearsal.proceed",
        "enter",
        mark("go on"),
        mark("Start the clock, save your rating, or go on."),
        show=False,
    ),
    Action("rehearsal.think", "t", mark("think first"), mark("Take a minute to think, against a clock.")),
    Action("rehearsal.done", "ctrl+s,f2", mark("done"), mark("Your answer is over: the clock stops.")),
    *scrolling("rehearsal"),
    Action("rehearsal.back", "escape,q", mark("leave"), mark("Leave; you go on at this question.")),
    *scrolling("rehearsed"),
    Action("rehearsed.back", "escape,q,enter", mark("back"), mark("Go back.")),
    Action(
        "module.reset",
        "r",
        mark("start again"),
        mark("Start a session or the module again; the history stays."),
    ),
    Action("module.back", "escape,q", mark("home"), mark("Go back to home.")),
    Action(
        "step.proceed",
        "enter",
        mark("go on"),
        mark("Go on: next step, or another try after a wrong answer."),
        show=False,
    ),
    Action("step.hint", "h,f2", mark("hint"), mark("Show the next hint; it counts as help.")),
    Action(
        "step.reveal",
        "v,f3",
        mark("solution"),
        mark("Show the solution after a try; the step counts as revealed."),
    ),
    Action(
        "step.again",
        "r,f4",
        mark("again"),
        mark("Do a finished step again from the start; the history stays."),
    ),
    Action("step.previous", "b,f5", mark("back"), mark("Go to the step before."), show=False),
    Action("step.next", "n,f6", mark("skip"), mark("Go to the step after; you can come back.")),
    Action(
        "step.leave", "escape", mark("leave"), mark("Leave the lesson; you will stand here when you return.")
    ),
    Action(
        "step.mentors",
        "w,f9",
        mark("mentor"),
        mark("See what mentors gave for your answer, beside your own rating."),
    ),
    Action("step.bookmark", "m,f7", mark("bookmark"), mark("Set a bookmark on the step, or take it away.")),
    Action("step.note", "o,f8", mark("note"), mark("Write a note of your own on the step.")),
    *scrolling("rated"),
    Action("rated.back", "escape,q,w", mark("back"), mark("Go back to the step.")),
    Action("chooser.new", "n", mark("somebody new"), mark("Begin as somebody who has not learnt here yet.")),
    Action("chooser.back", "escape,q", mark("back"), mark("Leave without choosing.")),
    Action("search.move(-1)", "up", mark("up"), mark("Go to the find above."), show=False),
    Action("search.move(1)", "down", mark("down"), mark("Go to the find below."), show=False),
    Action("search.back", "escape", mark("home"), mark("Go back to home.")),
    Action("question.back", "escape,q", mark("back"), mark("Go back to the finds.")),
    Action("kept.drop", "d,delete", mark("take away"), mark("Take the bookmark and the note away.")),
    Action("kept.back", "escape,q", mark("home"), mark("Go back to home.")),
)
