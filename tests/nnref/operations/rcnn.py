"""R-CNN beside its network."""

import math

import numpy as np
from nnref import rcnn as ref
from nnref.boxes import nms_naive

from tests.nnref.operations import Operation
from tests.nnref.operations.boxes import ALONE, PLAIN, WHOLE, centres_torch, corners_torch, draw_corners
from tests.nnref.operations.regions import ONE


def crop_torch(torch, img, box, size):
    (_, H, W), (h, w), (x1, y1, x2, y2) = img.shape, size, box
    y = y1 + (torch.arange(h, dtype=box.dtype) + 0.5) * (y2 - y1) / h
    x = x1 + (torch.arange(w, dtype=box.dtype) + 0.5) * (x2 - x1) / w
    grid = torch.stack(torch.meshgrid(2 * x / W - 1, 2 * y / H - 1, indexing="xy"), -1)
    sample = torch.nn.functional.grid_sample
    return sample(img[None], grid[None], padding_mode="border", align_corners=False)[0]


def draw_assignment(rng, N, G):
    gts = draw_corners(rng, G, 6)
    near = gts[rng.integers(0, G, N)] + rng.normal(0, 0.7, (N, 4)) if G else draw_corners(rng, N, 6)
    return {"props": near, "gts": gts, "labels": rng.integers(1, 4, G)}


def encode_naive(props, gts):
    rows = []
    for (px1, py1, px2, py2), (gx1, gy1, gx2, gy2) in zip(props, gts, strict=True):
        pw, ph, gw, gh = px2 - px1, py2 - py1, gx2 - gx1, gy2 - gy1
        x, y = (gx1 + gw / 2 - px1 - pw / 2) / pw, (gy1 + gh / 2 - py1 - ph / 2) / ph
        rows.append((x, y, math.log(gw) - math.log(pw), math.log(gh) - math.log(ph)))
    return np.reshape(rows, (len(rows), 4))


def decode_naive(props, offsets):
    rows = []
    for (x1, y1, x2, y2), (tx, ty, tw, th) in zip(props, offsets, strict=True):
        x, y = (x1 + x2) / 2 + (x2 - x1) * tx, (y1 + y2) / 2 + (y2 - y1) * ty
        w, h = (x2 - x1) * min(math.exp(tw), 62.5), (y2 - y1) * min(math.exp(th), 62.5)
        rows.append((x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    return np.reshape(rows, (len(rows), 4))


def encode_torch(torch, props, gts):
    p, g = centres_torch(torch, props), centres_torch(torch, gts)
    return torch.cat([(g[:, :2] - p[:, :2]) / p[:, 2:], torch.log(g[:, 2:] / p[:, 2:])], 1)


def decode_torch(torch, props, offsets):
    p = centres_torch(torch, props)
    centre, size = p[:, :2] + p[:, 2:] * offsets[:, :2], p[:, 2:] * torch.exp(offsets[:, 2:])
    return corners_torch(torch, torch.cat([centre, size], 1))


def smooth_l1_naive(d):
    pairs = [(x * x / 2, x) if abs(x) < 1 else (abs(x) - 0.5, math.copysign(1, x)) for x in d.ravel().tolist()]
    return tuple(np.reshape(side, d.shape) for side in np.reshape(pairs, (-1, 2)).T)


def smooth_l1_torch(torch, d):
    d = d.clone().requires_grad_()
    value = torch.nn.functional.smooth_l1_loss(d, torch.zeros_like(d), reduction="none")
    return value.detach(), torch.autograd.grad(value.sum(), d)[0]


def draw_differences(rng, N, D):
    """Draw differences on both sides of 1, none within 0.1 of it, where the slope has a kink."""
    size = rng.choice([0, 1.1], (N, D)) + rng.uniform(0, 0.9, (N, D))
    return rng.choice([-1, 1], (N, D)) * size


def draw_pair(rng, N, D):
    t = rng.normal(size=(N, D))
    return {"x": t + draw_differences(rng, N, D), "t": t}


def best_naive(boxes, scores, min_score, max_iou):
    """For each class: softmax by hand, then nms_naive on the boxes that are left, as lists."""
    rows = []
    for c in range(1, np.shape(scores)[1]):
        chance = [math.exp(row[c] - max(row)) / sum(math.exp(s - max(row)) for s in row) for row in scores]
        likely = [i for i in range(len(boxes)) if chance[i] >= min_score]
        kept = nms_naive([boxes[i] for i in likely], [chance[i] for i in likely], max_iou)
        rows += [(*boxes[likely[i]], chance[likely[i]], c) for i in kept]
    return np.reshape(sorted(rows, key=lambda row: -row[4]), (len(rows), 6))


def rcnn_detect_naive(props, scores, offsets, min_score, max_iou):
    return best_naive(decode_naive(props, offsets), scores, min_score, max_iou)


def draw_answers(rng, N, K):
    return {
        "props": draw_corners(rng, N, 6),
        "scores": rng.normal(size=(N, K + 1)),
        "offsets": rng.normal(size=(N, 4)) / 5,
    }


OPERATIONS = [
    Operation(
        "crop_and_warp",
        ref.crop_and_warp,
        lambda rng, C, H, W: {"img": rng.normal(size=(C, H, W)), "box": np.array([-1.3, 0.4, W - 1.2, H + 0.7])},
        {"C": (1, 3, 3), "H": (1, 7, 8), "W": (1, 9, 10)},
        settings={"size": (4, 6)},
        naive=ref.crop_and_warp_naive,
        torch=crop_torch,
        errors=(
            ({"img": np.zeros((7, 9))}, "crop_and_warp: img has shape (7, 9); expected (C, H, W)"),
            ({"img": np.zeros((3, 0, 9))}, "crop_and_warp: img has shape (3, 0, 9); expected at least one pixel"),
            ({"box": np.zeros((1, 4))}, "crop_and_warp: box has shape (1, 4); expected (4,)"),
            ({"size": (4, 0)}, "crop_and_warp: found size (4, 0); expected at least 1 each way"),
        ),
        exempt=PLAIN | ONE,
    ),
    Operation(
        "assign_labels",
        ref.assign_labels,
        draw_assignment,
        {"N": (0, 20, 20), "G": (0, 4, 5)},
        settings={"hi": 0.5, "lo": 0.3},
        naive=ref.assign_labels_naive,
        errors=(
            ({"gts": np.zeros((4, 5))}, "assign_labels: gts has shape (4, 5); expected (G, 4)"),
            ({"labels": np.ones(3, int)}, "assign_labels: labels has shape (3,); expected (G=4,)"),
            (
                {"labels": np.array([2, 0, 1, 3])},
                "assign_labels: found the label 0; expected 1 to K, since 0 is the background",
            ),
            ({"lo": 0.6}, "assign_labels: found lo 0.6 and hi 0.5; expected 0 <= lo <= hi"),
        ),
        exempt=PLAIN | WHOLE | ALONE,
    ),
    Operation(
        "bbox_encode",
        ref.bbox_encode,
        lambda rng, N: {"props": draw_corners(rng, N), "gts": draw_corners(rng, N)},
        {"N": (0, 5, 6)},
        naive=encode_naive,
        torch=encode_torch,
        errors=(
            ({"gts": np.ones((4, 4))}, "bbox_encode: gts has shape (4, 4); expected (N=5, 4)"),
            (
                {"props": np.ones((5, 4))},
                "bbox_encode: found an empty box in props; expected x1 < x2 and y1 < y2",
            ),
        ),
        exempt=PLAIN,
    ),
    Operation(
        "bbox_decode",
        ref.bbox_decode,
        lambda rng, N: {"props": draw_corners(rng, N), "offsets": rng.normal(size=(N, 4))},
        {"N": (0, 5, 6)},
        naive=decode_naive,
        torch=decode_torch,
        errors=(({"offsets": np.ones((4, 4))}, "bbox_decode: offsets has shape (4, 4); expected (N=5, 4)"),),
        exempt=PLAIN,
    ),
    Operation(
        "smooth_l1",
        ref.smooth_l1,
        lambda rng, N, D: {"d": draw_differences(rng, N, D)},
        {"N": (1, 5, 6), "D": (1, 4, 5)},
        naive=smooth_l1_naive,
        torch=smooth_l1_torch,
        exempt={"gradient": "returns its derivative itself", "errors": "takes any shape"},
    ),
    Operation(
        "smooth_l1_forward",
        ref.smooth_l1_forward,
        draw_pair,
        {"N": (1, 5, 6), "D": (1, 4, 5)},
        backward=ref.smooth_l1_backward,
        gradients=("x",),
        naive=lambda x, t: smooth_l1_naive(x - t)[0],
        torch=lambda torch, x, t: torch.nn.functional.smooth_l1_loss(x, t, reduction="none"),
        errors=(({"t": np.zeros((5, 3))}, "smooth_l1: t has shape (5, 3); expected (5, 4)"),),
    ),
    Operation(
        "rcnn_detect",
        ref.rcnn_detect,
        draw_answers,
        {"N": (0, 20, 20), "K": (1, 3, 4)},
        settings={"min_score": 0.2, "max_iou": 0.3},
        naive=rcnn_detect_naive,
        errors=(
            ({"scores": np.zeros((3, 4))}, "rcnn_detect: scores has shape (3, 4); expected (P=20, K+1)"),
            ({"offsets": np.zeros((20, 5))}, "rcnn_detect: offsets has shape (20, 5); expected (P=20, 4)"),
        ),
        exempt=PLAIN | ALONE,
    ),
]
