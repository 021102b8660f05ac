"""u18_rcnn: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import rcnn as ref

from nnexam.model import Aspect, Case, Exercise, Text, script

from .crops import CROP_AND_WARP
from .detections import RCNN_DETECT

LABELLED = ("classes", "objects")


def assign_labels_cases(rng):
    gts, labels = np.array([[0.0, 0, 8, 6], [10, 2, 16, 12], [20, 20, 30, 28]]), np.array([2, 3, 1])
    # IoU with one object each: 0.75, 1, 0.8 and 0.875; none; less than 0.1
    near = np.array([[0.0, 0, 6, 6], [10, 2, 16, 12], [20, 20, 30, 26.4], [1, 0, 8, 6]])
    far = np.array([[40.0, 40, 50, 45], [6.5, 4, 11, 10], [17, 0, 19, 30]])
    props = rng.permutation(np.concatenate([near, far]))
    # IoU with the one object: 0.5, 0.25, 0.4 and 0.45, 0.2 and 0.55
    edges = np.array([[0.0, 0, 8, 5], [0, 0, 8, 2.5], [0, 0, 8, 4], [0, 0, 8, 4.5], [0, 0, 8, 2], [0, 0, 8, 5.5]])
    one = np.array([[0.0, 0, 8, 10]])
    order = rng.permutation(len(edges))
    # Objects close together: the second fits better than the first, though both reach hi, and the other way round.
    crowd, names = np.array([[0.0, 0, 10, 10], [0, 0, 10, 8], [2, 0, 10, 8]]), np.array([1, 3, 2])
    crowded = np.array([[0.0, 0, 10, 8.5], [2, 0, 10, 8.2], [0, 0, 10, 9.9], [1, 0, 10, 9.6]])
    twins, same = np.array([[20.0, 0, 24, 4], [0, 0, 4, 8], [4, 0, 8, 8]]), np.array([1, 2, 2])
    between_twins = np.array([[2.0, 0, 6, 8], [20, 0, 24, 4]])
    zero = Text(
        "Here lo is 0. Less than 0 is no IoU, not even that of boxes that do not meet: where hi is not reached all is -1.",
        "여기서는 lo가 0입니다. 겹치지 않는 상자의 IoU도 0보다 작지는 않습니다. hi에 이르지 못하면 모두 -1입니다.",
    )
    clear = Text(
        "Take for each proposal its object of largest IoU: its label where that is at least hi, 0 where less than lo.",
        "후보 상자마다 IoU가 가장 큰 물체를 찾으십시오. IoU가 hi 이상이면 그 물체의 레이블, lo보다 작으면 0입니다.",
    )
    close = Text(
        "Here a proposal reaches hi with several objects: the one of largest IoU counts, not the first or the last.",
        "여기서는 후보 상자 하나가 여러 물체와 hi 이상 겹칩니다. 첫째나 마지막이 아니라 IoU가 가장 큰 물체가 정답입니다.",
    )
    middle = Text(
        "The largest IoUs are 0.2, 0.25, 0.4, 0.45, 0.5 and 0.55, with lo = 0.25 and hi = 0.5: exactly lo is -1, exactly hi "
        "gets the label.",
        "가장 큰 IoU가 0.2, 0.25, 0.4, 0.45, 0.5, 0.55이고 lo = 0.25, hi = 0.5입니다. 꼭 lo이면 -1, 꼭 hi이면 레이블입니다.",
    )
    rows = Text(
        "objects holds the row of gts whose label the proposal got, and -1 for the background and for what is not used.",
        "objects에는 후보 상자가 레이블을 받은 물체가 gts의 몇 번째 행인지 적습니다. 배경과 쓰지 않는 후보 상자는 -1입니다.",
    )
    tie = Text(
        "Here a proposal overlaps two objects equally: the first of them counts.",
        "여기서는 후보 상자 하나가 두 물체와 똑같이 겹칩니다. 둘 중 앞의 것을 고르십시오.",
    )
    empty = Text(
        "Here gts has the shape (0, 4), and labels (0,): no object, so every proposal is background, 0, with object -1.",
        "여기서는 gts의 shape이 (0, 4), labels의 shape이 (0,)입니다. 물체가 없으므로 모두 배경 0이고 objects는 -1입니다.",
    )
    empty_at_zero = Text(
        "Here gts has the shape (0, 4), and lo is 0: without objects all is background, 0, with object -1, whatever lo is.",
        "여기서는 gts의 shape이 (0, 4)이고 lo가 0입니다. 물체가 없으면 lo가 얼마이든 모두 배경 0이고 objects는 -1입니다.",
    )

    def asked(aspects, hint, props, gts, labels, hi, lo):
        lines = "classes, objects = assign_labels(props, gts, labels, hi, lo)"
        return Case(aspects, script(lines, LABELLED, props=props, gts=gts, labels=labels, hi=hi, lo=lo), hint)

    nothing, no_label = np.zeros((0, 4)), np.zeros(0, dtype=np.int64)
    return [
        asked("classes", clear, props, gts, labels, 0.5, 0.3),
        asked("classes", clear, np.concatenate([props[::2], far]), gts, labels[::-1].copy(), 0.6, 0.1),
        asked("classes", close, crowded, crowd, names, 0.5, 0.3),
        asked("classes", close, crowded[:2], crowd[::-1].copy(), names, 0.7, 0.4),
        asked("between", middle, edges[order], one, np.array([2]), 0.5, 0.25),
        asked("between", middle, edges[[4, 2, 0, 1, 3]], np.concatenate([far[:1], one]), np.array([3, 1]), 0.5, 0.25),
        asked("between", zero, props, gts, labels, 0.5, 0.0),
        asked(("objects", "whole"), rows, props, gts, labels, 0.5, 0.3),
        asked("objects", rows, edges[order], one, np.array([2]), 0.5, 0.25),
        asked("objects", rows, crowded, crowd, names, 0.5, 0.3),
        asked("objects", tie, between_twins, twins, same, 0.3, 0.2),
        asked(("none", "no_rows"), empty, far, nothing, no_label, 0.5, 0.3),
        asked(("none", "no_rows"), empty_at_zero, far, nothing, no_label, 0.5, 0.0),
    ]


ASSIGN_LABELS = Exercise(
    "assign_labels",
    ("assign_labels",),
    (
        Aspect("classes", 1.25, Text("objects and background", "물체와 배경"), effects=True, part="classes"),
        Aspect("between", 0.75, Text("between lo and hi", "lo와 hi 사이"), part="classes"),
        Aspect("objects", 1, Text("which object", "어느 물체인가"), part="objects"),
        Aspect("none", 0.25, Text("an image without objects: classes", "물체 없는 이미지: classes"), part="classes"),
        Aspect("no_rows", 0.25, Text("an image without objects: objects", "물체 없는 이미지: objects"), part="objects"),
        Aspect("whole", 0.5, Text("whole numbers", "정수"), dtype=True, alone=True),
    ),
    assign_labels_cases,
    {"assign_labels": ref.assign_labels},
)


def draw_boxes(rng, n):
    """Draw n boxes, none of them square."""
    corner, size = rng.uniform(20, 40, (n, 2)), rng.uniform(2, 5, (n, 2)) * [1, 2.5]
    return np.concatenate([corner, corner + size], axis=1).round(2)


def bbox_offsets_cases(rng):
    props, gts = draw_boxes(rng, 5), draw_boxes(rng, 5)
    moved = props + np.tile(rng.uniform(1, 3, (5, 2)).round(1) * [1, -1], 2)
    centre, size = (props[:, :2] + props[:, 2:]) / 2, props[:, 2:] - props[:, :2]
    grown = np.concatenate([centre - size * [1, 0.25], centre + size * [1, 0.25]], axis=1)  # 2 as wide, 1/2 as high
    counted = np.array([[10, 10, 20, 30], [3, 5, 10, 8]]), np.array([[12, 10, 24, 30], [2, 5, 6, 13]])
    times = size / 2 * np.resize([3, 1 / 100, 100, 1 / 3, 1 / 3, 100, 1 / 100, 3], (5, 2))
    offsets = rng.permuted(rng.uniform(0.2, 0.8, (5, 4)) * np.resize([-1, 1], (5, 4)), axis=0).round(2)
    shift, stretch = offsets * [1, 1, 0, 0], offsets * [0, 0, 1, 1]
    near = ref.bbox_decode(props, offsets)
    wild = np.array([[0.5, -0.2, 50.0, 4.2], [6.0, 7.5, -0.3, 900.0], [0.1, 0.3, -8.0, -6.0]])
    same = Text(
        "Here each proposal is its object: nothing is to be corrected, so all four offsets are 0.",
        "여기서는 후보 상자가 물체의 상자와 똑같습니다. 고칠 것이 없으므로 오프셋 네 개가 모두 0입니다.",
    )
    moving = Text(
        "Here the object has the proposal's size: tw = th = 0, and tx, ty are the way between the centres, divided by the "
        "proposal's width and height.",
        "여기서는 물체와 후보 상자의 크기가 같습니다. tw = th = 0이고, tx와 ty는 중심 사이의 거리를 후보 상자의 너비와 높이로 나눈 "
        "값입니다.",
    )
    growing = Text(
        "Here the centres agree, and the object is twice as wide and half as high: tx = ty = 0, tw = log 2, th = -log 2.",
        "여기서는 중심이 같고 물체가 너비는 두 배, 높이는 절반입니다. tx = ty = 0, tw = log 2, th = -log 2입니다.",
    )
    far_larger = Text(
        "Here objects are 3 or 100 times as large as their proposals, or as many times smaller. bbox_encode has no limit; only "
        "bbox_decode has one.",
        "여기서는 물체가 후보 상자보다 3배나 100배 크거나 작습니다. bbox_encode에는 제한이 없습니다. 제한은 bbox_decode에만 있습니다.",
    )
    integers = Text(
        "Here the boxes hold whole numbers, as in the example. The result does not: np.zeros_like(props) or "
        "props.copy() would cut off what stands behind the point.",
        "여기서는 예시처럼 상자의 좌표가 정수입니다. 결과는 정수가 아닙니다. np.zeros_like(props)나 props.copy()에 담으면 소수점 아래가 "
        "없어집니다.",
    )
    both = Text(
        "Work out one row by hand: ((gx - px) / pw, (gy - py) / ph, log(gw / pw), log(gh / ph)), with centres x, y.",
        "한 행을 손으로 계산해 보십시오. 중심 x, y로 ((gx - px) / pw, (gy - py) / ph, log(gw / pw), log(gh / ph))입니다.",
    )
    still = Text(
        "Here all offsets are 0: the boxes are the proposals, as corners x1, y1, x2, y2.",
        "여기서는 오프셋이 모두 0입니다. 결과는 후보 상자 그대로이고 x1, y1, x2, y2 꼴입니다.",
    )
    shifting = Text(
        "Here tw = th = 0: the centre moves by pw tx and ph ty, the size stays.",
        "여기서는 tw = th = 0입니다. 중심만 pw tx, ph ty만큼 움직이고 크기는 그대로입니다.",
    )
    stretching = Text(
        "Here tx = ty = 0: the centre stays, the width is pw exp(tw) and the height ph exp(th).",
        "여기서는 tx = ty = 0입니다. 중심은 그대로이고 너비는 pw exp(tw), 높이는 ph exp(th)입니다.",
    )
    too_large = Text(
        "Here are wild offsets: tw or th above log(1000 / 16) count as log(1000 / 16). tx, ty and small tw stay as they are.",
        "여기서는 오프셋이 터무니없습니다. log(1000 / 16)보다 큰 tw와 th는 log(1000 / 16)으로 봅니다. tx, ty와 작은 tw는 "
        "그대로입니다.",
    )
    back = Text(
        "decode undoes encode: with the offsets of an object, a proposal becomes the box of the object.",
        "decode는 encode를 되돌립니다. 물체의 오프셋을 주면 후보 상자가 그 물체의 상자가 되어야 합니다.",
    )
    scale = Text(
        "Here all coordinates of props and gts are 8 times as large and moved by 3: the offsets must not change at all.",
        "여기서는 props와 gts의 좌표를 모두 8배로 키우고 3만큼 옮겼습니다. 오프셋은 조금도 달라지지 않아야 합니다.",
    )
    empty = Text(
        "Here there is no box at all: props has the shape (0, 4), and so has every result.",
        "여기서는 상자가 하나도 없습니다. props의 shape이 (0, 4)이고 결과의 shape도 모두 (0, 4)입니다.",
    )

    def encode(hint, props, gts, aspect="encode"):
        return Case(aspect, script("offsets = bbox_encode(props, gts)", "offsets", props=props, gts=gts), hint)

    def decode(hint, offsets, aspect="decode", props=props):
        given = {"props": props[: len(offsets)], "offsets": offsets}
        return Case(aspect, script("boxes = bbox_decode(props, offsets)", "boxes", **given), hint)

    there = "boxes = bbox_decode(props, np.asarray(bbox_encode(props, gts)))"
    twice = """
        offsets, scaled = bbox_encode(props, gts), bbox_encode(8 * props + 3, 8 * gts + 3)
        difference = np.asarray(scaled) - np.asarray(offsets)
    """
    nothing = np.zeros((0, 4))
    return [
        encode(same, props, props.copy()),
        encode(moving, props, moved),
        encode(growing, props, grown),
        encode(both, props, gts),
        encode(both, props[:1], gts[:1]),
        encode(integers, *counted),
        encode(far_larger, props[:4], np.concatenate([centre - times, centre + times], axis=1)[:4]),
        decode(still, np.zeros((4, 4))),
        decode(shifting, shift, props=props - 60),  # beyond the image
        decode(stretching, stretch),
        decode(both, offsets[:3]),
        decode(integers, offsets[:2], props=counted[0]),
        decode(too_large, wild, "wild"),
        Case("together", script(there, "boxes", props=props, gts=near), back),
        Case("together", script(twice, "difference", props=props, gts=near), scale),
        Case("empty", script(there, "boxes", props=nothing, gts=nothing), empty),
        encode(empty, nothing, nothing, "empty"),
    ]


BBOX_OFFSETS = Exercise(
    "bbox_offsets",
    ("bbox_encode", "bbox_decode"),
    (
        Aspect("encode", 2, Text("bbox_encode", "bbox_encode"), effects=True),
        Aspect("decode", 1.5, Text("bbox_decode", "bbox_decode"), effects=True),
        Aspect("wild", 0.5, Text("wild offsets", "터무니없는 오프셋"), effects=True),
        Aspect("together", 0.5, Text("there and back; another scale", "갔다가 돌아오기, 다른 크기")),
        Aspect("empty", 0.5, Text("no boxes", "상자가 없을 때")),
    ),
    bbox_offsets_cases,
    {"bbox_encode": ref.bbox_encode, "bbox_decode": ref.bbox_decode},
)

BOTH = ("value", "slope")


def smooth_l1_cases(rng):
    signs = np.resize([-1, 1], 12)
    small = rng.permutation(rng.uniform(0.1, 0.9, 12) * signs).reshape(3, 4)
    large = rng.permutation(rng.uniform(1.2, 5, 12) * signs).reshape(4, 3)
    mixed = rng.permutation(np.concatenate([small.ravel(), large.ravel()])).reshape(6, 4)
    inside = Text(
        "Here all |d| < 1: the value is d² / 2 and the slope is d.",
        "여기서는 |d| < 1입니다. 값은 d² / 2, 기울기는 d입니다.",
    )
    outside = Text(
        "Here all |d| > 1: the value is |d| - 1/2, and the slope is 1 or -1, the sign of d.",
        "여기서는 |d| > 1입니다. 값은 |d| - 1/2이고 기울기는 d의 부호인 1 또는 -1입니다.",
    )
    both = Text(
        "Here small and large numbers of both signs stand side by side: each is treated by itself, and no sum is made.",
        "여기서는 작은 수와 큰 수, 양수와 음수가 섞여 있습니다. 수마다 따로 계산하고 더하지 않습니다.",
    )
    border = Text(
        "At |d| = 1 both formulas agree: the value is 1/2, the slope 1 or -1. At 0 both are 0. Is there a jump in yours?",
        "|d| = 1에서는 두 식이 같아서 값은 1/2, 기울기는 1 또는 -1입니다. 0에서는 둘 다 0입니다. 값이 뛰는 곳이 있습니까?",
    )
    empty = Text(
        "Here d holds no number, its shape is (4, 0): so do both results.",
        "여기서는 d의 shape이 (4, 0)이고 수가 하나도 없습니다. 결과도 둘 다 그렇습니다.",
    )
    axes = Text(
        "Here d has three axes, its shape is (2, 3, 4): np.where, np.abs and np.clip take any number of axes.",
        "여기서는 d의 shape이 (2, 3, 4)로 축이 세 개입니다. np.where, np.abs, np.clip은 축이 몇 개이든 계산합니다.",
    )
    lines = "value, slope = smooth_l1(d)"

    def asked(hint, d, aspects=BOTH):
        return Case(aspects, script(lines, BOTH, d=d), hint)

    return [
        asked(inside, small),
        asked(outside, large),
        asked(both, mixed),
        asked(both, rng.uniform(-2, 2, 7)),
        asked(axes, mixed.reshape(2, 3, 4)),
        asked(border, np.array([-1.0, 0, 1, 1000, -1000, 0.5])),
        asked(empty, np.zeros((4, 0)), "empty"),
    ]


SMOOTH_L1 = Exercise(
    "smooth_l1",
    ("smooth_l1",),
    (
        Aspect("value", 1.25, Text("value", "값"), effects=True, part="value"),
        Aspect("slope", 1.25, Text("slope", "기울기"), effects=True, part="slope"),
        Aspect("empty", 0.5, Text("no number at all", "수가 하나도 없을 때")),
    ),
    smooth_l1_cases,
    {"smooth_l1": ref.smooth_l1},
)

EXERCISES = (CROP_AND_WARP, ASSIGN_LABELS, BBOX_OFFSETS, SMOOTH_L1, RCNN_DETECT)
