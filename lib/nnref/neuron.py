"""One artificial neuron: a weighted sum of its inputs plus a bias, and an activation function."""

from nnref.activations import step
from nnref.shapes import check_shapes, floating


def weighted_sum(x, w, b):
    """Return the number Σ_d x_d w_d + b, for x (D,), w (D,) and a number b.

    Raises ValueError for shapes that do not fit.
    """
    x, w = floating(x), floating(w)
    check_shapes("weighted_sum", x=(x, "D"), w=(w, "D"), b=(b, ""))
    return x @ w + b


def n_parameters(sizes):
    """Return how many weights and biases a fully connected network has: Σ (D + 1) M over its layers.

    sizes : numbers of neurons, inputs first; [3, 4, 2] has (3 + 1) 4 + (4 + 1) 2 = 26 parameters.
    """
    return sum((D + 1) * M for D, M in zip(sizes[:-1], sizes[1:], strict=True))


class ArtificialNeuron:
    """activation(Σ_d x_d w_d + b), with weights w (D,) of its own (a copy), a number b and any activation function."""

    def __init__(self, w, b, activation=step):
        self.w = floating(w).copy()
        self.b = b
        self.activation = activation

    def forward(self, x):
        """Return the output, a number, for one sample x (D,)."""
        return self.activation(weighted_sum(x, self.w, self.b))

    def forward_batch(self, X):
        """Return the outputs (N,) for the samples X (N, D), one in each row."""
        X = floating(X)
        check_shapes("forward_batch", w=(self.w, "D"), X=(X, "N D"))
        return self.activation(X @ self.w + self.b)
