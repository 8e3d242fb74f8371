"""One explanation."""

from coach.core.record import Record
from coach.locale import tr


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

    @property
    def spoken(self) -> "Explanation":
        """The same in the language that is spoken; examples in YAML stay as they are."""
        return Explanation(
            code=self.code,
            title=tr(self.title),
            why=tr(self.why),
            fix=tr(self.fix),
            bad=tr(self.bad) if self.bad else "",
            good=tr(self.good) if self.good else "",
        )
