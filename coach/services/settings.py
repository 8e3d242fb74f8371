"""Preferences, written by people in ``config.toml`` and only read here."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from coach.content.nearest import did_you_mean
from coach.content.problem import described, quoted
from coach.content.roots import LONGEST_ID, is_id
from coach.core.record import Id, Record
from coach.locale import LANGUAGES, mark, tr

FILE = "config.toml"
DEFAULT_PROFILE = "me"
TABLES = ("keys", "profiles")
SWITCHES = ("auto_advance",)
EXAMPLES = {"profile": "mira", "name": "Mira", "theme": "coach-light", "language": "de"}
GOOD_ID = mark("use small letters, digits and hyphens between them, at most {most}, such as mira")


class SettingsError(Exception):
    """The preferences cannot be used; the message says where and how to mend them."""


class Settings(Record):
    """What a person may set; everything has a default that works.

    ``keys`` rebinds actions by id, such as ``"home.review" = "R"``; ``coach keys`` lists the ids.
    ``name`` is that of the profile in the file; ``profiles`` has the names of the others by their ids.
    """

    written: Id | None = msgspec.field(default=None, name="profile")
    name: str = ""
    profiles: Mapping[Id, str] = {}
    theme: str = "coach-dark"
    keys: Mapping[str, str] = {}
    language: Literal["en", "de"] | None = None
    """The language of screens, content and paper; without it that of the system."""
    auto_advance: bool = False
    """Whether a live interview moves on by itself once a question is rated with evidence."""

    @property
    def profile(self) -> str:
        """Whose progress this is."""
        return self.written or DEFAULT_PROFILE

    @property
    def decided(self) -> bool:
        """Whether the file says whose progress this is."""
        return self.written is not None

    def name_of(self, profile: str) -> str:
        """Return what a person wants to be called; empty if they never said."""
        return (self.name if profile == self.profile else "") or self.profiles.get(profile, "")

    def of(self, profile: str) -> "Settings":
        """Return the settings as they are for the person of another profile."""
        known = ({self.profile: self.name} if self.name else {}) | dict(self.profiles)
        return msgspec.structs.replace(self, written=profile, name=self.name_of(profile), profiles=known)


def load(folder: Path) -> Settings:
    """Read ``config.toml`` in this folder; without one, everything is at its default.

    Raises :class:`SettingsError` for a file that is not TOML or holds unknown or wrong values. Themes and
    actions are not known here; see :mod:`coach.services.bindings`.
    """
    path = folder / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError as error:
        raise SettingsError(
            tr("{path} cannot be read: its letters are not UTF-8. Save it as UTF-8.", path=path)
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_no_toml(path, str(error))) from error
    except OSError as error:
        reason = error.strerror.lower() if error.strerror else tr("the system refuses it")
        raise SettingsError(
            tr("{path} cannot be read: {reason}. Mend or remove it.", path=path, reason=reason)
        ) from error
    try:
        return msgspec.convert(raw, Settings)
    except msgspec.ValidationError as error:
        other = tr("a value has another form than it should.")
        fault = next(_faults(raw), f"{other} {_all_settings()}")
        raise SettingsError(f"{path}: {fault}") from error


def _no_toml(path: Path, said: str) -> str:
    """Say in plain words what the parser says, at the line that it names."""
    found = re.search(r"line (\d+), column (\d+)", said)
    place = f"{path}:{found[1]}:{found[2]}" if found else tr("{path}, at its end,", path=path)
    if said.startswith(("Cannot overwrite", "Cannot declare")):
        return tr("{place} cannot be read: this is set a second time. Delete one of the two.", place=place)
    return tr(
        "{place} cannot be read: this is not TOML. A setting has a line of its own with its text "
        'in quotes, such as theme = "coach-light". Mend the line, or remove the file.',
        place=place,
    )


def _faults(raw: Mapping[str, object]) -> Iterator[str]:
    """Say what is wrong with each value, in an author's words."""
    known = Settings.__struct_encode_fields__
    for name, value in raw.items():
        if name not in known:
            hint = did_you_mean(name, known)
            unknown = tr("there is no setting {name}; {hint}.", name=quoted(name), hint=hint)
            yield f"{unknown} {_all_settings()}"
        elif name in TABLES:
            yield from _table_faults(name, value)
        elif name in SWITCHES:
            if not isinstance(value, bool):
                yield tr(
                    "{name} must be true or false, without quotes; it is {found}",
                    name=name,
                    found=described(value),
                )
        elif not isinstance(value, str):
            example = f'{name} = "{EXAMPLES[name]}"'
            yield tr(
                "{name} must be a text in quotes, such as {example}; it is {found}",
                name=name,
                example=example,
                found=described(value),
            )
        elif name == "language" and value not in LANGUAGES:
            yield tr(
                "language must be {languages}; it is {found}",
                languages=tr(" or ").join(LANGUAGES),
                found=described(value),
            )
        elif name == "profile" and not is_id(value):
            yield tr(
                "the profile {value} cannot be used: {good_id}",
                value=quoted(value),
                good_id=tr(GOOD_ID, most=LONGEST_ID),
            )


def _table_faults(name: str, value: object) -> Iterator[str]:
    if not isinstance(value, dict):
        yield tr(
            "{name} must be a table with a line [{name}] above its lines; it is {found}",
            name=name,
            found=described(value),
        )
        return
    for key, entry in value.items():
        if name == "keys" and isinstance(entry, dict):
            action = f"{key}.{next(iter(entry), '')}"
            yield tr('put the id of an action in quotes, such as "{action}" = "N"', action=action)
        elif not isinstance(entry, str):
            yield tr(
                "{key} in [{name}] must be a text in quotes; it is {found}",
                key=quoted(key),
                name=name,
                found=described(entry),
            )
        elif name == "profiles" and not is_id(key):
            yield tr(
                "the profile {key} in [profiles] cannot be used: {good_id}",
                key=quoted(key),
                good_id=tr(GOOD_ID, most=LONGEST_ID),
            )


def _all_settings() -> str:
    return tr("The settings are: {names}.", names=", ".join(Settings.__struct_encode_fields__))
