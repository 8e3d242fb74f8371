"""``coach agreement`` on files from anywhere."""

import json
from random import Random

import pytest

HEADER = "candidate,interviewer,item,rating"


def ratings(candidates=12, interviewers=("Dana", "Kim", "Aylin"), items=("drive", "calm", "order")):
    chance = Random(5)
    lines = [HEADER]
    for number in range(candidates):
        level = chance.choice((1, 2, 3, 4, 5))
        for who in interviewers:
            for item in items:
                rating = min(5, max(1, level + chance.choice((-1, 0, 0, 0, 1))))
                lines.append(f"C-{number:03},{who},{item},{rating}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def written(program):
    """Write files beside the program, as somebody would have them."""

    def write(**files):
        for name, text in files.items():
            data = text if isinstance(text, bytes) else text.encode()
            (program.folder / f"{name}.csv").write_bytes(data)
        return program

    return write


def test_a_report_says_what_was_read_and_how_far_the_interviewers_agree(written):
    done = written(r=ratings()).run("agreement", "r.csv")

    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= 80
    for heading in (
        "What was read",
        "Agreement overall",
        "Agreement by item",
        "Where ratings lie furthest apart",
        "Severity of interviewers",
        "Items",
        "What it means",
    ):
        assert f"\n{heading}\n" in done.out
    assert "Candidates: 12" in done.out
    assert "Krippendorff's alpha (ordinal)" in done.words
    assert "12 candidates, 3 interviewers" in done.words


def test_nothing_is_stored_and_no_database_is_needed(written):
    program = written(r=ratings())

    program.run("agreement", "r.csv")

    assert not list(program.home.glob("coach/**/*.db*"))
    assert [file.name for file in program.folder.iterdir()] == ["r.csv"]


def test_few_candidates_are_too_few_to_tell(written):
    done = written(r=ratings(candidates=4)).run("agreement", "r.csv")

    assert "Krippendorff's alpha (ordinal): too few to tell" in done.words
    assert "Too few to tell, a verdict needs 10 candidates." in done.words
    assert "r_wg" in done.out


def test_between_five_and_ten_candidates_a_value_stands_without_a_verdict(written):
    done = written(r=ratings(candidates=7)).run("agreement", "r.csv")

    assert "7 candidates, 3 interviewers): too few to tell, a verdict needs 10 candidates." in done.words


def test_the_report_as_json_holds_every_number_with_what_it_rests_on(written):
    done = written(r=ratings(interviewers=("Dana", "Kim"))).run("agreement", "r.csv", "--format", "json")

    found = json.loads(done.out)
    assert (found["file"], found["schema"]) == ("r.csv", 1)
    report = found["report"]
    assert report["scale"] == {"low": 1, "high": 5}
    for one in (report["alpha"], report["kappa"], report["single"], report["mean"]):
        assert one["candidates"] == 12
        assert one["raters"] == 2
        assert one["interval"]["low"] <= one["value"] <= one["interval"]["high"]
        assert one["standing"] == "judged"


def test_the_same_file_gives_the_same_report_every_time(written):
    program = written(r=ratings())

    first, second = (program.run("agreement", "r.csv", "--format", "json").out for _ in range(2))

    assert first == second


def test_a_report_can_be_written_to_a_file_in_any_format(written):
    program = written(r=ratings())

    for name, beginning in (("a.pdf", b"%PDF"), ("a.html", b"<!"), ("a.json", b"{"), ("a.md", b"# ")):
        assert program.run("agreement", "r.csv", "--output", name).code == 0
        assert (program.folder / name).read_bytes().startswith(beginning)


def test_another_scale_is_named(written):
    program = written(r=f"{HEADER}\nC-1,Dana,drive,7\nC-1,Kim,drive,6\n")

    refused = program.run("agreement", "r.csv")
    done = program.run("agreement", "r.csv", "--scale", "1-7")

    assert refused.code == 1
    assert (
        "row 2: rating 7 is outside the scale from 1 to 5; mend it, or name the scale with --scale"
        in refused.err
    )
    assert done.code == 0
    assert "Scale: 1 to 7" in done.out


def test_a_scale_that_cannot_be_is_wrong_use(written):
    done = written(r=ratings()).run("agreement", "r.csv", "--scale", "best")

    assert (done.code, done.out) == (2, "")
    assert "'best' is no scale" in done.err


def test_a_broken_file_gives_sentences_and_no_statistics(written):
    done = written(r=f"{HEADER}\nC-1,Dana,drive,4\nC-1,Dana,drive,5\nC-2,Dana,drive,x\n").run(
        "agreement", "r.csv"
    )

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(
        "coach: r.csv, row 3: the rating of 'C-1' by 'Dana' on 'drive' is in row 2 already"
    )
    assert "r.csv, row 4: rating 'x' is no whole number" in done.err
    assert "Traceback" not in done.err


def test_columns_that_are_not_used_are_named_beside_the_report(written):
    done = written(r="place;rating;item;interviewer;candidate\nHalle;4;drive;Dana;C-1\n").run(
        "agreement", "r.csv"
    )

    assert done.code == 0
    assert done.err == "Not used: the column 'place'.\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [("nowhere.csv", "nowhere.csv cannot be read: No such file"), (".", ". cannot be read:")],
)
def test_a_file_that_cannot_be_read_is_told(program, name, said):
    done = program.run("agreement", name)

    assert done.code == 1
    assert f"coach: {said}" in done.err


def test_names_with_controls_or_markup_come_out_harmless(written):
    text = ratings(interviewers=("\x1b[31mDana", "[bold]Kim[/]", "=1+1"))
    done = written(r=text).run("agreement", "r.csv")

    assert done.code == 0
    assert "\x1b" not in done.out
    assert "⟨U+001B⟩" in done.out
    assert "[bold]Kim[/]" in done.out


def test_adverse_impact_comes_from_a_file_of_its_own(written):
    done = written(g="group,selected,applied\nA,48,80\nB,12,40\nC,1,4\n").run(
        "agreement", "--impact", "g.csv"
    )

    assert (done.code, done.err) == (0, "")
    assert "0.50" in done.out
    assert "0.0034" in done.out
    assert "adverse impact: under four fifths, and more than chance explains" in done.words
    assert "too few to tell" in done.words
    assert "Look into how these were selected: B." in done.words


def test_adverse_impact_as_json_hides_small_groups(written):
    program = written(g="group,selected,applied\nA,48,80\nB,12,40\nC,1,4\n")

    found = json.loads(program.run("agreement", "--impact", "g.csv", "--format", "json").out)

    by_group = {one["group"]: one for one in found["impacts"]}
    assert by_group["B"]["ratio"] == 0.5
    assert by_group["C"]["applied"] is None


@pytest.mark.parametrize("words", [[], ["r.csv", "--impact", "g.csv"]])
def test_ratings_and_groups_are_kept_apart(written, words):
    done = written(r=ratings(), g="group,selected,applied\nA,1,2\nB,1,2\n").run("agreement", *words)

    assert (done.code, done.out) == (2, "")
    assert "Name one file: RATINGS.csv with ratings, or --impact GROUPS.csv" in done.err


def test_two_hundred_thousand_rows_are_read_and_analysed_in_seconds(written):
    names = tuple(f"q{number}" for number in range(20))
    program = written(r=ratings(candidates=2500, interviewers=("A", "B", "C", "D"), items=names))

    done = program.run("agreement", "r.csv")

    assert done.code == 0
    assert "Ratings: 200,000" in done.out


def test_our_own_export_of_scorecards_is_read_as_it_is(written):
    told = ratings().replace("item,rating", "question,rating", 1)
    own = "\n".join(f"2026-11-02,{line}" for line in told.splitlines()).replace("2026-11-02", "submitted", 1)
    done = written(r=own).run("agreement", "r.csv")
    assert (done.code, done.err) == (0, "Not used: the column 'submitted'.\n")
    assert "Agreement by item" in done.out


def test_where_a_file_has_both_columns_the_item_counts(written):
    header, *rows = ratings().splitlines()
    both = "\n".join([f"{header},question", *(f"{row},x" for row in rows)])
    done = written(r=both).run("agreement", "r.csv")
    assert "Not used: the column 'question'." in done.err
    assert "drive" in done.out
