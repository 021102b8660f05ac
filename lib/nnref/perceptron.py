"""Gates and the perceptron learning rule.

Inputs x and weights w include the bias: x[0] is +1 (or -1 in some textbooks) and w[0] is its weight.
The output is 1 where w · x > 0, else 0; a sum of exactly 0 gives 0.
"""

import numpy as np

from nnref.shapes import check_shapes, floating


def AND(x1, x2):
    """Return 1 when both inputs are 1, else 0."""
    return int(x1 + x2 - 1.5 > 0)


def OR(x1, x2):
    """Return 1 when at least one input is 1, else 0."""
    return int(x1 + x2 - 0.5 > 0)


def NAND(x1, x2):
    """Return 0 when both inputs are 1, else 1."""
    return int(1.5 - x1 - x2 > 0)


class XOR:
    """Exclusive or: two layers of gates, since no single one can do it."""

    def forward(self, x1, x2):
        """Return 1 when exactly one of the inputs is 1, else 0."""
        return AND(OR(x1, x2), NAND(x1, x2))


def perceptron_step(w, x, t, eta):
    """Return the weights after one sample: w + eta (t - y) x.

    w (D+1,), x (D+1,) with x[0] = ±1, t 0 or 1, eta the learning rate. Raises ValueError for shapes that
    do not fit. Source: F. Rosenblatt, 1958.
    """
    w, x = floating(w), floating(x)
    check_shapes("perceptron_step", w=(w, "D+1"), x=(x, "D+1"))
    y = 1 if w @ x > 0 else 0
    return w + np.result_type(w, x).type(eta * (t - y)) * x


def perceptron_fit(X, t, eta, max_epochs):
    """Learn from X (N, D+1), t (N,), sample by sample, starting at w = 0.

    Returns w (D+1,), the list of wrong predictions in each epoch, and whether an epoch had none.
    Raises ValueError for shapes that do not fit.
    """
    X = floating(X)
    D = check_shapes("perceptron_fit", X=(X, "N D+1"), t=(t, "N"))["D+1"]
    w = np.zeros(D, X.dtype)
    errors_per_epoch = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t, strict=True):
            errors += int((1 if w @ x > 0 else 0) != target)
            w = perceptron_step(w, x, target, eta)
        errors_per_epoch.append(errors)
        if errors == 0:
            return w, errors_per_epoch, True
    return w, errors_per_epoch, False


def decision_boundary(w):
    """Return (slope, intercept) of the line w[0] + w[1] x1 + w[2] x2 = 0.

    A vertical line (w[2] = 0) gives (inf, x1), where x1 is the place at which it stands.
    Raises ValueError for another shape than (3,), and where w[1] and w[2] are 0: then there is no line.
    """
    check_shapes("decision_boundary", w=(w, "3"))
    w0, w1, w2 = (float(value) for value in w)
    if w1 == w2 == 0:
        raise ValueError("decision_boundary: found w[1] = w[2] = 0; expected a line, one of them not 0")
    if w2 == 0:
        return np.inf, -w0 / w1
    return -w1 / w2, -w0 / w2
