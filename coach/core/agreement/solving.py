"""Solving a symmetric system of equations with few entries, as least squares gives them."""

from collections.abc import Mapping

Matrix = dict[str, dict[str, float]]
"""Rows by name; entries that are nought are left out."""

SETTLED = 1e-13
"""How small the remainder gets against the right side."""


def solve(matrix: Matrix, right: Mapping[str, float]) -> dict[str, float]:
    """Solve by conjugate gradients (Hestenes and Stiefel 1952), exact after one step for each unknown.

    The matrix is symmetric and has no negative eigenvalue; where it fixes the unknowns only up to a
    constant, the solution is the one nearest nought. Twice the steps make up for rounding.
    """
    found = dict.fromkeys(right, 0.0)
    rest = dict(right)
    way = dict(right)
    size = _dot(rest, rest)
    enough = size * SETTLED**2
    for _ in range(2 * len(right)):
        if size <= enough:
            break
        along = {name: sum(entry * way[other] for other, entry in matrix[name].items()) for name in way}
        step = size / _dot(way, along)
        found = {name: value + step * way[name] for name, value in found.items()}
        rest = {name: value - step * along[name] for name, value in rest.items()}
        before, size = size, _dot(rest, rest)
        way = {name: value + size / before * way[name] for name, value in rest.items()}
    return found


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(value * other[name] for name, value in one.items())
