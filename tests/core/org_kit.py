"""A practice org for tests: the shipped profile, a few made-up records, and an org of thousands."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from coach.content.convert import convert
from coach.content.reader import read_file
from coach.core.crm.actions import Refused, apply
from coach.core.crm.profile import Profile
from coach.core.crm.schema import CONTACT, LEAD, OPPORTUNITY, TASK
from coach.core.crm.seed import Seed, plant
from coach.core.crm.state import ValidationRule, empty_org


@dataclass(frozen=True)
class Behaviour:
    """A row of the table: a sentence, something that shows it, and what that comes to."""

    sentence: str
    look: Any
    seen: Any


PROFILES = Path(__file__).parents[2] / "curricula/shared/profiles"
TODAY = date(2026, 11, 23)


def profile(name="developer-edition", **changed):
    read, problems = convert(read_file(PROFILES / f"{name}.yaml"), (), Profile)
    assert read is not None, problems
    return msgspec.structs.replace(read, **changed)


SEEDS = (
    Seed(
        object="Account",
        key="carrowmere",
        values={"Name": "Carrowmere Foods Ltd", "Industry": "Food & Beverage", "BillingCity": "Cork"},
    ),
    Seed(
        object="Contact",
        key="aoife",
        values={
            "FirstName": "Aoife",
            "LastName": "Tierney",
            "Title": "Chief financial officer",
            "Email": "aoife.tierney@carrowmere.example",
            "AccountId": "carrowmere",
        },
    ),
    Seed(
        object="Contact",
        key="kwame",
        values={"FirstName": "Kwame", "LastName": "Asante", "AccountId": "carrowmere"},
    ),
    Seed(
        object="Opportunity",
        key="pilot",
        values={
            "Name": "Pilot in Cork",
            "AccountId": "carrowmere",
            "StageName": "Proposal/Price Quote",
            "CloseDate": "2026-12-18",
            "Amount": 48000,
        },
    ),
    Seed(
        object="Lead",
        key="meera",
        values={
            "FirstName": "Meera",
            "LastName": "Pillai",
            "Company": "Harbour Chill Ltd",
            "Title": "COO",
            "Email": "meera.pillai@harbourchill.example",
            "Phone": "+353 21 555 0147",
            "MobilePhone": "+353 85 555 0147",
            "Fax": "+353 21 555 0148",
            "Website": "www.harbourchill.example",
            "Street": "4 Quay Road",
            "City": "Cork",
            "PostalCode": "T12",
            "Country": "Ireland",
            "LeadSource": "Web",
            "Industry": "Food & Beverage",
            "Rating": "Hot",
            "AnnualRevenue": 12000000,
            "NumberOfEmployees": 140,
            "Description": "Lost a lorry load of soup in May.",
            "DoNotCall": True,
            "Campaign": "Cold chain webinar",
        },
    ),
    Seed(
        object="Task",
        key="call-meera",
        values={"Subject": "Call", "WhoId": "meera", "ActivityDate": "2026-11-24", "Owner": "Ben Achterberg"},
    ),
    Seed(
        object="Task",
        key="called-meera",
        values={
            "Subject": "Call",
            "WhoId": "meera",
            "ActivityDate": "2026-11-19",
            "Status": "Completed",
            "Owner": "Ben Achterberg",
        },
    ),
)
"""A customer with two contacts and a deal, and a lead of another company with two tasks. All made up."""


def org(*more, rules=(), user="Dana Roth", **changed):
    return plant(empty_org(profile(**changed), TODAY, user=user, rules=rules), (*SEEDS, *more))


def rule(when, *, of=OPPORTUNITY, field="", message="That cannot be saved."):
    return ValidationRule(id="a-rule", object=of, when=when, field=field, message=message)


def done(start, *actions):
    """Do things one after the other; give the org after them."""
    for action in actions:
        start = apply(start, action).org
    return start


def refusal(start, action):
    """Give the sentences of a refusal by their field; a thing that is not refused gives none."""
    try:
        apply(start, action)
    except Refused as refused:
        return {trouble.field: trouble.text for trouble in refused.troubles}
    return {}


def value(where, key, field):
    return where.row(key).get(field)


def only(where, object_name):
    """Give the one record of an object."""
    (row,) = where.rows(object_name)
    return row


FIRST = ("Aoife", "Kwame", "Meera", "Tomas", "Yusuf", "Ben", "Ines", "Pavel", "Lena", "Oskar")
LAST = (
    "Tierney",
    "Asante",
    "Pillai",
    "Nolan",
    "Demir",
    "Achterberg",
    "Moreau",
    "Novak",
    "Weber",
    "Lindqvist",
)


def large(size=5_000):
    """Make an org with so many leads, contacts and deals, and an account and a task to every tenth."""
    stages = profile().values("stages")
    seeds = [
        Seed(
            object="Account",
            key=f"a{n}",
            values={"Name": f"Company {n // 7} {n} Ltd", "Phone": f"+353 1 {n:07}"},
        )
        for n in range(size // 10)
    ]
    for n in range(size):
        first, last = FIRST[n % 10], f"{LAST[n // 10 % 10]}{n // 100}"
        person = {"FirstName": first, "LastName": last, "Email": f"{first}.{last}{n}@c{n}.example"}
        seeds += [
            Seed(object=LEAD, key=f"l{n}", values={**person, "Company": f"Firm {n}"}),
            Seed(object=CONTACT, key=f"c{n}", values={**person, "AccountId": f"a{n % (size // 10)}"}),
            Seed(
                object=OPPORTUNITY,
                key=f"o{n}",
                values={
                    "Name": f"Deal {n}",
                    "AccountId": f"a{n % (size // 10)}",
                    "StageName": stages[n % len(stages)],
                    "CloseDate": f"2026-{n % 12 + 1:02}-15",
                    "Amount": n * 10,
                },
            ),
        ]
        if n % 10 == 0:
            seeds.append(Seed(object=TASK, values={"Subject": "Call", "WhoId": f"l{n}"}))
    return plant(empty_org(profile(), TODAY), seeds)
