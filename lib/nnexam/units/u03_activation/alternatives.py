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


def by_sign(negative, zero, positive, dtype=float):
    """Make a function out of one for each sign: each fills its own part of a new array, by a mask."""

    def masked(x, *args, **kwargs):
        y = np.array(x, dtype=dtype)
        for mask, function in ((x < 0, negative), (x == 0, zero), (x > 0, positive)):
            y[mask] = function(y[mask], *args, **kwargs)
        return y

    return masked


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


def log_softmax(x, axis=-1):
    return np.exp(x - np.logaddexp.reduce(x, axis=axis, keepdims=True, dtype=float))


def one_pass_softmax(x, axis=-1):
    """One score after the other: the sum so far is scaled down whenever a larger score comes."""
    scores = np.moveaxis(np.asarray(x, dtype=float), axis, 0)
    top, total = scores[0], 1.0
    for score in scores[1:]:
        larger = np.maximum(top, score)
        total = total * np.exp(top - larger) + np.exp(score - larger)
        top = larger
    return np.moveaxis(np.exp(scores - top) / total, 0, axis)


def pairwise_softmax(x, axis=-1):
    """1 / sum of exp(x_j - x_k) over j: no maximum; what overflows gives 1 / inf = 0."""
    x = np.swapaxes(x * 1.0, axis, -1)
    with np.errstate(over="ignore"):
        sums = np.einsum("...kj->...k", np.exp(x[..., None, :] - x[..., :, None]))
    return np.swapaxes(1 / sums, axis, -1)


def merged_softmax(x, axis=-1):
    """By recursion: softmax of each half, and a sigmoid that says how much of the whole a half is."""

    def merge(x):
        if x.shape[-1] == 1:
            return np.ones(x.shape), x
        (left, a), (right, b) = merge(x[..., ::2]), merge(x[..., 1::2])
        p = np.empty(x.shape)
        p[..., ::2], p[..., 1::2] = half_sigmoid(a - b) * left, half_sigmoid(b - a) * right
        return p, np.logaddexp(a, b)

    return np.moveaxis(merge(np.moveaxis(x.astype(float), axis, -1))[0], -1, axis)


def two_score_sigmoid(x):
    """The softmax of the two scores x and 0."""
    scores = np.stack([np.asarray(x, dtype=float), np.zeros(x.shape)])
    e = np.exp(scores - scores.max(axis=0))
    return e[0] / e.sum(axis=0)


def tanh_in_place(x):
    """exp(-2|x|) in an array of its own, step by step."""
    e = np.array(x, dtype=float)
    np.abs(e, out=e)
    e *= -2
    np.expm1(e, out=e)
    e /= -(e + 2)
    return np.copysign(e, x, out=e)


def tanh_by_halving(x, depth=12):
    """tanh(x) = 2h / (1 + h²) with h = tanh(x / 2); for small x a few terms of the series."""
    x = np.clip(x, -30.0, 30.0)
    if depth == 0:
        return x - x**3 / 3 + 2 * x**5 / 15
    h = tanh_by_halving(x / 2, depth - 1)
    return 2 * h / (1 + h * h)


def relu_into_zeros(x):
    return np.maximum(x, 0, out=np.zeros(x.shape))


def leaky_where(x, alpha=0.01):
    y = x.astype(float)
    np.multiply(y, alpha, out=y, where=y < 0)
    return y


def float32_bell(x):
    e = np.exp(-np.abs(np.asarray(x, dtype=np.float32)))
    return e / (1 + e) ** 2


def complex_step(function, limit):
    """f'(x) is the imaginary part of f(x + ih) / h, for an h as small as one likes."""
    return lambda x: np.imag(function(np.clip(x, -limit, limit) + 1e-30j)) / 1e-30


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
STEPS.alternative(
    by_sign(lambda x: 0, lambda x: 0, lambda x: 1),
    by_sign(lambda x: -1, lambda x: 0, lambda x: 1),
    by_sign(lambda x: x, lambda x: x, lambda x: x),
)
STEPS.alternative(
    lambda x: np.array([0.0, 1.0])[(x > 0).astype(int)],
    lambda x: (np.searchsorted([0], x, "left") + np.searchsorted([0], x, "right")) - 1.0,
    lambda x: np.add(x, 0, dtype=float),
)
STEPS.alternative(
    lambda x: np.select([x > 0], [1.0], 0.0),
    lambda x: np.copysign(1.0, x) * (x != 0),
    lambda x: np.true_divide(x, 1),
)
SIGMOID.alternative(elementwise(slow_sigmoid))
SIGMOID.alternative(half_sigmoid)
SIGMOID.alternative(lambda x: 1 / (1 + np.exp(-np.clip(x, -500, 500))))
SIGMOID.alternative(lambda x: 1 / (1 + np.exp(-x)))  # warns at -1000, but the value is right
SIGMOID.alternative(lambda x: half_sigmoid(np.asarray(x, dtype=np.float32)))
SIGMOID.alternative(lambda x: np.exp(-np.logaddexp(0, -1.0 * x)))
SIGMOID.alternative(two_score_sigmoid)
SIGMOID.alternative(by_sign(lambda x: np.exp(x) / (1 + np.exp(x)), lambda x: 0.5, lambda x: 1 / (1 + np.exp(-x))))
TANH.alternative(lambda x: 2 * half_sigmoid(2 * x) - 1)
TANH.alternative(elementwise(math.tanh))
TANH.alternative(lambda x: np.sign(x) * (1 - np.exp(-2.0 * np.abs(x))) / (1 + np.exp(-2.0 * np.abs(x))))
TANH.alternative(tanh_in_place)
TANH.alternative(tanh_by_halving)
TANH.alternative(
    by_sign(
        lambda x: (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1),
        np.zeros_like,
        lambda x: (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x)),
    )
)
RELUS.alternative(elementwise(lambda x: max(x, 0.0)), elementwise(lambda x, alpha=0.01: x if x > 0 else alpha * x))
RELUS.alternative(
    lambda x: np.where(x > 0, x, 0.0),
    lambda x, alpha=0.01: np.maximum(x, 0) + alpha * np.minimum(x, 0.0),
)
RELUS.alternative(lambda x: np.clip(x * 1.0, 0, None), nested_leaky)
RELUS.alternative(relu_into_zeros, leaky_where)
RELUS.alternative(
    by_sign(lambda x: 0, lambda x: 0, lambda x: x),
    by_sign(lambda x, alpha=0.01: alpha * x, lambda x, alpha=0.01: x, lambda x, alpha=0.01: x, dtype=np.float32),
)
RELUS.alternative(
    lambda x: np.sort(np.stack([x, np.zeros(x.shape)]), axis=0)[1],
    lambda x, alpha=0.01: ((1 + alpha) * x + (1 - alpha) * np.abs(x)) / 2,
)
SOFTMAX.alternative(float32_softmax)
SOFTMAX.alternative(moved_softmax)
SOFTMAX.alternative(
    lambda x, axis=-1: np.apply_along_axis(lambda r: np.exp(r - max(r)) / sum(np.exp(r - max(r))), axis, x)
)
SOFTMAX.alternative(log_softmax)
SOFTMAX.alternative(one_pass_softmax)
SOFTMAX.alternative(pairwise_softmax)
SOFTMAX.alternative(merged_softmax)
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
DERIVATIVES.alternative(
    complex_step(lambda z: 1 / (1 + np.exp(-z)), 300),
    complex_step(np.tanh, 300),
    lambda x: np.heaviside(x, 0),
    lambda x, alpha=0.01: np.piecewise(x.astype(float), [x > 0], [1, alpha]),
)
DERIVATIVES.alternative(
    lambda x: np.exp(-np.logaddexp(0, 1.0 * x) - np.logaddexp(0, -1.0 * x)),
    lambda x: (1 - np.tanh(x)) * (1 + np.tanh(x)),
    lambda x: np.sign(np.maximum(x, 0.0)),
    lambda x, alpha=0.01: alpha + (1.0 - alpha) * (x > 0),
)
DERIVATIVES.alternative(
    float32_bell,
    lambda x: 4 * half_sigmoid(2 * x) * half_sigmoid(-2 * x),
    by_sign(lambda x: 0, lambda x: 0, lambda x: 1),
    by_sign(lambda x, alpha=0.01: alpha, lambda x, alpha=0.01: alpha, lambda x, alpha=0.01: 1),
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
RELUS.equivalent("division makes floats of whole numbers too", "x * 1.0 -> x / 1.0")
RELUS.equivalent("the larger of two", "np.maximum(x, 0.0) -> np.maximum(0.0, x)")
RELUS.equivalent("alpha times 0 is 0", "x < 0 -> x <= 0")
SOFTMAX.equivalent(
    "exp makes floats of whole numbers by itself",
    "x = x * 1.0 -> pass",
    "x * 1.0 -> x / 1.0",
    "x * 1.0 -> x",
)
DERIVATIVES.equivalent("1.0 makes floats of both", "alpha * 1.0 -> alpha / 1.0", "alpha * 1.0 -> alpha")
