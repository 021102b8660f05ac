"""Cut an image into regions of similar colour: pixels are joined along a graph, from the weakest edge up.

Source: P. Felzenszwalb, D. Huttenlocher, "Efficient graph-based image segmentation", IJCV 59, 2004.
"""

import numpy as np

from nnref.shapes import check_shapes, floating

NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))  # right, below, and the two diagonals below: each edge once, 8 a pixel


class DisjointSet:
    """The numbers 0 to n - 1 in sets that can be united; each set is a tree, known by its root.

    Plain lists, which Python reads and writes one by one several times faster than arrays.
    """

    def __init__(self, n):
        self.parent = list(range(n))  # a root is its own parent
        self.sizes = [1] * n  # right at the roots only

    def find(self, i):
        """Return the root of the set of i; every second parent on the way is moved up, so that paths stay short."""
        parent = self.parent
        while parent[i] != i:
            parent[i] = i = parent[parent[i]]
        return i

    def union(self, i, j):
        """Unite the sets of i and j, and return the root of the result: that of the larger set (of i, if equal)."""
        i, j = self.find(i), self.find(j)
        if i != j:
            if self.sizes[i] < self.sizes[j]:
                i, j = j, i
            self.parent[j] = i
            self.sizes[i] += self.sizes[j]
        return i

    def size(self, i):
        """Return how many numbers the set of i has."""
        return self.sizes[self.find(i)]


def felzenszwalb(img, k, min_size):
    """Return a number for every pixel: that of its region.

    img (C, H, W); k the scale in the units of img, a larger k making larger regions; min_size the fewest pixels of a
    region. Returns whole numbers (H, W), from 0 to n - 1 in the order in which regions first appear, row by row.

    Every pixel is joined to its 8 neighbours by an edge of weight |colour - colour|, the Euclidean distance over
    channels. By weight, lightest first, an edge w unites two regions A and B where
    w <= min(Int(A) + k / |A|, Int(B) + k / |B|); the new region has Int = w, the largest weight inside it. Then, in
    the same order, every edge unites two regions of which one has less than min_size pixels. Edges of equal weight come
    by direction (right, below, below right, below left), each row by row. Smoothing, if wanted, is the caller's.
    """
    img = floating(img)
    H, W = (check_shapes("felzenszwalb", img=(img, "C H W"))[letter] for letter in "HW")
    if k < 0 or min_size < 0:
        raise ValueError(f"felzenszwalb: found k {k} and min_size {min_size}; expected both at least 0")
    regions = DisjointSet(H * W)
    find, limit = regions.find, [float(k)] * (H * W)  # limit: Int + k / size, at the roots; a pixel has Int 0
    between = []  # edges that the first rule refused
    for w, i, j in _sorted_edges(img):
        i, j = find(i), find(j)
        if i != j:
            if w <= limit[i] and w <= limit[j]:
                root = regions.union(i, j)
                limit[root] = w + k / regions.sizes[root]  # with the new size; w is the largest so far
            else:
                between.append((i, j))
    for i, j in between:
        i, j = find(i), find(j)
        if i != j and min(regions.sizes[i], regions.sizes[j]) < min_size:
            regions.union(i, j)
    number = {}
    labels = [number.setdefault(find(i), len(number)) for i in range(H * W)]
    return np.array(labels, dtype=np.int64).reshape(H, W)


def _sorted_edges(img):
    """Yield (weight, pixel, pixel) of all edges, lightest first; a pixel is the number row · W + column."""
    _, H, W = img.shape
    pixel = np.arange(H * W).reshape(H, W)
    weights, starts, ends = [], [], []
    for down, right in NEIGHBOURS:  # all edges of one direction at once, by shifted views
        start = slice(0, H - down), slice(max(-right, 0), W - max(right, 0))
        end = slice(down, H), slice(max(right, 0), W + min(right, 0))
        difference = img[:, *start] - img[:, *end]
        weights.append(np.sqrt(np.sum(difference * difference, axis=0)).ravel())
        starts.append(pixel[start].ravel())
        ends.append(pixel[end].ravel())
    weights, starts, ends = map(np.concatenate, (weights, starts, ends))
    order = np.argsort(weights, kind="stable")
    return zip(weights[order].tolist(), starts[order].tolist(), ends[order].tolist(), strict=True)


def felzenszwalb_naive(img, k, min_size):
    """The same as felzenszwalb with the regions as sets of pixels: edge by edge, no trees."""
    _, H, W = np.shape(img)
    edges = []
    for down, right in NEIGHBOURS:
        for y in range(H - down):
            for x in range(max(-right, 0), W - max(right, 0)):
                difference = img[:, y, x] - img[:, y + down, x + right]
                edges.append((np.sqrt(np.sum(difference**2)), (y, x), (y + down, x + right)))
    edges.sort(key=lambda edge: edge[0])
    region = {(y, x): frozenset([(y, x)]) for y in range(H) for x in range(W)}
    inside = dict.fromkeys(region.values(), 0.0)  # region → largest weight in it
    for joining_small in (False, True):
        for w, p, q in edges:
            a, b = region[p], region[q]
            if joining_small:
                joins = min(len(a), len(b)) < min_size
            else:
                joins = w <= min(inside[a] + k / len(a), inside[b] + k / len(b))
            if a != b and joins:
                inside[a | b] = w
                region.update(dict.fromkeys(a | b, a | b))
    number = {}
    labels = [number.setdefault(region[y, x], len(number)) for y in range(H) for x in range(W)]
    return np.array(labels, dtype=int).reshape(H, W)
