"""Boxes of objects: two ways to write them, overlap, suppression, and how well detections fit the truth.

A box is (x1, y1, x2, y2), left, top, right, bottom, in continuous coordinates: the pixel in row i and column j covers
(j, i, j + 1, i + 1), so a width is x2 - x1, without + 1. A box with x2 <= x1 or y2 <= y1 is empty and has the area 0.
Detections are rows (x1, y1, x2, y2, score, class), objects rows (x1, y1, x2, y2, class). No boxes are (0, 4).
"""

import numpy as np

from nnref.shapes import check_shapes, floating

BLOCK = 32  # boxes that nms compares at once


def xyxy_to_cxcywh(boxes):
    """Return boxes (N, 4) as centre, width and height: ((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1), (N, 4)."""
    boxes = floating(boxes)
    check_shapes("xyxy_to_cxcywh", boxes=(boxes, "N 4"))
    low, high = boxes[:, :2], boxes[:, 2:]
    return np.concatenate([(low + high) / 2, high - low], axis=1)


def cxcywh_to_xyxy(boxes):
    """Return boxes (N, 4), given by centre, width and height, as corners: (cx - w/2, cy - h/2, cx + w/2, cy + h/2)."""
    boxes = floating(boxes)
    check_shapes("cxcywh_to_xyxy", boxes=(boxes, "N 4"))
    centre, half = boxes[:, :2], boxes[:, 2:] / 2
    return np.concatenate([centre - half, centre + half], axis=1)


def iou_matrix(A, B):
    """Return the intersection over union of every box of A with every box of B.

    A (N, 4), B (M, 4). Returns (N, M): area(a ∩ b) / (area(a) + area(b) - area(a ∩ b)), and 0 where both are empty.
    Raises ValueError for shapes that do not fit.
    """
    A, B = floating(A), floating(B)
    check_shapes("iou_matrix", A=(A, "N 4"), B=(B, "M 4"))
    # (N, 1) against (M,): NumPy makes all N·M pairs at once. A negative width means no overlap, whatever the height.
    overlap = np.maximum(np.minimum(A[:, None, 2], B[:, 2]) - np.maximum(A[:, None, 0], B[:, 0]), 0)
    overlap *= np.maximum(np.minimum(A[:, None, 3], B[:, 3]) - np.maximum(A[:, None, 1], B[:, 1]), 0)
    union = (_area(A)[:, None] + _area(B)) - overlap
    return np.divide(overlap, union, out=np.zeros_like(overlap), where=union > 0)


def _area(boxes):
    return np.maximum(boxes[:, 2] - boxes[:, 0], 0) * np.maximum(boxes[:, 3] - boxes[:, 1], 0)


def iou_matrix_naive(A, B):
    """The same as iou_matrix, pair by pair."""
    out = np.zeros((len(A), len(B)))
    for n, a in enumerate(A):
        for m, b in enumerate(B):
            width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            overlap = width * height if width > 0 and height > 0 else 0
            union = sum(max(x2 - x1, 0) * max(y2 - y1, 0) for x1, y1, x2, y2 in (a, b)) - overlap
            out[n, m] = overlap / union if union > 0 else 0
    return out


def nms(boxes, scores, t):
    """Return the numbers of the boxes that stay when each box removes those of lower score that overlap it too much.

    boxes (N, 4), scores (N,), t the largest IoU that may stay: only more than t is removed. Returns whole numbers (K,),
    highest score first, equal scores in the order given. A removed box removes nothing. Classes are the caller's.
    Non-maximum suppression as in R. Girshick et al., 2014.
    """
    boxes, scores = floating(boxes), floating(scores)
    check_shapes("nms", boxes=(boxes, "N 4"), scores=(scores, "N"))
    left, kept = np.argsort(-scores, kind="stable"), []
    while left.size:
        first = left[:BLOCK]  # some boxes against all that are left, together: few calls, and never N² numbers
        removes = iou_matrix(boxes[first], boxes[left]) > t
        stays = np.ones(len(left), dtype=bool)
        for i, box in enumerate(first):
            if stays[i]:
                kept.append(box)
                stays[i + 1 :] &= ~removes[i, i + 1 :]
        left = left[BLOCK:][stays[BLOCK:]]
    return np.array(kept, dtype=np.int64)


def nms_naive(boxes, scores, t):
    """The same as nms: go through the boxes by score, keep one unless a kept one overlaps it by more than t."""
    kept = []
    for i in sorted(range(len(boxes)), key=lambda i: -scores[i]):
        if all(iou_matrix_naive([boxes[i]], [boxes[j]])[0, 0] <= t for j in kept):
            kept.append(i)
    return np.array(kept, dtype=np.int64)


def match(dets, gts, t):
    """Say which object of one image each detection has found.

    dets (D, 6) rows x1, y1, x2, y2, score, class; gts (G, 5) rows x1, y1, x2, y2, class; t the least IoU that counts.
    Returns whole numbers (D,): the row of gts, or -1 for none. By score, highest first (equal scores in the order
    given), a detection takes, among the objects of its class not yet taken, the one of largest IoU (the first of equal
    ones), if that is at least t. So COCO does it; Pascal VOC only looks at the object of largest IoU, taken or not.
    """
    dets, gts = floating(dets), floating(gts)
    check_shapes("match", dets=(dets, "D 6"), gts=(gts, "G 5"))
    overlap = iou_matrix(dets[:, :4], gts[:, :4])
    possible = (overlap >= t) & (dets[:, 5:] == gts[:, 4])
    found = np.full(len(dets), -1, dtype=np.int64)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if possible[d].any():
            found[d] = np.argmax(np.where(possible[d], overlap[d], -1))
            possible[:, found[d]] = False
    return found


def average_precision(scores, correct, total):
    """Return the area under the envelope of precision against recall, a float from 0 to 1.

    scores (D,), correct (D,) truth values, total the number of objects there are. By score, highest first (equal scores
    in the order given), after d detections precision = hits / d and recall = hits / total. The envelope at a recall is
    the best precision at this or any larger recall; every hit adds its envelope / total. Without objects: 0.0.
    Raises ValueError for more hits than objects. Source: M. Everingham et al., "The Pascal visual object classes
    challenge: a retrospective", IJCV 111, 2015 (all points, not eleven).
    """
    scores, correct = floating(scores), np.asarray(correct, dtype=bool)
    check_shapes("average_precision", scores=(scores, "D"), correct=(correct, "D"))
    if correct.sum() > total:
        raise ValueError(f"average_precision: found {correct.sum()} correct of {total}; expected at most {total}")
    hit = correct[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float(envelope[hit].sum() / total) if total else 0.0


def mean_average_precision(dets, gts, t=0.5):
    """Return the mean of average_precision over the classes, a float from 0 to 1.

    dets, gts : one array (D, 6) and one (G, 5) for each image, rows as in match; t the least IoU that counts.
    Detections are matched within their image; those of all images together make the curve of a class. A class without
    any object is left out. Raises ValueError where no image has an object or the numbers of images differ.
    """
    if len(dets) != len(gts):
        raise ValueError(f"mean_average_precision: found {len(dets)} and {len(gts)} images; expected the same number")
    if not sum(map(len, gts)):
        raise ValueError("mean_average_precision: found no object in any image; expected at least one")
    correct = np.concatenate([match(d, g, t) >= 0 for d, g in zip(dets, gts, strict=True)])
    scores, found = np.concatenate([floating(d)[:, 4:] for d in dets]).T
    there = np.concatenate([floating(g)[:, 4] for g in gts])
    one = [average_precision(scores[found == c], correct[found == c], np.sum(there == c)) for c in np.unique(there)]
    return float(np.mean(one))


def sliding_windows(shape, size, stride):
    """Return every window that fits into an image, from the top left, row by row, as boxes (N, 4).

    shape (H, W) of the image and size (h, w) of a window, heights first; stride the step both ways, at least 1.
    N = (⌊(H - h) / stride⌋ + 1) (⌊(W - w) / stride⌋ + 1), or 0 where the window is larger than the image.
    """
    (H, W), (h, w) = shape, size
    if min(h, w, stride) < 1:
        raise ValueError(f"sliding_windows: found size {(h, w)} and stride {stride}; expected at least 1")
    y, x = np.meshgrid(np.arange(0, H - h + 1, stride), np.arange(0, W - w + 1, stride), indexing="ij")
    corner = np.stack([x.ravel(), y.ravel()], axis=1)
    return np.concatenate([corner, corner + [w, h]], axis=1).astype(np.float64)


def sliding_windows_naive(shape, size, stride):
    """The same as sliding_windows, window by window."""
    (H, W), (h, w), boxes = shape, size, []
    for y in range(0, H - h + 1, stride):
        for x in range(0, W - w + 1, stride):
            boxes.append((x, y, x + w, y + h))
    return np.reshape(boxes, (len(boxes), 4)).astype(float)
