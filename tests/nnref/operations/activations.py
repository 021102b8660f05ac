"""Activations with their gradients, and their derivatives by themselves; softmax along the last of three axes."""

import math

import numpy as np
from nnref import activations, layers

from tests.nnref.operations import Operation, away_from_zero, value_only


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


def slope_of(f):
    """PyTorch's derivative of an activation, number by number."""

    def derivative(torch, x, **settings):
        x = x.detach().requires_grad_()
        return torch.autograd.grad(f(torch, x, **settings).sum(), x)[0]

    return derivative


def plain(name, naive, torch, **settings):
    """A row of a function of ``nnref.activations`` that has no pair."""
    return Operation(
        name,
        getattr(activations, name),
        draw,
        {"N": (1, 3, 4), "C": (1, 2, 4), "H": (1, 5, 6)},
        settings=settings,
        naive=naive,
        torch=torch,
        errors=(({"x": np.array(["a"])}, "found an array of <U1; expected real numbers"),),
        exempt={"gradient": "a derivative itself, or one without a slope"},
    )


PLAIN = [
    plain("step", each(lambda x: float(x > 0)), lambda torch, x: torch.heaviside(x, torch.zeros_like(x))),
    plain("sign", each(lambda x: float(x > 0) - float(x < 0)), lambda torch, x: torch.sign(x)),
    plain("identity", each(lambda x: x), lambda torch, x: x.clone()),
    plain("d_sigmoid", each(lambda x: math.exp(-x) / (1 + math.exp(-x)) ** 2), slope_of(lambda t, x: t.sigmoid(x))),
    plain("d_tanh", each(lambda x: 1 / math.cosh(x) ** 2), slope_of(lambda t, x: t.tanh(x))),
    plain("d_relu", each(lambda x: float(x > 0)), slope_of(lambda t, x: t.relu(x))),
    plain(
        "d_leaky",
        each(lambda x, alpha: 1.0 if x > 0 else alpha),
        slope_of(lambda t, x, alpha: t.nn.functional.leaky_relu(x, alpha)),
        alpha=0.2,
    ),
]

PAIRS = [
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

OPERATIONS = [*PLAIN, *PAIRS, *(value_only(op, getattr(activations, op.name)) for op in PAIRS)]
