"""The scenes of the detection units: seeded, true boxes, overlaps, small objects, objects at the border."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from nnlab import data, plots
from nnlab.detection import LARGEST, MOST, OBJECTS, SMALLEST
from nnref.boxes import iou_matrix

X, OBJECTS_OF = data.scenes(400, np.random.default_rng(0))
ALL = np.concatenate(OBJECTS_OF)


def test_scenes_are_seeded_and_of_the_form_they_say():
    assert X.shape == (400, 3, 32, 32) and X.dtype == np.float32 and 0 <= X.min() < X.max() <= 1
    assert all(rows.shape == (len(rows), 5) and rows.dtype == np.float64 for rows in OBJECTS_OF)
    assert {len(rows) for rows in OBJECTS_OF} == set(range(1, MOST + 1))
    again, rows = data.scenes(400, np.random.default_rng(0))
    np.testing.assert_array_equal(again, X)
    np.testing.assert_array_equal(np.concatenate(rows), ALL)
    assert (data.scenes(400, np.random.default_rng(1))[0] != X).any()
    none, nothing = data.scenes(0, np.random.default_rng(0))
    assert none.shape == (0, 3, 32, 32) and nothing == []


def test_classes_are_alike_and_sizes_as_said():
    share = np.bincount(ALL[:, 4].astype(int), minlength=4) / len(ALL)
    assert share[0] == 0 and len(share) == len(OBJECTS) and (abs(share[1:] - 1 / 3) < 0.06).all()
    sides = ALL[:, 2:4] - ALL[:, :2]
    assert sides.min() >= SMALLEST - 2 and sides.max() <= 2 * LARGEST
    assert 0.4 < np.mean(sides.max(axis=1) < 10) < 0.75, "about half are small"


def test_some_overlap_and_some_touch_the_border():
    pairs = [np.triu(iou_matrix(rows[:, :4], rows[:, :4]), 1).max() for rows in OBJECTS_OF]
    assert 0.2 < np.mean(np.array(pairs) > 0) < 0.7 and 0.25 < max(pairs) < 0.6
    border = (ALL[:, :2] == 0).any(axis=1) | (ALL[:, 2:4] == 32).any(axis=1)
    assert 0.05 < border.mean() < 0.5 and ALL[:, :4].min() == 0 and ALL[:, :4].max() == 32


def test_scenes_are_as_easy_as_asked():
    images, rows = data.scenes(200, np.random.default_rng(0), most=2, seen=1.0)
    assert {len(some) for some in rows} == {1, 2}
    for image, some in zip(images, rows, strict=True):
        bright = np.abs(image - np.median(image)).max(axis=0) > 0.3
        for x1, y1, x2, y2 in some[:, :4].astype(int):  # nothing is hidden: each side of each box has its own pixels
            own = bright[y1:y2, x1:x2]
            assert own[0].any() and own[-1].any() and own[:, 0].any() and own[:, -1].any()
    crowded = data.scenes(200, np.random.default_rng(0), most=6, seen=0.0)[1]
    assert {len(some) for some in crowded} == set(range(1, 7))
    pairs = [np.triu(iou_matrix(some[:, :4], some[:, :4]), 1).max() for some in crowded]
    assert max(pairs) > 0.7, "one may hide another"


def test_a_box_is_where_its_object_is():
    """In scenes of one object, the bright pixels lie in its box and reach each of its sides."""
    for image, rows in zip(X, OBJECTS_OF, strict=True):
        if len(rows) == 1:
            x1, y1, x2, y2 = rows[0, :4].astype(int)
            background = np.median(image)
            bright = image.max(axis=0) > background + 0.3
            ys, xs = np.nonzero(bright)
            assert (xs.min(), ys.min(), xs.max() + 1, ys.max() + 1) == (x1, y1, x2, y2)


@pytest.mark.parametrize("names", [None, ("cat", "dog")])
def test_boxes_are_drawn_where_they_are(names):
    figure, ax = plt.subplots()
    plots.boxes(ax, np.array([[1, 2, 5, 9, 0.5, 1], [0, 0, 3, 3, 0.4, 2]]), names, style="--")
    assert [patch.get_bbox().extents.tolist() for patch in ax.patches] == [[1, 2, 5, 9], [0, 0, 3, 3]]
    assert [text.get_text() for text in ax.texts] == list(names or ())
    plots.boxes(ax, np.zeros((0, 4)))
    assert len(ax.patches) == 2
    plt.close(figure)
