"""Holding a conversation with the keyboard: a number says something, or arrows and enter."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from coach.core.dialogue.engine import offers
from coach.core.dialogue.graph import graph_of
from coach.core.dialogue.plot import plot_of
from coach.core.dialogue.run import Regret, Run, costliest, play
from coach.core.exercise import Context
from coach.core.outcome import Outcome
from coach.locale import tr
from coach.surface.exercise import ExerciseWidget, Feedback
from coach.surface.lit import lit
from coach.surface.prose import Prose

from ..spec import Response, Spec
from .card import Card
from .goals import Goals
from .keys import KEYS
from .offers import OfferRow, Offers
from .transcript import Known, Transcript
from .views import View, what_next

NARROW, WIDE = 60, 100
"""Columns below which effects stand under the words, and from which there is a panel at the side."""

TALL = 18
"""Rows from which there is room for a blank one under the card."""


class DialogueWidget(ExerciseWidget[Spec, Response]):
    """First the situation and what counts, then the talk, at last what each turn was worth."""

    fills = True
    can_focus = True
    DEFAULT_CSS = """
    DialogueWidget .brief, DialogueWidget .goals, DialogueWidget .debrief { height: 1fr; display: none; }
    DialogueWidget .middle { height: 1fr; min-height: 2; display: none; }
    DialogueWidget Offers, DialogueWidget Known { display: none; }
    DialogueWidget VerticalScroll { scrollbar-size-vertical: 1; }
    DialogueWidget .next { color: $text-muted; padding: 0 1; height: auto; display: none; }
    DialogueWidget .next.shown { display: block; }
    DialogueWidget .brief .prompt { padding: 0 1; }
    DialogueWidget .trouble { margin: 0 1; }
    DialogueWidget .debrief Feedback { margin: 0 1; }
    DialogueWidget.view-brief .brief { display: block; }
    DialogueWidget.view-goals .goals { display: block; }
    DialogueWidget.view-debrief .debrief { display: block; }
    DialogueWidget.view-talk .middle, DialogueWidget.view-transcript .middle { display: block; }
    DialogueWidget.view-talk Offers { display: block; }
    DialogueWidget.tall .brief, DialogueWidget.tall .goals, DialogueWidget.tall .debrief { margin-top: 1; }
    DialogueWidget.tall .middle { margin-top: 1; }
    DialogueWidget.narrow Entry .who { width: 9; }
    DialogueWidget.narrow Entry .said { layout: vertical; }
    DialogueWidget.narrow Entry .words { width: 100%; }
    DialogueWidget.narrow Entry .effect { padding-left: 0; max-width: 100%; }
    DialogueWidget.view-talk.wide Known, DialogueWidget.view-transcript.wide Known { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*KEYS]

    view: reactive[View] = reactive(View.BRIEF, init=False)

    def __init__(self, spec: Spec, context: Context) -> None:
        super().__init__(spec, context)
        self.plot = plot_of(spec)
        self.choices: tuple[str, ...] = ()
        self.rewound = False
        self.worst: Regret | None = None
        """The turn to rewind to, after one's own run."""
        self._own: tuple[str, ...] = ()
        self._sure = False
        """Whether it was said what taking a turn back means."""

    def compose(self) -> ComposeResult:
        yield Card(self.spec.persona)
        with VerticalScroll(classes="brief", can_focus=False):
            yield Prose(self.spec.prompt, classes="prompt")
            yield Goals(self.spec)
        with VerticalScroll(classes="goals", can_focus=False):
            yield Goals(self.spec)
        with Horizontal(classes="middle"):
            yield Transcript(self.plot)
            yield Known(self.plot)
        yield VerticalScroll(classes="debrief", can_focus=False)
        yield Static(classes="trouble")
        yield Offers()
        yield Static(classes="next")

    def on_mount(self) -> None:
        self._replay()
        self.watch_view()
        # Seconds of work for a large one, so it is done while somebody reads and not when they have finished.
        self.run_worker(partial(graph_of, self.plot), group="dialogue-graph", thread=True)

    def on_resize(self) -> None:
        self.set_class(self.size.width < NARROW, "narrow")
        self.set_class(self.size.width >= WIDE, "wide")
        self.set_class(self.size.height >= TALL, "tall")
        if self.view is View.TALK:
            self.call_after_refresh(self.query_one(Transcript).scroll_end, animate=False)

    @property
    def run_(self) -> Run:
        """The conversation as it stands."""
        return play(self.plot, self.choices, self.context.seed)

    def watch_view(self) -> None:
        for view in View:
            self.set_class(view is self.view, f"view-{view}")
        told = what_next(self.view, answering=self.open, begun=bool(self.choices), worst=self.worst)
        line = self.query_one(".next", Static)
        line.update(lit(told))
        line.set_class(bool(told), "shown")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Offer what makes sense in this view; after the end one may still read and rewind."""
        talking = self.open and self.view is View.TALK
        offered = {
            "begin": self.open and self.view is View.BRIEF,
            "say": talking,
            "say_current": talking,
            "take_back": talking and bool(self.choices),
            "show": self.view is not View.BRIEF,
            "back": self.view in (View.GOALS, View.TRANSCRIPT),
            "rewind": not self.open and self.worst is not None,
        }
        return offered.get(action, True)

    def action_begin(self) -> None:
        self.view = View.TALK

    def action_say(self, number: int) -> None:
        """Say an option, if it can be said."""
        self._sure = False
        rows = self.query_one(Offers).rows
        if number > len(rows):
            self.complain(
                tr(
                    "There is no {number} here. Press a number from 1 to {last}.",
                    number=number,
                    last=len(rows),
                )
            )
            return
        offer = rows[number - 1].offer
        if not offer.open:
            self.complain(tr("That is locked: {reason}. Say something else first.", reason=offer.reason))
            return
        self.complain("")
        self.choices = (*self.choices, offer.id)
        self._go_on()

    def action_say_current(self) -> None:
        current = self.query_one(Offers).current
        if current:
            self.action_say(current)
        else:
            self.complain(tr("Choose something to say, with its number or the arrows."))

    def action_move(self, by: int) -> None:
        if self.view is View.TALK:
            self.query_one(Offers).move(by)
        else:
            self._scroll().scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        scroll = self._scroll()
        scroll.scroll_relative(y=by * max(1, scroll.size.height - 1), animate=False)

    def _scroll(self) -> VerticalScroll:
        """Return what scrolls in this view."""
        if self.view in (View.TALK, View.TRANSCRIPT):
            return self.query_one(Transcript)
        return self.query_one(f".{self.view}", VerticalScroll)

    def action_show(self, view: str) -> None:
        """Show goals or transcript, or go back to where one was."""
        self.complain("")
        wanted, home = View(view), View.TALK if self.open else View.DEBRIEF
        self.view = home if self.view is wanted else wanted
        if self.view in (View.TALK, View.TRANSCRIPT):
            self.call_after_refresh(self.query_one(Transcript).scroll_end, animate=False)

    def action_back(self) -> None:
        """Leave goals or transcript, as their own key does."""
        self.action_show(self.view)

    def action_take_back(self) -> None:
        """Say once what it means, then take the last turn back."""
        if not (self._sure or self.rewound):
            self._sure = True
            self.complain(
                tr("A turn taken back makes this a second run, which is practice. u again does it.")
            )
            return
        self.complain("")
        self._restart(self.choices[:-1])
        self.keep(self._response())

    def action_rewind(self) -> None:
        """Go back to before the turn that cost most."""
        if self.worst is None:
            return
        self._reopen_at(self._own[: self.worst.turn - 1])
        self.keep(self._response())
        self.post_message(self.Reopened())

    def on_pointer_row_clicked(self, message: OfferRow.Clicked) -> None:
        message.stop()
        if self.open and self.view is View.TALK:
            self.action_say(message.row.number)

    def resume(self, response: Response) -> None:
        """Go on where it was broken off; choices that the author has taken out since are left out."""
        self.choices, self.rewound = response.choices, response.rewound
        run = self.run_
        self.choices = tuple(one.id for one in run.exchanges)
        self._replay()
        self.view = View.TALK
        if run.state.over:
            self.hand_over(self._response())

    def show_outcome(self, response: Response, outcome: Outcome, *, solved: bool) -> None:
        """Show what it came to, what each turn was worth, and where to rewind to."""
        if self.open:
            self._own = response.choices
        self.open = False
        run = play(self.plot, response.choices, self.context.seed)
        self.worst = costliest(self.plot, run) if response.choices == self._own else None
        self._replay(run)
        debrief = self.query_one(".debrief", VerticalScroll)
        debrief.remove_children()
        debrief.mount(Feedback(outcome, solved=solved))
        self.view = View.DEBRIEF
        self.watch_view()
        debrief.scroll_home(animate=False)
        self.call_after_refresh(self.focus)

    def reopen(self) -> None:
        """Begin again; it is a second run."""
        self._reopen_at(())

    def _reopen_at(self, choices: tuple[str, ...]) -> None:
        self.open = True
        self.query_one(".debrief", VerticalScroll).remove_children()
        self._restart(choices)
        self.view = View.TALK
        self.watch_view()

    def _restart(self, choices: tuple[str, ...]) -> None:
        """Stand at the end of these choices, in a run that is practice."""
        self.choices, self.rewound, self._sure = choices, True, False
        self._replay()
        self.watch_view()

    def _response(self) -> Response:
        return Response(choices=self.choices, rewound=self.rewound)

    def _replay(self, run: Run | None = None) -> None:
        """Draw everything from the beginning."""
        run = run or self.run_
        self.query_one(Transcript).show(run)
        self._draw(run)

    def _go_on(self) -> None:
        """Draw the last turn; keep it, or hand the whole over."""
        run = self.run_
        self.query_one(Transcript).add(run)
        self._draw(run)
        self.watch_view()
        if run.state.over:
            self.hand_over(self._response())
        else:
            self.keep(self._response())

    def _draw(self, run: Run) -> None:
        situation = run.state.situation
        self.query_one(Card).show(situation)
        self.query_one(Known).show(run)
        self.query_one(Offers).show(offers(self.plot, situation))
        for goals in self.query(Goals):
            goals.show(situation.points)
