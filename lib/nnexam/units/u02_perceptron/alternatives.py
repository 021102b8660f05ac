"""u02_perceptron: other right solutions, each written in another style. All must earn full marks."""

from fractions import Fraction

import numpy as np

from .exercises import DECISION_BOUNDARY, GATES, PERCEPTRON_FIT, PERCEPTRON_STEP, SEQUENTIAL, XOR


def neuron(w1, w2, b):
    """Make a gate out of two weights and a bias."""
    return lambda x1, x2: int(np.dot([w1, w2], [x1, x2]) + b > 0)


class Neuron:
    """A gate that is an object; the bias is turned into a threshold."""

    def __init__(self, threshold, *weights):
        self.threshold, self.weights = threshold, weights

    def __call__(self, *inputs):
        total = 0
        for weight, value in zip(self.weights, inputs, strict=True):
            total += weight * value
        return 1 if total > self.threshold else 0


def exact_nand(x1, x2):
    return int(Fraction(3, 2) - Fraction(x1) - Fraction(x2) > 0)


def and_of_nands(x1, x2):
    return exact_nand(exact_nand(x1, x2), exact_nand(x1, x2))


def or_of_nands(x1, x2):
    return exact_nand(exact_nand(x1, x1), exact_nand(x2, x2))


class SingleExpression:
    def forward(self, x1, x2):
        return int((x1 + x2) % 2)


class TwoLayers:
    def __init__(self):
        self.hidden = neuron(1, 1, -0.5), neuron(-1, -1, 1.5)
        self.output = neuron(1, 1, -1.5)

    def forward(self, x1, x2):
        return np.int64(self.output(*(gate(x1, x2) for gate in self.hidden)))


class FourNands:
    def forward(self, x1, x2):
        inner = exact_nand(x1, x2)
        return exact_nand(exact_nand(x1, inner), exact_nand(inner, x2))


class ThirdInput:
    """The answer of AND becomes a third input of the last neuron."""

    def forward(self, x1, x2):
        both = neuron(1, 1, -1.5)(x1, x2)
        return Neuron(0.5, 1, 1, -2)(x1, x2, both)


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


def step_out_of_three(w, x, t, eta):
    """All three possible results as rows; then the right one is picked."""
    results = w + eta * np.outer([-1, 0, 1], x)
    return results[1 + t - int(x @ w > 0)]


def step_signed(w, x, t, eta):
    """Targets -1 and 1, a one-sided test; w itself comes back where nothing is wrong."""
    sign, total = 2 * t - 1, w[0] * x[0] + w[1:].dot(x[1:])
    wrong = total <= 0 if sign > 0 else total > 0
    return w + eta * sign * x if wrong else w


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


def fit_dual(X, t, eta, max_epochs):
    """Keep no weights, only how often each sample was added; sums come from the products of the samples."""
    products, counts, errors = X @ X.T, np.zeros(len(X), dtype=int), []
    while len(errors) < max_epochs and 0 not in errors:
        before = counts.copy()
        for n in range(len(X)):
            counts[n] += t[n] - int(counts @ products[n] > 0)
        errors.append(int(np.abs(counts - before).sum()))
    return eta * (counts @ X), errors, errors[-1] == 0


def fit_by_jumps(X, t, eta, max_epochs):
    """One product finds the next sample that is wrong; the right ones before it change nothing."""
    w, errors = np.zeros(X.shape[1]), []
    for _ in range(max_epochs):
        start, count = 0, 0
        while (wrong := np.flatnonzero((X[start:] @ w > 0) != (t[start:] == 1))).size:
            n = start + wrong[0]
            w += eta * X[n] if t[n] else -eta * X[n]
            start, count = n + 1, count + 1
        errors.append(count)
        if count == 0:
            break
    return w, errors, count == 0


def fit_recursively(X, t, eta, max_epochs, w=None):
    """An epoch and then, where it had errors, the rest. The rate 1 inside: eta only scales the weights."""
    v = np.zeros(X.shape[1]) if w is None else w
    count = 0
    for x, target in zip(X, t, strict=True):
        miss = int(target) - int(np.einsum("i,i", v, x) > 0)
        v, count = v + miss * x, count + abs(miss)
    if count == 0 or max_epochs == 1:
        return eta * v, [count], count == 0
    v, rest, converged = fit_recursively(X, t, eta, max_epochs - 1, v)
    return v, [count, *rest], converged


def boundary_by_two_points(w):
    w = np.asarray(w, dtype=float)
    if np.isclose(w[2], 0):
        return float("inf"), -w[0] / w[1]
    at_zero, at_one = (-(w[0] + w[1] * x1) / w[2] for x1 in (0.0, 1.0))
    return at_one - at_zero, at_zero


def boundary_by_exception(w):
    bias, w1, w2 = w.tolist()
    try:
        return [-w1 / w2, -bias / w2]
    except ZeroDivisionError:
        return [float("inf"), -bias / w1]


def boundary_in_fractions(w):
    bias, w1, w2 = map(Fraction, w.tolist())
    return (float(-w1 / w2), float(-bias / w2)) if w2 else (np.inf, float(-bias / w1))


def boundary_by_fitting(w):
    """Two points by solving equations, and the line through them by least squares."""
    if not w[2]:
        return np.inf, np.linalg.solve([w[1:], [0, 1]], [-w[0], 0])[0]
    x1 = np.array([-1.0, 1.0])
    x2 = [np.linalg.solve([[1, 0], w[1:]], [place, -w[0]])[1] for place in x1]
    return tuple(np.polyfit(x1, x2, 1))


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


class DenseLoops(DenseRows):
    def forward(self, x):
        rows = []
        for row in x:
            sums = list(self.b)
            for j in range(len(sums)):
                for i in range(len(row)):
                    sums[j] += row[i] * self.W[i][j]
            rows.append(sums)
        return np.array(rows)


class SequentialByUnit(SequentialInPlace):
    """Each unit is trained by itself, from the first epoch to the last; their losses are added."""

    def fit(self, x, y, epochs):
        dense, losses = self.layers[0], [0.0] * epochs
        target = np.reshape(y, (len(x), -1))
        for j in range(target.shape[1]):
            w, b = dense.W[:, j].copy(), dense.b[j]
            for epoch in range(epochs):
                gap = x @ w + b - target[:, j]
                losses[epoch] += float(gap @ gap) / target.size
                w, b = w - self.lr * 2 / target.size * (gap @ x), b - self.lr * 2 / target.size * sum(gap)
            dense.W[:, j], dense.b[j] = w, b
        return losses


class SequentialNormal(SequentialInPlace):
    """The normal equations: what matters of x and y is worked out once, before the first epoch."""

    def fit(self, x, y, epochs):
        dense, A = self.layers[0], np.column_stack([x, np.ones(len(x))])
        target = y.reshape(len(x), -1)
        square, mixed, constant = A.T @ A, A.T @ target, np.sum(target**2)
        theta, losses = np.vstack([dense.W, dense.b]), []
        for _ in range(epochs):
            slope = square @ theta - mixed
            losses.append(float((np.sum(theta * (slope - mixed)) + constant) / target.size))
            theta -= 2 * self.lr / target.size * slope
        dense.W, dense.b = theta[:-1], theta[-1]
        return losses


GATES.alternative(lambda a, b: a * b, lambda a, b: max(a, b), lambda a, b: 1 - a * b)
GATES.alternative(neuron(1, 1, -1), neuron(2, 2, -1), neuron(-0.5, -0.5, 0.75))
GATES.alternative(Neuron(3, 2, 2), Neuron(1, 2, 2), Neuron(-3, -2, -2))
GATES.alternative(and_of_nands, or_of_nands, exact_nand)
XOR.alternative(SingleExpression)
XOR.alternative(TwoLayers)
XOR.alternative(FourNands)
XOR.alternative(ThirdInput)
PERCEPTRON_STEP.alternative(step_by_cases)
PERCEPTRON_STEP.alternative(step_float32)
PERCEPTRON_STEP.alternative(step_out_of_three)
PERCEPTRON_STEP.alternative(step_signed)
PERCEPTRON_FIT.alternative(fit_with_while)
PERCEPTRON_FIT.alternative(fit_dual)
PERCEPTRON_FIT.alternative(fit_by_jumps)
PERCEPTRON_FIT.alternative(fit_recursively)
DECISION_BOUNDARY.alternative(boundary_by_two_points)
DECISION_BOUNDARY.alternative(boundary_by_exception)
DECISION_BOUNDARY.alternative(boundary_in_fractions)
DECISION_BOUNDARY.alternative(boundary_by_fitting)
SEQUENTIAL.alternative(DenseRows, SequentialInPlace)
SEQUENTIAL.alternative(DenseFloat32, SequentialInPlace)
SEQUENTIAL.alternative(DenseLoops, SequentialByUnit)
SEQUENTIAL.alternative(DenseRows, SequentialNormal)

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
