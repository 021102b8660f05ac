"""R-CNN beside its network: known values, thresholds at their edges, and what must not change a result."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nnref import rcnn as ref
from nnref.boxes import mean_average_precision

from tests.nnref.operations.boxes import draw_corners

seeds = st.integers(0, 999).map(np.random.default_rng)


def ramps(H, W):
    """An image whose two channels say where a pixel's centre is: x and y."""
    y, x = np.mgrid[:H, :W] + 0.5
    return np.stack([x, y])


@settings(deadline=None)
@given(seeds, st.integers(1, 3), st.integers(1, 7), st.integers(1, 7))
def test_a_box_of_whole_numbers_gives_the_crop_itself(rng, C, H, W):
    img = rng.normal(size=(C, H, W))
    np.testing.assert_array_equal(ref.crop_and_warp(img, (0, 0, W, H), (H, W)), img)
    x1, y1 = rng.integers(0, W), rng.integers(0, H)
    x2, y2 = rng.integers(x1 + 1, W + 1), rng.integers(y1 + 1, H + 1)
    np.testing.assert_array_equal(ref.crop_and_warp(img, (x1, y1, x2, y2), (y2 - y1, x2 - x1)), img[:, y1:y2, x1:x2])


def test_the_image_is_read_at_the_centres_of_the_cells():
    """On a ramp, bilinear values are the places themselves, as long as these lie between the outer centres."""
    x, y = ref.crop_and_warp(ramps(9, 11), (1.5, 2, 8.5, 8), (3, 14))
    np.testing.assert_allclose(x, np.tile(1.75 + 0.5 * np.arange(14), (3, 1)), rtol=1e-14)
    np.testing.assert_allclose(y, np.tile([[3], [5], [7]], 14), rtol=1e-14)


def test_halves_between_pixels():
    img = np.array([[[0.0, 4, 8], [2, 6, 100]]])
    np.testing.assert_allclose(ref.crop_and_warp(img, (0.5, 0, 1.5, 2), (1, 1)), [[[3]]])  # (0 + 4 + 2 + 6) / 4
    np.testing.assert_allclose(ref.crop_and_warp(img, (0.25, 0, 1.25, 1), (1, 1)), [[[1]]])


def test_beyond_the_border_is_the_border():
    img = np.arange(6.0).reshape(1, 2, 3)
    assert ref.crop_and_warp(img, (-2, -1, 4, 3), (4, 6)).tolist() == [
        [[0, 0, 0, 1, 2, 2], [0, 0, 0, 1, 2, 2], [3, 3, 3, 4, 5, 5], [3, 3, 3, 4, 5, 5]]
    ]
    np.testing.assert_array_equal(ref.crop_and_warp(img, (50, -90, 60, -80), (2, 2)), np.full((1, 2, 2), 2))


GTS, LABELS = np.array([[0.0, 0, 10, 10], [20, 0, 30, 10]]), np.array([3, 1])


def test_assign_labels():
    """IoU with an object: exactly 1/2, a little less, exactly 0.3, a little less, and none; labels 3 and 1."""
    props = [[0, 0, 10, 5], [0, 0, 10, 4.9], [20, 0, 30, 3], [20, 0, 30, 2.9], [50, 50, 60, 60], [20, 0, 30, 10]]
    classes, objects = ref.assign_labels(props, GTS, LABELS, 0.5, 0.3)
    assert classes.tolist() == [3, -1, -1, 0, 0, 1]
    assert objects.tolist() == [0, -1, -1, -1, -1, 1]


def test_the_label_is_that_of_the_largest_overlap():
    gts = [[0, 0, 10, 10], [0, 0, 10, 8], [0, 0, 10, 8]]
    classes, objects = ref.assign_labels([[0, 0, 10, 7]], gts, [1, 2, 3], 0.5, 0.5)
    assert classes.tolist() == [2] and objects.tolist() == [1]


def test_without_objects_everything_is_background():
    classes, objects = ref.assign_labels(GTS, np.zeros((0, 4)), [], 0.5, 0)
    assert classes.tolist() == [0, 0] and objects.tolist() == [-1, -1]


def test_encode_and_decode():
    """A box of 4 · 2 around (3, 3) and one of 8 · 1 around (4, 2.5): moved by 1/4 of the sides."""
    prop, gt = [[1.0, 2, 5, 4]], [[0.0, 2, 8, 3]]
    offsets = [[1 / 4, -0.5 / 2, math.log(2), math.log(1 / 2)]]
    np.testing.assert_allclose(ref.bbox_encode(prop, gt), offsets, rtol=1e-15)
    np.testing.assert_allclose(ref.bbox_decode(prop, offsets), gt, atol=1e-14)
    np.testing.assert_array_equal(ref.bbox_decode(prop, np.zeros((1, 4))), prop)


@settings(deadline=None)
@given(seeds, st.integers(0, 5), st.floats(0.01, 100), st.floats(-100, 100))
def test_decoding_what_was_encoded_and_scale_and_place(rng, N, scale, shift):
    props, gts = (draw_corners(rng, N) + [0, 0, 1, 1] for _ in "pg")
    offsets = ref.bbox_encode(props, gts)
    np.testing.assert_allclose(ref.bbox_decode(props, offsets), gts, atol=1e-10)
    np.testing.assert_allclose(ref.bbox_encode(props * scale + shift, gts * scale + shift), offsets, atol=1e-8)


def test_a_wild_offset_stays_finite():
    with np.errstate(all="raise"):
        (x1, y1, x2, y2) = ref.bbox_decode([[0, 0, 2, 4]], [[0, 0, 1e6, 5]])[0]
    assert x2 - x1 == pytest.approx(125) and y2 - y1 == pytest.approx(250)


def test_smooth_l1():
    value, slope = ref.smooth_l1([-3, -1, -0.5, 0, 0.5, 1, 2])
    assert value.tolist() == [2.5, 0.5, 0.125, 0, 0.125, 0.5, 1.5]
    assert slope.tolist() == [-1, -1, -0.5, 0, 0.5, 1, 1]
    below, above = ref.smooth_l1(np.array([1 - 1e-9, 1 + 1e-9]))[0]
    assert above - below == pytest.approx(2e-9, rel=1e-6)
    with np.errstate(all="raise"):
        assert ref.smooth_l1(1e300)[0] == 1e300


PROPS = np.array([[0.0, 0, 10, 10], [1, 0, 11, 10], [30, 0, 40, 10]])
STAY = np.zeros((3, 4))


def log(*rows):
    """Scores whose softmax is these probabilities."""
    return np.log(rows)


def test_detections_come_from_probabilities():
    """The second has the larger score of class 1 and the smaller probability: softmax comes before suppression."""
    scores = np.array([[0.0, 2, 0], [4, 3, 0], [9, 0, 0]])
    dets = ref.rcnn_detect(PROPS, scores, STAY)
    e = math.exp
    ones = dets[dets[:, 5] == 1]
    assert ones[:, :4].tolist() == [[0, 0, 10, 10]]
    assert ones[0, 4] == pytest.approx(e(2) / (e(2) + 2))


def test_suppression_is_within_a_class_and_the_background_is_no_detection():
    dets = ref.rcnn_detect(PROPS, log([0.3, 0.6, 0.1], [0.1, 0.1, 0.8], [0.98, 0.01, 0.01]), STAY, min_score=0.2)
    np.testing.assert_allclose(dets, [[1, 0, 11, 10, 0.8, 2], [0, 0, 10, 10, 0.6, 1]])  # by score, not by class
    dets = ref.rcnn_detect(PROPS, log([0.1, 0.8, 0.1], [0.3, 0.6, 0.1], [0.6, 0.3, 0.1]), STAY, min_score=0.2)
    np.testing.assert_allclose(dets, [[0, 0, 10, 10, 0.8, 1], [30, 0, 40, 10, 0.3, 1]])


def test_suppression_sees_the_corrected_boxes():
    offsets = np.array([[0, 0, 0, 0], [5, 0, 0, 0], [0, 0, 0, 0.0]])
    dets = ref.rcnn_detect(PROPS, log(*[[0.1, 0.9]] * 3), offsets)
    assert dets[:, 0].tolist() == [0, 51, 30] and dets.shape == (3, 6)


def test_a_score_may_be_exactly_the_smallest_and_nothing_may_be_found():
    scores = np.zeros((1, 4))
    assert ref.rcnn_detect(PROPS[:1], scores, STAY[:1], min_score=0.25).shape == (3, 6)
    assert ref.rcnn_detect(PROPS[:1], scores, STAY[:1], min_score=0.26).shape == (0, 6)


def test_the_parts_fit_together():
    """What assign_labels and bbox_encode would teach, answered by a perfect network, is found without an error."""
    rng = np.random.default_rng(0)
    gts = np.array([[2.0, 3, 12, 15], [20, 4, 30, 24], [5, 20, 15, 28]])
    labels = np.array([2, 1, 2])
    props = np.concatenate([gts.repeat(5, axis=0) + rng.uniform(-1, 1, (15, 4)), draw_corners(rng, 20, 30)])
    classes, objects = ref.assign_labels(props, gts, labels, 0.5, 0.3)
    offsets = np.zeros((35, 4))
    offsets[classes > 0] = ref.bbox_encode(props[classes > 0], gts[objects[classes > 0]])
    dets = ref.rcnn_detect(props, 9 * np.eye(3)[np.maximum(classes, 0)], offsets)
    np.testing.assert_allclose(sorted(dets[:, :4].tolist()), sorted(gts.tolist()), atol=1e-12)
    assert mean_average_precision([dets], [np.column_stack([gts, labels])], 0.99) == 1
