"""Account maps on the screen: numbers, the folded dossier, the drawn maps, drafts, and the mouse."""

from account_map_kit import CONTEXT, KEY, SPEC, changed
from test_contract import Bench
from textual.widgets import Static

from coach.exercises.account_map import KIND, Marks, Response
from coach.exercises.account_map.widget import AccountMapWidget, Row


class Screen(Bench):
    """The exercise alone."""

    def __init__(self) -> None:
        super().__init__(AccountMapWidget(SPEC, CONTEXT))

    def cells(self, row: int) -> list[str]:
        return [str(cell.content).strip() for cell in self.query(Row)[row].query(".cell").results(Static)]

    def text(self, name: str) -> str:
        return str(self.query_one(name, Static).content)


async def test_numbers_go_from_aspect_to_aspect_and_from_person_to_person_and_all_is_kept():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "3")
        assert app.cells(0) == ["decision maker", "high", "[–]"]
        await pilot.press("2", "6")

        assert app.cells(0) == ["decision maker", "high", "neutral"]
        assert app.cells(1) == ["technical buyer", "[–]", "–"]
        assert app.drafts[-1].people["bob"] == Marks(role="technical-buyer")
        await pilot.press("left", "backspace")
        assert app.cells(1) == ["[–]", "–", "–"]


async def test_a_map_with_dashes_is_not_handed_over():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("3", "3", "2", "enter")

        assert app.answers == []
        assert app.text(".trouble") == (
            "2 people have no full place yet. Go to the dashes and press a number."
        )


async def test_in_a_narrow_terminal_the_dossier_takes_the_place_of_the_people_and_enter_goes_back():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        assert not app.query_one(".side").display
        await pilot.press("d", "1")

        assert not app.query_one(".work").display
        assert "Ann Hill signs." in app.text(".side")
        assert app.exercise.pencil.said == {}
        await pilot.press("enter")
        assert app.query_one(".work").display
        assert app.answers == []


async def test_in_a_wide_terminal_dossier_or_map_stand_beside_the_people():
    app = Screen()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "Ann Hill signs." in app.text(".side")
        await pilot.press("3", "3", "2", "g")

        assert app.query_one(".work").display
        assert "Ann Hill," in app.text(".side")
        assert "No place yet: Bob Lake, Cleo Marsh." in app.text(".side")


async def test_space_ticks_a_gap_and_only_there():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "up", "space")
        assert app.drafts[-1].gaps
        assert len(app.drafts) == 1
        assert "1" not in app.screen.active_bindings


async def test_the_key_is_drawn_beside_ones_own_map_only_once_it_may_be_seen():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        wrong = changed(changed(KEY, "ann", role="user", influence="low"), "bob", attitude="for")
        app.exercise.hand_over(wrong)
        app.exercise.show_outcome(wrong, KIND.grade(SPEC, wrong, CONTEXT), solved=False)
        await pilot.pause()
        assert "Your map" in app.text(".final")
        assert "The key" not in app.text(".final")

        app.exercise.show_outcome(KEY, KIND.grade(SPEC, KEY, CONTEXT), solved=True)
        await pilot.pause()
        assert app.text(".final").index("Your map") < app.text(".final").index("The key")
        app.exercise.reopen()
        await pilot.pause()
        assert app.exercise.pencil.response == wrong
        assert not app.query_one(".final").display


async def test_a_draft_is_gone_on_with_where_something_is_missing():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        app.exercise.resume(changed(KEY, "bob", influence=""))
        await pilot.press("2", "enter")

        assert app.answers == [KEY]


async def test_the_mouse_marks_a_cell_and_ticks_a_gap():
    app = Screen()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.wait_for_scheduled_animations()
        await pilot.click(app.query(Row)[1].query_one(".influence"))
        await pilot.press("3")
        await pilot.click(app.query(Row)[3])

        assert app.exercise.pencil.response == Response(
            people={"bob": Marks(influence="high")}, gaps=app.drafts[-1].gaps
        )
        assert len(app.drafts[-1].gaps) == 1
