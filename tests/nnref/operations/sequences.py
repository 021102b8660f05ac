"""Sequences of ids: embedding, the affine layer at every step, the loss without padding."""

import numpy as np
from nnref.embedding import embedding_backward, embedding_forward
from nnref.sequence_loss import (
    masked_softmax_loss,
    masked_softmax_loss_backward,
    masked_softmax_loss_forward,
    masked_softmax_loss_naive,
    perplexity,
)
from nnref.time_affine import time_affine_backward, time_affine_forward, time_affine_naive

from tests.nnref.operations import Operation


def draw_ids(rng, N, T, V, E):
    return {"ids": rng.integers(0, V, (N, T)), "W": rng.normal(size=(V, E))}


def rows_of_ids(ids, W):
    out = np.empty((*ids.shape, W.shape[1]))
    for n, t in np.ndindex(ids.shape):
        for e in range(W.shape[1]):
            out[n, t, e] = W[ids[n, t], e]
    return out


def draw_affine(rng, N, T, D, M):
    return {"x": rng.normal(size=(N, T, D)), "W": rng.normal(size=(D, M)), "b": rng.normal(size=M)}


def draw_scores(rng, N, T, K):
    mask = rng.random((N, T)) < 0.6
    mask[:1, :1] = True  # at least one token counts
    t = np.where(mask, rng.integers(0, K, (N, T)), -1)  # what stands at padding is no id
    return {"scores": rng.normal(size=(N, T, K)), "t": t, "mask": mask}


def torch_loss(torch, scores, t, mask):
    return torch.nn.functional.cross_entropy(scores.transpose(1, 2), t, ignore_index=-1)


def torch_loss_and_gradient(torch, scores, t, mask):
    scores.requires_grad_()
    loss = torch_loss(torch, scores, t, mask)
    return loss, torch.autograd.grad(loss, scores)[0]


def naive_loss_and_gradient(scores, t, mask):
    gradient, counted = np.zeros(scores.shape), mask.sum()
    for n, i in np.ndindex(t.shape):
        if mask[n, i]:
            e = np.exp(scores[n, i])
            gradient[n, i] = e / e.sum() / counted
            gradient[n, i, t[n, i]] -= 1 / counted
    return masked_softmax_loss_naive(scores, t, mask), gradient


NO_MEAN = "a mean over no tokens"
LOSS_ERRORS = (
    ({"t": np.zeros((4, 3), int)}, "masked_softmax_loss: t has shape (4, 3); expected (N=5, T=4)"),
    ({"mask": np.ones(5, bool)}, "masked_softmax_loss: mask has shape (5,); expected (N=5, T=4)"),
    ({"mask": np.zeros((5, 4), bool)}, "masked_softmax_loss: found no token that counts; expected at least one"),
)
TOKENS = {"N": (1, 5, 6), "T": (1, 4, 5), "K": (1, 3, 6)}

OPERATIONS = [
    Operation(
        "embedding",
        embedding_forward,
        draw_ids,
        {"N": (1, 5, 6), "T": (1, 4, 5), "V": (1, 3, 7), "E": (1, 2, 4)},
        backward=embedding_backward,
        gradients=("W",),
        naive=rows_of_ids,
        torch=lambda torch, ids, W: torch.nn.functional.embedding(ids, W),
        errors=(
            ({"ids": np.array([[3]])}, "embedding: found the label 3; expected whole numbers from 0 to 2"),
            ({"ids": np.array([[-1]])}, "embedding: found the label -1; expected whole numbers from 0 to 2"),
            ({"W": np.zeros(3)}, "embedding: W has shape (3,); expected (V, E)"),
        ),
    ),
    Operation(
        "time_affine",
        time_affine_forward,
        draw_affine,
        {"N": (1, 5, 6), "T": (1, 4, 5), "D": (1, 3, 5), "M": (1, 2, 5)},
        backward=time_affine_backward,
        gradients=("x", "W", "b"),
        naive=time_affine_naive,
        torch=lambda torch, x, W, b: torch.nn.functional.linear(x, W.T, b),
        errors=(
            ({"x": np.zeros((5, 3))}, "time_affine: x has shape (5, 3); expected (N, T, D)"),
            ({"W": np.zeros((4, 2))}, "time_affine: W has shape (4, 2); expected (D=3, M)"),
        ),
    ),
    Operation(
        "masked_softmax_loss_forward",
        masked_softmax_loss_forward,
        draw_scores,
        TOKENS,
        backward=masked_softmax_loss_backward,
        gradients=("scores",),
        naive=masked_softmax_loss_naive,
        torch=torch_loss,
        errors=LOSS_ERRORS,
        exempt={"empty batch": NO_MEAN},
    ),
    Operation(
        "masked_softmax_loss",
        masked_softmax_loss,
        draw_scores,
        TOKENS,
        naive=naive_loss_and_gradient,
        torch=torch_loss_and_gradient,
        errors=LOSS_ERRORS,
        exempt={"empty batch": NO_MEAN, "gradient": "returns it"},
    ),
    Operation(
        "perplexity",
        perplexity,
        draw_scores,
        TOKENS,
        naive=lambda scores, t, mask: np.exp(masked_softmax_loss_naive(scores, t, mask)),
        torch=lambda torch, **arguments: torch.exp(torch_loss(torch, **arguments)),
        errors=LOSS_ERRORS,
        exempt={
            "empty batch": NO_MEAN,
            "gradient": "the loss is what has one",
            "±1000": "exp of a loss of 1000 is infinite",
        },
    ),
]
