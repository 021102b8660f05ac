"""Proposals of where objects may be: segments are merged, the most alike first, and every region on the way is one.

A region is a dict: "box" (4,) x1, y1, x2, y2; "size", its number of pixels; "histogram" (C · bins,), its colours, of
sum 1. Source: J. Uijlings et al., "Selective search for object recognition", IJCV 104, 2013; of its four similarities
texture is left out, and colours are compared as given, in one colour space.
"""

from heapq import heapify, heappop, heappush

import numpy as np

from nnref.boxes import iou_matrix
from nnref.segmentation import felzenszwalb
from nnref.shapes import check_samples, check_shapes, floating


def region_features(img, labels, bins=25):
    """Return the regions of an image, a list of n dicts as above, in the order of their labels.

    img (C, H, W), values from 0 to 1 (others count as 0 or 1); labels (H, W), whole numbers from 0 to n - 1, each there
    at least once. A box ends after its last pixel: x2 is the largest column + 1, y2 the largest row + 1. The histogram
    has `bins` equal bins for each channel, channel after channel; a value of 1 is in the last bin. It is divided by
    C · size. Raises ValueError for shapes that do not fit and labels without a pixel.
    """
    img, labels = floating(img), np.asarray(labels)
    C, H, W = check_shapes("region_features", img=(img, "C H W"), labels=(labels, "H W")).values()
    if labels.dtype.kind not in "iu" or labels.min(initial=0) < 0:
        raise ValueError(f"region_features: found labels of {labels.dtype} from {labels.min()}; expected 0 to n - 1")
    label = labels.ravel()
    sizes = np.bincount(label)
    if not sizes.all():
        raise ValueError(f"region_features: found no pixel of label {np.argmin(sizes)}; expected one of each label")
    n, (y, x) = len(sizes), np.divmod(np.arange(H * W), W)
    boxes = np.zeros((n, 4), img.dtype)
    boxes[:, :2] = max(H, W)
    for side, pixel in enumerate((x, y)):
        np.minimum.at(boxes[:, side], label, pixel)
        np.maximum.at(boxes[:, side + 2], label, pixel + 1)
    bin_of = np.clip(np.floor(img * bins), 0, bins - 1).astype(np.int64).reshape(C, -1)
    # one number for each (region, channel, bin), so that a single count fills all histograms
    counts = np.bincount(((label * C + np.arange(C)[:, None]) * bins + bin_of).ravel(), minlength=n * C * bins)
    histograms = (counts.reshape(n, C * bins) / (C * sizes[:, None])).astype(img.dtype)
    return [
        {"box": box, "size": int(size), "histogram": histogram}
        for box, size, histogram in zip(boxes, sizes, histograms, strict=True)
    ]


def region_features_naive(img, labels, bins=25):
    """The same as region_features, region by region and pixel by pixel."""
    C, H, W = np.shape(img)
    regions = []
    for label in range(np.max(labels) + 1):
        pixels = [(y, x) for y in range(H) for x in range(W) if labels[y, x] == label]
        ys, xs = zip(*pixels, strict=True)
        histogram = np.zeros((C, bins))
        for y, x in pixels:
            for c in range(C):
                histogram[c, min(max(int(img[c, y, x] * bins), 0), bins - 1)] += 1
        box = np.array([min(xs), min(ys), max(xs) + 1, max(ys) + 1], float)
        regions.append({"box": box, "size": len(pixels), "histogram": histogram.ravel() / (C * len(pixels))})
    return regions


def similarity(a, b, area):
    """Return how alike two regions are, a float: colour + size + fill, each at most 1.

    a, b : regions; area : the number of pixels of the image.
    colour = Σ min(histogram a, histogram b); size = 1 - (size a + size b) / area, so that small regions merge first;
    fill = 1 - (area of the box around both - size a - size b) / area, so that regions that fit into each other do.
    """
    x1, y1, x2, y2 = _around(a, b).tolist()
    size = a["size"] + b["size"]
    colour = float(np.minimum(a["histogram"], b["histogram"]).sum())
    return colour + (1 - size / area) + (1 - ((x2 - x1) * (y2 - y1) - size) / area)


def merge(a, b):
    """Return the union of two regions: the box around both, the sum of the sizes, and the histogram of all pixels.

    histogram = (size a · histogram a + size b · histogram b) / (size a + size b).
    """
    size = a["size"] + b["size"]
    share = a["size"] / size
    return {
        "box": _around(a, b),
        "size": size,
        "histogram": share * a["histogram"] + (1 - share) * b["histogram"],
    }


def _around(a, b):
    return np.concatenate([np.minimum(a["box"][:2], b["box"][:2]), np.maximum(a["box"][2:], b["box"][2:])])


def selective_search(img, k=1.0, min_size=20, bins=25):
    """Return the boxes of all regions that appear while an image is merged into one, (n, 4).

    img (C, H, W), values from 0 to 1; k, min_size as in felzenszwalb, bins as in region_features. Starts with the
    regions of felzenszwalb. While there are two, the most similar pair of neighbours (regions with pixels side by side,
    one left of or above the other) becomes one, the last of the list; of equally similar pairs that of the smallest
    numbers. The boxes stand in the order in which the regions appear, and of equal boxes only the last: so the last box
    is always the whole image.
    """
    img = floating(img)
    labels = felzenszwalb(img, k, min_size)
    regions = region_features(img, labels, bins)
    neighbours = _neighbours(labels, len(regions))

    def pair(i, j):
        return -similarity(regions[i], regions[j], labels.size), i, j

    # A heap gives the best pair at once. A pair with a region that is already merged is skipped when it comes up.
    pairs = [pair(i, j) for i in range(len(regions)) for j in neighbours[i] if i < j]
    heapify(pairs)
    while pairs:
        _, i, j = heappop(pairs)
        if neighbours[i] and neighbours[j]:
            new = len(regions)
            regions.append(merge(regions[i], regions[j]))
            neighbours.append((neighbours[i] | neighbours[j]) - {i, j})
            neighbours[i] = neighbours[j] = set()  # gone
            for other in neighbours[new]:
                neighbours[other] = neighbours[other] - {i, j} | {new}
                heappush(pairs, pair(other, new))
    last = {tuple(region["box"].tolist()): i for i, region in enumerate(regions)}
    return np.stack([regions[i]["box"] for i in sorted(last.values())])


def _neighbours(labels, n):
    """Return for each of n regions the set of regions with a pixel to the left or right of, above or below its own."""
    sides = (labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])
    pairs = np.concatenate([np.stack([a.ravel(), b.ravel()], axis=1) for a, b in sides])
    sets = [set() for _ in range(n)]
    for i, j in np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0).tolist():
        sets[i].add(j)
        sets[j].add(i)
    return sets


def selective_search_naive(img, k=1.0, min_size=20, bins=25):
    """The same as selective_search, every pair compared anew before each merger."""
    labels = felzenszwalb(img, k, min_size)
    H, W = labels.shape
    now = dict(enumerate(region_features_naive(img, labels, bins)))
    boxes = [region["box"] for region in now.values()]
    while len(now) > 1:
        touching = {tuple(sorted((labels[y, x], labels[y, x + 1]))) for y in range(H) for x in range(W - 1)}
        touching |= {tuple(sorted((labels[y, x], labels[y + 1, x]))) for y in range(H - 1) for x in range(W)}
        pairs = sorted((i, j) for i, j in touching if i != j)
        i, j = max(pairs, key=lambda pair: similarity(now[pair[0]], now[pair[1]], H * W))
        new = len(boxes)
        now[new] = merge(now.pop(i), now.pop(j))
        labels = np.where((labels == i) | (labels == j), new, labels)
        boxes.append(now[new]["box"])
    return np.array([box for i, box in enumerate(boxes) if not any((box == later).all() for later in boxes[i + 1 :])])


def recall_at(boxes, gts, t):
    """Return the share of the objects that some box finds, a float.

    boxes (N, 4), gts (G, 4), t the least IoU that counts: the mean over gts of [max over boxes of IoU >= t].
    One box may find several objects. Raises ValueError where there is no object.
    """
    overlap = iou_matrix(gts, boxes)
    check_samples("recall_at", len(overlap))
    return float(np.mean(overlap.max(axis=1, initial=0) >= t))
