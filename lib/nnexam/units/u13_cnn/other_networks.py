"""u13_cnn: other networks, and other ways to train them; see alternatives."""

import math

import numpy as np
from nnref.affine import Affine
from nnref.convolution import Convolution
from nnref.initializers import he
from nnref.layer import Composite
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.optimizers import Adam, Momentum
from nnref.pooling import Flatten, MaxPooling

from .reference import fit


class Float64Net:
    """float64, the flattened length measured on an image of zeros, and no Flatten: the affine layer lines up itself."""

    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        W = rng.normal(0, math.sqrt(2 / (shape[0] * size**2)), (filters, shape[0], size, size))
        conv = Convolution(W, np.zeros(filters), 1, pad)
        front = [conv, Relu(), MaxPooling(pool)]
        probe = np.zeros((1, *shape))
        for layer in front:
            probe = layer.forward(probe)
        first = Affine(he((probe.size, hidden), probe.size, rng, np.float64), np.zeros(hidden))
        second = Affine(rng.normal(0, 0.01, (hidden, K)), np.zeros(K))
        self.layers = [*front, first, Relu(), second]
        self.end = SoftmaxWithLoss()
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return float(self.end.forward(self.predict(x), t))

    def backward(self):
        dout = self.end.backward(1)
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        return dout


class NamedLayers:
    """Each layer has a name; the ReLU comes after the pooling, which gives the same."""

    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        C, *sides = shape
        D = filters * math.prod((side + 2 * pad - (size - 1)) // pool for side in sides)
        self.conv = Convolution.he(C, filters, size, rng, 1, pad)
        self.relu1, self.pool, self.flat = Relu(), MaxPooling(pool, pool), Flatten()
        self.fc1, self.relu2 = Affine.he(D, hidden, rng), Relu()
        self.fc2 = Affine(rng.normal(scale=0.01, size=(hidden, K)), np.zeros(K))
        self.layers = [self.conv, self.pool, self.relu1, self.flat, self.fc1, self.relu2, self.fc2]
        self.loss_layer = SoftmaxWithLoss()
        self.params = self.conv.params + self.fc1.params + self.fc2.params
        self.grads = self.conv.grads + self.fc1.grads + self.fc2.grads

    def predict(self, x):
        maps = self.flat.forward(self.relu1.forward(self.pool.forward(self.conv.forward(x))))
        return self.fc2.forward(self.relu2.forward(self.fc1.forward(maps)))

    def loss(self, x, t):
        return self.loss_layer.forward(self.predict(x), t)

    def backward(self):
        d = self.fc1.backward(self.relu2.backward(self.fc2.backward(self.loss_layer.backward())))
        self.conv.backward(self.pool.backward(self.relu1.backward(self.flat.backward(d))))


class Inherits(Composite):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        C, H, W = shape
        after = [int((n + 2 * pad - size + 1) / pool) for n in (H, W)]
        conv = Convolution.he(C, filters, size, rng, pad=pad)
        first = Affine.he(filters * after[0] * after[1], hidden, rng)
        last = Affine.he(hidden, K, rng)
        last.params[0] *= 0.01 / np.sqrt(2 / hidden)
        super().__init__([conv, Relu(), MaxPooling(pool), Flatten(), first, Relu(), last])
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        return self.forward(x)

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def backward(self):
        return super().backward(self.last.backward())


class NoSoftmaxLayer(Float64Net):
    """The loss and its gradient written out."""

    def loss(self, x, t):
        scores = self.predict(x)
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        self.p = e / e.sum(axis=1, keepdims=True)
        self.t = t if np.ndim(t) == 2 else np.eye(self.p.shape[1])[t]
        return -np.sum(self.t * np.log(self.p)) / len(x)

    def backward(self):
        dout = (self.p - self.t) / len(self.t)
        for layer in reversed(self.layers):
            dout = layer.backward(dout)


def with_falling_rate(X, y, rng):
    model = Inherits(X.shape[1:], 10, rng, filters=24)
    optimizer = Adam()
    for epoch in range(8):
        optimizer.lr = 0.01 * (1 - epoch / 8)
        fit(model, optimizer, X, y, 1, 50, rng)
    return model


def with_momentum(X, y, rng):
    model = NamedLayers(X.shape[1:], 10, rng, filters=24)
    fit(model, Momentum(0.1), X, y, 8, 32, rng)
    fit(model, Momentum(0.01), X, y, 2, 32, rng)
    return model


def several_networks(X, y, rng):
    """Two small ones; their scores are added up."""

    class Several:
        def __init__(self):
            self.nets = [Inherits(X.shape[1:], 10, rng) for _ in range(2)]
            for net in self.nets:
                fit(net, Adam(0.01), X, y, 5, 64, rng)
                fit(net, Adam(0.001), X, y, 1, 64, rng)

        def predict(self, x):
            return sum(net.predict(x) for net in self.nets)

    return Several()


def with_large_batches(X, y, rng):
    """Larger filters, and batches twice as large for the last epochs."""
    model = Inherits(X.shape[1:], 10, rng, filters=20, size=5, pad=2)
    fit(model, Adam(0.01), X, y, 6, 50, rng)
    fit(model, Adam(0.002), X, y, 3, 100, rng)
    return model
