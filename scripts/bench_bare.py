"""The smallest Textual app that paints, waits and reacts to a key: what the budgets are measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Static


class Bare(App[None]):
    """A line of text and a footer; j changes the line."""

    BINDINGS = [("j", "count", "count")]  # noqa: RUF012 - as Textual's own guide writes it
    presses = 0

    def compose(self) -> ComposeResult:
        """Put the line above the footer."""
        yield Static("\nNothing was pressed yet")
        yield Footer()

    def action_count(self) -> None:
        """Count the key."""
        self.presses += 1
        self.query_one(Static).update(f"\n{self.presses} times pressed")


if __name__ == "__main__":
    Bare().run()
