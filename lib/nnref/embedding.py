"""Embedding: each id of a vocabulary has a row of numbers of its own, which is learnt like any other weight."""

import numpy as np

from nnref.labels import check_labels
from nnref.layer import Layer
from nnref.shapes import check_shapes, floating


def embedding_forward(ids, W):
    """Return the rows of W that the ids name, and a cache for the way back.

    ids : whole numbers from 0 to V - 1 in any shape, such as (N, T); W (V, E). Returns (N, T, E). The same as one-hot
    rows times W, without the products by 0. Raises ValueError for other numbers: -1 would silently be the last row.
    """
    W = floating(W)
    V = check_shapes("embedding", W=(W, "V E"))["V"]
    ids = check_labels("embedding", ids, V)
    return W[ids], (ids, W.shape)


def embedding_backward(dout, cache):
    """Return {"W": (V, E)}: row k is the sum of dout wherever the id k stood. Whole numbers have no gradient.

    dout (N, T, E). dW[ids] += dout would keep only one of the rows of a repeated id, and np.add.at takes them one by
    one; counting with weights adds them all at once: number e of row k has the place k E + e. It counts in float64.
    """
    ids, (V, E) = cache
    dout = floating(dout)
    check_shapes("embedding_backward", dout=(dout, (*ids.shape, E)))
    places = ids[..., np.newaxis] * E + np.arange(E)
    dW = np.bincount(places.ravel(), dout.ravel(), minlength=V * E)
    return {"W": dW.reshape(V, E).astype(dout.dtype, copy=False)}


class TimeEmbedding(Layer):
    """Rows of W for the ids of sequences."""

    names = ("W",)

    def __init__(self, W):
        super().__init__(W)

    def forward(self, ids, train=False):
        """ids (N, T). Returns (N, T, E)."""
        out, self.cache = embedding_forward(ids, *self.params)
        return out

    def backward(self, dout):
        """dout (N, T, E). Returns None: ids have no gradient."""
        self.keep(embedding_backward(dout, self.cache))
