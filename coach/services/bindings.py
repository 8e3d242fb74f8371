"""Theme and keys as a person set them, held against what there is.

Themes and actions belong to the interface, which hands their names over.
"""

import re
import string
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from coach.content.nearest import did_you_mean
from coach.content.problem import quoted
from coach.locale import tr
from coach.services.settings import FILE, Settings, SettingsError

ANYWHERE = "everywhere"
"""The place of actions that work on every screen."""

SHORT_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Signs that the interface calls otherwise than Unicode does."""

PLAIN = {"enter", "escape", "tab", "space", "backspace", *(f"f{number}" for number in range(1, 13))}
MOVING = {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
OTHER_KEY = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter"}
"""What terminals send for some keys with ctrl: exactly the same as for another key."""


def check_theme(settings: Settings, folder: Path, themes: Collection[str]) -> None:
    """Raise :class:`SettingsError` for a theme that there is none of; ``folder`` holds the file."""
    if settings.theme not in themes:
        raise SettingsError(
            tr(
                "{path}: there is no theme {theme}; {hint}",
                path=folder / FILE,
                theme=quoted(settings.theme),
                hint=did_you_mean(settings.theme, themes),
            )
        )


def check_keys(settings: Settings, folder: Path, actions: Mapping[str, str]) -> None:
    """Raise :class:`SettingsError` for the first key that could not do what it was set for.

    ``actions`` maps the ids of all actions, ``place.name``, to their own keys, parted by commas.
    """
    for fault in _faults(settings.keys, actions):
        raise SettingsError(f"{folder / FILE}: {fault}")


def named(key: str) -> str:
    """Return the name of a key as the interface has it: ``?`` is ``question_mark``, ``N`` is ``N``."""
    if len(key) != 1 or key.isalnum():
        return key
    name = re.sub(r"[- ]", "_", unicodedata.name(key, key).lower())
    return SHORT_NAMES.get(name, name)


SIGNS = {named(sign) for sign in string.punctuation}


def is_sent(key: str) -> bool:
    """Whether every ordinary terminal sends this key as itself, so that it can be bound."""
    if len(key) == 1:
        return key.isalnum()
    if key in PLAIN | MOVING | SIGNS:
        return True
    modifier, _, bare = key.rpartition("+")
    match modifier:
        case "ctrl":
            return key not in OTHER_KEY and (
                bare in MOVING or (len(bare) == 1 and bare in string.ascii_lowercase)
            )
        case "shift":
            return bare == "tab" or bare in MOVING
        case "alt":
            return bare in MOVING or (len(bare) == 1 and bare in string.ascii_lowercase + string.digits)
        case _:
            return False


def _faults(chosen: Mapping[str, str], actions: Mapping[str, str]) -> Iterator[str]:
    for action, keys in chosen.items():
        if action not in actions:
            yield tr(
                "there is no action {action}; {hint}",
                action=quoted(action),
                hint=did_you_mean(action, actions),
            )
        else:
            yield from (fault for key in _parted(keys) if (fault := _unsent(action, key)))
    taken = {action: set(_parted(chosen.get(action, keys))) for action, keys in actions.items()}
    for action in chosen:
        for other, held in taken.items():
            if other != action and _meet(action, other) and (both := sorted(taken[action] & held)):
                yield (
                    tr(
                        "the key {key} is set for {action} and does {other} as well; choose another, since a "
                        "key does one thing in a place",
                        key=quoted(both[0]),
                        action=action,
                        other=other,
                    )
                )


def _unsent(action: str, key: str) -> str:
    """Say why a key cannot be used; empty if it can."""
    if is_sent(key):
        return ""
    if key in OTHER_KEY:
        return tr(
            "terminals cannot tell {key}, set for {action}, from {other_key}; choose another key",
            key=key,
            action=action,
            other_key=OTHER_KEY[key],
        )
    modifier, _, bare = key.rpartition("+")
    if modifier == "shift" and len(bare) == 1:
        return tr(
            "the key {key} for {action} is written {right}",
            key=quoted(key),
            action=action,
            right=quoted(bare.upper()),
        )
    return tr(
        "terminals do not send a key {key}, set for {action}; use a letter, a digit or a sign, "
        "ctrl+ with a letter, f1 to f12, or a key such as enter, space, home or pageup",
        key=quoted(key),
        action=action,
    )


def _parted(keys: str) -> list[str]:
    return [named(key.strip()) for key in keys.split(",")]


def _meet(one: str, other: str) -> bool:
    """Whether two actions work in the same place."""
    places = {one.partition(".")[0], other.partition(".")[0]}
    return len(places) == 1 or ANYWHERE in places
