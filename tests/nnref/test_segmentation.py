"""Segmentation: sets, and images whose regions are known."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from nnref.segmentation import DisjointSet, felzenszwalb

from tests.nnref.operations.regions import draw_image

seeds = st.integers(0, 999).map(np.random.default_rng)


@settings(deadline=None)
@given(st.integers(1, 12), st.data())
def test_disjoint_sets_are_sets(n, data):
    """The same unions on Python sets."""
    ours, sets = DisjointSet(n), [{i} for i in range(n)]
    for _ in range(data.draw(st.integers(0, 20))):
        i, j = (data.draw(st.integers(0, n - 1)) for _ in "ij")
        root = ours.union(i, j)
        united = sets[i] | sets[j]
        for member in united:
            sets[member] = united
        assert root in united and ours.find(i) == ours.find(j) == root
        for a in range(n):
            assert ours.size(a) == len(sets[a])
            assert all((ours.find(a) == ours.find(b)) == (b in sets[a]) for b in range(n))


def test_the_larger_set_keeps_its_root():
    sets = DisjointSet(4)
    assert sets.union(2, 1) == 2 and sets.union(3, 1) == 2 and sets.union(0, 3) == 2
    assert sets.union(1, 0) == 2 and sets.size(3) == 4


def line(*values):
    return np.array([[values]], float)


def test_flat_patches_are_the_regions():
    img = np.zeros((3, 6, 7))
    img[1, 1:4, 2:5] = 1
    img[2, :, 6] = 1
    labels = felzenszwalb(img, 0.5, 1)
    assert labels.tolist() == [
        [0, 0, 0, 0, 0, 0, 1],
        [0, 0, 2, 2, 2, 0, 1],
        [0, 0, 2, 2, 2, 0, 1],
        [0, 0, 2, 2, 2, 0, 1],
        [0, 0, 0, 0, 0, 0, 1],
        [0, 0, 0, 0, 0, 0, 1],
    ]
    assert labels.dtype == np.int64
    np.testing.assert_array_equal(felzenszwalb(img * 1000, 500, 1), labels)


def test_diagonal_neighbours_are_neighbours():
    img = np.eye(4)[None]
    assert len(np.unique(np.diag(felzenszwalb(img, 0, 1)))) == 1
    assert len(np.unique(np.diag(felzenszwalb(img[:, :, ::-1], 0, 1)[:, ::-1]))) == 1


def test_weights_are_euclidean_over_the_channels():
    img = np.array([[[0, 3]], [[0, 4.0]]])  # distance 5
    assert felzenszwalb(img, 5, 1).tolist() == [[0, 0]] and felzenszwalb(img, 4.99, 1).tolist() == [[0, 1]]


def test_light_edges_come_first():
    """In the order of the pixels the edge 2 would be taken while both sides are single pixels."""
    assert felzenszwalb(line(0, 2, 2, 2, 2), 2, 1).tolist() == [[0, 1, 1, 1, 1]]


def test_the_limit_shrinks_with_the_new_size():
    """k = 1: two pixels at distance 0.4 have the limit 0.4 + 1/2; the next edge of 0.92 is just too much for them.

    With the old size 1 the limit would be 1.4.
    """
    assert felzenszwalb(line(0, 0.4, 1.32), 1, 1).tolist() == [[0, 0, 1]]
    assert felzenszwalb(line(0, 0.4, 1.28), 1, 1).tolist() == [[0, 0, 0]]


def test_both_regions_must_agree():
    """The single pixel would take the edge of 0.9 (limit 1), the flat four not (limit 1/4): the smaller counts."""
    assert felzenszwalb(line(0, 0, 0, 0, 0.9), 1, 1).tolist() == [[0, 0, 0, 0, 1]]
    assert felzenszwalb(line(0.9, 0, 0, 0, 0), 1, 1).tolist() == [[0, 1, 1, 1, 1]]


def test_a_restless_region_has_a_higher_limit_of_its_own():
    """Steps of 1 join into one region whose Int is 1; the same step beside a flat region stays a border."""
    restless, flat = [0, 1, 2, 3, 4, 5], [9] * 6
    assert felzenszwalb(line(*restless, *flat), 6, 1).tolist() == [[0] * 6 + [1] * 6]
    assert felzenszwalb(line(*restless, 6), 1, 1).tolist() == [[0] * 7]
    assert felzenszwalb(line(0, 0, 0, 0, 1), 1, 1).tolist() == [[0, 0, 0, 0, 1]]


def test_small_regions_join_across_the_lightest_edge():
    img = line(0, 0, 0, 5, 8, 8, 8)
    assert felzenszwalb(img, 0, 1).tolist() == [[0, 0, 0, 1, 2, 2, 2]]
    assert felzenszwalb(img, 0, 2).tolist() == [[0, 0, 0, 1, 1, 1, 1]]
    assert felzenszwalb(img, 0, 4).tolist() == [[0] * 7]


@settings(deadline=None, max_examples=30)
@given(seeds, st.integers(1, 9), st.integers(1, 9), st.floats(0, 1), st.integers(0, 12))
def test_labels_count_from_0_and_regions_are_large_and_in_one_piece(rng, H, W, k, min_size):
    labels = felzenszwalb(draw_image(rng, 2, H, W), k, min_size)
    values, first = np.unique(labels, return_index=True)
    assert values.tolist() == list(range(len(values))) and (np.diff(first) > 0).all()
    assert len(values) == 1 or np.bincount(labels.ravel()).min() >= min_size
    for value in values:
        pieces = DisjointSet(H * W)
        inside = list(zip(*np.nonzero(labels == value), strict=True))
        for y, x in inside:
            for p, q in inside:
                if max(abs(y - p), abs(x - q)) == 1:
                    pieces.union(y * W + x, p * W + q)
        assert pieces.size(inside[0][0] * W + inside[0][1]) == len(inside)


def test_a_larger_k_makes_larger_regions():
    img = draw_image(np.random.default_rng(0), 3, 20, 20)
    counts = [felzenszwalb(img, k, 1).max() + 1 for k in (0, 0.1, 1, 100)]
    assert counts == sorted(counts, reverse=True) and counts[0] == 400 and counts[-1] == 1
