"""Convolution of images with filters, and its gradients.

As in every network library the filter is not flipped (cross-correlation). The plain idea stands in
`convolution_loops.py`, the usual way over one large matrix in `im2col.py`; here is the fast way:

- im2col copies each pixel kh kw times. Here it is copied kw times only: the rows of an image, each shifted to the kw
  places of the filter, lie below each other, (H, kw C, OW). The window of an output row, kh rows, is then one piece
  of memory that NumPy sees as a matrix (kh kw C, OW) without copying it, though it shares rows with the next one;
- the way back is the same in reverse: one product gives the gradient of a shifted row, kw additions that of the image;
- a few images at a time, side by side on the last axis, so that they stay in the processor's cache and each product
  is large: (F, kh kw C) @ (kh kw C, OW n) for each output row.
"""

import math

import numpy as np

from nnref.layer import Layer
from nnref.shapes import check_shapes, floating
from nnref.windows import output_size

BLOCK_BYTES = 2**23  # of shifted rows at a time: larger blocks take more memory and no less time
BLOCK_IMAGES = 56  # and as many images at most: turning larger blocks back to (n, F, OH, OW) misses the cache


class Blocks:
    """The geometry of one convolution, how it walks over the batch, and the arrays that each block fills anew."""

    def __init__(self, x, W, stride, pad):
        self.N, self.C, self.H, self.W = x.shape
        self.F, _, self.kh, self.kw = W.shape
        self.stride, self.pad, self.dtype = stride, pad, np.result_type(x, W)
        self.OH = output_size("conv", self.H, self.kh, stride, pad)
        self.OW = output_size("conv", self.W, self.kw, stride, pad)
        self.K, self.shifts = self.kh * self.kw * self.C, self.kw * self.C
        fitting = BLOCK_BYTES // (self.H * self.shifts * self.OW * self.dtype.itemsize)
        self.count = -(-self.N // max(1, min(fitting, BLOCK_IMAGES)))
        self.arrays = {}

    def __iter__(self):
        """Yield slices that cut the batch into blocks of nearly the same size."""
        ends = [self.N * k // max(1, self.count) for k in range(self.count + 1)]
        return map(slice, ends, ends[1:])

    def array(self, name, *shape):
        """Return the array of that name, the same memory for each block: new memory costs as much as filling it."""
        size = math.prod(shape)
        if name not in self.arrays or self.arrays[name].size < size:
            self.arrays[name] = np.empty(size, self.dtype)
        return self.arrays[name][:size].reshape(shape)

    def shifted(self, grid):
        """Yield (j, view): for each column j of the filter the pixels (rows, C, OW, n) of the grid below it."""
        for j in range(self.kw):
            yield j, grid[:, :, j : j + self.stride * self.OW : self.stride]

    def windows(self, images):
        """Return the windows of n images as a matrix for each output row, (OH, kh kw C, OW n); read only."""
        p, n = self.pad, len(images)
        grid = self.array("grid", self.H + 2 * p, self.C, self.W + 2 * p, n)
        grid[...] = 0
        grid[p : p + self.H, :, p : p + self.W] = images.transpose(2, 1, 3, 0)
        rows = self.array("rows", self.H + 2 * p, self.kw, self.C, self.OW, n)
        for j, view in self.shifted(grid):
            rows[:, j] = view
        rows = rows.reshape(self.H + 2 * p, self.shifts, self.OW * n)
        overlapping = np.lib.stride_tricks.sliding_window_view(rows, self.kh, axis=0)[:: self.stride]
        return overlapping.transpose(0, 3, 1, 2).reshape(self.OH, self.K, self.OW * n)

    def images(self, W, d):
        """The way back of `windows` and the product with W: the gradient of n images, from d (OH, F, OW n).

        Row y of an image lies under row i of the filter for output row (y + pad - i) / stride: neighbours of d, as i
        goes down. Returns a view (n, C, H, W), valid until the next block.
        """
        p, s, n = self.pad, self.stride, d.shape[2] // self.OW
        upwards = np.ascontiguousarray(W.transpose(3, 1, 2, 0)[:, :, ::-1]).reshape(self.shifts, self.kh, self.F)
        rows = self.array("rows", self.H, self.shifts, self.OW * n)
        for y in range(self.H):
            first, end = max(0, -(-(y + p - self.kh + 1) // s)), min(self.OH, (y + p) // s + 1)
            i = y + p - s * first
            weights = upwards[:, self.kh - 1 - i :: s][:, : max(0, end - first)].reshape(self.shifts, -1)
            np.matmul(weights, d[first:end].reshape(-1, self.OW * n), out=rows[y])
        grid = self.array("grid", self.H, self.C, self.W + 2 * p, n)
        grid[...] = 0
        for j, view in self.shifted(grid):
            view += rows.reshape(self.H, self.kw, self.C, self.OW, n)[:, j]
        return grid[:, :, p : p + self.W].transpose(3, 1, 0, 2)


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
    weights = W.transpose(0, 2, 3, 1).reshape(blocks.F, blocks.K)
    for part in blocks:
        windows = blocks.windows(x[part])
        product = np.matmul(weights, windows, out=blocks.array("out", blocks.OH, blocks.F, windows.shape[2]))
        product += b[:, None]
        out[part] = product.reshape(blocks.OH, blocks.F, blocks.OW, -1).transpose(3, 1, 0, 2)
    return out, (x, W, stride, pad)


def conv_backward(dout, cache):
    """Return dx (N, C, H, W) and {"W": (F, C, kh, kw), "b": (F,)}, given dout (N, F, OH, OW).

    With x as windows, out = W windows: dW = dout windowsᵀ and dwindows = Wᵀ dout. The windows are made anew, block by
    block: that is as fast as to fetch all of them from memory.
    """
    x, W, stride, pad = cache
    blocks, dout = Blocks(x, W, stride, pad), floating(dout)
    check_shapes("conv_backward", N=blocks.N, F=blocks.F, OH=blocks.OH, OW=blocks.OW, dout=(dout, "N F OH OW"))
    dx = np.empty(x.shape, blocks.dtype)
    dW, db = np.zeros((blocks.K, blocks.F), blocks.dtype), np.zeros(blocks.F, blocks.dtype)
    for part in blocks:
        windows = blocks.windows(x[part])
        d = blocks.array("out", blocks.OH, blocks.F, windows.shape[2])
        d.reshape(blocks.OH, blocks.F, blocks.OW, -1)[...] = dout[part].transpose(2, 1, 3, 0)
        dW += (windows @ d.transpose(0, 2, 1)).sum(axis=0)  # the longer side first: half again as fast
        db += d.sum(axis=(0, 2))
        dx[part] = blocks.images(W, d)
    dW = dW.T.reshape(blocks.F, blocks.kh, blocks.kw, blocks.C).transpose(0, 3, 1, 2)
    return dx, {"W": np.ascontiguousarray(dW), "b": db}


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
