"""Rows of lists, as many kinds use them: one after the other on one screen, each keeps its own looks."""

import importlib
import inspect
import pkgutil
from collections import defaultdict

import pytest
from test_contract import HERE, Bench, examples
from textual.widget import Widget

from coach import exercises, surface
from coach.exercises.classify.widget import GroupedRow
from coach.exercises.order.widget import ItemRow


def widgets_of(package):
    """Give the widgets that a package's modules define."""
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(info.name)
        for _, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, Widget) and one.__module__ == info.name:
                yield one


def test_no_two_widgets_have_the_same_name_as_their_styles_would_mix():
    places = defaultdict(set)
    for package in (exercises, surface):
        for widget in widgets_of(package):
            places[widget.__name__].add(widget.__module__)

    assert {name: where for name, where in places.items() if len(where) > 1} == {}


@pytest.mark.parametrize(("kind", "row", "width"), [("order", ItemRow, 6), ("classify", GroupedRow, 3)])
async def test_a_row_is_as_wide_as_its_own_kind_says_whatever_was_shown_before(kind, row, width):
    def made(name):
        return exercises.load_widget(name)(examples(name)[0][0], HERE)

    bench = Bench(made("order"))
    async with bench.run_test(size=(80, 24)) as pilot:
        for name in ("classify", "order", "annotate", kind):
            last = made(name)
            await bench.screen.query_one("VerticalScroll").mount(last)
        await pilot.pause()

        assert {one.query_one(".sign").size.width for one in last.query(row)} == {width}
