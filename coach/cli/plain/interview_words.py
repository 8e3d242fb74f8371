"""What plain mode says in an interview: places, questions with probes and anchors, the time, the commands."""

from typing import TYPE_CHECKING

from coach.cli.plain.dialogue import minutes, strong
from coach.core.focus import focus_titles, in_focus
from coach.core.interview import CLOSING, OPENING, InterviewState, Phase, competency_title
from coach.core.interview_time import behind, elapsed, planned

if TYPE_CHECKING:
    from datetime import datetime

    from coach.cli.plain.dialogue import Dialogue
    from coach.core.bank import Guide

COMMANDS = (
    (".1 to .5", "rate the question"),
    (".0 REASON", "nothing to rate, and why"),
    (".x", "take the rating back"),
    (".p a", "probe a was put; again takes it back"),
    (".w WORDS", "the question was put in these words"),
    (".s REASON", "the question is left out, and why"),
    (".star", "note situation, task, action and result, one after the other"),
    (".n", "next; enter alone does the same"),
    (".b", "back to the place before"),
    (".g 3", "go to question 3"),
    (".t", "the time used and left"),
    (".pause", "stop the clock, or let it run again"),
    (".d", "what must not be asked, and what may be asked instead"),
    (".q", "quit; everything is saved"),
    (".?", "this list"),
)
HOW = (
    "Every other line is added to the notes and saved at once. "
    "For a note that begins with a dot, type two dots in front."
)


HOW_TO_RATE = (
    "To rate, type a dot and the number, such as .4; .0 and a reason where there is nothing to rate."
)

COMMANDS_AT_QUESTIONS = (
    (".q", "quit; everything is saved"),
    (".?", "this list"),
)
HOW_AT_QUESTIONS = "Nothing else is a command until this question is answered."


def commands_at_questions(talk: "Dialogue") -> None:
    """List the commands that work while the program itself asks something."""
    for keys, meaning in COMMANDS_AT_QUESTIONS:
        talk.listed(keys, meaning)
    talk.say(HOW_AT_QUESTIONS)


def commands(talk: "Dialogue") -> None:
    """List the commands."""
    width = max(len(keys) for keys, _ in COMMANDS)
    for keys, meaning in COMMANDS:
        talk.listed(f"{keys:<{width}}", meaning)
    talk.say(HOW)


def at_question(state: InterviewState) -> bool:
    """Whether a question is on the table, and not the opening or the closing."""
    return state.place not in (OPENING, CLOSING)


def place_name(state: InterviewState, place: str) -> str:
    """Name a place: opening, closing, or a question with its number and competency."""
    if place in (OPENING, CLOSING):
        return place.capitalize()
    number, total = state.agenda.index(place), len(state.guide.questions)
    return f"Question {number} of {total}: {competency_title(state, place)}"


def show(talk: "Dialogue", state: InterviewState, *, explain: bool) -> None:
    """Write the place at hand in full: what to say or ask, what to rate against, what is noted.

    ``explain`` tells under the anchors how to rate.
    """
    talk.say()
    focus = ", your focus" if in_focus(state, state.place) else ""
    talk.say(f"{place_name(state, state.place)} ({minutes(planned(state, state.place) / 60)}{focus})")
    talk.say()
    if at_question(state):
        _question(talk, state, explain=explain)
    else:
        talk.prose((state.guide.opening if state.place == OPENING else state.guide.closing).text)
        if state.place == OPENING and state.focus:
            talk.say(
                f"Your focus: {', '.join(focus_titles(state))}. You ask and rate every question in the "
                "order of the kit; the scorecard lists these first."
            )
    if note := state.note(state.place):
        talk.say("Notes so far:")
        talk.say(note, indent="    ")


def _question(talk: "Dialogue", state: InterviewState, *, explain: bool) -> None:
    question, entry = state.guide.question(state.place), state.entry(state.place)
    talk.say(question.text)
    talk.say()
    talk.say("Probes")
    for number, probe in enumerate(question.probes):
        talk.listed(letter(number), f"{probe}{' (put)' if number in entry.probes else ''}")
    talk.say("Anchors")
    for level, anchor in sorted(question.anchors.items()):
        talk.listed(str(level), strong(anchor))
    if explain:
        talk.say(HOW_TO_RATE)
    for title, value in (
        ("Reworded", entry.reworded),
        ("Left out", entry.skipped),
        ("Not assessed", "" if entry.skipped else entry.not_assessed),
        ("Rated", str(entry.rating or "")),
    ):
        if value:
            talk.say(f"{title}: {value}")


def card(talk: "Dialogue", guide: "Guide") -> None:
    """Write the do-not-ask card: the kit's own lines, then the topics of the law."""
    for item in guide.do_not_ask:
        talk.listed("-", item)
    for topic in guide.topics:
        risky = "" if topic.level == "prohibited" else " (risky: asking it may be held against you)"
        talk.listed("-", f"{topic.card}{risky}")
        talk.listed(
            " ", f"Instead: {topic.alternative}" if topic.alternative else "Nothing may be asked instead."
        )
    if not (guide.do_not_ask or guide.topics):
        talk.say("The kit has no such list.")


def letter(number: int) -> str:
    """Name a probe by its letter."""
    return chr(ord("a") + number)


def time(talk: "Dialogue", state: InterviewState, now: "datetime") -> None:
    """Say how much time is used against the plan, in all and here."""
    paused = ", the clock is paused" if state.phase is Phase.PAUSED else ""
    talk.say(f"In all {clock(elapsed(state, now))} of {clock(state.guide.minutes * 60)}{paused}.")
    here = elapsed(state, now, state.place)
    talk.say(f"{place_name(state, state.place)}: {clock(here)} of {clock(planned(state, state.place))}.")
    late = behind(state, now)
    talk.say(f"Over the plan by {clock(late)}." if late > 0 else f"Within the plan, {clock(-late)} in hand.")


def clock(seconds: float) -> str:
    """Write a duration as minutes and seconds, such as 4:05."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
