"""u17_selective_search: sets and segmentations in another style."""

import numpy as np
from nnref import segmentation

from .parts import pixel_pairs


class ByLabels:
    """No trees: every number carries the number of its set."""

    def __init__(self, n):
        self.of = np.arange(n)

    def find(self, i):
        return self.of[i]

    def union(self, i, j):
        self.of[self.of == self.of[i]] = self.of[j]
        return self.of[j]

    def size(self, i):
        return np.sum(self.of == self.of[i])


class BySets:
    """Python sets that their members share; the root is the smallest."""

    def __init__(self, n):
        self.sets = {i: {i} for i in range(n)}

    def find(self, i):
        return min(self.sets[i])

    def union(self, i, j):
        both = self.sets[i] | self.sets[j]
        for member in both:
            self.sets[member] = both
        return min(both)

    def size(self, i):
        return len(self.sets[i])


class Negative:
    """One list: a parent, or for a root minus its size; the way up is shortened by recursion."""

    def __init__(self, n):
        self.up = [-1] * n

    def find(self, i):
        if self.up[i] < 0:
            return i
        self.up[i] = self.find(self.up[i])
        return self.up[i]

    def union(self, i, j):
        i, j = self.find(i), self.find(j)
        if i == j:
            return j
        if self.up[i] < self.up[j]:
            i, j = j, i
        self.up[j] += self.up[i]
        self.up[i] = j
        return j

    def size(self, i):
        return -self.up[self.find(i)]


def by_arrays(img, k, min_size):
    """No sets: the labels of the pixels are rewritten at each union."""
    C, H, W = img.shape
    flat, labels, inside = img.reshape(C, -1), np.arange(H * W), np.zeros(H * W)
    edges = []
    for p, q in pixel_pairs(H, W):
        edges.append((np.sqrt(sum((float(flat[c, p]) - float(flat[c, q])) ** 2 for c in range(C))), p, q))
    edges.sort()
    for joins_small in (False, True):
        for w, p, q in edges:
            a, b = labels[p], labels[q]
            if a == b:
                continue
            size_a, size_b = np.sum(labels == a), np.sum(labels == b)
            if joins_small:
                joins = size_a < min_size or size_b < min_size
            else:
                joins = w <= inside[a] + k / size_a and w <= inside[b] + k / size_b
            if joins:
                labels[labels == b] = a
                inside[a] = w
    values = sorted(set(labels.tolist()))
    return [[values.index(label) for label in row] for row in labels.reshape(H, W)]


def in_float32(img, k, min_size):
    """Single precision, and the regions numbered from the last pixel back."""
    img = img.astype(np.float32)
    _, H, W = img.shape
    pairs = pixel_pairs(H, W)
    flat = img.reshape(len(img), H * W)
    weights = np.linalg.norm(flat[:, pairs[:, 0]] - flat[:, pairs[:, 1]], axis=0)
    sets, bound = segmentation.DisjointSet(H * W), np.full(H * W, k, dtype=np.float32)
    order = np.argsort(weights)
    for e in order:
        a, b = (sets.find(p) for p in pairs[e])
        if a != b and weights[e] <= bound[a] and weights[e] <= bound[b]:
            root = sets.union(b, a)
            bound[root] = weights[e] + k / sets.size(root)
    for p, q in pairs[order]:
        if sets.size(p) < min_size or sets.size(q) < min_size:
            sets.union(p, q)
    numbers, labels = {}, np.zeros((H, W), dtype=np.int32)
    for i in reversed(range(H * W)):
        labels[i // W, i % W] = numbers.setdefault(sets.find(i), len(numbers))
    return labels


def by_regions(img, k, min_size):
    """Lists of pixels; the loops of the naive twin, and another numbering."""
    labels = segmentation.felzenszwalb_naive(img, k, min_size)
    return labels.max() - labels
