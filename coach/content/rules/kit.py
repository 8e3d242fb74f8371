"""Rules for kits; what they rest on is the practice of structured interviews (OPM, 2008)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from coach.content.banks import KitFile
from coach.content.files import misnamed
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.interview_questions_topics import kits_leave_topics_alone
from coach.content.rules.scopes import KitScope, Surroundings
from coach.content.rules.shared import minutes, unknown_competency, unsupported_markup
from coach.core.bank import Kit, Question, QuestionBank
from coach.core.country import Country
from coach.core.curriculum import Competency
from coach.locale import tr, trn

Rule = Callable[[KitScope, Kit], Iterator[Problem]]
FEWEST_COMPETENCIES, MOST_COMPETENCIES = 5, 8


def name_matches(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """The kit's id is the name of its file."""
    if kit.id != scope.name:
        yield misnamed(scope.read.document, scope.name)


def bank_exists(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """The kit's bank exists and can be read."""
    if kit.bank not in scope.around.banks:
        text = tr(
            "there is no bank {bank}, so the kit has no questions; {guess}",
            bank=quoted(kit.bank),
            guess=did_you_mean(kit.bank, scope.around.banks),
        )
        yield scope.read.document.problem("C303", ("bank",), text)
    elif scope.bank is None:
        text = tr(
            "the bank {bank} cannot be used, so the kit has no questions; mend the bank first",
            bank=quoted(kit.bank),
        )
        yield scope.read.document.problem("C303", ("bank",), text)


def questions_exist(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Every question of the kit is in its bank."""
    if scope.bank is None:
        return
    known = [question.id for question in scope.bank.questions]
    for index, entry in enumerate(kit.questions):
        if entry.id not in known:
            text = tr(
                "the bank {bank} has no usable question {question}; {guess}",
                bank=quoted(kit.bank),
                question=quoted(entry.id),
                guess=did_you_mean(entry.id, known),
            )
            yield scope.read.document.problem("C304", ("questions", index, "id"), text)


def _asked(scope: KitScope, kit: Kit) -> list[tuple[int, Question]]:
    """Pair the kit's places with the bank's questions, as far as they exist."""
    known = {question.id: question for question in scope.bank.questions} if scope.bank else {}
    return [(index, known[entry.id]) for index, entry in enumerate(kit.questions) if entry.id in known]


def minutes_fit(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Opening, questions and closing fit into the slot."""
    asked = sum(kit.questions[index].minutes or question.minutes for index, question in _asked(scope, kit))
    planned = kit.opening.minutes + asked + kit.closing.minutes
    if planned > kit.minutes:
        text = tr(
            "opening, questions and closing take {planned} of a slot of {slot}, so the last "
            "questions would be hurried or dropped; lengthen the slot or drop a question",
            planned=minutes(planned),
            slot=minutes(kit.minutes),
        )
        yield scope.read.document.problem("C305", ("minutes",), text)


def competencies_are_few(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """A kit rates five to eight competencies."""
    count = len(kit.competencies)
    document, path = scope.read.document, ("competencies",)
    if count > MOST_COMPETENCIES:
        text = tr(
            "the kit has {count} competencies, more than {most} are not rated with "
            "care; keep those the job analysis puts first",
            count=count,
            most=MOST_COMPETENCIES,
        )
        yield document.problem("C306", path, text, key=True)
    elif count < FEWEST_COMPETENCIES:
        text = trn(
            "the kit has {n} competency; fewer than {fewest} tell little about a job: add what the job "
            "analysis names",
            "the kit has {n} competencies; fewer than {fewest} tell little about a job: add what the job "
            "analysis names",
            count,
            fewest=FEWEST_COMPETENCIES,
        )
        yield document.problem("C306", path, text, warning=True, key=True)


def competencies_exist(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """The kit rates competencies that exist."""
    for index, entry in enumerate(kit.competencies):
        path = ("competencies", index, "id")
        yield from unknown_competency(scope.read.document, path, entry.id, scope.around)


def competencies_are_asked_for(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Every competency of the kit has a question; unknown questions are told first."""
    asked = _asked(scope, kit)
    if len(asked) < len(kit.questions):
        return
    covered = {question.competency for _, question in asked}
    for index, entry in enumerate(kit.competencies):
        if entry.id not in covered:
            text = tr(
                "no question of the kit asks for {competency}, so it could only be guessed; add a question "
                "or drop the competency",
                competency=quoted(entry.id),
            )
            yield scope.read.document.problem("C307", ("competencies", index, "id"), text)


def questions_count(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Every question asks for a competency of the kit."""
    rated = {entry.id for entry in kit.competencies}
    for index, question in _asked(scope, kit):
        if question.competency not in rated:
            text = tr(
                "the question asks for {competency}, which the kit does not rate, so its answer would "
                "not count; add the competency or drop the question",
                competency=quoted(question.competency),
            )
            yield scope.read.document.problem("C308", ("questions", index, "id"), text)


def weights_have_reason(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Unequal weights come with a written reason."""
    if len({entry.weight for entry in kit.competencies}) > 1 and not kit.weight_reason.strip():
        text = tr(
            "the competencies weigh differently and no reason is given, so the score could not be "
            "defended; write weight_reason: from the job analysis, or weigh all the same"
        )
        yield scope.read.document.problem("C309", ("competencies",), text, key=True)


def countries_exist(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """The kit's countries have profiles that can be used."""
    known = scope.around.countries
    for index, name in enumerate(kit.countries):
        if name not in known:
            text = tr(
                "there is no profile of a country {name}, so nobody would be told there what not to "
                "ask; {guess}",
                name=quoted(name),
                guess=did_you_mean(name, known),
            )
        elif known[name] is None:
            text = tr(
                "the profile of {name} cannot be used, so nobody would be told there what not to ask; "
                "mend the profile first",
                name=quoted(name),
            )
        else:
            continue
        yield scope.read.document.problem("C317", ("countries", index), text)


def countries_protect_something(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Some profiles know only how long records are kept; one of the kit's must tell what not to ask."""
    found = [country for name in kit.countries if (country := scope.around.countries.get(name))]
    if found and not any(country.topics for country in found):
        text = tr(
            "the profile of {title} says only how long records are kept and nothing of what not to "
            "ask; name a country with topics beside it, or write them into the profile",
            title=found[0].title,
        )
        yield scope.read.document.problem("C323", ("countries",), text, warning=True, key=True)


def scripts_are_shown(scope: KitScope, kit: Kit) -> Iterator[Problem]:
    """Opening and closing use only the markup that is shown."""
    yield from unsupported_markup(scope.read.document, ("opening", "text"), kit.opening.text)
    yield from unsupported_markup(scope.read.document, ("closing", "text"), kit.closing.text)


def missing_parts(
    read: KitFile,
    bank: QuestionBank | None,
    banks: tuple[str, ...],
    competencies: Mapping[str, Competency],
    countries: Mapping[str, Country | None],
) -> Iterator[Problem]:
    """Tell of what a kit names and what is not there; with such faults it cannot be used at all."""
    if read.kit is not None:
        around = Surroundings(
            today=date.min,  # no rule asks the day
            competencies=competencies,
            banks=banks,
            countries=countries,
        )
        scope = KitScope(read.name, read, bank, around)
        for rule in (bank_exists, questions_exist, competencies_exist, countries_exist):
            yield from rule(scope, read.kit)


RULES: tuple[Rule, ...] = (
    name_matches,
    bank_exists,
    questions_exist,
    minutes_fit,
    competencies_are_few,
    competencies_exist,
    competencies_are_asked_for,
    questions_count,
    weights_have_reason,
    countries_exist,
    countries_protect_something,
    kits_leave_topics_alone,
    scripts_are_shown,
)
