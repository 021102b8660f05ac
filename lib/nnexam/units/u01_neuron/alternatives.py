"""u01_neuron: other right solutions, each written in another style. All must earn full marks."""

import math
from fractions import Fraction
from functools import reduce
from itertools import pairwise

import numpy as np
from nnref.activations import step
from nnref.neuron import ArtificialNeuron

from .exercises import FORWARD_BATCH, N_PARAMETERS, NEURON, WEIGHTED_SUM


def sum_with_loop(x, w, b):
    total = b
    for d in range(len(x)):
        total += x[d] * w[d]
    return total


def sum_float32(x, w, b):
    products = np.multiply(x, w, dtype=np.float32)
    return np.float32(b) + np.add.reduce(products)


def sum_longer_vectors(x, w, b):
    """The bias as one more weight, of an input that is always 1."""
    return np.append(w, b) @ np.append(x, 1.0)


def sum_of_fractions(x, w, b):
    return float(sum(map(Fraction.__mul__, map(Fraction, x.tolist()), map(Fraction, w.tolist())), Fraction(b)))


def sum_by_angle(x, w, b):
    """|x| |w| times the cosine between them, from |x + w|² and |x - w|²."""
    return (np.linalg.norm(x + w) ** 2 - np.linalg.norm(x - w) ** 2) / 4 + b


WEIGHTED_SUM.alternative(sum_with_loop)
WEIGHTED_SUM.alternative(lambda x, w, b: np.sum(x * w) + b)
WEIGHTED_SUM.alternative(lambda x, w, b: np.einsum("d,d->", x, w) + b)
WEIGHTED_SUM.alternative(sum_float32)
WEIGHTED_SUM.alternative(sum_longer_vectors)
WEIGHTED_SUM.alternative(sum_of_fractions)
WEIGHTED_SUM.alternative(sum_by_angle)
WEIGHTED_SUM.alternative(
    lambda x, w, b: reduce(lambda total, pair: total + pair[0] * pair[1], zip(x, w, strict=True), b)
)


class LoopingNeuron:
    def __init__(self, w, b, activation=step):
        self.w = np.zeros(len(w))
        for d, w_d in enumerate(w):
            self.w[d] = w_d
        self.b, self.activation = float(b), activation

    def forward(self, x):
        total = self.b
        for x_d, w_d in zip(x, self.w, strict=True):
            total += x_d * w_d
        return self.activation(total)


class Float32Neuron:
    def __init__(self, w, b, activation=step):
        self.w = np.array(w, dtype=np.float32)
        self.bias = np.float32(b)
        self.f = activation

    def forward(self, x):
        return self.f(self.w @ np.asarray(x, np.float32) + self.bias)


class LayeredNeuron:
    """The forward pass as a function that is made once; it reads w when it is called."""

    def __init__(self, w, b, activation=step):
        self.w = 1.0 * np.asarray(w)
        self.forward = lambda x: activation(np.inner(self.w, x) + b)


class BiasAmongTheWeights:
    """One array (D + 1,) with the bias at its end; w is a view of its own array."""

    def __init__(self, w, b, activation=step):
        self.all = np.append(w, b).astype(np.float64)
        self.w, self.activation = self.all[:-1], activation

    def forward(self, x):
        return self.activation(self.all.dot([*x, 1]))


class CallingParts:
    def __init__(self, w, b, activation=step):
        self.w = np.asarray(w, dtype=float).copy()
        self.b = b
        self.activation = activation

    def add_up(self, x):
        return np.multiply(x, self.w).sum() + self.b

    def forward(self, x):
        self.total = self.add_up(x)  # kept for later, written anew at every call
        self.y = self.activation(self.total)
        return self.y


for neuron in (LoopingNeuron, Float32Neuron, LayeredNeuron, BiasAmongTheWeights, CallingParts):
    NEURON.alternative(neuron)


def batch_neuron(forward_batch):
    """Make a class of a right neuron and one more method."""
    return type("BatchNeuron", (ArtificialNeuron,), {"forward_batch": forward_batch})


def batch_with_loop(self, X):
    outputs = np.zeros(len(X))
    for n in range(len(X)):
        outputs[n] = self.forward(X[n])
    return outputs


def batch_float32(self, X):
    return self.activation(np.einsum("nd,d->n", X.astype(np.float32), self.w.astype(np.float32)) + np.float32(self.b))


def batch_column_by_column(self, X):
    """One input of all samples after the other is added to all sums."""
    sums = np.full(len(X), float(self.b))
    for column, weight in zip(X.T, self.w, strict=True):
        sums += column * weight
    return self.activation(sums)


def batch_as_column(self, X):
    return self.activation((X @ self.w[:, np.newaxis] + self.b)[:, 0])


FORWARD_BATCH.alternative(batch_neuron(batch_with_loop))
FORWARD_BATCH.alternative(batch_neuron(lambda self, X: [self.forward(x) for x in X]))
FORWARD_BATCH.alternative(batch_neuron(lambda self, X: self.activation((X * self.w).sum(axis=1) + self.b)))
FORWARD_BATCH.alternative(batch_neuron(lambda self, X: self.activation(self.w @ X.T + self.b)))
FORWARD_BATCH.alternative(batch_neuron(batch_float32))
FORWARD_BATCH.alternative(batch_neuron(batch_column_by_column))
FORWARD_BATCH.alternative(batch_neuron(batch_as_column))


class OwnConstructor(ArtificialNeuron):
    """Does not lean on the class before it at all."""

    def __init__(self, w, b, activation=step):
        self.parts = [np.array(w, dtype=float), b, activation]

    def forward_batch(self, X):
        w, b, activation = self.parts
        return np.array([activation(math.fsum(row * w) + b) for row in X])


FORWARD_BATCH.alternative(OwnConstructor)


def count_with_index(sizes):
    total = 0
    for layer in range(1, len(sizes)):
        weights = sizes[layer - 1] * sizes[layer]
        biases = sizes[layer]
        total += weights + biases
    return total


def count_by_recursion(sizes):
    if len(sizes) < 2:
        return 0
    return (sizes[0] + 1) * sizes[1] + count_by_recursion(sizes[1:])


def count_real_arrays(sizes):
    """Make every array that the network needs, and count its elements."""
    arrays = [np.zeros((D, M)) for D, M in pairwise(sizes)] + [np.zeros(M) for M in sizes[1:]]
    return sum(array.size for array in arrays)


def count_biases_last(sizes):
    sizes = np.array(sizes)
    return sizes[:-1] @ sizes[1:] + sizes[1:].sum()


def count_one_by_one(sizes):
    """Neuron by neuron."""
    count, inputs = 0, None
    for size in sizes:
        if inputs is not None:
            for _ in range(size):
                count += inputs + 1
        inputs = size
    return count


N_PARAMETERS.alternative(count_with_index)
N_PARAMETERS.alternative(count_by_recursion)
N_PARAMETERS.alternative(count_real_arrays)
N_PARAMETERS.alternative(count_biases_last)
N_PARAMETERS.alternative(count_one_by_one)
N_PARAMETERS.alternative(lambda sizes: float(sum(M * D + M for D, M in pairwise(sizes))))

WEIGHTED_SUM.equivalent("the dot product does not depend on the order", "x @ w -> w @ x")
NEURON.equivalent(
    "the dot product does not depend on the order",
    "weighted_sum(x, self.w, self.b) -> weighted_sum(self.w, x, self.b)",
)
