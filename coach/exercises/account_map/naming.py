"""What roles, influence and attitude are called: on the screen, on paper and when they are typed."""

from coach.locale import SOURCE, language, trp

from .spec import Aspect, Attitude, Influence, Role


def word(value: str) -> str:
    """Write a value as people read it: ``decision maker``."""
    said: dict[str, str] = {
        Role.CHAMPION: trp("role", "champion"),
        Role.BLOCKER: trp("role", "blocker"),
        Role.DECISION_MAKER: trp("role", "decision maker"),
        Role.INFLUENCER: trp("role", "influencer"),
        Role.ECONOMIC_BUYER: trp("role", "economic buyer"),
        Role.TECHNICAL_BUYER: trp("role", "technical buyer"),
        Role.USER: trp("role", "user"),
        Influence.LOW: trp("influence", "low"),
        Influence.MEDIUM: trp("influence", "medium"),
        Influence.HIGH: trp("influence", "high"),
        Attitude.AGAINST: trp("attitude", "against"),
        Attitude.NEUTRAL: trp("attitude", "neutral"),
        Attitude.FOR: trp("attitude", "for"),
    }
    return said.get(value, value)


def typed(value: str) -> str:
    """Write a value as it is typed: in English as it is stored, ``decision-maker``."""
    return value if language() == SOURCE else word(value)


def short(role: str) -> str:
    """Write a role as one short word."""
    said: dict[str, str] = {
        Role.CHAMPION: trp("short", "champion"),
        Role.BLOCKER: trp("short", "blocker"),
        Role.DECISION_MAKER: trp("short", "decides"),
        Role.INFLUENCER: trp("short", "influencer"),
        Role.ECONOMIC_BUYER: trp("short", "budget"),
        Role.TECHNICAL_BUYER: trp("short", "technical"),
        Role.USER: trp("short", "user"),
    }
    return said.get(role, trp("short", "no role"))


def named(aspect: Aspect) -> str:
    """Name an aspect."""
    said = {
        Aspect.ROLE: trp("aspect", "role"),
        Aspect.INFLUENCE: trp("aspect", "influence"),
        Aspect.ATTITUDE: trp("aspect", "attitude"),
    }
    return said[aspect]


def level(influence: Influence) -> str:
    """Name a level of influence."""
    said = {
        Influence.LOW: trp("influence", "low influence"),
        Influence.MEDIUM: trp("influence", "medium influence"),
        Influence.HIGH: trp("influence", "high influence"),
    }
    return said[influence]


def raised(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]
