"""u06_backprop: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np
from nnref.graph import Node

from .exercises import AFFINE_BACKWARD, GRAD_CHECK, GRAPH_BACKWARD, OPERATIONS, SOFTMAX_JACOBIAN, VJP
from .other_graphs import along_paths, asks_users, by_counting, by_depth, with_graphlib


class TupleMul:
    def forward(self, *factors):
        self.factors = factors
        return factors[0] * factors[1]

    def backward(self, dout):
        return [dout * factor for factor in reversed(self.factors)]


class ListAdd:
    def forward(self, x, y):
        return sum([x, y])

    def backward(self, dout):
        return [dout] * 2


class LocalMul:
    """Keeps the local gradients instead of the inputs."""

    def forward(self, x, y):
        self.local = np.array([y, x])
        return x * y

    def backward(self, dout):
        return tuple(dout * self.local)


class OnesAdd:
    def forward(self, x, y):
        return np.add(x, y)

    def backward(self, dout):
        return 1.0 * dout, 1.0 * dout


class ClosureMul:
    """The way back is a function that forward leaves behind."""

    def forward(self, x, y):
        self.backward = lambda dout: (y * dout, x * dout)
        return y * x


class KeepingAdd:
    def __init__(self):
        self.x = self.y = None

    def forward(self, x, y):
        self.x, self.y = x, y
        out = self.x + self.y
        return out

    def backward(self, dout):
        dx = dout * 1
        dy = dout * 1
        return dx, dy


class Float32Mul:
    def forward(self, x, y):
        self.x, self.y = np.float32(x), np.float32(y)
        return self.x * self.y

    def backward(self, dout):
        return np.float32(dout) * self.y, np.float32(dout) * self.x


class Float32Add:
    def forward(self, x, y):
        return np.float32(x) + np.float32(y)

    def backward(self, dout):
        return np.full(2, dout, dtype=np.float32)


OPERATIONS.alternative(TupleMul, ListAdd)
OPERATIONS.alternative(LocalMul, OnesAdd)
OPERATIONS.alternative(ClosureMul, KeepingAdd)
OPERATIONS.alternative(Float32Mul, Float32Add)


for other in (by_counting, along_paths, with_graphlib, by_depth, asks_users):
    GRAPH_BACKWARD.alternative(Node, other)


def by_entries(z):
    e = [math.exp(float(score) - float(max(z))) for score in z]
    p = [one / sum(e) for one in e]
    K = range(len(p))
    return [[p[i] * ((i == j) - p[j]) for j in K] for i in K]


def by_broadcasting(z):
    p = np.exp(z - np.logaddexp.reduce(z, dtype=float))
    return p[:, None] * (np.eye(p.size) - p)


def by_einsum(z):
    e = np.exp(z - z.max())
    p = e / e.sum()
    return np.einsum("i,ij->ij", p, np.identity(len(z))) - np.einsum("i,j->ij", p, p)


def float32_jacobian(z):
    e = np.exp(np.float32(z) - np.float32(z.max()))
    p = (e / e.sum()).reshape(-1, 1)
    return np.diagflat(p) - p @ p.T


def by_complex_step(z):
    """Column j is the imaginary part of softmax(z + i h e_j) / h."""
    columns = []
    for j in range(len(z)):
        e = np.exp((z - z.max()).astype(complex) + 1e-30j * np.eye(len(z))[j])
        columns.append((e / e.sum()).imag / 1e-30)
    return np.stack(columns, axis=1)


for other in (by_entries, by_broadcasting, by_einsum, float32_jacobian, by_complex_step):
    SOFTMAX_JACOBIAN.alternative(other)


def with_loops(J, dout):
    M, D = J.shape
    dx = [0.0] * D
    for i in range(M):
        for j in range(D):
            dx[j] += J[i][j] * dout[i]
    return dx


VJP.alternative(with_loops)
VJP.alternative(lambda J, dout: dout @ J)
VJP.alternative(lambda J, dout: np.einsum("md,m->d", J, dout))
VJP.alternative(lambda J, dout: (J * dout[:, None]).sum(axis=0))
VJP.alternative(lambda J, dout: np.float32(J).T @ np.float32(dout))
VJP.alternative(lambda J, dout: (dout.reshape(1, -1) @ J).ravel())
VJP.alternative(lambda J, dout: np.tensordot(dout, J, axes=1))
VJP.alternative(lambda J, dout: sum(d * row for d, row in zip(dout, J, strict=True)))


def number_by_number(dout, X, W):
    (N, D), M = X.shape, W.shape[1]
    dX, dW, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
    for n in range(N):
        for m in range(M):
            db[m] += dout[n, m]
            for d in range(D):
                dX[n, d] += dout[n, m] * W[d, m]
                dW[d, m] += X[n, d] * dout[n, m]
    return dX, dW, db


def with_einsum(dout, X, W):
    return np.einsum("nm,dm->nd", dout, W), np.einsum("nd,nm->dm", X, dout), np.einsum("nm->m", dout)


def sample_by_sample(dout, X, W):
    dW = sum(np.outer(x, d) for x, d in zip(X, dout, strict=True))
    return [np.array([W @ d for d in dout]), dW, sum(dout)]


def with_bias_column(dout, X, W):
    """One product for W and b: a column of ones beside X."""
    both = np.hstack([X, np.ones((len(X), 1))]).T @ dout
    return (W @ dout.T).T, both[:-1], both[-1]


def by_transposes(dout, X, W):
    return np.matmul(dout, np.transpose(W)), (dout.T @ X).T, np.ones(len(X)) @ dout


def in_float32(dout, X, W):
    dout, X, W = np.float32(dout), np.float32(X), np.float32(W)
    return dout.dot(W.T), X.T.dot(dout), np.add.reduce(dout)


for other in (number_by_number, with_einsum, sample_by_sample, with_bias_column, by_transposes, in_float32):
    AFFINE_BACKWARD.alternative(other)


def whole_gradient(f, df, x, rng):
    """All elements, one after the other, and norms of the two gradients."""
    x = np.array(x, dtype=float)
    dout = rng.uniform(-1, 1, np.shape(f(x)))
    measured = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + 1e-5
        above = np.sum(f(x) * dout)
        x[i] = value - 1e-5
        below = np.sum(f(x) * dout)
        x[i] = value
        measured[i] = (above - below) / 2e-5
    dx = df(x, dout)
    total = np.linalg.norm(measured) + np.linalg.norm(dx)
    return np.linalg.norm(measured - dx) / total if total > 0 else 0.0


def with_floor(f, df, x, rng):
    """A tiny number in the denominator instead of a question."""
    x = x.astype(np.float64)
    v, dout = rng.standard_normal(x.shape), rng.standard_normal(f(x).shape)
    h = 1e-6
    a = ((f(x + h * v) - f(x - h * v)) * dout).sum() / (2 * h)
    b = (df(x, dout) * v).sum()
    return abs(a - b) / max(1e-12, abs(a) + abs(b))


def four_points(f, df, x, rng):
    dout, v = rng.normal(size=f(x).shape), rng.choice([-1.0, 1.0], size=x.shape)
    x, h = 1.0 * x.astype("float64"), 1e-4

    def g(step):
        return np.vdot(dout, f(x + step * v))

    a, b = (8 * (g(h) - g(-h)) - (g(2 * h) - g(-2 * h))) / (12 * h), np.vdot(df(x, dout), v)
    return float(abs(a - b) / (abs(a) + abs(b))) if a or b else 0.0


def unit_direction(f, df, x, rng):
    x = np.asarray(x, np.float64)
    out = f(x)
    dout = rng.random(out.shape) + 0.5
    v = rng.normal(size=x.shape)
    v /= np.sqrt(np.sum(v**2))
    a = np.einsum("i,i->", dout.ravel(), (f(x + 1e-5 * v) - f(x - 1e-5 * v)).ravel()) / 2e-5
    b = np.einsum("i,i->", df(x, dout).ravel(), v.ravel())
    return 0.0 if a == b else np.abs(a - b) / (np.abs(a) + np.abs(b))


for other in (whole_gradient, with_floor, four_points, unit_direction):
    GRAD_CHECK.alternative(other)

OPERATIONS.equivalent("both inputs get the same", "return (dout, dout) -> return (dout, dout)")
GRAPH_BACKWARD.equivalent(
    "a number is not changed in place", "source.grad += gradient -> source.grad = source.grad + gradient"
)
SOFTMAX_JACOBIAN.equivalent("both factors are p", "np.outer(p, p) -> np.outer(p, p)")
GRAD_CHECK.equivalent(
    "h v is float64, and so x + h v is float64 too",
    "x = np.asarray(x, dtype=np.float64) -> pass",
    "np.asarray(x, dtype=np.float64) -> np.asarray(x)",
    "np.asarray(x, dtype=np.float64) -> x",
)
GRAD_CHECK.equivalent("any small step will do", "1e-05 -> 2e-05")
GRAD_CHECK.equivalent("the absolute value forgets the sign", "a - b -> b - a")
