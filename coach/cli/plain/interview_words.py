"""What plain mode says in an interview: places, questions with probes and anchors, the time, the commands."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import minutes, strong
from coach.core.focus import focus_titles, in_focus
from coach.core.interview import CLOSING, OPENING, InterviewState, Phase, competency_title
from coach.core.interview_time import behind, elapsed, planned
from coach.locale import mark, tr

if TYPE_CHECKING:
    from datetime import datetime

    from coach.cli.plain.dialogue import Dialogue
    from coach.core.bank import Guide

COMMANDS = (
    (mark(".1 to .5"), mark("rate the question")),
    (mark(".0 REASON"), mark("nothing to rate, and why")),
    (".x", mark("take the rating back")),
    (".p a", mark("probe a was put; again takes it back")),
    (mark(".w WORDS"), mark("the question was put in these words")),
    (mark(".s REASON"), mark("the question is left out, and why")),
    (".star", mark("note situation, task, action and result, one after the other")),
    (".n", mark("next; enter alone does the same")),
    (".b", mark("back to the place before")),
    (".g 3", mark("go to question 3")),
    (".t", mark("the time used and left")),
    (".pause", mark("stop the clock, or let it run again")),
    (".d", mark("what must not be asked, and what may be asked instead")),
    (".q", mark("quit; everything is saved")),
    (".?", mark("this list")),
)
HOW = mark(
    "Every other line is added to the notes and saved at once. For a note that begins with a "
    "dot, type two dots in front."
)


HOW_TO_RATE = mark(
    "To rate, type a dot and the number, such as .4; .0 and a reason where there is nothing to rate."
)

COMMANDS_AT_QUESTIONS = (
    (".q", mark("quit; everything is saved")),
    (".?", mark("this list")),
)
HOW_AT_QUESTIONS = mark("Nothing else is a command until this question is answered.")


def commands_at_questions(talk: "Dialogue") -> None:
    """List the commands that work while the program itself asks something."""
    for keys, meaning in COMMANDS_AT_QUESTIONS:
        talk.listed(keys, tr(meaning))
    talk.say(tr(HOW_AT_QUESTIONS))


def commands(talk: "Dialogue") -> None:
    """List the commands."""
    width = max(len(tr(keys)) for keys, _ in COMMANDS)
    for keys, meaning in COMMANDS:
        talk.listed(f"{tr(keys):<{width}}", tr(meaning))
    talk.say(tr(HOW))


def at_question(state: InterviewState) -> bool:
    """Whether a question is on the table, and not the opening or the closing."""
    return state.place not in (OPENING, CLOSING)


def place_name(state: InterviewState, place: str) -> str:
    """Name a place: opening, closing, or a question with its number and competency."""
    if place in (OPENING, CLOSING):
        return tr("Opening") if place == OPENING else tr("Closing")
    return tr(
        "Question {number} of {total}: {competency}",
        number=state.agenda.index(place),
        total=len(state.guide.questions),
        competency=competency_title(state, place),
    )


def no_question(state: InterviewState) -> str:
    """Say that a command has no sense at the opening or the closing."""
    if state.place == OPENING:
        return tr("That goes with a question, and this is the opening.")
    return tr("That goes with a question, and this is the closing.")


def left_at(state: InterviewState) -> str:
    """Say how an interview stands that is left."""
    match state.phase:
        case Phase.PLANNED:
            return tr("It has not started.")
        case Phase.ENDED:
            return tr("The conversation is over; the scorecard is a draft.")
        case Phase.SUBMITTED:
            return tr("The scorecard is submitted.")
        case _:
            return tr("The clock is paused at: {place}.", place=place_name(state, state.place))


def show(talk: "Dialogue", state: InterviewState, *, explain: bool) -> None:
    """Write the place at hand in full: what to say or ask, what to rate against, what is noted.

    ``explain`` tells under the anchors how to rate.
    """
    talk.say()
    length = minutes(planned(state, state.place) / 60)
    if in_focus(state, state.place):
        length = tr("{minutes}, your focus", minutes=length)
    talk.say(f"{place_name(state, state.place)} ({length})")
    talk.say()
    if at_question(state):
        _question(talk, state, explain=explain)
    else:
        talk.prose((state.guide.opening if state.place == OPENING else state.guide.closing).text)
        if state.place == OPENING and state.focus:
            talk.say(
                tr(
                    "Your focus: {focus}. You ask and rate every question in the order of the kit; the "
                    "scorecard lists these first.",
                    focus=", ".join(focus_titles(state)),
                )
            )
    if note := state.note(state.place):
        talk.say(tr("Notes so far:"))
        talk.say(note, indent="    ")


def _question(talk: "Dialogue", state: InterviewState, *, explain: bool) -> None:
    question, entry = state.guide.question(state.place), state.entry(state.place)
    talk.say(question.text)
    talk.say()
    talk.say(tr("Probes"))
    for number, probe in enumerate(question.probes):
        talk.listed(letter(number), tr("{probe} (put)", probe=probe) if number in entry.probes else probe)
    talk.say(tr("Anchors"))
    for level, anchor in sorted(question.anchors.items()):
        talk.listed(str(level), strong(anchor))
    if explain:
        talk.say(tr(HOW_TO_RATE))
    for title, value in (
        (tr("Reworded"), entry.reworded),
        (tr("Left out"), entry.skipped),
        (tr("Not assessed"), "" if entry.skipped else entry.not_assessed),
        (tr("Rated"), str(entry.rating or "")),
    ):
        if value:
            talk.say(f"{title}: {value}")


def card(talk: "Dialogue", guide: "Guide") -> None:
    """Write the do-not-ask card: the kit's own lines, then the topics of the law."""
    for item in guide.do_not_ask:
        talk.listed("-", item)
    for topic in guide.topics:
        told = topic.card
        if topic.level != "prohibited":
            told = tr("{topic} (risky: asking it may be held against you)", topic=told)
        talk.listed("-", told)
        talk.listed(
            " ",
            tr("Instead: {alternative}", alternative=topic.alternative)
            if topic.alternative
            else tr("Nothing may be asked instead."),
        )
    if not (guide.do_not_ask or guide.topics):
        talk.say(tr("The kit has no such list."))


def letter(number: int) -> str:
    """Name a probe by its letter."""
    return chr(ord("a") + number)


def time(talk: "Dialogue", state: InterviewState, now: "datetime") -> None:
    """Say how much time is used against the plan, in all and here."""
    whole = mark("In all {used} of {planned}.")
    if state.phase is Phase.PAUSED:
        whole = mark("In all {used} of {planned}, the clock is paused.")
    talk.say(tr(whole, used=clock(elapsed(state, now)), planned=clock(state.guide.minutes * 60)))
    here, plan = clock(elapsed(state, now, state.place)), clock(planned(state, state.place))
    talk.say(
        tr("{place}: {used} of {planned}.", place=place_name(state, state.place), used=here, planned=plan)
    )
    late = behind(state, now)
    if late > 0:
        talk.say(tr("Over the plan by {time}.", time=clock(late)))
    else:
        talk.say(tr("Within the plan, {time} in hand.", time=clock(-late)))


def clock(seconds: float) -> str:
    """Write a duration as minutes and seconds, such as 4:05."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
