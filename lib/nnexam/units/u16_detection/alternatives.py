"""u16_detection: other right solutions, each written in another style. All must earn full marks."""

import numpy as np
from nnref.boxes import iou_matrix

from .exercises import AVERAGE_PRECISION, BOX_FORMATS, IOU_MATRIX, MATCH, NMS, SLIDING_WINDOWS


def centres_by_loops(boxes):
    out = np.zeros((len(boxes), 4))
    for i, (x1, y1, x2, y2) in enumerate(boxes):
        out[i] = x1 + (x2 - x1) / 2, y1 + (y2 - y1) / 2, x2 - x1, y2 - y1
    return out


def corners_by_loops(boxes):
    out = np.zeros((len(boxes), 4))
    for i, (x, y, w, h) in enumerate(boxes):
        x1, y1 = x - 0.5 * w, y - 0.5 * h
        out[i] = x1, y1, x1 + w, y1 + h
    return out


TO_CENTRES = np.array([[0.5, 0, -1, 0], [0, 0.5, 0, -1], [0.5, 0, 1, 0], [0, 0.5, 0, 1]])


def centres_by_matrix(boxes):
    return boxes @ TO_CENTRES


def corners_by_matrix(boxes):
    return boxes @ np.linalg.inv(TO_CENTRES)


def centres_in_float32(boxes):
    boxes = np.asarray(boxes, dtype=np.float32)
    return np.hstack([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]])


def corners_in_float32(boxes):
    boxes = np.array(boxes, dtype=np.float32)
    boxes[:, :2] -= boxes[:, 2:] / 2
    boxes[:, 2:] += boxes[:, :2]
    return boxes


BOX_FORMATS.alternative(centres_by_loops, corners_by_loops)
BOX_FORMATS.alternative(centres_by_matrix, corners_by_matrix)
BOX_FORMATS.alternative(centres_in_float32, corners_in_float32)


def iou_by_loops(A, B):
    out = np.zeros((len(A), len(B)))
    for i, (ax1, ay1, ax2, ay2) in enumerate(A):
        for j, (bx1, by1, bx2, by2) in enumerate(B):
            if ax2 <= bx1 or bx2 <= ax1 or ay2 <= by1 or by2 <= ay1:
                continue
            overlap = (min(ax2, bx2) - max(ax1, bx1)) * (min(ay2, by2) - max(ay1, by1))
            union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - overlap
            if union > 0:
                out[i, j] = overlap / union
    return out


def iou_by_corners(A, B):
    low, high = np.maximum(A[:, np.newaxis, :2], B[:, :2]), np.minimum(A[:, np.newaxis, 2:], B[:, 2:])
    overlap = np.prod((high - low).clip(min=0), axis=-1)
    area_A, area_B = ((boxes[:, 2:] - boxes[:, :2]).prod(axis=1) for boxes in (A, B))
    union = np.add.outer(area_A, area_B) - overlap
    return np.divide(overlap, union, out=np.zeros(union.shape), where=union != 0)


def iou_without_nan(A, B):
    """0/0 is mended afterwards, in float32."""
    A, B = np.asarray(A, dtype=np.float32), np.asarray(B, dtype=np.float32)
    ax1, ay1, ax2, ay2 = (column.reshape(-1, 1) for column in A.T)
    bx1, by1, bx2, by2 = B.T
    w, h = np.minimum(ax2, bx2) - np.maximum(ax1, bx1), np.minimum(ay2, by2) - np.maximum(ay1, by1)
    overlap = np.where((w > 0) & (h > 0), w * h, 0)
    with np.errstate(all="ignore"):
        return np.nan_to_num(overlap / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - overlap))


def iou_with_a_small_number(A, B):
    """The usual + 1e-9 below the line."""
    out = []
    for a in A:
        w = np.clip(np.minimum(a[2], B[:, 2]) - np.maximum(a[0], B[:, 0]), 0, None)
        h = np.clip(np.minimum(a[3], B[:, 3]) - np.maximum(a[1], B[:, 1]), 0, None)
        area = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
        out.append(w * h / ((a[2] - a[0]) * (a[3] - a[1]) + area - w * h + 1e-9))
    return np.array(out).reshape(len(A), len(B))


for iou in (iou_by_loops, iou_by_corners, iou_without_nan, iou_with_a_small_number):
    IOU_MATRIX.alternative(iou)


def windows_by_grid(shape, size, stride):
    rows, columns = max(shape[0] - size[0] + 1, 0), max(shape[1] - size[1] + 1, 0)
    y, x = np.mgrid[0:rows:stride, 0:columns:stride]
    if y.size == 0:
        return np.zeros((0, 4))
    x, y = x.ravel(), y.ravel()
    return np.column_stack([x, y, x + size[1], y + size[0]])


def windows_by_columns(shape, size, stride):
    """From left to right, column by column."""
    H, W = shape
    h, w = size
    boxes, x = [], 0
    while x + w <= W:
        y = 0
        while y + h <= H:
            boxes.append([float(x), float(y), float(x + w), float(y + h)])
            y += stride
        x += stride
    return np.array(boxes, dtype=np.float32) if boxes else np.empty((0, 4), dtype=np.float32)


def windows_by_counts(shape, size, stride):
    rows, columns = (max((n - k) // stride + 1, 0) for n, k in zip(shape, size, strict=True))
    out = np.empty((rows * columns, 4))
    for n in range(rows * columns):
        out[n, :2] = stride * (n % columns), stride * (n // columns)
        out[n, 2:] = out[n, :2] + size[::-1]
    return out


for windows in (windows_by_grid, windows_by_columns, windows_by_counts):
    SLIDING_WINDOWS.alternative(windows)


def nms_by_kept(boxes, scores, t):
    """A list: each box is compared with those kept so far."""
    kept = []
    for i in sorted(range(len(scores)), key=lambda i: scores[i], reverse=True):
        if all(iou_matrix(boxes[i : i + 1], boxes[j : j + 1])[0, 0] <= t for j in kept):
            kept.append(i)
    return kept


def nms_by_mask(boxes, scores, t):
    order = np.argsort(-scores, kind="stable")
    iou = iou_matrix(boxes[order], boxes[order])
    alive = np.ones(len(order), dtype=bool)
    for i in range(len(order)):
        if alive[i]:
            alive[i + 1 :] &= iou[i, i + 1 :] <= t
    return order[alive]


def nms_by_maximum(boxes, scores, t):
    """The best of those left, again and again, in float32."""
    left = np.array(scores, dtype=np.float32)
    kept = np.empty(0, dtype=np.int32)
    while np.isfinite(left).any():
        best = left.argmax()
        kept = np.append(kept, np.int32(best))
        left[iou_matrix(boxes[best][None], boxes)[0] > t] = -np.inf
        left[best] = -np.inf
    return kept


def nms_by_recursion(boxes, scores, t):
    def go(order):
        if len(order) == 0:
            return []
        rest = [i for i in order[1:] if not iou_matrix(boxes[[order[0]]], boxes[[i]]).item() > t]
        return [order[0], *go(rest)]

    return np.array(go(list(np.lexsort((np.arange(len(scores)), -scores)))), dtype=np.uint8)


for suppressed in (nms_by_kept, nms_by_mask, nms_by_maximum, nms_by_recursion):
    NMS.alternative(suppressed)


def match_by_lists(dets, gts, t):
    """A list of ints; the objects left stand in a set."""
    overlap = iou_matrix(dets[:, :4], gts[:, :4])
    free, answer = set(range(len(gts))), [-1] * len(dets)
    for d in sorted(range(len(dets)), key=lambda d: -dets[d, 4]):
        good = [g for g in sorted(free) if gts[g, 4] == dets[d, 5] and overlap[d, g] >= t]
        if good:
            answer[d] = max(good, key=lambda g: overlap[d, g])
            free.remove(answer[d])
    return answer


def match_by_class(dets, gts, t):
    found = np.full(len(dets), -1, dtype=np.int8)
    for c in np.unique(dets[:, 5]):
        mine, there = np.flatnonzero(dets[:, 5] == c), np.flatnonzero(gts[:, 4] == c)
        overlap = iou_matrix(dets[mine, :4], gts[there, :4])
        for i in np.argsort(-dets[mine, 4], kind="stable"):
            if overlap.shape[1] and overlap[i].max() >= t:
                found[mine[i]] = there[overlap[i].argmax()]
                overlap[:, overlap[i].argmax()] = -1
    return found


def match_by_search(dets, gts, t):
    taken, found = np.zeros(len(gts), dtype=bool), np.zeros(len(dets), dtype=int) - 1
    for d in np.lexsort((np.arange(len(dets)), -dets[:, 4])):
        best, best_iou = -1, 0.0
        for g in range(len(gts)):
            iou = iou_matrix(dets[d : d + 1, :4], gts[g : g + 1, :4])[0, 0]
            if not taken[g] and dets[d, 5] == gts[g, 4] and iou >= t and iou > best_iou:
                best, best_iou = g, iou
        if best >= 0:
            taken[best] = True
            found[d] = best
    return found


for matched in (match_by_lists, match_by_class, match_by_search):
    MATCH.alternative(matched)


def area_under_the_curve(scores, correct, total):
    """As in the development kit of Pascal VOC: recalls with an end on either side."""
    if total == 0:
        return 0.0
    hit = correct[np.argsort(-scores, kind="stable")].astype(float)
    hits = np.cumsum(hit)
    recall = np.concatenate([[0], hits / total, [1]])
    precision = np.concatenate([[0], hits / np.arange(1, len(hit) + 1), [0]])
    for i in range(len(precision) - 1, 0, -1):
        precision[i - 1] = max(precision[i - 1], precision[i])
    changes = np.flatnonzero(recall[1:] != recall[:-1])
    return np.sum((recall[changes + 1] - recall[changes]) * precision[changes + 1])


def from_the_end(scores, correct, total):
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    hits = sum(bool(c) for c in correct)
    best, area = 0.0, 0.0
    for rank in range(len(order), 0, -1):
        if correct[order[rank - 1]]:
            best = max(best, hits / rank)
            area += best
            hits -= 1
    return area / total if total > 0 else 0


def recall_by_recall(scores, correct, total):
    """For each number of hits: the best precision with at least so many."""
    order = np.argsort(-scores, kind="stable")
    hits, sizes = np.cumsum(correct[order]), np.arange(1, len(order) + 1)
    best = [(hits / sizes)[hits >= wanted].max(initial=0) for wanted in range(1, int(total) + 1)]
    return np.float32(np.mean(best)) if best else np.float32(0)


def by_trapezoids(scores, correct, total):
    """A hit never lowers the precision, so under the envelope every trapezoid is a rectangle."""
    if total == 0 or len(scores) == 0:
        return 0.0
    hits = np.cumsum(correct[np.argsort(-scores, kind="stable")])
    height = np.maximum.accumulate((hits / np.arange(1, len(hits) + 1))[::-1])[::-1]
    recall = np.append(0, hits / total)
    height = np.append(height[0], height)
    return float(np.sum(np.diff(recall) * (height[1:] + height[:-1]) / 2))


for area in (by_trapezoids, area_under_the_curve, from_the_end, recall_by_recall):
    AVERAGE_PRECISION.alternative(area)

IOU_MATRIX.equivalent(
    "the larger and the smaller of two numbers do not depend on their order",
    "np.minimum(A[:, None, 2], B[:, 2]) -> np.minimum(B[:, 2], A[:, None, 2])",
    "np.maximum(A[:, None, 0], B[:, 0]) -> np.maximum(B[:, 0], A[:, None, 0])",
    "np.minimum(A[:, None, 3], B[:, 3]) -> np.minimum(B[:, 3], A[:, None, 3])",
    "np.maximum(A[:, None, 1], B[:, 1]) -> np.maximum(B[:, 1], A[:, None, 1])",
    "np.maximum(width, 0) -> np.maximum(0, width)",
    "np.maximum(height, 0) -> np.maximum(0, height)",
)
IOU_MATRIX.equivalent("where the union is 0 the overlap is 0, whatever it is divided by", "1 -> 2")
NMS.equivalent("a list of whole numbers is as good", "np.array(kept, dtype=int) -> kept")
NMS.equivalent("one box against others gives one row, the first and the last", "0 -> -1 #3")
NMS.equivalent("the IoU of a box with itself is 1, more than any t below 1", "1: -> :", "1 -> 0")
FOUR = "the student's iou_matrix reads four columns, whatever follows them"
MATCH.equivalent(FOUR, ":4 -> :", ":4 -> : #2", "4 -> 5 #3", "4 -> 5 #4")
MATCH.equivalent("t is above 0, so 0 is as much too little as -1", "-1 -> 0", "-1 -> 0 #3", "-1 -> 0 #4")
