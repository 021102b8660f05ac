"""u20_rnn: right walks through a sequence in other styles; ``alternatives`` registers them."""

import numpy as np

from .other_cells import CellOf


def filled(x, h0, Wx, Wh, b):
    hs = np.empty((x.shape[0], x.shape[1], h0.shape[1]))
    for t in range(x.shape[1]):
        hs[:, t] = np.tanh(x[:, t] @ Wx + (h0 if t == 0 else hs[:, t - 1]) @ Wh + b)
    return hs


def input_first(x, h0, Wx, Wh, b):
    """The input's part for all steps at once."""
    a, h = x @ Wx + b, h0
    for t in range(a.shape[1]):
        a[:, t] = h = np.tanh(a[:, t] + h @ Wh)
    return a


def by_recursion(x, h0, Wx, Wh, b):
    if x.shape[1] == 0:
        return np.empty((*x.shape[:2], len(b)))
    h = np.tanh(x[:, 0] @ Wx + h0 @ Wh + b)
    return np.concatenate([h[:, np.newaxis], by_recursion(x[:, 1:], h, Wx, Wh, b)], axis=1)


def time_in_front(x, h0, Wx, Wh, b):
    states = [h0]
    for step in np.swapaxes(x, 0, 1):
        states.append(np.tanh(np.einsum("nd,dh->nh", step, Wx) + np.einsum("ng,gh->nh", states[-1], Wh) + b))
    return np.moveaxis(np.array(states[1:]), 0, 1)


def each_sample(x, h0, Wx, Wh, b):
    """One sample after the other, in lists and float32."""
    out = []
    for sample, h in zip(x.astype(np.float32), h0, strict=True):
        row = []
        for step in sample:
            h = np.tanh((step @ Wx + h @ Wh + b).astype(np.float32))
            row.append(h)
        out.append(row)
    return np.array(out)


def backward_with_cells(dhs, x, h0, hs, Wx, Wh):
    """A cell for each step, handed the states that there are."""
    dx, dh, sums = [], np.zeros(h0.shape), [0.0, 0.0, 0.0]
    for t in range(x.shape[1] - 1, -1, -1):
        cell = CellOf(Wx, Wh, np.zeros(len(Wh)))
        cell.x, cell.h, cell.h_next = x[:, t], hs[:, t - 1] if t else h0, hs[:, t]
        step, dh = cell.backward(dhs[:, t] + dh)
        dx.insert(0, step)
        sums = [one + grad for one, grad in zip(sums, cell.grads, strict=True)]
    return (np.stack(dx, axis=1), dh, *sums)


def backward_by_recursion(dhs, x, h0, hs, Wx, Wh):
    """The first step last: first everything after it, which hands back its dh0."""
    if x.shape[1] == 0:
        return np.zeros(x.shape), np.zeros(h0.shape), np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(len(Wh))
    dx, dh, dWx, dWh, db = backward_by_recursion(dhs[:, 1:], x[:, 1:], hs[:, 0], hs[:, 1:], Wx, Wh)
    da = (dhs[:, 0] + dh) * (1 - hs[:, 0] ** 2)
    dx = np.concatenate([(da @ Wx.T)[:, None], dx], axis=1)
    return dx, da @ Wh.T, dWx + x[:, 0].T @ da, dWh + h0.T @ da, db + np.sum(da, 0)


def backward_all_at_once(dhs, x, h0, hs, Wx, Wh):
    """First da of all steps, then each weight's gradient in one product."""
    da, dh = np.empty_like(hs), 0.0
    for t in reversed(range(hs.shape[1])):
        da[:, t] = (1 - hs[:, t] ** 2) * (dhs[:, t] + dh)
        dh = da[:, t] @ Wh.T
    before = np.concatenate([h0[:, np.newaxis], hs[:, :-1]], axis=1)
    rows = da.reshape(-1, da.shape[2])
    return da @ Wx.T, dh, x.reshape(len(rows), -1).T @ rows, before.reshape(rows.shape).T @ rows, rows.sum(axis=0)


def backward_by_paths(dhs, x, h0, hs, Wx, Wh):
    """Each later step's gradient sent back by itself through a product of Jacobians, in float32."""
    (N, T), H = x.shape[:2], len(Wh)
    slopes, dhs = (1 - hs**2).astype(np.float32), dhs.astype(np.float32)
    da, dh0 = np.zeros((N, T, H), np.float32), np.zeros((N, H), np.float32)
    for n in range(N):
        for late in range(T):
            row = dhs[n, late]
            for t in range(late, -1, -1):
                row = row * slopes[n, t]
                da[n, t] += row
                row = Wh.astype(np.float32) @ row
            dh0[n] += row
    before = np.concatenate([h0[:, None], hs[:, :-1]], axis=1)
    dWx, dWh = np.einsum("ntd,nth->dh", x, da), np.einsum("ntg,nth->gh", before, da)
    return np.einsum("nth,dh->ntd", da, Wx), dh0, dWx, dWh, np.einsum("nth->h", da)


def backward_by_complex_steps(dhs, x, h0, hs, Wx, Wh):
    """No derivation: each input is moved by a tiny imaginary step. b follows from the first state."""
    b = np.arctanh(hs[0, 0]) - x[0, 0] @ Wx - h0[0] @ Wh

    def gradient(place):
        arguments = [a.astype(complex) for a in (x, h0, Wx, Wh, b)]
        grad = np.zeros(arguments[place].shape)
        for index in np.ndindex(grad.shape):
            arguments[place][index] += 1e-30j
            grad[index] = np.imag(np.sum(time_in_front(*arguments) * dhs)) / 1e-30
            arguments[place][index] -= 1e-30j
        return grad

    return [gradient(place) for place in range(5)]
