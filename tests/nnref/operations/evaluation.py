"""Data of a project in parts, and scores of a model."""

import math

import numpy as np
from nnref.affine import affine, affine_naive
from nnref.cnn import init_loss, shift_accuracy, shift_images_naive
from nnref.evaluation import accuracy, confusion_matrix, correct, split
from nnref.losses import softmax_cross_entropy_naive
from nnref.mlp import batch_iter

from tests.nnref.operations import Operation

IMAGES = {"N": (1, 20, 20), "C": (1, 2, 2), "H": (2, 4, 5), "W": (2, 3, 5), "K": (1, 3, 4)}
NOT_DIFFERENTIATED = {"gradient": "not differentiated"}
FLOAT = {"float32": "the result is a Python float"}
NO_MEAN = {"empty batch": "an error: a mean over no samples"}
OTHER_DRAWS = {"pytorch": "PyTorch draws other numbers"}


class Model:
    """A network of one affine layer, which takes samples of any shape as rows."""

    def __init__(self, W, b):
        self.W, self.b = W, b

    def predict(self, X):
        return affine(X.reshape(len(X), len(self.W)), self.W, self.b)


def draw_model(rng, N, C, H, W, K):
    weights = {"W": rng.normal(size=(C * H * W, K)), "b": rng.normal(size=K)}
    return {"X": rng.normal(size=(N, C, H, W)), "y": rng.integers(0, K, N)} | weights


def scores_naive(X, W, b):
    return affine_naive(np.reshape(X, (len(X), -1)), W, b)


def correct_naive(scores, y):
    return sum(max(range(len(row)), key=row.__getitem__) == k for row, k in zip(scores, y, strict=True))


def shift_torch(torch, X, y, W, b, dx, dy):
    scores = torch.nn.functional.pad(X, (dx, -dx, dy, -dy)).flatten(1) @ W + b
    return (scores.argmax(1) == y).double().mean()


def confusion_naive(t, p, K):
    return np.array([[sum(a == i and b == j for a, b in zip(t, p, strict=True)) for j in range(K)] for i in range(K)])


def draw_samples(rng, N, D):
    return {"X": rng.normal(size=(N, D)), "y": rng.normal(size=(N, 2)), "seed": int(rng.integers(1000))}


def in_order(X, y, places):
    """Both arrays, sample by sample, in the order of the places; an array (0, ...) for none."""
    return tuple(np.reshape([a[n] for n in places], (len(places), *a.shape[1:])) for a in (X, y))


def split_naive(X, y, seed, fractions):
    """The permutation of the same generator, cut where the shares end."""
    places, parts, start = np.random.default_rng(seed).permutation(len(X)), (), 0
    for k in range(len(fractions)):
        end = round(math.fsum(fractions[: k + 1]) * len(X))
        parts += in_order(X, y, places[start:end])
        start = end
    return parts


def batches_naive(X, y, seed, size):
    places, batches = list(np.random.default_rng(seed).permutation(len(X))), ()
    while places:
        batches += in_order(X, y, places[:size])
        del places[:size]
    return batches


def label_errors(labels):
    """What the function named `labels` says of labels for 20 samples and 3 classes."""
    return (
        ({"y": np.full(20, 3)}, f"{labels}: found the label 3; expected whole numbers from 0 to 2"),
        (
            {"y": np.full((20, 3), 0.5)},
            f"{labels}: found rows of t that are not one-hot; expected a single 1 among zeros",
        ),
    )


EMPTY = {"X": np.zeros((0, 2, 4, 3)), "y": np.zeros(0, int)}
OPERATIONS = [
    Operation(
        "split",
        lambda X, y, seed, fractions: sum(split(X, y, fractions, np.random.default_rng(seed)), ()),
        draw_samples,
        {"N": (0, 9, 12), "D": (1, 3, 4)},
        settings={"fractions": (0.5, 0.2, 0.3)},
        naive=split_naive,
        errors=(
            ({"y": np.zeros((8, 2))}, "split: y has 8 samples; expected 9, as many as X"),
            *(
                (
                    {"fractions": wrong},
                    f"split: found the fractions {wrong}; expected shares of at least 0 with the sum 1",
                )
                for wrong in ((0.5, 0.4), (1.5, -0.5), ())
            ),
        ),
        exempt=NOT_DIFFERENTIATED | OTHER_DRAWS,
    ),
    Operation(
        "batch_iter",
        lambda X, y, seed, size: sum(batch_iter(X, y, size, np.random.default_rng(seed)), ()),
        draw_samples,
        {"N": (0, 9, 12), "D": (1, 3, 4)},
        settings={"size": 4},
        naive=batches_naive,
        errors=(
            ({"y": np.zeros((8, 2))}, "batch_iter: y has 8 samples; expected 9, as many as X"),
            ({"size": 0}, "batch_iter: found size 0; expected a whole number of at least 1"),
            ({"size": 2.5}, "batch_iter: found size 2.5; expected a whole number of at least 1"),
        ),
        exempt=NOT_DIFFERENTIATED | OTHER_DRAWS | {"empty batch": "no samples make no batch"},
    ),
    Operation(
        "accuracy",
        lambda X, y, W, b: accuracy(Model(W, b), X, y),
        draw_model,
        IMAGES,
        naive=lambda X, y, W, b: correct_naive(scores_naive(X, W, b), y) / len(X),
        torch=lambda torch, X, y, W, b: ((X.flatten(1) @ W + b).argmax(1) == y).double().mean(),
        errors=(
            *label_errors("accuracy"),
            ({"y": np.zeros(19, int)}, "accuracy: y has 19 samples; expected 20, as many as X"),
            (EMPTY, "accuracy: found an empty batch; expected at least one sample"),
        ),
        exempt=NOT_DIFFERENTIATED | FLOAT | NO_MEAN,
    ),
    Operation(
        "correct",
        lambda scores, y: correct("correct", scores, y),
        lambda rng, N, K: {"scores": rng.normal(size=(N, K)), "y": rng.integers(0, K, N)},
        {"N": (0, 20, 20), "K": (1, 3, 4)},
        naive=correct_naive,
        torch=lambda torch, scores, y: (scores.argmax(1) == y).sum(),
        errors=(
            *label_errors("correct"),
            ({"y": np.zeros(19, int)}, "correct: t has shape (19,); expected (N=20,)"),
            ({"scores": np.zeros(20)}, "correct: scores has shape (20,); expected (N, K)"),
        ),
        exempt=NOT_DIFFERENTIATED | {"float32": "the result is a whole number", "empty batch": "one number for any N"},
    ),
    Operation(
        "init_loss",
        lambda X, y, W, b: init_loss(Model(W, b), X, y),
        draw_model,
        IMAGES,
        naive=lambda X, y, W, b: softmax_cross_entropy_naive(scores_naive(X, W, b), y),
        torch=lambda torch, X, y, W, b: torch.nn.functional.cross_entropy(X.flatten(1) @ W + b, y),
        errors=(
            *label_errors("softmax_cross_entropy"),
            ({"y": np.zeros(19, int)}, "softmax_cross_entropy: t has shape (19,); expected (N=20,)"),
            (EMPTY, "softmax_cross_entropy: found an empty batch; expected at least one sample"),
        ),
        exempt={"gradient": "softmax_cross_entropy has it"} | FLOAT | NO_MEAN,
    ),
    *(
        Operation(
            f"shift_accuracy, {dx}, {dy}",
            lambda X, y, W, b, dx, dy: shift_accuracy(Model(W, b), X, y, dx, dy),
            draw_model,
            IMAGES,
            settings={"dx": dx, "dy": dy},
            naive=lambda X, y, W, b, dx, dy: (
                correct_naive(scores_naive(shift_images_naive(X, dx, dy), W, b), y) / len(X)
            ),
            torch=shift_torch,
            errors=(
                *label_errors("accuracy"),
                ({"y": np.zeros(19, int)}, "accuracy: y has 19 samples; expected 20, as many as X"),
                (EMPTY, "accuracy: found an empty batch; expected at least one sample"),
                ({"X": np.zeros((20, 24))}, "shift_images: X has shape (20, 24); expected (N, C, H, W)"),
                ({"dx": 0.5}, "shift_images: found dx 0.5; expected a whole number of pixels"),
            ),
            exempt=NOT_DIFFERENTIATED | FLOAT | NO_MEAN,
        )
        for dx, dy in ((1, 0), (-1, 1))
    ),
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
