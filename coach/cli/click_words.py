"""What click itself says, in the language that is spoken.

Click asks gettext for its words; other functions take gettext's place in its modules, which look into our
catalogue. In English there is nothing to do, and this module is not imported.
"""

from importlib import import_module

from coach.locale import trp

CONTEXT = "click"
SPEAKERS = ("core", "decorators", "exceptions", "formatting", "parser", "termui", "types")
"""The modules of click that say anything to people."""


def lend() -> None:
    """Lend click our catalogue; to be called before the commands are imported, which ask for some words."""
    for name in SPEAKERS:
        speaker = import_module(f"click.{name}")
        for asked, ours in (("_", said), ("ngettext", said_of)):
            if hasattr(speaker, asked):
                setattr(speaker, asked, ours)


def said(message: str) -> str:
    """Say a message of click's."""
    return trp(CONTEXT, message)


def said_of(one: str, many: str, n: int) -> str:
    """Say a message of click's about ``n`` things."""
    return said(one if n == 1 else many)


def messages() -> tuple[str, ...]:
    """Say all that click can say to people who use our commands; from here the catalogue knows it."""
    return (
        trp("click", "Usage:"),
        trp("click", "Options"),
        trp("click", "Commands"),
        trp("click", "Show this message and exit."),
        trp("click", "Show the version and exit."),
        trp("click", "default: {default}"),
        trp("click", "required"),
        trp("click", "Missing argument"),
        trp("click", "Missing option"),
        trp("click", "Missing command."),
        trp("click", "No such option {name!r}."),
        trp("click", "No such command {name!r}."),
        trp("click", "Did you mean {possibility}?"),
        trp("click", "(Did you mean one of: {possibilities}?)"),
        trp("click", "Option {name!r} does not take a value."),
        trp("click", "Option {name!r} requires an argument."),
        trp("click", "Option {name!r} requires {nargs} arguments."),
        trp("click", "Argument {name!r} takes {nargs} values."),
        trp("click", "Got unexpected extra argument ({args})"),
        trp("click", "Got unexpected extra arguments ({args})"),
        trp("click", "Invalid value: {message}"),
        trp("click", "Invalid value for {param_hint}: {message}"),
        trp("click", "Choose from:\n\t{choices}"),
        trp("click", "{value!r} is not {choice}."),
        trp("click", "{value!r} is not one of {choices}."),
        trp("click", "{value!r} is not a valid {number_type}."),
        trp("click", "{value} is not in the range {range}."),
        trp("click", "file"),
        trp("click", "directory"),
        trp("click", "path"),
        trp("click", "{name} {filename!r} does not exist."),
        trp("click", "{name} {filename!r} is a file."),
        trp("click", "{name} {filename!r} is a directory."),
        trp("click", "{name} {filename!r} is not readable."),
        trp("click", "{name} {filename!r} is not writable."),
        trp("click", "Could not open file {filename!r}: {message}"),
        trp("click", "unknown error"),
        trp("click", "Error: {message}"),
    )
