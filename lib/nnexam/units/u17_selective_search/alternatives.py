"""u17_selective_search: other right solutions, each written in another style. All must earn full marks."""

from itertools import combinations

import numpy as np
from nnref import segmentation
from nnref import selective_search as ref
from nnref.boxes import iou_matrix, iou_matrix_naive

from . import other_graphs as other
from .exercises import DISJOINT_SET, FELZENSZWALB, MERGE, RECALL_AT, REGION_FEATURES, SELECTIVE_SEARCH, SIMILARITY
from .parts import touching

for sets in (other.ByLabels, other.BySets, other.Negative):
    DISJOINT_SET.alternative(sets)
for cut in (other.by_arrays, other.in_float32, other.by_regions):
    FELZENSZWALB.alternative(cut)


def features_by_bincount(img, labels, bins=25):
    C = len(img)
    place = np.minimum((img * bins).astype(int), bins - 1) + bins * np.arange(C)[:, None, None]
    regions = []
    for label in np.unique(labels):
        inside = labels == label
        columns, rows = np.flatnonzero(inside.any(axis=0)), np.flatnonzero(inside.any(axis=1))
        counts = np.bincount(place[:, inside].ravel(), minlength=C * bins)
        box = [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]
        regions.append({"size": inside.sum(), "box": box, "histogram": counts / counts.sum()})
    return regions


def features_in_float32(img, labels, bins=25):
    edges = np.linspace(0, 1, bins + 1)
    out = []
    for label in range(len(np.unique(labels))):
        points = np.argwhere(labels == label)
        low, high = points.min(axis=0), points.max(axis=0) + 1
        values = img[:, points[:, 0], points[:, 1]]
        shares = np.array([np.histogram(channel, edges)[0] for channel in values], dtype=np.float32)
        box = np.array([low[1], low[0], high[1], high[0]], dtype=np.float32)
        out.append({"box": box, "size": float(len(points)), "histogram": (shares / values.size).ravel()})
    return tuple(out)


for features in (ref.region_features_naive, features_by_bincount, features_in_float32):
    REGION_FEATURES.alternative(features)


def similar_by_loops(a, b, area):
    colour = sum(min(p, q) for p, q in zip(a["histogram"].tolist(), b["histogram"].tolist(), strict=True))
    width = max(a["box"][2], b["box"][2]) - min(a["box"][0], b["box"][0])
    height = max(a["box"][3], b["box"][3]) - min(a["box"][1], b["box"][1])
    pixels = a["size"] + b["size"]
    return colour + (area - pixels) / area + (area - (width * height - pixels)) / area


def similar_in_short(a, b, area):
    """The sizes cancel: size + fill = 2 − box / area. Shared colours by absolute differences."""
    corners = np.array([a["box"], b["box"]])
    low, high = corners[:, :2].min(axis=0), corners[:, 2:].max(axis=0)
    colour = 1 - np.abs(a["histogram"] - b["histogram"]).sum() / 2
    return np.array(colour + 2 - np.prod(high - low) / area)


def similar_in_float32(a, b, area):
    first, second = (np.asarray(r["histogram"], dtype=np.float32) for r in (a, b))
    both = ref.merge(a, b)
    x1, y1, x2, y2 = both["box"].astype(np.float32)
    terms = [
        np.where(first < second, first, second).sum(),
        1 - both["size"] / area,
        1 - ((x2 - x1) * (y2 - y1) - both["size"]) / area,
    ]
    return np.float32(sum(terms))


for similar in (similar_by_loops, similar_in_short, similar_in_float32):
    SIMILARITY.alternative(similar)


def merged_by_average(a, b):
    boxes = np.stack([a["box"], b["box"]])
    return {
        "histogram": np.average([a["histogram"], b["histogram"]], axis=0, weights=[a["size"], b["size"]]),
        "size": float(a["size"] + b["size"]),
        "box": [*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)],
    }


def merged_with_a_copy(a, b):
    new = {key: value.copy() if hasattr(value, "copy") else value for key, value in a.items()}
    new["size"] += b["size"]
    share = np.float32(b["size"] / new["size"])
    new["histogram"] = a["histogram"] + share * (b["histogram"] - a["histogram"])
    for i in range(4):
        new["box"][i] = (min if i < 2 else max)(a["box"][i], b["box"][i])
    return new


def merged_by_counts(a, b):
    sign = np.array([1, 1, -1, -1])
    counts = a["histogram"] * a["size"] + b["histogram"] * b["size"]
    box = sign * np.minimum(sign * a["box"], sign * b["box"])
    return dict(box=box, size=a["size"] + b["size"], histogram=counts / counts.sum())


for both in (merged_by_average, merged_with_a_copy, merged_by_counts):
    MERGE.alternative(both)


def with_neighbours(img, k=1.0, min_size=8, bins=25):
    """A dict of living regions and sets of neighbours; the boxes from the last back to the first, the image moved."""
    labels = segmentation.felzenszwalb(img, k, min_size)
    alive = dict(enumerate(ref.region_features(img, labels, bins)))
    near = {i: set() for i in alive}
    for i, j in touching(labels):
        near[i].add(j)
        near[j].add(i)
    boxes = [tuple(region["box"]) for region in alive.values()]
    while len(alive) > 1:
        pairs = [(i, j) for i, j in combinations(alive, 2) if j in near[i]]
        scores = [ref.similarity(alive[i], alive[j], labels.size) for i, j in pairs]
        i, j = pairs[int(np.argmax(scores))]
        new = max(alive) + 1
        alive[new] = ref.merge(alive.pop(i), alive.pop(j))
        near[new] = (near.pop(i) | near.pop(j)) - {i, j}
        for third in near[new]:
            near[third] = near[third] - {i, j} | {new}
        boxes.append(tuple(alive[new]["box"]))
    kept = []
    for box in reversed(boxes):
        if box not in kept:
            kept.append(box)
    return [list(box) for box in kept[:0:-1]] + [list(kept[0])]


def by_new_labels(img, k=1.0, min_size=8, bins=25):
    """Each merger is written into the label image; boxes, histograms and neighbours are read from it anew."""
    labels, boxes = segmentation.felzenszwalb(img, k, min_size), []
    while True:
        regions = ref.region_features(img, labels, bins)
        boxes.extend(region["box"] for region in regions)
        pairs = touching(labels)
        if not pairs:
            break
        i, j = sorted(pairs, key=lambda pair: ref.similarity(regions[pair[0]], regions[pair[1]], labels.size))[-1]
        labels = np.where(labels == j, i, labels)
        labels = np.unique(labels, return_inverse=True)[1].reshape(labels.shape)
    whole = boxes[-1]
    others = np.unique([box for box in boxes if not np.array_equal(box, whole)] or np.zeros((0, 4)), axis=0)
    return np.vstack([others.reshape(-1, 4), whole]).astype(np.float32)


for search in (with_neighbours, by_new_labels, ref.selective_search_naive):
    SELECTIVE_SEARCH.alternative(search)


def recall_by_loops(boxes, gts, t):
    found = 0
    for gt in gts:
        if any(iou_matrix_naive([gt], [box])[0, 0] >= t for box in boxes):
            found += 1
    return found / len(gts)


def recall_by_any(boxes, gts, t):
    return np.any(iou_matrix(boxes, gts) >= t, axis=0).mean()


def recall_by_best(boxes, gts, t):
    if not len(boxes):
        return 0
    return np.count_nonzero([max(row) >= t for row in iou_matrix(gts, boxes)]) / float(gts.shape[0])


for recall in (recall_by_loops, recall_by_any, recall_by_best):
    RECALL_AT.alternative(recall)

DISJOINT_SET.equivalent(
    "which root stays is free; hanging the smaller tree below only keeps paths short",
    "self.count[i] < self.count[j] -> True",
    "self.count[i] < self.count[j] -> False",
    "self.count[i] < self.count[j] -> self.count[i] <= self.count[j]",
    "self.count[i] < self.count[j] -> self.count[i] > self.count[j]",
    "i, j = (j, i) -> pass",
)
DISJOINT_SET.equivalent(
    "a number has no other name that could notice",
    "self.count[i] += self.count[j] -> self.count[i] = self.count[i] + self.count[j]",
)
FELZENSZWALB.equivalent(
    "edges of exactly equal weight may come in any order", "np.argsort(weights, kind='stable') -> np.argsort(weights)"
)
FELZENSZWALB.equivalent(
    "both ways round are the same",
    "colours[pairs[:, 0]] - colours[pairs[:, 1]] -> colours[pairs[:, 1]] - colours[pairs[:, 0]]",
    "min(regions.size(p), regions.size(q)) -> min(regions.size(q), regions.size(p))",
    "regions.union(p, q) -> regions.union(q, p)",
    "min(inside[i] + k / regions.size(i), inside[j] + k / regions.size(j)) -> "
    "min(inside[j] + k / regions.size(j), inside[i] + k / regions.size(i))",
    "regions.union(i, j) -> regions.union(j, i)",
)
REGION_FEATURES.equivalent(
    "a list, or whole numbers, say the same box",
    "np.array([x.min(), y.min(), x.max() + 1, y.max() + 1], dtype=float) -> "
    "np.array([x.min(), y.min(), x.max() + 1, y.max() + 1])",
    "np.array([x.min(), y.min(), x.max() + 1, y.max() + 1], dtype=float) -> "
    "[x.min(), y.min(), x.max() + 1, y.max() + 1]",
)
SIMILARITY.equivalent(
    "the numbers of pixels cancel between size and fill",
    "a['size'] + b['size'] -> a['size'] - b['size']",
    "a['size'] + b['size'] -> a['size']",
    "a['size'] + b['size'] -> b['size']",
)
SIMILARITY.equivalent("a number of NumPy is a number", "float(colour + size + fill) -> colour + size + fill")
for same in (SIMILARITY, MERGE):
    same.equivalent(
        "both ways round are the same",
        "np.minimum(a['box'][:2], b['box'][:2]) -> np.minimum(b['box'][:2], a['box'][:2])",
        "np.maximum(a['box'][2:], b['box'][2:]) -> np.maximum(b['box'][2:], a['box'][2:])",
    )
SIMILARITY.equivalent(
    "both ways round are the same",
    "np.minimum(a['histogram'], b['histogram']) -> np.minimum(b['histogram'], a['histogram'])",
)
RECALL_AT.equivalent("a number of NumPy is a number", "float(np.mean(best >= t)) -> np.mean(best >= t)")
RECALL_AT.equivalent("below every IoU that could count", "0 -> -1")
SELECTIVE_SEARCH.equivalent(
    "both ways round are the same; a pair that stands in the list twice does no harm, nor does the order of the pairs",
    "set(touching(labels)) -> touching(labels)",
    "sorted(pairs) -> pairs",
    "merge(regions[i], regions[j]) -> merge(regions[j], regions[i])",
    "sorted((new if r in (i, j) else r for r in pair)) -> (new if r in (i, j) else r for r in pair)",
    "similarity(regions[pair[0]], regions[pair[1]], labels.size) -> "
    "similarity(regions[pair[1]], regions[pair[0]], labels.size)",
)
SELECTIVE_SEARCH.equivalent(
    "a list of boxes says the same",
    "np.array(kept, dtype=float) -> np.array(kept)",
    "np.array(kept, dtype=float) -> kept",
)
