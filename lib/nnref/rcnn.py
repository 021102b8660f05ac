"""R-CNN beside its network: cut proposals out, say what they show, correct their boxes, and clean the answers up.

Classes are whole numbers: 0 is the background, 1 to K are the objects, -1 means "not used". Boxes as in nnref.boxes.
Source: R. Girshick et al., "Rich feature hierarchies for accurate object detection", CVPR 2014 (arXiv 1311.2524).
"""

import math

import numpy as np

from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, nms, xyxy_to_cxcywh
from nnref.shapes import check_shapes, floating

LARGEST_GROWTH = math.log(1000 / 16)  # of a width or height in bbox_decode, as in torchvision: exp stays finite


def crop_and_warp(img, box, size):
    """Return the part of an image inside a box, brought to a size by bilinear interpolation.

    img (C, H, W); box (4,) x1, y1, x2, y2; size (h, w), height first. Returns (C, h, w). The box is divided into h · w
    equal cells, and the image is read at their centres: x = x1 + (j + 0.5) (x2 - x1) / w. The colour of the pixel in
    column c is that of the point c + 0.5; between such points it changes linearly; outside, the image goes on with the
    colour of its border. So a box of whole numbers with its own size as `size` gives the crop itself. Nothing is
    averaged: a much smaller `size` leaves pixels out. The same as torch's grid_sample with padding_mode="border" and
    align_corners=False.
    """
    img, box = floating(img), floating(box)
    H, W = (check_shapes("crop_and_warp", img=(img, "C H W"), box=(box, "4"))[letter] for letter in "HW")
    if min(size) < 1:
        raise ValueError(f"crop_and_warp: found size {tuple(size)}; expected at least 1 each way")
    if min(H, W) < 1:
        raise ValueError(f"crop_and_warp: img has shape {img.shape}; expected at least one pixel")
    x1, y1, x2, y2 = box.tolist()
    # Rows, then columns: two mixtures of whole arrays instead of one of four for each pixel.
    above, below, share = _between(y1, y2, size[0], H, img.dtype)
    rows = img[:, above] * (1 - share)[:, None] + img[:, below] * share[:, None]
    left, right, share = _between(x1, x2, size[1], W, img.dtype)
    return rows[:, :, left] * (1 - share) + rows[:, :, right] * share


def _between(low, high, n, pixels, dtype):
    """Return, for n points of one axis, the pixel before, the pixel after, and the share of the pixel after."""
    place = low + (np.arange(n) + 0.5) * ((high - low) / n) - 0.5
    place = np.clip(place, 0, pixels - 1)
    before = place.astype(np.int64)
    return before, np.minimum(before + 1, pixels - 1), (place - before).astype(dtype)


def crop_and_warp_naive(img, box, size):
    """The same as crop_and_warp, point by point: four pixels, weighted by how near they are."""
    (C, H, W), (h, w), (x1, y1, x2, y2) = np.shape(img), size, box
    out = np.zeros((C, h, w))
    for i in range(h):
        for j in range(w):
            y = min(max(y1 + (i + 0.5) * (y2 - y1) / h - 0.5, 0), H - 1)
            x = min(max(x1 + (j + 0.5) * (x2 - x1) / w - 0.5, 0), W - 1)
            for row in range(H):
                for column in range(W):
                    weight = max(1 - abs(y - row), 0) * max(1 - abs(x - column), 0)
                    out[:, i, j] += weight * img[:, row, column]
    return out


def assign_labels(props, gts, labels, hi, lo):
    """Say for training what each proposal shows, by the object that it overlaps most.

    props (P, 4), gts (G, 4), labels (G,) whole numbers from 1 to K; 0 <= lo <= hi. Returns two arrays of whole numbers:
    classes (P,): the label of the object of largest IoU (the first of equal ones) where that is at least hi; 0, the
    background, where it is less than lo; -1, not used, between; and objects (P,): the row of gts where a label was
    given, else -1. Without objects everything is background.
    """
    check_shapes("assign_labels", props=(props, "P 4"), gts=(gts, "G 4"), labels=(labels, "G"))
    if not 0 <= lo <= hi:
        raise ValueError(f"assign_labels: found lo {lo} and hi {hi}; expected 0 <= lo <= hi")
    labels = object_labels("assign_labels", labels)
    classes, objects = np.zeros(len(props), np.int64), np.full(len(props), -1)
    if len(labels):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found] = labels[best[found]]
        objects[found] = best[found]
    return classes, objects


def object_labels(operation, labels):
    """Return labels of objects as whole numbers. Raises ValueError for others and for 0, which is the background."""
    labels = np.asarray(labels)
    wrong = (labels < 1) | (labels != np.floor(labels))
    if wrong.any():
        raise ValueError(f"{operation}: found the label {labels[wrong][0]}; expected 1 to K, since 0 is the background")
    return labels.astype(np.int64)


def assign_labels_naive(props, gts, labels, hi, lo):
    """The same as assign_labels, proposal by proposal."""
    classes, objects = [], []
    for prop in props:
        overlaps = [iou_matrix([prop], [gt])[0, 0] for gt in gts]
        largest = max(overlaps, default=0)
        found = len(overlaps) > 0 and largest >= hi
        objects.append(overlaps.index(largest) if found else -1)
        unused = len(overlaps) > 0 and largest >= lo
        classes.append(labels[objects[-1]] if found else -1 if unused else 0)
    return np.array(classes, dtype=int), np.array(objects, dtype=int)


def bbox_encode(props, gts):
    """Return what turns each proposal into the box of its object, (N, 4).

    props, gts (N, 4), row by row, corners, none empty. With centres x, y and sizes w, h of the proposal p and object g:
    ((gx - px) / pw, (gy - py) / ph, log(gw / pw), log(gh / ph)). Moving or scaling both changes nothing.
    Raises ValueError for shapes that do not fit and for a box without area.
    """
    props, gts = floating(props), floating(gts)
    check_shapes("bbox_encode", props=(props, "N 4"), gts=(gts, "N 4"))
    p, g = xyxy_to_cxcywh(props), xyxy_to_cxcywh(gts)
    for name, boxes in (("props", p), ("gts", g)):
        if not (boxes[:, 2:] > 0).all():
            raise ValueError(f"bbox_encode: found an empty box in {name}; expected x1 < x2 and y1 < y2")
    return np.concatenate([(g[:, :2] - p[:, :2]) / p[:, 2:], np.log(g[:, 2:] / p[:, 2:])], axis=1)


def bbox_decode(props, offsets):
    """Return the boxes (N, 4) that proposals (N, 4) become by their offsets (N, 4): the inverse of bbox_encode.

    With offsets tx, ty, tw, th: centre (px + pw tx, py + ph ty), size (pw exp tw, ph exp th), given back as corners.
    tw and th count as at most log(1000 / 16), a growth of 62.5, as in torchvision: a wild network cannot overflow.
    """
    props, offsets = floating(props), floating(offsets)
    check_shapes("bbox_decode", props=(props, "N 4"), offsets=(offsets, "N 4"))
    p = xyxy_to_cxcywh(props)
    size = p[:, 2:] * np.exp(np.minimum(offsets[:, 2:], LARGEST_GROWTH))
    return cxcywh_to_xyxy(np.concatenate([p[:, :2] + p[:, 2:] * offsets[:, :2], size], axis=1))


def smooth_l1(d):
    """Return the smooth absolute value of d and its derivative, both of d's shape: d²/2 and d where |d| < 1,
    |d| - 1/2 and the sign of d elsewhere. At |d| = 1 both agree, in value and in slope.

    Source: R. Girshick, "Fast R-CNN", ICCV 2015, equation 3.
    """
    d = floating(d)
    size = np.abs(d)
    within = np.minimum(size, 1)
    return within * (size - within / 2), np.clip(d, -1, 1)  # one formula for both parts; no square can overflow


def smooth_l1_forward(x, t):
    """Return smooth_l1 of x - t number by number, and a cache; x, t and the result of one shape, t the targets."""
    x, t = floating(x), floating(t)
    check_shapes("smooth_l1", t=(t, x.shape))
    return smooth_l1(x - t)


def smooth_l1_backward(dout, cache):
    """Return the gradient of x, dout · clip(x - t, -1, 1), of the shape of dout and x; that of t is its negative."""
    dout = floating(dout)
    check_shapes("smooth_l1_backward", dout=(dout, cache.shape))
    return dout * cache


def rcnn_detect(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """Return the detections (D, 6) of one image, rows x1, y1, x2, y2, score, class, highest score first.

    props (P, 4); scores (P, K + 1) as the network gives them, before softmax, background first; offsets (P, 4),
    one row for each proposal, as in bbox_decode, whatever its class. The steps: softmax over the classes; decode;
    then best_of_each_class, which leaves the background out and suppresses within each class on its own. Boxes are not
    cut at the border of the image.
    """
    scores = floating(scores)
    check_shapes("rcnn_detect", props=(props, "P 4"), scores=(scores, "P K+1"), offsets=(offsets, "P 4"))
    return best_of_each_class(bbox_decode(props, offsets), softmax(scores), min_score, max_iou)


def best_of_each_class(boxes, probabilities, min_score, max_iou):
    """Return detections (D, 6) as in rcnn_detect from boxes (P, 4) and probabilities (P, K + 1), background first.

    For each class from 1 to K: of the boxes with a probability of at least min_score, those that nms leaves at max_iou.
    Equal scores stand by class, then in the order given.
    """
    found = [np.zeros((0, 6), probabilities.dtype)]
    for c in range(1, probabilities.shape[1]):
        (likely,) = np.nonzero(probabilities[:, c] >= min_score)
        kept = likely[nms(boxes[likely], probabilities[likely, c], max_iou)]
        found.append(np.column_stack([boxes[kept], probabilities[kept, c], np.full(len(kept), c, boxes.dtype)]))
    found = np.concatenate(found)
    return found[np.argsort(-found[:, 4], kind="stable")]
