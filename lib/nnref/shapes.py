"""What every operation does first: see that its arrays are numbers of the right shape.

Shapes are written in words: ``"N D"`` is any 2-D array, and letters that stand twice in a call must agree.
"""

from functools import lru_cache
from itertools import islice

import numpy as np


def floating(x):
    """Return x as an array of floats: x itself where it is one, float64 for whole numbers and truth values.

    Raises ValueError for anything else (text, complex numbers).
    """
    x = np.asarray(x)
    if x.dtype.kind == "f":
        return x
    if x.dtype.kind not in "iub":
        raise ValueError(f"found an array of {x.dtype}; expected real numbers")
    return x.astype(np.float64)


def check_shapes(operation, **named):
    """Compare shapes with words, in order; return the size of each letter as a dict.

    named : array=(array, words), or letter=size to fix a letter beforehand. A word is a letter or a whole number;
    a shape may stand in the place of words, such as that of another array.
    Raises ValueError such as ``affine: W has shape (3, 4); expected (D=5, M)``.
    """
    sizes = {}
    for name, value in named.items():
        if isinstance(value, int):
            sizes[name] = value
            continue
        array, words, before = value[0], _words(value[1]), len(sizes)
        shape = array.shape if isinstance(array, np.ndarray) else np.shape(array)
        fits = len(shape) == len(words)
        for (word, number), size in zip(words, shape, strict=False):
            fits &= (sizes.setdefault(word, size) if number is None else number) == size
        if not fits:
            known = dict(islice(sizes.items(), before))
            expected = ", ".join(f"{word}={known[word]}" if word in known else word for word, _ in words)
            comma = "," if len(words) == 1 else ""
            raise ValueError(f"{operation}: {name} has shape {shape}; expected ({expected}{comma})")
    return sizes


@lru_cache(1000)
def _words(shape):
    """Return the words of a shape, each with its number (None: a letter). Layers ask for the same ones each time."""
    words = shape.split() if isinstance(shape, str) else map(str, shape)
    return tuple((word, int(word) if word.isdigit() else None) for word in words)


def at_least_1(operation, name, value):
    """Return a size as Python's own whole number; raise ValueError for anything else, and below 1."""
    if not isinstance(value, (int, np.integer)) or value < 1:
        raise ValueError(f"{operation}: found {name} {value!r}; expected a whole number of at least 1")
    return int(value)  # NumPy's 32 bits would overflow


def check_samples(operation, N):
    """Raise ValueError where a mean over N samples is asked of none."""
    if N == 0:
        raise ValueError(f"{operation}: found an empty batch; expected at least one sample")
