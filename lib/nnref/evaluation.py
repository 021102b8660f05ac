"""Data of a project and the scores of its model: reading IDX files, splitting, accuracy, confusion."""

import math

import numpy as np

from nnref.labels import check_labels, class_labels
from nnref.shapes import check_samples, check_shapes

IDX_TYPES = {8: ">u1", 9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}
EVALUATED_AT_ONCE = 1000  # samples: the memory of a forward pass stays small, however many there are


def load_idx(data):
    """Return the array that the bytes of an IDX file hold, such as the images and labels of MNIST.

    data : bytes, not compressed: two zero bytes, one for the type (8 unsigned byte, 9 signed byte, 11 and 12 integers
    of 2 and 4 bytes, 13 and 14 floats of 4 and 8), one for the number of axes; then the length of each axis, 4 bytes;
    then the numbers, the last axis fastest. The most significant byte of a number comes first (big-endian).
    Returns an array of these lengths. Raises ValueError for another beginning, and for bytes missing or left over.
    Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database", the IDX file format.
    """
    data = bytes(data)
    if len(data) < 4 or data[:2] != b"\0\0" or data[2] not in IDX_TYPES:
        raise ValueError(f"load_idx: found a file that begins with {data[:4].hex(' ')}; expected 00 00, type, axes")
    dtype, axes = np.dtype(IDX_TYPES[data[2]]), data[3]
    start = 4 + 4 * axes
    if len(data) < start:
        raise ValueError(
            f"load_idx: found {len(data)} bytes; expected at least {start}, for the lengths of {axes} axes"
        )
    shape = tuple(int.from_bytes(data[i : i + 4], "big") for i in range(4, start, 4))
    expected = start + math.prod(shape) * dtype.itemsize
    if len(data) != expected:
        raise ValueError(f"load_idx: found {len(data)} bytes; expected {expected}, for the shape {shape}")
    return np.frombuffer(data, dtype, offset=start).reshape(shape).astype(dtype.newbyteorder("="))


def split(X, y, fractions, rng):
    """Return the samples in parts, drawn at random: a list of pairs (X, y), one for each fraction.

    X (N, ...), y (N, ...): sample n and its target stay together. fractions : shares of N with the sum 1, such as
    (0.8, 0.2); each part is at most one sample away from its share, and every sample is in exactly one part.
    rng : np.random.Generator. Raises ValueError for fractions with another sum, or X and y that do not fit.
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"split: y has {len(y)} samples; expected {len(X)}, as many as X")
    if min(fractions, default=0) < 0 or not math.isclose(math.fsum(fractions), 1, abs_tol=1e-9):
        raise ValueError(f"split: found the fractions {tuple(fractions)}; expected shares of at least 0 with the sum 1")
    ends = np.rint(np.cumsum(fractions) * len(X)).astype(int)
    parts = np.split(rng.permutation(len(X)), ends[:-1])
    return [(X[part], y[part]) for part in parts]


def in_parts(operation, X, y):
    """Yield pairs of X (n, ...) and y (n, ...), all samples in order, a thousand at a time.

    Raises ValueError where X and y do not have as many samples, or none.
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"{operation}: y has {len(y)} samples; expected {len(X)}, as many as X")
    check_samples(operation, len(X))
    for start in range(0, len(X), EVALUATED_AT_ONCE):
        part = slice(start, start + EVALUATED_AT_ONCE)
        yield X[part], y[part]


def accuracy(model, X, y):
    """Return the share of samples whose highest score stands at the right class: a float from 0 to 1.

    model : an object with predict(X) -> scores (N, K), not training; X (N, ...); y labels (N,) or one-hot (N, K).
    Of equal scores the first counts. Raises ValueError for labels that do not fit, or no samples.
    """
    hits = [correct("accuracy", model.predict(part), t) for part, t in in_parts("accuracy", X, y)]
    return sum(hits) / len(X)


def correct(operation, scores, y):
    """Return how many of the scores (N, K) are highest at the class that y says, labels (N,) or one-hot (N, K)."""
    N, K = check_shapes(operation, scores=(scores, "N K")).values()
    return int(np.sum(np.argmax(scores, axis=1) == class_labels(operation, y, N, K)))


def confusion_matrix(t, p, K):
    """Return how many samples of class i were predicted as class j, in row i and column j.

    t true and p predicted labels (N,), whole numbers from 0 to K - 1. Returns (K, K), whole numbers with the sum N; a
    class without samples has a row of zeros. Raises ValueError for other labels or shapes.
    """
    t, p = check_labels("confusion_matrix", t, K), check_labels("confusion_matrix", p, K)
    if t.ndim != 1 or t.shape != p.shape:
        raise ValueError(f"confusion_matrix: t and p have shapes {t.shape} and {p.shape}; expected (N,) twice")
    # each pair (i, j) is the one number i K + j, and all are counted in a single pass
    return np.bincount(t * K + p, minlength=K * K).reshape(K, K)
