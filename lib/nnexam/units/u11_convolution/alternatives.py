"""u11_convolution: other right solutions, each written in another style. All must earn full marks."""

import math
from functools import reduce
from itertools import product

import numpy as np

from .exercises import CONV2D_NAIVE, POOL_NAIVE
from .other_counts import size_by_counting, size_by_range


def sizes(x, w, stride, pad):
    return [size_by_range(n, k, stride, pad) for n, k in zip(np.shape(x)[2:], np.shape(w)[2:], strict=True)]


def conv_without_padding(x, w, b, stride, pad):
    """No padded array: a term outside the image is left out. Seven loops of Python numbers, lists as result."""
    (N, C, H, W), (F, _, kh, kw) = x.shape, w.shape
    OH, OW = sizes(x, w, stride, pad)

    def pixel(n, c, row, column):
        return float(x[n, c, row, column]) if 0 <= row < H and 0 <= column < W else 0.0

    def number(n, f, i, j):
        places = product(range(C), range(kh), range(kw))
        return b[f] + sum(w[f, c, u, v] * pixel(n, c, i * stride + u - pad, j * stride + v - pad) for c, u, v in places)

    return [[[[number(n, f, i, j) for j in range(OW)] for i in range(OH)] for f in range(F)] for n in range(N)]


def conv_windows(x, w, b, stride, pad):
    """Four loops, and a product of whole windows."""
    OH, OW = sizes(x, w, stride, pad)
    F, C, kh, kw = w.shape
    padded = np.zeros((len(x), C, x.shape[2] + 2 * pad, x.shape[3] + 2 * pad))
    padded[:, :, pad : pad + x.shape[2], pad : pad + x.shape[3]] = x
    out = np.empty((len(x), F, OH, OW))
    for n in range(len(x)):
        for f in range(F):
            for i in range(OH):
                for j in range(OW):
                    window = padded[n, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
                    out[n, f, i, j] = (window * w[f]).sum() + b[f]
    return out


def conv_places(x, w, b, stride, pad):
    """Loops over the few places of the filter; each step takes all windows at once."""
    OH, OW = sizes(x, w, stride, pad)
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    out = np.zeros((len(x), len(w), OH, OW)) + np.reshape(b, (1, -1, 1, 1))
    for u, v in np.ndindex(w.shape[2:]):
        part = padded[:, :, u : u + stride * OH : stride, v : v + stride * OW : stride]
        out += np.tensordot(part, w[:, :, u, v], axes=([1], [1])).transpose(0, 3, 1, 2)
    return out


def conv_einsum(x, w, b, stride, pad):
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,fcuv->nfij", windows, w) + b[None, :, None, None]


def conv_matrix(x, w, b, stride, pad):
    """The windows as rows of a matrix, in float32."""
    OH, OW = sizes(x, w, stride, pad)
    kh, kw = w.shape[2:]
    padded = np.pad(np.asarray(x, np.float32), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows = [
        padded[n, :, i * stride : i * stride + kh, j * stride : j * stride + kw].ravel()
        for n, i, j in np.ndindex(len(x), OH, OW)
    ]
    product = np.array(rows) @ w.reshape(len(w), -1).T.astype(np.float32) + b.astype(np.float32)
    return product.reshape(len(x), OH, OW, len(w)).transpose(0, 3, 1, 2)


def conv_fourier(x, w, b, stride, pad):
    """In the frequency domain a correlation is a product; stride 1 first, then every stride-th number."""
    OH, OW = sizes(x, w, 1, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    size = padded.shape[2:]
    spectrum = np.einsum("nchw,fchw->nfhw", np.fft.fft2(padded), np.conj(np.fft.fft2(w, s=size)))
    return np.fft.ifft2(spectrum).real[:, :, :OH:stride, :OW:stride] + b[:, np.newaxis, np.newaxis]


def conv_dense(x, w, b, stride, pad):
    """The convolution as one large dense layer, most of whose weights are 0."""
    (N, C, H, W), (F, _, kh, kw) = x.shape, w.shape
    OH, OW = sizes(x, w, stride, pad)
    weights = np.zeros((C, H, W, F, OH, OW))
    for i, j, u, v in np.ndindex(OH, OW, kh, kw):
        row, column = i * stride + u - pad, j * stride + v - pad
        if 0 <= row < H and 0 <= column < W:
            weights[:, row, column, :, i, j] += w[:, :, u, v].T
    out = x.reshape(N, -1) @ weights.reshape(C * H * W, -1)
    return out.reshape(N, F, OH, OW) + np.repeat(b, OH * OW).reshape(F, OH, OW)


def pool_sorted(x, size, stride, mode):
    """Loops over plain lists."""
    N, C, H, W = x.shape
    out = []
    for n in range(N):
        for c in range(C):
            for top in range(0, H - size + 1, stride):
                for left in range(0, W - size + 1, stride):
                    numbers = sorted(float(x[n, c, top + u, left + v]) for u in range(size) for v in range(size))
                    out.append(numbers[-1] if mode == "max" else math.fsum(numbers) / len(numbers))
    return np.reshape(out, (N, C, (H - size) // stride + 1, (W - size) // stride + 1))


def pool_view(x, size, stride, mode):
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(2, 3))[:, :, ::stride, ::stride]
    return windows.max(axis=(4, 5)) if mode == "max" else windows.mean(axis=(-2, -1))


def pool_places(x, size, stride, mode):
    """The places of a window one after the other, all windows at once; float32."""
    OH, OW = (size_by_counting(n, size, stride, 0) for n in x.shape[2:])
    x = x.astype(np.float32)
    parts = [
        x[:, :, u : u + stride * (OH - 1) + 1 : stride, v : v + stride * (OW - 1) + 1 : stride]
        for u in range(size)
        for v in range(size)
    ]
    return reduce(np.maximum, parts) if mode == "max" else sum(parts) / size**2


def pool_axis_by_axis(x, size, stride, mode):
    """First along the rows, then along the columns: the largest of largests, the mean of means."""
    for axis in (2, 3):
        lines = np.moveaxis(x, axis, 0)
        starts = range(0, len(lines) - size + 1, stride)
        x = np.moveaxis(np.stack([getattr(lines[s : s + size], PLAIN[mode])(axis=0) for s in starts]), 0, axis)
    return x


PLAIN = {"max": "max", "average": "mean"}


def pool_running(x, size, stride, mode):
    """Keep the largest so far, from -inf on; the mean as a sum of parts."""
    N, C, H, W = x.shape
    OH, OW = size_by_range(H, size, stride, 0), size_by_range(W, size, stride, 0)
    out = np.full((N, C, OH, OW), -np.inf if mode == "max" else 0.0)
    for n, c, i, j, u, v in np.ndindex(N, C, OH, OW, size, size):
        pixel = x[n, c, i * stride + u, j * stride + v]
        if mode == "max":
            out[n, c, i, j] = max(out[n, c, i, j], pixel)
        else:
            out[n, c, i, j] += pixel / (size * size)
    return out


for each in (
    conv_without_padding,
    conv_windows,
    conv_places,
    conv_einsum,
    conv_matrix,
    conv_fourier,
    conv_dense,
):
    CONV2D_NAIVE.alternative(each)
for each in (pool_sorted, pool_view, pool_places, pool_axis_by_axis, pool_running):
    POOL_NAIVE.alternative(each)

CONV2D_NAIVE.equivalent("every number of out is written", "np.zeros((N, F, OH, OW)) -> np.ones((N, F, OH, OW))")
CONV2D_NAIVE.equivalent("an image or a channel of zeros behind the others is never read", "0 -> 1 #2", "0 -> 1 #4")
CONV2D_NAIVE.equivalent(
    "a single number",
    "out[n, f, i, j] += w[f, c, u, v] * padded[n, c, i * stride + u, j * stride + v] -> "
    "out[n, f, i, j] = out[n, f, i, j] + w[f, c, u, v] * padded[n, c, i * stride + u, j * stride + v]",
)
POOL_NAIVE.equivalent("every number of out is written", "np.zeros((N, C, OH, OW)) -> np.ones((N, C, OH, OW))")
