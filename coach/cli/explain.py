"""``coach explain``: what a code of the checker means."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coach.content.codes import Explanation


@click.command()
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
            f"Did you mean {' or '.join(name.upper() for name in near)}?" if near else "They look like C010."
        )
        raise click.UsageError(f"There is no code {quoted(code)}. {hint}") from None
    click.echo(_page(entry))


def _page(entry: "Explanation") -> str:
    parts = [f"{entry.code}  {entry.title}", f"Why it matters: {entry.why}", f"How to fix it: {entry.fix}"]
    if entry.bad:
        parts += [f"Instead of\n{_indented(entry.bad)}", f"write\n{_indented(entry.good)}"]
    return "\n\n".join(parts)


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())
