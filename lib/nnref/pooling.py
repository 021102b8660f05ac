"""Pooling: one number for each window of each channel, and the gradients.

Windows are square, `size` pixels wide, `stride` pixels apart (None: side by side). Pixels of the border never count:
they are -∞ for the maximum, and left out of the average.
"""

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating
from nnref.windows import output_size, pad_images, positions


def _geometry(operation, x, size, stride, pad):
    """Return (OH, OW, positions as a list); raise ValueError for settings that make no sense."""
    sizes = check_shapes(operation, x=(x, "N C H W"))
    stride = size if stride is None else stride
    OH, OW = (output_size(operation, sizes[side], size, stride, pad) for side in "HW")
    if pad > size // 2:
        raise ValueError(f"{operation}: found pad {pad}; expected at most {size // 2}, half of a window of {size}")
    return OH, OW, list(positions(size, size, stride, OH, OW))


def max_pool_forward(x, size, stride=None, pad=0):
    """Return the largest number of each window, and a cache.

    x (N, C, H, W). Returns out (N, C, OH, OW) with OH = floor((H + 2 pad - size) / stride) + 1.
    """
    x = floating(x)
    OH, OW, places = _geometry("max_pool", x, size, stride, pad)
    padded = pad_images(x, pad, -np.inf)
    out = np.full((*x.shape[:2], OH, OW), -np.inf, x.dtype)
    for _, _, rows, columns in places:
        np.maximum(out, padded[:, :, rows, columns], out=out)
    return out, (x, out.copy(), places, pad)


def max_pool_backward(dout, cache):
    """Send each dout (N, C, OH, OW) to the pixel that was the largest of its window; return dx (N, C, H, W).

    Of several equal pixels the first gets it, row by row. A pixel that won several windows gets the sum.
    """
    x, out, places, pad = cache
    dout = floating(dout)
    check_shapes("max_pool_backward", **dict(zip("NCHW", out.shape, strict=True)), dout=(dout, "N C H W"))
    padded = pad_images(x, pad, -np.inf)
    dx = np.zeros(padded.shape, dout.dtype)
    waiting = np.ones(out.shape, bool)  # windows whose winner is not found yet
    for _, _, rows, columns in places:
        won = padded[:, :, rows, columns] == out
        won &= waiting
        waiting ^= won
        dx[:, :, rows, columns] += dout * won
    return _inside(dx, pad)


def average_pool_forward(x, size, stride=None, pad=0):
    """Return the mean of each window's pixels, and a cache.

    x (N, C, H, W). Returns out (N, C, OH, OW). Where a window reaches over the border, the mean is over fewer pixels.
    """
    x = floating(x)
    OH, OW, places = _geometry("average_pool", x, size, stride, pad)
    padded, inside = pad_images(x, pad), pad_images(np.ones((1, 1, *x.shape[2:]), x.dtype), pad)
    out, share = np.zeros((*x.shape[:2], OH, OW), x.dtype), np.zeros((OH, OW), x.dtype)
    for _, _, rows, columns in places:
        out += padded[:, :, rows, columns]
        share += inside[0, 0, rows, columns]
    share = 1 / share
    out *= share
    return out, (padded.shape, share, places, pad)


def average_pool_backward(dout, cache):
    """Spread each dout (N, C, OH, OW) evenly over the pixels of its window; return dx (N, C, H, W)."""
    shape, share, places, pad = cache
    dout = floating(dout)
    OH, OW = share.shape
    check_shapes("average_pool_backward", N=shape[0], C=shape[1], OH=OH, OW=OW, dout=(dout, "N C OH OW"))
    dx = np.zeros(shape, dout.dtype)
    each = dout * share.astype(dout.dtype)
    for _, _, rows, columns in places:
        dx[:, :, rows, columns] += each
    return _inside(dx, pad)


def _inside(dx, pad):
    """dx (N, C, H + 2 pad, W + 2 pad) without its border."""
    return dx if pad == 0 else dx[:, :, pad:-pad, pad:-pad].copy()


class MaxPooling(Layer):
    """The largest number of each window."""

    def __init__(self, size, stride=None, pad=0):
        super().__init__()
        self.settings = size, stride, pad

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, C, OH, OW)."""
        out, self.cache = max_pool_forward(x, *self.settings)
        return out

    def backward(self, dout):
        """dout (N, C, OH, OW). Returns the gradient of x."""
        return max_pool_backward(dout, self.cache)


class AveragePooling(MaxPooling):
    """The mean of each window."""

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, C, OH, OW)."""
        out, self.cache = average_pool_forward(x, *self.settings)
        return out

    def backward(self, dout):
        """dout (N, C, OH, OW). Returns the gradient of x."""
        return average_pool_backward(dout, self.cache)


class Flatten(Layer):
    """(N, C, H, W) to (N, C H W), and back."""

    def forward(self, x, train=False):
        """x (N, ...). Returns (N, D)."""
        x = floating(x)
        self.cache = x.shape
        return x.reshape(len(x), int(np.prod(x.shape[1:]))).copy()

    def backward(self, dout):
        """dout (N, D). Returns (N, ...)."""
        return floating(dout).reshape(self.cache).copy()
