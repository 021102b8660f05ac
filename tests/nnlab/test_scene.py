"""The drawn picture: the same for everybody, with noise that can be turned off, and rich in edges."""

import numpy as np
from nnlab import data
from nnref.filters import edges, to_gray


def test_the_scene_is_a_picture_of_bytes_and_always_the_same():
    img = data.scene()
    assert img.shape == (3, 120, 160) and img.dtype == np.uint8
    assert img.min() < 40 and img.max() > 240
    np.testing.assert_array_equal(img, data.scene())
    img[:] = 0
    assert data.scene().any(), "each call draws a new array"


def test_noise_is_added_to_the_drawing():
    clean = data.scene(noise=0)
    np.testing.assert_array_equal(clean, data.scene(noise=0, seed=1))
    assert (data.scene(seed=1) != data.scene(seed=2)).any()
    for noise in (5, 20):
        added = data.scene(noise) - clean.astype(float)
        assert abs(added.mean()) < 0.5 and abs(added.std() - noise) < 0.1 * noise


def test_edges_in_every_direction_and_calm_places():
    found = edges(to_gray(data.scene(noise=0)), 100)
    assert 0.1 < found.mean() < 0.2
    assert not found[:10].any(), "the sky is calm"
    assert found[61:64, 70:100].all(axis=1).any(), "the eaves lie across"
    assert found[75:95, 79:81].all(axis=0).any(), "the door stands upright"
