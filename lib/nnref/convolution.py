"""Convolution of images with filters, and its gradients.

As in every network library the filter is not flipped (cross-correlation). The plain idea stands in
`convolution_loops.py`, the usual way over one large matrix in `im2col.py`; here is the fast way:

- a few images at a time, so that their columns stay in the processor's cache and memory stays small;
- the images of such a block stand side by side on the last axis, (C, H, W, n): then each window position is a run of
  OW · n numbers in a row, for any stride and padding, and copying runs is what memory does best;
- one matrix product for each block, (F, C kh kw) @ (C kh kw, OH OW n); on the way back two.
"""

import math

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating
from nnref.windows import output_size, positions

BLOCK_BYTES = 2**23  # of columns at a time: larger blocks take more memory and no less time
BLOCK_IMAGES = 24  # and as many images at most: turning blocks of 32 or 64 back to (n, F, OH, OW) misses the cache


class Blocks:
    """The geometry of one convolution, and how it walks over the batch."""

    def __init__(self, x, W, stride, pad):
        self.N, self.C, self.H, self.W = x.shape
        self.F, _, self.kh, self.kw = W.shape
        self.stride, self.pad, self.dtype = stride, pad, np.result_type(x, W)
        self.OH = output_size("conv", self.H, self.kh, stride, pad)
        self.OW = output_size("conv", self.W, self.kw, stride, pad)
        self.K, self.P = self.C * self.kh * self.kw, self.OH * self.OW
        fitting = BLOCK_BYTES // (self.K * self.P * self.dtype.itemsize)
        self.count = -(-self.N // max(1, min(fitting, BLOCK_IMAGES)))
        largest = -(-self.N // max(1, self.count))
        self.grid = np.empty(self.C * (self.H + 2 * pad) * (self.W + 2 * pad) * largest, self.dtype)
        self.buffer = np.empty(self.K * self.P * largest, self.dtype)  # both are filled anew for each block

    def __iter__(self):
        """Yield slices that cut the batch into blocks of nearly the same size."""
        ends = [self.N * k // max(1, self.count) for k in range(self.count + 1)]
        return map(slice, ends, ends[1:])

    def empty_grid(self, n):
        """Return zeros (C, H + 2 pad, W + 2 pad, n) for n images with a border, and the part inside the border."""
        p, shape = self.pad, (self.C, self.H + 2 * self.pad, self.W + 2 * self.pad, n)
        grid = self.grid[: math.prod(shape)].reshape(shape)
        grid[...] = 0
        return grid, grid[:, p : p + self.H, p : p + self.W]

    def windows(self, grid):
        """Yield (i, j, view): for each place (i, j) of the filter the pixels (C, OH, OW, n) of the grid below it."""
        for i, j, rows, columns in positions(self.kh, self.kw, self.stride, self.OH, self.OW):
            yield i, j, grid[:, rows, columns]

    def columns(self, images):
        """Return the windows of n images as columns (C kh kw, OH OW n); valid until the next block."""
        grid, inside = self.empty_grid(len(images))
        inside[...] = images.transpose(1, 2, 3, 0)
        columns = self.buffer[: self.K * self.P * len(images)]
        apart = columns.reshape(self.C, self.kh, self.kw, self.OH, self.OW, -1)
        for i, j, view in self.windows(grid):
            apart[:, i, j] = view
        return columns.reshape(self.K, -1)

    def images(self, columns, n):
        """The way back of `columns`: add each number to the pixel that it came from. Returns a view (n, C, H, W)."""
        columns = columns.reshape(self.C, self.kh, self.kw, self.OH, self.OW, n)
        grid, inside = self.empty_grid(n)
        for i, j, view in self.windows(grid):
            view += columns[:, i, j]
        return inside.transpose(3, 0, 1, 2)


def conv_forward(x, W, b, stride=1, pad=0):
    """Return the convolution of images x with filters W, plus b, and a cache.

    x (N, C, H, W), W (F, C, kh, kw), b (F,); `pad` zeros on each side, windows `stride` pixels apart.
    Returns out (N, F, OH, OW) with OH = floor((H + 2 pad - kh) / stride) + 1:
    out[n, f, y, x] = b[f] + Σ_cij W[f, c, i, j] · x_padded[n, c, y stride + i, x stride + j].
    """
    x, W, b = floating(x), floating(W), floating(b)
    check_shapes("conv", x=(x, "N C H W"), W=(W, "F C kh kw"), b=(b, "F"))
    blocks = Blocks(x, W, stride, pad)
    out = np.empty((blocks.N, blocks.F, blocks.OH, blocks.OW), blocks.dtype)
    for part in blocks:
        product = W.reshape(blocks.F, -1) @ blocks.columns(x[part])
        product += b[:, None]
        out[part] = product.reshape(blocks.F, blocks.OH, blocks.OW, -1).transpose(3, 0, 1, 2)
    return out, (x, W, stride, pad)


def conv_backward(dout, cache):
    """Return dx (N, C, H, W) and {"W": (F, C, kh, kw), "b": (F,)}, given dout (N, F, OH, OW).

    With x as columns, out = W columns: dW = dout columnsᵀ and dcolumns = Wᵀ dout. The columns are made anew, block by
    block: that is faster than to fetch all of them from memory.
    """
    x, W, stride, pad = cache
    blocks, dout = Blocks(x, W, stride, pad), floating(dout)
    check_shapes("conv_backward", N=blocks.N, F=blocks.F, OH=blocks.OH, OW=blocks.OW, dout=(dout, "N F OH OW"))
    dx = np.empty(x.shape, blocks.dtype)
    dW, db = np.zeros((blocks.K, blocks.F), blocks.dtype), np.zeros(blocks.F, blocks.dtype)
    for part in blocks:
        columns = blocks.columns(x[part])
        d = np.ascontiguousarray(dout[part].transpose(1, 2, 3, 0), blocks.dtype).reshape(blocks.F, -1)
        dW += columns @ d.T  # the longer side first: half again as fast as d @ columns.T
        db += d.sum(axis=1)
        np.matmul(W.reshape(blocks.F, -1).T, d, out=columns)
        dx[part] = blocks.images(columns, len(dx[part]))
    return dx, {"W": dW.T.reshape(W.shape), "b": db}


class Convolution(Layer):
    """Convolution with filters W (F, C, kh, kw) and one bias for each filter."""

    names = ("W", "b")

    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(W, b)
        self.stride, self.pad = stride, pad

    @classmethod
    def he(cls, C, F, size, rng, stride=1, pad=0, dtype=np.float32):
        """Make a layer of F random filters (C, size, size), standard deviation √(2 / (C size²)), and biases of 0."""
        W = rng.normal(0, math.sqrt(2 / (C * size * size)), (F, C, size, size)).astype(dtype)
        return cls(W, np.zeros(F, dtype), stride, pad)

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, F, OH, OW)."""
        out, self.cache = conv_forward(x, *self.params, self.stride, self.pad)
        return out

    def backward(self, dout):
        """dout (N, F, OH, OW). Returns the gradient of x."""
        dx, grads = conv_backward(dout, self.cache)
        self.keep(grads)
        return dx
