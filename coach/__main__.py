"""``coach`` and ``python -m coach``."""

import os
import sys

from coach.cli.tongue import chosen
from coach.locale import SOURCE, language, speak


def main() -> None:
    """Open the program, or run the command that is named, in the language of the person."""
    speak(chosen(sys.argv[1:], os.environ))
    if len(sys.argv) == 1:
        from coach.cli.program import alone

        sys.exit(alone())
    if language() != SOURCE:
        from coach.cli.click_words import lend

        lend()
    from coach.cli.root import root

    root(prog_name="coach")


if __name__ == "__main__":
    main()
