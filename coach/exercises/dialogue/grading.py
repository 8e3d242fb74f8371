"""How a conversation is judged: objectives, ending, and what each turn cost."""

from coach.core.dialogue.engine import Exchange, ending
from coach.core.dialogue.plot import Plot, plot_of
from coach.core.dialogue.run import NOTHING, Regret, Run, best_choices, costliest, play, regrets
from coach.core.dialogue.score import score
from coach.core.dialogue.situation import Cause
from coach.core.exercise import Context
from coach.core.outcome import Check, Outcome
from coach.locale import mark, tr

from .spec import Response, Spec
from .words import percent

WHY_IT_ENDED: dict[Cause, str] = {
    "patience": mark("Patience was used up."),
    "turns": mark("There was no more time."),
    "stuck": mark("There was nothing left to say."),
}
"""Why a conversation ended that nobody led to its end."""


def played(spec: Spec, response: Response, context: Context) -> Run:
    """Play a response; choices that an author has taken out since end it early."""
    return play(plot_of(spec), response.choices, context.seed)


def solution(spec: Spec, context: Context) -> Response:
    """Give the best play that is known."""
    return Response(choices=best_choices(plot_of(spec), context.seed))


def grade(spec: Spec, response: Response, context: Context) -> Outcome:
    """Give the share of points up to their caps, below the pass mark unless the ending is a won one.

    Each objective, ending and patience are checks; then follow the turns. A turn is right if it cost nothing,
    that is, if the best score that could be reached before can still be reached after it. Where no good
    end can be reached any more, it must also have gained points or trust.
    """
    plot, run = plot_of(spec), played(spec, response, context)
    worst = costliest(plot, run)
    checks = (*_objectives(spec, run), _ending(plot, run), _patience(spec, run))
    if worst is not None:
        checks += (_worst(run, worst),)
    wrong_ideas = dict.fromkeys(
        one.option.misconception for one in run.exchanges if one.option.misconception is not None
    )
    return Outcome(
        checks=(*checks, *_turns(plot, run)),
        score=score(plot, run.state.situation),
        misconceptions=tuple(wrong_ideas),
        remark=_remark(plot, run, worst),
        pass_mark=spec.pass_mark,
        again=response.rewound,
    )


def _objectives(spec: Spec, run: Run) -> tuple[Check, ...]:
    """Check each objective; it is reached with the share of its cap that the pass mark asks of the whole."""
    return tuple(
        Check(
            id=f"objective-{one.id}",
            label=tr("{title}: {points} of {cap} points", title=one.title, points=points, cap=one.cap),
            passed=points / one.cap >= spec.pass_mark,
            why=one.why,
            weight=one.cap,
        )
        for one, points in zip(spec.objectives, run.state.situation.points, strict=True)
    )


def _ending(plot: Plot, run: Run) -> Check:
    reached = ending(plot, run.state.situation)
    if reached is None:
        none, broken = tr("Ending: none"), tr("It was broken off.")
        return Check(id="ending", label=none, passed=False, why=broken, weight=0)
    cause = WHY_IT_ENDED.get(run.state.situation.cause)
    why = f"{tr(cause)} {reached.text}" if cause else reached.text
    label = tr("Ending: {title}", title=reached.title)
    return Check(id="ending", label=label, passed=reached.won, why=why, weight=0)


def _patience(spec: Spec, run: Run) -> Check:
    left, start = run.state.situation.patience, spec.persona.start.patience
    why = tr("At 0 the other side ends the talk.") if left else tr("It ran out, and with it the talk.")
    label = tr("Patience: {left} left, {start} at the beginning", left=left, start=start)
    return Check(id="patience", label=label, passed=left > 0, why=why, weight=0)


def _worst(run: Run, worst: Regret) -> Check:
    said = run.exchanges[worst.turn - 1].option
    before, after = percent(worst.before), percent(worst.after)
    why = tr("Before it, {before} could still be reached, after it {after}.", before=before, after=after)
    if not worst.exact:
        why = tr(
            "By an estimate, as there are too many ways to look at all: before it, {before} could still be "
            "reached, after it {after}.",
            before=before,
            after=after,
        )
    label = tr("Turn {turn} cost most: {text}", turn=worst.turn, text=said.text)
    return Check(id="costliest", label=label, passed=False, why=why, weight=0)


def _turns(plot: Plot, run: Run) -> tuple[Check, ...]:
    pairs = zip(run.exchanges, regrets(plot, run), strict=True)
    return tuple(_turn(one, regret, plot.script.pass_mark) for one, regret in pairs)


def _turn(one: Exchange, regret: Regret, pass_mark: float) -> Check:
    gained = bool(one.change.points) or one.change.trust > 0
    well = regret.cost <= NOTHING and (regret.after >= pass_mark or gained)
    shown = f" ({one.option.competency})" if one.option.competency else ""
    return Check(
        id=f"turn-{regret.turn}",
        label=f"{regret.turn}. {one.option.text}{shown}",
        passed=well and one.option.misconception is None,
        why=one.option.why,
        weight=0,
    )


def _remark(plot: Plot, run: Run, worst: Regret | None) -> str:
    reached = ending(plot, run.state.situation)
    points, total = sum(run.state.situation.points), sum(plot.caps)
    title = reached.title if reached else tr("Broken off")
    parts = [tr("{title}: {points} of {total} points.", title=title, points=points, total=total)]
    if reached is not None and not reached.won:
        parts.append(tr("Without a good ending it does not count as passed."))
    if worst is not None:
        about = mark("Turn {turn} cost most, about {cost} of all points.")
        exactly = mark("Turn {turn} cost most, {cost} of all points.")
        told = exactly if worst.exact else about
        parts.append(tr(told, turn=worst.turn, cost=percent(worst.cost)))
    return " ".join(parts)
