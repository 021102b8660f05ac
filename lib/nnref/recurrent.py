"""What the recurrent layers have in common: their weights, one matrix product for a step, and the state between calls.

A sequence x is (N, T, D): N sequences of T steps of D numbers. A layer with H numbers of state has the weights
Wx (D, G H), Wh (H, G H) and b (G H,), where G counts the parts that a step computes: 1 for the RNN, 3 for the GRU
(r, z, n), 4 for the LSTM (i, f, g, o). Every step computes a = x Wx + h Wh + b, which is one product of the row
[x, h, 1] with the matrix [Wx; Wh; b].
"""

import math

import numpy as np

from nnref.layer import Layer
from nnref.shapes import at_least_1, check_shapes, floating

PARTS = {"rnn": 1, "gru": 3, "lstm": 4}


def recurrent_weights(kind, D, H, rng, dtype=np.float32):
    """Return random weights Wx (D, G H), Wh (H, G H) and b (G H,) of a layer of the kind "rnn", "gru" or "lstm".

    Normal random numbers with standard deviation 1/√D and 1/√H, which keep sums of D and of H terms near 1; b = 0.
    Raises ValueError for another kind, and unless D and H are whole numbers of at least 1.
    """
    parts = parts_of("recurrent_weights", kind)
    for name, value in (("D", D), ("H", H)):
        at_least_1("recurrent_weights", name, value)
    Wx = rng.standard_normal((D, parts * H), dtype) / math.sqrt(D)
    Wh = rng.standard_normal((H, parts * H), dtype) / math.sqrt(H)
    return Wx, Wh, np.zeros(parts * H, dtype)


def parts_of(operation, kind):
    """Return G of a kind of layer, or raise ValueError where there is no such kind."""
    if kind not in PARTS:
        raise ValueError(f"{operation}: found the kind {kind!r}; expected one of {', '.join(map(repr, PARTS))}")
    return PARTS[kind]


def arguments(operation, kind, axes, x, states, Wx, Wh, b):
    """Return x, each state, Wx, Wh and b as floats of one dtype; raise ValueError for shapes that do not fit.

    axes : "N D" for one step, or "N T D" for sequences with T > 0; states : name → array (N, H).
    """
    sizes = check_shapes(operation, x=(x, axes), **{name: (state, "N H") for name, state in states.items()})
    width = "H" if kind == "rnn" else f"{PARTS[kind]}H"
    sizes[width] = PARTS[kind] * sizes["H"]
    check_shapes(operation, **sizes, Wx=(Wx, f"D {width}"), Wh=(Wh, f"H {width}"), b=(b, width))
    if sizes.get("T") == 0:
        raise ValueError(f"{operation}: found a sequence of no steps; expected at least one")
    arrays = [floating(a) for a in (x, *states.values(), Wx, Wh, b)]
    return [a.astype(np.result_type(*arrays), copy=False) for a in arrays]


def input_rows(x, h0):
    """Return the rows [x_t, h_{t-1}, 1] of all steps, (T + 1, N, D + H + 1), with h only of the first step.

    Time stands first, so that the rows of a step lie together in memory. Row T is there for the last h; its x is 0.
    """
    N, T, D = x.shape
    rows = np.zeros((T + 1, N, D + h0.shape[1] + 1), x.dtype)
    rows[:T, :, :D] = x.transpose(1, 0, 2)
    rows[0, :, D:-1] = h0
    rows[:, :, -1] = 1
    return rows


def states_of(rows, D):
    """Return h of all steps (N, T, H), copied from the rows that they were written to."""
    return rows[1:, :, D:-1].transpose(1, 0, 2).copy()


def upstream(operation, dhs, N, T, H, dtype):
    """Return the gradient of the outputs (N, T, H) as floats, time first; raise ValueError for another shape."""
    check_shapes(operation, N=N, T=T, H=H, dhs=(dhs, "N T H"))
    return floating(dhs).astype(dtype, copy=False).transpose(1, 0, 2)


def input_gradient(da, Wx):
    """Return dx (N, T, D) from da (T, N, G H): one product for all steps."""
    T, N, width = da.shape
    dx = da.reshape(T * N, width) @ Wx.T
    return dx.reshape(T, N, len(Wx)).transpose(1, 0, 2).copy()


def weight_gradients(da, rows, D):
    """Return the gradients of Wx, Wh and b from da (T, N, G H) and the rows: one product for all steps.

    A weight serves every step, so its gradient is a sum over T as well as over N.
    """
    T, N, width = da.shape
    dW = rows[:T].reshape(T * N, rows.shape[2]).T @ da.reshape(T * N, width)
    return {"Wx": dW[:D], "Wh": dW[D:-1], "b": dW[-1]}


class Recurrent(Layer):
    """A layer over sequences with a state.

    last : the state after the last step, (h,) or (h, c), each (N, H); None where there was none.
    Without `stateful` every forward begins with zeros. With it, forward begins with the state that the call before
    left, so that a long sequence can be fed in pieces, until `reset_state`. The gradient stops at the border of the
    pieces: backward leaves it in dh0 (and dc0), and nothing is done with it.
    """

    names = ("Wx", "Wh", "b")
    state_count = 1

    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx, Wh, b)
        self.stateful = stateful
        self.last = None

    def reset_state(self):
        """Forget the state: the next forward begins with zeros."""
        self.last = None

    def set_state(self, *state):
        """Give copies of h, or h and c, each (N, H), to a stateful layer for the next forward to begin with."""
        self.last = tuple(np.array(floating(s)) for s in state)

    def start(self, x):
        """Return the states to begin with; raise ValueError where N is not that of the state."""
        N, H = len(x), len(self.params[1])
        if not self.stateful or self.last is None:
            return [np.zeros((N, H), self.params[1].dtype) for _ in range(self.state_count)]
        if len(self.last[0]) != N:
            found = f"found {N} sequences after a state of {len(self.last[0])}"
            raise ValueError(f"{type(self).__name__}: {found}; expected as many, or reset_state() before")
        return self.last
