"""u07_layers: other right layers, for alternatives.py."""

import math

import numpy as np


class Plain:
    """What layers without parameters have in common."""

    def __init__(self):
        self.params, self.grads = [], []


class SigmoidOfInput(Plain):
    """Keeps x and computes the output anew on the way back."""

    def forward(self, x):
        self.x = x
        return 1 / (1 + np.exp(-x))

    def backward(self, dout):
        s = 1 / (1 + np.exp(-self.x))
        return s * (1 - s) * dout


class SigmoidOfTanh(Plain):
    def forward(self, x):
        self.half = np.tanh(0.5 * x)
        return 0.5 + 0.5 * self.half

    def backward(self, dout):
        return 0.25 * (1 - self.half**2) * dout


class SigmoidKeepsTheSlope(Plain):
    """The slope is computed at once; both sides of 0 have a formula of their own. Tuples for lists."""

    params, grads = (), ()

    def __init__(self):
        self.slope = None

    def forward(self, x):
        e = np.exp(-np.abs(x))
        self.slope = e / (1 + e) ** 2
        return np.where(x >= 0, 1 / (1 + e), e / (1 + e))

    def backward(self, dout):
        return np.multiply(self.slope, dout)


class SigmoidFloat32(Plain):
    def forward(self, x):
        self.y = np.float32(0.5) * (1 + np.tanh(x.astype(np.float32) / 2))
        return self.y

    def backward(self, dout):
        return dout.astype(np.float32) * (self.y - self.y**2)


class SigmoidByLoop(Plain):
    """Number by number; the way back is a function that forward leaves behind."""

    def forward(self, x):
        y = np.zeros(x.shape)
        for i in np.ndindex(x.shape):
            y[i] = 1 / (1 + math.exp(-x[i])) if x[i] > -700 else 0.0
        self.back = lambda dout: np.array([d * v * (1 - v) for d, v in zip(dout.ravel(), y.ravel(), strict=True)])
        return y.copy()

    def backward(self, dout):
        return self.back(dout).reshape(dout.shape)


class ReluByMask(Plain):
    """As in Deep Learning from Scratch, without writing into dout."""

    def __init__(self):
        super().__init__()
        self.mask = None

    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx


class ReluOfInput(Plain):
    def forward(self, x):
        self.x = x
        return np.maximum(0, x)

    def backward(self, dout):
        return np.where(self.x > 0, dout, 0)


class ReluOfSigns(Plain):
    """max(x, 0) is half of x + |x|; the slope is half of 1 + sign where the output is not 0."""

    def forward(self, x):
        self.slope = np.heaviside(x, 0)
        return (x + np.abs(x)) / 2

    def backward(self, dout):
        return np.einsum("...,...->...", self.slope, dout)


class ReluOfOutput(Plain):
    def forward(self, x):
        self.y = np.clip(x, 0, None)
        return self.y

    def backward(self, dout):
        return (self.y > 0).astype(np.float32) * dout.astype(np.float32)


class ReluByLoop(Plain):
    def forward(self, x):
        self.shape, self.on = x.shape, [v > 0 for v in x.ravel()]
        return np.array([v if v > 0 else 0.0 for v in x.ravel()]).reshape(x.shape)

    def backward(self, dout):
        return np.array([d if on else 0.0 for d, on in zip(dout.flat, self.on, strict=True)]).reshape(self.shape)


class AffineNames:
    """W, b, dW, db have names of their own; the lists hold the same arrays."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.dW, self.db = np.empty(W.shape), np.empty(b.shape)
        self.params, self.grads = [self.W, self.b], [self.dW, self.db]
        self.x = self.original = None

    def forward(self, x):
        self.original = x.shape
        self.x = x.reshape(x.shape[0], -1)
        return np.dot(self.x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW[:] = np.dot(self.x.T, dout)
        self.db[:] = np.sum(dout, axis=0)
        return dx.reshape(*self.original)


class AffineEinsum:
    def __init__(self, W, b):
        self.params, self.grads = (W, b), (np.zeros(W.shape), np.zeros(b.shape))

    def forward(self, x):
        self.shape = np.shape(x)
        self.x = np.reshape(x, (len(x), len(self.params[0])))
        return np.einsum("nd,dm->nm", self.x, self.params[0]) + self.params[1][None]

    def backward(self, dout):
        np.einsum("nd,nm->dm", self.x, dout, out=self.grads[0])
        np.einsum("nm->m", dout, out=self.grads[1])
        return np.einsum("nm,dm->nd", dout, self.params[0]).reshape(self.shape)


class AffineLoops:
    """Sample by sample; the gradients are cleared first and then added up."""

    def __init__(self, W, b):
        self.params, self.grads = [W, b], [0 * W, 0 * b]

    def forward(self, x):
        self.x = x
        W, b = self.params
        return np.array([row.ravel() @ W + b for row in x])

    def backward(self, dout):
        for grad in self.grads:
            grad.fill(0)
        dx = np.zeros(self.x.shape)
        for row, above, below in zip(self.x, dout, dx, strict=True):
            self.grads[0] += np.outer(row, above)
            self.grads[1] += above
            below[...] = (self.params[0] @ above).reshape(below.shape)
        return dx


class AffineFloat32:
    def __init__(self, W, b):
        self.params, self.grads = [W, b], [np.zeros_like(W), np.zeros_like(b)]

    def forward(self, x):
        self.shape, self.x = x.shape, x.astype(np.float32).reshape(len(x), -1)
        W, b = (p.astype(np.float32) for p in self.params)
        return self.x @ W + b

    def backward(self, dout):
        dout = dout.astype(np.float32)
        np.copyto(self.grads[0], (dout.T @ self.x).T)
        np.copyto(self.grads[1], np.ones(len(dout), np.float32) @ dout)
        return (dout @ self.params[0].T.astype(np.float32)).reshape(self.shape)


class AffineBiasColumn:
    """b as the last row of W, for inputs with a last column of ones."""

    def __init__(self, W, b):
        self.params, self.grads = [W, b], [np.ones_like(W), np.ones_like(b)]

    def forward(self, x):
        self.shape = x.shape
        self.rows = np.column_stack([x.reshape(len(x), -1), np.ones(len(x))])
        return self.rows @ np.vstack(self.params)

    def backward(self, dout):
        both = self.rows.T @ dout
        self.grads[0][:], self.grads[1][:] = both[:-1], both[-1]
        return (self.params[0] @ dout.T).T.reshape(self.shape)


class LossOfOneHot(Plain):
    """Labels become one-hot rows; then both forms are the same."""

    def forward(self, x, t):
        self.t = np.eye(x.shape[1])[t] if t.ndim == 1 else t
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = e / e.sum(axis=1, keepdims=True)
        log_y = x - x.max(axis=1, keepdims=True) - np.log(e.sum(axis=1, keepdims=True))
        return -np.sum(self.t * log_y) / len(x)

    def backward(self, dout=1):
        return (self.y - self.t) * dout / self.t.shape[0]


class LossOfLogaddexp(Plain):
    def forward(self, x, t):
        self.x, self.labels = x, np.argmax(t, axis=1) if np.ndim(t) > 1 else t
        self.total = np.logaddexp.reduce(x, axis=1)
        return np.mean(self.total - np.take_along_axis(x, self.labels[:, None], 1)[:, 0])

    def backward(self, dout=1):
        p = np.exp(self.x - self.total[:, None])
        return dout / len(p) * (p - (np.arange(p.shape[1]) == self.labels[:, None]))


class LossByRows(Plain):
    def forward(self, x, t):
        loss, self.rows = 0.0, []
        for scores, right in zip(x.tolist(), t, strict=True):
            label = int(np.argmax(right)) if np.ndim(right) else int(right)
            top = max(scores)
            total = sum(math.exp(s - top) for s in scores)
            loss += math.log(total) + top - scores[label]
            self.rows.append([math.exp(s - top) / total - (k == label) for k, s in enumerate(scores)])
        return loss / len(x)

    def backward(self, dout=1):
        return [[dout * v / len(self.rows) for v in row] for row in self.rows]


class LossFloat32(Plain):
    def forward(self, x, t):
        z = np.float32(x)
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        right = np.nonzero(t)[1] if t.ndim == 2 else t
        self.dx = np.exp(log_p)
        self.dx[range(len(x)), right] -= 1
        self.dx /= len(x)
        return -log_p[range(len(x)), right].mean()

    def backward(self, dout=1):
        return np.float32(dout) * self.dx


class LossOfMargins(Plain):
    """log Σ exp(z_k - z_t): the score of the right class is subtracted, and then what is largest."""

    def forward(self, x, t):
        right = t.argmax(1) if t.ndim == 2 else t
        margins = x - x[np.arange(len(x)), right][:, None]
        top = margins.max(axis=1)
        e = np.exp(margins - top[:, None])
        self.kept = e / e.sum(axis=1)[:, None], np.eye(x.shape[1])[right]
        return np.average(top + np.log(e.sum(axis=1)))

    def backward(self, dout=1):
        p, one_hot = self.kept
        return np.multiply(dout, np.subtract(p, one_hot)) / len(p)
