"""A stack of layers that trains itself, named as in Keras."""

import numpy as np

from nnref.affine import Affine
from nnref.evaluation import correct, in_parts
from nnref.layer import Composite
from nnref.layers import MeanSquaredError, SoftmaxWithLoss
from nnref.mlp import batch_iter
from nnref.shapes import check_samples

LOSSES = {"mse": MeanSquaredError, "softmax_cross_entropy": SoftmaxWithLoss}


class Dense(Affine):
    """x W + b with W (D, M) and b (M,), both zero at the start: linear units, one layer of them."""

    def __init__(self, D, M):
        super().__init__(np.zeros((D, M)), np.zeros(M))

    @property
    def W(self):
        """The weights (D, M). Given others, it takes their values."""
        return self.params[0]

    @W.setter
    def W(self, values):
        self.params[0][...] = values

    @property
    def b(self):
        """The biases (M,). Given others, it takes their values."""
        return self.params[1]

    @b.setter
    def b(self, values):
        self.params[1][...] = values


class Sequential(Composite):
    """Layers one after the other, with an optimizer and a loss to train them.

    history : what the last `fit` saw, a dict of lists with one number for each epoch: "loss", with class labels also
    "accuracy", and for validation data "validation_loss" and "validation_accuracy".
    """

    def __init__(self, layers):
        super().__init__(layers)
        self.loss, self.history = None, {}

    def compile(self, optimizer, loss):
        """Choose the optimizer and the loss: "mse", or "softmax_cross_entropy" for class labels (N,) or one-hot (N, K).

        optimizer : an object with update(params, grads), see ``nnref.optimizers``. Raises ValueError for another loss.
        """
        if loss not in LOSSES:
            expected = " or ".join(map(repr, LOSSES))
            raise ValueError(f"compile: found the loss {loss!r}; expected {expected}")
        self.optimizer = optimizer
        self.loss, self.labels = LOSSES[loss](), loss == "softmax_cross_entropy"

    def predict(self, x):
        """Return the outputs of the last layer for x (N, ...), not in training: for classes the scores (N, K)."""
        return self.forward(np.asarray(x), train=False)

    def fit(self, x, y, epochs, batch_size=None, rng=None, validation=None, progress=False):
        """Train on x (N, ...) and y for some epochs; return the list of the losses, one for each epoch.

        y          : labels, or for "mse" targets in the shape of the output, (N,) where that is (N, 1).
        batch_size : how many samples make one update; None takes all of them, in order.
        rng        : np.random.Generator that puts the samples in a new order each epoch; needed with a batch_size.
        validation : a pair (x, y) that is evaluated after each epoch, and not learnt from.
        progress   : print one line for each epoch, with a bar that grows during the epoch.
        Loss and accuracy are means over the samples, taken before the update that learns from them. Raises RuntimeError
        before `compile`, and ValueError for a batch_size without rng and for shapes that do not fit.
        """
        x, y = np.asarray(x), self._targets(y)
        if batch_size is not None and rng is None:
            raise ValueError(f"fit: found batch_size {batch_size} without rng; expected a np.random.Generator")
        check_samples("fit", len(x))
        self.history = {"loss": []}
        for epoch in range(1, epochs + 1):
            batches = [(x, y)] if batch_size is None else batch_iter(x, y, batch_size, rng)
            bar = _Bar(f"epoch {epoch}/{epochs}", len(x)) if progress else None
            numbers = self._means(batches, bar, train=True)
            if validation:
                unseen = self._means(in_parts("fit", validation[0], self._targets(validation[1])))
                numbers |= {f"validation_{name}": number for name, number in unseen.items()}
            for name, number in numbers.items():
                self.history.setdefault(name, []).append(number)
            if bar:
                bar.end("  ".join(f"{name} {number:.4f}" for name, number in numbers.items()))
        return self.history["loss"]

    def evaluate(self, x, y):
        """Return the loss on x and y as in `fit`, not in training, and with class labels (loss, accuracy).

        Raises RuntimeError before `compile`, and ValueError for shapes that do not fit or no samples.
        """
        numbers = self._means(in_parts("evaluate", x, self._targets(y)))
        return tuple(numbers.values()) if self.labels else numbers["loss"]

    def _targets(self, y):
        """Return y as an array; for "mse" a column where it has only one axis: (N,) against (N, 1) would be (N, N)."""
        if self.loss is None:
            raise RuntimeError("Sequential: found no loss; call compile first")
        y = np.asarray(y)
        return y if self.labels or y.ndim > 1 else y[:, np.newaxis]

    def _means(self, batches, bar=None, train=False):
        """Go through the batches, training or not; return the mean loss by name, and with class labels the accuracy."""
        samples, loss, hits = 0, 0.0, 0
        for x, y in batches:
            out = self.forward(x, train)
            loss += float(self.loss.forward(out, y)) * len(x)
            hits += correct("Sequential", out, y) if self.labels else 0
            samples += len(x)
            if train:
                self.backward(self.loss.backward())
                self.optimizer.update(self.params, self.grads)
            if bar:
                bar.show(samples)
        return {"loss": loss / samples} | ({"accuracy": hits / samples} if self.labels else {})


class _Bar:
    """A line of text that grows in place: it begins with a carriage return, and is printed at most ten times."""

    def __init__(self, title, total):
        self.title, self.total, self.tenths = title, total, 0

    def show(self, done):
        tenths = 10 * done // self.total
        if tenths > self.tenths:
            self.tenths = tenths
            print(f"\r{self.title} [{'#' * tenths:.<10}]", end="", flush=True)

    def end(self, text):
        print(f"  {text}", flush=True)
