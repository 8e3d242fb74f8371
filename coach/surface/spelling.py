"""Small things that are written otherwise from language to language: days in few letters, capitals."""

from datetime import date

from coach.locale import language, mark, tr

WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))


def capital(text: str) -> str:
    """Begin a text with a capital letter, and leave the rest as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def short_day(on: date) -> str:
    """Write a day without its year: ``24 Nov``, or ``24.11.`` in German."""
    return f"{on:%d.%m.}" if language() == "de" else f"{on:%d %b}"


def long_day(on: date) -> str:
    """Write a day with its year: ``24 Nov 2025``, or ``24.11.2025`` in German."""
    return f"{on:%d.%m.%Y}" if language() == "de" else f"{on:%d %b %Y}"


def week_day(on: date) -> str:
    """Write a day with that of the week: ``Mon 24 Nov``, or ``Mo, 24.11.`` in German."""
    return tr("{weekday} {day}", weekday=tr(WEEKDAYS[on.weekday()]), day=short_day(on))
