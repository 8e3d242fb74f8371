"""Applying a rule to a text: whether it is kept, and where it is not.

Every judgement can be recomputed from text and rule alone.
"""

from typing import assert_never

from . import rules as r
from .judge_whole import (
    balance,
    first_sentence,
    metric,
    occurrence,
    persona,
    sentence_length,
    single_ask,
    subject,
)
from .judge_words import (
    capitals,
    exclamation,
    existence,
    forbidden,
    key_fact,
    named_date,
    number_present,
    passive,
    placeholder,
    repetition,
    substitution,
)
from .judgement import Judgement
from .text import Writing


def judge(rule: r.AnyRule, writing: Writing, style: r.Style | None = None) -> Judgement:  # noqa: C901, PLR0911, PLR0912 - one case for each kind of rule
    """Apply a rule to a text; ``style`` is how its reader likes to be addressed."""
    match rule:
        case r.Existence():
            return existence(rule, writing)
        case r.Substitution():
            return substitution(rule, writing)
        case r.Occurrence():
            return occurrence(rule, writing)
        case r.FirstSentence():
            return first_sentence(rule, writing)
        case r.KeyFact():
            return key_fact(rule, writing)
        case r.NamedDate():
            return named_date(rule, writing)
        case r.NumberPresent():
            return number_present(rule, writing)
        case r.SentenceLength():
            return sentence_length(rule, writing)
        case r.Passive():
            return passive(rule, writing)
        case r.Balance():
            return balance(rule, writing)
        case r.Metric():
            return metric(rule, writing)
        case r.Repetition():
            return repetition(rule, writing)
        case r.Placeholder():
            return placeholder(writing)
        case r.SingleAsk():
            return single_ask(rule, writing)
        case r.Exclamation():
            return exclamation(rule, writing)
        case r.Capitals():
            return capitals(rule, writing)
        case r.Subject():
            return subject(rule, writing)
        case r.Persona():
            return persona(rule, writing, rule.style or style)
        case r.Forbidden():
            return forbidden(rule, writing)
        case _:
            assert_never(rule)
