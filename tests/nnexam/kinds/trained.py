"""A trained model: scored on labels that never leave the examiner."""

import numpy as np
from nnexam.judges import Score, accuracy
from nnexam.model import Aspect, Case, Text, script

from tests.nnexam.kinds import exercise, title


def blobs(rng, N):
    """Two clouds of points in the plane, and which cloud each point is from."""
    y = rng.permutation(np.resize([0, 1], N))
    return rng.normal(size=(N, 2)) + 5.0 * y[:, None], y


def train_cases(rng):
    X, y = blobs(rng, 60)
    unseen, labels = blobs(rng, 200)
    question = script("predict = train(X, y)", "predict(unseen)", X=X, y=y, unseen=unseen)
    return [Case(("low", "high"), question, secret={"labels": labels})]


ACCURACY = Text("The accuracy", "정확도")

TRAIN = exercise(
    "trained model",
    "train",
    ("train",),
    (
        Aspect("low", 3, title("70 %"), judge=Score(ACCURACY, accuracy, 0.7)),
        Aspect("high", 3, title("95 %"), judge=Score(ACCURACY, accuracy, 0.95)),
    ),
    train_cases,
    {"train": lambda X, y: lambda Z: (Z.sum(axis=1) > X.sum(axis=1).mean()).astype(int)},
)


@TRAIN.mistake("The classes are exchanged.", "클래스가 뒤바뀌었습니다.", named=False)
def exchanged(X, y):
    return lambda Z: (Z.sum(axis=1) < X.sum(axis=1).mean()).astype(int)


@TRAIN.mistake("The border is in the wrong place.", "경계가 틀렸습니다.", named=False)
def half_right(X, y):
    return lambda Z: (Z.sum(axis=1) > X.sum(axis=1).mean() - 4).astype(int)


def nearest_neighbour(X, y):
    return lambda Z: [int(y[np.argmin(((X - z) ** 2).sum(axis=1))]) for z in Z]


TRAIN.alternative(nearest_neighbour)
