"""Plain values out of libyaml's events, refusing what strict content does not need."""

from collections.abc import Iterator
from enum import Enum
from typing import cast

from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from coach.content.document import Mark, Places, Scalar, Value
from coach.content.encoding import BAD_CHARACTER, CARRIAGE_RETURN, named
from coach.content.problem import Problem, quoted
from coach.content.scalars import NumberRefused, resolve
from coach.core.finding import Severity
from coach.locale import tr

MOST_NODES = 200_000
DEEPEST = 40
MERGE_KEY = "<<"
AROUND = (StreamStartEvent, StreamEndEvent, DocumentStartEvent, DocumentEndEvent)


class TooMuch(Exception):  # noqa: N818 - reads as what happened
    """Reading has to stop here; the problem is told already."""


class NoKey(Enum):
    """In the place of a key that was refused; its value is read and dropped."""

    REFUSED = "refused"


class TreeBuilder:
    """Builds the value of one document and remembers where everything stood."""

    def __init__(self, file: str, events: Iterator[Event], lost: dict[tuple[int, int], str]) -> None:
        self.places = Places()
        self.problems: list[Problem] = []
        self.spoiled: set[int] = set()
        self._file = file
        self._events = events
        self._lost = lost
        self._depth = 0
        self._nodes = 0
        self._owner = 0

    def document(self) -> Value:
        """Build the only document; raises :class:`TooMuch`, or ``yaml.YAMLError`` on bad syntax."""
        value: Value = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.tell(
                        "C009",
                        event.start_mark,
                        tr(
                            "a second document starts here and would be ignored; put it into a file of its "
                            "own"
                        ),
                    )
                    raise TooMuch
            elif not isinstance(event, AROUND):
                value = self._node(event)
        if not documents:
            self.tell(
                "C015", None, tr("the file is empty, so there is nothing to use; write it or delete it")
            )
            raise TooMuch
        return value

    def tell(self, code: str, mark: Mark | None, text: str, severity: Severity = Severity.ERROR) -> None:
        """Note a problem at a mark of libyaml."""
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(
            Problem(file=self._file, line=line, column=column, code=code, text=text, severity=severity)
        )

    def _refuse(self, code: str, mark: Mark | None, text: str) -> None:
        """Note a problem that makes the meaning of the container around it uncertain."""
        self.tell(code, mark, text)
        self.spoiled.add(self._owner)

    def _node(self, event: Event) -> Value:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self.tell(
                "C011",
                event.start_mark,
                tr(
                    "the file holds more than {most} values, too much to load quickly; split it",
                    most=MOST_NODES,
                ),
            )
            raise TooMuch
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(cast("ScalarEvent", event))
        if kind is AliasEvent:
            self._refuse(
                "C008",
                event.start_mark,
                tr(
                    "the alias '*{anchor}' stands for something written elsewhere, which is easily missed "
                    "when that changes; write it out, or quote the text",
                    anchor=cast("AliasEvent", event).anchor,
                ),
            )
            return None
        return self._container(cast("CollectionStartEvent", event))

    def _container(self, event: CollectionStartEvent) -> Value:
        self._plain(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self.tell(
                "C011",
                event.start_mark,
                tr(
                    "this is nested more than {deepest} levels deep, which no content needs; flatten it",
                    deepest=DEEPEST,
                ),
            )
            raise TooMuch
        owner = self._owner
        value: Value = self._sequence() if isinstance(event, SequenceStartEvent) else self._mapping()
        self._owner = owner
        self._depth -= 1
        return value

    def _sequence(self) -> list[Value]:
        result: list[Value] = []
        marks: list[Mark | None] = []
        self.places.items[id(result)] = marks
        for event in self._events:
            if type(event) is SequenceEndEvent:
                break
            self._owner = id(result)
            marks.append(event.start_mark)
            result.append(self._node(event))
        return result

    def _mapping(self) -> dict[Scalar, Value]:
        result: dict[Scalar, Value] = {}
        keys: dict[Scalar, Mark | None] = {}
        values: dict[Scalar, Mark | None] = {}
        self.places.keys[id(result)], self.places.values[id(result)] = keys, values
        for event in self._events:
            if type(event) is MappingEndEvent:
                break
            self._owner = id(result)
            key = self._key(event)
            value_event = next(self._events)
            value = self._node(value_event)
            self._owner = id(result)
            if key is NoKey.REFUSED:
                continue
            if key in result:
                self._refuse(
                    "C006",
                    event.start_mark,
                    tr(
                        "the key {key} stands here a second time, so one of the two would be lost; delete or "
                        "rename one",
                        key=quoted(key),
                    ),
                )
                continue
            result[key], keys[key], values[key] = value, event.start_mark, value_event.start_mark
        return result

    def _key(self, event: Event) -> Scalar | NoKey:
        if type(event) is not ScalarEvent:
            self._refuse(
                "C014",
                event.start_mark,
                tr("a list, a group or an alias cannot be a key; write a plain word, or quote the text"),
            )
            self._node(event)
            return NoKey.REFUSED
        key = self._scalar(event)
        if key == MERGE_KEY and not event.style:
            self._refuse(
                "C008",
                event.start_mark,
                tr("the merge key '<<' pulls in keys from elsewhere; write the keys out here"),
            )
            return NoKey.REFUSED
        return key

    def _scalar(self, event: ScalarEvent) -> Scalar:
        if event.tag is not None or event.anchor is not None:
            self._plain(event)
        word = event.value
        style = event.style
        if not style:
            return self._word(event)
        if style == '"' and (bad := BAD_CHARACTER.search(word.replace(CARRIAGE_RETURN, "\0"))):
            self._refuse(
                "C004",
                event.start_mark,
                tr(
                    "this text holds the invisible character {character}, which can make it read differently "
                    "from what it says; delete the escape",
                    character=named(word[bad.start()]),
                ),
            )
            return BAD_CHARACTER.sub("", word).replace(CARRIAGE_RETURN, "")
        return word

    def _word(self, event: ScalarEvent) -> Scalar:
        try:
            value = resolve(event.value)
        except NumberRefused:
            self._refuse(
                "C012",
                event.start_mark,
                tr(
                    "the number {value} cannot be kept exactly; write a shorter one, or quote it",
                    value=quoted(event.value),
                ),
            )
            return None
        if self._lost and (value is None or isinstance(value, str)):
            self._warn_of_lost_comment(event)
        return value

    def _plain(self, event: NodeEvent) -> None:
        """Refuse tags and anchors."""
        tag = cast("str | None", getattr(event, "tag", None))
        if tag is not None:
            self._refuse(
                "C007",
                event.start_mark,
                tr(
                    "the tag {tag} asks for another type, but types are fixed by the format; delete it, or "
                    "quote a text that starts with '!'",
                    tag=quoted(tag),
                ),
            )
        if event.anchor is not None:
            self._refuse(
                "C008",
                event.start_mark,
                tr(
                    "the anchor '&{anchor}' is for aliases, which are not allowed; delete it, or quote a "
                    "text that starts with '&'",
                    anchor=event.anchor,
                ),
            )

    def _warn_of_lost_comment(self, event: ScalarEvent) -> None:
        end = event.end_mark
        lost = self._lost.get((end.line, end.column)) if end else None
        if lost is not None:
            self.tell(
                "C013",
                end,
                tr(
                    "{lost} is a comment here and will not be shown; put the whole text in quotes, or write "
                    "a space after '#' if a comment is meant",
                    lost=quoted(lost),
                ),
                Severity.WARNING,
            )
