"""A made-up learner, for certificate and progress report."""

from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace

from coach.core import events as ev
from coach.core.calibration import calibration
from coach.core.curriculum import MasteryRule
from coach.core.mastery import GradedStep, ModuleMastery, SessionDone, module_days, readiness, step_mastery
from coach.core.progress import ProgressView
from coach.core.review import Rating, Review
from coach.core.timespent import TimeSpent

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ISSUED = date(2026, 11, 21)


def review(name, days_ago, rating=Rating.GOOD, certainty=None):
    place = ev.Place(module="sample", session="one", lesson="first", step=name)
    return Review(
        key=place.key,
        at=NOW - timedelta(days=days_ago),
        rating=rating,
        rev=1,
        place=place,
        title=name.title(),
        competencies=("discovery",),
        score=1.0 if rating is Rating.GOOD else 0.0,
        certainty=certainty,
    )


REVIEWS = {
    ("sample", "a"): (review("a", 10, certainty=3), review("a", 2, certainty=3)),
    ("sample", "b"): (review("b", 9), review("b", 3)),
    ("sample", "c"): (review("c", 9, Rating.AGAIN, certainty=3),),
}
STEPS = tuple(
    GradedStep(module="sample", id=name, rev=1, title=name.title(), competencies=("discovery",))
    for name in "abcd"
)
MASTERIES = tuple(step_mastery(step, REVIEWS.get(step.key, ()), datetime.date) for step in STEPS)
MODULE = ModuleMastery(
    module="sample",
    title="Sample module",
    rev=3,
    rule=MasteryRule(min_score=0.5),
    sessions=(
        SessionDone(id="one", title="Part one", done=7, total=7),
        SessionDone(id="two", title="Part two", done=2, total=2),
    ),
    steps=MASTERIES,
    days=module_days(MASTERIES, datetime.date),
    summary="What the module is about.",
)
OPEN = replace(MODULE, module="open", title="Open module", rule=MasteryRule(min_score=1), days=())
SURE = tuple(one for same in REVIEWS.values() for one in same if one.certainty)
VIEW = ProgressView(
    learner="Made-up Learner",
    today=ISSUED,
    modules=(MODULE, OPEN),
    unread=(("broken", "module.yaml:1:1 C001 is empty"),),
    competencies=(
        readiness("discovery", "Discovery", STEPS, REVIEWS, NOW),
        readiness("presenting", "Presenting", STEPS, REVIEWS, NOW),
    ),
    calibration=calibration((one.certainty, one.score >= 1) for one in SURE),
    sure=SURE,
    spent=TimeSpent(minutes={"sample": 72.4, "gone": 5}, days=(date(2026, 11, 11), date(2026, 11, 19))),
)
