"""Random weights, dropout and weight decay.

Statistics are of a million draws and must lie within five standard errors, which a right answer misses once in 1.7
million seeds.
"""

import math

import numpy as np
import pytest
from nnref.affine import Affine
from nnref.dropout import Dropout, dropout_backward, dropout_forward
from nnref.initializers import he, he_normal, xavier_normal
from nnref.weight_decay import weight_decay

N = 1_000_000
INITIALIZERS = {
    "he_normal": (lambda rng: he_normal(500, 2000, rng), (500, 2000), np.float64, 2 / 500),
    "xavier_normal": (lambda rng: xavier_normal(500, 2000, rng), (500, 2000), np.float64, 2 / 2500),
    "he": (lambda rng: he((100, 40, 10, 25), 80, rng), (100, 40, 10, 25), np.float32, 2 / 80),
    "Affine.he": (lambda rng: Affine.he(500, 2000, rng).params[0], (500, 2000), np.float32, 2 / 500),
}


@pytest.mark.parametrize("name", INITIALIZERS)
def test_weights_have_the_mean_and_the_variance(name):
    draw, shape, dtype, variance = INITIALIZERS[name]
    state = repr(np.random.get_state())
    rng = np.random.default_rng(0)
    W = draw(rng)
    assert W.shape == shape and W.dtype == dtype
    assert abs(W.mean(dtype=float)) < 5 * math.sqrt(variance / N)
    assert abs(W.var(dtype=float) / variance - 1) < 5 * math.sqrt(2 / N)
    inside = np.mean(np.abs(W) < math.sqrt(variance))  # 0.6827 for a normal distribution, 0.577 for a uniform one
    assert abs(inside - 0.682689) < 5 * math.sqrt(0.6827 * 0.3173 / N)
    np.testing.assert_array_equal(draw(np.random.default_rng(0)), W)
    assert not np.array_equal(draw(rng), W) and repr(np.random.get_state()) == state


def test_affine_he_has_a_bias_of_zero_and_one_type():
    for dtype in (np.float32, np.float64):
        W, b = Affine.he(4, 3, np.random.default_rng(0), dtype).params
        assert W.dtype == b.dtype == dtype and W.shape == (4, 3) and b.tolist() == [0, 0, 0]


def test_no_inputs_are_one_sentence():
    for call, sentence in [
        (lambda rng: he((3, 2), 0, rng), "he: found fan_in 0; expected a whole number of at least 1"),
        (lambda rng: he_normal(0, 2, rng), "he_normal: found fan_in 0; expected a whole number of at least 1"),
        (
            lambda rng: xavier_normal(2, 0, rng),
            "xavier_normal: found fan_out 0; expected a whole number of at least 1",
        ),
    ]:
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            call(np.random.default_rng(0))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("ratio", [0.3, 0.9])
def test_dropout_drops_the_share_and_keeps_the_mean(ratio, dtype):
    state = repr(np.random.get_state())
    out, mask = dropout_forward(np.full((1000, 1000), 3, dtype), ratio, np.random.default_rng(0))
    assert out.dtype == mask.dtype == dtype
    dropped = np.mean(out == 0)
    assert abs(dropped - ratio) < 5 * math.sqrt(ratio * (1 - ratio) / N)
    np.testing.assert_allclose(out[out != 0], 3 / (1 - ratio), rtol=1e-6)
    for axis in (0, 1):  # no row or column is dropped as a whole: 2000 sums, each within seven standard errors
        assert np.abs(np.mean(out == 0, axis=axis) - ratio).max() < 7 * math.sqrt(ratio * (1 - ratio) / 1000)
    assert repr(np.random.get_state()) == state


def test_dropout_layer_in_training():
    x, dout = np.ones((20, 30)), np.full((20, 30), 2.0)
    layer = Dropout(0.5, np.random.default_rng(0))
    outs = [layer.forward(x, train=True) for _ in range(3)]
    assert not np.array_equal(outs[0], outs[1]) and not np.array_equal(outs[1], outs[2])
    np.testing.assert_array_equal(layer.backward(dout), 2 * outs[2])  # the mask of the last forward
    np.testing.assert_array_equal(layer.backward(dout), 2 * outs[2])
    again = Dropout(0.5, np.random.default_rng(0))
    np.testing.assert_array_equal(again.forward(x, train=True), outs[0])
    assert layer.params == layer.grads == []


def test_dropout_layer_in_use():
    """Nothing is dropped, scaled or drawn, and the result is no view."""
    rng = np.random.default_rng(0)
    layer, x = Dropout(0.5, rng), np.arange(6.0).reshape(2, 3)
    state = repr(rng.bit_generator.state)
    for out in (layer.forward(x), layer.forward(x, train=False)):
        np.testing.assert_array_equal(out, x)
        assert not np.shares_memory(out, x)
    assert repr(rng.bit_generator.state) == state
    dout = np.ones((2, 3), np.float32)
    np.testing.assert_array_equal(layer.backward(dout), dout)
    assert not np.shares_memory(layer.backward(dout), dout)


def test_dropout_of_nothing():
    x = np.arange(1.0, 7).reshape(2, 3)
    out, cache = dropout_forward(x, 0, np.random.default_rng(0))
    np.testing.assert_array_equal(out, x)
    np.testing.assert_array_equal(dropout_backward(x, cache), x)
    np.testing.assert_array_equal(Dropout(0, np.random.default_rng(0)).forward(x, train=True), x)


def test_a_wrong_ratio_is_found_when_the_layer_is_made():
    for ratio in (1, -0.1, 1.5):
        with pytest.raises(ValueError, match=f"^dropout: found ratio {ratio}; expected 0 <= ratio < 1$"):
            Dropout(ratio, np.random.default_rng(0))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_weight_decay(dtype):
    W, b, filters = np.array([[1, 2], [3, 4]], dtype), np.array([5, 6], dtype), np.ones((2, 1, 3, 3), dtype)
    loss, grads = weight_decay([W, b, filters], 0.5)
    assert loss == 0.25 * (30 + 18) and loss.dtype == dtype
    assert [g.dtype for g in grads] == [dtype] * 3
    assert grads[0].tolist() == [[0.5, 1], [1.5, 2]] and grads[1].tolist() == [0, 0] and (grads[2] == 0.5).all()
    assert not any(np.shares_memory(g, p) for g, p in zip(grads, (W, b, filters), strict=True))


def test_weight_decay_of_biases_alone_or_with_nothing():
    assert weight_decay([np.ones(3)], 0.5)[0] == 0 and weight_decay([], 0.5) == (0, [])
    loss, grads = weight_decay([np.ones((2, 2))], 0)
    assert loss == 0 and not grads[0].any()
