"""u11_convolution: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import convolution_loops as ref

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .counts import PARAMS_AND_MACS, RECEPTIVE_FIELD


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)


def size_cases(rng):
    n, k = int(rng.integers(9, 13)), int(rng.integers(3, 6))
    by_hand = Text(
        "Draw n + 2 pad boxes in a row and move the window along: at how many places does it fit?",
        "칸을 n + 2 pad개 한 줄로 그리고 윈도우를 옮겨 보십시오. 몇 자리에 들어갑니까?",
    )
    rest = Text(
        "The last step does not fit here: round down, and return an int.",
        "여기서는 마지막 걸음이 들어가지 않습니다. 내림하여 정수(int)를 반환하십시오.",
    )
    too_large = Text(
        "The window is larger than the padded row: raise a ValueError, also where the formula gives 0.",
        "윈도우가 패딩한 줄보다 큽니다. 식의 값이 0일 때에도 ValueError를 내십시오.",
    )
    values = (
        (n, k, 1, 0),
        (n, k, 1, 2),
        (n, 1, 1, 1),
        (4 + 3 * n, 4, 3, 0),
        (6 + 2 * n, 8, 2, 1),
        (3, 5, 2, 1),
        (4, 5, 1, 1),
        (n, n, 1, 0),
    )
    remainder = ((10, 3, 2, 0), (7, 2, 3, 1), (3 * n + 4, 2, 3, 0), (5, 4, 3, 0))
    return [
        *(Case("values", call("conv_output_size", *numbers), by_hand) for numbers in values),
        *(Case("remainder", call("conv_output_size", *numbers), rest) for numbers in remainder),
        *(
            Case("too_large", call("conv_output_size", *numbers), too_large)
            for numbers in ((n, n + 1, 1, 0), (3, 6, 1, 1), (4, 5, 2, 0), (2, 9, 3, 1))
        ),
    ]


CONV_OUTPUT_SIZE = Exercise(
    "conv_output_size",
    ("conv_output_size",),
    (
        Aspect("values", 1, Text("steps that come out even", "걸음이 딱 맞는 경우")),
        Aspect(
            "remainder", 1, Text("a remainder is left: rounded down, an int", "나머지가 남으면 내림한 정수"), dtype=True
        ),
        Aspect("too_large", 1, Text("a window that does not fit is refused", "들어가지 않는 윈도우는 거절")),
    ),
    size_cases,
    {"conv_output_size": ref.conv_output_size},
)


def conv2d_cases(rng):
    def images(*shape):
        return away_from_zero(rng, *shape)

    def case(aspect, x, w, hint=None, b=None, stride=1, pad=0):
        b = images(len(w)) if b is None else b
        return Case(aspect, call("conv2d_naive", x, w, b, stride, pad), hint, scale=10.0)

    by_hand = Text(
        "Compute out[0, 0, 0, 0] by hand: the top left window times the filter as it stands, summed, plus b[0].",
        "out[0, 0, 0, 0]을 손으로 계산해 보십시오. 왼쪽 위 윈도우에 필터를 있는 그대로 곱해 모두 더하고 b[0]을 더합니다.",
    )
    channels = Text(
        "One filter covers all channels of x and gives one number: the products of all channels are added.",
        "필터 하나가 x의 모든 채널을 덮고 수 하나를 냅니다. 모든 채널의 곱을 더합니다.",
    )
    filters = Text(
        "Filter f makes out[:, f] of every image: which w and which b belong to it?",
        "필터 f가 모든 이미지의 out[:, f]를 만듭니다. 어느 w와 어느 b를 써야 합니까?",
    )
    whole = Text(
        "x holds whole numbers here; the result must hold floats.", "여기서 x는 정수입니다. 결과는 실수여야 합니다."
    )
    all_whole = Text(
        "x and b hold whole numbers here, w does not: the result must hold floats.",
        "여기서 x와 b는 정수이고 w는 아닙니다. 결과는 실수여야 합니다.",
    )
    stride = Text(
        "Window (i, j) begins at row i * stride and column j * stride.",
        "윈도우 (i, j)는 i * stride행, j * stride열에서 시작합니다.",
    )
    pad = Text(
        "Zeros stand above, below, left and right of each channel, and nowhere else.",
        "0은 각 채널의 위, 아래, 왼쪽, 오른쪽에만 붙입니다.",
    )
    moved = """
        out = np.array(conv2d_naive(x, w, b, 1, 0))
        moved = np.array(conv2d_naive(np.roll(x, 1, axis=3), w, b, 1, 0))
        difference = moved[..., 1:] - out[..., :-1]
    """
    larger = """
        once = np.array(conv2d_naive(x, w, 0 * b, 1, 1))
        thrice = np.array(conv2d_naive(x, 3 * w, 0 * b, 1, 1))
        difference = thrice - 3 * once
    """
    equivariant = Text(
        "The image was moved by one pixel: the result must move with it.",
        "이미지를 한 픽셀 옮겼습니다. 결과도 똑같이 옮겨져야 합니다.",
    )
    linear = Text(
        "The weights are three times as large: so must be the result, without the bias.",
        "가중치를 세 배로 했습니다. 편향이 없으면 결과도 세 배여야 합니다.",
    )
    batch, bank, b = images(2, 2, 4, 5), images(3, 2, 3, 2), images(3)
    one, pair = images(1, 3, 2, 4), images(2, 3, 2, 3)
    return [
        case("window", images(1, 1, 4, 5), images(1, 1, 2, 3), by_hand),
        case("window", images(1, 1, 3, 2), images(1, 1, 3, 2), by_hand),
        case("channels", images(1, 3, 4, 5), images(1, 3, 2, 3), channels),
        case("filters", images(2, 1, 4, 3), images(3, 1, 2, 2), filters),
        case("filters", images(3, 1, 4, 5), images(2, 1, 3, 2), filters),
        case("whole", rng.integers(100, 250, (1, 1, 3, 4), dtype=np.uint8), images(1, 1, 2, 2), whole),
        case("whole", rng.integers(-9, 9, (1, 1, 3, 4)), rng.integers(1, 4, (1, 1, 2, 2)), whole, np.array([0.5])),
        case("whole", rng.integers(1, 9, (1, 1, 3, 4)), images(1, 1, 2, 2), all_whole, np.array([10])),
        case("stride", images(1, 1, 6, 5), images(1, 1, 2, 3), stride, stride=2),
        case("stride", images(1, 1, 8, 9), images(1, 1, 3, 2), stride, stride=3),
        case("pad", images(1, 1, 3, 4), images(1, 1, 2, 3), pad, pad=1),
        case("pad", images(1, 1, 2, 3), images(1, 1, 3, 4), pad, pad=2),
        case("together", batch, bank, None, b, stride=2, pad=1),
        case("together", images(1, 1, 3, 4), images(1, 1, 2, 3), stride=3, pad=1),
        Case("together", script(moved, ("out", "difference"), x=one, w=pair, b=b[:2]), equivariant, scale=10.0),
        Case("together", script(larger, ("once", "difference"), x=one, w=pair, b=b[:2]), linear, scale=10.0),
    ]


CONV2D_NAIVE = Exercise(
    "conv2d_naive",
    ("conv2d_naive",),
    (
        Aspect(
            "window",
            1.5,
            Text("one channel, one filter; inputs left untouched", "채널 하나, 필터 하나(입력은 그대로)"),
            effects=True,
        ),
        Aspect("channels", 1, Text("several channels", "여러 채널")),
        Aspect(
            "filters", 1, Text("several images and filters, each with its bias", "여러 이미지와 필터, 필터마다 편향")
        ),
        Aspect("whole", 0.5, Text("whole numbers as input", "정수 입력")),
        Aspect("stride", 1, Text("stride above 1", "1보다 큰 스트라이드")),
        Aspect("pad", 1, Text("padding", "패딩")),
        Aspect("together", 1, Text("everything together; moved images", "모두 함께, 그리고 옮긴 이미지"), effects=True),
    ),
    conv2d_cases,
    {"conv2d_naive": ref.conv2d_naive},
    needs=("conv_output_size",),
)


def pool_cases(rng):
    def asked(aspect, x, size, stride, mode, hint=None):
        return Case(aspect, call("pool_naive", x, size, stride, mode), hint)

    def positive(*shape):
        return rng.uniform(1, 9, shape).round(1)

    window = Text(
        "Take the window of size x size numbers at the top left, and compute its number by hand.",
        "왼쪽 위의 size x size 윈도우 하나를 골라 그 수를 손으로 계산해 보십시오.",
    )
    whole = Text(
        "x holds whole numbers here; the mean of 1 and 2 is 1.5.", "여기서 x는 정수입니다. 1과 2의 평균은 1.5입니다."
    )
    apart = Text(
        "stride and size differ here: stride is the way to the next window, size its width.",
        "여기서는 stride와 size가 다릅니다. stride는 다음 윈도우까지의 거리이고 size는 윈도우의 크기입니다.",
    )
    below = Text("All numbers are negative here: so is the largest.", "여기서는 모두 음수이므로 최댓값도 음수입니다.")
    rest = Text(
        "What is left at the right and below is too small for a window: leave it out.",
        "오른쪽과 아래에 남은 부분에는 윈도우가 들어가지 않습니다. 버리십시오.",
    )
    return [
        asked("max", positive(2, 3, 4, 6), 2, 2, "max", window),
        asked("max", positive(1, 2, 3, 6), 3, 3, "max", window),
        asked("average", away_from_zero(rng, 2, 3, 4, 6), 2, 2, "average", window),
        asked("average", rng.integers(0, 9, (1, 2, 3, 6)), 3, 3, "average", whole),
        asked("average", np.array([[[[1, 2], [3, 4]]]]), 2, 2, "average", whole),
        asked("apart", positive(1, 2, 4, 5), 3, 1, "max", apart),
        asked("apart", positive(1, 2, 5, 8), 2, 3, "max", apart),
        asked("apart", positive(2, 1, 5, 7), 3, 2, "average", apart),
        asked("negative", -positive(1, 2, 4, 6), 2, 2, "max", below),
        asked("negative", -positive(2, 1, 2, 4) - 2000, 2, 2, "max", below),
        asked("remainder", positive(1, 2, 5, 7), 2, 2, "max", rest),
        asked("remainder", positive(2, 1, 7, 8), 3, 3, "average", rest),
    ]


POOL_NAIVE = Exercise(
    "pool_naive",
    ("pool_naive",),
    (
        Aspect("max", 1, Text("the largest; input left untouched", "최댓값(입력은 그대로)"), effects=True),
        Aspect("average", 1, Text("the mean; input left untouched", "평균(입력은 그대로)"), effects=True),
        Aspect("apart", 1, Text("stride other than size", "size와 다른 stride")),
        Aspect("negative", 1, Text("the largest of negative numbers", "음수들의 최댓값")),
        Aspect("remainder", 1, Text("a remainder at the border", "가장자리에 남는 부분")),
    ),
    pool_cases,
    {"pool_naive": ref.pool_naive},
    needs=("conv_output_size",),
)

EXERCISES = (CONV_OUTPUT_SIZE, CONV2D_NAIVE, POOL_NAIVE, PARAMS_AND_MACS, RECEPTIVE_FIELD)
