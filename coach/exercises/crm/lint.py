"""What can be wrong with a task in the CRM, when it is read and when it is played."""

from collections.abc import Iterator

from coach.core.crm import formula
from coach.core.crm.actions import Refused, Trouble
from coach.core.crm.codes import CODES as CORE_CODES
from coach.core.crm.profile import findings as profile_findings
from coach.core.crm.schema import schema_of
from coach.core.crm.state import Org
from coach.core.crm.views import BadFilter, listed
from coach.core.expression import ExpressionFault, Node
from coach.core.finding import Finding, Path
from coach.locale import mark, tr

from .assertions import UnknownName, World, judge, understand
from .replay import replay, start
from .spec import Records, Spec

UNREADABLE, UNKNOWN, BAD_DATA, IDLE_CHECK, BAD_SOLUTION = "C110", "C111", "C112", "C113", "C114"

CODES = CORE_CODES | {
    UNREADABLE: mark("An assertion about the practice CRM cannot be read or worked out."),
    UNKNOWN: mark("An assertion names an object, a field, a function or a value that the CRM does not have."),
    BAD_DATA: mark("The data that a practice CRM begins with do not fit its profile or each other."),
    IDLE_CHECK: mark("A check of a task in the CRM is met before anything was done, or the other way round."),
    BAD_SOLUTION: mark("The recorded solution of a task in the CRM cannot be done, or does not pass."),
}
"""What the codes of this kind mean."""


FORBIDDEN_AT_THE_START = mark(
    "what is forbidden here is so at the start; change the assertion, the data or the solution"
)
FORBIDDEN_AT_THE_END = mark(
    "what is forbidden here is so after the recorded solution; change the assertion, the data or the solution"
)
"""What is said of something forbidden that is so."""


def findings(spec: Spec) -> Iterator[Finding]:
    """Find ids used twice, a profile and data that do not fit, and assertions that mean nothing."""
    yield from _twice(spec)
    for found in profile_findings(spec.profile):
        yield Finding(code=found.code, path=("profile", *found.path), text=found.text)
    yield from _rules(spec)
    yield from _data(spec)
    world = World(schema_of(spec.profile), spec.profile)
    for path, text in _assertions(spec):
        yield from _understood(text, world, path)


def proof(spec: Spec) -> Iterator[Finding]:
    """Find checks that are met from the start, or never, by doing the recorded solution."""
    org = start(spec)
    done = replay(org, spec.solution)
    for sentence in done.refused:
        text = tr(
            "the recorded solution cannot be done, so nobody could copy it: {sentence} Mend that step",
            sentence=sentence,
        )
        yield Finding(code=BAD_SOLUTION, path=("solution",), text=text)
    world = World(org.schema, org.profile)
    yield from _at_the_start(spec, org, world)
    yield from _at_the_end(spec, done.org, world)


def _assertions(spec: Spec) -> Iterator[tuple[Path, str]]:
    for index, check in enumerate(spec.checks):
        yield ("checks", index, "assert"), check.assertion
    for index, rule in enumerate(spec.forbidden):
        yield ("forbidden", index, "assert"), rule.assertion


def _twice(spec: Spec) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, check in enumerate(spec.checks):
        if check.id in seen:
            text = tr(
                "check id {id!r} is used twice, so results could not be told apart; rename one", id=check.id
            )
            yield Finding(code="C010", path=("checks", index, "id"), text=text)
        seen.add(check.id)
    keys: set[str] = set()
    for path, records in ((("org", "records"), spec.org.records), (("records",), spec.records)):
        for name, rows in records.items():
            for key in rows:
                if key in keys:
                    text = tr(
                        "the key {key!r} stands for two records, so it could not be told which; rename one",
                        key=key,
                    )
                    yield Finding(code="C010", path=(*path, name, key), text=text)
                keys.add(key)


def _rules(spec: Spec) -> Iterator[Finding]:
    schema = schema_of(spec.profile)
    for index, rule in enumerate(spec.org.rules):
        for phrase in formula.mistakes(rule, schema, spec.profile):
            text = tr(
                "the validation rule {id!r} cannot work, {phrase}; correct the formula",
                id=rule.id,
                phrase=phrase,
            )
            yield Finding(code=BAD_DATA, path=("org", "rules", index, "when"), text=text)


def _data(spec: Spec) -> Iterator[Finding]:
    """Plant the records; nothing but that finds everything that keeps them from fitting."""
    places = _places(spec)
    try:
        org = start(spec)
    except Refused as refusal:
        for trouble in refusal.troubles:
            if trouble.field != "key":
                text = tr(
                    "this record does not fit: {reason}; correct it",
                    reason=trouble.text.removesuffix("."),
                )
                yield Finding(code=BAD_DATA, path=_place(places[trouble.at], trouble), text=text)
        return
    for index, view in enumerate(spec.org.views):
        try:
            listed(org, view)
        except BadFilter as fault:
            text = tr(
                "the list {id!r} cannot be made: {reason}; correct it",
                id=view.id,
                reason=str(fault).removesuffix("."),
            )
            yield Finding(code=BAD_DATA, path=("org", "views", index), text=text)


def _places(spec: Spec) -> list[Path]:
    """Give the place of every record, in the order in which they are planted."""
    shelves: tuple[tuple[Path, Records], ...] = (
        (("org", "records"), spec.org.records),
        (("records",), spec.records),
    )
    return [(*path, name, key) for path, records in shelves for name, rows in records.items() for key in rows]


def _place(record: Path, trouble: Trouble) -> Path:
    return (*record, trouble.field) if trouble.field else record


def _understood(text: str, world: World, path: Path) -> Iterator[Finding]:
    try:
        understand(text, world)
    except UnknownName as fault:
        yield Finding(
            code=UNKNOWN,
            path=path,
            text=tr(
                "the assertion {assertion} names what is not there: {fault}",
                assertion=_short(text),
                fault=fault,
            ),
        )
    except ExpressionFault as fault:
        told = tr(
            "the assertion {assertion} means nothing, {fault}; write for example count(Account) == 1",
            assertion=_short(text),
            fault=fault,
        )
        yield Finding(code=UNREADABLE, path=path, text=told)


def _at_the_start(spec: Spec, org: Org, world: World) -> Iterator[Finding]:
    for index, check in enumerate(spec.checks):
        met = judge(_read(check.assertion, world), org).holds
        if met and not check.holds:
            text = tr(
                "the check {id!r} is met before anything is done, so it asks for nothing; sharpen it, or "
                "write holds: true if this is to be kept",
                id=check.id,
            )
            yield Finding(code=IDLE_CHECK, path=("checks", index, "assert"), text=text)
        elif check.holds and not met:
            text = tr(
                "the check {id!r} says holds: true but is not met at the start; take holds away", id=check.id
            )
            yield Finding(code=IDLE_CHECK, path=("checks", index, "holds"), text=text)
    if all(check.holds for check in spec.checks):
        text = tr("every check is to be kept and none to be reached, so doing nothing would pass; add one")
        yield Finding(code=IDLE_CHECK, path=("checks",), text=text)
    yield from _allowed(spec, org, world, FORBIDDEN_AT_THE_START, IDLE_CHECK)


def _at_the_end(spec: Spec, org: Org, world: World) -> Iterator[Finding]:
    for index, check in enumerate(spec.checks):
        verdict = judge(_read(check.assertion, world), org)
        if not verdict.holds:
            text = tr(
                "the recorded solution does not meet {id!r}; mend one of them. {found}",
                id=check.id,
                found=verdict.found,
            )
            yield Finding(code=BAD_SOLUTION, path=("checks", index, "assert"), text=text)
    yield from _allowed(spec, org, world, FORBIDDEN_AT_THE_END, BAD_SOLUTION)


def _allowed(spec: Spec, org: Org, world: World, told: str, code: str) -> Iterator[Finding]:
    for index, rule in enumerate(spec.forbidden):
        if judge(_read(rule.assertion, world), org).holds:
            yield Finding(code=code, path=("forbidden", index, "assert"), text=tr(told))


def _read(text: str, world: World) -> Node:
    return understand(text, world)


def _short(text: str) -> str:
    longest = 60
    return repr(text if len(text) <= longest else f"{text[: longest - 1]}…")
