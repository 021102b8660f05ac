"""u19_ssd: random boxes for the cases."""

import numpy as np


def corners(rng, count):
    """Draw boxes (count, 4) inside the unit square, with sides of 0.15 to 0.5, in two digits."""
    low = rng.uniform(0, 0.5, (count, 2)).round(2)
    return np.concatenate([low, low + rng.uniform(0.15, 0.5, (count, 2)).round(2)], axis=1)


def stripes(*ends):
    """Boxes of height 1 from x = 0 to these places: the IoU of two is the shorter length by the longer one."""
    return np.array([[0.0, 0.0, end, 1.0] for end in ends])
