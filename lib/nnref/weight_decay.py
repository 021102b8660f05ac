"""Weight decay: large weights cost, so that the network prefers a smooth answer."""

import numpy as np

from nnref.shapes import floating


def weight_decay(params, lam):
    """Return the cost lam/2 Σ W² and its gradients: lam W for weights, zeros for biases.

    params : list of arrays of any shapes. Arrays of two or more axes are weights; those of fewer (biases, and the scale
    and shift of a normalisation) cost nothing. lam : a number of at least 0.
    Returns the cost and a list of new arrays in the shapes of params: add both to those of the data.
    Raises ValueError for a negative lam. Source: C. Bishop, "Pattern Recognition and Machine Learning", 3.1.4.
    """
    if not lam >= 0:
        raise ValueError(f"weight_decay: found lam {lam}; expected at least 0")
    lam, params = float(lam), [floating(p) for p in params]
    loss = lam / 2 * sum(np.vdot(p, p) for p in params if p.ndim > 1)
    return loss, [lam * p if p.ndim > 1 else np.zeros_like(p) for p in params]
