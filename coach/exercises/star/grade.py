"""What is looked at in a story, each with its reason."""

from collections.abc import Iterator

from msgspec.structs import replace

from coach.core.outcome import Check, Outcome, Span, model_check, weigh
from coach.core.rating import compared
from coach.locale import mark, tr, trn, trp

from . import measure
from .spec import PARTS, Model, Response, Spec, length_of, part_title

PASS_MARK = 0.8
"""A story may miss a little of what is looked at."""

MUCH = 2
"""The weight of what interviewers rate by: the own part, the action and the result."""

REASONS = {
    "situation": mark("A listener needs just enough to see what was at stake."),
    "task": mark("It says what was yours, so that the action can be measured by it."),
    "action": mark("Here an interviewer hears what you can do; it is the part that is rated."),
    "result": mark("A story without its end proves nothing; say what came of it."),
}
"""Why each part has the length it should have."""

TIME = Check(
    id="time",
    passed=False,
    label=mark("A time in the situation"),
    why=mark("A date makes it a story that happened, and one that can be asked about."),
)
NUMBER = Check(
    id="number",
    passed=False,
    label=mark("A number in the result"),
    why=mark("A number lets a stranger see how large it was."),
    weight=MUCH,
)
OUTCOME = Check(
    id="outcome",
    passed=False,
    label=mark("The outcome in plain words in the result"),
    why=mark("Nobody should have to guess how it ended."),
    weight=MUCH,
)
"""What is looked for in a part; it counts as passed once it is found."""


def joined(response: Response) -> str:
    """Give the whole story, which the spans of an outcome refer to: the parts, one to a line."""
    return "\n".join(response.part(part) for part in PARTS)


def place(response: Response, part: str) -> int:
    """Return where a part begins in the whole story."""
    before = PARTS[: PARTS.index(part)]
    return sum(len(response.part(one)) + 1 for one in before)


def grade(spec: Spec, response: Response) -> Outcome:
    """Grade what a program can see; the weighted share of checks passed is the score.

    The four lengths, the time and the hedges count once, the rest twice. The trainee's own ratings do
    not count.
    """
    model = model_check(tr("A model answer"), model_told(spec.model))
    checks = (*lengths(spec, response), *_looks(spec, response), model)
    remark = compared(tr("Your own rating"), spec.rubric, response.ratings)
    return weigh(checks, remark=remark, pass_mark=PASS_MARK)


def looked_at(spec: Spec) -> tuple[str, ...]:
    """Name what is looked at beside the lengths, so that it can be said before somebody writes."""
    return tuple(check.label for check in _looks(spec, Response()))


def lengths(spec: Spec, response: Response) -> Iterator[Check]:
    """Compare the words of each part with what is asked."""
    for part in PARTS:
        asked, count = length_of(spec, part), measure.words(response.part(part))
        start = place(response, part)
        yield Check(
            id=part,
            label=tr("{part} of {min} to {max} words", part=part_title(part), min=asked.min, max=asked.max),
            passed=asked.min <= count <= asked.max,
            why=" ".join([trn("It has {n} word.", "It has {n} words.", count), tr(REASONS[part])]),
            evidence=Span(start=start, end=start + len(response.part(part))),
        )


def _looks(spec: Spec, response: Response) -> Iterator[Check]:
    """Make the checks that the author has left on."""
    asked, language = spec.checks, spec.language
    if asked.action_share:
        yield _share(asked.action_share, response)
    if asked.own_part:
        yield _own_part(language, response)
    if asked.time:
        yield _found(TIME, response, "situation", measure.time(response.situation, language))
    if asked.number:
        yield _found(NUMBER, response, "result", measure.number(response.result, language))
    if asked.outcome:
        yield _found(OUTCOME, response, "result", measure.phrase(response.result, language, asked.outcome))
    if asked.hedges or asked.avoid:
        patterns = (*asked.avoid, *(measure.hedges(language) if asked.hedges else ()))
        yield _hedges(patterns, language, response)


def _share(least: float, response: Response) -> Check:
    counts = {part: measure.words(response.part(part)) for part in PARTS}
    share = counts["action"] / max(sum(counts.values()), 1)
    return Check(
        id="action-share",
        label=tr("At least {share:.0f} % of the words in the action", share=100 * least),
        passed=share >= least,
        why=tr(
            "Here it is {share} %. What you did is rated; the rest is there to understand it.",
            share=int(100 * share),
        ),
        weight=MUCH,
    )


def _own_part(language: str, response: Response) -> Check:
    own, shared = measure.owned(response.action, language)
    teller, group = measure.ACTORS[language]
    return Check(
        id="own-part",
        label=tr("More {teller} than {group} in the action", teller=teller, group=group),
        passed=own > shared,
        why=tr(
            "Counted: “{teller}” {own}, “{group}” {shared}. They hire you, not your team.",
            teller=teller,
            own=_times(own),
            group=group,
            shared=_times(shared),
        ),
        weight=MUCH,
    )


def _found(check: Check, response: Response, part: str, span: Span | None) -> Check:
    """Make a check of whether something was found in a part, and quote it."""
    found, evidence = _quoted(response, part, span)
    return replace(
        check,
        label=tr(check.label),
        passed=evidence is not None,
        why=" ".join([found, tr(check.why)]),
        evidence=evidence,
    )


def _hedges(patterns: tuple[str, ...], language: str, response: Response) -> Check:
    """Look for hedges in the action and then in the result; where nothing is written, none was left out."""
    found, evidence = tr("None found."), None
    for part in ("action", "result"):
        if evidence is None:
            span = measure.phrase(response.part(part), language, patterns)
            found, evidence = _quoted(response, part, span)
    return Check(
        id="hedges",
        label=tr("No hedges in action and result"),
        passed=evidence is None and bool(response.action.strip() and response.result.strip()),
        why=" ".join([found, tr("Words such as “maybe” or “tried to” take back half of what you did.")]),
        evidence=evidence,
    )


def _quoted(response: Response, part: str, span: Span | None) -> tuple[str, Span | None]:
    """Quote what was found in a part, and give its place in the whole story."""
    if span is None:
        return tr("None found."), None
    start = place(response, part)
    words = response.part(part)[span.start : span.end]
    return tr("Found: “{words}”.", words=words), Span(start=start + span.start, end=start + span.end)


def model_told(model: Model) -> str:
    """Write the model part by part, and why it is good."""
    return "\n".join([story(model), tr("Why: {why}", why=model.why)])


def story(told_by: Response | Model) -> str:
    """Write a story with the name of each part before it; parts without text are left out."""
    parts = {part: getattr(told_by, part).strip() for part in PARTS}
    return "\n".join(f"{part_title(part)}: {text}" for part, text in parts.items() if text)


def _times(count: int) -> str:
    known = {0: trp("how often", "never"), 1: trp("how often", "once"), 2: trp("how often", "twice")}
    return known.get(count, tr("{count} times", count=count))
