# %% [markdown] lang="en"
r"""
# SSD
"""

# %% [markdown] lang="ko"
r"""
# SSD
"""

# %% setup=true
import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # the matrices are small: threads would wait for each other

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, match, mean_average_precision, nms, xyxy_to_cxcywh
from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.optimizers import Adam
from nnref.pooling import MaxPooling
from nnref.ssd_head import SSDHead

unit = Unit("u19_ssd", lang="en")
check = unit.check


# %% given=true
def smooth_l1(d):
    """Return d²/2 where |d| < 1 and |d| - 1/2 elsewhere, and the slope of this, both of the shape of d."""
    size = np.abs(d)
    return np.where(size < 1, d * d / 2, size - 0.5), np.clip(d, -1, 1)


# %% exercise="default_boxes"
def default_boxes(maps, scales, ratios):
    """Return the priors."""
    ### BEGIN SOLUTION
    boxes = []
    for (H, W), s in zip(maps, scales):
        for i in range(H):
            for j in range(W):
                for r in ratios:
                    boxes.append([(j + 0.5) / W, (i + 0.5) / H, s * np.sqrt(r), s / np.sqrt(r)])
    return cxcywh_to_xyxy(boxes)
    ### END SOLUTION


# %% check="default_boxes"
check("default_boxes", default_boxes)


# %% exercise="match_priors"
def match_priors(priors, gts, labels, t=0.5):
    """Say which object each prior answers for."""
    ### BEGIN SOLUTION
    if len(gts) == 0:
        return np.zeros(len(priors), dtype=int), np.full(len(priors), -1)
    overlap = iou_matrix(gts, priors)
    objects = overlap.argmax(axis=0)
    objects[overlap.max(axis=0) < t] = -1
    for _ in range(len(gts)):
        g, p = np.unravel_index(overlap.argmax(), overlap.shape)
        objects[p] = g
        overlap[g] = -1
        overlap[:, p] = -1
    return np.where(objects >= 0, labels[objects], 0), objects
    ### END SOLUTION


# %% check="match_priors"
check("match_priors", match_priors)


# %% exercise="encode_decode"
def encode(priors, gts, variances=(0.1, 0.2)):
    """Return the offsets."""
    ### BEGIN SOLUTION
    p, g = xyxy_to_cxcywh(priors), xyxy_to_cxcywh(gts)
    move = (g[:, :2] - p[:, :2]) / p[:, 2:] / variances[0]
    grow = np.log(g[:, 2:] / p[:, 2:]) / variances[1]
    return np.hstack([move, grow])
    ### END SOLUTION


def decode(priors, loc, variances=(0.1, 0.2)):
    """Return the boxes."""
    ### BEGIN SOLUTION
    p = xyxy_to_cxcywh(priors)
    centre = p[:, :2] + p[:, 2:] * loc[:, :2] * variances[0]
    size = p[:, 2:] * np.exp(loc[:, 2:] * variances[1])
    return cxcywh_to_xyxy(np.hstack([centre, size]))
    ### END SOLUTION


# %% check="encode_decode"
check("encode_decode", encode, decode)


# %% exercise="hard_negative_mining"
def hard_negative_mining(ce, pos, ratio=3):
    """Choose the hard negatives."""
    ### BEGIN SOLUTION
    chosen = np.zeros(pos.shape, dtype=bool)
    for n in range(len(ce)):
        negatives = np.flatnonzero(~pos[n])
        worst_first = negatives[np.argsort(-ce[n, negatives])]
        chosen[n, worst_first[: ratio * pos[n].sum()]] = True
    return chosen
    ### END SOLUTION


# %% check="hard_negative_mining"
check("hard_negative_mining", hard_negative_mining)


# %% exercise="multibox_loss"
def multibox_loss(cls, loc, classes, targets, ratio=3):
    """Return the loss and its gradients."""
    ### BEGIN SOLUTION
    pos = classes > 0
    right = np.arange(cls.shape[2]) == classes[..., None]
    z = cls - cls.max(axis=2, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=2, keepdims=True)
    ce = np.log(total[..., 0]) - z[right].reshape(pos.shape)
    part = pos | hard_negative_mining(ce, pos, ratio)
    positives = max(int(pos.sum()), 1)
    values, slopes = smooth_l1(loc[pos] - targets[pos])
    loss = (ce[part].sum() + values.sum()) / positives
    dcls = (e / total - right) * part[..., None] / positives
    dloc = np.zeros_like(loc)
    dloc[pos] = slopes / positives
    return loss, dcls, dloc
    ### END SOLUTION


# %% check="multibox_loss"
check("multibox_loss", multibox_loss)


# %% exercise="detect"
def detect(cls, loc, priors, min_score=0.01, max_iou=0.45):
    """Return the detections."""
    ### BEGIN SOLUTION
    p = softmax(cls)
    boxes = np.clip(decode(priors, loc), 0, 1)
    rows = []
    for c in range(1, p.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        for k in likely[nms(boxes[likely], p[likely, c], max_iou)]:
            rows.append([*boxes[k], p[k, c], c])
    rows.sort(key=lambda row: -row[4])
    return np.array(rows).reshape(-1, 6)
    ### END SOLUTION


# %% check="detect"
check("detect", detect)

# %% [markdown] lang="en"
r"""
## 1. Question
"""

# %% [markdown] lang="ko"
r"""
## 1. 문제
"""

# %% [markdown] answer="sizes" points=3 lang="en"
r"""
x
"""

# %% [markdown] answer="sizes" points=3 lang="ko"
r"""
x
"""

# %% demo=true
unit.score()
