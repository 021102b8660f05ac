"""u10_sobel: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np
from nnref.filters import filter2d, sobel
from numpy.lib.stride_tricks import as_strided, sliding_window_view

from .exercises import EDGES, FILTER2D, GAUSSIAN_KERNEL, SOBEL, TO_GRAY

GREY = np.array([0.299, 0.587, 0.114])


def looped_gray(img):
    _, H, W = img.shape
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            r, g, b = (float(value) for value in img[:, i, j])
            out[i, j] = 0.299 * r + 0.587 * g + 0.114 * b
    return out


def gray_by_columns(img):
    """As a matrix product: (H*W, 3) @ (3,)."""
    return (img.reshape(3, -1).T @ GREY).reshape(img.shape[1:])


def gray_in_thousandths(img):
    red, green, blue = img.astype(np.float32)
    return (299 * red + 587 * green + 114 * blue) / 1000


def filter_with_four_loops(img, k, pad):
    (H, W), (kh, kw) = img.shape, k.shape
    out = []
    for i in range(-pad, H + pad - kh + 1):
        row = []
        for j in range(-pad, W + pad - kw + 1):
            total = 0.0
            for u in range(kh):
                for v in range(kw):
                    if 0 <= i + u < H and 0 <= j + v < W:
                        total += float(img[i + u, j + v]) * float(k[u, v])
            row.append(total)
        out.append(row)
    return out


def filter_by_shifts(img, k, pad):
    """One slice of the padded image for each number of the kernel."""
    padded = np.pad(img.astype(float), pad)
    H, W = padded.shape[0] - k.shape[0] + 1, padded.shape[1] - k.shape[1] + 1
    return sum(k[u, v] * padded[u : u + H, v : v + W] for u in range(k.shape[0]) for v in range(k.shape[1]))


def filter_by_scattering(img, k, pad):
    """Each pixel adds itself, times k turned around, to the places whose windows hold it."""
    (H, W), (kh, kw) = img.shape, k.shape
    whole = np.zeros((H + 2 * pad + kh - 1, W + 2 * pad + kw - 1))
    for (i, j), value in np.ndenumerate(img):
        whole[i + pad : i + pad + kh, j + pad : j + pad + kw] += value * k[::-1, ::-1]
    return whole[kh - 1 : H + 2 * pad, kw - 1 : W + 2 * pad]


def filter_of_windows(img, k, pad):
    windows = sliding_window_view(np.pad(np.asarray(img, dtype=np.float32), pad), k.shape)
    return np.tensordot(windows, k.astype(np.float32), axes=([2, 3], [0, 1]))


def filter_with_strides(img, k, pad):
    """The windows as rows of a matrix, times k as a column."""
    padded = np.ascontiguousarray(np.pad(img, pad))
    H, W = padded.shape[0] - k.shape[0] + 1, padded.shape[1] - k.shape[1] + 1
    windows = as_strided(padded, (H, W, *k.shape), padded.strides * 2)
    return (windows.reshape(H * W, -1) @ k.reshape(-1, 1)).reshape(H, W)


def filter_by_fourier(img, k, pad):
    """A product of Fourier transforms is a convolution: k is flipped, and the space is too large to wrap."""
    padded = np.pad(img, pad)
    space = [a + b - 1 for a, b in zip(padded.shape, k.shape, strict=True)]
    product = np.fft.rfft2(padded, space) * np.fft.rfft2(k[::-1, ::-1], space)
    whole = np.fft.irfft2(product, space)
    return whole[k.shape[0] - 1 : padded.shape[0], k.shape[1] - 1 : padded.shape[1]]


def sobel_by_slices(img):
    """Differences of neighbours but one, then 1, 2, 1 across."""
    img = np.array(img, dtype=float)
    across, down = img[:, 2:] - img[:, :-2], img[2:] - img[:-2]
    gx = across[:-2] + 2 * across[1:-1] + across[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return [gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)]


def sobel_in_two_steps(img):
    """The kernel is a product of a column and a row: filter with one, then with the other."""
    smooth, slope = np.array([[1.0, 2.0, 1.0]]), np.array([[-1.0, 0.0, 1.0]])
    gx = filter2d(filter2d(img, slope, 0), smooth.T, 0)
    gy = filter2d(filter2d(img, smooth, 0), slope.T, 0)
    return gx, gy, np.linalg.norm([gx, gy], axis=0), np.arctan2(gy, gx)


def sobel_of_complex_numbers(img):
    """gx + i gy is one filter with a complex kernel; its length and its angle are mag and theta."""
    kx = np.outer([1, 2, 1], [-1, 0, 1])
    g = np.einsum("ijuv,uv->ij", sliding_window_view(img, (3, 3)).astype(complex), kx + 1j * kx.T)
    return g.real, g.imag, np.abs(g), np.angle(g)


def sobel_with_loops(img):
    H, W = img.shape
    out = np.zeros((4, H - 2, W - 2), dtype=np.float32)
    for i in range(H - 2):
        for j in range(W - 2):
            w = img[i : i + 3, j : j + 3].astype(np.float32)
            x = (w[0, 2] + 2 * w[1, 2] + w[2, 2]) - (w[0, 0] + 2 * w[1, 0] + w[2, 0])
            y = (w[2, 0] + 2 * w[2, 1] + w[2, 2]) - (w[0, 0] + 2 * w[0, 1] + w[0, 2])
            out[:, i, j] = x, y, math.sqrt(x * x + y * y), math.atan2(y, x)
    return out


def sobel_cut_from_padded(img):
    """Padded by 1 and the border cut off again."""
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=float)
    gx, gy = (filter2d(img, k, 1)[1:-1, 1:-1] for k in (kx, kx.T))
    return gx, gy, (gx**2 + gy**2) ** 0.5, np.arctan2(gy, gx)


def odd(size):
    if size % 2 != 1:
        raise ValueError(f"size {size} is even")


def bell_of_an_outer_product(size, sigma):
    odd(size)
    row = np.exp(-0.5 * (np.linspace(-1, 1, size) * (size // 2) / sigma) ** 2) if size > 1 else np.ones(1)
    return np.outer(row, row) / row.sum() ** 2


def bell_by_loops(size, sigma):
    odd(size)
    c = (size - 1) / 2
    k = [[math.exp(-((i - c) ** 2 + (j - c) ** 2) / (2 * sigma**2)) for j in range(size)] for i in range(size)]
    total = sum(map(sum, k))
    return [[value / total for value in row] for row in k]


def bell_of_a_grid(size, sigma):
    odd(size)
    y, x = np.mgrid[-(size // 2) : size // 2 + 1, -(size // 2) : size // 2 + 1].astype(np.float32)
    k = np.exp(-(x * x + y * y) / (2 * sigma * sigma)) / (2 * np.pi * sigma**2)
    return k / np.sum(k)


def bell_of_a_softmax(size, sigma):
    """Divided by its sum, an exponential is a softmax of its exponents."""
    odd(size)
    r2 = np.sum((np.indices((size, size)) - size // 2) ** 2, axis=0)
    z = -r2 / (2 * sigma**2)
    return np.exp(z - np.logaddexp.reduce(z, axis=None))


def bell_in_one_quarter(size, sigma):
    """One quarter is worked out, the others are its mirror images."""
    odd(size)
    x = np.arange(size // 2 + 1)
    quarter = np.exp(-0.5 * np.add.outer(x**2, x**2) / sigma**2)
    half = np.concatenate([quarter[:0:-1], quarter])
    k = np.concatenate([half[:, :0:-1], half], axis=1)
    return k / k.sum()


def edges_by_squares(img, t):
    gx, gy, _, _ = sobel(img)
    out = np.zeros(img.shape, dtype=bool)
    out[1:-1, 1:-1] = gx**2 + gy**2 > t**2
    return out


def edges_by_loops(img, t):
    mag = sobel(img)[2]
    H, W = img.shape
    return [[0 < i < H - 1 and 0 < j < W - 1 and bool(mag[i - 1, j - 1] > t) for j in range(W)] for i in range(H)]


def edges_with_the_border_cleared(img, t):
    found = sobel(np.pad(img, 1))[2] > t
    found[[0, -1]] = False
    found[:, [0, -1]] = False
    return found


def edges_by_indices(img, t):
    rows, columns = np.nonzero(np.asarray(sobel(img.astype(np.float32))[2]) > t)
    out = np.full(img.shape, False)
    out[rows + 1, columns + 1] = True
    return out


TO_GRAY.alternative(looped_gray)
TO_GRAY.alternative(gray_by_columns)
TO_GRAY.alternative(gray_in_thousandths)
TO_GRAY.alternative(lambda img: np.tensordot(GREY, img, axes=1))
TO_GRAY.alternative(lambda img: np.einsum("c,chw->hw", GREY, img))
TO_GRAY.alternative(lambda img: (img.transpose(1, 2, 0) * GREY).sum(axis=-1))
TO_GRAY.alternative(lambda img: np.average(img, axis=0, weights=GREY))
FILTER2D.alternative(filter_with_four_loops)
FILTER2D.alternative(filter_by_shifts)
FILTER2D.alternative(filter_by_scattering)
FILTER2D.alternative(filter_of_windows)
FILTER2D.alternative(filter_with_strides)
FILTER2D.alternative(filter_by_fourier)
SOBEL.alternative(sobel_by_slices)
SOBEL.alternative(sobel_in_two_steps)
SOBEL.alternative(sobel_of_complex_numbers)
SOBEL.alternative(sobel_with_loops)
SOBEL.alternative(sobel_cut_from_padded)
GAUSSIAN_KERNEL.alternative(bell_of_an_outer_product)
GAUSSIAN_KERNEL.alternative(bell_by_loops)
GAUSSIAN_KERNEL.alternative(bell_of_a_grid)
GAUSSIAN_KERNEL.alternative(bell_of_a_softmax)
GAUSSIAN_KERNEL.alternative(bell_in_one_quarter)
EDGES.alternative(edges_by_squares)
EDGES.alternative(edges_by_loops)
EDGES.alternative(edges_with_the_border_cleared)
EDGES.alternative(edges_by_indices)
EDGES.alternative(lambda img, t: np.pad(sobel(img)[2], 1, constant_values=-np.inf) > t)

FILTER2D.equivalent(
    "every number of the result is overwritten",
    "np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1)) -> "
    "np.ones((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))",
)
GAUSSIAN_KERNEL.equivalent("x is squared", "np.arange(size) - size // 2 -> size // 2 - np.arange(size)")
