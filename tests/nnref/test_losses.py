"""Losses: known values, the largest and the smallest numbers, invariants."""

import numpy as np
import pytest
from nnref import losses
from nnref.activations import softmax

Z = np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 1.0]])
T = np.array([2, 1])


def test_mse():
    assert losses.mse([1, 2, 4], [1, 0, 1]) == pytest.approx(13 / 3)
    assert losses.mse([[1.0, 2.0]], [[0.0, 0.0]]) == 2.5  # over all numbers, not over samples
    with pytest.raises(ValueError, match=r"^mse: t has shape \(3, 1\); expected \(3,\)$"):
        losses.mse(np.zeros(3), np.zeros((3, 1)))


def test_cross_entropy():
    p = np.array([[0.5, 0.25, 0.25], [0.1, 0.8, 0.1]])
    assert losses.cross_entropy(p, [1, 1]) == pytest.approx((np.log(4) - np.log(0.8)) / 2)
    assert losses.cross_entropy(p, [1, 1]) == losses.cross_entropy(p, [[0, 1, 0], [0, 1, 0]])


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_cross_entropy_of_a_probability_of_zero(dtype):
    p = np.array([[0, 1], [0.5, 0.5]], dtype)
    with np.errstate(all="raise"):
        loss, cache = losses.cross_entropy_forward(p, [0, 1])
        dp = losses.cross_entropy_backward(1, cache)
    assert np.isfinite(loss) and loss > 40
    assert np.isfinite(dp).all() and dp[0, 0] < -1e30 and dp[0, 1] == dp[1, 0] == 0 and dp[1, 1] == -1


def test_softmax_cross_entropy():
    expected = losses.cross_entropy(softmax(Z), T)
    assert losses.softmax_cross_entropy(Z, T) == pytest.approx(expected, rel=1e-14)
    assert losses.softmax_cross_entropy(Z + [[500.0], [-900.0]], T) == pytest.approx(expected, rel=1e-12)
    for c in (0.0, 1000.0, -1000.0):
        assert losses.softmax_cross_entropy(np.full((4, 7), c), np.arange(4)) == pytest.approx(np.log(7), rel=1e-14)


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_softmax_cross_entropy_of_a_sure_answer(dtype):
    """Right: 0; wrong by 2000: 2000, where the probability itself is 0."""
    z = np.array([[-1000, 1000, 0]], dtype)
    with np.errstate(all="raise", under="ignore"):
        assert losses.softmax_cross_entropy(z, [1]) == 0
        loss, cache = losses.softmax_cross_entropy_forward(z, [0])
        assert loss == 2000
        assert losses.softmax_cross_entropy_backward(1, cache).tolist() == [[-1, 1, 0]]


def test_the_gradient_of_softmax_cross_entropy():
    dz = losses.softmax_cross_entropy_backward(1, losses.softmax_cross_entropy_forward(Z, T)[1])
    np.testing.assert_allclose(dz, (softmax(Z) - [[0, 0, 1], [0, 1, 0]]) / 2, rtol=1e-13)
    np.testing.assert_allclose(dz.sum(axis=1), 0, atol=1e-15)


CALLS = [
    (losses.mse_forward, losses.mse_backward, Z, 2 * Z),
    (losses.cross_entropy_forward, losses.cross_entropy_backward, softmax(Z), T),
    (losses.softmax_cross_entropy_forward, losses.softmax_cross_entropy_backward, Z, T),
]


@pytest.mark.parametrize("forward, backward, x, t", CALLS)
def test_upstream_gradient_and_types(forward, backward, x, t):
    """dout may be any number; the loss and the gradient have the type of the predictions."""
    for dtype in (np.float64, np.float32):
        loss, cache = forward(x.astype(dtype), t)
        one = backward(1, cache)
        assert np.ndim(loss) == 0 and loss.dtype == one.dtype == dtype and one.shape == x.shape
        for dout in (-3, -3.0, np.float64(-3), np.array(-3.0)):
            scaled = backward(dout, cache)
            assert scaled.dtype == dtype
            np.testing.assert_allclose(scaled, -3 * one, rtol=1e-6)


def test_the_plain_function_is_the_loss_of_the_pair():
    for name, x, t in [("mse", Z, 2 * Z), ("cross_entropy", softmax(Z), T), ("softmax_cross_entropy", Z, T)]:
        assert getattr(losses, name)(x, t) == getattr(losses, f"{name}_forward")(x, t)[0]


def test_many_classes_in_float32():
    rng = np.random.default_rng(0)
    z, t = rng.normal(size=(128, 1000)), rng.integers(0, 1000, 128)
    loss, cache = losses.softmax_cross_entropy_forward(z.astype(np.float32), t)
    exact, exact_cache = losses.softmax_cross_entropy_forward(z, t)
    assert loss == pytest.approx(exact, rel=1e-6)
    dz, exact_dz = (losses.softmax_cross_entropy_backward(1, c) for c in (cache, exact_cache))
    np.testing.assert_allclose(dz, exact_dz, rtol=1e-5)
