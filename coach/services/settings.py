"""Preferences, written by people in ``config.toml`` and only read here."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from coach.core.record import Id, Record

FILE = "config.toml"


class SettingsError(Exception):
    """The preferences cannot be used; the message says where and how to mend them."""


class Settings(Record):
    """What a person may set; everything has a default that works.

    ``keys`` rebinds actions by id, such as ``home.review = "R"``; ``coach keys`` lists the ids.
    """

    profile: Id = "me"
    name: str = ""
    theme: str = "coach-dark"
    keys: Mapping[str, str] = {}


def load(folder: Path) -> Settings:
    """Read ``config.toml`` in this folder; without one, everything is at its default.

    Raises :class:`SettingsError` for a file that is not TOML or holds unknown or wrong values.
    """
    path = folder / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(f"{path} cannot be read: {error}. Mend or remove it.") from error
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        known = ", ".join(Settings.__struct_fields__)
        raise SettingsError(f"{path}: {error}. The settings are: {known}.") from error
