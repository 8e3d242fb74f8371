"""Small orgs to test tasks in the practice CRM with."""

from typing import Any

import msgspec

from coach.core.crm.state import Org
from coach.exercises.crm.assertions import World, judge, understand
from coach.exercises.crm.replay import start
from coach.exercises.crm.spec import Spec

PROFILE = {
    "id": "small",
    "title": "A small org",
    "stages": [
        {"name": "Prospecting", "probability": 10, "category": "Pipeline"},
        {"name": "Proposal/Price Quote", "probability": 75, "category": "Pipeline"},
        {"name": "Closed Won", "probability": 100, "category": "Closed", "closed": True, "won": True},
        {"name": "Closed Lost", "probability": 0, "category": "Omitted", "closed": True},
    ],
    "lead_statuses": [
        {"name": "Open - Not Contacted", "type": "open", "default": True},
        {"name": "Closed - Converted", "type": "won", "converted": True},
    ],
    "task_statuses": [{"name": "Not Started", "default": True}, {"name": "Completed", "closed": True}],
    "task_priorities": ["High", "Normal", "Low"],
    "task_subjects": ["Call", "Other"],
    "lead_sources": ["Web", "Trade Show"],
    "industries": ["Food & Beverage"],
    "roles": ["Decision Maker", "Evaluator"],
    "loss_reasons": ["Price", "No decision"],
}
RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "Account": {
        "carrowmere": {"Name": "Carrowmere Foods Ltd", "BillingCity": "Cork"},
        "glanmire": {"Name": "Glanmire Dairies"},
    },
    "Contact": {
        "demir": {"FirstName": "Yusuf", "LastName": "Demir", "AccountId": "carrowmere"},
        "pillai": {"FirstName": "Meera", "LastName": "Pillai", "AccountId": "carrowmere"},
    },
    "Lead": {
        "tierney": {
            "FirstName": "Aoife",
            "LastName": "Tierney",
            "Company": "Carrowmere Foods",
            "LeadSource": "Web",
        },
    },
    "Opportunity": {
        "pilot": {
            "Name": "Cork pilot",
            "AccountId": "carrowmere",
            "StageName": "Proposal/Price Quote",
            "Amount": 24000,
            "CloseDate": "2026-11-27",
        },
        "sligo": {
            "Name": "Sligo cold store",
            "AccountId": "carrowmere",
            "StageName": "Prospecting",
            "Amount": 60000.5,
            "CloseDate": "2026-11-01",
        },
    },
    "OpportunityContactRole": {
        "user": {"OpportunityId": "pilot", "ContactId": "demir", "Role": "Evaluator", "IsPrimary": True},
    },
    "Task": {"call-back": {"Subject": "Call", "WhoId": "tierney", "ActivityDate": "2026-11-24"}},
}
CHECK = {
    "id": "converted",
    "title": "The lead is converted",
    "assert": "one(Lead, LastName ~ 'Tierney').IsConverted",
    "why": "She asked for an offer.",
}
SOLUTION = [{"do": "convert", "lead": "tierney", "account": "carrowmere"}]


def spec_of(**changed: Any) -> Spec:
    """Make a task: to convert a lead, unless something else is given."""
    org = {"today": "2026-11-23", "records": RECORDS} | changed.pop("org", {})
    made = {
        "type": "crm",
        "id": "a-task",
        "prompt": "Convert the lead.",
        "profile": PROFILE,
        "org": org,
        "checks": [CHECK],
        "solution": SOLUTION,
    }
    return msgspec.convert(made | changed, Spec)


def org_of(**records: Any) -> Org:
    """Make the usual org, with other records of some objects."""
    return start(spec_of(org={"records": RECORDS | records}))


def found(assertion: str, org: Org) -> str | None:
    """Say what is found where an assertion fails on an org; ``None`` if it holds."""
    verdict = judge(understand(assertion, World(org.schema, org.profile)), org)
    return None if verdict.holds else verdict.found
