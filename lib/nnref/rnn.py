"""The recurrent network: a state h that every step makes anew, h_t = tanh(x_t Wx + h_{t-1} Wh + b).

Backpropagation through time: L depends on h_t through the output of step t and through step t + 1, so both gradients
are added before the step is walked back. Source: J. Elman, "Finding structure in time", Cognitive Science 14, 1990.
"""

import math

import numpy as np

from nnref.layer import Layer
from nnref.recurrent import Recurrent, arguments, input_gradient, input_rows, states_of, upstream, weight_gradients
from nnref.shapes import check_shapes, floating


def rnn_step_forward(x, h, Wx, Wh, b):
    """Return the next state tanh(x Wx + h Wh + b) and a cache for the way back.

    x (N, D), h (N, H), Wx (D, H), Wh (H, H), b (H,). Returns h_next (N, H). Raises ValueError for other shapes.
    """
    x, h, Wx, Wh, b = arguments("rnn_step", "rnn", "N D", x, {"h": h}, Wx, Wh, b)
    h_next = np.tanh(x @ Wx + h @ Wh + b)
    return h_next, (x, h, h_next, Wx, Wh)


def rnn_step_backward(dh_next, cache):
    """Return the gradients of a number L, given dh_next = dL/d h_next (N, H).

    Returns dx (N, D), dh (N, H) and {"Wx", "Wh", "b"}. With da = dh_next (1 - h_next²), since tanh' = 1 - tanh²:
    dx = da Wxᵀ, dh = da Whᵀ, dWx = xᵀ da, dWh = hᵀ da, db = Σ_n da_n.
    """
    x, h, h_next, Wx, Wh = cache
    dh_next = floating(dh_next)
    check_shapes("rnn_step_backward", h=(h, "N H"), dh_next=(dh_next, "N H"))
    da = dh_next * (1 - h_next**2)
    return da @ Wx.T, da @ Wh.T, {"Wx": x.T @ da, "Wh": h.T @ da, "b": da.sum(axis=0)}


def rnn_forward(x, h0, Wx, Wh, b):
    """Walk through sequences; return the states of all steps and a cache for the way back.

    x (N, T, D), h0 (N, H), Wx (D, H), Wh (H, H), b (H,). Returns hs (N, T, H); hs[:, t] follows from x[:, t] and
    hs[:, t - 1], the first from h0. Raises ValueError for other shapes, or T = 0.
    """
    x, h0, Wx, Wh, b = arguments("rnn", "rnn", "N T D", x, {"h0": h0}, Wx, Wh, b)
    (N, T, D), H = x.shape, len(Wh)
    rows = input_rows(x, h0)
    W = np.concatenate([Wx, Wh, b[np.newaxis]])
    a = np.empty((N, H), x.dtype)
    for t in range(T):  # one product and one tanh for each step, written to where the next step reads it
        np.tanh(np.matmul(rows[t], W, out=a), out=rows[t + 1, :, D:-1])
    return states_of(rows, D), (rows, Wx, Wh)


def rnn_backward(dhs, cache):
    """Walk back through time, given the gradient of every state that was returned, dhs (N, T, H).

    Returns dx (N, T, D), dh0 (N, H) and {"Wx", "Wh", "b"}, each a sum over the steps.
    """
    rows, Wx, Wh = cache
    T, N, (D, H) = len(rows) - 1, rows.shape[1], Wx.shape
    dhs = upstream("rnn_backward", dhs, N, T, H, rows.dtype)
    da = np.square(rows[1:, :, D:-1])
    np.subtract(1, da, out=da)  # tanh' of all steps at once: it does not depend on what comes back
    dh, WhT = np.zeros((N, H), rows.dtype), np.ascontiguousarray(Wh.T)
    for t in reversed(range(T)):
        dh += dhs[t]
        da[t] *= dh
        np.matmul(da[t], WhT, out=dh)
    return input_gradient(da, Wx), dh, weight_gradients(da, rows, D)


def rnn_naive(x, h0, Wx, Wh, b):
    """The same as rnn_forward, step by step."""
    h, hs = h0, []
    for t in range(x.shape[1]):
        h, _ = rnn_step_forward(x[:, t], h, Wx, Wh, b)
        hs.append(h)
    return np.stack(hs, axis=1)


class RNNCell(Layer):
    """One step."""

    names = ("Wx", "Wh", "b")

    def __init__(self, Wx, Wh, b):
        super().__init__(Wx, Wh, b)

    def forward(self, x, h):
        """x (N, D), h (N, H). Returns h_next (N, H)."""
        h_next, self.cache = rnn_step_forward(x, h, *self.params)
        return h_next

    def backward(self, dh_next):
        """dh_next (N, H). Returns dx (N, D), dh (N, H)."""
        dx, dh, grads = rnn_step_backward(dh_next, self.cache)
        self.keep(grads)
        return dx, dh


class TimeRNN(Recurrent):
    """The steps of a sequence. After backward, dh0 (N, H) is the gradient of the state that forward began with."""

    def forward(self, x, train=False):
        """x (N, T, D). Returns hs (N, T, H)."""
        hs, self.cache = rnn_forward(x, *self.start(x), *self.params)
        self.set_state(hs[:, -1])
        return hs

    def backward(self, dhs):
        """dhs (N, T, H). Returns dx (N, T, D)."""
        dx, self.dh0, grads = rnn_backward(dhs, self.cache)
        self.keep(grads)
        return dx


def gradient_norms(Wh, T):
    """Return by how much a gradient can grow at most on its way back through 1, 2, ..., T steps, as an array (T,).

    Wh (H, H). A step back multiplies the gradient by Whᵀ (and by tanh' <= 1, left out here), so k steps by the power
    (Whᵀ)^k. Its largest singular value is the k-th number. For large k it goes like ρ^k, where the spectral radius ρ is
    the largest |eigenvalue| of Wh: below 1 gradients vanish, above 1 they can explode, however large the entries are.
    Raises ValueError unless Wh is square.
    Source: R. Pascanu et al., "On the difficulty of training recurrent neural networks", 2013.
    """
    Wh = floating(Wh)
    H = check_shapes("gradient_norms", Wh=(Wh, "H H"))["H"]
    power, norm, norms = np.eye(H, dtype=Wh.dtype), 1.0, np.zeros(T)
    for k in range(T):
        power = power @ Wh.T
        factor = float(np.linalg.norm(power, 2))
        if factor == 0:
            break  # this power and all that follow are zero
        power /= factor  # kept at norm 1, so that it neither overflows nor fades; the norm is kept apart
        norm *= factor
        norms[k] = norm
    with np.errstate(over="ignore"):
        return norms.astype(Wh.dtype)  # beyond the largest number of the dtype: inf


def clip_grads(grads, max_norm):
    """Scale gradients in place so that their common norm is at most max_norm; return the norm that they had.

    grads : arrays of any shapes. The norm is that of all their numbers together, √(Σ g²), so the direction of the
    step stays; smaller gradients stay as they are, and so do gradients with inf or nan, which the norm then tells.
    Raises ValueError unless max_norm is above 0, and for what cannot be changed in place: no arrays of floats.
    """
    grads = list(grads)
    if not max_norm > 0:
        raise ValueError(f"clip_grads: found max_norm {max_norm}; expected a number above 0")
    for i, g in enumerate(grads):
        if not isinstance(g, np.ndarray) or g.dtype.kind != "f":
            raise ValueError(f"clip_grads: found grads[{i}] not an array of floats, which cannot be changed in place")
    largest = float(np.max([np.abs(g).max(initial=0) for g in grads], initial=0))
    if largest == 0 or not math.isfinite(largest):
        return largest
    size = math.hypot(*(float(np.linalg.norm(g / largest)) for g in grads))  # no square overflows
    norm = largest * size
    if norm > max_norm:
        for g in grads:
            g /= largest  # in two steps: √(Σ g²) itself, or max_norm / √(Σ g²), can be too large or small for the dtype
            g *= max_norm / size
    return norm
