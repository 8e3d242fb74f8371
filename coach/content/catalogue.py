"""Everything in a library that can be searched: modules, sessions, lessons, steps and questions.

It is kept in a cache (:mod:`coach.content.cache`), by a module's folder or a bank's file, since
reading ten thousand questions takes a second.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from coach.content.cache import FileCache, Made, stamps
from coach.content.library import Library
from coach.content.loaded import ContentError, NotFound
from coach.content.roots import HEADER, SUFFIX
from coach.core.curriculum import Competency, Lesson, Module, Session, Step
from coach.core.prose import unmarked
from coach.core.search import Findable, Sort, findable

CACHE = "search-{language}.json"

Shelf = tuple[Findable, ...]


def catalogue(library: Library, cache_dir: Path) -> Shelf:
    """List everything that can be found, in the library's order; what cannot be read is left out."""
    fresh = library.anew()
    modules = {str(fresh.where("module", name).parent): name for name in fresh.modules()}
    banks = {str(fresh.where("bank", name)): name for name in fresh.banks()}

    def make(key: str) -> Made[Shelf]:
        return _module(fresh, modules[key], key) if key in modules else _bank(fresh, banks[key], key)

    shelves = FileCache(cache_dir / CACHE.format(language=library.language), Shelf).fill(
        [*modules, *banks], make
    )
    return tuple(item for shelf in shelves.values() for item in shelf)


def _module(library: Library, name: str, folder: str) -> Made[Shelf]:
    files = stamps([f"{folder}{os.sep}{HEADER}"])
    try:
        module = library.module(name).value
    except ContentError:
        return Made(stamps=files, value=())
    files |= stamps(f"{folder}{os.sep}{session.id}{SUFFIX}" for session in module.sessions)
    parts = tuple(_parts(library, module))
    return Made(stamps=files | library.translator.used, value=parts)


def _parts(library: Library, module: Module) -> Iterator[Findable]:
    yield findable(Sort.MODULE, (module.id,), module.title, "", module.summary)
    for header in module.sessions:
        ref = (module.id, header.id)
        try:
            session = library.session(*ref).value
        except (ContentError, NotFound):
            yield findable(Sort.SESSION, ref, header.title, module.title, "")
            continue
        yield findable(Sort.SESSION, ref, session.title, module.title, session.goal)
        for lesson in session.flow:
            yield from _lesson(module, session, lesson)


def _lesson(module: Module, session: Session, lesson: Lesson) -> Iterator[Findable]:
    ref = (module.id, session.id, lesson.id)
    yield findable(Sort.LESSON, ref, lesson.title, f"{module.title} › {session.title}", "")
    for step in lesson.steps:
        where = f"{module.title} › {lesson.title}"
        yield findable(Sort.STEP, (*ref, step.id), step.title or lesson.title, where, _text(step))


def _text(step: Step) -> str:
    """Give what a step says before it is answered; what would tell the solution cannot be found."""
    texts = (getattr(step, name, "") for name in ("prompt", "text"))
    return "\n".join(unmarked(text) for text in texts if isinstance(text, str) and text)


def _bank(library: Library, name: str, file: str) -> Made[Shelf]:
    files = stamps([file])
    try:
        bank = library.bank(name).value
    except ContentError:
        return Made(stamps=files, value=())
    competencies = library.competencies()
    return Made(
        stamps=files | library.translator.used,
        value=tuple(
            findable(
                Sort.QUESTION,
                (name, question.id),
                question.text,
                f"{bank.title} › {_title(competencies, question.competency)}",
                "\n".join(question.probes),
            )
            for question in bank.questions
        ),
    )


def _title(competencies: dict[str, Competency], name: str) -> str:
    return competencies[name].title if name in competencies else name
