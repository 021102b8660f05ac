"""A small convolutional network, and what it shows: its first loss, its feature maps, digits moved sideways."""

import numpy as np

from nnref.affine import Affine
from nnref.convolution import Convolution
from nnref.evaluation import accuracy
from nnref.layer import Composite
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.losses import softmax_cross_entropy
from nnref.pooling import Flatten, MaxPooling
from nnref.shapes import check_shapes, floating
from nnref.windows import output_size


class SimpleConvNet(Composite):
    """Scores = affine(relu(affine(pool(relu(conv(x)))))), and as the loss the cross entropy of their softmax.

    params, grads : W and b of the convolution, then of the two affine layers; the same arrays as in the layers.
    Source: K. Saitoh, Deep Learning from Scratch, chapter 7.
    """

    def __init__(self, shape, K, rng, filters=16, size=3, stride=1, pad=1, hidden=64, dtype=np.float32, pool=2):
        """shape (C, H, W) of an image; K classes; `filters` of size × size; windows of pool × pool; `hidden` units.

        Weights drawn from rng, of variance 2 / inputs (He), biases 0. The last layer starts at 0.01 N(0, 1): then all
        scores are near 0, and the first loss is near log K. Raises ValueError for an image too small to pool.
        """
        C, H, W = shape
        for _ in "HW":
            H, W = W, output_size("SimpleConvNet", H, size, stride, pad)
        H, W = (output_size("SimpleConvNet", side, pool, pool, 0) for side in (H, W))
        last = Affine(0.01 * rng.standard_normal((hidden, K), dtype), np.zeros(K, dtype))
        layers = [
            Convolution.he(C, filters, size, rng, stride, pad, dtype),
            Relu(),
            MaxPooling(pool),
            Flatten(),
            Affine.he(filters * H * W, hidden, rng, dtype),
            Relu(),
            last,
        ]
        super().__init__(layers)
        self.last = SoftmaxWithLoss()

    def predict(self, x):
        """x (N, C, H, W). Returns the scores (N, K), before the softmax."""
        return self.forward(x)

    def loss(self, x, t):
        """x (N, C, H, W), t labels (N,) or one-hot (N, K). Returns the mean cross entropy, a number."""
        return self.last.forward(self.forward(x, train=True), t)

    def backward(self, dout=1):
        """After `loss`: fill grads with dout times the gradients of the loss; return that of x (N, C, H, W)."""
        return super().backward(self.last.backward(dout))


def init_loss(model, X, y):
    """Return the mean cross entropy of the model on X, not training: before any training near log K, K the classes.

    model : an object with predict(X) -> scores (N, K), before the softmax; X (N, ...); y labels (N,) or one-hot (N, K).
    A network that knows nothing gives every class the probability 1 / K, and -log(1 / K) = log K. Much more means
    scores that start too large, much less that the labels got in. Returns a float; params and grads keep their values.
    """
    return float(softmax_cross_entropy(model.predict(X), y))


def feature_maps(model, x, layer):
    """Return the feature maps (N, F, OH, OW) of a convolution for images x (N, C, H, W), before the ReLU.

    model : an object with `layers`; layer : the place of the convolution there, counted from 0. The ReLU is a layer of
    its own, the next one. Not in training. Raises ValueError for a place that does not exist, or a layer that does not
    return images.
    """
    places = range(len(model.layers))
    if not isinstance(layer, (int, np.integer)) or layer not in places:
        raise ValueError(f"feature_maps: found layer {layer!r}; expected a whole number from 0 to {len(places) - 1}")
    x = floating(x)
    for step in model.layers[: layer + 1]:
        x = step.forward(x, train=False)
    check_shapes("feature_maps", **{f"the output of layer {layer}": (x, "N F OH OW")})
    return x


def shift_images(X, dx, dy):
    """Return the images moved dx pixels to the right and dy pixels down; zeros come in, what leaves is lost.

    X (N, C, H, W), not changed; dx, dy whole numbers, negative for left and up. Returns (N, C, H, W).
    out[..., i, j] = X[..., i - dy, j - dx] where that pixel exists, else 0. Raises ValueError for other dx and dy.
    """
    X = floating(X)
    sizes = check_shapes("shift_images", X=(X, "N C H W"))
    for name, value in (("dx", dx), ("dy", dy)):
        if not isinstance(value, (int, np.integer)):
            raise ValueError(f"shift_images: found {name} {value!r}; expected a whole number of pixels")
    out = np.zeros(X.shape, X.dtype)
    to_rows, from_rows = _overlap(sizes["H"], dy)
    to_columns, from_columns = _overlap(sizes["W"], dx)
    out[:, :, to_rows, to_columns] = X[:, :, from_rows, from_columns]
    return out


def _overlap(size, d):
    """Return two slices of `size` pixels: where what stays arrives after d steps, and where it was."""
    d = max(-size, min(d, size))  # further than the image is wide: nothing stays
    return slice(max(d, 0), size + min(d, 0)), slice(max(-d, 0), size - max(d, 0))


def shift_images_naive(X, dx, dy):
    """The same as shift_images, pixel by pixel."""
    H, W = np.shape(X)[2:]
    out = np.zeros(np.shape(X))
    for i in range(H):
        for j in range(W):
            if 0 <= i - dy < H and 0 <= j - dx < W:
                out[:, :, i, j] = X[:, :, i - dy, j - dx]
    return out


def shift_accuracy(model, X, y, dx, dy):
    """Return the accuracy on images moved dx pixels to the right and dy pixels down: a float from 0 to 1.

    model : an object with predict(X) -> scores (N, K), not training; X (N, C, H, W), not changed; y labels (N,) or
    one-hot (N, K). Zeros come in at the border; nothing comes back on the other side. Raises ValueError as
    `shift_images` and `accuracy`.
    """
    return accuracy(model, shift_images(X, dx, dy), y)
