"""Vectors, neurons and data made ready: known values, edges, and what must not be changed."""

import inspect

import numpy as np
import pytest
from nnref.activations import identity
from nnref.arrays import cosine, describe, row_and_column
from nnref.mlp import batch_iter, layer_shapes, mlp_forward, one_hot, standardize
from nnref.neuron import ArtificialNeuron, n_parameters, weighted_sum


def test_describe():
    assert describe(np.zeros((2, 3, 1), np.int8)) == ((2, 3, 1), 3, "int8")
    assert describe([[1.0, 2.0]]) == ((1, 2), 2, "float64")
    assert describe(7.5) == ((), 0, "float64")


def test_row_and_column_are_arrays_of_their_own():
    v = np.array([3, 1, 2])
    row, column = row_and_column(v)
    assert row.tolist() == [[3, 1, 2]] and column.tolist() == [[3], [1], [2]]
    assert row.dtype == column.dtype == v.dtype and not np.shares_memory(row, column)


def test_cosine():
    u, v = np.array([1.0, 2.0, 2.0]), np.array([2.0, 0.0, 0.0])
    assert cosine(u, v) == pytest.approx(1 / 3, rel=1e-15)
    assert cosine(u, 3 * u) == 1 and cosine(u, -u) == -1 and cosine([1, 0], [0, 5]) == 0
    assert cosine(u, np.zeros(3)) == cosine(np.zeros(3), np.zeros(3)) == cosine([], []) == 0
    for scale in (1e-300, 1e300):
        assert cosine(scale * u, v) == pytest.approx(1 / 3, rel=1e-15)
    for w in np.random.default_rng(0).normal(size=(500, 7)):
        assert abs(cosine(w, 3 * w)) <= 1  # so that arccos never fails


def test_weighted_sum_and_number_of_parameters():
    assert weighted_sum([1, 2, 3], [0.5, -1.0, 2.0], 0.25) == 4.75
    assert n_parameters([3, 4, 2]) == 26 and n_parameters([784, 100, 10]) == 79510 and n_parameters([5]) == 0


def test_neuron():
    w = np.array([1.0, -2.0])
    neuron, other = ArtificialNeuron(w, 0.5), ArtificialNeuron([1, -2], 0.5, identity)
    w[0] = 100
    neuron.w[1] = -1
    assert neuron.forward([1, 1.5]) == 0 and neuron.forward([1, 1.25]) == 1  # step of -0, then of 0.25
    assert other.forward([3, 1]) == 1.5 and np.ndim(other.forward([3, 1])) == 0
    X = np.random.default_rng(0).normal(size=(6, 2))
    order = [3, 0, 5, 1, 4, 2]
    assert other.forward_batch(X).shape == (6,)
    np.testing.assert_array_equal(other.forward_batch(X)[order], other.forward_batch(X[order]))


def test_layer_shapes():
    assert layer_shapes([3, 4, 2], 5) == [((5, 3), (3, 4), (4,), (5, 4)), ((5, 4), (4, 2), (2,), (5, 2))]


@pytest.mark.parametrize("layers", [1, 2, 4])
def test_mlp_has_any_number_of_layers_and_no_activation_at_the_end(layers):
    params = [(np.eye(2) * -1, np.array([k, 0.5])) for k in range(layers)]
    x, calls = np.array([[1.0, 2.0]]), []

    def doubled(z):
        calls.append(z)
        return 2 * z

    expected = x
    for k, (W, b) in enumerate(params):
        expected = expected @ W + b
        expected = 2 * expected if k < layers - 1 else expected
    np.testing.assert_array_equal(mlp_forward(x, params, doubled), expected)
    assert len(calls) == layers - 1


def test_mlp_without_layers():
    with pytest.raises(ValueError, match="^mlp_forward: found no layers; expected at least one pair"):
        mlp_forward(np.ones((2, 2)), [], identity)


def test_one_hot():
    expected = [[0, 0, 1, 0], [1, 0, 0, 0]]
    for y in ([2, 0], [[2], [0]], np.array([2.0, 0.0]), np.array([2, 0], np.uint8)):
        out = one_hot(y, 4)
        assert out.tolist() == expected and out.dtype == np.float64


def test_standardize():
    rng = np.random.default_rng(0)
    train, test = rng.normal(3, 5, size=(40, 3)), rng.normal(size=(6, 3))
    out, mean, std = standardize(train)
    np.testing.assert_allclose(out.mean(axis=0), 0, atol=1e-14)
    np.testing.assert_allclose(out.std(axis=0), 1)
    again, *used = standardize(test, mean, std)
    np.testing.assert_array_equal(again, (test - mean) / std)
    np.testing.assert_array_equal(used, [mean, std])


def test_standardize_a_column_that_never_varies():
    X = np.column_stack([np.full(7, 0.1), np.arange(7.0)])  # the mean of 0.1 rounds to another number
    out, _, std = standardize(X)
    np.testing.assert_allclose(out[:, 0], 0, atol=1e-15)
    assert std[0] == 1 and std[1] == 2
    zero = np.array([0.0, 2.0])
    assert np.isfinite(standardize(X, np.zeros(2), zero)[0]).all() and zero[0] == 0


def test_standardize_many_float32_numbers():
    X = np.random.default_rng(0).normal(1000, 1, size=(100_000, 2)).astype(np.float32)
    out, mean, std = standardize(X)
    assert out.dtype == mean.dtype == std.dtype == np.float32
    np.testing.assert_allclose(mean, X.mean(axis=0, dtype=float), rtol=1e-6)
    np.testing.assert_allclose(std, X.std(axis=0, dtype=float), rtol=1e-3)


def test_batches_hold_every_sample_once_with_its_target():
    X, y = np.arange(22.0).reshape(11, 2), np.arange(11)
    kept, state = X.copy(), repr(np.random.get_state())
    rng = np.random.default_rng(0)
    epochs = []
    for _ in range(2):
        batches = list(batch_iter(X, y, 4, rng))
        assert [len(b) for b, _ in batches] == [len(t) for _, t in batches] == [4, 4, 3]
        for rows, targets in batches:
            np.testing.assert_array_equal(rows, X[targets])
            rows[...] = 0  # a batch is not a view
        np.testing.assert_array_equal(X, kept)
        epochs.append([int(t) for _, targets in batches for t in targets])
        assert sorted(epochs[-1]) == list(range(11))
    # a right answer fails here once in 11! / 3 = 13 million seeds: two equal epochs, or one in order
    assert epochs[0] != epochs[1] and list(range(11)) not in epochs
    again = np.concatenate([t for _, t in batch_iter(X, y, 4, np.random.default_rng(0))])
    assert again.tolist() == epochs[0] and repr(np.random.get_state()) == state


def test_batch_iter_at_the_edges():
    X, y = np.zeros((3, 2)), np.zeros(3)
    assert inspect.isgenerator(batch_iter(X, y, 2, np.random.default_rng(0)))
    assert [len(b) for b, _ in batch_iter(X, y, 9, np.random.default_rng(0))] == [3]
    assert list(batch_iter(X[:0], y[:0], 2, np.random.default_rng(0))) == []
    with pytest.raises(ValueError, match="^batch_iter: y has 2 samples; expected 3, as many as X$"):
        next(batch_iter(X, y[:2], 2, np.random.default_rng(0)))
    with pytest.raises(ValueError, match="^batch_iter: found size 0; expected a whole number of at least 1$"):
        next(batch_iter(X, y, 0, np.random.default_rng(0)))
