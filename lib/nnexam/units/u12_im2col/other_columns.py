"""u12_im2col: the functions, each written in another style; alternatives.py records them."""

from itertools import product

import numpy as np
from nnref.convolution_loops import conv2d_naive
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def bordered(x, pad):
    return np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])


def by_view(x, kh, kw, stride=1, pad=0):
    """NumPy's own windows, every `stride`-th of them."""
    windows = sliding_window_view(bordered(x, pad), (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    rows = np.moveaxis(windows, 1, 3)
    return rows.reshape(np.prod(rows.shape[:3]), -1)


def by_strides(x, kh, kw, stride=1, pad=0):
    padded = np.ascontiguousarray(bordered(x, pad))
    N, C, H, W = padded.shape
    n, c, h, w = padded.strides
    OH, OW = 1 + (H - kh) // stride, 1 + (W - kw) // stride
    seen = as_strided(padded, (N, OH, OW, C, kh, kw), (n, h * stride, w * stride, c, h, w))
    return seen.copy().reshape(N * OH * OW, C * kh * kw)


def places(shape, kh, kw, stride, pad):
    """For each number of the matrix the place (n, c, i, j) that it comes from, in the image with a border."""
    N, C, H, W = shape
    tops, lefts = range(0, H + 2 * pad - kh + 1, stride), range(0, W + 2 * pad - kw + 1, stride)
    return [
        [(n, c, top + i, left + j) for c, i, j in product(range(C), range(kh), range(kw))]
        for n, top, left in product(range(N), tops, lefts)
    ]


def by_places(x, kh, kw, stride=1, pad=0):
    """Fancy indexing with a table of places."""
    table = np.array(places(x.shape, kh, kw, stride, pad))
    return bordered(x, pad)[tuple(np.moveaxis(table, -1, 0))]


def nested_lists(x, kh, kw, stride=1, pad=0):
    """Pixel by pixel, no array until the end; outside the image stands 0."""
    _, _, H, W = x.shape

    def pixel(n, c, i, j):
        return float(x[n, c, i - pad, j - pad]) if pad <= i < H + pad and pad <= j < W + pad else 0.0

    return [[pixel(*place) for place in row] for row in places(x.shape, kh, kw, stride, pad)]


def line_by_line(x, kh, kw, stride=1, pad=0):
    """One column of the matrix at a time, float32."""
    padded = bordered(x, pad).astype(np.float32)
    OH = (padded.shape[2] - kh) // stride + 1
    OW = (padded.shape[3] - kw) // stride + 1
    found = [
        padded[:, c, i:, j:][:, ::stride, ::stride][:, :OH, :OW].ravel()
        for c in range(x.shape[1])
        for i in range(kh)
        for j in range(kw)
    ]
    return np.stack(found, axis=1)


def window_by_window(col, shape, kh, kw, stride=1, pad=0):
    N, C, H, W = shape
    image, row = np.zeros((N, C, H + 2 * pad, W + 2 * pad)), 0
    for n in range(N):
        for top in range(0, H + 2 * pad - kh + 1, stride):
            for left in range(0, W + 2 * pad - kw + 1, stride):
                image[n, :, top : top + kh, left : left + kw] += col[row].reshape(C, kh, kw)
                row += 1
    return image[:, :, pad : H + pad, pad : W + pad]


def counted(col, shape, kh, kw, stride=1, pad=0):
    """bincount adds up what arrives at the same place; the columns of a numbered image say where."""
    N, C, H, W = shape
    numbers = np.arange(1, N * C * H * W + 1).reshape(shape)  # 0 is the border
    to = by_view(numbers, kh, kw, stride, pad).ravel()
    return np.bincount(to, weights=col.ravel(), minlength=numbers.size + 1)[1:].reshape(shape)


def added_at(col, shape, kh, kw, stride=1, pad=0):
    table = np.array(places(shape, kh, kw, stride, pad))
    image = np.zeros(shape[:2] + (shape[2] + 2 * pad, shape[3] + 2 * pad))
    np.add.at(image, tuple(np.moveaxis(table, -1, 0)), col)
    return image[..., pad : shape[2] + pad, pad : shape[3] + pad]


def transposed_matrix(col, shape, kh, kw, stride=1, pad=0):
    """im2col is linear: its matrix, one unit image a row, and its product with col."""
    units = np.eye(int(np.prod(shape))).reshape(-1, *shape)
    rows = np.array([by_view(unit, kh, kw, stride, pad).ravel() for unit in units])
    return (rows @ col.ravel()).reshape(shape)


def collected(col, shape, kh, kw, stride=1, pad=0):
    """Float32: a dict with a sum for each place."""
    sums = {}
    for row, into in zip(np.asarray(col, dtype=np.float32), places(shape, kh, kw, stride, pad), strict=True):
        for number, place in zip(row, into, strict=True):
            sums[place] = sums.get(place, np.float32(0)) + number
    N, C, H, W = shape
    flat = [sums.get((n, c, i + pad, j + pad), 0.0) for n, c, i, j in np.ndindex(N, C, H, W)]
    return np.array(flat, dtype=np.float32).reshape(shape)


def by_loops(x, W, b, stride=1, pad=0):
    return conv2d_naive(x, W, b, stride, pad), by_view(x, *W.shape[2:], stride, pad)


def by_einsum(x, W, b, stride=1, pad=0):
    windows = sliding_window_view(bordered(x, pad), W.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("ncyxij,fcij->nfyx", windows, W) + b.reshape(1, -1, 1, 1)
    return out, by_view(x, *W.shape[2:], stride, pad)


def by_tensordot(x, W, b, stride=1, pad=0):
    windows = sliding_window_view(bordered(x, pad), W.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.tensordot(windows, W, axes=((1, 4, 5), (1, 2, 3)))
    return [np.moveaxis(out + b, -1, 1), by_view(x, *W.shape[2:], stride, pad)]


def filters_first(x, W, b, stride=1, pad=0):
    """W @ colᵀ, and float32."""
    col = by_view(x, *W.shape[2:], stride, pad).astype(np.float32)
    OH, OW = (1 + (n + 2 * pad - k) // stride for n, k in zip(x.shape[2:], W.shape[2:], strict=True))
    out = W.reshape(len(W), -1).astype(np.float32) @ col.T + b[:, None].astype(np.float32)
    return out.reshape(-1, len(x), OH, OW).swapaxes(0, 1), col


def image_by_image(x, W, b, stride=1, pad=0):
    cols = [by_view(image[np.newaxis], *W.shape[2:], stride, pad) for image in x]
    OH = (x.shape[2] + 2 * pad - W.shape[2]) // stride + 1
    out = [(W.reshape(len(W), -1) @ col.T + b[:, None]).reshape(len(W), OH, -1) for col in cols]
    return np.stack(out), np.concatenate(cols)
