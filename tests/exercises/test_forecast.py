"""Forecasting: the Brier score and its skill, categories and roll-ups, reading lines, and the table."""

from datetime import date

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from test_contract import Bench
from textual.widgets import Static

from coach.core.document import Table, flat
from coach.core.exercise import Context, Unreadable
from coach.core.finding import Severity
from coach.exercises.forecast import KIND, Category, Deal, Mode, Response, Result, Spec
from coach.exercises.forecast.grading import brier, expert, skill
from coach.exercises.forecast.rollup import rollups
from coach.exercises.forecast.spec import STAGES, money, usual
from coach.exercises.forecast.widget import ForecastWidget
from coach.exercises.forecast.widget.rows import DealRow

CONTEXT = Context(seed=0)
PERCENTS = st.integers(0, 100)


def deal(name: str, **changes: object) -> Deal:
    usually = Deal(
        id=name.lower(),
        name=name,
        amount=100_000,
        stage="Needs Analysis",
        close=date(2027, 3, 31),
        facts=(f"{name} has a next step.",),
        outcome=Result.LOST,
        why=f"The facts of {name}.",
        expert=10,
        category=Category.PIPELINE,
    )
    return msgspec.structs.replace(usually, **changes)


SPEC = Spec(
    id="odds",
    prompt="How probable is each?",
    pass_brier=0.1,
    deals=(
        deal("Ash", outcome=Result.WON, expert=90, category=Category.COMMIT, misconception="stage-is-truth"),
        deal("Bay", stage="Negotiation/Review", misconception="stage-is-truth"),
        deal("Cob", stage="Proposal/Price Quote", outcome=Result.SLIPPED, expert=20, amount=1_250_000),
        deal("Dun", stage="Prospecting", category=Category.BEST_CASE, also=(Category.MOST_LIKELY,)),
    ),
)
BY_CATEGORY = msgspec.structs.replace(SPEC, mode=Mode.CATEGORY)


def said(*percents: int) -> Response:
    names = [one.id for one in SPEC.deals]
    return Response(probabilities=dict(zip(names, percents, strict=True)))


def put(*categories: str) -> Response:
    names = [one.id for one in SPEC.deals]
    return Response(categories=dict(zip(names, categories, strict=True)))


SPECS = st.lists(
    st.builds(
        deal,
        st.just("x"),
        outcome=st.sampled_from(Result),
        expert=PERCENTS,
        stage=st.sampled_from(sorted(STAGES)),
        category=st.sampled_from(Category),
    ),
    min_size=3,
    max_size=12,
).map(
    lambda deals: msgspec.structs.replace(
        SPEC,
        deals=tuple(
            msgspec.structs.replace(one, id=f"d{number}", name=f"D{number}")
            for number, one in enumerate(deals)
        ),
    )
)


@given(SPECS, st.lists(PERCENTS, min_size=12, max_size=12))
def test_the_brier_score_is_the_mean_squared_distance_and_stays_between_0_and_1(spec, percents):
    given_ = dict(zip((one.id for one in spec.deals), percents, strict=False))
    by_hand = [
        (given_[one.id] / 100 - (1.0 if one.outcome is Result.WON else 0.0)) ** 2 for one in spec.deals
    ]

    score = brier(spec, lambda one: given_[one.id])

    assert score == pytest.approx(sum(by_hand) / len(by_hand))
    assert 0 <= score <= 1
    assert 0 <= KIND.grade(spec, Response(probabilities=given_), CONTEXT).score <= 1


@given(SPECS, st.sampled_from(Mode))
def test_the_solution_always_scores_full_marks(spec, mode):
    spec = msgspec.structs.replace(spec, mode=mode)
    outcome = KIND.grade(spec, KIND.solution(spec, CONTEXT), CONTEXT)

    assert outcome.score == 1
    assert outcome.right
    assert not outcome.misconceptions


@given(SPECS)
def test_copying_the_stages_scores_nothing_where_the_expert_knows_better(spec):
    assume(brier(spec, usual) > brier(spec, expert))
    copied = Response(probabilities={one.id: usual(one) for one in spec.deals})

    assert KIND.grade(spec, copied, CONTEXT).score == 0


@given(SPECS, PERCENTS, PERCENTS)
def test_a_lower_brier_score_never_scores_less(spec, one, other):
    first, second = (brier(spec, lambda _, percent=percent: percent) for percent in (one, other))

    low, high = min(first, second), max(first, second)
    assert skill(spec, low) >= skill(spec, high)


@pytest.mark.parametrize(
    ("percents", "own", "right"),
    [
        ((90, 10, 20, 10), 0.0175, True),
        ((100, 0, 0, 0), 0.0, True),
        ((70, 30, 30, 30), 0.09, True),
        ((50, 50, 50, 50), 0.25, False),
        ((20, 90, 75, 10), 0.505625, False),
    ],
)
def test_a_forecast_passes_up_to_the_brier_score_that_the_author_asks_for(percents, own, right):
    outcome = KIND.grade(SPEC, said(*percents), CONTEXT)

    assert brier(SPEC, lambda one: said(*percents).probabilities[one.id]) == pytest.approx(own)
    assert outcome.right is right
    assert outcome.remark.startswith(f"Brier score {own:.3f} (0 is perfect, 0.25 says nothing)")
    assert "the stages alone come to 0.506, and 0.1 or less is asked." in outcome.remark


def test_exactly_the_score_that_is_asked_for_passes():
    spec = msgspec.structs.replace(SPEC, pass_brier=0.09)

    assert KIND.grade(spec, said(70, 30, 30, 30), CONTEXT).right


@pytest.mark.parametrize(
    ("percents", "tone"),
    [
        ((90, 80, 80, 10), "too hopeful"),
        ((90, 10, 10, 10), "about right"),
        ((30, 20, 20, 10), "about right, deal by deal it is not"),
        ((10, 0, 0, 0), "too cautious"),
    ],
)
def test_the_remark_says_which_way_the_whole_leans(percents, tone):
    assert KIND.grade(SPEC, said(*percents), CONTEXT).remark.endswith(f"your forecast is {tone}.")


def test_what_became_of_the_deals_is_told_only_once_it_is_solved():
    outcome = KIND.grade(SPEC, said(40, 60, 60, 10), CONTEXT)

    assert outcome.told(solved=False) == ()
    assert [(check.label, check.passed) for check in outcome.told(solved=True)] == [
        ("Ash: you said 40 %, it was won", False),
        ("Bay: you said 60 %, it was lost", False),
        ("Cob: you said 60 %, it slipped", False),
        ("Dun: you said 10 %, it was lost", True),
        ("Calibration", False),
    ]
    assert outcome.checks[0].why == "The facts of Ash. A good forecast on these facts: 90 %."
    assert outcome.checks[-1].why == "You said 60 % for 2 deals; none of them came in."
    assert outcome.misconceptions == ("stage-is-truth",)


def test_who_is_no_further_off_than_the_expert_was_is_not_called_wrong():
    surprising = msgspec.structs.replace(SPEC.deals[1], outcome=Result.WON, expert=30)
    spec = msgspec.structs.replace(SPEC, deals=(SPEC.deals[0], surprising, *SPEC.deals[2:]))

    checks = KIND.grade(spec, said(90, 30, 20, 10), CONTEXT).checks
    assert checks[1].passed
    assert not KIND.grade(spec, said(90, 29, 20, 10), CONTEXT).checks[1].passed


def test_a_category_is_right_if_it_can_be_argued_for():
    best = KIND.grade(BY_CATEGORY, put("Commit", "Pipeline", "Pipeline", "Best Case"), CONTEXT)
    also = KIND.grade(BY_CATEGORY, put("Commit", "Pipeline", "Pipeline", "Most Likely"), CONTEXT)
    outcome = KIND.grade(BY_CATEGORY, put("Pipeline", "Commit", "Pipeline", "Commit"), CONTEXT)

    assert (best.score, also.score, outcome.score) == (1, 1, 0.25)
    assert outcome.remark == "1 of 4 deals are in their category."
    assert [check.label for check in outcome.told(solved=False)] == ["Cob: Pipeline"]
    assert outcome.checks[3].label == "Dun: Commit; right is Best Case or Most Likely"
    assert outcome.misconceptions == ("stage-is-truth",)


def test_the_roll_ups_stand_beside_the_right_ones_and_what_came_in():
    response = put("Most Likely", "Commit", "Pipeline", "Best Case")
    told = KIND.grade(BY_CATEGORY, response, CONTEXT).checks[-1]

    assert told.label == "Roll-ups in EUR"
    assert told.why == (
        "Open pipeline 1,550,000, Best case 300,000 (right: 200,000), Most likely 200,000 (right: 100,000), "
        "Commit 100,000, Closed 0. In the end 100,000 was won."
    )


@given(SPECS)
def test_each_roll_up_holds_the_ones_that_are_surer(spec):
    given_ = {one.id: one.category.value for one in spec.deals if one.category}
    total = {one.title: one.amount for one in rollups(spec, given_)}
    part = {
        category: sum(one.amount for one in spec.deals if one.category is category) for category in Category
    }

    assert total["Closed"] == part[Category.CLOSED]
    assert total["Commit"] == total["Closed"] + part[Category.COMMIT]
    assert total["Most likely"] == total["Commit"] + part[Category.MOST_LIKELY]
    assert total["Best case"] == total["Most likely"] + part[Category.BEST_CASE]
    assert total["Open pipeline"] == total["Best case"] - total["Closed"] + part[Category.PIPELINE]


@pytest.mark.parametrize(
    "line", ["80 30 5 100", "80%, 30 %, 5%; 100%", "1=80 2=30 3=5 4=100", "4: 100, 2=30, 3 = 5, 1 = 80 %"]
)
def test_probabilities_are_read_in_order_or_by_the_deals_numbers(line):
    assert KIND.read(SPEC, line, CONTEXT) == said(80, 30, 5, 100)


@pytest.mark.parametrize(
    "line",
    [
        "4 1 2 3",
        "commit, pipeline, best case, most likely",
        "co p b m",
        "2=1 1=commit 4=most-likely 3=Best Case",
    ],
)
def test_categories_are_read_by_number_or_by_the_beginning_of_their_name(line):
    wanted = put("Commit", "Pipeline", "Best Case", "Most Likely")
    assert KIND.read(BY_CATEGORY, line, CONTEXT) == wanted


HOW = (
    "Type for each of the 4 deals how probable it is to be won this quarter, in percent and in "
    "their order, such as 80 30 50; or with the deal's number before it, such as 1=80 2=30."
)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", f"That is no forecast. {HOW}"),
        ("80 3.5 5 1", f"That is no forecast. {HOW}"),
        ("80 -3 5 1", f"That is no forecast. {HOW}"),
        ("80 30", f"Every deal needs a forecast; still missing: 3, 4. {HOW}"),
        ("1=80 30 5 1", f"Some values have a deal's number and some have none. {HOW}"),
        ("80 30 5 1 9", f"There are 4 deals, from 1 to 4. {HOW}"),
        ("1=80 2=30 3=5 5=1", f"There are 4 deals, from 1 to 4. {HOW}"),
        ("1=80 2=30 3=5 3=1", "Deal 3 is there twice. Type each deal once."),
        ("80 30 5 101", "“101” is no probability. Type whole numbers from 0 to 100."),
        ("80 30 5 commit", "“commit” is no probability. Type whole numbers from 0 to 100."),
    ],
)
def test_an_unreadable_line_says_what_to_type(line, message):
    with pytest.raises(Unreadable) as trouble:
        KIND.read(SPEC, line, CONTEXT)

    assert str(trouble.value) == message


@pytest.mark.parametrize(
    ("word", "trouble"),
    [("c", "may be Commit or Closed"), ("sure", "is no category"), ("7", "is no category")],
)
def test_a_category_that_is_not_clear_is_asked_for_again(word, trouble):
    with pytest.raises(Unreadable) as refusal:
        KIND.read(BY_CATEGORY, f"1 1 1 {word}", CONTEXT)

    assert str(refusal.value) == (
        f"“{word}” {trouble}. "
        "Type one of: 1 Pipeline, 2 Best Case, 3 Most Likely, 4 Commit, 5 Closed, 6 Omitted."
    )


@given(st.lists(PERCENTS, min_size=4, max_size=4))
def test_any_probabilities_can_be_typed_and_are_said_with_their_deals(percents):
    response = KIND.read(SPEC, " ".join(map(str, percents)), CONTEXT)

    assert response == said(*percents)
    assert KIND.say(SPEC, response, CONTEXT).startswith(f"Ash: {percents[0]} %; Bay: {percents[1]} %")


def test_an_answer_to_an_older_wording_is_still_graded_and_said():
    old = Response(probabilities={"ash": 90, "gone": 10}, categories={"ash": "Sure"})

    assert 0 <= KIND.grade(SPEC, old, CONTEXT).score <= 1
    assert KIND.say(SPEC, old, CONTEXT) == "Ash: 90 %"
    assert KIND.grade(BY_CATEGORY, old, CONTEXT).score == 0
    assert KIND.say(SPEC, Response(), CONTEXT) == "no forecast"


def test_amounts_and_days_are_written_as_the_language_does():
    assert (money(1_250_000, "en"), money(1_250_000, "de")) == ("1,250,000", "1.250.000")
    assert "EUR 1,250,000, Proposal/Price Quote, close date 31 Mar 2027" in KIND.ask(SPEC, CONTEXT)
    assert "EUR 1.250.000, Proposal/Price Quote, close date 31.03.2027" in KIND.ask(
        SPEC, Context(language="de")
    )


def test_on_paper_amounts_are_aligned_and_the_forecast_has_a_field():
    table = next(block for block in KIND.printed(SPEC, CONTEXT) if isinstance(block, Table))
    sums = [block for block in KIND.printed(BY_CATEGORY, CONTEXT) if isinstance(block, Table)][1]

    assert table.columns[1].align == "right"
    assert [flat(cell) for cell in table.rows[2]] == [
        "Cob",
        "1,250,000",
        "Proposal/Price Quote",
        "31 Mar 2027",
        "",
    ]
    assert [flat(cell) for cell in sums.rows[3]] == ["Commit", "Commit, Closed", ""]


def test_a_sound_forecast_has_no_findings():
    assert list(KIND.findings(SPEC)) == []
    assert list(KIND.findings(BY_CATEGORY)) == []


ASH, BAY, COB, DUN = SPEC.deals


def changed(one: Deal, **changes: object) -> Deal:
    return msgspec.structs.replace(one, **changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"deals": (changed(ASH, stage="Handshake"), BAY, COB, DUN)}, [("C141", ("deals", 0, "stage"))]),
        ({"deals": (ASH, BAY, COB, changed(DUN, expert=None))}, [("C142", ("deals", 3))]),
        (
            {"mode": Mode.CATEGORY, "deals": (ASH, BAY, COB, changed(DUN, category=None))},
            [("C142", ("deals", 3))],
        ),
        ({"pass_brier": 0.01}, [("C143", ("pass_brier",))]),
        ({"pass_brier": 0.19}, [("C144", ("pass_brier",))]),
        (
            {"deals": tuple(changed(one, reference=expert(one)) for one in SPEC.deals)},
            [("C144", ("pass_brier",))],
        ),
        (
            {
                "mode": Mode.CATEGORY,
                "deals": tuple(changed(one, category=Category.COMMIT) for one in SPEC.deals),
            },
            [("C145", ("deals",))],
        ),
        (
            {"deals": (changed(ASH, stage="Closed Lost", category=Category.OMITTED), BAY, COB, DUN)},
            [("C146", ("deals", 0, "outcome"))],
        ),
        (
            {"deals": (changed(ASH, stage="Closed Won"), BAY, COB, DUN)},
            [("C146", ("deals", 0, "category"))],
        ),
        (
            {"deals": (changed(ASH, category=Category.CLOSED), BAY, COB, DUN)},
            [("C146", ("deals", 0, "category"))],
        ),
        (
            {"deals": (ASH, BAY, COB, changed(DUN, id="ash", name="bay "))},
            [("C010", ("deals", 3, "id")), ("C147", ("deals", 3, "name"))],
        ),
    ],
)
def test_the_linter_finds_what_keeps_a_forecast_from_being_fair(changes, expected):
    spec = msgspec.structs.replace(SPEC, **changes)

    assert [(one.code, one.path) for one in KIND.findings(spec)] == expected


def test_that_one_category_would_do_is_only_a_warning_and_every_code_is_explained():
    deals = tuple(changed(one, category=Category.PIPELINE, also=()) for one in SPEC.deals)
    spec = msgspec.structs.replace(BY_CATEGORY, deals=deals)

    assert [one.severity for one in KIND.findings(spec)] == [Severity.WARNING]
    assert set(KIND.codes) == {f"C14{number}" for number in range(1, 8)}


class Screen(Bench):
    """The exercise alone."""

    def __init__(self, spec: Spec = SPEC) -> None:
        super().__init__(ForecastWidget(spec, CONTEXT))

    def column(self) -> list[str]:
        rows = list(self.query(DealRow))[1:]
        return [str(row.query_one(".given", Static).content) for row in rows]

    def sums(self) -> str:
        return str(self.query_one(".sums", Static).content)


async def test_digits_make_a_probability_and_one_too_many_begins_a_new_one():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("8", "5", "down", "1", "0", "0", "down", "9", "5", "7")

        assert app.column() == ["  85", "  100", "› 7", "  –"]
        assert app.drafts[-1] == Response(probabilities={"ash": 85, "bay": 100, "cob": 7})


async def test_coming_back_to_a_deal_digits_begin_anew():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("4", "down", "up", "3")

        assert app.column()[0] == "› 3"


async def test_the_arrows_change_by_five_and_stay_within_bounds():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("right", "down", "3", "minus", "down", "9", "8", "plus", "down", "5", "backspace")

        assert app.column() == ["  55", "  0", "  100", "› –"]


async def test_the_facts_of_the_current_deal_stand_below_it_and_those_of_no_other():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("down")
        await pilot.pause()

        shown = [str(one.content) for one in app.query(".facts").results(Static) if one.display]
        assert shown == ["Negotiation/Review, close date 31 Mar 2027\n• Bay has a next step."]


async def test_deals_without_a_forecast_are_not_handed_over_and_the_pointer_goes_to_the_first():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("down", "5", "down", "5", "down", "5", "enter")

        assert app.answers == []
        complaint = "1 deal has no forecast yet. Give one to those marked with a dash."
        assert str(app.query_one(".trouble", Static).content) == complaint
        await pilot.press("9", "enter")
        assert app.answers == [said(9, 5, 5, 5)]


async def test_a_category_is_put_by_its_number_and_the_roll_ups_follow():
    app = Screen(BY_CATEGORY)
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.focus()
        await pilot.press("4", "3", "9", "plus")

        assert app.column() == ["  Commit", "  Most Likely", "› –", "  –"]
        rows = [line.split() for line in app.sums().splitlines()]
        assert rows == [
            ["Roll-ups", "EUR"],
            ["Open", "pipeline", "200,000"],
            ["Best", "case", "200,000"],
            ["Most", "likely", "200,000"],
            ["Commit", "100,000"],
            ["Closed", "0"],
        ]


async def test_what_was_won_is_added_to_the_roll_ups_only_once_it_is_solved():
    app = Screen(BY_CATEGORY)
    async with app.run_test(size=(80, 24)) as pilot:
        response = put("Commit", "Commit", "Pipeline", "Best Case")
        outcome = KIND.grade(BY_CATEGORY, response, CONTEXT)
        app.exercise.show_outcome(response, outcome, solved=False)
        await pilot.pause()
        assert "Won in the end" not in app.sums()
        assert app.column() == ["✓ Commit", "  Commit", "✓ Pipeline", "✓ Best Case"]

        app.exercise.show_outcome(response, outcome, solved=True)
        await pilot.pause()
        assert app.sums().splitlines()[-1].split() == ["Won", "in", "the", "end", "100,000"]
        assert app.column()[1] == "✗ Commit"


async def test_after_the_solution_was_shown_another_try_starts_from_ones_own_forecast():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        own, solution = said(50, 50, 50, 50), KIND.solution(SPEC, CONTEXT)
        app.exercise.show_outcome(own, KIND.grade(SPEC, own, CONTEXT), solved=False)
        app.exercise.show_outcome(solution, KIND.grade(SPEC, solution, CONTEXT), solved=True)
        await pilot.pause()
        assert app.column()[0] == "✓ 90"

        app.exercise.reopen()
        app.exercise.focus()
        await pilot.press("enter")
        assert app.answers == [own]


async def test_the_mouse_goes_to_a_deal():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(list(app.query(DealRow))[3])
        app.exercise.focus()
        await pilot.press("7")

        assert app.column() == ["  –", "  –", "› 7", "  –"]
