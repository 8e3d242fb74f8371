"""``coach demo`` and ``coach --demo``: the program on made-up people, in a folder that goes away."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from coach.locale import tr

if TYPE_CHECKING:
    from coach.services import Services


@click.command(
    help=tr("Open the program on made-up people, so that nothing is empty; nothing of it is kept.")
)
@click.pass_obj
def demo(services: "Services") -> None:
    """Open the program on made-up people, so that nothing is empty; nothing of it is kept."""
    open_demo(services)


def open_demo(services: "Services") -> None:
    """Fill a temporary folder with made-up people and open the program on it."""
    from coach.cli.program import open_program
    from coach.services import Services
    from coach.services.demo import fill
    from coach.store.paths import Folders

    with TemporaryDirectory(prefix="coach-demo-") as home:
        root = Path(home)
        folders = Folders(data=root / "data", config=root / "config", cache=root / "cache")
        made_up = Services(folders, services.environ, services.content)
        try:
            fill(made_up)
            open_program(made_up, greet=False)
        finally:
            made_up.close()
