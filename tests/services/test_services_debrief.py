import pytest
from msgspec.structs import replace
from panel_kit import LEAD, PANEL, Clock, draft, hold, opened, services_in

from coach.core import conduct
from coach.core.conduct import Refused
from coach.core.interview import Overall
from coach.core.panel import opening
from coach.core.panel.comparison_words import HIDDEN, place_text, summary
from coach.core.panel.dossier import replay
from coach.core.panel.terms import Member, Role, Visibility
from coach.core.scoring import score
from coach.services import streams
from coach.services.drafting import terms_of
from coach.services.gate import Closed
from coach.services.requisition import UnknownRequisition

REQ = "ae-berlin"
MEMBERS = ("lena", "dana", "omar")
REASON = "made up reason"


@pytest.fixture
def lead(tmp_path):
    services = services_in(tmp_path)
    yield services
    services.close()


def rate(lead, candidate, **levels):
    """Hold the interviews of a candidate by these members, all questions at a level or as a mapping says."""
    questions = [question.id for question in lead.library.guide("ae-first-round").questions]
    for member, level in levels.items():
        ratings = level if isinstance(level, dict) else dict.fromkeys(questions, level)
        hold(lead.for_profile(member), f"{REQ}.{candidate.lower()}.{member}", ratings)


def looks(lead, candidate):
    """Who saw what of others, in order."""
    record = replay(lead.log.read(streams.dossier(REQ, candidate)))
    return [(look.by, look.what) for look in record.looks]


@pytest.fixture
def three(lead):
    """C-001 first, C-002 second, C-003 last, far enough apart; C-004 not yet rated."""
    opened(lead, ("C-001", "C-002", "C-003", "C-004"))
    rate(lead, "C-001", lena=5, dana=5, omar=5)
    rate(lead, "C-002", lena=3, dana=3, omar=3)
    rate(lead, "C-003", lena=1, dana=1, omar=1)
    return lead


def test_the_largest_disagreement_comes_first_with_everybodys_evidence(lead):
    opened(lead)
    rate(lead, "C-001", lena=3, dana={"last-demo": 1}, omar={"last-demo": 5, "deal-you-lost": 4})
    view = lead.debriefs.view(REQ, "c-001")

    first, second, *rest = view.rows
    assert (first.title, first.rated.spread.range) == ("Presenting", 4)
    assert first.rated.by_member == {"lena": 3, "dana": 1, "omar": 5}
    assert (second.title, second.rated.spread.range) == ("Resilience and drive", 1)
    assert [voice.note for voice in first.evidence[0].voices] == [
        f"made up evidence of {member}" for member in MEMBERS
    ]
    assert all(row.rated.spread.range == 0 for row in rest)


def test_before_the_own_scorecard_is_in_a_debrief_says_the_same_whatever_the_others_did(lead):
    opened(lead)
    rate(lead, "C-001", dana=5, omar=5)
    told = set()
    for candidate in ("C-001", "C-002"):
        for wish in (
            lambda one: lead.debriefs.view(REQ, one),
            lambda one: lead.debriefs.open(REQ, one),
            lambda one: lead.debriefs.rescore(REQ, one, "presenting", 3, REASON),
            lambda one: lead.debriefs.composite(REQ, one, Overall.YES, REASON),
            lambda one: lead.debriefs.decide(REQ, one, "offer", REASON),
            lambda one: lead.debriefs.departures(REQ, one, "offer"),
        ):
            with pytest.raises(Closed) as refused:
                wish(candidate)
            told.add(str(refused.value).replace(candidate, "X"))
    assert len(told) == 1
    assert looks(lead, "C-001") == []


def test_each_opening_goes_on_record_with_the_scorecards_that_were_seen(three):
    three.for_profile("dana").debriefs.view(REQ, "C-001")
    three.for_profile("dana").debriefs.view(REQ, "C-001")
    three.for_profile("hanna").debriefs.view(REQ, "C-001")

    record = replay(three.log.read(streams.dossier(REQ, "C-001")))
    assert [(look.by, look.what) for look in record.looks] == [
        ("dana", "debrief"),
        ("dana", "debrief"),
        ("hanna", "debrief"),
    ]
    assert record.looks[0].interviews == (f"{REQ}.c-001.lena", f"{REQ}.c-001.omar")


def test_only_the_lead_opens_and_who_comes_later_takes_part_when_it_is_opened_again(lead):
    opened(lead)
    rate(lead, "C-001", lena=3, dana=4)
    with pytest.raises(Closed, match="Only the lead"):
        lead.for_profile("dana").debriefs.open(REQ, "C-001")
    lead.debriefs.open(REQ, "C-001")
    rate(lead, "C-001", omar=2)
    omar = lead.for_profile("omar")
    with pytest.raises(Refused, match="take part in the debrief"):
        omar.debriefs.composite(REQ, "C-001", Overall.NO, REASON)
    assert omar.debriefs.view(REQ, "C-001").seat("omar").late

    lead.debriefs.open(REQ, "C-001")
    assert omar.debriefs.composite(REQ, "C-001", Overall.NO, REASON).seat("omar").composite.level == "no"


def test_opening_again_without_anybody_new_changes_nothing(three):
    first = three.debriefs.open(REQ, "C-001")
    assert three.debriefs.open(REQ, "C-001") == first


def test_a_rating_anew_keeps_what_stood_before_and_moves_no_score(three):
    three.debriefs.open(REQ, "C-002")
    before = three.debriefs.view(REQ, "C-002")
    after = three.for_profile("dana").debriefs.rescore(
        REQ, "C-002", "Presenting", 5, "I had missed the result"
    )

    row = next(row for row in after.rows if row.competency == "presenting")
    assert (row.rescores["dana"].before, row.rescores["dana"].after) == (3, 5)
    assert row.rated.by_member["dana"] == 3
    assert (after.score, after.rank) == (before.score, before.rank)
    assert three.comparisons.view(REQ).rows[1].place.score == 50


def test_a_competency_that_was_not_assessed_has_nothing_before(lead):
    opened(lead)
    rate(lead, "C-001", lena=3, dana={"last-demo": None}, omar=4)
    lead.debriefs.open(REQ, "C-001")
    view = lead.for_profile("dana").debriefs.rescore(REQ, "C-001", "presenting", 2, "heard from Omar's notes")
    row = next(row for row in view.rows if row.competency == "presenting")
    assert row.rescores["dana"].before is None
    assert row.rated.value == 3.5, "not assessed is no number"


@pytest.mark.parametrize(
    ("wish", "says"),
    [
        (
            lambda d: d.rescore(REQ, "C-001", "charm", 3, REASON),
            "does not rate 'charm'. It rates: prospecting",
        ),
        (lambda d: d.rescore(REQ, "C-001", "presenting", 6, REASON), "from 1 to 5"),
        (lambda d: d.rescore(REQ, "C-001", "presenting", 3, "  "), "Give the reason"),
        (lambda d: d.composite(REQ, "C-001", Overall.YES, ""), "Give the reason"),
        (lambda d: d.decide(REQ, "C-001", "perhaps", REASON), "A decision is one of: offer"),
        (lambda d: d.decide(REQ, "C-001", "offer", " "), "Give the reason"),
        (lambda d: d.decide(REQ, "C-002", "reject", REASON), "not debriefed yet"),
        (
            lambda d: d.decide(REQ, "C-001", "reject", REASON),
            "C-001 has the first place and would be rejected",
        ),
        (lambda d: d.decide(REQ, "C-001", "offer", REASON, "why"), "does not depart"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_leaves_no_trace(three, wish, says):
    three.debriefs.open(REQ, "C-001")
    number = replay(three.log.read(streams.dossier(REQ, "C-001"))).number
    with pytest.raises(Refused, match=says):
        wish(three.debriefs)
    assert replay(three.log.read(streams.dossier(REQ, "C-001"))).number == number


def test_a_decision_keeps_the_place_of_that_moment_and_why_it_departs(three):
    for candidate in ("C-001", "C-003"):
        three.debriefs.open(REQ, candidate)
    assert three.debriefs.departures(REQ, "C-003", "offer") != ()
    view = three.debriefs.decide(REQ, "C-003", "offer", REASON, "The two others withdrew")

    assert (view.decision.rank, view.decision.among) == (3, 3)
    assert view.decision.departure == "The two others withdrew"
    again = three.debriefs.decide(REQ, "C-003", "reject", "They withdrew, too")
    assert [one.outcome for one in again.decisions] == ["offer", "reject"]
    assert again.decision.departure == ""


def test_the_place_of_a_decision_tells_an_interviewer_nothing_of_whom_they_do_not_see(three):
    """The place runs over all whom the lead sees; dana has not handed in about C-004, who is better."""
    three.debriefs.open(REQ, "C-002")
    rate(three, "C-004", lena=4, omar=4)
    three.debriefs.decide(REQ, "C-002", "reserve", REASON)
    told = {
        who: three.for_profile(who).debriefs.view(REQ, "C-002").decision for who in ("lena", "dana", "hanna")
    }
    assert (told["lena"].rank, told["lena"].among) == (3, 4)
    assert told["hanna"] == told["lena"]
    assert (told["dana"].outcome, told["dana"].rank, told["dana"].among) == ("reserve", None, 0)
    rate(three, "C-004", dana=4)
    assert three.for_profile("dana").debriefs.view(REQ, "C-002").decision == told["lena"]


# --- Comparison ------------------------------------------------------------------------------------


def test_only_revealed_candidates_are_ranked_and_the_others_are_a_name_alone(three):
    rate(three, "C-004", dana=5, omar=5)
    view = three.comparisons.view(REQ)
    assert [(row.candidate, place_text(view, row)) for row in view.rows] == [
        ("C-001", "place 1 of 3"),
        ("C-002", "place 2 of 3"),
        ("C-003", "place 3 of 3"),
        ("C-004", HIDDEN),
    ]
    assert view.rows[3].place is None
    assert "The places run over 3 of 4 candidates; 3 are revealed to you." in summary(view)
    assert looks(three, "C-004") == []
    assert three.comparisons.statistics(REQ).hidden == 1


def test_the_comparison_goes_on_record_once_for_each_scorecard_it_shows(three):
    dana = three.for_profile("dana")
    dana.comparisons.view(REQ)
    dana.comparisons.view(REQ)
    assert looks(three, "C-001") == [("dana", "comparison")]


def test_who_is_not_on_the_panel_learns_of_no_requisition(three):
    for ask in (
        lambda s: s.comparisons.view(REQ),
        lambda s: s.comparisons.statistics(REQ),
        lambda s: s.debriefs.view(REQ, "C-001"),
        lambda s: s.panel_reports.requisition(REQ),
    ):
        with pytest.raises(UnknownRequisition):
            ask(three.for_profile("stranger"))


def test_a_single_members_score_in_the_comparison_is_the_score_of_the_scorecard(lead):
    opened(lead, members=(LEAD,), quorum=1)
    rate(lead, "C-001", lena={"last-demo": 5, "deal-you-lost": 1, "cold-start-customer": None})
    own = lead.interviews.state(f"{REQ}.c-001.lena").score
    place = lead.comparisons.view(REQ).rows[0].place
    assert (place.score, place.coverage) == (own.value, own.coverage)
    assert lead.debriefs.view(REQ, "C-001").score == own


def agreed(lead, name, guide, candidates=()):
    """Open a requisition with a guide of one's own."""
    given = terms_of(lead.library, draft())
    terms = replace(given, guide=guide, fingerprint=guide.fingerprint)
    state = lead.requisitions.append(None, name, opening.open_requisition(terms))
    return lead.requisitions.add_candidates(state, candidates) if candidates else state


def test_a_dropped_question_counts_for_nobody_and_is_named_with_its_reason(lead):
    guide = lead.library.guide("ae-first-round")
    twice = replace(guide.question("last-demo"), id="another-demo")
    state = agreed(lead, REQ, replace(guide, questions=(*guide.questions, twice)), ["C-001"])
    lead.requisitions.lay_out(state)
    rate(lead, "C-001", lena={"another-demo": 5}, dana={"another-demo": 5}, omar={"another-demo": 5})
    assert lead.comparisons.view(REQ).rows[0].place.score == 53.125

    lead.requisitions.drop_question(lead.requisitions.state(REQ), "another-demo", "Misread by everybody")
    view = lead.comparisons.view(REQ)
    assert view.rows[0].place.score == 50
    assert "Does not count, for all candidates: question 9 (Presenting). Misread by everybody" in summary(
        view
    )
    debrief = lead.debriefs.view(REQ, "C-001")
    row = next(row for row in debrief.rows if row.competency == "presenting")
    assert [(one.number, one.dropped) for one in row.evidence] == [(3, ""), (9, "Misread by everybody")]
    assert row.rated.value == 3
    sheet = lead.sheets.view(f"{REQ}.c-001.dana")
    assert (sheet.score_text, sheet.counting) == ("53 of 100", "50 of 100"), "what was handed in stays"


def test_too_little_coverage_gives_no_place_and_says_why(lead):
    opened(lead)
    questions = [question.id for question in lead.library.guide("ae-first-round").questions]
    little = dict.fromkeys(questions[:3])
    rate(lead, "C-001", lena=little, dana=little, omar=little)
    rate(lead, "C-002", lena=3, dana=3, omar=3)
    view = lead.comparisons.view(REQ)
    assert [(row.candidate, place_text(view, row)) for row in view.rows] == [
        ("C-002", "place 1 of 1"),
        ("C-001", "no place: 63 % of the weight is rated, and a place needs 80 %"),
    ]


def test_erased_candidates_are_numbers_in_the_statistics_and_nowhere_else(three):
    before = three.comparisons.statistics(REQ)
    three.privacy.erase(REQ, "C-001", "The candidate asked for it.", early=True)

    view = three.comparisons.view(REQ)
    assert [row.candidate for row in view.rows] == ["C-002", "C-003", "C-004"]
    assert view.erased == 1
    after = three.comparisons.statistics(REQ)
    assert (after.revealed, after.erased) == (2, 1)
    assert after.report.counts.ratings == before.report.counts.ratings
    with pytest.raises(UnknownRequisition, match="erased"):
        three.debriefs.view(REQ, "C-001")


def test_erased_numbers_of_others_stay_closed_to_who_had_not_handed_in(lead):
    opened(lead)
    rate(lead, "C-001", lena=3, dana=4)
    lead.privacy.erase(REQ, "C-001", "The candidate asked for it.", early=True)
    assert lead.comparisons.statistics(REQ).erased == 1
    assert lead.for_profile("omar").comparisons.statistics(REQ).erased == 0


def test_requisitions_with_one_kit_can_be_compared_and_with_another_kit_they_are_refused(three):
    munich = three.requisitions.open(draft(), "ae-munich", ["C-001"])
    three.requisitions.lay_out(munich)
    for member in MEMBERS:
        hold(three.for_profile(member), f"ae-munich.c-001.{member}", {"last-demo": 5})
    rows = three.comparisons.view(REQ, "ae-munich").rows
    assert [row.candidate for row in rows[:2]] == ["ae-berlin C-001", "ae-munich C-001"]

    agreed(three, "ae-later", replace(munich.terms.guide, rev=2))
    with pytest.raises(Refused, match="ae-later cannot be compared: held with another version of the kit"):
        three.comparisons.view(REQ, "ae-later")


def test_an_interview_of_another_version_is_left_out_and_named(lead):
    state = opened(lead)
    state = lead.requisitions.add_candidates(state, ["C-005"])
    guide = replace(state.terms.guide, rev=2)
    name, omar = f"{REQ}.c-005.omar", "Omar Sample (made up)"
    planned = conduct.plan(guide, "C-005", omar, member="omar", requisition=REQ)
    lead.log.append(f"interview/{name}", 0, planned, actor="omar", at=lead.clock())
    lead.requisitions.lay_out(state)
    rate(lead, "C-005", lena=2, dana=2, omar=5)

    view = lead.comparisons.view(REQ)
    (left_out,) = view.left_out
    assert left_out.startswith(f"{name}, held with another version of the kit")
    assert (view.rows[0].place.members, view.rows[0].place.score) == (2, 25)
    assert f"Left out: {left_out}." in summary(view)
    assert [seat.member for seat in lead.debriefs.view(REQ, "C-005").seats] == ["lena", "dana"]


# --- Visibility never ------------------------------------------------------------------------------


@pytest.fixture
def never(lead):
    opened(lead, visibility=Visibility.NEVER)
    rate(lead, "C-001", lena=5, dana=3, omar=1)
    rate(lead, "C-002", dana=3, omar=1)
    return lead


def test_with_visibility_never_members_see_the_total_and_nothing_behind_it(never):
    dana = never.for_profile("dana")
    view = dana.comparisons.view(REQ)
    first = view.rows[0]
    assert (first.place.score, first.place.coverage) == (50, 1)
    assert (first.place.rank, first.place.competencies, first.place.members, first.interviews) == (
        None,
        (),
        0,
        (),
    )
    assert view.comparison is None
    assert looks(never, "C-001") == [("dana", "total")]

    found = dana.debriefs.view(REQ, "C-001")
    assert found.totals_only
    assert found.score.value == 50
    assert [seat.member for seat in found.seats] == ["dana"]
    assert {tuple(row.rated.by_member) for row in found.rows} == {("dana",)}
    assert found.rank is None
    with pytest.raises(Closed, match="you see the total alone"):
        dana.comparisons.statistics(REQ)
    with pytest.raises(Closed):
        dana.interviews.state(f"{REQ}.c-001.omar")


def test_with_visibility_never_the_total_still_waits_for_the_own_and_the_quorum(never):
    rate_later = never.for_profile("lena")
    assert [row.place is None for row in rate_later.comparisons.view(REQ).rows] == [False, True]
    with pytest.raises(Closed, match="Nothing of C-002 is revealed"):
        rate_later.debriefs.view(REQ, "C-002")


def test_with_visibility_never_a_decision_is_told_by_its_outcome_alone(never):
    never.debriefs.open(REQ, "C-001")
    never.debriefs.decide(REQ, "C-001", "offer", "made up: Omar's 1 was a slip")
    told = never.for_profile("dana").debriefs.view(REQ, "C-001").decision
    assert (told.outcome, told.reason, told.rank, told.among) == ("offer", "", None, 0)
    assert never.debriefs.view(REQ, "C-001").decision.rank == 1


def test_with_visibility_never_members_still_rate_anew_and_recommend(never):
    never.debriefs.open(REQ, "C-001")
    dana = never.for_profile("dana")
    view = dana.debriefs.rescore(REQ, "C-001", "presenting", 4, REASON)
    assert next(row for row in view.rows if row.rescores).rescores["dana"].after == 4
    assert dana.debriefs.composite(REQ, "C-001", Overall.YES, REASON).seat("dana").composite.level == "yes"


def test_a_lead_who_does_not_interview_sees_everything_at_the_quorum(tmp_path):
    quiet = Member(id="lena", name="Lena Lead (made up)", role=Role.LEAD, holds=False)
    lead = services_in(tmp_path, Clock())
    opened(lead, members=(quiet, *PANEL[1:]))
    rate(lead, "C-001", dana=4, omar=2)
    assert lead.debriefs.open(REQ, "C-001").score.value == 50
    with pytest.raises(Refused, match="Only those whose own scorecard is in"):
        lead.debriefs.composite(REQ, "C-001", Overall.YES, REASON)
    lead.close()


def test_an_amended_scorecard_counts_as_amended(three):
    desk = three.for_profile("omar").interviews.visit(f"{REQ}.c-001.omar")
    desk.act(conduct.amend_rating, "last-demo", 1, "The numbers were mixed up")
    row = next(row for row in three.debriefs.view(REQ, "C-001").rows if row.competency == "presenting")
    assert row.rated.by_member["omar"] == 1
    guide = three.requisitions.state(REQ).terms.guide
    assert three.debriefs.view(REQ, "C-001").seat("omar").score == score(guide, desk.state.ratings)
