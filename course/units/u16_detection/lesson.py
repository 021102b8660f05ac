# %% [markdown] lang="en"
r"""
# Detection
"""

# %% [markdown] lang="ko"
r"""
# 탐지
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u16_detection", lang="en")
check = unit.check

# %% exercise="box_formats"
def xyxy_to_cxcywh(boxes):
    """Turn corners into centre and size.

    boxes : (N, 4) rows x1, y1, x2, y2; not changed. N may be 0.
    Returns (N, 4) floats, rows cx, cy, w, h: the centre, then the whole width and height.

    Example: [[2, 3, 12, 7]] gives [[7.0, 5.0, 10.0, 4.0]].
    """
    ### BEGIN SOLUTION
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], axis=1)
    ### END SOLUTION


def cxcywh_to_xyxy(boxes):
    """Turn centre and size into corners: the way back.

    boxes : (N, 4) rows cx, cy, w, h; not changed. N may be 0.
    Returns (N, 4) floats, rows x1, y1, x2, y2.

    Example: [[7, 5, 10, 4]] gives [[2.0, 3.0, 12.0, 7.0]].
    """
    ### BEGIN SOLUTION
    cx, cy, w, h = boxes.T
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)
    ### END SOLUTION


# %% check="box_formats"
check("box_formats", xyxy_to_cxcywh, cxcywh_to_xyxy)

# %% exercise="iou_matrix"
def iou_matrix(A, B):
    """Return the intersection over union of every box of A with every box of B.

    A : (N, 4) and B : (M, 4), rows x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; not changed. N and M may be 0.
    Returns (N, M) floats: [i, j] is the overlap of A[i] and B[j], divided by their union; 0 where the union is 0.

    Example: A = [[0, 0, 4, 3]] and B = [[2, 0, 6, 3], [1, 1, 3, 2], [7, 8, 12, 10]] give [[0.3333, 0.1667, 0.0]].
    """
    ### BEGIN SOLUTION
    width = np.minimum(A[:, None, 2], B[:, 2]) - np.maximum(A[:, None, 0], B[:, 0])
    height = np.minimum(A[:, None, 3], B[:, 3]) - np.maximum(A[:, None, 1], B[:, 1])
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    area_A = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    area_B = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    union = area_A[:, None] + area_B - overlap
    return overlap / np.where(union > 0, union, 1)
    ### END SOLUTION


# %% check="iou_matrix"
check("iou_matrix", iou_matrix)

# %% exercise="sliding_windows"
def sliding_windows(shape, size, stride):
    """Return every window of one size that fits into an image as a whole.

    shape  : (H, W), height and width of the image.
    size   : (h, w), height and width of the window.
    stride : int >= 1, how far a window stands from the next, both ways.
    Returns (N, 4), rows x1, y1, x2, y2, from the top left, row by row; (0, 4) where no window fits.

    Example: shape = (3, 5), size = (2, 3) and stride = 1 give six windows, [0, 0, 3, 2], [1, 0, 4, 2], [2, 0, 5, 2],
    [0, 1, 3, 3], [1, 1, 4, 3] and [2, 1, 5, 3].
    """
    ### BEGIN SOLUTION
    (H, W), (h, w) = shape, size
    rows, columns = range(0, H - h + 1, stride), range(0, W - w + 1, stride)
    return np.reshape([(x, y, x + w, y + h) for y in rows for x in columns], (-1, 4))
    ### END SOLUTION


# %% check="sliding_windows"
check("sliding_windows", sliding_windows)

# %% exercise="nms"
def nms(boxes, scores, t):
    """Return which boxes stay when each box that stays removes those of lower score that overlap it too much.

    boxes  : (N, 4) rows x1, y1, x2, y2 with x1 < x2 and y1 < y2; not changed. N may be 0.
    scores : (N,), larger is better, in any order; not changed.
    t      : from 0 to below 1, the largest IoU that may stay beside a box of higher score; only more is removed.
    Returns (K,) ints, places in boxes: highest score first, equal scores in the order given.

    Example: boxes = [[2, 0, 6, 1], [0, 0, 4, 1], [1, 0, 5, 1]], scores = [0.7, 0.9, 0.8] and t = 0.5 give [1, 0].
    """
    ### BEGIN SOLUTION
    left = np.argsort(-scores, kind="stable")
    kept = []
    while len(left) > 0:
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou_matrix(boxes[[best]], boxes[left])[0] <= t]
    return np.array(kept, dtype=int)
    ### END SOLUTION


# %% check="nms"
check("nms", nms)

# %% exercise="match"
def match(dets, gts, t):
    """Say which object of one image each detection has found.

    dets : (D, 6) rows x1, y1, x2, y2, score, class; not changed. D may be 0.
    gts  : (G, 5) rows x1, y1, x2, y2, class, the true objects; not changed. G may be 0.
    t    : the least IoU that counts, above 0.
    Returns (D,) ints: for each detection the row of gts that it has found, or -1.

    Example: dets = [[0, 0, 4, 1, 0.5, 1], [0, 0, 4, 1, 0.9, 1]], gts = [[0, 0, 4, 1, 1]] and t = 0.5 give [-1, 0].
    """
    ### BEGIN SOLUTION
    same_class = dets[:, 5:] == gts[:, 4]
    overlap = np.where(same_class, iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if overlap[d].max(initial=-1) >= t:
            found[d] = np.argmax(overlap[d])
            overlap[:, found[d]] = -1
    return found
    ### END SOLUTION


# %% check="match"
check("match", match)

# %% exercise="average_precision"
def average_precision(scores, correct, total):
    """Return the area under the envelope of precision against recall.

    scores  : (D,), one for each detection, in any order; not changed. D may be 0.
    correct : (D,) bool, True for a hit; not changed.
    total   : int >= 0, how many objects there are, found or not; at least as many as hits.
    Returns a float from 0 to 1. Equal scores count in the order given. Without objects or detections: 0.0.

    Example: scores = [0.9, 0.8, 0.7, 0.6, 0.5], correct = [True, False, True, True, False] and total = 4 give
    (1 + 3/4 + 3/4) / 4 = 0.625.
    """
    ### BEGIN SOLUTION
    if total == 0:
        return 0.0
    hit = correct[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return envelope[hit].sum() / total
    ### END SOLUTION


# %% check="average_precision"
check("average_precision", average_precision)

# %% [markdown] answer="heavy_overlap" points=3 lang="en"
r"""
x
"""

# %% [markdown] answer="heavy_overlap" points=3 lang="ko"
r"""
x
"""
