"""Parts of assertions in words: conditions, fields, values."""

from datetime import date
from fractions import Fraction

from coach.core.crm.schema import Field, ObjectType
from coach.core.crm.state import Row
from coach.core.crm.values import choice_label
from coach.core.expression import Binary, Call, Literal, Member, Name, Node, Unary, Value, evaluate, walk

from .facts import Facts, condition_of
from .naming import called

IS = {
    "==": "is",
    "!=": "is not",
    "<": "is below",
    "<=": "is at most",
    ">": "is above",
    ">=": "is at least",
    "~": "is like",
}
DATED = {"<": "is before", "<=": "is up to", ">": "is after", ">=": "is from"}
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
                return f"{self.field(inner, of)} is no" if box else f"not ({self.condition(inner, of)})"
            case Binary(sign="and" | "or"):
                return f"{self.condition(node.left, of)} {node.sign} {self.condition(node.right, of)}"
            case Binary(sign="==" | "!=", right=Literal(value=None)):
                return f"{self.field(node.left, of)} is {'empty' if node.sign == '==' else 'filled in'}"
            case Binary():
                return f"{self.field(node.left, of)} {_is(node)} {self._right(node, of)}"
            case Name() | Member():
                return f"{self.field(node, of)} is yes"
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
                return f"{_label(name, self.target(inner, None))} of {self.name(row) if row else 'nothing'}"
            case Call(function="sum"):
                of = self.object(node)
                return (
                    f"the sum of {self.field(node.arguments[1], of)} of {lower(of.plural)}{self.whose(node)}"
                )
            case _:
                return "what is compared"

    def whose(self, call: Call) -> str:
        """Say which records of its object a function is about."""
        condition = condition_of(call)
        return f" whose {self.condition(condition, self.object(call))}" if condition is not None else ""

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
        return f"“{called(row, self._org)}”"

    def value(self, value: Value, beside: Node | None = None, of: ObjectType | None = None) -> str:
        """Show a value; that of a picklist, with which it is compared, in the words of the org."""
        match value:
            case None | bool():
                return {None: "nothing", True: "yes", False: "no"}[value]
            case Fraction():
                return f"{float(value):,.2f}".removesuffix("0").removesuffix(".0")
            case date():
                return value.isoformat()
            case Row():
                return self.name(value)
            case _:
                field = self._field(beside, of)
                return f"“{choice_label(field, value, self._org.profile) if field else value}”"

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
    return f"{count or 'no'} {lower(of.label if count == 1 else of.plural)}"


def lower(label: str) -> str:
    """Write a label inside a sentence; only English ones lose their capitals."""
    return label.lower() if label.isascii() else label


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
