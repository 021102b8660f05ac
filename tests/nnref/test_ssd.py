"""SSD: known boxes and matches, one case for each term of the loss, and the order of its last layer."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nnref import ssd as ref
from nnref.boxes import iou_matrix, mean_average_precision, xyxy_to_cxcywh
from nnref.gradient_check import directional_derivative
from nnref.ssd_head import SSDHead

from tests.nnref.operations.boxes import draw_corners
from tests.nnref.operations.ssd import draw_multibox, draw_priors

seeds = st.integers(0, 999).map(np.random.default_rng)


def test_default_boxes():
    """A map of 4 · 6 and one of 1 · 2: row by row, ratio last; wide boxes have a ratio above 1."""
    centres = xyxy_to_cxcywh(ref.default_boxes([(4, 6), (1, 2)], [0.3, 0.6], [1, 4]))
    assert centres.shape == ((24 + 2) * 2, 4)
    np.testing.assert_allclose(centres[0], [1 / 12, 1 / 8, 0.3, 0.3])
    np.testing.assert_allclose(centres[1], [1 / 12, 1 / 8, 0.6, 0.15])
    np.testing.assert_allclose(centres[2], [3 / 12, 1 / 8, 0.3, 0.3])
    np.testing.assert_allclose(centres[2 * (6 + 4)], [9 / 12, 3 / 8, 0.3, 0.3])
    np.testing.assert_allclose(centres[-1], [3 / 4, 1 / 2, 1.2, 0.3])


def test_default_boxes_have_the_area_of_their_scale_and_reach_beyond_the_image():
    boxes = ref.default_boxes([(5, 3)], [0.5], [0.5, 1, 3])
    np.testing.assert_allclose(np.prod(boxes[:, 2:] - boxes[:, :2], axis=1), 0.25)
    assert boxes.min() < 0 and boxes.max() > 1


def stripe(*ends):
    """Boxes of height 1 from 0 to these places."""
    return np.array([[0, 0, end, 1] for end in ends])


def test_every_object_has_a_prior_of_its_own():
    priors = stripe(0.1, 0.2, 0.9)
    classes, objects = ref.match_priors(priors, [[0, 0, 1, 0.3], [0, 0, 1, 1]], [5, 2])
    assert classes.tolist() == [0, 5, 2] and objects.tolist() == [-1, 0, 1]


def test_a_forced_match_is_not_overwritten():
    """The only prior with the first object is nearer to the second one, which has a better prior itself."""
    priors, gts = [[0, 0, 1, 1], [0, 0, 1, 0.8]], [[0, 0, 1, 1.9], [0, 0, 1, 0.82]]
    assert iou_matrix(gts, priors)[1, 0] > iou_matrix(gts, priors)[0, 0] > 0.5
    assert ref.match_priors(priors, gts, [1, 2])[0].tolist() == [1, 2]


def test_two_objects_want_one_prior():
    priors = stripe(0.1, 0.5, 1)
    classes, objects = ref.match_priors(priors, stripe(0.9, 1), [1, 2])
    assert objects.tolist() == [-1, 0, 1] and classes.tolist() == [0, 1, 2]
    classes, objects = ref.match_priors(priors, stripe(1, 1), [1, 2])  # equal: the first object chooses first
    assert objects.tolist() == [-1, 1, 0]


def test_the_other_priors_answer_from_t_on():
    priors = stripe(1, 0.5, 0.49, 0.3)
    assert ref.match_priors(priors, stripe(1), [4])[0].tolist() == [4, 4, 0, 0]
    assert ref.match_priors(priors, stripe(1), [4], 0.3)[0].tolist() == [4, 4, 4, 4]


def test_match_priors_without_objects_and_with_too_many():
    classes, objects = ref.match_priors(stripe(1, 2), np.zeros((0, 4)), [])
    assert classes.tolist() == [0, 0] and objects.tolist() == [-1, -1]
    assert ref.match_priors(stripe(1), stripe(0.5, 1, 2), [1, 2, 3])[0].tolist() == [2]


@settings(deadline=None)
@given(seeds, st.integers(6, 12), st.integers(1, 6))
def test_no_object_stays_without_a_prior(rng, P, G):
    drawn = draw_priors(rng, P, G)
    classes, objects = ref.match_priors(**drawn)
    assert set(objects) - {-1} == set(range(G))
    np.testing.assert_array_equal(classes, [0 if g < 0 else drawn["labels"][g] for g in objects])


def test_variances():
    prior, gt = [[0.0, 0, 4, 2]], [[1.0, 0, 9, 1]]  # centres (2, 1) and (5, 0.5), sizes 4 · 2 and 8 · 1
    loc = [[0.75 / 0.1, -0.25 / 0.1, math.log(2) / 0.2, -math.log(2) / 0.2]]
    np.testing.assert_allclose(ref.encode(prior, gt), loc)
    np.testing.assert_allclose(ref.decode(prior, loc), gt)
    np.testing.assert_allclose(ref.encode(prior, gt, (0.5, 1)), [[1.5, -0.5, math.log(2), -math.log(2)]])
    np.testing.assert_allclose(ref.decode(prior, [[1.5, -0.5, math.log(2), -math.log(2)]], (0.5, 1)), gt)


@settings(deadline=None)
@given(seeds, st.integers(0, 5))
def test_decoding_what_was_encoded(rng, N):
    priors, gts = (draw_corners(rng, N) + [0, 0, 1, 1] for _ in "pg")
    np.testing.assert_allclose(ref.decode(priors, ref.encode(priors, gts)), gts, atol=1e-10)


def test_hard_negative_mining():
    """Each image by itself; positives, here the largest of all, are neither chosen nor counted."""
    ce = np.array([[9.0, 1, 3, 2, 8], [7, 7, 7, 7, 7], [5, 6, 7, 8, 9], [1, 2, 3, 4, 5]])
    pos = np.zeros((4, 5), bool)
    pos[0, [0, 4]] = pos[1, 1] = pos[3, :4] = True
    chosen = ref.hard_negative_mining(ce, pos, 1)
    assert chosen.astype(int).tolist() == [[0, 0, 1, 1, 0], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 1]]
    assert ref.hard_negative_mining(ce, pos, 2)[1].tolist() == [True, False, True, False, False]
    assert ref.hard_negative_mining(ce, pos, 1.5)[1].tolist() == [True, False, False, False, False]


@settings(deadline=None)
@given(seeds, st.integers(1, 5), st.integers(1, 12))
def test_an_image_is_mined_as_if_it_were_alone(rng, N, P):
    ce, pos = rng.random((N, P)), rng.random((N, P)) < 0.2
    chosen = ref.hard_negative_mining(ce, pos)
    for n in range(N):
        np.testing.assert_array_equal(ref.hard_negative_mining(ce[n : n + 1], pos[n : n + 1])[0], chosen[n])
        assert chosen[n].sum() == min(3 * pos[n].sum(), (~pos[n]).sum())


def two_images():
    """Two images, five priors, two classes; the positives are (0, 0), (0, 1) and (1, 4); all scores are even."""
    classes = np.array([[1, 2, 0, 0, 0], [0, 0, 0, 0, 1]])
    return np.zeros((2, 5, 3)), np.zeros((2, 5, 4)), classes, np.zeros((2, 5, 4))


def test_the_class_loss_is_a_sum_over_positives_and_mined_by_the_number_of_positives():
    cls, loc, classes, targets = two_images()
    loss, dcls, dloc = ref.multibox_loss(cls, loc, classes, targets, ratio=1)  # 3 positives, 3 mined
    assert loss == pytest.approx(6 * math.log(3) / 3) and not dloc.any()
    np.testing.assert_allclose(dcls[0, 1], [1 / 9, 1 / 9, -2 / 9])
    np.testing.assert_allclose(dcls[0, 2], [-2 / 9, 1 / 9, 1 / 9])  # the first two background priors are mined
    assert not dcls[0, 4].any() and not dcls[1, 1:4].any()
    assert ref.multibox_loss(cls, loc, classes, targets, ratio=0)[0] == pytest.approx(math.log(3))


def test_the_location_loss_is_on_positives_only():
    cls, loc, classes, targets = two_images()
    base = ref.multibox_loss(cls, loc, classes, targets)[0]
    targets[0, 2:] = targets[1, :4] = np.nan  # never read
    loc[0, 1], loc[1, 4] = [0.5, 0, -2, 0], [0, 1, 0, 0]
    loss, _, dloc = ref.multibox_loss(cls, loc, classes, targets)
    assert loss - base == pytest.approx((0.125 + 1.5 + 0.5) / 3)
    np.testing.assert_allclose(dloc[0, 1], np.array([0.5, 0, -1, 0]) / 3)
    np.testing.assert_allclose(dloc[1, 4], np.array([0, 1, 0, 0]) / 3)
    assert np.count_nonzero(dloc) == 3


def test_the_worst_negatives_are_mined_by_the_class_loss():
    cls, loc, classes, targets = two_images()
    cls[1, 2, 1] = 5  # the background taken for class 1, surely
    _, dcls, _ = ref.multibox_loss(cls, loc, classes, targets, ratio=1)
    assert np.nonzero(dcls[1].any(axis=1))[0].tolist() == [2, 4]


@pytest.mark.parametrize("N", [0, 2])
def test_without_positives_everything_is_zero(N):
    rng = np.random.default_rng(0)
    cls, loc = rng.normal(size=(N, 5, 3)), rng.normal(size=(N, 5, 4))
    with np.errstate(all="raise"):
        loss, dcls, dloc = ref.multibox_loss(cls, loc, np.zeros((N, 5), int), loc + 1)
    assert loss == 0 and dcls.shape == cls.shape and dloc.shape == loc.shape
    assert not dcls.any() and not dloc.any()


@settings(deadline=None, max_examples=30)
@given(seeds)
def test_the_gradients_are_those_of_the_loss(rng):
    a = draw_multibox(rng, 3, 8, 2)
    loss, dcls, dloc = ref.multibox_loss(**a)
    for name, gradient in (("cls", dcls), ("loc", dloc)):
        v = rng.normal(size=a[name].shape)
        numeric = directional_derivative(lambda x, n=name: ref.multibox_loss(**a | {n: x})[0], a[name], v, h=1e-6)
        assert numeric == pytest.approx(np.sum(v * gradient), abs=1e-7 * (1 + np.abs(v * gradient).sum()))


PRIORS = np.array([[0.1, 0.1, 0.5, 0.5], [0.12, 0.1, 0.52, 0.5], [0.7, 0.7, 1.1, 0.9]])


def test_detect():
    """Softmax, no background, every class on its own, boxes cut at the border."""
    cls = np.log([[0.1, 0.8, 0.1], [0.3, 0.1, 0.6], [0.7, 0.2, 0.1]])
    dets = ref.detect(cls + [[3], [0], [9]], np.zeros((3, 4)), PRIORS, min_score=0.15)
    expected = [[0.1, 0.1, 0.5, 0.5, 0.8, 1], [0.12, 0.1, 0.52, 0.5, 0.6, 2], [0.7, 0.7, 1, 0.9, 0.2, 1]]
    np.testing.assert_allclose(dets, expected)
    both = ref.detect(np.log([[0.2, 0.8], [0.4, 0.6], [0.9, 0.1]]), np.zeros((3, 4)), PRIORS, min_score=0.5)
    np.testing.assert_allclose(both, [[0.1, 0.1, 0.5, 0.5, 0.8, 1]])


def test_detect_decodes():
    gts = np.array([[0.2, 0.1, 0.6, 0.4], [0.7, 0.2, 0.9, 0.5], [0.6, 0.7, 0.9, 0.8]])
    dets = ref.detect(np.tile([0, 9.0], (3, 1)), ref.encode(PRIORS, gts), PRIORS)
    np.testing.assert_allclose(dets[:, :4], gts, atol=1e-12)


def test_the_parts_fit_together():
    """What match_priors and encode would teach, answered by a perfect network, is found without an error."""
    priors = ref.default_boxes([(8, 8), (4, 4)], [0.2, 0.4], [0.5, 1, 2])
    gts = np.array([[0.1, 0.2, 0.3, 0.5], [0.5, 0.55, 0.9, 0.95], [0.6, 0.1, 0.75, 0.2]])
    labels = np.array([2, 1, 3])
    classes, objects = ref.match_priors(priors, gts, labels)
    loc = np.where(classes[:, None] > 0, ref.encode(priors, gts[objects]), 0)
    dets = ref.detect(9 * np.eye(4)[classes], loc, priors, min_score=0.5)
    assert mean_average_precision([dets], [np.column_stack([gts, labels])], 0.99) == 1 and len(dets) == 3
    loss, dcls, dloc = ref.multibox_loss(99 * np.eye(4)[classes][None], loc[None], classes[None], loc[None])
    assert loss < 1e-12 and abs(dcls).max() < 1e-12 and not dloc.any()


def head(rng, channels=(2, 3), A=2, K=3):
    return SSDHead.he(channels, A, K, rng, dtype=np.float64)


def feature_maps(rng, N=2):
    return [rng.normal(size=(N, 2, 4, 6)), rng.normal(size=(N, 3, 2, 3))]


def test_the_head_answers_in_the_order_of_the_default_boxes():
    """Weights that copy the pixel above each place, and biases that number the filters."""
    A, K, sizes = 2, 3, [(4, 6), (2, 3)]
    layer = head(np.random.default_rng(0), channels=(1, 1))
    for W, b in zip(layer.params[::2], layer.params[1::2], strict=True):
        W[...], b[...] = 0, np.arange(A * (K + 5)) / 100
        W[:, 0, 1, 1] = 1
    maps = [np.arange(m * 100, m * 100 + H * W, dtype=float).reshape(1, 1, H, W) for m, (H, W) in enumerate(sizes)]
    rows = np.concatenate(layer.forward(maps), axis=2)
    boxes = xyxy_to_cxcywh(ref.default_boxes(sizes, [0.2, 0.4], [1, 4]))
    assert rows.shape == (1, len(boxes), K + 1 + 4)
    for (x, y, w, h), row in zip(boxes, rows[0], strict=True):
        m, a = round(math.sqrt(w * h) / 0.2) - 1, int(w / h > 2)
        H, W = sizes[m]
        pixel = m * 100 + round(y * H - 0.5) * W + round(x * W - 0.5)
        np.testing.assert_allclose(row, pixel + (a * (K + 5) + np.arange(K + 5)) / 100)


def test_the_gradients_of_the_head():
    rng = np.random.default_rng(0)
    layer, maps = head(rng), feature_maps(rng)
    outs = layer.forward(maps)
    douts = [rng.normal(size=out.shape) for out in outs]
    dmaps = layer.backward(douts)
    arrays, gradients = [*maps, *layer.params], [*dmaps, *layer.grads]
    for array, gradient in zip(arrays, gradients, strict=True):
        v = rng.normal(size=array.shape)

        def loss(a, array=array):
            kept = array.copy()
            array[...] = a
            value = sum(np.sum(d * out) for d, out in zip(douts, layer.forward(maps), strict=True))
            array[...] = kept
            return value

        assert directional_derivative(loss, array.copy(), v) == pytest.approx(np.sum(v * gradient), rel=1e-8)


def test_the_head_is_a_layer():
    rng = np.random.default_rng(0)
    layer, other, maps = head(rng), head(rng), feature_maps(rng)
    grads = list(layer.grads)
    out = [part.copy() for part in layer.forward(maps)]
    other.forward(maps)
    other.backward([np.ones(part.shape) for part in out])
    layer.backward([np.ones(part.shape) for part in out])
    assert all(kept is grad and grad.any() for kept, grad in zip(grads, layer.grads, strict=True))
    assert [p.shape for p in layer.params] == [(16, 2, 3, 3), (16,), (16, 3, 3, 3), (16,)]
    layer.params[1][...] += 1  # the biases of the first map, changed from outside
    for part, before in zip(layer.forward(maps), out, strict=True):
        np.testing.assert_allclose(part[:, :48], before[:, :48] + 1)
        np.testing.assert_array_equal(part[:, 48:], before[:, 48:])
    single = SSDHead.he((2,), 1, 1, rng).forward([np.ones((0, 2, 3, 3), np.float32)])
    assert [(part.shape, part.dtype) for part in single] == [((0, 9, 2), np.float32), ((0, 9, 4), np.float32)]


def test_the_head_says_what_it_expects():
    layer = head(np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"^SSDHead: found 1 feature maps; expected 2$"):
        layer.forward(feature_maps(np.random.default_rng(0))[:1])
    with pytest.raises(RuntimeError, match="found backward before forward"):
        layer.backward([np.zeros((2, 60, 4)), np.zeros((2, 60, 4))])
