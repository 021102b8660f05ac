"""u15_image_project: the reference where nnref has none: a training loop, and a classifier that sees no colour."""

import numpy as np
from nnref.evaluation import accuracy


def train(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """Train a model in batches, each changed by `change`; return the mean loss and the accuracy of each epoch."""
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for batch in np.split(order, range(size, len(X), size)):
            x = X[batch] if change is None else change(X[batch], rng)
            losses.append(model.loss(x, y[batch]))
            model.backward()
            optimizer.update(model.params, model.grads)
        history["loss"].append(float(np.mean(losses)))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history


def outlines(x):
    """Return where the coloured shape lies, moved to the middle: (N, H W), 0 or 1. Grey has nearly equal channels."""
    coloured = np.ptp(x, axis=1) > 0.3
    middle = [[int(np.mean(place)) for place in np.nonzero(each)] for each in coloured]
    H, W = coloured.shape[1:]
    moved = [np.roll(a, (H // 2 - i, W // 2 - j), (0, 1)) for a, (i, j) in zip(coloured, middle, strict=True)]
    return np.reshape(moved, (len(x), -1)).astype(float)


class Nearest:
    """Scores of the classes: 1 for that of the known image with the most similar outline. It learns nothing."""

    def __init__(self, X, y):
        self.known, self.y = outlines(X), y

    def predict(self, x):
        apart = (self.known**2).sum(axis=1) - 2 * outlines(x) @ self.known.T
        return np.eye(6)[self.y[apart.argmin(axis=1)]]


def robust_model(X, y, rng):
    return Nearest(X, y)
