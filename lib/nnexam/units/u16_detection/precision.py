"""u16_detection: what the check of average precision asks."""

import numpy as np
from nnref import boxes as ref

from nnexam.model import Aspect, Case, Exercise, Text, call


def curve(rng, hits):
    """Draw different scores for these hits and misses, highest first, and mix both in the same way."""
    scores = np.sort(rng.uniform(0, 1, len(hits)).round(3) + np.arange(len(hits)) / 2)[::-1]
    mixed = rng.permutation(len(hits))
    return scores[mixed], np.array(hits, dtype=bool)[mixed]


def average_precision_cases(rng):
    falling = np.array([0.9, 0.8, 0.7, 0.6, 0.5]), np.array([True, True, False, True, False])
    zigzag = np.array([0.9, 0.8, 0.7, 0.6, 0.5]), np.array([True, False, True, True, False])
    random = np.concatenate([[True, False, False, True, True], rng.random(9) < 0.5])
    plain = Text(
        "Each hit counts its precision times 1/total: hits at the ranks 1, 2 and 4 give (1 + 1 + 3/4) / total.",
        "맞힌 탐지마다 정밀도에 1/total을 곱해 더합니다. 1, 2, 4위에서 맞혔으면 (1 + 1 + 3/4) / total입니다.",
    )
    missing = Text(
        "Recall counts the objects there are (total), also those never found: with 3 hits of 8 objects it ends at 3/8.",
        "재현율은 찾지 못한 것까지 포함해 물체의 수(total)로 나눕니다. 물체 8개 중 3개를 맞혔으면 3/8에서 끝납니다.",
    )
    best = Text(
        "The precision 2/3 at rank 3 rises to 3/4 at rank 4: the envelope counts 3/4 for both.",
        "3위의 정밀도 2/3은 4위에서 3/4으로 올라갑니다. 포락선에서는 둘 다 3/4으로 셉니다.",
    )
    late = Text(
        "Here the precision rises all the way to the last hit, so its precision counts for every hit.",
        "여기서는 마지막으로 맞힌 탐지까지 정밀도가 계속 올라갑니다. 그래서 맞힌 탐지 모두를 그 정밀도로 셉니다.",
    )
    sort = Text(
        "The detections come in no order here: both arrays are to be sorted by score, highest first. If the rows above "
        "fail, too, begin there.",
        "여기서는 탐지의 순서가 섞여 있습니다. 두 배열을 점수가 높은 순서로 함께 정렬해야 합니다. 위의 항목도 "
        "실패했다면 그쪽부터 보십시오.",
    )
    equal = Text(
        "Scores are equal here: the order given counts. kind='stable' makes np.argsort keep it.",
        "여기서는 점수가 같습니다. 주어진 순서대로 셉니다. kind='stable'이면 np.argsort가 순서를 지킵니다.",
    )
    below = Text(
        "Scores below 0 are the lowest here: −3 comes after 1 and 2.",
        "여기서는 0보다 작은 점수가 가장 낮습니다. −3은 1과 2 다음입니다.",
    )
    none = Text(
        "No objects, no detections, or no hits: the result is 0.0, not nan and not an error.",
        "물체나 탐지, 맞힌 탐지가 하나도 없습니다. 결과는 nan이나 오류가 아니라 0.0입니다.",
    )
    nothing = np.zeros(0), np.zeros(0, dtype=bool)
    many = rng.permutation(np.repeat([0.25, 0.5, 0.75], 20)), np.arange(60) < 25
    misses = np.array([0.4, 0.9, 0.1]), np.zeros(3, dtype=bool)
    rising = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4]), np.array([False, False, True, True, True, True])
    return [
        Case("values", call("average_precision", *falling, 3), plain),
        Case("values", call("average_precision", *falling, 8), missing),
        Case("values", call("average_precision", np.array([3.0, 2.0]), np.array([True, True]), 2), plain),
        Case("envelope", call("average_precision", *zigzag, 4), best),
        Case("envelope", call("average_precision", *rising, 5), late),
        Case("order", call("average_precision", *curve(rng, [True, True, False, True, False, False]), 4), sort),
        Case("order", call("average_precision", *curve(rng, random), 15), sort),
        Case("order", call("average_precision", np.array([-3.0, 1.0, 2.0]), np.array([True, False, True]), 3), below),
        Case("order", call("average_precision", np.ones(4), np.array([True, True, False, False]), 3), equal),
        Case("order", call("average_precision", np.ones(5), np.array([False, True, False, True, True]), 4), equal),
        Case("order", call("average_precision", *many, 25), equal),
        Case("none", call("average_precision", *misses, 0), none),
        Case("none", call("average_precision", *nothing, 0), none),
        Case("none", call("average_precision", *nothing, 3), none),
        Case("none", call("average_precision", *misses, 2), none),
    ]


AVERAGE_PRECISION = Exercise(
    "average_precision",
    ("average_precision",),
    (
        Aspect(
            "values",
            1,
            Text("precision at each hit, over all objects", "맞힌 탐지의 정밀도, 물체 전체로"),
            effects=True,
        ),
        Aspect("envelope", 1, Text("the envelope", "포락선")),
        Aspect("order", 1, Text("detections in any order", "순서가 섞인 탐지"), effects=True),
        Aspect("none", 1, Text("no objects, no detections, no hits", "물체나 탐지, 맞힌 탐지가 없을 때")),
    ),
    average_precision_cases,
    {"average_precision": ref.average_precision},
)
