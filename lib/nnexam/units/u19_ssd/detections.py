"""u19_ssd: what the check of detect asks."""

import numpy as np
from nnref import ssd as ref
from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, nms

from nnexam.judges import AnyOrder
from nnexam.model import Aspect, Case, Exercise, Text, call

from .draws import corners


def scattered(rng, P):
    """Draw priors far apart, in different cells of a grid, well inside the image: nothing is suppressed or cut."""
    cell = rng.permutation(16)[:P]
    centres = np.stack([cell % 4, cell // 4], axis=1) / 4 + 0.125
    return cxcywh_to_xyxy(np.concatenate([centres, rng.uniform(0.08, 0.14, (P, 2))], axis=1)).round(3)


def mixed_scores(rng, P, K, min_score):
    """Draw scores: each class reaches min_score somewhere, some prior reaches it twice, and nobody by a hair."""
    while True:
        cls = rng.normal(0, 1.2, (P, K + 1)).round(2)
        p = softmax(cls)
        found = p >= min_score
        if np.abs(p - min_score).min() > 0.004 and found.any(axis=0).all() and (found[:, 1:].sum(axis=1) > 1).any():
            return cls


def crowded_boxes(rng, P, K, min_score, max_iou):
    """Draw detections that depend on each step: suppression, by class, with this limit and not by a hair.

    Some of them come from a prior that is surer of the background.
    """
    while True:
        cls, priors = mixed_scores(rng, P, K, min_score), (0.2 + 0.6 * corners(rng, P)).round(3)
        loc = rng.normal(0, 0.4, (P, 4)).round(2)
        boxes = ref.decode(priors, loc)
        rest = loc, priors, min_score
        counts = [len(ref.detect(cls, *rest, limit)) for limit in (max_iou, 0.45, 1)]
        likely, c = np.nonzero(softmax(cls)[:, 1:] >= min_score)
        together = nms(boxes[likely], softmax(cls)[likely, c + 1], max_iou)
        unsure = np.where(cls.argmax(axis=1)[:, None] == 0, [9.0] + K * [-9.0], cls)
        clear = np.abs(iou_matrix(boxes, boxes) - max_iou).min() > 0.004 and boxes.min() > 0 and boxes.max() < 1
        if clear and len({*counts, len(together)}) == 4 and len(ref.detect(unsure, *rest, max_iou)) != counts[0]:
            return cls, loc, priors, min_score, max_iou


def detect_cases(rng):
    def case(aspects, hint, cls, loc, priors, *limits):
        return Case(aspects, call("detect", cls, loc, priors, *limits), hint)

    def apart_boxes(P, K, *min_score):
        """A case's arguments where nothing overlaps."""
        cls = mixed_scores(rng, P, K, *min_score or (0.01,))
        return cls, rng.normal(0, 0.3, (P, 4)).round(2), scattered(rng, P), *min_score

    def objects_win():
        """The same, where every prior with a detection is surer of some object than of the background.

        No two detections have the same score: their order would be open.
        """
        while True:
            cls, *rest = apart_boxes(8, 3, 0.2)
            p = softmax(cls)
            found = np.sort(p[:, 1:][p[:, 1:] >= 0.2])
            if (p[p.argmax(axis=1) == 0, 1:] < 0.2).all() and np.diff(found).min() > 1e-4:
                return cls, *rest

    def sure(*classes, K=3, sides=(0.0, 0.7, 1.3, 0.4)):
        """Scores of priors that are rather sure of these classes, each a little less than the one before."""
        rows = [[sides[c] for c in range(K + 1)] for _ in classes]
        for place, (row, c) in enumerate(zip(rows, classes, strict=True)):
            row[c] = 5.0 - place / 4
        return np.array(rows)

    apart = Text(
        "No two boxes overlap here: every object class with a probability of at least min_score gives one row x1, y1, "
        "x2, y2, score, class, in units of the image.",
        "여기서는 겹치는 상자가 없습니다. 물체 클래스의 확률이 min_score 이상일 때마다 행 x1, y1, x2, y2, 점수, "
        "클래스가 하나씩 나옵니다. 단위는 이미지입니다.",
    )
    every = Text(
        "Here are 210 boxes; none overlaps another, and all reach min_score: each gives a row, not only the best ones.",
        "여기서는 서로 겹치지 않는 상자가 210개이고 확률이 모두 min_score 이상입니다. 좋은 것만이 아니라 "
        "상자마다 행이 하나씩 나옵니다.",
    )
    thin = Text(
        "Of one box only a thin strip is left after the cut, of another one nothing but an edge. Both are detections.",
        "자르고 나면 상자 하나는 좁은 띠만, 다른 하나는 변만 남습니다. 둘 다 탐지입니다.",
    )
    exactly = Text(
        "The first prior gives its class the probability 0.5, exactly min_score: it is a detection.",
        "첫째 프라이어가 준 확률이 0.5로 min_score와 똑같습니다. 이것도 탐지입니다.",
    )
    background = Text(
        "All priors are sure of the background, class 0. It is no detection.",
        "모든 프라이어가 배경(클래스 0)이라고 확신합니다. 배경은 탐지가 아닙니다.",
    )
    overlapping = Text(
        "Four boxes lie on the same place. Two are of the same class: of these the one of lower score goes.",
        "상자 네 개가 같은 자리에 있습니다. 클래스가 같은 둘 가운데 점수가 낮은 것만 없어집니다.",
    )
    crowded = Text(
        "Many overlapping boxes of several classes: suppress within each class, with max_iou.",
        "여러 클래스의 상자가 많이 겹쳐 있습니다. 클래스마다 따로 max_iou로 억제하십시오.",
    )
    cut = Text(
        "These boxes reach beyond the image: their corners are cut to 0 … 1.",
        "이 상자들은 이미지를 벗어납니다. 모서리를 0 … 1로 자르십시오.",
    )
    before = Text(
        "Cut first, then suppress: inside the image these two boxes are the same, outside they are not.",
        "먼저 자르고 나서 억제하십시오. 두 상자는 이미지 안에서는 같고, 밖에서는 다릅니다.",
    )
    sorted_ = Text(
        "The rows stand by score, highest first, whatever their class.",
        "행은 클래스와 상관없이 점수가 높은 것부터 놓입니다.",
    )
    empty = Text(
        "Nothing reaches min_score: the result is an empty array of the shape (0, 6).",
        "min_score 이상인 것이 없습니다. 결과는 shape이 (0, 6)인 빈 배열입니다.",
    )
    place = np.array([[0.3, 0.2, 0.7, 0.8]] * 4) + np.array([[0], [0.01], [0.02], [0.03]])
    beyond = np.array([[-0.3, 0.1, 0.4, 0.5], [0.6, 0.7, 0.9, 1.2], [0.5, -0.2, 1.3, 0.3]])
    strips = np.array([[0.995, 0.25, 1.25, 0.75], [1.0, 0.25, 1.5, 0.75], [0.5, -0.25, 0.75, 0.125]])
    i, j = np.mgrid[:14, :15].reshape(2, -1)
    many = np.stack([j / 15, i / 14, (j + 0.8) / 15, (i + 0.7) / 14], axis=1)
    reaching = np.stack([np.zeros(210), rng.permutation(np.linspace(0.2, 4, 210))], axis=1)
    half = np.array([[0.0, 0.2, 0.5, 0.6], [-0.9, 0.2, 0.5, 0.6]])
    return [
        case("rows", apart, *apart_boxes(5, 2)),
        case("rows", apart, *apart_boxes(9, 5, 0.2)),
        case("rows", apart, sure(2, 0, 3), np.zeros((3, 4)), scattered(rng, 3), 0.5),
        case("rows", apart, np.array([[0.0, 1000.0], [1000.0, 0.0]]), np.ones((2, 4)), scattered(rng, 2), 0.5),
        case("rows", exactly, np.array([[0.0, 0.0], [2.0, 0.0], [0.0, 1.0]]), np.ones((3, 4)), scattered(rng, 3), 0.5),
        case("rows", every, reaching, np.zeros((210, 4)), many),
        case("classes", background, sure(0, 0, 0, 0), np.ones((4, 4)), scattered(rng, 4), 0.2),
        case("classes", overlapping, sure(1, 2, 1, 3), np.zeros((4, 4)), place, 0.3),
        case("classes", crowded, *crowded_boxes(rng, 12, 3, 0.15, 0.3)),
        case("classes", crowded, *crowded_boxes(rng, 12, 2, 0.25, 0.6)),
        case("clip", cut, sure(1, 2, 3), np.zeros((3, 4)), beyond, 0.5),
        case("clip", cut, sure(3, 1, 1), rng.normal(0, 0.4, (3, 4)).round(2), beyond, 0.5),
        case("clip", thin, sure(1, 2, 3), np.zeros((3, 4)), strips, 0.5),
        case("clip", before, sure(2, 2), np.zeros((2, 4)), half, 0.5),
        case("order", sorted_, *objects_win()),
        case("order", sorted_, sure(3, 1, 2), np.zeros((3, 4)), scattered(rng, 3), 0.5),
        case("order", empty, sure(0, 0), np.zeros((2, 4)), scattered(rng, 2), 0.9),
    ]


DETECT = Exercise(
    "detect",
    ("detect",),
    (
        Aspect("rows", 1, Text("boxes that do not overlap", "겹치지 않는 상자"), effects=True, judge=AnyOrder()),
        Aspect("classes", 1, Text("background; suppression by class", "배경, 클래스별 억제"), judge=AnyOrder()),
        Aspect("clip", 0.5, Text("cut at the border", "가장자리에서 자르기"), judge=AnyOrder()),
        Aspect("order", 0.5, Text("highest score first; nothing found", "점수 순서, 아무것도 없을 때")),
    ),
    detect_cases,
    {"detect": ref.detect},
    needs=("encode_decode",),
)
