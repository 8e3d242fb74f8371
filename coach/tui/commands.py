"""The command palette, with Textual's own words in the language of whoever reads it."""

from textual.command import CommandList, CommandPalette, Provider
from textual.widgets.option_list import Option

from coach.locale import tr
from coach.surface.lit import lit

PADDING = 4
"""Columns beside a line of the list."""


class Commands(CommandPalette):
    """Textual's palette; what it says when nothing matches cannot be set from outside."""

    def __init__(self, placeholder: str, providers: list[type[Provider]] | None = None) -> None:
        super().__init__(providers, placeholder=placeholder)

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Say after a moment that nothing matches."""
        self._stop_no_matches_countdown()

        def show() -> None:
            self._list_visible = bool(search_value)
            if search_value:
                none = lit(tr("No matches found"), "not bold").center(self.size.width - PADDING)
                self.query_one(CommandList).add_option(Option(none, disabled=True, id=self._NO_MATCHES))

        self._no_matches_timer = self.set_timer(self._NO_MATCHES_COUNTDOWN, show)
