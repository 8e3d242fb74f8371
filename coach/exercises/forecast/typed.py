"""A forecast in a line of text: how it is asked, read and said."""

import re

from coach.core.exercise import Context, Unreadable
from coach.core.prose import unmarked
from coach.locale import mark, tr

from .spec import MEANINGS, Category, Deal, Mode, Response, Spec, day, money, period, stage

LONGEST = 600
"""Characters in a line that are looked at; twelve deals with full names of categories need less."""

CERTAIN = 100

ENTRY = re.compile(r"(?:([0-9]{1,2})[=:])?([^\W\d_]+|[0-9]{1,9})")
"""A value, with the number of its deal before it or without."""


def ask(spec: Spec, context: Context) -> str:
    """Give the deals with their facts, the categories where they are asked, and how to answer."""
    parts = [unmarked(spec.prompt)]
    for number, deal in enumerate(spec.deals, 1):
        facts = [f"     {fact}" for fact in deal.facts]
        parts.append("\n".join([f"  {number}  {deal.name} – {standing(spec, deal, context)}", *facts]))
    if spec.mode is Mode.CATEGORY:
        listed = [
            f"  {number}  {tr(one.value)}: {tr(MEANINGS[one])}" for number, one in enumerate(Category, 1)
        ]
        parts.append("\n".join([tr("Categories"), *listed]))
    return "\n\n".join([*parts, how(spec)])


def standing(spec: Spec, deal: Deal, context: Context) -> str:
    """Write a deal's amount, stage and close date."""
    amount = money(deal.amount, context.language)
    if spec.currency:
        amount = tr("{currency} {amount}", currency=spec.currency, amount=amount)
    closes = day(deal.close, context.language)
    return tr("{amount}, {stage}, close date {day}", amount=amount, stage=stage(deal), day=closes)


def how(spec: Spec) -> str:
    """Say how to type the forecast."""
    count = len(spec.deals)
    if spec.mode is Mode.CATEGORY:
        return tr(
            "Type for each of the {count} deals a category by its number or its name, in their order, "
            "such as 4, 1, best case; or with the deal's number before it, such as 1=commit 2=1.",
            count=count,
        )
    return tr(
        "Type for each of the {count} deals how probable it is to be won {period}, in percent and in "
        "their order, such as 80 30 50; or with the deal's number before it, such as 1=80 2=30.",
        count=count,
        period=period(spec),
    )


def read(spec: Spec, line: str) -> Response:
    """Read a value for every deal, in order or by number. Raises ``Unreadable``."""
    entries = [ENTRY.fullmatch(word) for word in _words(line)] if len(line) <= LONGEST else []
    pairs = [(entry[1] or "", entry[2]) for entry in entries if entry]
    if not pairs or len(pairs) < len(entries):
        raise Unreadable(tr("That is no forecast. {how}", how=how(spec)))
    numbered = [number for number, _ in pairs if number]
    if len(numbered) not in (0, len(pairs)):
        raise Unreadable(tr("Some values have a deal's number and some have none. {how}", how=how(spec)))
    numbers = [int(number) for number in numbered] or list(range(1, len(pairs) + 1))
    _complete(spec, numbers)
    given = {spec.deals[number - 1].id: word for number, (_, word) in zip(numbers, pairs, strict=True)}
    ordered = {deal.id: given[deal.id] for deal in spec.deals}
    if spec.mode is Mode.CATEGORY:
        return Response(categories={name: _category(word).value for name, word in ordered.items()})
    return Response(probabilities={name: _percent(word) for name, word in ordered.items()})


def _words(line: str) -> list[str]:
    """Split a line into its values; a category of several words becomes one, and percent signs go."""
    text = re.sub(r"\b(best|most)[\s-]+(case|likely)\b", r"\1\2", line.lower().replace("%", " "))
    for name in (tr(category.value).casefold() for category in Category):
        text = text.replace(name, "".join(name.split()))
    text = re.sub(r"\s*([=:])\s*", r"\1", text)
    return [word for word in re.split(r"[\s,;]+", text) if word]


def _complete(spec: Spec, numbers: list[int]) -> None:
    """Make sure that every deal has one value."""
    count = len(spec.deals)
    twice = next((number for number in numbers if numbers.count(number) > 1), None)
    if twice is not None:
        raise Unreadable(tr("Deal {number} is there twice. Type each deal once.", number=twice))
    if not set(numbers) <= set(range(1, count + 1)):
        raise Unreadable(tr("There are {count} deals, from 1 to {count}. {how}", count=count, how=how(spec)))
    missing = [str(number) for number in range(1, count + 1) if number not in numbers]
    if missing:
        raise Unreadable(
            tr(
                "Every deal needs a forecast; still missing: {missing}. {how}",
                missing=", ".join(missing),
                how=how(spec),
            )
        )


def _percent(word: str) -> int:
    if not word.isdigit() or int(word) > CERTAIN:
        raise Unreadable(tr("“{word}” is no probability. Type whole numbers from 0 to 100.", word=word[:20]))
    return int(word)


def _category(word: str) -> Category:
    """Find the category that is meant by a number or the beginning of a name."""
    numbers = {str(number): category for number, category in enumerate(Category, 1)}
    if word in numbers:
        return numbers[word]
    meant = [one for one in Category if any(name.startswith(word) for name in _names(one))]
    if len(meant) != 1:
        several = mark("“{word}” may be {categories}. Type one of: {known}.")
        none = mark("“{word}” is no category. Type one of: {known}.")
        known = ", ".join(f"{number} {tr(category.value)}" for number, category in numbers.items())
        categories = tr(" or ").join(tr(category.value) for category in meant)
        told = tr(several, word=word[:20], categories=categories, known=known)
        raise Unreadable(told if meant else tr(none, word=word[:20], known=known))
    return meant[0]


def _names(category: Category) -> tuple[str, ...]:
    """Give what can be typed for a category: its name, also in the language that is spoken."""
    names = (category.value.lower(), tr(category.value).casefold())
    return tuple("".join(name.split()) for name in names)


def say(spec: Spec, response: Response) -> str:
    """Name each deal with what was given for it."""
    told = []
    for deal in spec.deals:
        if spec.mode is Mode.CATEGORY and deal.id in response.categories:
            told.append(f"{deal.name}: {tr(response.categories[deal.id])}")
        elif deal.id in response.probabilities:
            told.append(f"{deal.name}: {response.probabilities[deal.id]} %")
    return "; ".join(told) or tr("no forecast")
