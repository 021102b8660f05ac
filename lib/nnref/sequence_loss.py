"""The loss of sequences of different lengths: padding is no token, so it neither counts nor gets a gradient."""

import math

import numpy as np

from nnref.layer import Layer
from nnref.losses import softmax_cross_entropy_backward, softmax_cross_entropy_forward
from nnref.shapes import check_shapes, floating


def masked_softmax_loss(scores, t, mask):
    """Return the loss, as masked_softmax_loss_forward, and the gradient of the scores (N, T, K)."""
    loss, cache = masked_softmax_loss_forward(scores, t, mask)
    return loss, masked_softmax_loss_backward(1, cache)


def masked_softmax_loss_forward(scores, t, mask):
    """Return the mean cross entropy of the tokens that count, and a cache for the way back.

    scores (N, T, K), any numbers; t (N, T) ids from 0 to K - 1; mask (N, T), true (or 1) where a token counts. At the
    other places t may be anything. loss = -1/M Σ log softmax(scores)[n, i, t[n, i]] over the M tokens that count:
    divided by M, not by N T, so that padding a batch further does not change it.
    Raises ValueError for shapes or ids that do not fit, or where no token counts.
    """
    scores, t = floating(scores), np.asarray(t)
    mask = np.asarray(mask).astype(bool)
    check_shapes("masked_softmax_loss", scores=(scores, "N T K"), t=(t, "N T"), mask=(mask, "N T"))
    if not mask.any():
        raise ValueError("masked_softmax_loss: found no token that counts; expected at least one")
    loss, cache = softmax_cross_entropy_forward(scores[mask], t[mask])  # padding is left out before anything else
    return loss, (mask, scores.shape, cache)


def masked_softmax_loss_backward(dout, cache):
    """Return the gradient of the scores (N, T, K): dout (softmax(scores) - one_hot(t)) / M, and 0 on padding.

    dout : a number, 1 or the gradient from what follows the loss.
    """
    mask, shape, cache = cache
    of_tokens = softmax_cross_entropy_backward(dout, cache)
    dscores = np.zeros(shape, of_tokens.dtype)
    dscores[mask] = of_tokens
    return dscores


def masked_softmax_loss_naive(scores, t, mask):
    """The same as masked_softmax_loss_forward, token by token."""
    losses = []
    for n, i in np.ndindex(t.shape):
        if mask[n, i]:
            largest = max(scores[n, i])
            losses.append(math.log(sum(math.exp(s - largest) for s in scores[n, i])) + largest - scores[n, i, t[n, i]])
    return sum(losses) / len(losses)


def perplexity(scores, t, mask):
    """Return exp of the loss, for arguments as in masked_softmax_loss: a number from 1 to infinity.

    A model that wavers between P equally likely tokens has the perplexity P; one that knows nothing has K.
    """
    with np.errstate(over="ignore"):
        return np.exp(masked_softmax_loss_forward(scores, t, mask)[0])


class TimeSoftmaxWithLoss(Layer):
    """The last layer of a network over sequences.

    pad : the id that fills up short sequences and does not count; None where every token counts.
    """

    def __init__(self, pad=None):
        super().__init__()
        self.pad = pad

    def forward(self, scores, t, train=False):
        """scores (N, T, K), t (N, T). Returns the loss."""
        mask = np.ones(np.shape(t), bool) if self.pad is None else np.not_equal(t, self.pad)
        loss, self.cache = masked_softmax_loss_forward(scores, t, mask)
        return loss

    def backward(self, dout=1):
        """dout : a number. Returns the gradient of the scores (N, T, K)."""
        return masked_softmax_loss_backward(dout, self.cache)
