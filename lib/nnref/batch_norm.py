"""Batch normalisation: each feature, or each channel of images, gets mean 0 and variance 1 over the batch.

Source: S. Ioffe, C. Szegedy, "Batch normalization", 2015.
"""

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_samples, check_shapes, floating


def _by_feature(x):
    """View x (N, D) or (N, C, H, W) as (groups, features, samples): a feature's samples lie on the last axis."""
    return x.T[None] if x.ndim == 2 else x.reshape(*x.shape[:2], x.shape[2] * x.shape[3])


def _back(a, shape):
    """Undo `_by_feature`."""
    return a[0].T if len(shape) == 2 else a.reshape(shape)


def _sum(a):
    """Sum of each feature; by a matrix product, which uses all cores."""
    return (a @ np.ones(a.shape[-1], a.dtype)).sum(axis=0)


def batch_norm_forward(x, gamma, beta, mean=None, var=None, eps=1e-5):
    """Return gamma · x̂ + beta with x̂ = (x - mean) / √(var + eps), and a cache.

    x (N, D) or (N, C, H, W); gamma, beta, mean, var (D,) or (C,). In training `mean` and `var` are left out and taken
    from the batch, the variance divided by the count, not by count - 1. For prediction they are given, and constants.
    Raises ValueError for an empty batch in training.
    """
    x, gamma, beta = floating(x), floating(gamma), floating(beta)
    sizes = check_shapes("batch_norm", x=(x, "N D" if x.ndim == 2 else "N C H W"))
    feature = "D" if x.ndim == 2 else "C"
    given = {} if mean is None else {"mean": (mean, feature), "var": (var, feature)}
    check_shapes("batch_norm", **{feature: sizes[feature]}, gamma=(gamma, feature), beta=(beta, feature), **given)
    values = _by_feature(x)
    count = values.shape[0] * values.shape[2]
    if mean is None:
        check_samples("batch_norm", count)
        mean = _sum(values) / x.dtype.type(count)
    else:
        count = 0  # no gradient through the statistics
        mean = floating(mean).astype(x.dtype)
    centered = values - mean[:, None]
    if var is None:
        var = np.vecdot(centered, centered).sum(axis=0) / x.dtype.type(count)
    inverse = (1 / np.sqrt(floating(var) + eps)).astype(x.dtype)
    out = centered * (gamma * inverse)[:, None]
    out += beta[:, None]
    return _back(out, x.shape), (centered, mean, var, inverse, gamma, count, x.shape)


def batch_norm_backward(dout, cache):
    """Return dx and {"gamma": Σ dout x̂, "beta": Σ dout}, given dout like x.

    dx = gamma / √(var + eps) · (dout - mean(dout) - x̂ · mean(dout x̂)): mean and variance depend on every x of the
    feature, which is why Σ dx = 0 and Σ dx x̂ ≈ 0. Where they are constants, gamma / √(var + eps) · dout remains.
    """
    centered, _, _, inverse, gamma, count, shape = cache
    dout = floating(dout)
    check_shapes("batch_norm_backward", dout=(dout, shape))
    d = _by_feature(dout)
    dbeta = _sum(d)
    dgamma = np.vecdot(d, centered).sum(axis=0) * inverse
    if count == 0:
        dx = d * (gamma * inverse)[:, None]
    else:  # in place: a batch of images is large, and each new array costs a walk through memory
        dx = centered * (-dgamma * inverse / count).astype(d.dtype)[:, None]
        dx += d
        dx -= (dbeta / count).astype(d.dtype)[:, None]
        dx *= (gamma * inverse)[:, None]
    return _back(dx, shape), {"gamma": dgamma, "beta": dbeta}


def batch_norm_naive(x, gamma, beta, mean=None, var=None, eps=1e-5):
    """The same as batch_norm_forward, feature by feature."""
    out = np.empty(np.shape(x))
    for k in range(len(gamma)):
        values = x[:, k]
        m = values.mean() if mean is None else mean[k]
        v = np.mean((values - m) ** 2) if var is None else var[k]
        out[:, k] = gamma[k] * (values - m) / np.sqrt(v + eps) + beta[k]
    return out


class BatchNorm(Layer):
    """Batch normalisation with running statistics for prediction.

    After each forward in training: running = momentum · running + (1 - momentum) · batch, with the variance as it was
    used. (PyTorch records N / (N - 1) times that variance, and calls our 1 - momentum its momentum.)
    """

    names = ("gamma", "beta")

    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):
        super().__init__(gamma, beta)
        self.momentum, self.eps = momentum, eps
        self.mean, self.var = np.zeros_like(self.params[0]), np.ones_like(self.params[0])
        self.state = [self.mean, self.var]

    @classmethod
    def standard(cls, D, dtype=np.float32):
        """Make a layer for D features or channels with gamma 1 and beta 0."""
        return cls(np.ones(D, dtype), np.zeros(D, dtype))

    def forward(self, x, train=False):
        """x (N, D) or (N, C, H, W). Returns the same shape; only training uses and records the batch's statistics."""
        if not train:
            out, self.cache = batch_norm_forward(x, *self.params, self.mean, self.var, eps=self.eps)
            return out
        out, self.cache = batch_norm_forward(x, *self.params, eps=self.eps)
        for running, batch in ((self.mean, self.cache[1]), (self.var, self.cache[2])):
            running *= self.momentum
            running += (1 - self.momentum) * batch
        return out

    def backward(self, dout):
        """dout like x. Returns the gradient of x."""
        dx, grads = batch_norm_backward(dout, self.cache)
        self.keep(grads)
        return dx
