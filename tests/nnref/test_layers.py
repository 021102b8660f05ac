"""Layer classes: their pairs, at zero and in a second call; parameters that are the arrays given."""

import numpy as np
import pytest
from nnref import layers
from nnref.affine import Affine, affine, affine_forward

X = np.array([[-3.0, -0.5, 0.25], [0.75, 2.0, 7.0]])
DOUT = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]])
ACTIVATIONS = [layers.Sigmoid, layers.Tanh, layers.Relu, layers.LeakyRelu, layers.Softmax]
LOSSES = [(layers.SoftmaxWithLoss, np.array([2, 0])), (layers.MeanSquaredError, 2 * X)]


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_an_activation_is_its_pair(kind):
    name = {"LeakyRelu": "leaky_relu"}.get(kind.__name__, kind.__name__.lower())
    out, cache = getattr(layers, f"{name}_forward")(X)
    layer = kind()
    np.testing.assert_array_equal(layer.forward(X), out)
    np.testing.assert_array_equal(layer.forward(X, train=True), out)
    np.testing.assert_array_equal(layer.backward(DOUT), getattr(layers, f"{name}_backward")(DOUT, cache))
    assert layer.params == [] and layer.grads == []


@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_backward_belongs_to_the_last_forward_of_the_same_layer(kind):
    layer, other = kind(), kind()
    with pytest.raises(RuntimeError, match=f"^{kind.__name__}: found backward before forward; call forward first$"):
        layer.backward(DOUT)
    layer.forward(X)
    first = layer.backward(DOUT)
    other.forward(0.5 - X)
    np.testing.assert_array_equal(layer.backward(DOUT), first)
    layer.forward(0.5 - X)
    second = layer.backward(DOUT)
    np.testing.assert_array_equal(second, other.backward(DOUT))
    assert not np.allclose(first, second)


def test_slopes_at_zero():
    zero, one = np.zeros(1), np.ones(1)
    assert layers.relu_backward(one, layers.relu_forward(zero)[1]) == 0
    assert layers.leaky_relu_backward(one, layers.leaky_relu_forward(zero, 0.3)[1]) == 0.3
    assert layers.sigmoid_backward(one, layers.sigmoid_forward(zero)[1]) == 0.25
    assert layers.tanh_backward(one, layers.tanh_forward(zero)[1]) == 1


def test_a_slope_above_one():
    layer = layers.LeakyRelu(2.5)
    assert layer.forward(np.array([-2.0, 2.0])).tolist() == [-5, 2]
    assert layer.backward(np.array([1.0, 1.0])).tolist() == [2.5, 1]


def test_softmax_backward_is_the_transposed_jacobian():
    y, cache = layers.softmax_forward(X)
    dx = layers.softmax_backward(DOUT, cache)
    for n in range(2):
        J = np.diag(y[n]) - np.outer(y[n], y[n])
        np.testing.assert_allclose(dx[n], J.T @ DOUT[n], rtol=1e-12)
    np.testing.assert_allclose(layers.softmax_backward(np.ones((2, 3)), cache), 0, atol=1e-15)


def test_relu_on_images_of_any_layout():
    x = np.random.default_rng(0).normal(size=(2, 3, 4, 5)).transpose(0, 2, 3, 1)
    layer = layers.Relu()
    np.testing.assert_array_equal(layer.forward(x), x * (x > 0))
    np.testing.assert_array_equal(layer.backward(np.full(x.shape, 2.0)), 2 * (x > 0))


@pytest.mark.parametrize("kind, t", LOSSES)
def test_a_loss_passes_the_upstream_gradient(kind, t):
    layer = kind()
    assert layer.forward(X, t) > 0 and layer.params == layer.grads == []
    np.testing.assert_array_equal(layer.backward(), layer.backward(1))
    np.testing.assert_allclose(layer.backward(-3.0), -3 * layer.backward(), rtol=1e-15)
    with pytest.raises(RuntimeError, match="found backward before forward"):
        kind().backward()


def test_labels_and_one_hot_rows_are_the_same():
    layer, other = layers.SoftmaxWithLoss(), layers.SoftmaxWithLoss()
    assert layer.forward(X, [2, 0]) == other.forward(X, [[0, 0, 1], [1, 0, 0]])
    np.testing.assert_array_equal(layer.backward(), other.backward())


def test_affine_keeps_the_arrays_it_is_given():
    rng = np.random.default_rng(0)
    W, b, x = rng.normal(size=(6, 4)), rng.normal(size=4), rng.normal(size=(5, 2, 3))
    layer, other = Affine(W, b), Affine(W.copy(), b.copy())
    grads = list(layer.grads)
    assert layer.params[0] is W and layer.params[1] is b
    np.testing.assert_array_equal(layer.forward(x), affine_forward(x.reshape(5, 6), W, b)[0])
    dout = rng.normal(size=(5, 4))
    dx = layer.backward(dout)
    np.testing.assert_allclose(dx, (dout @ W.T).reshape(5, 2, 3))
    assert all(g is kept for g, kept in zip(layer.grads, grads, strict=True))
    np.testing.assert_allclose(grads[0], x.reshape(5, 6).T @ dout)
    np.testing.assert_allclose(grads[1], dout.sum(axis=0))
    assert not any(g.any() for g in other.grads)
    W += 1  # as an optimizer does
    np.testing.assert_array_equal(layer.forward(x), affine(x.reshape(5, 6), W, b))
