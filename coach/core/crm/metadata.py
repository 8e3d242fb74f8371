"""Value sets of a real org (``*.standardValueSet-meta.xml``), read into what a profile says of them.

Such a file comes from the settings that an org's administrator retrieves. It is a stranger's XML: documents
with a type declaration are refused, so no entity is ever declared or fetched, and size and depth are bounded.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias
from xml.parsers import expat

import msgspec

from coach.core.crm.codes import UNKNOWN_METADATA, UNREADABLE_METADATA
from coach.core.crm.csvfile import MOST_TOLD, Fault
from coach.core.crm.profile import Profile
from coach.core.crm.saving import shown
from coach.core.forecast import Category
from coach.core.record import Record
from coach.locale import tr

SUFFIX = ".standardValueSet-meta.xml"
MOST_BYTES = 1_000_000
DEEPEST = 4
"""A value set, its values, their properties; nothing stands deeper."""

WITH_LABELS = frozenset({"stages", "lead_statuses", "task_statuses"})
"""The lists whose values have labels and flags of their own."""

SETS: dict[str, str] = {
    "OpportunityStage": "stages",
    "LeadStatus": "lead_statuses",
    "TaskStatus": "task_statuses",
    "LeadSource": "lead_sources",
    "Industry": "industries",
    "AccountRating": "ratings",
    "OpportunityType": "opportunity_types",
    "ContactRole": "roles",
    "TaskPriority": "task_priorities",
    "TaskSubject": "task_subjects",
    "EventSubject": "event_subjects",
}
"""The value sets that a profile knows, by the beginning of their file's name, and the profile's list."""

USED = frozenset(
    {
        "fullName",
        "label",
        "default",
        "isActive",
        "probability",
        "forecastCategory",
        "closed",
        "won",
        "converted",
    }
)
PASSED_OVER = frozenset(
    {
        *(
            "allowEmail",
            "color",
            "cssExposed",
            "description",
            "groupingString",
            "highPriority",
            "reverseRole",
        ),
        *("reviewed", "urls"),
    }
)
"""Properties of a value that mean nothing here."""

OF_THE_SET = frozenset({"sorted", "groupingStringEnum"})


Value: TypeAlias = dict[str, str | bool | float]
"""A value as a profile writes it."""


class Property(NamedTuple):
    """A property of a value, with its place."""

    text: str
    line: int
    column: int


class ValueSet(Record):
    """A value set as read: the profile's list, its values, their labels, and what was passed over."""

    picklist: str
    values: tuple[Value, ...]
    labels: dict[str, str]
    default: str
    warnings: tuple[Fault, ...]


class BadMetadata(ValueError):  # noqa: N818 - reads as what it is
    """A file that cannot be read as a value set; ``fault`` says where and why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))


def set_of(file: str) -> str:
    """Name the profile's list that a file is about, by the file's name; "" if it is none we know."""
    name = file.replace("\\", "/").rpartition("/")[2]
    return SETS.get(name.removesuffix(SUFFIX), "") if name.endswith(SUFFIX) else ""


def read_value_set(data: bytes, file: str) -> ValueSet:
    """Read a file; raises :class:`BadMetadata`. Unknown elements are told and passed over."""
    picklist = set_of(file)
    if not picklist:
        known = ", ".join(SETS)
        raise _bad(
            file,
            1,
            1,
            tr(
                "by its name it is no value set known here ({known}); its end must be {suffix}",
                known=known,
                suffix=SUFFIX,
            ),
        )
    reader = _Reader(file)
    reader.read(data)
    active = [properties for properties in reader.values if _flag(file, properties, "isActive", default=True)]
    if not active:
        raise _bad(file, 1, 1, tr("it has no active value, so nobody could choose anything"))
    names = [_name(file, properties) for properties in active]
    labels = {
        name: one["label"].text.strip() for name, one in zip(names, active, strict=True) if "label" in one
    }
    defaults = [name for name, one in zip(names, active, strict=True) if _flag(file, one, "default")]
    return ValueSet(
        picklist=picklist,
        values=tuple(_value(file, picklist, properties) for properties in active),
        labels={name: label for name, label in labels.items() if label not in ("", name)},
        default=defaults[0] if defaults else "",
        warnings=tuple(reader.warnings),
    )


def profile_with(base: Profile, sets: Iterable[ValueSet], name: str, title: str) -> Profile:
    """Make a profile of a base and the value sets that replace its lists.

    Raises ``msgspec.ValidationError`` where a value is out of the bounds that a profile sets.
    """
    parts = msgspec.to_builtins(base)
    parts |= {"id": name, "title": title, "source": "value sets of an org", "note": "", "as_of": None}
    for found in sets:
        prefix = f"{found.picklist}."
        parts["labels"] = {key: word for key, word in parts["labels"].items() if not key.startswith(prefix)}
        if found.picklist in WITH_LABELS:
            parts[found.picklist] = list(found.values)
            continue
        parts[found.picklist] = [value["name"] for value in found.values]
        parts["labels"] |= {prefix + value: label for value, label in found.labels.items()}
        if found.picklist == "task_priorities":
            parts["default_priority"] = found.default or None
    return msgspec.convert(parts, Profile, strict=False)


class _Reader:
    """Walks through a file and keeps the properties of each value."""

    def __init__(self, file: str) -> None:
        self.values: list[dict[str, Property]] = []
        self.warnings: list[Fault] = []
        self._file = file
        self._path: list[str] = []
        self._text: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._declared
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def read(self, data: bytes) -> None:
        """Read the whole file; raises :class:`BadMetadata`."""
        if len(data) > MOST_BYTES:
            raise _bad(
                self._file, 1, 1, tr("it is larger than 1 MB, and no list to choose from is; check the file")
            )
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat takes it by place
        except expat.ExpatError as error:
            reason = expat.ErrorString(error.code)
            text = tr("it is no well-formed XML ({reason}); retrieve the file again", reason=reason)
            raise _bad(self._file, error.lineno, error.offset + 1, text) from None

    def _declared(self, *_: object) -> None:
        text = tr(
            "it declares a document type, which value sets never do and which can hide harm; delete that part"
        )
        raise _bad(self._file, self._parser.CurrentLineNumber, 1, text)

    def _start(self, name: str, _: dict[str, str]) -> None:
        word = name.rpartition(" ")[2]
        self._path.append(word)
        self._text.clear()
        match self._path:
            case [root] if root != "StandardValueSet":
                raise self._bad_here(
                    tr("it begins with {given} and not with StandardValueSet", given=shown(root))
                )
            case [_, "standardValue"]:
                self.values.append({})
            case [_, other] if other not in OF_THE_SET:
                self._unknown(other)
            case [_, "standardValue", other] if other not in USED | PASSED_OVER:
                self._unknown(other)
            case _ if len(self._path) > DEEPEST:
                raise self._bad_here(tr("its elements stand deeper in each other than in a value set"))

    def _end(self, _: str) -> None:
        match self._path:
            case [_, "standardValue", word] if word in USED:
                line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
                self.values[-1][word] = Property("".join(self._text).strip(), line, column)
        self._path.pop()
        self._text.clear()

    def _unknown(self, word: str) -> None:
        if len(self.warnings) < MOST_TOLD:
            line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
            text = tr("the element {given} is not known here and passed over", given=shown(word))
            self.warnings.append(
                Fault(file=self._file, line=line, column=column, code=UNKNOWN_METADATA, text=text)
            )

    def _bad_here(self, text: str) -> BadMetadata:
        return _bad(self._file, self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1, text)


def _value(file: str, picklist: str, properties: dict[str, Property]) -> Value:
    """Make a value as the profile's list has them."""
    value: Value = {"name": _name(file, properties), "default": _flag(file, properties, "default")}
    if label := properties.get("label"):
        value["label"] = label.text if label.text != value["name"] else ""
    match picklist:
        case "stages":
            value |= {name: _flag(file, properties, name) for name in ("closed", "won")}
            value["probability"] = _per_cent(file, properties)
            value["category"] = _category(file, properties)
        case "lead_statuses":
            value["converted"] = _flag(file, properties, "converted")
            value["type"] = "won" if value["converted"] else "open" if value["default"] else "ongoing"
        case "task_statuses":
            value["closed"] = _flag(file, properties, "closed")
    return value


def _name(file: str, properties: dict[str, Property]) -> str:
    name = properties.get("fullName")
    if name is None or not name.text:
        line = min((one.line for one in properties.values()), default=1)
        raise _bad(file, line, 1, tr("a value has no fullName, so nothing could be stored for it"))
    return name.text


def _flag(file: str, properties: dict[str, Property], name: str, *, default: bool = False) -> bool:
    found = properties.get(name)
    if found is None:
        return default
    if found.text not in ("true", "false"):
        raise _bad(
            file,
            found.line,
            found.column,
            tr("{name} is true or false, not {given}", name=name, given=shown(found.text)),
        )
    return found.text == "true"


def _per_cent(file: str, properties: dict[str, Property]) -> float:
    found = properties.get("probability", Property("0", 1, 1))
    if not found.text.isascii() or not found.text.isdigit() or int(found.text[:4]) > 100:  # noqa: PLR2004 - %
        text = tr("a probability is a whole number from 0 to 100, not {given}", given=shown(found.text))
        raise _bad(file, found.line, found.column, text)
    return int(found.text[:4])


def _category(file: str, properties: dict[str, Property]) -> str:
    found = properties.get("forecastCategory", Property(Category.PIPELINE.value, 1, 1))
    if found.text not in tuple(Category):
        text = tr(
            "a forecast category is one of {category}, not {given}",
            category=", ".join(Category),
            given=shown(found.text),
        )
        raise _bad(file, found.line, found.column, text)
    return found.text


def _bad(file: str, line: int, column: int, text: str) -> BadMetadata:
    return BadMetadata(Fault(file=file, line=line, column=column, code=UNREADABLE_METADATA, text=text))
