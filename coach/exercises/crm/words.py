"""Parts of assertions in words: conditions, fields, values."""

from datetime import date
from fractions import Fraction

from coach.core.crm.schema import Field, ObjectType
from coach.core.crm.state import Row
from coach.core.crm.values import choice_label, in_figures
from coach.core.expression import Binary, Call, Literal, Member, Name, Node, Unary, Value, evaluate, walk
from coach.locale import day, mark, tr, trn, trp

from .facts import Facts, condition_of
from .naming import called

IS = {
    "==": mark("{field} is {value}"),
    "!=": mark("{field} is not {value}"),
    "<": mark("{field} is below {value}"),
    "<=": mark("{field} is at most {value}"),
    ">": mark("{field} is above {value}"),
    ">=": mark("{field} is at least {value}"),
    "~": mark("{field} is like {value}"),
}
DATED = {
    "<": mark("{field} is before {value}"),
    "<=": mark("{field} is up to {value}"),
    ">": mark("{field} is after {value}"),
    ">=": mark("{field} is from {value}"),
}
"""How a comparison reads; with days it reads otherwise."""


class Words:
    """Says parts of assertions in the words of an org. ``of`` is the object whose fields names mean."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._org = facts.org

    def condition(self, node: Node, of: ObjectType) -> str:
        """Put a condition on records into words."""
        match node:
            case Unary(sign="not", of=inner):
                box = isinstance(inner, Name | Member)
                no = mark("{field} is no") if box else mark("not ({condition})")
                said = self.field(inner, of) if box else self.condition(inner, of)
                return tr(no, field=said, condition=said)
            case Binary(sign="and" | "or"):
                both = mark("{left} and {right}") if node.sign == "and" else mark("{left} or {right}")
                return tr(both, left=self.condition(node.left, of), right=self.condition(node.right, of))
            case Binary(sign="==" | "!=", right=Literal(value=None)):
                blank = mark("{field} is empty") if node.sign == "==" else mark("{field} is filled in")
                return tr(blank, field=self.field(node.left, of))
            case Binary():
                return tr(_is(node), field=self.field(node.left, of), value=self._right(node, of))
            case Name() | Member():
                return tr("{field} is yes", field=self.field(node, of))
            case _:
                return self.value(evaluate(node, self._facts))

    def field(self, node: Node, of: ObjectType | None) -> str:
        """Call a field by the label that people see, sums and the like by what they are made of."""
        match node:
            case Name(name=name):
                return _label(name, of)
            case Member(of=inner, name=name):
                label, before = _label(name, self.target(inner, of)), self.field(inner, of)
                return label if label.startswith(before) else f"{before} {label}"
            case Binary():
                return f"{self.field(node.left, of)} {node.sign} {self.field(node.right, of)}"
            case Unary(of=inner):
                return f"{node.sign} {self.field(inner, of)}"
            case _:
                return self.value(evaluate(node, self._facts))

    def subject(self, node: Node) -> str:
        """Call what stands beside a comparison by a name that says whose it is."""
        match node:
            case Member(of=inner, name=name):
                row = evaluate(inner, self._facts)
                whose = self.name(row) if row else trp("record", "nothing")
                return tr("{field} of {record}", field=_label(name, self.target(inner, None)), record=whose)
            case Call(function="sum"):
                of = self.object(node)
                things = self.such(node, of.nouns)
                return tr(
                    "the sum of {field} of {things}", field=self.field(node.arguments[1], of), things=things
                )
            case _:
                return tr("what is compared")

    def such(self, call: Call, things: str, count: int = 0) -> str:
        """Say which records of its object a function is about."""
        condition = condition_of(call)
        if condition is None:
            return things
        return trn(
            "{things} whose {condition}",
            "{things} whose {condition}",
            count,
            things=things,
            condition=self.condition(condition, self.object(call)),
        )

    def object(self, call: Call) -> ObjectType:
        """Return the object that a function is about."""
        named = call.arguments[0]
        assert isinstance(named, Name)
        return self._org.schema.objects[named.name]

    def target(self, node: Node, of: ObjectType | None) -> ObjectType | None:
        """Return the object that a reference leads to, the first where there are several."""
        if isinstance(node, Call):
            return self.object(node)
        if isinstance(node, Member):
            of = self.target(node.of, of)
        link = of.fields.get(f"{node.name}Id") if of and isinstance(node, Name | Member) else None
        return self._org.schema.objects[link.references[0]] if link and link.references else None

    def name(self, row: Row) -> str:
        """Call a record by its name."""
        return tr("“{name}”", name=called(row, self._org))

    def value(self, value: Value, beside: Node | None = None, of: ObjectType | None = None) -> str:
        """Show a value; that of a picklist, with which it is compared, in the words of the org."""
        match value:
            case None | bool():
                if value is None:
                    return trp("value", "nothing")
                return tr("yes") if value else tr("no")
            case Fraction():
                return in_figures(f"{float(value):,.2f}".removesuffix("0").removesuffix(".0"))
            case date():
                return day(value)
            case Row():
                return self.name(value)
            case _:
                field = self._field(beside, of)
                return tr("“{name}”", name=choice_label(field, value, self._org.profile) if field else value)

    def _right(self, node: Binary, of: ObjectType) -> str:
        """Say what a field is compared with: another field, or a value."""
        names = {part.name for part in walk(node.right) if isinstance(part, Name)}
        calls = any(isinstance(part, Call) for part in walk(node.right))
        if names - {"today"} and not calls:
            return self.field(node.right, of)
        return self.value(evaluate(node.right, self._facts), node.left, of)

    def _field(self, node: Node | None, of: ObjectType | None) -> Field | None:
        match node:
            case Name(name=name):
                return of.fields.get(name) if of else None
            case Member(of=inner, name=name):
                target = self.target(inner, of)
                return target.fields.get(name) if target else None
            case _:
                return None


def counted(count: int, of: ObjectType) -> str:
    """Say how many records of an object there are."""
    if not count:
        return tr("no {things}", things=of.nouns)
    return f"{count} {of.noun if count == 1 else of.nouns}"


def _is(node: Binary) -> str:
    """Say a comparison; one with a day in its own words."""
    days = any(
        (isinstance(part, Call) and part.function == "date")
        or (isinstance(part, Name) and part.name == "today")
        for part in walk(node.right)
    )
    return (DATED if days else IS).get(node.sign) or IS[node.sign]


def _label(name: str, of: ObjectType | None) -> str:
    found = of.fields.get(name) if of else None
    return found.label if found else name
