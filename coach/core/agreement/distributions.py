"""Tails of the F and t distributions, for intervals of coefficients.

Both rest on the regularised incomplete beta function, computed by its continued fraction
(NIST Digital Library of Mathematical Functions, 8.17.22) with the method of Lentz and Thompson.
"""

from functools import lru_cache
from math import exp, inf, lgamma, log, log1p, sqrt

TINY = 1e-300
"""Stands in for nought where the continued fraction would divide by it."""

CLOSE = 1e-15
MOST_STEPS = 100_000
HALVINGS = 400


def beta_share(x: float, a: float, b: float) -> float:
    """Give the regularised incomplete beta function I_x(a, b) for 0 <= x <= 1 and positive a, b.

    Raises ``ArithmeticError`` if the fraction does not settle, which takes a and b beyond 10^9.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    numerator, denominator = 1.0, 1 / _kept(1 - (a + b) * x / (a + 1))
    value = denominator
    for step in range(1, MOST_STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        for part in (even, odd):
            denominator = 1 / _kept(1 + part * denominator)
            numerator = _kept(1 + part / numerator)
            value *= numerator * denominator
        if abs(numerator * denominator - 1) < CLOSE:
            return value
    raise ArithmeticError(f"the incomplete beta function does not settle for x={x}, a={a}, b={b}")


def _kept(value: float) -> float:
    return value if abs(value) > TINY else TINY


def f_below(value: float, above: float, below: float) -> float:
    """Give the chance that F with ``above`` and ``below`` degrees of freedom stays under ``value``."""
    whole = above * value + below
    if above * value < below:
        return beta_share(above * value / whole, above / 2, below / 2)
    return 1 - beta_share(below / whole, below / 2, above / 2)


@lru_cache(maxsize=512)
def f_quantile(chance: float, above: float, below: float) -> float:
    """Give the value under which F with ``above`` and ``below`` degrees of freedom stays with that chance.

    ``chance`` lies between 0 and 1, both excluded. Found on the scale of the beta function, from the end
    that is nearer, so that nothing is lost beside 1.
    """
    if beta_share(0.5, above / 2, below / 2) < chance:
        rest = _point(1 - chance, below / 2, above / 2)
        return below * (1 - rest) / (above * rest) if rest else inf
    share = _point(chance, above / 2, below / 2)
    return below * share / (above * (1 - share))


def _point(chance: float, a: float, b: float) -> float:
    """Find by halving where the beta share reaches ``chance``, up to a half."""
    low, high = 0.0, 0.5
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if beta_share(middle, a, b) < chance:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def t_quantile(chance: float, freedom: float) -> float:
    """Give the value under which Student's t stays with that chance, which is at least a half."""
    return sqrt(f_quantile(2 * chance - 1, 1, freedom)) if chance > 1 / 2 else 0.0
