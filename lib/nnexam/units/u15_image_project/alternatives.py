"""u15_image_project: other right solutions, each written in another style. All must earn full marks."""

import math
from itertools import permutations

import numpy as np

from .exercises import AUGMENT, ROBUST_MODEL, SALIENCY, TRAIN
from .other_models import grey_first, outlines_and_least_squares, several_orders, with_momentum


def with_split(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    losses, shares = np.zeros(epochs), np.zeros(epochs)
    for epoch in range(epochs):
        batches = np.split(rng.permutation(len(X)), np.arange(size, len(X), size))
        for rows in batches:
            x = X[rows]
            if change is not None:
                x = change(x, rng)
            losses[epoch] += model.loss(x, y[rows]) / len(batches)
            model.backward()
            optimizer.update(model.params, model.grads)
        shares[epoch] = np.mean(model.predict(X_val).argmax(axis=1) == y_val)
    return {"loss": losses, "accuracy": shares}


def whole_epoch_changed(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """All images of an epoch are changed at once, in a copy; each batch counts by its size."""
    history = {"accuracy": [], "loss": []}
    while len(history["loss"]) < epochs:
        order, total = rng.permutation(len(X)), 0.0
        X_new, y_new = X[order], y[order]
        if change:
            X_new = change(X_new, rng)
        for k in range(0, len(X), size):
            total += model.loss(X_new[k : k + size], y_new[k : k + size]) * len(X_new[k : k + size])
            model.backward(1)
            optimizer.update(model.params, model.grads)
        history["loss"].append(total / len(X))
        hits = [int(np.argmax(model.predict(x[None])[0])) == t for x, t in zip(X_val, y_val, strict=True)]
        history["accuracy"].append(sum(hits) / len(hits))
    return history


def step_by_step(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """One loop over all steps, and a report whenever an epoch ends."""
    if change is None:

        def change(x, rng):
            return x

    per_epoch, loss, left = math.ceil(len(X) / size), [], []
    history = {"loss": [], "accuracy": []}
    for step in range(1, epochs * per_epoch + 1):
        left = left or list(rng.permutation(len(X)))
        rows, left = left[:size], left[size:]
        loss.append(model.loss(change(X[rows], rng), y[rows]))
        model.backward()
        optimizer.update(model.params, model.grads)
        if step % per_epoch == 0:
            history["loss"].append(sum(loss[-per_epoch:]) / per_epoch)
            history["accuracy"].append(np.mean(model.predict(X_val).argmax(1) == y_val))
            print(f"epoch {step // per_epoch}: loss {history['loss'][-1]:.3f}")
    return history


def with_generator(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    def batches():
        rows = np.arange(len(X))
        rng.shuffle(rows)
        for i in range(0, len(rows), size):
            x = np.stack([X[n] for n in rows[i : i + size]])
            yield (x if change is None else change(x, rng)), y[rows[i : i + size]]

    def learn(x, t):
        loss = float(model.loss(x, t))
        model.backward()
        optimizer.update(model.params, model.grads)
        return loss

    def share():
        return np.count_nonzero(model.predict(X_val).argsort(axis=-1)[:, -1] == y_val) / y_val.size

    pairs = [(np.mean([learn(x, t) for x, t in batches()]), share()) for _ in range(epochs)]
    return {"loss": [pair[0] for pair in pairs], "accuracy": [pair[1] for pair in pairs]}


def own_copies_shuffled(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """Copies of X and y are put into a new order in place; the batches are views of them."""
    X, y = X.copy(), y.copy()
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        seed, losses = rng.integers(2**31), []
        for table in (X, y):
            np.random.default_rng(seed).shuffle(table)
        for k in range(0, len(X), size):
            x = X[k : k + size]
            losses.append(model.loss(x if change is None else change(x, rng), y[k : k + size]))
            model.backward()
            optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(np.mean(model.predict(X_val).argmax(axis=1) == y_val))
    return history


def reused_memory(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """All batches are written into the same two arrays; so are the images whose class is asked for."""
    images, labels = np.empty((size, *X.shape[1:]), X.dtype), np.empty(size, y.dtype)
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses, hits = rng.permutation(len(X)), [], []
        for k in range(0, len(X), size):
            n = len(order[k : k + size])
            images[:n], labels[:n] = X[order[k : k + size]], y[order[k : k + size]]
            if change is not None:
                images[:n] = change(images[:n], rng)
            losses.append(model.loss(images[:n], labels[:n]))
            model.backward()
            optimizer.update(model.params, model.grads)
        for image, label in zip(X_val, y_val, strict=True):
            images[0] = image
            hits.append(model.predict(images[:1]).argmax() == label)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(np.mean(hits))
    return history


for other in (
    with_split,
    whole_epoch_changed,
    step_by_step,
    with_generator,
    own_copies_shuffled,
    reused_memory,
):
    TRAIN.alternative(other)


def with_eye(model, x, k):
    scores = model.predict(x)
    d = np.eye(scores.shape[1])[k]
    for layer in model.layers[::-1]:
        d = layer.backward(d)
    return np.maximum(d.max(axis=1), -d.min(axis=1))


def image_by_image(model, x, k):
    maps = []
    for image, cls in zip(x, k, strict=True):
        out = image[None]
        for layer in model.layers:
            out = layer.forward(out)
        d = np.zeros(out.shape)
        d[0, cls] = 1
        for layer in reversed(model.layers):
            d = layer.backward(d)
        maps.append([[max(abs(d[0, :, i, j])) for j in range(x.shape[3])] for i in range(x.shape[2])])
    return np.array(maps)


def by_power(model, x, k):
    K = model.predict(x).shape[1]
    d = (k.reshape(-1, 1) == np.arange(K)) * 1.0
    for i in range(len(model.layers) - 1, -1, -1):
        d = model.layers[i].backward(d)
    return np.sqrt((d**2).max(axis=1))


def a_class_at_a_time(model, x, k):
    """The map of every class for all images; each image then takes its own."""
    K = model.predict(x).shape[1]
    out = np.zeros((len(x), *x.shape[2:]))
    for cls in range(K):
        model.predict(x)
        d = np.zeros((len(x), K))
        d[:, cls] = 1.0
        for layer in model.layers[::-1]:
            d = layer.backward(d)
        out[k == cls] = abs(d).max(1)[k == cls]
    return out


for other in (with_eye, image_by_image, by_power, a_class_at_a_time):
    SALIENCY.alternative(other)


def all_at_once(x, rng):
    N = len(x)
    order = rng.permuted(np.tile(np.arange(3), (N, 1)), axis=1)
    out = np.take_along_axis(x, order[:, :, None, None], axis=1)
    out = np.where(rng.random((N, 1, 1, 1)) < 0.5, out[..., ::-1], out)
    return (out * rng.uniform(0.5, 1, (N, 3, 1, 1))).astype(x.dtype)


def channel_by_channel(x, rng):
    out = np.empty_like(x)
    for n, image in enumerate(x):
        mirrored = rng.integers(2) == 1
        for c, source in enumerate(rng.permutation(3)):
            channel = np.fliplr(image[source]) if mirrored else image[source]
            out[n, c] = channel * (1 - rng.random() / 2)
    return out


def from_a_table(x, rng):
    table = np.array(list(permutations(range(3))))
    out = []
    for image, order, coin in zip(x, table[rng.integers(6, size=len(x))], rng.choice([-1, 1], len(x)), strict=True):
        out.append(np.einsum("chw,c->chw", image[order][:, :, ::coin], 0.5 + 0.5 * rng.random(3)))
    return np.array(out, dtype=x.dtype)


def by_matrices(x, rng):
    """A matrix (3, 3) for each image reorders and dims; a mirrored image is a product with another matrix."""
    mix = np.stack([np.diag(rng.uniform(0.5, 1, 3)) @ np.eye(3)[rng.permutation(3)] for _ in x])
    turn = np.stack([np.eye(x.shape[3])[:: 1 if coin else -1] for coin in rng.random(len(x)) < 0.5])
    return np.einsum("ncd,ndhw,nwv->nchv", mix, x, turn).astype(x.dtype)


for other in (all_at_once, channel_by_channel, from_a_table, by_matrices):
    AUGMENT.alternative(other)

for other in (grey_first, several_orders, with_momentum, outlines_and_least_squares):
    ROBUST_MODEL.alternative(other)

AUGMENT.equivalent(
    "the other half of the images is mirrored, or a bound that is never met",
    "rng.random() < 0.5 -> rng.random() <= 0.5",
    "rng.random() < 0.5 -> rng.random() > 0.5",
)
ROBUST_MODEL.equivalent(
    "a network that is trained about as long learns the shapes as well",
    "12 -> 13",
    "12 -> 11",
    "20 -> 21",
    "20 -> 19",
    "0.003 -> 0.006",
)
