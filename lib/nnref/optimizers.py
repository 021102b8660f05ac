"""Optimizers: how the gradients change the parameters. `update(params, grads)` works in place on lists of arrays.

Each optimizer keeps arrays of its own for every parameter, in the type of that parameter, by its place in the list; so
use one optimizer for one list. The formulas are those of PyTorch, where textbooks differ. Gradients are not changed.
"""

import math

import numpy as np

from nnref.shapes import check_shapes, floating

PIECE = 32768  # numbers worked on at a time, few enough to stay in the cache: half the time for large parameters


def gradient_descent(f_grad, x0, lr, steps):
    """Return the path x0, x1, ... of x ← x - lr f_grad(x): an array (steps + 1, ...) that starts with x0.

    f_grad : a function of an array like x0 that returns one of the same shape; x0 of any shape, not changed.
    Raises ValueError for another shape, or steps that are no whole number of at least 0.
    """
    x0 = floating(x0)
    if not isinstance(steps, (int, np.integer)) or steps < 0:
        raise ValueError(f"gradient_descent: found {steps} steps; expected a whole number of at least 0")
    path = np.empty((steps + 1, *x0.shape), x0.dtype)
    path[0] = x0
    for k in range(steps):
        gradient = floating(f_grad(path[k].copy()))
        check_shapes("gradient_descent", f_grad=(gradient, x0.shape))
        path[k + 1] = path[k] - lr * gradient
    return path


class Optimizer:
    """What all have in common: subclasses say `states`, how many arrays to keep for each parameter, and `step`."""

    states = 0

    def __init__(self, lr):
        self.lr = self._setting("lr", lr, math.inf)
        self.t = 0  # updates so far
        self.kept = None

    def _setting(self, name, value, limit):
        if not 0 <= value < limit:
            raise ValueError(f"{type(self).__name__}: found {name} {value}; expected 0 <= {name} < {limit}")
        return float(value)

    def update(self, params, grads):
        """Change the arrays in params by one step; grads: their gradients, of the same shapes in the same order.

        Raises ValueError for arrays that do not fit, or parameters that are no arrays of floats.
        """
        name = type(self).__name__
        if self.kept is None:
            self.kept = [[np.zeros_like(p) for _ in range(self.states)] for p in params]
        if not len(self.kept) == len(params) == len(grads):
            raise ValueError(
                f"{name}: found {len(params)} params and {len(grads)} grads; expected {len(self.kept)} of each"
            )
        for i, (p, g, kept) in enumerate(zip(params, grads, self.kept, strict=True)):
            if not isinstance(p, np.ndarray) or p.dtype.kind != "f":
                raise ValueError(f"{name}: found params[{i}] not an array of floats, which cannot be changed in place")
            named = {f"state[{i}]": (state, p.shape) for state in kept}
            check_shapes(name, **{f"grads[{i}]": (g, p.shape)}, **named)
        self.t += 1
        for p, g, kept in zip(params, grads, self.kept, strict=True):
            for piece in _pieces(p, floating(g), *kept):
                self.step(*piece)


def _pieces(*arrays):
    """Yield views of the same part of each array, part after part; the whole arrays where they have gaps in memory."""
    if not all(a.flags.c_contiguous for a in arrays):
        yield arrays
        return
    flat = [a.reshape(-1) for a in arrays]
    for start in range(0, arrays[0].size, PIECE):
        yield [a[start : start + PIECE] for a in flat]


class SGD(Optimizer):
    """Gradient descent on batches: p ← p - lr g."""

    def __init__(self, lr=0.01):
        super().__init__(lr)

    def step(self, p, g):
        p -= self.lr * g


class Momentum(Optimizer):
    """v ← momentum v + g; p ← p - lr v.

    Other books put lr into v (v ← momentum v - lr g; p ← p + v), which is the same as long as lr does not change.
    Source: B. Polyak, 1964.
    """

    states = 1

    def __init__(self, lr=0.01, momentum=0.9):
        super().__init__(lr)
        self.momentum = self._setting("momentum", momentum, 1)

    def step(self, p, g, v):
        v *= self.momentum
        v += g
        p -= self.lr * v


class AdaGrad(Optimizer):
    """h ← h + g²; p ← p - lr g / (√h + eps). Source: J. Duchi, E. Hazan, Y. Singer, 2011."""

    states = 1

    def __init__(self, lr=0.01, eps=1e-10):
        super().__init__(lr)
        self.eps = self._setting("eps", eps, math.inf)

    def step(self, p, g, h):
        h += g * g
        p -= _scaled(g, h, self.lr, self.eps)


class RMSProp(Optimizer):
    """h ← decay h + (1 - decay) g²; p ← p - lr g / (√h + eps), with eps outside the root. Source: G. Hinton, 2012."""

    states = 1

    def __init__(self, lr=0.01, decay=0.99, eps=1e-8):
        super().__init__(lr)
        self.decay = self._setting("decay", decay, 1)
        self.eps = self._setting("eps", eps, math.inf)

    def step(self, p, g, h):
        _average(h, g * g, self.decay)
        p -= _scaled(g, h, self.lr, self.eps)


class Adam(Optimizer):
    """m ← beta1 m + (1 - beta1) g; v ← beta2 v + (1 - beta2) g²; p ← p - lr m' / (√v' + eps).

    m' = m / (1 - beta1^t) and v' = v / (1 - beta2^t), t = 1, 2, ..., make up for the start at zero; eps stands outside
    the root.
    Source: D. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015.
    """

    states = 2

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        super().__init__(lr)
        self.beta1 = self._setting("beta1", beta1, 1)
        self.beta2 = self._setting("beta2", beta2, 1)
        self.eps = self._setting("eps", eps, math.inf)

    def step(self, p, g, m, v):
        _average(m, g, self.beta1)
        _average(v, g * g, self.beta2)
        # √(v / c) = √v / √c: the corrections go into two numbers, not into two more arrays
        root = math.sqrt(1 - self.beta2**self.t)
        p -= _scaled(m, v, self.lr * root / (1 - self.beta1**self.t), self.eps * root)


def _average(kept, new, share):
    """kept ← share kept + (1 - share) new, in place."""
    kept *= share
    kept += (1 - share) * new


def _scaled(g, h, lr, eps):
    """Return lr g / (√h + eps) with one array of its own."""
    out = np.sqrt(h)
    out += eps
    np.divide(g, out, out=out)
    out *= lr
    return out
