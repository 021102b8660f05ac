"""Activations and losses as steps of a network: pairs of functions with a gradient, and the layers around them.

The pairs take an array of any shape and return one of the same shape; softmax works along the last axis.
Where the derivative can be had from the output, the cache is the output: nothing more is kept in memory.
"""

import numpy as np

from nnref.activations import d_leaky, leaky_relu, relu, sigmoid, softmax, tanh
from nnref.layer import Layer
from nnref.losses import (
    mse_backward,
    mse_forward,
    softmax_cross_entropy_backward,
    softmax_cross_entropy_forward,
)
from nnref.shapes import check_shapes, floating


def _upstream(operation, dout, like):
    """Return dout as floats; raises ValueError unless it has the shape of `like`."""
    check_shapes(operation, dout=(dout, like.shape))
    return floating(dout)


def sigmoid_forward(x):
    """Return y = 1 / (1 + exp(-x)) and a cache for the way back."""
    y = sigmoid(floating(x))
    return y, y


def sigmoid_backward(dout, cache):
    """Return the gradient of x: dout y (1 - y)."""
    y, dout = cache, _upstream("sigmoid_backward", dout, cache)
    dx = 1 - y
    dx *= y
    dx *= dout
    return dx


def tanh_forward(x):
    """Return y = tanh(x) and a cache for the way back."""
    y = tanh(floating(x))
    return y, y


def tanh_backward(dout, cache):
    """Return the gradient of x: dout (1 - y²)."""
    y, dout = cache, _upstream("tanh_backward", dout, cache)
    dx = y * y
    np.subtract(1, dx, out=dx)
    dx *= dout
    return dx


def relu_forward(x):
    """Return y = max(x, 0) and a cache for the way back."""
    y = relu(floating(x))
    return y, y


def relu_backward(dout, cache):
    """Return the gradient of x: dout where x > 0, else 0."""
    y, dout = cache, _upstream("relu_backward", dout, cache)
    dx = np.empty_like(y)
    np.greater(y, 0, out=dx, casting="unsafe")  # 0 or 1 written as floats at once, without an array of truth values
    dx *= dout
    return dx


def leaky_relu_forward(x, alpha=0.01):
    """Return x where x >= 0, else alpha x, and a cache for the way back."""
    x = floating(x)
    return leaky_relu(x, alpha), (x, alpha)


def leaky_relu_backward(dout, cache):
    """Return the gradient of x: dout where x > 0, else alpha dout."""
    x, alpha = cache
    dout = _upstream("leaky_relu_backward", dout, x)
    dx = d_leaky(x, alpha)
    dx *= dout
    return dx


def softmax_forward(x):
    """Return y = exp(x) / Σ exp(x) along the last axis and a cache for the way back."""
    y = softmax(floating(x))
    return y, y


def softmax_backward(dout, cache):
    """Return the gradient of x: y (dout - Σ_k dout_k y_k), the sum along the last axis.

    It is Jᵀ dout with the Jacobian J = diag(y) - y yᵀ of each row, which is never built.
    """
    y, dout = cache, _upstream("softmax_backward", dout, cache)
    dx = dout - np.vecdot(dout, y)[..., np.newaxis]
    dx *= y
    return dx


class Activation(Layer):
    """A layer without parameters around a pair of functions."""

    def __init__(self, forward, backward, *settings):
        super().__init__()
        self._forward, self._backward, self._settings = forward, backward, settings

    def forward(self, x, train=False):
        """x of any shape. Returns an array of that shape."""
        out, self.cache = self._forward(x, *self._settings)
        return out

    def backward(self, dout):
        """dout in the shape of x. Returns the gradient of x."""
        return self._backward(dout, self.cache)


class Sigmoid(Activation):
    """1 / (1 + exp(-x))."""

    def __init__(self):
        super().__init__(sigmoid_forward, sigmoid_backward)


class Tanh(Activation):
    """The hyperbolic tangent."""

    def __init__(self):
        super().__init__(tanh_forward, tanh_backward)


class Relu(Activation):
    """max(x, 0)."""

    def __init__(self):
        super().__init__(relu_forward, relu_backward)


class LeakyRelu(Activation):
    """x where x >= 0, else alpha x."""

    def __init__(self, alpha=0.01):
        super().__init__(leaky_relu_forward, leaky_relu_backward, alpha)


class Softmax(Activation):
    """exp(x) / Σ exp(x) along the last axis. To train a classifier, take SoftmaxWithLoss: it stays exact."""

    def __init__(self):
        super().__init__(softmax_forward, softmax_backward)


class Loss(Layer):
    """The last step: from predictions and targets to one number, and the gradient of the predictions back."""

    def __init__(self, forward, backward):
        super().__init__()
        self._forward, self._backward = forward, backward

    def forward(self, x, t):
        """Return the loss of the predictions x, a number."""
        loss, self.cache = self._forward(x, t)
        return loss

    def backward(self, dout=1):
        """dout a number: 1, or the gradient of what follows. Returns the gradient of x."""
        return self._backward(dout, self.cache)


class SoftmaxWithLoss(Loss):
    """Softmax and cross entropy in one: scores x (N, K), t whole numbers (N,) or one-hot (N, K)."""

    def __init__(self):
        super().__init__(softmax_cross_entropy_forward, softmax_cross_entropy_backward)


class MeanSquaredError(Loss):
    """The mean of (x - t)², x and t of one shape (N, ...)."""

    def __init__(self):
        super().__init__(mse_forward, mse_backward)
