"""What a field holds, and how it is read from what people, files and authors write.

Texts, dates and moments (UTC) are themselves, numbers and money are decimals, an empty field is ``None``.
"""

import re
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TypeAlias

from coach.core.crm.profile import Profile
from coach.core.crm.schema import Field
from coach.core.text import visible
from coach.locale import SWAPPED, day, language, tr

Scalar: TypeAlias = str | int | float | bool | None
"""What is given for a field: dates as ``2026-12-18``, moments as ``2026-12-18T10:00:00Z``."""

Value: TypeAlias = str | Decimal | bool | date | datetime | None
"""What a field holds."""

Values: TypeAlias = dict[str, Value]

MOST_DIGITS = 16
"""Before the decimal point, as the CRM has it; after it there are two for money, and more are rounded."""

CENT = Decimal("0.01")
WHOLE = frozenset({"NumberOfEmployees", "DurationInMinutes"})
"""Fields that count things."""

EARLIEST, LATEST = date(1700, 1, 1), date(4000, 12, 31)
"""The days that the CRM knows."""

YES = frozenset({"true", "yes", "y", "on", "1"})
NO = frozenset({"false", "no", "n", "off", "0", ""})
"""How files write a box that is ticked or not."""

EMAIL = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+\.[^\s@<>()\[\],;:\".]{2,}", re.ASCII)
NUMBER = re.compile(r"-?([0-9]{1,40}|[0-9]{1,3}(?:[,\u202f ][0-9]{3})+)(\.[0-9]{1,40})?", re.ASCII)
"""Thousands may be set apart by commas or spaces; a comma is never a decimal point."""
MOMENT_ZONE = re.compile(r"([+-][0-9]{2})([0-9]{2})\Z", re.ASCII)


class BadValue(ValueError):  # noqa: N818 - reads as what happened
    """Something that a field cannot hold; the message is a sentence that says what it takes."""


def read(field: Field, given: Scalar, profile: Profile) -> Value:  # noqa: PLR0911 - one for each type
    """Read what is given for a field; raises :class:`BadValue`. References are not looked up here."""
    if isinstance(given, str):
        given = given.strip() if field.type != "textarea" else given.rstrip()
    if given is None or (given == "" and field.type != "boolean"):
        return False if field.type == "boolean" else None
    match field.type:
        case "boolean":
            return _flag(field, given)
        case "currency" | "percent" | "number":
            return _number(field, given)
        case "date":
            return _date(field, given)
        case "datetime":
            return _moment(field, given)
        case "picklist":
            return _picked(field, _text(field, given), profile)
        case _:
            return _text(field, given)


def choices(field: Field, profile: Profile) -> tuple[str, ...]:
    """Give the names of the values that a picklist has, or proposes."""
    return profile.values(field.picklist) if field.picklist else field.values


def choice_label(field: Field, value: str, profile: Profile) -> str:
    """Say a picklist's value in the words of the org."""
    return profile.label(field.picklist, value) if field.picklist else value


def written(value: Value) -> str:
    """Write a value as files of the Data Loader have it; ``read`` reads it back equal."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000+0000")
        case date():
            return value.isoformat()
        case Decimal():
            return decimal_text(value)
        case str():
            return value


def decimal_text(value: Decimal) -> str:
    """Write a number without an exponent and without needless zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal_shown(value: Decimal) -> str:
    """Write a number for people, with the sign of their language before the decimals."""
    return in_figures(decimal_text(value))


def whole_shown(value: Decimal) -> str:
    """Write an amount for people without its decimals, thousands set apart."""
    return in_figures(f"{value:,.0f}")


def in_figures(text: str) -> str:
    """Write a number's text, as English has it, in the way of the language."""
    return text.translate(SWAPPED) if language() == "de" else text


def _flag(field: Field, given: Scalar) -> bool:
    if isinstance(given, bool):
        return given
    word = str(given).casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise BadValue(
        tr(
            "{label} is a box to tick: write true or false, not {given}.",
            label=field.label,
            given=_shown(given),
        )
    )


def _number(field: Field, given: Scalar) -> Decimal:
    text = str(given)
    if field.type == "percent":
        text = text.removesuffix("%").rstrip()
    if isinstance(given, bool) or not (isinstance(given, float) or NUMBER.fullmatch(text)):
        raise BadValue(
            tr(
                "{label} is a number such as 48000 or 12.5, not {given}.",
                label=field.label,
                given=_shown(given),
            )
        )
    try:
        number = Decimal(re.sub(r"[,\u202f ]", "", text))
        rounded = number.quantize(Decimal(1) if field.name in WHOLE else CENT, ROUND_HALF_UP) + 0
        too_large = abs(rounded) >= 10**MOST_DIGITS
    except InvalidOperation:
        too_large = True
    if too_large:
        raise BadValue(
            tr(
                "{label} can have {most_digits} digits before the point, not more.",
                label=field.label,
                most_digits=MOST_DIGITS,
            )
        )
    if field.type == "percent" and not 0 <= rounded <= 100:  # noqa: PLR2004 - per cent
        raise BadValue(
            tr(
                "{label} lies between 0 and 100, not at {value}.",
                label=field.label,
                value=decimal_shown(rounded),
            )
        )
    if field.name in WHOLE and rounded < 0:
        raise BadValue(tr("{label} cannot be below 0.", label=field.label))
    return rounded


def _date(field: Field, given: Scalar) -> date:
    try:
        found = date.fromisoformat(str(given)[:10])
        if len(str(given)) > len("2026-12-18"):
            found = datetime.fromisoformat(_with_colon(str(given))).date()
    except ValueError:
        raise BadValue(
            tr(
                "{label} is a date: write year-month-day, such as 2026-12-18, not {given}.",
                label=field.label,
                given=_shown(given),
            )
        ) from None
    return _in_bounds(field, found)


def _moment(field: Field, given: Scalar) -> datetime:
    try:
        moment = datetime.fromisoformat(_with_colon(str(given)))
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadValue(
            tr(
                "{label} is a date with a time: write it as 2026-12-18T10:00:00Z, not {given}.",
                label=field.label,
                given=_shown(given),
            )
        ) from None
    _in_bounds(field, moment.date())
    return moment.replace(microsecond=0)


def _with_colon(text: str) -> str:
    """Write an offset such as ``+0100`` as every version of Python reads it."""
    return MOMENT_ZONE.sub(r"\1:\2", text) if "T" in text else text


def _in_bounds(field: Field, when: date) -> date:
    if EARLIEST <= when <= LATEST:
        return when
    raise BadValue(
        tr(
            "{field} lies between {first} and {last}, not on {day}.",
            field=field.label,
            first=day(EARLIEST),
            last=day(LATEST),
            day=day(when),
        )
    )


def _picked(field: Field, text: str, profile: Profile) -> str:
    """Take a value by its name, or by the label that people see."""
    known = choices(field, profile)
    if text in known:
        return text
    by_label = [name for name in known if choice_label(field, name, profile) == text]
    if len(by_label) == 1:
        return by_label[0]
    if not field.restricted:
        return text
    most = 12
    listed = ", ".join(choice_label(field, name, profile) for name in known[:most])
    listed += ", …" if len(known) > most else ""
    raise BadValue(
        tr(
            "{field} has no value {value}. It can be: {known}.",
            field=field.label,
            value=_shown(text),
            known=listed or tr("nothing"),
        )
    )


def _text(field: Field, given: Scalar) -> str:
    text = visible(str(given))
    if field.type != "textarea" and "\n" in text:
        text = " ".join(text.split())
    if len(text) > field.length:
        raise BadValue(
            tr(
                "{label} can have {length} characters; these are {count}.",
                label=field.label,
                length=field.length,
                count=len(text),
            )
        )
    if field.type == "email" and not EMAIL.fullmatch(text):
        raise BadValue(
            tr(
                "{label} is an address such as anna@example.com, not {given}.",
                label=field.label,
                given=_shown(given),
            )
        )
    return text


def _shown(given: Scalar) -> str:
    text = visible(str(given))
    longest = 40
    return repr(text if len(text) <= longest else f"{text[: longest - 1]}…")
