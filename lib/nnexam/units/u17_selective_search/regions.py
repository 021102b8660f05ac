"""u17_selective_search: what the checks of a region and of two regions ask, and what each aspect is worth."""

import numpy as np
from nnref import selective_search as ref

from nnexam.model import Aspect, Case, Exercise, Text, call, script

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
        "All pixels are one region here: the box is the image, (0, 0, W, H), and the histogram holds the counts of "
        "each channel over all pixels, divided by C · H · W.",
        "여기서는 모든 픽셀이 한 영역입니다. 상자는 이미지 전체인 (0, 0, W, H)이고, 히스토그램은 모든 픽셀을 채널마다 "
        "세어 C · H · W로 나눈 것입니다.",
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
    narrow = Text(
        "All values lie between 0.3 and 0.6, but the ten bins go from 0 to 1 in every image: of each channel only "
        "the bins 3, 4 and 5 hold anything.",
        "값이 모두 0.3과 0.6 사이입니다. 그래도 칸 10개는 어느 이미지에서나 0부터 1까지입니다. 채널마다 3, 4, 5번 "
        "칸에만 픽셀이 들어갑니다.",
    )
    first = np.array([3, 4]).reshape(2, 1, 1)  # each channel has its own two bins, so that each has its own range
    grey = (first + rng.integers(0, 2, (2, 5, 6)) + rng.uniform(0.2, 0.8, (2, 5, 6))) / 10
    flat = np.where(rng.random((2, 4, 6)) < 0.5, 0.0, 1.0)
    flat[:, 1, 2:4] = 0.5 + 1 / 16
    flat[:, 3, 0] = 0.501  # 127 of 255 in whole numbers, and so one bin too low
    labels = rng.permuted(np.repeat(np.arange(4), [3, 6, 9, 17]).reshape(5, 7))
    stripes = np.repeat([[2, 0, 1]], [2, 3, 2], axis=1).repeat(3, axis=0)
    stripes[1, 1] = 0
    return [
        case(("box", "size"), single, inside_bins(rng, 4, 3, 4, 6), pixel, 4),
        case(every, whole, inside_bins(rng, 5, 3, 4, 6), one, 5),
        case(every, by_hand, inside_bins(rng, 4, 1, 3, 7), stripes, 4),
        case(every, by_hand, inside_bins(rng, 6, 3, 5, 7), labels, 6),
        case("histogram", narrow, grey, np.repeat([0, 1], [12, 18]).reshape(5, 6), 10),
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


def draw_regions(rng, bins):
    """Draw two regions without a common pixel: their boxes have room for the pixels of both."""
    while True:
        a, b = draw_region(rng, bins), draw_region(rng, bins)
        shared = np.minimum(a["box"][2:], b["box"][2:]) - np.maximum(a["box"][:2], b["box"][:2])
        room = sum(np.prod(r["box"][2:] - r["box"][:2]) for r in (a, b)) - np.prod(np.maximum(shared, 0))
        if a["size"] + b["size"] <= room:
            return a, b


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
        "같은 색이 없어 색 항은 0입니다. 두 직사각형이 함께 두르는 상자를 꽉 채우므로 채움 항은 1입니다. 남는 것은 "
        "크기 항, 1 − (a의 크기 + b의 크기) / area입니다.",
    )
    fill = Text(
        "No colour in common, and the rectangles lie apart: the box around both holds pixels of neither. How many, "
        "as a share of area?",
        "같은 색이 없고 두 직사각형이 떨어져 있습니다. 함께 두르는 상자 안에 어느 쪽도 아닌 픽셀이 있습니다. area에 "
        "대한 비율로 얼마입니까?",
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

    a, b = draw_regions(rng, 4)
    apart = region([0, 1, 2, 4], 5, left), region([7, 6, 11, 11], 13, right)
    within = region([0, 0, 9, 7], 40, left), region([2, 3, 5, 5], 6, right)
    exchanged = "one, other = similarity(a, b, area), similarity(b, a, area)"
    return [
        case("colour", colour, *beside(other, rng.dirichlet([1, 1, 1])), (2 * w + 1) * h),
        case("colour", colour, *beside(left, right), (2 * w + 1) * h),
        case("colour", colour, *beside(other, other), (2 * w + 1) * h),
        case("colour", both, *beside(other, rng.dirichlet([1, 1, 1]), gap), 300),
        case("size", size, *beside(left, right), 150),
        case("size", size, *beside(right, left), 700),
        case("size", both, *beside(left, right, 1), 180),
        case("fill", fill, *beside(left, right, gap), 250),
        case("fill", fill, *apart, 220),
        case("fill", fill, *within, 200),
        case("together", both, a, b, 400),
        case("together", both, *draw_regions(rng, 2), 330),
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
        return Case(aspects, script(lines, names, a=a, b=b), hint)

    names = ("box", "size", "histogram")
    around = Text(
        "The box around both: the smaller x1 and y1, the larger x2 and y2.",
        "둘을 함께 두르는 상자입니다. x1과 y1은 작은 쪽, x2와 y2는 큰 쪽입니다.",
    )
    pixels = Text(
        "Count pixels: a region of 30 pixels, all red, and one of 10, all blue, make one of 40 that is 3/4 red.",
        "픽셀을 세어 보십시오. 모두 빨강인 30픽셀과 모두 파랑인 10픽셀을 합치면 40픽셀 가운데 3/4이 빨강입니다.",
    )
    overlap = Text(
        "The boxes overlap here, the regions do not: each pixel belongs to one region only, so the pixels add up.",
        "여기서는 상자가 겹치지만 영역은 겹치지 않습니다. 픽셀은 저마다 한 영역에만 있으므로 픽셀 수를 더합니다.",
    )
    own = Text(
        "The arrays of a and b are changed after the merger, and the new region must not follow: even where its box is "
        "that of a, it needs an array of its own.",
        "합친 뒤에 a와 b의 배열을 바꿉니다. 새 영역은 따라 바뀌면 안 됩니다. 상자가 a의 상자와 같더라도 새 배열이어야 "
        "합니다.",
    )
    four, three = draw_regions(rng, 4), draw_regions(rng, 3)
    red, blue = [1, 0, 0], [0, 0, 1]
    return [
        case("box", around, region([0, 5, 3, 9], 12, red), region([3, 2, 10, 7], 30, blue)),
        case("box", around, region([0, 0, 9, 7], 40, red), region([2, 3, 5, 5], 6, blue)),
        case(("size", "histogram"), pixels, region([0, 0, 5, 6], 30, red), region([5, 0, 7, 5], 10, blue)),
        case(("size", "histogram"), pixels, region([1, 1, 2, 2], 1, blue), region([2, 0, 9, 9], 63, red)),
        case(("size", "histogram"), overlap, region([0, 0, 5, 6], 20, red), region([3, 0, 7, 5], 12, blue)),
        case("box", around, *four),
        case(("size", "histogram"), pixels, *four),
        case("box", around, *three),
        case(("size", "histogram"), pixels, *three),
        Case("box", script(LATER, names, a=region([0, 0, 9, 7], 40, red), b=region([2, 3, 5, 5], 6, blue)), own),
        Case("box", script(LATER, names, a=region([2, 3, 5, 5], 6, blue), b=region([0, 0, 9, 7], 40, red)), own),
    ]


LATER = """
    both = merge(a, b)
    a["box"] += 20
    b["box"] += 20
    box, size, histogram = both["box"], both["size"], both["histogram"]
"""
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
