"""The middle of the live interview: what to say, what to ask, and what to rate against."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from coach.core.bank import Question
from coach.core.interview import CLOSING, OPENING, Entry, InterviewState, Phase
from coach.core.prose import inline
from coach.surface.lit import line, lit, lit_runs
from coach.surface.prose import Prose


class QuestionPanel(Vertical):
    """Script or question, probes and anchors of the place at hand."""

    DEFAULT_CSS = """
    QuestionPanel { height: auto; }
    QuestionPanel .place { text-style: bold; color: $text-primary; margin-bottom: 1; }
    QuestionPanel .asked { max-width: 84; margin: 0 0 1 0; }
    QuestionPanel .line { height: auto; }
    QuestionPanel .probes { margin-bottom: 1; max-width: 84; }
    QuestionPanel .happened { color: $text-accent; }
    """

    def compose(self) -> ComposeResult:
        yield Static(classes="place")
        yield Vertical(classes="rest")

    def show(self, state: InterviewState) -> None:
        """Show the place at which the interview stands."""
        place = self.query_one(".place", Static)
        place.update(lit(_heading(state)))
        parts = _script(state) if state.place in (OPENING, CLOSING) else _question(state)
        fresh = Vertical(*parts, classes="rest")
        fresh.styles.height = "auto"
        self.query(".rest").remove()
        self.mount(fresh)


def _heading(state: InterviewState) -> str:
    if state.place in (OPENING, CLOSING):
        return state.place.capitalize()
    question = state.guide.question(state.place)
    number, total = state.agenda.index(state.place), len(state.guide.questions)
    return f"{state.guide.competency(question.competency).title}   ·   question {number} of {total}"


def _script(state: InterviewState) -> list[Widget]:
    opening = state.place == OPENING
    script = state.guide.opening if opening else state.guide.closing
    parts: list[Widget] = [Prose(script.text)]
    if opening and state.phase is Phase.PLANNED:
        how = "⏎ asks for the two declarations, then starts the clock."
        parts.append(Static(lit(how, "$text-accent")))
    if not opening:
        parts.append(Static(lit("⏎ ends the conversation and goes to the scorecard.", "$text-accent")))
    return parts


def _question(state: InterviewState) -> list[Widget]:
    question, entry = state.guide.question(state.place), state.entry(state.place)
    parts: list[Widget] = [Static(lit(question.text, "bold"), classes="asked")]
    parts.extend(Static(lit(text), classes="happened") for text in _happened(entry))
    parts.append(Static(_probes(question, entry), classes="probes"))
    parts.append(AnchorTable(question, entry.rating))
    return parts


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


class AnchorTable(Vertical):
    """The anchors, one a line, the chosen level marked by a sign and by weight."""

    DEFAULT_CSS = """
    AnchorTable { height: auto; max-width: 90; }
    AnchorTable Horizontal { height: auto; }
    AnchorTable .level { width: 4; color: $text-primary; text-style: bold; }
    AnchorTable .anchor { width: 1fr; }
    AnchorTable .chosen { background: $panel; }
    """

    def __init__(self, question: Question, rating: int | None) -> None:
        super().__init__()
        self._question = question
        self._rating = rating

    def compose(self) -> ComposeResult:
        for level, anchor in sorted(self._question.anchors.items()):
            chosen = level == self._rating
            sign = "›" if chosen else " "
            yield Horizontal(
                Static(lit(f"{sign}{level}"), classes="level"),
                Static(lit_runs(inline(anchor)), classes="anchor"),
                classes="chosen" if chosen else None,
            )
