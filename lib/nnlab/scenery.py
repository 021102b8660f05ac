"""A colour picture to look for edges in: drawn, so that it comes with no licence and with its own truth."""

import numpy as np

H, W = 120, 160
ROWS, COLUMNS = np.mgrid[:H, :W].astype(float)


def scene(noise=5.0, seed=0):
    """Return a drawn landscape: a house, a tree, hills and a pond under a low sun.

    noise : standard deviation of the noise, as a camera adds it, in steps of brightness; with 0 every edge is as drawn.
    seed : for the noise only; the drawing is always the same.
    Returns a new (3, 120, 160) uint8 array: red, green and blue from 0 to 255, row 0 at the top.
    """
    rng = np.random.default_rng(0)
    img = _sky() + np.zeros((3, H, W))
    _hills(img, rng)
    _pond(img)
    _house(img)
    _tree(img, rng)
    _fence(img)
    grain = np.random.default_rng(seed).normal(0.0, 1.0, img.shape)
    return np.clip(np.rint(img + noise * grain), 0, 255).astype(np.uint8)


def _paint(img, where, colour, light=1.0):
    """Paint the pixels where `where` (H, W) holds, a colour of three numbers times light (a number or (H, W))."""
    img[:, where] = (np.array(colour, dtype=float)[:, None, None] * (light + np.zeros((H, W))))[:, where]


def _disc(row, column, radius):
    return (ROWS - row) ** 2 + (COLUMNS - column) ** 2 < radius**2


def _box(top, bottom, left, right):
    return (ROWS >= top) & (ROWS < bottom) & (COLUMNS >= left) & (COLUMNS < right)


def _sky():
    """Darker at the top, warmer towards the horizon, with a bright sun."""
    height = ROWS / 75
    sky = np.stack([95 + 105 * height, 140 + 50 * height, 200 + 10 * height])
    sky[:, _disc(24, 128, 10)] = np.array([[252], [238], [190]])
    return sky


def _hills(img, rng):
    far = 52 + 9 * np.sin(COLUMNS / 21 + 0.8) + 4 * np.sin(COLUMNS / 9)
    near = 72 + 5 * np.sin(COLUMNS / 30)
    _paint(img, far < ROWS, (84, 106, 128), 1.0 - 0.004 * (ROWS - far))
    grass = rng.normal(0.0, 1.0, (H, W))
    grass = (grass + np.roll(grass, 1, axis=0) + np.roll(grass, 2, axis=0)) / 3  # blades stand upright
    _paint(img, near < ROWS, (96, 134, 62), 1.0 + 0.002 * (ROWS - 70) + 0.05 * grass)


def _pond(img):
    across = ((ROWS - 106) / 10) ** 2 + ((COLUMNS - 38) / 30) ** 2
    _paint(img, across < 1, (72, 104, 138), 1.0 + 0.22 * np.sin((ROWS - 96) * 1.1) * (1 - across))


def _house(img):
    brick = np.where((ROWS % 6 == 0) | ((COLUMNS + 4 * (ROWS // 6 % 2)) % 8 == 0), 0.86, 1.0)
    _paint(img, _box(62, 96, 62, 106), (196, 158, 128), brick)
    _paint(img, _box(62, 96, 106, 120), (130, 98, 82))  # the wall in the shade
    slope = (ROWS >= 40) & (ROWS < 62)
    _paint(img, slope & (COLUMNS > 58 + (62 - ROWS) * 0.7) & (COLUMNS < 110 + (62 - ROWS) * 0.2), (146, 60, 50))
    _paint(img, slope & (COLUMNS >= 110 + (62 - ROWS) * 0.2) & (COLUMNS < 123 - (62 - ROWS) * 0.3), (92, 40, 38))
    _paint(img, _box(33, 50, 88, 95), (110, 84, 78))  # the chimney
    _paint(img, _box(76, 96, 80, 90), (78, 52, 40))  # the door
    for left in (67, 94):
        _paint(img, _box(70, 80, left, left + 8), (238, 226, 170))
        _paint(img, _box(70, 80, left + 4, left + 5) | _box(75, 76, left, left + 8), (96, 72, 60))


def _tree(img, rng):
    _paint(img, _box(66, 98, 139, 144), (92, 66, 48), 1.0 + 0.05 * (141 - COLUMNS))
    for row, column, radius in ((52, 141, 14), (62, 132, 10), (61, 151, 9)):
        light = 1.15 - 0.018 * (COLUMNS - column + ROWS - row)
        _paint(img, _disc(row, column, radius), (52, 98, 50), light + 0.06 * rng.normal(size=(H, W)))


def _fence(img):
    _paint(img, _box(104, 106, 84, 160) | _box(111, 113, 84, 160), (214, 206, 190))
    for left in range(86, 160, 12):
        _paint(img, _box(100, 118, left, left + 3), (232, 226, 212))
