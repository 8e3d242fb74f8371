"""Rules for sample answers, by which interviewers learn to rate."""

import re
from collections.abc import Callable, Iterator

from coach.content.files import misnamed
from coach.content.nearest import did_you_mean
from coach.content.problem import Problem, quoted
from coach.content.rules.scopes import SampleScope
from coach.locale import tr

Rule = Callable[[SampleScope], Iterator[Problem]]

FEWEST_WORDS, MOST_WORDS = 80, 200
"""About half a minute to a minute and a half of talk: enough evidence, and read in a minute."""

FEWEST_LEVELS, FROM = 3, 4
"""From so many samples on, so many different ratings must be among them."""

QUOTED = re.compile('[“„"]([^“”„"]+)[”“"]')


def name_matches(scope: SampleScope) -> Iterator[Problem]:
    """The samples are for the bank that their file is called like."""
    if scope.read.name != scope.name:
        yield misnamed(scope.read.document, scope.name, "bank")


def bank_exists(scope: SampleScope) -> Iterator[Problem]:
    """The bank exists and can be read."""
    if scope.bank is None:
        known = scope.around.banks
        text = tr(
            "these answers have no questions, since there is no bank {name}; {guess}",
            name=quoted(scope.read.name),
            guess=did_you_mean(scope.read.name, known),
        )
        if scope.read.name in known:
            text = tr(
                "these answers have no questions, since the bank {name} cannot be used; mend the bank first",
                name=quoted(scope.read.name),
            )
        yield scope.read.document.problem("C330", ("bank",), text)


def questions_exist(scope: SampleScope) -> Iterator[Problem]:
    """Every sample answers a question of the bank."""
    if scope.bank is None:
        return
    known = [question.id for question in scope.bank.questions]
    for placed in scope.read.placed:
        asked = placed.value.question
        if asked not in known:
            text = tr(
                "the bank {name} has no usable question {asked}, so nobody will meet this answer; {guess}",
                name=quoted(scope.read.name),
                asked=quoted(asked),
                guess=did_you_mean(asked, known),
            )
            yield scope.read.document.problem("C331", (*placed.path, "question"), text)


def ratings_are_spread(scope: SampleScope) -> Iterator[Problem]:
    """Samples stand at several levels of the scale."""
    ratings = sorted({placed.value.rating for placed in scope.read.placed})
    needed = FEWEST_LEVELS if len(scope.read.placed) >= FROM else 2
    if scope.read.placed and len(ratings) < needed:
        found = tr(" and ").join(map(str, ratings))
        text = tr(
            "all samples are rated {found}, so nobody learns to tell levels apart, and whoever "
            "always gives the same looks accurate; add answers at other levels",
            found=found,
        )
        yield scope.read.document.problem("C332", ("samples",), text, warning=True, key=True)


def text_has_length(scope: SampleScope) -> Iterator[Problem]:
    """A sample is as long as an answer that can be rated, and no longer than one reads with care."""
    for placed in scope.read.placed:
        count = len(placed.value.text.split())
        if not FEWEST_WORDS <= count <= MOST_WORDS:
            text = tr(
                "the answer has {count} words instead of {fewest} to {most}: fewer hold too "
                "little evidence to rate, more are read without care; lengthen or shorten it",
                count=count,
                fewest=FEWEST_WORDS,
                most=MOST_WORDS,
            )
            yield scope.read.document.problem("C333", (*placed.path, "text"), text, warning=True)


def rationale_quotes(scope: SampleScope) -> Iterator[Problem]:
    """The rationale rests on words of the answer."""
    for placed in scope.read.placed:
        said = _plain(placed.value.text)
        quotes = QUOTED.findall(placed.value.rationale)
        path = (*placed.path, "rationale")
        if not quotes:
            text = tr(
                "the rationale quotes nothing of the answer, so people must believe the rating instead "
                "of seeing it; put the words that decided between quotation marks"
            )
            yield scope.read.document.problem("C334", path, text, warning=True)
        for quote in quotes:
            if _plain(quote) not in said:
                text = tr(
                    "the rationale quotes {quote}, which the answer does not say; use its words",
                    quote=quoted(quote),
                )
                yield scope.read.document.problem("C334", path, text, warning=True)


def _plain(text: str) -> str:
    """Leave out what a quotation may change: line ends, capitals, and the signs at its end."""
    return " ".join(text.split()).strip(" .,;:!?…").replace("’", "'").casefold()


RULES: tuple[Rule, ...] = (
    name_matches,
    bank_exists,
    questions_exist,
    ratings_are_spread,
    text_has_length,
    rationale_quotes,
)
