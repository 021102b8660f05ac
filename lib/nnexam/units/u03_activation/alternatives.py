"""u03_activation: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np

from .exercises import DERIVATIVES, RELUS, SIGMOID, SOFTMAX, STEPS, TANH


def elementwise(function):
    """Make a loop over all elements out of a function of one number."""

    def looped(x, *args, **kwargs):
        x = np.asarray(x)
        out = np.empty(x.shape, dtype=float)
        for index in np.ndindex(x.shape):
            out[index] = function(float(x[index]), *args, **kwargs)
        return out

    return looped


def slow_sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def float32_softmax(x, axis=-1):
    x = np.asarray(x, dtype=np.float32)
    shifted = x - np.max(x, axis=axis, keepdims=True)
    logsum = np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))
    return np.exp(shifted - logsum)


def moved_softmax(x, axis=-1):
    rows = np.moveaxis(np.array(x, dtype=float), axis, 0)
    rows -= rows.max(axis=0)
    rows = np.exp(rows)
    return np.moveaxis(rows / rows.sum(axis=0), 0, axis)


def nested_leaky(x, alpha=0.01):
    """Lists in lists, by recursion."""
    if np.ndim(x) > 0:
        return [nested_leaky(part, alpha) for part in x]
    return float(x if x > 0 else alpha * x)


def half_sigmoid(x):
    return 0.5 * (1 + np.tanh(np.asarray(x) / 2.0))


STEPS.alternative(
    elementwise(lambda x: 1 if x > 0 else 0),
    elementwise(lambda x: (x > 0) - (x < 0)),
    elementwise(lambda x: x),
)
STEPS.alternative(lambda x: np.heaviside(x, 0.0), lambda x: np.sign(x) * 1.0, lambda x: 1.0 * x)
SIGMOID.alternative(elementwise(slow_sigmoid))
SIGMOID.alternative(half_sigmoid)
SIGMOID.alternative(lambda x: 1 / (1 + np.exp(-np.clip(x, -500, 500))))
SIGMOID.alternative(lambda x: 1 / (1 + np.exp(-x)))  # warns at -1000, but the value is right
SIGMOID.alternative(lambda x: half_sigmoid(np.asarray(x, dtype=np.float32)))
TANH.alternative(lambda x: 2 * half_sigmoid(2 * x) - 1)
TANH.alternative(elementwise(math.tanh))
TANH.alternative(lambda x: np.sign(x) * (1 - np.exp(-2.0 * np.abs(x))) / (1 + np.exp(-2.0 * np.abs(x))))
RELUS.alternative(elementwise(lambda x: max(x, 0.0)), elementwise(lambda x, alpha=0.01: x if x > 0 else alpha * x))
RELUS.alternative(
    lambda x: np.where(x > 0, x, 0.0),
    lambda x, alpha=0.01: np.maximum(x, 0) + alpha * np.minimum(x, 0),
)
RELUS.alternative(lambda x: np.clip(x * 1.0, 0, None), nested_leaky)
SOFTMAX.alternative(float32_softmax)
SOFTMAX.alternative(moved_softmax)
SOFTMAX.alternative(
    lambda x, axis=-1: np.apply_along_axis(lambda r: np.exp(r - max(r)) / sum(np.exp(r - max(r))), axis, x)
)
DERIVATIVES.alternative(
    elementwise(lambda x: slow_sigmoid(x) * slow_sigmoid(-x)),
    elementwise(lambda x: 1 - math.tanh(x) ** 2),
    elementwise(lambda x: float(x > 0)),
    elementwise(lambda x, alpha=0.01: 1.0 if x > 0 else alpha),
)
DERIVATIVES.alternative(
    lambda x: 0.25 * (1 - np.tanh(x / 2) ** 2),
    lambda x: 1 / np.cosh(np.clip(x, -300, 300)) ** 2,
    lambda x: (np.asarray(x) > 0).astype(np.float32),
    lambda x, alpha=0.01: np.where(np.asarray(x) > 0, 1.0, alpha),
)

STEPS.equivalent(
    "np.where turns the truth values themselves into 0.0 and 1.0",
    "np.where(x > 0, 1.0, 0.0) -> np.where(1.0, x > 0, 0.0)",
    "np.where(x > 0, 1.0, 0.0) -> np.where(1.0, x > 0, 0.0) #2",
    "np.where(x < 0, 1.0, 0.0) -> np.where(1.0, x < 0, 0.0)",
)
SIGMOID.equivalent(
    "what follows makes floats of whole numbers by itself",
    "x = x * 1.0 -> pass",
    "x * 1.0 -> x / 1.0",
    "x * 1.0 -> x",
)
SIGMOID.equivalent("both formulas are right at 0", "x >= 0 -> x > 0")
RELUS.equivalent(
    "what follows makes floats of whole numbers by itself",
    "x = x * 1.0 -> pass",
    "x * 1.0 -> x / 1.0",
    "x * 1.0 -> x",
)
RELUS.equivalent("the larger of two", "np.maximum(x, 0.0) -> np.maximum(0.0, x)")
RELUS.equivalent("alpha times 0 is 0", "x < 0 -> x <= 0")
SOFTMAX.equivalent(
    "exp makes floats of whole numbers by itself",
    "x = x * 1.0 -> pass",
    "x * 1.0 -> x / 1.0",
    "x * 1.0 -> x",
)
DERIVATIVES.equivalent(
    "alpha is a float unless somebody passes a whole number",
    "alpha * 1.0 -> alpha / 1.0",
    "alpha * 1.0 -> alpha",
)
