"""u17_selective_search: what the checks of the search and of recall ask; graphs.py and regions.py ask the rest."""

import numpy as np
from nnref import selective_search as ref

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .graphs import DISJOINT_SET, FELZENSZWALB, patches
from .parts import SameBoxes, broken_last, broken_once, firm_merges
from .regions import MERGE, REGION_FEATURES, SIMILARITY


def selective_search_cases(rng):
    def case(aspects, hint, draw, k, min_size, bins):
        img = firm_merges(rng, draw, k, min_size, bins)
        lines = "boxes = selective_search(img, k, min_size, bins)"
        return Case(aspects, script(lines, "boxes", img=img, k=k, min_size=min_size, bins=bins), hint)

    def stripes():
        """Four stripes: 1 and 2 merge first, then 0, which only touches 1, then 3, which only touches 2."""
        return np.repeat([0.30, 0.62, 0.65, 0.93], [2, 3, 3, 4])[None, None].repeat(8, axis=1) + rng.normal(
            0, 0.004, (1, 1, 1)
        )

    one = Text(
        "There is one region only: nothing to merge, and one box, the image.",
        "영역이 하나뿐입니다. 합칠 것이 없고, 상자는 이미지 전체 하나입니다.",
    )
    chain = Text(
        "Four stripes side by side. After stripes 1 and 2 have become one, whom does the new region touch?",
        "줄무늬 네 개가 나란히 있습니다. 1번과 2번이 합쳐진 뒤, 새 영역은 누구와 닿아 있습니까?",
    )
    two = Text(
        "Two regions: their two boxes, and that of both together.",
        "영역이 둘입니다. 두 영역의 상자와, 둘을 합친 영역의 상자입니다.",
    )
    many = Text(
        "Go on until one region is left. In each step the most similar pair that touches becomes one, and its box is "
        "recorded.",
        "영역이 하나 남을 때까지 계속하십시오. 걸음마다 맞닿은 쌍 가운데 가장 비슷한 쌍이 하나가 되고, 그 상자를 적습니다.",
    )

    narrow = Text(
        "Three stripes, 2, 2 and 8 pixels wide. The last two share a third of their colours, but the first two are smaller: "
        "with area = H · W their size term is larger by 1/2, so they merge first.",
        "너비가 2, 2, 8픽셀인 줄무늬 세 개입니다. 뒤의 둘은 색의 3분의 1이 같지만 앞의 둘이 더 작습니다. area = H · W이면 "
        "앞의 둘의 크기 항이 1/2만큼 커서 먼저 합쳐집니다.",
    )

    def halves():
        return np.where(np.arange(9) < 4, 0.23, 0.83)[None, None].repeat(6, axis=1).repeat(3, axis=0)

    def ring():
        """A square in the middle of a ground: the ground's box is the image, before the merger and after it."""
        img = np.full((3, 9, 11), 0.27)
        img[:, 3:6, 4:8] = 0.77
        return img

    def unequal():
        """Two narrow stripes and a wide one, which shares a third of the colours of its neighbour."""
        colours = [[0.1, 0.5, 0.9], [0.1, 0.5, 0.9], [0.1, 0.5, 0.5]]
        return np.repeat(colours, [2, 2, 8], axis=1)[:, None].repeat(8, axis=1)

    def two_rings():
        """Two squares on a ground: the last two mergers have the box of the image."""
        img = np.full((3, 9, 13), 0.27)
        img[:, 3:6, 2:5], img[1:, 2:7, 7:11] = 0.77, 0.53
        return img

    few, every = ("few", "once", "last"), ("boxes", "once", "last")
    return [
        case(few, one, lambda: np.full((3, 4, 7), 0.33), 1.0, 5, 5),
        case(few, two, halves, 0.5, 4, 5),
        case(every, chain, stripes, 0.01, 2, 5),
        case(every, many, ring, 0.5, 4, 5),
        case(every, narrow, unequal, 0.5, 4, 5),
        case(every, many, two_rings, 0.5, 4, 5),
        case(every, many, lambda: patches(rng, 3, 12, 15), 0.3, 4, 6),
        case(every, many, lambda: patches(rng, 2, 11, 9), 0.3, 3, 7),
        case(every, many, lambda: patches(rng, 3, 10, 14), 0.02, 2, 8),
    ]


SELECTIVE_SEARCH = Exercise(
    "selective_search",
    ("selective_search",),
    (
        Aspect("few", 0.5, Text("one or two regions", "영역이 하나나 둘"), judge=SameBoxes(), effects=True),
        Aspect("boxes", 1.5, Text("many regions", "영역이 여럿"), judge=SameBoxes(), effects=True),
        Aspect("once", 0.5, Text("each box once", "상자마다 한 번씩"), judge=Invariant(broken_once), alone=True),
        Aspect("last", 0.5, Text("the image is last", "이미지가 맨 끝"), judge=Invariant(broken_last), alone=True),
    ),
    selective_search_cases,
    {"selective_search": ref.selective_search},
    needs=("disjoint_set", "felzenszwalb", "region_features", "similarity", "merge"),
)


def recall_cases(rng):
    def case(aspect, hint, boxes, gts, t):
        return Case(aspect, call("recall_at", np.reshape(boxes, (-1, 4)).astype(float), np.array(gts, float), t), hint)

    objects = Text(
        "Go from object to object: does any box overlap it by at least t? The share of the objects for which one does.",
        "물체를 하나씩 보십시오. t 이상 겹치는 상자가 하나라도 있습니까? 그런 물체의 비율입니다.",
    )
    shared = Text(
        "One box overlaps two objects well enough here: both are found.",
        "여기서는 상자 하나가 두 물체와 충분히 겹칩니다. 둘 다 찾은 것입니다.",
    )
    alone = Text(
        "Two boxes overlap the first object with an IoU of 2/5 each, and t is 0.5: neither of them finds it alone.",
        "상자 두 개가 첫째 물체와 겹치는 IoU가 각각 2/5이고 t는 0.5입니다. 어느 상자도 혼자서는 그 물체를 찾지 못합니다.",
    )
    exact = Text(
        "Three objects; the best IoU of each with a box is 0.5, 0 and 0.5, and t is 0.5. An IoU of exactly t counts, so "
        "two of three are found.",
        "물체가 셋이고, 물체마다 가장 큰 IoU가 0.5, 0, 0.5이며 t는 0.5입니다. 정확히 t여도 찾은 것이므로 셋 가운데 둘을 "
        "찾았습니다.",
    )
    none = Text(
        "There is no box at all, boxes is (0, 4): no object is found, the recall is 0.",
        "상자가 하나도 없습니다. boxes의 shape이 (0, 4)입니다. 찾은 물체가 없으므로 재현율은 0입니다.",
    )
    far = [[40 + 9 * i, 50, 44 + 9 * i, 55] for i in range(4)]
    gts = np.array([[0, 0, 8, 6], [10, 2, 16, 9], [20, 20, 29, 25], [3, 12, 8, 19], [30, 1, 36, 8]], dtype=float)
    near = gts[rng.permutation(5)[:3]] + rng.uniform(-0.4, 0.4, (3, 4))
    return [
        case("values", objects, [*near, *far], gts, 0.5),
        case("values", objects, near[[0, 0, 0, 1]], gts, 0.5),
        case("values", objects, [[0, 0, 8, 3.2], [10, 2, 14, 9], far[0]], gts[:4], 0.6),
        case("values", objects, near[:1], gts, 0.3),
        case("values", objects, [[0, 0, 32, 32], *near[:1]], gts, 0.5),
        case("values", shared, [[0, 0, 4, 4], far[0], far[1]], [[0, 0, 4, 4], [0, 0, 4, 5]], 0.7),
        case("values", alone, [[0, 0, 8, 4], [0, 6, 8, 10], far[0]], [[0, 0, 8, 10], far[0]], 0.5),
        case("edges", exact, [[0, 0, 4, 4], far[1]], [[0, 0, 4, 2], [10, 10, 15, 15], [0, 2, 4, 4]], 0.5),
        case("edges", none, np.zeros((0, 4)), gts[:3], 0.5),
        case("edges", objects, far, gts[:2], 0.2),
    ]


RECALL_AT = Exercise(
    "recall_at",
    ("recall_at",),
    (
        Aspect("values", 1.5, Text("the share of objects found", "찾은 물체의 비율"), effects=True),
        Aspect("edges", 0.5, Text("exactly t; no box at all", "정확히 t일 때, 상자가 없을 때"), effects=True),
    ),
    recall_cases,
    {"recall_at": ref.recall_at},
)

EXERCISES = (DISJOINT_SET, FELZENSZWALB, REGION_FEATURES, SIMILARITY, MERGE, SELECTIVE_SEARCH, RECALL_AT)
