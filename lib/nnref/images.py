"""A project with images: more training images out of those there are, and which pixels a decision hangs on."""

import numpy as np

from nnref.labels import check_labels
from nnref.shapes import check_shapes, floating


def augment(x, rng):
    """Return the images changed at random, each in its own way, as `transform` does.

    x (N, C, H, W), not changed; rng np.random.Generator. Returns (N, C, H, W). An image is mirrored with probability
    1/2; moved by at most 1/16 of its height and width, rounded up; its channels change places, all orders as likely;
    each channel is multiplied by a number from 0.5 to 1. So neither place nor colour tells the class any more, but the
    shape does: not for classes that are colours, nor for digits, which mirrored are no digits.
    """
    x = floating(x)
    N, C, H, W = check_shapes("augment", x=(x, "N C H W")).values()
    far_y, far_x = -(-H // 16), -(-W // 16)
    return transform(
        x,
        mirror=rng.random(N) < 0.5,
        dy=rng.integers(-far_y, far_y, N, endpoint=True),
        dx=rng.integers(-far_x, far_x, N, endpoint=True),
        order=rng.permuted(np.tile(np.arange(C), (N, 1)), axis=1),
        gain=rng.uniform(0.5, 1, (N, C)),
    )


def transform(x, mirror, dy, dx, order, gain):
    """Return each image mirrored, moved, its channels reordered and dimmed.

    x (N, C, H, W); for each image: mirror (N,), whether left and right are exchanged, first of all; dy, dx (N,) whole
    numbers, how many pixels it then moves down and right, where the border repeats itself into the room that opens;
    order (N, C), channel c of the result is channel order[n, c] of x; gain (N, C), what that is multiplied by.
    Returns (N, C, H, W). Raises ValueError for shapes that do not fit, and numbers that are no pixels or channels.
    """
    x = floating(x)
    sizes = check_shapes("transform", x=(x, "N C H W"))
    N, C, H, W = sizes.values()
    each = {"mirror": (mirror, "N"), "dy": (dy, "N"), "dx": (dx, "N"), "order": (order, "N C"), "gain": (gain, "N C")}
    check_shapes("transform", **sizes, **each)
    mirror, dy, dx, order = (np.asarray(a) for a in (mirror, dy, dx, order))
    for name, a in (("dy", dy), ("dx", dx), ("order", order)):
        if a.dtype.kind not in "iu" or name == "order" and ((a < 0) | (a >= C)).any():
            expected = f"channels from 0 to {C - 1}" if name == "order" else "whole numbers of pixels"
            raise ValueError(f"transform: found {name} {a.tolist()}; expected {expected}")
    rows = np.clip(np.arange(H) - dy[:, None], 0, H - 1)
    columns = np.clip(np.arange(W) - dx[:, None], 0, W - 1)
    columns = np.where(mirror[:, None], W - 1 - columns, columns)
    # mirror, move and order in one pass: for every pixel of the result, where it comes from
    n, c = np.arange(N)[:, None, None, None], order[:, :, None, None]
    out = x[n, c, rows[:, None, :, None], columns[:, None, None, :]]
    out *= floating(gain)[:, :, None, None]
    return out


def transform_naive(x, mirror, dy, dx, order, gain):
    """The same as transform, pixel by pixel."""
    (N, C, H, W), out = np.shape(x), np.zeros(np.shape(x))
    for n in range(N):
        image = x[n, :, :, ::-1] if mirror[n] else x[n]
        for c in range(C):
            for i in range(H):
                for j in range(W):
                    row, column = min(max(i - dy[n], 0), H - 1), min(max(j - dx[n], 0), W - 1)
                    out[n, c, i, j] = gain[n, c] * image[order[n, c], row, column]
    return out


def saliency(model, x, k):
    """Return how strongly each pixel moves the score of class k: max over the channels of |∂ score_k / ∂x|.

    model : an object with `layers` that turn images into scores (N, K), before the softmax, and `grads`; it runs as for
    prediction, so that no image depends on another. x (N, C, H, W); k a class for all images, or one for each (N,).
    Returns (N, H, W). model.grads keeps its values; what the layers remember is that of this call.
    Raises ValueError for other shapes or classes.
    Source: K. Simonyan, A. Vedaldi, A. Zisserman, "Deep inside convolutional networks", 2014.
    """
    x = floating(x)
    check_shapes("saliency", x=(x, "N C H W"))
    grads = [g.copy() for g in model.grads]
    scores = x
    for layer in model.layers:
        scores = layer.forward(scores, train=False)
    N, K = check_shapes("saliency", N=len(x), scores=(scores, "N K")).values()
    k = check_labels("saliency", k, K)
    check_shapes("saliency", N=N, k=(k, "N" if k.ndim else ""))
    dout = np.zeros_like(scores)
    dout[np.arange(N), k] = 1  # of the score itself, not of a loss: softmax would mix in the other classes
    for layer in reversed(model.layers):
        dout = layer.backward(dout)
    for g, before in zip(model.grads, grads, strict=True):
        g[...] = before
    return np.abs(dout).max(axis=1)
