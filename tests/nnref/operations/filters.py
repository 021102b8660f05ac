"""Grey images, filters and edges."""

import math

import numpy as np
from nnref.filters import edges, filter2d, filter2d_naive, gaussian_kernel, sobel, to_gray

from tests.nnref.operations import Operation

ONE_IMAGE = {"batch of one": "takes one image", "empty batch": "takes one image"}
NO_GRADIENT = {"gradient": "has no backward: convolution has"}
TOO_SMALL = ({"img": np.zeros((5, 2))}, "sobel: img has shape (5, 2); expected at least (3, 3)")


def draw_filter(rng, H, W, kh, kw):
    return {"img": rng.normal(size=(H, W)), "k": rng.normal(size=(kh, kw))}


def draw_image(rng, H, W):
    return {"img": rng.normal(size=(H, W))}


def gray_naive(img):
    _, H, W = img.shape
    rows = [[0.299 * img[0, i, j] + 0.587 * img[1, i, j] + 0.114 * img[2, i, j] for j in range(W)] for i in range(H)]
    return np.array(rows)


def sobel_naive(img):
    gx = filter2d_naive(img, [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]] @ np.eye(3), 0)
    gy = filter2d_naive(img, [[-1, -2, -1], [0, 0, 0], [1, 2, 1]] @ np.eye(3), 0)
    return gx, gy, np.vectorize(math.hypot)(gx, gy), np.vectorize(math.atan2)(gy, gx)


def gaussian_naive(size, sigma):
    half = range(-(size // 2), size // 2 + 1)
    e = [[math.exp(-(x * x + y * y) / (2 * sigma**2)) for x in half] for y in half]
    return np.array(e) / math.fsum(map(math.fsum, e))


def edges_naive(img, t):
    H, W = img.shape
    mag = sobel_naive(img)[2]
    inside = [[0 < i < H - 1 and 0 < j < W - 1 for j in range(W)] for i in range(H)]
    return np.array([[inside[i][j] and mag[i - 1, j - 1] > t for j in range(W)] for i in range(H)])


def filter_torch(torch, img, k, pad):
    return torch.nn.functional.conv2d(img[None, None], k[None, None], padding=pad)[0, 0]


def sobel_torch(torch, img):
    kernels = torch.tensor([[[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]])
    gx, gy = torch.nn.functional.conv2d(img[None, None], kernels[:, None].double())[0]
    return gx, gy, torch.hypot(gx, gy), torch.atan2(gy, gx)


OPERATIONS = [
    Operation(
        "to_gray",
        to_gray,
        lambda rng, H, W: {"img": rng.normal(size=(3, H, W))},
        {"H": (1, 4, 6), "W": (1, 5, 6)},
        naive=gray_naive,
        torch=lambda torch, img: torch.einsum("chw,c->hw", img, torch.tensor([0.299, 0.587, 0.114], dtype=img.dtype)),
        errors=(({"img": np.zeros((4, 5, 3))}, "to_gray: img has shape (4, 5, 3); expected (3, H, W)"),),
        exempt=ONE_IMAGE | NO_GRADIENT,
    ),
    *(
        Operation(
            f"filter2d, pad {pad}",
            filter2d,
            draw_filter,
            {"H": (4, 7, 8), "W": (4, 6, 8), "kh": (1, 3, 4), "kw": (1, 2, 4)},
            settings={"pad": pad},
            naive=filter2d_naive,
            torch=lambda torch, img, k, pad: torch.nn.functional.conv2d(img[None, None], k[None, None], padding=pad)[
                0, 0
            ],
            errors=(
                ({"img": np.zeros((2, 4, 3))}, "filter2d: img has shape (2, 4, 3); expected (H, W)"),
                ({"k": np.zeros(3)}, "filter2d: k has shape (3,); expected (kh, kw)"),
                ({"pad": -1}, "filter2d: found pad -1; expected a whole number of at least 0"),
                ({"pad": 0.5}, "filter2d: found pad 0.5; expected a whole number of at least 0"),
                (
                    {"img": np.zeros((3, 4)), "k": np.zeros((4, 1)), "pad": 0},
                    "filter2d: k has shape (4, 1); expected at least (1, 1), at most (3, 4)",
                ),
            ),
            exempt=ONE_IMAGE | NO_GRADIENT,
        )
        for pad in (0, 2)
    ),
    Operation(
        "sobel",
        sobel,
        draw_image,
        {"H": (3, 5, 7), "W": (3, 6, 7)},
        naive=sobel_naive,
        torch=sobel_torch,
        errors=(TOO_SMALL, ({"img": np.zeros(9)}, "sobel: img has shape (9,); expected (H, W)")),
        exempt=ONE_IMAGE | NO_GRADIENT,
    ),
    Operation(
        "edges",
        edges,
        lambda rng, H, W: draw_image(rng, H, W) | {"t": 3.0},
        {"H": (3, 7, 8), "W": (3, 6, 8)},
        naive=edges_naive,
        torch=lambda torch, img, t: torch.nn.functional.pad(sobel_torch(torch, img)[2] > t, (1, 1, 1, 1)),
        errors=(TOO_SMALL,),
        exempt=ONE_IMAGE | NO_GRADIENT | {"float32": "the result is of type bool"},
    ),
    Operation(
        "gaussian_kernel",
        gaussian_kernel,
        lambda rng, R: {"size": 2 * R + 1, "sigma": float(rng.uniform(0.3, 3))},
        {"R": (0, 2, 5)},
        naive=gaussian_naive,
        errors=(
            ({"size": 4}, "gaussian_kernel: found size 4; expected an odd whole number of at least 1"),
            ({"size": 3.0}, "gaussian_kernel: found size 3.0; expected an odd whole number of at least 1"),
            ({"sigma": 0}, "gaussian_kernel: found sigma 0; expected a number above 0"),
        ),
        exempt=dict.fromkeys(("float32", "layout", "untouched", "±1000"), "takes no array")
        | ONE_IMAGE
        | NO_GRADIENT
        | {"pytorch": "PyTorch has no such operation"},
    ),
]
