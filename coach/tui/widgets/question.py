"""The middle of the live interview: what to say, what to ask, and what to rate against."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.bank import Question
from coach.core.focus import focus_titles, in_focus
from coach.core.interview import CLOSING, OPENING, Entry, InterviewState, Phase, competency_title
from coach.core.prose import inline
from coach.locale import mark, tr
from coach.surface.lit import line, lit, lit_runs
from coach.surface.prose import Prose
from coach.surface.rubric import AnchorLine


class QuestionPanel(Vertical):
    """Script or question, probes and anchors of the place at hand."""

    DEFAULT_CSS = """
    QuestionPanel { height: auto; }
    QuestionPanel .place { height: 1; margin-bottom: 1; padding: 0 1; }
    QuestionPanel .place > .name {
        width: 1fr; text-style: bold; color: $text-primary; text-wrap: nowrap; text-overflow: ellipsis;
    }
    QuestionPanel .place > .standing { width: auto; padding-left: 2; }
    QuestionPanel .rest { height: auto; }
    QuestionPanel .said { padding: 0 1; }
    QuestionPanel .focus { color: $text-accent; max-width: 86; margin-bottom: 1; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, bool] | None = None
        """Place and whether the clock has started: what the widgets below were made for."""
        self._standing = Content("")

    def compose(self) -> ComposeResult:
        yield Horizontal(Static(classes="name"), Static(classes="standing"), classes="place")
        yield Vertical(classes="rest")

    def show(self, state: InterviewState, *, folded: bool, going: bool) -> None:
        """Show the place at which the interview stands; at the same place only what changed.

        ``folded`` shows one line of each anchor, ``going`` says that the next question is about to come.
        """
        shown = (state.place, state.phase is Phase.PLANNED)
        self._stand(_standing(state, going=going))
        if shown != self._shown:
            self._shown = shown
            self.query_one(".name", Static).update(lit(_heading(state)), layout=False)
            self.query_one(".rest").remove()
            scripted = state.place in (OPENING, CLOSING)
            parts = (
                _script(state)
                if scripted
                else [Asked(state.guide.question(state.place), state, folded=folded)]
            )
            self.mount(Vertical(*parts, classes="rest"))
        else:
            for asked in self.query(Asked):
                asked.show(state.entry(state.place), folded=folded)

    def _stand(self, standing: Content) -> None:
        """Say how the question stands; room is only divided anew when more or less is needed."""
        other = standing.cell_length != self._standing.cell_length
        self._standing = standing
        self.query_one(".standing", Static).update(standing, layout=other)


def _heading(state: InterviewState) -> str:
    if state.place in (OPENING, CLOSING):
        return place_name(state.place)
    number, total = state.agenda.index(state.place), len(state.guide.questions)
    parts = [
        competency_title(state, state.place),
        tr("question {number} of {total}", number=number, total=total),
    ]
    if in_focus(state, state.place):
        parts.append(tr("◆ your focus"))
    return "   ·   ".join(parts)


def _standing(state: InterviewState, *, going: bool) -> Content:
    """Stand out while there is something to rate, and step back once that is done."""
    if state.place in (OPENING, CLOSING) or state.phase is Phase.PLANNED:
        return Content("")
    entry = state.entry(state.place)
    if going:
        return lit(" " + tr("{rating} ✓ going on, any key stays", rating=entry.rating) + " ", "reverse")
    if entry.rating is not None:
        return lit(tr("rated {rating} ✓", rating=entry.rating), "$text-muted")
    if entry.not_assessed:
        return lit(tr("skipped") if entry.skipped else tr("not assessed"), "$text-muted")
    return lit(tr("to be rated"), "bold $text-accent")


def _script(state: InterviewState) -> list[Widget]:
    opening = state.place == OPENING
    text = (state.guide.opening if opening else state.guide.closing).text
    parts: list[Widget] = [Prose(text, classes="said")]
    if opening and state.focus:
        focus = "◆ " + tr("Your focus: {titles}.", titles=", ".join(focus_titles(state))) + " " + tr(FOCUS)
        parts.append(Static(lit(focus), classes="focus"))
    if opening and state.phase is Phase.PLANNED:
        how = tr("⏎ asks for the two declarations, then starts the clock.")
        parts.append(Static(lit(how, "$text-accent"), classes="said"))
    if not opening:
        how = (
            tr("⏎ goes to the scorecard.")
            if state.ended_at
            else tr("⏎ ends the conversation and goes to the scorecard.")
        )
        parts.append(Static(lit(how, "$text-accent"), classes="said"))
    return parts


FOCUS = mark(
    "You ask and rate every question in the order of the kit; for these the anchors stand "
    "open, and the scorecard lists them first."
)


def place_name(place: str) -> str:
    """Name the opening or the closing."""
    return tr("Opening") if place == OPENING else tr("Closing")


class Asked(Vertical):
    """One question with what happened to it, its probes and its anchors.

    A bar stands beside the anchors until there is nothing left to rate.
    """

    DEFAULT_CSS = """
    Asked { height: auto; }
    Asked .text { max-width: 86; margin-bottom: 1; padding: 0 1; }
    Asked .happened { color: $text-accent; display: none; padding: 0 1; }
    Asked .happened.shown { display: block; }
    Asked .probes { margin-bottom: 1; max-width: 86; padding: 0 1; }
    Asked .anchors { height: auto; border-left: blank; }
    Asked .anchors.due { border-left: outer $accent; }
    Asked .anchors.folded AnchorLine { height: 1; }
    Asked .anchors.folded AnchorLine .anchor { text-wrap: nowrap; text-overflow: ellipsis; }
    Asked .more { color: $text-muted; display: none; padding-left: 5; }
    Asked .anchors.folded .more { display: block; }
    """

    def __init__(self, question: Question, state: InterviewState, *, folded: bool) -> None:
        super().__init__()
        self._question = question
        self._entry = state.entry(question.id)
        self._folded = folded
        self._put = self._entry.probes
        """The probes that are shown as put."""

    def compose(self) -> ComposeResult:
        yield Static(lit(self._question.text, "bold"), classes="text")
        yield Static(classes="happened")
        yield Static(_probes(self._question, self._put), classes="probes")
        with Vertical(classes="anchors folded" if self._folded else "anchors"):
            for level, anchor in sorted(self._question.anchors.items()):
                yield AnchorLine(level, lit_runs(inline(anchor)))
            yield Static(lit(tr("a shows the anchors in full")), classes="more")

    def on_mount(self) -> None:
        self._draw()

    def show(self, entry: Entry, *, folded: bool) -> None:
        """Show what happened to the question by now."""
        self._entry = entry
        if self.children:
            if folded is not self._folded:
                self._folded = folded
                self.query_one(".anchors").set_class(folded, "folded")
            self._draw()

    def _draw(self) -> None:
        happened, text = self.query_one(".happened", Static), "\n".join(_happened(self._entry))
        if text or happened.has_class("shown"):
            happened.update(lit(text))
            happened.set_class(bool(text), "shown")
        if self._entry.probes != self._put:
            self._put = self._entry.probes
            self.query_one(".probes", Static).update(_probes(self._question, self._put), layout=False)
        self.query_one(".anchors").set_class(not self._entry.settled, "due")
        for anchor in self.query(AnchorLine):
            anchor.choose(chosen=anchor.level == self._entry.rating)


def _happened(entry: Entry) -> list[str]:
    lines = []
    if entry.reworded:
        lines.append(tr("Reworded: {words}", words=entry.reworded))
    if entry.skipped:
        lines.append(tr("Skipped: {reason}", reason=entry.skipped))
    elif entry.not_assessed:
        lines.append(tr("Not assessed: {reason}", reason=entry.not_assessed))
    return lines


def _probes(question: Question, put: tuple[int, ...]) -> Content:
    lines = []
    for number, probe in enumerate(question.probes):
        used = number in put
        sign = "✓" if used else chr(ord("a") + number)
        lines.append(line((f"{sign}  ", "$text-primary"), (probe, "$text-muted" if used else "")))
    return Content("\n").join(lines)
