"""Single neurons, vectors, and how data are made ready."""

import math

import numpy as np
from nnref.activations import identity, tanh
from nnref.affine import affine_naive
from nnref.arrays import cosine, row_and_column
from nnref.mlp import mlp_forward, one_hot, standardize
from nnref.neuron import ArtificialNeuron, weighted_sum

from tests.nnref.operations import Operation

PLAIN = "no gradient is asked for"
NO_BATCH = {"batch of one": "vectors, no batch", "empty batch": "vectors, no batch", "gradient": PLAIN}
WHOLE = "whole numbers only"


def draw_neuron(rng, D):
    return {"x": rng.normal(size=D), "w": rng.normal(size=D), "b": 0.7}


def draw_batch(rng, N, D):
    return {"X": rng.normal(size=(N, D)), "w": rng.normal(size=D), "b": 0.7}


def draw_pair(rng, D):
    return {"u": rng.normal(size=D), "v": rng.normal(size=D)}


def draw_mlp(rng, N, D, H, M):
    sizes = {"X": (N, D), "W1": (D, H), "b1": H, "W2": (H, M), "b2": M}
    return {name: rng.normal(size=size) for name, size in sizes.items()}


def mlp_naive(X, W1, b1, W2, b2):
    hidden = affine_naive(X, W1, b1)
    return affine_naive(np.array([[math.tanh(h) for h in row] for row in hidden]), W2, b2)


def standardize_naive(X):
    columns, means, stds = [], [], []
    for column in np.transpose(X):
        mean = math.fsum(column) / len(column)
        std = math.sqrt(math.fsum((x - mean) ** 2 for x in column) / len(column))
        std = std if max(column) > min(column) else 1.0
        columns.append([(x - mean) / std for x in column])
        means.append(mean)
        stds.append(std)
    return np.transpose(columns), np.array(means), np.array(stds)


def standardize_torch(torch, X):
    mean, std = X.mean(0), X.std(0, correction=0)
    return (X - mean) / std, mean, std


OPERATIONS = [
    Operation(
        "weighted_sum",
        weighted_sum,
        draw_neuron,
        {"D": (0, 4, 6)},
        naive=lambda x, w, b: math.fsum(p * q for p, q in zip(x, w, strict=True)) + b,
        torch=lambda torch, x, w, b: torch.dot(x, w) + b,
        errors=(
            ({"w": np.zeros(3)}, "weighted_sum: w has shape (3,); expected (D=4,)"),
            ({"x": np.zeros((4, 1))}, "weighted_sum: x has shape (4, 1); expected (D,)"),
            ({"b": np.zeros(1)}, "weighted_sum: b has shape (1,); expected ()"),
        ),
        exempt=NO_BATCH,
    ),
    Operation(
        "forward_batch",
        lambda X, w, b: ArtificialNeuron(w, b, identity).forward_batch(X),
        draw_batch,
        {"N": (0, 5, 6), "D": (1, 4, 6)},
        naive=lambda X, w, b: np.array([ArtificialNeuron(w, b, identity).forward(x) for x in X]),
        torch=lambda torch, X, w, b: torch.nn.functional.linear(X, w) + b,
        errors=(({"X": np.zeros((5, 3))}, "forward_batch: X has shape (5, 3); expected (N, D=4)"),),
        exempt={"gradient": PLAIN},
    ),
    Operation(
        "row_and_column",
        row_and_column,
        lambda rng, D: {"v": rng.normal(size=D)},
        {"D": (0, 4, 6)},
        naive=lambda v: (np.array([list(v)]), np.array([[x] for x in v]).reshape(len(v), 1)),
        torch=lambda torch, v: (v[None], v[:, None]),
        errors=(({"v": np.zeros((1, 4))}, "row_and_column: v has shape (1, 4); expected (D,)"),),
        exempt=NO_BATCH,
    ),
    Operation(
        "cosine",
        cosine,
        draw_pair,
        {"D": (1, 4, 6)},
        naive=lambda u, v: math.fsum(p * q for p, q in zip(u, v, strict=True)) / math.hypot(*u) / math.hypot(*v),
        torch=lambda torch, u, v: torch.nn.functional.cosine_similarity(u, v, dim=0),
        errors=(({"v": np.zeros(3)}, "cosine: v has shape (3,); expected (D=4,)"),),
        exempt=NO_BATCH,
    ),
    Operation(
        "mlp_forward",
        lambda X, W1, b1, W2, b2: mlp_forward(X, [(W1, b1), (W2, b2)], tanh),
        draw_mlp,
        {"N": (1, 5, 6), "D": (1, 4, 6), "H": (1, 3, 6), "M": (1, 2, 6)},
        naive=mlp_naive,
        torch=lambda torch, X, W1, b1, W2, b2: torch.tanh(X @ W1 + b1) @ W2 + b2,
        errors=(
            ({"W2": np.zeros((5, 2))}, "affine: W has shape (5, 2); expected (D=3, M)"),
            ({"b1": np.zeros(2)}, "affine: b has shape (2,); expected (M=3,)"),
        ),
        exempt={"gradient": PLAIN},
    ),
    Operation(
        "one_hot",
        one_hot,
        lambda rng, N, K: {"y": rng.integers(0, K, N), "K": K},
        {"N": (0, 5, 6), "K": (1, 4, 6)},
        naive=lambda y, K: np.array([[float(k == label) for k in range(K)] for label in y]).reshape(len(y), K),
        torch=lambda torch, y, K: torch.nn.functional.one_hot(y, K),
        errors=(
            ({"y": np.zeros((2, 3), int)}, "one_hot: y has shape (2, 3); expected (N,)"),
            ({"y": np.array([0, 4])}, "one_hot: found the label 4; expected whole numbers from 0 to 3"),
            ({"y": np.array([0, -1])}, "one_hot: found the label -1; expected whole numbers from 0 to 3"),
            ({"y": np.array([0.5, 2])}, "one_hot: found the label 0.5; expected whole numbers from 0 to 3"),
            ({"y": np.array(["a"])}, "one_hot: found labels of <U1; expected whole numbers"),
        ),
        exempt={"gradient": WHOLE, "float32": WHOLE, "±1000": WHOLE},
    ),
    Operation(
        "standardize",
        standardize,
        lambda rng, N, D: {"X": rng.normal(size=(N, D))},
        {"N": (1, 5, 6), "D": (1, 4, 6)},
        naive=standardize_naive,
        torch=standardize_torch,
        errors=(
            ({"X": np.zeros(4)}, "standardize: X has shape (4,); expected (N, D)"),
            ({"X": np.zeros((0, 4))}, "standardize: found an empty batch; expected at least one sample"),
            ({"mean": np.zeros(3)}, "standardize: mean has shape (3,); expected (D=4,)"),
            ({"std": np.ones((1, 4))}, "standardize: std has shape (1, 4); expected (D=4,)"),
        ),
        exempt={"gradient": PLAIN, "empty batch": "no samples have no mean"},
    ),
]
