"""Dropout and weight decay."""

import numpy as np
from nnref.dropout import dropout_backward, dropout_forward
from nnref.shapes import check_shapes
from nnref.weight_decay import weight_decay

from tests.nnref.operations import Operation

NO_BATCH = "parameters, no batch"


def dropout(x, ratio):
    """The same mask at every call."""
    return dropout_forward(x, ratio, np.random.default_rng(3))


def dropout_naive(x, ratio):
    draws = np.random.default_rng(3).random(np.shape(x), np.float32)
    numbers = [a / (1 - ratio) if u >= ratio else 0.0 for a, u in zip(np.ravel(x), np.ravel(draws), strict=True)]
    return np.reshape(numbers, np.shape(x))


def draw_parameters(rng, D, M):
    return {"W": rng.normal(size=(D, M)), "b": rng.normal(size=M)}


def decay_forward(W, b, lam):
    return weight_decay([W, b], lam)


def decay_backward(dout, grads):
    check_shapes("weight_decay", dout=(dout, ""))
    return {name: dout.astype(g.dtype) * g for name, g in zip("Wb", grads, strict=True)}


OPERATIONS = [
    Operation(
        "dropout",
        dropout,
        lambda rng, N, D: {"x": rng.normal(size=(N, D))},
        {"N": (1, 5, 6), "D": (1, 4, 6)},
        backward=dropout_backward,
        gradients=("x",),
        settings={"ratio": 0.4},
        naive=dropout_naive,
        errors=tuple(
            ({"ratio": ratio}, f"dropout: found ratio {ratio}; expected 0 <= ratio < 1") for ratio in (1, -0.1, np.nan)
        ),
        exempt={"pytorch": "PyTorch draws other masks"},
    ),
    Operation(
        "weight_decay",
        decay_forward,
        draw_parameters,
        {"D": (1, 4, 6), "M": (1, 3, 6)},
        backward=decay_backward,
        gradients=("W", "b"),
        settings={"lam": 0.3},
        naive=lambda W, b, lam: lam / 2 * sum(w**2 for row in W for w in row),
        torch=lambda torch, W, b, lam: lam / 2 * (W**2).sum() + 0 * b.sum(),
        errors=(({"lam": -1}, "weight_decay: found lam -1; expected at least 0"),),
        exempt={"batch of one": NO_BATCH, "empty batch": NO_BATCH},
    ),
]
