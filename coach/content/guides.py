"""Kits with their questions filled in, for interviews."""

from msgspec.structs import replace

from coach.content.countries import profiles
from coach.content.library import Library
from coach.content.loaded import ContentError, NotFound
from coach.content.problem import Problem
from coach.content.rules.kit import missing_parts
from coach.core.bank import Guide, QuestionBank, guide_for

UNTRANSLATED = ""
"""The language of a library that shows content as it was written."""


def guide(library: Library, kit_id: str) -> Guide:
    """Fill a kit in, in the language of the library; a translation names what it is a translation of.

    Raises :class:`NotFound` for an unknown kit, and :class:`ContentError` for one that cannot be used.
    """
    found = _filled(library, kit_id)
    if not library.translator.found:
        return found
    source = _filled(library.anew(UNTRANSLATED), kit_id)
    same = source.own_fingerprint == found.own_fingerprint
    return found if same else replace(found, original=source.own_fingerprint)


def _filled(library: Library, kit_id: str) -> Guide:
    kit, bank, problems = library.kit(kit_id), None, []
    try:
        bank = library.bank(kit.value.bank)
        laws = {name: library.country(name).value for name in kit.value.countries}
        return guide_for(kit.value, bank.value, library.competencies(), laws)
    except ContentError as error:
        problems = [*error.problems]
    except (NotFound, KeyError):
        problems = [*bank.problems] if bank else []
    found = _faults(library, kit_id, bank.value if bank else None)
    raise ContentError([*found, *kit.problems, *problems, *library.competency_problems()])


def _faults(library: Library, kit_id: str, bank: QuestionBank | None) -> list[Problem]:
    """Say what keeps a kit from being used, as the checker says it and in the same places."""
    laws = profiles(library.countries(), library.country)
    return list(missing_parts(library.read_kit(kit_id), bank, library.banks(), library.competencies(), laws))
