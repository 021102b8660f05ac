"""u08_mnist_mlp: other right solutions, each written in another style. All must earn full marks."""

import array
import math
import struct
from collections import Counter
from itertools import islice

import numpy as np

from .exercises import ACCURACY, BUILD_MODEL, CONFUSION_MATRIX, LOAD_IDX, SPLIT, TRAIN
from .other_models import several_networks, with_momentum, with_neighbours, with_random_features


def with_struct(data):
    zero, kind, axes = struct.unpack(">HBB", data[:4])
    if zero or kind != 8:
        raise ValueError(f"not an IDX file of bytes: {data[:4]!r}")
    shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    return np.array(list(data[4 + 4 * axes :])).reshape(shape)


def with_big_endian_dtype(data):
    magic = np.frombuffer(data, ">i4", count=1)[0]
    if magic >> 8 != 8:
        raise ValueError("magic number")
    lengths = np.frombuffer(data, ">i4", count=magic & 255, offset=4)
    pixels = np.frombuffer(data, "u1", offset=4 + lengths.nbytes)
    if pixels.size != np.prod(lengths):
        raise ValueError("size")
    return np.ndarray(tuple(lengths), "u1", pixels.tobytes()).astype(float)


def by_arithmetic(data):
    if list(data[:3]) != [0, 0, 8]:
        raise ValueError
    shape, place = [], 4
    for _ in range(data[3]):
        a, b, c, d = data[place : place + 4]
        shape.append(((a * 256 + b) * 256 + c) * 256 + d)
        place += 4
    if len(data) - place != math.prod(shape):
        raise ValueError("damaged")
    return np.array(array.array("B", data[place:]), dtype=np.int64).reshape(shape)


def nested_lists(data):
    """Lists in lists, built from the end."""
    if data[0] or data[1] or data[2] != 8:
        raise ValueError("beginning")
    axes = data[3]
    shape = [int(data[4 + 4 * i : 8 + 4 * i].hex(), 16) for i in range(axes)]
    values = list(data[4 + 4 * axes :])
    if len(values) != math.prod(shape):
        raise ValueError("length")
    for size in shape[:0:-1]:
        values = [values[i : i + size] for i in range(0, len(values), size)]
    return values


for other in (with_struct, with_big_endian_dtype, by_arithmetic, nested_lists):
    LOAD_IDX.alternative(other)


def rest_to_the_last(X, y, fractions, rng):
    order, start, parts = rng.permutation(len(X)), 0, []
    for i, fraction in enumerate(fractions):
        last = i == len(fractions) - 1
        end = len(X) if last else start + int(fraction * len(X))
        parts.append((X[order[start:end]], y[order[start:end]]))
        start = end
    return parts


def with_shuffle(X, y, fractions, rng):
    rows = list(range(len(X)))
    rng.shuffle(rows)
    rows = iter(rows)
    sizes = [math.ceil(fraction * len(X)) for fraction in fractions]
    chosen = [list(islice(rows, size)) for size in sizes]
    return tuple([X[part], y[part]] for part in chosen)


def by_masks(X, y, fractions, rng):
    """A number from 0 to 1 for each sample, by rank; the parts keep the order of X."""
    place = (rng.random(len(X)).argsort().argsort() + 0.5) / len(X)
    ends = np.concatenate([[0], np.cumsum(fractions)])
    ends[-1] = 1
    masks = [(low <= place) & (place < high) for low, high in zip(ends[:-1], ends[1:], strict=True)]
    return [(X[mask], y[mask]) for mask in masks]


def taking_away(X, y, fractions, rng):
    left, parts = np.arange(len(X)), []
    for fraction in fractions[:-1]:
        rows = rng.choice(left, round(fraction * len(X)), replace=False)
        left = np.setdiff1d(left, rows)
        parts.append((np.take(X, rows, axis=0), np.take(y, rows)))
    return [*parts, (X[left], y[left])]


for other in (rest_to_the_last, with_shuffle, by_masks, taking_away):
    SPLIT.alternative(other)


def in_batches(model, X, y):
    hits = 0
    for start in range(0, len(X), 64):
        scores = model.predict(X[start : start + 64])
        hits += int((np.argmax(scores, axis=1) == y[start : start + 64]).sum())
    return hits / len(X)


def one_by_one(model, X, y):
    hits = [int(np.argmax(model.predict(x[None])[0])) == t for x, t in zip(X, y, strict=True)]
    return sum(hits) / len(hits)


def by_sorting(model, X, y):
    return 1 - np.count_nonzero(model.predict(X).argsort(axis=-1)[:, -1] - y) / y.size


def with_one_hot(model, X, y):
    scores = model.predict(X)
    highest = scores == scores.max(axis=1, keepdims=True)
    return np.einsum("nk,nk->", highest.astype(np.float32), np.eye(scores.shape[1], dtype=np.float32)[y]) / len(y)


def by_own_score(model, X, y):
    scores = np.asarray(model.predict(X))
    return float(np.mean(np.take_along_axis(scores, y[:, None], 1)[:, 0] >= scores.max(axis=1)))


for other in (in_batches, one_by_one, by_sorting, with_one_hot, by_own_score):
    ACCURACY.alternative(other)


def with_split(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    losses, shares = np.zeros(epochs), np.zeros(epochs)
    for epoch in range(epochs):
        batches = np.split(rng.permutation(len(X)), np.arange(size, len(X), size))
        for rows in batches:
            losses[epoch] += model.loss(X[rows], y[rows]) / len(batches)
            model.backward()
            optimizer.update(model.params, model.grads)
        shares[epoch] = in_batches(model, X_val, y_val)
    return {"loss": losses, "accuracy": shares}


def by_samples(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """Each batch counts by its size; a shuffled copy of X and y."""
    history = {"accuracy": [], "loss": []}
    while len(history["loss"]) < epochs:
        order = rng.permutation(len(X))
        X_new, y_new, total = X[order], y[order], 0.0
        for k in range(0, len(X), size):
            x, t = X_new[k : k + size], y_new[k : k + size]
            total += model.loss(x, t) * len(x)
            model.backward(1)
            optimizer.update(model.params, model.grads)
        history["loss"].append(total / len(X))
        history["accuracy"].append(one_by_one(model, X_val, y_val))
    return history


def step_by_step(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """One loop over all steps, and a report whenever an epoch ends."""
    per_epoch = math.ceil(len(X) / size)
    loss, seen = [], []
    history = {"loss": [], "accuracy": []}
    for step in range(1, epochs * per_epoch + 1):
        if not seen:
            seen = list(rng.permutation(len(X)))
        rows, seen = seen[:size], seen[size:]
        loss.append(model.loss(X[rows], y[rows]))
        model.backward()
        optimizer.update(model.params, model.grads)
        if step % per_epoch == 0:
            history["loss"].append(sum(loss[-per_epoch:]) / per_epoch)
            history["accuracy"].append(np.mean(model.predict(X_val).argmax(1) == y_val))
            print(f"epoch {step // per_epoch}: loss {history['loss'][-1]:.3f}")
    return history


def with_generator(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    def batches():
        rows = np.arange(len(X))
        rng.shuffle(rows)
        yield from ((X[rows[i : i + size]], y[rows[i : i + size]]) for i in range(0, len(rows), size))

    def learn(x, t):
        loss = float(model.loss(x, t))
        model.backward()
        optimizer.update(model.params, model.grads)
        return loss

    pairs = [(np.mean([learn(x, t) for x, t in batches()]), in_batches(model, X_val, y_val)) for _ in range(epochs)]
    return {"loss": [pair[0] for pair in pairs], "accuracy": [pair[1] for pair in pairs]}


def with_more_reports(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """Also measures the validation loss and the accuracy on the training samples, after the steps."""
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            x, t = X[order[start : start + size]], y[order[start : start + size]]
            losses.append(np.float32(model.loss(x, t)))
            model.backward()
            optimizer.update(model.params, model.grads)
        print(model.loss(X_val, y_val), in_batches(model, X, y))
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(in_batches(model, X_val, y_val))
    return history


def shuffled_in_place(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """A copy of its own is shuffled anew for each epoch; the batches are views of it."""
    both = np.column_stack([X, y])
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        rng.shuffle(both)
        losses = []
        for k in range(0, len(both), size):
            part = both[k : k + size]
            losses.append(model.loss(part[:, :-1], part[:, -1].astype(int)))
            model.backward()
            optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(in_batches(model, X_val, y_val))
    return history


def with_one_buffer(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """All batches are written into the same memory."""
    x, t = np.empty((size, X.shape[1])), np.empty(size, dtype=y.dtype)
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for k in range(0, len(X), size):
            rows = order[k : k + size]
            x[: len(rows)], t[: len(rows)] = X[rows], y[rows]
            losses.append(model.loss(x[: len(rows)], t[: len(rows)]))
            model.backward()
            optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(in_batches(model, X_val, y_val))
    return history


for other in (
    with_split,
    by_samples,
    step_by_step,
    with_generator,
    with_more_reports,
    shuffled_in_place,
    with_one_buffer,
):
    TRAIN.alternative(other)


def by_loop(t, p, K):
    counts = np.zeros((K, K))
    for i, j in zip(t, p, strict=True):
        counts[i, j] += 1
    return counts


def with_add_at(t, p, K):
    counts = np.zeros((K, K), dtype=int)
    np.add.at(counts, (t, p), 1)
    return counts


def by_product(t, p, K):
    one_hot = np.eye(K, dtype=np.float32)
    return one_hot[t].T @ one_hot[p]


def by_einsum(t, p, K):
    classes = np.arange(K)
    return np.einsum("ni,nj->ij", t[:, None] == classes, p[:, None] == classes, dtype=int)


def with_counter(t, p, K):
    pairs = Counter(zip(t.tolist(), p.tolist(), strict=True))
    return [[pairs[i, j] for j in range(K)] for i in range(K)]


def with_histogram(t, p, K):
    return np.histogram2d(t, p, bins=[np.arange(K + 1), np.arange(K + 1)])[0]


for other in (by_loop, with_add_at, by_product, by_einsum, with_counter, with_histogram):
    CONFUSION_MATRIX.alternative(other)


for other in (with_momentum, several_networks, with_random_features, with_neighbours):
    BUILD_MODEL.alternative(other)

CONFUSION_MATRIX.equivalent("counts may be floats", "np.zeros((K, K), dtype=int) -> np.zeros((K, K))")
BUILD_MODEL.equivalent(
    "a network of about this size, trained about as long, is as good",
    "200 -> 201",
    "200 -> 199",
    "8 -> 9",
    "8 -> 7",
    "0.02 -> 0.04",
    "3 -> 4",
    "3 -> 2",
    "32 -> 33",
    "32 -> 31",
)
