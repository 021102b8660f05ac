"""Six coloured shapes to tell apart, with a dial for how much the colour gives the shape away."""

import numpy as np

SIDE = 32  # pixels
SHAPES = ("circle", "ring", "square", "cross", "triangle", "star")
COLOUR_NAMES = ("orange", "lime", "green", "blue", "violet", "pink")  # colour k is that of class k
COLOURS = np.array([[2, 1, 0], [1, 2, 0], [0, 2, 1], [0, 1, 2], [1, 0, 2], [2, 0, 1]]) / 2  # all orders of 1, 0.5, 0


def shapes(n, rng, shortcut=0.0):
    """Return n random images, each of one shape, and the classes of the shapes.

    rng : np.random.Generator. shortcut : from 0 to 1, the probability that a shape has the colour of its class; else
    its colour is any of the six, whatever the shape. With 1 the colour alone tells the class, with 0 it tells nothing.
    Returns X (n, 3, 32, 32) float32 from 0 to 1, red, green and blue, and y (n,) int64 from 0 to 5, a place in SHAPES.
    Place, size, angle and brightness are random; the background is dark grey with noise. Each call returns new arrays.
    """
    y = rng.integers(len(SHAPES), size=n)
    colours = np.where(rng.random(n) < shortcut, y, rng.integers(len(COLOURS), size=n))
    X = rng.uniform(0.0, 0.3, (n, 1, 1, 1)) + np.zeros((n, 3, SIDE, SIDE))
    for image, kind, colour in zip(X, y, colours, strict=True):
        radius, angle = rng.uniform(9, 12), rng.uniform(-0.2, 0.2)
        row, column = SIDE / 2 + rng.uniform(-3, 3, 2)
        paint = 0.1 + rng.uniform(0.6, 0.9) * COLOURS[colour]
        draw_shape(image, SHAPES[kind], row, column, radius, paint, angle)
    return np.clip(X + rng.normal(0, 0.05, X.shape), 0, 1).astype(np.float32), y


def draw_shape(image, kind, row, column, radius, colour, angle=0.0):
    """Paint one shape into an image, in place, and return the box around it.

    image : (3, H, W), changed. kind : a name of SHAPES. row, column : its centre; pixel (i, j) covers i to i + 1 and
    j to j + 1. radius : of the circle that it fits into. colour : three numbers. angle : in radians, clockwise.
    Returns (x1, y1, x2, y2) of the painted pixels, in the same coordinates. Raises ValueError where none is painted.
    """
    inside = shape_mask(kind, image.shape[1:], row, column, radius, angle)
    if not inside.any():
        raise ValueError(f"draw_shape: the {kind} at ({row:.4g}, {column:.4g}) lies outside the image")
    image[:, inside] = np.reshape(colour, (3, 1))
    rows, columns = np.nonzero(inside)
    return tuple(float(end) for end in (columns.min(), rows.min(), columns.max() + 1, rows.max() + 1))


def shape_mask(kind, size, row, column, radius, angle=0.0):
    """Return where a shape lies: (H, W) bool for size (H, W), True at pixels whose centre is inside; see draw_shape."""
    down, right = np.mgrid[: size[0], : size[1]] + 0.5 - np.reshape((row, column), (2, 1, 1))
    v = (np.cos(angle) * down - np.sin(angle) * right) / radius  # downwards and to the right of an upright shape
    u = (np.sin(angle) * down + np.cos(angle) * right) / radius
    return INSIDE[kind](u, v)


def _star(u, v):
    """Five points, one upwards; the corners between them at 0.42 of the radius."""
    fifth = 2 * np.pi / 5
    turn = np.abs((np.arctan2(u, -v) + fifth / 2) % fifth - fifth / 2)  # from the nearest point, 0 to half a fifth
    along, across = np.hypot(u, v) * np.cos(turn), np.hypot(u, v) * np.sin(turn)
    low, wide = 0.42 * np.cos(fifth / 2), 0.42 * np.sin(fifth / 2)
    return across * (1 - low) <= wide * (1 - along)  # below the line from the point to the corner


INSIDE = {  # by name: where (u, v) lies inside a shape of radius 1; u to the right, v downwards
    "circle": lambda u, v: np.hypot(u, v) <= 0.9,
    "ring": lambda u, v: (np.hypot(u, v) <= 0.95) & (np.hypot(u, v) >= 0.5),
    "square": lambda u, v: np.maximum(np.abs(u), np.abs(v)) <= 0.75,
    "cross": lambda u, v: (np.minimum(np.abs(u), np.abs(v)) <= 0.25) & (np.maximum(np.abs(u), np.abs(v)) <= 0.95),
    "triangle": lambda u, v: (v <= 0.55) & (3**0.5 * np.abs(u) <= 1 + v),
    "star": _star,
}
