"""How opportunities behave: stages, probability, forecast, required fields."""

import msgspec
from org_kit import TODAY, Behaviour, done, org, profile, refusal, value

from coach.core.crm.actions import Create, Update
from coach.core.crm.pipeline import forecast
from coach.core.crm.seed import Seed
from coach.core.crm.state import empty_org


def deal(**values):
    return Create(object="Opportunity", key="deal", values={"Name": "D", "CloseDate": "2026-12-01", **values})


def staged(stage, *fields, **values):
    """Make a deal in a stage and look at fields of it."""
    after = done(org(), deal(StageName=stage, **values))
    return tuple(value(after, "deal", field) for field in fields)


def stage_row(name, probability, category, *, closed=False, won=False):
    fields = ("Probability", "ForecastCategoryName", "IsClosed", "IsWon")
    sentence = f"the stage {name} sets probability, forecast category, closed and won"
    return Behaviour(sentence, lambda: staged(name, *fields), (probability, category, closed, won))


def updated(*fields, start=None, key="pilot", **values):
    after = done(start or org(), Update(id=key, values=values))
    return tuple(value(after, key, field) for field in fields)


def rolled_up():
    """Forecast one deal of each category, each ten times the one before."""
    categories = ("Pipeline", "BestCase", "MostLikely", "Forecast")
    empty = empty_org(profile(), TODAY)
    deals = [
        Create(
            object="Opportunity",
            values={
                "Name": category,
                "StageName": "Prospecting",
                "CloseDate": "2026-12-01",
                "Amount": 10**power,
                "ForecastCategoryName": category,
            },
        )
        for power, category in enumerate(categories)
    ]
    won = {"Name": "Won", "StageName": "Closed Won", "CloseDate": "2026-11-02", "Amount": 10**4}
    lost = {"Name": "Lost", "StageName": "Closed Lost", "CloseDate": "2026-11-02", "Amount": 10**5}
    found = forecast(done(empty, *deals, *(Create(object="Opportunity", values=one) for one in (won, lost))))
    return (found.open_pipeline, found.best_case, found.most_likely, found.commit, found.closed)


STAGES = [
    stage_row("Prospecting", 10, "Pipeline"),
    stage_row("Qualification", 10, "Pipeline"),
    stage_row("Needs Analysis", 20, "Pipeline"),
    stage_row("Value Proposition", 50, "Pipeline"),
    stage_row("Id. Decision Makers", 60, "Pipeline"),
    stage_row("Perception Analysis", 70, "Pipeline"),
    stage_row("Proposal/Price Quote", 75, "Pipeline"),
    stage_row("Negotiation/Review", 90, "Pipeline"),
    stage_row("Closed Won", 100, "Closed", closed=True, won=True),
    stage_row("Closed Lost", 0, "Omitted", closed=True),
    Behaviour(
        "every open stage is Pipeline by default, even at 90 %",
        lambda: {stage.category.value for stage in profile().stages if not stage.closed},
        {"Pipeline"},
    ),
    Behaviour(
        "the category that people see as Commit is called Forecast in the API",
        lambda: (
            profile().label("categories", "Forecast"),
            updated("ForecastCategoryName", ForecastCategoryName="Commit"),
        ),
        ("Commit", ("Forecast",)),
    ),
    Behaviour(
        "forecast figures are cumulative: open pipeline, best case, most likely, commit, closed",
        rolled_up,
        (1111, 11110, 11100, 11000, 10000),
    ),
    Behaviour(
        "changing the stage sets probability, category, closed and won anew",
        lambda: updated(
            "Probability",
            "ForecastCategoryName",
            "IsClosed",
            "IsWon",
            StageName="Closed Lost",
            Loss_Reason__c="Price",
        ),
        (0, "Omitted", True, False),
    ),
    Behaviour(
        "probability and category may be overridden",
        lambda: updated(
            "Probability", "ForecastCategoryName", Probability=40, ForecastCategoryName="BestCase"
        ),
        (40, "BestCase"),
    ),
    Behaviour(
        "probability given along with the stage stays as given",
        lambda: updated("Probability", StageName="Negotiation/Review", Probability=60),
        (60,),
    ),
    Behaviour(
        "closed and won can never be set directly",
        lambda: refusal(org(), Update(id="pilot", values={"IsClosed": True, "IsWon": True})),
        {
            "IsClosed": "Closed cannot be set; the stage sets it.",
            "IsWon": "Won cannot be set; the stage sets it.",
        },
    ),
    Behaviour(
        "expected revenue is the amount times the probability",
        lambda: updated("ExpectedRevenue", Amount=50000, Probability=60),
        (30000,),
    ),
    Behaviour(
        "expected revenue is read-only",
        lambda: refusal(org(), Update(id="pilot", values={"ExpectedRevenue": 1})),
        {"ExpectedRevenue": "Expected Revenue cannot be set; the CRM does that itself."},
    ),
    Behaviour(
        "editing a stage's probability later leaves existing opportunities alone",
        lambda: updated(
            "Probability",
            start=msgspec.structs.replace(
                org(),
                profile=profile(
                    stages=tuple(msgspec.structs.replace(stage, probability=33) for stage in profile().stages)
                ),
            ),
            NextStep="Call",
        ),
        (75,),
    ),
    Behaviour(
        "with products the amount is their sum, and an update of it is ignored",
        lambda: updated(
            "Amount",
            start=org(
                Seed(
                    object="Opportunity",
                    key="lines",
                    values={
                        "Name": "With products",
                        "StageName": "Prospecting",
                        "CloseDate": "2026-12-01",
                        "Amount": 700,
                        "HasOpportunityLineItem": True,
                    },
                )
            ),
            key="lines",
            Amount=999,
        ),
        (700,),
    ),
    Behaviour(
        "name, stage and close date are required",
        lambda: set(refusal(org(), Create(object="Opportunity", values={}))),
        {"Name", "StageName", "CloseDate"},
    ),
    Behaviour(
        "a name has at most 120 characters",
        lambda: refusal(org(), deal(StageName="Prospecting", Name="x" * 121)),
        {"Name": "Opportunity Name can have 120 characters; these are 121."},
    ),
    Behaviour(
        "an opportunity can be without an account",
        lambda: staged("Prospecting", "AccountId"),
        (None,),
    ),
    Behaviour(
        "the type is new or existing business in newer orgs",
        lambda: profile("newer-trial").opportunity_types,
        ("Existing Business", "New Business"),
    ),
    Behaviour(
        "a deal that is won before its close date is closed today",
        lambda: updated("CloseDate", StageName="Closed Won"),
        (TODAY,),
    ),
    Behaviour(
        "the stage history keeps every stage",
        lambda: [
            (change.before, change.after)
            for change in done(org(), Update(id="pilot", values={"StageName": "Closed Won"})).history
        ],
        [("", "Proposal/Price Quote"), ("Proposal/Price Quote", "Closed Won")],
    ),
]
