"""What becomes of a lead that is converted."""

from datetime import date
from decimal import Decimal

import msgspec
from org_kit import TODAY, Behaviour, done, only, org, refusal, rule, value

from coach.core.crm.actions import Convert, Delete, Update, apply
from coach.core.crm.looking import timeline
from coach.core.crm.seed import Seed
from coach.core.crm.vocabulary import CustomField

KEYS = {"account_key": "acc", "contact_key": "con", "opportunity_key": "opp"}


def converted(*looks, start=None, **how):
    """Convert Meera's lead and look at fields of what came of it: ``acc.Name`` is the account's name."""
    after = done(start or org(), Convert(**({"lead": "meera"} | KEYS | how)))
    return tuple(value(after, *look.split(".")) for look in looks)


def mapped(sentence, *looks_and_values, **how):
    looks, seen = looks_and_values[::2], looks_and_values[1::2]
    return Behaviour(sentence, lambda: converted(*looks, **how), seen)


def refused_conversion(start=None, **how):
    return refusal(start or org(), Convert(**({"lead": "meera"} | how)))


REGION = CustomField(object="Lead", name="Region__c", label="Region")
CARRIED = msgspec.structs.replace(REGION, converts_to="Account.Area__c")
AREA = CustomField(object="Account", name="Area__c", label="Area")
NEEDED = CustomField(object="Opportunity", name="Plant__c", label="Plant", required=True)
IN_QUEUE = Seed(object="Lead", key="queued", values={"LastName": "Demir", "Company": "C", "Owner": "Inbound"})
LOCKED = Seed(object="Lead", key="locked", values={"LastName": "Demir", "Company": "C", "IsLocked": True})
FULL = {"account": "carrowmere", "contact": "aoife"}


def region(own):
    """Convert a lead with a region; give the account's area and the last that is told."""
    start = done(org(custom_fields=(own, AREA)), Update(id="meera", values={"Region__c": "Munster"}))
    found = apply(start, Convert(lead="meera", account_key="acc"))
    return value(found.org, "acc", "Area__c"), found.told[-1]


CONVERSION = [
    Behaviour(
        "only a status that the org marks as converted can be given",
        lambda: refused_conversion(status="Working - Contacted"),
        {"Status": "'Working - Contacted' is no status of converted leads; take Closed - Converted."},
    ),
    Behaviour(
        "a lead cannot be given that status by hand",
        lambda: refusal(org(), Update(id="meera", values={"Status": "Closed - Converted"})),
        {"Status": "A lead becomes “Closed - Converted” only by being converted; convert it instead."},
    ),
    Behaviour(
        "an existing contact needs its account",
        lambda: refused_conversion(contact="aoife"),
        {"ContactId": "To convert into an existing contact, choose its account as well."},
    ),
    Behaviour(
        "conversion into an existing opportunity is possible",
        lambda: (
            (after := done(org(), Convert(lead="meera", account="carrowmere", opportunity="pilot"))).count(
                "Opportunity"
            ),
            value(after, "meera", "ConvertedOpportunityId") == after.row("pilot").id,
        ),
        (1, True),
    ),
    mapped(
        "an opportunity can have another name than the company", "opp.Name", "Pilot", opportunity_name="Pilot"
    ),
    Behaviour(
        "conversion without an opportunity makes none",
        lambda: done(org(), Convert(lead="meera", no_opportunity=True)).count("Opportunity"),
        1,
    ),
    mapped(
        "an existing contact keeps its lead source",
        "aoife.LeadSource",
        "Other",
        start=done(org(), Update(id="aoife", values={"LeadSource": "Other"})),
        **FULL,
    ),
    mapped(
        "unless the lead source is to be overwritten",
        "aoife.LeadSource",
        "Web",
        start=done(org(), Update(id="aoife", values={"LeadSource": "Other"})),
        overwrite_lead_source=True,
        **FULL,
    ),
    Behaviour(
        "a lead that a queue owns needs an owner",
        lambda: (
            refused_conversion(org(IN_QUEUE, queues=("Inbound",)), lead="queued"),
            refused_conversion(org(IN_QUEUE, queues=("Inbound",)), lead="queued", owner="Dana Roth"),
        ),
        ({"Owner": "Inbound is a queue and cannot own an account; choose a person as the owner."}, {}),
    ),
    mapped(
        "only empty fields of an existing account are filled",
        "carrowmere.BillingCity",
        "Cork",
        "carrowmere.BillingStreet",
        "4 Quay Road",
        "carrowmere.Name",
        "Carrowmere Foods Ltd",
        **FULL,
    ),
    mapped(
        "the company becomes the account's name, the contact's account, the opportunity's name and account",
        "acc.Name",
        "Harbour Chill Ltd",
        "opp.Name",
        "Harbour Chill Ltd",
        "con.AccountId",
        "001000000000002",
        "opp.AccountId",
        "001000000000002",
    ),
    mapped(
        "name, title, e-mail, mobile, description and do-not-call go to the contact",
        "con.FirstName",
        "Meera",
        "con.LastName",
        "Pillai",
        "con.Title",
        "COO",
        "con.Email",
        "meera.pillai@harbourchill.example",
        "con.MobilePhone",
        "+353 85 555 0147",
        "con.Description",
        "Lost a lorry load of soup in May.",
        "con.DoNotCall",
        True,
        "con.HasOptedOutOfEmail",
        False,
    ),
    mapped(
        "phone and fax go to account and contact",
        "acc.Phone",
        "+353 21 555 0147",
        "con.Phone",
        "+353 21 555 0147",
        "acc.Fax",
        "+353 21 555 0148",
        "con.Fax",
        "+353 21 555 0148",
    ),
    mapped(
        "the address becomes the account's billing and the contact's mailing address",
        "acc.BillingStreet",
        "4 Quay Road",
        "acc.BillingPostalCode",
        "T12",
        "con.MailingCity",
        "Cork",
        "con.MailingCountry",
        "Ireland",
    ),
    mapped(
        "website, industry, revenue, employees and rating go to the account",
        "acc.Website",
        "www.harbourchill.example",
        "acc.Industry",
        "Food & Beverage",
        "acc.AnnualRevenue",
        Decimal(12000000),
        "acc.NumberOfEmployees",
        Decimal(140),
        "acc.Rating",
        "Hot",
    ),
    mapped(
        "lead source goes to contact and opportunity, the campaign to the opportunity",
        "con.LeadSource",
        "Web",
        "opp.LeadSource",
        "Web",
        "opp.Campaign",
        "Cold chain webinar",
    ),
    mapped(
        "the owner goes to all three",
        "acc.Owner",
        "Ben Achterberg",
        "con.Owner",
        "Ben Achterberg",
        "opp.Owner",
        "Ben Achterberg",
        owner="Ben Achterberg",
    ),
    mapped("do-not-call does not change an existing contact", "aoife.DoNotCall", False, **FULL),
    mapped("the close date is the last day of the fiscal quarter", "opp.CloseDate", date(2026, 12, 31)),
    mapped(
        "the fiscal quarter begins where the org says",
        "opp.CloseDate",
        date(2027, 1, 31),
        start=org(fiscal_year_start=2),
    ),
    mapped("the opportunity begins in the first stage", "opp.StageName", "Prospecting", "opp.Amount", None),
    Behaviour(
        "the contact becomes the opportunity's primary contact",
        lambda: (
            only(
                after := done(org(), Convert(lead="meera", contact_key="con")), "OpportunityContactRole"
            ).get("ContactId")
            == after.row("con").id,
            only(after, "OpportunityContactRole").get("IsPrimary"),
        ),
        (True, True),
    ),
    Behaviour(
        "activities go to contact and opportunity, and so to the account",
        lambda: (
            len(timeline(after := done(org(), Convert(lead="meera", **KEYS)), after.row("acc")).open),
            len(timeline(after, after.row("con")).history),
            len(timeline(after, after.row("opp")).open),
        ),
        (1, 1, 1),
    ),
    mapped(
        "only open activities change owner",
        "call-meera.Owner",
        "Yusuf Demir",
        "called-meera.Owner",
        "Ben Achterberg",
        owner="Yusuf Demir",
    ),
    Behaviour(
        "a converted lead can only be read",
        lambda: refusal(done(org(), Convert(lead="meera")), Update(id="meera", values={"Title": "CEO"})),
        {"": "Lead “Meera Pillai” is converted and can only be read; work on with the contact it became."},
    ),
    Behaviour(
        "a converted lead is still there for reports, and leads on to what it became",
        lambda: converted(
            "meera.IsConverted", "meera.Status", "meera.ConvertedDate", "meera.ConvertedContactId"
        ),
        (True, "Closed - Converted", TODAY, "003000000000003"),
    ),
    Behaviour(
        "conversion cannot be repeated or taken back",
        lambda: [
            bool(refusal(done(org(), Convert(lead="meera")), action))
            for action in (Convert(lead="meera"), Delete(id="meera"))
        ],
        [True, True],
    ),
    Behaviour(
        "required fields that the org added are asked for in conversion too",
        lambda: refused_conversion(org(custom_fields=(NEEDED,))),
        {"Plant__c": "Plant is required."},
    ),
    Behaviour(
        "validation rules are asked in conversion too, and nothing is converted",
        lambda: refused_conversion(
            org(rules=(rule("ISBLANK(Amount)", field="Amount", message="Say how much."),))
        ),
        {"Amount": "Say how much."},
    ),
    Behaviour(
        "a lead that waits for an approval cannot be converted",
        lambda: refused_conversion(org(LOCKED), lead="locked"),
        {"": "“Demir” waits for an approval and is locked until that is given."},
    ),
    Behaviour(
        "a field that the org added is lost unless it says where it goes",
        lambda: [region(own) for own in (REGION, CARRIED)],
        [
            (None, "Not carried over, since no field takes it: Region."),
            ("Munster", "2 activities go along."),
        ],
    ),
]
