"""SSD: beside its network, and its last layer."""

import numpy as np
from nnref import ssd as ref
from nnref.ssd_head import prior_rows_backward, prior_rows_forward, prior_rows_naive

from tests.nnref.operations import Operation
from tests.nnref.operations.boxes import ALONE, PLAIN, WHOLE, draw_corners
from tests.nnref.operations.rcnn import best_naive, decode_naive, decode_torch, draw_assignment, encode_naive
from tests.nnref.operations.rcnn import encode_torch as bbox_encode_torch

SPREAD = np.array([0.1, 0.1, 0.2, 0.2])


def draw_maps(rng, M, H, W, A):
    maps = [(H + m, W - m) for m in range(M)]
    return {"maps": maps, "scales": [0.2 + m / 4 for m in range(M)], "ratios": (rng.uniform(0.3, 3, A)).tolist()}


def draw_priors(rng, N, G):
    drawn = draw_assignment(rng, N, G)
    return {"priors": drawn["props"], "gts": drawn["gts"], "labels": drawn["labels"]}


def draw_mining(rng, N, P):
    return {"ce": rng.permutation(N * P).reshape(N, P) / 9, "pos": rng.random((N, P)) < 0.2}


def draw_multibox(rng, N, P, K):
    """Draw a batch; about a quarter of the priors have an object, in every third batch none has."""
    classes = rng.integers(1, K + 1, (N, P)) * (rng.random((N, P)) < 0.25) * (rng.integers(3) > 0)
    loc = rng.normal(size=(N, P, 4))
    return {
        "cls": rng.normal(size=(N, P, K + 1)),
        "loc": loc,
        "classes": classes,
        "targets": loc + 2 * rng.normal(size=(N, P, 4)),
    }


def multibox_torch(torch, cls, loc, classes, targets, ratio):
    cls, loc = cls.clone().requires_grad_(), loc.clone().requires_grad_()
    F, pos = torch.nn.functional, classes > 0
    ce = F.cross_entropy(cls.flatten(0, 1), classes.flatten(), reduction="none").view(classes.shape)
    rank = ce.detach().masked_fill(pos, -torch.inf).argsort(1, descending=True).argsort(1)
    part = pos | (rank < ratio * pos.sum(1, keepdim=True)) & ~pos
    loss = (ce[part].sum() + F.smooth_l1_loss(loc[pos], targets[pos], reduction="sum")) / pos.sum().clamp(min=1)
    return loss.detach(), *torch.autograd.grad(loss, (cls, loc))


def detect_naive(cls, loc, priors, min_score, max_iou):
    boxes = np.minimum(np.maximum(decode_naive(priors, loc * SPREAD), 0), 1)
    return best_naive(boxes, cls, min_score, max_iou)


def draw_head(rng, N, A, D, H, W):
    return {"x": rng.normal(size=(N, A * D, H, W)), "A": A}


def prior_rows_torch(torch, x, A):
    N, C, H, W = x.shape
    return x.view(N, A, C // A, H, W).permute(0, 3, 4, 1, 2).reshape(N, -1, C // A)


LABEL_0 = "match_priors: found the label 0; expected 1 to K, since 0 is the background"
OPERATIONS = [
    Operation(
        "default_boxes",
        ref.default_boxes,
        draw_maps,
        {"M": (0, 2, 3), "H": (1, 4, 5), "W": (4, 6, 7), "A": (1, 3, 3)},
        naive=ref.default_boxes_naive,
        errors=(
            ({"scales": [0.2]}, "default_boxes: found 2 maps and 1 scales; expected one scale for each"),
            (
                {"ratios": [1, 0]},
                "default_boxes: found scales [0.2, 0.45] and ratios [1, 0]; expected numbers above 0",
            ),
        ),
        exempt=PLAIN
        | ALONE
        | dict.fromkeys(("float32", "layout", "batch of one", "empty batch", "±1000"), "takes no arrays"),
    ),
    Operation(
        "match_priors",
        ref.match_priors,
        draw_priors,
        {"N": (0, 20, 20), "G": (0, 4, 5)},
        settings={"t": 0.4},
        naive=ref.match_priors_naive,
        errors=(
            ({"priors": np.zeros((20, 5))}, "match_priors: priors has shape (20, 5); expected (P, 4)"),
            ({"labels": np.ones(3, int)}, "match_priors: labels has shape (3,); expected (G=4,)"),
            ({"labels": np.array([1, 2, 0, 3])}, LABEL_0),
        ),
        exempt=PLAIN | WHOLE | ALONE,
    ),
    Operation(
        "encode",
        ref.encode,
        lambda rng, N: {"priors": draw_corners(rng, N), "gts": draw_corners(rng, N)},
        {"N": (0, 5, 6)},
        naive=lambda priors, gts: encode_naive(priors, gts) / SPREAD,
        torch=lambda torch, priors, gts: bbox_encode_torch(torch, priors, gts) / torch.tensor(SPREAD),
        errors=(({"gts": np.ones((4, 4))}, "bbox_encode: gts has shape (4, 4); expected (N=5, 4)"),),
        exempt=PLAIN,
    ),
    Operation(
        "decode",
        ref.decode,
        lambda rng, N: {"priors": draw_corners(rng, N), "loc": rng.normal(size=(N, 4))},
        {"N": (0, 5, 6)},
        naive=lambda priors, loc: decode_naive(priors, loc * SPREAD),
        torch=lambda torch, priors, loc: decode_torch(torch, priors, loc * torch.tensor(SPREAD)),
        errors=(({"loc": np.ones((4, 4))}, "decode: loc has shape (4, 4); expected (N=5, 4)"),),
        exempt=PLAIN,
    ),
    Operation(
        "hard_negative_mining",
        ref.hard_negative_mining,
        draw_mining,
        {"N": (0, 5, 6), "P": (1, 12, 15)},
        settings={"ratio": 2},
        naive=ref.hard_negative_mining_naive,
        errors=(
            ({"ce": np.zeros(5)}, "hard_negative_mining: ce has shape (5,); expected (N, P)"),
            ({"pos": np.zeros((5, 3))}, "hard_negative_mining: pos has shape (5, 3); expected (N=5, P=12)"),
        ),
        exempt=PLAIN | ALONE | {"float32": "the result is truth values"},
    ),
    Operation(
        "multibox_loss",
        ref.multibox_loss,
        draw_multibox,
        {"N": (0, 4, 5), "P": (1, 15, 15), "K": (1, 3, 4)},
        settings={"ratio": 2},
        naive=ref.multibox_loss_naive,
        torch=multibox_torch,
        errors=(
            ({"cls": np.zeros((4, 15))}, "multibox_loss: cls has shape (4, 15); expected (N, P, C)"),
            ({"loc": np.zeros((4, 15, 5))}, "multibox_loss: loc has shape (4, 15, 5); expected (N=4, P=15, 4)"),
            (
                {"targets": np.zeros((4, 3, 4))},
                "multibox_loss: targets has shape (4, 3, 4); expected (N=4, P=15, 4)",
            ),
            (
                {"classes": np.full((4, 15), 4)},
                "multibox_loss: found the label 4; expected whole numbers from 0 to 3",
            ),
        ),
        exempt={
            "gradient": "returns its gradients itself; test_ssd takes differences",
            "empty batch": "one number; its value for none is tested by itself",
        },
    ),
    Operation(
        "detect",
        ref.detect,
        lambda rng, N, K: {
            "cls": rng.normal(size=(N, K + 1)),
            "loc": rng.normal(size=(N, 4)),
            "priors": draw_corners(rng, N, 1.2) - 0.1,
        },
        {"N": (0, 20, 20), "K": (1, 3, 4)},
        settings={"min_score": 0.2, "max_iou": 0.3},
        naive=detect_naive,
        errors=(
            ({"loc": np.zeros((20, 5))}, "detect: loc has shape (20, 5); expected (P=20, 4)"),
            ({"priors": np.zeros((3, 4))}, "detect: priors has shape (3, 4); expected (P=20, 4)"),
        ),
        exempt=PLAIN | ALONE,
    ),
    Operation(
        "prior_rows",
        prior_rows_forward,
        draw_head,
        {"N": (1, 4, 5), "A": (1, 3, 3), "D": (1, 5, 5), "H": (1, 2, 3), "W": (1, 6, 6)},
        backward=prior_rows_backward,
        gradients=("x",),
        naive=prior_rows_naive,
        torch=prior_rows_torch,
        errors=(
            ({"x": np.zeros((4, 15))}, "prior_rows: x has shape (4, 15); expected (N, C, H, W)"),
            ({"A": 4}, "prior_rows: found 15 channels for 4 boxes of a place; expected a multiple"),
        ),
    ),
]
