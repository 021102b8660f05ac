"""Arrays: what they are made of, rows and columns, and the angle between two vectors."""

import numpy as np

from nnref.shapes import check_shapes, floating


def describe(a):
    """Return (shape, number of axes, name of the dtype) of an array or list of any shape, as ((2, 3), 2, "float64")."""
    a = np.asarray(a)
    return a.shape, a.ndim, a.dtype.name


def row_and_column(v):
    """Return the numbers of v (D,) as a row (1, D) and as a column (D, 1): two new arrays of the same dtype.

    Transposing does not do it: an array of one axis is its own transpose.
    """
    v = np.asarray(v)
    check_shapes("row_and_column", v=(v, "D"))
    return v[np.newaxis, :].copy(), v[:, np.newaxis].copy()


def cosine(u, v):
    """Return the cosine of the angle between u (D,) and v (D,): u · v / (|u| |v|), a number from -1 to 1.

    A vector of zeros has no direction; its cosine with any vector is 0 here. The length of u and v does not matter.
    Raises ValueError for shapes that do not fit.
    """
    u, v = floating(u), floating(v)
    check_shapes("cosine", u=(u, "D"), v=(v, "D"))
    if not (u.any() and v.any()):
        return np.result_type(u, v).type(0)
    u, v = u / np.abs(u).max(), v / np.abs(v).max()  # no square overflows or vanishes
    return np.clip(u @ v / (np.linalg.norm(u) * np.linalg.norm(v)), -1, 1)  # rounding can leave 1.0000000000000002
