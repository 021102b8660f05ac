"""A fully connected network, forward only, and how its data are made ready."""

import numpy as np

from nnref.affine import affine
from nnref.labels import check_labels
from nnref.shapes import at_least_1, check_samples, check_shapes, floating


def layer_shapes(sizes, N):
    """Return the shapes in each layer for N samples: a list of (x, W, b, out), as ((N, D), (D, M), (M,), (N, M)).

    sizes : numbers of neurons, inputs first; [3, 4, 2] has two layers.
    """
    return [((N, D), (D, M), (M,), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


def mlp_forward(X, params, activation):
    """Return the scores (N, K) of a network: activation(x W + b) layer after layer, the last one without activation.

    X (N, D); params a list of pairs (W, b), one for each layer, W (D, M) and b (M,) with M the D of the next;
    activation a function of an array. Raises ValueError for no layers, or shapes that do not fit.
    """
    if not params:
        raise ValueError("mlp_forward: found no layers; expected at least one pair (W, b)")
    for W, b in params[:-1]:
        X = activation(affine(X, W, b))
    return affine(X, *params[-1])


def one_hot(y, K):
    """Return rows (N, K) of zeros with a 1 in column y[n], also for classes that do not occur; float64.

    y : whole numbers from 0 to K - 1, (N,) or a column (N, 1). Raises ValueError for other labels or shapes.
    """
    y = np.asarray(y)
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    check_shapes("one_hot", y=(y, "N"))
    out = np.zeros((len(y), K))
    out[np.arange(len(y)), check_labels("one_hot", y, K)] = 1
    return out


def standardize(X, mean=None, std=None):
    """Return (X - mean) / std by columns, and the mean (D,) and std (D,) that were used.

    X (N, D). Without mean and std they are those of X; for test data, give those of the training data.
    A column that never varies gets std 1, not 0.
    Raises ValueError for shapes that do not fit, or where mean or std shall be learnt from no samples.
    """
    X = floating(X)
    sizes = check_shapes("standardize", X=(X, "N D"))
    if mean is None or std is None:
        check_samples("standardize", sizes["N"])
    if mean is None:
        mean = X.mean(axis=0, dtype=np.float64)  # a sum of many float32 numbers loses digits
    if std is None:
        std = X.std(axis=0)
        std[X.min(axis=0) == X.max(axis=0)] = 1  # compared as values: rounding can leave a tiny std
    mean, std = floating(mean).astype(X.dtype), floating(std).astype(X.dtype)
    check_shapes("standardize", X=(X, "N D"), mean=(mean, "D"), std=(std, "D"))
    std[std == 0] = 1
    out = X - mean
    out /= std
    return out, mean, std


def batch_iter(X, y, size, rng):
    """Go once through all samples in random order: yield pairs of `size` rows of X and the same rows of y.

    X (N, ...), y (N, ...), not changed; the last batch is smaller where size does not divide N; another call gives
    another order. rng : np.random.Generator.
    Raises ValueError where X and y do not have as many samples, or for a size below 1.
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"batch_iter: y has {len(y)} samples; expected {len(X)}, as many as X")
    at_least_1("batch_iter", "size", size)
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        chosen = order[start : start + size]
        yield X[chosen], y[chosen]
