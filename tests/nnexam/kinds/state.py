"""An optimizer, which changes its arguments on purpose, and a layer, which has a state."""

import numpy as np
from nnexam.model import Aspect, Case, script
from nnref import affine, optimizers

from tests.nnexam.kinds import exercise, title

# An optimizer changes its arguments on purpose; the gradients are not its to change.


def sgd_cases(rng):
    W, b, dW, db = (rng.normal(size=shape) for shape in ((3, 2), 2, (3, 2), 2))
    lines = """
        params, grads = [W, b], [dW, db]
        optimizer = SGD(0.25)
        optimizer.update(params, grads)
        optimizer.update(params, grads)
    """
    results = ("params", "params[0] is W", "grads")
    return [Case(("step", "place", "grads"), script(lines, results, W=W, b=b, dW=dW, db=db))]


SGD = exercise(
    "changes its arguments on purpose",
    "sgd",
    ("SGD",),
    (
        Aspect("step", 1, title("two steps"), part="params"),
        Aspect("place", 1, title("in place"), part="params[0] is W"),
        Aspect("grads", 1, title("gradients untouched"), part="grads"),
    ),
    sgd_cases,
    {"SGD": optimizers.SGD},
)


class OptimizerOf:
    def __init__(self, lr):
        self.lr = lr


@SGD.mistake("The parameter is bound to a new array.", "새 배열을 만들었습니다.")
class Rebinds(OptimizerOf):
    def update(self, params, grads):
        for i, (p, g) in enumerate(zip(params, grads, strict=True)):
            params[i] = p - self.lr * g


@SGD.mistake("The gradient is added.", "기울기를 더했습니다.")
class Adds(OptimizerOf):
    def update(self, params, grads):
        for p, g in zip(params, grads, strict=True):
            p += self.lr * g


@SGD.mistake("The gradient itself is scaled.", "기울기를 바꾸었습니다.")
class ScalesTheGradient(OptimizerOf):
    def update(self, params, grads):
        for p, g in zip(params, grads, strict=True):
            g *= self.lr
            p -= g


class Loops(OptimizerOf):
    def update(self, params, grads):
        for p, g in zip(params, grads, strict=True):
            for i in np.ndindex(p.shape):
                p[i] = p[i] - self.lr * g[i]


SGD.alternative(Loops)

# A layer has state, params and grads.


def affine_cases(rng):
    x, W, b, dout, other = (rng.normal(size=shape) for shape in ((4, 3), (3, 2), 2, (4, 2), (5, 3)))
    lines = """
        layer, second = Affine(W, b), Affine(2 * W, b)
        kept = layer.grads[0]
        out = layer.forward(x)
        second.forward(other)
        dx = layer.backward(dout)
    """
    results = ("out", "dx", "layer.grads", "layer.grads[0] is kept", "layer.params[0] is W")
    return [
        Case(("out", "dx", "grads", "kept", "shared"), script(lines, results, x=x, W=W, b=b, dout=dout, other=other))
    ]


AFFINE = exercise(
    "layer class",
    "affine_layer",
    ("Affine",),
    (
        Aspect("out", 1, title("forward"), part="out", effects=True),
        Aspect("dx", 1, title("gradient of x"), part="dx"),
        Aspect("grads", 1, title("gradients of W and b"), part="layer.grads"),
        Aspect("kept", 1, title("grads filled in place"), part="layer.grads[0] is kept"),
        Aspect("shared", 1, title("params not copied"), part="layer.params[0] is W"),
    ),
    affine_cases,
    {"Affine": affine.Affine},
)


class LayerOf:
    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]

    def forward(self, x):
        self.x = x
        return x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return dout @ self.params[0].T


@AFFINE.mistake("grads[0] is bound to a new array.", "grads[0]에 새 배열을 넣었습니다.")
class RebindsGrads(LayerOf):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[0] = self.x.T @ dout
        return dx


@AFFINE.mistake("db is a mean.", "db가 평균입니다.")
class MeanBias(LayerOf):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[1][...] = dout.mean(axis=0)
        return dx


@AFFINE.mistake("The input is kept in the class: all instances share it.", "입력을 클래스에 저장했습니다.")
class SharesTheInput(LayerOf):
    def forward(self, x):
        SharesTheInput.x = x
        return x @ self.params[0] + self.params[1]


AFFINE.alternative(LayerOf)
