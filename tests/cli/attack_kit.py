"""Every command of the program with arguments that an interviewer could try to learn of the others with.

``{req}``, ``{code}``, ``{other}`` and ``{mine}`` stand for the requisition, a candidate of it, another
member's interview of that candidate, and the attacker's own.
"""

from collections.abc import Iterator

import click

from coach.cli.root import root

FORMATS = ("txt", "md", "html", "pdf")
WHY = ("--reason", "I would like to know.")

LEFT_OUT = {
    "data backup": "copies the whole database, which the documentation says is not held back",
    "data restore": "takes a file of one's own",
    "data verify": "counts the entries of the whole folder, for whoever looks after it",
    "doctor": "counts the entries of the whole folder, for whoever looks after it",
}
"""Commands that are about the folder and not about anybody's interviews; docs/decisions.md says so."""

_ALONE = ("demo", "keys", "notes", "profile list", "interview kits", "data where")
_FILES = ("nothing.json",)

ATTEMPTS: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(_ALONE, ((),)),
    "agreement": ((), ("nothing.csv",)),
    "calibrate": ((), ("--plain",)),
    "certificate": (("small",),),
    "check": ((), ("--json",)),
    "compare": (
        *(("{req}",), ("{req}", "--statistics"), ("{req}", "--how"), ("{req}", "--json")),
        *(("{req}", "--statistics", "--json"), ("{req}", "{req}"), ("{req}", "alone")),
    ),
    "countries list": ((), ("--json",)),
    "countries show": (("de",),),
    "crm profile import": (("nothing", "--name", "own"),),
    "crm profile list": ((),),
    "debrief composite": (("{req}", "{code}", "no", *WHY),),
    "debrief decide": (
        ("{req}", "{code}", "reject", *WHY),
        ("{req}", "{code}", "offer", *WHY, "--departure", "x"),
    ),
    "debrief open": (("{req}", "{code}"),),
    "debrief rescore": (
        ("{req}", "{code}", "discovery", "2", *WHY),
        ("{req}", "{code}", "nothing", "2", *WHY),
    ),
    "debrief show": (("{req}", "{code}"), ("{req}", "{code}", "--json")),
    "explain": (("C012",),),
    **{f"export {shape}": ((), ("--output", "-")) for shape in ("csv", "json", "xapi")},
    "export anki": ((),),
    "interview amend": (
        ("{other}", "--question", "1", "--rating", "1", *WHY),
        ("{other}", "--overall", "no", *WHY),
        ("{mine}", "--overall", "no", *WHY),
    ),
    "interview export": tuple(
        (which, "--format", shape, "--output", out)
        for shape in ("greenhouse", "lever", "ashby", "json", "csv", "sealed")
        for which, out in (("{other}", "-"), ("{other}", "a.out"), ("{mine}", "b.out"))
    ),
    "interview import greenhouse": (_FILES,),
    "interview import greenhouse-kit": ((*_FILES, "--output", "kits"),),
    "interview list": ((), ("--json",), ("--limit", "1000")),
    "interview new": (
        ("tiny", "--candidate", "{code}", "--interviewer", "Omar Sample"),
        ("tiny", "--candidate", "{code}", "--interviewer", "Dana"),
    ),
    "interview run": (
        ("{other}", "--plain"),
        ("{mine}", "--plain"),
        ("tiny", "--plain", "--candidate", "{code}", "--interviewer", "Omar Sample"),
        ("ka-berlin.c-001.omr", "--plain"),
    ),
    "interview show": (("{other}",), ("{mine}",), ("{other}", "--peek", "I am curious."), ("ka-berlin",)),
    "interview submit": (("{other}",), ("{mine}",)),
    "mentor list": ((), ("--all",), ("--mine",)),
    "mentor rate": (("small/pitch", "1"),),
    "mentor show": (("small/pitch",), ("{other}",)),
    "new": (("kit", "own"),),
    "panel collect": (_FILES,),
    "panel expect": (("{req}", "{code}", "omar", "0" * 16),),
    "panel status": (("{req}",), ("{req}", "--json")),
    "path": ((),),
    "play": ((),),
    "practice": (("tiny", "--plain"),),
    "print kit": (("tiny", "--format", "txt"), ("{req}", "--format", "txt")),
    "print blank": (("tiny", "--format", "txt"), ("{req}", "--format", "txt")),
    **{
        f"print {what}": tuple(("{req}", "--format", shape, "--output", "-") for shape in FORMATS)
        for what in ("comparison", "matrix", "requisition", "works-council")
    },
    "print group-form": (
        *(("{req}", "{code}", "--format", shape, "--output", "-") for shape in FORMATS),
        ("--blank", "tiny", "--format", "txt"),
    ),
    "print scorecard": (
        *(("{other}", "--format", shape, "--output", "-") for shape in FORMATS),
        *(("{mine}", "--format", shape, "--output", "-") for shape in FORMATS),
        ("{other}", "--format", "txt", "--peek", "I am curious."),
    ),
    "privacy access-export": (
        ("{req}", "{code}", "--format", "json"),
        ("{req}", "{code}", "--format", "txt"),
    ),
    "privacy date": (("{req}", "{code}", "rejection-received", "2026-11-01"),),
    "privacy due": ((), ("--json",)),
    "privacy erase": (
        ("{req}", "{code}", *WHY, "--yes"),
        ("{req}", "{code}", *WHY, "--yes", "--early"),
        ("{other}", *WHY, "--yes"),
        ("{mine}", *WHY, "--yes"),
    ),
    "privacy hold": (("{req}", "{code}", *WHY),),
    "privacy lift": (("{req}", "{code}", *WHY),),
    "privacy list": ((), ("--json",)),
    "privacy log": (("{req}", "{code}"), ("{req}", "{code}", "--json")),
    "privacy receipt": (("{req}", "{code}"), ("{req}", "{code}", "--json"), ("{other}",)),
    "progress": ((), ("--format", "txt")),
    "requisition candidates": (("{req}", "C-777"), ("{req}", "{code}")),
    "requisition drop": (("{req}", "1", *WHY), ("{req}", "2", *WHY)),
    "requisition identity": (("{req}", "{code}"), ("{req}", "{code}", "--name", "Somebody")),
    "requisition invite": (("{req}", "--output", "-"),),
    "requisition join": (_FILES,),
    "requisition lay-out": (("{req}",),),
    "requisition list": ((), ("--json",)),
    "requisition new": (("Own", "--id", "{req}", "--kit", "tiny"),),
    "requisition panel": (
        ("{req}", "--remove", "omar", *WHY),
        ("{req}", "--quorum", "1", *WHY),
        ("{req}", "--member", "dana=Dana:lead", *WHY),
    ),
    "requisition show": (("{req}",),),
    "reset": (("small", "--yes"),),
    "review deadline": (("2026-12-24",),),
    "review forecast": ((),),
    "review leeches": ((),),
    "review rebuild": ((),),
    "schema": (("kit",),),
    "search": (("secret",), ("secret", "--json"), ("{code}",), ("omar",), ("customer",)),
    "train list": ((),),
    "translate extract": (("nothing",),),
    "translate merge": (("nothing",),),
    "translate status": ((),),
    "train run": (("small", "--plain"),),
}


ABOUT_PANELS = ("compare", "debrief", "interview", "panel", "print", "privacy", "requisition")
"""What the names of commands begin with that read what a panel wrote."""

PAGES = ("html", "pdf")
"""Formats that say the same as the plain ones, and take longer."""


def commands(command: click.Command = root, *path: str, above: click.Context | None = None) -> Iterator[str]:
    """Name every command that the program has, as it is typed."""
    context = click.Context(command, info_name=path[-1] if path else "coach", parent=above)
    if not isinstance(command, click.Group):
        yield " ".join(path)
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from commands(inner, *path, name, above=context)
