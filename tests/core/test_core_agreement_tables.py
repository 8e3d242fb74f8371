"""Tables from elsewhere: what is read as it was meant, and what is refused with its row."""

import pytest
from agreement_kit import FIVE
from hypothesis import assume, given
from hypothesis import strategies as st

from coach.core.agreement.reading import MOST_BYTES, BrokenTable
from coach.core.agreement.tables import read_groups, read_ratings, read_scale
from coach.core.conduct import Refused
from coach.core.table import guarded, table, unguarded

HEADER = ("candidate", "interviewer", "item", "rating")
READ = {"C-1": {"Dana": {"drive": 4, "calm": None}, "Kim": {"drive": 5}}}


def written(text, encoding="utf-8"):
    return read_ratings(text.encode(encoding), "r.csv", FIVE)


def refusal(text, encoding="utf-8"):
    with pytest.raises(BrokenTable) as caught:
        written(text, encoding)
    return str(caught.value)


def rows(*lines):
    return "\n".join([",".join(HEADER), *lines])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_separators_line_ends_and_byte_order_marks_do_not_matter(separator, end, encoding):
    lines = [HEADER, ("C-1", "Dana", "drive", "4"), ("C-1", "Dana", "calm", ""), ("C-1", "Kim", "drive", "5")]
    text = end.join(separator.join(cells) for cells in lines)

    assert written(text, encoding).ratings == READ


def test_columns_stand_in_any_order_and_others_are_left_aside_with_a_note():
    found = written("Rating,place, ITEM ,interviewer,candidate\n4,x,drive,Dana,C-1\n,,calm,Dana,C-1\n")

    assert found.ratings == {"C-1": {"Dana": {"drive": 4, "calm": None}}}
    assert found.notes == ("Not used: the column 'place'.",)


def test_blank_rows_quotes_spaces_and_decimals_of_nought_are_taken_as_meant():
    found = written(rows("", '"C-1", Dana ,"drive","4.0"', ",,,", 'C-1,Kim,drive,"5,0"'))

    assert found.ratings == {"C-1": {"Dana": {"drive": 4}, "Kim": {"drive": 5}}}


names = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.dictionaries(st.tuples(names, names, names), st.none() | st.integers(1, 5), min_size=1, max_size=8))
def test_a_table_that_the_program_writes_reads_back_whatever_the_names(drawn):
    assume(all(unguarded(guarded(one)) == one and plain(one) for who in drawn for one in who))
    lines = [[*map(guarded, who), "" if rating is None else str(rating)] for who, rating in drawn.items()]

    found = written(table([HEADER, *lines])).ratings

    assert {
        (candidate, interviewer, item): rating
        for candidate, sheets in found.items()
        for interviewer, items in sheets.items()
        for item, rating in items.items()
    } == drawn


def plain(name):
    return not set(name) & {"\0", "\r", "\n"} and name.encode(errors="replace").decode() == name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("C-1,Dana,drive,six", "row 2: rating 'six' is no whole number; write one from 1 to 5, or nothing"),
        ("C-1,Dana,drive,4.5", "row 2: rating '4.5' is no whole number"),
        ("C-1,Dana,drive,-1", "row 2: rating '-1' is no whole number"),
        ("C-1,Dana,drive,٤", "row 2: rating '٤' is no whole number"),
        ("C-1,Dana,drive,7", "row 2: rating 7 is outside the scale from 1 to 5; mend it, or name the scale"),
        ("C-1,Dana,drive,0", "row 2: rating 0 is outside the scale"),
        (",Dana,drive,4", "row 2: candidate is blank, so nobody knows what the row is about"),
        ("C-1,,drive,4", "row 2: interviewer is blank"),
        ("C-1,Dana,,4", "row 2: item is blank"),
        ("C-1,Dana,drive", "row 2: it has 3 cells where the header has 4"),
        ("C-1,Dana,drive,4,5", "row 2: it has 5 cells where the header has 4"),
        (f"{'x' * 101},Dana,drive,4", "row 2: candidate 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' has more than 100"),
        ('C-1,"Dana,drive,4', "row 2: the row cannot be read; put double quotes around texts"),
    ],
)
def test_a_row_that_is_not_right_is_told_with_its_number_and_what_to_do(line, said):
    message = refusal(rows(line))

    assert f"r.csv, {said}" in message
    assert message.endswith("Nothing was computed; mend the file and try again.")


def test_a_rating_given_twice_names_both_rows():
    message = refusal(rows("C-1,Dana,drive,4", "C-2,Dana,drive,4", " C-1 ,Dana,drive,3"))

    assert "row 4: the rating of 'C-1' by 'Dana' on 'drive' is in row 2 already" in message


def test_the_first_faults_are_listed_and_the_others_counted():
    message = refusal(rows(*(f"C-{number},Dana,drive,9" for number in range(12))))

    assert [f"row {number}:" in message for number in (2, 6, 7)] == [True, True, False]
    assert "7 more rows are not right either." in message


def test_rows_are_numbered_as_in_a_spreadsheet_blank_ones_and_long_cells_included():
    message = refusal(rows("", '"C\n1",Dana,drive,4', "C-2,Dana,drive,x"))

    assert "row 4: rating 'x'" in message


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("candidate,interviewer,item", "there is no column rating; the first row must name candidate"),
        ("candidate,interviewr,item,rating", "there is no column interviewer; rename 'interviewr'"),
        ("candidate,interviewer,item,rating,rating", "the column rating is there twice; delete one"),
    ],
)
def test_a_header_that_does_not_fit_is_told(header, said):
    assert f"r.csv, row 1: {said}" in refusal(f"{header}\n")


def test_other_encodings_and_other_files_are_refused():
    latin = refusal(rows("C-1,Dana,drive,4", "C-2,Jürgen,drive,4"), "latin-1")
    assert "r.csv, row 3: the file is not UTF-8 but in another encoding such as Latin-1" in latin
    assert "save it as “CSV UTF-8”" in latin
    assert "holds no plain text" in refusal(rows("C-1,Dana,drive,4"), "utf-16")
    assert "is empty; its first row must name candidate, interviewer, item and rating" in refusal("\n")
    assert "has a header and no ratings" in refusal(rows())


def test_a_file_that_is_too_large_or_has_too_many_items_is_refused():
    with pytest.raises(BrokenTable, match="has more than 32 MB, more than is read at once; split it"):
        read_ratings(b"x" * (MOST_BYTES + 1), "r.csv", FIVE)
    assert "has 501 different items, and at most 500" in refusal(
        rows(*(f"C-1,Dana,q{number},4" for number in range(501)))
    )


def test_names_that_would_disturb_a_terminal_are_shown_harmless():
    assert "⟨U+001B⟩[31m" in refusal(rows("C-1,Dana,drive,\x1b[31m"))


@pytest.mark.parametrize("text", ["1-5", " 1 - 5 ", "1–5"])
def test_a_scale_is_read(text):
    assert read_scale(text) == FIVE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("five", "'five' is no scale; write its lowest and highest rating, such as 1-5."),
        ("5-1", "A scale from 5 to 1 has 0 levels and may have 2 to 21; name the lowest first"),
        ("3-3", "has 1 levels"),
        ("0-100", "has 101 levels"),
    ],
)
def test_a_scale_that_cannot_be_is_refused(text, said):
    with pytest.raises(Refused) as caught:
        read_scale(text)

    assert said in str(caught.value)


def groups(text):
    return read_groups(text.encode(), "g.csv")


def test_groups_are_read():
    found = groups("applied;group;selected\n80;A;48\n40;B;12\n")

    assert [(one.name, one.selected, one.applied) for one in found.groups] == [("A", 48, 80), ("B", 12, 40)]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("A,9,8\nB,1,2", "row 2: 9 were selected and only 8 applied; mend one of the two"),
        ("A,1,8\nA,1,2", "row 3: the group 'A' is in row 2 already; put both together"),
        ("A,1,8", "has fewer than two groups to compare"),
        ("A,,8\nB,1,2", "row 2: selected '' is no whole number; write digits only"),
        ("A,1,2000000\nB,1,2", "applied is 2,000,000, and at most 1,000,000"),
    ],
)
def test_groups_that_cannot_be_are_refused(lines, said):
    with pytest.raises(BrokenTable) as caught:
        groups(f"group,selected,applied\n{lines}\n")

    assert said in str(caught.value)
