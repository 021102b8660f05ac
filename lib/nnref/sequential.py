"""A linear layer and a model that trains it, named as in Keras."""

import numpy as np


class SGD:
    """Plain gradient descent with the learning rate `lr`."""

    def __init__(self, lr):
        self.lr = lr


class Dense:
    """x W + b with W (D, M) and b (M,), both zero at the start."""

    def __init__(self, D, M):
        self.W = np.zeros((D, M))
        self.b = np.zeros(M)

    def forward(self, x):
        """x (N, D). Returns (N, M)."""
        return x @ self.W + self.b


class Sequential:
    """A model of one Dense layer."""

    def __init__(self, layers):
        self.layers = layers

    def compile(self, optimizer, loss):
        """Choose the optimizer (SGD) and the loss; raises ValueError unless the loss is "mse"."""
        if loss != "mse":
            raise ValueError(f"compile: found the loss {loss!r}; expected 'mse'")
        self.optimizer = optimizer

    def predict(self, x):
        """x (N, D). Returns (N, M)."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def fit(self, x, y, epochs):
        """Train on x (N, D), y (N, M), or (N,) where M = 1; return the loss before each update.

        loss = mean (prediction - y)²; its gradient is 2 / (N M) (prediction - y).
        """
        layer = self.layers[0]
        y = np.asarray(y).reshape(len(x), -1)
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(float(np.mean(error**2)))
            dW = 2 / error.size * (x.T @ error)
            db = 2 / error.size * error.sum(axis=0)
            layer.W = layer.W - self.optimizer.lr * dW
            layer.b = layer.b - self.optimizer.lr * db
        return history
