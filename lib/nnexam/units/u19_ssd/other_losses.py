"""u19_ssd: other right solutions of hard_negative_mining, multibox_loss and detect."""

import math

import numpy as np
from nnref.activations import softmax
from nnref.boxes import nms
from nnref.ssd import decode, hard_negative_mining


def mining_by_rank(ce, pos, ratio=3):
    """The usual double argsort: the rank of each prior among its image's."""
    open_to = np.where(pos, -np.inf, ce)
    rank = (-open_to).argsort(axis=1).argsort(axis=1)
    wanted = np.minimum(ratio * pos.sum(axis=1), (~pos).sum(axis=1))
    return rank < wanted[:, None]


def mining_by_lists(ce, pos, ratio=3):
    chosen = []
    for row, positive in zip(ce.tolist(), pos.tolist(), strict=True):
        left = [p for p in range(len(row)) if not positive[p]]
        left.sort(key=row.__getitem__, reverse=True)
        worst = set(left[: ratio * sum(positive)])
        chosen.append([p in worst for p in range(len(row))])
    return chosen


def mining_one_at_a_time(ce, pos, ratio=3):
    chosen = np.zeros_like(pos)
    left = np.array(ce, dtype=np.float32)
    left[pos] = -1
    for n in range(len(ce)):
        for _ in range(min(ratio * int(pos[n].sum()), int((~pos[n]).sum()))):
            p = left[n].argmax()
            chosen[n, p] = True
            left[n, p] = -1
    return chosen


def mining_last_of_equals(ce, pos, ratio=3):
    """Ascending order, from its end: of equal ones the last."""
    chosen = np.zeros(ce.shape, dtype=bool)
    for n in range(len(ce)):
        negatives = np.flatnonzero(~pos[n])
        k = ratio * np.count_nonzero(pos[n])
        if k > 0:
            chosen[n, negatives[np.argsort(ce[n, negatives])[-k:]]] = True
    return chosen


def loss_by_loops(cls, loc, classes, targets, ratio=3):
    N, P, C = cls.shape
    ce, p = np.zeros((N, P)), np.zeros(cls.shape)
    for n in range(N):
        for i in range(P):
            z = cls[n, i] - max(cls[n, i])
            total = sum(math.exp(v) for v in z)
            ce[n, i] = math.log(total) - z[classes[n, i]]
            p[n, i] = [math.exp(v) / total for v in z]
    mined = hard_negative_mining(ce, classes > 0, ratio)
    positives = sum(int(c > 0) for row in classes for c in row)
    loss, dcls, dloc = 0.0, np.zeros(cls.shape), np.zeros(loc.shape)
    if positives == 0:
        return loss, dcls, dloc
    for n in range(N):
        for i in range(P):
            c = classes[n, i]
            if c == 0 and not mined[n, i]:
                continue
            loss += ce[n, i] / positives
            for k in range(C):
                dcls[n, i, k] = (p[n, i, k] - (k == c)) / positives
            for side in range(4 if c else 0):
                d = loc[n, i, side] - targets[n, i, side]
                loss += (0.5 * d * d if abs(d) < 1 else abs(d) - 0.5) / positives
                dloc[n, i, side] = (d if abs(d) < 1 else math.copysign(1, d)) / positives
    return loss, dcls, dloc


def loss_by_masks(cls, loc, classes, targets, ratio=3):
    """Everything everywhere, times masks of 0 and 1."""
    pos = classes > 0
    highest = cls.max(axis=-1, keepdims=True)
    log_p = cls - highest - np.log(np.exp(cls - highest).sum(axis=-1, keepdims=True))
    one_hot = np.eye(cls.shape[-1])[classes]
    ce = -(log_p * one_hot).sum(axis=-1)
    weight = (pos + hard_negative_mining(ce, pos, ratio)) / max(1, pos.sum())
    near = weight * pos
    d = loc - targets
    smooth = np.where(abs(d) < 1, d**2 / 2, abs(d) - 0.5)
    loss = (weight * ce).sum() + (near[..., None] * smooth).sum()
    slope = np.where(abs(d) < 1, d, np.sign(d))
    return loss, weight[..., None] * (np.exp(log_p) - one_hot), near[..., None] * slope


def loss_in_float32(cls, loc, classes, targets, ratio=3):
    cls, loc, targets = (a.astype(np.float32) for a in (cls, loc, targets))
    z = cls - cls.max(axis=2, keepdims=True)
    n, p = np.indices(classes.shape)
    ce = np.log(np.exp(z).sum(axis=2)) - z[n, p, classes]
    pos = classes > 0
    part = pos | hard_negative_mining(ce, pos, ratio)
    count = max(np.count_nonzero(pos), 1)
    dcls, dloc = np.zeros_like(cls), np.zeros_like(loc)
    grad = softmax(cls)
    grad[n, p, classes] -= 1
    dcls[part] = grad[part] / np.float32(count)
    d = (loc - targets)[pos]
    dloc[pos] = np.clip(d, -1, 1) / np.float32(count)
    huber = np.minimum(abs(d), 1) * (abs(d) - np.minimum(abs(d), 1) / 2)
    return [(ce[part].sum() + huber.sum()) / count, dcls, dloc]


def detect_by_lists(cls, loc, priors, min_score=0.01, max_iou=0.45):
    boxes = decode(priors, loc)
    rows = []
    for (x1, y1, x2, y2), scores in zip(boxes.tolist(), cls, strict=True):
        e = [math.exp(s - max(scores)) for s in scores]
        for c in range(1, len(e)):
            p = e[c] / sum(e)
            if p >= min_score:
                rows.append([max(x1, 0), max(y1, 0), min(x2, 1), min(y2, 1), p, c])
    rows.sort(key=lambda row: -row[4])
    kept = []
    for row in rows:
        if all(row[5] != other[5] or overlap(row, other) <= max_iou for other in kept):
            kept.append(row)
    return np.array(kept).reshape(-1, 6)


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(w, 0) * max(h, 0)
    whole = sum((x2 - x1) * (y2 - y1) for x1, y1, x2, y2, _, _ in (a, b)) - both
    return both / whole if whole else 0


def detect_by_shifting(cls, loc, priors, min_score=0.01, max_iou=0.45):
    """One nms for all: boxes of different classes are moved apart."""
    p = softmax(cls)
    boxes = np.clip(decode(priors, loc), 0, 1)
    prior, c = np.nonzero(p[:, 1:] >= min_score)
    c = c + 1
    kept = nms(boxes[prior] + 2.0 * c[:, None], p[prior, c], max_iou)
    return np.column_stack([boxes[prior], p[prior, c], c])[kept]


def detect_by_vstack(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls, axis=1), decode(priors, loc).clip(0.0, 1.0)
    out = np.empty((0, 6))
    for c in range(1, p.shape[1]):
        enough = p[:, c] >= min_score
        b, s = boxes[enough], p[enough, c]
        for i in nms(b, s, max_iou):
            out = np.vstack([out, np.append(b[i], [s[i], c])])
    return out[(-out[:, 4]).argsort()]
