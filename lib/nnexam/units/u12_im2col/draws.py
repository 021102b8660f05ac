"""u12_im2col: the numbers that the checks draw."""

import numpy as np


def numbered(rng, *shape):
    """Draw images whose pixels are all different whole numbers, as floats: one sees which of them went where."""
    return rng.permutation(np.arange(1.0, np.prod(shape) + 1)).reshape(shape)


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)
