"""u20_rnn: other right solutions, each written in another style. All must earn full marks."""

import math
from itertools import accumulate

import numpy as np

from .exercises import CLIP_GRADS, GRADIENT_NORMS, RNN_BACKWARD, RNN_CELL, RNN_FORWARD, TIME_RNN
from .other_cells import CellOf, JoinedCell, LoopingCell, SinglePrecisionCell
from .other_walks import (
    backward_all_at_once,
    backward_by_complex_steps,
    backward_by_paths,
    backward_by_recursion,
    backward_with_cells,
    by_recursion,
    each_sample,
    filled,
    input_first,
    time_in_front,
)

RNN_CELL.alternative(CellOf)
RNN_CELL.alternative(JoinedCell)
RNN_CELL.alternative(LoopingCell)
RNN_CELL.alternative(SinglePrecisionCell)


for forward in (filled, input_first, by_recursion, time_in_front, each_sample):
    RNN_FORWARD.alternative(forward)
for backward in (
    backward_with_cells,
    backward_by_recursion,
    backward_all_at_once,
    backward_by_paths,
    backward_by_complex_steps,
):
    RNN_BACKWARD.alternative(backward)


def norms_from_singular_values(Wh, T):
    power, norms = np.eye(len(Wh)), np.zeros(T)
    for k in range(T):
        power = Wh.T @ power
        norms[k] = np.linalg.svd(power, compute_uv=False).max()
    return norms


def norms_from_eigenvalues(Wh, T):
    """The root of the largest eigenvalue of P Pᵀ."""
    powers = [np.linalg.matrix_power(Wh, k + 1) for k in range(T)]
    return [math.sqrt(max(np.linalg.eigvalsh(P @ P.T)[-1], 0)) for P in powers]


def norms_by_accumulation(Wh, T):
    return np.array([np.linalg.norm(P, ord=2) for P in accumulate([Wh] * T, np.matmul)])


def norms_by_recursion(Wh, T, power=None):
    power = Wh if power is None else power @ Wh
    return np.array([]) if T == 0 else np.append(np.linalg.norm(power, 2), norms_by_recursion(Wh, T - 1, power))


def single_precision_norms(Wh, T):
    powers = np.stack([np.linalg.matrix_power(Wh.astype(np.float32), k) for k in range(1, T + 1)])
    return np.linalg.norm(powers, 2, axis=(1, 2))


GRADIENT_NORMS.alternative(lambda Wh: max(abs(value) for value in np.linalg.eig(Wh)[0]), norms_from_singular_values)
GRADIENT_NORMS.alternative(lambda Wh: np.abs(np.linalg.eigvals(Wh.T)).max(), norms_from_eigenvalues)
GRADIENT_NORMS.alternative(lambda Wh: np.sort(np.absolute(np.linalg.eigvals(Wh)))[-1], norms_by_accumulation)
GRADIENT_NORMS.alternative(lambda Wh: np.linalg.norm(np.linalg.eigvals(Wh), np.inf), norms_by_recursion)
GRADIENT_NORMS.alternative(
    lambda Wh: np.sqrt(np.max((lambda v: v.real**2 + v.imag**2)(np.linalg.eigvals(Wh)))), single_precision_norms
)


def clip_loop(grads, max_norm):
    squares = 0.0
    for g in grads:
        for value in g.ravel():
            squares += float(value) ** 2
    norm = squares**0.5
    factor = 1 if norm <= max_norm else max_norm / norm
    for g in grads:
        for index in np.ndindex(g.shape):
            g[index] = g[index] * factor
    return norm


def clip_flat(grads, max_norm):
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    rate = max_norm / (norm + 1e-6)  # as PyTorch does
    if rate < 1:
        for g in grads:
            g[...] = g * rate
    return norm


def clip_always(grads, max_norm):
    norm = math.hypot(*(np.linalg.norm(g) for g in grads))
    for g in grads:
        np.multiply(g, max_norm / max(norm, max_norm), out=g)
    return norm


def clip_vdot(grads, max_norm):
    norm = np.float32(np.sqrt(sum(np.vdot(g, g) for g in grads)))
    if norm > max_norm:
        for g in grads:
            g /= norm / max_norm
    return norm


for clip in (clip_loop, clip_flat, clip_always, clip_vdot):
    CLIP_GRADS.alternative(clip)


class LayerOf:
    """What most of the layers below share."""

    def __init__(self, Wx, Wh, b, stateful=False):
        self.params, self.grads = [Wx, Wh, b], [np.zeros(np.shape(p)) for p in (Wx, Wh, b)]
        self.stateful, self.state = stateful, None

    def reset_state(self):
        self.state = None

    def forward(self, x):
        fresh = not self.stateful or self.state is None
        h0 = np.zeros((x.shape[0], self.params[1].shape[0])) if fresh else self.state
        if h0.shape[0] != x.shape[0]:
            raise ValueError(f"found {len(x)} sequences; expected {len(h0)}")
        hs = filled(x, h0, *self.params)
        self.kept, self.state = (x, h0, hs), hs[:, -1].copy()
        return hs

    def backward(self, dhs):
        Wx, Wh, _ = self.params
        dx, self.dh0, dWx, dWh, db = backward_all_at_once(dhs, *self.kept, Wx, Wh)
        self.grads[0][:], self.grads[1][:], self.grads[2][:] = dWx, dWh, db
        return dx


class CellLayer(LayerOf):
    """A cell for each step."""

    def forward(self, x):
        h = self.state if self.stateful else None
        h = np.zeros((len(x), len(self.params[2]))) if h is None else h
        if len(h) != len(x):
            raise ValueError("another number of sequences")
        self.cells, states = [CellOf(*self.params) for _ in range(x.shape[1])], []
        for t, cell in enumerate(self.cells):
            h = cell.forward(x[:, t], h)
            states.append(h)
        self.state = h
        return np.stack(states, axis=1)

    def backward(self, dhs):
        dh, dx = 0, [None] * len(self.cells)
        for grad in self.grads:
            grad *= 0
        for t in range(len(self.cells) - 1, -1, -1):
            dx[t], dh = self.cells[t].backward(dhs[:, t] + dh)
            for grad, part in zip(self.grads, self.cells[t].grads, strict=True):
                grad += part
        self.dh0 = dh
        return np.stack(dx, axis=1)


class ByNumber(LayerOf):
    """Keeps the state as the number 0 where there is none."""

    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx, Wh, b, stateful)
        self.state = 0.0

    def reset_state(self):
        self.state = 0.0

    def forward(self, x):
        if not self.stateful:
            self.reset_state()
        if np.ndim(self.state) and len(self.state) != len(x):
            raise ValueError("reset_state first")
        h0 = np.zeros((len(x), len(self.params[1]))) + self.state
        hs = input_first(x, h0, *self.params)
        self.kept, self.state = (x, h0, hs), hs[:, -1]
        return hs


class SinglePrecisionLayer(LayerOf):
    """float32, by recursion."""

    def forward(self, x):
        h0 = np.zeros((len(x), len(self.params[2])), np.float32)
        if self.stateful and self.state is not None:
            if self.state.shape != h0.shape:
                raise ValueError(f"{self.state.shape} against {h0.shape}")
            h0 = self.state
        hs = by_recursion(x, h0, *self.params).astype(np.float32)
        self.kept, self.state = (x, h0, hs), hs[:, -1]
        return hs

    def backward(self, dhs):
        dx, self.dh0, *grads = backward_by_recursion(dhs, *self.kept, *self.params[:2])
        for grad, new in zip(self.grads, grads, strict=True):
            np.copyto(grad, new)
        return dx.astype(np.float32)


for layer in (LayerOf, CellLayer, ByNumber, SinglePrecisionLayer):
    TIME_RNN.alternative(layer)

ANEW = "every backward writes all of the array"
RNN_CELL.equivalent(ANEW, "np.zeros_like(p) -> np.ones_like(p)")
TIME_RNN.equivalent(ANEW, "np.zeros_like(p) -> np.ones_like(p)")
TIME_RNN.equivalent("b has as many numbers as Wh has rows", "1 -> 2")
RNN_BACKWARD.equivalent("every step of dx is written", "np.zeros_like(x) -> np.ones_like(x)")
RNN_BACKWARD.equivalent(
    "the sums are arrays of the function's own, so that new ones do as well",
    "dWx += x[:, t].T @ da -> dWx = dWx + x[:, t].T @ da",
    "dWh += before.T @ da -> dWh = dWh + before.T @ da",
    "db += np.sum(da, axis=0) -> db = db + np.sum(da, axis=0)",
)
GRADIENT_NORMS.equivalent("a list of numbers is as good as an array", "np.array(norms) -> norms")
GRADIENT_NORMS.equivalent("powers of one matrix commute with it", "power @ Wh -> Wh @ power")
CLIP_GRADS.equivalent("where both are equal the factor is 1", "norm > max_norm -> norm >= max_norm")
