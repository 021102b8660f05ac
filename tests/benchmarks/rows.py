"""What is measured: each operation forward and backward with float32, what PyTorch does for the same, and the products.

A peer is a function of the module torch, so that this file can be read without it.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from nnref.affine import affine_backward, affine_forward
from nnref.batch_norm import batch_norm_backward, batch_norm_forward
from nnref.convolution import conv_backward, conv_forward
from nnref.gru import gru_backward, gru_forward
from nnref.losses import softmax_cross_entropy_backward, softmax_cross_entropy_forward
from nnref.lstm import lstm_backward, lstm_forward
from nnref.pooling import max_pool_backward, max_pool_forward
from nnref.recurrent import PARTS, recurrent_weights

from tests.benchmarks.measure import peak_memory

# First word of a row that may take more than four times as long as PyTorch → why, in one sentence.
EXPLAINED = {
    "conv": "the matrix products alone take as long as all of PyTorch's convolution or longer, since oneDNN never "
    "writes the windows down; here NumPy copies shifted rows first and adds them up behind, on one thread.",
}


@dataclass
class Row:
    """One line of the table.

    ours   : () → arrays; what nnref computes, forward and backward
    peer   : torch → () → tensors; the same with PyTorch. As many of them as of the arrays are compared before measuring
    gemms  : (rows, inner, columns) of each matrix product that the operation needs
    memory : () → the most bytes in use beyond inputs and results
    buffer : bytes of all windows of a convolution as one matrix, else 0
    same   : whether both compute the same numbers
    """

    name: str
    ours: Callable
    peer: Callable
    memory: Callable
    gemms: list
    buffer: int = 0
    same: bool = True


def draw(*shape):
    return np.random.default_rng(math.prod(shape)).standard_normal(shape, np.float32)


def row(name, forward, backward, peer, gemms=(), **more):
    """Return a row of an operation: forward() → out, cache; backward(cache) → gradients, that of x first."""

    def ours():
        out, cache = forward()
        return out, *flat(backward(cache))

    return Row(name, ours, peer, lambda: peak_memory(forward, backward), list(gemms), **more)


def flat(result):
    """Return the arrays of a result of backward, those of the parameters last, as a list."""
    parts = result if isinstance(result, tuple) else (result,)
    return [array for part in parts for array in (part.values() if isinstance(part, dict) else (part,))]


def autograd(torch, f, arrays, dout, parameters=()):
    """Return a function that computes f of the arrays and, from dout, the gradients of arrays and parameters."""
    tensors = [torch.tensor(array, requires_grad=True) for array in arrays]
    dout = torch.tensor(dout)

    def run():
        for tensor in (*tensors, *parameters):
            tensor.grad = None
        out = f(*tensors)
        out.backward(dout)
        return out.detach(), *(tensor.grad for tensor in tensors)

    return run


def products(rows, inner, columns, first=False):
    """Return the sizes of x W, (rows, inner) @ (inner, columns), of dW = xᵀ dout and, except in a first layer, dx."""
    forward, dW, dx = (rows, inner, columns), (inner, rows, columns), (rows, columns, inner)
    return [forward, dW] if first else [forward, dW, dx]


def affine_row(N, D, M):
    x, W, b, dout = draw(N, D), draw(D, M), draw(M), draw(N, M)
    return row(
        f"affine, N{N} {D} → {M}",
        lambda: affine_forward(x, W, b),
        lambda cache: affine_backward(dout, cache),
        lambda torch: autograd(torch, lambda x, W, b: torch.addmm(b, x, W), (x, W, b), dout),
        products(N, D, M),
    )


def conv_row(N, C, F, size, k, pad):
    out = size + 2 * pad - k + 1
    x, W, b, dout = draw(N, C, size, size), draw(F, C, k, k), draw(F), draw(N, F, out, out)
    return row(
        f"conv {k}×{k}, N{N} C{C} → {F}, {size}×{size}, pad {pad}",
        lambda: conv_forward(x, W, b, 1, pad),
        lambda cache: conv_backward(dout, cache),
        lambda torch: autograd(torch, lambda *a: torch.nn.functional.conv2d(*a, padding=pad), (x, W, b), dout),
        products(N * out * out, C * k * k, F),
        buffer=N * out * out * C * k * k * x.itemsize,
    )


def pool_row(N, C, size):
    x, dout = draw(N, C, size, size), draw(N, C, size // 2, size // 2)
    return row(
        f"max pooling 2×2, N{N} C{C} {size}×{size}",
        lambda: max_pool_forward(x, 2),
        lambda cache: max_pool_backward(dout, cache),
        lambda torch: autograd(torch, lambda x: torch.nn.functional.max_pool2d(x, 2), (x,), dout),
    )


def norm_row(N, C, size):
    x, gamma, beta, dout = draw(N, C, size, size), draw(C), draw(C + 1)[1:], draw(N, C, size, size)[::-1].copy()

    def peer(torch):
        def norm(x, gamma, beta):
            return torch.nn.functional.batch_norm(x, None, None, gamma, beta, training=True)

        return autograd(torch, norm, (x, gamma, beta), dout)

    return row(
        f"batch normalisation, N{N} C{C} {size}×{size}",
        lambda: batch_norm_forward(x, gamma, beta),
        lambda cache: batch_norm_backward(dout, cache),
        peer,
    )


def loss_row(N, K):
    z, t = draw(N, K), np.arange(N) * 7 % K

    def peer(torch):
        labels = torch.tensor(t)
        return autograd(torch, lambda z: torch.nn.functional.cross_entropy(z, labels), (z,), np.float32(1))

    return row(
        f"softmax loss, {N} × {K}",
        lambda: softmax_cross_entropy_forward(z, t),
        lambda cache: softmax_cross_entropy_backward(1, cache),
        peer,
    )


def recurrent_row(kind, forward, backward, N, T, D, H):
    """LSTM or GRU, from zeros; every step's output is used, the last cell is not."""
    x, zeros, dhs = draw(N, T, D), np.zeros((N, H), np.float32), draw(N, T, H)
    weights = recurrent_weights(kind, D, H, np.random.default_rng(0))
    G, lstm = PARTS[kind] * H, kind == "lstm"

    def ours():
        out, cache = forward(x, zeros, *[zeros] * lstm, *weights)
        return out[0] if lstm else out, cache

    def peer(torch):
        module = getattr(torch.nn, kind.upper())(D, H, batch_first=True)
        Wx, Wh, b = (torch.tensor(w) for w in weights)
        with torch.no_grad():
            for theirs, value in zip(module.parameters(), (Wx.T, Wh.T, b, torch.zeros(G)), strict=True):
                theirs.copy_(value)
        return autograd(torch, lambda x: module(x)[0], (x,), dhs, list(module.parameters()))

    steps = [(N, H, G), (N, G, H)] if lstm else [(N, H, 2 * H), (N, H, H), (N, H, H), (N, 2 * H, H)]
    return row(
        f"{kind.upper()}, N{N} T{T} D{D} H{H}",
        ours,
        lambda cache: backward((dhs, zeros) if lstm else dhs, cache),
        peer,
        [*products(N * T, D, G), *steps * T, (H, N * T, G)],
        same=lstm,  # PyTorch's GRU resets after the product
    )


CONVOLUTIONS = [  # N, C, F, size, k, pad
    (64, 16, 32, 14, 3, 1),
    (32, 32, 32, 28, 3, 1),
    (128, 1, 16, 28, 5, 2),
    (128, 16, 32, 12, 5, 0),
]


def rows():
    """Return the rows of all operations, whole networks aside."""
    return [
        affine_row(128, 784, 512),
        *(conv_row(*sizes) for sizes in CONVOLUTIONS),
        pool_row(64, 32, 14),
        norm_row(64, 32, 14),
        recurrent_row("lstm", lstm_forward, lstm_backward, 64, 32, 64, 128),
        recurrent_row("gru", gru_forward, gru_backward, 64, 32, 64, 128),
        loss_row(128, 1000),
    ]
