"""Filters that are set, changed one step at a time."""

from coach.core.exercise import Unreadable
from coach.locale import tr, trp

from .spec import Field, Filter, Response, Spec, folded, options, shown

MOST_TERMS = 8
"""Words or phrases in a filter on a text."""

LONGEST_TERM = 60
"""Characters in a word or phrase that is searched for."""

Sets = dict[tuple[str, bool], tuple[str, ...]]
"""Values by field and by whether they are excluded."""


def sets_of(response: Response) -> Sets:
    """Give the filters by field and by whether they exclude."""
    return {(one.field, one.exclude): one.values for one in response.filters}


def response_of(spec: Spec, sets: Sets) -> Response:
    """Make a response in the order of the fields; what has no values is left out."""
    return Response(
        filters=tuple(
            Filter(field=field.id, values=sets[field.id, exclude], exclude=exclude)
            for field in spec.fields
            for exclude in (False, True)
            if sets.get((field.id, exclude))
        )
    )


def chosen(response: Response, field: Field, *, exclude: bool = False) -> tuple[str, ...]:
    """Give the values that are chosen in a field, or those that are excluded."""
    return sets_of(response).get((field.id, exclude), ())


def toggled(spec: Spec, response: Response, field: Field, value: str, *, exclude: bool) -> Response:
    """Choose or exclude a value, or leave it alone if that was so already."""
    marked = {
        False: set(chosen(response, field)) - {value},
        True: set(chosen(response, field, exclude=True)) - {value},
    }
    if value not in chosen(response, field, exclude=exclude):
        marked[exclude].add(value)
    sets = sets_of(response)
    for side, values in marked.items():
        sets[field.id, side] = tuple(one for one in options(field) if one in values)
    return response_of(spec, sets)


def cleared(spec: Spec, response: Response, field: Field) -> Response:
    """Take all filters on a field away."""
    return response_of(spec, sets_of(response) | {(field.id, False): (), (field.id, True): ()})


def worded(spec: Spec, response: Response, field: Field, text: str) -> Response:
    """Set what a text field is searched for; "not" before a word excludes it.

    Raises ``Unreadable`` if there are too many words.
    """
    parts = [" ".join(part.split()) + " " for part in text.split(",")]
    without = [part.partition(" ")[2] for part in parts if _excludes(part)]
    wanted = [part for part in parts if not _excludes(part)]
    own = {(field.id, False): terms(",".join(wanted)), (field.id, True): terms(",".join(without))}
    return response_of(spec, sets_of(response) | own)


def _excludes(part: str) -> bool:
    return part.partition(" ")[0].casefold() in ("not", excluding())


def excluding() -> str:
    """Give the word before what is to be excluded."""
    return trp("typed", "not")


def words_of(response: Response, field: Field) -> str:
    """Write what a text field is searched for as :func:`worded` reads it."""
    excluded = [f"{excluding()} {term}" for term in chosen(response, field, exclude=True)]
    return ", ".join([*chosen(response, field), *excluded])


def terms(text: str) -> tuple[str, ...]:
    """Read words or phrases with commas between them; raises ``Unreadable`` if there are too many."""
    found = tuple(dict.fromkeys(term for term in map(folded, text.split(",")) if term))
    if len(found) > MOST_TERMS or any(len(term) > LONGEST_TERM for term in found):
        raise Unreadable(
            tr(
                "That is too much to search for. Give up to {most} words or phrases of up to {longest} "
                "characters.",
                most=MOST_TERMS,
                longest=LONGEST_TERM,
            )
        )
    return found


def in_words(field: Field, one: Filter) -> str:
    """Write what a filter on a field chooses or excludes, as people say it."""
    values = tr(" or ").join(shown(field, value) for value in one.values)
    return tr("not {values}", values=values) if one.exclude else values


def field_in_words(response: Response, field: Field) -> str:
    """Write what is chosen and excluded in a field; nothing if it is left alone."""
    return ", ".join(in_words(field, one) for one in response.filters if one.field == field.id)
