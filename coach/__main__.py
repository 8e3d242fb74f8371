"""``coach`` and ``python -m coach``."""


def main() -> None:
    """Run the command line."""
    from coach.cli import root

    root(prog_name="coach")


if __name__ == "__main__":
    main()
