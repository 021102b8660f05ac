"""u21_lstm_gru: right steps of the LSTM in other styles; ``alternatives`` registers them."""

import math

import numpy as np
from nnref.activations import sigmoid


def forward_by_gate(x, h, c, Wx, Wh, b):
    """Each gate from its own columns."""
    H = len(Wh)

    def part(k, curve):
        columns = slice(k * H, (k + 1) * H)
        return curve(np.dot(x, Wx[:, columns]) + np.dot(h, Wh[:, columns]) + b[columns])

    i, f, g, o = part(0, sigmoid), part(1, sigmoid), part(2, np.tanh), part(3, sigmoid)
    c_next = np.add(np.multiply(f, c), np.multiply(i, g))
    return np.multiply(o, np.tanh(c_next)), c_next, (i, f, g, o)


def forward_by_loop(x, h, c, Wx, Wh, b):
    """One number after the other."""
    N, H = h.shape
    h_next, c_next, gates = np.zeros((N, H)), np.zeros((N, H)), [np.zeros((N, H)) for _ in range(4)]
    for n, j in np.ndindex(N, H):
        for k, gate in enumerate(gates):
            a = b[k * H + j] + sum(x[n] * Wx[:, k * H + j]) + sum(h[n] * Wh[:, k * H + j])
            gate[n, j] = math.tanh(a) if k == 2 else 0.5 * math.tanh(a / 2) + 0.5
        i, f, g, o = (gate[n, j] for gate in gates)
        c_next[n, j] = f * c[n, j] + i * g
        h_next[n, j] = o * math.tanh(c_next[n, j])
    return h_next, c_next, gates


def forward_float32(x, h, c, Wx, Wh, b):
    x, h, c, Wx, Wh, b = (np.asarray(a, np.float32) for a in (x, h, c, Wx, Wh, b))
    a = np.einsum("nd,dk->nk", x, Wx) + np.einsum("nh,hk->nk", h, Wh) + b
    i, f, g, o = np.hsplit(a, 4)
    with np.errstate(over="ignore"):
        i, f, o = (1 / (1 + np.exp(-s)) for s in (i, f, o))
    g = np.tanh(g)
    c = f * c + i * g
    return o * np.tanh(c), c, (i, f, g, o)


def forward_one_tanh(x, h, c, Wx, Wh, b):
    """σ(a) = 1/2 + tanh(a / 2) / 2: one tanh for all gates."""
    H = c.shape[1]
    scale = np.ones(4 * H) * 0.5
    scale[2 * H : 3 * H] = 1
    a = np.tanh((x @ Wx + h @ Wh + b) * scale) * scale + (1 - scale)
    i, f, g, o = a[:, :H], a[:, H : 2 * H], a[:, 2 * H : 3 * H], a[:, 3 * H :]
    c_next = i * g
    c_next += f * c
    return np.tanh(c_next) * o, c_next, (i, f, g, o)


def forward_stacked(x, h, c, Wx, Wh, b):
    """One product of [x, h, 1], and the gates on an axis of their own."""
    rows = np.hstack([x, h, np.ones((len(x), 1))])
    a = (rows @ np.vstack([Wx, Wh, b])).reshape(len(x), 4, -1)
    i, f, o = np.moveaxis(sigmoid(a[:, [0, 1, 3]]), 1, 0)
    g = np.tanh(a[:, 2])
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next, [i, f, g, o]


def backward_by_einsum(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    i, f, g, o = gates
    t = np.tanh(c_next)
    dct = dc_next + np.einsum("nh,nh,nh->nh", dh_next, o, 1 - t**2)
    da = np.stack([dct * g * (i - i**2), dct * c * (f - f**2), dct * i * (1 - g**2), dh_next * t * (o - o**2)], axis=1)
    da = da.reshape(len(x), -1)
    dWx, dWh = np.einsum("nd,nk->dk", x, da), np.einsum("nh,nk->hk", h, da)
    return np.einsum("nk,dk->nd", da, Wx), np.einsum("nk,hk->nh", da, Wh), dct * f, dWx, dWh, np.einsum("nk->k", da)


def backward_by_gate(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    """The four gates one after the other, each adding its share."""
    i, f, g, o = gates
    H = len(Wh)
    dc = dc_next + dh_next * o / np.cosh(np.clip(c_next, -300, 300)) ** 2
    shares = (
        dc * g * i * (1 - i),
        dc * c * f * (1 - f),
        dc * i * (1 + g) * (1 - g),
        dh_next * np.tanh(c_next) * o * (1 - o),
    )
    dx, dh = np.zeros(x.shape), np.zeros(h.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(4 * H)
    for k, da in enumerate(shares):
        columns = slice(k * H, (k + 1) * H)
        dx += da @ Wx[:, columns].T
        dh += da @ Wh[:, columns].T
        dWx[:, columns], dWh[:, columns], db[columns] = x.T @ da, h.T @ da, da.sum(0)
    return [dx, dh, dc * f, dWx, dWh, db]


def backward_by_loop(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    """Sample by sample, unit by unit."""
    H = len(Wh)
    dx, dh, dc = np.zeros(x.shape), np.zeros(h.shape), np.zeros(c.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(4 * H)
    for n, j in np.ndindex(c.shape):
        i, f, g, o = (gate[n, j] for gate in gates)
        t = math.tanh(c_next[n, j])
        d = dc_next[n, j] + dh_next[n, j] * o * (1 - t * t)
        dc[n, j] = d * f
        das = (d * g * i * (1 - i), d * c[n, j] * f * (1 - f), d * i * (1 - g * g), dh_next[n, j] * t * o * (1 - o))
        for k, da in enumerate(das):
            dx[n] += da * Wx[:, k * H + j]
            dh[n] += da * Wh[:, k * H + j]
            dWx[:, k * H + j] += da * x[n]
            dWh[:, k * H + j] += da * h[n]
            db[k * H + j] += da
    return dx, dh, dc, dWx, dWh, db


def backward_float32(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dh_next, dc_next, x, h, c, c_next, Wx, Wh = (
        a.astype(np.float32) for a in (dh_next, dc_next, x, h, c, c_next, Wx, Wh)
    )
    i, f, g, o = np.asarray(gates, np.float32)
    t = np.tanh(c_next)
    d = dc_next + dh_next * o * (1 - t * t)
    da = np.concatenate((d * g * i * (1 - i), d * c * f * (1 - f), d * i * (1 - g * g), dh_next * t * o * (1 - o)), 1)
    return da @ Wx.T, da @ Wh.T, d * f, x.T @ da, h.T @ da, da.sum(0)


def backward_from_inside(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    """All slopes first, then all products at once."""
    gates = np.stack(gates)
    tanh = np.tanh(c_next)
    slopes = gates * (1 - gates)
    slopes[2] = 1 - gates[2] ** 2
    d = dc_next + dh_next * gates[3] * (1 - tanh**2)
    factors = np.stack([d * gates[2], d * c, d * gates[0], dh_next * tanh])
    da = (slopes * factors).transpose(1, 0, 2).reshape(len(x), -1)
    dW = np.hstack([x, h, np.ones((len(x), 1))]).T @ da
    drow = da @ np.vstack([Wx, Wh]).T
    D = x.shape[1]
    return drow[:, :D], drow[:, D:], d * gates[1], dW[:D], dW[D:-1], dW[-1]
