"""u18_rcnn: other right ways to detect."""

import numpy as np
from nnref.activations import softmax
from nnref.boxes import iou_matrix, nms
from nnref.rcnn import bbox_decode


def by_loops(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """Rows in a list, sorted as such."""
    boxes, p = bbox_decode(props, offsets), softmax(scores)
    rows = []
    for c in range(1, p.shape[1]):
        there = [i for i in range(len(p)) if p[i, c] >= min_score]
        for k in nms(boxes[there], p[there, c], max_iou):
            rows.append([*boxes[there[k]], p[there[k], c], c])
    rows.sort(key=lambda row: row[4], reverse=True)
    return np.array(rows).reshape(-1, 6)


def threshold_last(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """Boxes of low score suppress none of higher score: they may leave after nms as well. In float32."""
    boxes, found = bbox_decode(props, offsets).astype(np.float32), np.zeros((0, 6), dtype=np.float32)
    e = np.exp(scores)
    p = e / e.sum(axis=1)[:, None]
    for c in range(1, scores.shape[1]):
        kept = nms(boxes, p[:, c], max_iou)
        rows = np.hstack([boxes[kept], p[kept, c][:, None], np.full((len(kept), 1), float(c))])
        found = np.vstack([found, rows[rows[:, 4] >= min_score]])
    return found[np.argsort(found[:, 4])[::-1]].astype(np.float32)


def with_own_nms(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """All pairs of box and class, best first; each is kept unless a kept one of its class covers it."""
    boxes = bbox_decode(props, offsets)
    p = softmax(scores)
    overlap = iou_matrix(boxes, boxes)
    pairs = [(p[i, c], i, c) for i in range(len(p)) for c in range(1, p.shape[1]) if p[i, c] >= min_score]
    kept = []
    for score, i, c in sorted(pairs, key=lambda pair: -pair[0]):
        if not any(c == other and overlap[i, j] > max_iou for _, j, other in kept):
            kept.append((score, i, c))
    out = np.empty((len(kept), 6))
    for row, (score, i, c) in zip(out, kept, strict=True):
        row[:4], row[4], row[5] = boxes[i], score, c
    return out


def far_apart(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """One nms for all classes: each class is moved to a place of its own, where it meets no other."""
    boxes, p = bbox_decode(props, offsets), softmax(scores)
    i, c = np.nonzero(p[:, 1:] >= min_score)
    if len(i) == 0:
        return np.empty((0, 6))
    c = c + 1
    kept = nms(boxes[i] + 1e3 * c[:, None], p[i, c], max_iou)
    i, c = i[kept], c[kept]
    return np.column_stack([boxes[i], p[i, c], c])


def gathered(boxes, p, min_score, max_iou):
    parts = []
    for c in range(1, p.shape[1]):
        likely = p[:, c] >= min_score
        own = np.column_stack([boxes[likely], p[likely, c], np.repeat(c, likely.sum())])
        parts.append(own[nms(own[:, :4], own[:, 4], max_iou)])
    rows = np.concatenate(parts, axis=0)
    return rows[(-rows[:, 4]).argsort()]
