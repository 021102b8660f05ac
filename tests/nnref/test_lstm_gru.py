"""LSTM and GRU: one gate at a time, what passes between steps and calls, and how long a cell lasts."""

import numpy as np
import pytest
from nnref.gru import TimeGRU, gru_backward, gru_forward, gru_step_backward, gru_step_forward
from nnref.lstm import (
    TimeLSTM,
    count_params,
    forget_halflife,
    lstm_backward,
    lstm_forward,
    lstm_step_backward,
    lstm_step_forward,
    lstm_weights,
)
from nnref.recurrent import recurrent_weights
from nnref.rnn import clip_grads, rnn_backward, rnn_forward

from tests.conftest import pytorch

N, T, D, H = 5, 6, 3, 4


@pytest.fixture
def rng():
    return np.random.default_rng(21)


def gates(rng, *values):
    """Weights that do not look at x or h: every gate has the value σ(b) or tanh(b) of its own b."""
    width = len(values) * H
    return np.zeros((D, width)), np.zeros((H, width)), np.repeat(np.array(values, float), H)


def states(rng, count):
    return [rng.normal(size=(N, H)) for _ in range(count)]


OPEN, SHUT = 1000.0, -1000.0


@pytest.mark.parametrize(
    "i, f, g, o, cell",
    [
        (SHUT, OPEN, 0.7, OPEN, lambda c: c),  # only the forget gate: c stays, to the last digit
        (OPEN, SHUT, 0.7, OPEN, lambda c: np.full_like(c, np.tanh(0.7))),  # only the input gate: g alone
        (SHUT, SHUT, 0.7, OPEN, np.zeros_like),  # neither
        (OPEN, OPEN, 0.7, OPEN, lambda c: c + np.tanh(0.7)),  # both
        (0.0, OPEN, OPEN, OPEN, lambda c: c + 0.5),  # the input gate is a sigmoid, g a tanh
        (OPEN, OPEN, 0.7, SHUT, lambda c: c + np.tanh(0.7)),  # a shut output gate leaves c as it is
    ],
)
def test_one_lstm_gate_at_a_time(rng, i, f, g, o, cell):
    x, (h, c) = rng.normal(size=(N, D)), states(rng, 2)
    (h_next, c_next), _ = lstm_step_forward(x, h, c, *gates(rng, i, f, g, o))
    np.testing.assert_allclose(c_next, cell(c), rtol=1e-15, atol=0)
    np.testing.assert_allclose(h_next, np.tanh(cell(c)) * (o == OPEN), rtol=1e-15, atol=0)
    (hs, c_last), _ = lstm_forward(x[:, np.newaxis], h, c, *gates(rng, i, f, g, o))
    np.testing.assert_allclose(hs[:, 0], h_next, rtol=1e-15, atol=0)
    np.testing.assert_allclose(c_last, c_next, rtol=1e-15, atol=0)


def walk_back(step_backward, caches, dhs, states):
    """The plain way back through time: gradients of x, of the states before the first step, and of the weights."""
    dx, sums = [], {"Wx": 0, "Wh": 0, "b": 0}
    for t in reversed(range(len(caches))):
        states = [dhs[:, t] + states[0], *states[1:]]
        d, *states, grads = step_backward(states if len(states) > 1 else states[0], caches[t])
        dx.insert(0, d)
        sums = {name: sums[name] + grads[name] for name in sums}
    return np.stack(dx, axis=1), *states, sums


def assert_equal_gradients(found, expected):
    for a, b in zip(found[:-1], expected[:-1], strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-12, atol=1e-13)
    for name, gradient in expected[-1].items():
        np.testing.assert_allclose(found[-1][name], gradient, rtol=1e-12, atol=1e-13, err_msg=name)


def test_lstm_back_through_time_is_the_steps_walked_back(rng):
    x, (h0, c0, dc_last) = rng.normal(size=(N, T, D)), states(rng, 3)
    weights, dhs = recurrent_weights("lstm", D, H, rng, np.float64), rng.normal(size=(N, T, H))
    h, c, caches = h0, c0, []
    for t in range(T):
        (h, c), cache = lstm_step_forward(x[:, t], h, c, *weights)
        caches.append(cache)
    expected = walk_back(lstm_step_backward, caches, dhs, [np.zeros((N, H)), dc_last])
    assert_equal_gradients(lstm_backward((dhs, dc_last), lstm_forward(x, h0, c0, *weights)[1]), expected)


def test_gru_back_through_time_is_the_steps_walked_back(rng):
    x, (h0,) = rng.normal(size=(N, T, D)), states(rng, 1)
    weights, dhs = recurrent_weights("gru", D, H, rng, np.float64), rng.normal(size=(N, T, H))
    h, caches = h0, []
    for t in range(T):
        h, cache = gru_step_forward(x[:, t], h, *weights)
        caches.append(cache)
    expected = walk_back(gru_step_backward, caches, dhs, [np.zeros((N, H))])
    assert_equal_gradients(gru_backward(dhs, gru_forward(x, h0, *weights)[1]), expected)


@pytest.mark.parametrize("sizes", [(N, T), (1, 1)])
@pytest.mark.parametrize("kind", ["rnn", "lstm", "gru"])
def test_a_caller_may_change_the_states_that_forward_returned(rng, kind, sizes):
    """They are copies: backward still finds its own."""
    forward, backward = {
        "rnn": (rnn_forward, rnn_backward),
        "lstm": (lstm_forward, lstm_backward),
        "gru": (gru_forward, gru_backward),
    }[kind]
    zeros = [np.zeros((sizes[0], H))] * (2 if kind == "lstm" else 1)
    out, cache = forward(rng.normal(size=(*sizes, D)), *zeros, *recurrent_weights(kind, D, H, rng, np.float64))
    dout = (np.ones((*sizes, H)), zeros[0]) if kind == "lstm" else np.ones((*sizes, H))
    before = backward(dout, cache)
    for array in out if kind == "lstm" else (out,):
        array[...] = np.nan
    assert_equal_gradients(backward(dout, cache), before)


def test_an_open_forget_gate_is_a_highway_for_gradients(rng):
    """f = 1, i = 0: what comes to the last cell comes to the first, unchanged, over a hundred steps."""
    x, (h0, c0, dc_last) = rng.normal(size=(N, 100, D)), states(rng, 3)
    _, cache = lstm_forward(x, h0, c0, *gates(rng, SHUT, OPEN, 0.7, 0.3))
    _, dh0, dc0, _ = lstm_backward((np.zeros((N, 100, H)), dc_last), cache)
    np.testing.assert_array_equal(dc0, dc_last)
    assert not dh0.any()


def test_gru_gates(rng):
    x, (h,) = rng.normal(size=(N, D)), states(rng, 1)
    Wx, Wh, b = recurrent_weights("gru", D, H, rng, np.float64)
    b = rng.normal(size=3 * H)
    for z, r, expected in (
        (OPEN, 0.0, h),  # z = 1: h is copied, to the last digit
        (SHUT, SHUT, np.tanh(x @ Wx[:, 2 * H :] + b[2 * H :])),  # z = 0, r = 0: h is ignored
        (SHUT, OPEN, np.tanh(x @ Wx[:, 2 * H :] + h @ Wh[:, 2 * H :] + b[2 * H :])),  # z = 0, r = 1: a plain RNN
    ):
        chosen = np.concatenate([np.full(H, r), np.full(H, z), b[2 * H :]])
        out, _ = gru_step_forward(x, h, Wx, Wh, chosen)
        np.testing.assert_allclose(out, expected, rtol=1e-14, atol=0)
        hs, _ = gru_forward(x[:, np.newaxis], h, Wx, Wh, chosen)
        np.testing.assert_allclose(hs[:, 0], expected, rtol=1e-14, atol=0)


def test_gru_equals_that_of_pytorch_where_nothing_is_reset(rng):
    """With r = 1 it does not matter whether the reset comes before or after the product; with r < 1 it does."""
    torch = pytorch()
    x, (h0,) = rng.normal(size=(N, T, D)), states(rng, 1)
    Wx, Wh, b = recurrent_weights("gru", D, H, rng, np.float64)
    layer = torch.nn.GRU(D, H, batch_first=True, dtype=torch.float64)
    for bias, same in ((OPEN, True), (0.0, False)):
        b[:H] = bias
        ours = {"weight_ih_l0": Wx.T, "weight_hh_l0": Wh.T, "bias_ih_l0": b, "bias_hh_l0": 0 * b}
        ours = {name: torch.tensor(a.copy()) for name, a in ours.items()}
        theirs, _ = torch.func.functional_call(layer, ours, (torch.tensor(x), torch.tensor(h0)[None]))
        assert np.allclose(gru_forward(x, h0, Wx, Wh, b)[0], theirs.numpy(), rtol=0, atol=1e-10) == same


@pytest.mark.parametrize("kind, Layer", [("lstm", TimeLSTM), ("gru", TimeGRU)])
def test_layers_over_time(rng, kind, Layer):
    weights = recurrent_weights(kind, D, H, rng, np.float64)
    x, dhs = rng.normal(size=(N, T, D)), rng.normal(size=(N, T, H))
    zeros = [np.zeros((N, H))] * (2 if kind == "lstm" else 1)
    forward, backward = {"lstm": (lstm_forward, lstm_backward), "gru": (gru_forward, gru_backward)}[kind]
    out, cache = forward(x, *zeros, *weights)
    whole = out[0] if kind == "lstm" else out
    dx, *d0, grads = backward((dhs, zeros[0]) if kind == "lstm" else dhs, cache)

    layer = Layer(*weights)
    with pytest.raises(RuntimeError, match="found backward before forward"):
        layer.backward(dhs)
    assert all(p is w for p, w in zip(layer.params, weights, strict=True))
    kept = list(layer.grads)
    layer.forward(x)
    np.testing.assert_array_equal(layer.forward(x), whole)  # not stateful: from zero again
    np.testing.assert_array_equal(layer.backward(dhs), dx)
    for found, expected in zip([layer.dh0, layer.dc0] if kind == "lstm" else [layer.dh0], d0, strict=True):
        np.testing.assert_array_equal(found, expected)
    for gradient, name in zip(kept, ("Wx", "Wh", "b"), strict=True):
        np.testing.assert_array_equal(gradient, grads[name])

    pieces, other = Layer(*weights, stateful=True), Layer(*weights, stateful=True)
    first = pieces.forward(x[:, :2])
    np.testing.assert_allclose(first, whole[:, :2], rtol=1e-13)
    first[...] = 7
    np.testing.assert_allclose(pieces.forward(x[:, 2:]), whole[:, 2:], rtol=1e-12)  # h and c went over
    np.testing.assert_allclose(other.forward(x), whole, rtol=1e-13)
    with pytest.raises(ValueError, match="found 1 sequences after a state of 5"):
        pieces.forward(x[:1])
    pieces.reset_state()
    np.testing.assert_allclose(pieces.forward(x[:1]), whole[:1], rtol=1e-12)


def test_time_lstm_takes_the_gradient_of_the_last_cell(rng):
    layer = TimeLSTM(*recurrent_weights("lstm", D, H, rng, np.float64))
    x, (zero, dc_last) = rng.normal(size=(N, T, D)), states(rng, 2)
    layer.forward(x)
    dx = layer.backward(np.zeros((N, T, H)), dc_last)
    (_, c), cache = lstm_forward(x, zero * 0, zero * 0, *layer.params)
    np.testing.assert_array_equal(layer.last[1], c)
    np.testing.assert_array_equal(dx, lstm_backward((np.zeros((N, T, H)), dc_last), cache)[0])
    assert dx.any()


@pytest.mark.parametrize("kind, parts", [("rnn", 1), ("gru", 3), ("lstm", 4)])
def test_counts_are_those_of_the_weights(rng, kind, parts):
    weights = recurrent_weights(kind, D, H, rng)
    assert [w.shape for w in weights] == [(D, parts * H), (H, parts * H), (parts * H,)]
    assert all(w.dtype == np.float32 for w in weights)
    assert count_params(kind, D, H) == sum(w.size for w in weights)


def test_known_counts():
    assert [count_params(kind, 64, 128) for kind in ("rnn", "gru", "lstm")] == [24704, 74112, 98816]
    with pytest.raises(ValueError, match="^count_params: found the kind 'LSTM'; expected one of 'rnn', 'gru', 'lstm'$"):
        count_params("LSTM", 3, 4)


def test_weights_have_the_stated_spread(rng):
    """Bounds of 5.5 standard errors, 1/√(2n) for a spread and σ/√n for a mean: false alarms below 2e-7 together."""
    Wx, Wh, b = recurrent_weights("gru", 100, 300, rng, np.float64)
    for W, spread in ((Wx, 1 / 10), (Wh, 1 / 300**0.5)):
        assert abs(W.std() / spread - 1) < 5.5 / (2 * W.size) ** 0.5
        assert abs(W.mean()) < 5.5 * spread / W.size**0.5
    assert not b.any()


def test_the_forget_bias_is_that_of_the_forget_gate(rng):
    Wx, Wh, b = lstm_weights(D, H, rng, forget_bias=3)
    np.testing.assert_array_equal(b, [0] * H + [3] * H + [0] * 2 * H)
    assert Wx.shape == (D, 4 * H) and Wh.shape == (H, 4 * H) and b.dtype == np.float32
    np.testing.assert_array_equal(lstm_weights(D, H, rng)[2][H : 2 * H], 1)


def test_half_of_the_cell_is_left_after_the_half_life(rng):
    assert forget_halflife(0.0) == pytest.approx(1)  # f = 1/2
    assert forget_halflife(3.0) == pytest.approx(0.693147 / 0.048587, rel=1e-5)
    bias = np.array([[-1.5, 2.0, 7.0]])
    f = 1 / (1 + np.exp(-bias))
    np.testing.assert_allclose(f ** forget_halflife(bias), [[0.5, 0.5, 0.5]], rtol=1e-12)
    with np.errstate(all="raise", under="ignore"):
        assert forget_halflife(1000.0) == np.inf
        assert forget_halflife(-1000) == pytest.approx(np.log(2) / 1000)
        assert forget_halflife(40.0) == pytest.approx(np.log(2) * np.exp(40))  # where σ is 1 to the last digit


def test_the_half_life_is_that_of_a_cell(rng):
    bias = -np.log(2 ** (1 / 9) - 1)  # f = 2^(-1/9)
    assert forget_halflife(bias) == pytest.approx(9)
    c0 = rng.normal(size=(N, H))
    (_, c), _ = lstm_forward(np.zeros((N, 9, D)), c0, c0, *gates(rng, SHUT, bias, 0.7, 0.3))
    np.testing.assert_allclose(c, c0 / 2, rtol=1e-12)


@pytest.mark.parametrize("kind, Layer", [("lstm", TimeLSTM), ("gru", TimeGRU)])
def test_they_learn_which_sign_came_first(rng, kind, Layer):
    """Eight steps: a sign at the first, noise afterwards. Guessing gives a loss of 1."""
    layer = Layer(*recurrent_weights(kind, 1, 8, rng, np.float64))
    v, losses = rng.normal(size=8) / 8**0.5, []
    for _ in range(400):
        x = rng.normal(size=(32, 8, 1)) / 2
        x[:, 0] = rng.choice([-1.0, 1], (32, 1))
        hs = layer.forward(x)
        error = hs[:, -1] @ v - x[:, 0, 0]
        losses.append(np.mean(error**2))
        dhs = np.zeros_like(hs)
        dhs[:, -1] = 2 / 32 * np.outer(error, v)
        layer.backward(dhs)
        clip_grads(layer.grads, 1)
        v -= 0.3 * 2 / 32 * hs[:, -1].T @ error
        for p, g in zip(layer.params, layer.grads, strict=True):
            p -= 0.3 * g
    assert np.mean(losses[-20:]) < 0.1
