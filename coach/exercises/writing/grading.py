"""From rules and a text to an outcome: one check for each rule, with what was found and what to do."""

from typing import NamedTuple

from coach.core.outcome import Check, Outcome, weigh
from coach.core.writing.judge import judge
from coach.core.writing.judgement import Hit, Judgement
from coach.core.writing.rules import AnyRule, Level
from coach.core.writing.text import Writing
from coach.core.writing.text import read as read_text
from coach.locale import tr, trn

from .spec import Spec, all_rules

MOST_QUOTED = 3
LONGEST_QUOTE = 60
"""Characters of a quotation; the middle of a longer one is left out."""

BELOW = 0.01
"""By so much a missed rule of level must keeps the score below the pass mark."""


class Verdict(NamedTuple):
    """A rule applied to a text."""

    rule: AnyRule
    judgement: Judgement


def verdicts(spec: Spec, text: str) -> tuple[Verdict, ...]:
    """Apply every rule to a text."""
    writing = read_text(text, spec.language)
    return tuple(Verdict(rule, judge(rule, writing, spec.persona)) for rule in all_rules(spec))


def graded(spec: Spec, text: str) -> Outcome:
    """Grade by the weighted share of kept rules; notes do not count."""
    found = verdicts(spec, text)
    whole = weigh(tuple(_check(text, one) for one in found), pass_mark=spec.pass_mark)
    missed_must = [one.rule for one in found if one.rule.level is Level.MUST and not one.judgement.kept]
    score = min(whole.score, spec.pass_mark - BELOW) if missed_must else whole.score
    return Outcome(
        checks=whole.checks, score=score, pass_mark=spec.pass_mark, remark=_remark(found, missed_must)
    )


def _check(text: str, verdict: Verdict) -> Check:
    rule, judgement = verdict
    return Check(
        id=rule.id,
        label=rule.title,
        passed=judgement.kept,
        why=" ".join(reasons(text, verdict)),
        weight=0 if rule.level is Level.NOTE else rule.weight,
        evidence=judgement.evidence,
    )


def reasons(text: str, verdict: Verdict) -> tuple[str, ...]:
    """Say what was found, why it matters and, if the rule is not kept, how it could read."""
    rule, judgement = verdict
    if judgement.kept:
        place = _one(text, Hit(span=judgement.shown)) if judgement.shown else ""
        return tuple(part for part in (place, rule.why) if part)
    stop = "" if rule.fix.after.endswith((".", "?", "!")) else "."
    example = tr("Instead of “{before}” write “{after}”", before=rule.fix.before, after=rule.fix.after) + stop
    return tuple(part for part in (_told(text, judgement.hits), rule.why, example) if part)


def _told(text: str, hits: tuple[Hit, ...]) -> str:
    """Quote the places to mend, each with what is the matter there."""
    told = [_one(text, hit) for hit in hits[:MOST_QUOTED]]
    more = len(hits) - len(told)
    return " ".join([*told, trn("And {n} more.", "And {n} more.", more)] if more else told)


def _one(text: str, hit: Hit) -> str:
    if hit.span is None:
        return hit.says
    quote = quoted(text[hit.span.start : hit.span.end])
    if hit.says:
        return tr("“{quote}”: {says}", quote=quote, says=hit.says)
    return tr("“{quote}”", quote=quote) + ("" if quote.endswith((".", "?", "!")) else ".")


def quoted(text: str) -> str:
    """Write a quotation in one line; of a long one the middle is left out, at whole words if it has any."""
    line = " ".join(text.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    half = LONGEST_QUOTE // 2
    head, tail = line[:half], line[-half:]
    return f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"


def _remark(found: tuple[Verdict, ...], missed_must: list[AnyRule]) -> str:
    """Sum up how many rules were kept."""
    counting = [one for one in found if one.rule.level is not Level.NOTE]
    kept = sum(one.judgement.kept for one in counting)
    told = trn("{kept} of {n} rules kept.", "{kept} of {n} rules kept.", len(counting), kept=kept)
    if not missed_must:
        return told
    titles = "; ".join(rule.title.rstrip(".") for rule in missed_must)
    return " ".join([told, tr("Without this it cannot pass: {titles}.", titles=titles)])


def count(writing: Writing) -> tuple[int, int]:
    """Count words and sentences of the message itself, without subject, greeting and sign-off."""
    return writing.words(writing.body), len(writing.body)
