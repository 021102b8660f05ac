"""SimpleConvNet as a whole, its first loss, feature maps, and images that move."""

import numpy as np
import pytest
from nnlab.data import digits
from nnref.affine import Affine
from nnref.cnn import SimpleConvNet, feature_maps, init_loss, shift_accuracy, shift_images
from nnref.convolution import conv_forward
from nnref.evaluation import accuracy
from nnref.layer import Composite
from nnref.losses import softmax_cross_entropy
from nnref.mlp import batch_iter
from nnref.optimizers import Adam

SMALL = {"filters": 4, "hidden": 6}


class Scores:
    """A model that always gives the same scores."""

    def __init__(self, *row):
        self.row = row

    def predict(self, X):
        return np.tile(self.row, (len(X), 1))


class Brightest:
    """A model whose class is the place of the brightest pixel."""

    def predict(self, X):
        return X.reshape(len(X), -1)


def make(shape=(2, 7, 6), K=3, seed=0, **settings):
    return SimpleConvNet(shape, K, np.random.default_rng(seed), **SMALL | settings)


def draw(N=5, shape=(2, 7, 6), K=3, dtype=np.float32, seed=1):
    rng = np.random.default_rng(seed)
    return rng.normal(size=(N, *shape)).astype(dtype), rng.integers(0, K, N)


@pytest.mark.parametrize(
    "shape, settings, D",
    [
        ((2, 7, 6), {}, 4 * 3 * 3),
        ((1, 9, 5), {"pad": 0}, 4 * 3 * 1),
        ((3, 28, 28), {"size": 5, "pad": 0, "filters": 30}, 30 * 12 * 12),
        ((1, 11, 8), {"stride": 2}, 4 * 3 * 2),
        ((2, 6, 7), {"size": 2, "pad": 2}, 4 * 4 * 5),
    ],
)
def test_the_flatten_size_follows_from_the_settings(shape, settings, D):
    net = make(shape, **settings)
    assert net.params[2].shape == (D, 6)
    scores = net.predict(draw(shape=shape)[0])
    assert scores.shape == (5, 3) and scores.dtype == np.float32


def test_params_and_grads_are_those_of_the_layers():
    net, other = make(), make()
    own = [layer for layer in net.layers if layer.params]
    assert [p.shape for p in net.params] == [(4, 2, 3, 3), (4,), (36, 6), (6,), (6, 3), (3,)]
    assert all(p is q for p, q in zip(net.params, [p for layer in own for p in layer.params], strict=True))
    assert all(g is h for g, h in zip(net.grads, [g for layer in own for g in layer.grads], strict=True))
    assert all(p.dtype == np.float32 for p in (*net.params, *net.grads))
    X, y = draw()
    scores = net.predict(X)
    np.testing.assert_array_equal(other.predict(X), scores)  # the same seed, the same network
    assert not np.array_equal(make(seed=1).predict(X), scores)
    kept = list(net.grads)
    net.loss(X, y)
    net.backward()
    assert all(g is k and g.any() for g, k in zip(net.grads, kept, strict=True))
    assert not any(g.any() for g in other.grads)
    net.params[0] += 1  # as an optimizer does
    assert not np.allclose(net.predict(X), scores)
    np.testing.assert_array_equal(other.predict(X), scores)


def test_predict_gives_scores_and_loss_takes_their_softmax_once():
    net = make(dtype=np.float64)
    X, y = draw(dtype=np.float64)
    net.params[-1][...] = [3.0, -20.0, 1.0]
    scores = net.predict(X)
    assert (scores < 0).any() and not np.allclose(scores.sum(axis=1), 1)
    assert net.loss(X, y) == softmax_cross_entropy(scores, y) == net.loss(X, np.eye(3)[y])
    assert scores.dtype == np.float64 and all(p.dtype == np.float64 for p in net.params)


def test_backward_passes_the_upstream_gradient():
    net = make(dtype=np.float64)
    with pytest.raises(RuntimeError, match="^SoftmaxWithLoss: found backward before forward; call forward first$"):
        net.backward()
    X, y = draw(dtype=np.float64)
    net.loss(X, y)
    dx = net.backward()
    grads = [g.copy() for g in net.grads]
    np.testing.assert_allclose(net.backward(-3.0), -3 * dx, rtol=1e-12)
    for g, once in zip(net.grads, grads, strict=True):
        np.testing.assert_allclose(g, -3 * once, rtol=1e-12)


@pytest.mark.parametrize("K", [2, 3, 10, 50])
@pytest.mark.parametrize("shape", [(1, 8, 8), (3, 28, 28)])
def test_the_first_loss_is_near_log_K(K, shape):
    net = SimpleConvNet(shape, K, np.random.default_rng(0))
    X, y = draw(200, shape, K)
    loss = init_loss(net, X, y)
    assert isinstance(loss, float) and loss == pytest.approx(np.log(K), abs=0.05)


def test_init_loss_is_measured_on_the_model():
    X, y = draw()
    assert init_loss(Scores(5.0, 5.0, 5.0), X, y) == pytest.approx(np.log(3))
    assert init_loss(Scores(0.0, np.log(2), 0.0), X, [0, 1, 2, 1, 1]) == pytest.approx(np.log(4) - 0.6 * np.log(2))
    net = make()
    grads, params = ([a.copy() for a in arrays] for arrays in (net.grads, net.params))
    assert init_loss(net, X, y) == pytest.approx(net.loss(X, y), rel=1e-6)
    for now, before in ((net.grads, grads), (net.params, params)):
        assert all(np.array_equal(a, b) for a, b in zip(now, before, strict=True))


def test_it_learns_digits():
    X, y = digits()
    X, rng = X.reshape(-1, 1, 8, 8).astype(np.float32), np.random.default_rng(0)
    order = rng.permutation(len(X))[:900]
    X, y = X[order], y[order]
    net, optimizer = SimpleConvNet((1, 8, 8), 10, rng), Adam(0.005)
    for _ in range(8):
        for x, t in batch_iter(X[:600], y[:600], 50, rng):
            net.loss(x, t)
            net.backward()
            optimizer.update(net.params, net.grads)
    assert accuracy(net, X[600:], y[600:]) > 0.9
    near, far = (shift_accuracy(net, X[600:], y[600:], dx, 0) for dx in (1, 4))
    assert far < near < accuracy(net, X[600:], y[600:])


def test_feature_maps_are_taken_before_the_relu():
    net = make(dtype=np.float64)
    x, _ = draw(N=1, dtype=np.float64)
    maps = feature_maps(net, x, 0)
    np.testing.assert_array_equal(maps, conv_forward(x, *net.params[:2], 1, 1)[0])
    assert maps.shape == (1, 4, 7, 6) and maps.min() < 0
    np.testing.assert_array_equal(feature_maps(net, x, np.int64(1)), np.maximum(maps, 0))


def test_shifts():
    X = np.arange(1.0, 13).reshape(1, 1, 3, 4)
    assert shift_images(X, 1, 0)[0, 0].tolist() == [[0, 1, 2, 3], [0, 5, 6, 7], [0, 9, 10, 11]]
    assert shift_images(X, -3, 0)[0, 0].tolist() == [[4, 0, 0, 0], [8, 0, 0, 0], [12, 0, 0, 0]]
    assert shift_images(X, 0, 2)[0, 0].tolist() == [[0, 0, 0, 0], [0, 0, 0, 0], [1, 2, 3, 4]]
    assert shift_images(X, -1, -1)[0, 0].tolist() == [[6, 7, 8, 0], [10, 11, 12, 0], [0, 0, 0, 0]]
    np.testing.assert_array_equal(shift_images(X, 0, 0), X)
    for d in (3, 4, 5, 99):
        assert not shift_images(X, 0, d).any() and not shift_images(X, 0, -d).any()
        assert shift_images(X, d, 0).any() == shift_images(X, -d, 0).any() == (d == 3)
    np.testing.assert_array_equal(shift_images(shift_images(X, 1, -1), 1, 0), shift_images(X, 2, -1))


def test_shift_accuracy_moves_right_and_down_without_coming_back():
    X = np.zeros((4, 1, 3, 4))
    for n, (i, j) in enumerate([(0, 0), (1, 1), (2, 3), (1, 2)]):
        X[n, 0, i, j] = 1
    before = X.copy()

    def at(*places):
        return np.array([4 * i + j for i, j in places])

    assert shift_accuracy(Brightest(), X, at((0, 0), (1, 1), (2, 3), (1, 2)), 0, 0) == 1
    assert shift_accuracy(Brightest(), X, at((0, 1), (1, 2), (2, 0), (1, 3)), 1, 0) == 0.75  # (2, 3) leaves
    assert shift_accuracy(Brightest(), X, at((1, 0), (2, 1), (0, 3), (2, 2)), 0, 1) == 0.75
    assert shift_accuracy(Brightest(), X, at((2, 2), (0, 0), (1, 2), (0, 1)), -1, -1) == 0.75  # (0, 0) leaves
    assert shift_accuracy(Brightest(), X, np.eye(12)[at((0, 1), (1, 2), (2, 0), (1, 3))], 1, 0) == 0.75
    np.testing.assert_array_equal(X, before)


def test_shift_accuracy_of_a_network_that_takes_rows():
    """A dense network flattens images itself."""
    net = Composite([Affine(np.eye(12), np.zeros(12))])
    net.predict = net.forward
    X = np.eye(12).reshape(12, 1, 3, 4)
    assert shift_accuracy(net, X, np.arange(12), 0, 0) == 1
    assert shift_accuracy(net, X, np.minimum(np.arange(12) + 1, 11), 1, 0) == 0.75  # those of the last column leave
