"""Activations with their gradients; softmax along the last of three axes."""

import math

import numpy as np
from nnref import layers

from tests.nnref.operations import Operation, away_from_zero


def draw(rng, N, C, H):
    return {"x": away_from_zero(rng, N, C, H)}


def each(f):
    """The naive twin of an activation: f on one number after the other."""
    return lambda x, **settings: np.array([f(number, **settings) for number in np.ravel(x)]).reshape(np.shape(x))


def softmax_naive(x):
    out = np.empty(np.shape(x))
    for i in np.ndindex(np.shape(x)[:-1]):
        powers = [math.exp(number) for number in x[i]]
        out[i] = [power / math.fsum(powers) for power in powers]
    return out


def row(name, naive, torch, **settings):
    return Operation(
        name,
        getattr(layers, f"{name}_forward"),
        draw,
        {"N": (1, 3, 4), "C": (1, 2, 4), "H": (1, 5, 6)},
        backward=getattr(layers, f"{name}_backward"),
        gradients=("x",),
        settings=settings,
        naive=naive,
        torch=torch,
        errors=(({"x": np.array(["a"])}, "found an array of <U1; expected real numbers"),),
    )


OPERATIONS = [
    row("sigmoid", each(lambda x: 1 / (1 + math.exp(-x))), lambda torch, x: torch.sigmoid(x)),
    row("tanh", each(math.tanh), lambda torch, x: torch.tanh(x)),
    row("relu", each(lambda x: max(x, 0.0)), lambda torch, x: torch.relu(x)),
    row(
        "leaky_relu",
        each(lambda x, alpha: x if x >= 0 else alpha * x),
        lambda torch, x, alpha: torch.nn.functional.leaky_relu(x, alpha),
        alpha=0.2,
    ),
    row("softmax", softmax_naive, lambda torch, x: torch.softmax(x, -1)),
]
