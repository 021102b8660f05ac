"""u13_cnn: other right solutions, each written in another style. All must earn full marks."""

import copy
import math

import numpy as np
from nnref.evaluation import accuracy
from nnref.layers import SoftmaxWithLoss

from .exercises import FEATURE_MAPS, INIT_LOSS, OVERFIT_SMALL, SHIFT_ACCURACY, SIMPLE_CONV_NET, TRAIN_CNN
from .other_networks import (
    Float64Net,
    Inherits,
    NamedLayers,
    NoSoftmaxLayer,
    several_networks,
    with_falling_rate,
    with_large_batches,
    with_momentum,
)

for other in (Float64Net, NamedLayers, Inherits, NoSoftmaxLayer):
    SIMPLE_CONV_NET.alternative(other)


def from_scores(model, X, y):
    scores = model.predict(X)
    top = scores.max(axis=1)
    log_sum = top + np.log(np.exp(scores - top[:, None]).sum(axis=1))
    return np.mean(log_sum - scores[np.arange(len(y)), y]), math.log(scores.shape[-1])


def from_the_last_bias(model, X, y):
    return [float(model.loss(X, y)), np.log(model.params[-1].size)]


def one_by_one(model, X, y):
    losses = [model.loss(X[i : i + 1], y[i : i + 1]) for i in range(len(X))]
    return sum(losses) / len(losses), -np.log(1 / len(model.predict(X[:1])[0]))


def loss_of_equal_scores(model, X, y):
    scores = np.zeros_like(model.predict(X))
    return model.loss(X, y), SoftmaxWithLoss().forward(scores, y)


for other in (from_scores, from_the_last_bias, one_by_one, loss_of_equal_scores):
    INIT_LOSS.alternative(other)


def on_a_copy(model, X, y, optimizer, n, steps):
    twin = copy.deepcopy(model)
    losses = []
    for _ in range(steps):
        losses.append(twin.loss(X[:n], y[:n]))
        twin.backward()
        optimizer.update(twin.params, twin.grads)
    return losses, accuracy(twin, X[:n], y[:n])


def with_an_array(model, X, y, optimizer, n, steps):
    kept, losses = copy.deepcopy(model.params), np.zeros(steps)
    x, t = X[:n].copy(), y[:n].copy()
    for k in range(steps):
        losses[k] = model.loss(x, t)
        model.backward()
        optimizer.update(model.params, model.grads)
    share = np.mean(np.argmax(model.predict(x), axis=-1) == t)
    for i in range(len(kept)):
        model.params[i][:] = kept[i]
    return losses, share


def by_difference(model, X, y, optimizer, n, steps):
    kept = {id(p): np.array(p) for p in model.params}
    rows = np.arange(len(X)) < n
    losses = []
    while len(losses) < steps:
        losses += [float(model.loss(X[rows], y[rows]))]
        model.backward()
        optimizer.update(model.params, model.grads)
    hits = sum(int(model.predict(x[None]).argmax()) == t for x, t in zip(X[rows], y[rows], strict=True))
    for p in model.params:
        np.copyto(p, kept[id(p)])
    return losses, hits / n


def with_finally(model, X, y, optimizer, n, steps):
    start = [p.astype(np.float64, copy=True) for p in model.params]

    def step():
        loss = model.loss(X[:n], y[:n])
        model.backward()
        optimizer.update(model.params, model.grads)
        return loss

    try:
        return [step() for _ in range(steps)], accuracy(model, X[:n], y[:n])
    finally:
        for p, old in zip(model.params, start, strict=True):
            p.flat = old.ravel()


for other in (on_a_copy, with_an_array, by_difference, with_finally):
    OVERFIT_SMALL.alternative(other)


for other in (with_falling_rate, with_momentum, several_networks, with_large_batches):
    TRAIN_CNN.alternative(other)


def by_recursion(model, x, layer):
    return model.layers[layer].forward(x if layer == 0 else by_recursion(model, x, layer - 1))


def with_counter(model, x, layer):
    maps, i = x, 0
    while i <= layer:
        maps = model.layers[i].forward(maps)
        i += 1
    return maps


def stopping_early(model, x, layer):
    for i, each in enumerate(model.layers):
        x = each.forward(x)
        if i == layer:
            return x


def image_by_image(model, x, layer):
    maps = []
    for image in np.asarray(x, np.float32):
        out = image[None]
        for i in range(layer + 1):
            out = model.layers[i].forward(out)
        maps.append(out[0])
    return np.stack(maps)


for other in (by_recursion, with_counter, stopping_early, image_by_image):
    FEATURE_MAPS.alternative(other)


def by_padding(X, dx, dy):
    H, W = X.shape[2:]
    top, left = min(max(dy, 0), H), min(max(dx, 0), W)
    down, right = min(max(-dy, 0), H), min(max(-dx, 0), W)
    padded = np.pad(X, ((0, 0), (0, 0), (top, down), (left, right)))
    return padded[:, :, down : down + H, right : right + W]


def by_pixels(X, dx, dy):
    N, C, H, W = X.shape
    out = np.zeros((N, C, H, W))
    for i in range(H):
        for j in range(W):
            if 0 <= i - dy < H and 0 <= j - dx < W:
                out[:, :, i, j] = X[:, :, i - dy, j - dx]
    return out


def by_rolling(X, dx, dy):
    """Roll, then erase what came in on the other side."""
    out = np.roll(X, (dy, dx), axis=(2, 3))
    H, W = X.shape[2:]
    rows, columns = np.arange(H)[:, None] - dy, np.arange(W) - dx
    return np.where((rows >= 0) & (rows < H) & (columns >= 0) & (columns < W), out, 0)


def by_matrices(X, dx, dy):
    """A product with a shifted identity matrix from the left for the rows, from the right for the columns."""
    H, W = X.shape[2:]
    return np.einsum("ih,nchw,jw->ncij", np.eye(H, k=-dy), X, np.eye(W, k=-dx))


def by_slices(X, dx, dy):
    out = np.zeros(X.shape, np.float32)
    H, W = X.shape[2:]
    if abs(dx) < W and abs(dy) < H:
        out[:, :, max(dy, 0) : H + min(dy, 0), max(dx, 0) : W + min(dx, 0)] = X[
            :, :, max(-dy, 0) : H - max(dy, 0), max(-dx, 0) : W - max(dx, 0)
        ]
    return out


def with_accuracy(model, X, y, dx, dy):
    return accuracy(model, by_padding(X, dx, dy), y)


def one_image_at_a_time(model, X, y, dx, dy):
    hits = [model.predict(by_pixels(x[None], dx, dy))[0].argmax() == t for x, t in zip(X, y, strict=True)]
    return sum(hits) / len(hits)


def by_counting(model, X, y, dx, dy):
    guesses = np.argsort(model.predict(by_rolling(X, dx, dy)), axis=1)[:, -1]
    return 1 - np.count_nonzero(guesses != y) / len(y)


def with_einsum(model, X, y, dx, dy):
    scores = model.predict(by_matrices(X, dx, dy))
    return float((scores[np.arange(len(y)), y] >= scores.max(axis=1)).mean())


def plain(model, X, y, dx, dy):
    return np.mean(np.argmax(model.predict(by_slices(X.copy(), dx, dy)), 1) == y)


SHIFT_ACCURACY.alternative(by_padding, with_accuracy)
SHIFT_ACCURACY.alternative(by_pixels, one_image_at_a_time)
SHIFT_ACCURACY.alternative(by_rolling, by_counting)
SHIFT_ACCURACY.alternative(by_matrices, with_einsum)
SHIFT_ACCURACY.alternative(by_slices, plain)
TRAIN_CNN.equivalent(
    "a network of about this size, trained about as long, is as good",
    "SimpleConvNet(X.shape[1:], 10, rng, filters=24) -> SimpleConvNet(X.shape[1:], 10, rng)",
    "24 -> 25",
    "24 -> 23",
    "6 -> 7",
    "6 -> 5",
    "2 -> 3",
    "2 -> 1",
    "50 -> 51",
    "50 -> 49",
    "50 -> 51 #2",
    "50 -> 49 #2",
    "0.01 -> 0.02",
    "0.001 -> 0.002",
    "fit(model, Adam(0.001), X, y, 2, 50, rng) -> pass",
)
