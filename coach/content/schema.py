"""JSON Schema (draft 2020-12) of the content files, for completion and checks inside an editor.

It is made from the same structs that content is read into, so the two cannot disagree. An editor
cannot check everything: ``coach check`` also looks at ids, minutes and what belongs together.
"""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, Union, cast, get_args

import msgspec

from coach import exercises
from coach.content.banks import MUST_BE_ANCHORED
from coach.content.countries import TopicList
from coach.content.curricula import CompetencyList
from coach.content.parts import folders
from coach.content.paths import PathList
from coach.content.steps import struct_for, type_names
from coach.content.syllabus import Syllabus
from coach.core.bank import HIGHEST, LOWEST, Kit, QuestionBank
from coach.core.country import Profile
from coach.core.curriculum import Module, Session
from coach.core.sample import SampleSet
from coach.exercises.base import Part

Name: TypeAlias = Literal["curriculum", "bank", "kit", "country", "topics", "samples"]
Schema: TypeAlias = dict[str, Any]

NAMES: tuple[Name, ...] = get_args(Name)
DIALECT = "https://json-schema.org/draft/2020-12/schema"
PLACE = "#/$defs/{name}"
TITLES: dict[Name, str] = {
    "curriculum": "Coach curriculum: module.yaml, a session beside it, competencies.yaml, paths.yaml, "
    "syllabus.yaml, or a file in shared/",
    "bank": "Coach question bank",
    "kit": "Coach interview kit",
    "samples": "Coach sample answers to a bank's questions",
    "country": "Coach profile of a country: question_banks/countries/*.yaml",
    "topics": "Coach words of protected topics: question_banks/shared/topics.yaml",
}


def schema_for(name: Name) -> Schema:
    """Return the schema of a kind of file; a curriculum file is one of several."""
    match name:
        case "curriculum":
            return _curriculum()
        case "bank":
            return _bank()
        case "kit":
            return _document(name, (Kit,))
        case "samples":
            return _document(name, (SampleSet,))
        case "country":
            return _document(name, (Profile,))
        case "topics":
            return _document(name, (TopicList,))


def _document(name: Name, tops: tuple[type, ...]) -> Schema:
    refs, parts = msgspec.json.schema_components(tops, ref_template=PLACE)
    top: Schema = {"oneOf": list(refs)} if len(tops) > 1 else dict(next(iter(refs)))
    return {"$schema": DIALECT, "title": TITLES[name], **top, "$defs": dict(parts)}


def _bank() -> Schema:
    """Add to the structs what the checker asks of anchors: keys 1 to 5, of which 1, 3 and 5 must be there."""
    schema = _document("bank", (QuestionBank,))
    anchors = schema["$defs"]["Question"]["properties"]["anchors"]
    text = anchors.pop("additionalProperties")
    anchors["properties"] = {str(level): text for level in range(LOWEST, HIGHEST + 1)}
    anchors["required"] = [str(level) for level in MUST_BE_ANCHORED]
    anchors["additionalProperties"] = False
    return schema


def _curriculum() -> Schema:
    """Put every step type in the place of the bare step, exercise kinds under their own names."""
    tops: tuple[type, ...] = (Module, Session, CompetencyList, PathList, Syllabus, *folders().values())
    schema = _document("curriculum", tops)
    steps = Union[tuple(struct_for(name) for name in type_names())]  # type: ignore[valid-type] # noqa: UP007
    (union,), parts = msgspec.json.schema_components((steps,), ref_template=PLACE)
    names = {mapped: name for name, mapped in union["discriminator"]["mapping"].items()}
    definitions = schema["$defs"] | parts
    del definitions["Step"]
    for name in exercises.names():
        old = next(mapped for mapped, found in names.items() if found == name)
        definition = definitions.pop(old.removeprefix(PLACE.format(name="")))
        definitions[name] = {**definition, "title": name}
        _name_parts(definitions[name]["properties"], exercises.load(name).parts)
    for definition in (definitions[name] for name in exercises.names()):
        definition["required"] = ["type", *(key for key in definition["required"] if key != "type")]
    definitions["Lesson"]["properties"]["steps"]["items"] = {
        "anyOf": [{"$ref": _renamed(cast("str", part["$ref"]), names)} for part in union["anyOf"]]
    }
    return {**schema, "$defs": definitions}


def _name_parts(properties: Schema, parts: Mapping[str, Part]) -> None:
    """Let the name of a shared file stand where the part could be written out."""
    for field in parts:
        whole = properties[field]
        place = whole if whole.get("type") == "array" else properties
        key = "items" if place is whole else field
        place[key] = {"anyOf": [{"type": "string"}, place[key]]}


def _renamed(ref: str, names: dict[str, str]) -> str:
    """Point at an exercise kind under its own name."""
    kind = names[ref]
    return PLACE.format(name=kind) if kind in exercises.names() else ref
