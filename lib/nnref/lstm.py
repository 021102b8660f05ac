"""The LSTM: a cell c beside the state h, which a step only scales by its forget gate and adds to.

Gates in the order i, f, g, o (as in Keras and PyTorch): a = x Wx + h Wh + b, (N, 4H), is cut into four parts, and

i = σ(a_i), f = σ(a_f), g = tanh(a_g), o = σ(a_o);  c_next = f c + i g;  h_next = o tanh(c_next).

Source: S. Hochreiter, J. Schmidhuber, "Long short-term memory", 1997; forget gate: F. Gers et al., 2000.
"""

import numpy as np

from nnref.activations import sigmoid
from nnref.recurrent import (
    Recurrent,
    arguments,
    input_gradient,
    input_rows,
    parts_of,
    recurrent_weights,
    states_of,
    upstream,
    weight_gradients,
)
from nnref.shapes import check_shapes, floating


def lstm_step_forward(x, h, c, Wx, Wh, b):
    """Return (h_next, c_next), each (N, H), and a cache for the way back.

    x (N, D), h (N, H), c (N, H), Wx (D, 4H), Wh (H, 4H), b (4H,), columns in the order i, f, g, o.
    Raises ValueError for other shapes.
    """
    x, h, c, Wx, Wh, b = arguments("lstm_step", "lstm", "N D", x, {"h": h, "c": c}, Wx, Wh, b)
    a_i, a_f, a_g, a_o = np.split(x @ Wx + h @ Wh + b, 4, axis=1)
    i, f, g, o = sigmoid(a_i), sigmoid(a_f), np.tanh(a_g), sigmoid(a_o)
    c_next = f * c + i * g
    tanh_c = np.tanh(c_next)
    return (o * tanh_c, c_next), (x, h, c, Wx, Wh, i, f, g, o, tanh_c)


def lstm_step_backward(dout, cache):
    """Return the gradients of a number L, given dout = (dh_next, dc_next), both (N, H).

    dc_next is what the following step sends back to c_next; h_next = o tanh(c_next) adds its share to it:
    dc_next + dh_next o (1 - tanh²(c_next)). Then each gate takes its factor in the equations, times the slope of its
    own curve: σ (1 - σ) for i, f, o and 1 - g² for g.
    Returns dx (N, D), dh (N, H), dc (N, H) and {"Wx", "Wh", "b"}.
    """
    x, h, c, Wx, Wh, i, f, g, o, tanh_c = cache
    dh_next, dc_next = map(floating, dout)
    check_shapes("lstm_step_backward", h=(h, "N H"), dh_next=(dh_next, "N H"), dc_next=(dc_next, "N H"))
    dc_next = dc_next + dh_next * o * (1 - tanh_c**2)
    di, df, dg, do = dc_next * g, dc_next * c, dc_next * i, dh_next * tanh_c
    da = np.concatenate([di * i * (1 - i), df * f * (1 - f), dg * (1 - g**2), do * o * (1 - o)], axis=1)
    return da @ Wx.T, da @ Wh.T, dc_next * f, {"Wx": x.T @ da, "Wh": h.T @ da, "b": da.sum(axis=0)}


def lstm_forward(x, h0, c0, Wx, Wh, b):
    """Walk through sequences; return (hs, c_last) and a cache for the way back.

    x (N, T, D), h0 (N, H), c0 (N, H), Wx (D, 4H), Wh (H, 4H), b (4H,). Returns the states hs (N, T, H) of all steps,
    and the last cell c_last (N, H): with hs[:, -1] it is all that a following sequence needs.
    Raises ValueError for other shapes, or T = 0.

    Fast, since a step is one product and few passes: σ(a) = 1/2 + tanh(a / 2) / 2, so with the columns of i, f and o
    halved beforehand a single tanh makes all four gates; and the gates are stored one after the other, (4, N, H), so
    that each lies together in memory.
    """
    x, h0, c0, Wx, Wh, b = arguments("lstm", "lstm", "N T D", x, {"h0": h0, "c0": c0}, Wx, Wh, b)
    (N, T, D), H = x.shape, len(Wh)
    scale = np.array([0.5, 0.5, 1, 0.5], x.dtype).reshape(4, 1, 1)
    W = np.concatenate([Wx, Wh, b[np.newaxis]])
    W *= np.repeat(scale, H)
    shift = 1 - scale
    rows = input_rows(x, h0)
    gates, tanh_c = np.empty((T, 4, N, H), x.dtype), np.empty((T, N, H), x.dtype)
    cs = np.empty((T + 1, N, H), x.dtype)
    cs[0] = c0
    a, ig = np.empty((N, 4 * H), x.dtype), np.empty((N, H), x.dtype)
    a_of_gates = a.reshape(N, 4, H).transpose(1, 0, 2)
    for t in range(T):
        np.matmul(rows[t], W, out=a)
        np.tanh(a_of_gates, out=gates[t])
        gates[t] *= scale
        gates[t] += shift
        i, f, g, o = gates[t]
        np.multiply(f, cs[t], out=cs[t + 1])
        cs[t + 1] += np.multiply(i, g, out=ig)
        np.tanh(cs[t + 1], out=tanh_c[t])
        np.multiply(o, tanh_c[t], out=rows[t + 1, :, D:-1])
    return (states_of(rows, D), cs[T].copy()), (rows, gates, cs, tanh_c, Wx, Wh)


def lstm_backward(dout, cache):
    """Walk back through time, given dout = (dhs, dc_last): dhs (N, T, H) and dc_last (N, H).

    Returns dx (N, T, D), dh0 (N, H), dc0 (N, H) and {"Wx", "Wh", "b"}, each a sum over the steps.

    Fast, since the loop only does what depends on the step after it, in place and on small arrays; dx and the gradients
    of the weights are one product each over all steps.
    """
    rows, gates, cs, tanh_c, Wx, Wh = cache
    T, N, H = tanh_c.shape
    dhs, dc_last = dout
    dhs = upstream("lstm_backward", dhs, N, T, H, rows.dtype)
    check_shapes("lstm_backward", N=N, H=H, dc_last=(dc_last, "N H"))
    dc, dh = np.array(dc_last, rows.dtype), np.zeros((N, H), rows.dtype)
    da, WhT = np.empty((T, N, 4 * H), rows.dtype), np.ascontiguousarray(Wh.T)
    u, v, tmp = np.empty((3, N, H), rows.dtype)
    for t in reversed(range(T)):
        i, f, g, o = gates[t]
        da_i, da_f, da_g, da_o = da[t].reshape(N, 4, H).transpose(1, 0, 2)  # views: writing to them fills da[t]
        dh += dhs[t]
        np.multiply(o, tanh_c[t], out=v)
        np.subtract(o, np.multiply(v, tanh_c[t], out=tmp), out=tmp)
        tmp *= dh
        dc += tmp  # dh o (1 - tanh²)
        v *= dh
        np.subtract(v, np.multiply(v, o, out=tmp), out=da_o)  # dh tanh o (1 - o)
        np.multiply(dc, i, out=u)
        np.multiply(u, g, out=v)
        np.subtract(v, np.multiply(v, i, out=tmp), out=da_i)  # dc g i (1 - i)
        v *= g
        np.subtract(u, v, out=da_g)  # dc i (1 - g²)
        dc *= f
        np.multiply(dc, cs[t], out=v)
        np.subtract(v, np.multiply(v, f, out=tmp), out=da_f)  # dc c f (1 - f)
        np.matmul(da[t], WhT, out=dh)
    return input_gradient(da, Wx), dh, dc, weight_gradients(da, rows, len(Wx))


def lstm_naive(x, h0, c0, Wx, Wh, b):
    """The same as lstm_forward, step by step."""
    h, c, hs = h0, c0, []
    for t in range(x.shape[1]):
        (h, c), _ = lstm_step_forward(x[:, t], h, c, Wx, Wh, b)
        hs.append(h)
    return np.stack(hs, axis=1), c


class TimeLSTM(Recurrent):
    """The steps of a sequence. After backward, dh0 and dc0 (N, H) are the gradients of what forward began with."""

    state_count = 2

    def forward(self, x, train=False):
        """x (N, T, D). Returns hs (N, T, H); `last` is then (h, c) of the last step."""
        (hs, c_last), self.cache = lstm_forward(x, *self.start(x), *self.params)
        self.set_state(hs[:, -1], c_last)
        return hs

    def backward(self, dhs, dc_last=None):
        """dhs (N, T, H); dc_last (N, H) where the last cell was used too. Returns dx (N, T, D)."""
        if dc_last is None:
            dc_last = np.zeros_like(dhs[:, 0])
        dx, self.dh0, self.dc0, grads = lstm_backward((dhs, dc_last), self.cache)
        self.keep(grads)
        return dx


def lstm_weights(D, H, rng, forget_bias=1.0, dtype=np.float32):
    """Return random weights Wx (D, 4H), Wh (H, 4H) and b (4H,), as recurrent_weights("lstm", ...).

    b is 0, but `forget_bias` in the second quarter, b[H:2H]: the gate f begins open, so that c lasts (forget_halflife).
    Source: R. Jozefowicz et al., "An empirical exploration of recurrent network architectures", 2015.
    """
    Wx, Wh, b = recurrent_weights("lstm", D, H, rng, dtype)
    b[H : 2 * H] = forget_bias
    return Wx, Wh, b


def count_params(kind, D, H):
    """Return how many weights a layer has: G (D H + H² + H) with G = 1 for "rnn", 3 for "gru", 4 for "lstm".

    One bias for each part; PyTorch has two. Raises ValueError for another kind.
    """
    return parts_of("count_params", kind) * (D * H + H * H + H)


def forget_halflife(bias):
    """Return after how many steps half of c is left, where the forget gate stays at f = σ(bias): f^n = 1/2.

    bias : a number or an array; returns n = ln 2 / -ln σ(bias) in its shape, inf where f = 1 to the last digit.
    """
    bias = floating(bias)
    with np.errstate(divide="ignore"):
        return np.log(2).astype(bias.dtype) / np.logaddexp(0, -bias)  # -ln σ(a) = ln(1 + exp(-a))
