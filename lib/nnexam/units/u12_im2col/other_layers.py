"""u12_im2col: the layers, each written in another style; alternatives.py records them."""

from itertools import product

import numpy as np
from nnref.convolution_loops import conv2d_naive_backward
from numpy.lib.stride_tricks import sliding_window_view

from .other_columns import bordered, by_einsum, by_view, counted, window_by_window


class ConvolutionBase:
    def __init__(self, W, b, stride=1, pad=0):
        self.params = [W, b]
        self.grads = [np.zeros(W.shape), np.zeros(b.shape)]
        self.stride, self.pad = stride, pad

    def forward(self, x):
        self.x = x
        return by_einsum(x, *self.params, self.stride, self.pad)[0]


class LoopConvolution(ConvolutionBase):
    def backward(self, dout):
        W, _ = self.params
        dx, dW, db = conv2d_naive_backward(dout, self.x, W, self.stride, self.pad)
        self.grads[0][:] = dW
        self.grads[1][:] = db
        return dx


class EinsumConvolution(ConvolutionBase):
    def backward(self, dout):
        W, _ = self.params
        col = by_view(self.x, *W.shape[2:], self.stride, self.pad).reshape(-1, *dout.shape[2:], *W.shape[1:])
        np.einsum("nfyx,nyxcij->fcij", dout, col, out=self.grads[0])
        np.einsum("nfyx->f", dout, out=self.grads[1])
        dcol = np.einsum("nfyx,fcij->nyxcij", dout, W).reshape(-1, W[0].size)
        return counted(dcol, self.x.shape, *W.shape[2:], self.stride, self.pad)


class StretchedConvolution(ConvolutionBase):
    """dx as a convolution of the stretched dout with the flipped filters."""

    def backward(self, dout):
        W, _ = self.params
        (N, C, H, width), (F, _, kh, kw), s, p = self.x.shape, W.shape, self.stride, self.pad
        OH, OW = dout.shape[2:]
        apart = np.zeros((N, F, H + 2 * p + kh - 1, width + 2 * p + kw - 1))
        apart[:, :, kh - 1 : kh - 1 + s * OH : s, kw - 1 : kw - 1 + s * OW : s] = dout
        windows = sliding_window_view(bordered(self.x, p), (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
        self.grads[0][...] = np.tensordot(dout, windows, axes=((0, 2, 3), (0, 2, 3)))
        self.grads[1][...] = dout.reshape(N, F, -1).sum(axis=(0, 2))
        dx, _ = by_einsum(apart, W.swapaxes(0, 1)[:, :, ::-1, ::-1], np.zeros(C))
        return dx[:, :, p : p + H, p : p + width]


class ImageConvolution(ConvolutionBase):
    """One image after the other; the gradients are cleared first, then added up."""

    def backward(self, dout):
        W, _ = self.params
        for grad in self.grads:
            grad.fill(0)
        dx = np.empty(self.x.shape, dtype=np.float32)
        for n in range(len(self.x)):
            col = by_view(self.x[n : n + 1], *W.shape[2:], self.stride, self.pad)
            upstream = dout[n].reshape(len(W), -1)
            self.grads[0] += np.reshape(upstream @ col, W.shape)
            self.grads[1] += upstream.sum(axis=1)
            dcol = upstream.T @ W.reshape(len(W), -1)
            dx[n] = window_by_window(dcol, self.x[n : n + 1].shape, *W.shape[2:], self.stride, self.pad)[0]
        return dx


class PoolingBase:
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def windows(self, x):
        s = self.size
        return sliding_window_view(x, (s, s), axis=(2, 3))[:, :, :: self.stride, :: self.stride]


class LoopPooling(PoolingBase):
    def forward(self, x):
        self.x = x
        N, C, H, W = x.shape
        steps = [range(0, n - self.size + 1, self.stride) for n in (H, W)]
        out = [
            [[[self.part(n, c, i, j).max() for j in steps[1]] for i in steps[0]] for c in range(C)] for n in range(N)
        ]
        return np.array(out)

    def part(self, n, c, i, j):
        return self.x[n, c, i : i + self.size, j : j + self.size]

    def backward(self, dout):
        dx = np.zeros_like(self.x)
        for (n, c, i, j), d in np.ndenumerate(dout):
            part = self.part(n, c, i * self.stride, j * self.stride)
            di, dj = np.unravel_index(part.argmax(), part.shape)
            dx[n, c, i * self.stride + di, j * self.stride + dj] += d
        return dx


class IndexPooling(PoolingBase):
    """The number of each winner in the whole batch, kept by forward; bincount adds up."""

    def forward(self, x):
        self.shape = x.shape
        windows = self.windows(x).reshape(-1, self.size**2)
        numbers = self.windows(np.arange(x.size).reshape(x.shape))
        first = windows.argmax(axis=1)
        self.winner = numbers.reshape(-1, self.size**2)[np.arange(len(first)), first]
        return x.ravel()[self.winner].reshape(numbers.shape[:4])

    def backward(self, dout):
        return np.bincount(self.winner, dout.ravel(), minlength=int(np.prod(self.shape))).reshape(self.shape)


class MaskPooling(PoolingBase):
    """Place by place of the window: whoever holds the maximum first takes dout."""

    def forward(self, x):
        self.x = x
        self.out = self.windows(x).max(axis=(-2, -1))
        return self.out.copy()

    def backward(self, dout):
        dx, left = np.zeros(self.x.shape), dout.copy()
        height, width = (self.stride * n for n in self.out.shape[2:])
        for i, j in product(range(self.size), repeat=2):
            place = np.s_[:, :, i : i + height : self.stride, j : j + width : self.stride]
            won = self.x[place] == self.out
            dx[place] += np.where(won, left, 0)
            left[won] = 0
        return dx


class ColumnPooling(PoolingBase):
    """Over the columns, channel by channel, in float32."""

    def forward(self, x):
        self.cols = [by_view(x[:, c : c + 1], self.size, self.size, self.stride) for c in range(x.shape[1])]
        self.shape = x.shape
        OH, OW = ((n - self.size) // self.stride + 1 for n in x.shape[2:])
        return np.stack([col.max(axis=1).reshape(-1, OH, OW) for col in self.cols], axis=1)

    def backward(self, dout):
        one = (self.shape[0], 1, *self.shape[2:])
        dx = np.empty(self.shape, dtype=np.float32)
        for c, col in enumerate(self.cols):
            share = np.eye(self.size**2)[col.argmax(axis=1)] * dout[:, c].reshape(-1, 1)
            dx[:, c : c + 1] = window_by_window(share, one, self.size, self.size, self.stride)
        return dx


class FlattenByProduct:
    def forward(self, x):
        self.N, self.C, self.H, self.W = x.shape
        return np.reshape(x, (self.N, self.C * self.H * self.W))

    def backward(self, dout):
        return np.reshape(dout, (self.N, self.C, self.H, self.W))


class FlattenByLists:
    def forward(self, x):
        self.like = x.copy()
        return [list(image.flat) for image in x]

    def backward(self, dout):
        dx = np.zeros_like(self.like)
        for image, row in zip(dx, dout, strict=True):
            image.flat = row
        return dx


class FlattenByStack:
    def forward(self, x):
        self.inner = x.shape[1:]
        return np.stack([image.flatten() for image in x]).astype(np.float32)

    def backward(self, dout):
        return np.stack([row.reshape(self.inner) for row in dout])


class FlattenByView:
    def forward(self, x):
        self.sizes = list(x.shape)
        flat = x.copy()
        flat.shape = (x.shape[0], -1)
        return flat

    def backward(self, dout):
        return np.array(dout).reshape([-1, *self.sizes[1:]])
