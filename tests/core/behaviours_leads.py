"""How leads behave: statuses, required fields, picklists."""

import msgspec
from org_kit import TODAY, Behaviour, done, org, profile, refusal, value

from coach.core.crm.actions import Convert, Create
from coach.core.crm.state import empty_org


def statuses(name):
    found = profile(name)
    return (found.values("lead_statuses"), found.first_status.name, found.converted_statuses)


def lead(**values):
    return Create(object="Lead", key="new", values={"LastName": "Nolan", "Company": "Acme", **values})


LEADS = [
    Behaviour(
        "a Developer Edition has the statuses Open, Working, Converted and Not Converted",
        lambda: statuses("developer-edition"),
        (
            ("Open - Not Contacted", "Working - Contacted", "Closed - Converted", "Closed - Not Converted"),
            "Open - Not Contacted",
            ("Closed - Converted",),
        ),
    ),
    Behaviour(
        "a newer trial org has New, Contacted, Nurturing, Qualified (converted) and Unqualified",
        lambda: statuses("newer-trial"),
        (("New", "Contacted", "Nurturing", "Qualified", "Unqualified"), "New", ("Qualified",)),
    ),
    Behaviour(
        "a new lead gets the default status of its org, whatever that is called",
        lambda: value(done(empty_org(profile("newer-trial"), TODAY), lead()), "new", "Status"),
        "New",
    ),
    Behaviour(
        "last name and company are required, and nothing else",
        lambda: (set(refusal(org(), Create(object="Lead", values={}))), refusal(org(), lead())),
        ({"LastName", "Company"}, {}),
    ),
    Behaviour(
        "the lead sources of a trial org are the eleven newer ones",
        lambda: (
            len(profile("newer-trial").lead_sources),
            "Word of mouth" in profile("newer-trial").lead_sources,
        ),
        (11, True),
    ),
    Behaviour(
        "a picklist takes the values of the org's profile only",
        lambda: refusal(org(), lead(LeadSource="Word of mouth"))["LeadSource"].startswith(
            "Lead Source has no value 'Word of mouth'. It can be: Web,"
        ),
        True,
    ),
    Behaviour(
        "a German label chooses the value that is stored in English",
        lambda: value(
            done(
                empty_org(profile("developer-edition-de"), TODAY), lead(Status="In Bearbeitung - Kontaktiert")
            ),
            "new",
            "Status",
        ),
        "Working - Contacted",
    ),
    Behaviour(
        "several statuses can be those of converted leads",
        lambda: value(
            done(
                org(
                    lead_statuses=tuple(
                        msgspec.structs.replace(status, converted=status.name.startswith("Closed"))
                        for status in profile().lead_statuses
                    )
                ),
                Convert(lead="meera", status="Closed - Not Converted"),
            ),
            "meera",
            "IsConverted",
        ),
        True,
    ),
]
