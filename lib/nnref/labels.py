"""Class labels: whole numbers from 0 to K - 1, one for each sample."""

import numpy as np

from nnref.shapes import check_shapes


def check_labels(operation, t, K):
    """Return the labels t, of any shape, as an array of whole numbers.

    Raises ValueError for anything but whole numbers from 0 to K - 1: a label of -1 would silently mean the last class.
    """
    t = np.asarray(t)
    if t.dtype.kind not in "iubf":
        raise ValueError(f"{operation}: found labels of {t.dtype}; expected whole numbers")
    wrong = (t < 0) | (t >= K)
    if t.dtype.kind == "f":
        wrong |= t != np.floor(t)
    if wrong.any():
        raise ValueError(f"{operation}: found the label {t[wrong][0]}; expected whole numbers from 0 to {K - 1}")
    return t.astype(np.intp)


def class_labels(operation, t, N, K):
    """Return the labels (N,) that t says: whole numbers (N,), or one-hot rows (N, K).

    Raises ValueError for other shapes, labels outside 0 to K - 1, and rows that are not one 1 among zeros.
    """
    t = np.asarray(t)
    check_shapes(operation, N=N, K=K, t=(t, "N K" if t.ndim == 2 else "N"))
    if t.ndim == 1:
        return check_labels(operation, t, K)
    if ((t == 1).sum(axis=1) != 1).any() or np.count_nonzero(t) != N:
        raise ValueError(f"{operation}: found rows of t that are not one-hot; expected a single 1 among zeros")
    return t.argmax(axis=1)
