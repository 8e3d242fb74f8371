"""Questions that spoil an answer or touch a protected topic are told; good questions pass."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from coach.content.check import check
from coach.content.rules import interview_questions_forms as forms
from coach.core.bank import Question, QuestionKind

SAMPLES = Path(__file__).parent.parent / "data" / "content"
TODAY = date(2026, 11, 21)
BANK, KIT = "question_banks/sales.yaml", "question_banks/kits/first-round.yaml"
ASKED = "Tell me about a time when prospecting mattered."


@pytest.fixture
def root(tmp_path):
    shutil.copytree(SAMPLES / "library", tmp_path / "root")
    return tmp_path / "root"


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def problems(root, *names):
    return check([root / name for name in names or (BANK, KIT)], TODAY).problems


def test_a_question_of_the_bank_warns_and_names_every_country_and_what_to_ask_instead(root):
    shutil.copy(root / "question_banks/countries/xx.yaml", root / "question_banks/countries/zz.yaml")
    edit(root / "question_banks/countries/zz.yaml", "id: xx\ntitle: Farland", "id: zz\ntitle: Nearland")
    edit(root / BANK, ASKED, "Do you have children?")
    (found,) = (problem for problem in problems(root, BANK) if problem.code == "C311")
    assert not found.fatal
    assert found.text == (
        "'have children' touches 'Family', which must not be asked about in Farland and Nearland; "
        "instead: Name the hours and ask whether they can be met."
    )


def test_a_probe_is_looked_at_as_well_and_the_place_is_its_own(root):
    edit(root / BANK, "How did it end?", "Where are you originally from?")
    (found,) = problems(root, BANK)
    assert (found.code, found.line) == ("C311", 10)
    assert "which is a risk to ask about in Farland; leave it out" in found.text


def test_a_kit_of_that_country_is_refused_where_it_takes_the_question_up(root):
    edit(root / BANK, ASKED, "Tell me whether you have children.")
    edit(root / KIT, "consent:", "countries: [xx]\nconsent:")
    found = {problem.code: problem for problem in problems(root)}
    assert set(found) == {"C310", "C311"}
    assert found["C310"].fatal
    assert found["C310"].line == 16


def test_a_kit_of_another_country_takes_the_question_without_a_word(root):
    edit(root / BANK, ASKED, "Tell me whether you have children.")
    assert problems(root, KIT) == ()


def test_closing_words_are_looked_at_as_the_opening_is(root):
    edit(root / KIT, "What would you like to ask?", "Are you married, by the way?")
    edit(root / KIT, "consent:", "countries: [xx]\nconsent:")
    (found,) = problems(root, KIT)
    assert (found.code, found.line) == ("C310", 23)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Don't you think that a seller should call back the same day?"),
        ("en", "You do like working in a team, don't you?"),
        ("en", "Wouldn’t you agree that price comes last?"),
        ("en", "Surely you have handled objections before?"),
        ("en", "Tell me about your team. You are good with people, right?"),
        ("de", "Finden Sie nicht auch, dass man am selben Tag zurückrufen sollte?"),
        ("de", "Sie arbeiten doch gern im Team?"),
        ("de", "Sie können gut mit Kunden umgehen, oder?"),
    ],
)
def test_a_question_that_tells_its_answer_leads(language, text):
    assert forms.leads(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Why did you lose the deal, and what did you do next?"),
        ("en", "What do you know about us? Why do you want to work here?"),
        ("de", "Warum haben Sie das Geschäft verloren, und was haben Sie danach getan?"),
        ("de", "Wie gehen Sie vor? Was machen Sie zuerst?"),
    ],
)
def test_two_questions_in_one_are_told(language, text):
    assert forms.is_double(text, language)


def test_a_second_question_on_a_line_of_its_own_is_a_follow_up():
    assert not forms.is_double("Why did you lose the deal?\n\nWhat did you do next?", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Are you comfortable with cold outreach?"),
        ("en", "Do you use social media to find prospects?"),
        ("en", "Our team works under pressure. Can you handle that?"),
        ("de", "Haben Sie Erfahrung mit Kaltakquise?"),
        ("de", "Nutzen Sie soziale Medien, um Kunden zu finden?"),
    ],
)
def test_a_question_that_yes_answers_is_closed(language, text):
    assert forms.is_closed(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How many golf balls fit into a bus?"),
        ("en", "If you were an animal, which would you be?"),
        ("en", "Why are manhole covers round?"),
        ("de", "Wie viele Golfbälle passen in einen Bus?"),
        ("de", "Wenn Sie ein Tier wären, welches wären Sie?"),
    ],
)
def test_a_riddle_is_told(language, text):
    assert forms.teases(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Can you tell me about a deal you lost?"),
        ("en", "Tell me about a deal you lost. What did you do?"),
        ("en", "A customer asks: “Can you do it cheaper?” What would you say?"),
        ("en", 'A customer says "Don\'t you think it is too dear?" How would you answer?'),
        ("en", "If a prospect kept saying no, what would you do?"),
        ("en", "How would you decide which accounts to look after, and why?"),
        ("en", "How do you know whether a lead is good and when to stop?"),
        ("en", "How many companies did you approach in a month?"),
        ("en", "Describe your largest deal."),
        ("de", "Können Sie mir einen Fall schildern, in dem ein Kunde absprang?"),
        ("de", "Wenn ein Kunde viermal absagt, was tun Sie?"),
        ("de", "Ein Kunde fragt: „Geht das nicht billiger?“ Was antworten Sie?"),
        ("de", "Stellen Sie sich vor, die Lieferung kommt zu spät. Was tun Sie?"),
        ("de", "Woran merken Sie, dass ein Kunde kaufen will?"),
        ("fr", "N'êtes-vous pas d'accord ? Are you married, right?"),
    ],
)
def test_a_good_question_passes(language, text):
    assert not forms.leads(text, language)
    assert not forms.is_double(text, language)
    assert not forms.is_closed(text, language)
    assert not forms.teases(text, language)


def test_in_a_work_sample_a_closed_question_may_be_the_task(root):
    edit(root / BANK, ASKED, "May I have a discount?")
    assert problems(root, BANK) == ()
    edit(root / BANK, ASKED.replace("prospecting", "listening"), "Can you give me a discount today?")
    edit(
        root / BANK,
        "competency: listening\n    kind: behavioural",
        "competency: listening\n    kind: work-sample",
    )
    assert problems(root, BANK) == ()


def question(*anchors):
    return Question(
        id="q",
        competency="c",
        kind=QuestionKind.BEHAVIOURAL,
        text="Tell me.",
        minutes=1,
        probes=(),
        anchors=dict(zip((1, 3, 5), anchors, strict=True)),
    )


@pytest.mark.parametrize(
    ("anchors", "pair"),
    [
        (("Poor.", "Prepares well.", "Prepares **very well**."), (3, 5)),
        (("Hört zu.", "Hört gut zu.", "Hört gut zu und fragt nach."), (1, 3)),
        (("Average answer.", "Good answer.", "Asks twice."), (1, 3)),
        (("Asks the customer.", "The customer asks.", "Asks twice."), (1, 3)),
        (("Names no example.", "Names one example.", "Names one example with its result."), None),
        (("Names one.", "Names two.", "Names three."), None),
    ],
)
def test_neighbouring_anchors_must_differ_in_what_is_done(anchors, pair):
    assert forms.indistinct(question(*anchors)) == pair
