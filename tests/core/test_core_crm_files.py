"""CSV files for import and export: what is refused with its place and code, and what comes through whole."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from org_kit import TODAY, done, org, profile, refusal
from strategies import texts

from coach.core.crm.actions import Create, Import, SetRole, apply
from coach.core.crm.codes import FORMULA_IN_CELL, UNREADABLE_TABLE
from coach.core.crm.csvfile import MOST_BYTES, MOST_ROWS, Unloadable, decode, read_sheet
from coach.core.crm.dataloader import export
from coach.core.crm.state import empty_org
from coach.core.table import RISKY, guarded, table, unguarded

ORDER = ("Account", "Contact", "Opportunity", "Lead", "OpportunityContactRole", "Task", "Event")


def unloadable(work):
    with pytest.raises(Unloadable) as caught:
        work()
    fault = caught.value.fault
    return (fault.line, fault.column, fault.code, fault.text)


def insert(text, of="Lead", start=None):
    return apply(start or org(), Import(object=of, operation="insert", csv=text, file="leads.csv"))


def test_a_file_in_latin_1_is_refused_at_the_first_letter_that_is_not_utf_8():
    data = "LastName,Company\nNolan,Acme\nDemir,Kühlhaus\n".encode("latin-1")

    line, column, code, text = unloadable(lambda: decode(data, "leads.csv"))

    assert (line, column, code) == (3, 2, UNREADABLE_TABLE)
    assert "not UTF-8 but in another encoding such as Latin-1" in text
    assert decode("Kühlhaus".encode(), "leads.csv") == "Kühlhaus"


def test_a_workbook_or_another_file_that_is_no_text_is_told_from_one_in_latin_1():
    _, _, code, text = unloadable(lambda: decode(b"PK\x03\x04\x14\0\x06\0", "leads.xlsx"))

    assert (code, text) == (
        UNREADABLE_TABLE,
        "the file holds no plain text; in a spreadsheet save it as “CSV UTF-8”",
    )


def test_a_file_of_50_mb_is_refused_before_it_is_looked_at():
    data = b"\xff" * 50_000_000

    assert unloadable(lambda: decode(data, "big.csv"))[2:] == (
        UNREADABLE_TABLE,
        "the file has 50 MB and at most 10 MB are loaded at once; split it",
    )


def test_a_text_of_too_many_bytes_or_rows_is_refused_too():
    assert "at most 10 MB" in unloadable(lambda: read_sheet("x" * (MOST_BYTES + 1), "f"))[3]
    many = "LastName\n" + "x\n" * (MOST_ROWS + 1)
    assert unloadable(lambda: read_sheet(many, "f"))[:3] == (MOST_ROWS + 2, 1, UNREADABLE_TABLE)
    assert len(read_sheet(many[:-2], "f").lines) == MOST_ROWS


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("", (1, 1), "the file is empty"),
        ("\n \n", (1, 1), "the file is empty"),
        ("LastName;Company\nNolan;Acme\n", (1, 1), "separated by semicolons or tabs"),
        ("LastName,,Company\n", (1, 2), "the header has an empty cell"),
        ("LastName,Company,LastName\n", (1, 3), "the column 'LastName' is there twice"),
        ("LastName,company\n", (1, 2), "Lead has no field 'company'; did you mean Company?"),
        ("LastName,Shoe\n", (1, 2), "Lead has no field 'Shoe'; delete the column"),
        ('LastName,Company\nNolan,Acme\n"Demir,Acme\n', (3, 1), "the row cannot be read"),
        ('LastName,Company\n"No"lan,Acme\n', (2, 1), "the row cannot be read"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_place_and_code(text, place, said):
    line, column, code, words = unloadable(lambda: insert(text))

    assert (line, column, code) == (*place, UNREADABLE_TABLE)
    assert said in words


def test_a_refusal_begins_with_file_line_column_and_code():
    assert str(
        refusal(org(), Import(object="Lead", operation="insert", csv="", file="a.csv"))["csv"]
    ).startswith("a.csv:1:1 C118 the file is empty")


def test_a_formula_in_a_cell_is_told_and_stays_plain_text():
    found = insert(
        'LastName,Company,Phone\n"=HYPERLINK(""http://x"")",Acme,+353 21 555 0147\nNolan,-Acme,-\n'
    )

    row = found.org.row("00Q000000000002")
    assert row.get("LastName") == '=HYPERLINK("http://x")'
    assert found.told[0] == "2 rows of leads.csv loaded."
    assert [warning.partition(" begins")[0] for warning in found.told[1:]] == [
        f"leads.csv:2:1 {FORMULA_IN_CELL} LastName",
        f"leads.csv:3:2 {FORMULA_IN_CELL} Company",
    ]
    assert found.told[2].endswith(
        "begins like a formula ('-Acme'); it is kept as plain text and never worked out."
    )
    assert "\"'=HYPERLINK(" in found.success
    assert not any(cell.startswith("=") for cell in next(csv.reader([found.success.splitlines()[1]])))


def test_a_row_with_too_many_cells_names_its_line():
    found = insert("LastName,Company\nNolan,Acme, Ltd\nDemir,Beta\n")

    assert found.told[0] == "1 row of leads.csv loaded, 1 not: the error table says why."
    assert "Line 2 has 3 cells and the header 2; put texts with commas in double quotes." in found.errors


def test_a_row_can_span_lines_and_blank_lines_are_passed_over():
    sheet = read_sheet('LastName,Description\r\n"Nolan","one\r\ntwo"\r\n\r\nDemir,\r\n', "f")

    assert [(line.number, line.cells) for line in sheet.lines] == [
        (2, ("Nolan", "one\ntwo")),
        (5, ("Demir", "")),
    ]


def test_lines_may_end_as_on_any_system():
    same = [f"LastName,Company{end}Nolan,Acme{end}" for end in ("\n", "\r\n", "\r")]

    sheets = [read_sheet(text, "f") for text in same]
    assert sheets[0].lines[0].cells == ("Nolan", "Acme")
    assert sheets == [sheets[0]] * 3


def test_an_upsert_that_could_mean_several_records_changes_none():
    start = done(
        org(),
        *(Create(object="Account", values={"Name": name, "External_Id__c": "7"}) for name in ("One", "Two")),
    )
    action = Import(
        object="Account", operation="upsert", csv="External_Id__c,Name\n7,X\n", external_id="External_Id__c"
    )

    assert "2 records have the External_Id__c '7', so none is changed." in apply(start, action).errors


def test_an_upsert_needs_a_field_that_is_an_external_id():
    action = Import(object="Lead", operation="upsert", csv="Company\nX\n", external_id="Company")

    assert refusal(org(), action) == {"": "'Company' is no external id of Lead, so it cannot find records."}


def test_an_exported_org_can_be_loaded_into_an_empty_one():
    full = done(
        org(),
        SetRole(opportunity="pilot", contact="aoife", role="Decision Maker", primary=True),
        Create(
            object="Lead", values={"LastName": "=1+1", "Company": "'quoted", "Description": 'a\n\nb, "c"'}
        ),
        Create(
            object="Event",
            values={"Subject": "Meeting", "StartDateTime": "2026-11-25T10:00:00Z", "DurationInMinutes": 30},
        ),
    )

    fresh = empty_org(profile(), TODAY, user="Dana Roth")
    for name in ORDER:
        found = apply(fresh, Import(object=name, operation="insert", csv=export(full)[name]))
        assert found.errors.count("\n") == 1, found.errors
        fresh = found.org

    assert {name: dict(fresh.tables[name]) for name in ORDER} == {
        name: dict(full.tables[name]) for name in ORDER
    }


@given(st.lists(st.lists(texts, min_size=2, max_size=2), max_size=4))
def test_a_table_is_read_back_as_it_was_written(rows):
    plain = [[cell.replace("\x00", "").replace("\r", "") for cell in row] for row in rows]
    written = table([map(guarded, row) for row in plain])

    read = list(
        csv.reader((f"{line}\n" for line in written.replace("\r\n", "\n").split("\n")[:-1]), strict=True)
    )

    assert [[unguarded(cell) for cell in row] for row in read] == plain


@given(texts)
def test_no_guarded_text_begins_like_a_formula_and_the_guard_comes_off(text):
    assert not guarded(text).startswith(RISKY[:-1])
    assert unguarded(guarded(text)) == text
