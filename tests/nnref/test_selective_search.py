"""Selective search: regions whose features are known by hand, and boxes that must be there."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nnref import selective_search as ref
from nnref.boxes import iou_matrix

from tests.nnref.operations.regions import draw_image, draw_regions, two

seeds = st.integers(0, 999).map(np.random.default_rng)


def test_region_features():
    labels = np.array([[0, 0, 1], [0, 1, 1]])
    img = np.zeros((2, 2, 3))
    img[0] = [[0, 0.3, 1], [0.99, 0.5, 0.49]]
    first, second = ref.region_features(img, labels, bins=2)
    assert first["box"].tolist() == [0, 0, 2, 2] and second["box"].tolist() == [1, 0, 3, 2]  # not the last pixel itself
    assert first["size"] == second["size"] == 3 and type(first["size"]) is int
    np.testing.assert_allclose(first["histogram"], np.array([2, 1, 3, 0]) / 6)
    np.testing.assert_allclose(second["histogram"], np.array([1, 2, 3, 0]) / 6)


def test_a_region_of_one_pixel_has_a_box_of_one_pixel():
    labels = np.zeros((4, 5), int)
    labels[2, 3] = 1
    assert ref.region_features(np.zeros((1, 4, 5)), labels)[1]["box"].tolist() == [3, 2, 4, 3]


def region(x1, y1, x2, y2, size, *histogram):
    return {"box": np.array([x1, y1, x2, y2], float), "size": size, "histogram": np.array(histogram)}


A, B = region(0, 0, 2, 3, 6, 0.5, 0.5, 0), region(4, 1, 5, 5, 3, 0.25, 0.25, 0.5)


def test_similarity():
    """Colour 1/4 + 1/4; size 1 - 9/50; the box around both is 5 · 5: fill 1 - (25 - 9)/50."""
    assert ref.similarity(A, B, 50) == pytest.approx(0.5 + (1 - 9 / 50) + (1 - 16 / 50))


def test_every_term_of_similarity():
    base = ref.similarity(A, B, 50)
    assert ref.similarity(A, B | {"histogram": A["histogram"]}, 50) == pytest.approx(base + 0.5)
    assert ref.similarity(A, B | {"box": np.array([1.0, 0, 2, 3])}, 50) == pytest.approx(base + (25 - 6) / 50)
    # The size counts once as size (smaller is more alike), once as fill (a larger part of the box): together nothing.
    assert ref.similarity(A, B | {"size": 1}, 50) == pytest.approx(base)
    assert ref.similarity(A, A | {"size": 0}, 6) == pytest.approx(1 + 0 + 1)


def test_merge():
    both = ref.merge(A, B)
    assert both["box"].tolist() == [0, 0, 5, 5] and both["size"] == 9
    np.testing.assert_allclose(both["histogram"], [(6 * 0.5 + 3 * 0.25) / 9, (6 * 0.5 + 3 * 0.25) / 9, 3 * 0.5 / 9])
    assert A["box"].tolist() == [0, 0, 2, 3] and A["size"] == 6  # not changed


@settings(deadline=None)
@given(seeds)
def test_similarity_and_merge_are_symmetric(rng):
    a, b = two(**draw_regions(rng, 6))
    assert ref.similarity(a, b, 400) == ref.similarity(b, a, 400)
    one, other = ref.merge(a, b), ref.merge(b, a)
    assert one["box"].tolist() == other["box"].tolist() and one["size"] == other["size"]
    np.testing.assert_allclose(one["histogram"], other["histogram"], rtol=1e-12)
    assert one["histogram"].sum() == pytest.approx(1)


@settings(deadline=None)
@given(seeds)
def test_the_features_of_a_merger_are_those_of_its_pixels(rng):
    img, labels = rng.random((3, 5, 6)), rng.permutation(np.arange(30) % 3).reshape(5, 6)
    a, b, _ = ref.region_features(img, labels)
    both, _ = ref.region_features(img, np.maximum(labels - 1, 0))
    merged = ref.merge(a, b)
    np.testing.assert_array_equal(merged["box"], both["box"])
    assert merged["size"] == both["size"]
    np.testing.assert_allclose(merged["histogram"], both["histogram"], atol=1e-15)


def shapes():
    """Two flat patches on a flat ground, (3, 12, 14), and their boxes."""
    img = np.full((3, 12, 14), 0.5)
    img[0, 2:6, 1:7] = 1
    img[1, 5:11, 9:13] = 0
    return img, [[1, 2, 7, 6], [9, 5, 13, 11]]


def test_patches_are_found_and_the_last_box_is_the_image():
    img, objects = shapes()
    boxes = ref.selective_search(img, min_size=5)
    assert boxes.tolist() == [*objects, [0, 0, 14, 12]]  # the ground also has the box of the image: only the last stays


def test_one_region_is_one_box():
    assert ref.selective_search(np.zeros((3, 4, 7))).tolist() == [[0, 0, 7, 4]]
    assert ref.selective_search(np.zeros((1, 1, 1))).tolist() == [[0, 0, 1, 1]]


def test_a_new_region_has_the_neighbours_of_both():
    """Four stripes: 1 and 2 are alike, then 0 joins them, which only touches 1; at last 3, which only touches 2."""
    img = np.repeat([0.3, 0.6, 0.62, 0.97], 3)[None, None].repeat(8, axis=1)
    boxes = ref.selective_search(img, k=0, min_size=0, bins=5)
    assert boxes.tolist() == [*([x, 0, x + 3, 8] for x in (0, 3, 6, 9)), [3, 0, 9, 8], [0, 0, 9, 8], [0, 0, 12, 8]]


@settings(deadline=None, max_examples=30)
@given(seeds, st.integers(1, 3), st.integers(1, 14), st.integers(1, 14), st.integers(0, 9))
def test_boxes_are_different_inside_and_end_with_the_image(rng, C, H, W, min_size):
    img = draw_image(rng, C, H, W)
    boxes = ref.selective_search(img, 0.1, min_size, bins=6)
    assert len(np.unique(boxes, axis=0)) == len(boxes)
    assert (boxes[:, :2] >= 0).all() and (boxes[:, 2:] <= [W, H]).all() and (boxes[:, :2] < boxes[:, 2:]).all()
    assert boxes[-1].tolist() == [0, 0, W, H]
    regions = ref.region_features(img, ref.felzenszwalb(img, 0.1, min_size), 6)
    for one in regions:
        assert (boxes == one["box"]).all(axis=1).any()
    assert len(boxes) <= 2 * len(regions) - 1


def test_recall():
    gts = np.array([[0, 0, 2, 2], [0, 0, 2, 3], [10, 10, 14, 14], [20, 20, 21, 21]], float)
    boxes = np.array([[0, 0, 2, 2], [0, 0, 2, 2], [10, 10, 14, 12], [30, 30, 31, 31], [40, 40, 41, 41]], float)
    assert ref.recall_at(boxes, gts, 0.5) == 3 / 4  # one box finds two objects, an IoU of exactly 0.5 counts
    assert ref.recall_at(boxes, gts, 0.6) == 2 / 4 and ref.recall_at(boxes, gts, 0.7) == 1 / 4
    assert ref.recall_at(boxes[:0], gts, 0.5) == 0
    assert type(ref.recall_at(boxes, gts, 0.5)) is float


def test_few_boxes_find_the_shapes_of_noisy_images():
    """Ten images of three patches that do not overlap: every patch is found at IoU 0.5, with at most 10 boxes each."""
    rng = np.random.default_rng(0)
    for _ in range(10):
        img, gts = np.full((3, 32, 32), 0.5), []
        for x, y in ((2, 3), (18, 1), (10, 19)):
            w, h = rng.integers(7, 12, 2)
            img[:, y : y + h, x : x + w] = rng.permutation([0.1, 0.5, 0.9])[:, None, None]
            gts.append((x, y, x + w, y + h))
        boxes = ref.selective_search(np.clip(img + rng.normal(0, 0.03, img.shape), 0, 1))
        assert ref.recall_at(boxes, np.array(gts), 0.5) == 1 and 4 <= len(boxes) <= 10
        assert iou_matrix(boxes[-1:], [[0, 0, 32, 32]]) == 1
