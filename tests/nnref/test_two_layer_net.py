"""The network of two layers: shared arrays, the loss of the start, gradients by differences."""

import numpy as np
import pytest
from nnref.gradient_check import directional_derivative
from nnref.optimizers import SGD
from nnref.two_layer_net import TwoLayerNet

from tests.conftest import pytorch

I, H, O, N = 5, 7, 3, 6


def made(seed=0):
    rng = np.random.default_rng(seed)
    net = TwoLayerNet(I, H, O, rng)
    for param in net.params:
        param += 0.1 * rng.normal(size=param.shape)  # biases that are not 0
    return net, rng.normal(size=(N, I)), rng.integers(0, O, N)


def test_params_and_grads_are_those_of_the_layers():
    net = TwoLayerNet(I, H, O, np.random.default_rng(0))
    assert [param.shape for param in net.params] == [grad.shape for grad in net.grads] == [(I, H), (H,), (H, O), (O,)]
    first, _, second = net.layers
    for own, theirs in ((net.params, first.params + second.params), (net.grads, first.grads + second.grads)):
        assert all(a is b for a, b in zip(own, theirs, strict=True))
    before = list(net.grads)
    _, x, t = made()
    net.loss(x, t)
    net.backward()
    assert all(a is b and a.any() for a, b in zip(net.grads, before, strict=True))


def test_loss_and_gradients_as_in_pytorch():
    torch = pytorch()
    net, x, t = made()
    W1, b1, W2, b2 = tensors = [torch.tensor(param, requires_grad=True) for param in net.params]
    inputs = torch.tensor(x, requires_grad=True)
    scores = torch.relu(inputs @ W1 + b1) @ W2 + b2
    loss = torch.nn.functional.cross_entropy(scores, torch.tensor(t))
    np.testing.assert_allclose(net.predict(x), scores.detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(net.loss(x, t), loss.item(), rtol=1e-12)
    dx = net.backward(dout=2)
    (2 * loss).backward()
    np.testing.assert_allclose(dx, inputs.grad.numpy(), rtol=1e-10, atol=1e-14)
    for grad, tensor in zip(net.grads, tensors, strict=True):
        np.testing.assert_allclose(grad, tensor.grad.numpy(), rtol=1e-10, atol=1e-14)


@pytest.mark.parametrize("index", range(4))
def test_gradients_by_differences(index):
    net, x, t = made(1)
    net.loss(x, np.eye(O)[t])
    net.backward()
    param, grad = net.params[index], net.grads[index].copy()
    kept, v = param.copy(), np.random.default_rng(2).normal(size=param.shape)

    def loss(values):
        param[...] = values
        return net.loss(x, t)

    np.testing.assert_allclose(directional_derivative(loss, kept, v), np.sum(v * grad), rtol=1e-7)


def test_predict_gives_scores_and_changes_nothing():
    net, x, t = made()
    scores = net.predict(x)
    assert scores.shape == (N, O) and (scores < 0).any() and (np.abs(scores.sum(axis=1) - 1) > 0.01).any()
    before = net.loss(x, t)
    net.backward()
    grads = [grad.copy() for grad in net.grads]
    assert net.loss(x, t) == before
    net.backward()
    for grad, copy in zip(net.grads, grads, strict=True):
        np.testing.assert_array_equal(grad, copy)


def test_the_start():
    """Weights of variance 2 / inputs, biases 0.

    The variance of n normal numbers has a relative deviation of √(2 / n): 0.1 % for W1 and 1 % for W2. Beyond the
    limits, ten and six of these, lie fewer than one in 10⁸ draws.
    """
    net = TwoLayerNet(1000, 2000, 10, np.random.default_rng(0))
    W1, b1, W2, b2 = net.params
    assert abs(W1.var() * 1000 / 2 - 1) < 0.01 and abs(W2.var() * 2000 / 2 - 1) < 0.06 and not b1.any() and not b2.any()
    same, other = (TwoLayerNet(I, H, O, np.random.default_rng(seed)) for seed in (0, 1))
    np.testing.assert_array_equal(TwoLayerNet(I, H, O, np.random.default_rng(0)).params[0], same.params[0])
    assert not np.array_equal(same.params[0], other.params[0])


def test_two_networks_are_independent_and_learn():
    net, x, t = made()
    other, _, _ = made()
    kept = [param.copy() for param in other.params]
    optimizer = SGD(0.5)
    first = net.loss(x, t)
    for _ in range(200):
        net.loss(x, t)
        net.backward()
        optimizer.update(net.params, net.grads)
    assert net.loss(x, t) < 0.05 < first
    for param, copy in zip(other.params, kept, strict=True):
        np.testing.assert_array_equal(param, copy)
