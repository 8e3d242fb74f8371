"""A conversation line by line: asked and answered with numbers."""

from msgspec.structs import replace

from coach.core.dialogue.engine import Exchange, Offer, ending, offers
from coach.core.dialogue.plot import Plot, plot_of
from coach.core.dialogue.run import Run
from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked
from coach.exercises.base import Turn
from coach.locale import mark, tr, trn, trp

from . import words
from .grading import played
from .spec import Response, Spec

HOW_TURN = mark(
    "Type one number, such as 1. You can also type goals, transcript, or back to take a turn back."
)


def ask(spec: Spec, context: Context) -> str:
    """Introduce the situation, begin the conversation, and say how to give all turns in one line."""
    run = played(spec, Response(), context)
    how = tr(
        "Type the number of what you say at each turn, all in one line and up to the end, such as 2 1 3."
    )
    return "\n".join([*_introduction(spec), "", *_opening(spec, run), "", how])


def read(spec: Spec, line: str, context: Context) -> Response:
    """Read numbers as they are offered turn by turn, or ids of options, up to the end."""
    said = line.replace(",", " ").split()
    plot = plot_of(spec)
    response = Response()
    for number, word in enumerate(said, 1):
        run = played(spec, response, context)
        if run.state.over:
            raise Unreadable(_too_many(number - 1))
        try:
            choice = _choice(plot, run, word)
        except Unreadable as trouble:
            raise Unreadable(tr("At turn {number}: {trouble}", number=number, trouble=trouble)) from None
        response = Response(choices=(*response.choices, choice))
    run = played(spec, response, context)
    if not run.state.over:
        raise Unreadable(_unfinished(spec, run))
    return response


def _too_many(turns: int) -> str:
    return trn(
        "It was over after {n} turn. Type no more than that one number.",
        "It was over after {n} turns. Type no more than that many numbers.",
        turns,
    )


def say(spec: Spec, response: Response, context: Context) -> str:
    """Tell what was said turn by turn, and how it ended."""
    run = played(spec, response, context)
    parts = [f"{number}. {one.option.text}" for number, one in enumerate(run.exchanges, 1)]
    reached = ending(plot_of(spec), run.state.situation)
    return " ".join([*parts, f"– {reached.title}" if reached else tr("– broken off")])


def turn(spec: Spec, response: Response | None, line: str | None, context: Context) -> Turn[Response]:
    """Say what follows after a choice; without a line, tell how things stand.

    Choices that the author has taken out since are left out, with all that followed.
    """
    so_far = response or Response()
    run = played(spec, so_far, context)
    so_far = replace(so_far, choices=tuple(one.id for one in run.exchanges))
    if line is None:
        return _standing(spec, so_far, run)
    if run.state.over:
        return Turn(_end(spec, run), so_far, over=True)
    plot, word = plot_of(spec), line.strip().casefold()
    if word in ("goals", trp("typed", "goals")):
        return Turn("\n".join([*_goals(spec), "", *_open(plot, run)]), so_far)
    if word in ("transcript", trp("typed", "transcript")):
        return Turn("\n".join([*_transcript(spec, run), "", *_open(plot, run)]), so_far)
    if word in ("back", trp("typed", "back")):
        return _taken_back(spec, so_far, context)
    choice = _choice(plot, run, word)
    now = Response(choices=(*so_far.choices, choice), rewound=so_far.rewound)
    return _after(spec, now, played(spec, now, context))


def _standing(spec: Spec, so_far: Response, run: Run) -> Turn[Response]:
    """Tell how things stand: all from the beginning, or what was said last."""
    if run.exchanges:
        return _after(spec, so_far, run)
    return Turn("\n".join([*_introduction(spec), "", *_opening(spec, run), "", tr(HOW_TURN)]), so_far)


def _after(spec: Spec, now: Response, run: Run) -> Turn[Response]:
    """Tell the last turn, and what can be said now or how it ended."""
    told = _exchange(spec, run.exchanges[-1])
    if run.state.over:
        return Turn("\n".join([*told, "", _end(spec, run)]), now, over=True)
    plot = plot_of(spec)
    return Turn("\n".join([*told, f"({words.meters(run.state.situation)})", "", *_open(plot, run)]), now)


def _taken_back(spec: Spec, so_far: Response, context: Context) -> Turn[Response]:
    if not so_far.choices:
        raise Unreadable(tr("There is no turn to take back yet. Type the number of what you say."))
    earlier = Response(choices=so_far.choices[:-1], rewound=True)
    standing = _standing(spec, earlier, played(spec, earlier, context))
    told = tr("The last turn is taken back. From now on this run is practice and does not count.")
    return Turn(f"{told}\n\n{standing.say}", earlier)


def _choice(plot: Plot, run: Run, word: str) -> str:
    """Return the option that a number or an id stands for; it must be open."""
    offered = offers(plot, run.state.situation)
    numbered = {str(number): offer for number, offer in enumerate(offered, 1)}
    offer = numbered.get(word) or next((one for one in offered if one.id == word), None)
    if offer is None:
        raise Unreadable(tr("That cannot be said now. {choices}", choices=_choices(plot, run)))
    if not offer.open:
        raise Unreadable(
            tr(
                "“{text}” is locked: {reason}. {choices}",
                text=offer.option.text,
                reason=offer.reason,
                choices=_choices(plot, run),
            )
        )
    return offer.id


def _choices(plot: Plot, run: Run) -> str:
    """List the open options in a sentence."""
    offered = enumerate(offers(plot, run.state.situation), 1)
    texts = [
        tr("{number} for “{text}”", number=number, text=one.option.text)
        for number, one in offered
        if one.open
    ]
    return tr("Type one of these numbers: {texts}.", texts="; ".join(texts))


def _introduction(spec: Spec) -> list[str]:
    start = spec.persona.start
    return [
        unmarked(spec.prompt),
        "",
        tr("You talk to {who}. {about}", who=words.who(spec), about=spec.persona.about),
        tr(
            "It begins with trust {trust} of {highest} and patience {patience}.",
            trust=start.trust,
            highest=words.HIGHEST_TRUST,
            patience=start.patience,
        ),
        "",
        *_goals(spec),
    ]


def _goals(spec: Spec) -> list[str]:
    return [tr("Goals"), *(f"  - {goal}" for goal in words.goals(spec)), words.rules(spec)]


def _opening(spec: Spec, run: Run) -> list[str]:
    lines = [f"{spec.persona.short}: {text}" for text in run.opening.lines]
    return [*lines, "", *_open(plot_of(spec), run)]


def _open(plot: Plot, run: Run) -> list[str]:
    """Number what can be said, and say why the rest cannot be."""
    return [
        f"  {number}  {_offered(offer)}" for number, offer in enumerate(offers(plot, run.state.situation), 1)
    ]


def _offered(offer: Offer) -> str:
    text = offer.option.text
    return text if offer.open else tr("{text} (locked: {reason})", text=text, reason=offer.reason)


def _exchange(spec: Spec, one: Exchange) -> list[str]:
    change = words.effect(one.change)
    told = [tr("You: {text}", text=one.option.text) + (f" ({change})" if change else "")]
    told += [f"{spec.persona.short}: {text}" for text in one.lines]
    told += [tr("You learn: {text}", text=text) for text in words.learnt(plot_of(spec), one.change)]
    return told


def _transcript(spec: Spec, run: Run) -> list[str]:
    lines = [f"{spec.persona.short}: {text}" for text in run.opening.lines]
    return lines + [text for one in run.exchanges for text in _exchange(spec, one)]


def _unfinished(spec: Spec, run: Run) -> str:
    """Tell that it goes on: what the persona said last, and what can be said to it."""
    lines = run.exchanges[-1].lines if run.exchanges else run.opening.lines
    name, choices = spec.persona.short, _choices(plot_of(spec), run)
    if not lines:
        return tr("It is not over yet. Now {name} is silent. {choices}", name=name, choices=choices)
    said = " ".join(lines)
    return tr("It is not over yet. Now {name} says “{said}” {choices}", name=name, said=said, choices=choices)


def _end(spec: Spec, run: Run) -> str:
    reached = ending(plot_of(spec), run.state.situation)
    assert reached is not None
    return f"{reached.title}. {reached.text}"
