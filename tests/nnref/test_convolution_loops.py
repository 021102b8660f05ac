"""Convolution and pooling by loops: sizes, invariants, counts and receptive fields that are known."""

import numpy as np
import pytest
from nnref.convolution_loops import (
    conv2d_naive,
    conv2d_naive_backward,
    conv_output_size,
    params_and_macs,
    pool_naive,
    receptive_field,
)

RNG = np.random.default_rng(0)
X, W, B = RNG.normal(size=(2, 3, 6, 7)), RNG.normal(size=(4, 3, 3, 2)), RNG.normal(size=4)


def conv(F, k, stride=1, pad=0):
    return {"kind": "conv", "F": F, "k": k, "stride": stride, "pad": pad}


def pool(k, stride):
    return {"kind": "pool", "k": k, "stride": stride}


def image(C, size):
    return {"kind": "input", "C": C, "H": size, "W": size}


def dense(M):
    return {"kind": "dense", "M": M}


BLOCKS = [part for F, times in ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3)) for part in [F] * times + [None]]
VGG16 = [pool(2, 2) if F is None else conv(F, 3, pad=1) for F in BLOCKS]


def test_output_size_is_the_number_of_places_of_the_window():
    for n in range(1, 12):
        for k in range(1, 6):
            for stride in range(1, 5):
                for pad in range(3):
                    if k <= n + 2 * pad:
                        starts = [s for s in range(0, n + 2 * pad, stride) if s + k <= n + 2 * pad]
                        assert conv_output_size(n, k, stride, pad) == len(starts)
    assert conv_output_size(28, 5, 1, 2) == 28 and conv_output_size(np.int64(7), 3, 3, 0) == 2


def test_a_window_larger_than_the_padded_input():
    assert conv_output_size(4, 6, 1, 1) == 1
    with pytest.raises(ValueError, match="^conv_output_size: found a window of 7 pixels; expected at most 6"):
        conv_output_size(4, 7, 1, 1)


def test_a_filter_sees_all_channels_and_makes_one():
    """5 x 5 x 3 with 2 x 2 x 3 gives 4 x 4 x 1, not 3 x 3 x 3."""
    out = conv2d_naive(np.ones((1, 3, 5, 5)), np.ones((1, 3, 2, 2)), np.zeros(1), 1, 0)
    np.testing.assert_array_equal(out, np.full((1, 1, 4, 4), 12))


def test_known_convolution_and_bias():
    x, w = np.arange(9).reshape(1, 1, 3, 3), np.array([[[[1, 2]]], [[[0, 0]]]])
    out = conv2d_naive(x, w, [10, -1], 1, 0)
    np.testing.assert_array_equal(out[0, 0], [[12, 15], [21, 24], [30, 33]])  # not flipped
    np.testing.assert_array_equal(out[0, 1], -1)


def test_translation_equivariance():
    """An image moved by the stride gives an output moved by one, away from the borders."""
    for stride in (1, 2):
        out = conv2d_naive(X, W, B, stride, 0)
        moved = conv2d_naive(np.pad(X, ((0, 0), (0, 0), (stride, 0), (2 * stride, 0))), W, B, stride, 0)
        np.testing.assert_allclose(moved[:, :, 1:, 2:], out, rtol=1e-12)


def test_linear_in_the_filter():
    other, none = RNG.normal(size=W.shape), np.zeros(4)
    both = conv2d_naive(X, 2 * W - 3 * other, B, 2, 1)
    parts = 2 * conv2d_naive(X, W, none, 2, 1) - 3 * conv2d_naive(X, other, none, 2, 1)
    np.testing.assert_allclose(both, parts + B[:, np.newaxis, np.newaxis], rtol=1e-12, atol=1e-12)


def test_backward_says_a_wrong_dout():
    with pytest.raises(ValueError, match=r"dout has shape \(2, 4, 4, 5\); expected \(N=2, F=4, OH=4, OW=6\)$"):
        conv2d_naive_backward(np.zeros((2, 4, 4, 5)), X, W, 1, 0)


def test_pooling_of_negative_numbers_and_of_corners():
    x = -np.arange(1.0, 26).reshape(1, 1, 5, 5)
    x[0, 0, 1, 1] = -0.5
    np.testing.assert_array_equal(pool_naive(x, 2, 2, "max")[0, 0], [[-0.5, -3], [-11, -13]])
    np.testing.assert_array_equal(pool_naive(x, 2, 3, "average")[0, 0], [[-2.375, -7], [-19, -22]])
    assert pool_naive(x, 3, 1, "max").shape == (1, 1, 3, 3)


def test_vgg16():
    """138,357,544 parameters, and 15.47 thousand million MACs for an image (Simonyan and Zisserman, 2014)."""
    layers = [image(3, 224), *VGG16, dense(4096), dense(4096), dense(1000)]
    assert params_and_macs(layers) == (138_357_544, 15_470_264_320)


def test_small_networks_by_hand():
    assert params_and_macs([image(3, 32), dense(10)]) == (3072 * 10 + 10, 3072 * 10)
    strided = {"kind": "input", "C": 2, "H": 9, "W": 7}, conv(4, 3, 2, 1)  # to 5 x 4
    assert params_and_macs(strided) == (4 * (2 * 9 + 1), 5 * 4 * 4 * 2 * 9)
    assert params_and_macs([*strided, pool(2, 2), dense(3)]) == (76 + 3 * (4 * 2 * 2 + 1), 1440 + 3 * 16)
    assert params_and_macs([image(1, 8), pool(2, 2)]) == (0, 0)


def test_macs_are_the_multiplications_of_the_loops():
    """Every multiplication of ones adds one: the sum of all outputs counts them, where nothing is padded."""
    out = conv2d_naive(np.ones((1, 3, 6, 6)), np.ones((4, 3, 3, 3)), np.zeros(4), 2, 0)
    assert params_and_macs([image(3, 6), conv(4, 3, 2, 0)])[1] == out.sum()


@pytest.mark.parametrize(
    ("layers", "sentence"),
    [
        ([conv(4, 3)], "found conv after (); expected input first, dense last"),
        ([image(3, 8), dense(4), conv(4, 3)], "found conv after (4,); expected input first, dense last"),
        ([image(3, 8), image(3, 8)], "found input after (3, 8, 8); expected input first, dense last"),
        ([{"kind": "relu"}], "found a layer of kind 'relu'; expected input, conv, pool, dense"),
        ([image(3, 8), {"kind": "pool", "k": 2}], "found a layer of kind pool with k; expected k, stride"),
    ],
)
def test_layers_that_make_no_network(layers, sentence):
    with pytest.raises(ValueError, match="^params_and_macs: ") as error:
        params_and_macs(layers)
    assert str(error.value) == f"params_and_macs: {sentence}"


def test_receptive_field_known():
    assert receptive_field([]) == 1
    assert receptive_field([image(3, 32), conv(8, 3), conv(8, 3), conv(8, 3)]) == 7
    assert receptive_field(VGG16) == 212 and receptive_field(VGG16[:-1]) == 196
    with pytest.raises(ValueError, match="^receptive_field: found a dense layer; expected conv and pool only$"):
        receptive_field([conv(8, 3), dense(10)])


@pytest.mark.parametrize(
    "layers",
    [
        [conv(1, 3, 2), conv(1, 3)],
        [conv(1, 3), conv(1, 3, 2)],
        [conv(1, 5), pool(2, 2), conv(1, 3), pool(3, 2)],
        [pool(2, 3), conv(1, 4, 2), conv(1, 2)],
        [conv(1, 1, 3), conv(1, 3)],
    ],
)
def test_receptive_field_is_what_the_gradient_reaches(layers):
    """Pooling sees as far as a filter of its size: one output of a row of filters, followed back by `backward`."""
    inputs, x = [], np.ones((1, 1, 40, 40))
    for layer in layers:
        w = np.ones((1, 1, layer["k"], layer["k"]))
        inputs.append((x, w, layer["stride"], 0))
        x = conv2d_naive(x, w, np.zeros(1), layer["stride"], 0)
    dout = np.zeros_like(x)
    dout[0, 0, 1, 1] = 1
    for x, w, stride, pad in reversed(inputs):
        dout = conv2d_naive_backward(dout, x, w, stride, pad)[0]
    reached = np.nonzero(dout[0, 0].any(axis=0))[0]
    assert receptive_field(layers) == reached.max() - reached.min() + 1
