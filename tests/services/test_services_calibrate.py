"""Rating sample answers: what is met, what is kept, what counts, and what progress tells of it."""

import pytest

from coach.content.library import NotFound
from coach.core.conduct import Refused
from coach.core.sample import ENOUGH
from coach.export import Format, render
from coach.services import Services

KIT, BANK = "ae-first-round", "account-executive"


def rate_all(services, by, count=None):
    run = services.calibrate.open(KIT)
    for index, card in enumerate(run.cards[:count]):
        run.rate(index, min(max(card.sample.rating + by, 1), 5), "words that decided")
    return run


def test_kits_and_banks_with_samples_are_listed_with_what_is_rated(services):
    rate_all(services, 0, count=3)
    assert [(one.id, one.kit, one.rated, one.total) for one in services.calibrate.choices()] == [
        (KIT, True, 3, 17),
        (BANK, False, 3, len(services.library.samples(BANK).value.samples)),
    ]


def test_a_rating_is_on_disk_at_once_with_what_the_experts_gave(services, other):
    run = services.calibrate.open(KIT)
    given = run.rate(0, 2, "  “sent it to all” ")
    assert (given.event.rating, given.event.expert) == (2, run.cards[0].sample.rating)
    assert given.event.evidence == "“sent it to all”"
    assert other.calibrate.ratings() == (given,)
    assert other.calibrate.open(KIT).next_index == 1


def test_a_rating_without_evidence_or_off_the_scale_is_refused_and_not_kept(services):
    run = services.calibrate.open(KIT)
    with pytest.raises(Refused, match="needs evidence"):
        run.rate(0, 3, "  ")
    with pytest.raises(Refused, match="from 1 to 5"):
        run.rate(0, 6, "words")
    assert services.calibrate.ratings() == ()


def test_rating_the_same_answer_again_is_kept_and_does_not_count(services):
    run = rate_all(services, 1)
    before = services.calibrate.figures().figures
    again = run.rate(0, run.cards[0].sample.rating, "now I know")
    assert not again.first
    assert services.calibrate.figures().figures == before
    assert len(services.calibrate.ratings()) == len(run.cards) + 1


def test_ratings_count_once_whether_met_by_kit_or_by_bank(services):
    services.calibrate.open(KIT).rate(0, 3, "words")
    run = services.calibrate.open(BANK)
    assert run.rated == 1
    assert run.next_index is not None


def test_two_people_meet_the_answers_in_other_orders_and_have_figures_of_their_own(services):
    rate_all(services, 0)
    kim = services.for_profile("kim")
    mine, theirs = services.calibrate.open(BANK), kim.calibrate.open(BANK)
    assert [card.sample.id for card in mine.cards] != [card.sample.id for card in theirs.cards]
    assert kim.calibrate.figures().figures.count == 0


def test_an_unknown_name_says_what_there_is(services):
    with pytest.raises(NotFound) as caught:
        services.calibrate.open("ae-first-rond")
    assert "Did you mean 'ae-first-round'" in str(caught.value)


def test_a_kit_whose_bank_has_no_samples_says_where_there_are_some(folders, clock, tmp_path):
    from cli.cli_kit import write_content

    made = Services(folders, {}, content=write_content(tmp_path / "content"), clock=clock)
    with pytest.raises(NotFound, match=f"questions of 'tiny'. Choose '{BANK}'"):
        made.calibrate.open("tiny")
    assert "tiny" not in [one.id for one in made.calibrate.choices()]
    made.close()


def test_a_samples_file_that_cannot_be_read_is_told_in_the_list(folders, clock, tmp_path):
    from cli.cli_kit import write_content

    content = write_content(tmp_path / "content")
    (content / "question_banks/samples").mkdir()
    (content / "question_banks/samples/tiny-bank.yaml").write_text("bank: [", "utf-8")
    made = Services(folders, {}, content=content, clock=clock)
    troubles = {one.id: one.trouble for one in made.calibrate.choices()}
    assert "tiny-bank.yaml:2" in troubles["tiny"]
    assert "tiny-bank.yaml:2" in troubles["tiny-bank"]
    assert not troubles[BANK]
    made.close()


# --- Readiness ---------------------------------------------------------------------------------------


def test_progress_has_an_interviewing_part_once_a_sample_was_rated(services, clock):
    assert services.progress.view().interviewing.first == ()
    assert "Interviewing" not in text_of(services.progress.report())
    rate_all(services, 1)
    ready = services.progress.view().interviewing
    assert ready.figures.count == 17 >= ENOUGH
    assert ready.figures.lenient
    assert ready.last_at == clock.now
    assert ("Prospecting", 2) in [(title, one.count) for title, one in ready.by_competency]
    report = text_of(services.progress.report())
    for words in (
        "Interviewing",
        "17, the last on 3 Nov 2026",
        "lenient",
        "You are lenient.",
        "Only the first",
    ):
        assert words in report


def text_of(document):
    return " ".join(render(document, Format("txt")).data.decode().split())


def test_rating_samples_counts_as_a_day_of_learning_and_for_no_module(services, clock):
    rate_all(services, 0, count=2)
    clock.turn(minutes=2)
    rate_all(services, 0, count=1)
    view = services.progress.view()
    assert view.spent.total == 0
    assert view.spent.days == (clock.now.date(),)


def test_the_rest_of_training_does_not_mind(services):
    rate_all(services, 0, count=2)
    services.practice.open(KIT, 1)
    assert services.training.state.steps == {}
    assert services.reviews.due() == ()
    assert services.exports.csv()
