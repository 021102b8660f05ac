"""Augmentation, judged by what it does to thousands of images; saliency of networks whose gradients are known."""

import numpy as np
import pytest
from nnref.affine import Affine
from nnref.architectures import small_googlenet, small_resnet, small_vgg
from nnref.batch_norm import BatchNorm
from nnref.cnn import SimpleConvNet
from nnref.convolution import Convolution
from nnref.dropout import Dropout
from nnref.images import augment, saliency, transform
from nnref.layer import Composite
from nnref.layers import Relu, Softmax
from nnref.pooling import Flatten

from tests.nnref.operations.architectures import layers

N = 6000


def frequency(hits, p):
    """Are hits as frequent as p says? Five standard deviations: a false alarm in 6e-7 of the runs."""
    assert abs(np.mean(hits) - p) <= 5 * np.sqrt(p * (1 - p) / len(hits))


def points(shape=(1, 17, 20), place=(8, 9)):
    """Images of a single bright pixel in every channel."""
    x = np.zeros((N, *shape))
    x[:, :, place[0], place[1]] = 1
    return x


def test_half_of_the_images_are_mirrored():
    ramp = np.broadcast_to(np.arange(8.0), (N, 1, 8, 8))
    out = augment(ramp, np.random.default_rng(0))
    rising = out[:, 0, 4, 6] > out[:, 0, 4, 1]
    frequency(rising, 0.5)
    frequency(rising[1:] == rising[:-1], 0.5)  # each image by itself
    assert (np.diff(out[rising, 0], axis=2) >= 0).all() and (np.diff(out[~rising, 0], axis=2) <= 0).all()


def test_moves_reach_a_sixteenth_of_each_side():
    """17 rows: 2 up or down, 5 values of 1/5; 20 columns: 2 to each side. The pixel is in column 9, mirrored 10."""
    out = augment(points(), np.random.default_rng(0))[:, 0]
    assert np.all(np.count_nonzero(out, axis=(1, 2)) == 1)
    row, column = np.divmod(out.reshape(N, -1).argmax(axis=1), 20)
    for dy in range(-2, 3):
        frequency(row - 8 == dy, 0.2)
    assert set(row - 8) == set(range(-2, 3)) and set(column - 9) == set(range(-2, 4))
    for dx, share in zip(range(-2, 4), (1, 2, 2, 2, 2, 1), strict=True):
        frequency(column - 9 == dx, share / 10)
    frequency((row == 8) & (column == 7), 0.2 * 0.1)  # both ways independent
    small = augment(points((1, 8, 8), (4, 4)), np.random.default_rng(0))[:, 0]
    assert set(small.reshape(N, -1).argmax(axis=1) // 8) == {3, 4, 5}


def test_channels_change_places_and_are_dimmed():
    x = np.zeros((N, 3, 9, 8)) + np.array([1.0, 10, 100])[:, None, None]
    out = augment(x, np.random.default_rng(0))
    assert np.all(out == out[:, :, :1, :1])  # flat images stay flat, the border too
    values = out[:, :, 0, 0]
    order = np.floor(np.log10(values * 2)).astype(int)  # half to whole: 1, 10, 100 stay apart
    assert np.all(np.sort(order, axis=1) == [0, 1, 2])
    for first, second in ((a, b) for a in range(3) for b in range(3) if a != b):
        frequency((order[:, 0] == first) & (order[:, 1] == second), 1 / 6)
    gain = values / 10.0**order
    assert gain.min() >= 0.5 and gain.max() <= 1
    for limit in (0.55, 0.75, 0.95):
        frequency(gain.ravel() < limit, (limit - 0.5) / 0.5)
    assert abs(np.corrcoef(gain[:, 0], gain[:, 1])[0, 1]) < 5 / np.sqrt(N)


def test_a_shape_away_from_the_border_stays_whole():
    mask = np.zeros((32, 32), bool)
    mask[10:22, 12:20] = np.arange(12)[:, None] < 2 * np.arange(8)  # a triangle: left and right differ
    x = np.broadcast_to(mask * np.array([0.2, 0.5, 0.9])[:, None, None], (40, 3, 32, 32))
    places = set()
    for image in augment(x, np.random.default_rng(0)):
        lit = image > 0
        assert np.all(lit == lit[:1])
        rows, columns = (np.flatnonzero(lit[0].any(axis=axis)) for axis in (1, 0))
        inside = lit[0, rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        own = mask[10:22, 13:20]
        assert inside.shape == own.shape
        assert np.array_equal(inside, own) or np.array_equal(inside, own[:, ::-1])
        places.add((int(rows[0]), int(columns[0])))
    assert len(places) > 10


def test_augment_draws_anew_and_by_its_generator_only():
    x, rng = np.random.default_rng(1).random((50, 3, 8, 8), np.float32), np.random.default_rng(0)
    first, second = augment(x, rng), augment(x, rng)
    assert not np.array_equal(first, second) and first.dtype == np.float32
    np.testing.assert_array_equal(augment(x, np.random.default_rng(0)), first)
    assert first.min() >= 0 and first.max() <= 1


def test_a_mirrored_image_moves_to_the_right_too():
    """Mirrored first, moved then: down 1 and right 2, the border repeated."""
    x = np.arange(1.0, 13).reshape(1, 1, 3, 4)
    out = transform(x, [True], [1], [2], [[0]], [[10.0]])
    assert out[0, 0].tolist() == [[40, 40, 40, 30], [40, 40, 40, 30], [80, 80, 80, 70]]


def linear(shape=(2, 3, 4), K=3, seed=0):
    """Scores that are linear in the pixels, and their weights as images (K, C, H, W)."""
    W = np.random.default_rng(seed).normal(size=(int(np.prod(shape)), K))
    return Composite([Affine(W, np.zeros(K))]), W.T.reshape(K, *shape)


def test_saliency_of_linear_scores_is_their_weights():
    net, W = linear()
    x = np.random.default_rng(1).normal(size=(5, 2, 3, 4))
    k = np.array([0, 2, 1, 2, 0])
    np.testing.assert_allclose(saliency(net, x, 1), np.broadcast_to(np.abs(W[1]).max(axis=0), (5, 3, 4)))
    np.testing.assert_allclose(saliency(net, x, k), np.abs(W[k]).max(axis=1))
    np.testing.assert_allclose(saliency(net, x, np.int64(1)), saliency(net, x, 1))


def test_the_strongest_channel_counts_whatever_its_sign():
    net = Composite([Affine(np.array([[3.0], [-5.0]]), np.zeros(1))])
    assert saliency(net, np.ones((1, 2, 1, 1)), 0) == 5


def test_saliency_is_of_the_score_where_the_loss_is_flat():
    """Scores of ±1000: the softmax and the loss do not move, the score does; so for scores that a softmax follows."""
    net, W = linear()
    net.layers[0].params[1][...] = [1000, -1000, 0]
    np.testing.assert_allclose(saliency(net, np.ones((2, 2, 3, 4)), 0)[1], np.abs(W[0]).max(axis=0))
    assert not saliency(Composite([*net.layers, Softmax()]), np.ones((2, 2, 3, 4)), 0).any()


def test_no_image_depends_on_another():
    """With batch normalisation and dropout in the network: both as for prediction."""
    rng = np.random.default_rng(0)
    norm = BatchNorm(rng.normal(size=4), rng.normal(size=4))
    norm.mean[...], norm.var[...] = 0.3, 2
    W = rng.normal(size=(4, 2, 3, 3))
    net = Composite(
        [
            Convolution(W, rng.normal(size=4), pad=1),
            norm,
            Relu(),
            Dropout(0.5, rng),
            Flatten(),
            Affine(rng.normal(size=(4 * 6 * 5, 3)), np.zeros(3)),
        ]
    )
    x = rng.normal(size=(4, 2, 6, 5))
    together = saliency(net, x, 2)
    for n in range(4):
        np.testing.assert_allclose(together[n], saliency(net, x[n : n + 1], 2)[0], rtol=1e-12)
    np.testing.assert_array_equal(saliency(net, x, 2), together)
    assert np.all(norm.mean == 0.3) and np.all(norm.var == 2)


@pytest.mark.parametrize("make", [SimpleConvNet, small_vgg, small_googlenet, small_resnet])
def test_saliency_changes_no_network(make):
    """In the middle of training: params, grads and running statistics stay."""
    net, rng = make((2, 8, 9), 3, np.random.default_rng(0)), np.random.default_rng(1)
    x = rng.normal(size=(4, 2, 8, 9)).astype(np.float32)
    for g in net.grads:
        g[...] = rng.normal(size=g.shape)
    kept = net.grads[0]
    statistics = [a for norm in layers(net, BatchNorm) for a in (norm.mean, norm.var)]
    before = [a.copy() for a in (x, *net.params, *net.grads, *statistics)]
    out = saliency(net, x, 1)
    assert out.shape == (4, 8, 9) and out.dtype == np.float32 and out.any() and out.min() >= 0
    for a, b in zip((x, *net.params, *net.grads, *statistics), before, strict=True):
        np.testing.assert_array_equal(a, b)
    assert net.grads[0] is kept


def test_scores_must_be_one_row_for_each_image():
    net = Composite([Relu()])
    with pytest.raises(ValueError, match=r"^saliency: scores has shape \(2, 1, 3, 3\); expected \(N=2, K\)$"):
        saliency(net, np.zeros((2, 1, 3, 3)), 0)
    with pytest.raises(ValueError, match=r"^saliency: x has shape \(1, 3, 3\); expected \(N, C, H, W\)$"):
        saliency(net, np.zeros((1, 3, 3)), 0)
    with pytest.raises(ValueError, match="^saliency: found the label -1; expected whole numbers from 0 to 2$"):
        saliency(linear()[0], np.zeros((2, 2, 3, 4)), -1)
