"""u05_loss: other right solutions, each written in another style. All must earn full marks."""

import math
import statistics
from functools import reduce
from itertools import accumulate, product

import numpy as np

from .exercises import (
    CROSS_ENTROPY,
    GRADIENT_DESCENT,
    MSE,
    NUMERICAL_GRADIENT,
    OPTIMIZERS,
    SOFTMAX_CROSS_ENTROPY,
)
from .other_optimizers import (
    AdamByFormula,
    AdamFloat32,
    AdamOfWeights,
    AdamOneFactor,
    BallMomentum,
    DictMomentum,
    HistoryMomentum,
    MomentumFloat32,
)


def mse_by_loop(y, t):
    if np.shape(y) != np.shape(t):
        raise ValueError("shapes")
    total = 0.0
    for i in np.ndindex(y.shape):
        total += (y[i] - t[i]) ** 2
    return total / y.size


def mse_by_dot(y, t):
    if not y.shape == t.shape:
        raise ValueError
    error = (y - t).ravel()
    return error @ error / len(error)


def mse_by_einsum(y, t):
    if y.ndim != t.ndim or any(a != b for a, b in zip(y.shape, t.shape, strict=True)):
        raise ValueError(y.shape, t.shape)
    error = np.subtract(y, t, dtype=float)
    return np.einsum("i,i->", error.ravel(), error.ravel()) / np.prod(y.shape)


def mse_float32(y, t):
    y, t = np.float32(y), np.float32(t)
    if y.shape == t.shape:
        return np.square(y - t).mean()
    raise ValueError("y and t must have one shape")


def mse_of_statistics(y, t):
    """The variance of the errors plus the square of their mean."""
    if y.shape != t.shape:
        raise ValueError("shapes differ")
    error = (y - t).ravel().astype(float).tolist()
    return statistics.pvariance(error) + statistics.fmean(error) ** 2


def mse_expanded(y, t):
    if y.shape != t.shape:
        raise ValueError("shapes differ")
    return float(np.mean(y**2.0) - 2 * np.mean(1.0 * y * t) + np.mean(t**2.0))


for other in (mse_by_loop, mse_by_dot, mse_by_einsum, mse_float32, mse_of_statistics, mse_expanded):
    MSE.alternative(other)


def picked(p, t):
    labels = np.argmax(t, axis=1) if t.ndim == 2 else t
    return -np.log(np.maximum(p[range(len(p)), labels], 1e-12)).mean()


def added(p, t):
    """With a small number added to every probability, as textbooks do."""
    if t.ndim == 1:
        t = np.eye(p.shape[1])[t]
    return -np.sum(t * np.log(p + 1e-7)) / p.shape[0]


def by_rows(p, t):
    total = 0.0
    for row, right in zip(p, t, strict=True):
        label = int(right) if np.ndim(right) == 0 else [i for i, one in enumerate(right) if one == 1][0]
        total -= math.log(max(row[label], 1e-300))
    return total / len(p)


def by_mask(p, t):
    mask = t == 1 if t.ndim == 2 else np.arange(p.shape[1]) == t[:, None]
    chosen = np.where(mask, p, 1.0).clip(1e-15)
    return np.log(1 / chosen).sum(axis=1).mean()


def by_einsum(p, t):
    one_hot = np.zeros(p.shape)
    if t.ndim == 1:
        one_hot[np.arange(len(t)), t] = 1
    else:
        one_hot += t
    chosen = np.einsum("nk,nk->n", one_hot, p)
    chosen[chosen == 0] = np.finfo(float).tiny
    return np.einsum("n->", -np.log(chosen)) / len(chosen)


def by_product(p, t):
    """One logarithm for all samples, in float32."""
    t = t if t.ndim == 1 else np.nonzero(t)[1]
    chosen = np.take_along_axis(np.asarray(p, np.float32), t[:, None], axis=1) + np.float32(1e-12)
    return np.log(np.prod(chosen)) / -len(p)


for other in (picked, added, by_rows, by_mask, by_einsum, by_product):
    CROSS_ENTROPY.alternative(other)


def of_log_softmax(z, t):
    shifted = z - np.max(z, axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(z)), t].mean()


def of_logaddexp(z, t):
    return np.mean(np.logaddexp.reduce(z, axis=1, dtype=float) - np.take_along_axis(z, t[:, None], 1)[:, 0])


def with_math(z, t):
    losses = []
    for scores, label in zip(z.tolist(), t, strict=True):
        differences = [s - scores[label] for s in scores]
        top = max(differences)
        losses.append(top + math.log(sum(math.exp(d - top) for d in differences)))
    return sum(losses) / len(losses)


def one_score_after_the_other(z, t):
    """log(e^a + e^b) again and again, down the columns."""

    def join(a, b):
        return np.maximum(a, b) + np.log1p(np.exp(-np.abs(a - b)))

    return (reduce(join, z.T.astype(float)) - z.T[t, range(len(z))]).sum() / t.size


def with_one_hot(z, t):
    one_hot = np.eye(z.shape[1])[t]
    top = z.max(1)
    total = np.exp(z - top[:, None]) @ np.ones(z.shape[1])
    return (np.log(total) + top - np.einsum("nk,nk->n", z, one_hot)).mean()


def in_float32(z, t):
    z = z.astype(np.float32)
    z = z - z.max(axis=-1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(z), axis=-1)) - z[np.arange(z.shape[0]), t])


for other in (of_log_softmax, of_logaddexp, with_math, one_score_after_the_other, with_one_hot, in_float32):
    SOFTMAX_CROSS_ENTROPY.alternative(other)


def in_place(f, x, h=1e-5):
    """Move each element of one copy and put it back."""
    x = np.array(x, dtype=float)
    gradient = np.empty_like(x)
    for i in np.ndindex(*x.shape):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        below = f(x)
        x[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient


def with_nditer(f, x, h=1e-5):
    x = x.astype(np.float64)
    gradient = np.zeros_like(x)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        i = it.multi_index
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        below = f(x)
        x[i] += h
        gradient[i] = (above - below) / (2 * h)
        it.iternext()
    return gradient


def with_unit_vectors(f, x, h=1e-5):
    steps = h * np.eye(x.size).reshape(x.size, *x.shape)
    return np.array([(f(x + e) - f(x - e)) / (2 * h) for e in steps]).reshape(x.shape)


def moved_flat(f, x, h=1e-5):
    flat = np.asarray(x, dtype=float).ravel()

    def at(k, step):
        copy = flat.copy()
        copy[k] += step
        return f(copy.reshape(x.shape))

    slopes = [0.5 * (at(k, h) - at(k, -h)) / h for k in range(len(flat))]
    return np.reshape(slopes, x.shape)


def as_list(f, x, h=1e-5):
    """Nested lists, filled by recursion over the axes."""
    x = x.astype(float)

    def slopes(index):
        if len(index) == x.ndim:
            step = np.zeros(x.shape)
            step[index] = h
            return float(f(x + step) - f(x - step)) / (h + h)
        return [slopes((*index, i)) for i in range(x.shape[len(index)])]

    return slopes(())


def two_halves(f, x, h=1e-5):
    """The mean of the forward and the backward difference."""
    x, middle = x * 1.0, f(x * 1.0)
    gradient = np.zeros(x.shape)
    for i in product(*map(range, x.shape)):
        step = np.zeros(x.shape)
        step[i] = h
        gradient[i] = ((f(x + step) - middle) / h + (middle - f(x - step)) / h) / 2
    return gradient


for other in (in_place, with_nditer, with_unit_vectors, moved_flat, as_list, two_halves):
    NUMERICAL_GRADIENT.alternative(other)


def as_array(f_grad, x0, lr, steps):
    path = np.zeros((steps + 1,) + x0.shape)
    path[0] = x0
    for k in range(1, steps + 1):
        path[k] = path[k - 1] - lr * f_grad(path[k - 1])
    return path


def with_copies(f_grad, x0, lr, steps):
    x = x0.astype(float)
    path = [x.copy()]
    while len(path) <= steps:
        x -= lr * f_grad(x)
        path.append(x.copy())
    return path


def recursive(f_grad, x0, lr, steps):
    if steps == 0:
        return np.array([x0])
    return np.concatenate([[x0], recursive(f_grad, x0 - lr * f_grad(x0), lr, steps - 1)])


def accumulated(f_grad, x0, lr, steps):
    return tuple(accumulate(range(steps), lambda x, _: np.subtract(x, lr * f_grad(x)), initial=x0))


def stacked_float32(f_grad, x0, lr, steps):
    path = np.float32(x0)[np.newaxis]
    for _ in range(steps):
        path = np.vstack([path, (path[-1] - np.float32(lr) * f_grad(path[-1]))[np.newaxis].astype(np.float32)])
    return path


def to_the_end(f_grad, x0, lr, steps):
    """As one learns it from a textbook: the point is stored before each step, and the last after the loop."""
    x, path = x0 + 0.0, []
    for _ in range(steps):
        path.append(x)
        x = x - lr * f_grad(x)
    path.append(x)
    return np.stack(path)


for other in (as_array, with_copies, recursive, accumulated, stacked_float32, to_the_end):
    GRADIENT_DESCENT.alternative(other)


OPTIMIZERS.alternative(BallMomentum, AdamByFormula)
OPTIMIZERS.alternative(DictMomentum, AdamOneFactor)
OPTIMIZERS.alternative(HistoryMomentum, AdamOfWeights)
OPTIMIZERS.alternative(MomentumFloat32, AdamFloat32)

MSE.equivalent("the square forgets the sign", "y - t -> t - y")
CROSS_ENTROPY.equivalent("the larger of two", "np.maximum(chosen, 1e-12) -> np.maximum(1e-12, chosen)")
CROSS_ENTROPY.equivalent("any very small probability will do", "1e-12 -> 2e-12")
GRADIENT_DESCENT.equivalent("a list of arrays is a path too", "np.array(path) -> path")
GRADIENT_DESCENT.equivalent(
    "x0 is never changed, and the first step makes floats of whole numbers",
    "np.array(x0, dtype=np.float64) -> np.array(x0)",
    "np.array(x0, dtype=np.float64) -> x0",
)
NUMERICAL_GRADIENT.equivalent("every element is written over", "np.zeros(x.shape) -> np.ones(x.shape)")
OPTIMIZERS.equivalent("a number is not changed in place", "self.t += 1 -> self.t = self.t + 1")
