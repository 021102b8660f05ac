"""The affine (fully connected) layer: every output is a weighted sum of all inputs, plus a bias."""

import math

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating


def affine(x, W, b):
    """Return x W + b.

    x (N, D), W (D, M), b (M,). Returns out (N, M). Raises ValueError for shapes that do not fit.
    """
    x, W, b = floating(x), floating(W), floating(b)
    check_shapes("affine", x=(x, "N D"), W=(W, "D M"), b=(b, "M"))
    out = x @ W
    out += b  # in place: one (N, M) array less
    return out


def affine_forward(x, W, b):
    """Return affine(x, W, b) and a cache for the way back."""
    return affine(x, W, b), (floating(x), floating(W))


def affine_backward(dout, cache):
    """Return the gradients of a number L, given dout = dL/d out.

    dout (N, M). Returns dx (N, D) = dout Wᵀ and {"W": xᵀ dout (D, M), "b": Σ_n dout_n (M,)}.
    """
    x, W = cache
    dout = floating(dout)
    check_shapes("affine_backward", x=(x, "N D"), W=(W, "D M"), dout=(dout, "N M"))
    return dout @ W.T, {"W": x.T @ dout, "b": dout.sum(axis=0)}


def affine_naive(x, W, b):
    """The same as affine_forward, number by number: out[n, m] = Σ_d x[n, d] W[d, m] + b[m]."""
    (N, D), M = np.shape(x), np.shape(W)[1]
    out = np.zeros((N, M))
    for n in range(N):
        for m in range(M):
            out[n, m] = sum(x[n, d] * W[d, m] for d in range(D)) + b[m]
    return out


class Affine(Layer):
    """x W + b. An input of more axes, such as images, is taken as N rows, and its shape restored on the way back."""

    names = ("W", "b")

    def __init__(self, W, b):
        super().__init__(W, b)

    @classmethod
    def he(cls, D, M, rng, dtype=np.float32):
        """Return a layer with random weights of variance 2 / D (He) and a bias of zero."""
        from nnref.initializers import he  # here, since a unit may be given this module without that one

        return cls(he((D, M), D, rng, dtype), np.zeros(M, dtype))

    def forward(self, x, train=False):
        """x (N, ...) with D numbers for each sample. Returns (N, M)."""
        self.shape = np.shape(x)
        out, self.cache = affine_forward(np.reshape(x, (len(x), math.prod(self.shape[1:]))), *self.params)
        return out

    def backward(self, dout):
        """dout (N, M). Returns the gradient of x, in the shape of x."""
        dx, grads = affine_backward(dout, self.cache)
        self.keep(grads)
        return dx.reshape(self.shape)
