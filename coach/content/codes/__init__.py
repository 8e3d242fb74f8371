"""What every code of the checker means, for ``coach explain`` and for the documentation."""

from coach import exercises
from coach.content.codes import banks, curricula, interviews, reading, samples, structure, translations
from coach.content.codes.entry import Explanation
from coach.locale import SOURCE, language, tr

__all__ = ["Explanation", "explain", "known", "own"]


def own() -> dict[str, Explanation]:
    """Return the explanations of all codes but those of single exercise kinds, in order."""
    tables = (
        *reading.CODES,
        *structure.CODES,
        *curricula.CODES,
        *banks.CODES,
        *interviews.CODES,
        *samples.CODES,
        *translations.CODES,
    )
    return {entry.code: entry for entry in tables}


def known() -> tuple[str, ...]:
    """Return every code there is, those of exercise kinds included, in order."""
    return tuple(sorted({*own(), *_of_kinds()}))


def explain(code: str) -> Explanation:
    """Return what a code means, in the language spoken; raises ``KeyError`` if there is no such code."""
    entries = own()
    return entries[code].spoken if code in entries else _of_kinds()[code]


def _of_kinds() -> dict[str, Explanation]:
    """Explain the codes that exercise kinds bring along."""
    return {
        code: Explanation(
            code=code,
            title=tr("In exercises of type {name}: {meaning}", name=name, meaning=_continued(tr(meaning))),
            why=tr("An exercise like this would grade unfairly or could not be answered."),
            fix=tr(
                "Correct the exercise; `coach schema curriculum` lists what type {name} can hold.", name=name
            ),
        )
        for name in exercises.names()
        for code, meaning in exercises.load(name).codes.items()
    }


def _continued(meaning: str) -> str:
    """Make a sentence the end of another: in English with a small letter; other languages leave it."""
    return meaning[:1].lower() + meaning[1:] if language() == SOURCE else meaning
