"""VGG, Inception and residual blocks: what is inside, and which way the gradients go."""

import numpy as np
import pytest
from nnref.affine import Affine
from nnref.batch_norm import BatchNorm
from nnref.blocks import Inception, ResidualBlock, vgg_block
from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.layers import LeakyRelu, Relu, Tanh
from nnref.pooling import MaxPooling

from tests.nnref.operations.architectures import layers

BLOCKS = {
    "VGG": lambda seed=0, **dtype: Composite(vgg_block(2, 3, 4, np.random.default_rng(seed), **dtype)),
    "Inception": lambda seed=0, **dtype: Inception.he(3, 2, (2, 3), (1, 2), 1, np.random.default_rng(seed), **dtype),
    "residual": lambda seed=0, **dtype: ResidualBlock.he(3, 3, np.random.default_rng(seed), **dtype),
    "projection": lambda seed=0, **dtype: ResidualBlock.he(3, 4, np.random.default_rng(seed), 2, **dtype),
}
every = pytest.mark.parametrize("name", BLOCKS)


def draw(*shape, seed=0, dtype=np.float64):
    return np.random.default_rng(seed).normal(size=shape).astype(dtype)


@every
def test_params_and_grads_are_those_of_the_layers(name):
    block, other = BLOCKS[name](), BLOCKS[name]()
    inner = [layer for kind in (Convolution, BatchNorm) for layer in layers(block, kind)]
    assert {id(p) for p in block.params} == {id(p) for layer in inner for p in layer.params}
    assert {id(g) for g in block.grads} == {id(g) for layer in inner for g in layer.grads}
    assert [p.shape for p in block.params] == [g.shape for g in block.grads]
    x = draw(2, 3, 6, 5, dtype=np.float32)
    out = block.forward(x, train=True)
    np.testing.assert_array_equal(other.forward(x, train=True), out)
    assert not np.array_equal(BLOCKS[name](seed=1).forward(x, train=True), out)
    kept = list(block.grads)
    dx = block.backward(draw(*out.shape, seed=1, dtype=np.float32))
    assert all(g is k for g, k in zip(block.grads, kept, strict=True)) and any(g.any() for g in kept)
    assert not any(g.any() for g in other.grads)
    assert {a.dtype for a in (out, dx, *block.params, *block.grads)} == {np.dtype(np.float32)}
    block.params[0] += 1  # as an optimizer does
    assert not np.allclose(block.forward(x, train=True), out)
    np.testing.assert_array_equal(other.forward(x, train=True), out)


@every
def test_another_type(name):
    block = BLOCKS[name](dtype=np.float64)
    assert {p.dtype for p in block.params} == {np.dtype(np.float64)}


@every
def test_backward_before_forward(name):
    with pytest.raises(RuntimeError, match="found backward before forward"):
        BLOCKS[name]().backward(np.zeros((2, 4, 6, 5)))


@pytest.mark.parametrize("n", [1, 2, 4])
def test_a_vgg_block_has_n_convolutions_and_one_pooling(n):
    block = vgg_block(n, 3, 5, np.random.default_rng(0))
    assert [type(layer) for layer in block] == [Convolution, Relu] * n + [MaxPooling]
    shapes = [layer.params[0].shape for layer in block if layer.params]
    assert shapes == [(5, 3, 3, 3)] + [(5, 5, 3, 3)] * (n - 1)
    assert Composite(block).forward(draw(2, 3, 7, 4)).shape == (2, 5, 3, 2)


def test_a_vgg_block_of_nothing():
    with pytest.raises(ValueError, match="^vgg_block: found n 0; expected at least 1 convolution$"):
        vgg_block(0, 3, 5, np.random.default_rng(0))


def test_weights_keep_the_size_of_the_signal():
    """He: Var W = 2 / (9 c_in). 100 · 50 · 9 draws: five standard errors are 5 √(2 / 45000) = 3.3 % of the variance."""
    first, second = (block.params[0] for block in vgg_block(2, 50, 100, np.random.default_rng(0))[:4:2])
    assert np.var(first) * 9 * 50 == pytest.approx(2, rel=0.033)
    assert np.var(second) * 9 * 100 == pytest.approx(2, rel=0.033)


def test_the_first_inception_block_of_googlenet():
    """Table 1 of the paper, inception (3a): 192 → 64 + 128 + 32 + 32 = 256 channels.

    192·64 + 192·96 + 9·96·128 + 192·16 + 25·16·32 + 192·32 weights, 159 K (of 1024) in the table.
    """
    block = Inception.he(192, 64, (96, 128), (16, 32), 32, np.random.default_rng(0))
    assert sum(p.size for p in block.params if p.ndim > 1) == 163_328
    assert sum(p.size for p in block.params if p.ndim == 1) == 64 + 96 + 128 + 16 + 32 + 32
    assert block.forward(draw(1, 192, 4, 3, dtype=np.float32)).shape == (1, 256, 4, 3)


def branches():
    """Three of one sort, of 1, 2 and 3 channels."""
    return [[Convolution(draw(F, 2, 1, 1, seed=F), draw(F, seed=9)), Tanh()] for F in (1, 2, 3)]


def test_each_branch_has_its_own_channels():
    x, block = draw(4, 2, 3, 5), Inception(branches())
    alone = [Composite(layers) for layers in branches()]
    out = block.forward(x)
    parts = [branch.forward(x) for branch in alone]
    assert out.shape == (4, 6, 3, 5)
    for part, channels in zip(parts, (slice(0, 1), slice(1, 3), slice(3, 6)), strict=True):
        np.testing.assert_array_equal(out[:, channels], part)
    dout = draw(*out.shape, seed=5)
    dx = sum(branch.backward(d) for branch, d in zip(alone, np.split(dout, [1, 3], axis=1), strict=True))
    np.testing.assert_allclose(block.backward(dout), dx, rtol=1e-12)
    for g, own in zip(block.grads, (g for branch in alone for g in branch.grads), strict=True):
        np.testing.assert_array_equal(g, own)


def test_branches_know_whether_they_train():
    x, norm = draw(4, 2, 3, 5), BatchNorm.standard(2, np.float64)
    block = Inception([[norm], [Relu()]])
    np.testing.assert_allclose(block.forward(x)[:, :2], x, rtol=1e-5)  # the statistics of the start: mean 0, variance 1
    assert not norm.mean.any()
    assert np.abs(block.forward(x, train=True)[:, :2].mean(axis=(0, 2, 3))).max() < 1e-12
    assert norm.mean.all()


def test_a_branch_may_be_the_input_itself():
    x, dout = draw(2, 3, 4, 5), draw(2, 6, 4, 5, seed=1)
    block = Inception([[], []])
    out = block.forward(x)
    np.testing.assert_array_equal(out, np.concatenate([x, x], axis=1))
    assert not np.shares_memory(out, x)
    np.testing.assert_array_equal(block.backward(dout), dout[:, :3] + dout[:, 3:])


def test_branches_that_do_not_fit():
    x, sizes = draw(2, 3, 4, 5), r"OH=4, OW=5\)$"
    with pytest.raises(ValueError, match=r"^Inception: branch 1 has shape \(2, 3, 2, 2\); expected \(N=2, F, " + sizes):
        Inception([[Relu()], [MaxPooling(2)]]).forward(x)
    block = Inception([[Relu()], [Tanh()]])
    block.forward(x)
    with pytest.raises(ValueError, match=r"^Inception: dout has shape \(2, 7, 4, 5\); expected \(N=2, F=6, " + sizes):
        block.backward(np.zeros((2, 7, 4, 5)))


def test_a_body_of_zero_leaves_the_skip():
    """gamma = 0 in the last BatchNorm: out = relu(x), and the gradient arrives unchanged where x > 0."""
    block, x, dout = BLOCKS["residual"](dtype=np.float64), draw(2, 3, 6, 5), draw(2, 3, 6, 5, seed=1)
    block.params[6][...] = 0
    np.testing.assert_array_equal(block.forward(x, train=True), np.maximum(x, 0))
    np.testing.assert_array_equal(block.backward(dout), dout * (x > 0))


def test_the_skip_is_added_before_the_last_relu():
    """A body of -2 x: relu(-2 x + x) = relu(-x), not relu(-2 x) + x."""
    x, W = draw(2, 3, 4, 5), -2 * np.eye(3)[:, :, None, None]
    block = ResidualBlock([Convolution(W, np.zeros(3))])
    np.testing.assert_allclose(block.forward(x), np.maximum(-x, 0))
    dout = draw(2, 3, 4, 5, seed=1)
    np.testing.assert_allclose(block.backward(dout), -dout * (x < 0))


def test_the_skip_is_never_changed():
    """Neither x, nor what the tanh at the end of the body remembers: its output."""
    x, dout = draw(2, 3, 4, 5), draw(2, 3, 4, 5, seed=1)
    kept = x.copy(), dout.copy()
    block = ResidualBlock([Tanh()])
    np.testing.assert_allclose(block.forward(x), np.maximum(np.tanh(x) + x, 0), rtol=1e-12)
    for _ in range(2):
        np.testing.assert_allclose(block.backward(dout), dout * (x > 0) * (2 - np.tanh(x) ** 2), rtol=1e-12)
    np.testing.assert_array_equal(x, kept[0])
    np.testing.assert_array_equal(dout, kept[1])


@pytest.mark.parametrize("c_out, stride, projected", [(3, 1, False), (4, 1, True), (3, 2, True), (4, 2, True)])
def test_a_projection_where_the_shape_changes(c_out, stride, projected):
    block = ResidualBlock.he(3, c_out, np.random.default_rng(0), stride)
    assert len(block.params) == (12 if projected else 8)
    assert [p.shape for p in block.params if p.ndim > 1][2:] == ([(c_out, 3, 1, 1)] if projected else [])
    x = draw(2, 3, 7, 6)
    out = block.forward(x)
    assert out.shape == ((2, c_out, 7, 6) if stride == 1 else (2, c_out, 4, 3))
    assert block.backward(out).shape == x.shape


def test_a_projection_that_is_missing():
    block = ResidualBlock([Convolution(draw(4, 3, 1, 1), np.zeros(4))])
    with pytest.raises(
        ValueError, match=r"^ResidualBlock: skip has shape \(2, 3, 4, 5\); expected \(N=2, F=4, OH=4, OW=5\)$"
    ):
        block.forward(draw(2, 3, 4, 5))
    flat = ResidualBlock([Affine(np.eye(3), np.zeros(3))])
    with pytest.raises(ValueError, match=r"^ResidualBlock: body has shape \(2, 3\); expected \(N, F, OH, OW\)$"):
        flat.forward(draw(2, 3, 1, 1))


def test_the_projection_sees_the_pixels_that_the_stride_leaves():
    """A body of zero and a projection of the identity: every second pixel of every second row, from the first on."""
    x = draw(2, 3, 5, 6)
    block = ResidualBlock.he(3, 4, np.random.default_rng(0), 2, np.float64)
    block.params[6][...] = 0  # the last gamma of the body
    W, b, gamma, beta = block.params[8:]
    W[...] = np.eye(4, 3)[:, :, None, None]
    out = block.forward(x, train=False)  # the statistics of the start: mean 0, variance 1
    np.testing.assert_allclose(out[:, :3], np.maximum(x[:, :, ::2, ::2], 0), rtol=1e-5)
    assert not out[:, 3].any()


def test_statistics_are_learnt_in_training_only():
    block, x = BLOCKS["projection"](), draw(2, 3, 6, 5)
    norms = layers(block, BatchNorm)
    block.forward(x)
    assert len(norms) == 3 and not any(norm.mean.any() for norm in norms)
    first = block.forward(x, train=True)
    assert all(norm.mean.any() for norm in norms)
    assert not np.allclose(block.forward(x), first)
    np.testing.assert_allclose(block.forward(x, train=True), first, rtol=1e-6)


def test_gradients_pass_many_residual_blocks():
    """Twenty blocks whose body is small: the gradient of the input stays that of the output, about."""
    rng = np.random.default_rng(0)
    bodies = [[Convolution(rng.normal(0, 1e-4, (3, 3, 1, 1)), np.zeros(3))] for _ in range(20)]
    blocks = Composite([ResidualBlock(body) for body in bodies])
    plain = Composite([layer for body in bodies for layer in (*body, LeakyRelu())])
    x, dout = np.abs(draw(2, 3, 4, 5)) + 1, draw(2, 3, 4, 5, seed=1)
    blocks.forward(x)
    np.testing.assert_allclose(blocks.backward(dout), dout, atol=0.05)
    plain.forward(x)
    assert np.abs(plain.backward(dout)).max() < 1e-50
