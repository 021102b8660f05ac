"""Average precision against what others compute: a package of PyPI, and a published example."""

import os
from importlib import import_module

import numpy as np
import pytest
from nnref import boxes as ref

PLACES = 20.0 * np.arange(60)  # far apart: a box stands on one of them or meets none


def other_package():
    """An implementation by somebody else, after the development kit of Pascal VOC. CI has it; else skipped."""
    return import_module("mapcalc") if os.environ.get("CI") else pytest.importorskip("mapcalc")


def draw_image(rng, classes):
    """Draw objects and detections of one image: hits, repetitions of hits and misses, best score first.

    Every detection lies exactly on a place, so that the conventions of IoU, which differ, do not matter here.
    """
    gts = np.zeros((rng.integers(1, 25), 5))
    gts[:, 0] = rng.permutation(PLACES)[: len(gts)]
    gts[:, 2:4] = gts[:, :1] + [9, 7]
    gts[:, 4] = rng.integers(1, classes + 1, len(gts))
    dets = np.zeros((rng.integers(0, 60), 6))
    dets[:, 0] = rng.choice(PLACES, len(dets))
    dets[:, 2:4] = dets[:, :1] + [9, 7]
    dets[:, 4] = np.sort(rng.permutation(100)[: len(dets)])[::-1] / 100
    dets[:, 5] = rng.integers(1, classes + 1, len(dets))
    return dets, gts


@pytest.mark.parametrize("classes", [1, 3])
def test_average_precision_is_that_of_another_package(classes):
    mapcalc = other_package()
    for seed in range(50):
        dets, gts = draw_image(np.random.default_rng(seed), classes)
        true = {"boxes": gts[:, :4].tolist(), "labels": gts[:, 4].tolist()}
        found = {"boxes": dets[:, :4].tolist(), "labels": dets[:, 5].tolist(), "scores": dets[:, 4].tolist()}
        theirs = mapcalc.calculate_map(true, found, 0.5)
        mixed = np.random.default_rng(seed).permutation(len(dets))  # theirs wants the best first, ours does not care
        assert ref.mean_average_precision([dets[mixed]], [gts]) == pytest.approx(theirs, abs=1e-12), seed
        if classes == 1:
            correct = ref.match(dets, gts, 0.5) >= 0
            assert ref.average_precision(dets[:, 4], correct, len(gts)) == pytest.approx(theirs, abs=1e-12)


def test_a_published_example():
    """R. Padilla, S. Netto, E. da Silva, 2020: 24 detections in 7 images with 15 objects, AP 24.56 % by all points.

    The hits stand at these ranks; precision there is 1, 2/3, 3/10, 4/12, 5/13, 6/14, 7/23.
    """
    correct = np.isin(np.arange(1, 25), [1, 3, 10, 12, 13, 14, 23])
    by_hand = (1 + 2 / 3 + 4 * 6 / 14 + 7 / 23) / 15
    ap = ref.average_precision(-np.arange(24.0), correct, 15)
    assert ap == pytest.approx(by_hand) == pytest.approx(0.2456, abs=1e-4)
