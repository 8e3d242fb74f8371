"""Countries' profiles are read, checked and shown, and make the guide's protected topics."""

import json
import shutil
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from coach.cli.countries import countries as command
from coach.content.check import check
from coach.content.library import ContentError, Library, NotFound
from coach.core.country import Counted

ROOT = Path(__file__).parents[2]
SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)
PROFILE = "question_banks/countries/xx.yaml"
TOPICS = "question_banks/shared/topics.yaml"
KIT = "question_banks/kits/first-round.yaml"


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    return tmp_path / "root"


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def add(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def lines(*paths, today=TODAY):
    return [str(problem) for problem in check(paths, today).problems]


def test_a_profiles_topics_get_the_words_by_which_they_are_noticed(root):
    family, origin = Library([root]).country("xx").value.topics
    assert family.words["en"] == ("(are|is) (you|he|she|they) married", "(have|has|had|any) (children|kids)")
    assert (family.level, origin.level) == ("prohibited", "risky")


def test_words_of_an_earlier_root_count_before_those_of_a_later_one(root, tmp_path):
    own = tmp_path / "own" / TOPICS
    own.parent.mkdir(parents=True)
    shutil.copy(SAMPLES / "good/c319.yaml", own)
    family, origin = Library([tmp_path / "own", root]).country("xx").value.topics
    assert family.words["en"] == ("are you married",)
    assert origin.words["en"] == ("originally from",)


def test_a_kits_countries_make_the_topics_of_its_guide(root):
    add(root / KIT, "countries: [yy, xx]\n")
    guide = Library([root]).guide("first-round")
    assert [topic.id for topic in guide.topics] == ["family", "origin"]
    assert guide.topics[0].alternative == "Name the hours and ask whether they can be met."


def test_a_kit_of_an_unknown_country_cannot_be_used_and_says_why(root):
    add(root / KIT, "countries: [xxx]\n")
    with pytest.raises(
        ContentError, match=r"C317 there is no profile of a country 'xxx', .* did you mean 'xx'"
    ):
        Library([root]).guide("first-round")


def test_a_kit_of_a_country_that_cannot_be_read_says_to_mend_the_profile(root):
    add(root / KIT, "countries: [xx]\n")
    edit(root / PROFILE, "months: 6", "months: lots")
    found = "\n".join(lines(root))
    assert (
        "C317 the profile of 'xx' cannot be used, so nobody would be told there what not to ask; mend"
        in found
    )
    with pytest.raises(ContentError, match="C317"):
        Library([root]).guide("first-round")


@pytest.mark.parametrize(
    ("period", "told"), [("    months: 6\n    days: 3\n", "both months"), ("", "neither months")]
)
def test_a_period_is_given_once_or_the_profile_cannot_be_used(root, period, told):
    edit(root / PROFILE, "    months: 6\n", period)
    assert f"C321 this retention profile has {told}" in "\n".join(lines(root / PROFILE))
    with pytest.raises(ContentError, match="C321"):
        Library([root]).country("xx")


def test_topics_and_periods_with_the_same_id_are_told(root):
    edit(root / PROFILE, "id: origin", "id: family")
    edit(
        root / PROFILE,
        "retention:\n",
        "retention:\n  - {id: xx-usual, title: A, days: 1, counted_from: decision, reason: B}\n",
    )
    assert [line.split()[1] for line in lines(root / PROFILE)] == ["C010", "C010"]


def test_a_topic_whose_pattern_cannot_be_read_is_left_out_and_the_rest_kept(root):
    edit(root / TOPICS, "[originally from]", "[(originally from|born) in]")
    library = Library([root])
    assert set(library.topics()) == {"family"}
    family, origin = library.country("xx").value.topics
    assert (bool(family.words), bool(origin.words)) == (True, False)
    found = "\n".join(lines(root))
    assert "C320 the words '(originally from|born) in' cannot be read" in found
    assert "xx.yaml:10:9 C322 no shared/topics.yaml has words for the topic 'origin'" in found


def test_every_example_is_tried_and_a_wrong_one_told_where_it_stands(root):
    edit(
        root / TOPICS,
        "[Where are you originally from?]",
        "[Where are you originally from?, Whence do you come?]",
    )
    edit(root / TOPICS, "[The idea came from a colleague.]", "[The idea was originally from Bob.]")
    found = lines(root / TOPICS)
    assert "C319 'Whence do you come?' should touch 'origin', but no pattern" in found[0]
    assert "C319 'The idea was originally from Bob.' should be left alone" in found[1]
    assert "'originally from' in it" in found[1]


def test_a_topic_without_examples_is_not_accepted(root):
    edit(root / TOPICS, "        leaves: [The idea came from a colleague.]\n", "")
    assert "C021" in lines(root / TOPICS)[0]


@pytest.mark.parametrize(("day", "old"), [(date(2027, 11, 2), False), (date(2027, 11, 3), True)])
def test_a_profile_grows_old_after_a_year(root, day, old):
    told = [line for line in lines(root / PROFILE, today=day) if " C318 " in line]
    assert bool(told) is old


def test_a_profile_of_its_own_place_is_known_by_its_keys(tmp_path, root):
    shutil.copy(root / PROFILE, tmp_path / "xx.yaml")
    shutil.copy(root / TOPICS, tmp_path / "words.yaml")
    assert [line.split()[1] for line in lines(tmp_path / "xx.yaml")] == ["C322", "C322"]
    assert lines(tmp_path / "words.yaml") == []


def test_a_profile_is_called_like_its_file(root):
    (root / PROFILE).rename(root / "question_banks/countries/zz.yaml")
    assert "C017 the id here is 'xx' but the file or folder is called 'zz'" in "\n".join(lines(root))
    with pytest.raises(ContentError, match="C017"):
        Library([root]).country("zz")


def test_what_comes_with_the_program_has_no_problem():
    library = Library([ROOT])
    assert library.countries() == ("at", "de", "fr", "nl", "pl", "uk", "us")
    report = check([ROOT / "question_banks"], TODAY, library)
    assert [str(problem) for problem in report.problems] == []


def test_the_shipped_profiles_agree_with_what_the_law_is_said_to_be():
    usual = {
        name: Library([ROOT]).country(name).value.retention[0] for name in ("de", "at", "us", "nl", "fr")
    }
    assert (usual["de"].months, usual["de"].counted_from) == (6, Counted.REJECTION)
    assert (usual["at"].months, usual["at"].counted_from) == (7, Counted.APPLICATION)
    assert (usual["us"].months, usual["us"].counted_from) == (12, Counted.DECISION)
    assert (usual["nl"].days, usual["fr"].months) == (28, 24)


def test_the_shipped_kit_shows_the_topics_of_all_its_countries_each_once():
    guide = Library([ROOT]).guide("ae-first-round")
    names = [topic.id for topic in guide.topics]
    assert len(names) == len(set(names)) == 12
    assert {"family", "pay-history", "military"} <= set(names)
    assert all(topic.words["en"] and topic.words["de"] for topic in guide.topics)


@pytest.fixture
def run(root):
    class Shelves:
        library = Library([root])

    @click.group()
    @click.pass_context
    def program(ctx):
        ctx.obj = Shelves()

    program.add_command(command)

    def call(*arguments):
        return CliRunner().invoke(program, ["countries", *arguments], catch_exceptions=False)

    return call


def test_countries_are_listed_with_their_date_and_usual_period(run):
    assert run("list").stdout.splitlines() == [
        "xx · Farland · as of 2026-11-01 · 2 topics · kept 6 months",
        "yy · Elsewhere · as of 2026-11-01 · retention only · kept 28 days",
    ]


def test_a_profile_that_cannot_be_used_is_named_and_the_others_listed(run, root):
    edit(root / PROFILE, "months: 6", "months: lots")
    result = run("list")
    assert result.stdout.startswith("yy · ")
    assert result.stderr.startswith("xx cannot be used: ")


def test_without_profiles_the_list_says_how_to_start_one(run, root):
    shutil.rmtree(root / "question_banks/countries")
    assert run("list").stderr == (
        "There are no profiles of countries yet. coach new country NAME starts one.\n"
    )


def test_a_country_is_shown_with_what_to_ask_instead_and_the_period(run):
    shown = run("show", "xx").stdout
    assert "  Marriage and children.\n    Must not be asked. Instead: Name the hours and ask" in shown
    assert "  Where somebody or their family is from.\n    A risk to ask. Instead: nothing.\n" in shown
    assert "  xx-usual: 6 months from the day on which the candidate received the\n  rejection\n" in shown
    assert "  A made-up law, looked up on 2026-11-01\n" in shown


def test_a_country_that_protects_nothing_says_so(run):
    assert "This profile does not say." in run("show", "yy").stdout


def test_countries_come_as_json_too(run):
    listed = json.loads(run("list", "--json").stdout)
    assert [country["id"] for country in listed] == ["xx", "yy"]
    assert json.loads(run("show", "yy", "--json").stdout)["retention"][0]["days"] == 28


def test_an_unknown_country_is_told_with_where_to_look(run):
    with pytest.raises(NotFound, match=r"There is no country 'nowhere'\. coach countries list shows all"):
        run("show", "nowhere")


def test_a_new_profile_passes_the_checker(tmp_path):
    from coach.content.scaffold import scaffold

    (path,) = scaffold("country", "far-away", tmp_path, Library([]), TODAY)
    assert path == tmp_path / "question_banks/countries/far-away.yaml"
    report = check([path], TODAY, Library([SAMPLES / "library"]))
    assert [str(problem) for problem in report.problems] == []
