"""Filters and edges: known images, directions, borders."""

import numpy as np
import pytest
from nnref.filters import edges, filter2d, gaussian_kernel, sobel, to_gray

IMAGE = np.random.default_rng(0).normal(size=(7, 9))


def test_gray_of_bytes_does_not_overflow():
    white = np.full((3, 2, 4), 255, np.uint8)
    np.testing.assert_allclose(to_gray(white), np.full((2, 4), 255.0))
    primaries = np.eye(3)[:, :, np.newaxis]
    np.testing.assert_allclose(to_gray(primaries)[:, 0], [0.299, 0.587, 0.114])


def test_the_filter_is_not_flipped_and_does_not_wrap():
    dot = np.zeros((5, 6))
    dot[0, 5] = 1
    k = np.arange(1.0, 7).reshape(3, 2)
    expected = np.zeros((5, 7))
    expected[:2, 5:] = [[4, 3], [2, 1]]  # around a single dot the filter appears turned by 180 degrees
    np.testing.assert_array_equal(filter2d(dot, k, 1), expected)
    np.testing.assert_array_equal(filter2d(k, k, 0), [[np.sum(k * k)]])


def test_pad_is_a_border_of_zeros_on_all_sides():
    k = np.random.default_rng(1).normal(size=(3, 3))
    np.testing.assert_allclose(filter2d(IMAGE, k, 2), filter2d(np.pad(IMAGE, 2), k, 0), rtol=1e-14)
    assert filter2d(IMAGE, k, 1).shape == IMAGE.shape


def test_a_ramp_has_the_slope_8():
    """The curriculum's invariant: constant 8, in x for columns, in y for rows; uphill to the right and down."""
    right = np.tile(np.arange(6), (5, 1))
    down = np.arange(5)[:, np.newaxis].repeat(6, axis=1)
    for image, x, y in ((right, 8, 0), (-right, -8, 0), (down, 0, 8), (-down, 0, -8)):
        gx, gy, mag, theta = sobel(image)
        assert gx.shape == gy.shape == mag.shape == theta.shape == (3, 4)
        np.testing.assert_array_equal(gx, x)
        np.testing.assert_array_equal(gy, y)
        np.testing.assert_array_equal(mag, 8)
        np.testing.assert_allclose(theta, np.arctan2(y, x))


def test_sobel_turned_by_90_degrees():
    gx, gy, mag, theta = sobel(IMAGE)
    turned_gx, turned_gy, turned_mag, turned_theta = sobel(np.rot90(IMAGE))
    np.testing.assert_allclose(turned_gx, np.rot90(gy), atol=1e-14)
    np.testing.assert_allclose(turned_gy, -np.rot90(gx), atol=1e-14)
    np.testing.assert_allclose(turned_mag, np.rot90(mag))
    turn = np.rot90(theta) - turned_theta
    np.testing.assert_allclose(np.cos(turn), 0, atol=1e-12)  # by a quarter,
    np.testing.assert_allclose(np.sin(turn), 1)  # all in the same direction


def test_sobel_of_bytes_and_its_length():
    image = np.zeros((3, 3), np.uint8)
    image[0, 0] = 200
    gx, gy, mag, theta = (float(value.item()) for value in sobel(image))
    assert (gx, gy) == (-200, -200)
    np.testing.assert_allclose([mag, theta], [200 * np.sqrt(2), -3 * np.pi / 4])


def test_edges_of_a_square():
    """A bright square: its outline, two pixels wide, on all four sides; nothing inside, outside or on the border."""
    image = np.full((12, 14), 0.5)
    image[4:8, 5:10] = 1
    found = edges(image, 0.9)
    assert found.dtype == bool and found.shape == image.shape
    inside, outside = np.zeros_like(found), np.zeros_like(found)
    outside[3:9, 4:11] = True
    inside[5:7, 6:9] = True
    found[[3, 3, 8, 8], [4, 10, 4, 10]] = True  # corners are weaker
    np.testing.assert_array_equal(found, outside & ~inside)


def test_edges_are_above_the_threshold_and_not_on_the_border():
    ramp = np.tile(np.arange(6), (5, 1))
    assert not edges(ramp, 8).any()
    expected = np.zeros((5, 6), bool)
    expected[1:-1, 1:-1] = True
    np.testing.assert_array_equal(edges(ramp, 7.9), expected)
    assert not edges(np.full((5, 6), 9.0), 0).any()


@pytest.mark.parametrize("size", [1, 3, 7])
def test_gaussian_kernel(size):
    sigma = 1.25
    k = gaussian_kernel(size, sigma)
    assert k.shape == (size, size)
    np.testing.assert_allclose(k.sum(), 1)
    for turned in (k[::-1], k[:, ::-1], k.T):
        np.testing.assert_allclose(turned, k)
    half = size // 2
    np.testing.assert_allclose(k[half, 0] / k[half, half], np.exp(-(half**2) / (2 * sigma**2)))
    np.testing.assert_allclose(filter2d(np.full((9, 9), 5.0), k, 0), 5)


def test_a_narrow_gaussian_changes_nothing():
    np.testing.assert_array_equal(gaussian_kernel(3, 0.01), np.pad([[1.0]], 1))
