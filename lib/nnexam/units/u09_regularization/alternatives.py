"""u09_regularization: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np

from .exercises import BACKWARD, BATCH_NORM, DECAY, INITIALIZERS


def one_by_one(variance):
    """A loop over all weights."""

    def draw(fan_in, fan_out, rng):
        W = np.empty((fan_in, fan_out))
        for index in np.ndindex(W.shape):
            W[index] = rng.normal(0.0, math.sqrt(variance(fan_in, fan_out)))
        return W

    return draw


def box_muller(variance):
    """Normal numbers out of uniform ones."""

    def draw(fan_in, fan_out, rng):
        radius, angle = 1 - rng.random((fan_in, fan_out)), rng.random((fan_in, fan_out))
        return np.sqrt(-2 * np.log(radius) * variance(fan_in, fan_out)) * np.cos(2 * np.pi * angle)

    return draw


def he(fan_in, fan_out):
    return 2 / fan_in


def xavier(fan_in, fan_out):
    return 2 / (fan_in + fan_out)


def by_columns(fan_in, fan_out, rng):
    return np.stack([rng.normal(scale=(2 / fan_in) ** 0.5, size=fan_in) for _ in range(fan_out)], axis=1)


INITIALIZERS.alternative(one_by_one(he), one_by_one(xavier))
INITIALIZERS.alternative(box_muller(he), box_muller(xavier))
INITIALIZERS.alternative(
    lambda fan_in, fan_out, rng: (
        rng.standard_normal((fan_in, fan_out), dtype=np.float32) * np.float32((2 / fan_in) ** 0.5)
    ),
    lambda fan_in, fan_out, rng: rng.normal(size=(fan_out, fan_in)).T / np.sqrt((fan_in + fan_out) / 2),
)
INITIALIZERS.alternative(
    by_columns,
    lambda fan_in, fan_out, rng: rng.normal(0, xavier(fan_in, fan_out) ** 0.5, fan_in * fan_out).reshape(fan_in, -1),
)


class BatchNormOf:
    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):
        self.params = [gamma, beta]
        self.grads = [np.zeros(len(gamma)), np.zeros(len(beta))]
        self.momentum, self.eps = momentum, eps
        self.mean, self.var = np.zeros(len(gamma)), np.ones(len(gamma))


class InPlaceAverages(BatchNormOf):
    """The running arrays are changed in place, by the difference to the batch."""

    def forward(self, x, train=False):
        if not train:
            return self.params[0] * ((x - self.mean) * (self.var + self.eps) ** -0.5) + self.params[1]
        mean = np.sum(x, axis=0) / len(x)
        centered = x - mean
        var = np.einsum("nd,nd->d", centered, centered) / len(x)
        self.mean += (1 - self.momentum) * (mean - self.mean)
        self.var += (1 - self.momentum) * (var - self.var)
        return self.params[0] * (centered * (var + self.eps) ** -0.5) + self.params[1]


class ColumnByColumn(BatchNormOf):
    """Loops over features and samples."""

    def forward(self, x, train=False):
        out = np.zeros(np.shape(x))
        for k in range(len(self.mean)):
            column = [float(row[k]) for row in x]
            mean, var = self.mean[k], self.var[k]
            if train:
                mean = sum(column) / len(column)
                var = sum((value - mean) ** 2 for value in column) / len(column)
                self.mean[k] = self.momentum * self.mean[k] + (1 - self.momentum) * mean
                self.var[k] = self.momentum * self.var[k] + (1 - self.momentum) * var
            for n, value in enumerate(column):
                out[n, k] = self.params[0][k] * (value - mean) / math.sqrt(var + self.eps) + self.params[1][k]
        return out


class Float32(BatchNormOf):
    """The output in float32, the statistics with keepdims."""

    def forward(self, x, train=False):
        mean, var = self.mean, self.var
        if train:
            mean, var = np.mean(x, axis=0, keepdims=True), np.var(x, axis=0, keepdims=True)
            self.mean = self.momentum * self.mean + (1 - self.momentum) * mean[0]
            self.var = self.momentum * self.var + (1 - self.momentum) * var.squeeze(axis=0)
        xhat = np.asarray((x - mean) / np.sqrt(var + self.eps), dtype=np.float32)
        return np.asarray(self.params[0], np.float32) * xhat + np.asarray(self.params[1], np.float32)


class AsOneLine(BatchNormOf):
    """What remains of the layer is a line a x + b for each feature; features lie in rows on the way."""

    def forward(self, x, train=False):
        rows, (mean, var) = np.transpose(x), (self.mean, self.var)
        if train:
            mean, var = np.average(rows, axis=1), np.std(rows, axis=1) ** 2
            shares = [self.momentum, 1 - self.momentum]
            self.mean = np.average([self.mean, mean], axis=0, weights=shares)
            self.var = np.average([self.var, var], axis=0, weights=shares)
        a = self.params[0] / np.sqrt(var + self.eps)
        return (a[:, None] * rows + (self.params[1] - a * mean)[:, None]).T


for other in (InPlaceAverages, ColumnByColumn, Float32, AsOneLine):
    BATCH_NORM.alternative(other)


def step_by_step(dout, x, gamma, eps=1e-5):
    """The graph of the paper, node by node backwards."""
    N = x.shape[0]
    centered = x - x.mean(axis=0)
    var = np.mean(centered**2, axis=0)
    inverse = 1 / np.sqrt(var + eps)
    dxhat = dout * gamma
    dvar = np.sum(dxhat * centered * -0.5 * inverse**3, axis=0)
    dmean = np.sum(-dxhat * inverse, axis=0) + dvar * np.mean(-2 * centered, axis=0)
    dx = dxhat * inverse + dvar * 2 * centered / N + dmean / N
    return dx, np.sum(dout * centered * inverse, axis=0), np.sum(dout, axis=0)


def by_jacobian(dout, x, gamma, eps=1e-5):
    """The Jacobian of each column, all N x N numbers of it."""
    N, D = x.shape
    dx, dgamma = np.zeros((N, D)), np.zeros(D)
    for k in range(D):
        std = np.sqrt(np.var(x[:, k]) + eps)
        xhat = (x[:, k] - np.mean(x[:, k])) / std
        J = gamma[k] / std * (np.eye(N) - 1 / N - np.outer(xhat, xhat) / N)
        dx[:, k], dgamma[k] = J.T @ dout[:, k], xhat @ dout[:, k]
    return dx, dgamma, np.ones(N) @ dout


def by_projection(dout, x, gamma, eps=1e-5):
    """Centre dout, take away what points along x̂; features lie in rows."""
    rows, d = x.T - x.T.mean(axis=1, keepdims=True), dout.T - dout.T.mean(axis=1, keepdims=True)
    std = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + eps)
    rows = rows / std
    along = np.einsum("dn,dn->d", d, rows)
    dx = (gamma[:, None] / std) * (d - rows * along[:, None] / x.shape[0])
    return [dx.T, along, np.einsum("nd->d", dout)]


def complex_steps(dout, x, gamma, eps=1e-5):
    """The forward pass with a tiny imaginary part in one number after the other."""

    def out(x, gamma):
        centered = x - x.sum(axis=0) / len(x)
        return gamma * centered / np.sqrt((centered**2).sum(axis=0) / len(x) + eps)

    dx = np.empty(x.shape)
    for index in np.ndindex(x.shape):
        moved = x.astype(complex)
        moved[index] += 1e-30j
        dx[index] = np.sum(dout * np.imag(out(moved, gamma))) / 1e-30
    return dx, np.sum(dout * out(x, np.ones(x.shape[1])), axis=0), dout.sum(0)


def float32_backward(dout, x, gamma, eps=1e-5):
    centered = x - np.mean(x, axis=0)
    inverse = (np.var(x, axis=0) + eps) ** -0.5
    xhat, dout, N = np.float32(centered * inverse), np.float32(dout), len(x)
    dgamma, dbeta = (dout * xhat).sum(axis=0), dout.sum(axis=0)
    return np.float32(gamma * inverse) / N * (N * dout - dbeta - xhat * dgamma), dgamma, dbeta


for other in (step_by_step, by_jacobian, by_projection, complex_steps, float32_backward):
    BACKWARD.alternative(other)


def decay_by_loop(params, lam):
    loss, grads = 0.0, []
    for p in params:
        g = np.zeros(p.shape)
        if len(p.shape) >= 2:
            for index in np.ndindex(p.shape):
                loss += lam / 2 * float(p[index]) ** 2
                g[index] = lam * p[index]
        grads.append(g)
    return loss, grads


def decay_by_einsum(params, lam):
    rates = [lam * (p.ndim != 1) for p in params]
    loss = sum(0.5 * rate * np.einsum("i,i->", p.ravel(), p.ravel()) for p, rate in zip(params, rates, strict=True))
    return loss, tuple(rate * p for p, rate in zip(params, rates, strict=True))


def decay_by_norm(params, lam):
    squared = [np.linalg.norm(p.reshape(-1)) ** 2 for p in params if p.ndim > 1]
    return lam * np.sum(squared) / 2, [np.multiply(p, lam) if p.ndim > 1 else 0 * p for p in params]


def float32_decay(params, lam):
    weights = [p.astype(np.float32) * (p.ndim > 1) for p in params]
    return np.float32(lam / 2) * np.sum([np.vdot(W, W) for W in weights]), [np.float32(lam) * W for W in weights]


def add_from(decay):
    def add(params, grads, lam):
        loss, extra = decay(params, lam)
        for g, e in zip(grads, extra, strict=True):
            np.add(g, e, out=g)
        return loss

    return add


def add_by_index(params, grads, lam):
    loss = 0
    for i in range(len(params)):
        if params[i].ndim > 1:
            grads[i][...] = grads[i] + lam * params[i]
            loss += lam / 2 * np.sum(np.square(params[i]))
    return loss


DECAY.alternative(decay_by_loop, add_from(decay_by_loop))
DECAY.alternative(decay_by_einsum, add_by_index)
DECAY.alternative(decay_by_norm, add_from(decay_by_norm))
DECAY.alternative(float32_decay, add_by_index)

DECAY.equivalent(
    "loss is a number: a new one is as good as a changed one",
    "loss += rate / 2 * np.sum(p ** 2) -> loss = loss + rate / 2 * np.sum(p ** 2)",
)
