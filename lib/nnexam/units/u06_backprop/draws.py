"""u06_backprop: random numbers for the cases."""

import numpy as np


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, none near ±1, of both signs, no two of the same size."""
    count = int(np.prod(shape))
    sizes = 0.3 + (np.arange(count) + rng.uniform(0.2, 0.8, count)) * 1.3 / count
    sizes = np.where(sizes > 0.85, sizes + 0.3, sizes)
    return rng.permutation(sizes.round(2) * np.resize([-1, 1], count)).reshape(shape)


def numbers(rng, count):
    return [float(x) for x in away_from_zero(rng, count)]
