"""u07_layers: other right solutions, each written in another style. All must earn full marks."""

from functools import reduce
from itertools import chain

import numpy as np
from nnref.affine import Affine
from nnref.layers import Relu, SoftmaxWithLoss

from . import other_layers as other
from .exercises import AFFINE, RELU, SGD, SIGMOID, SOFTMAX_WITH_LOSS, TWO_LAYER_NET


class NetByComprehension:
    def __init__(self, I, H, O, rng):
        sizes = [(I, H), (H, O)]
        first, second = (Affine(rng.standard_normal(size) * (2 / size[0]) ** 0.5, np.zeros(size[1])) for size in sizes)
        self.layers = (first, Relu(), second)
        self.last_layer = SoftmaxWithLoss()
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]

    def predict(self, x):
        return reduce(lambda value, layer: layer.forward(value), self.layers, x)

    def loss(self, x, t):
        return self.last_layer.forward(self.predict(x), t)

    def backward(self, dout=1):
        dout = self.last_layer.backward(dout)
        for layer in self.layers[::-1]:
            dout = layer.backward(dout)
        return dout


class NetByName:
    """Every layer has a name; the lists are written out."""

    def __init__(self, I, H, O, rng):
        W1, W2 = rng.normal(scale=np.sqrt(2 / I), size=(I, H)), rng.normal(scale=np.sqrt(2 / H), size=(H, O))
        self.affine1, self.relu, self.affine2 = Affine(W1, np.zeros(H)), Relu(), Affine(W2, np.zeros(O))
        self.loss_layer = SoftmaxWithLoss()
        self.layers = [self.affine1, self.relu, self.affine2]
        self.params = [*self.affine1.params, *self.affine2.params]
        self.grads = [*self.affine1.grads, *self.affine2.grads]

    def predict(self, x):
        return self.affine2.forward(self.relu.forward(self.affine1.forward(x)))

    def loss(self, x, t):
        scores = self.predict(x)
        return self.loss_layer.forward(scores, t)

    def backward(self):
        d = self.loss_layer.backward(1)
        self.affine1.backward(self.relu.backward(self.affine2.backward(d)))


class NetWithLossInside:
    """The loss is the fourth layer; lists by chain; the gradients are asked for anew after each backward."""

    def __init__(self, I, H, O, rng):
        W1 = rng.standard_normal((I, H)) / np.sqrt(I / 2)
        W2 = rng.standard_normal((H, O)) / np.sqrt(H / 2)
        self.layers = [Affine(W1, np.zeros(H)), Relu(), Affine(W2, np.zeros((O,))), SoftmaxWithLoss()]

    @property
    def params(self):
        return list(chain.from_iterable(layer.params for layer in self.layers))

    @property
    def grads(self):
        return list(chain.from_iterable(layer.grads for layer in self.layers))

    def predict(self, x):
        for layer in self.layers[:-1]:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.layers[-1].forward(self.predict(x), t)

    def backward(self):
        dout = 1
        for i in range(len(self.layers) - 1, -1, -1):
            dout = self.layers[i].backward(dout)


class NetUniform(NetByName):
    """Uniform numbers of the same spread; the arrays are filled afterwards."""

    def __init__(self, I, H, O, rng):
        super().__init__(I, H, O, rng)
        for W in self.params[::2]:
            bound = np.sqrt(6 / len(W))
            W[...] = rng.uniform(-bound, bound, W.shape)


class NetOfOwnLayers(NetByName):
    """With layers of another hand."""

    def __init__(self, I, H, O, rng):
        W1, W2 = (np.sqrt(2.0 / n) * rng.standard_normal((n, m)) for n, m in ((I, H), (H, O)))
        self.affine1, self.relu = other.AffineNames(W1, np.zeros(H)), other.ReluByMask()
        self.affine2, self.loss_layer = other.AffineEinsum(W2, np.zeros(O)), other.LossOfOneHot()
        self.layers, self.params, self.grads = [self.affine1, self.relu, self.affine2], [], []
        for layer in self.layers:
            self.params.extend(layer.params)
            self.grads.extend(layer.grads)


class SgdByIndex:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for i in range(len(params)):
            params[i] -= self.lr * grads[i]


class SgdSlices:
    def __init__(self, lr=0.01):
        self.rate = -lr

    def update(self, params, grads):
        for p, g in zip(params, grads, strict=True):
            p[...] = p + self.rate * g


class SgdOut:
    def __init__(self, lr=0.01):
        self.step = lambda p, g: np.subtract(p, np.multiply(lr, g), out=p)

    def update(self, params, grads):
        any(self.step(p, g) is None for p, g in zip(params, grads, strict=True))


class SgdLoops:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        while len(params):
            p, params = params[0], params[1:]
            g, grads = grads[0], grads[1:]
            for i in np.ndindex(p.shape):
                p[i] -= g[i] * self.lr


class SgdFloat32:
    def __init__(self, lr=0.01):
        self.lr = np.float32(lr)

    def update(self, params, grads):
        for p, g in zip(params, grads, strict=True):
            np.copyto(p, p.astype(np.float32) - self.lr * g.astype(np.float32))


for layer in (
    other.SigmoidOfInput,
    other.SigmoidOfTanh,
    other.SigmoidKeepsTheSlope,
    other.SigmoidFloat32,
    other.SigmoidByLoop,
):
    SIGMOID.alternative(layer)
for layer in (other.ReluByMask, other.ReluOfInput, other.ReluOfSigns, other.ReluOfOutput, other.ReluByLoop):
    RELU.alternative(layer)
for layer in (
    other.AffineNames,
    other.AffineEinsum,
    other.AffineLoops,
    other.AffineFloat32,
    other.AffineBiasColumn,
):
    AFFINE.alternative(layer)
for layer in (other.LossOfOneHot, other.LossOfLogaddexp, other.LossByRows, other.LossFloat32, other.LossOfMargins):
    SOFTMAX_WITH_LOSS.alternative(layer)
for net in (NetByComprehension, NetByName, NetWithLossInside, NetUniform, NetOfOwnLayers):
    TWO_LAYER_NET.alternative(net)
for optimizer in (SgdByIndex, SgdSlices, SgdOut, SgdLoops, SgdFloat32):
    SGD.alternative(optimizer)

AFFINE.equivalent(
    "every backward writes over all numbers of grads, whatever was there before",
    "np.zeros_like(W) -> np.ones_like(W)",
    "np.zeros_like(b) -> np.ones_like(b)",
)
SOFTMAX_WITH_LOSS.equivalent(
    "an indexed element is written either way",
    "dx[np.arange(len(dx)), self.t] -= 1 -> dx[np.arange(len(dx)), self.t] = dx[np.arange(len(dx)), self.t] - 1",
)
