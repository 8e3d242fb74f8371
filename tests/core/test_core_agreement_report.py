"""The report on a table of ratings as a whole."""

from time import process_time

from agreement_kit import FIVE, KAPPA_FIRST, KAPPA_SECOND, crossed, drawn

from coach.core.agreement.coefficient import Method, Standing
from coach.core.agreement.report import report


def reported(ratings):
    return report(ratings, FIVE)


def test_a_report_counts_what_was_read_and_what_was_not_assessed():
    found = reported(drawn(12, 3, 4, missing=0.2))

    counts = found.counts
    assert (counts.candidates, counts.interviewers, counts.items) == (12, 3, 4)
    assert counts.ratings + counts.not_assessed == 144
    assert counts.not_assessed > 0
    assert [one.item for one in found.by_item] == ["q0", "q1", "q2", "q3"]


def test_too_few_candidates_leave_the_spreads_and_no_coefficient():
    found = reported(drawn(3, 3, 4))

    assert {one.standing for one in (found.alpha, found.single, found.mean)} == {Standing.TOO_FEW}
    assert found.widest
    assert found.published
    assert [round(one.reliability, 3) for one in found.panels] == [0.44, 0.611, 0.702, 0.759, 0.797]


def test_the_widest_spreads_come_first_and_only_twenty_of_them():
    found = reported(drawn(30, 3, 4, noise=1.5))

    ranges = [one.spread.range for one in found.widest]
    assert len(ranges) == 20
    assert ranges == sorted(ranges, reverse=True)
    assert sum(one.wide for one in found.by_item) >= sum(one.spread.wide for one in found.widest)


def test_two_interviewers_get_kappa_and_three_do_not():
    two = reported(crossed(list(zip(KAPPA_FIRST, KAPPA_SECOND, strict=True))))

    assert round(two.kappa.value, 5) == 0.84141
    assert reported(drawn(12, 3, 2)).kappa is None


def test_the_design_decides_which_correlation_is_told():
    same = drawn(12, 2, 3)
    others = {
        name: {f"{rater}{place}": sheet for rater, sheet in found.items()}
        for place, (name, found) in enumerate(same.items())
    }

    assert [one.name for one in (reported(same).single, reported(same).mean)] == ["ICC(2,1)", "ICC(2,k)"]
    assert [one.name for one in (reported(others).single, reported(others).mean)] == ["ICC(1,1)", "ICC(1,k)"]


def test_the_same_ratings_give_the_same_report():
    ratings = drawn(15, 3, 4, missing=0.1)

    assert reported(ratings) == reported(ratings)


def test_an_interviewer_who_rated_nothing_and_a_table_without_a_rating_are_no_error():
    ratings = {"C-1": {"a": {"q": None}, "b": {"q": None}}, "C-2": {"a": {"q": None}}}

    found = reported(ratings)

    assert (found.counts.ratings, found.alpha.value, found.band, found.severities) == (0, None, None, ())


def test_a_large_table_takes_a_moment():
    ratings = drawn(2500, 4, 20)

    began = process_time()
    found = reported(ratings)

    assert process_time() - began < 3
    assert found.alpha.interval.method is Method.JACKKNIFE
