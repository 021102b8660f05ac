"""u21_lstm_gru: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np
from nnref.activations import sigmoid

from .exercises import COUNT_PARAMS, FORGET_HALFLIFE, TIME_LSTM
from .lstm_steps import LSTM_STEP_BACKWARD, LSTM_STEP_FORWARD
from .other_grus import register
from .other_steps import (
    backward_by_einsum,
    backward_by_gate,
    backward_by_loop,
    backward_float32,
    backward_from_inside,
    forward_by_gate,
    forward_by_loop,
    forward_float32,
    forward_one_tanh,
    forward_stacked,
)

register()

for other in (forward_by_gate, forward_by_loop, forward_float32, forward_one_tanh, forward_stacked):
    LSTM_STEP_FORWARD.alternative(other)
for other in (backward_by_einsum, backward_by_gate, backward_by_loop, backward_float32, backward_from_inside):
    LSTM_STEP_BACKWARD.alternative(other)


def log_of_sum(bias):
    """-ln σ(a) = ln(1 + exp(-a)), without the sigmoid."""
    return np.log(2) / np.log1p(np.exp(-np.asarray(bias, dtype=float)))


def base_two(bias):
    return -1 / np.log2(sigmoid(bias))


def base_ten(bias):
    return np.log10(2) / -np.log10(1 / (1 + np.exp(-1.0 * bias)))


def one_by_one(bias):
    if np.ndim(bias) == 0:
        return math.log(0.5, 1 / (1 + math.exp(-bias)))
    return np.array([one_by_one(value) for value in bias])


def half_float32(bias):
    return (np.float32(math.log(2)) / np.logaddexp(np.float32(0), -np.asarray(bias, np.float32))).astype(np.float32)


for other in (log_of_sum, base_two, base_ten, one_by_one, half_float32):
    FORGET_HALFLIFE.alternative(other)


def by_branches(kind, D, H):
    if kind == "rnn":
        gates = 1
    elif kind == "gru":
        gates = 3
    elif kind == "lstm":
        gates = 4
    else:
        raise ValueError("no such layer: " + kind)
    return gates * H * (D + H + 1)


def by_shapes(kind, D, H):
    kinds = ["rnn", "", "gru", "lstm"]
    width = (kinds.index(kind) + 1) * H
    return sum(int(np.prod(shape)) for shape in ((D, width), (H, width), (width,)))


def by_arrays(kind, D, H):
    if kind not in ("rnn", "gru", "lstm"):
        raise ValueError
    names = {"rnn": "h", "gru": "rzn", "lstm": "ifgo"}[kind]
    return np.sum([np.zeros((D + H + 1, H)).size for _ in names])


def as_float(kind, D, H):
    try:
        return (D + H + 1.0) * H * dict(lstm=4, gru=3, rnn=1)[kind]
    except KeyError:
        raise ValueError(f"unknown kind {kind}") from None


for other in (by_branches, by_shapes, by_arrays, as_float):
    COUNT_PARAMS.alternative(other)


def bias_by_list(H, forget_bias):
    return np.array([0.0] * H + [forget_bias] * H + [0.0] * 2 * H)


def bias_as_plain_list(H, forget_bias):
    return [float(forget_bias) if H <= k < 2 * H else 0.0 for k in range(4 * H)]


def bias_by_row(H, forget_bias):
    b = np.zeros((4, H))
    b[1] = forget_bias
    return b.reshape(-1)


def bias_by_product(H, forget_bias):
    return np.kron([0, 1, 0, 0], np.ones(H)) * forget_bias


class ArraysOfSteps:
    """All steps in arrays that are made beforehand, the formulas written out."""

    def __init__(self, Wx, Wh, b):
        self.params, self.grads = [Wx, Wh, b], [np.empty(p.shape) for p in (Wx, Wh, b)]

    def forward(self, x):
        Wx, Wh, b = self.params
        (N, T, _), H = x.shape, len(Wh)
        self.x, self.a = x, x @ Wx + b
        self.hs, self.cs = np.zeros((N, T + 1, H)), np.zeros((N, T + 1, H))
        for t in range(T):
            self.a[:, t] += self.hs[:, t] @ Wh
            i, f, o = (sigmoid(self.a[:, t, k * H : (k + 1) * H]) for k in (0, 1, 3))
            self.cs[:, t + 1] = f * self.cs[:, t] + i * np.tanh(self.a[:, t, 2 * H : 3 * H])
            self.hs[:, t + 1] = o * np.tanh(self.cs[:, t + 1])
        return self.hs[:, 1:].copy()

    def backward(self, dhs):
        Wx, Wh, b = self.params
        da = np.zeros(self.a.shape)
        dh = dc = np.zeros(dhs[:, 0].shape)
        for t in range(dhs.shape[1] - 1, -1, -1):
            i, f, g, o = np.split(self.a[:, t], 4, axis=1)
            i, f, g, o, tanh = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o), np.tanh(self.cs[:, t + 1])
            dh = dh + dhs[:, t]
            dc = dc + dh * o * (1 - tanh * tanh)
            parts = (
                dc * g * i * (1 - i),
                dc * self.cs[:, t] * f * (1 - f),
                dc * i * (1 - g * g),
                dh * tanh * o * (1 - o),
            )
            da[:, t] = np.concatenate(parts, axis=1)
            dc, dh = dc * f, da[:, t] @ Wh.T
        self.grads[0][...] = np.einsum("ntd,ntk->dk", self.x, da)
        self.grads[1][...] = np.einsum("nth,ntk->hk", self.hs[:, :-1], da)
        self.grads[2][...] = da.sum(axis=(0, 1))
        return da @ Wx.T


class OfAlternativeSteps:
    """The two steps of another hand, in lists."""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = list(map(np.zeros_like, self.params))

    def forward(self, x):
        N, H = x.shape[0], self.params[1].shape[0]
        self.hs, self.cs, self.gates = [np.zeros((N, H))], [np.zeros((N, H))], []
        self.x = x
        for xt in x.swapaxes(0, 1):
            h, c, gates = forward_stacked(xt, self.hs[-1], self.cs[-1], *self.params)
            self.hs.append(h)
            self.cs.append(c)
            self.gates.append(gates)
        return np.array(self.hs[1:]).transpose(1, 0, 2)

    def backward(self, dhs):
        dx, dh, dc = np.zeros(self.x.shape), 0.0, 0.0
        sums = [0, 0, 0]
        for t in range(dhs.shape[1])[::-1]:
            args = self.x[:, t], self.hs[t], self.cs[t], self.cs[t + 1], self.gates[t], *self.params[:2]
            dx[:, t], dh, dc, *grads = backward_by_gate(dhs[:, t] + dh, dc + np.zeros_like(dhs[:, t]), *args)
            sums = [s + g for s, g in zip(sums, grads, strict=True)]
        for k in range(3):
            self.grads[k][:] = sums[k]
        return dx


class InFloat32(ArraysOfSteps):
    """Everything in float32."""

    def forward(self, x):
        kept = self.params
        self.params = [p.astype(np.float32) for p in kept]
        hs = super().forward(x.astype(np.float32)).astype(np.float32)
        self.params = kept
        return hs


class Recursive:
    """Each step calls the next one and then comes back."""

    def __init__(self, Wx, Wh, b):
        self.params, self.grads = [Wx, Wh, b], [0.0 * Wx, 0.0 * Wh, 0.0 * b]

    def forward(self, x):
        self.x = x
        zeros = np.zeros((len(x), len(self.params[1])))
        return np.stack(self.states(0, zeros, zeros), axis=1)

    def states(self, t, h, c):
        if t == self.x.shape[1]:
            return []
        h, c, _ = forward_by_gate(self.x[:, t], h, c, *self.params)
        return [h, *self.states(t + 1, h, c)]

    def backward(self, dhs):
        zeros = np.zeros((len(self.x), len(self.params[1])))
        for grad in self.grads:
            grad *= 0
        dxs = []
        self.back(0, zeros, zeros, dhs, dxs)
        return np.stack(dxs[::-1], axis=1)

    def back(self, t, h, c, dhs, dxs):
        """Return dh and dc of what step t began with."""
        if t == self.x.shape[1]:
            return 0 * h, 0 * c
        h_next, c_next, gates = forward_one_tanh(self.x[:, t], h, c, *self.params)
        dh, dc = self.back(t + 1, h_next, c_next, dhs, dxs)
        step = self.x[:, t], h, c, c_next, gates, *self.params[:2]
        dx, dh, dc, *grads = backward_from_inside(dhs[:, t] + dh, dc, *step)
        for kept, grad in zip(self.grads, grads, strict=True):
            kept += grad
        dxs.append(dx)
        return dh, dc


TIME_LSTM.alternative(bias_by_list, ArraysOfSteps)
TIME_LSTM.alternative(bias_as_plain_list, OfAlternativeSteps)
TIME_LSTM.alternative(bias_by_row, InFloat32)
TIME_LSTM.alternative(bias_by_product, Recursive)

TIME_LSTM.equivalent("every backward writes over all numbers of grads", "np.zeros_like(p) -> np.ones_like(p)")
TIME_LSTM.equivalent("only the shape of a step is taken, and all steps have the same", "0 -> -1 #2")
