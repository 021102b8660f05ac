"""Convolution and pooling by loops."""

import numpy as np
from nnref.convolution_loops import conv2d_naive, conv2d_naive_backward, pool_naive

from tests.nnref.operations import Operation

IMAGE = {"H": (3, 7, 8), "W": (3, 6, 8)}


def draw_convolution(rng, N, C, H, W, F, kh, kw):
    return {"x": rng.normal(size=(N, C, H, W)), "w": rng.normal(size=(F, C, kh, kw)), "b": rng.normal(size=F)}


def forward(x, w, b, stride, pad):
    return conv2d_naive(x, w, b, stride, pad), (x, w, stride, pad)


def backward(dout, cache):
    dx, dw, db = conv2d_naive_backward(dout, *cache)
    return dx, {"w": dw, "b": db}


def seven_loops(x, w, b, stride, pad):
    """Number by number; what would lie outside the image is left out, not padded."""
    (N, C, H, W), (F, _, kh, kw) = x.shape, w.shape
    out = np.zeros((N, F, (H + 2 * pad - kh) // stride + 1, (W + 2 * pad - kw) // stride + 1))
    for n, f, i, j in np.ndindex(out.shape):
        out[n, f, i, j] = b[f]
        for c, u, v in np.ndindex(C, kh, kw):
            row, column = i * stride + u - pad, j * stride + v - pad
            if 0 <= row < H and 0 <= column < W:
                out[n, f, i, j] += w[f, c, u, v] * x[n, c, row, column]
    return out


def pool_loops(x, size, stride, mode):
    N, C, H, W = x.shape
    out = np.zeros((N, C, (H - size) // stride + 1, (W - size) // stride + 1))
    for n, c, i, j in np.ndindex(out.shape):
        numbers = [x[n, c, i * stride + u, j * stride + v] for u in range(size) for v in range(size)]
        out[n, c, i, j] = max(numbers) if mode == "max" else sum(numbers) / len(numbers)
    return out


def pool_torch(torch, x, size, stride, mode):
    pool = torch.nn.functional.max_pool2d if mode == "max" else torch.nn.functional.avg_pool2d
    return pool(x, size, stride)


OPERATIONS = [
    *(
        Operation(
            f"conv2d_naive, stride {stride}, pad {pad}",
            forward,
            draw_convolution,
            {
                "N": (1, 2, 3),
                "C": (1, 3, 3),
                "H": (3, 7, 7),
                "W": (3, 6, 7),
                "F": (1, 4, 4),
                "kh": (1, 3, 3),
                "kw": (1, 2, 3),
            },
            backward=backward,
            gradients=("x", "w", "b"),
            settings={"stride": stride, "pad": pad},
            naive=seven_loops,
            torch=lambda torch, x, w, b, stride, pad: torch.nn.functional.conv2d(x, w, b, stride, pad),
            errors=(
                ({"x": np.zeros((3, 7, 6))}, "conv2d_naive: x has shape (3, 7, 6); expected (N, C, H, W)"),
                ({"w": np.zeros((4, 2, 3, 2))}, "conv2d_naive: w has shape (4, 2, 3, 2); expected (F, C=3, kh, kw)"),
                ({"b": np.zeros((4, 1))}, "conv2d_naive: b has shape (4, 1); expected (F=4,)"),
                ({"stride": 0}, "conv2d_naive: found stride 0; expected a whole number of at least 1"),
                ({"pad": -1}, "conv2d_naive: found pad -1; expected a whole number of at least 0"),
                (
                    {"w": np.zeros((4, 3, 8, 2)), "pad": 0},
                    "conv2d_naive: found a window of 8 pixels; expected at most 7, image and border",
                ),
            ),
        )
        for stride, pad in ((1, 0), (2, 1), (3, 2))
    ),
    *(
        Operation(
            f"pool_naive, {mode}, stride {stride}",
            pool_naive,
            lambda rng, N, C, H, W: {"x": rng.normal(size=(N, C, H, W))},
            {"N": (1, 2, 3), "C": (1, 3, 3)} | IMAGE,
            settings={"size": 3, "stride": stride, "mode": mode},
            naive=pool_loops,
            torch=pool_torch,
            errors=(
                ({"x": np.zeros((7, 6))}, "pool_naive: x has shape (7, 6); expected (N, C, H, W)"),
                ({"mode": "mean"}, "pool_naive: found the mode 'mean'; expected 'max' or 'average'"),
                ({"stride": 1.5}, "pool_naive: found stride 1.5; expected a whole number of at least 1"),
                ({"size": 7}, "pool_naive: found a window of 7 pixels; expected at most 6, image and border"),
            ),
            exempt={"gradient": "forward only: the fast pooling has the gradient"},
        )
        for mode, stride in (("max", 2), ("average", 2), ("max", 3), ("average", 1))
    ),
]
