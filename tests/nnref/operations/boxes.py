"""Boxes, suppression, and average precision."""

import numpy as np
from nnref import boxes as ref

from tests.nnref.operations import Operation

PLAIN = {"gradient": "not differentiated"}
WHOLE = {"float32": "the result is whole numbers"}
ALONE = {"pytorch": "PyTorch has no such operation"}
FLOAT = {"float32": "the result is a Python float", "empty batch": "one number; its value for none is tested by itself"}


def draw_corners(rng, n, side=20):
    """Draw n boxes (n, 4), x1 < x2 and y1 < y2."""
    return np.sort(rng.uniform(0, side, (n, 2, 2)), axis=1).reshape(n, 4)


def draw_found(rng, n, true=False):
    """Draw n rows of detections, or of objects, of two classes in a small square, so that many overlap."""
    columns = [draw_corners(rng, n, 4), rng.permutation(n) / 10, rng.integers(1, 3, n)]
    return np.column_stack([c for i, c in enumerate(columns) if not (true and i == 1)])


def centres_naive(boxes):
    rows = [((x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1) for x1, y1, x2, y2 in boxes]
    return np.reshape(rows, (len(rows), 4))


def corners_naive(boxes):
    rows = [(x - w / 2, y - h / 2, x + w / 2, y + h / 2) for x, y, w, h in boxes]
    return np.reshape(rows, (len(rows), 4))


def centres_torch(torch, boxes):
    x1, y1, x2, y2 = boxes.unbind(1)
    return torch.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], 1)


def corners_torch(torch, boxes):
    x, y, w, h = boxes.unbind(1)
    return torch.stack([x - w / 2, y - h / 2, x + w / 2, y + h / 2], 1)


def iou_torch(torch, A, B):
    low, high = torch.maximum(A[:, None, :2], B[:, :2]), torch.minimum(A[:, None, 2:], B[:, 2:])
    overlap = (high - low).clamp(min=0).prod(2)
    return overlap / ((A[:, 2:] - A[:, :2]).prod(1)[:, None] + (B[:, 2:] - B[:, :2]).prod(1) - overlap)


def match_naive(dets, gts, t):
    found = [-1] * len(dets)
    for d in sorted(range(len(dets)), key=lambda d: -dets[d][4]):
        free = [g for g in range(len(gts)) if g not in found and gts[g][4] == dets[d][5]]
        overlap = {g: ref.iou_matrix_naive([dets[d][:4]], [gts[g][:4]])[0, 0] for g in free}
        best = max(free, key=overlap.get, default=None)
        if best is not None and overlap[best] >= t:
            found[d] = best
    return np.array(found, dtype=int)


def average_precision_naive(scores, correct, total):
    """Add up, for each number of hits from 1 to total, the best precision with at least so many."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    points = [(sum(correct[i] for i in order[:d]), d) for d in range(1, len(order) + 1)]
    best = [max((hits / d for hits, d in points if hits >= wanted), default=0) for wanted in range(1, total + 1)]
    return sum(best) / total if total else 0.0


def average_precision_torch(torch, scores, correct, total):
    hit = correct[scores.argsort(descending=True)].double()
    precision = hit.cumsum(0) / torch.arange(1, len(hit) + 1)
    envelope = precision.flip(0).cummax(0).values.flip(0)
    return (envelope * hit).sum() / total


def mean_average_precision_naive(dets, gts, t=0.5):
    one = []
    for c in sorted({row[-1] for image in gts for row in image}):
        scores, correct = [], []
        for found, true in zip(dets, gts, strict=True):
            found, true = found[found[:, 5] == c], true[true[:, 4] == c]
            scores += list(found[:, 4])
            correct += list(match_naive(found, true, t) >= 0)
        one.append(average_precision_naive(scores, correct, sum(int((image[:, 4] == c).sum()) for image in gts)))
    return sum(one) / len(one)


def draw_average_precision(rng, N, G):
    correct = np.zeros(N, dtype=bool)
    correct[rng.permutation(N)[: rng.integers(0, min(N, G) + 1)]] = True
    return {"scores": rng.permutation(N) / 7, "correct": correct, "total": G}


def draw_images(rng, N, D, G):
    dets = np.reshape([draw_found(rng, D) for _ in range(N)], (N, D, 6))
    dets[..., 4] = rng.permutation(N * D).reshape(N, D) / 10
    return {"dets": dets, "gts": np.reshape([draw_found(rng, G, true=True) for _ in range(N)], (N, G, 5))}


def draw_windows(rng, H, W, h, w, s):
    return {"shape": (H, W), "size": (h, w), "stride": s}


OPERATIONS = [
    Operation(
        "xyxy_to_cxcywh",
        ref.xyxy_to_cxcywh,
        lambda rng, N: {"boxes": draw_corners(rng, N)},
        {"N": (0, 5, 6)},
        naive=centres_naive,
        torch=centres_torch,
        errors=(({"boxes": np.zeros((2, 5))}, "xyxy_to_cxcywh: boxes has shape (2, 5); expected (N, 4)"),),
        exempt=PLAIN,
    ),
    Operation(
        "cxcywh_to_xyxy",
        ref.cxcywh_to_xyxy,
        lambda rng, N: {"boxes": rng.uniform(1, 9, (N, 4))},
        {"N": (0, 5, 6)},
        naive=corners_naive,
        torch=corners_torch,
        errors=(({"boxes": np.zeros(4)}, "cxcywh_to_xyxy: boxes has shape (4,); expected (N, 4)"),),
        exempt=PLAIN,
    ),
    Operation(
        "iou_matrix",
        ref.iou_matrix,
        lambda rng, N, M: {"A": draw_corners(rng, N), "B": draw_corners(rng, M)},
        {"N": (0, 5, 6), "M": (0, 7, 7)},
        naive=ref.iou_matrix_naive,
        torch=iou_torch,
        errors=(
            ({"A": np.zeros((2, 5))}, "iou_matrix: A has shape (2, 5); expected (N, 4)"),
            ({"B": np.zeros(4)}, "iou_matrix: B has shape (4,); expected (M, 4)"),
        ),
        exempt=PLAIN,
    ),
    Operation(
        "nms",
        ref.nms,
        lambda rng, N: {"boxes": draw_corners(rng, N), "scores": rng.permutation(N) / 7},
        {"N": (0, 90, 90)},  # more than two blocks
        settings={"t": 0.3},
        naive=ref.nms_naive,
        errors=(
            ({"boxes": np.zeros((90, 5))}, "nms: boxes has shape (90, 5); expected (N, 4)"),
            ({"scores": np.zeros((90, 1))}, "nms: scores has shape (90, 1); expected (N=90,)"),
        ),
        exempt=PLAIN | WHOLE | ALONE,
    ),
    Operation(
        "match",
        ref.match,
        lambda rng, N, G: {"dets": draw_found(rng, N), "gts": draw_found(rng, G, true=True)},
        {"N": (0, 20, 20), "G": (0, 6, 9)},
        settings={"t": 0.25},
        naive=match_naive,
        errors=(
            ({"dets": np.zeros((3, 5))}, "match: dets has shape (3, 5); expected (D, 6)"),
            ({"gts": np.zeros((3, 4))}, "match: gts has shape (3, 4); expected (G, 5)"),
        ),
        exempt=PLAIN | WHOLE | ALONE,
    ),
    Operation(
        "average_precision",
        ref.average_precision,
        draw_average_precision,
        {"N": (0, 12, 12), "G": (0, 7, 9)},
        naive=average_precision_naive,
        torch=average_precision_torch,
        errors=(
            ({"scores": np.zeros((2, 1))}, "average_precision: scores has shape (2, 1); expected (D,)"),
            ({"correct": np.ones(3, bool)}, "average_precision: correct has shape (3,); expected (D=12,)"),
            ({"correct": np.ones(12, bool)}, "average_precision: found 12 correct of 7; expected at most 7"),
        ),
        exempt=PLAIN | FLOAT,
    ),
    Operation(
        "mean_average_precision",
        ref.mean_average_precision,
        draw_images,
        {"N": (1, 5, 6), "D": (0, 6, 6), "G": (1, 3, 4)},
        settings={"t": 0.25},
        naive=mean_average_precision_naive,
        errors=(
            (
                {"dets": np.zeros((2, 3, 6))},
                "mean_average_precision: found 2 and 5 images; expected the same number",
            ),
            (
                {"gts": np.zeros((5, 0, 5))},
                "mean_average_precision: found no object in any image; expected at least one",
            ),
            ({"gts": np.zeros((5, 2, 4))}, "match: gts has shape (2, 4); expected (G, 5)"),
        ),
        exempt=PLAIN | FLOAT | ALONE,
    ),
    Operation(
        "sliding_windows",
        ref.sliding_windows,
        draw_windows,
        {"H": (1, 7, 9), "W": (1, 11, 12), "h": (1, 3, 5), "w": (1, 2, 5), "s": (1, 2, 4)},
        naive=ref.sliding_windows_naive,
        errors=(
            ({"stride": 0}, "sliding_windows: found size (3, 2) and stride 0; expected at least 1"),
            ({"size": (0, 2)}, "sliding_windows: found size (0, 2) and stride 2; expected at least 1"),
        ),
        exempt=PLAIN
        | ALONE
        | dict.fromkeys(("float32", "layout", "batch of one", "empty batch", "±1000"), "takes no arrays"),
    ),
]
