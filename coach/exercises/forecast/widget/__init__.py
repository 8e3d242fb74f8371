"""Forecasting with the keyboard: a table of deals, and the facts of the one with the pointer."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import tr, trn
from coach.surface.exercise import ExerciseWidget
from coach.surface.lit import line, lit
from coach.surface.prose import Prose
from coach.surface.row import pointer

from ..rollup import rollups, won
from ..spec import (
    MEANINGS,
    Category,
    Deal,
    Mode,
    Response,
    Spec,
    day,
    money,
    period,
    short,
    stage,
    with_currency,
)
from ..typed import CERTAIN
from .keys import KEYS
from .rows import DealRow

WIDE, NARROW = 110, 60
"""Columns from which the roll-ups stand beside the table, and below which the stage leaves it."""
STEP = 5
"""By how many percent points the arrows change a probability."""
EVEN = 50
"""Where the arrows begin on a deal without a probability."""
LABELS = tuple(category.value for category in Category)
TITLE, SUM = 16, 15
"""Columns for the name of a roll-up, and for its sum."""


class ForecastWidget(ExerciseWidget[Spec, Response]):
    """The table of deals, and for categories what they add up to."""

    DEFAULT_CSS = """
    ForecastWidget .how { color: $text-muted; margin-bottom: 1; max-width: 84; }
    ForecastWidget .parts { height: auto; layout: vertical; }
    ForecastWidget .deals { height: auto; max-width: 84; }
    ForecastWidget .sums { margin-top: 1; width: 31; display: none; }
    ForecastWidget .sums.shown { display: block; }
    ForecastWidget.wide .parts { layout: horizontal; }
    ForecastWidget.wide .deals { width: 1fr; }
    ForecastWidget.wide .sums { margin: 0 0 0 4; }
    ForecastWidget.narrow .stage { display: none; }
    ForecastWidget.narrow .amount { width: 11; padding-right: 0; }
    ForecastWidget.narrow .given { width: 14; padding-right: 1; }
    ForecastWidget.narrow .percent .given { width: 10; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]
    can_focus = True

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.asks_percent = spec.mode is Mode.PROBABILITY
        self.given: dict[str, str] = {}
        """What was given by deal: digits, or a category's label."""
        self.answered = Response()
        self.told: dict[str, bool] = {}
        """Which deals were judged rightly, as far as it may be told."""
        self.solved = False
        self.current = 0
        self.typing = False
        """Whether the next digit goes on with the number that stands there."""

    def compose(self) -> ComposeResult:
        yield Prose(self.spec.prompt)
        yield Static(lit(self._how()), classes="how")
        with Container(classes="parts"):
            with Vertical(classes="deals"):
                asked = tr("won, %") if self.asks_percent else tr("category")
                amount = with_currency(tr("amount"), self.spec.currency)
                titles = (f"  {asked}", tr("deal"), amount, tr("stage"))
                yield DealRow(-1, titles, percent=self.asks_percent)
                for row, deal in enumerate(self.spec.deals):
                    cells = ("", deal.name, money(deal.amount, self.context.language), stage(deal))
                    yield DealRow(row, cells, percent=self.asks_percent)
            yield Static(classes="sums" if self.asks_percent else "sums shown")
        yield Static(classes="trouble")

    def on_mount(self) -> None:
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE, "wide")
        self.set_class(event.size.width < NARROW, "narrow")
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("digit", "change") and not self.asks_percent:
            return False
        if action == "put" and self.asks_percent:
            return False
        return super().check_action(action, parameters)

    @property
    def deal(self) -> Deal:
        """The deal with the pointer."""
        return self.spec.deals[self.current]

    def action_move(self, by: int) -> None:
        self._go((self.current + by) % len(self.spec.deals))

    def action_digit(self, digit: int) -> None:
        """Go on with the number, or begin a new one where it would be over 100."""
        before = self.given.get(self.deal.id, "") if self.typing else ""
        percent = int(f"{before}{digit}")
        self._give(str(percent if percent <= CERTAIN else digit))
        self.typing = True

    def action_change(self, by: int) -> None:
        percent = int(self.given.get(self.deal.id, EVEN)) + by * STEP
        self._give(str(max(0, min(CERTAIN, percent))))
        self.typing = False

    def action_put(self, number: int) -> None:
        """Put the deal into a category, and go to the next one without."""
        self._give(LABELS[number - 1])
        rest = [(self.current + offset) % len(self.spec.deals) for offset in range(len(self.spec.deals))]
        self._go(next((row for row in rest if self.spec.deals[row].id not in self.given), self.current))

    def action_take_back(self) -> None:
        self.given.pop(self.deal.id, None)
        self._changed()

    def action_answer(self) -> None:
        missing = [row for row, deal in enumerate(self.spec.deals) if deal.id not in self.given]
        if missing:
            self._go(missing[0])
            self.complain(
                trn(
                    "{n} deal has no forecast yet. Give one to those marked with a dash.",
                    "{n} deals have no forecast yet. Give one to those marked with a dash.",
                    len(missing),
                )
            )
            return
        self.hand_over(self._response())

    def on_deal_row_clicked(self, message: DealRow.Clicked) -> None:
        message.stop()
        if self.open:
            self._go(message.row)

    def resume(self, response: Response) -> None:
        self._take(response)

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        if self.open:
            self.answered = response
        super().show_outcome(response, outcome, solved=solved)
        self.solved = solved
        self.told = {check.id: check.passed for check in outcome.told(solved=solved)}
        self._take(response)

    def reopen(self) -> None:
        super().reopen()
        self.solved, self.told = False, {}
        self._take(self.answered)

    def _how(self) -> str:
        """Say what to do and, for categories, which number each has."""
        if self.asks_percent:
            return tr(
                "Read the facts of each deal and type in percent how probable it is that it "
                "will be won {period}.",
                period=period(self.spec),
            )
        what = tr("Read the facts of each deal and press the number of its category:")
        return f"{what}\n{_numbers()}"

    def _response(self) -> Response:
        given = {deal.id: self.given[deal.id] for deal in self.spec.deals if deal.id in self.given}
        if self.asks_percent:
            return Response(probabilities={name: int(percent) for name, percent in given.items()})
        return Response(categories=given)

    def _take(self, response: Response) -> None:
        """Show this forecast; deals that the exercise no longer has are left out."""
        given = {name: str(percent) for name, percent in response.probabilities.items()}
        if not self.asks_percent:
            given = {name: label for name, label in response.categories.items() if label in LABELS}
        self.given = {deal.id: given[deal.id] for deal in self.spec.deals if deal.id in given}
        self._draw()

    def _give(self, value: str) -> None:
        self.given[self.deal.id] = value
        self._changed()

    def _changed(self) -> None:
        """Have what was given saved, and show it."""
        self.typing = False
        self.complain("")
        self.keep(self._response())
        self._draw()

    def _go(self, row: int) -> None:
        self.current = row
        self.typing = False
        self._draw()
        self.call_after_refresh(self.query(DealRow)[row + 1].scroll_visible, animate=False)

    def _draw(self) -> None:
        signs = {True: "✓", False: "✗"}
        for row, deal in zip(self.query(DealRow)[1:], self.spec.deals, strict=True):
            here = self.open and row.row == self.current
            sign = signs[self.told[deal.id]] if deal.id in self.told else pointer(here=here)
            given = self.given.get(deal.id, "")
            row.draw(f"{sign} {short(given) if given else '–'}", self._facts(deal), current=here)
        self.query_one(".sums", Static).update(self._sums())

    def _facts(self, deal: Deal) -> Content:
        """Write what is known of a deal, and what its category means."""
        closes = day(deal.close, self.context.language)
        about = tr("{stage}, close date {day}", stage=stage(deal), day=closes)
        facts = "".join(f"\n• {fact}" for fact in deal.facts)
        label = self.given.get(deal.id, "")
        meaning = f"\n{tr(label)}: {tr(MEANINGS[Category(label)])}." if label in LABELS else ""
        if not (self.asks_percent or meaning) and self.has_class("narrow"):
            meaning = f"\n{_numbers()}"
        return line((about, "$text-muted"), facts, (meaning, "$text-primary"))

    def _sums(self) -> Content:
        """Write the roll-ups of the categories given so far and, once it is solved, what was won."""
        pairs = [(short(one.title), one.amount) for one in rollups(self.spec, self.given)]
        if self.solved:
            pairs.append((tr("Won in the end"), won(self.spec)))
        rows = [f"\n{title:{TITLE}}{money(amount, self.context.language):>{SUM}}" for title, amount in pairs]
        return line((with_currency(tr("Roll-ups"), self.spec.currency), "bold"), *rows)


def _numbers() -> str:
    """Say which number each category has."""
    return "  ".join(f"{number} {tr(label)}" for number, label in enumerate(LABELS, 1))


WIDGET = ForecastWidget
