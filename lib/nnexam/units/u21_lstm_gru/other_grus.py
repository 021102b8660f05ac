"""u21_lstm_gru: right steps of the GRU in other styles; ``alternatives`` registers them."""

import math

import numpy as np
from nnref.activations import sigmoid

from .gru_steps import GRU_STEP_BACKWARD, GRU_STEP_FORWARD


def forward_split(x, h, Wx, Wh, b):
    """The weights in six pieces."""
    Wxr, Wxz, Wxn = np.split(Wx, 3, axis=1)
    Whr, Whz, Whn = np.split(Wh, 3, axis=1)
    br, bz, bn = np.split(b, 3)
    r = sigmoid(x @ Wxr + h @ Whr + br)
    z = sigmoid(x @ Wxz + h @ Whz + bz)
    n = np.tanh(x @ Wxn + (h * r) @ Whn + bn)
    return n + z * (h - n), (r, z, n)


def forward_loop(x, h, Wx, Wh, b):
    N, H = h.shape
    r, z, n, h_next = np.zeros((4, N, H))
    for row in range(N):
        for j in range(H):
            r[row, j] = 0.5 + 0.5 * math.tanh((x[row] @ Wx[:, j] + h[row] @ Wh[:, j] + b[j]) / 2)
            z[row, j] = 0.5 + 0.5 * math.tanh((x[row] @ Wx[:, H + j] + h[row] @ Wh[:, H + j] + b[H + j]) / 2)
        for j in range(H):
            reset = sum(r[row, k] * h[row, k] * Wh[k, 2 * H + j] for k in range(H))
            n[row, j] = math.tanh(x[row] @ Wx[:, 2 * H + j] + reset + b[2 * H + j])
            h_next[row, j] = z[row, j] * h[row, j] + (1 - z[row, j]) * n[row, j]
    return h_next, [r, z, n]


def forward_float32(x, h, Wx, Wh, b):
    x, h, Wx, Wh, b = (a.astype(np.float32) for a in (x, h, Wx, Wh, b))
    H = h.shape[1]
    xa = x @ Wx + b
    with np.errstate(over="ignore"):
        rz = 1 / (1 + np.exp(-(xa[:, : 2 * H] + h @ Wh[:, : 2 * H])))
    r, z = rz[:, :H], rz[:, H:]
    n = np.tanh(xa[:, 2 * H :] + np.einsum("nk,nk,kj->nj", r, h, Wh[:, 2 * H :]))
    return z * h + (1 - z) * n, np.stack([r, z, n])


def forward_rows(x, h, Wx, Wh, b):
    """Products of [x, h, 1] with one matrix."""
    H, W, one = h.shape[1], np.vstack([Wx, Wh, b]), np.ones((len(x), 1))
    r, z = np.hsplit(sigmoid(np.hstack([x, h, one]) @ W[:, : 2 * H]), 2)
    n = np.tanh(np.hstack([x, r * h, one]) @ W[:, 2 * H :])
    return np.where(z > 0, z * h, 0) + n - z * n, (r, z, n)


def backward_split(dh_next, x, h, gates, Wx, Wh):
    """Every piece of the weights by itself."""
    r, z, n = gates
    Whr, Whz, Whn = np.split(Wh, 3, axis=1)
    dz = dh_next * h - dh_next * n
    dar_n = dh_next * (1 - z) * (1 - n) * (1 + n)
    drh = dar_n @ Whn.T
    dar_r, dar_z = drh * h * (r - r * r), dz * (z - z * z)
    dh = z * dh_next
    dh = dh + r * drh
    dh = dh + dar_r @ Whr.T
    dh = dh + dar_z @ Whz.T
    dx = sum(da @ W.T for da, W in zip((dar_r, dar_z, dar_n), np.split(Wx, 3, axis=1), strict=True))
    dWx = np.hstack([x.T @ da for da in (dar_r, dar_z, dar_n)])
    dWh = np.hstack([h.T @ dar_r, h.T @ dar_z, (h * r).T @ dar_n])
    return dx, dh, dWx, dWh, np.hstack([da.sum(axis=0) for da in (dar_r, dar_z, dar_n)])


def backward_samples(dh_next, x, h, gates, Wx, Wh):
    """One sample after the other, outer products."""
    H = h.shape[1]
    dx, dh, dWx, dWh, db = np.zeros(x.shape), np.zeros(h.shape), 0 * Wx, 0 * Wh, np.zeros(3 * H)
    for k in range(len(x)):
        r, z, n = (gate[k] for gate in gates)
        d = dh_next[k]
        a_n = d * (1 - z) * (1 - n**2)
        back = Wh[:, 2 * H :] @ a_n
        da = np.concatenate([back * h[k] * r * (1 - r), d * (h[k] - n) * z * (1 - z), a_n])
        dx[k] = Wx @ da
        dh[k] = d * z + back * r + Wh[:, : 2 * H] @ da[: 2 * H]
        dWx += np.outer(x[k], da)
        dWh[:, : 2 * H] += np.outer(h[k], da[: 2 * H])
        dWh[:, 2 * H :] += np.outer(r * h[k], a_n)
        db += da
    return [dx, dh, dWx, dWh, db]


def backward_einsum(dh_next, x, h, gates, Wx, Wh):
    r, z, n = np.asarray(gates)
    W = Wh.reshape(len(Wh), 3, -1)
    da = np.zeros((len(x), 3, len(Wh)))
    da[:, 2] = dh_next * (1 - z) * (1 - n**2)
    reset = np.einsum("nj,kj->nk", da[:, 2], W[:, 2])
    da[:, 0] = reset * h * r * (1 - r)
    da[:, 1] = dh_next * (h - n) * z * (1 - z)
    dh = dh_next * z + reset * r + np.einsum("nij,kij->nk", da[:, :2], W[:, :2])
    met = np.stack([h, h, r * h], axis=1)
    dWh = np.einsum("nik,nij->kij", met, da).reshape(Wh.shape)
    da = da.reshape(len(x), -1)
    return da @ Wx.T, dh, x.T @ da, dWh, np.ones(len(x)) @ da


def backward_float32(dh_next, x, h, gates, Wx, Wh):
    dh_next, x, h, Wx, Wh = (a.astype(np.float32) for a in (dh_next, x, h, Wx, Wh))
    r, z, n = (gate.astype(np.float32) for gate in gates)
    return backward_split(dh_next, x, h, (r, z, n), Wx, Wh)


def register():
    for other in (forward_split, forward_loop, forward_float32, forward_rows):
        GRU_STEP_FORWARD.alternative(other)
    for other in (backward_split, backward_samples, backward_einsum, backward_float32):
        GRU_STEP_BACKWARD.alternative(other)
