"""u05_loss: other right optimizers, for alternatives.py."""

import numpy as np


class BallMomentum:
    """The learning rate goes into v, as in Deep Learning from Scratch."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = []
            for p in params:
                self.v.append(np.zeros(p.shape))
        for i in range(len(params)):
            self.v[i] = self.momentum * self.v[i] - self.lr * grads[i]
            params[i] += self.v[i]


class DictMomentum:
    """A memory for each place in the list, made when it is first needed."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.memory = lr, momentum, {}

    def update(self, params, grads):
        for i, (p, g) in enumerate(zip(params, grads, strict=True)):
            self.memory[i] = g + self.momentum * self.memory.get(i, 0.0)
            p[...] = p - self.lr * self.memory[i]


class HistoryMomentum:
    """All gradients are kept and weighted anew."""

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.history = lr, momentum, []

    def update(self, params, grads):
        self.history.append([g.copy() for g in grads])
        for i, p in enumerate(params):
            v = sum(self.momentum**age * g[i] for age, g in enumerate(reversed(self.history)))
            np.subtract(p, self.lr * v, out=p)


class MomentumFloat32:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = np.float32(lr), np.float32(momentum), None

    def update(self, params, grads):
        grads = [g.astype(np.float32) for g in grads]
        self.v = grads if self.v is None else [self.momentum * v + g for v, g in zip(self.v, grads, strict=True)]
        for p, v in zip(params, self.v, strict=True):
            p -= self.lr * v


class AdamByFormula:
    """Line by line as in the paper."""

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.t = 0

    def update(self, params, grads):
        if self.t == 0:
            self.m, self.v = [0.0] * len(params), [0.0] * len(params)
        self.t += 1
        for i in range(len(params)):
            self.m[i] = self.beta1 * self.m[i] + (1 - self.beta1) * grads[i]
            self.v[i] = self.beta2 * self.v[i] + (1 - self.beta2) * grads[i] * grads[i]
            m_hat = self.m[i] / (1 - self.beta1**self.t)
            v_hat = self.v[i] / (1 - self.beta2**self.t)
            params[i] -= self.lr * m_hat / (v_hat**0.5 + self.eps)


class AdamOneFactor(AdamByFormula):
    """Both corrections in the learning rate; eps is scaled to match."""

    def update(self, params, grads):
        if self.t == 0:
            self.m, self.v = ([np.zeros_like(p) for p in params] for _ in range(2))
        self.t += 1
        root = np.sqrt(1 - self.beta2**self.t)
        for p, g, m, v in zip(params, grads, self.m, self.v, strict=True):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            p -= self.lr * root / (1 - self.beta1**self.t) * m / (np.sqrt(v) + self.eps * root)


class AdamOfWeights(AdamByFormula):
    """m' and v' as weighted means of all gradients so far; np.average divides by the weights."""

    def update(self, params, grads):
        self.seen = getattr(self, "seen", []) + [[np.array(g) for g in grads]]
        ages = np.arange(len(self.seen))[::-1]
        for i, p in enumerate(params):
            g = np.array([step[i] for step in self.seen])
            m = np.average(g, axis=0, weights=self.beta1**ages)
            v = np.average(g**2, axis=0, weights=self.beta2**ages)
            p -= self.lr * m / (np.sqrt(v) + self.eps)


class AdamFloat32(AdamByFormula):
    def update(self, params, grads):
        mine = [p.astype(np.float32) for p in params]
        super().update(mine, [g.astype(np.float32) for g in grads])
        for p, new in zip(params, mine, strict=True):
            p[:] = new
