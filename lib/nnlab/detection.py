"""Small scenes for object detection: several shapes in one image, of any size and colour, some behind others."""

import numpy as np

from nnlab.shapes import COLOURS, SIDE, draw_shape, shape_mask

OBJECTS = ("background", "circle", "square", "triangle")  # class k is OBJECTS[k]; a detector has scores for all four
MOST = 4  # objects in one scene, where a caller does not say
SMALLEST, LARGEST = 3.0, 10.0  # radius of the circle that an object fits into, in pixels
SEEN = 0.7  # the least share of an object's pixels that no later object covers
TRIES = 50  # places to try for one object; a scene that is full stays as it is


def scenes(n, rng, most=MOST, seen=SEEN):
    """Return n random scenes and the objects in each.

    rng : np.random.Generator. most : objects in one scene at most, from 1 to 6. seen : the least share of an object's
    pixels that no later object covers, from 0 to 1.

    Returns X (n, 3, 32, 32) float32 from 0 to 1, red, green and blue, and a list of n arrays (G, 5) float64, one row
    (x1, y1, x2, y2, class) for each of the 1 to `most` objects of a scene, from the one farthest behind to the one in
    front. A box goes around all of the object inside the image, what another hides included; pixel (i, j) covers j to
    j + 1 and i to i + 1. Classes are places in OBJECTS: 1 circle, 2 square, 3 triangle. Half of the objects are small,
    with a radius below 5. The colours of a scene differ, and say nothing about the classes. Returns new arrays.
    """
    X = np.empty((n, 3, SIDE, SIDE), dtype=np.float32)
    objects = []
    for image in X:
        canvas = rng.uniform(0.0, 0.3) + np.zeros((3, SIDE, SIDE))
        objects.append(_fill(canvas, rng, most, seen))
        image[...] = np.clip(canvas + rng.normal(0, 0.05, canvas.shape), 0, 1)
    return X, objects


def _fill(canvas, rng, most, seen):
    """Paint 1 to `most` objects into a canvas, in place; return their rows."""
    rows, masks, hidden = [], [], []
    colours = COLOURS[rng.permutation(len(COLOURS))[: rng.integers(1, most + 1)]]  # all different
    for colour in colours:
        for _ in range(TRIES):
            kind = int(rng.integers(1, len(OBJECTS)))
            radius = rng.uniform(*((SMALLEST, 5.0) if rng.random() < 0.5 else (5.0, LARGEST)))
            row, column = rng.uniform(radius - 2, SIDE - radius + 2, 2)  # up to two pixels may be cut off
            angle = rng.uniform(-0.2, 0.2)
            mask = shape_mask(OBJECTS[kind], (SIDE, SIDE), row, column, radius, angle)
            covered = [old | mask for old in hidden]
            if all(np.sum(own & cover) <= (1 - seen) * own.sum() for own, cover in zip(masks, covered, strict=True)):
                paint = 0.1 + rng.uniform(0.6, 0.9) * colour
                rows.append((*draw_shape(canvas, OBJECTS[kind], row, column, radius, paint, angle), kind))
                masks, hidden = [*masks, mask], [*covered, np.zeros_like(mask)]
                break
    return np.array(rows, dtype=np.float64)
