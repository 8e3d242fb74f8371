"""Which language the program speaks: ``--lang``, else ``COACH_LANG``, the preferences, the locale.

It is chosen before anything else is imported, since the commands' help is read as they are.
"""

from collections.abc import Mapping, Sequence

from coach.locale import LANGUAGES, SOURCE

OPTION = "--lang"
VALUED = (OPTION, "--content", "--profile")
"""The options before the command that a value follows."""

VARIABLE = "COACH_LANG"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that tell a person's language, the strongest first (POSIX 8.2)."""


def chosen(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language to speak; what cannot be understood here is told later, by whoever reads it."""
    for wanted in (_option(arguments), environ.get(VARIABLE, ""), _preferred(environ), _located(environ)):
        if (language := wanted[:2].lower()) in LANGUAGES:
            return language
    return SOURCE


def _option(arguments: Sequence[str]) -> str:
    """Find the option among those before the command, which may have one of the same name."""
    waiting = iter(arguments)
    for argument in waiting:
        name, joined, value = argument.partition("=")
        if not name.startswith("-"):
            break
        if name in VALUED and not joined:
            value = next(waiting, "")
        if name == OPTION:
            return value
    return ""


def _preferred(environ: Mapping[str, str]) -> str:
    """Look into ``config.toml``; one that cannot be read is told when it is needed."""
    from coach.store.places import places

    _, config, _ = places(environ)
    try:
        with (config / "config.toml").open("rb") as stream:
            written = stream.read()
    except OSError:
        return ""
    if b"language" not in written:
        return ""
    from tomllib import TOMLDecodeError, loads

    try:
        language = loads(written.decode("utf-8")).get("language")
    except (TOMLDecodeError, UnicodeDecodeError):
        return ""
    return language if isinstance(language, str) else ""


def _located(environ: Mapping[str, str]) -> str:
    return next((environ[name] for name in LOCALE if environ.get(name)), "")
