"""Convolution, pooling and batch normalisation: what the table of contracts cannot say."""

import numpy as np
import pytest
from nnref import convolution
from nnref.batch_norm import BatchNorm, batch_norm_backward, batch_norm_forward
from nnref.convolution import Convolution, conv_backward, conv_forward
from nnref.global_pooling import GlobalAveragePooling
from nnref.im2col import col2im, im2col
from nnref.pooling import (
    AveragePooling,
    Flatten,
    MaxPooling,
    average_pool_forward,
    max_pool_backward,
    max_pool_forward,
)
from nnref.windows import output_size

from tests.conftest import pytorch

RNG = np.random.default_rng(0)


def conv_arguments(N=5, C=2, F=3):
    return RNG.normal(size=(N, C, 7, 6)), RNG.normal(size=(F, C, 3, 2)), RNG.normal(size=F)


@pytest.mark.parametrize("images", [1, 2, 3, 24])
def test_the_blocks_of_a_batch_change_nothing(monkeypatch, images):
    """However many images are worked on at a time, also where the batch does not divide."""
    x, W, b = conv_arguments(N=7)
    out, cache = conv_forward(x, W, b, 2, 1)
    dout = RNG.normal(size=out.shape)
    dx, grads = conv_backward(dout, cache)
    monkeypatch.setattr(convolution, "BLOCK_IMAGES", images)
    again, cache = conv_forward(x, W, b, 2, 1)
    np.testing.assert_allclose(again, out, rtol=1e-12)
    dx_again, grads_again = conv_backward(dout, cache)
    np.testing.assert_allclose(dx_again, dx, rtol=1e-12, atol=1e-12)
    for name, gradient in grads.items():
        np.testing.assert_allclose(grads_again[name], gradient, rtol=1e-12, atol=1e-12)


def test_one_image_larger_than_a_block(monkeypatch):
    monkeypatch.setattr(convolution, "BLOCK_BYTES", 10)
    x, W, b = conv_arguments(N=3)
    small = conv_forward(x, W, b, 1, 1)[0]
    monkeypatch.undo()
    np.testing.assert_allclose(small, conv_forward(x, W, b, 1, 1)[0], rtol=1e-12)


def test_convolution_moves_with_the_image_and_is_linear_in_the_filters():
    x, W, b = conv_arguments()
    moved = np.roll(x, 1, axis=3)
    out, shifted = conv_forward(x, W, b, 1, 0)[0], conv_forward(moved, W, b, 1, 0)[0]
    np.testing.assert_allclose(shifted[..., 1:], out[..., :-1], rtol=1e-12)
    zero = np.zeros_like(b)
    both = conv_forward(x, W + 2 * W[::-1], zero, 1, 1)[0]
    parts = conv_forward(x, W, zero, 1, 1)[0] + 2 * conv_forward(x, W[::-1], zero, 1, 1)[0]
    np.testing.assert_allclose(both, parts, rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize(("kh", "kw", "stride", "pad"), [(3, 2, 1, 0), (2, 3, 2, 1), (1, 1, 3, 0), (5, 5, 1, 2)])
def test_col2im_is_the_transpose_of_im2col(kh, kw, stride, pad):
    x = RNG.normal(size=(2, 3, 7, 6))
    col = im2col(x, kh, kw, stride, pad)
    c = RNG.normal(size=col.shape)
    np.testing.assert_allclose(np.sum(col * c), np.sum(x * col2im(c, x.shape, kh, kw, stride, pad)))


def test_im2col_gives_the_convolution_as_one_product():
    x, W, b = conv_arguments()
    out = im2col(x, 3, 2, 2, 1) @ W.reshape(3, -1).T + b
    expected = conv_forward(x, W, b, 2, 1)[0]
    np.testing.assert_allclose(out.reshape(5, 4, 4, 3).transpose(0, 3, 1, 2), expected, rtol=1e-10)


def test_of_equal_pixels_the_first_gets_the_gradient():
    x = np.zeros((1, 1, 4, 4))
    x[0, 0, 1, 1] = x[0, 0, 1, 0] = 5.0
    out, cache = max_pool_forward(x, 2)
    dx = max_pool_backward(np.arange(1.0, 5).reshape(out.shape), cache)
    expected = np.zeros((4, 4))
    expected[1, 0], expected[0, 2], expected[2, 0], expected[2, 2] = 1, 2, 3, 4
    np.testing.assert_array_equal(dx[0, 0], expected)


def test_a_pixel_that_wins_several_windows_gets_the_sum():
    x = np.zeros((1, 1, 3, 3))
    x[0, 0, 1, 1] = 1.0
    out, cache = max_pool_forward(x, 2, stride=1)
    dx = max_pool_backward(np.array([[[[1.0, 10.0], [100.0, 1000.0]]]]), cache)
    assert dx[0, 0, 1, 1] == 1111 and dx.sum() == 1111


def test_pooling_of_negative_numbers_ignores_the_border():
    x = np.full((1, 1, 4, 4), -3.0)
    for forward in (max_pool_forward, average_pool_forward):
        np.testing.assert_array_equal(forward(x, 3, 2, 1)[0], np.full((1, 1, 2, 2), -3.0))


@pytest.mark.parametrize("shape", [(6, 3), (4, 3, 5, 2)])
def test_batch_norm_ignores_shift_and_scale_of_its_input(shape):
    x, gamma, beta = RNG.normal(size=shape), RNG.normal(size=3), RNG.normal(size=3)
    out, cache = batch_norm_forward(x, gamma, beta, eps=0)
    np.testing.assert_allclose(batch_norm_forward(3 * x + 100, gamma, beta, eps=0)[0], out, rtol=1e-7, atol=1e-9)
    dx, _ = batch_norm_backward(RNG.normal(size=shape), cache)
    axes = tuple(i for i in range(len(shape)) if i != 1)
    xhat = (x - x.mean(axis=axes, keepdims=True)) / x.std(axis=axes, keepdims=True)
    np.testing.assert_allclose(dx.sum(axis=axes), 0, atol=1e-9)
    np.testing.assert_allclose((dx * xhat).sum(axis=axes), 0, atol=1e-9)


def test_batch_norm_of_one_sample_and_of_none():
    out, _ = batch_norm_forward(np.array([[3.0, -7.0]]), np.ones(2), np.array([0.5, -0.5]))
    np.testing.assert_array_equal(out, [[0.5, -0.5]])
    with pytest.raises(ValueError, match="^batch_norm: found an empty batch; expected at least one sample$"):
        batch_norm_forward(np.zeros((0, 2)), np.ones(2), np.ones(2))


def test_float32_far_from_zero_keeps_its_digits():
    """Mean 1000, deviation 1: E[x²] - E[x]² would leave two digits."""
    x = RNG.normal(1000, 1, size=(50, 2, 4, 4))
    exact = batch_norm_forward(x, np.ones(2), np.zeros(2))[0]
    narrow = batch_norm_forward(x.astype(np.float32), np.ones(2, np.float32), np.zeros(2, np.float32))[0]
    np.testing.assert_allclose(narrow, exact, atol=2e-3)


def test_running_statistics():
    torch = pytorch()
    ours, theirs = BatchNorm.standard(3, np.float64), torch.nn.BatchNorm1d(3, momentum=0.1, dtype=torch.float64)
    for _ in range(4):
        x = RNG.normal(2, 3, size=(8, 3))
        out = ours.forward(x, train=True)
        np.testing.assert_allclose(out, theirs(torch.tensor(x)).detach().numpy(), rtol=1e-10)
    np.testing.assert_allclose(ours.mean, theirs.running_mean.numpy(), rtol=1e-12)
    started = 0.9**4  # what is left of the 1 that both begin with
    np.testing.assert_allclose(ours.var - started, (theirs.running_var.numpy() - started) * 7 / 8, rtol=1e-10)
    before = ours.mean.copy()
    x = RNG.normal(size=(5, 3))
    theirs.running_var = torch.tensor(ours.var)
    np.testing.assert_allclose(ours.forward(x), theirs.eval()(torch.tensor(x)).detach().numpy(), rtol=1e-10)
    np.testing.assert_array_equal(ours.mean, before)


LAYERS = {
    "Convolution": lambda: Convolution.he(2, 3, 3, np.random.default_rng(1), pad=1, dtype=np.float64),
    "MaxPooling": lambda: MaxPooling(2),
    "AveragePooling": lambda: AveragePooling(3, 2, 1),
    "GlobalAveragePooling": GlobalAveragePooling,
    "Flatten": Flatten,
    "BatchNorm": lambda: BatchNorm.standard(2, np.float64),
}


@pytest.mark.parametrize("name", LAYERS)
def test_layers(name):
    """Params are shared, grads filled in place, instances independent, and backward needs a forward."""
    layer, other = LAYERS[name](), LAYERS[name]()
    with pytest.raises(RuntimeError, match=f"^{name}: found backward before forward; call forward first$"):
        layer.backward(np.zeros((1, 1)))
    kept = list(layer.grads)
    x = RNG.normal(size=(3, 2, 4, 4))
    before = x.copy()
    out = layer.forward(x, train=True)
    other.forward(RNG.normal(size=(5, 2, 6, 6)), train=True)
    dout = RNG.normal(size=out.shape)
    first = layer.backward(dout)
    np.testing.assert_array_equal(layer.backward(dout), first)
    assert first.shape == x.shape and not np.shares_memory(first, dout)
    np.testing.assert_array_equal(x, before)
    assert all(one is two for one, two in zip(kept, layer.grads, strict=True))
    assert all(g.any() for g in layer.grads) and not any(g.any() for g in other.grads)


def test_convolution_holds_the_arrays_that_it_was_given():
    _, W, b = conv_arguments()
    layer = Convolution(W, b, stride=2)
    assert layer.params[0] is W and layer.params[1] is b


def test_he_has_the_variance_2_over_fan_in():
    """8192 numbers: a relative error of the variance above 5.4 standard errors happens once in 10 million."""
    W = Convolution.he(8, 16, 8, np.random.default_rng(0)).params[0]
    assert W.dtype == np.float32
    assert abs(W.var() / (2 / 512) - 1) < 5.4 * np.sqrt(2 / W.size)


@pytest.mark.parametrize(
    ("size", "k", "stride", "pad", "expected"),
    [(7, 3, 1, 0, 5), (7, 3, 2, 0, 3), (8, 3, 2, 1, 4), (4, 2, 3, 0, 1), (2, 4, 1, 1, 1)],
)
def test_output_size(size, k, stride, pad, expected):
    assert output_size("conv", size, k, stride, pad) == expected
