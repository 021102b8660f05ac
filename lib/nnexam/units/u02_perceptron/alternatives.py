"""u02_perceptron: other right solutions, each written in another style. All must earn full marks."""

import numpy as np

from .exercises import DECISION_BOUNDARY, GATES, PERCEPTRON_FIT, PERCEPTRON_STEP, SEQUENTIAL, XOR


def neuron(w1, w2, b):
    """Make a gate out of two weights and a bias."""
    return lambda x1, x2: int(np.dot([w1, w2], [x1, x2]) + b > 0)


class SingleExpression:
    def forward(self, x1, x2):
        return int((x1 + x2) % 2)


class TwoLayers:
    def __init__(self):
        self.hidden = neuron(1, 1, -0.5), neuron(-1, -1, 1.5)
        self.output = neuron(1, 1, -1.5)

    def forward(self, x1, x2):
        return np.int64(self.output(*(gate(x1, x2) for gate in self.hidden)))


def step_by_cases(w, x, t, eta):
    total = 0.0
    for weight, value in zip(w, x, strict=True):
        total += weight * value
    if total > 0 and t == 0:
        return [weight - eta * value for weight, value in zip(w, x, strict=True)]
    if total <= 0 and t == 1:
        return [weight + eta * value for weight, value in zip(w, x, strict=True)]
    return list(w)


def step_float32(w, x, t, eta):
    w, x = np.array(w, np.float32), np.array(x, np.float32)
    y = np.heaviside(np.einsum("d,d->", w, x), 0)
    w += np.float32(eta) * (np.float32(t) - y) * x
    return w


def fit_with_while(X, t, eta, max_epochs):
    weights, errors = [0.0] * X.shape[1], [None]
    while errors[-1] != 0 and len(errors) <= max_epochs:
        wrong = 0
        for row, target in zip(X.tolist(), t.tolist(), strict=True):
            output = int(sum(a * b for a, b in zip(weights, row, strict=True)) > 0)
            if output != target:
                wrong += 1
                weights = [a + eta * (target - output) * b for a, b in zip(weights, row, strict=True)]
        errors.append(wrong)
    return np.array(weights), np.array(errors[1:]), bool(errors[-1] == 0)


def boundary_by_two_points(w):
    w = np.asarray(w, dtype=float)
    if np.isclose(w[2], 0):
        return float("inf"), -w[0] / w[1]
    at_zero, at_one = (-(w[0] + w[1] * x1) / w[2] for x1 in (0.0, 1.0))
    return at_one - at_zero, at_zero


class DenseRows:
    """The bias kept as a row, the multiplication by einsum."""

    def __init__(self, D, M):
        self.W, self.b = np.zeros((D, M)), np.zeros((M,))

    def forward(self, x):
        return np.einsum("nd,dm->nm", x, self.W) + self.b[None, :]


class SequentialInPlace:
    def __init__(self, layers):
        self.layers = layers

    def compile(self, optimizer, loss):
        assert loss == "mse"
        self.lr = optimizer.lr

    def predict(self, x):
        return self.layers[0].forward(x)

    def fit(self, x, y, epochs):
        dense, losses = self.layers[0], np.zeros(epochs)
        target = y[:, np.newaxis] if np.ndim(y) == 1 else y
        for epoch in range(epochs):
            gap = self.predict(x) - target
            losses[epoch] = (gap * gap).sum() / gap.size
            gradient = gap * (2 * self.lr / gap.size)
            for n in range(len(x)):
                dense.W -= np.outer(x[n], gradient[n])
                dense.b -= gradient[n]
        return losses


class DenseFloat32(DenseRows):
    """Computes in float32 and hands float64 back: right to about seven digits."""

    def forward(self, x):
        x, W, b = (np.asarray(a, np.float32) for a in (x, self.W, self.b))
        return (x @ W + b).astype(float)


GATES.alternative(lambda a, b: a * b, lambda a, b: max(a, b), lambda a, b: 1 - a * b)
GATES.alternative(neuron(1, 1, -1), neuron(2, 2, -1), neuron(-0.5, -0.5, 0.75))
XOR.alternative(SingleExpression)
XOR.alternative(TwoLayers)
PERCEPTRON_STEP.alternative(step_by_cases)
PERCEPTRON_STEP.alternative(step_float32)
PERCEPTRON_FIT.alternative(fit_with_while)
DECISION_BOUNDARY.alternative(boundary_by_two_points)
SEQUENTIAL.alternative(DenseRows, SequentialInPlace)
SEQUENTIAL.alternative(DenseFloat32, SequentialInPlace)

GATES.equivalent(
    "a list times an array is an array product",
    *(f"np.array({w}) -> {w}" for w in ("[-0.7, 0.5, 0.5]", "[-0.2, 0.5, 0.5]", "[0.7, -0.5, -0.5]")),
    *(f"np.array([1.0, x1, x2]) -> [1.0, x1, x2]{again}" for again in ("", " #2", " #3")),
)
GATES.equivalent("no sum is 0 with these weights", *(f"w @ x > 0 -> w @ x >= 0{again}" for again in ("", " #2", " #3")))
GATES.equivalent("the order of a dot product", *(f"w @ x -> x @ w{again}" for again in ("", " #2", " #3")))
GATES.equivalent(
    "other weights that answer OR",
    "-0.2 -> 0",
    *(f"0.5 -> 1.0 #{again}" for again in (5, 6, 7, 8)),
    "1.0 -> 2.0 #2",
    "1.0 -> 1.5 #2",
)
XOR.equivalent(
    "a gate's inputs may change places",
    "self.NAND(x1, x2) -> self.NAND(x2, x1)",
    "self.OR(x1, x2) -> self.OR(x2, x1)",
    "self.AND(not_both, at_least_one) -> self.AND(at_least_one, not_both)",
)
PERCEPTRON_STEP.equivalent("the order of a dot product", "w @ x -> x @ w")
DECISION_BOUNDARY.equivalent("a NumPy number is a number", "float(value) -> value")
PERCEPTRON_FIT.equivalent("the order of a dot product", "w @ x -> x @ w")
PERCEPTRON_FIT.equivalent("True counts as 1", "int(y != target) -> y != target")
PERCEPTRON_FIT.equivalent(
    "a number is not changed in place", "errors += int(y != target) -> errors = errors + int(y != target)"
)
SEQUENTIAL.equivalent("a NumPy number is a number", "float(np.mean(error ** 2)) -> np.mean(error ** 2)")
