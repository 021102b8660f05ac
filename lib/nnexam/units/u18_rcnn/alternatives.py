"""u18_rcnn: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np
from nnref.activations import softmax
from nnref.boxes import iou_matrix
from nnref.rcnn import assign_labels_naive, bbox_decode, crop_and_warp_naive

from . import other_detections as other
from .crops import CROP_AND_WARP
from .detections import RCNN_DETECT
from .exercises import ASSIGN_LABELS, BBOX_OFFSETS, SMOOTH_L1


def crop_of_four_pixels(img, box, size):
    """The four pixels around each point, gathered at once."""
    _, H, W = img.shape
    x1, y1, x2, y2 = box
    h, w = size
    y = np.clip(y1 + (np.arange(h) + 0.5) * (y2 - y1) / h - 0.5, 0, H - 1)[:, None]
    x = np.clip(x1 + (np.arange(w) + 0.5) * (x2 - x1) / w - 0.5, 0, W - 1)[None, :]
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    bottom, right = np.minimum(top + 1, H - 1), np.minimum(left + 1, W - 1)
    a, b = y - top, x - left
    upper = (1 - b) * img[:, top, left] + b * img[:, top, right]
    lower = (1 - b) * img[:, bottom, left] + b * img[:, bottom, right]
    return (1 - a) * upper + a * lower


def crop_by_loops(img, box, size):
    """Pixel by pixel in lists; beyond the border each of the four pixels is moved to the nearest one."""
    C, H, W = img.shape
    x1, y1, x2, y2 = (float(side) for side in box)
    h, w = size
    out = [[[0.0] * w for _ in range(h)] for _ in range(C)]
    for i in range(h):
        for j in range(w):
            y, x = y1 + (i + 0.5) / h * (y2 - y1) - 0.5, x1 + (j + 0.5) / w * (x2 - x1) - 0.5
            top, left = math.floor(y), math.floor(x)
            for row, part in ((top, top + 1 - y), (top + 1, y - top)):
                for column, share in ((left, left + 1 - x), (left + 1, x - left)):
                    pixel = img[:, min(max(row, 0), H - 1), min(max(column, 0), W - 1)]
                    for c in range(C):
                        out[c][i][j] += float(pixel[c]) * part * share
    return out


def crop_by_matrices(img, box, size):
    """Bilinear reading is a matrix on each side: rows of weights that sum to 1."""
    _, H, W = img.shape

    def weights(low, high, n, pixels):
        place = np.clip(np.linspace(low, high, n, endpoint=False) + (high - low) / (2 * n) - 0.5, 0, pixels - 1)
        return np.maximum(1 - np.abs(place[:, None] - np.arange(pixels)), 0)

    return np.einsum("iy,cyx,jx->cij", weights(box[1], box[3], size[0], H), img, weights(box[0], box[2], size[1], W))


def crop_by_interp(img, box, size):
    """np.interp twice: it ends at its last value by itself. In float32."""
    C, H, W = img.shape
    x = box[0] + (np.arange(size[1]) + 0.5) * (box[2] - box[0]) / size[1]
    y = box[1] + (np.arange(size[0]) + 0.5) * (box[3] - box[1]) / size[0]
    rows = np.array([[np.interp(x, np.arange(W) + 0.5, line) for line in channel] for channel in img])
    columns = np.array([[np.interp(y, np.arange(H) + 0.5, line) for line in channel.T] for channel in rows])
    return columns.transpose(0, 2, 1).astype(np.float32)


def crop_of_a_padded_image(img, box, size):
    """A border of repeated pixels, wide enough for the box."""
    border = int(np.ceil(np.abs(box).max())) + 2
    padded = np.pad(np.asarray(img, dtype=float), ((0, 0), (border, border), (border, border)), mode="edge")
    y = border + box[1] + (np.arange(size[0]) + 0.5) * (box[3] - box[1]) / size[0] - 0.5
    x = border + box[0] + (np.arange(size[1]) + 0.5) * (box[2] - box[0]) / size[1] - 0.5
    i, j = y.astype(int), x.astype(int)
    a, b = (y - i)[:, None], x - j
    above, below = padded[:, i], padded[:, i + 1]
    lines = above * (1 - a) + below * a
    return lines[:, :, j] * (1 - b) + lines[:, :, j + 1] * b


for crop in (
    crop_and_warp_naive,
    crop_of_four_pixels,
    crop_by_loops,
    crop_by_matrices,
    crop_by_interp,
    crop_of_a_padded_image,
):
    CROP_AND_WARP.alternative(crop)


def labels_by_where(props, gts, labels, hi, lo):
    """With np.where; an object far away that nobody overlaps stands in for none."""
    nobody = len(gts) == 0
    gts, labels = np.vstack([gts, np.full((1, 4), -1e9)]), np.append(labels, 0)
    overlap = iou_matrix(props, gts)
    best = np.argmax(overlap, axis=1)
    top = overlap[np.arange(len(props)), best]
    classes = np.where(top >= hi, labels[best], np.where((top < lo) | nobody, 0, -1))
    return classes, np.where(top >= hi, best, -1)


def labels_as_lists(props, gts, labels, hi, lo):
    """Lists of Python numbers; the largest IoU is looked for by hand."""
    classes, objects = [], []
    for row in iou_matrix(props, gts).tolist():
        best, largest = -1, -1.0
        for g, overlap in enumerate(row):
            if overlap > largest:
                best, largest = g, overlap
        if best >= 0 and largest >= hi:
            classes.append(int(labels[best]))
            objects.append(best)
        else:
            classes.append(-1 if best >= 0 and largest >= lo else 0)
            objects.append(-1)
    return [classes, objects]


def labels_by_masks(props, gts, labels, hi, lo):
    """Both results are rows of one array."""
    out = np.zeros((2, len(props)), dtype=np.int16)
    out[1] = -1
    if len(gts) == 0:
        return out
    overlap = iou_matrix(gts, props).T
    top = np.max(overlap, axis=1)
    out[0][np.logical_and(lo <= top, top < hi)] = -1
    for p in np.flatnonzero(top >= hi):
        out[1, p] = int(overlap[p].argmax())
        out[0, p] = labels[int(out[1, p])]
    return out


for assign in (assign_labels_naive, labels_by_where, labels_as_lists, labels_by_masks):
    ASSIGN_LABELS.alternative(assign)


def encode_by_columns(props, gts):
    px1, py1, px2, py2 = props.T
    gx1, gy1, gx2, gy2 = gts.T
    pw, ph, gw, gh = px2 - px1, py2 - py1, gx2 - gx1, gy2 - gy1
    tx = ((gx1 + gx2) / 2 - (px1 + px2) / 2) / pw
    ty = ((gy1 + gy2) / 2 - (py1 + py2) / 2) / ph
    return np.stack([tx, ty, np.log(gw) - np.log(pw), np.log(gh) - np.log(ph)], axis=1)


def decode_by_columns(props, offsets):
    x1, y1, x2, y2 = props.T
    tx, ty, tw, th = offsets.T
    w, h = x2 - x1, y2 - y1
    cx, cy = (x1 + x2) / 2 + w * tx, (y1 + y2) / 2 + h * ty
    most = np.log(1000 / 16)
    w, h = w * np.exp(np.clip(tw, None, most)), h * np.exp(np.clip(th, None, most))
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=-1)


def encode_by_loops(props, gts):
    out = np.zeros((len(props), 4), dtype=np.float32)
    for n, (p, g) in enumerate(zip(props, gts, strict=True)):
        for k in (0, 1):
            size = p[k + 2] - p[k]
            out[n, k] = (g[k] + g[k + 2] - p[k] - p[k + 2]) / 2 / size
            out[n, k + 2] = math.log((g[k + 2] - g[k]) / size)
    return out


def decode_by_loops(props, offsets):
    """The factor is held below 1000 / 16, instead of its logarithm; from the corner, not the centre."""
    out = np.zeros(np.shape(props))
    for n, (p, t) in enumerate(zip(props, offsets, strict=True)):
        for k in (0, 1):
            size = p[k + 2] - p[k]
            new = size * (1000 / 16 if t[k + 2] > math.log(62.5) else math.exp(t[k + 2]))
            low = p[k] + size * t[k] + (size - new) / 2
            out[n, k], out[n, k + 2] = low, low + new
    return out


def encode_in_halves(props, gts):
    """On pairs (x, y): (N, 2, 2), the corners as rows."""
    p, g = props.reshape(-1, 2, 2), gts.reshape(-1, 2, 2)
    size = np.diff(p, axis=1)[:, 0]
    return np.hstack([(g.mean(axis=1) - p.mean(axis=1)) / size, np.log(np.diff(g, axis=1)[:, 0] / size)])


def decode_in_halves(props, offsets):
    p = props.reshape(-1, 2, 2)
    size = p[:, 1] - p[:, 0]
    centre = p.mean(axis=1) + offsets[:, :2] * size
    growth = np.exp(np.where(offsets[:, 2:] > math.log(62.5), math.log(62.5), offsets[:, 2:]))
    half = growth * size / 2
    return np.concatenate((centre - half, centre + half), 1)


def encode_as_lists(props, gts):
    """Rows of Python numbers; without boxes, an array that has the right shape."""
    return encode_by_columns(props, gts).tolist() if len(props) else np.empty((0, 4))


BBOX_OFFSETS.alternative(encode_by_columns, decode_by_columns)
BBOX_OFFSETS.alternative(encode_by_loops, decode_by_loops)
BBOX_OFFSETS.alternative(encode_in_halves, decode_in_halves)
BBOX_OFFSETS.alternative(encode_in_halves, decode_by_loops)
BBOX_OFFSETS.alternative(encode_as_lists, decode_in_halves)


def smooth_by_mask(d):
    value, slope = np.abs(d) - 0.5, np.sign(d)
    small = np.abs(d) < 1
    value[small] = d[small] ** 2 / 2
    slope[small] = d[small]
    return value, slope


def smooth_by_loops(d):
    value, slope = np.empty(d.shape, dtype=np.float32), np.empty(d.shape, dtype=np.float32)
    for place, number in np.ndenumerate(d):
        if -1 <= number <= 1:
            value[place], slope[place] = 0.5 * number * number, number
        else:
            value[place], slope[place] = abs(number) - 0.5, math.copysign(1, number)
    return [value, slope]


def smooth_in_lists(d):
    value, slope = smooth_by_mask(d)
    return value.tolist(), slope.tolist()


def smooth_vectorized(d):
    return np.vectorize(lambda x: (x * x / 2, x) if abs(x) < 1 else (abs(x) - 0.5, np.sign(x)), otypes=[float, float])(
        d
    )


SMOOTH_L1.alternative(smooth_by_mask)
SMOOTH_L1.alternative(smooth_in_lists)
SMOOTH_L1.alternative(smooth_vectorized)
SMOOTH_L1.alternative(smooth_by_loops)
SMOOTH_L1.alternative(
    lambda d: (np.where(abs(d) <= 1, d * d / 2, abs(d) - 1 / 2), np.minimum(np.maximum(d, -1), 1)),
)
SMOOTH_L1.alternative(lambda d: (np.clip(d, -1, 1) * (d - np.clip(d, -1, 1) / 2), np.clip(d, -1, 1)))

for detect in (other.by_loops, other.threshold_last, other.with_own_nms, other.far_apart):
    RCNN_DETECT.alternative(detect)
RCNN_DETECT.alternative(
    lambda props, scores, offsets, min_score=0.05, max_iou=0.3: other.gathered(
        bbox_decode(props, offsets), softmax(scores, axis=1), min_score, max_iou
    )
)

CROP_AND_WARP.equivalent(
    "the middle one of three numbers does not depend on their order",
    "np.clip(y1 + (np.arange(h) + 0.5) * (y2 - y1) / h - 0.5, 0, H - 1) -> "
    "np.clip(0, y1 + (np.arange(h) + 0.5) * (y2 - y1) / h - 0.5, H - 1)",
    "np.clip(x1 + (np.arange(w) + 0.5) * (x2 - x1) / w - 0.5, 0, W - 1) -> "
    "np.clip(0, x1 + (np.arange(w) + 0.5) * (x2 - x1) / w - 0.5, W - 1)",
)
CROP_AND_WARP.equivalent(
    "the smaller one of two numbers does not depend on their order",
    "np.minimum(top + 1, H - 1) -> np.minimum(H - 1, top + 1)",
    "np.minimum(left + 1, W - 1) -> np.minimum(W - 1, left + 1)",
)
BBOX_OFFSETS.equivalent(
    "the smaller one of two numbers does not depend on their order",
    "np.minimum(offsets[:, 2:], np.log(1000 / 16)) -> np.minimum(np.log(1000 / 16), offsets[:, 2:])",
)
SMOOTH_L1.equivalent(
    "the middle one of three numbers does not depend on their order", "np.clip(d, -1, 1) -> np.clip(-1, d, 1)"
)
SMOOTH_L1.equivalent("both formulas give 1/2 at |d| = 1", "size < 1 -> size <= 1")
RCNN_DETECT.equivalent("an array of no rows holds no number", "np.zeros((0, 6)) -> np.ones((0, 6))")
