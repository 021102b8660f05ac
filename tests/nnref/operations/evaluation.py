"""Scores of a model."""

import numpy as np
from nnref.evaluation import confusion_matrix

from tests.nnref.operations import Operation


def confusion_naive(t, p, K):
    return np.array([[sum(a == i and b == j for a, b in zip(t, p, strict=True)) for j in range(K)] for i in range(K)])


OPERATIONS = [
    Operation(
        "confusion_matrix",
        confusion_matrix,
        lambda rng, N, K: {"t": rng.integers(0, K, N), "p": rng.integers(0, K, N), "K": K},
        {"N": (1, 30, 40), "K": (1, 4, 6)},
        naive=confusion_naive,
        errors=(
            ({"t": np.full(30, 4)}, "confusion_matrix: found the label 4; expected whole numbers from 0 to 3"),
            ({"p": np.full(30, -1)}, "confusion_matrix: found the label -1; expected whole numbers from 0 to 3"),
            ({"p": np.zeros(29, int)}, "confusion_matrix: t and p have shapes (30,) and (29,); expected (N,) twice"),
        ),
        exempt=dict.fromkeys(("gradient", "float32", "±1000"), "whole numbers only")
        | {"pytorch": "PyTorch has no such operation", "empty batch": "the table has K x K numbers for any N"},
    ),
]
