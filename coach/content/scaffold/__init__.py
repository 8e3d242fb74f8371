"""First files of a module, a bank, a kit or a country: honest placeholders in the right form."""

from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Literal, TypeAlias

from coach.content.library import Library
from coach.content.problem import quoted
from coach.content.roots import BANKS, COMPETENCIES, COUNTRIES, CURRICULA, HEADER, KITS, SUFFIX, is_id
from coach.core.bank import Question
from coach.locale import tr

Kind: TypeAlias = Literal["module", "bank", "kit", "country"]
Files: TypeAlias = dict[Path, str]

COMPETENCIES_IN_A_KIT = 5
FRAME_MINUTES = 10
"""Opening and closing of the kit's scaffold."""
QUESTION_MINUTES = 6


class ScaffoldRefused(ValueError):  # noqa: N818 - reads as what happened
    """Nothing was written; the message says why and what to do."""


def scaffold(kind: Kind, name: str, into: Path, library: Library, today: date) -> tuple[Path, ...]:
    """Write the first files into a content root and return them; existing files are never touched.

    ``library`` knows competencies beyond those in the root; ``today`` is the day a profile is of. Raises
    :class:`ScaffoldRefused`, also where a folder cannot be written.
    """
    if not is_id(name):
        raise ScaffoldRefused(
            tr(
                "The name {name} cannot be used: it becomes a file name and an id, so write lower-case "
                "words joined by hyphens, such as cold-calls, with at most 64 characters.",
                name=quoted(name),
            )
        )
    planned = _plan(kind, name, into, library, today)
    for path in planned:
        if path.exists():
            raise ScaffoldRefused(
                tr("{path} exists already and is left as it is; choose another name.", path=path)
            )
    try:
        for path, text in planned.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as stream:
                stream.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ScaffoldRefused(
            tr("{into} cannot be written ({reason}); choose another folder.", into=into, reason=reason)
        ) from error
    return tuple(planned)


def _plan(kind: Kind, name: str, into: Path, library: Library, today: date) -> Files:
    """Map every file to write to its text."""
    if kind == "country":
        words = {"id": name, "title": _title(name), "today": today.isoformat()}
        return {into / BANKS / COUNTRIES / f"{name}{SUFFIX}": _filled("country", words)}
    own = Library((into,))
    if kind == "kit" and name in own.banks():
        return _kit(name, into, own.bank(name).value.questions)
    competencies, planned = _competencies(into, own, library)
    if kind == "module":
        folder = into / CURRICULA / name
        words = {"id": name, "title": _title(name), "competency": competencies[0]}
        planned[folder / HEADER] = _filled("module", words)
        planned[folder / f"first-session{SUFFIX}"] = _filled("session", words)
        return planned
    planned[into / BANKS / f"{name}{SUFFIX}"] = _bank(name, competencies)
    if kind == "kit":
        planned |= _kit_file(
            name,
            into,
            competencies,
            [f"question-{number}" for number, _ in enumerate(competencies, 1)],
            FRAME_MINUTES + QUESTION_MINUTES * len(competencies),
        )
    return planned


def _competencies(into: Path, own: Library, library: Library) -> tuple[list[str], Files]:
    """Choose five competencies, the root's own first, or plan a file with placeholders."""
    found = [*dict.fromkeys([*own.competencies(), *library.competencies()])]
    if len(found) >= COMPETENCIES_IN_A_KIT:
        return found[:COMPETENCIES_IN_A_KIT], {}
    path = into / CURRICULA / COMPETENCIES
    if path.exists():
        raise ScaffoldRefused(
            tr(
                "{path} has fewer than {needed} usable competencies, too few for an "
                "interview; add some first.",
                path=path,
                needed=COMPETENCIES_IN_A_KIT,
            )
        )
    text = _template("competencies").template
    return _ids_in(text), {path: text}


def _ids_in(text: str) -> list[str]:
    return [line.partition("id: ")[2] for line in text.splitlines() if line.strip().startswith("- id: ")]


def _bank(name: str, competencies: Sequence[str]) -> str:
    questions = [
        _filled("question", {"number": str(number), "competency": competency})
        for number, competency in enumerate(competencies, 1)
    ]
    return _filled("bank", {"id": name, "title": _title(name)}) + "".join(questions)


def _kit(name: str, into: Path, questions: Sequence[Question]) -> Files:
    """Make a kit of an author's bank: the first question for each of its competencies."""
    first: dict[str, Question] = {}
    for question in questions:
        first.setdefault(question.competency, question)
    chosen = list(first.values())[:COMPETENCIES_IN_A_KIT]
    if not chosen:
        raise ScaffoldRefused(
            tr("The bank {name} has no usable question yet; write one first.", name=quoted(name))
        )
    minutes = FRAME_MINUTES + sum(question.minutes for question in chosen)
    competencies = [question.competency for question in chosen]
    return _kit_file(name, into, competencies, [question.id for question in chosen], minutes)


def _kit_file(
    name: str, into: Path, competencies: Sequence[str], questions: Sequence[str], minutes: float
) -> Files:
    words = {
        "id": name,
        "title": _title(name),
        "bank": name,
        "minutes": f"{minutes:g}",
        "competencies": _list_of_ids(competencies),
        "questions": _list_of_ids(questions),
    }
    return {into / BANKS / KITS / f"{name}{SUFFIX}": _filled("kit", words)}


def _list_of_ids(ids: Sequence[str]) -> str:
    return "\n".join(f'  - id: "{name}"' for name in ids)


def _filled(template: str, words: dict[str, str]) -> str:
    return _template(template).substitute(words)


def _template(name: str) -> Template:
    return Template(files(__package__).joinpath(f"{name}{SUFFIX}").read_text(encoding="utf-8"))


def _title(name: str) -> str:
    """Make a first title of a name: ``cold-calls`` becomes ``Cold calls``."""
    return name.replace("-", " ").capitalize()
