"""Boxes: known values, conventions at the edges, and what must not change a result."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from nnref import boxes as ref

from tests.nnref.operations.boxes import draw_corners

NONE = np.zeros((0, 4))
UNIT = np.array([[0.0, 0, 1, 1]])
seeds = st.integers(0, 999).map(np.random.default_rng)


def test_centres_and_corners():
    corners, centres = [[1, 2, 5, 10]], [[3.0, 6, 4, 8]]
    np.testing.assert_array_equal(ref.xyxy_to_cxcywh(corners), centres)
    np.testing.assert_array_equal(ref.cxcywh_to_xyxy(centres), corners)


@settings(deadline=None)
@given(arrays(float, st.tuples(st.integers(0, 5), st.just(4)), elements=st.floats(-1000, 1000)))
def test_centres_and_corners_are_inverse(boxes):
    np.testing.assert_allclose(ref.cxcywh_to_xyxy(ref.xyxy_to_cxcywh(boxes)), boxes, atol=1e-11)
    np.testing.assert_allclose(ref.xyxy_to_cxcywh(ref.cxcywh_to_xyxy(boxes)), boxes, atol=1e-11)


@pytest.mark.parametrize(
    "box, iou",
    [
        ([0, 0, 1, 1], 1),
        ([0.5, 0, 1.5, 1], 1 / 3),
        ([0.25, 0.25, 0.75, 0.75], 1 / 4),
        ([1, 0, 2, 1], 0),  # only an edge in common: with + 1 they would overlap
        ([2, 3, 4, 5], 0),  # apart both ways: two negative lengths are no area
        ([0.5, 0.5, 0.5, 0.7], 0),  # empty, within
        ([0.8, 0.2, 0.3, 0.9], 0),  # inside out: empty
    ],
)
def test_iou(box, iou):
    np.testing.assert_allclose(ref.iou_matrix(UNIT, [box]), [[iou]], rtol=1e-15)
    np.testing.assert_allclose(ref.iou_matrix([box], UNIT), [[iou]], rtol=1e-15)


def test_iou_of_no_boxes_and_of_empty_boxes():
    assert ref.iou_matrix(NONE, np.ones((3, 4))).shape == (0, 3)
    assert ref.iou_matrix(np.ones((2, 4)), NONE).shape == (2, 0)
    with np.errstate(all="raise"):
        np.testing.assert_array_equal(ref.iou_matrix(np.ones((2, 4)), np.ones((3, 4))), np.zeros((2, 3)))


@settings(deadline=None)
@given(seeds, st.floats(0.01, 100), st.floats(-100, 100))
def test_iou_is_symmetric_and_knows_no_scale_and_no_place(rng, scale, shift):
    A, B = draw_corners(rng, 4), draw_corners(rng, 6)
    iou = ref.iou_matrix(A, B)
    np.testing.assert_array_equal(iou, ref.iou_matrix(B, A).T)
    np.testing.assert_allclose(ref.iou_matrix(A * scale + shift, B * scale + shift), iou, atol=1e-9)
    assert (iou >= 0).all() and (iou < 1).all()


def row(*starts):
    """Boxes of width 4 and height 1 that begin at these places."""
    return np.array([[x, 0.0, x + 4, 1] for x in starts])


def test_nms_goes_by_score_and_only_kept_boxes_suppress():
    chain = row(2, 0, 1)  # IoU of neighbours 3/5, of the two ends 1/3
    assert ref.nms(chain, [0.7, 0.9, 0.8], 0.5).tolist() == [1, 0]  # 2 goes because of 1, and so cannot remove 0
    assert ref.nms(chain, [0.7, 0.8, 0.9], 0.5).tolist() == [2]
    assert ref.nms(chain, [0.7, 0.8, 0.9], 0.9).tolist() == [2, 1, 0]


def test_nms_removes_only_more_than_t():
    boxes = row(0, 2)  # IoU exactly 1/3
    assert ref.nms(boxes, [1, 2], ref.iou_matrix(boxes, boxes)[0, 1]).tolist() == [1, 0]
    assert ref.nms(boxes, [1, 2], 0.33).tolist() == [1]


def test_nms_of_equal_scores_and_of_nothing():
    assert ref.nms(np.repeat(row(0), 9, axis=0), np.ones(9), 0.5).tolist() == [0]
    assert ref.nms(row(*range(0, 500, 5)), np.ones(100), 0.5).tolist() == list(range(100))
    assert ref.nms(NONE, [], 0.5).shape == (0,) and ref.nms(NONE, [], 0.5).dtype == np.int64
    assert ref.nms(row(0, 9), np.array([200, 100], np.uint8), 0.5).tolist() == [0, 1]  # -scores must not wrap around


def detections(*rows):
    """Rows of place, score, class, as rows of match."""
    return np.array([[x, 0, x + 4, 1, score, c] for x, score, c in rows])


def objects(*rows):
    return np.array([[x, 0, x + 4, 1, c] for x, c in rows])


def test_match():
    gts = objects((0, 1), (20, 1), (20, 2))
    assert ref.match(detections((0, 0.5, 1), (0, 0.9, 1)), gts, 0.5).tolist() == [-1, 0]  # once, to the higher score
    assert ref.match(detections((20, 0.5, 2), (0, 0.9, 2)), gts, 0.5).tolist() == [2, -1]  # only of its own class
    assert ref.match(detections((1, 0.5, 1)), gts, 0.6).tolist() == [0]  # IoU exactly 0.6 counts
    assert ref.match(detections((1, 0.5, 1)), gts, 0.61).tolist() == [-1]
    assert ref.match(detections((0, 0.5, 1), (0, 0.5, 1)), gts, 0.5).tolist() == [0, -1]  # equal scores: the first


def test_match_takes_the_largest_overlap_that_is_free():
    gts = objects((0, 1), (1, 1))
    assert ref.match(detections((1, 0.9, 1), (1, 0.8, 1), (1, 0.7, 1)), gts, 0.5).tolist() == [1, 0, -1]
    assert ref.match(np.zeros((0, 6)), gts, 0.5).shape == (0,)
    assert ref.match(detections((1, 0.9, 1)), np.zeros((0, 5)), 0.5).tolist() == [-1]


def test_average_precision():
    """Hits at ranks 1, 3 and 4 of 5, 4 objects: precision 1, 2/3, 3/4; the envelope lifts 2/3 to 3/4."""
    scores, correct = [0.2, 0.9, 0.5, 0.4, 0.8], [False, True, True, True, False]
    assert ref.average_precision(scores, correct, 4) == pytest.approx((1 + 3 / 4 + 3 / 4) / 4)
    assert ref.average_precision(scores, correct, 3) == pytest.approx((1 + 3 / 4 + 3 / 4) / 3)
    assert ref.average_precision([1, 2], [True, True], 2) == 1
    for equal, value in (([True, False], 1), ([False, True], 0.5)):  # of equal scores the first comes first
        assert ref.average_precision([1, 1], equal, 1) == value


def test_average_precision_of_nothing():
    with np.errstate(all="raise"):
        assert ref.average_precision([0.5], [False], 0) == 0
        assert ref.average_precision([], [], 0) == 0
        assert ref.average_precision([], [], 3) == 0
        assert ref.average_precision([0.5, 0.4], [False, False], 3) == 0
    assert type(ref.average_precision([1], [True], 1)) is type(ref.average_precision([], [], 0)) is float


@settings(deadline=None)
@given(seeds)
def test_average_precision_depends_on_order_only(rng):
    scores, correct = rng.permutation(12) / 12, rng.random(12) < 0.5
    value = ref.average_precision(scores, correct, 14)
    mixed = rng.permutation(12)
    assert ref.average_precision(scores[mixed], correct[mixed], 14) == value
    assert ref.average_precision(np.exp(3 * scores) - 7, correct, 14) == value
    worse = ref.average_precision(np.append(scores, -1), np.append(correct, False), 14)
    assert worse == value  # a wrong detection below all others changes nothing


def test_mean_average_precision():
    gts = [objects((0, 1), (20, 2)), objects((0, 1)), np.zeros((0, 5))]
    perfect = [detections((0, 0.3, 1), (20, 0.2, 2)), detections((0, 0.9, 1)), np.zeros((0, 6))]
    assert ref.mean_average_precision(perfect, gts) == 1
    # A box of the first image is no hit in the second; class 3 has no object and does not count.
    one = [detections((0, 0.3, 1), (0, 0.3, 3)), detections((20, 0.9, 2), (20, 0.9, 1)), np.zeros((0, 6))]
    assert ref.mean_average_precision(one, gts) == pytest.approx((1 / 2 * 1 / 2 + 0) / 2)
    assert ref.mean_average_precision([np.zeros((0, 6))] * 3, gts) == 0


def test_mean_average_precision_counts_overlap():
    gts = [objects((0, 1))]
    close = [detections((1, 0.9, 1))]  # IoU 0.6
    assert ref.mean_average_precision(close, gts) == 1 and ref.mean_average_precision(close, gts, 0.75) == 0


def test_sliding_windows():
    windows = ref.sliding_windows((4, 7), (2, 3), 2)
    assert windows.tolist() == [[x, y, x + 3, y + 2] for y in (0, 2) for x in (0, 2, 4)]
    np.testing.assert_array_equal(ref.sliding_windows((3, 5), (3, 5), 9), [[0, 0, 5, 3]])
    assert ref.sliding_windows((3, 5), (4, 2), 1).shape == ref.sliding_windows((5, 3), (2, 4), 1).shape == (0, 4)
