"""``coach`` and ``python -m coach``."""

import sys


def main() -> None:
    """Open the program, or run the command that is named."""
    if len(sys.argv) == 1:
        from coach.cli.program import alone

        sys.exit(alone())
    from coach.cli.root import root

    root(prog_name="coach")


if __name__ == "__main__":
    main()
