"""Losses."""

import math

import numpy as np
from nnref.losses import (
    cross_entropy,
    cross_entropy_backward,
    cross_entropy_forward,
    mse,
    mse_backward,
    mse_forward,
    softmax_cross_entropy,
    softmax_cross_entropy_backward,
    softmax_cross_entropy_forward,
    softmax_cross_entropy_naive,
)

from tests.nnref.operations import Operation, value_only

EMPTY = {"empty batch": "no samples have no mean"}
SIZES = {"N": (1, 5, 6), "K": (1, 4, 6)}


def draw_targets(rng, N, T, D):
    return {"y": rng.normal(size=(N, T, D)), "t": rng.normal(size=(N, T, D))}


def draw_probabilities(rng, N, K):
    p = rng.uniform(0.2, 1, size=(N, K))
    return {"p": p / p.sum(axis=1, keepdims=True), "t": rng.integers(0, K, N)}


def draw_scores(rng, N, K):
    return {"z": 2 * rng.normal(size=(N, K)), "t": rng.integers(0, K, N)}


def one_hot_labels(draw):
    """The same arguments, with one-hot rows for labels."""

    def drawn(rng, N, K):
        arguments = draw(rng, N, K)
        return arguments | {"t": np.eye(K)[arguments["t"]]}

    return drawn


def mse_naive(y, t):
    errors = [(a - b) ** 2 for a, b in zip(np.ravel(y), np.ravel(t), strict=True)]
    return math.fsum(errors) / len(errors)


def cross_entropy_naive(p, t):
    return -math.fsum(math.log(row[label]) for row, label in zip(p, t, strict=True)) / len(p)


def label_errors(name):
    """Sentences that both cross entropies say, for N = 5 and K = 4."""
    expected = "expected whole numbers from 0 to 3"
    soft = f"{name}: found rows of t that are not one-hot; expected a single 1 among zeros"
    return (
        ({"t": np.zeros(4, int)}, f"{name}: t has shape (4,); expected (N=5,)"),
        ({"t": np.zeros((5, 1), int)}, f"{name}: t has shape (5, 1); expected (N=5, K=4)"),
        ({"t": np.array([0, 1, 2, 3, 4])}, f"{name}: found the label 4; {expected}"),
        ({"t": np.array([0, 1, 2, 3, -1])}, f"{name}: found the label -1; {expected}"),
        ({"t": np.array([0, 1, 2, 3, np.nan])}, f"{name}: found the label nan; {expected}"),
        ({"t": np.full((5, 4), 0.25)}, soft),
        ({"t": np.eye(5, 4) + np.eye(5, 4, 1) + np.eye(5, 4, -4)}, soft),
    )


OPERATIONS = [
    Operation(
        "mse",
        mse_forward,
        draw_targets,
        {"N": (1, 5, 6), "T": (1, 3, 4), "D": (1, 2, 4)},
        backward=mse_backward,
        gradients=("y",),
        naive=mse_naive,
        torch=lambda torch, y, t: torch.nn.functional.mse_loss(y, t),
        errors=(
            ({"t": np.zeros((5, 3, 1))}, "mse: t has shape (5, 3, 1); expected (5, 3, 2)"),
            (
                {"y": np.zeros((0, 3)), "t": np.zeros((0, 3))},
                "mse: found an empty batch; expected at least one sample",
            ),
        ),
        exempt=EMPTY,
    ),
    Operation(
        "cross_entropy",
        cross_entropy_forward,
        draw_probabilities,
        SIZES,
        backward=cross_entropy_backward,
        gradients=("p",),
        naive=cross_entropy_naive,
        torch=lambda torch, p, t: torch.nn.functional.nll_loss(p.log(), t),
        errors=(
            *label_errors("cross_entropy"),
            ({"p": np.zeros(4)}, "cross_entropy: p has shape (4,); expected (N, K)"),
            (
                {"p": np.zeros((0, 4)), "t": np.zeros(0, int)},
                "cross_entropy: found an empty batch; expected at least one sample",
            ),
        ),
        exempt=EMPTY,
    ),
    Operation(
        "cross_entropy, one-hot",
        cross_entropy_forward,
        one_hot_labels(draw_probabilities),
        SIZES,
        backward=cross_entropy_backward,
        gradients=("p",),
        naive=lambda p, t: cross_entropy_naive(p, [list(row).index(1) for row in t]),
        torch=lambda torch, p, t: -(t * p.log()).sum(1).mean(),
        errors=(({"t": np.eye(4)}, "cross_entropy: t has shape (4, 4); expected (N=5, K=4)"),),
        exempt=EMPTY,
    ),
    Operation(
        "softmax_cross_entropy",
        softmax_cross_entropy_forward,
        draw_scores,
        SIZES,
        backward=softmax_cross_entropy_backward,
        gradients=("z",),
        naive=softmax_cross_entropy_naive,
        torch=lambda torch, z, t: torch.nn.functional.cross_entropy(z, t),
        errors=(
            *label_errors("softmax_cross_entropy"),
            ({"z": np.zeros((5, 4, 1))}, "softmax_cross_entropy: z has shape (5, 4, 1); expected (N, K)"),
            (
                {"z": np.zeros((0, 4)), "t": np.zeros(0, int)},
                "softmax_cross_entropy: found an empty batch; expected at least one sample",
            ),
        ),
        exempt=EMPTY,
    ),
    Operation(
        "softmax_cross_entropy, one-hot",
        softmax_cross_entropy_forward,
        one_hot_labels(draw_scores),
        SIZES,
        backward=softmax_cross_entropy_backward,
        gradients=("z",),
        naive=lambda z, t: softmax_cross_entropy_naive(z, [list(row).index(1) for row in t]),
        torch=lambda torch, z, t: torch.nn.functional.cross_entropy(z, t),
        errors=(({"t": np.eye(4)}, "softmax_cross_entropy: t has shape (4, 4); expected (N=5, K=4)"),),
        exempt=EMPTY,
    ),
]
OPERATIONS += [
    value_only(next(op for op in OPERATIONS if op.name == f.__name__), f)
    for f in (mse, cross_entropy, softmax_cross_entropy)
]
