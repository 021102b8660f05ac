"""The affine layer at every step of a sequence: the same W and b serve all N · T rows."""

import numpy as np

from nnref.affine import affine_backward, affine_forward
from nnref.layer import Layer
from nnref.shapes import check_shapes, floating


def time_affine_forward(x, W, b):
    """Return x[:, t] W + b for every step t, and a cache for the way back.

    x (N, T, D), W (D, M), b (M,). Returns out (N, T, M). Raises ValueError for shapes that do not fit.
    """
    x = floating(x)
    N, T, D, M = check_shapes("time_affine", x=(x, "N T D"), W=(W, "D M"), b=(b, "M")).values()
    out, cache = affine_forward(x.reshape(N * T, D), W, b)  # one product for all steps
    return out.reshape(N, T, M), (N, T, cache)


def time_affine_backward(dout, cache):
    """Return the gradients of a number L, given dout = dL/d out (N, T, M).

    Returns dx (N, T, D) and {"W" (D, M), "b" (M,)}, sums over samples and steps.
    """
    N, T, cache = cache
    D, M = cache[1].shape
    dout = floating(dout)
    check_shapes("time_affine_backward", N=N, T=T, M=M, dout=(dout, "N T M"))
    dx, grads = affine_backward(dout.reshape(N * T, M), cache)
    return dx.reshape(N, T, D), grads


def time_affine_naive(x, W, b):
    """The same as time_affine_forward, step by step."""
    return np.stack([x[:, t] @ W + b for t in range(x.shape[1])], axis=1)


class TimeAffine(Layer):
    """x W + b at every step."""

    names = ("W", "b")

    def __init__(self, W, b):
        super().__init__(W, b)

    def forward(self, x, train=False):
        """x (N, T, D). Returns (N, T, M)."""
        out, self.cache = time_affine_forward(x, *self.params)
        return out

    def backward(self, dout):
        """dout (N, T, M). Returns dx (N, T, D)."""
        dx, grads = time_affine_backward(dout, self.cache)
        self.keep(grads)
        return dx
