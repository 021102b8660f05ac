"""Small VGG, GoogLeNet and ResNet: beside PyTorch, learning; and the counting of parameters and MACs."""

import re

import numpy as np
import pytest
from nnlab.data import digits
from nnref.affine import Affine
from nnref.architectures import (
    bottleneck_macs,
    count_parameters,
    small_googlenet,
    small_resnet,
    small_vgg,
    vgg_16,
)
from nnref.batch_norm import BatchNorm
from nnref.blocks import Inception, ResidualBlock
from nnref.convolution import Convolution
from nnref.convolution_loops import params_and_macs
from nnref.global_pooling import GlobalAveragePooling
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.losses import softmax_cross_entropy
from nnref.optimizers import Adam
from nnref.pooling import Flatten, MaxPooling

from tests.conftest import pytorch
from tests.nnref.operations.architectures import layers


def resnet_20(shape, K, rng, **dtype):
    return small_resnet(shape, K, rng, n=3, **dtype)


every = pytest.mark.parametrize("make", [small_vgg, small_googlenet, small_resnet, resnet_20])


def draw(shape, N=4, dtype=np.float64):
    return np.random.default_rng(7).normal(size=(N, *shape)).astype(dtype)


def through_torch(torch, layer, x, params):
    """Run x through PyTorch's functions; params is an iterator over the parameters in the order of the layers."""
    F = torch.nn.functional
    if isinstance(layer, Inception):
        return torch.cat([through_torch(torch, branch, x, params) for branch in layer.layers], 1)
    if isinstance(layer, ResidualBlock):
        body = through_torch(torch, layer.body, x, params)
        return F.relu(body + through_torch(torch, layer.projection, x, params))
    if isinstance(layer, Composite):
        for part in layer.layers:
            x = through_torch(torch, part, x, params)
        return x
    if isinstance(layer, Convolution):
        return F.conv2d(x, next(params), next(params), layer.stride, layer.pad)
    if isinstance(layer, BatchNorm):
        return F.batch_norm(x, None, None, next(params), next(params), training=True)
    if isinstance(layer, Affine):
        return F.linear(x, next(params).T, next(params))
    if isinstance(layer, MaxPooling):
        return F.max_pool2d(x, *layer.settings)
    plain = {Relu: F.relu, Flatten: lambda x: x.flatten(1), GlobalAveragePooling: lambda x: x.mean((2, 3))}
    return plain[type(layer)](x)


@every
@pytest.mark.parametrize("shape", [(1, 8, 8), (2, 9, 6)])
def test_beside_pytorch(make, shape):
    """Scores, and the gradients of the input and of every parameter."""
    torch = pytorch()
    net, x = make(shape, 3, np.random.default_rng(0), dtype=np.float64), draw(shape)
    net.params[-2] *= 100  # scores of the usual size
    tensors = [torch.tensor(a, requires_grad=True) for a in (x, *net.params)]
    theirs = through_torch(torch, net, tensors[0], iter(tensors[1:]))
    out = net.forward(x, train=True)
    np.testing.assert_allclose(out, theirs.detach().numpy(), rtol=1e-9, atol=1e-10)
    dout = np.random.default_rng(1).normal(size=out.shape)
    dx = net.backward(dout)
    theirs.backward(torch.tensor(dout))
    for found, tensor in zip((dx, *net.grads), tensors, strict=True):
        np.testing.assert_allclose(found, tensor.grad.numpy(), rtol=1e-7, atol=1e-9)


@every
@pytest.mark.parametrize("shape", [(1, 8, 8), (1, 28, 28), (3, 32, 30)])
def test_shapes_and_types(make, shape):
    net, x = make(shape, 7, np.random.default_rng(0)), draw(shape, 2, np.float32)
    scores = net.predict(x)
    assert scores.shape == (2, 7) and scores.dtype == np.float32
    assert {p.dtype for p in net.params} == {np.dtype(np.float32)}
    again = make(shape, 7, np.random.default_rng(0))
    np.testing.assert_array_equal(again.predict(x), scores)
    assert not np.array_equal(make(shape, 7, np.random.default_rng(1)).predict(x), scores)


@every
@pytest.mark.parametrize("K", [2, 10, 26])
def test_the_first_loss_is_near_log_K(make, K):
    """In training: before it, the running statistics of batch normalisation know nothing of the data."""
    net, rng = make((1, 8, 8), K, np.random.default_rng(0)), np.random.default_rng(1)
    x, y = rng.random((100, 1, 8, 8), np.float32), rng.integers(0, K, 100)
    assert softmax_cross_entropy(net.forward(x, train=True), y) == pytest.approx(np.log(K), abs=0.05)


@every
def test_it_learns_digits(make):
    """Four classes, 300 digits. Of six seeds for each network the worst had a loss of 0.16, and 95 % right."""
    X, y = digits()
    chosen = np.flatnonzero(y < 4)[:500]
    X, y, rng = X[chosen].reshape(-1, 1, 8, 8).astype(np.float32), y[chosen], np.random.default_rng(0)
    net = make((1, 8, 8), 4, rng)
    net.compile(Adam(0.005), "softmax_cross_entropy")
    losses = net.fit(X[:300], y[:300], epochs=8, batch_size=20, rng=rng)
    assert losses[-1] < 0.2 < losses[0] / 2
    assert net.evaluate(X[300:], y[300:])[1] > 0.9


def test_twenty_layers_share_their_parameters():
    net = resnet_20((1, 8, 8), 10, np.random.default_rng(0))
    weighted = [*layers(net, Convolution), *layers(net, BatchNorm), *layers(net, Affine)]
    own = [(p, g) for layer in weighted for p, g in zip(layer.params, layer.grads, strict=True)]
    assert len(net.params) == len(own) == 86 and len({id(p) for p in net.params}) == 86
    of = {id(p): g for p, g in own}
    assert all(of[id(p)] is g for p, g in zip(net.params, net.grads, strict=True))
    x, grads = draw((1, 8, 8), 8, np.float32), list(net.grads)
    scores = net.forward(x, train=True)
    net.backward(np.sign(scores))
    assert all(g is kept for g, kept in zip(net.grads, grads, strict=True))
    assert all(g.any() for p, g in zip(net.params, net.grads, strict=True) if p.ndim > 1)
    before = [p.copy() for p in net.params]
    Adam(0.01).update(net.params, net.grads)
    assert not any(np.array_equal(p, b) for p, b in zip(net.params, before, strict=True) if p.ndim > 1)
    assert np.abs(net.forward(x, train=True) - scores).max() > 0.01


@pytest.mark.parametrize("n", [1, 2, 3])
def test_depth_is_6n_and_2(n):
    """Projections lie on the short way and do not count."""
    net = small_resnet((1, 8, 8), 10, np.random.default_rng(0), n=n)
    projections = [block for block in layers(net, ResidualBlock) if block.projection.layers]
    assert len(layers(net, Convolution)) - len(projections) + len(layers(net, Affine)) == 6 * n + 2
    assert len(projections) == 2 and len(layers(net, ResidualBlock)) == 3 * n


def test_images_too_small_for_vgg():
    sentence = "small_vgg: found images of 3 × 8 pixels; expected at least 4 × 4, to halve them twice"
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        small_vgg((1, 3, 8), 10, np.random.default_rng(0))


def conv(C, F, k, bias=True):
    return {"kind": "conv", "C": C, "F": F, "k": k, "bias": bias}


def norm(C):
    return {"kind": "norm", "C": C}


def dense(D, M):
    return {"kind": "dense", "D": D, "M": M}


def resnet_18():
    """As in torchvision: no biases before a normalisation, and 1×1 projections where the channels change."""
    spec, C = [conv(3, 64, 7, bias=False), norm(64), {"kind": "pool"}], 64
    for F in (64, 128, 256, 512):
        for c_in in (C, F):
            spec += [conv(c_in, F, 3, bias=False), norm(F), conv(F, F, 3, bias=False), norm(F)]
        spec += [conv(C, F, 1, bias=False), norm(F)] if C != F else []
        C = F
    return [*spec, {"kind": "pool"}, dense(512, 1000)]


def test_known_networks():
    alexnet = [conv(3, 64, 11), conv(64, 192, 5), conv(192, 384, 3), conv(384, 256, 3), conv(256, 256, 3)]
    assert count_parameters(vgg_16()) == 138_357_544
    assert count_parameters(resnet_18()) == 11_689_512
    assert count_parameters([*alexnet, dense(9216, 4096), dense(4096, 4096), dense(4096, 1000)]) == 61_100_840


def test_the_spec_of_vgg_16_has_sixteen_layers():
    """And costs what unit u11 counts for images of 224 × 224 pixels: 15.5 billion MACs."""
    kinds = [layer["kind"] for layer in vgg_16()]
    assert (kinds.count("conv"), kinds.count("pool"), kinds.count("dense")) == (13, 5, 3)
    shaped = [{"kind": "input", "C": 3, "H": 224, "W": 224}]
    for layer in vgg_16():
        settings = {"conv": {"k": 3, "stride": 1, "pad": 1}, "pool": {"k": 2, "stride": 2}, "dense": {}}[layer["kind"]]
        shaped.append({name: layer[name] for name in ("kind", "F", "M") if name in layer} | settings)
    assert params_and_macs(shaped) == (138_357_544, 15_470_264_320)


def test_each_term_of_the_count():
    assert count_parameters([]) == count_parameters([{"kind": "pool"}]) == 0
    assert count_parameters([conv(2, 5, 3)]) == 5 * 2 * 9 + 5
    assert count_parameters([conv(2, 5, 3, bias=False)]) == 5 * 2 * 9
    assert count_parameters([norm(7)]) == 14
    assert count_parameters([dense(7, 3)]) == 24
    assert count_parameters([norm(np.int32(7)), dense(np.int32(70_000), np.int32(70_000))]) == 14 + 70_000 * 70_001
    assert type(count_parameters([norm(np.int64(7))])) is int


@every
def test_the_count_of_a_network_in_memory(make):
    net = make((2, 8, 8), 5, np.random.default_rng(0))
    shapes = {kind: [layer.params[0].shape for layer in layers(net, kind)] for kind in (Convolution, BatchNorm, Affine)}
    spec = [conv(C, F, k) for F, C, k, _ in shapes[Convolution]]
    spec += [norm(C) for (C,) in shapes[BatchNorm]] + [dense(D, M) for D, M in shapes[Affine]]
    assert count_parameters(spec) == sum(p.size for p in net.params)


@pytest.mark.parametrize(
    "layer, sentence",
    [
        ({"kind": "lstm"}, "found a layer of kind 'lstm'; expected conv, norm, pool, dense"),
        ({"kind": "norm", "D": 3}, "found a layer of kind norm with D; expected C"),
        ({"kind": "dense"}, "found a layer of kind dense with no more; expected D, M"),
        ({"kind": "conv", "F": 1, "k": 3, "C": 2}, "found a layer of kind conv with F, k, C; expected C, F, k, bias"),
        ({"kind": "pool", "k": 2}, "found a layer of kind pool with k; expected no more"),
        (dense(0, 3), "found D 0; expected a whole number of at least 1"),
        (conv(3, 2.5, 3), "found F 2.5; expected a whole number of at least 1"),
    ],
)
def test_wrong_specs(layer, sentence):
    with pytest.raises(ValueError, match=f"^count_parameters: {re.escape(sentence)}$"):
        count_parameters([norm(3), layer])


def test_the_bottleneck_of_googlenet():
    """5×5 from 192 to 32 channels of 28×28 pixels: 120 million, or 12 million over 16 channels."""
    assert bottleneck_macs(28, 28, 192, 16, 32, 5) == (120_422_400, 12_443_648)


def test_macs_are_those_of_unit_u11():
    H, W, c_in, c_mid, c_out, k = 9, 7, 5, 2, 6, 3
    image = {"kind": "input", "C": c_in, "H": H, "W": W}
    narrow = {"kind": "conv", "F": c_mid, "k": 1, "stride": 1, "pad": 0}
    wide = {"kind": "conv", "F": c_out, "k": k, "stride": 1, "pad": 1}
    direct, bottleneck = bottleneck_macs(H, W, c_in, c_mid, c_out, k)
    assert direct == params_and_macs([image, wide])[1] and bottleneck == params_and_macs([image, narrow, wide])[1]
    assert bottleneck_macs(*np.array([1000, 1000, 512, 64, 512, 3], np.int32))[0] == 2_359_296_000_000


def test_macs_of_nothing():
    with pytest.raises(ValueError, match="^bottleneck_macs: found c_mid 0; expected a whole number of at least 1$"):
        bottleneck_macs(8, 8, 4, 0, 4, 3)
