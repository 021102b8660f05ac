"""Pairs of indices, whose order is free, and a history, whose order matters."""

import numpy as np
from nnexam.judges import AnyOrder
from nnexam.model import Aspect, Case, Text, call, script
from nnref.optimizers import gradient_descent

from tests.nnexam.kinds import exercise, title


def overlapping(a, b):
    """Return the pairs (i, j) of intervals a[i], b[j] that overlap."""
    i, j = np.nonzero((a[:, None, 0] < b[None, :, 1]) & (b[None, :, 0] < a[:, None, 1]))
    return np.stack([i, j], axis=1)


def overlap_cases(rng):
    ends = rng.permutation(np.arange(10.0)).reshape(5, 2)  # all different: none only touch
    a, b = np.sort(ends[:3], axis=1), np.sort(ends[3:], axis=1)
    a[2], b[0] = (-2.0, 1.5), (-1.0, 0.5)  # these two overlap in any case
    touching = np.array([[0.0, 5.0]]), np.array([[5.0, 9.0], [4.0, 6.0]])
    hint = Text("Two intervals only touch here.", "여기서는 두 구간이 맞닿기만 합니다.")
    return [Case("pairs", call("overlapping", a, b)), Case("touch", call("overlapping", *touching), hint)]


OVERLAPPING = exercise(
    "index set",
    "overlapping",
    ("overlapping",),
    (
        Aspect("pairs", 1, title("pairs"), judge=AnyOrder(), effects=True),
        Aspect("touch", 1, title("touching"), judge=AnyOrder()),
    ),
    overlap_cases,
    {"overlapping": overlapping},
)


@OVERLAPPING.mistake("Intervals that only touch are counted.", "맞닿은 구간도 세었습니다.")
def counts_touching(a, b):
    return [(i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x[0] <= y[1] and y[0] <= x[1]]


@OVERLAPPING.mistake("The pairs are (j, i).", "쌍의 순서가 (j, i)입니다.")
def swapped_pairs(a, b):
    return overlapping(a, b)[:, ::-1]


def by_loops(a, b):
    pairs = [(i, j) for j in range(len(b)) for i in range(len(a))]
    return [(i, j) for i, j in pairs if max(a[i][0], b[j][0]) < min(a[i][1], b[j][1])]


OVERLAPPING.alternative(by_loops)


def path_cases(rng):
    x0 = rng.uniform(1, 2, 2).round(2)
    lines = "path = gradient_descent(lambda x: 2 * x * [1.0, 4.0], x0, 0.1, 3)"
    return [Case(("path", "untouched"), script(lines, "path", x0=x0))]


PATH = exercise(
    "history",
    "gradient_descent",
    ("gradient_descent",),
    (
        Aspect("path", 2, title("path")),
        Aspect("untouched", 1, title("x0 untouched"), effects=True, alone=True),
    ),
    path_cases,
    {"gradient_descent": gradient_descent},
)


@PATH.mistake("All entries are the same array.", "모두 같은 배열입니다.")
def aliased(f_grad, x0, lr, steps):
    x, path = np.array(x0), []
    path.append(x)
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x)
    return path


@PATH.mistake("The start is missing.", "시작점이 빠졌습니다.")
def without_start(f_grad, x0, lr, steps):
    return gradient_descent(f_grad, x0, lr, steps)[1:]


def recursive(f_grad, x0, lr, steps):
    return [x0] if steps == 0 else [x0, *recursive(f_grad, x0 - lr * f_grad(x0), lr, steps - 1)]


PATH.alternative(recursive)
