"""Jacobians: all derivatives of all outputs by all inputs, and why the way back needs only a product with them."""

import numpy as np

from nnref.activations import softmax
from nnref.shapes import check_shapes, floating


def softmax_jacobian(z):
    """Return J[i, j] = d softmax(z)_i / d z_j = p_i (1 if i = j else 0) - p_i p_j, with p = softmax(z).

    z (K,) scores. Returns (K, K), symmetric, each row with the sum 0. Raises ValueError for other shapes.
    """
    z = floating(z)
    check_shapes("softmax_jacobian", z=(z, "K"))
    p = softmax(z)
    J = -np.outer(p, p)
    # p_i (1 - p_i) would lose its digits where p_i is near 1; the rest of the row has them all
    np.fill_diagonal(J, 0)
    np.fill_diagonal(J, -J.sum(axis=1))
    return J


def vjp(J, dout):
    """Return Jᵀ dout, the gradient of L by the input of a function with the Jacobian J = d out / d x.

    J (M, D), dout (M,) = dL / d out. Returns (D,): dx_j = Σ_i J[i, j] dout_i.
    Raises ValueError for shapes that do not fit.
    """
    J, dout = floating(J), floating(dout)
    check_shapes("vjp", J=(J, "M D"), dout=(dout, "M"))
    return J.T @ dout
