"""A network of two affine layers for class labels."""

import numpy as np

from nnref.affine import Affine
from nnref.initializers import he_normal
from nnref.layer import Composite
from nnref.layers import Relu, SoftmaxWithLoss


class TwoLayerNet(Composite):
    """Scores = relu(x W1 + b1) W2 + b2, and as the loss the cross entropy of their softmax.

    params, grads : [W1 (I, H), b1 (H,), W2 (H, O), b2 (O,)], the same arrays as in the layers, and their gradients.
    Source: K. Saitoh, Deep Learning from Scratch, chapter 5.
    """

    def __init__(self, I, H, O, rng):
        """I inputs, H hidden units, O classes. Weights drawn from rng, of variance 2 / inputs; biases 0; float64."""
        first = Affine(he_normal(I, H, rng), np.zeros(H))
        second = Affine(he_normal(H, O, rng), np.zeros(O))
        super().__init__([first, Relu(), second])
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        """x (N, I). Returns the scores (N, O), before the softmax."""
        return self.forward(x)

    def loss(self, x, t):
        """x (N, I), t labels (N,) or one-hot (N, O). Returns the mean cross entropy, a number."""
        return self.last.forward(self.forward(x, train=True), t)

    def backward(self, dout=1):
        """After `loss`: fill grads with dout times the gradients of the loss; return that of x (N, I)."""
        return super().backward(self.last.backward(dout))
