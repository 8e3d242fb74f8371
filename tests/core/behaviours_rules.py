"""Validation rules, and files for import."""

from datetime import date

from org_kit import Behaviour, done, org, refusal, rule, value

from coach.core.crm.actions import Import, Undelete, Update, apply


def blocked(when, *, field="", **values):
    return refusal(org(rules=(rule(when, field=field, message="No."),)), Update(id="pilot", values=values))


RULES = [
    Behaviour(
        "a rule that is true blocks, and its message stands at the field",
        lambda: blocked("ISBLANK(NextStep)", field="NextStep", Amount=1),
        {"NextStep": "No."},
    ),
    Behaviour("a rule that is false lets pass", lambda: blocked("ISBLANK(NextStep)", NextStep="Call"), {}),
    Behaviour(
        "an open deal with a close date in the past is blocked",
        lambda: blocked("CloseDate < TODAY() && NOT(IsClosed)", field="CloseDate", CloseDate="2026-11-22"),
        {"CloseDate": "No."},
    ),
    Behaviour(
        "a closed deal with a close date in the past is not",
        lambda: blocked(
            "CloseDate < TODAY() && NOT(IsClosed)", CloseDate="2026-11-22", StageName="Closed Lost"
        ),
        {},
    ),
    Behaviour(
        "a lost deal without a reason is blocked",
        lambda: blocked(
            'ISPICKVAL(StageName,"Closed Lost") && ISBLANK(Loss_Reason__c)',
            field="Loss_Reason__c",
            StageName="Closed Lost",
        ),
        {"Loss_Reason__c": "No."},
    ),
    Behaviour(
        "a deal beyond prospecting without an amount is blocked",
        lambda: blocked(
            'ISBLANK(Amount) && NOT(ISPICKVAL(StageName,"Prospecting"))', field="Amount", Amount=None
        ),
        {"Amount": "No."},
    ),
    Behaviour(
        "what was refused has changed nothing",
        lambda: (
            (
                start := org(rules=(rule("Amount > 1"),)),
                refusal(start, Update(id="pilot", values={"Amount": 9})),
            )[0]
            == org(rules=(rule("Amount > 1"),))
        ),
        True,
    ),
]


def loaded(operation, csv, *, of="Lead", start=None, **how):
    found = apply(start or org(), Import(object=of, operation=operation, csv=csv, **how))
    return found.org, found.success.splitlines(), found.errors.splitlines()


def first_row(operation, csv, field, **how):
    where, success, _ = loaded(operation, csv, **how)
    return where.row(success[1].split('"')[1]).get(field)


FILES = [
    Behaviour(
        "the header row names fields as in the API",
        lambda: first_row("insert", "LastName,Company\nNolan,Acme\n", "Company"),
        "Acme",
    ),
    Behaviour(
        "a row without a required field goes to the error table with the reason",
        lambda: loaded("insert", "LastName,Company\nNolan,\nDemir,Acme\n")[2],
        ['"LastName","Company","ERROR"', '"Nolan","","Company is required."'],
    ),
    Behaviour(
        "what was loaded goes to the success table with its id",
        lambda: loaded("insert", "LastName,Company\nNolan,\nDemir,Acme\n")[1],
        ['"ID","LastName","Company","STATUS"', '"00Q000000000003","Demir","Acme","Item Created"'],
    ),
    Behaviour(
        "an update finds records by Id",
        lambda: value(loaded("update", "Id,Title\n00Q000000000001,CEO\n")[0], "meera", "Title"),
        "CEO",
    ),
    Behaviour(
        "an update without Id is refused",
        lambda: refusal(org(), Import(object="Lead", operation="update", csv="Title\nCEO\n", file="a.csv")),
        {"csv": "a.csv:1:1 C118 update needs the column Id to find the records; add it"},
    ),
    Behaviour(
        "an upsert by external id changes what is there and makes the rest",
        lambda: (
            after := loaded(
                "upsert",
                "External_Id__c,LastName,Company\n7,Nolan,Acme\n7,Nolan,Beta\n8,Demir,Acme\n",
                external_id="External_Id__c",
            )[0],
            [(row.name, row.get("Company")) for row in list(after.rows("Lead"))[1:]],
        )[1],
        [("Nolan", "Beta"), ("Demir", "Acme")],
    ),
    Behaviour(
        "a delete goes to the recycle bin and can be restored",
        lambda: (
            after := loaded("delete", "Id\n00Q000000000001\n")[0],
            after.count("Lead"),
            done(after, Undelete(id="meera")).count("Lead"),
        )[1:],
        (0, 1),
    ),
    Behaviour(
        "a hard delete skips the recycle bin",
        lambda: bool(refusal(loaded("hard_delete", "Id\n00Q000000000001\n")[0], Undelete(id="meera"))),
        True,
    ),
    Behaviour(
        "dates are written year-month-day, also with a time and an offset",
        lambda: [
            first_row(
                "insert", f"Name,StageName,CloseDate\nD,Prospecting,{day}\n", "CloseDate", of="Opportunity"
            )
            for day in ("2026-12-18", "2026-12-18T10:00:00.000+0100")
        ],
        [date(2026, 12, 18)] * 2,
    ),
    Behaviour(
        "a date in another form goes to the error table",
        lambda: loaded("insert", "Name,StageName,CloseDate\nD,Prospecting,18.12.2026\n", of="Opportunity")[2][
            1
        ].endswith("\"Close Date is a date: write year-month-day, such as 2026-12-18, not '18.12.2026'.\""),
        True,
    ),
    Behaviour(
        "a box is ticked by yes, y, true, on and 1, and not by no, n, false, off and 0",
        lambda: [
            first_row("insert", f"LastName,Company,DoNotCall\nN,A,{word}\n", "DoNotCall")
            for word in ("yes", "Y", "true", "on", "1", "no", "N", "false", "off", "0")
        ],
        [True] * 5 + [False] * 5,
    ),
    Behaviour(
        "an empty cell leaves a field alone, and #N/A empties it",
        lambda: (
            after := loaded("update", "Id,Title,City\n00Q000000000001,,#N/A\n")[0],
            value(after, "meera", "Title"),
            value(after, "meera", "City"),
        )[1:],
        ("COO", None),
    ),
    Behaviour(
        "validation rules hold for files too",
        lambda: loaded(
            "insert",
            "LastName,Company\nN,A\n",
            start=org(rules=(rule("ISBLANK(Email)", of="Lead", message="Ask for the e-mail."),)),
        )[2][1],
        '"N","A","Ask for the e-mail."',
    ),
]
