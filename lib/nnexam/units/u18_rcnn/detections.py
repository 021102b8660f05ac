"""u18_rcnn: what the check of rcnn_detect asks."""

import numpy as np
from nnref import rcnn as ref
from nnref.boxes import iou_matrix

from nnexam.judges import AnyOrder
from nnexam.model import Aspect, Case, Exercise, Text, call


def rcnn_detect_cases(rng):
    apart = np.array([[0.0, 0, 4, 6], [10, 1, 17, 5], [20, 3, 23, 13], [-3, 20, 5, 27], [12, 15, 20, 22]])
    while True:
        scores = rng.permuted(np.tile([0.2, 2.5, -1.0, 1.4], (5, 1)), axis=1) + rng.uniform(-0.1, 0.1, (5, 4))
        if (scores[1:4, 1:3].max(axis=1) > scores[1:4, 0] + 1).any():  # of two classes alone, too, something is found
            break
    scores[0] = -np.sort(-scores[0])  # one proposal whose most likely class is the background
    background = np.array([[6.0, 0.3, 0.9, -0.5], [5.5, 1.0, -1.2, 0.4]])
    beside = np.array([[0.0, 0, 10, 8], [1, 0, 11, 8], [14, 2, 20, 12], [0.5, 0.5, 10, 8]])
    # One class: in raw scores proposal 0 leads, in probabilities proposal 1.
    raw = np.array([[5.0, 6.0, 0.0], [0.0, 3.0, -1.0], [1.0, 2.0, 0.5], [9.0, 1.0, 0.0]])
    # Two classes in one place, and the best box of class 2 stands behind boxes that class 2 does not have.
    classes = np.array([[0.0, 4.0, -3.0], [-1.0, -3.0, 4.2], [4.0, -2.0, 2.0], [0.0, 3.0, 0.4]])
    # In class 1 proposal 1 leads; proposal 0 is more sure, but of class 2.
    other = np.array([[0.0, 1.5, 3.0], [1.2, 1.8, -1.0], [0.4, 0.1, 2.0], [2.0, 1.0, 0.0]])
    while True:
        offsets = rng.permuted(np.tile([-0.4, 0.3, 0.2, -0.25], (5, 1)), axis=1).round(2)
        moved = ref.bbox_decode(apart, offsets)
        if np.triu(iou_matrix(moved, moved), 1).max() < 0.03:  # still apart, for any limit
            break
    # Four pairs, each far from the others, that overlap with an IoU of 0.2, 0.4, 0.6 and 0.8
    whole, part = np.array([0.0, 0, 10, 10]), np.array([0.0, 0, 10, 2])
    pairs = np.concatenate([[whole, part * [1, 1, 1, k + 1]] + np.tile([k % 2, k // 2], 2) * 16 for k in range(4)])
    certain = np.stack([np.zeros(8), rng.permutation(np.arange(8) / 4 + 1)], axis=1)
    wild = offsets + np.array([[0, 0, 6, 0], [0, 0, 0, 5], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])
    # After decoding, 0 and 1 no longer overlap; 2 moves onto 0, less likely than it.
    moves = np.array([[-0.5, 0, 0, 0], [0.6, 0, 0, 0], [-3.2, -0.3, 0.3, 0], [0, 2.0, 0, 0]])
    sure = np.array([[0.0, 3.0], [0.0, 2.5], [0.0, 2.0], [0.0, 1.0]])
    still = np.zeros((5, 4))
    rows = Text(
        "Here all offsets are 0 and no boxes overlap: a row for each class from 1 to K and each proposal whose "
        "probability is at least min_score. Box and score of a row belong to the same proposal, and the score is the "
        "softmax of its row of scores.",
        "여기서는 오프셋이 모두 0이고 겹치는 상자가 없습니다. 클래스 1부터 K까지, 확률이 min_score 이상인 상자마다 "
        "한 행입니다. 한 행의 상자와 점수는 같은 후보 상자의 것이고, 점수는 scores의 그 행에 소프트맥스를 한 값입니다.",
    )
    exact = Text(
        "Here the probability is exactly min_score: at least min_score means that such a box stays.",
        "여기서는 확률이 꼭 min_score와 같습니다. '이상'이므로 그런 상자는 남습니다.",
    )
    every = Text(
        "Here are 210 boxes; none overlaps another, and all reach min_score: all of them count, not only the best.",
        "여기서는 서로 겹치지 않는 상자가 210개이고 확률이 모두 min_score 이상입니다. 좋은 것만 고르지 말고 모두 "
        "세십시오.",
    )
    odd = Text(
        "Here one box lies wholly outside the image, with negative coordinates, and one is narrower than a pixel. No "
        "boxes overlap, and each of them counts.",
        "여기서는 상자 하나가 통째로 이미지 밖에 있어 좌표가 음수이고, 다른 하나는 한 픽셀보다 좁습니다. 겹치는 "
        "상자가 없으므로 모두 셉니다.",
    )
    first = Text(
        "Softmax first, over the classes of each proposal; then nms by the probabilities. By raw scores another box "
        "would win here.",
        "먼저 후보 상자마다 클래스에 대해 소프트맥스를 하고, 그 확률로 nms를 합니다. 여기서는 원래 점수로 하면 다른 "
        "상자가 이깁니다.",
    )
    own = Text(
        "Each class runs nms on its own boxes only. nms returns places in the arrays that it got: which box is that?",
        "nms는 클래스마다 제 상자끼리만 합니다. nms는 받은 배열에서의 자리를 반환합니다. 그 자리의 상자는 무엇입니까?",
    )
    pair = Text(
        "Here four pairs of boxes overlap with an IoU of 0.2, 0.4, 0.6 and 0.8. Of a pair nms leaves both where the "
        "IoU is at most max_iou.",
        "여기서는 상자가 두 개씩 IoU 0.2, 0.4, 0.6, 0.8로 겹칩니다. IoU가 max_iou 이하인 쌍은 nms가 둘 다 남깁니다.",
    )
    too_large = Text(
        "Here two offsets are wild, tw = 6 and th = 5 and a little: bbox_decode limits them. Use it for the boxes.",
        "여기서는 tw = 6, th = 5쯤인 터무니없는 오프셋이 있습니다. bbox_decode가 이것을 제한합니다. "
        "상자를 bbox_decode로 고치십시오.",
    )
    decoded = Text(
        "The boxes in the result are the decoded ones: bbox_decode(props, offsets).",
        "결과의 상자는 bbox_decode(props, offsets)로 고친 상자입니다.",
    )
    overlap = Text(
        "Here boxes that overlapped have moved apart, and others onto each other: nms must see the decoded boxes.",
        "여기서는 겹치던 상자가 떨어지고 다른 상자가 겹치게 됩니다. nms에 고친 상자를 주어야 합니다.",
    )
    sorted_ = Text(
        "The rows stand by score, the highest first, whatever their class.",
        "행은 클래스에 상관없이 점수가 높은 것부터 놓습니다.",
    )
    none = Text(
        "Here nothing is found: the result is an array of the shape (0, 6).",
        "여기서는 찾은 것이 없습니다. 결과는 shape이 (0, 6)인 배열입니다.",
    )

    def asked(aspect, hint, props, scores, offsets, **thresholds):
        return Case(aspect, call("rcnn_detect", props, scores, offsets, **thresholds), hint)

    half = np.array([[0.7, 0.7], [0.0, 1.5], [2.0, 0.5]])
    strange = np.array([[20.0, 20, 30, 30], [-10, -10, -1, -1], [2, 4, 2.4, 12]])
    of_two = np.array([[0.0, 4.0, -4.0], [0.0, -4.0, 4.2], [0.0, 3.0, -4.0]])
    y, x = np.mgrid[:14, :15].reshape(2, -1) * 4.0
    many = np.stack([x, y, x + 3, y + 2], axis=1)
    reaching = np.stack([np.zeros(210), rng.permutation(np.linspace(0.2, 4, 210))], axis=1)
    equal = np.array([[0.0, 2.0, 1.0], [0.0, 2.0, 1.0], [0.0, 1.0, 2.0]])
    return [
        asked("rows", rows, apart, scores, still),
        asked("rows", rows, apart[:4], scores[:4, :3], still[:4], min_score=0.3),
        asked("rows", rows, apart[:2], background, still[:2], min_score=0.01),
        asked("rows", rows, apart[:3], equal, still[:3]),
        asked("rows", odd, strange, of_two, still[:3]),
        asked("rows", every, many, reaching, np.zeros((210, 4))),
        asked("rows", exact, apart[:3], half, still[:3], min_score=0.5),
        asked("suppress", first, beside, raw, still[:4]),
        asked("suppress", first, beside, raw, still[:4], max_iou=0.9),
        asked("suppress", own, beside, other, still[:4]),
        asked("suppress", own, beside, classes, still[:4]),
        asked("suppress", own, beside, classes, still[:4], min_score=0.2, max_iou=0.5),
        asked("suppress", pair, pairs, certain, np.zeros((8, 4))),
        asked("suppress", pair, pairs, certain, np.zeros((8, 4)), max_iou=0.5),
        asked("decode", decoded, apart, scores, offsets, max_iou=0.99),
        asked("decode", overlap, beside, sure, moves),
        asked("decode", too_large, apart, scores, wild, max_iou=0.99),
        asked("order", sorted_, apart, scores, still),
        asked("order", sorted_, beside, classes, still[:4]),
        asked("order", sorted_, apart[:4], raw, still[:4]),
        asked("none", none, apart[:2], background, still[:2], min_score=0.2),
        asked("none", none, apart[:0], scores[:0], still[:0]),
    ]


RCNN_DETECT = Exercise(
    "rcnn_detect",
    ("rcnn_detect",),
    (
        Aspect("rows", 1.5, Text("probabilities and rows", "확률과 행"), effects=True, judge=AnyOrder()),
        Aspect("suppress", 1.5, Text("suppression within a class", "클래스 안에서 억제"), judge=AnyOrder()),
        Aspect("decode", 1, Text("decoded boxes", "고친 상자"), effects=True, judge=AnyOrder()),
        Aspect("order", 0.5, Text("highest score first", "점수가 높은 것부터")),
        Aspect("none", 0.5, Text("nothing found", "찾은 것이 없을 때")),
    ),
    rcnn_detect_cases,
    {"rcnn_detect": ref.rcnn_detect},
    needs=("bbox_offsets",),
)
