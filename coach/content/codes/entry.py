"""One explanation."""

from coach.core.record import Record


class Explanation(Record):
    """A code in full: its title, why it matters, how to fix it, and YAML before and after.

    The examples are empty where a code belongs to one exercise kind, whose page has examples.
    """

    code: str
    title: str
    why: str
    fix: str
    bad: str = ""
    good: str = ""
