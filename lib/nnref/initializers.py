"""Random weights to start from: as large as keeps the signal from growing or fading with depth."""

import math

import numpy as np

from nnref.shapes import at_least_1


def he(shape, fan_in, rng, dtype=np.float32):
    """Return normal random numbers of mean 0 and variance 2 / fan_in in an array of any shape.

    fan_in : how many inputs each output sums: D of an affine layer, C kh kw of a convolution. dtype float32 or float64.
    Raises ValueError unless fan_in is a whole number of at least 1.
    Source: K. He et al., "Delving deep into rectifiers", 2015.
    """
    at_least_1("he", "fan_in", fan_in)
    out = rng.standard_normal(shape, dtype)
    out *= math.sqrt(2 / fan_in)
    return out


def he_normal(fan_in, fan_out, rng):
    """Return weights (fan_in, fan_out) with variance 2 / fan_in, for layers before a ReLU; float64.

    Raises ValueError unless both are whole numbers of at least 1.
    """
    for name, value in (("fan_in", fan_in), ("fan_out", fan_out)):
        at_least_1("he_normal", name, value)
    return he((fan_in, fan_out), fan_in, rng, np.float64)


def xavier_normal(fan_in, fan_out, rng):
    """Return weights (fan_in, fan_out) with variance 2 / (fan_in + fan_out), for sigmoid and tanh; float64.

    Some books write 1 / fan_in, which is the same where fan_in = fan_out.
    Raises ValueError unless both are whole numbers of at least 1.
    Source: X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010.
    """
    for name, value in (("fan_in", fan_in), ("fan_out", fan_out)):
        at_least_1("xavier_normal", name, value)
    return rng.standard_normal((fan_in, fan_out)) * math.sqrt(2 / (fan_in + fan_out))
