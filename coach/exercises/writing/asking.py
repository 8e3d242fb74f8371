"""The exercise in plain text and on paper: in one line, line by line, or with a pen."""

from coach.core.document import AnyBlock, Callout, Heading, Listing, WritingLines, plain
from coach.core.exercise import Unreadable
from coach.core.prose import prose, unmarked
from coach.core.writing.rules import AnyRule, Level
from coach.core.writing.text import read as read_text
from coach.exercises.base import Turn
from coach.locale import tr, trn

from .grading import count
from .spec import LONGEST, Response, Spec, all_rules

LINE, PARAGRAPH = " / ", " // "
"""What stands for the end of a line and for an empty line, where a text is given in one line."""

END, BACK, AGAIN = ".", "-", "="
"""Lines that are no text: hand in, take the last line back, read all of it out."""

PAPER_LINES = 20


def promised(rule: AnyRule) -> str:
    """Give a rule's title as it is shown before writing."""
    match rule.level:
        case Level.MUST:
            return tr("{title} (must)", title=rule.title)
        case Level.NOTE:
            return tr("{title} (does not count)", title=rule.title)
        case _:
            return rule.title


def _task(spec: Spec) -> str:
    """Put the task, what may be used and what it is checked for."""
    parts = [unmarked(spec.prompt)]
    if spec.facts:
        parts.append("\n".join([tr("You may use:"), *(f"  - {fact}" for fact in spec.facts)]))
    rules = [f"  {number}. {promised(rule)}" for number, rule in enumerate(all_rules(spec), 1)]
    parts.append("\n".join([tr("It is checked for this:"), *rules]))
    return "\n\n".join(parts)


def asked(spec: Spec) -> str:
    """Put the task and say how to write the text in one line."""
    how = tr("Type the text in one line, with / between blanks for a new line and // for an empty line.")
    return f"{_task(spec)}\n\n{how}"


def from_line(line: str) -> Response:
    """Read a text given in one line: `` / `` is the end of a line, `` // `` an empty line."""
    return _taken(line.replace(PARAGRAPH, "\n\n").replace(LINE, "\n"))


def _taken(text: str) -> Response:
    """Take a text that can be judged."""
    if trouble := refusal(text):
        raise Unreadable(trouble)
    return Response(text=text)


def refusal(text: str) -> str:
    """Say why a text cannot be handed in; an empty sentence if it can."""
    if not any(char.isalnum() for char in text):
        return tr("Nothing is written yet. Write at least a few words first.")
    if len(text) > LONGEST:
        return tr(
            "That is too long. Write at most {longest} characters; you have {count}.",
            longest=LONGEST,
            count=len(text),
        )
    return ""


def in_one_line(response: Response) -> str:
    """Give the text in one line."""
    lines = response.text.strip().splitlines()
    paragraphs = "\n".join(line.strip() for line in lines).replace("\n\n", PARAGRAPH)
    return paragraphs.replace("\n", LINE)


def next_turn(spec: Spec, done: Response | None, line: str | None) -> Turn[Response]:
    """Take a text line by line; an empty line begins a new paragraph."""
    text = done.text if done else ""
    if line is None:
        return Turn(_opening(spec, text), Response(text=text))
    match line.strip():
        case sign if sign == END:
            handed_in = tr("Handed in, {size}.", size=size(spec, text))
            return Turn(f"{handed_in}\n\n{_models(spec)}", _taken(text), over=True)
        case sign if sign == BACK:
            shorter = text.rpartition("\n")[0]
            taken_back = " ".join([tr("The last line is taken back."), _so_far(spec, shorter)])
            return Turn(taken_back, Response(text=shorter))
        case sign if sign == AGAIN:
            return Turn(_so_far(spec, text), Response(text=text))
        case _:
            return _longer(spec, text, line.rstrip())


def _longer(spec: Spec, text: str, line: str) -> Turn[Response]:
    """Add a line, if there is room for it."""
    longer = f"{text}\n{line}" if text else line
    if len(longer) > LONGEST:
        raise Unreadable(
            tr("That is too long. Write at most {longest} characters in all; . hands it in.", longest=LONGEST)
        )
    return Turn(f"{size(spec, longer)}.", Response(text=longer))


def _opening(spec: Spec, text: str) -> str:
    """Put the task, and what was written so far."""
    how = tr(
        "Type your text line by line; an empty line begins a new paragraph. On a line of its own, a full "
        "stop ({end}) hands it in, a hyphen ({back}) takes the last line back, and an equals sign ({again}) "
        "reads all of it out.",
        end=END,
        back=BACK,
        again=AGAIN,
    )
    return "\n\n".join([_task(spec), how, *([_so_far(spec, text)] if text else [])])


def _so_far(spec: Spec, text: str) -> str:
    if not text:
        return tr("Nothing is written yet.")
    return "\n\n".join([tr("So far, {size}:", size=size(spec, text)), text])


def size(spec: Spec, text: str) -> str:
    """Say how long a text is, in words and sentences."""
    words, sentences = count(read_text(text, spec.language))
    return ", ".join([trn("{n} word", "{n} words", words), trn("{n} sentence", "{n} sentences", sentences)])


def _models(spec: Spec) -> str:
    """Put the good and the weak text one after the other."""
    good, bad = spec.models.good, spec.models.bad
    return "\n\n".join(
        [
            tr("To compare, a good text:"),
            good.text.strip(),
            tr("Why it is good: {why}", why=good.why),
            tr("And a weak one:"),
            bad.text.strip(),
            tr("Why it is weak: {why}", why=bad.why),
        ]
    )


def on_paper(spec: Spec) -> tuple[AnyBlock, ...]:
    """Print the task, what may be used, what it is checked for, and lines to write on."""
    facts: tuple[AnyBlock, ...] = ()
    if spec.facts:
        items = tuple(plain(fact) for fact in spec.facts)
        facts = (Heading(text=tr("You may use"), level=4), Listing(items=items))
    rules = tuple(plain(promised(rule)) for rule in all_rules(spec))
    checked = (Callout(title=tr("It is checked for this"), items=rules),) if rules else ()
    return (*prose(spec.prompt), *facts, *checked, WritingLines(count=PAPER_LINES, label=tr("Your text")))
