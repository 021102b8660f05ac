"""Activation functions and their derivatives.

Each takes an array of any shape and returns a new array of floats of the same shape; float32 stays float32, whole
numbers become float64, anything else is a ValueError. Nothing changes its input. Derivatives are taken at the input x.
"""

import numpy as np

from nnref.shapes import floating


def step(x):
    """Return 1 where x > 0, else 0. At 0 the value is 0."""
    x = floating(x)
    return (x > 0).astype(x.dtype)


def sign(x):
    """Return -1, 0 or 1: the sign of x."""
    return np.sign(floating(x))


def identity(x):
    """Return the values of x in a new array."""
    return floating(x).copy()


def sigmoid(x):
    """Return 1 / (1 + exp(-x)); exact to rounding for every finite and infinite x.

    The exponential is only ever taken of -|x|, so it cannot overflow.
    """
    x = floating(x)
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + small), small / (1 + small))


def tanh(x):
    """Return (exp(x) - exp(-x)) / (exp(x) + exp(-x))."""
    return np.tanh(floating(x))


def relu(x):
    """Return max(x, 0)."""
    x = floating(x)
    return np.maximum(x, np.zeros((), x.dtype))


def leaky_relu(x, alpha=0.01):
    """Return x where x >= 0, else alpha x, for any alpha >= 0."""
    x = floating(x)
    return np.where(x >= 0, x, np.asarray(alpha, x.dtype) * x)


def softmax(x, axis=-1):
    """Return exp(x) / sum(exp(x)) along `axis`: positive numbers that sum to 1.

    The largest score of each row is subtracted first, which changes nothing but keeps exp from overflowing.
    """
    x = floating(x)
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def d_sigmoid(x):
    """Return the derivative of the sigmoid at x: y (1 - y) with y = sigmoid(x).

    1 - y is computed as sigmoid(-x), which loses no digits where y is close to 1.
    """
    return sigmoid(x) * sigmoid(-floating(x))


def d_tanh(x):
    """Return the derivative of tanh at x: 1 - tanh(x)², computed as 4 d_sigmoid(2x) to lose no digits."""
    return 4 * d_sigmoid(2 * floating(x))


def d_relu(x):
    """Return the derivative of relu at x: 1 where x > 0, else 0. At 0, by convention, 0."""
    return step(x)


def d_leaky(x, alpha=0.01):
    """Return the derivative of leaky_relu at x: 1 where x > 0, else alpha. At 0, by convention, alpha."""
    x = floating(x)
    return np.where(x > 0, np.ones((), x.dtype), np.asarray(alpha, x.dtype))
