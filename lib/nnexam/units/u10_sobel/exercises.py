"""u10_sobel: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import filters as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call, script


def bytes_image(rng, *shape):
    """Draw an image of bytes, dark and bright pixels side by side."""
    return rng.permuted(rng.integers(0, 60, shape) + 195 * rng.integers(0, 2, shape)).astype(np.uint8)


def gray_cases(rng):
    primaries = np.zeros((3, 1, 4))
    primaries[[0, 1, 2], 0, [0, 1, 2]] = 1
    weights = Text(
        "The pixels are pure red, pure green, pure blue and black: you should get 0.299, 0.587, 0.114 and 0.",
        "픽셀이 순서대로 빨강, 초록, 파랑, 검정입니다. 결과는 0.299, 0.587, 0.114, 0이어야 합니다.",
    )
    by_hand = Text(
        "Work out the pixel [0, 0] by hand from img[0, 0, 0], img[1, 0, 0] and img[2, 0, 0].",
        "img[0, 0, 0], img[1, 0, 0], img[2, 0, 0]으로 픽셀 [0, 0]을 손으로 계산해 보십시오.",
    )
    bytes_ = Text(
        "img holds bytes (uint8) here: nothing above 255 and nothing behind the decimal point fits into them.",
        "여기서는 img가 바이트(uint8)입니다. 바이트에는 255보다 큰 수도, 소수점 아래도 담을 수 없습니다.",
    )
    white = np.full((3, 2, 5), 255, dtype=np.uint8)
    return [
        Case("values", call("to_gray", primaries), weights),
        Case("values", call("to_gray", rng.random((3, 4, 6))), by_hand),
        Case("bytes", call("to_gray", bytes_image(rng, 3, 5, 4)), bytes_),
        Case("bytes", call("to_gray", white), bytes_),
    ]


TO_GRAY = Exercise(
    "to_gray",
    ("to_gray",),
    (
        Aspect("values", 1, Text("values; img left untouched", "값(img는 그대로)"), effects=True),
        Aspect("bytes", 1, Text("an image of bytes", "바이트로 된 이미지"), effects=True),
    ),
    gray_cases,
    {"to_gray": ref.to_gray},
    advice=advise_on(loops=True),
)


def filter_cases(rng):
    dot = np.zeros((5, 6))
    dot[2, 3] = 1
    numbers = np.arange(1.0, 10.0).reshape(3, 3)
    turned = Text(
        "A single 1 stands in the middle. k slides over it as it stands, so its last number meets the 1 first.",
        "가운데에 1이 하나 있습니다. k를 뒤집지 않고 미끄러뜨리므로 k의 마지막 수가 1과 가장 먼저 만납니다.",
    )
    window = Text(
        "Work out out[0, 0] by hand: the window img[0:kh, 0:kw] times k, number by number, added up.",
        "out[0, 0]을 손으로 계산해 보십시오. 윈도우 img[0:kh, 0:kw]와 k를 같은 자리끼리 곱해 모두 더합니다.",
    )
    zeros = Text(
        "Lay pad rows and columns of zeros around all four sides first; then slide as with pad = 0.",
        "먼저 네 변에 0으로 된 행과 열을 pad개씩 두르고, 그다음은 pad = 0일 때처럼 미끄러뜨리십시오.",
    )
    oblong = Text(
        "k is not 3×3 here: the result has H + 2 pad − kh + 1 rows and W + 2 pad − kw + 1 columns.",
        "여기서는 k가 3×3이 아닙니다. 결과는 H + 2 pad − kh + 1행, W + 2 pad − kw + 1열입니다.",
    )
    bytes_ = Text(
        "img holds bytes here, and the result is negative in places: what dtype does your result have?",
        "여기서는 img가 바이트이고 결과에 음수가 있습니다. 결과 배열의 dtype은 무엇입니까?",
    )

    def case(aspect, hint, H, W, kh, kw, pad):
        return Case(aspect, call("filter2d", rng.normal(size=(H, W)), rng.normal(size=(kh, kw)), pad), hint)

    image = bytes_image(rng, 4, 6)
    slope = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    return [
        Case("values", call("filter2d", dot, numbers, 0), turned),
        case("values", window, 5, 7, 3, 3, 0),
        case("pad", zeros, 4, 6, 3, 3, 1),
        case("pad", zeros, 5, 4, 3, 3, 2),
        case("oblong", oblong, 6, 5, 2, 3, 0),
        case("oblong", oblong, 4, 7, 3, 1, 1),
        case("oblong", oblong, 3, 4, 3, 4, 0),
        Case("bytes", call("filter2d", image, slope, 0), bytes_),
        Case("bytes", call("filter2d", image, slope / 4, 1), bytes_),
    ]


FILTER2D = Exercise(
    "filter2d",
    ("filter2d",),
    (
        Aspect(
            "values", 2, Text("3×3, no padding; inputs left untouched", "3×3, 패딩 없음(입력은 그대로)"), effects=True
        ),
        Aspect("pad", 1, Text("with zeros around the image", "둘레에 0을 두를 때"), effects=True),
        Aspect("oblong", 1, Text("kernels that are not square", "정사각형이 아닌 커널")),
        Aspect("bytes", 1, Text("an image of bytes", "바이트로 된 이미지")),
    ),
    filter_cases,
    {"filter2d": ref.filter2d},
)

SLOPES = ("gx", "gy", "mag", "theta")


def steep_image(rng, *shape):
    """Draw an image whose slopes all have a direction that rounding cannot turn, not even from π to -π."""
    while True:
        img = rng.normal(size=shape)
        _, _, mag, theta = ref.sobel(img)
        if mag.min() > 0.1 and np.abs(theta).max() < 3.14:
            return img


def sobel_cases(rng):
    right = np.tile(np.arange(6.0), (5, 1))
    down = np.tile(np.arange(5.0)[:, None], (1, 6))
    to_the_right = Text(
        "Each pixel is 1 brighter than its left neighbour: gx is 8 everywhere and gy is 0.",
        "픽셀마다 왼쪽 이웃보다 1씩 밝습니다. gx는 어디서나 8이고 gy는 0입니다.",
    )
    downwards = Text(
        "Each pixel is 1 brighter than the one above it: gy is +8 everywhere, since y runs downwards, and gx is 0.",
        "픽셀마다 위쪽 이웃보다 1씩 밝습니다. y는 아래 방향이므로 gy는 어디서나 +8이고 gx는 0입니다.",
    )
    slanted = Text(
        "The brightness is a slanted plane here, so every pixel has the same gx and gy. Are these right? Then mag is "
        "√(gx² + gy²), and theta is np.arctan2(gy, gx).",
        "여기서는 밝기가 비스듬한 평면이라 어느 픽셀에서나 gx와 gy가 같습니다. gx와 gy가 맞습니까? 맞다면 mag는 "
        "√(gx² + gy²), theta는 np.arctan2(gy, gx)입니다.",
    )
    every = Text(
        "Compare gx and gy first: mag and theta are made of them, mag = √(gx² + gy²), theta = arctan2(gy, gx).",
        "먼저 gx와 gy를 비교하십시오. mag = √(gx² + gy²)와 theta = arctan2(gy, gx)는 이 둘로 만듭니다.",
    )
    smallest = Text(
        "An image of 3 x 3 pixels has a single window: each result has the shape (1, 1), and gx is [[8.0]].",
        "3 x 3 픽셀 이미지에는 윈도우가 하나뿐입니다. 결과의 shape은 모두 (1, 1)이고 gx는 [[8.0]]입니다.",
    )
    bytes_ = Text(
        "img holds bytes here: in bytes 10 − 200 is not −190. Turn them into floats before you subtract.",
        "여기서는 img가 바이트입니다. 바이트로는 10 − 200이 −190이 되지 않습니다. 빼기 전에 실수로 바꾸십시오.",
    )

    def case(aspects, img, hint):
        return Case(aspects, script("gx, gy, mag, theta = sobel(img)", SLOPES, img=img), hint)

    a, b = rng.uniform(0.3, 2, 2)
    planes = [x * a * right + y * b * down for x, y in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    return [
        case(("gx", "gy"), right, to_the_right),
        case(("gx", "gy"), down, downwards),
        *(case(("mag", "theta"), plane, slanted) for plane in planes),
        case(SLOPES, steep_image(rng, 6, 5), every),
        case(SLOPES, np.tile(np.arange(3), (3, 1)), smallest),
        case(("gx", "gy"), bytes_image(rng, 5, 4), bytes_),
    ]


SOBEL = Exercise(
    "sobel",
    ("sobel",),
    (
        Aspect("gx", 1.5, Text("gx; img left untouched", "gx(img는 그대로)"), part="gx", effects=True),
        Aspect("gy", 1.5, Text("gy", "gy"), part="gy"),
        Aspect("mag", 1, Text("the length mag", "길이 mag"), part="mag"),
        Aspect("theta", 1, Text("the direction theta", "방향 theta"), part="theta"),
    ),
    sobel_cases,
    {"sobel": ref.sobel},
    needs=("filter2d",),
)


def gaussian_cases(rng):
    sigma = [round(float(value), 2) for value in rng.uniform(0.7, 2.5, 2)]
    bell = Text(
        "Only the form counts here: the largest number stands in the middle, and in a distance of r from it "
        "exp(−r² / 2σ²) of it is left.",
        "여기서는 모양만 봅니다. 가장 큰 수가 한가운데에 있고, 거기서 r만큼 떨어진 곳의 값은 그 exp(−r² / 2σ²)배입니다.",
    )
    whole = Text("Add up your kernel: the sum must be 1.", "커널의 수를 모두 더해 보십시오. 합이 1이어야 합니다.")
    even = Text(
        "No pixel is the middle of 4: an even size must raise ValueError.",
        "크기가 4이면 한가운데 픽셀이 없습니다. 짝수 크기에는 ValueError를 일으키십시오.",
    )
    single = Text(
        "A kernel of one number is [[1.0]]: an odd size.", "수가 하나인 커널은 [[1.0]]입니다. 1은 홀수입니다."
    )
    form = "k = np.asarray(gaussian_kernel(size, sigma))"
    cases = [
        Case("bell", script(form, "k / k.max()", size=size, sigma=s), bell)
        for size, s in zip((5, 3), sigma, strict=True)
    ]
    cases += [Case("sum", call("gaussian_kernel", size, s), whole) for size, s in zip((3, 7), sigma, strict=True)]
    cases += [Case("even", call("gaussian_kernel", size, sigma[0]), even) for size in (4, 2)]
    return [*cases, Case("even", call("gaussian_kernel", 1, sigma[0]), single)]


GAUSSIAN_KERNEL = Exercise(
    "gaussian_kernel",
    ("gaussian_kernel",),
    (
        Aspect("bell", 1, Text("the form of the bell", "종 모양")),
        Aspect("sum", 1, Text("all numbers, with the sum 1", "합이 1인 모든 값")),
        Aspect("even", 1, Text("ValueError for an even size", "짝수 크기에는 ValueError")),
    ),
    gaussian_cases,
    {"gaussian_kernel": ref.gaussian_kernel},
)


def between(img):
    """Return a threshold in the widest gap between the middle ones of the lengths."""
    lengths = np.sort(ref.sobel(img)[2], axis=None)
    lengths = lengths[len(lengths) // 4 : -(len(lengths) // 4)]
    widest = np.argmax(np.diff(lengths))
    return float(lengths[widest : widest + 2].mean())


def edges_cases(rng):
    img = rng.normal(size=(6, 8))
    right = np.tile(np.arange(6.0), (5, 1))
    down = np.tile(np.arange(7.0)[:, None], (1, 5))
    slanted = np.add.outer(np.arange(5.0), np.arange(6.0))
    longer = Text(
        "A pixel is an edge where mag is above t; compare your mag with t at the pixel named.",
        "mag가 t보다 큰 픽셀이 윤곽선입니다. 표시된 픽셀에서 mag와 t를 비교해 보십시오.",
    )
    exactly = Text(
        "mag is exactly 8 everywhere here, and t is 8: above means >, so there is no edge.",
        "여기서는 mag가 어디서나 정확히 8이고 t도 8입니다. t보다 커야(>) 하므로 윤곽선이 없습니다.",
    )
    both = Text(
        "gx and gy are both 8 everywhere here: is mag, √128 = 11.3, above t?",
        "여기서는 어디서나 gx와 gy가 모두 8입니다. mag는 √128 = 11.3입니다. t보다 큽니까?",
    )
    around = Text(
        "A box stands in the image: its left and right side, its upper and lower side are all edges.",
        "이미지 안에 상자가 있습니다. 왼쪽과 오른쪽, 위와 아래가 모두 윤곽선입니다.",
    )
    falling = Text(
        "The brightness falls to the right here, or changes downwards: an edge is an edge in any direction.",
        "여기서는 밝기가 오른쪽으로 줄어들거나 아래로 변합니다. 어느 방향이든 윤곽선입니다.",
    )
    frame = Text(
        "The outermost rows and columns are always False. Do zeros around the image make an edge there?",
        "맨 바깥 행과 열은 언제나 False입니다. 둘레에 두른 0이 그곳에 윤곽선을 만들지 않습니까?",
    )
    kind = Text("The result must hold True and False.", "결과는 True와 False여야 합니다.")
    bright = rng.uniform(5, 9)
    t = between(img)
    box = np.zeros((8, 9))
    box[2:6, 2:7] = 10

    def inside(aspect, picture, limit, hint):
        lines = """
            found = edges(img, t)
            inside = np.asarray(found)[1:-1, 1:-1]
        """
        return Case(aspect, script(lines, "inside", img=picture, t=limit), hint)

    return [
        inside("values", img, t, longer),
        inside("values", right, 8, exactly),
        *(inside("values", slanted, limit, both) for limit in (10, 13)),
        *(inside("directions", picture, 20, around) for picture in (box, 10 - box)),
        *(inside("directions", plane, 6.5, falling) for plane in (-right, down, -down)),
        Case("border", call("edges", np.full((5, 6), bright), 0.5), frame),
        Case("border", call("edges", right + bright, 6.5), frame),
        Case("border", call("edges", np.zeros((4, 7)), 0.5), frame),
        Case("dtype", call("edges", img, t), kind),
    ]


EDGES = Exercise(
    "edges",
    ("edges",),
    (
        Aspect(
            "values", 1, Text("above the threshold; img left untouched", "임계값보다 큰 곳(img는 그대로)"), effects=True
        ),
        Aspect("directions", 1, Text("edges in every direction", "모든 방향의 윤곽선")),
        Aspect("border", 0.5, Text("no edge along the border", "가장자리에는 윤곽선 없음")),
        Aspect("dtype", 0.5, Text("the result holds True and False", "결과는 True와 False"), dtype=True, alone=True),
    ),
    edges_cases,
    {"edges": ref.edges},
    needs=("sobel",),
)

EXERCISES = (TO_GRAY, FILTER2D, SOBEL, GAUSSIAN_KERNEL, EDGES)
