"""The GRU: one state h, a gate z that keeps it, and a gate r that hides it from the proposal n.

Gates in the order r, z, n: the columns of Wx (D, 3H), Wh (H, 3H) and b (3H,) are cut into three parts each, and

r = σ(x Wx_r + h Wh_r + b_r),  z = σ(x Wx_z + h Wh_z + b_z),  n = tanh(x Wx_n + (r h) Wh_n + b_n),
h_next = z h + (1 - z) n.

The reset gate comes before the product, as in the paper; in PyTorch it comes after it, n = tanh(... + r (h Wh_n)), so
that the numbers differ. Our z is the share that is kept, as in PyTorch; some textbooks swap z and 1 - z.
Source: K. Cho et al., "Learning phrase representations using RNN encoder-decoder", 2014.
"""

import numpy as np

from nnref.activations import sigmoid
from nnref.recurrent import Recurrent, arguments, input_gradient, input_rows, states_of, upstream, weight_gradients
from nnref.shapes import check_shapes, floating


def gru_step_forward(x, h, Wx, Wh, b):
    """Return the next state h_next (N, H) and a cache for the way back.

    x (N, D), h (N, H), Wx (D, 3H), Wh (H, 3H), b (3H,), columns in the order r, z, n.
    Raises ValueError for other shapes.
    """
    x, h, Wx, Wh, b = arguments("gru_step", "gru", "N D", x, {"h": h}, Wx, Wh, b)
    H = len(Wh)
    r, z = np.split(sigmoid(x @ Wx[:, : 2 * H] + h @ Wh[:, : 2 * H] + b[: 2 * H]), 2, axis=1)
    n = np.tanh(x @ Wx[:, 2 * H :] + (r * h) @ Wh[:, 2 * H :] + b[2 * H :])
    return z * h + (1 - z) * n, (x, h, Wx, Wh, r, z, n)


def gru_step_backward(dh_next, cache):
    """Return the gradients of a number L, given dh_next (N, H).

    h reaches h_next on four ways, and their gradients are added: z h, the product r h in n, and inside of z and of r.
    Returns dx (N, D), dh (N, H) and {"Wx", "Wh", "b"}.
    """
    x, h, Wx, Wh, r, z, n = cache
    H = len(Wh)
    dh_next = floating(dh_next)
    check_shapes("gru_step_backward", h=(h, "N H"), dh_next=(dh_next, "N H"))
    da_z = dh_next * (h - n) * z * (1 - z)
    da_n = dh_next * (1 - z) * (1 - n**2)
    drh = da_n @ Wh[:, 2 * H :].T
    da_r = drh * h * r * (1 - r)
    da_rz = np.concatenate([da_r, da_z], axis=1)
    da = np.concatenate([da_rz, da_n], axis=1)
    dh = dh_next * z + drh * r + da_rz @ Wh[:, : 2 * H].T
    dWh = np.concatenate([h.T @ da_rz, (r * h).T @ da_n], axis=1)
    return da @ Wx.T, dh, {"Wx": x.T @ da, "Wh": dWh, "b": da.sum(axis=0)}


def gru_forward(x, h0, Wx, Wh, b):
    """Walk through sequences; return the states of all steps and a cache for the way back.

    x (N, T, D), h0 (N, H), Wx (D, 3H), Wh (H, 3H), b (3H,). Returns hs (N, T, H).
    Raises ValueError for other shapes, or T = 0.

    Fast as lstm_forward is, with a product of [x, h, 1] for r and z, and then one of [x, r h, 1] for n.
    """
    x, h0, Wx, Wh, b = arguments("gru", "gru", "N T D", x, {"h0": h0}, Wx, Wh, b)
    (N, T, D), H = x.shape, len(Wh)
    W = np.concatenate([Wx, Wh, b[np.newaxis]])
    W_rz = W[:, : 2 * H] / 2  # σ(a) = 1/2 + tanh(a / 2) / 2
    W_n = W[:, 2 * H :].copy()
    rows = input_rows(x, h0)
    reset_rows = rows[:T].copy()
    gates, ns, hs = np.empty((T, 2, N, H), x.dtype), np.empty((T, N, H), x.dtype), np.empty((T + 1, N, H), x.dtype)
    hs[0] = h0
    a, tmp = np.empty((N, 2 * H), x.dtype), np.empty((N, H), x.dtype)
    a_of_gates = a.reshape(N, 2, H).transpose(1, 0, 2)
    for t in range(T):
        np.matmul(rows[t], W_rz, out=a)
        np.tanh(a_of_gates, out=gates[t])
        gates[t] *= 0.5
        gates[t] += 0.5
        r, z = gates[t]
        np.multiply(r, hs[t], out=reset_rows[t, :, D:-1])
        np.matmul(reset_rows[t], W_n, out=ns[t])
        n = np.tanh(ns[t], out=ns[t])
        np.multiply(z, hs[t], out=hs[t + 1])
        np.subtract(1, z, out=tmp)
        tmp *= n
        hs[t + 1] += tmp
        rows[t + 1, :, D:-1] = hs[t + 1]
    return states_of(rows, D), (rows, reset_rows, gates, ns, hs, Wx, Wh)


def gru_backward(dhs, cache):
    """Walk back through time, given the gradient of every state that was returned, dhs (N, T, H).

    Returns dx (N, T, D), dh0 (N, H) and {"Wx", "Wh", "b"}, each a sum over the steps.
    """
    rows, reset_rows, gates, ns, hs, Wx, Wh = cache
    (T, N, H), D = ns.shape, len(Wx)
    dhs = upstream("gru_backward", dhs, N, T, H, rows.dtype)
    W_rzT, W_nT = np.ascontiguousarray(Wh[:, : 2 * H].T), np.ascontiguousarray(Wh[:, 2 * H :].T)
    da = np.empty((T, N, 3 * H), rows.dtype)
    dh, drh, da_r, da_z, da_n = (np.zeros((N, H), rows.dtype) for _ in range(5))
    for t in reversed(range(T)):
        (r, z), n, h = gates[t], ns[t], hs[t]
        dh += dhs[t]
        np.subtract(1, z, out=da_z)
        np.square(n, out=da_n)
        np.subtract(1, da_n, out=da_n)
        da_n *= da_z
        da_n *= dh
        da_z *= z
        da_z *= dh
        da_z *= np.subtract(h, n, out=da_r)
        np.matmul(da_n, W_nT, out=drh)
        np.subtract(1, r, out=da_r)
        drh *= r
        da_r *= drh
        da_r *= h
        da[t, :, :H], da[t, :, H : 2 * H], da[t, :, 2 * H :] = da_r, da_z, da_n
        dh *= z
        dh += drh
        dh += np.matmul(da[t, :, : 2 * H], W_rzT, out=drh)
    grads = weight_gradients(da[:, :, : 2 * H], rows, D)
    for name, of_n in weight_gradients(da[:, :, 2 * H :], reset_rows, D).items():
        grads[name] = np.concatenate([grads[name], of_n], axis=-1)
    return input_gradient(da, Wx), dh, grads


def gru_naive(x, h0, Wx, Wh, b):
    """The same as gru_forward, step by step."""
    h, hs = h0, []
    for t in range(x.shape[1]):
        h, _ = gru_step_forward(x[:, t], h, Wx, Wh, b)
        hs.append(h)
    return np.stack(hs, axis=1)


class TimeGRU(Recurrent):
    """The steps of a sequence. After backward, dh0 (N, H) is the gradient of the state that forward began with."""

    def forward(self, x, train=False):
        """x (N, T, D). Returns hs (N, T, H)."""
        hs, self.cache = gru_forward(x, *self.start(x), *self.params)
        self.set_state(hs[:, -1])
        return hs

    def backward(self, dhs):
        """dhs (N, T, H). Returns dx (N, T, D)."""
        dx, self.dh0, grads = gru_backward(dhs, self.cache)
        self.keep(grads)
        return dx
