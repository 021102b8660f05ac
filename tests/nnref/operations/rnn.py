"""Recurrent networks: RNN, LSTM, GRU, one step and over time."""

import math

import numpy as np
from nnref.gru import gru_backward, gru_forward, gru_naive, gru_step_backward, gru_step_forward
from nnref.lstm import (
    forget_halflife,
    lstm_backward,
    lstm_forward,
    lstm_naive,
    lstm_step_backward,
    lstm_step_forward,
)
from nnref.rnn import gradient_norms, rnn_backward, rnn_forward, rnn_naive, rnn_step_backward, rnn_step_forward

from tests.nnref.operations import Operation

PARTS = {"rnn": 1, "gru": 3, "lstm": 4}
STEP = {"N": (1, 5, 6), "D": (1, 3, 5), "H": (1, 4, 5)}
SEQUENCE = STEP | {"T": (1, 6, 7)}


def weights(rng, kind, D, H):
    width = PARTS[kind] * H
    return {"Wx": rng.normal(size=(D, width)), "Wh": rng.normal(size=(H, width)) / 2, "b": rng.normal(size=width)}


def draw_step(kind, *states):
    def draw(rng, N, D, H):
        return {
            "x": rng.normal(size=(N, D)),
            **{s: rng.normal(size=(N, H)) for s in states},
            **weights(rng, kind, D, H),
        }

    return draw


def draw_sequence(kind, *states):
    def draw(rng, N, T, D, H):
        x = rng.normal(size=(N, T, D))
        return {"x": x, **{s: rng.normal(size=(N, H)) for s in states}, **weights(rng, kind, D, H)}

    return draw


def errors(name, shown):
    """Wrong weights where D = 3, H = 4; `shown` is the width of the weights as a message says it."""
    width = int(shown.split("=")[1])
    return (
        ({"Wx": np.zeros((2, width))}, f"{name}: Wx has shape (2, {width}); expected (D=3, {shown})"),
        ({"Wh": np.zeros((3, width))}, f"{name}: Wh has shape (3, {width}); expected (H=4, {shown})"),
        ({"b": np.zeros((1, width))}, f"{name}: b has shape (1, {width}); expected ({shown},)"),
    )


# One step, number by number


def sigma(a):
    return 1 / (1 + math.exp(-a))


def preactivation(x, h, Wx, Wh, b, n, k):
    """a[n, k] = Σ_d x[n, d] Wx[d, k] + Σ_j h[n, j] Wh[j, k] + b[k]."""
    inputs = sum(x[n, d] * Wx[d, k] for d in range(len(Wx)))
    return inputs + sum(h[n, j] * Wh[j, k] for j in range(len(Wh))) + b[k]


def rnn_step_loops(x, h, Wx, Wh, b):
    out = np.empty_like(h)
    for n, k in np.ndindex(out.shape):
        out[n, k] = math.tanh(preactivation(x, h, Wx, Wh, b, n, k))
    return out


def lstm_step_loops(x, h, c, Wx, Wh, b):
    h_next, c_next, H = np.empty_like(h), np.empty_like(c), len(Wh)
    for n, k in np.ndindex(h.shape):
        i, f, g, o = (preactivation(x, h, Wx, Wh, b, n, gate * H + k) for gate in range(4))
        c_next[n, k] = sigma(f) * c[n, k] + sigma(i) * math.tanh(g)
        h_next[n, k] = sigma(o) * math.tanh(c_next[n, k])
    return h_next, c_next


def gru_step_loops(x, h, Wx, Wh, b):
    out, hidden, H = np.empty_like(h), np.empty_like(h), len(Wh)
    for n, k in np.ndindex(h.shape):
        hidden[n, k] = sigma(preactivation(x, h, Wx, Wh, b, n, k)) * h[n, k]
    for n, k in np.ndindex(h.shape):
        z = sigma(preactivation(x, h, Wx, Wh, b, n, H + k))
        out[n, k] = z * h[n, k] + (1 - z) * math.tanh(preactivation(x, hidden, Wx, Wh, b, n, 2 * H + k))
    return out


# The same steps written with PyTorch's operations (bias of the input, and none for h)


def torch_cell(kind):
    def run(torch, x, Wx, Wh, b, h, c=None):
        cell = {"rnn": torch.rnn_tanh_cell, "lstm": torch.lstm_cell}[kind]
        return cell(x, h if c is None else (h, c), Wx.T, Wh.T, b, torch.zeros_like(b))

    return run


def torch_layer(kind):
    """torch.nn.RNN or torch.nn.LSTM with our weights, transposed."""

    def run(torch, x, Wx, Wh, b, h0, c0=None):
        D, H = len(Wx), len(Wh)
        layer = {"rnn": torch.nn.RNN, "lstm": torch.nn.LSTM}[kind](D, H, batch_first=True, dtype=torch.float64)
        ours = {"weight_ih_l0": Wx.T, "weight_hh_l0": Wh.T, "bias_ih_l0": b, "bias_hh_l0": torch.zeros_like(b)}
        state = h0[None] if c0 is None else (h0[None], c0[None])
        hs, last = torch.func.functional_call(layer, ours, (x, state))
        return hs if c0 is None else (hs, last[1][0])

    return run


def torch_gru_step(torch, x, h, Wx, Wh, b):
    """PyTorch's own GRU resets after the product h Wh_n; so this is our equation, under PyTorch's autograd."""
    (x_r, x_z, x_n), (W_r, W_z, W_n) = (x @ Wx + b).chunk(3, dim=1), Wh.chunk(3, dim=1)
    r, z = torch.sigmoid(x_r + h @ W_r), torch.sigmoid(x_z + h @ W_z)
    n = torch.tanh(x_n + (r * h) @ W_n)
    return z * h + (1 - z) * n


def torch_gru(torch, x, h0, Wx, Wh, b):
    hs = [h0]
    for t in range(x.shape[1]):
        hs.append(torch_gru_step(torch, x[:, t], hs[-1], Wx, Wh, b))
    return torch.stack(hs[1:], dim=1)


OPERATIONS = [
    Operation(
        "rnn_step",
        rnn_step_forward,
        draw_step("rnn", "h"),
        STEP,
        backward=rnn_step_backward,
        gradients=("x", "h", "Wx", "Wh", "b"),
        naive=rnn_step_loops,
        torch=torch_cell("rnn"),
        errors=(
            *errors("rnn_step", "H=4"),
            ({"x": np.zeros((5, 2, 3))}, "rnn_step: x has shape (5, 2, 3); expected (N, D)"),
        ),
    ),
    Operation(
        "rnn",
        rnn_forward,
        draw_sequence("rnn", "h0"),
        SEQUENCE,
        backward=rnn_backward,
        gradients=("x", "h0", "Wx", "Wh", "b"),
        naive=rnn_naive,
        torch=torch_layer("rnn"),
        errors=(
            *errors("rnn", "H=4"),
            ({"h0": np.zeros((1, 4))}, "rnn: h0 has shape (1, 4); expected (N=5, H)"),
            ({"x": np.zeros((5, 0, 3))}, "rnn: found a sequence of no steps; expected at least one"),
        ),
    ),
    Operation(
        "lstm_step",
        lstm_step_forward,
        draw_step("lstm", "h", "c"),
        STEP,
        backward=lstm_step_backward,
        gradients=("x", "h", "c", "Wx", "Wh", "b"),
        naive=lstm_step_loops,
        torch=torch_cell("lstm"),
        errors=(
            *errors("lstm_step", "4H=16"),
            ({"c": np.zeros((5, 3))}, "lstm_step: c has shape (5, 3); expected (N=5, H=4)"),
        ),
    ),
    Operation(
        "lstm",
        lstm_forward,
        draw_sequence("lstm", "h0", "c0"),
        SEQUENCE,
        backward=lstm_backward,
        gradients=("x", "h0", "c0", "Wx", "Wh", "b"),
        naive=lstm_naive,
        torch=torch_layer("lstm"),
        errors=(
            *errors("lstm", "4H=16"),
            ({"c0": np.zeros((1, 4))}, "lstm: c0 has shape (1, 4); expected (N=5, H=4)"),
            ({"x": np.zeros((5, 0, 3))}, "lstm: found a sequence of no steps; expected at least one"),
        ),
    ),
    Operation(
        "gru_step",
        gru_step_forward,
        draw_step("gru", "h"),
        STEP,
        backward=gru_step_backward,
        gradients=("x", "h", "Wx", "Wh", "b"),
        naive=gru_step_loops,
        torch=torch_gru_step,
        errors=errors("gru_step", "3H=12"),
    ),
    Operation(
        "gru",
        gru_forward,
        draw_sequence("gru", "h0"),
        SEQUENCE,
        backward=gru_backward,
        gradients=("x", "h0", "Wx", "Wh", "b"),
        naive=gru_naive,
        torch=torch_gru,
        errors=errors("gru", "3H=12"),
    ),
    Operation(
        "gradient_norms",
        lambda Wh, T: gradient_norms(Wh, T),
        lambda rng, N: {"Wh": rng.normal(size=(N, N))},
        {"N": (1, 4, 6)},
        settings={"T": 5},
        naive=lambda Wh, T: np.array([np.linalg.norm(np.linalg.matrix_power(Wh.T, k + 1), 2) for k in range(T)]),
        torch=lambda torch, Wh, T: torch.stack(
            [torch.linalg.matrix_norm(torch.linalg.matrix_power(Wh.T, k + 1), 2) for k in range(T)]
        ),
        errors=(({"Wh": np.zeros((3, 4))}, "gradient_norms: Wh has shape (3, 4); expected (H, H)"),),
        exempt={"gradient": "has no gradient", "batch of one": "has no batch", "empty batch": "has no batch"},
    ),
    Operation(
        "forget_halflife",
        forget_halflife,
        lambda rng, N: {"bias": rng.normal(size=N)},
        {"N": (1, 4, 6)},
        naive=lambda bias: np.log(0.5) / np.log(1 / (1 + np.exp(-bias))),
        torch=lambda torch, bias: np.log(0.5) / torch.nn.functional.logsigmoid(bias),
        exempt={
            "gradient": "has no gradient",
            "±1000": "at a bias of 1000 the half-life is infinite",
            "errors": "takes any shape",
        },
    ),
]
