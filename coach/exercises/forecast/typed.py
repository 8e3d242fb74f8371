"""A forecast in a line of text: how it is asked, read and said."""

import re

from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked

from .spec import MEANINGS, Category, Deal, Mode, Response, Spec, day, money

LONGEST = 600
"""Characters in a line that are looked at; twelve deals with full names of categories need less."""

CERTAIN = 100

ENTRY = re.compile(r"(?:([0-9]{1,2})[=:])?([a-z]+|[0-9]{1,9})")
"""A value, with the number of its deal before it or without."""


def ask(spec: Spec, context: Context) -> str:
    """Give the deals with their facts, the categories where they are asked, and how to answer."""
    parts = [unmarked(spec.prompt)]
    for number, deal in enumerate(spec.deals, 1):
        facts = [f"     {fact}" for fact in deal.facts]
        parts.append("\n".join([f"  {number}  {deal.name} – {standing(spec, deal, context)}", *facts]))
    if spec.mode is Mode.CATEGORY:
        listed = [f"  {number}  {one.value}: {MEANINGS[one]}" for number, one in enumerate(Category, 1)]
        parts.append("\n".join(["Categories", *listed]))
    return "\n\n".join([*parts, how(spec)])


def standing(spec: Spec, deal: Deal, context: Context) -> str:
    """Write a deal's amount, stage and close date."""
    amount = f"{spec.currency} {money(deal.amount, context.language)}".strip()
    return f"{amount}, {deal.stage}, close date {day(deal.close, context.language)}"


def how(spec: Spec) -> str:
    """Say how to type the forecast."""
    count = len(spec.deals)
    if spec.mode is Mode.CATEGORY:
        return (
            f"Type for each of the {count} deals a category by its number or its name, in their order, "
            "such as 4, 1, best case; or with the deal's number before it, such as 1=commit 2=1."
        )
    return (
        f"Type for each of the {count} deals how probable it is to be won {spec.period}, in percent and in "
        "their order, such as 80 30 50; or with the deal's number before it, such as 1=80 2=30."
    )


def read(spec: Spec, line: str) -> Response:
    """Read a value for every deal, in order or by number. Raises ``Unreadable``."""
    entries = [ENTRY.fullmatch(word) for word in _words(line)] if len(line) <= LONGEST else []
    pairs = [(entry[1] or "", entry[2]) for entry in entries if entry]
    if not pairs or len(pairs) < len(entries):
        raise Unreadable(f"That is no forecast. {how(spec)}")
    numbered = [number for number, _ in pairs if number]
    if len(numbered) not in (0, len(pairs)):
        raise Unreadable(f"Some values have a deal's number and some have none. {how(spec)}")
    numbers = [int(number) for number in numbered] or list(range(1, len(pairs) + 1))
    _complete(spec, numbers)
    given = {spec.deals[number - 1].id: word for number, (_, word) in zip(numbers, pairs, strict=True)}
    ordered = {deal.id: given[deal.id] for deal in spec.deals}
    if spec.mode is Mode.CATEGORY:
        return Response(categories={name: _category(word).value for name, word in ordered.items()})
    return Response(probabilities={name: _percent(word) for name, word in ordered.items()})


def _words(line: str) -> list[str]:
    """Split a line into its values; a category of two words becomes one, and percent signs go."""
    text = re.sub(r"\b(best|most)[\s-]+(case|likely)\b", r"\1\2", line.lower().replace("%", " "))
    text = re.sub(r"\s*([=:])\s*", r"\1", text)
    return [word for word in re.split(r"[\s,;]+", text) if word]


def _complete(spec: Spec, numbers: list[int]) -> None:
    """Make sure that every deal has one value."""
    count = len(spec.deals)
    twice = next((number for number in numbers if numbers.count(number) > 1), None)
    if twice is not None:
        raise Unreadable(f"Deal {twice} is there twice. Type each deal once.")
    if not set(numbers) <= set(range(1, count + 1)):
        raise Unreadable(f"There are {count} deals, from 1 to {count}. {how(spec)}")
    missing = [str(number) for number in range(1, count + 1) if number not in numbers]
    if missing:
        raise Unreadable(f"Every deal needs a forecast; still missing: {', '.join(missing)}. {how(spec)}")


def _percent(word: str) -> int:
    if not word.isdigit() or int(word) > CERTAIN:
        raise Unreadable(f"“{word[:20]}” is no probability. Type whole numbers from 0 to 100.")
    return int(word)


def _category(word: str) -> Category:
    """Find the category that is meant by a number or the beginning of a name."""
    numbers = {str(number): category for number, category in enumerate(Category, 1)}
    if word in numbers:
        return numbers[word]
    names = {category: category.value.lower().replace(" ", "") for category in Category}
    meant = [category for category, name in names.items() if name.startswith(word)]
    if len(meant) != 1:
        trouble = f"may be {' or '.join(meant)}" if meant else "is no category"
        known = ", ".join(f"{number} {category.value}" for number, category in numbers.items())
        raise Unreadable(f"“{word[:20]}” {trouble}. Type one of: {known}.")
    return meant[0]


def say(spec: Spec, response: Response) -> str:
    """Name each deal with what was given for it."""
    told = []
    for deal in spec.deals:
        if spec.mode is Mode.CATEGORY and deal.id in response.categories:
            told.append(f"{deal.name}: {response.categories[deal.id]}")
        elif deal.id in response.probabilities:
            told.append(f"{deal.name}: {response.probabilities[deal.id]} %")
    return "; ".join(told) or "no forecast"
