"""The last layer of SSD: a 3×3 convolution on each feature map answers for the default boxes of every place."""

import numpy as np

from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.shapes import check_shapes, floating


def prior_rows_forward(x, A):
    """Return the numbers of a feature map as one row for each default box, and a cache.

    x (N, A · D, H, W), whose channels are D numbers for the first of the A boxes of a place, then for the second, and
    so on. Returns (N, H · W · A, D) in the order of default_boxes: row i, column j, ratio a.
    Raises ValueError for channels that A does not divide.
    """
    x = floating(x)
    N, C, H, W = check_shapes("prior_rows", x=(x, "N C H W")).values()
    if A < 1 or C % A:
        raise ValueError(f"prior_rows: found {C} channels for {A} boxes of a place; expected a multiple")
    rows = x.reshape(N, A, C // A, H, W).transpose(0, 3, 4, 1, 2)
    return rows.copy().reshape(N, H * W * A, C // A), (N, A, C // A, H, W)


def prior_rows_backward(dout, cache):
    """Return the gradient of x (N, A · D, H, W), given dout (N, H · W · A, D): every number goes back to its place."""
    N, A, D, H, W = cache
    dout = floating(dout)
    check_shapes("prior_rows_backward", N=N, HWA=H * W * A, D=D, dout=(dout, "N HWA D"))
    return dout.reshape(N, H, W, A, D).transpose(0, 3, 4, 1, 2).copy().reshape(N, A * D, H, W)


def prior_rows_naive(x, A):
    """The same as prior_rows_forward, box by box."""
    N, C, H, W = np.shape(x)
    D = C // A
    places = [(i, j, a) for i in range(H) for j in range(W) for a in range(A)]
    rows = [x[:, a * D : (a + 1) * D, i, j] for i, j, a in places]
    return np.stack(rows, axis=1)


class SSDHead(Composite):
    """Scores and offsets for all default boxes, from several feature maps.

    convolutions : one for each map, keeping height and width, of A · (K + 1 + 4) filters: for each of the A boxes of a
    place its K + 1 scores, background first, then its 4 offsets. One convolution gives both: one product, not two.
    """

    def __init__(self, convolutions, A):
        super().__init__(convolutions)
        self.A = A

    @classmethod
    def he(cls, channels, A, K, rng, dtype=np.float32):
        """Make a head for maps of the given channels (one number for each map), A boxes a place and K classes."""
        return cls([Convolution.he(C, A * (K + 5), 3, rng, pad=1, dtype=dtype) for C in channels], A)

    def forward(self, maps, train=False):
        """maps : one (N, C, H, W) for each convolution. Returns cls (N, P, K + 1) and loc (N, P, 4)."""
        if len(maps) != len(self.layers):
            raise ValueError(f"SSDHead: found {len(maps)} feature maps; expected {len(self.layers)}")
        outs = [layer.forward(x, train) for layer, x in zip(self.layers, maps, strict=True)]
        rows, self.cache = zip(*(prior_rows_forward(out, self.A) for out in outs), strict=True)
        rows = np.concatenate(rows, axis=1)
        return rows[..., :-4], rows[..., -4:]

    def backward(self, dout):
        """dout : the pair dcls, dloc. Returns the gradient of each map, a list."""
        dcls, dloc = dout
        drows = np.concatenate([dcls, dloc], axis=2)
        ends = np.cumsum([A * H * W for _, A, _, H, W in self.cache])
        parts = np.split(drows, ends[:-1], axis=1)
        douts = [prior_rows_backward(part, cache) for part, cache in zip(parts, self.cache, strict=True)]
        return [layer.backward(d) for layer, d in zip(self.layers, douts, strict=True)]
