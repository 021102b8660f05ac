"""Convolution, im2col, pooling and batch normalisation."""

import numpy as np
from nnref.batch_norm import batch_norm_backward, batch_norm_forward, batch_norm_naive
from nnref.convolution import conv_backward, conv_forward
from nnref.convolution_loops import conv2d_naive, pool_naive
from nnref.global_pooling import global_average_pool_backward, global_average_pool_forward
from nnref.im2col import col2im, im2col, im2col_naive
from nnref.pooling import (
    average_pool_backward,
    average_pool_forward,
    max_pool_backward,
    max_pool_forward,
)

from tests.nnref.operations import Operation, all_different

IMAGE = {"N": (1, 3, 4), "C": (1, 2, 3), "H": (5, 7, 8), "W": (5, 6, 9)}


def draw_images(rng, N, C, H, W):
    return {"x": all_different(rng, N, C, H, W)}


def draw_conv(rng, N, C, H, W, F, kh, kw):
    return {
        "x": rng.normal(size=(N, C, H, W)),
        "W": rng.normal(size=(F, C, kh, kw)),
        "b": rng.normal(size=F),
    }


def conv_rows():
    """One row for each kind of stride and pad; Hypothesis draws the rest."""
    for stride, pad in ((1, 0), (1, 2), (2, 1), (3, 0)):
        yield Operation(
            f"conv, stride {stride}, pad {pad}",
            conv_forward,
            draw_conv,
            IMAGE | {"F": (1, 4, 5), "kh": (1, 3, 5), "kw": (1, 2, 5)},
            backward=conv_backward,
            gradients=("x", "W", "b"),
            settings={"stride": stride, "pad": pad},
            naive=lambda x, W, b, stride, pad: conv2d_naive(x, W, b, stride, pad),
            torch=lambda torch, x, W, b, stride, pad: torch.nn.functional.conv2d(x, W, b, stride, pad),
            errors=(
                ({"W": np.zeros((4, 3, 2, 2))}, "conv: W has shape (4, 3, 2, 2); expected (F, C=2, kh, kw)"),
                ({"b": np.zeros(2)}, "conv: b has shape (2,); expected (F=4,)"),
                ({"stride": 0}, "conv: found stride 0; expected a whole number of at least 1"),
                ({"pad": -1}, "conv: found pad -1; expected a whole number of at least 0"),
                (
                    {"W": np.zeros((4, 2, 30, 2))},
                    f"conv: found a window of 30 pixels; expected at most {7 + 2 * pad}, image and border",
                ),
            ),
        )


def pool_rows():
    """Windows side by side, overlapping, with gaps that no window covers, and over the border."""
    functional = {
        "max": lambda torch, x, size, stride, pad: torch.nn.functional.max_pool2d(x, size, stride, pad),
        "average": lambda torch, x, size, stride, pad: torch.nn.functional.avg_pool2d(
            x, size, stride, pad, count_include_pad=False
        ),
    }
    pairs = {
        "max": (max_pool_forward, max_pool_backward),
        "average": (average_pool_forward, average_pool_backward),
    }
    for mode, (forward, backward) in pairs.items():
        for size, stride, pad in ((2, None, 0), (3, 2, 1), (3, 1, 0), (2, 3, 0)):
            naive = None if pad else lambda x, size, stride, pad, mode=mode: pool_naive(x, size, stride or size, mode)
            yield Operation(
                f"{mode} pooling {size}, stride {stride or size}, pad {pad}",
                forward,
                draw_images,
                IMAGE,
                backward=backward,
                gradients=("x",),
                settings={"size": size, "stride": stride, "pad": pad},
                naive=naive,
                torch=functional[mode],
                errors=(
                    ({"x": np.zeros((3, 4))}, f"{mode}_pool: x has shape (3, 4); expected (N, C, H, W)"),
                    ({"pad": 2}, f"{mode}_pool: found pad 2; expected at most 1, half of a window of {size}"),
                    ({"stride": 1.5}, f"{mode}_pool: found stride 1.5; expected a whole number of at least 1"),
                ),
                exempt={"naive": "the loops of unit u11 know no border"} if pad else {},
            )


def draw_norm(rng, N, D, **image):
    shape = (N, D, *image.values())
    return {"x": rng.normal(2, 3, size=shape), "gamma": rng.normal(size=D), "beta": rng.normal(size=D)}


def torch_norm(torch, x, gamma, beta, mean=None, var=None):
    as_tensor = {name: None if s is None else torch.tensor(s) for name, s in (("mean", mean), ("var", var))}
    training = mean is None
    return torch.nn.functional.batch_norm(x, as_tensor["mean"], as_tensor["var"], gamma, beta, training=training)


STATISTICS = {"mean": np.array([1.0, -2.0, 3.0]), "var": np.array([0.5, 1.0, 4.0])}


def norm_rows():
    """Dense and by channel, with the statistics of the batch and with given ones."""
    for where, sizes, settings in (
        ("dense", {"N": (2, 6, 8), "D": (1, 3, 5)}, {}),
        ("images", {"N": (1, 4, 5), "D": (1, 3, 4), "H": (2, 3, 4), "W": (1, 2, 5)}, {}),
        ("prediction", {"N": (1, 4, 5), "D": (3, 3, 3), "H": (1, 3, 4), "W": (1, 2, 5)}, STATISTICS),
    ):
        letter, shape = ("D", "(6, 3)") if where == "dense" else ("C", "(4, 3, 3, 2)")
        one = {} if where != "dense" else {"batch of one": "x̂ is 0, and PyTorch refuses it; tested by itself"}
        empty = {} if settings else {"empty batch": "an error: nothing has no mean"}
        yield Operation(
            f"batch normalisation, {where}",
            batch_norm_forward,
            draw_norm,
            sizes,
            backward=batch_norm_backward,
            gradients=("x", "gamma", "beta"),
            settings=settings,
            naive=batch_norm_naive,
            torch=torch_norm,
            errors=(
                ({"gamma": np.zeros(4)}, f"batch_norm: gamma has shape (4,); expected ({letter}=3,)"),
                ({"beta": np.zeros((3, 1))}, f"batch_norm: beta has shape (3, 1); expected ({letter}=3,)"),
                ({"x": np.zeros((2, 3, 4))}, "batch_norm: x has shape (2, 3, 4); expected (N, C, H, W)"),
            ),
            exempt=one | empty,
        )


OPERATIONS = [
    *conv_rows(),
    *pool_rows(),
    *norm_rows(),
    Operation(
        "global average pooling",
        global_average_pool_forward,
        draw_images,
        IMAGE,
        backward=global_average_pool_backward,
        gradients=("x",),
        naive=lambda x: np.array([[np.mean(channel) for channel in image] for image in x]).reshape(x.shape[:2]),
        torch=lambda torch, x: torch.nn.functional.adaptive_avg_pool2d(x, 1)[:, :, 0, 0],
        errors=(({"x": np.zeros((2, 3))}, "global_average_pool: x has shape (2, 3); expected (N, C, H, W)"),),
    ),
    Operation(
        "im2col",
        im2col,
        draw_images,
        IMAGE,
        settings={"kh": 2, "kw": 3, "stride": 2, "pad": 1},
        naive=im2col_naive,
        torch=lambda torch, x, kh, kw, stride, pad: torch.cat(
            list(torch.nn.functional.unfold(x, (kh, kw), padding=pad, stride=stride).transpose(1, 2))
        ),
        errors=(({"x": np.zeros((2, 3))}, "im2col: x has shape (2, 3); expected (N, C, H, W)"),),
        exempt={"gradient": "its transpose is col2im, tested by ⟨im2col x, c⟩ = ⟨x, col2im c⟩"},
    ),
    Operation(
        "col2im",
        lambda col: col2im(col, (len(col) // 16, 2, 6, 7), 2, 3, 2, 1),
        lambda rng, N: {"col": rng.normal(size=(N * 16, 12))},
        {"N": (1, 3, 4)},
        torch=lambda torch, col: torch.nn.functional.fold(
            col.reshape(-1, 16, 12).transpose(1, 2), (6, 7), (2, 3), padding=1, stride=2
        ),
        errors=(({"col": np.zeros((12, 5))}, "col2im: col has shape (12, 5); expected (R=0, K=12)"),),
        exempt={
            "gradient": "its transpose is im2col",
            "naive": "compared with PyTorch's fold",
            "shapes": "compared with PyTorch's fold",
            "batch of one": "compared with PyTorch's fold",
        },
    ),
]
