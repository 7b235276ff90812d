"""Newton's method with steps that are halved until they lead upwards."""

from collections.abc import Callable

import numpy as np

ROUNDS, HALVINGS = 50, 30
Bend = tuple[np.ndarray, np.ndarray]


def climb(
    start: np.ndarray,
    height: Callable[[np.ndarray], float],
    bend: Callable[[np.ndarray], Bend],
    enough: float = 1e-8,
) -> tuple[np.ndarray, np.ndarray]:
    """The place where a concave function is highest, and the inverse of its curvature there.

    height : value of the function at a place.
    bend   : its gradient and its curvature (minus the second derivatives) at a place.
    enough : stops when no coordinate moves further.
    Source : Nocedal and Wright (2006), "Numerical Optimization", chapter 3.
    """
    place, reached = start, height(start)
    curve = bend(start)[1]
    for _ in range(ROUNDS):
        gradient, curve = bend(place)
        step = np.linalg.solve(curve, gradient)
        place, reached, step = _upwards(place, reached, step, height)
        if np.abs(step).max(initial=0.0) < enough:
            break
    return place, np.linalg.inv(curve)


def _upwards(
    place: np.ndarray, reached: float, step: np.ndarray, height: Callable[[np.ndarray], float]
) -> tuple[np.ndarray, float, np.ndarray]:
    for _ in range(HALVINGS):
        found = height(place + step)
        if found >= reached:
            return place + step, found, step
        step = step / 2
    return place, reached, np.zeros_like(step)
