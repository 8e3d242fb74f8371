"""Rating by a rubric: asked and read in words, printed, and given with the number keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.widgets import Static

from coach.core import rating
from coach.core.document import Choices, Table, flat
from coach.core.exercise import Unreadable
from coach.core.rubric import Criterion, Ratings
from coach.surface.rubric import AnchorLine, RubricForm

RUBRIC = tuple(
    Criterion(id=name.lower(), title=name, anchors={1: f"{name} at one", 3: "Some **thing**", 5: "All"})
    for name in ("Clarity", "Request", "Presence")
)
ratings = st.fixed_dictionaries({one.id: st.integers(1, 5) for one in RUBRIC})


@given(ratings, st.sampled_from([" ", ", ", ","]))
def test_ratings_are_read_in_the_order_of_the_rubric(given_ratings, between):
    line = between.join(str(given_ratings[one.id]) for one in RUBRIC)

    assert rating.read_ratings(RUBRIC, line) == given_ratings


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1 2", "There are 2 ratings for 3: Clarity, Request, Presence. Type a number from 1 to 5 for each."),
        ("1 2 0", "That is no rating. Type a number from 1 to 5."),
        ("1 2 ٣", "That is no rating. Type a number from 1 to 5."),
    ],
)
def test_what_is_no_rating_is_refused_in_a_sentence(line, message):
    with pytest.raises(Unreadable) as trouble:
        rating.read_ratings(RUBRIC, line)

    assert str(trouble.value) == message


def test_a_level_without_words_lies_between_its_neighbours():
    assert rating.asked(RUBRIC, RUBRIC[1]).splitlines() == [
        "Request (2 of 3)",
        "  1  Request at one",
        "  2  between 1 and 3",
        "  3  Some thing",
        "  4  between 3 and 5",
        "  5  All",
        "Type a number from 1 to 5.",
    ]


def test_only_what_was_rated_is_told_and_what_is_left_is_known():
    assert rating.told(RUBRIC, {"presence": 5, "clarity": 2, "gone": 1}) == "Clarity 2, Presence 5"
    assert rating.unrated(RUBRIC, {"clarity": 2}) == RUBRIC[1:]


def test_on_paper_each_criterion_has_its_anchors_best_first_and_boxes():
    table, boxes = rating.on_paper(RUBRIC)[0].blocks[1:]

    assert isinstance(table, Table)
    assert [flat(row[0]) for row in table.rows] == ["5", "4", "3", "2", "1"]
    assert flat(table.rows[1][1]) == "between 3 and 5"
    assert isinstance(boxes, Choices)
    assert [one.label for one in boxes.choices] == ["1", "2", "3", "4", "5"]


class Screen(App[None]):
    """A screen with a form, which keeps what is rated."""

    def __init__(self, given_ratings: Ratings) -> None:
        super().__init__()
        self.form = RubricForm(RUBRIC, given_ratings)
        self.rated: list[Ratings] = []

    def compose(self):
        yield self.form

    def on_rubric_form_rated(self, message: RubricForm.Rated) -> None:
        self.rated.append(message.ratings)

    def words(self, selector: str) -> str:
        return str(self.form.query_one(selector, Static).content)

    def levels(self) -> list[str]:
        return [str(one.query_one(".level", Static).content) for one in self.query(AnchorLine)]

    def anchors(self) -> list[str]:
        return [str(one.query_one(".anchor", Static).content) for one in self.query(AnchorLine)]


async def test_a_number_rates_and_the_next_criterion_without_a_rating_follows():
    app = Screen({"request": 3})
    async with app.run_test() as pilot:
        app.form.focus()
        assert app.words(".criterion") == "Clarity   ·   1 of 3"
        assert app.anchors() == ["Clarity at one", "between 1 and 3", "Some thing", "between 3 and 5", "All"]

        await pilot.press("4")
        assert app.words(".criterion") == "Presence   ·   3 of 3"
        assert app.words(".overview") == "Clarity 4   Request 3   Presence –"
        assert not app.form.complete
        await pilot.press("5")
        assert app.form.complete
        assert app.levels() == ["  1 ", "  2 ", "  3 ", "  4 ", "› 5 "]
        assert app.rated == [{"request": 3, "clarity": 4}, {"request": 3, "clarity": 4, "presence": 5}]


async def test_arrows_move_and_a_rating_can_be_changed():
    app = Screen({"clarity": 1, "request": 2, "presence": 3})
    async with app.run_test() as pilot:
        app.form.focus()
        await pilot.press("up", "up")
        assert app.words(".criterion") == "Request   ·   2 of 3"
        assert app.levels()[1] == "› 2 "

        await pilot.press("4", "down", "down")
        assert app.form.ratings == {"clarity": 1, "request": 4, "presence": 3}
        assert app.words(".criterion") == "Clarity   ·   1 of 3"


async def test_after_the_last_criterion_an_earlier_one_without_a_rating_follows():
    app = Screen({})
    async with app.run_test() as pilot:
        app.form.focus()
        await pilot.press("up", "3")

        assert app.words(".criterion") == "Clarity   ·   1 of 3"


async def test_ratings_can_be_replaced_and_those_of_other_criteria_are_left_out():
    app = Screen({"gone": 3})
    async with app.run_test() as pilot:
        assert app.form.ratings == {}
        app.form.put({"clarity": 2, "gone": 1})
        await pilot.pause()

        assert app.form.ratings == {"clarity": 2}
        assert app.words(".criterion") == "Request   ·   2 of 3"


async def test_the_mouse_rates_too():
    app = Screen({})
    async with app.run_test() as pilot:
        await pilot.click(app.query(AnchorLine)[2])

        assert app.form.ratings == {"clarity": 3}
