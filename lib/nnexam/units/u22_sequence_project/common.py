"""What the exercises of the unit share."""

import numpy as np

from nnexam.model import Text

UNTOUCHED = Text("the arguments are left untouched", "인수를 바꾸지 않음")


def numbers(rng, *shape):
    """Draw numbers with two digits and 0.2 <= |x| <= 1.2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.2, 1.2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)
