"""The recurrent network: back through time, the state between calls, and how large gradients get."""

import numpy as np
import pytest
from nnref.recurrent import recurrent_weights
from nnref.rnn import (
    RNNCell,
    TimeRNN,
    clip_grads,
    gradient_norms,
    rnn_backward,
    rnn_forward,
    rnn_step_backward,
    rnn_step_forward,
)

N, T, D, H = 5, 6, 3, 4


@pytest.fixture
def rng():
    return np.random.default_rng(20)


@pytest.fixture
def weights(rng):
    return [rng.normal(size=(D, H)), rng.normal(size=(H, H)), rng.normal(size=H)]


def test_the_gradient_of_time_is_the_steps_walked_back(rng, weights):
    """rnn_backward in the plain way: each step gets what its output and the step after it send."""
    x, h0, dhs = rng.normal(size=(N, T, D)), rng.normal(size=(N, H)), rng.normal(size=(N, T, H))
    caches, h = [], h0
    for t in range(T):
        h, cache = rnn_step_forward(x[:, t], h, *weights)
        caches.append(cache)
    dh, dx, sums = np.zeros((N, H)), np.empty_like(x), {"Wx": 0, "Wh": 0, "b": 0}
    for t in reversed(range(T)):
        dx[:, t], dh, grads = rnn_step_backward(dhs[:, t] + dh, caches[t])
        sums = {name: sums[name] + grads[name] for name in sums}
    dx_fast, dh0, grads = rnn_backward(dhs, rnn_forward(x, h0, *weights)[1])
    np.testing.assert_allclose(dx_fast, dx, rtol=1e-12, atol=1e-13)
    np.testing.assert_allclose(dh0, dh, rtol=1e-12, atol=1e-13)
    for name, total in sums.items():
        np.testing.assert_allclose(grads[name], total, rtol=1e-12, atol=1e-13, err_msg=name)


def test_known_values():
    """x = 1, 0, 0 with Wx = Wh = 1: h = tanh 1, tanh tanh 1, ..."""
    one = np.ones((1, 1))
    hs, cache = rnn_forward(np.array([[[1.0], [0], [0]]]), np.zeros((1, 1)), one, one, np.zeros(1))
    h1 = np.tanh(1)
    h2 = np.tanh(h1)
    h3 = np.tanh(h2)
    np.testing.assert_allclose(hs[0, :, 0], [h1, h2, h3], rtol=1e-14)
    dx, dh0, _ = rnn_backward(np.array([[[0.0], [0], [1]]]), cache)
    chain = (1 - h3**2) * (1 - h2**2) * (1 - h1**2)
    np.testing.assert_allclose([dx[0, 0, 0], dh0[0, 0]], chain, rtol=1e-14)


def test_a_later_step_is_no_part_of_an_earlier_one(rng, weights):
    x, h0 = rng.normal(size=(N, T, D)), rng.normal(size=(N, H))
    hs, cache = rnn_forward(x, h0, *weights)
    changed = x.copy()
    changed[:, 4:] += 1
    again, _ = rnn_forward(changed, h0, *weights)
    np.testing.assert_array_equal(again[:, :4], hs[:, :4])
    assert (again[:, 4:] != hs[:, 4:]).all()
    dhs = np.zeros((N, T, H))
    dhs[:, 2] = 1
    dx, _, _ = rnn_backward(dhs, cache)
    assert not dx[:, 3:].any() and dx[:, :3].any(axis=(0, 2)).all()


def test_cell_is_one_step(rng, weights):
    cell, other = RNNCell(*weights), RNNCell(*weights)
    x, h, dh_next = rng.normal(size=(N, D)), rng.normal(size=(N, H)), rng.normal(size=(N, H))
    assert all(p is w for p, w in zip(cell.params, weights, strict=True))
    kept = list(cell.grads)
    h_next = cell.forward(x, h)
    other.forward(x + 1, h)
    dx, dh = cell.backward(dh_next)
    expected, cache = rnn_step_forward(x, h, *weights)
    dx_expected, dh_expected, grads = rnn_step_backward(dh_next, cache)
    np.testing.assert_array_equal(h_next, expected)
    np.testing.assert_array_equal(dx, dx_expected)
    np.testing.assert_array_equal(dh, dh_expected)
    for gradient, name in zip(kept, ("Wx", "Wh", "b"), strict=True):
        np.testing.assert_array_equal(gradient, grads[name])  # filled in place
    assert not any(g.any() for g in other.grads)


def test_layer_over_time(rng, weights):
    layer = TimeRNN(*weights)
    x, dhs = rng.normal(size=(N, T, D)), rng.normal(size=(N, T, H))
    with pytest.raises(RuntimeError, match="TimeRNN: found backward before forward"):
        layer.backward(dhs)
    kept = list(layer.grads)
    assert all(p is w for p, w in zip(layer.params, weights, strict=True))
    hs = layer.forward(x)
    expected, cache = rnn_forward(x, np.zeros((N, H)), *weights)
    np.testing.assert_array_equal(hs, expected)
    np.testing.assert_array_equal(layer.forward(x), hs)  # not stateful: from zero again
    dx, dh0, grads = rnn_backward(dhs, cache)
    np.testing.assert_array_equal(layer.backward(dhs), dx)
    np.testing.assert_array_equal(layer.dh0, dh0)
    for gradient, name in zip(kept, ("Wx", "Wh", "b"), strict=True):
        np.testing.assert_array_equal(gradient, grads[name])


def test_stateful_pieces_are_one_long_sequence(rng, weights):
    x, dhs = rng.normal(size=(N, T, D)), rng.normal(size=(N, T, H))
    whole = TimeRNN(*weights).forward(x)
    layer, other = TimeRNN(*weights, stateful=True), TimeRNN(*weights, stateful=True)
    first = layer.forward(x[:, :2])
    np.testing.assert_allclose(first, whole[:, :2], rtol=1e-13)
    first[...] = 7  # what a caller does with the result is no concern of the state
    np.testing.assert_allclose(layer.forward(x[:, 2:]), whole[:, 2:], rtol=1e-13)
    np.testing.assert_allclose(other.forward(x[:, :2]), whole[:, :2], rtol=1e-13)

    # the gradient stops at the border: that of the second piece alone, begun with h of the first
    dx = layer.backward(dhs[:, 2:])
    expected, dh0, grads = rnn_backward(dhs[:, 2:], rnn_forward(x[:, 2:], whole[:, 1], *weights)[1])
    np.testing.assert_allclose(dx, expected, rtol=1e-12, atol=1e-13)
    np.testing.assert_allclose(layer.dh0, dh0, rtol=1e-12, atol=1e-13)
    np.testing.assert_allclose(layer.grads[1], grads["Wh"], rtol=1e-12, atol=1e-13)

    layer.reset_state()
    np.testing.assert_allclose(layer.forward(x), whole, rtol=1e-13)


def test_another_number_of_sequences_needs_a_reset(rng, weights):
    layer = TimeRNN(*weights, stateful=True)
    layer.forward(rng.normal(size=(N, T, D)))
    x = rng.normal(size=(1, T, D))  # a state of one sequence would broadcast without a word
    found = r"^TimeRNN: found 1 sequences after a state of 5; expected as many, or reset_state\(\) before$"
    with pytest.raises(ValueError, match=found):
        layer.forward(x)
    layer.reset_state()
    np.testing.assert_array_equal(layer.forward(x), TimeRNN(*weights).forward(x))


def test_set_state_copies(rng, weights):
    layer, h = TimeRNN(*weights, stateful=True), rng.normal(size=(N, H))
    x, given = rng.normal(size=(N, T, D)), h.copy()
    layer.set_state(given)
    given[...] = 0
    np.testing.assert_array_equal(layer.forward(x), rnn_forward(x, h, *weights)[0])


def test_it_learns_to_remember_the_first_input(rng):
    """The target is the first of four random numbers; a network without memory is left with a loss of 1/3."""
    layer = TimeRNN(*recurrent_weights("rnn", 1, 8, rng, np.float64))
    v, losses = rng.normal(size=8) / 8**0.5, []
    for _ in range(400):
        x = rng.uniform(-1, 1, (32, 4, 1))
        hs = layer.forward(x)
        error = hs[:, -1] @ v - x[:, 0, 0]
        losses.append(np.mean(error**2))
        dhs = np.zeros_like(hs)
        dhs[:, -1] = 2 / 32 * np.outer(error, v)
        layer.backward(dhs)
        clip_grads(layer.grads, 1)
        v -= 0.2 * 2 / 32 * hs[:, -1].T @ error
        for p, g in zip(layer.params, layer.grads, strict=True):
            p -= 0.2 * g
    assert np.mean(losses[-20:]) < 0.02


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_clip_grads_scales_all_by_one_number(dtype):
    grads = [np.array([[3.0, 0]], dtype), np.array([-4.0], dtype)]
    held = list(grads)
    assert clip_grads(grads, 1) == pytest.approx(5)
    np.testing.assert_allclose(held[0], [[0.6, 0]], rtol=1e-6)  # by array, the first would be 1
    np.testing.assert_allclose(held[1], [-0.8], rtol=1e-6)
    assert all(g.dtype == dtype for g in grads)
    assert clip_grads(grads, 2) == pytest.approx(1)  # small gradients stay
    np.testing.assert_allclose(held[1], [-0.8], rtol=1e-6)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_clip_grads_of_exploded_gradients(dtype):
    """Squares would overflow long before the gradient does."""
    huge = float(np.finfo(dtype).max) / 8
    grads = [np.full((2, 2), huge, dtype), np.full(5, -huge, dtype)]
    with np.errstate(all="raise", under="ignore"):
        assert clip_grads(grads, 6.0) == pytest.approx(3 * huge)
    np.testing.assert_allclose(np.concatenate([g.ravel() for g in grads]), [2] * 4 + [-2] * 5, rtol=1e-5)


@pytest.mark.parametrize(("dtype", "number", "max_norm"), [(np.float64, 1.7e308, 1), (np.float32, 1e38, 1e-10)])
def test_clip_grads_keeps_the_direction_where_the_norm_or_the_factor_leaves_the_range(dtype, number, max_norm):
    grads = [np.full(4, number, dtype)]
    assert clip_grads(grads, max_norm) == pytest.approx(2 * number)  # in float64 too large: inf
    np.testing.assert_allclose(grads[0], max_norm / 2, rtol=1e-6)


def test_clip_grads_takes_what_can_be_gone_through_once():
    grads = [np.array([3.0]), np.array([4.0])]
    assert clip_grads(iter(grads), 1) == pytest.approx(5)
    np.testing.assert_allclose(np.ravel(grads), [0.6, 0.8])


def test_clip_grads_changes_nothing_where_one_cannot_be_changed():
    """The numbers of a single array are no arrays: they would stay as they are, without a word."""
    first = np.array([3.0, 4])
    for grads, i in ((first, 0), ([first, 5], 1), ([first, np.array([5])], 1), ([first, [5.0]], 1)):
        with pytest.raises(
            ValueError, match=rf"^clip_grads: found grads\[{i}\] not an array of floats, which cannot be"
        ):
            clip_grads(grads, 1)
        assert first.tolist() == [3, 4]


@pytest.mark.parametrize("bad", [np.inf, np.nan])
def test_clip_grads_tells_of_inf_and_nan(bad):
    grads = [np.array([1.0, 2]), np.array([bad, 5])]
    assert not np.isfinite(clip_grads(grads, 1))
    np.testing.assert_array_equal(grads[0], [1, 2])
    np.testing.assert_array_equal(grads[1], [bad, 5])


def test_clip_grads_of_nothing():
    assert clip_grads([], 1) == 0
    zero = np.zeros(3)
    assert clip_grads([zero, np.zeros((0, 2))], 1) == 0
    with pytest.raises(ValueError, match="^clip_grads: found max_norm 0; expected a number above 0$"):
        clip_grads([zero], 0)


def test_it_is_the_spectral_radius_that_counts():
    """Not the size of the entries: halves everywhere explode, and a 5 alone above the diagonal vanishes at once."""
    np.testing.assert_allclose(gradient_norms(np.full((4, 4), 0.5), 5), [2, 4, 8, 16, 32], rtol=1e-12)
    np.testing.assert_allclose(gradient_norms(np.array([[0.0, 5], [0, 0]]), 4), [5, 0, 0, 0], atol=1e-15)
    turn = np.array([[0.6, -0.8], [0.8, 0.6]])
    np.testing.assert_allclose(gradient_norms(turn, 3), 1, rtol=1e-12)


def test_norms_go_like_powers_of_the_spectral_radius(rng):
    Wh = rng.normal(size=(6, 6)) / 4
    norms = gradient_norms(Wh, 300)
    radius = np.abs(np.linalg.eigvals(Wh)).max()
    assert abs(norms[-1] ** (1 / 300) - radius) < 0.02  # Gelfand's formula
    assert norms[0] == pytest.approx(np.linalg.norm(Wh, 2)) and norms[0] > radius
    with np.errstate(all="raise", under="ignore"):
        assert gradient_norms(np.diag([3.0, 1]), 800)[-1] == np.inf
        assert gradient_norms(np.diag([0.5, 0.1]), 1200)[[1000, -1]] == pytest.approx([0.5**1001, 0], abs=0)
        assert gradient_norms(np.eye(2, dtype=np.float32) * 3, 100)[-1] == np.inf


def test_norms_are_what_backward_does_near_zero(rng):
    """At x = 0, h = 0 the slope of tanh is 1: the gradient of h0 along the worst direction has just that norm."""
    Wh = rng.normal(size=(H, H))
    norms = gradient_norms(Wh, T)
    worst = np.linalg.svd(np.linalg.matrix_power(Wh.T, T))[0][:, 0]
    _, cache = rnn_forward(np.zeros((1, T, D)), np.zeros((1, H)), np.zeros((D, H)), Wh, np.zeros(H))
    dhs = np.zeros((1, T, H))
    dhs[0, -1] = worst
    _, dh0, _ = rnn_backward(dhs, cache)
    assert np.linalg.norm(dh0) == pytest.approx(norms[-1])
