"""SSD, the single shot detector, beside its network: default boxes, who answers for what, the loss, and detections.

All boxes are corners, with the image as the unit: (0, 0, 1, 1) is the whole image, whatever its size. Classes are whole
numbers: 0 is the background, 1 to K are the objects. `cls` are scores before softmax, `loc` offsets of boxes.
Source: W. Liu et al., "SSD: single shot multibox detector", ECCV 2016 (arXiv 1512.02325).
"""

import math

import numpy as np

from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix
from nnref.labels import check_labels
from nnref.rcnn import bbox_decode, bbox_encode, best_of_each_class, object_labels, smooth_l1
from nnref.shapes import check_shapes, floating

VARIANCES = (0.1, 0.2)  # what offsets of centres and of logarithms of sizes are divided by, so that both are near 1


def default_boxes(maps, scales, ratios):
    """Return the default boxes (priors) of all feature maps, (P, 4), P = Σ H · W · len(ratios).

    maps : the (H, W) of each feature map; scales : for each map the size s of its boxes, 1 for the whole image;
    ratios : width / height, the same list for every map. Order: map, row i, column j, ratio r. A box has the centre
    ((j + 0.5) / W, (i + 0.5) / H), the width s √r and the height s / √r. It may reach beyond the image and is not cut.
    The paper's additional box of ratio 1 and size √(s s') is left out.
    """
    if len(maps) != len(scales):
        raise ValueError(f"default_boxes: found {len(maps)} maps and {len(scales)} scales; expected one scale for each")
    root = np.sqrt(floating(ratios))
    if not (root > 0).all() or min(scales, default=1) <= 0:
        raise ValueError(f"default_boxes: found scales {scales} and ratios {ratios}; expected numbers above 0")
    boxes = [np.zeros((0, 4))]
    for (H, W), s in zip(maps, scales, strict=True):
        y, x, shape = np.meshgrid((np.arange(H) + 0.5) / H, (np.arange(W) + 0.5) / W, root, indexing="ij")
        boxes.append(np.stack([x, y, s * shape, s / shape], axis=-1).reshape(-1, 4))
    return cxcywh_to_xyxy(np.concatenate(boxes))


def default_boxes_naive(maps, scales, ratios):
    """The same as default_boxes, box by box."""
    boxes = []
    for (H, W), s in zip(maps, scales, strict=True):
        for i in range(H):
            for j in range(W):
                for r in ratios:
                    x, y, w, h = (j + 0.5) / W, (i + 0.5) / H, s * math.sqrt(r), s / math.sqrt(r)
                    boxes.append((x - w / 2, y - h / 2, x + w / 2, y + h / 2))
    return np.reshape(boxes, (len(boxes), 4))


def match_priors(priors, gts, labels, t=0.5):
    """Say for training which object each prior answers for.

    priors (P, 4), gts (G, 4), labels (G,) whole numbers from 1 to K. Returns two arrays of whole numbers: classes (P,),
    the label of the object, or 0 for the background; and objects (P,), its row of gts, or -1.
    First every object gets a prior of its own, however small the IoU: of all pairs the one of largest IoU is matched
    (the first object, then the first prior of equal ones), then both step aside, until all objects are served (or, with
    fewer priors than objects, all priors). Then every other prior answers for the object that it overlaps most, if its
    IoU is at least t. As in the authors' code; where two objects want the same prior, the other takes its second best.
    """
    P, G = check_shapes("match_priors", priors=(priors, "P 4"), gts=(gts, "G 4"), labels=(labels, "G")).values()
    labels = object_labels("match_priors", labels)
    if G == 0:
        return np.zeros(P, np.int64), np.full(P, -1)
    overlap = iou_matrix(gts, priors)  # (G, P): a row for each object
    objects = overlap.argmax(axis=0)
    objects[overlap.max(axis=0) < t] = -1
    for _ in range(min(G, P)):
        g, p = np.unravel_index(overlap.argmax(), (G, P))
        objects[p] = g
        overlap[g] = overlap[:, p] = -1
    return np.where(objects >= 0, labels[objects], 0), objects


def match_priors_naive(priors, gts, labels, t=0.5):
    """The same as match_priors, pair by pair."""
    pairs = [(iou_matrix([gt], [prior])[0, 0], g, p) for g, gt in enumerate(gts) for p, prior in enumerate(priors)]
    own, served = {}, set()
    for _, g, p in sorted(pairs, key=lambda pair: -pair[0]):
        if g not in served and p not in own:
            own[p] = g
            served.add(g)
    objects = []
    for p in range(len(priors)):
        overlap, g = max(((o, g) for o, g, q in pairs if q == p), key=lambda pair: pair[0], default=(0, -1))
        objects.append(own.get(p, g if overlap >= t else -1))
    return np.array([labels[g] if g >= 0 else 0 for g in objects], dtype=int), np.array(objects, dtype=int)


def encode(priors, gts, variances=VARIANCES):
    """Return the offsets (N, 4) that turn priors (N, 4) into gts (N, 4), row by row.

    bbox_encode, its first two columns divided by variances[0], its last two by variances[1].
    """
    offsets = bbox_encode(priors, gts)
    return offsets / np.repeat(variances, 2).astype(offsets.dtype)


def decode(priors, loc, variances=VARIANCES):
    """Return the boxes (N, 4) that priors (N, 4) become by offsets loc (N, 4): the inverse of encode."""
    loc = floating(loc)
    check_shapes("decode", priors=(priors, "N 4"), loc=(loc, "N 4"))
    return bbox_decode(priors, loc * np.repeat(variances, 2).astype(loc.dtype))


def hard_negative_mining(ce, pos, ratio=3):
    """Choose the background priors that take part in the loss: in each image the worst ones, `ratio` for each object.

    ce (N, P) the cross entropy of each prior, pos (N, P) where a prior has an object. Returns truth values (N, P),
    never true where pos is: in image n the ⌊ratio · number of its positives⌋ largest ce among the others (all of them,
    if there are fewer; of equal ones the first). An image without positives has none.
    """
    ce, pos = floating(ce), np.asarray(pos, dtype=bool)
    check_shapes("hard_negative_mining", ce=(ce, "N P"), pos=(pos, "N P"))
    order = np.argsort(np.where(pos, np.inf, -ce), axis=1, kind="stable")  # worst first, positives at the end
    wanted = np.arange(ce.shape[1]) < np.floor(ratio * pos.sum(axis=1, keepdims=True))
    chosen = np.zeros(ce.shape, dtype=bool)
    np.put_along_axis(chosen, order, wanted, axis=1)
    return chosen & ~pos


def hard_negative_mining_naive(ce, pos, ratio=3):
    """The same as hard_negative_mining, image by image."""
    chosen = np.zeros(np.shape(ce), dtype=bool)
    for n, row in enumerate(ce):
        negatives = sorted((p for p in range(len(row)) if not pos[n][p]), key=lambda p: -row[p])
        chosen[n, negatives[: int(ratio * sum(pos[n]))]] = True
    return chosen


def multibox_loss(cls, loc, classes, targets, ratio=3):
    """Return the loss of a batch, and its gradients by cls and loc.

    cls (N, P, K + 1) scores, loc (N, P, 4) offsets; classes (N, P) as match_priors gives them; targets (N, P, 4) as
    encode does, read only where classes > 0. Returns a number in the type of cls, dcls (N, P, K + 1), dloc (N, P, 4).
    loss = (Σ ce over positives and the negatives of hard_negative_mining + Σ smooth_l1(loc - targets) over positives)
    / number of positives in the batch, with ce = -log softmax(cls) of the right class. dcls is
    (softmax(cls) - one hot) / positives where a prior takes part, dloc is smooth_l1' / positives at positives, and both
    are 0 elsewhere: which negatives take part counts as fixed. Without positives all three are 0.
    """
    cls, loc = floating(cls), floating(loc)
    C = check_shapes("multibox_loss", cls=(cls, "N P C"), loc=(loc, "N P 4"), classes=(classes, "N P"))["C"]
    check_shapes("multibox_loss", loc=(loc, "N P 4"), targets=(targets, "N P 4"))
    classes = check_labels("multibox_loss", classes, C)
    pos = classes > 0
    z = cls - cls.max(axis=2, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=2)
    right = classes[..., None]
    ce = np.log(total) - np.take_along_axis(z, right, axis=2)[..., 0]
    part = pos | hard_negative_mining(ce, pos, ratio)
    share = 1 / max(np.count_nonzero(pos), 1)

    dcls = e * (part * share / total)[..., None].astype(cls.dtype)
    np.put_along_axis(dcls, right, np.take_along_axis(dcls, right, axis=2) - (part * share)[..., None], axis=2)
    dloc = np.zeros_like(loc)
    distance, slope = smooth_l1(loc[pos] - floating(targets)[pos])
    dloc[pos] = slope * share
    return ((ce[part].sum() + distance.sum()) * share).astype(cls.dtype), dcls, dloc


def multibox_loss_naive(cls, loc, classes, targets, ratio=3):
    """The same as multibox_loss, prior by prior."""
    (N, P, _), loss, dcls, dloc = np.shape(cls), 0.0, np.zeros(np.shape(cls)), np.zeros(np.shape(loc))
    positives = max(sum(int(classes[n][p] > 0) for n in range(N) for p in range(P)), 1)
    for n in range(N):
        probabilities = [softmax(cls[n][p]) for p in range(P)]
        ce = [-math.log(probabilities[p][classes[n][p]]) for p in range(P)]
        mined = hard_negative_mining_naive([ce], [[c > 0 for c in classes[n]]], ratio)[0]
        for p in range(P):
            if classes[n][p] > 0 or mined[p]:
                loss += ce[p] / positives
                dcls[n, p] = probabilities[p] / positives
                dcls[n, p, classes[n][p]] -= 1 / positives
            for side in range(4 if classes[n][p] > 0 else 0):
                d = loc[n][p][side] - targets[n][p][side]
                loss += (d * d / 2 if abs(d) < 1 else abs(d) - 0.5) / positives
                dloc[n, p, side] = max(-1, min(d, 1)) / positives
    return np.float64(loss), dcls, dloc


def detect(cls, loc, priors, min_score=0.01, max_iou=0.45, variances=VARIANCES):
    """Return the detections (D, 6) of one image, rows x1, y1, x2, y2, score, class, highest score first.

    cls (P, K + 1) scores before softmax, background first; loc (P, 4); priors (P, 4). The steps: softmax over the
    classes; decode; cut the boxes at the border of the image, to 0 … 1; then best_of_each_class of nnref.rcnn, which
    leaves the background out and suppresses within each class on its own.
    """
    cls = floating(cls)
    check_shapes("detect", cls=(cls, "P K+1"), loc=(loc, "P 4"), priors=(priors, "P 4"))
    boxes = np.clip(decode(priors, loc, variances), 0, 1)
    return best_of_each_class(boxes, softmax(cls), min_score, max_iou)
