"""Search: words in, and what holds them out, while one types."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach.core.search import Sort, excerpt, fold
from coach.locale import mark, tr
from coach.surface.lit import line, lit
from coach.tui.actions import bindings
from coach.tui.screens.base import CoachScreen
from coach.tui.widgets.keyline import KeyLine
from coach.tui.widgets.rows import Rows, fit
from coach.tui.widgets.topline import TopLine

if TYPE_CHECKING:
    from coach.core.search import Findable, Found

MOST = 50
"""Finds that are shown; who wants others types another word."""
NAMES = {
    Sort.MODULE: mark("module"),
    Sort.SESSION: mark("session"),
    Sort.LESSON: mark("lesson"),
    Sort.STEP: mark("step"),
    Sort.QUESTION: mark("question"),
}
NAME_WIDTH = 10
HOW = mark(
    "Type one or more words: modules, lessons, steps and interview questions that hold them all are listed."
)
NOTHING = mark("Nothing holds all of these words. The beginning of a word is enough; try fewer words.")


class SearchScreen(CoachScreen[None]):
    """A field and the finds below it; arrows move among them, enter opens one."""

    where = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SearchScreen Input { margin: 1 2 0 2; }
    SearchScreen.-short Input { margin: 0 2; }
    """

    class Looked(Message):
        """The finds for a query are there."""

        def __init__(self, query: str, found: "list[Found]", count: int) -> None:
            super().__init__()
            self.query = query
            self.found = found
            self.count = count

    class Failed(Message):
        """The content could not be read; the sentence says why."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self) -> None:
        super().__init__()
        self._looked: SearchScreen.Looked | None = None

    def compose(self) -> ComposeResult:
        yield TopLine(line((tr("Search"), "bold")), lit(tr("reading …")))
        yield Input(placeholder=tr("words"))
        yield Rows()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(KeyLine).lead = (("⏎", mark("open")), ("↑↓", mark("move")))
        self.query_one(Rows).can_focus = False
        self.query_one(Input).focus()
        self.look("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.look(event.value)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def look(self, query: str) -> None:
        """Search beside the interface; the first time all content is read for it."""
        from coach.content.library import ContentError

        try:
            found = self.services.search.find(query, MOST)
            self.post_message(self.Looked(query, found, len(self.services.search.items)))
        except ContentError as error:
            self.post_message(self.Failed(str(error)))

    def on_search_screen_looked(self, message: Looked) -> None:
        if message.query == self.query_one(Input).value:
            self._looked = message
            self._draw()

    def on_search_screen_failed(self, message: Failed) -> None:
        self.query_one(TopLine).show(right=lit(tr("not ready")))
        self.query_one(Rows).fill([Option(lit(f"  {message.sentence}", "$text-error"), disabled=True)])

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._looked is None:
            return
        rows, looked = self.query_one(Rows), self._looked
        width = rows.scrollable_content_region.width
        finds = [
            Option(_find(find.what, looked.query, width), id=str(number))
            for number, find in enumerate(looked.found)
        ]
        none = NOTHING if fold(looked.query) else HOW
        rows.highlighted = None
        rows.fill(finds or [Option(lit(f"  {tr(none)}", "$text-muted"), disabled=True)])
        self.query_one(TopLine).show(right=lit(_count(looked)))

    def action_move(self, step: int) -> None:
        rows = self.query_one(Rows)
        if step < 0:
            rows.action_cursor_up()
        else:
            rows.action_cursor_down()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        highlighted = self.query_one(Rows).highlighted_option
        if highlighted is not None and highlighted.id is not None:
            self._open(int(highlighted.id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self._open(int(event.option.id))

    def _open(self, number: int) -> None:
        if self._looked is not None:
            self.coach.open_find(self._looked.found[number].what)

    def action_back(self) -> None:
        self.dismiss(None)


def _find(item: "Findable", query: str, width: int) -> Content:
    """Lay a find out: its title and what it is, what it lies in, and the words around the find."""
    lines = [line("  ", fit(item.title, width - NAME_WIDTH - 2), (tr(NAMES[item.sort]), "$text-primary"))]
    if item.where:
        lines.append(lit(f"  {fit(item.where, width - 2).rstrip()}", "$text-muted"))
    if any(word not in item.title_words for word in fold(query).split()):
        lines.append(lit(f"  {excerpt(item, query, width - 4)}", "$text-muted italic"))
    return Content("\n").join(lines)


def _count(looked: SearchScreen.Looked) -> str:
    if not fold(looked.query):
        return tr("{count:,} things to find", count=looked.count)
    found = len(looked.found)
    return tr("the best {most}", most=MOST) if found == MOST else tr("{count} found", count=found)
