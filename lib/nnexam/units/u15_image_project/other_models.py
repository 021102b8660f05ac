"""u15_image_project: other ways to a model that does not go by colour; see alternatives."""

import numpy as np
from nnref.cnn import SimpleConvNet
from nnref.optimizers import Adam, Momentum

from .reference import outlines


def learn(model, optimizer, X, y, epochs, size, rng, change=lambda x, rng: x):
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            rows = order[start : start + size]
            model.loss(change(X[rows], rng), y[rows])
            model.backward()
            optimizer.update(model.params, model.grads)
    return model


def grey_first(X, y, rng):
    """Throw the colour away: the network sees the mean of the channels."""

    class Grey:
        def __init__(self):
            self.net = SimpleConvNet((1, 32, 32), 6, rng, filters=16, size=5, stride=2, pad=2)
            learn(self.net, Adam(0.003), X.mean(axis=1, keepdims=True), y, 12, 20, rng)

        def predict(self, x):
            return self.net.predict(x.mean(axis=1, keepdims=True))

    return Grey()


def several_orders(X, y, rng):
    """All six orders of the channels as images of their own, made before the training."""
    orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    X_all, y_all = np.concatenate([X[:, order] for order in orders]), np.tile(y, 6)
    model = SimpleConvNet((3, 32, 32), 6, rng, filters=12, size=5, stride=2, pad=2)
    return learn(model, Adam(0.003), X_all, y_all, 3, 20, rng)


def reordered(x, rng):
    return np.stack([image[rng.permutation(3)] for image in x])


def with_momentum(X, y, rng):
    model = SimpleConvNet((3, 32, 32), 6, rng, filters=12, size=5, stride=2, pad=2, hidden=48)
    return learn(model, Momentum(0.02), X, y, 16, 20, rng, reordered)


class LeastSquares:
    """Random units look at the outlines; least squares find the weights behind them."""

    def __init__(self, X, y, rng, units=400):
        self.W, self.b = rng.normal(0, 0.05, (X[0, 0].size, units)), rng.normal(size=units)
        H = self.hidden(X)
        self.out = np.linalg.solve(H.T @ H + 10 * np.eye(units), H.T @ np.eye(6)[y])

    def hidden(self, x):
        return np.maximum(outlines(x) @ self.W + self.b, 0)

    def predict(self, x):
        return self.hidden(x) @ self.out


def outlines_and_least_squares(X, y, rng):
    return LeastSquares(X, y, rng)
