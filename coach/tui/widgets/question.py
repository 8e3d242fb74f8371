"""The middle of the live interview: what to say, what to ask, and what to rate against."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.bank import Question
from coach.core.interview import CLOSING, OPENING, Entry, InterviewState, Phase, competency_title
from coach.core.prose import inline
from coach.surface.lit import line, lit, lit_runs
from coach.surface.prose import Prose
from coach.surface.rubric import AnchorLine


class QuestionPanel(Vertical):
    """Script or question, probes and anchors of the place at hand."""

    DEFAULT_CSS = """
    QuestionPanel { height: auto; }
    QuestionPanel .place { text-style: bold; color: $text-primary; margin-bottom: 1; }
    QuestionPanel .rest { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, bool] | None = None
        """Place and whether the clock has started: what the widgets below were made for."""

    def compose(self) -> ComposeResult:
        yield Static(classes="place")
        yield Vertical(classes="rest")

    def show(self, state: InterviewState) -> None:
        """Show the place at which the interview stands; at the same place only what changed."""
        shown = (state.place, state.phase is Phase.PLANNED)
        if shown != self._shown:
            self._shown = shown
            self.query_one(".place", Static).update(lit(_heading(state)))
            self.query_one(".rest").remove()
            scripted = state.place in (OPENING, CLOSING)
            parts = _script(state) if scripted else [Asked(state.guide.question(state.place), state)]
            self.mount(Vertical(*parts, classes="rest"))
        else:
            for asked in self.query(Asked):
                asked.show(state.entry(state.place))


def _heading(state: InterviewState) -> str:
    if state.place in (OPENING, CLOSING):
        return state.place.capitalize()
    number, total = state.agenda.index(state.place), len(state.guide.questions)
    return f"{competency_title(state, state.place)}   ·   question {number} of {total}"


def _script(state: InterviewState) -> list[Widget]:
    opening = state.place == OPENING
    parts: list[Widget] = [Prose((state.guide.opening if opening else state.guide.closing).text)]
    if opening and state.phase is Phase.PLANNED:
        how = "⏎ asks for the two declarations, then starts the clock."
        parts.append(Static(lit(how, "$text-accent")))
    if not opening:
        parts.append(Static(lit("⏎ ends the conversation and goes to the scorecard.", "$text-accent")))
    return parts


class Asked(Vertical):
    """One question with what happened to it, its probes and its anchors."""

    DEFAULT_CSS = """
    Asked { height: auto; }
    Asked .text { max-width: 84; margin-bottom: 1; }
    Asked .happened { color: $text-accent; display: none; }
    Asked .happened.shown { display: block; }
    Asked .probes { margin-bottom: 1; max-width: 84; }
    """

    def __init__(self, question: Question, state: InterviewState) -> None:
        super().__init__()
        self._question = question
        self._entry = state.entry(question.id)

    def compose(self) -> ComposeResult:
        yield Static(lit(self._question.text, "bold"), classes="text")
        yield Static(classes="happened")
        yield Static(classes="probes")
        for level, anchor in sorted(self._question.anchors.items()):
            yield AnchorLine(level, lit_runs(inline(anchor)))

    def on_mount(self) -> None:
        self._draw()

    def show(self, entry: Entry) -> None:
        """Show what happened to the question by now."""
        self._entry = entry
        if self.children:
            self._draw()

    def _draw(self) -> None:
        happened, text = self.query_one(".happened", Static), "\n".join(_happened(self._entry))
        if text or happened.has_class("shown"):
            happened.update(lit(text))
            happened.set_class(bool(text), "shown")
        probes = self.query_one(".probes", Static)
        probes.update(_probes(self._question, self._entry), layout=not probes.size)
        for anchor in self.query(AnchorLine):
            anchor.choose(chosen=anchor.level == self._entry.rating)


def _happened(entry: Entry) -> list[str]:
    lines = []
    if entry.reworded:
        lines.append(f"Reworded: {entry.reworded}")
    if entry.skipped:
        lines.append(f"Skipped: {entry.skipped}")
    elif entry.not_assessed:
        lines.append(f"Not assessed: {entry.not_assessed}")
    return lines


def _probes(question: Question, entry: Entry) -> Content:
    lines = []
    for number, probe in enumerate(question.probes):
        used = number in entry.probes
        sign = "✓" if used else chr(ord("a") + number)
        lines.append(line((f"{sign}  ", "$text-primary"), (probe, "$text-muted" if used else "")))
    return Content("\n").join(lines)
