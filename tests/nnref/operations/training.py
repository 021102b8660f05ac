"""On the way to trained weights: learning rules, descent, clipped gradients."""

import math

import numpy as np
from nnref.optimizers import gradient_descent
from nnref.perceptron import decision_boundary, perceptron_fit, perceptron_step
from nnref.rnn import clip_grads

from tests.nnref.operations import Operation

SIZES = {"D": (1, 4, 6), "M": (1, 3, 6)}
NO_BATCH = dict.fromkeys(("batch of one", "empty batch"), "has no batch")
NO_GRADIENT = {"gradient": "not differentiated"}


def draw_descent(rng, N, D):
    return {"x0": rng.normal(size=(N, D)), "a": rng.uniform(0.1, 2, D), "c": rng.normal(size=D)}


def descent_naive(x0, a, c, lr, steps):
    path = [x0]
    for _ in range(steps):
        path.append([[x - lr * s * (x - m) for x, s, m in zip(row, a, c, strict=True)] for row in path[-1]])
    return np.reshape(path, (steps + 1, *x0.shape))


def descent_torch(torch, x0, a, c, lr, steps):
    x = x0.clone().requires_grad_()
    path, optimizer = [x0], torch.optim.SGD([x], lr)
    for _ in range(steps):
        x.grad = None
        (a * (x - c) ** 2 / 2).sum().backward()
        optimizer.step()
        path.append(x.detach().clone())
    return torch.stack(path)


def same_layout(a):
    """A copy in the same order and with the same gaps, that can be written to."""
    room = np.zeros(1 + sum((n - 1) * step for n, step in zip(a.shape, a.strides, strict=True)) // a.itemsize, a.dtype)
    copy = np.lib.stride_tricks.as_strided(room, a.shape, a.strides)
    copy[...] = a
    return copy


def clipped(W, b, max_norm):
    """The gradients after clip_grads, which works on arrays of the layout of those given."""
    grads = [same_layout(g) if isinstance(g, np.ndarray) else g for g in (W, b)]
    clip_grads(grads, max_norm)
    return tuple(grads)


def clipped_naive(W, b, max_norm):
    norm = norm_naive(W, b)
    scale = max_norm / norm if norm > max_norm else 1.0
    return np.array([[g * scale for g in row] for row in W]), np.array([g * scale for g in b])


def norm_naive(W, b, max_norm=None):
    return math.sqrt(math.fsum(g * g for row in (*W, b) for g in row))


def draw_grads(rng, D, M):
    return {"W": rng.normal(size=(D, M)), "b": rng.normal(size=M)}


IN_PLACE = {"untouched": "changes the gradients in place, by contract"}
NOT_FLOATS = "not an array of floats, which cannot be changed in place"
CLIP = {
    "draw": draw_grads,
    "sizes": SIZES,
    "errors": (
        *(({"max_norm": n}, f"clip_grads: found max_norm {n}; expected a number above 0") for n in (0, -1, np.nan)),
        ({"b": np.zeros(3, int)}, f"clip_grads: found grads[1] {NOT_FLOATS}"),
        ({"b": [0.5, 1, 2]}, f"clip_grads: found grads[1] {NOT_FLOATS}"),
        ({"W": np.float64(5)}, f"clip_grads: found grads[0] {NOT_FLOATS}"),
    ),
}


def draw_step(rng, D):
    return {"w": rng.normal(size=D), "x": rng.normal(size=D), "t": int(rng.integers(2))}


def step_naive(w, x, t, eta):
    y = math.fsum(p * q for p, q in zip(w, x, strict=True)) > 0
    return np.array([p + eta * (t - y) * q for p, q in zip(w, x, strict=True)])


def fit_naive(X, t, eta, max_epochs):
    w, errors = [0.0] * X.shape[1], []
    while len(errors) < max_epochs and 0 not in errors:
        errors.append(0)
        for x, target in zip(X, t, strict=True):
            y = sum(p * q for p, q in zip(w, x, strict=True)) > 0
            errors[-1] += int(y != target)
            w = [p + eta * (int(target) - y) * q for p, q in zip(w, x, strict=True)]
    return np.array(w), np.array(errors), 0 in errors


FIT = {
    "draw": lambda rng, N, D: {"X": rng.normal(size=(N, D)), "t": rng.integers(0, 2, N)},
    "sizes": {"N": (1, 8, 9), "D": (1, 3, 4)},
    "settings": {"eta": 0.5, "max_epochs": 5},
    "errors": (
        ({"X": np.zeros(8)}, "perceptron_fit: X has shape (8,); expected (N, D+1)"),
        ({"t": np.zeros(7)}, "perceptron_fit: t has shape (7,); expected (N=8,)"),
        ({"t": np.zeros((8, 1))}, "perceptron_fit: t has shape (8, 1); expected (N=8,)"),
    ),
}
FIT_EXEMPT = {
    "gradient": "a rule with a step in it",
    "pytorch": "PyTorch has no such operation",
    "empty batch": "the weights are as many for any N",
}

OPERATIONS = [
    Operation(
        "gradient_descent",
        lambda x0, a, c, lr, steps: gradient_descent(lambda x: a * (x - c), x0, lr, steps),
        draw_descent,
        {"N": (1, 5, 6), "D": (1, 4, 6)},
        settings={"lr": 0.3, "steps": 4},
        naive=descent_naive,
        torch=descent_torch,
        errors=(
            ({"c": np.zeros((2, 1, 4))}, "gradient_descent: f_grad has shape (2, 5, 4); expected (5, 4)"),
            ({"x0": np.zeros(4), "c": np.zeros((1, 4))}, "gradient_descent: f_grad has shape (1, 4); expected (4,)"),
            *(
                ({"steps": n}, f"gradient_descent: found {n} steps; expected a whole number of at least 0")
                for n in (-1, 2.5)
            ),
        ),
        exempt=NO_GRADIENT,
    ),
    Operation(
        "clip_grads, above the limit",
        clipped,
        settings={"max_norm": 0.05},
        naive=clipped_naive,
        exempt=NO_GRADIENT | NO_BATCH | IN_PLACE | {"pytorch": "PyTorch adds 1e-6 to the norm"},
        **CLIP,
    ),
    Operation(
        "clip_grads, below the limit",
        clipped,
        settings={"max_norm": 1e6},
        naive=clipped_naive,
        torch=lambda torch, W, b, max_norm: (W.clone(), b.clone()),
        exempt=NO_GRADIENT | NO_BATCH | IN_PLACE,
        **CLIP,
    ),
    Operation(
        "clip_grads, the norm",
        lambda W, b, max_norm: clip_grads([same_layout(W), same_layout(b)], max_norm),
        settings={"max_norm": 0.05},
        naive=norm_naive,
        torch=lambda torch, W, b, max_norm: torch.nn.utils.get_total_norm([W, b]),
        exempt=NO_GRADIENT | NO_BATCH | IN_PLACE | {"float32": "the result is a Python float"},
        **(CLIP | {"errors": CLIP["errors"][:3]}),
    ),
    Operation(
        "perceptron_step",
        perceptron_step,
        draw_step,
        {"D": (1, 4, 6)},
        settings={"eta": 0.25},
        naive=step_naive,
        torch=lambda torch, w, x, t, eta: w + eta * (t - (w @ x > 0).double()) * x,
        errors=(
            ({"x": np.zeros((4, 1))}, "perceptron_step: x has shape (4, 1); expected (D+1=4,)"),
            ({"w": np.zeros(3)}, "perceptron_step: x has shape (4,); expected (D+1=3,)"),
        ),
        exempt={"gradient": "a rule with a step in it"} | NO_BATCH,
    ),
    Operation(
        "perceptron_fit",
        lambda X, t, eta, max_epochs: perceptron_fit(X, t, eta, max_epochs)[0],
        naive=lambda X, t, eta, max_epochs: fit_naive(X, t, eta, max_epochs)[0],
        exempt=FIT_EXEMPT,
        **FIT,
    ),
    Operation(
        "perceptron_fit, errors and end",
        lambda X, t, eta, max_epochs: perceptron_fit(X, t, eta, max_epochs)[1:],
        naive=lambda X, t, eta, max_epochs: fit_naive(X, t, eta, max_epochs)[1:],
        exempt=FIT_EXEMPT | {"float32": "whole numbers and a truth value"},
        **FIT,
    ),
    Operation(
        "decision_boundary",
        decision_boundary,
        lambda rng: {"w": rng.normal(size=3)},
        {},
        naive=lambda w: ((-(w[0] + w[1]) / w[2]) - (-w[0] / w[2]), -w[0] / w[2]),
        torch=lambda torch, w: (-w[1] / w[2], -w[0] / w[2]),
        errors=(
            ({"w": np.zeros(2)}, "decision_boundary: w has shape (2,); expected (3,)"),
            (
                {"w": np.array([1.0, 0, 0])},
                "decision_boundary: found w[1] = w[2] = 0; expected a line, one of them not 0",
            ),
        ),
        exempt=NO_GRADIENT | NO_BATCH | {"float32": "the results are Python floats"},
    ),
]
