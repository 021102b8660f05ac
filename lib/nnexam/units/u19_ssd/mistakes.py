"""u19_ssd: the mistakes that students really make, each with what to look at.

A mistake may use the names of earlier exercises: in a notebook they are the student's.
"""

import numpy as np
from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, nms, xyxy_to_cxcywh
from nnref.ssd import decode, hard_negative_mining

from .exercises import DEFAULT_BOXES, DETECT, ENCODE_DECODE, HARD_NEGATIVE_MINING, MATCH_PRIORS, MULTIBOX_LOSS


def centred(maps, scales, ratios, box):
    """Go through the places in the right order; box(i, j, H, W, s, r) gives (cx, cy, w, h)."""
    boxes = []
    for (H, W), s in zip(maps, scales, strict=True):
        boxes += [box(i, j, H, W, s, r) for i in range(H) for j in range(W) for r in ratios]
    return cxcywh_to_xyxy(np.array(boxes))


@DEFAULT_BOXES.mistake(
    "The centres lie at the corners of the cells: + 0.5 is missing. Cell j goes from j / W to (j + 1) / W, its middle is "
    "(j + 0.5) / W.",
    "중심이 칸의 모서리에 있습니다. + 0.5가 빠졌습니다. j번 칸은 j / W에서 (j + 1) / W까지이고 한가운데는 (j + 0.5) / W입니다.",
)
def no_half(maps, scales, ratios):
    return centred(maps, scales, ratios, lambda i, j, H, W, s, r: (j / W, i / H, s * r**0.5, s / r**0.5))


@DEFAULT_BOXES.mistake(
    "x is made from the row i and y from the column j. x runs to the right, along the columns: x = (j + 0.5) / W. On a "
    "square map nobody notices until the order matters.",
    "x를 행 i로, y를 열 j로 만들었습니다. x는 오른쪽으로 가는 좌표이므로 열에서 나옵니다. x = (j + 0.5) / W입니다.",
)
def x_from_rows(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((i + 0.5) / H, (j + 0.5) / W, s * r**0.5, s / r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "H and W are exchanged in the centres: j counts columns, of which there are W. On a map that is not square the boxes leave "
    "the image on one side and do not reach the other.",
    "중심에서 H와 W를 바꾸어 나누었습니다. j는 열의 번호이고 열은 W개입니다. 정사각형이 아닌 맵에서는 한쪽은 넘치고 한쪽은 모자랍니다.",
)
def divided_by_the_other(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / H, (i + 0.5) / W, s * r**0.5, s / r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "A map is unpacked as (W, H). It is (H, W), rows first, like the shape of an array.",
    "맵을 (W, H)로 풀었습니다. 배열의 shape처럼 행이 먼저인 (H, W)입니다.",
)
def unpacked_as_width_height(maps, scales, ratios):
    return no_mistake([(W, H) for H, W in maps], scales, ratios)


@DEFAULT_BOXES.mistake(
    "The places are counted from 1: the last centre lies beyond the image. i goes from 0 to H − 1, j from 0 to W − 1.",
    "자리를 1부터 세어 마지막 중심이 이미지 밖에 있습니다. i는 0부터 H − 1까지, j는 0부터 W − 1까지입니다.",
)
def counted_from_one(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 1.5) / W, (i + 1.5) / H, s * r**0.5, s / r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "The columns are the outer loop: the boxes go down first. The order is row by row, so the loop over i is outside.",
    "열이 바깥 반복문이라 상자가 아래로 먼저 늘어섭니다. 행 순서이므로 i에 대한 반복문이 바깥입니다.",
)
def column_by_column(maps, scales, ratios):
    boxes = []
    for (H, W), s in zip(maps, scales, strict=True):
        for j in range(W):
            for i in range(H):
                boxes += [((j + 0.5) / W, (i + 0.5) / H, s * r**0.5, s / r**0.5) for r in ratios]
    return cxcywh_to_xyxy(np.array(boxes))


@DEFAULT_BOXES.mistake(
    "All boxes of the first ratio come first, then all of the second. The loop over the ratios is the innermost: the boxes "
    "of one place stand together, as the network writes its answers.",
    "첫째 비율의 상자가 모두 나온 다음 둘째 비율이 나옵니다. 비율에 대한 반복문이 가장 안쪽이어야 합니다. 신경망의 답도 한 자리의 "
    "상자끼리 모여 있습니다.",
)
def ratio_outside(maps, scales, ratios):
    boxes = []
    for (H, W), s in zip(maps, scales, strict=True):
        for r in ratios:
            boxes += [((j + 0.5) / W, (i + 0.5) / H, s * r**0.5, s / r**0.5) for i in range(H) for j in range(W)]
    return cxcywh_to_xyxy(np.array(boxes))


@DEFAULT_BOXES.mistake(
    "The root is missing: with w = s r and h = s / r, width / height is r², not r. Both sides take √r.",
    "제곱근이 빠졌습니다. w = s r, h = s / r이면 너비 / 높이가 r이 아니라 r²입니다. 두 변 모두 √r을 씁니다.",
)
def no_root(maps, scales, ratios):
    return centred(maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s * r, s / r))


@DEFAULT_BOXES.mistake(
    "Only the width depends on the ratio: the area is s² r. It should be s² for every ratio: w = s √r, h = s / √r.",
    "비율이 너비에만 들어갔습니다. 넓이가 s² r이 됩니다. 어느 비율에서나 넓이는 s²이어야 합니다. w = s √r, h = s / √r입니다.",
)
def height_without_ratio(maps, scales, ratios):
    return centred(maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s * r, s))


@DEFAULT_BOXES.mistake(
    "Only the height depends on the ratio: the area is s² / r. It should be s² for every ratio: w = s √r, h = s / √r.",
    "비율이 높이에만 들어갔습니다. 넓이가 s² / r이 됩니다. 어느 비율에서나 넓이는 s²이어야 합니다. w = s √r, h = s / √r입니다.",
)
def width_without_ratio(maps, scales, ratios):
    return centred(maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s, s / r))


@DEFAULT_BOXES.mistake(
    "The ratio is not used: every box is a square. A box of ratio r has w = s √r and h = s / √r.",
    "비율을 쓰지 않아 상자가 모두 정사각형입니다. 비율이 r인 상자는 w = s √r, h = s / √r입니다.",
)
def always_square(maps, scales, ratios):
    return centred(maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s, s))


@DEFAULT_BOXES.mistake(
    "Width and height are exchanged: a ratio above 1 means a wide box, w = s √r.",
    "너비와 높이가 바뀌었습니다. 비율이 1보다 크면 옆으로 긴 상자입니다. w = s √r입니다.",
)
def tall_for_wide(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s / r**0.5, s * r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "The rows hold centre, width and height. Turn them into corners at the end: cxcywh_to_xyxy.",
    "행에 중심, 너비, 높이가 들어 있습니다. 마지막에 cxcywh_to_xyxy로 모서리로 바꾸십시오.",
)
def centres_returned(maps, scales, ratios):
    return xyxy_to_cxcywh(
        centred(maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s * r**0.5, s / r**0.5))
    )


@DEFAULT_BOXES.mistake(
    "The width is added to the centre on both sides: the boxes are twice as large. A corner is half a width away.",
    "중심의 양쪽으로 너비를 통째로 더하고 뺐습니다. 상자가 두 배로 커집니다. 모서리는 너비의 절반만큼 떨어져 있습니다.",
)
def whole_width_each_side(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, 2 * s * r**0.5, 2 * s / r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "The centre is taken for the upper left corner: the box begins there and goes on to the right and downwards.",
    "중심을 왼쪽 위 모서리로 썼습니다. 상자가 거기서 시작해 오른쪽 아래로 갑니다.",
)
def begins_at_the_centre(maps, scales, ratios):
    boxes = []
    for (H, W), s in zip(maps, scales, strict=True):
        for i in range(H):
            for j in range(W):
                x, y = (j + 0.5) / W, (i + 0.5) / H
                boxes += [(x, y, x + s * r**0.5, y + s / r**0.5) for r in ratios]
    return np.array(boxes)


@DEFAULT_BOXES.mistake(
    "The scale is taken as a number of cells of the map (divided by W or H). It is a share of the image: 1 is the whole image, "
    "on every map.",
    "스케일 s를 맵의 칸 수로 여겨 W나 H로 나누었습니다. s는 이미지에 대한 비율입니다. 어느 맵에서나 1이 이미지 전체입니다.",
)
def scale_in_cells(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s * r**0.5 / W, s / r**0.5 / H)
    )


@DEFAULT_BOXES.mistake(
    "All maps get the first scale. Every map has its own: go through maps and scales together, with zip.",
    "모든 맵에 첫째 스케일을 썼습니다. 맵마다 스케일이 따로 있습니다. zip으로 maps와 scales를 함께 도십시오.",
)
def one_scale(maps, scales, ratios):
    return no_mistake(maps, [scales[0]] * len(maps), ratios)


@DEFAULT_BOXES.mistake(
    "Every map gets every scale. Each map has one scale, the first map the first one: go through both together, with zip.",
    "맵마다 모든 스케일을 썼습니다. 맵마다 스케일은 하나이고 첫째 맵에 첫째 스케일이 짝입니다. zip으로 둘을 함께 도십시오.",
)
def all_scales_on_each_map(maps, scales, ratios):
    pairs = [(shape, s) for shape in maps for s in scales]
    return no_mistake([shape for shape, _ in pairs], [s for _, s in pairs], ratios)


@DEFAULT_BOXES.mistake(
    "The ratios are shared out among the maps, one for each. Every place of every map has a box for each ratio: loop over ratios "
    "inside.",
    "비율을 맵마다 하나씩 나누어 썼습니다. 모든 맵의 모든 자리에 비율마다 상자가 하나씩 있습니다. 가장 안쪽에서 ratios를 도십시오.",
)
def one_ratio_for_each_map(maps, scales, ratios):
    boxes = [no_mistake([shape], [s], [r]) for shape, s, r in zip(maps, scales, ratios, strict=False)]
    return np.concatenate(boxes)


def no_mistake(maps, scales, ratios):
    return centred(
        maps, scales, ratios, lambda i, j, H, W, s, r: ((j + 0.5) / W, (i + 0.5) / H, s * r**0.5, s / r**0.5)
    )


@DEFAULT_BOXES.mistake(
    "Only the boxes of one map come back. Collect them over all maps: make the list before the loop, return after it.",
    "맵 하나의 상자만 나옵니다. 리스트는 반복문 앞에서 만들고, 반복문이 끝난 뒤에 반환하십시오.",
)
def last_map_only(maps, scales, ratios):
    return no_mistake(maps[-1:], scales[-1:], ratios)


@DEFAULT_BOXES.mistake(
    "The boxes are cut at the border of the image. Priors are left as they are; a cut one would have another centre and "
    "size, and its object could no longer be encoded as intended.",
    "상자를 이미지 가장자리에서 잘랐습니다. 프라이어는 자르지 않습니다. 자르면 중심과 크기가 달라져 부호화도 달라집니다.",
)
def cut_at_the_border(maps, scales, ratios):
    return np.clip(no_mistake(maps, scales, ratios), 0, 1)


def by_threshold(priors, gts, labels, t):
    """The second step alone: rows of gts, or -1."""
    overlap = iou_matrix(priors, gts)
    return overlap, np.where(overlap.max(axis=1) >= t, overlap.argmax(axis=1), -1)


def named(objects, labels):
    objects = np.asarray(objects)
    return np.where(objects >= 0, np.asarray(labels)[objects], 0), objects


def nothing(priors):
    return np.zeros(len(priors), dtype=int), np.full(len(priors), -1)


def served(overlap, objects):
    """Give every object a prior of its own, as it should be, in place; overlap (P, G)."""
    left = overlap.copy()
    for _ in range(left.shape[1]):
        p, g = np.unravel_index(left.argmax(), left.shape)
        objects[p] = g
        left[p] = left[:, g] = -1
    return objects


@MATCH_PRIORS.mistake(
    "Only the threshold decides. An object that no prior overlaps by t gets none, and the network will never learn to see "
    "it: give every object its best prior, however small the IoU.",
    "임계값만 보았습니다. t 이상 겹치는 프라이어가 없는 물체는 아무 프라이어도 얻지 못해 신경망이 배울 수 없습니다. IoU가 아무리 "
    "작아도 물체마다 가장 나은 프라이어를 하나 주십시오.",
)
def threshold_only(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    return named(by_threshold(priors, gts, labels, t)[1], labels)


@MATCH_PRIORS.mistake(
    "Only the one prior of each object is matched; the others that overlap it by t or more are background here. They show "
    "the object just as well, and calling them background teaches the network the opposite.",
    "물체마다 프라이어 하나만 맡았습니다. t 이상 겹치는 나머지 프라이어가 배경이 됩니다. 물체가 잘 보이는 자리를 배경이라고 "
    "가르치는 셈입니다.",
)
def best_only(priors, gts, labels, t=0.5):
    objects = np.full(len(priors), -1)
    if len(gts) == 0:
        return nothing(priors)
    return named(served(iou_matrix(priors, gts), objects), labels)


@MATCH_PRIORS.mistake(
    "The forced match is overwritten by the threshold: a prior that was given to an object which has no other goes to one "
    "that it overlaps more. Apply the threshold first, the forced matches after it.",
    "임계값이 앞서 정한 짝을 덮어썼습니다. 다른 프라이어가 없는 물체에 준 프라이어가 더 많이 겹치는 물체로 넘어갑니다. 임계값을 "
    "먼저 적용하고 물체마다 하나씩 주는 일을 나중에 하십시오.",
)
def forced_is_overwritten(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    own = served(overlap, np.full(len(priors), -1))
    return named(np.where(objects >= 0, objects, own), labels)


@MATCH_PRIORS.mistake(
    "Each object takes its best prior without looking whether it is taken: of two that want the same one the later wins, and "
    "the other has none. A prior that is given away must step aside.",
    "물체마다 가장 나은 프라이어를 가져가면서 이미 주인이 있는지 보지 않았습니다. 둘이 같은 것을 원하면 나중 물체가 차지하고 앞의 "
    "물체는 빈손이 됩니다. 준 프라이어는 후보에서 빼십시오.",
)
def later_object_wins(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    for g in range(len(gts)):
        objects[overlap[:, g].argmax()] = g
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "The objects choose in the order of gts. The pair of largest IoU comes first, whichever object it is; so a poor match "
    "cannot take the prior from a good one.",
    "물체가 gts의 순서대로 고릅니다. 어느 물체이든 IoU가 가장 큰 짝이 먼저입니다. 그래야 덜 맞는 물체가 잘 맞는 물체의 프라이어를 "
    "빼앗지 않습니다.",
)
def in_the_order_of_gts(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    for g in range(len(gts)):
        p = left[:, g].argmax()
        objects[p] = g
        left[p] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "The objects choose in the order of their best IoU, found once at the beginning. Where the best prior is taken, an object has a "
    "smaller IoU left: look for the largest pair of those left anew each time.",
    "처음에 한 번 구한 최대 IoU의 순서대로 물체가 고릅니다. 가장 나은 프라이어를 빼앗긴 물체에는 더 작은 IoU만 남습니다. 남은 짝 "
    "가운데 가장 큰 것을 매번 다시 찾으십시오.",
)
def order_found_once(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    for g in np.argsort(-overlap.max(axis=0), kind="stable"):
        p = left[:, g].argmax()
        objects[p] = g
        left[p] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "A pair that is done is set to an IoU of 0, which an object beside all priors has too: argmax then finds pairs that "
    "are done already. Use −1, less than any IoU.",
    "끝난 짝의 IoU를 0으로 두었습니다. 어느 것과도 겹치지 않는 물체의 IoU도 0이라, argmax가 이미 끝난 짝을 다시 고릅니다. 어떤 "
    "IoU보다도 작은 −1을 쓰십시오.",
)
def zero_for_done(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    for _ in range(len(gts)):
        p, g = np.unravel_index(left.argmax(), left.shape)
        objects[p] = g
        left[p] = left[:, g] = 0
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "An object gets a prior of its own only if their IoU is large enough. However small it is, even 0: every object has one.",
    "IoU가 어느 정도 커야만 물체에 제 몫의 프라이어를 주었습니다. 아무리 작아도, 0이어도 물체마다 하나씩 있습니다.",
)
def own_prior_from_a_tenth(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    for _ in range(len(gts)):
        p, g = np.unravel_index(left.argmax(), left.shape)
        if left[p, g] > 0.1:
            objects[p] = g
        left[p] = left[:, g] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "An object that overlaps no prior gets none. It gets the first one that is free; no IoU is too small.",
    "어느 프라이어와도 겹치지 않는 물체에 프라이어를 주지 않았습니다. 아직 남은 첫째 프라이어를 받아야 합니다.",
)
def nothing_for_zero(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    while left.max() > 0:
        p, g = np.unravel_index(left.argmax(), left.shape)
        objects[p] = g
        left[p] = left[:, g] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "More than t is asked for; an IoU of exactly t counts too (>=).",
    "t보다 커야 한다고 보았습니다. 정확히 t인 IoU도 포함됩니다(>=).",
)
def more_than_t(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap = iou_matrix(priors, gts)
    return named(served(overlap, np.where(overlap.max(axis=1) > t, overlap.argmax(axis=1), -1)), labels)


@MATCH_PRIORS.mistake(
    "t is always 0.5: use the argument.",
    "t를 언제나 0.5로 두었습니다. 인수를 쓰십시오.",
)
def always_half(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, 0.5)
    return named(served(overlap, objects), labels)


@MATCH_PRIORS.mistake(
    'The background gets the class −1. Class 0 is the background; −1 is the mark for "no object" in the second result only.',
    "배경의 클래스를 −1로 했습니다. 배경은 클래스 0입니다. −1은 둘째 결과에서 '물체 없음'을 나타냅니다.",
)
def background_minus_one(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return np.full(len(priors), -1), np.full(len(priors), -1)
    overlap, objects = by_threshold(priors, gts, labels, t)
    objects = served(overlap, objects)
    return np.where(objects >= 0, np.asarray(labels)[objects], -1), objects


@MATCH_PRIORS.mistake(
    "The background gets the label of some object: labels[−1] is the last one. Where objects is −1 the class must be set to 0.",
    "배경에 어떤 물체의 레이블이 들어갔습니다. labels[−1]은 마지막 레이블입니다. objects가 −1인 곳은 클래스를 0으로 두십시오.",
)
def last_label_for_background(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    objects = served(overlap, objects)
    return np.asarray(labels)[objects], objects


@MATCH_PRIORS.mistake(
    "Background priors point at object 0 in the second result: there it must be −1, since 0 is the first row of gts.",
    "둘째 결과에서 배경 프라이어가 0번 물체를 가리킵니다. 0은 gts의 첫째 행이므로 배경은 −1이어야 합니다.",
)
def object_zero_for_background(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return np.zeros(len(priors), dtype=int), np.zeros(len(priors), dtype=int)
    overlap, objects = by_threshold(priors, gts, labels, t)
    classes, objects = named(served(overlap, objects), labels)
    return classes, np.maximum(objects, 0)


@MATCH_PRIORS.mistake(
    "The classes are counted from 0: one is subtracted from the label. Labels go from 1 to K already, because 0 is the "
    "background.",
    "레이블에서 1을 뺐습니다. 0이 배경이므로 레이블은 처음부터 1에서 K까지입니다.",
)
def labels_from_zero(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    objects = served(overlap, objects)
    return np.where(objects >= 0, np.asarray(labels)[objects] - 1, 0), objects


@MATCH_PRIORS.mistake(
    "The maximum goes along the wrong axis: there is a best prior for each object here, where a best object for each prior is "
    "asked for. Print overlap.shape and say which axis the priors are.",
    "최댓값을 다른 축에서 구했습니다. 프라이어마다 가장 많이 겹치는 물체가 필요한데 물체마다 가장 나은 프라이어를 구했습니다. "
    "overlap.shape을 출력하고 어느 축이 프라이어인지 확인하십시오.",
)
def wrong_axis(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap = iou_matrix(priors, gts)
    best = overlap.argmax(axis=0)
    objects = np.where(overlap.max(axis=0) >= t, best, -1)
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "Without objects argmax stops with an error: deal with that case first, everything is background.",
    "물체가 없으면 argmax에서 오류가 납니다. 그 경우를 먼저 처리하십시오. 모두 배경입니다.",
)
def no_object_fails(priors, gts, labels, t=0.5):
    overlap = iou_matrix(priors, gts)
    objects = np.where(overlap.max(axis=1) >= t, overlap.argmax(axis=1), -1)
    return named(served(overlap, objects), labels)


@MATCH_PRIORS.mistake(
    "Without objects two empty lists come back. There are as many answers as priors, always: P zeros, and P times −1.",
    "물체가 없을 때 빈 리스트를 반환했습니다. 답은 언제나 프라이어의 수만큼 있습니다. 0이 P개, −1이 P개입니다.",
)
def empty_without_objects(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return [], []
    overlap, objects = by_threshold(priors, gts, labels, t)
    return named(served(overlap, objects), labels)


@MATCH_PRIORS.mistake(
    "The two results stand in the wrong order: classes first, then objects.",
    "두 결과의 순서가 바뀌었습니다. classes가 먼저이고 objects가 나중입니다.",
)
def results_exchanged(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)[::-1]
    overlap, objects = by_threshold(priors, gts, labels, t)
    return named(served(overlap, objects), labels)[::-1]


@MATCH_PRIORS.mistake(
    "Only the object steps aside, not its prior: the next object may take the same prior away. Cross out both, the row and "
    "the column.",
    "물체만 물러나고 프라이어는 그대로 남아 있습니다. 다음 물체가 같은 프라이어를 빼앗을 수 있습니다. 행과 열을 모두 지우십시오.",
)
def prior_not_crossed_out(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.copy()
    for _ in range(len(gts)):
        p, g = np.unravel_index(left.argmax(), left.shape)
        objects[p] = g
        left[:, g] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "Only the prior steps aside, not its object: in the next round the object may take a second prior, and others are left "
    "without. Cross out both, the row and the column.",
    "프라이어만 물러나고 물체는 그대로 남아 있습니다. 다음 차례에 같은 물체가 프라이어를 또 가져가고 다른 물체는 빈손이 될 수 있습니다. 행과 열을 "
    "모두 지우십시오.",
)
def object_not_crossed_out(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.T.copy()
    for _ in range(len(gts)):
        g, p = np.unravel_index(left.argmax(), left.shape)
        objects[p] = g
        left[:, p] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "Where several objects reach t with a prior, the last of them gets it. It answers for the one that it overlaps most.",
    "한 프라이어와 t 이상 겹치는 물체가 여럿이면 그 가운데 마지막 물체를 맡겼습니다. 가장 많이 겹치는 물체를 맡아야 합니다.",
)
def last_above_t(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = iou_matrix(priors, gts), np.full(len(priors), -1)
    for g in range(len(gts)):
        objects[overlap[:, g] >= t] = g
    return named(served(overlap, objects), labels)


@MATCH_PRIORS.mistake(
    "Where several objects reach t with a prior, the first of them gets it. It answers for the one that it overlaps most.",
    "한 프라이어와 t 이상 겹치는 물체가 여럿이면 그 가운데 첫째 물체를 맡겼습니다. 가장 많이 겹치는 물체를 맡아야 합니다.",
)
def first_above_t(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = iou_matrix(priors, gts), np.full(len(priors), -1)
    for g in reversed(range(len(gts))):
        objects[overlap[:, g] >= t] = g
    return named(served(overlap, objects), labels)


@MATCH_PRIORS.mistake(
    "An object that the threshold has served already gets no prior of its own. Every object gets one, its best of those that are "
    "left, whatever it has by the threshold.",
    "임계값으로 이미 프라이어를 얻은 물체에는 제 몫의 프라이어를 주지 않았습니다. 임계값으로 무엇을 얻었든, 물체마다 남은 것 가운데 가장 나은 "
    "프라이어를 제 몫으로 받습니다.",
)
def own_for_the_unserved(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    left = overlap.T.copy()
    for _ in range(len(gts)):
        g, p = np.unravel_index(left.argmax(), left.shape)
        if not (objects == g).any():
            objects[p] = g
        left[g] = left[:, p] = -1
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "Only objects that the threshold has not served get a prior of their own, one that is background so far. All objects "
    "take part, the pair of largest IoU first, and a prior of its own wins over the threshold.",
    "임계값으로 프라이어를 얻지 못한 물체에만, 그것도 배경인 프라이어 가운데에서만 제 몫을 주었습니다. 모든 물체가 IoU가 큰 짝부터 제 몫을 받고, "
    "제 몫은 임계값보다 우선합니다.",
    named=False,
)
def own_from_the_background(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    for g in range(len(gts)):
        if not (objects == g).any():
            objects[np.where(objects < 0, overlap[:, g], -1).argmax()] = g
    return named(objects, labels)


@MATCH_PRIORS.mistake(
    "The classes are the rows of gts, counted from 1. The class of a prior is the label of its object: labels[objects].",
    "클래스에 gts의 행 번호에 1을 더한 수가 들어갔습니다. 프라이어의 클래스는 맡은 물체의 레이블입니다. labels[objects]입니다.",
)
def row_for_label(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    objects = served(overlap, objects)
    return objects + 1, objects


@MATCH_PRIORS.mistake(
    "The priors of object 0 get the class 0. 0 is the first row of gts; background is −1 in objects. So the class is the label "
    "where objects >= 0, not where objects > 0.",
    "0번 물체를 맡은 프라이어의 클래스가 0이 되었습니다. 0은 gts의 첫째 행이고 배경은 −1입니다. objects > 0이 아니라 objects >= 0인 곳의 클래스가 "
    "레이블입니다.",
)
def object_zero_is_background(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    objects = served(overlap, objects)
    return np.where(objects > 0, np.asarray(labels)[objects], 0), objects


@MATCH_PRIORS.mistake(
    "Both results are arrays of floats; an index must be a whole number. np.zeros makes floats unless it gets dtype=int.",
    "두 결과가 실수 배열입니다. 인덱스는 정수여야 합니다. np.zeros는 dtype=int를 주지 않으면 실수 배열을 만듭니다.",
)
def floats_returned(priors, gts, labels, t=0.5):
    classes, objects = np.zeros(len(priors)), -np.ones(len(priors))
    if len(gts):
        overlap, found = by_threshold(priors, gts, labels, t)
        found = served(overlap, found)
        objects[:] = found
        classes[found >= 0] = np.asarray(labels)[found[found >= 0]]
    return classes, objects


@MATCH_PRIORS.mistake(
    "A prior that is the best one of some object is given to the object that it overlaps most itself. It belongs to "
    "the object whose best it is.",
    "물체에게 가장 나은 프라이어를, 그 프라이어와 가장 많이 겹치는 물체에 주었습니다. 그 프라이어는 자기를 고른 물체의 것입니다.",
)
def best_prior_chooses_itself(priors, gts, labels, t=0.5):
    if len(gts) == 0:
        return nothing(priors)
    overlap, objects = by_threshold(priors, gts, labels, t)
    best = (overlap == overlap.max(axis=0)).any(axis=1)
    objects[best] = overlap.argmax(axis=1)[best]
    return named(objects, labels)


def sizes(priors, gts):
    return xyxy_to_cxcywh(priors), xyxy_to_cxcywh(gts)


@ENCODE_DECODE.mistake(
    "The variances are left out: the offsets are those of R-CNN. Divide the first two by variances[0], the last two by "
    "variances[1].",
    "variances가 빠져 R-CNN의 오프셋 그대로입니다. 앞의 둘은 variances[0]으로, 뒤의 둘은 variances[1]로 나누십시오.",
    subject="encode",
)
def encode_without_variances(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([(g[:, :2] - p[:, :2]) / p[:, 2:], np.log(g[:, 2:] / p[:, 2:])])


@ENCODE_DECODE.mistake(
    "The offsets are multiplied by the variances. encode divides, so that small offsets become numbers near 1; decode "
    "multiplies.",
    "variances를 곱했습니다. encode에서는 나누어 작은 오프셋을 1 안팎의 수로 만들고, decode에서 곱합니다.",
    subject="encode",
)
def encode_multiplies(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) * np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "All four offsets are divided by variances[0]. The last two, of width and height, have variances[1].",
    "오프셋 네 개를 모두 variances[0]으로 나누었습니다. 너비와 높이인 뒤의 둘은 variances[1]입니다.",
    subject="encode",
)
def encode_one_variance(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) / variances[0]


@ENCODE_DECODE.mistake(
    "The variances are exchanged: the first one belongs to the centre, the second one to the size.",
    "variances의 순서가 바뀌었습니다. 첫째가 중심, 둘째가 크기의 것입니다.",
    subject="encode",
)
def encode_exchanged_variances(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) / np.repeat(variances[::-1], 2)


@ENCODE_DECODE.mistake(
    "The logarithm is missing: an object as large as its prior must give 0, not 1 / 0.2.",
    "로그가 빠졌습니다. 물체와 프라이어의 크기가 같으면 1 / 0.2가 아니라 0이 나와야 합니다.",
    subject="encode",
)
def encode_without_log(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([(g[:, :2] - p[:, :2]) / p[:, 2:], g[:, 2:] / p[:, 2:]]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "0.1 and 0.2 stand in the code: use the argument variances.",
    "0.1과 0.2를 코드에 직접 썼습니다. 인수 variances를 쓰십시오.",
    subject="encode",
)
def encode_fixed_variances(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) / np.repeat((0.1, 0.2), 2)


@ENCODE_DECODE.mistake(
    "The distances are divided by the size of the object. The network knows the prior only, so its size is the unit.",
    "거리를 물체의 크기로 나누었습니다. 신경망이 아는 것은 프라이어뿐이므로 프라이어의 크기가 단위입니다.",
    subject="encode",
)
def encode_by_object_size(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([(g[:, :2] - p[:, :2]) / g[:, 2:], np.log(g[:, 2:] / p[:, 2:])]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The logarithm is upside down: log(prior / object). It is log(object / prior), positive where the object is larger.",
    "로그가 거꾸로입니다. log(프라이어 / 물체)가 아니라 log(물체 / 프라이어)이고, 물체가 더 크면 양수입니다.",
    subject="encode",
)
def encode_log_inverted(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([(g[:, :2] - p[:, :2]) / p[:, 2:], np.log(p[:, 2:] / g[:, 2:])]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The upper left corners are compared instead of the centres: first xyxy_to_cxcywh.",
    "중심이 아니라 왼쪽 위 모서리를 비교했습니다. 먼저 xyxy_to_cxcywh를 쓰십시오.",
    subject="encode",
)
def encode_corner(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([(gts[:, :2] - priors[:, :2]) / p[:, 2:], np.log(g[:, 2:] / p[:, 2:])]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The distance is not divided by the size of the prior: the same offset must mean the same for a small and a large prior.",
    "거리를 프라이어의 크기로 나누지 않았습니다. 작은 프라이어에서나 큰 프라이어에서나 오프셋의 뜻이 같아야 합니다.",
    subject="encode",
)
def encode_absolute(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    return np.hstack([g[:, :2] - p[:, :2], np.log(g[:, 2:] / p[:, 2:])]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The signs of the first two offsets are turned round: prior − object. It is object − prior, positive where the object lies to "
    "the right of the prior or below it.",
    "앞의 두 오프셋의 부호가 반대입니다. 프라이어 − 물체가 아니라 물체 − 프라이어이고, 물체가 더 오른쪽이나 아래에 있으면 양수입니다.",
    subject="encode",
)
def encode_prior_minus_object(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) * [-1, -1, 1, 1] / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The logarithm has the base 2. It is the natural one, np.log, which exp undoes in decode.",
    "밑이 2인 로그를 썼습니다. decode의 exp로 되돌릴 수 있는 자연로그 np.log를 쓰십시오.",
    subject="encode",
)
def encode_log2(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) / [1, 1, np.log(2), np.log(2)] / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "The boxes are corners, but they are used as centre and size: the numbers x2, y2 are no width and height. First "
    "xyxy_to_cxcywh, for both.",
    "상자는 모서리인데 중심과 크기처럼 썼습니다. x2, y2는 너비와 높이가 아닙니다. 먼저 둘 다 xyxy_to_cxcywh로 바꾸십시오.",
    subject="encode",
)
def encode_not_converted(priors, gts, variances=(0.1, 0.2)):
    move, grow = (gts[:, :2] - priors[:, :2]) / priors[:, 2:], np.log(gts[:, 2:] / priors[:, 2:])
    return np.hstack([move, grow]) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "Only the logarithm of the height is divided: log(gw / pw) is divided by variances[1] too.",
    "높이의 로그만 나누었습니다. 너비의 로그 log(gw / pw)도 variances[1]로 나누십시오.",
    subject="encode",
)
def encode_width_undivided(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(priors, gts) / [variances[0], variances[0], 1, variances[1]]


@ENCODE_DECODE.mistake(
    "The variances are left out: multiply loc by them before anything else.",
    "variances가 빠졌습니다. 무엇보다 먼저 loc에 곱하십시오.",
    subject="decode",
)
def decode_without_variances(priors, loc, variances=(0.1, 0.2)):
    p = xyxy_to_cxcywh(priors)
    return cxcywh_to_xyxy(np.hstack([p[:, :2] + p[:, 2:] * loc[:, :2], p[:, 2:] * np.exp(loc[:, 2:])]))


@ENCODE_DECODE.mistake(
    "decode divides by the variances, as encode does. It goes the way back: multiply.",
    "decode에서도 variances로 나누었습니다. 되돌리는 것이므로 곱하십시오.",
    subject="decode",
)
def decode_divides(priors, loc, variances=(0.1, 0.2)):
    return decode_without_variances(priors, loc / np.repeat(variances, 2))


@ENCODE_DECODE.mistake(
    "0.1 and 0.2 stand in the code: use the argument variances.",
    "0.1과 0.2를 코드에 직접 썼습니다. 인수 variances를 쓰십시오.",
    subject="decode",
)
def decode_fixed_variances(priors, loc, variances=(0.1, 0.2)):
    return decode_without_variances(priors, loc * np.repeat((0.1, 0.2), 2))


@ENCODE_DECODE.mistake(
    "The variances are exchanged: the first one belongs to the centre, the second one to the size.",
    "variances의 순서가 바뀌었습니다. 첫째가 중심, 둘째가 크기의 것입니다.",
    subject="decode",
)
def decode_exchanged_variances(priors, loc, variances=(0.1, 0.2)):
    return decode_without_variances(priors, loc * np.repeat(variances[::-1], 2))


@ENCODE_DECODE.mistake(
    "Centre, width and height come back; the result of decode are corners: cxcywh_to_xyxy at the end.",
    "중심, 너비, 높이를 반환했습니다. decode의 결과는 모서리입니다. 마지막에 cxcywh_to_xyxy를 쓰십시오.",
    subject="decode",
)
def decode_to_centres(priors, loc, variances=(0.1, 0.2)):
    return xyxy_to_cxcywh(decode_without_variances(priors, loc * np.repeat(variances, 2)))


@ENCODE_DECODE.mistake(
    "exp is missing: encode took the logarithm of the sizes, so decode multiplies the size of the prior by exp.",
    "exp가 빠졌습니다. encode에서 크기에 로그를 취했으므로 decode에서는 프라이어의 크기에 exp를 곱합니다.",
    subject="decode",
)
def decode_without_exp(priors, loc, variances=(0.1, 0.2)):
    p, t = xyxy_to_cxcywh(priors), loc * np.repeat(variances, 2)
    return cxcywh_to_xyxy(np.hstack([p[:, :2] + p[:, 2:] * t[:, :2], p[:, 2:] * t[:, 2:]]))


@ENCODE_DECODE.mistake(
    "1 + t stands in place of exp(t): nearly the same for small numbers, but it is not the way back of the logarithm.",
    "exp(t) 대신 1 + t를 썼습니다. 수가 작으면 비슷하지만 로그를 되돌리지 못합니다.",
    subject="decode",
)
def decode_one_plus(priors, loc, variances=(0.1, 0.2)):
    p, t = xyxy_to_cxcywh(priors), loc * np.repeat(variances, 2)
    return cxcywh_to_xyxy(np.hstack([p[:, :2] + p[:, 2:] * t[:, :2], p[:, 2:] * (1 + t[:, 2:])]))


@ENCODE_DECODE.mistake(
    "The first two offsets are added to the centre as they are. They count widths and heights of the prior: multiply by its size.",
    "앞의 두 오프셋을 중심에 그대로 더했습니다. 프라이어의 너비와 높이가 단위이므로 프라이어의 크기를 곱하십시오.",
    subject="decode",
)
def decode_absolute(priors, loc, variances=(0.1, 0.2)):
    p, t = xyxy_to_cxcywh(priors), loc * np.repeat(variances, 2)
    return cxcywh_to_xyxy(np.hstack([p[:, :2] + t[:, :2], p[:, 2:] * np.exp(t[:, 2:])]))


@ENCODE_DECODE.mistake(
    "The boxes are cut at the border of the image. decode is the way back of encode and cuts nothing; detect does.",
    "상자를 이미지 가장자리에서 잘랐습니다. decode는 encode를 되돌릴 뿐 자르지 않습니다. 자르는 것은 detect에서 합니다.",
    subject="decode",
)
def decode_cuts(priors, loc, variances=(0.1, 0.2)):
    return np.clip(decode_without_variances(priors, loc * np.repeat(variances, 2)), 0, 1)


@ENCODE_DECODE.mistake(
    "The offsets of the size are limited, as bbox_decode of R-CNN does it, but those were not divided by a variance. An object far "
    "larger than its prior does not come back: take loc as it is.",
    "R-CNN의 bbox_decode처럼 크기의 오프셋을 제한했습니다. 하지만 그 오프셋은 variance로 나눈 것이 아니었습니다. 프라이어보다 훨씬 큰 "
    "물체가 되돌아오지 않으므로 loc을 그대로 쓰십시오.",
    subject="decode",
)
def decode_limits(priors, loc, variances=(0.1, 0.2)):
    small = np.hstack([loc[:, :2], np.minimum(loc[:, 2:], np.log(1000 / 16))])
    return decode_without_variances(priors, small * np.repeat(variances, 2))


@ENCODE_DECODE.mistake(
    "The offsets of the corners are meant here: they are added to the prior's corners. They move the centre and stretch the size.",
    "오프셋을 프라이어의 모서리에 더했습니다. 오프셋은 중심을 옮기고 크기를 늘리거나 줄이는 수입니다.",
    subject="decode",
)
def decode_corners(priors, loc, variances=(0.1, 0.2)):
    p, t = xyxy_to_cxcywh(priors), loc * np.repeat(variances, 2)
    return priors + np.hstack([p[:, 2:], p[:, 2:]]) * t


@ENCODE_DECODE.mistake(
    "loc is multiplied in place (*=): the caller's offsets are changed. Make a new array.",
    "loc에 제자리에서 곱했습니다(*=). 호출한 쪽의 오프셋이 바뀝니다. 새 배열을 만드십시오.",
    subject="decode",
)
def decode_in_place(priors, loc, variances=(0.1, 0.2)):
    loc *= np.repeat(variances, 2)
    return decode_without_variances(priors, loc)


@ENCODE_DECODE.mistake(
    "encode cuts the priors at the border of the image. They stay as default_boxes makes them: a cut one has another "
    "centre and size.",
    "encode에서 프라이어를 이미지 가장자리에서 잘랐습니다. 자르면 중심과 크기가 달라지므로 default_boxes가 만든 그대로 씁니다.",
    subject="encode",
)
def encode_cuts_priors(priors, gts, variances=(0.1, 0.2)):
    return encode_without_variances(np.clip(priors, 0, 1), gts) / np.repeat(variances, 2)


@ENCODE_DECODE.mistake(
    "A small number is added inside the logarithm: log(gw / pw) needs none, since every box has a width and a height.",
    "로그 안에 작은 수를 더했습니다. 상자에는 언제나 너비와 높이가 있으므로 log(gw / pw)에는 필요 없습니다.",
    subject="encode",
)
def encode_adds_inside_the_log(priors, gts, variances=(0.1, 0.2)):
    p, g = sizes(priors, gts)
    move = (g[:, :2] - p[:, :2]) / p[:, 2:]
    return np.hstack([move, np.log(1e-6 + g[:, 2:] / p[:, 2:])]) / np.repeat(variances, 2)


def chosen_rows(ce, pos, wanted, hidden=-np.inf):
    """Choose in each image the wanted[n] largest ce, where positives count as `hidden`; pos may be among them."""
    order = np.argsort(-np.where(pos, hidden, ce), axis=1, kind="stable")
    chosen = np.zeros(ce.shape, dtype=bool)
    for n, k in enumerate(wanted):
        chosen[n, order[n, : int(k)]] = True
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "The positives are in the race: the largest ce of all priors are taken. A positive takes part in the loss anyway; here "
    "it takes the place of a negative.",
    "양성까지 넣고 ce가 큰 것을 골랐습니다. 양성은 어차피 손실에 들어가며, 여기서는 음성의 자리를 빼앗습니다.",
)
def positives_in_the_race(ce, pos, ratio=3):
    order = np.argsort(-ce, axis=1, kind="stable")
    chosen = np.zeros(ce.shape, dtype=bool)
    for n, k in enumerate(ratio * pos.sum(axis=1)):
        chosen[n, order[n, :k]] = True
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "The positives are sorted among the others and thrown out afterwards, so that too few negatives are left. Hide them "
    "before sorting.",
    "양성까지 함께 줄을 세운 뒤에 양성을 뺐습니다. 음성이 모자라게 됩니다. 줄을 세우기 전에 양성을 감추십시오.",
)
def positives_counted(ce, pos, ratio=3):
    return positives_in_the_race(ce, pos, ratio) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "The indices from argsort count the negatives only, but they are used as numbers of priors: pick twice, negatives[order].",
    "argsort가 준 번호는 음성들 안에서의 번호인데 프라이어의 번호로 썼습니다. negatives[order]처럼 두 번 고르십시오.",
)
def indices_of_the_negatives(ce, pos, ratio=3):
    chosen = np.zeros(pos.shape, dtype=bool)
    for n in range(len(ce)):
        chosen[n, np.argsort(-ce[n][~pos[n]], kind="stable")[: ratio * pos[n].sum()]] = True
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "The positives are only set to ce = 0. Where there are fewer negatives than wanted, or where a ce is 0 too, they are chosen "
    "all the same: use −1 or −inf, and take the positives out at the end.",
    "양성의 ce를 0으로 두기만 했습니다. 음성이 모자라거나 ce가 0인 음성이 있으면 양성이 뽑힙니다. −1이나 −inf로 두고, 마지막에 양성을 "
    "빼십시오.",
)
def zero_for_positives(ce, pos, ratio=3):
    return chosen_rows(ce, pos, ratio * pos.sum(axis=1), hidden=0)


@HARD_NEGATIVE_MINING.mistake(
    "The whole batch is sorted at once: an image with many hard negatives takes the share of another. Each image chooses "
    "for itself.",
    "배치 전체를 한꺼번에 줄 세웠습니다. 어려운 음성이 많은 이미지가 다른 이미지의 몫을 가져갑니다. 이미지마다 따로 고르십시오.",
)
def over_the_batch(ce, pos, ratio=3):
    order = np.argsort(np.where(pos, np.inf, -ce).ravel(), kind="stable")
    chosen = np.zeros(ce.size, dtype=bool)
    chosen[order[: ratio * pos.sum()]] = True
    return chosen.reshape(ce.shape) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "Every image gets ratio times the positives of the whole batch. Count in each image: pos.sum(axis=1).",
    "이미지마다 배치 전체의 양성 수에 ratio를 곱했습니다. 이미지마다 세십시오. pos.sum(axis=1)입니다.",
)
def positives_of_the_batch(ce, pos, ratio=3):
    return chosen_rows(ce, pos, [ratio * pos.sum()] * len(ce)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "The smallest ce are chosen, the easiest negatives. The worst ones are wanted: sort −ce, or take the end.",
    "ce가 가장 작은, 쉬운 음성을 골랐습니다. 가장 어려운 것을 골라야 합니다. −ce를 정렬하거나 끝에서부터 고르십시오.",
)
def easiest(ce, pos, ratio=3):
    return chosen_rows(-ce, pos, ratio * pos.sum(axis=1)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "An image without positives gets negatives all the same, as if it had one. ratio times 0 is 0.",
    "양성이 없는 이미지에서도 하나 있는 것처럼 음성을 골랐습니다. 0의 ratio배는 0입니다.",
)
def at_least_one_positive(ce, pos, ratio=3):
    return chosen_rows(ce, pos, ratio * np.maximum(pos.sum(axis=1), 1)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "Without positives everything is chosen: a slice [-0:] is the whole array, not an empty one.",
    "양성이 없으면 모두 고르게 됩니다. 슬라이스 [-0:]은 빈 배열이 아니라 배열 전체입니다.",
)
def minus_zero(ce, pos, ratio=3):
    chosen = np.zeros(ce.shape, dtype=bool)
    for n in range(len(ce)):
        negatives = np.flatnonzero(~pos[n])
        chosen[n, negatives[np.argsort(ce[n, negatives])[-ratio * pos[n].sum() :]]] = True
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "Where there are fewer negatives than wanted, positives are chosen to make up the number. Take the positives out at the end "
    "once more: & ~pos.",
    "음성이 모자라면 양성까지 골라 수를 채웠습니다. 마지막에 한 번 더 양성을 빼십시오. & ~pos입니다.",
)
def filled_with_positives(ce, pos, ratio=3):
    return chosen_rows(ce, pos, ratio * pos.sum(axis=1))


@HARD_NEGATIVE_MINING.mistake(
    "ratio is not used: there are as many negatives as positives.",
    "ratio를 쓰지 않아 음성의 수가 양성의 수와 같습니다.",
)
def ratio_ignored(ce, pos, ratio=3):
    return chosen_rows(ce, pos, pos.sum(axis=1)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "The number of positives is not used: every image gets `ratio` negatives. It is ratio for each positive, ratio · (number of "
    "positives of the image).",
    "양성의 수를 쓰지 않아 이미지마다 음성을 ratio개씩 골랐습니다. 양성 하나에 ratio개, 곧 ratio · (그 이미지의 양성 수)개입니다.",
)
def ratio_for_each_image(ce, pos, ratio=3):
    return chosen_rows(ce, pos, [ratio] * len(ce)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "ratio is always 3: use the argument.",
    "ratio를 언제나 3으로 두었습니다. 인수를 쓰십시오.",
)
def always_three(ce, pos, ratio=3):
    return chosen_rows(ce, pos, 3 * pos.sum(axis=1)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "All negatives are chosen. Only the worst are wanted, ratio for each positive; otherwise the background drowns the objects.",
    "음성을 모두 골랐습니다. 양성 하나에 ratio개씩, 가장 어려운 것만 고릅니다. 그러지 않으면 배경에 물체가 묻힙니다.",
)
def all_negatives(ce, pos, ratio=3):
    return ~pos & (pos.sum(axis=1, keepdims=True) > 0)


@HARD_NEGATIVE_MINING.mistake(
    "The result marks the positives as well. It is about negatives only; multibox_loss adds the positives.",
    "결과에 양성도 표시했습니다. 이 함수는 음성만 고릅니다. 양성은 multibox_loss에서 더합니다.",
)
def positives_too(ce, pos, ratio=3):
    return pos | chosen_rows(ce, pos, ratio * pos.sum(axis=1))


@HARD_NEGATIVE_MINING.mistake(
    "Everything from the k-th largest value on is chosen: where values are equal that is too many. Take k places of the "
    "sorted order.",
    "k번째로 큰 값 이상을 모두 골랐습니다. 값이 같은 것이 있으면 너무 많아집니다. 정렬한 순서에서 k자리만 고르십시오.",
)
def from_the_kth_value(ce, pos, ratio=3):
    chosen = np.zeros(ce.shape, dtype=bool)
    for n in range(len(ce)):
        values = np.sort(ce[n][~pos[n]])[::-1]
        k = min(ratio * pos[n].sum(), len(values))
        if k:
            chosen[n] = (ce[n] >= values[k - 1]) & ~pos[n]
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "Only what is larger than the k-th largest value is chosen, so at least one is missing. Take k places of the sorted order.",
    "k번째로 큰 값보다 큰 것만 골라서 적어도 하나가 모자랍니다. 정렬한 순서에서 k자리를 고르십시오.",
)
def above_the_kth_value(ce, pos, ratio=3):
    chosen = np.zeros(ce.shape, dtype=bool)
    for n in range(len(ce)):
        values = np.sort(ce[n][~pos[n]])[::-1]
        k = min(ratio * pos[n].sum(), len(values))
        if k:
            chosen[n] = (ce[n] > values[k - 1]) & ~pos[n]
    return chosen


@HARD_NEGATIVE_MINING.mistake(
    "The result of argsort is compared with k as if it were the rank of each prior. It says which prior stands at each rank: set "
    "chosen[n, order[:k]] = True, or sort twice.",
    "argsort의 결과를 프라이어의 순위처럼 k와 비교했습니다. argsort는 순위마다 어느 프라이어인지 알려 줍니다. "
    "chosen[n, order[:k]] = True로 하거나 argsort를 두 번 하십시오.",
)
def order_for_rank(ce, pos, ratio=3):
    order = np.argsort(-np.where(pos, -1, ce), axis=1, kind="stable")
    return (order < ratio * pos.sum(axis=1, keepdims=True)) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "The places come back as numbers 0 and 1. Return truth values, so that the result can pick rows of an array.",
    "0과 1을 반환했습니다. 배열의 행을 고르는 데 쓸 수 있게 True와 False를 반환하십시오.",
)
def zeros_and_ones(ce, pos, ratio=3):
    return (chosen_rows(ce, pos, ratio * pos.sum(axis=1)) & ~pos).astype(int)


@HARD_NEGATIVE_MINING.mistake(
    "The positives are hidden in ce itself: the caller's array is changed. Use np.where, which makes a new one.",
    "ce 자체에서 양성을 감추어 호출한 쪽의 배열이 바뀝니다. 새 배열을 만드는 np.where를 쓰십시오.",
)
def hides_in_place(ce, pos, ratio=3):
    wanted = ratio * pos.sum(axis=1)
    ce[pos] = -1
    return chosen_rows(ce, pos, wanted) & ~pos


@HARD_NEGATIVE_MINING.mistake(
    "A prior whose ce is 0 is never chosen. As many are chosen as are wanted, whatever their ce: take k places of "
    "the sorted order.",
    "ce가 0인 프라이어는 고르지 않았습니다. ce가 얼마이든 개수를 지켜야 하므로, 정렬한 순서에서 k자리를 고르십시오.",
)
def only_above_zero(ce, pos, ratio=3):
    return chosen_rows(ce, pos, ratio * pos.sum(axis=1)) & ~pos & (ce > 0)


def parts(cls, loc, classes, targets, ratio):
    """The pieces of the loss, each as it should be."""
    z = cls - cls.max(axis=2, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=2, keepdims=True))
    ce = -np.take_along_axis(log_p, classes[..., None], axis=2)[..., 0]
    pos = classes > 0
    return log_p, ce, pos, hard_negative_mining(ce, pos, ratio), smooth(loc - targets)


def smooth(d):
    return np.where(np.abs(d) < 1, d * d / 2, np.abs(d) - 0.5), np.clip(d, -1, 1)


def put_together(cls, classes, log_p, ce, pos, part, near, values, slope, count):
    """Loss and gradients with the masks `part` (classes) and `near` (boxes), divided by count."""
    hot = np.eye(cls.shape[2])[classes]
    loss = (ce[part].sum() + values[near].sum()) / count
    return loss, (np.exp(log_p) - hot) * part[..., None] / count, slope * near[..., None] / count


@MULTIBOX_LOSS.mistake(
    "The sums are divided by the number of images. Divide by the number of positive priors in the batch: otherwise a scene "
    "with four objects weighs four times as much.",
    "이미지의 수로 나누었습니다. 배치의 양성 프라이어 수로 나누십시오. 그러지 않으면 물체가 넷인 장면이 네 배로 무거워집니다.",
)
def divided_by_images(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, len(cls))


@MULTIBOX_LOSS.mistake(
    "The sums are divided by the number of priors that take part, positives and negatives. Only the positives count.",
    "참여하는 프라이어(양성과 음성)의 수로 나누었습니다. 양성의 수로만 나누십시오.",
)
def divided_by_participants(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    part = pos | mined
    return put_together(cls, classes, log_p, ce, pos, part, pos, values, slope, max(part.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "The sums are divided by (1 + ratio) times the number of positives, as many as should take part. M is the number of positives "
    "alone.",
    "양성 수의 (1 + ratio)배, 곧 참여해야 할 프라이어의 수로 나누었습니다. M은 양성의 수입니다.",
)
def divided_by_wanted_participants(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = max((1 + ratio) * pos.sum(), 1)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, count)


@MULTIBOX_LOSS.mistake(
    "The sums are not divided at all: the size of the gradients then depends on how many objects a batch happens to have.",
    "합을 나누지 않았습니다. 배치에 물체가 몇 개 있느냐에 따라 그래디언트의 크기가 달라집니다.",
)
def not_divided(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, 1)


@MULTIBOX_LOSS.mistake(
    "Each image is divided by its own positives. There is one divisor for the whole batch: all its positives.",
    "이미지마다 제 양성 수로 나누었습니다. 나누는 수는 배치 전체의 양성 수 하나입니다.",
)
def divided_image_by_image(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = np.maximum(pos.sum(axis=1), 1)
    share = 1 / count[:, None]
    part = pos | mined
    loss = (ce * part * share).sum() + (values.sum(axis=2) * pos * share).sum()
    hot = np.eye(cls.shape[2])[classes]
    return loss, (np.exp(log_p) - hot) * (part * share)[..., None], slope * (pos * share)[..., None]


@MULTIBOX_LOSS.mistake(
    "The boxes of background priors are in the loss. They have no object, so that their targets mean nothing: use positives "
    "only.",
    "배경 프라이어의 상자까지 손실에 넣었습니다. 맡은 물체가 없으니 정답에 뜻이 없습니다. 양성만 쓰십시오.",
)
def boxes_of_background(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    everywhere = np.full(pos.shape, pos.any())
    return put_together(cls, classes, log_p, ce, pos, pos | mined, everywhere, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "The boxes of the mined negatives are in the loss. The mined priors matter for the classes only.",
    "골라낸 음성의 상자까지 손실에 넣었습니다. 골라낸 음성은 클래스의 손실에만 들어갑니다.",
)
def boxes_of_mined(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    part = pos | mined
    return put_together(cls, classes, log_p, ce, pos, part, part, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "Negatives that were not mined get a gradient. What takes no part in the loss has the gradient 0: mask dcls too.",
    "골라내지 않은 음성에도 그래디언트가 있습니다. 손실에 들어가지 않은 것의 그래디언트는 0입니다. dcls에도 마스크를 쓰십시오.",
)
def ignored_get_gradient(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = max(pos.sum(), 1)
    loss, _, dloc = put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, count)
    return loss, (np.exp(log_p) - np.eye(cls.shape[2])[classes]) / count * pos.any(), dloc


@MULTIBOX_LOSS.mistake(
    "All negatives are in the loss: hard_negative_mining is not used.",
    "음성이 모두 손실에 들어갑니다. hard_negative_mining을 쓰지 않았습니다.",
)
def without_mining(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    everywhere = np.full(pos.shape, pos.any())
    return put_together(cls, classes, log_p, ce, pos, everywhere, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "Only the positives are in the loss of the classes: nobody teaches the network what background looks like. Add the "
    "mined negatives: pos | mined.",
    "클래스의 손실에 양성만 있습니다. 배경이 무엇인지 아무도 가르치지 않는 셈입니다. 골라낸 음성을 더하십시오. pos | mined입니다.",
)
def no_negatives(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "Only the mined negatives are in the loss of the classes; the positives are missing.",
    "클래스의 손실에 골라낸 음성만 있고 양성이 빠졌습니다.",
)
def no_positives(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    return put_together(cls, classes, log_p, ce, pos, mined, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "ratio is not handed on: hard_negative_mining always works with 3.",
    "ratio를 넘겨주지 않아 hard_negative_mining이 언제나 3을 씁니다.",
)
def ratio_not_handed_on(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, 3)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "Without positives 0 is divided by 0, and one such batch fills all weights with nan. Divide by max(positives, 1).",
    "양성이 없으면 0을 0으로 나누게 되고, 그런 배치 하나로 모든 가중치가 nan이 됩니다. max(양성의 수, 1)로 나누십시오.",
)
def nan_without_positives(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    with np.errstate(all="ignore"):
        return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, pos.sum())


@MULTIBOX_LOSS.mistake(
    "The four offsets of a box are averaged. They are added: each of the four counts fully.",
    "상자 하나의 오프셋 네 개를 평균했습니다. 네 개를 모두 더합니다.",
)
def mean_of_four(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = max(pos.sum(), 1)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values / 4, slope / 4, count)


@MULTIBOX_LOSS.mistake(
    "The squared distance is taken instead of smooth L1: it agrees below 1 and punishes far targets too much.",
    "smooth L1이 아니라 제곱을 썼습니다. 1보다 가까우면 같지만, 멀리 있는 정답에는 지나치게 커집니다.",
)
def squares(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, _ = parts(cls, loc, classes, targets, ratio)
    d = loc - targets
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, d * d / 2, d, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "The sign of dloc is turned round: the derivative is taken at targets − loc. It is the slope at loc − targets.",
    "dloc의 부호가 반대입니다. targets − loc에서 기울기를 구했습니다. loc − targets에서의 기울기입니다.",
)
def sign_of_dloc(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = max(pos.sum(), 1)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, -slope, count)


@MULTIBOX_LOSS.mistake(
    "The sign of dcls is turned round: one-hot − softmax. It is softmax − one-hot, negative at the right class: more score there "
    "means less loss.",
    "dcls의 부호가 반대입니다. 원-핫 − 소프트맥스가 아니라 소프트맥스 − 원-핫입니다. 맞는 클래스에서 음수입니다. 그 점수가 커지면 손실이 "
    "줄기 때문입니다.",
)
def sign_of_dcls(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    count = max(pos.sum(), 1)
    loss, dcls, dloc = put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, count)
    return loss, -dcls, dloc


@MULTIBOX_LOSS.mistake(
    "The gradients are not divided by the number of positives, the loss is. What is divided in the loss is divided in its "
    "gradient.",
    "손실은 양성의 수로 나누었는데 그래디언트는 나누지 않았습니다. 손실을 나누었으면 그래디언트도 나눕니다.",
)
def gradients_not_divided(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    loss = put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, max(pos.sum(), 1))[0]
    return loss, *put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, 1)[1:]


@MULTIBOX_LOSS.mistake(
    "The softmax goes over the priors instead of the classes: the classes are the last axis.",
    "소프트맥스를 클래스가 아니라 프라이어 방향으로 구했습니다. 클래스는 마지막 축입니다.",
)
def softmax_over_priors(cls, loc, classes, targets, ratio=3):
    _, _, pos, _, (values, slope) = parts(cls, loc, classes, targets, ratio)
    z = cls - cls.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    ce = -np.take_along_axis(log_p, classes[..., None], axis=2)[..., 0]
    mined = hard_negative_mining(ce, pos, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "exp overflows for scores of 1000, or the log of a probability of 0 is taken. Subtract the largest score of each prior, "
    "and compute the logarithm of the sum, not of the softmax.",
    "점수가 1000이면 exp가 넘치거나 확률 0의 로그를 구하게 됩니다. 프라이어마다 가장 큰 점수를 빼고, 소프트맥스의 로그가 아니라 합의 "
    "로그를 구하십시오.",
    named=False,  # what is mined among nan depends on the student's own hard_negative_mining
)
def log_of_softmax(cls, loc, classes, targets, ratio=3):
    pos = classes > 0
    with np.errstate(all="ignore"):
        p = np.exp(cls) / np.exp(cls).sum(axis=2, keepdims=True)
        ce = -np.log(np.take_along_axis(p, classes[..., None], axis=2)[..., 0])
        mined = hard_negative_mining(np.nan_to_num(ce), pos, ratio)
        d = loc - targets
        count = max(pos.sum(), 1)
        values, slope = smooth(d)
        hot = np.eye(cls.shape[2])[classes]
        loss = (ce[pos | mined].sum() + values[pos].sum()) / count
        return loss, (p - hot) * (pos | mined)[..., None] / count, slope * pos[..., None] / count


@MULTIBOX_LOSS.mistake(
    "One number, the largest score of all, is subtracted everywhere: where all scores of a prior lie far below it, their exp is "
    "0 and so is the sum. Every prior has its own largest score: max(axis=2, keepdims=True).",
    "모든 점수 가운데 가장 큰 수 하나를 뺐습니다. 점수가 모두 그보다 훨씬 작은 프라이어에서는 exp도 합도 0이 됩니다. 프라이어마다 제 점수 "
    "가운데 가장 큰 것을 빼십시오. max(axis=2, keepdims=True)입니다.",
)
def largest_of_all(cls, loc, classes, targets, ratio=3):
    pos = classes > 0
    with np.errstate(all="ignore"):
        e = np.exp(cls - cls.max())
        total = e.sum(axis=2, keepdims=True)
        z = np.take_along_axis(cls - cls.max(), classes[..., None], axis=2)
        ce = (np.log(total) - z)[..., 0]
        p = e / total
    mined = hard_negative_mining(np.nan_to_num(ce), pos, ratio)
    values, slope = smooth(loc - targets)
    part, count = pos | mined, max(pos.sum(), 1)
    hot = np.eye(cls.shape[2])[classes]
    with np.errstate(all="ignore"):
        loss = (ce[part].sum() + values[pos].sum()) / count
        return loss, (p - hot) * part[..., None] / count, slope * pos[..., None] / count


@MULTIBOX_LOSS.mistake(
    "The largest score is subtracted in place (cls -= ...), or the offsets are: the caller's arrays are changed.",
    "가장 큰 점수를 제자리에서 뺐거나(cls -= …) 오프셋을 제자리에서 바꾸어, 호출한 쪽의 배열이 바뀝니다.",
)
def works_in_place(cls, loc, classes, targets, ratio=3):
    cls -= cls.max(axis=2, keepdims=True)
    log_p, ce, pos, mined, (values, slope) = parts(cls, loc, classes, targets, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, max(pos.sum(), 1))


@MULTIBOX_LOSS.mistake(
    "The negatives are mined by 1 − the probability of the background. Where that probability is nearly 0 they all "
    "have 1, however different their ce: mine by ce.",
    "음성을 1 − (배경일 확률)로 골랐습니다. 그 확률이 거의 0이면 ce가 아무리 달라도 모두 1이 되므로, ce로 고르십시오.",
)
def mined_by_probability(cls, loc, classes, targets, ratio=3):
    log_p, ce, pos, _, (values, slope) = parts(cls, loc, classes, targets, ratio)
    mined = hard_negative_mining(1 - np.exp(log_p)[..., 0], pos, ratio)
    return put_together(cls, classes, log_p, ce, pos, pos | mined, pos, values, slope, max(pos.sum(), 1))


def rows_of(boxes, p, c, min_score, max_iou):
    """The rows of one class, as they should be."""
    (likely,) = np.nonzero(p[:, c] >= min_score)
    kept = likely[nms(boxes[likely], p[likely, c], max_iou)]
    return np.column_stack([boxes[kept], p[kept, c], np.full(len(kept), c)])


def sorted_rows(rows):
    rows = np.concatenate(rows)
    return rows[np.argsort(-rows[:, 4], kind="stable")]


def inside(priors, loc):
    return np.clip(decode(priors, loc), 0, 1)


@DETECT.mistake(
    "The background is returned as a detection. Class 0 is left out: range(1, K + 1).",
    "배경도 탐지로 나옵니다. 클래스 0은 빼야 합니다. range(1, K + 1)입니다.",
)
def background_returned(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(p.shape[1])])


@DETECT.mistake(
    "The last class is missing: range(1, p.shape[1] - 1) ends one too early.",
    "마지막 클래스가 빠졌습니다. range(1, p.shape[1] - 1)은 하나 먼저 끝납니다.",
)
def last_class_missing(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    empty = [np.zeros((0, 6))]
    return sorted_rows(empty + [rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1] - 1)])


@DETECT.mistake(
    "The suppression goes across the classes: a triangle removes a circle behind it. Call nms for each class by itself.",
    "클래스를 가리지 않고 억제했습니다. 삼각형이 뒤에 있는 원을 지웁니다. nms를 클래스마다 따로 부르십시오.",
)
def across_classes(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    prior, c = np.nonzero(p[:, 1:] >= min_score)
    kept = nms(boxes[prior], p[prior, c + 1], max_iou)
    return np.column_stack([boxes[prior], p[prior, c + 1], c + 1])[kept]


@DETECT.mistake(
    "Only the most probable class of each prior is looked at. Every object class with a probability of at least min_score is "
    "a detection, also where it is the second of its prior.",
    "프라이어마다 확률이 가장 큰 클래스만 보았습니다. 둘째로 큰 클래스라도 확률이 min_score 이상이면 탐지입니다.",
)
def best_class_only(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    rows = [np.zeros((0, 6))]
    for c in range(1, p.shape[1]):
        best = np.where(p.argmax(axis=1) == c, p[:, c], -1)[:, None]
        rows.append(rows_of(boxes, np.hstack([best] * (c + 1)), c, min_score, max_iou))
    return sorted_rows(rows)


@DETECT.mistake(
    "Each prior gives one row at most, that of its most probable object class. Every object class with a probability of at least "
    "min_score gives a row.",
    "프라이어마다 확률이 가장 큰 물체 클래스 하나만 남겼습니다. 확률이 min_score 이상인 물체 클래스마다 행이 하나씩 나옵니다.",
)
def best_object_class_only(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    best = np.where(p == p[:, 1:].max(axis=1, keepdims=True), p, -1)
    return sorted_rows([rows_of(boxes, best, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "A prior is skipped where the background is more probable than any object. Only min_score decides: an object class with a "
    "probability of 0.3 is a detection at min_score 0.2, even if the background has 0.6.",
    "배경의 확률이 가장 큰 프라이어를 건너뛰었습니다. min_score만으로 정합니다. min_score가 0.2이면 배경이 0.6이라도 확률이 0.3인 물체 클래스는 "
    "탐지입니다.",
)
def skipped_where_background_wins(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    kept = np.where(p.argmax(axis=1)[:, None] == 0, -1, p)
    return sorted_rows([rows_of(boxes, kept, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "min_score is always 0.01: use the argument.",
    "min_score를 언제나 0.01로 두었습니다. 인수를 쓰십시오.",
)
def min_score_fixed(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, 0.01, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "exp overflows where a score is large, and the probability becomes nan. Use softmax, or subtract the largest score of each "
    "prior before exp.",
    "점수가 크면 exp가 넘쳐서 확률이 nan이 됩니다. softmax를 쓰거나, exp 전에 프라이어마다 가장 큰 점수를 빼십시오.",
)
def exp_overflows(cls, loc, priors, min_score=0.01, max_iou=0.45):
    with np.errstate(all="ignore"):
        p = np.exp(cls) / np.exp(cls).sum(axis=1, keepdims=True)
    boxes = inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The boxes are not cut: some corners lie outside the image.",
    "상자를 자르지 않아 모서리가 이미지 밖에 있는 것이 있습니다.",
)
def not_cut(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), decode(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The boxes are cut after the suppression. Cut them first: boxes that differ outside the image only may be the same inside.",
    "억제한 뒤에 잘랐습니다. 먼저 자르십시오. 이미지 밖에서만 다른 상자는 안에서는 같은 상자입니다.",
)
def cut_at_the_end(cls, loc, priors, min_score=0.01, max_iou=0.45):
    rows = not_cut(cls, loc, priors, min_score, max_iou)
    rows[:, :4] = np.clip(rows[:, :4], 0, 1)
    return rows


@DETECT.mistake(
    "The priors are cut at the border before they are decoded. Decode first; what comes out is cut.",
    "복호화하기 전에 프라이어를 잘랐습니다. 먼저 복호화하고, 나온 상자를 자르십시오.",
)
def priors_cut(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), decode(np.clip(priors, 0, 1), loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The scores are used as they come from the network, without softmax: they are no probabilities, and min_score means nothing.",
    "소프트맥스 없이 신경망의 점수를 그대로 썼습니다. 확률이 아니므로 min_score와 비교할 수 없습니다.",
)
def no_softmax(cls, loc, priors, min_score=0.01, max_iou=0.45):
    boxes = inside(priors, loc)
    return sorted_rows([rows_of(boxes, cls, c, min_score, max_iou) for c in range(1, cls.shape[1])])


@DETECT.mistake(
    "The background is left out before the softmax, so that the object classes share all of the probability. Softmax over all "
    "K + 1 scores, then leave class 0 out.",
    "소프트맥스 전에 배경을 빼서 물체 클래스끼리 확률을 나누어 가집니다. K + 1개 점수 모두로 소프트맥스를 구한 뒤에 클래스 0을 빼십시오.",
)
def softmax_without_background(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p = np.hstack([np.zeros((len(cls), 1)), softmax(cls[:, 1:])])
    boxes = inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The boxes are the priors themselves: loc is not decoded.",
    "상자가 프라이어 그대로입니다. loc을 복호화하지 않았습니다.",
)
def priors_returned(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), np.clip(priors, 0, 1)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "min_score is not looked at: also very unlikely boxes come back.",
    "min_score를 보지 않아 확률이 아주 낮은 상자까지 나옵니다.",
)
def min_score_ignored(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, 0, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "Probabilities of exactly min_score are left out: at least means >=.",
    "확률이 min_score와 똑같은 것이 빠졌습니다. 이상이므로 >=입니다.",
)
def more_than_min_score(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    above = np.where(p > min_score, p, -1)
    return sorted_rows([rows_of(boxes, above, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "max_iou is not handed on to nms: it is always 0.45.",
    "max_iou를 nms에 넘기지 않아 언제나 0.45입니다.",
)
def max_iou_ignored(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, 0.45) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "nms is not called: overlapping boxes of one class all come back.",
    "nms를 쓰지 않아 한 클래스의 겹치는 상자가 모두 나옵니다.",
)
def no_nms(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, 1.0) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The indices that nms returns count the boxes that were handed to it, not all boxes: pick twice, boxes[likely][kept].",
    "nms가 반환하는 번호는 nms에 넘긴 상자들 안에서의 번호입니다. 전체 상자의 번호가 아니므로 boxes[likely][kept]처럼 두 번 고르십시오.",
)
def indices_of_the_part(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes, rows = softmax(cls), inside(priors, loc), [np.zeros((0, 6))]
    for c in range(1, p.shape[1]):
        likely = p[:, c] >= min_score
        kept = nms(boxes[likely], p[likely, c], max_iou)
        rows.append(np.column_stack([boxes[kept], p[kept, c], np.full(len(kept), c)]))
    return sorted_rows(rows)


@DETECT.mistake(
    "The rows stand class by class. At the end all of them are sorted by score, highest first.",
    "행이 클래스 순서로 놓였습니다. 마지막에 모든 행을 점수가 높은 순서로 정렬하십시오.",
)
def class_by_class(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return np.concatenate([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "The lowest score comes first. Sort by −score.",
    "점수가 낮은 것부터 놓였습니다. −점수로 정렬하십시오.",
)
def lowest_first(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])[::-1]


@DETECT.mistake(
    "Class and score are exchanged in the rows: x1, y1, x2, y2, score, class.",
    "행에서 클래스와 점수가 바뀌었습니다. x1, y1, x2, y2, 점수, 클래스 순서입니다.",
)
def class_before_score(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    rows = sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])
    return rows[:, [0, 1, 2, 3, 5, 4]]


@DETECT.mistake(
    "The classes are numbered from 0: the first object class is 1, as in the labels.",
    "클래스 번호가 0부터입니다. 레이블에서처럼 첫째 물체 클래스는 1입니다.",
)
def classes_from_zero(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    rows = sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])
    return rows - [0, 0, 0, 0, 0, 1]


@DETECT.mistake(
    "Only the 200 most probable boxes of each class are looked at: all that reach min_score count.",
    "클래스마다 확률이 큰 상자 200개만 보았습니다. 확률이 min_score 이상이면 모두 셉니다.",
)
def only_the_best_200(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes, rows = softmax(cls), inside(priors, loc), []
    for c in range(1, p.shape[1]):
        best = np.argsort(-p[:, c], kind="stable")[:200]
        rows.append(rows_of(boxes[best], p[best], c, min_score, max_iou))
    return sorted_rows(rows)


@DETECT.mistake(
    "Only the 100 best rows are returned: all that nms leaves count.",
    "점수가 높은 행 100개만 반환했습니다. nms가 남긴 것은 모두 반환합니다.",
)
def only_the_first_100(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    return sorted_rows([rows_of(boxes, p, c, min_score, max_iou) for c in range(1, p.shape[1])])[:100]


@DETECT.mistake(
    "Boxes without an area after the cut are dropped. Nothing is said of their size: only min_score and nms decide.",
    "자른 뒤에 넓이가 없는 상자를 버렸습니다. 크기에는 조건이 없습니다. min_score와 nms만으로 정합니다.",
)
def empty_boxes_dropped(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    there = (boxes[:, 2:] > boxes[:, :2]).all(axis=1)
    return sorted_rows([rows_of(boxes[there], p[there], c, min_score, max_iou) for c in range(1, p.shape[1])])


@DETECT.mistake(
    "Boxes narrower or lower than 0.01 are dropped. Nothing is said of their size: only min_score and nms decide.",
    "너비나 높이가 0.01보다 작은 상자를 버렸습니다. 크기에는 조건이 없습니다. min_score와 nms만으로 정합니다.",
)
def small_boxes_dropped(cls, loc, priors, min_score=0.01, max_iou=0.45):
    p, boxes = softmax(cls), inside(priors, loc)
    large = (boxes[:, 2:] - boxes[:, :2] >= 0.01).all(axis=1)
    return sorted_rows([rows_of(boxes[large], p[large], c, min_score, max_iou) for c in range(1, p.shape[1])])
