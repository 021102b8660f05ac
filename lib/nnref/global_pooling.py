"""Global average pooling: one number for each channel, in the place of large affine layers at the end of a network.

Source: M. Lin, Q. Chen, S. Yan, "Network in network", 2013.
"""

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating


def global_average_pool_forward(x):
    """Return the mean (N, C) of each channel of x (N, C, H, W), and a cache."""
    x = floating(x)
    check_shapes("global_average_pool", x=(x, "N C H W"))
    if x.shape[2] * x.shape[3] == 0:
        raise ValueError(f"global_average_pool: x has shape {x.shape}; expected at least one pixel")
    return x.mean(axis=(2, 3)), x.shape


def global_average_pool_backward(dout, cache):
    """Spread dout (N, C) evenly over the pixels of each channel; return dx (N, C, H, W)."""
    N, C, H, W = cache
    dout = floating(dout)
    check_shapes("global_average_pool_backward", N=N, C=C, dout=(dout, "N C"))
    return np.broadcast_to((dout / (H * W))[:, :, None, None], cache).copy()


class GlobalAveragePooling(Layer):
    """The mean of each channel: (N, C, H, W) to (N, C)."""

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, C)."""
        out, self.cache = global_average_pool_forward(x)
        return out

    def backward(self, dout):
        """dout (N, C). Returns the gradient of x."""
        return global_average_pool_backward(dout, self.cache)
