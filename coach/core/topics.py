"""Protected topics noticed in a question, a probe or a note, so that somebody can think twice.

Nothing is judged: words are found that people use when they talk about such a topic, and whoever
wrote them decides. What is found is the wording's business; see the examples in the content.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from coach.core.country import ProtectedTopic
from coach.core.phrases import Phrases


class Touch(NamedTuple):
    """Words of a text that touch a topic: ``start`` to ``end`` in characters of the text."""

    topic: ProtectedTopic
    start: int
    end: int
    words: str
    """The words themselves, as they were written."""


def touched(text: str, topics: Sequence[ProtectedTopic], language: str) -> tuple[Touch, ...]:
    """Find the words of a text that touch topics, in the order of the text.

    Of words that overlap for the same topic the first count. The time is linear in the text: well
    under a millisecond for a note of 500 characters, once the topics' patterns have been read, and
    those of the last few guides stay read. Raises
    :class:`~coach.core.writing.pattern.PatternFault` for a pattern that cannot be read; content with
    such a pattern is refused when it is loaded.
    """
    phrases, owners = _compiled(tuple(topic.words.get(language, ()) for topic in topics))
    found = []
    reached: dict[int, int] = {}
    for hit in phrases.find(text):
        owner = owners[hit.pattern]
        if hit.start >= reached.get(owner, 0):
            found.append(Touch(topics[owner], hit.start, hit.end, text[hit.start : hit.end]))
            reached[owner] = hit.end
    return tuple(found)


@lru_cache(maxsize=16)
def _compiled(words: tuple[tuple[str, ...], ...]) -> tuple[Phrases, tuple[int, ...]]:
    """Read the patterns of some topics; the second part says to which topic each pattern belongs."""
    owned = [(source, owner) for owner, sources in enumerate(words) for source in sources]
    return Phrases(source for source, _ in owned), tuple(owner for _, owner in owned)
