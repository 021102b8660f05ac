"""Random weights to start from.

A row takes a seed, and its twin draws from a generator of the same seed, number by number: all draws come from the
generator that the caller gives, and the same seed gives the same draw.
"""

import math

import numpy as np
from nnref.initializers import he, he_normal, xavier_normal
from nnref.lstm import lstm_weights
from nnref.recurrent import recurrent_weights

from tests.nnref.operations import Operation

WHOLE = "expected a whole number of at least 1"
WEIGHTS = "recurrent_weights"
RECURRENT_ERRORS = [({name: 0}, f"{WEIGHTS}: found {name} 0; {WHOLE}") for name in "DH"]
SIZES = {"D": (1, 4, 6), "M": (1, 3, 6)}
RANDOM = dict.fromkeys(
    ("float32", "layout", "untouched", "batch of one", "empty batch", "±1000"), "takes no arrays: sizes and a generator"
) | {"gradient": "random numbers", "pytorch": "PyTorch draws other numbers"}


def seeded(function):
    """The function with a seed in the place of its generator."""
    return lambda seed, **sizes: function(rng=np.random.default_rng(seed), **sizes)


def normal_naive(rng, deviation, *shape):
    """Normal random numbers of one generator, one after the other."""
    return np.array([rng.standard_normal() * deviation for _ in range(math.prod(shape))]).reshape(shape)


def random_row(name, function, draw, naive, errors, **settings):
    return Operation(
        name,
        seeded(function),
        lambda rng, D, M: draw(D, M) | {"seed": int(rng.integers(1000))},
        SIZES,
        settings=settings,
        naive=lambda seed, **sizes: naive(np.random.default_rng(seed), **sizes),
        errors=tuple(errors),
        exempt=RANDOM,
    )


def fans(D, M):
    return {"fan_in": D, "fan_out": M}


def fan_errors(function):
    wrong = (("fan_in", 0), ("fan_in", -2), ("fan_in", 2.5), ("fan_out", 0), ("fan_out", -1), ("fan_out", 1.5))
    return [({name: value}, f"{function}: found {name} {value}; {WHOLE}") for name, value in wrong]


def recurrent_naive(rng, D, H, dtype, kind="lstm", forget_bias=0.0):
    width = {"rnn": 1, "gru": 3, "lstm": 4}[kind] * H
    b = [forget_bias if H <= k < 2 * H else 0.0 for k in range(width)]
    return normal_naive(rng, D**-0.5, D, width), normal_naive(rng, H**-0.5, H, width), np.array(b)


OPERATIONS = [
    random_row(
        "he_normal",
        he_normal,
        fans,
        lambda rng, fan_in, fan_out: normal_naive(rng, (2 / fan_in) ** 0.5, fan_in, fan_out),
        fan_errors("he_normal"),
    ),
    random_row(
        "xavier_normal",
        xavier_normal,
        fans,
        lambda rng, fan_in, fan_out: normal_naive(rng, (2 / (fan_in + fan_out)) ** 0.5, fan_in, fan_out),
        fan_errors("xavier_normal"),
    ),
    random_row(
        "he",
        he,
        lambda D, M: {"shape": (M, D, 2, 3), "fan_in": 6 * D},
        lambda rng, shape, fan_in, dtype: normal_naive(rng, (2 / fan_in) ** 0.5, *shape),
        [({"fan_in": value}, f"he: found fan_in {value}; {WHOLE}") for value in (0, 0.5, np.nan)],
        dtype=np.float64,
    ),
    *(
        random_row(
            f"recurrent_weights, {kind}",
            recurrent_weights,
            lambda D, M: {"D": D, "H": M},
            recurrent_naive,
            [
                *RECURRENT_ERRORS,
                ({"kind": "cnn"}, f"{WEIGHTS}: found the kind 'cnn'; expected one of 'rnn', 'gru', 'lstm'"),
            ],
            kind=kind,
            dtype=np.float64,
        )
        for kind in ("rnn", "gru", "lstm")
    ),
    random_row(
        "lstm_weights",
        lstm_weights,
        lambda D, M: {"D": D, "H": M},
        recurrent_naive,
        RECURRENT_ERRORS,
        forget_bias=1.5,
        dtype=np.float64,
    ),
]
