"""Affine layers."""

import numpy as np
from nnref.affine import affine, affine_backward, affine_forward, affine_naive

from tests.nnref.operations import Operation, value_only


def draw_affine(rng, N, D, M):
    return {"x": rng.normal(size=(N, D)), "W": rng.normal(size=(D, M)), "b": rng.normal(size=M)}


OPERATIONS = [
    Operation(
        "affine",
        affine_forward,
        draw_affine,
        {"N": (1, 5, 6), "D": (1, 4, 6), "M": (1, 3, 6)},
        backward=affine_backward,
        gradients=("x", "W", "b"),
        naive=affine_naive,
        torch=lambda torch, x, W, b: torch.nn.functional.linear(x, W.T, b),
        errors=(
            ({"W": np.zeros((3, 4))}, "affine: W has shape (3, 4); expected (D=4, M)"),
            ({"b": np.zeros((3, 1))}, "affine: b has shape (3, 1); expected (M=3,)"),
            ({"x": np.zeros(4)}, "affine: x has shape (4,); expected (N, D)"),
        ),
    ),
]
OPERATIONS.append(value_only(OPERATIONS[0], affine))
