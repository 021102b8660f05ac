"""The reference activations: against plain mathematics, at the edges, and without side effects."""

import math

import numpy as np
import pytest
from nnref import activations as ref

X = np.array([[-3.0, -0.5, 0.25], [0.75, 2.0, 7.0]])
NAIVE = {
    "step": lambda x: float(x > 0),
    "sign": lambda x: float((x > 0) - (x < 0)),
    "identity": lambda x: x,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": math.tanh,
    "relu": lambda x: max(x, 0.0),
    "leaky_relu": lambda x: x if x > 0 else 0.01 * x,
}
PAIRS = {"sigmoid": "d_sigmoid", "tanh": "d_tanh", "relu": "d_relu", "leaky_relu": "d_leaky"}


@pytest.mark.parametrize("name", NAIVE)
def test_equal_to_its_naive_twin(name):
    expected = np.vectorize(NAIVE[name], otypes=[float])(X)
    np.testing.assert_allclose(getattr(ref, name)(X), expected, rtol=1e-14)


@pytest.mark.parametrize("name", PAIRS)
def test_derivatives_by_central_differences(name):
    f, df = getattr(ref, name), getattr(ref, PAIRS[name])
    np.testing.assert_allclose(df(X), (f(X + 1e-5) - f(X - 1e-5)) / 2e-5, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("name", [*NAIVE, *PAIRS.values(), "softmax"])
def test_contract(name):
    """New array, dtype kept, integers to float64, input untouched, finite at ±1000, any memory order."""
    f = getattr(ref, name)
    for x in (X, X.astype(np.float32), np.asfortranarray(X), X[:, ::-1], np.array([[-2, 0], [1, 3]])):
        before = x.copy()
        y = f(x)
        assert y.shape == x.shape and not np.shares_memory(x, y)
        assert y.dtype == (x.dtype if x.dtype.kind == "f" else np.float64)
        np.testing.assert_array_equal(x, before)
        np.testing.assert_allclose(y, f(np.ascontiguousarray(x, dtype=float)), rtol=1e-6)
    with np.errstate(all="raise", under="ignore"):
        assert np.isfinite(f(np.array([[-1000.0, 0.0, 1000.0]]))).all()


def test_conventions_at_zero_and_infinity():
    zero = np.zeros(1)
    assert ref.step(zero) == ref.sign(zero) == ref.d_relu(zero) == 0
    assert ref.d_leaky(zero, alpha=0.3) == 0.3
    assert list(ref.relu(np.array([-np.inf, np.inf]))) == [0, np.inf]
    assert ref.leaky_relu(np.array([-1.0]), alpha=2.5) == -2.5


def test_softmax_is_a_distribution_and_shift_invariant():
    y = ref.softmax(X, axis=0)
    np.testing.assert_allclose(y.sum(axis=0), 1)
    np.testing.assert_allclose(ref.softmax(X + np.array([[500.0], [-900.0]])), ref.softmax(X), rtol=1e-12)
    np.testing.assert_allclose(ref.softmax(X[:, [2, 0, 1]]), ref.softmax(X)[:, [2, 0, 1]])
    np.testing.assert_allclose(ref.sigmoid(-X), 1 - ref.sigmoid(X), rtol=1e-12)
