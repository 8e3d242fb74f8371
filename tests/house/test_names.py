"""Names that must be unique in the whole house."""

from collections import defaultdict
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.dom import DOMNode

import coach


@pytest.fixture(scope="module")
def nodes():
    """Every class of ours that Textual draws, by its name."""
    found = defaultdict(set)
    for module in walk_packages(coach.__path__, "coach."):
        parts = module.name.split(".")
        if "widget" in parts or parts[1] in ("surface", "tui"):
            for thing in vars(import_module(module.name)).values():
                if is_ours(thing):
                    found[thing.__name__].add(thing.__module__)
    return found


def is_ours(thing):
    return isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__.startswith("coach.")


def test_no_two_widgets_share_a_name_since_styles_go_by_it(nodes):
    """Textual matches a widget's styles by its class name alone, in the whole program."""
    assert len(nodes) > 50
    assert {name: modules for name, modules in nodes.items() if len(modules) > 1} == {}
