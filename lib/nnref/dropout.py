"""Dropout: in training, a random share of the numbers becomes 0, so that no unit can rely on another."""

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating


def _check_ratio(ratio):
    if not 0 <= ratio < 1:
        raise ValueError(f"dropout: found ratio {ratio}; expected 0 <= ratio < 1")


def dropout_forward(x, ratio, rng):
    """Return x with each number dropped with probability `ratio` or divided by 1 - ratio, and a cache for the way back.

    x of any shape; 0 <= ratio < 1; rng np.random.Generator. The division keeps the mean of each number, so that
    nothing has to be scaled when the network is used (inverted dropout). Raises ValueError for another ratio.
    Source: N. Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014.
    """
    _check_ratio(ratio)
    x = floating(x)
    keep = rng.random(x.shape, np.float32) >= ratio  # float32 draws: twice as fast, and fine enough
    mask = keep * x.dtype.type(1 / (1 - ratio))
    return x * mask, mask


def dropout_backward(dout, cache):
    """Return the gradient of x: dout times the mask of the way forward."""
    mask = cache
    check_shapes("dropout_backward", dout=(dout, mask.shape))
    return floating(dout) * mask


class Dropout(Layer):
    """Dropout in training, with a new mask at every call; otherwise the values of x in a new array."""

    def __init__(self, ratio, rng):
        _check_ratio(ratio)
        super().__init__()
        self.ratio, self.rng = ratio, rng

    def forward(self, x, train=False):
        """x of any shape. Returns an array of that shape."""
        if train:
            out, self.cache = dropout_forward(x, self.ratio, self.rng)
            return out
        out = floating(x).copy()
        self.cache = np.broadcast_to(out.dtype.type(1), out.shape)  # a mask of ones that takes no memory
        return out

    def backward(self, dout):
        """dout in the shape of x. Returns the gradient of x."""
        return dropout_backward(dout, self.cache)
