"""When records are told to be the same, and that it never blocks."""

from behaviours_leads import lead
from org_kit import Behaviour, done, org, refusal

from coach.core.crm.actions import Convert
from coach.core.crm.matching import duplicates
from coach.core.crm.seed import Seed


def same(object_name="Lead", start=None, **values):
    found = duplicates(start or org(), object_name, values)
    return [(match.row.name, match.why) for match in found]


AOIFE = {"FirstName": "Aoife", "LastName": "Tierney"}
AT = {"Company": "Carrowmere Foods"}
SITE = Seed(
    object="Lead",
    key="yusuf",
    values={
        "FirstName": "Yusuf",
        "LastName": "Demir",
        "Company": "Harbour Chill",
        "Street": "4 Quay Road",
        "City": "Cork",
        "Phone": "021 555 0199",
    },
)

DUPLICATES = [
    Behaviour(
        "a duplicate alerts and does not block",
        lambda: (same(**AOIFE, Email="aoife.tierney@carrowmere.example"), refusal(org(), lead(**AOIFE))),
        ([("Aoife Tierney", "name and e-mail")], {}),
    ),
    Behaviour(
        "an e-mail counts without its sub-domain, case and punctuation",
        lambda: same(**AOIFE, Email="AoifeTierney@mail.carrowmere.example"),
        [("Aoife Tierney", "name and e-mail")],
    ),
    Behaviour(
        "first name, last name, title and account make a duplicate",
        lambda: same(**AOIFE, **AT, Title="Chief Finance Officer"),
        [("Aoife Tierney", "name, title and company")],
    ),
    Behaviour(
        "names that sound the same are compared, and a slip is forgiven",
        lambda: same(FirstName="Aoife", LastName="Tierny", **AT, Title="Chief financial officer"),
        [("Aoife Tierney", "name, title and company")],
    ),
    Behaviour(
        "another last name is no slip",
        lambda: same(FirstName="Aoife", LastName="Turner", **AT, Title="Chief financial officer"),
        [],
    ),
    Behaviour(
        "first and last name are tried in each other's place",
        lambda: same(FirstName="Tierney", LastName="Aoife", Email="aoife.tierney@carrowmere.example"),
        [("Aoife Tierney", "name in the other order and e-mail")],
    ),
    Behaviour(
        "name, phone and company make a duplicate, however the number is written",
        lambda: same(
            FirstName="Yusuf",
            LastName="Demir",
            Company="Harbour Chill Limited",
            Phone="+353 21 5550199",
            start=org(SITE),
        ),
        [("Yusuf Demir", "name, phone and company")],
    ),
    Behaviour(
        "name, street and city make a duplicate",
        lambda: same(
            FirstName="Yusuf", LastName="Demir", Company="X", Street="4 Quay Rd", City="Cork", start=org(SITE)
        ),
        [("Yusuf Demir", "name and address")],
    ),
    Behaviour(
        "blank is not like blank: a name alone is no duplicate",
        lambda: same(FirstName="Kwame", LastName="Asante", Company=""),
        [],
    ),
    Behaviour(
        "without a first name nobody is a duplicate",
        lambda: same(LastName="Tierney", Email="aoife.tierney@carrowmere.example"),
        [],
    ),
    Behaviour(
        "an account of the same name but for its legal form is a duplicate",
        lambda: same("Account", Name="Carrowmere Foods"),
        [("Carrowmere Foods Ltd", "name")],
    ),
    Behaviour(
        "converted leads are not told beside the contact that they became",
        lambda: [
            why
            for _, why in same(
                start=done(org(), Convert(lead="meera")),
                FirstName="Meera",
                LastName="Pillai",
                Email="meera.pillai@harbourchill.example",
            )
        ],
        ["name and e-mail"],
    ),
]
