"""u17_selective_search: what the checks ask of regions and boxes, and what each aspect is worth."""

import numpy as np
from nnref import selective_search as ref

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .graphs import DISJOINT_SET, FELZENSZWALB, patches
from .parts import SameBoxes, broken_last, broken_once, firm_merges

FEATURES = """
    regions = region_features(img, labels, bins)
    boxes = [region["box"] for region in regions]
    sizes = [region["size"] for region in regions]
    histograms = [region["histogram"] for region in regions]
"""


def inside_bins(rng, bins, *shape):
    """Draw numbers from 0 to 1 that lie well inside their bins."""
    return (rng.integers(0, bins, shape) + rng.uniform(0.2, 0.8, shape)) / bins


def region_features_cases(rng):
    def case(aspects, hint, img, labels, bins):
        question = script(FEATURES, ("boxes", "sizes", "histograms"), img=img, labels=labels, bins=bins)
        return Case(aspects, question, hint)

    every = ("box", "size", "histogram")
    one = np.zeros((4, 6), dtype=int)
    pixel = one.copy()
    row, column = int(rng.integers(1, 3)), int(rng.integers(3, 5))
    pixel[row, column] = 1
    single = Text(
        f"Region 1 is the one pixel in row {row} and column {column}: its box is ({column}, {row}, {column + 1}, "
        f"{row + 1}), and size 1.",
        f"1번 영역은 {row}행 {column}열의 픽셀 하나입니다. 상자는 ({column}, {row}, {column + 1}, {row + 1})이고 "
        "크기는 1입니다.",
    )
    whole = Text(
        "All pixels are one region here: the box is the image, (0, 0, W, H).",
        "여기서는 모든 픽셀이 한 영역입니다. 상자는 이미지 전체인 (0, 0, W, H)입니다.",
    )
    by_hand = Text(
        "Take region 0 by hand: its smallest and largest column and row, its number of pixels, and for each channel "
        "how many of them fall into each bin.",
        "0번 영역을 손으로 따져 보십시오. 가장 작은 열과 행, 가장 큰 열과 행, 픽셀의 수, 그리고 채널마다 각 칸에 "
        "들어가는 픽셀의 수입니다.",
    )
    borders = Text(
        "The values are 0, exactly 1 and in between: 0 belongs to the first bin and 1 to the last.",
        "값이 0, 정확히 1, 그 사이입니다. 0은 첫 칸에, 1은 마지막 칸에 들어갑니다.",
    )
    flat = np.where(rng.random((2, 4, 6)) < 0.5, 0.0, 1.0)
    flat[:, 1, 2:4] = 0.5 + 1 / 16
    labels = rng.permuted(np.repeat(np.arange(4), [3, 6, 9, 17]).reshape(5, 7))
    stripes = np.repeat([[2, 0, 1]], [2, 3, 2], axis=1).repeat(3, axis=0)
    stripes[1, 1] = 0
    return [
        case(("box", "size"), single, inside_bins(rng, 4, 3, 4, 6), pixel, 4),
        case(every, whole, inside_bins(rng, 5, 3, 4, 6), one, 5),
        case(every, by_hand, inside_bins(rng, 4, 1, 3, 7), stripes, 4),
        case(every, by_hand, inside_bins(rng, 6, 3, 5, 7), labels, 6),
        case("histogram", borders, flat, pixel, 8),
    ]


REGION_FEATURES = Exercise(
    "region_features",
    ("region_features",),
    (
        Aspect("box", 1, Text("box", "상자"), part="boxes", effects=True),
        Aspect("size", 0.5, Text("size", "크기"), part="sizes", effects=True),
        Aspect("histogram", 1.5, Text("histogram", "히스토그램"), part="histograms", effects=True),
    ),
    region_features_cases,
    {"region_features": ref.region_features},
)


def region(box, size, histogram):
    return {"box": np.array(box, dtype=float), "size": int(size), "histogram": np.array(histogram, dtype=float)}


def draw_region(rng, bins):
    """Draw a region as region_features would make it: a box, fewer pixels than it has room for, shares of sum 1."""
    corner, sides = rng.integers(0, 9, 2), rng.integers(3, 8, 2)
    shares = rng.integers(1, 20, 3 * bins) * (rng.random(3 * bins) < 0.7) + np.eye(3 * bins)[0]
    size = rng.integers(sides.max(), sides.prod() + 1)
    return region([*corner, *(corner + sides)], size, shares / shares.sum())


def similarity_cases(rng):
    w, h, gap = (int(n) for n in rng.permutation([3, 4, 5]))
    left, right, other = [1, 0, 0], [0, 0.5, 0.5], rng.dirichlet([1, 1, 1])
    colour = Text(
        "The two regions are rectangles side by side that fill the image: size gives 0 and fill gives 1. What is left "
        "is colour, the sum over the bins of the smaller share.",
        "두 영역은 나란히 붙어 이미지를 꽉 채우는 직사각형입니다. 크기 항은 0, 채움 항은 1입니다. 남는 것은 색 항, "
        "곧 칸마다 작은 쪽의 비율을 더한 값입니다.",
    )
    size = Text(
        "No colour in common, so colour is 0; the rectangles fill the box around both, so fill is 1. What is left is "
        "size, 1 − (size a + size b) / area.",
        "같은 색이 없어 색 항은 0입니다. 두 직사각형이 함께 두르는 상자를 꽉 채우므로 채움 항은 1입니다. 남는 것은 크기 "
        "항, 1 − (a의 크기 + b의 크기) / area입니다.",
    )
    fill = Text(
        "No colour in common, and the rectangles lie apart: the box around both holds pixels of neither. How many, as a "
        "share of area?",
        "같은 색이 없고 두 직사각형이 떨어져 있습니다. 함께 두르는 상자 안에 어느 쪽도 아닌 픽셀이 있습니다. area에 대한 "
        "비율로 얼마입니까?",
    )
    both = Text(
        "Work out colour, size and fill one after the other on paper; each is at most 1. a and b may change places.",
        "색, 크기, 채움을 하나씩 종이에 계산해 보십시오. 저마다 1을 넘지 않습니다. a와 b를 바꾸어도 값이 같습니다.",
    )

    def case(aspect, hint, a, b, area):
        return Case(aspect, call("similarity", a, b, area), hint)

    def beside(first, second, distance=0):
        a = region([0, 0, w, h], w * h, first)
        return a, region([w + distance, 0, 2 * w + 1 + distance, h], (w + 1) * h, second)

    a, b = draw_region(rng, 4), draw_region(rng, 4)
    apart = region([0, 1, 2, 4], 5, left), region([7, 6, 11, 11], 13, right)
    within = region([0, 0, 9, 7], 40, left), region([2, 3, 5, 5], 6, right)
    exchanged = "one, other = similarity(a, b, area), similarity(b, a, area)"
    return [
        case("colour", colour, *beside(other, rng.dirichlet([1, 1, 1])), (2 * w + 1) * h),
        case("colour", colour, *beside(left, right), (2 * w + 1) * h),
        case("colour", colour, *beside(other, other), (2 * w + 1) * h),
        case("size", size, *beside(left, right), 150),
        case("size", size, *beside(right, left), 700),
        case("fill", fill, *beside(left, right, gap), 250),
        case("fill", fill, *apart, 220),
        case("fill", fill, *within, 200),
        case("together", both, a, b, 400),
        case("together", both, draw_region(rng, 2), draw_region(rng, 2), 330),
        Case("together", script(exchanged, ("one", "other"), a=a, b=b, area=300), both),
    ]


SIMILARITY = Exercise(
    "similarity",
    ("similarity",),
    (
        Aspect("colour", 1, Text("colour", "색")),
        Aspect("size", 1, Text("size", "크기")),
        Aspect("fill", 1, Text("fill", "채움")),
        Aspect("together", 1, Text("all three; symmetric", "셋을 함께, 대칭"), effects=True),
    ),
    similarity_cases,
    {"similarity": ref.similarity},
)


def merge_cases(rng):
    def case(aspects, hint, a, b):
        lines = "both = merge(a, b)\nbox, size, histogram = both['box'], both['size'], both['histogram']"
        return Case(aspects, script(lines, ("box", "size", "histogram"), a=a, b=b), hint)

    around = Text(
        "The box around both: the smaller x1 and y1, the larger x2 and y2.",
        "둘을 함께 두르는 상자입니다. x1과 y1은 작은 쪽, x2와 y2는 큰 쪽입니다.",
    )
    pixels = Text(
        "Count pixels: a region of 30 pixels, all red, and one of 10, all blue, make one of 40 that is 3/4 red.",
        "픽셀을 세어 보십시오. 모두 빨강인 30픽셀과 모두 파랑인 10픽셀을 합치면 40픽셀 가운데 3/4이 빨강입니다.",
    )
    every = ("box", "size", "histogram")
    red, blue = [1, 0, 0], [0, 0, 1]
    return [
        case("box", around, region([0, 5, 3, 9], 12, red), region([3, 2, 10, 7], 30, blue)),
        case("box", around, region([0, 0, 9, 7], 40, red), region([2, 3, 5, 5], 6, blue)),
        case(("size", "histogram"), pixels, region([0, 0, 5, 6], 30, red), region([5, 0, 7, 5], 10, blue)),
        case(("size", "histogram"), pixels, region([1, 1, 2, 2], 1, blue), region([2, 0, 9, 9], 63, red)),
        case(every, around, draw_region(rng, 4), draw_region(rng, 4)),
        case(every, pixels, draw_region(rng, 3), draw_region(rng, 3)),
    ]


MERGE = Exercise(
    "merge",
    ("merge",),
    (
        Aspect("box", 1, Text("box", "상자"), part="box", effects=True),
        Aspect("size", 0.5, Text("size", "크기"), part="size", effects=True),
        Aspect("histogram", 1.5, Text("histogram", "히스토그램"), part="histogram", effects=True),
    ),
    merge_cases,
    {"merge": ref.merge},
)


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

    def halves():
        return np.where(np.arange(9) < 4, 0.23, 0.83)[None, None].repeat(6, axis=1).repeat(3, axis=0)

    def ring():
        """A square in the middle of a ground: the ground's box is the image, before the merger and after it."""
        img = np.full((3, 9, 11), 0.27)
        img[:, 3:6, 4:8] = 0.77
        return img

    few, every = ("few", "once", "last"), ("boxes", "once", "last")
    return [
        case(few, one, lambda: np.full((3, 4, 7), 0.33), 1.0, 5, 5),
        case(few, two, halves, 0.5, 4, 5),
        case(every, chain, stripes, 0.01, 2, 5),
        case(every, many, ring, 0.5, 4, 5),
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
    exact = Text(
        "An IoU of exactly t counts.",
        "IoU가 정확히 t이면 찾은 것으로 칩니다.",
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
