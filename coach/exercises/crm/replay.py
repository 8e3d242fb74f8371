"""Working in the org of a task again from its start, and judging what became of it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.core.crm.actions import Action, Refused, apply
from coach.core.crm.seed import Seed, plant
from coach.core.crm.state import Org, empty_org
from coach.core.outcome import Check, Outcome, weigh
from coach.locale import tr

from .assertions import Verdict, World, judge, understand
from .spec import Expected, Records, Response, Spec
from .wording import in_words


class Done(NamedTuple):
    """An org after everything that could be done in it, and what could not, with the reason."""

    org: Org
    refused: tuple[str, ...]


def start(spec: Spec) -> Org:
    """Make the org as it is at the start; raises :class:`Refused` where its data do not fit together."""
    org = empty_org(spec.profile, spec.org.today, user=spec.org.user, rules=spec.org.rules)
    return plant(org, [*seeds(spec.org.records), *seeds(spec.records)])


def seeds(records: Records) -> Iterator[Seed]:
    """Give records in the form in which an org takes them, in the order in which they are written."""
    for name, rows in records.items():
        for key, values in rows.items():
            yield Seed(object=name, values=values, key=key)


def replay(org: Org, actions: Iterable[Action]) -> Done:
    """Do everything that can be done, in order. What is refused is left out, as if it had not been tried."""
    refused = []
    for number, action in enumerate(actions, 1):
        try:
            org = apply(org, action).org
        except Refused as trouble:
            refused.append(f"{number}. {in_words(action, org)}: {trouble}")
    return Done(org, tuple(refused))


def judged(spec: Spec, org: Org) -> Iterator[tuple[Expected, Verdict]]:
    """Judge an org by every check of the task."""
    world = World(org.schema, org.profile)
    for check in spec.checks:
        yield check, judge(understand(check.assertion, world), org)


def grade(spec: Spec, response: Response) -> Outcome:
    """Grade the state that is reached: the weighted share of the checks, less by whatever was forbidden."""
    done = replay(start(spec), response.actions)
    checks = [_check(check, verdict) for check, verdict in judged(spec, done.org)]
    return weigh(
        (*checks, *_broken(spec, done.org)), remark=_left_out(done.refused), pass_mark=spec.pass_mark
    )


def _check(check: Expected, verdict: Verdict) -> Check:
    """Judge one check; where it failed, it comes first what was found."""
    found = missing(check, verdict)
    return Check(
        id=check.id,
        label=check.title,
        passed=verdict.holds,
        why=f"{found} {check.why}" if found else check.why,
        weight=check.weight,
    )


def missing(check: Expected, verdict: Verdict) -> str:
    """Say what is missing: in the author's words, or else what was found and what was expected."""
    return "" if verdict.holds else check.say or verdict.found


def _broken(spec: Spec, org: Org) -> Iterator[Check]:
    """Tell of what is forbidden and yet is so."""
    world = World(org.schema, org.profile)
    for number, rule in enumerate(spec.forbidden, 1):
        if judge(understand(rule.assertion, world), org).holds:
            yield Check(id=f"forbidden-{number}", label=tr("This must not be"), passed=False, why=rule.say)


def _left_out(refused: tuple[str, ...]) -> str:
    if not refused:
        return ""
    return " ".join([tr("Something could not be done and was left out."), *refused])
