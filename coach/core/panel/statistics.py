"""The statistics of a requisition: how far its interviewers agree, and what its questions and weights do."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from coach.core.agreement.alpha import alpha
from coach.core.agreement.coefficient import Coefficient
from coach.core.agreement.effective import EffectiveWeight, effective_weights
from coach.core.agreement.ratings import Ratings, Unit, table
from coach.core.agreement.report import AgreementReport, report
from coach.core.bank import Guide
from coach.core.panel.comparison import SCALE, counted
from coach.core.record import Record


class CompetencyAgreement(Record):
    """How far interviewers agree on one competency.

    Of ``compared`` ratings of a candidate on a question of it by two interviewers or more, ``wide`` lie far
    apart.
    """

    competency: str
    title: str
    alpha: Coefficient
    compared: int
    wide: int


class PanelStatistics(Record):
    """Statistics over so many ``revealed`` candidates and the numbers of ``erased`` ones.

    Those who are ``hidden`` from the viewer take no part. Items of the report are questions by id, raters
    are members by profile.
    """

    requisition: str
    title: str
    guide: Guide
    names: Mapping[str, str]
    """The members' names by profile."""
    dropped: Mapping[str, str]
    revealed: int
    hidden: int
    erased: int
    report: AgreementReport
    by_competency: tuple[CompetencyAgreement, ...]
    effective: tuple[EffectiveWeight, ...]


def agreement(
    guide: Guide, ratings: Ratings, dropped: Collection[str]
) -> tuple[AgreementReport, tuple[CompetencyAgreement, ...], tuple[EffectiveWeight, ...]]:
    """Compute the report over all questions, agreement by competency, and effective weights.

    ``ratings[candidate][member][question]``. Dropped questions are analysed with the others, since that is
    where a reason to drop one comes from; they are left out of competencies and weights.
    """
    counting = counted(guide, dropped)
    found = report(ratings, SCALE)
    turned = table(ratings)
    wide = {one.item: (one.compared, one.wide) for one in found.by_item}
    parted = tuple(_competency(counting, competency.id, turned, wide) for competency in counting.competencies)
    return found, parted, effective_weights(*_weighed(counting, ratings))


def _competency(
    guide: Guide,
    competency: str,
    turned: Mapping[str, Mapping[str, Unit]],
    wide: Mapping[str, tuple[int, int]],
) -> CompetencyAgreement:
    questions = [question.id for question in guide.questions if question.competency == competency]
    units = {
        candidate: [found[question] for question in questions if question in found]
        for candidate, found in turned.items()
    }
    known = [wide[question] for question in questions if question in wide]
    return CompetencyAgreement(
        competency=competency,
        title=guide.competency(competency).title,
        alpha=alpha(units),
        compared=sum(compared for compared, _ in known),
        wide=sum(apart for _, apart in known),
    )


def _weighed(guide: Guide, ratings: Ratings) -> tuple[dict[str, float], list[dict[str, float]]]:
    """Give the weights, and each candidate's mean by competency over the means of the members."""
    about = {question.id: question.competency for question in guide.questions}
    return {one.id: one.weight for one in guide.competencies}, [
        _means(about, sheets.values()) for sheets in ratings.values()
    ]


def _means(about: Mapping[str, str], sheets: Iterable[Mapping[str, int | None]]) -> dict[str, float]:
    """Average ratings over questions, then over members; what nobody rated is left out."""
    by_member: dict[str, list[float]] = defaultdict(list)
    for sheet in sheets:
        given: dict[str, list[int]] = defaultdict(list)
        for question, rating in sheet.items():
            if rating is not None and question in about:
                given[about[question]].append(rating)
        for competency, found in given.items():
            by_member[competency].append(sum(found) / len(found))
    return {competency: sum(found) / len(found) for competency, found in by_member.items()}
