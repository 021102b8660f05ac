"""The six shapes: seeded, alike but for the colour, and as tied to the colour as the dial says."""

import numpy as np
import pytest
from nnlab import data
from nnlab.shapes import COLOURS, SHAPES, draw_shape, shape_mask


def colours_of(X):
    """The place in COLOURS of the colour of each image: which order of strong, half and weak channels it has."""
    strongest = np.sort(X.reshape(len(X), 3, -1), axis=2)[:, :, -60:].mean(axis=2)  # inside the shape
    orders = COLOURS.argsort(axis=1)
    return np.array([np.flatnonzero((orders == rank).all(axis=1))[0] for rank in strongest.argsort(axis=1)])


def test_images_are_seeded_and_from_0_to_1():
    X, y = data.shapes(60, np.random.default_rng(3))
    assert X.shape == (60, 3, 32, 32) and X.dtype == np.float32 and 0 <= X.min() < X.max() <= 1
    assert y.shape == (60,) and y.dtype == np.int64 and set(y) == set(range(6))
    again, other = (data.shapes(60, np.random.default_rng(seed))[0] for seed in (3, 4))
    np.testing.assert_array_equal(X, again)
    assert (X != other).any()


@pytest.mark.parametrize(("shortcut", "low", "high"), [(1.0, 1.0, 1.0), (0.5, 0.5, 0.67), (0.0, 0.1, 0.24)])
def test_the_dial_says_how_often_the_colour_is_that_of_the_class(shortcut, low, high):
    X, y = data.shapes(600, np.random.default_rng(0), shortcut)
    assert low <= np.mean(colours_of(X) == y) <= high


def test_without_the_shortcut_every_shape_has_every_colour():
    X, y = data.shapes(600, np.random.default_rng(1))
    assert len(set(zip(y.tolist(), colours_of(X).tolist(), strict=True))) == 36


@pytest.mark.parametrize("kind", SHAPES)
def test_a_shape_lies_in_its_box_and_only_there(kind):
    image = np.zeros((3, 30, 40))
    x1, y1, x2, y2 = draw_shape(image, kind, 14, 22, 9, (0.2, 0.4, 0.6))
    painted = image.any(axis=0)
    np.testing.assert_array_equal(image[:, painted], np.tile([[0.2], [0.4], [0.6]], painted.sum()))
    rows, columns = np.nonzero(painted)
    assert (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1) == (x1, y1, x2, y2)
    assert 22 - 9 <= x1 < 22 < x2 <= 22 + 9 and 14 - 9 <= y1 < 14 < y2 <= 14 + 9


def test_shapes_differ_and_stand_upright():
    masks = {kind: shape_mask(kind, (24, 24), 12, 12, 10) for kind in SHAPES}
    for kind, mask in masks.items():
        np.testing.assert_array_equal(mask, mask[:, ::-1], err_msg=f"{kind}: left and right alike")
    assert not masks["ring"][12, 12] and masks["circle"][12, 12]
    assert masks["triangle"][:12].sum() < masks["triangle"][12:].sum(), "the point is above"
    assert masks["star"][3, 11:13].any() and not masks["star"][-4, 11:13].any(), "one of five points is above"
    assert len({mask.tobytes() for mask in masks.values()}) == 6


def test_an_angle_turns_clockwise():
    upright, turned = (shape_mask("triangle", (24, 24), 12, 12, 10, angle) for angle in (0, np.pi / 2))
    np.testing.assert_array_equal(turned, np.rot90(upright, -1))


def test_a_shape_outside_the_image_is_an_error():
    with pytest.raises(ValueError, match="the star at"):
        draw_shape(np.zeros((3, 20, 20)), "star", 60, 10, 5, (1, 1, 1))
