"""``coach explain``: what a code of the checker means."""

from typing import TYPE_CHECKING

import click

from coach.locale import tr, trp

if TYPE_CHECKING:
    from coach.content.codes import Explanation


@click.command(help=tr("Say what a code of the checker means, why it matters and how to mend it."))
@click.argument("code")
def explain(code: str) -> None:
    """Say what a code of the checker means, why it matters and how to mend it."""
    from coach.content.codes import explain as explained
    from coach.content.codes import known
    from coach.content.nearest import nearest
    from coach.content.problem import quoted

    wanted = code.strip().upper()
    try:
        entry = explained(wanted)
    except KeyError:
        near = nearest(code, [name.lower() for name in known()])
        hint = (
            tr("Did you mean {near}?", near=tr(" or ").join(name.upper() for name in near))
            if near
            else tr("They look like C010.")
        )
        raise click.UsageError(tr("There is no code {code}. {hint}", code=quoted(code), hint=hint)) from None
    click.echo(_page(entry))


def _page(entry: "Explanation") -> str:
    parts = [
        f"{entry.code}  {entry.title}",
        tr("Why it matters: {why}", why=entry.why),
        tr("How to fix it: {fix}", fix=entry.fix),
    ]
    if entry.bad:
        parts += [
            f"{tr('Instead of')}\n{_indented(entry.bad)}",
            f"{trp('instead of', 'write')}\n{_indented(entry.good)}",
        ]
    return "\n\n".join(parts)


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())
