"""Segmentation and selective search."""

import numpy as np
from nnref import segmentation
from nnref import selective_search as ref

from tests.nnref.operations import Operation
from tests.nnref.operations.boxes import ALONE, FLOAT, PLAIN, WHOLE, draw_corners

ONE = dict.fromkeys(("batch of one", "empty batch"), "works on one image")


def draw_image(rng, C, H, W):
    """Draw an image (C, H, W) of flat patches with noise, values from 0 to 1."""
    patches = rng.uniform(0, 1, (C, (H + 3) // 4, (W + 3) // 4)).repeat(4, axis=1).repeat(4, axis=2)[:, :H, :W]
    return np.clip(patches + rng.normal(0, 0.05, (C, H, W)), 0, 1)


def draw_labelled(rng, C, H, W, n):
    labels = rng.permutation(np.arange(H * W) % min(n, H * W)).reshape(H, W)
    return {"img": rng.uniform(-0.1, 1.1, (C, H, W)), "labels": labels}


def draw_regions(rng, B):
    """Draw two regions as arrays of two rows."""
    histograms = rng.uniform(0.1, 1, (2, B))
    return {
        "boxes": draw_corners(rng, 2),
        "sizes": rng.integers(1, 50, 2),
        "histograms": histograms / histograms.sum(axis=1, keepdims=True),
    }


def two(boxes, sizes, histograms):
    rows = zip(boxes, sizes.tolist(), histograms, strict=True)
    return [{"box": b, "size": s, "histogram": h} for b, s, h in rows]


def arrays(regions):
    """A list of regions as one array for each of their parts, all of the type of the histograms."""
    histograms = np.stack([region["histogram"] for region in regions])
    sizes = np.array([region["size"] for region in regions], histograms.dtype)
    return np.stack([region["box"] for region in regions]), sizes, histograms


def similarity_naive(boxes, sizes, histograms, area):
    colour = sum(min(p, q) for p, q in zip(*histograms, strict=True))
    x1, y1, x2, y2 = min(boxes[:, 0]), min(boxes[:, 1]), max(boxes[:, 2]), max(boxes[:, 3])
    return colour + 1 - sum(sizes) / area + 1 - ((x2 - x1) * (y2 - y1) - sizes[0] - sizes[1]) / area


def merge_naive(boxes, sizes, histograms):
    box = [min(boxes[:, 0]), min(boxes[:, 1]), max(boxes[:, 2]), max(boxes[:, 3])]
    mixed = [(sizes[0] * p + sizes[1] * q) / (sizes[0] + sizes[1]) for p, q in zip(*histograms, strict=True)]
    return np.array([box]), np.array([sum(sizes)]), np.array([mixed])


def recall_naive(boxes, gts, t):
    found = sum(any(ref.iou_matrix([gt], [box])[0, 0] >= t for box in boxes) for gt in gts)
    return found / len(gts)


NO_IMAGE = "felzenszwalb: img has shape (5, 6); expected (C, H, W)"
IMAGE = {"C": (1, 3, 3), "H": (1, 11, 12), "W": (1, 9, 12)}
OPERATIONS = [
    Operation(
        "felzenszwalb",
        segmentation.felzenszwalb,
        lambda rng, C, H, W: {"img": draw_image(rng, C, H, W)},
        IMAGE,
        settings={"k": 0.3, "min_size": 4},
        naive=segmentation.felzenszwalb_naive,
        errors=(
            ({"img": np.zeros((5, 6))}, NO_IMAGE),
            ({"k": -1}, "felzenszwalb: found k -1 and min_size 4; expected both at least 0"),
        ),
        exempt=PLAIN | WHOLE | ALONE | ONE,
    ),
    Operation(
        "region_features",
        lambda img, labels, bins: arrays(ref.region_features(img, labels, bins)),
        draw_labelled,
        {"C": (1, 3, 3), "H": (1, 5, 7), "W": (1, 6, 7), "n": (1, 4, 6)},
        settings={"bins": 5},
        naive=lambda img, labels, bins: arrays(ref.region_features_naive(img, labels, bins)),
        errors=(
            ({"img": np.zeros((5, 6))}, "region_features: img has shape (5, 6); expected (C, H, W)"),
            (
                {"labels": np.zeros((6, 5), int)},
                "region_features: labels has shape (6, 5); expected (H=5, W=6)",
            ),
            (
                {"labels": np.full((5, 6), 2)},
                "region_features: found no pixel of label 0; expected one of each label",
            ),
            (
                {"labels": np.full((5, 6), -1)},
                "region_features: found labels of int64 from -1; expected 0 to n - 1",
            ),
        ),
        exempt=PLAIN | ALONE | ONE,
    ),
    Operation(
        "similarity",
        lambda boxes, sizes, histograms, area: ref.similarity(*two(boxes, sizes, histograms), area),
        draw_regions,
        {"B": (1, 6, 9)},
        settings={"area": 400},
        naive=similarity_naive,
        exempt=PLAIN | ALONE | ONE | FLOAT | {"errors": "takes two regions as region_features makes them"},
    ),
    Operation(
        "merge",
        lambda boxes, sizes, histograms: arrays([ref.merge(*two(boxes, sizes, histograms))]),
        draw_regions,
        {"B": (1, 6, 9)},
        naive=merge_naive,
        exempt=PLAIN | ALONE | ONE | {"errors": "takes two regions as region_features makes them"},
    ),
    Operation(
        "selective_search",
        ref.selective_search,
        lambda rng, C, H, W: {"img": draw_image(rng, C, H, W)},
        IMAGE,
        settings={"k": 0.2, "min_size": 3, "bins": 6},
        naive=ref.selective_search_naive,
        errors=(({"img": np.zeros((5, 6))}, NO_IMAGE),),
        exempt=PLAIN | ALONE | ONE,
    ),
    Operation(
        "recall_at",
        ref.recall_at,
        lambda rng, N, G: {"boxes": draw_corners(rng, N, 4), "gts": draw_corners(rng, G, 4)},
        {"N": (0, 6, 6), "G": (1, 9, 9)},
        settings={"t": 0.3},
        naive=recall_naive,
        errors=(
            ({"gts": np.zeros((0, 4))}, "recall_at: found an empty batch; expected at least one sample"),
            ({"boxes": np.zeros((3, 5))}, "iou_matrix: B has shape (3, 5); expected (M, 4)"),
        ),
        exempt=PLAIN | ALONE | FLOAT,
    ),
]
