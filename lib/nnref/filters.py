"""Grey images, filters and edges.

A grey image is (H, W): row 0 is at the top, x runs to the right (columns), y runs down (rows). A filter is laid on the
image as it stands, not flipped (cross-correlation), as in all neural networks.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from nnref.shapes import check_shapes, floating

GREY = (0.299, 0.587, 0.114)  # of red, green and blue; their sum is 1
SOBEL_X = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])  # brighter to the right: positive
SOBEL_Y = SOBEL_X.T  # brighter downwards: positive


def to_gray(img):
    """Return the grey values 0.299 red + 0.587 green + 0.114 blue.

    img (3, H, W), channels first. Returns (H, W), in the units of img; bytes become float64, so that no sum overflows.
    Source: ITU-R BT.601 (luma).
    """
    img = floating(img)
    check_shapes("to_gray", img=(img, "3 H W"))
    red, green, blue = GREY
    return red * img[0] + green * img[1] + blue * img[2]


def filter2d(img, k, pad):
    """Return the image filtered with k: out[i, j] = Σ_uv k[u, v] img[i + u - pad, j + v - pad], 0 outside the image.

    img (H, W), k (kh, kw), pad rows and columns of zeros on each of the four sides.
    Returns (H + 2 pad - kh + 1, W + 2 pad - kw + 1). Raises ValueError for a pad below 0 and a k that does not fit.
    """
    img, k = floating(img), floating(k)
    sizes = check_shapes("filter2d", img=(img, "H W"), k=(k, "kh kw"))
    if isinstance(pad, bool) or not isinstance(pad, (int, np.integer)) or pad < 0:
        raise ValueError(f"filter2d: found pad {pad}; expected a whole number of at least 0")
    padded = np.pad(img, pad)
    if 0 in k.shape or sizes["kh"] > padded.shape[0] or sizes["kw"] > padded.shape[1]:
        raise ValueError(f"filter2d: k has shape {k.shape}; expected at least (1, 1), at most {padded.shape}")
    # windows are a view of the image and einsum sums over it as it is: nothing is copied
    return np.einsum("ijuv,uv->ij", sliding_window_view(padded, k.shape), k)


def filter2d_naive(img, k, pad):
    """The same as filter2d, pixel by pixel: terms outside the image are left out."""
    (H, W), (kh, kw) = np.shape(img), np.shape(k)
    out = np.zeros((H + 2 * pad - kh + 1, W + 2 * pad - kw + 1))
    for i, j in np.ndindex(out.shape):
        for u in range(kh):
            for v in range(kw):
                row, column = i + u - pad, j + v - pad
                if 0 <= row < H and 0 <= column < W:
                    out[i, j] += k[u, v] * img[row, column]
    return out


def sobel(img):
    """Return the slopes gx, gy, their length mag = √(gx² + gy²) and their direction theta = atan2(gy, gx).

    img (H, W) of at least 3 x 3. Returns four arrays of shape (H - 2, W - 2): nothing is padded, so that no border is
    taken for an edge. gx is positive where the image grows brighter to the right, gy where it grows brighter downwards;
    theta is in radians from -π to π, 0 to the right and π/2 downwards. A ramp img[i, j] = j gives gx = 8 and gy = 0.
    Source: I. Sobel, G. Feldman, 1968.
    """
    img = floating(img)
    check_shapes("sobel", img=(img, "H W"))
    if min(img.shape) < 3:
        raise ValueError(f"sobel: img has shape {img.shape}; expected at least (3, 3)")
    gx = filter2d(img, SOBEL_X.astype(img.dtype), 0)
    gy = filter2d(img, SOBEL_Y.astype(img.dtype), 0)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


def gaussian_kernel(size, sigma):
    """Return a kernel that blurs: exp(-(x² + y²) / 2σ²), x and y from the centre, divided by its sum.

    size an odd whole number, sigma above 0. Returns (size, size), float64, with the sum 1.
    """
    if isinstance(size, bool) or not isinstance(size, (int, np.integer)) or size < 1 or size % 2 == 0:
        raise ValueError(f"gaussian_kernel: found size {size}; expected an odd whole number of at least 1")
    if not sigma > 0:
        raise ValueError(f"gaussian_kernel: found sigma {sigma}; expected a number above 0")
    row = np.exp(-0.5 * ((np.arange(size) - size // 2) / sigma) ** 2)
    row /= row.sum()
    return np.outer(row, row)  # the kernel is a product: exp(-x² / 2σ²) exp(-y² / 2σ²)


def edges(img, t):
    """Return where the image has an edge: where the length of its Sobel slope is above the threshold t.

    img (H, W) of at least 3 x 3, t a number. Returns (H, W), bool. Pixels on the border have no neighbours on one side
    and count as no edge.
    """
    return np.pad(sobel(img)[2] > t, 1)
