"""Losses: one number that says how wrong the predictions are, a mean over the samples, and its gradient.

Labels t are whole numbers (N,) or one-hot (N, K). `dout` is a number: 1, or the gradient from what follows the loss.
"""

import math

import numpy as np

from nnref.labels import class_labels
from nnref.shapes import check_samples, check_shapes, floating


def _number(operation, dout, dtype):
    """Return the upstream gradient, a number, in the type of the predictions."""
    check_shapes(operation, dout=(dout, ""))
    return floating(dout).astype(dtype)


def mse(y, t):
    """Return the mean squared error, as mse_forward without the cache."""
    return mse_forward(y, t)[0]


def mse_forward(y, t):
    """Return the mean of (y - t)² over all numbers, not only over the samples, and a cache for the way back.

    y, t : predictions and targets, both of the same shape (N, ...). The loss has the type of y.
    Raises ValueError for different shapes ((N,) against (N, 1) would make (N, N)), or an empty batch.
    """
    y = floating(y)
    t = floating(t).astype(y.dtype, copy=False)
    check_shapes("mse", t=(t, y.shape))
    check_samples("mse", y.size)
    error = y - t
    return np.mean(error * error), error


def mse_backward(dout, cache):
    """Return the gradient of y, in its shape: dout · 2 (y - t) / size, where size is how many numbers y has."""
    error = cache
    return error * (_number("mse_backward", dout, error.dtype) * 2 / error.size)


def cross_entropy(p, t):
    """Return the mean cross entropy of probabilities, as cross_entropy_forward without the cache."""
    return cross_entropy_forward(p, t)[0]


def cross_entropy_forward(p, t):
    """Return -1/N Σ_n log p[n, t_n] and a cache for the way back.

    p (N, K) probabilities, each row with sum 1; t (N,) or (N, K). The loss has the type of p.
    A probability of 0 counts as the smallest normal number (2e-308, or 1e-38 in float32), so that the loss is finite.
    Raises ValueError for shapes or labels that do not fit, or an empty batch.
    """
    p = floating(p)
    N, K = check_shapes("cross_entropy", p=(p, "N K")).values()
    t = class_labels("cross_entropy", t, N, K)
    check_samples("cross_entropy", N)
    chosen = np.maximum(p[np.arange(N), t], np.finfo(p.dtype).tiny)
    return -np.mean(np.log(chosen)), (p.shape, t, chosen)


def cross_entropy_backward(dout, cache):
    """Return the gradient of p (N, K): -dout / (N p) in the column of the label, 0 elsewhere."""
    (N, K), t, chosen = cache
    dp = np.zeros((N, K), chosen.dtype)
    dp[np.arange(N), t] = -_number("cross_entropy_backward", dout, dp.dtype) / N / chosen
    return dp


def softmax_cross_entropy(z, t):
    """Return the mean cross entropy of scores, as softmax_cross_entropy_forward without the cache."""
    return softmax_cross_entropy_forward(z, t)[0]


def softmax_cross_entropy_forward(z, t):
    """Return 1/N Σ_n (log Σ_k exp z[n, k] - z[n, t_n]) and a cache for the way back.

    z (N, K) scores, any numbers; t (N,) or (N, K). The loss has the type of z.
    The logarithm of the softmax is never taken of a number that could be 0: the row's largest score is subtracted
    before exp, which changes no difference of scores.
    Raises ValueError for shapes or labels that do not fit, or an empty batch.
    """
    z = floating(z)
    N, K = check_shapes("softmax_cross_entropy", z=(z, "N K")).values()
    t = class_labels("softmax_cross_entropy", t, N, K)
    check_samples("softmax_cross_entropy", N)
    e = z - z.max(axis=1, keepdims=True)
    chosen = e[np.arange(N), t]
    np.exp(e, out=e)  # in place: one (N, K) array for everything
    total = e @ np.ones(K, e.dtype)  # the sum of each row, by a matrix product: faster than sum over short rows
    return np.mean(np.log(total) - chosen), (e, total, t)


def softmax_cross_entropy_backward(dout, cache):
    """Return the gradient of z (N, K): dout (softmax(z) - one_hot(t)) / N."""
    e, total, t = cache
    N = len(e)
    share = _number("softmax_cross_entropy_backward", dout, e.dtype) / N
    dz = e * (share / total)[:, np.newaxis]  # the softmax is divided and multiplied in one pass
    dz[np.arange(N), t] -= share
    return dz


def softmax_cross_entropy_naive(z, t):
    """The same as softmax_cross_entropy, row by row; t (N,)."""
    loss = 0.0
    for scores, label in zip(z, t, strict=True):
        largest = max(scores)
        loss += math.log(sum(math.exp(s - largest) for s in scores)) - (scores[label] - largest)
    return loss / len(z)
