"""u19_ssd: other right solutions, each written in another style. All must earn full marks."""

import numpy as np
from nnref import ssd
from nnref.boxes import cxcywh_to_xyxy, iou_matrix

from . import other_losses as other
from .exercises import DEFAULT_BOXES, DETECT, ENCODE_DECODE, HARD_NEGATIVE_MINING, MATCH_PRIORS, MULTIBOX_LOSS


def by_meshgrid(maps, scales, ratios):
    parts = []
    for (H, W), s in zip(maps, scales, strict=True):
        x, y = np.meshgrid((np.arange(W) + 0.5) / W, (np.arange(H) + 0.5) / H)
        centres = np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), len(ratios), axis=0)
        root = np.tile(np.sqrt(ratios), H * W)
        half = np.stack([s * root, s / root], axis=1) / 2
        parts.append(np.hstack([centres - half, centres + half]))
    return np.vstack(parts)


def by_areas(maps, scales, ratios):
    """From area and ratio: h = √(area / r), w = r h. In float32."""
    boxes = []
    for number in range(len(maps)):
        H, W = maps[number]
        for place in range(H * W):
            i, j = divmod(place, W)
            for r in ratios:
                h = (scales[number] ** 2 / r) ** 0.5
                w = r * h
                left, top = (2 * j + 1) / (2 * W) - w / 2, (2 * i + 1) / (2 * H) - h / 2
                boxes.append([left, top, left + w, top + h])
    return np.array(boxes, dtype=np.float32)


for boxes in (ssd.default_boxes_naive, by_meshgrid, by_areas):
    DEFAULT_BOXES.alternative(boxes)


def by_pairs(priors, gts, labels, t=0.5):
    """All pairs by IoU, the best first."""
    P, G = len(priors), len(gts)
    overlap = iou_matrix(priors, gts)
    classes, objects = np.zeros(P, dtype=int), -np.ones(P, dtype=int)
    pairs = sorted((-overlap[p, g], g, p) for p in range(P) for g in range(G))
    served = set()
    for _, g, p in pairs:
        if g not in served and objects[p] < 0:
            objects[p] = g
            served.add(g)
    for p in range(P):
        if objects[p] < 0 and G and max(overlap[p]) >= t:
            objects[p] = int(np.argmax(overlap[p]))
        if objects[p] >= 0:
            classes[p] = labels[objects[p]]
    return classes, objects


def by_lists(priors, gts, labels, t=0.5):
    """Threshold first, own priors afterwards; lists."""
    overlap = iou_matrix(gts, priors).tolist()
    owner = [-1] * len(priors)
    for p in range(len(priors)):
        for g in range(len(gts)):
            if overlap[g][p] >= t and (owner[p] < 0 or overlap[g][p] > overlap[owner[p]][p]):
                owner[p] = g
    objects, priors_left = list(range(len(gts))), list(range(len(priors)))
    while objects:
        g, p = max(((g, p) for g in objects for p in priors_left), key=lambda pair: overlap[pair[0]][pair[1]])
        owner[p] = g
        objects.remove(g)
        priors_left.remove(p)
    return [int(labels[g]) if g >= 0 else 0 for g in owner], owner


def by_raising(priors, gts, labels, t=0.5):
    """A prior's own object gets an IoU of 2, so that one argmax does the rest."""
    if len(gts) == 0:
        return np.zeros(len(priors), dtype=np.int32), np.full(len(priors), -1, dtype=np.int32)
    overlap = iou_matrix(priors, gts)
    final, left = overlap.copy(), overlap.copy()
    for _ in range(len(gts)):
        p, g = np.unravel_index(np.argmax(left), left.shape)
        final[p, g] = 2
        left[p, :] = -9
        left[:, g] = -9
    best = final.argmax(axis=1).astype(np.int32)
    found = final.max(axis=1) >= t
    return np.where(found, np.asarray(labels)[best], 0), np.where(found, best, -1)


def by_masking(priors, gts, labels, t=0.5):
    """Both results are rows of one array; what is done becomes nan."""
    out = np.stack([np.zeros(len(priors)), np.full(len(priors), -1)]).astype(np.int16)
    left = iou_matrix(gts, priors)
    for p in range(len(priors) if len(gts) else 0):
        if left[:, p].max() >= t:
            out[1, p] = left[:, p].argmax()
    for _ in gts:
        g, p = divmod(np.nanargmax(left), len(priors))
        out[1, p] = g
        left[g], left[:, p] = np.nan, np.nan
    for p in np.flatnonzero(out[1] >= 0):
        out[0, p] = labels[out[1, p]]
    return out


for matched in (ssd.match_priors_naive, by_pairs, by_lists, by_raising, by_masking):
    MATCH_PRIORS.alternative(matched)


def encode_by_columns(priors, gts, variances=(0.1, 0.2)):
    a, b = variances
    px1, py1, px2, py2 = priors.T
    gx1, gy1, gx2, gy2 = gts.T
    pw, ph, gw, gh = px2 - px1, py2 - py1, gx2 - gx1, gy2 - gy1
    tx, ty = (gx1 + gx2 - px1 - px2) / (2 * a * pw), (gy1 + gy2 - py1 - py2) / (2 * a * ph)
    return np.column_stack([tx, ty, (np.log(gw) - np.log(pw)) / b, (np.log(gh) - np.log(ph)) / b])


def decode_by_columns(priors, loc, variances=(0.1, 0.2)):
    a, b = variances
    w, h = priors[:, 2] - priors[:, 0], priors[:, 3] - priors[:, 1]
    x, y = priors[:, 0] + w / 2 + a * w * loc[:, 0], priors[:, 1] + h / 2 + a * h * loc[:, 1]
    w, h = w * np.exp(b * loc[:, 2]), h * np.exp(b * loc[:, 3])
    return np.array([x - w / 2, y - h / 2, x + w / 2, y + h / 2]).T


def encode_by_rows(priors, gts, variances=(0.1, 0.2)):
    rows = []
    for p, g in zip(priors, gts, strict=True):
        size = p[2:] - p[:2]
        move = ((g[:2] + g[2:]) / 2 - (p[:2] + p[2:]) / 2) / size / variances[0]
        rows.append([*move, *(np.log((g[2:] - g[:2]) / size) / variances[1])])
    return rows


def decode_by_rows(priors, loc, variances=(0.1, 0.2)):
    boxes = np.zeros((len(priors), 4), dtype=np.float32)
    for n, (p, t) in enumerate(zip(priors, loc, strict=True)):
        size = p[2:] - p[:2]
        centre = p[:2] + size / 2 + t[:2] * variances[0] * size
        boxes[n] = cxcywh_to_xyxy([[*centre, *(size * np.exp(t[2:] * variances[1]))]])[0]
    return boxes


ENCODE_DECODE.alternative(encode_by_columns, decode_by_columns)
ENCODE_DECODE.alternative(encode_by_rows, decode_by_rows)

for mined in (other.mining_by_rank, other.mining_by_lists, other.mining_one_at_a_time, other.mining_last_of_equals):
    HARD_NEGATIVE_MINING.alternative(mined)
for loss in (other.loss_by_loops, other.loss_by_masks, other.loss_in_float32, ssd.multibox_loss):
    MULTIBOX_LOSS.alternative(loss)
for found in (other.detect_by_lists, other.detect_by_shifting, other.detect_by_vstack):
    DETECT.alternative(found)

MULTIBOX_LOSS.equivalent("max of two numbers, in either order", "max(int(pos.sum()), 1) -> max(1, int(pos.sum()))")
MULTIBOX_LOSS.equivalent("another type of the same whole number", "int(pos.sum()) -> pos.sum()")
MULTIBOX_LOSS.equivalent("the axis has one place only", "0 -> -1 #2")
DETECT.equivalent(
    "0 is below every box that is cut", "np.clip(decode(priors, loc), 0, 1) -> np.clip(0, decode(priors, loc), 1)"
)
